"""Show what stands around the words reported: the paragraph of a Word file, the lines of a Markdown file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from stdlint.document import Document
from stdlint.model import Span
from stdlint.reports.explain.wrap import wrapped
from stdlint.reports.raw import Raw
from stdlint.reports.text import Paint, head, shown, shown_words, squeeze, tail, width
from stdlint.result import Place, plain

_CELLS = 100
_MOST = 8
"""How many lines are shown of a place that has more."""


def excerpts(doc: Document, paint: Paint) -> Callable[[Place], Iterator[str]]:
    """Return a function that yields the lines to be shown under a place."""
    if doc.format != "markdown":
        return lambda place: _paragraph(doc, place)
    raw = Raw(doc.source)
    return lambda place: _lines(raw, place, paint)


def _paragraph(doc: Document, place: Place) -> Iterator[str]:
    """Yield the paragraph with the words in 【】, unless they were shown with all of it; of a label what follows."""
    index = doc.block_at(place.offset)
    block = doc.blocks[index]
    first, last = block.span
    if block.kind == "label" and index + 1 < len(doc.blocks):
        last = doc.blocks[index + 1].span[1]
    text = doc.text[first : max(last, place.end_offset)]
    words = (place.offset - first, place.end_offset - first)
    before, said, after = _fitted(text, words, _CELLS * _MOST, lambda piece: shown(plain(piece)))
    whole = f"{before}【{said}】{after}".strip()
    if whole != shown_words(place, Paint(False)).strip():
        yield from wrapped(whole, _CELLS, "    │ ")


def _lines(raw: Raw, place: Place, paint: Paint) -> Iterator[str]:
    """Yield the lines with their numbers, and under each the signs that mark the words."""
    (first, column), (last, end) = map(raw.where, raw.span(place))
    if last > first and end == 1:
        last, end = last - 1, len(raw.lines[last - 2]) + 1
    digits = len(str(last))
    for number in range(first, min(last, first + _MOST - 1) + 1):
        line = raw.lines[number - 1]
        start = column - 1 if number == first else len(line) - len(line.lstrip())
        stop = end - 1 if number == last else len(line)
        before, said, after = _fitted(line, (start, stop), _CELLS, _flat)
        yield f"    {paint('2', f'{number:>{digits}} │')} {before}{said}{after}"
        yield f"    {paint('2', ' ' * digits + ' │')} {' ' * width(before)}{'^' * max(1, width(said))}"
    if last >= first + _MOST:
        yield f"    {' ' * digits} … {last - first - _MOST + 1}"


def _fitted(text: str, words: Span, cells: int, flat: Callable[[str], str]) -> tuple[str, str, str]:
    """Return what stands before the words, the words, and what follows, `flat` each, cut to `cells`; the words last."""
    start, stop = words
    reach = 2 * cells
    said = squeeze(flat(text[start:stop]), cells)
    before, after = flat(text[max(0, start - reach) : start]), flat(text[stop : stop + reach])
    room = cells - width(said)
    before = tail(before, max(room // 2, room - width(after)))
    return before, said, head(after, room - width(before))


def _flat(line: str) -> str:
    return shown(line.replace("\t", "    "))
