"""Read the text and the tables of an HTML block, piece by piece."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdlint.formats.markdown.inline import TAG, attributes
from stdlint.formats.markdown.shapes import BLANKS
from stdlint.model import Span

WIDEST = 64
"""The greatest number of columns that one cell is believed to span."""

_TOKEN = r"<!--|<\?|<!\[CDATA\[|<![A-Za-z]|<(?=/?[A-Za-z])"
_CLOSES = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}
_NAME = r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>]|$)"
_BREAKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details"),
        *("dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_KINDS = {"li": "item", "caption": "caption", "pre": "code"}
_HIDDEN = frozenset(("script", "style", "title", "head"))
_ALIGNED = frozenset(("div", "center", "p", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "caption"))
_NO_CLOSE = frozenset(("p", "li", "tr", "td", "th", "dt", "dd"))


class Piece(NamedTuple):
    """A paragraph of an HTML block.

    `kind`: para, heading, item, cell, caption, code. `level`: of a heading. `table`, `row`, `column` are set on cells;
    a piece of kind "table" has no lines and opens the table of that number, nested `level` deep. A cell opens with a
    piece without lines that says how many `columns` and `rows` it spans.
    """

    kind: str
    lines: list[Span]
    level: int = 0
    centred: bool = False
    table: int = -1
    row: int = 0
    column: int = 0
    columns: int = 0
    rows: int = 0


class _Grid:
    """Where the next cell of a table goes; `busy[column]` is the first row that no cell from above reaches."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = -1
        self.column = 0
        self.busy: list[int] = []
        self.in_cell = False

    def next_row(self) -> None:
        self.row += 1
        self.column = -1
        self.in_cell = False

    def next_cell(self, names: dict[str, str]) -> None:
        self.row = max(self.row, 0)
        column = max(self.column + 1, 0)
        while column < len(self.busy) and self.busy[column] > self.row:
            column += 1
        self.column = column
        wide, high = _number(names.get("colspan", "1")), _number(names.get("rowspan", "1"))
        self.busy.extend([0] * (column + wide - len(self.busy)))
        for covered in range(column, column + wide):
            self.busy[covered] = self.row + high
        self.last = column + wide - 1
        self.size = wide, high
        self.in_cell = True

    def end_cell(self) -> None:
        if self.in_cell:
            self.column = self.last
        self.in_cell = False

    last = 0
    size = 1, 1


