"""Find the additional information: notes, examples and text footnotes, with the paragraphs that belong to them.

Source: GB/T 1.1—2020, 9.2, 9.10 to 9.12.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT, Source
from stdlint.views.outline import Outline

_KINDS = frozenset(("note", "example", "footnote"))
_FOOTED = frozenset(("para", "item"))
_RAISED = patterns.compile(r"[¹²³⁴-⁹]+[⁾)）]")
_RAISED_FORMULA = patterns.compile(r"[$\s]*\^\s*\{?\s*\d{1,2}\s*[)）]\s*\}?[$\s]*")
_RAISED_FIGURES = frozenset("¹²³⁴⁵⁶⁷⁸⁹")
_MARK = patterns.compile(r"\d{1,2}[)）]")


class Note(NamedTuple):
    """A note, example or text footnote: `kind`, and its blocks, the labelled one first.

    `table` is the index of the table it stands in, or -1.
    """

    kind: str
    blocks: tuple[int, ...]
    table: int = -1


def notes(source: Source, outline: Outline) -> list[Note]:
    """Return the notes, examples and text footnotes in document order.

    A note that ends with a colon owns the list behind it; an example whose label stands alone owns what follows.
    """
    found: list[Note] = []
    blocks = source.blocks
    taken = -1
    for index, block in enumerate(blocks):
        kind = block.kind
        if kind in _FOOTED and _typed_footnote(source, outline, index):
            kind = "footnote"
        if kind not in _KINDS or index <= taken:
            continue
        members = [index]
        at = _next(source, index)
        text = source.text[block.span[0] : block.span[1]].rstrip()
        alone = block.kind == "example" and not text
        listing = text.endswith(("：", ":"))
        while at >= 0 and outline.owner[at] is outline.owner[index] and blocks[at].table == block.table:
            follower = blocks[at]
            content = "示例内容" in follower.style or (block.kind == "example" and follower.kind in ("quote", "code"))
            first = alone and len(members) == 1 and follower.kind in ("para", "item", "formula", "caption", "cell")
            more_items = follower.kind == "item" and (listing or (alone and blocks[members[-1]].kind == "item"))
            if not (content or first or more_items) or at in _heads(outline, at):
                break
            members.append(at)
            at = _next(source, at)
        taken = members[-1]
        found.append(Note(kind, tuple(members), block.table))
    return found


def _typed_footnote(source: Source, outline: Outline, index: int) -> bool:
    """Say whether a paragraph is a typed footnote: “¹⁾ …”, or “1) …” under a text that carries the mark."""
    block = source.blocks[index]
    if block.kind == "para":
        start, end = block.span
        first = source.text[start : start + 1]
        if first == OBJECT:
            index = bisect_left(source.anchors, start, key=lambda anchor: anchor.offset)
            return _RAISED_FORMULA.fullmatch(source.anchors[index].text) is not None
        return first in _RAISED_FIGURES and _RAISED.match(source.text, start, end) is not None
    if block.kind != "item" or not _MARK.fullmatch(block.label) or index < 2:
        return False
    before = source.blocks[index - 2]
    if before.kind != "para" or outline.owner[index - 2] is not outline.owner[index]:
        return False
    text = source.text[before.span[0] : before.span[1]].rstrip()
    at = text.find(block.label)
    return at > 0 and not text.endswith(("：", ":")) and (text[at - 1].isalpha() or text[at - 1] in "”）")


def _next(source: Source, index: int) -> int:
    at = index + 1
    while at < len(source.blocks) and source.blocks[at].kind == "label":
        at += 1
    return at if at < len(source.blocks) else -1


def _heads(outline: Outline, at: int) -> tuple[int, ...]:
    """Return `(at,)` where the block opens a section (it is then in no body)."""
    return () if at in outline.owner[at].body else (at,)
