"""Show reports by file and rule, for an editor who mends one kind of thing at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdlint.reports import rules
from stdlint.reports.text import (
    COLOURS,
    SEVERITIES,
    Paint,
    heading,
    notices,
    place_of,
    remedy,
    shown,
    shown_words,
    summary,
)
from stdlint.result import DocumentReport, Result

_ORDER = tuple(COLOURS)


def render(reports: Sequence[DocumentReport], *, colour: bool = False) -> str:
    """Return for each file its rules, the most serious first, each with the places where it is broken."""
    paint = Paint(colour)
    return "".join(f"{line}\n" for report in reports for line in _document(report, paint)) + summary(reports) + "\n"


def _document(report: DocumentReport, paint: Paint) -> Iterator[str]:
    if not report.findings and not report.notices:
        return
    yield from heading(report, paint)
    general = {use.check.id: rules.said(use, report.lang) for use in report.uses}
    by_rule: dict[tuple[int, str], list[Result]] = {}
    for result in report.findings:
        by_rule.setdefault((_ORDER.index(result.severity), result.rule), []).append(result)
    for _, results in sorted(by_rule.items()):
        yield from _rule(results, general.get(results[0].rule, ""), report.lang, paint)
    yield from notices(report, paint)
    yield ""


def _rule(results: Sequence[Result], general: str, lang: str, paint: Paint) -> Iterator[str]:
    """Yield what all places have in common, then the places; what a message says of one place stands there."""
    first = results[0]
    common = first.message if len({result.message for result in results}) == 1 else general or first.name
    clause = f"  {paint('2', f'[{first.clause}]')}" if first.clause else ""
    severity = paint(COLOURS[first.severity], SEVERITIES[lang][first.severity])
    yield f"  {severity}  {paint('1', first.rule)}  {shown(common)}{clause}  {paint('2', first.name)}  × {len(results)}"
    for result in results:
        own = "" if result.message == common else f"  {shown(result.message)}"
        line = "" if result.place.line is None else f"{result.place.line}:{result.place.column}  "
        where = paint("1", f"{line}{place_of(result.place)}")
        yield f"    {where}  {shown_words(result.place, paint)}{own}{shown(remedy(result, lang))}"