class Reader:
    """Read HTML blocks one after the other; what one leaves open goes on in the next and in the text between."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.tables = 0
        self.open: list[tuple[str, bool]] = []

    @property
    def centred(self) -> bool:
        """Whether text here is centred."""
        return bool(self.open) and self.open[-1][1]

    def read(self, lines: list[Span], tables: int) -> list[Piece]:
        """Return the pieces of a block; the next new table gets the number `tables`."""
        self.tables = tables
        self.grids: list[_Grid] = []
        self.pieces: list[Piece] = []
        self.lines: list[Span] = []
        self.kind, self.level = "para", 0
        self.hidden = ""
        self.unseen = ""
        self.closes: dict[int, int] = {}
        for start, end in _joined(self.raw, lines):
            self._line(start, end)
        self._flush()
        return self.pieces

    def _line(self, start: int, end: int) -> None:
        raw = self.raw
        if start == end and self.kind == "code" and self.lines:
            self.lines.append((start, end))
        text_from = pos = start
        if self.unseen:
            text_from = pos = self._skip(pos, end)
        while match := re.compile(_TOKEN).search(raw, pos, end):
            here = match.start()
            if match.group() != "<":
                self._text(text_from, here)
                self.unseen = _CLOSES.get(match.group(), ">")
                text_from = pos = self._skip(here + 2, end)
                continue
            tag = re.compile(TAG).match(raw, here, end)
            named = tag or re.compile(_NAME).match(raw, here, end)
            name = named[2 if tag else 1].lower() if named else ""
            if not (name in _BREAKS or name in _HIDDEN):
                pos = tag.end() if tag else here + 1
                continue
            self._text(text_from, here)
            if tag:
                self._tag(name, bool(tag[1]), tag[3])
                text_from = pos = tag.end()
            else:
                self._tag(name, raw[here + 1] == "/", "")
                self.unseen = ">"
                text_from = pos = self._skip(here + 1, end)
        self._text(text_from, end)

    def _skip(self, pos: int, end: int) -> int:
        """Return the place behind a comment or a tag that is not whole."""
        close = self.raw.find(self.unseen, pos, end)
        if close < 0:
            return end
        close += len(self.unseen)
        self.unseen = ""
        return close

    def _text(self, start: int, end: int) -> None:
        while start < end and self.raw[start] in BLANKS:
            start += 1
        while end > start and self.raw[end - 1] in BLANKS:
            end -= 1
        if start < end and not self.hidden:
            self.lines.append((start, end))

    def _tag(self, name: str, closing: bool, rest: str) -> None:
        if name in _HIDDEN:
            self.hidden = "" if closing else name
            return
        self._flush()
        names = attributes(rest) if rest else {}
        if name == "table":
            self._table(closing)
        elif name == "tr" and self.grids and not closing:
            self.grids[-1].next_row()
        elif name in ("td", "th") and self.grids:
            self.grids[-1].end_cell()
            if not closing:
                grid = self.grids[-1]
                grid.next_cell(names)
                self.pieces.append(Piece("cell", [], 0, False, grid.number, grid.row, grid.column, *grid.size))
        elif name in _KINDS or (len(name) == 2 and name[0] == "h" and name[1].isdigit()):
            self.kind = "para" if closing else _KINDS.get(name, "heading")
            self.level = 0 if closing or name[0] != "h" else int(name[1])
        if name in _ALIGNED:
            self._align(name, closing, names)

    def _table(self, closing: bool) -> None:
        if closing:
            if self.grids:
                self.grids.pop()
            return
        self.pieces.append(Piece("table", [], len(self.grids), False, self.tables))
        self.grids.append(_Grid(self.tables))
        self.tables += 1

    def _align(self, name: str, closing: bool, names: dict[str, str]) -> None:
        if not closing:
            if name in _NO_CLOSE and self.open and self.open[-1][0] == name:
                self.open.pop()
            if len(self.open) < 1000:
                self.open.append((name, _is_centred(name, names) or (self.centred and not _says_where(names))))
            return
        for index in range(len(self.open) - 1, max(len(self.open) - 9, -1), -1):
            if self.open[index][0] == name:
                del self.open[index:]
                return

    def _flush(self) -> None:
        while self.lines and self.lines[-1][0] == self.lines[-1][1]:
            self.lines.pop()
        if not self.lines:
            return
        lines, self.lines = self.lines, []
        grid = self.grids[-1] if self.grids else None
        if grid is not None and grid.in_cell:
            self.pieces.append(Piece("cell", lines, 0, self.centred, grid.number, grid.row, grid.column))
        else:
            self.pieces.append(Piece(self.kind, lines, self.level, self.centred))


def _joined(raw: str, lines: list[Span]) -> list[Span]:
    """Join lines between which a tag goes on, where nothing but a line end lies between them."""
    joined: list[Span] = []
    for start, end in lines:
        if joined:
            first, last = joined[-1]
            if raw.rfind("<", first, last) > raw.rfind(">", first, last) and not raw[last:start].strip(BLANKS + "\n"):
                joined[-1] = (first, end)
                continue
        joined.append((start, end))
    return joined


def _is_centred(name: str, names: dict[str, str]) -> bool:
    style = names.get("style", "").replace(" ", "").lower()
    return name == "center" or names.get("align", "").lower() == "center" or "text-align:center" in style


def _says_where(names: dict[str, str]) -> bool:
    return "align" in names or "text-align" in names.get("style", "")


def _number(text: str) -> int:
    return min(max(int(text), 1), WIDEST) if text.isascii() and text.isdigit() and len(text) < 6 else 1
