"""Show reports as lines of JSON, each an object with its `type`.

The types are finding, suppressed, notice, error, note and, at the end, summary. Findings have the fields that they
have in JSON; all but the summary have the `path` of the draft.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from stdlint import __version__
from stdlint.reports.json import SCHEMA, finding, notice, suppressed
from stdlint.reports.lines import portable
from stdlint.result import DocumentReport, count


def render(reports: Sequence[DocumentReport]) -> str:
    """Return a line for everything that the reports say, and one that sums them up."""
    said = (line for report in reports for line in _lines(report))
    files = {"files": len(reports), "known": sum(report.known for report in reports)}
    summary = {"type": "summary", "schema": SCHEMA, "version": __version__, **files, **count(reports)}
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in (*said, summary))


def _lines(report: DocumentReport) -> Iterator[dict[str, Any]]:
    path = portable(report.path)
    for result in report.findings:
        yield {"type": "finding", "path": path, **finding(result)}
    for one in report.dropped:
        yield {"type": "suppressed", "path": path, **suppressed(one)}
    for told in report.notices:
        said = notice(told)
        yield {"type": "notice", "path": path, "beside": said.pop("path"), **said}
    for message in report.errors:
        yield {"type": "error", "path": path, "message": message}
    for message in report.notes:
        yield {"type": "note", "path": path, "message": message}
