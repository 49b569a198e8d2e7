"""Say of which words a comment speaks."""

from __future__ import annotations

from stdlint.document import Document
from stdlint.model import OBJECT, Span


def touches(one: Span, other: Span) -> bool:
    """Say whether two spans share a character; a point touches what it stands in or at."""
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return start < end or (start == end and (one[0] == one[1] or other[0] == other[1]))


def block_span(doc: Document, index: int) -> Span:
    """Return the span of a block with its label; that of a label, with what it numbers; a lone number takes its text.

    A clause of which the heading is only a number (a term entry) has its first paragraph on the next line.
    """
    blocks = doc.blocks
    first = last = index
    if blocks[index].kind == "label" and index + 1 < len(blocks):
        last += 1
    elif index and blocks[index - 1].kind == "label":
        first -= 1
    start, end = blocks[last].span
    if blocks[last].kind == "heading" and start == end and last + 1 < len(blocks) and blocks[last + 1].kind == "para":
        last += 1
    return blocks[first].span[0], blocks[last].span[1]


def next_span(doc: Document, offset: int) -> Span:
    """Return the span of what stands behind a comment that stands apart.

    In front of a table or its caption it is the whole table with its caption, in front of a picture or a caption above
    a picture the figure with its caption, else a heading, paragraph, list item or note.
    """
    if offset >= len(doc.text):
        return offset, offset
    index = doc.block_at(offset)
    span = block_span(doc, index)
    return _table_span(doc, span) or _figure_span(doc, span) or span


def whole_span(doc: Document, span: Span) -> Span | None:
    """Return the span of the blocks on which words lie that are whole blocks or a point in one, else None."""
    first, last = doc.block_at(span[0]), doc.block_at(max(span[0], span[1] - 1))
    starts, ends = block_span(doc, first), block_span(doc, last)
    if span[0] == span[1]:
        return starts
    begun = not doc.text[doc.blocks[first].span[0] : span[0]].strip()
    ended = not doc.text[span[1] : ends[1]].strip()
    return (starts[0], ends[1]) if begun and ended else None


def _table_span(doc: Document, span: Span) -> Span | None:
    blocks = doc.blocks
    first, last = doc.block_at(span[0]), doc.block_at(max(span[1] - 1, span[0]))
    for table in doc.tables:
        named = [at for at in (table.caption, table.lead, table.unit) if at >= 0]
        if not (table.first <= first <= table.last or any(first <= at <= last for at in named)):
            continue
        start, end = span[0], blocks[_outermost(doc, table.last)].span[1]
        if table.below and table.caption >= 0:
            end = max(end, blocks[table.caption].span[1])
        return min(start, blocks[table.first].span[0]), end
    return _cells_span(doc, first) if blocks[first].table >= 0 else None


def _cells_span(doc: Document, first: int) -> Span:
    """Return the span of a table that gives no data."""
    return doc.blocks[first].span[0], doc.blocks[_outermost(doc, first)].span[1]


def _outermost(doc: Document, index: int) -> int:
    """Return the last block of the outermost table that holds a block."""
    outer = _outer(doc, doc.blocks[index].table)
    while index + 1 < len(doc.blocks) and _outer(doc, doc.blocks[index + 1].table) == outer:
        index += 1
    return index


def _outer(doc: Document, table: int) -> int:
    """Return the outermost table that holds a table; -1 is none."""
    while table > 0 and doc.source.tables[table].depth:
        table -= 1
    return table


def _figure_span(doc: Document, span: Span) -> Span | None:
    blocks = doc.blocks
    first, last = doc.block_at(span[0]), doc.block_at(max(span[1] - 1, span[0]))
    if OBJECT not in doc.text[span[0] : span[1]] and blocks[last].kind != "caption":
        return None
    for figure in doc.figures:
        held = [*(part.block for part in figure.parts), *(at for at in (figure.caption, figure.lead) if at >= 0)]
        if held and min(held) <= last and first <= max(held) and (figure.above or first <= min(figure.pictures or [0])):
            return span[0], max(span[1], blocks[max(held)].span[1])
    return None
