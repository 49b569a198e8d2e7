"""Show reports on one line per finding: in Markdown with line and column, in Word with clause and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdlint.reports.lines import besides, spot, told
from stdlint.reports.text import COLOURS, Paint, place_of, shown, summary
from stdlint.result import DocumentReport, Place


def render(reports: Sequence[DocumentReport], *, colour: bool = False) -> str:
    """Return a line per finding and notice, and one line that sums them up."""
    paint = Paint(colour)
    return "".join(f"{line}\n" for report in reports for line in _lines(report, paint)) + summary(reports) + "\n"


def _lines(report: DocumentReport, paint: Paint) -> Iterator[str]:
    for result in report.findings:
        rule = paint(COLOURS[result.severity], result.rule)
        place = result.place
        where = _where(report.path, place) if place.line else f"{shown(report.path)}: {shown(spot(place))}"
        yield f"{paint('1', where)}: {rule} {shown(told(result, report.lang))}"
    for one in besides(report):
        if one.severity != "error":
            where = _where(one.path, one.place, one.line)
            yield f"{paint('1', where)}: {paint(COLOURS['info'], one.code)} {shown(one.message)}"


def _where(path: str, place: Place | None, line: int = 0) -> str:
    """Return “draft.md:7:3”, “draft.stdlint.toml:4” or “draft.docx: 5.2 ¶3”."""
    if line:
        return f"{shown(path)}:{line}"
    if place is None:
        return shown(path)
    if place.line is None:
        return f"{shown(path)}: {place_of(place)}"
    return f"{shown(path)}:{place.line}:{place.column}"
