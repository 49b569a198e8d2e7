"""Show reports as text for people: place and words on one line, what is wrong with them on the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from unicodedata import category, east_asian_width

from stdlint.reports import facts
from stdlint.result import DocumentReport, Dropped, Place, Result, count

SEVERITIES = {
    "zh": {"error": "错误", "warning": "警告", "info": "提示"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}
COLOURS = {"error": "31", "warning": "33", "info": "36"}
"""The codes of a terminal for the severities."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_WORDS_WIDTH = 64
_QUOTE_WIDTH = 52
_FIXED_WIDTH = 40
_NAME_WIDTH = 160


def render(
    reports: Sequence[DocumentReport],
    *,
    colour: bool = False,
    statistics: bool = False,
    source: bool = False,
    suppressed: bool = False,
) -> str:
    """Return the reports, and one line that sums them up; with `statistics` a count by rule instead of the findings.

    `source` shows under each place the whole paragraph or, of Markdown, its lines, where the report holds its document.
    `suppressed` lists what was left out on purpose.
    """
    paint = Paint(colour)
    parts = (
        _statistics(reports, paint)
        if statistics
        else (line for report in reports for line in _document(report, paint, source, suppressed))
    )
    return "".join(f"{line}\n" for line in parts) + summary(reports) + "\n"


def summary(reports: Sequence[DocumentReport]) -> str:
    """Return one line: how many files, how many findings of each severity."""
    counted = count(reports)
    read = [report for report in reports if report.format]
    failed = sum(1 for report in reports if report.errors)
    if language(reports) == "zh":
        words = SEVERITIES["zh"]
        told = "，".join(f"{number} 个{words[severity]}" for severity, number in counted.items() if number)
        said = f"检查了 {len(read)} 个文件：{told or '没有发现问题'}{_left_out(reports, 'zh')}"
        return f"{said}；{failed} 个文件未能完整检查" if failed else said
    told = ", ".join(_plural(number, severity) for severity, number in counted.items() if number)
    said = f"{_plural(len(read), 'file')} checked: {told or 'nothing found'}{_left_out(reports, 'en')}"
    return f"{said}; {_plural(failed, 'file')} not checked completely" if failed else said


def _left_out(reports: Iterable[DocumentReport], lang: str) -> str:
    """Return how many findings are not shown: those suppressed, and those that a baseline knows."""
    suppressed = known = 0
    for report in reports:
        suppressed += len(report.dropped)
        known += report.known
    if lang == "zh":
        said = f"；另有 {suppressed} 个问题已注明忽略" if suppressed else ""
        return said + (f"；另有 {known} 个已知问题（基线）" if known else "")
    said = f"; {suppressed} suppressed" if suppressed else ""
    return said + (f"; {known} known (baseline)" if known else "")


def language(reports: Iterable[DocumentReport]) -> str:
    """Return the language in which to speak of several reports: English if all of them are in English."""
    langs = {report.lang for report in reports}
    return "en" if langs == {"en"} else "zh"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"


def _document(report: DocumentReport, paint: Paint, source: bool, suppressed: bool) -> Iterator[str]:
    dropped = report.dropped if suppressed else ()
    if not report.findings and not report.notices and not dropped:
        return
    show = _excerpts(report, paint) if source else None
    yield from heading(report, paint)
    for place, results in groupby(report.findings, key=lambda result: result.place):
        yield f"{_where(report, place, paint)}  {shown_words(place, paint)}"
        if show:
            yield from show(place)
        yield from (_result(result, report.lang, paint) for result in results)
    for one in dropped:
        yield from _dropped(one, report, paint)
    yield from notices(report, paint)
    yield ""


def _excerpts(report: DocumentReport, paint: Paint) -> Callable[[Place], Iterator[str]] | None:
    doc = report.document
    if doc is None:
        return None
    from stdlint.reports.excerpt import excerpts

    return excerpts(doc, paint)


def heading(report: DocumentReport, paint: Paint) -> Iterator[str]:
    """Yield the path with what the draft is called, and what it is understood to be."""
    named = " ".join(word for word in (report.number, report.title) if word)
    yield f"{paint('1;4', shown(report.path))}  {squeeze(shown(named), _NAME_WIDTH)}".rstrip()
    if understood := facts.understood(report.kinds, report.level, report.stage, report.lang):
        yield paint("2", f"  {understood}")


def notices(report: DocumentReport, paint: Paint) -> Iterator[str]:
    """Yield the notices, each under its place."""
    word = "说明" if report.lang == "zh" else "notice "
    for notice in report.notices:
        if notice.place and notice.line:
            yield f"{paint('1', f'{shown(report.path)}:{notice.line}')}  {place_of(notice.place)}"
        elif notice.place:
            yield _where(report, notice.place, paint)
        else:
            line = f":{notice.line}" if notice.line else ""
            yield paint("1", f"{shown(notice.path or report.path)}{line}")
        yield f"    {paint(COLOURS['info'], word)}  {shown(notice.message)}  {paint('2', notice.kind)}"


