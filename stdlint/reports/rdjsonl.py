"""Show reports as lines of JSON in the Reviewdog Diagnostic Format."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from stdlint.reports.lines import besides, portable, sentence
from stdlint.reports.raw import Raw, raw
from stdlint.result import DocumentReport, Result

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_SOURCE = {"name": "stdlint"}


def render(reports: Sequence[DocumentReport]) -> str:
    """Return a diagnostic per line.

    Columns count bytes of UTF-8, so they and the suggestions are there for Markdown files whose reports hold their
    document; without it only lines are told, and of a Word file none.
    """
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for report in reports for line in _lines(report))


def _lines(report: DocumentReport) -> Iterator[dict[str, Any]]:
    file = raw(report)
    for result in report.findings:
        location: dict[str, Any] = {"path": portable(report.path)}
        if result.place.line is not None:
            location["range"] = _found(result, file)
        said: dict[str, Any] = {
            "message": sentence(result, report.lang),
            "location": location,
            "severity": _SEVERITIES[result.severity],
            "source": _SOURCE,
            "code": {"value": result.rule},
        }
        change = file.change(result.fix.edits) if file and result.fix else None
        if file and change:
            said["suggestions"] = [{"range": _range(file, change.start, change.end), "text": change.text}]
        yield said
    for one in besides(report):
        location = {"path": portable(one.path)}
        if one.line:
            location["range"] = {"start": {"line": one.line}}
        code = {"value": one.code}
        severity = _SEVERITIES[one.severity]
        yield {
            "message": one.message,
            "location": location,
            "severity": severity,
            "source": _SOURCE,
            "code": code,
        }


def _found(result: Result, file: Raw | None) -> dict[str, Any]:
    if file is None:
        return {"start": {"line": result.place.line}, "end": {"line": result.place.end_line}}
    return _range(file, *file.span(result.place))


def _range(file: Raw, start: int, end: int) -> dict[str, Any]:
    (line, column), (end_line, end_column) = file.in_bytes(start), file.in_bytes(end)
    return {"start": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}}
