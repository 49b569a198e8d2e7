"""Hold what a file says: one string, its blocks, and where every character came from.

`Source.text` is every block followed by a newline. An offset into that string is the only coordinate of stdlint:
findings are spans of it, fixes replace spans of it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from stdlint.complaint import Complaint

if TYPE_CHECKING:
    from stdlint.layout import Layout, Name

Span = tuple[int, int]

LINE_BREAK = "\u2028"
"""A forced line break inside a block (Word's `w:br`, Markdown's hard break)."""

OBJECT = "\ufffc"
"""A picture, a formula or a footnote mark inside a block; `Source.anchors` says which."""


OWN = "stdlint."
"""What the names of entries in front matter and of document properties begin with that are meant for stdlint."""

CHECKLIST = OWN + "checklist"
"""The entry of `Source.meta` by which a form says which checklist it is."""


class ReadError(Complaint):
    """A file that cannot be read."""


def unreadable(error: OSError) -> ReadError:
    """Return the error for a file that the system does not give."""
    why = error.strerror or str(error)
    return ReadError(f"The file cannot be read: {why}.", f"文件无法读取（{why}）。")


class Origin(NamedTuple):
    """Say where a character came from.

    `part` indexes `Source.parts`. In Word `node` is the ordinal of the `w:t` in that part, in document order, and
    `offset` counts the characters inside it; in Markdown `node` is 0 and `offset` counts the characters of the
    decoded file. `node` is -1 for text that stands in no file: computed numbers, line breaks, objects. In a workbook
    `part` is the sheet, `offset` the row from 1 and `node` the column, negative since workbooks are only read.
    """

    part: int
    node: int
    offset: int


NOWHERE = Origin(0, -1, 0)


class Block(NamedTuple):
    """A paragraph, or the label in front of one.

    `kind`: label, heading, para, item, caption, note, example, footnote, cell, formula, quote, code, box (text box or
    frame), toc, header, footer. A label ("5.2.1", "a)", "注1：", "表3", "附录A", "[1]") is a block of its own directly
    in front of the block it numbers; `label` repeats its text on both, and `typed` says whether the author typed it
    (False: Word computed it, or Markdown syntax stands for it).
    `level`: of a heading its outline level from 1, of an item its depth from 1, else 0.
    `style`: the name of the Word paragraph style, "" in Markdown. `table`: index into `Source.tables` or -1.
    """

    span: Span
    kind: str = "para"
    level: int = 0
    label: str = ""
    typed: bool = True
    style: str = ""
    bold: bool = False
    centred: bool = False
    table: int = -1


class Cell(NamedTuple):
    """A table cell: row and column from 0, the indexes of its blocks (labels included), and the columns that it spans.

    `merged`: it holds no text because a cell above it goes on here, or because the row is made shorter there. `split`:
    a diagonal line runs through it.
    """

    row: int
    column: int
    blocks: tuple[int, ...]
    columns: int = 1
    merged: bool = False
    split: bool = False


class Table(NamedTuple):
    """A table: its cells in reading order, and its nesting depth (0 = not inside another table).

    `repeats`: its first row is set to be repeated on every page.
    """

    cells: list[Cell]
    depth: int = 0
    repeats: bool = False


class Anchor(NamedTuple):
    """What an OBJECT character in the text stands for, or where a span of code begins.

    `kind`: footnote, endnote, picture, formula, code. `target` is the index of the footnote's first block or -1; `text`
    is the formula's own text (LaTeX or the letters of the OMML), a picture's description, or the code. `lost`: the file
    does not hold the image.
    """

    offset: int
    kind: str
    target: int = -1
    text: str = ""
    lost: bool = False


class Reference(NamedTuple):
    """What a cross-reference shows: its span, the bookmark it means, and the switches of the field (“\\r \\h”)."""

    span: Span
    bookmark: str
    switches: str = ""


class Remark(NamedTuple):
    """What somebody wrote beside the text: a comment of Word, or one of Markdown (`<!-- … -->`).

    In Word `span` are the words on which it lies, empty where it hangs on a point or, `apart`, where they are deleted.
    In Markdown `span` is empty: where it stands inside a block, or, `apart` from all blocks, the beginning of the next
    one (the length of the text behind the last). `line` is its line in the file, from 1, 0 in Word.
    """

    span: Span
    text: str
    apart: bool = False
    line: int = 0


class Edit(NamedTuple):
    """Replace a span of `Source.text`. An edit stays inside one block.

    Text that begins with a newline, inserted at the end of a block, becomes a paragraph of its own behind it.
    """

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Source:
    """What the file says, and nothing about what it means.

    `starts[i]` is the offset from which on text comes from (`parts[i]`, `nodes[i]`, `offsets[i]`), counting up
    character by character until the next start. `locked` lists spans that may be reported but not changed (results
    of fields, computed text). `meta` holds front matter or document properties. `unread` says what of substance was not
    read: sentences in English and Chinese. `look` reads the layout of the file; ask for `layout`. `counted` finds, by
    the index of a typed label, the number that Word shows in front of it. `references` are those of Word by fields.
    `closed`: a drawing or a border stands in the last paragraph with text or behind it, as the end line does.
    `mark` finds the bookmarks or anchors; ask for `bookmarks`. `lift` finds what is set high or low; ask for `raised`.
    `gloss` finds the comments; ask for `remarks`.
    """

    format: str
    text: str
    blocks: list[Block]
    data: bytes
    starts: array[int] = field(default_factory=lambda: array("i"))
    parts: array[int] = field(default_factory=lambda: array("i"))
    nodes: array[int] = field(default_factory=lambda: array("i"))
    offsets: array[int] = field(default_factory=lambda: array("i"))
    part_names: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    locked: list[Span] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"
    unread: list[tuple[str, str]] = field(default_factory=list)
    look: Callable[[Source], Layout] | None = field(default=None, repr=False, compare=False)
    counted: dict[int, str] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    closed: bool = False
    mark: Callable[[Source], list[Name]] | None = field(default=None, repr=False, compare=False)
    _layout: Layout | None = field(default=None, init=False, repr=False, compare=False)
    _bookmarks: list[Name] | None = field(default=None, init=False, repr=False, compare=False)
    lift: Callable[[Source], list[Span]] | None = field(default=None, repr=False, compare=False)
    _raised: list[Span] | None = field(default=None, init=False, repr=False, compare=False)
    gloss: Callable[[Source], list[Remark]] | None = field(default=None, repr=False, compare=False)
    _remarks: list[Remark] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def layout(self) -> Layout:
        """How the file looks and what its authors did to it, read when first asked for; empty for Markdown."""
        if self._layout is None:
            from stdlint.layout import Layout

            self._layout = Layout() if self.look is None else self.look(self)
        return self._layout

    @property
    def bookmarks(self) -> list[Name]:
        """The bookmarks of Word or the anchors of Markdown, in order, looked up when first asked for."""
        if self._bookmarks is None:
            self._bookmarks = [] if self.mark is None else self.mark(self)
        return self._bookmarks

    @property
    def raised(self) -> list[Span]:
        """The spans of superscripts and subscripts, in order, looked up when first asked for."""
        if self._raised is None:
            self._raised = [] if self.lift is None else self.lift(self)
        return self._raised

    @property
    def remarks(self) -> list[Remark]:
        """The comments, in order, looked up when first asked for."""
        if self._remarks is None:
            self._remarks = [] if self.gloss is None else self.gloss(self)
        return self._remarks

    def is_raised(self, span: Span) -> bool:
        """Say whether any character of a span is set high or low."""
        at = bisect_right(self.raised, span[0], key=lambda one: one[1])
        return at < len(self.raised) and self.raised[at][0] < span[1]

    def origin(self, offset: int) -> Origin:
        """Return where the character at `offset` came from; `node` is -1 where it stands in no file."""
        run = bisect_right(self.starts, offset) - 1
        if run < 0:
            return NOWHERE
        node = self.nodes[run]
        shift = offset - self.starts[run] if node >= 0 else 0
        return Origin(self.parts[run], node, self.offsets[run] + shift)

    def editable(self, start: int, end: int) -> bool:
        """Say whether the span was typed by the author and may be replaced, or text inserted at it if it is empty."""
        if start == end:
            inside = any(first < start < last for first, last in self.locked)
            return not inside and (self._typed(start) or (start > 0 and self._typed(start - 1)))
        if any(first < end and start < last for first, last in self.locked):
            return False
        run = max(bisect_right(self.starts, start) - 1, 0)
        while run < len(self.starts) and self.starts[run] < end:
            if self.nodes[run] < 0:
                return False
            run += 1
        return True

    def _typed(self, offset: int) -> bool:
        return self.origin(offset).node >= 0 and not any(first <= offset < last for first, last in self.locked)
