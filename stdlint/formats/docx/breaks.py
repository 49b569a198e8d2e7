"""Cut a paragraph at the line breaks (Shift+Enter) behind which something else begins.

A note, an example, an item, the caption below a picture, the text below the title of a clause: on the page each of
them looks like a paragraph of its own.
"""

from __future__ import annotations

from itertools import pairwise

from stdlint import patterns
from stdlint.formats.docx.inline import Line, Mark
from stdlint.formats.labels import CAPTION, CLAUSE, EXAMPLE, ITEM, NOTE
from stdlint.model import LINE_BREAK, OBJECT

_TEXT = 9
"""The outline level of body text."""

_TABLE_FOOTNOTE = patterns.compile(r"[a-z](?=[ \u3000\u4e00-\u9fff])")
_TITLE = patterns.compile(r"\s+[\u4e00-\u9fff][\u4e00-\u9fff、（）()A-Za-z]{0,24}")
_SENTENCE = patterns.compile(r"[^\u2028]*(?:。|：$)")


def cut(line: Line, text: str, cell: bool) -> list[Line]:
    """Return the paragraphs that a paragraph with line breaks looks like, or none where it looks like one.

    A single item is no list: its marker may be a dash in a title. Items in cells have no labels.
    """
    starts = [0]
    at = 0
    for piece, node, _ in line.pieces:
        at += len(piece)
        if piece == LINE_BREAK and node < 0:
            starts.append(at)
    lines = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    notes = [bool(NOTE.match(said) or EXAMPLE.match(said)) for said in lines]
    items = [not cell and _is_item(said) for said in lines]
    if cell and any(notes):
        notes = [note or bool(_TABLE_FOOTNOTE.match(said)) for note, said in zip(notes, lines, strict=True)]
    if items.count(True) < 2:
        items = [False] * len(lines)
    others = [_goes_below(above, said, cell) for above, said in zip(["", *lines], lines, strict=False)]
    opening = [start for start, *signs in zip(starts, notes, items, others, strict=True) if start and any(signs)]
    if not opening:
        return []
    bounds = [0, *opening, len(text)]
    return [_part(line, first, last) for first, last in pairwise(bounds)]


def _goes_below(above: str, said: str, cell: bool) -> bool:
    """Say whether a line is the caption of the picture above it, or the text below the title of a clause."""
    if above.strip(OBJECT) == "":
        return bool(above) and CAPTION.match(said) is not None
    number = None if cell else CLAUSE.match(above)
    return number is not None and bool(_TITLE.fullmatch(above, number.end()) and _SENTENCE.match(said))


def _is_item(said: str) -> bool:
    match = ITEM.match(said)
    return match is not None and match.end() < len(said)


def _part(line: Line, first: int, last: int) -> Line:
    """Return a piece of a paragraph; only the first one has its number and its outline level."""
    part = Line(line.style)
    part.num_id, part.ilvl, part.outline = (line.num_id, line.ilvl, line.outline) if first == 0 else ("0", None, _TEXT)
    part.bold, part.centred, part.framed = line.bold, line.centred, line.framed
    at = 0
    for piece in line.pieces:
        if first <= at < last:
            part.pieces.append(piece)
        at += len(piece[0])
    part.marks = tuple(Mark(m.at - first, m.kind, m.text, m.note) for m in line.marks if first <= m.at < last)
    part.fields = tuple((s - first, e - first, said) for s, e, said in line.fields if first <= s and e <= last)
    part.locks = tuple((max(s, first) - first, min(e, last) - first) for s, e in line.locks if s < last and e > first)
    return part
