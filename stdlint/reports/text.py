"""Show reports as text for people: place and words on one line, what is wrong with them on the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from unicodedata import east_asian_width

from stdlint.reports import facts
from stdlint.result import DocumentReport, Place, Result, count

SEVERITIES = {
    "zh": {"error": "错误", "warning": "警告", "info": "提示"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}
COLOURS = {"error": "31", "warning": "33", "info": "36"}
"""The codes of a terminal for the severities."""
_WORDS_WIDTH = 64
_QUOTE_WIDTH = 52
_FIXED_WIDTH = 40


def render(reports: Sequence[DocumentReport], *, colour: bool = False, statistics: bool = False) -> str:
    """Return the reports, and one line that sums them up; with `statistics` a count by rule instead of the findings."""
    paint = Paint(colour)
    parts = _statistics(reports, paint) if statistics else (line for r in reports for line in _document(r, paint))
    return "".join(f"{line}\n" for line in parts) + summary(reports) + "\n"


def summary(reports: Sequence[DocumentReport]) -> str:
    """Return one line: how many files, how many findings of each severity."""
    counted = count(reports)
    read = [report for report in reports if report.format]
    failed = sum(1 for report in reports if report.errors)
    if language(reports) == "zh":
        words = SEVERITIES["zh"]
        told = "，".join(f"{number} 个{words[severity]}" for severity, number in counted.items() if number)
        said = f"检查了 {len(read)} 个文件：{told or '没有发现问题'}"
        return f"{said}；{failed} 个文件未能完整检查" if failed else said
    told = ", ".join(_plural(number, severity) for severity, number in counted.items() if number)
    said = f"{_plural(len(read), 'file')} checked: {told or 'nothing found'}"
    return f"{said}; {_plural(failed, 'file')} not checked completely" if failed else said


def language(reports: Iterable[DocumentReport]) -> str:
    """Return the language in which to speak of several reports: English if all of them are in English."""
    langs = {report.lang for report in reports}
    return "en" if langs == {"en"} else "zh"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"


def _document(report: DocumentReport, paint: Paint) -> Iterator[str]:
    if not report.findings:
        return
    named = " ".join(word for word in (report.number, report.title) if word)
    yield f"{paint('1;4', report.path)}  {named}".rstrip()
    if understood := facts.understood(report.kinds, report.level, report.stage, report.lang):
        yield paint("2", f"  {understood}")
    for place, results in groupby(report.findings, key=lambda result: result.place):
        yield f"{_where(report, place, paint)}  {shown_words(place, paint)}"
        yield from (_result(result, report.lang, paint) for result in results)
    yield ""


def place_of(place: Place) -> str:
    """Return “5.2 ¶3” or “封面 ¶4”."""
    name = place.clause or place.element or "—"
    return f"{name} ¶{place.paragraph}" if place.paragraph else name


def _where(report: DocumentReport, place: Place, paint: Paint) -> str:
    """Return the place: in Markdown a line and column that editors can jump to, everywhere clause and paragraph."""
    spot = place_of(place)
    if place.line is None:
        return paint("1", f"  {spot}")
    return f"{paint('1', f'{report.path}:{place.line}:{place.column}')}  {spot}"


def shown_words(place: Place, paint: Paint) -> str:
    """Return the words reported, marked, with as much of their surroundings as fits."""
    empty = place.offset == place.end_offset
    quote = "" if empty else _squeeze(place.quote, _QUOTE_WIDTH)
    room = (_WORDS_WIDTH - width(quote)) // 2
    before, after = _tail(place.before, room), _head(place.after, room)
    mark = paint("1;4", quote) if paint.colour and quote else f"【{quote}】"
    return f"{before}{mark}{after}"


def _result(result: Result, lang: str, paint: Paint) -> str:
    severity = SEVERITIES[lang][result.severity]
    pieces = [
        paint(COLOURS[result.severity], _pad(severity, 4 if lang == "zh" else 7)),
        paint("1", result.rule),
        result.message + _remedy(result, lang),
    ]
    if result.clause:
        pieces.append(paint("2", f"[{result.clause}]"))
    pieces.append(paint("2", result.name))
    return "    " + "  ".join(pieces)


def _remedy(result: Result, lang: str) -> str:
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


class Paint:
    """Put text into a colour, if there are colours."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def width(text: str) -> int:
    """Return how many terminal cells `text` takes: a Chinese character takes two."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@cache
def _cells(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


def _pad(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))


def _head(text: str, cells: int) -> str:
    """Return the beginning of `text` that fits into `cells`."""
    if width(text) <= cells:
        return text
    taken = 0
    for at, char in enumerate(text):
        taken += _cells(char)
        if taken >= cells:
            return text[:at] + "…" if at else ""
    return text


def _tail(text: str, cells: int) -> str:
    return _head(text[::-1], cells)[::-1]


def _squeeze(text: str, cells: int) -> str:
    """Cut `text` in the middle if it takes more than `cells`."""
    if width(text) <= cells:
        return text
    half = cells // 2
    return _head(text, half) + _tail(text, half).removeprefix("…")
