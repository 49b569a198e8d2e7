"""Show reports as a table in CSV, for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from stdlint.reports.lines import besides, harmless, portable
from stdlint.result import DocumentReport, Result

COLUMNS = (
    "path",
    "line",
    "column",
    "element",
    "clause",
    "paragraph",
    "severity",
    "rule",
    "name",
    "message",
    "quote",
    "correction",
    "basis",
    "fingerprint",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(reports: Sequence[DocumentReport]) -> str:
    """Return a row per finding, behind a byte order mark, without which Excel would not read Chinese.

    A cell that a spreadsheet would calculate has an apostrophe in front.
    """
    made = StringIO()
    made.write("\ufeff")
    rows = csv.DictWriter(made, COLUMNS, restval="", lineterminator="\n")
    rows.writeheader()
    for report in reports:
        for row in _rows(report):
            rows.writerow({name: _cell(value) for name, value in row.items()})
    return made.getvalue()


def _rows(report: DocumentReport) -> Iterator[dict[str, object]]:
    for result in report.findings:
        yield {"path": portable(report.path), **_row(result)}
    for one in besides(report):
        said = {"severity": one.severity, "name": one.code, "message": one.message}
        yield {"path": portable(one.path), "line": one.line or "", **said}


def _row(result: Result) -> dict[str, object]:
    place = result.place
    return {
        "line": place.line,
        "column": place.column,
        "element": place.element,
        "clause": place.clause,
        "paragraph": place.paragraph,
        "severity": result.severity,
        "rule": result.rule,
        "name": result.name,
        "message": result.message,
        "quote": place.quote,
        "correction": result.fixed,
        "basis": result.clause,
        "fingerprint": result.fingerprint,
    }


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    return harmless(f"'{value}" if value.startswith(_FORMULA) else value)