def _dropped(one: Dropped, report: DocumentReport, paint: Paint) -> Iterator[str]:
    """Yield a finding that was left out, with the reason and what says so."""
    result, chinese = one.result, report.lang == "zh"
    yield f"{_where(report, result.place, paint)}  {shown_words(result.place, paint)}"
    if one.by.path:
        by = shown(one.by.path) + (f":{one.by.line}" if one.by.line else "")
    elif one.by.line:
        by = f"第 {one.by.line} 行的注释" if chinese else f"comment on line {one.by.line}"
    else:
        by = "文中的批注" if chinese else "comment in the draft"
    reason = shown(one.reason) or ("未说明理由" if chinese else "no reason given")
    word = "忽略" if chinese else "ignored"
    yield f"    {paint('2', word)}  {paint('1', result.rule)}  {shown(result.message)}  {reason} ({by})"


def place_of(place: Place) -> str:
    """Return “5.2 ¶3” or “封面 ¶4”."""
    name = place.clause or place.element or "—"
    return f"{name} ¶{place.paragraph}" if place.paragraph else name


def _where(report: DocumentReport, place: Place, paint: Paint) -> str:
    """Return the place: in Markdown a line and column that editors can jump to, everywhere clause and paragraph."""
    spot = place_of(place)
    if place.line is None:
        return paint("1", f"  {spot}")
    return f"{paint('1', f'{shown(report.path)}:{place.line}:{place.column}')}  {spot}"


def shown_words(place: Place, paint: Paint) -> str:
    """Return the words reported, marked, with as much of their surroundings as fits."""
    empty = place.offset == place.end_offset
    quote = "" if empty else shown(squeeze(place.quote, _QUOTE_WIDTH))
    room = (_WORDS_WIDTH - width(quote)) // 2
    before, after = tail(place.before, room), head(place.after, room)
    mark = paint("1;4", quote) if paint.colour and quote else f"【{quote}】"
    return f"{shown(before)}{mark}{shown(after)}"


def _result(result: Result, lang: str, paint: Paint) -> str:
    severity = SEVERITIES[lang][result.severity]
    pieces = [
        paint(COLOURS[result.severity], _pad(severity, 4 if lang == "zh" else 7)),
        paint("1", result.rule),
        shown(result.message + remedy(result, lang)),
    ]
    if result.clause:
        pieces.append(paint("2", f"[{result.clause}]"))
    pieces.append(paint("2", result.name))
    return "    " + "  ".join(pieces)


def remedy(result: Result, lang: str) -> str:
    """Return “ → …” with the corrected words where they are known and short."""
    if result.fixed is None or width(result.fixed) > _FIXED_WIDTH or f"“{result.fixed}”" in result.message:
        return ""
    return f" → {result.fixed or ('删去' if lang == 'zh' else 'delete')}"


def _statistics(reports: Sequence[DocumentReport], paint: Paint) -> Iterator[str]:
    results = [result for report in reports for result in report.findings]
    counted = Counter(result.rule for result in results)
    first = {result.rule: result for result in reversed(results)}
    words = SEVERITIES[language(reports)]
    digits = len(str(max(counted.values(), default=0)))
    for rule, number in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        result = first[rule]
        severity = paint(COLOURS[result.severity], _pad(words[result.severity], max(map(width, words.values()))))
        yield f"{number:>{digits}}  {severity}  {paint('1', rule)}  {result.name}"
    if counted:
        yield ""


def shown(text: str) -> str:
    """Return `text` as it may reach a terminal: control characters, marks of direction, broken bytes as “\\x1b”."""
    return _CONTROL.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


class Paint:
    """Put text into a colour, if there are colours."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def width(text: str) -> int:
    """Return how many terminal cells `text` takes: a Chinese character takes two, an accent none of its own."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@cache
def _cells(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _pad(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))


def head(text: str, cells: int) -> str:
    """Return the beginning of `text` that fits into `cells`."""
    if width(text) <= cells:
        return text
    taken = 0
    for at, char in enumerate(text):
        taken += _cells(char)
        if taken >= cells:
            return text[:at] + "…" if at else ""
    return text


def tail(text: str, cells: int) -> str:
    """Return the end of `text` that fits into `cells`."""
    return head(text[::-1], cells)[::-1]


def squeeze(text: str, cells: int) -> str:
    """Cut `text` in the middle if it takes more than `cells`."""
    if width(text) <= cells:
        return text
    half = cells // 2
    return head(text, half) + tail(text, half).removeprefix("…")
