"""Find the comments of a Markdown file, `<!-- … -->`, that say something to stdlint."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from stdlint.formats.markdown.decode import decode, unified
from stdlint.formats.markdown.front import front_matter
from stdlint.model import Remark, Source

_OPEN, _CLOSE = "<!--", "-->"
_APART = re.compile(r"[|\n]|<(?:/?(?:td|th|tr|table|p|li|div)\b|br\b)", re.IGNORECASE)
"""What parts a comment from text: a line end, or the end of a cell or paragraph."""


_LINK = re.compile(r"^ {0,3}(\[[^\]\n]*\]:[ \t]*(?:#|<#?>)[^\n]*stdlint[^\n]*)", re.MULTILINE | re.IGNORECASE)
"""A link to nowhere, which some write as a comment."""


class _Run(NamedTuple):
    """Text of the file that was read: where it stands in the file, in `Source.text`, and its length there (0: an
    object or a computed label)."""

    place: int
    start: int
    length: int


def remarks(source: Source) -> list[Remark]:
    """Return the comments that hold “stdlint”, in order; what stands in code or in front matter is none.

    A comment without end is its first line, with “<!--” in front; a link that is used as a comment is its whole line.
    """
    if not _may_speak(source):
        return []
    raw = unified(decode(source.data)[0])
    runs = _runs(source)
    return sorted([*_comments(source, raw, runs), *_links(source, raw, runs)], key=lambda remark: remark.line)


def _links(source: Source, raw: str, runs: list[_Run]) -> Iterator[Remark]:
    for match in _LINK.finditer(raw, front_matter(raw)[1]):
        if not _is_read(runs, match.start(1)):
            offset, apart = _place(source, raw, runs, match.span())
            yield Remark((offset, offset), match[1], apart, raw.count("\n", 0, match.start(1)) + 1)


def _comments(source: Source, raw: str, runs: list[_Run]) -> list[Remark]:
    found: list[Remark] = []
    at = front_matter(raw)[1]
    while (at := raw.find(_OPEN, at)) >= 0:
        if _is_read(runs, at):
            at += len(_OPEN)
            continue
        end = raw.find(_CLOSE, at + 2)
        is_open = end < 0
        if is_open:
            end = raw.find("\n", at) if "\n" in raw[at:] else len(raw)
            said = raw[at:end]
        else:
            at = max(at, raw.rfind(_OPEN, at, end))
            said = raw[at + len(_OPEN) : end]
            end += len(_CLOSE)
        if "stdlint" in said.lower():
            offset, apart = _place(source, raw, runs, (at, end))
            found.append(Remark((offset, offset), said.strip(), apart, raw.count("\n", 0, at) + 1))
        if is_open:
            break
        at = end
    return found


def _is_read(runs: list[_Run], place: int) -> bool:
    """Say whether a place of the file is text of the draft, code too."""
    index = bisect_right(runs, place, key=lambda run: run.place)
    return bool(index) and place < runs[index - 1].place + runs[index - 1].length


def _may_speak(source: Source) -> bool:
    data = source.data
    if not source.blocks:
        return False
    if source.encoding.startswith("utf-16"):
        return True
    begins = [at for at in (data.find(_OPEN.encode()), data.find(b"]:")) if at >= 0]
    return bool(begins) and b"stdlint" in data[min(begins) :].lower()


def _runs(source: Source) -> list[_Run]:
    ends = [*source.starts[1:], len(source.text)]
    found: list[_Run] = []
    for start, end, node, place in zip(source.starts, ends, source.nodes, source.offsets, strict=True):
        if node >= 0:
            found.append(_Run(place, start, end - start))
        elif place and source.text[start] != "\n":
            found.append(_Run(place, start, 0))
    return sorted(found)


def _place(source: Source, raw: str, runs: list[_Run], comment: tuple[int, int]) -> tuple[int, bool]:
    """Return where in the text a comment stands, and whether it stands apart from all blocks."""
    index = bisect_right(runs, (comment[0], -1, -1))
    before = runs[index - 1] if index else None
    after = runs[index] if index < len(runs) else None
    inside = before is not None and _beside(raw, before.place + before.length, comment[0])
    if before is not None and (inside or _same_block(source, before, after)):
        return before.start + before.length, False
    if after is not None and _beside(raw, comment[1], after.place):
        return after.start, False
    if before is not None and _APART.search(raw, raw.rfind("\n", 0, comment[0]) + 1, comment[0]):
        return before.start + before.length, False
    return (len(source.text) if after is None else _begin(source, after.start)), True


def _beside(raw: str, start: int, end: int) -> bool:
    """Say whether nothing between two places of the file parts what stands there."""
    return _APART.search(raw, start, end) is None


def _same_block(source: Source, before: _Run, after: _Run | None) -> bool:
    return after is not None and _block(source, before.start) == _block(source, after.start)


def _begin(source: Source, offset: int) -> int:
    """Return the beginning of the block that holds an offset, that of its label if it has one."""
    index = _block(source, offset)
    if index and source.blocks[index - 1].kind == "label" and source.blocks[index].kind != "label":
        index -= 1
    return source.blocks[index].span[0]


def _block(source: Source, offset: int) -> int:
    return max(bisect_right(source.blocks, offset, key=lambda block: block.span[0]) - 1, 0)
