"""Lay a draft out for the page: its blocks as lines and tables, cut where findings begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stdlint import patterns
from stdlint.document import Document
from stdlint.model import LINE_BREAK, OBJECT, Anchor, Cell, Span
from stdlint.views.outline import Section

_SIGN = patterns.compile(f"[\t{LINE_BREAK}{OBJECT}]")
_SIGNS = {"\t": "tab", LINE_BREAK: "break"}
_DEEPEST = 4


class Piece(NamedTuple):
    """A stretch of text under the same findings (by number from 0), the shortest finding first.

    `begins` are the findings that begin here. `sign`: "" for text, tab, break, object (nobody knows of what), point
    (an empty finding), or the kind of an anchor, with what is to be read of it as `text`.
    """

    text: str
    findings: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    sign: str = ""


class Line(NamedTuple):
    """A paragraph with its label. `kind` is what it looks like, `level` how deep it stands from 1.

    `sections` are those that begin here.
    """

    kind: str
    level: int
    label: list[Piece]
    pieces: list[Piece]
    sections: tuple[Section, ...] = ()

    @property
    def heading(self) -> int:
        """Its level as a heading of the page, 0 if it is none."""
        return min(self.level, _DEEPEST) + 2 if self.kind == "heading" else 0


class Box(NamedTuple):
    """A table cell: its lines, and how many columns and rows it spans."""

    lines: list[Line]
    columns: int
    rows: int
    head: bool


class Grid(NamedTuple):
    """A table."""

    rows: list[list[Box]]
    kind: str = "table"


@dataclass(slots=True)
class Part:
    """What stands together in a draft: a chapter, an annex, an element."""

    section: Section
    content: list[Line | Grid] = field(default_factory=list)


def parts(doc: Document, spans: Sequence[Span]) -> list[Part]:
    """Return a draft in parts, cut at the spans of the findings."""
    return _Layout(doc, spans).parts()


class _Layout:
    """Go through the blocks of a draft once."""

    def __init__(self, doc: Document, spans: Sequence[Span]) -> None:
        self.doc = doc
        self.spans = spans
        self.marked, self.points = _by_block(doc, spans)
        self.begun: set[int] = set()
        self.anchors = {anchor.offset: anchor for anchor in doc.source.anchors if doc.text[anchor.offset] == OBJECT}
        self.beginning: dict[int, list[Section]] = defaultdict(list)
        for section in doc.walk():
            self.beginning[section.first].append(section)
        self.heads = {section.head: section.level for section in doc.walk() if section.titled}
        self.headers = {table.index: table.header for table in doc.tables}

    def parts(self) -> list[Part]:
        """Return the parts in order."""
        blocks, owner = self.doc.blocks, self.doc.outline.owner
        found: list[Part] = []
        done: set[int] = set()
        for index, block in enumerate(blocks):
            if index in done:
                continue
            chapter = owner[index].chapter
            if not found or found[-1].section is not chapter:
                found.append(Part(chapter))
            inside = self._cells(block.table)
            if index in inside:
                done |= inside
                found[-1].content.append(self._grid(block.table))
            else:
                numbered = self._is_label(index)
                found[-1].content.append(self._line(index, index + 1 if numbered else index))
                done |= {index, index + numbered}
        return found

    def _is_label(self, index: int) -> bool:
        """Say whether a block is the label of the one behind it."""
        blocks = self.doc.blocks
        return blocks[index].kind == "label" and index + 1 < len(blocks) and blocks[index + 1].kind != "label"

    def _line(self, first: int, index: int) -> Line:
        block = self.doc.blocks[index]
        label = self._pieces(first) if first != index else []
        kind, level = self._shape(index)
        sections = [section for at in range(first, index + 1) for section in self.beginning.get(at, ())]
        pieces = self._pieces(index)
        if kind == "para" and pieces and all(piece.sign in ("picture", "lost") for piece in pieces):
            kind = "picture"
        return Line(kind, level or block.level, label, pieces, tuple(sections))

    def _shape(self, index: int) -> tuple[str, int]:
        """Return what a block looks like, and its level where it is a heading."""
        block, region = self.doc.blocks[index], self.doc.regions[index]
        if block.span in self.heads and block.kind in ("heading", "para", "title"):
            return ("title" if region.element == "title" else "heading"), self.heads[block.span]
        if block.kind == "heading" and not self.doc.said(index):
            return "para", 0
        if block.kind in ("heading", "title"):
            return ("title" if region.element in ("cover", "title") else "heading"), max(block.level, 1)
        return block.kind if block.kind != "para" or region.role == "text" else region.role, 0

    def _cells(self, table: int) -> set[int]:
        """Return the blocks that stand in the cells of a table."""
        if table < 0:
            return set()
        return {block for cell in self.doc.source.tables[table].cells for block in cell.blocks}

    def _grid(self, table: int) -> Grid:
        cells = self.doc.source.tables[table].cells
        header = self.headers.get(table, 0)
        at = {(cell.row, cell.column): cell for cell in cells}
        rows: list[list[Box]] = [[] for _ in range(max((cell.row for cell in cells), default=-1) + 1)]
        covered: set[tuple[int, int]] = set()
        for cell in cells:
            if (cell.row, cell.column) in covered:
                continue
            height = 1
            while (below := at.get((cell.row + height, cell.column))) and _goes_on(cell, below):
                covered.add((below.row, below.column))
                height += 1
            rows[cell.row].append(Box(list(self._in_cell(cell)), cell.columns, height, cell.row < header))
        return Grid(rows)

    def _in_cell(self, cell: Cell) -> Iterator[Line]:
        done = -1
        for index in cell.blocks:
            if index > done:
                done = index + 1 if self._is_label(index) and index + 1 in cell.blocks else index
                yield self._line(index, done)

    def _pieces(self, index: int) -> list[Piece]:
        """Cut a block where findings begin, end or point, and around everything that is no plain text."""
        start, end = self.doc.blocks[index].span
        marked = [(*self.spans[number], number) for number in self.marked.get(index, ())]
        points = sorted((offset, number) for number, offset in self.points.get(index, ()))
        cuts = {start, end, *(offset for offset, _ in points)}
        cuts |= {min(max(offset, start), end) for first, last, _ in marked for offset in (first, last)}
        edges = sorted(cuts)
        found: list[Piece] = []
        for left, right in zip(edges, [*edges[1:], end], strict=True):
            found += [Piece("", (number,), (number,), "point") for offset, number in points if offset == left]
            over = (
                sorted((last - first, number) for first, last, number in marked if first <= left and right <= last)
                if left < right
                else []
            )
            begins = tuple(number for _, number in over if number not in self.begun)
            self.begun.update(begins)
            found += self._signs(left, right, tuple(number for _, number in over), begins)
        return found

    def _signs(self, left: int, right: int, over: tuple[int, ...], begins: tuple[int, ...]) -> Iterator[Piece]:
        text = self.doc.text
        at = left
        for match in _SIGN.finditer(text, left, right):
            if match.start() > at:
                yield Piece(text[at : match.start()], over, begins)
                begins = ()
            sign = _SIGNS.get(match[0], "")
            yield Piece("", over, begins, sign) if sign else self._object(match.start(), over, begins)
            at, begins = match.end(), ()
        if at < right:
            yield Piece(text[at:right], over, begins)

    def _object(self, offset: int, over: tuple[int, ...], begins: tuple[int, ...]) -> Piece:
        anchor = self.anchors.get(offset)
        if anchor is None:
            return Piece("", over, begins, "object")
        return Piece(self._read(anchor), over, begins, "lost" if anchor.lost else anchor.kind)

    def _read(self, anchor: Anchor) -> str:
        """Return what is to be read of an anchor: of a footnote its label, or a star."""
        if anchor.kind in ("footnote", "endnote"):
            return (self.doc.blocks[anchor.target].label if anchor.target >= 0 else "") or "*"
        return anchor.text


def _goes_on(cell: Cell, below: Cell) -> bool:
    return below.merged and not cell.merged and below.columns == cell.columns


def _by_block(doc: Document, spans: Sequence[Span]) -> tuple[dict[int, list[int]], dict[int, list[tuple[int, int]]]]:
    """Return for each block the findings that have words in it, and those that only point at a place (with that)."""
    marked: dict[int, list[int]] = defaultdict(list)
    points: dict[int, list[tuple[int, int]]] = defaultdict(list)
    blocks = doc.blocks
    for number, (start, end) in enumerate(spans):
        first = at = doc.block_at(start)
        worded = False
        while at < len(blocks) and blocks[at].span[0] < end:
            if max(start, blocks[at].span[0]) < min(end, blocks[at].span[1]):
                marked[at].append(number)
                worded = True
            at += 1
        if not worded and blocks:
            left, right = blocks[first].span
            points[first].append((number, min(max(start, left), right)))
    return marked, points
