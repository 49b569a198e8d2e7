"""Hold how a file looks and what its authors did to it: facts beside the text, for rules that ask.

Every offset and span is one of `Source.text`; lengths are in points. Markdown has none of these facts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Span = tuple[int, int]


class Shape(NamedTuple):
    """How a paragraph is set: its own properties, else those of its style and list.

    `alignment`: left, center, right, both, distribute … `first` is the indent of the first line, negative if it hangs.
    Indents that the file gives in characters stand in `…_chars`, spacing in lines in `…_lines`, None where it does not;
    Word prefers them to points. `line` is a multiple where `line_rule` is “auto”, else (exact, atLeast) points.
    `outline` counts from 1, 0 is body text.
    """

    style: str = ""
    alignment: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    left_chars: float | None = None
    right_chars: float | None = None
    first_chars: float | None = None
    before: float = 0.0
    after: float = 0.0
    before_lines: float | None = None
    after_lines: float | None = None
    line: float = 1.0
    line_rule: str = "auto"
    page_break_before: bool = False
    keep_next: bool = False
    outline: int = 0


class Look(NamedTuple):
    """How characters are set.

    `latin` and `east_asian` are the fonts for the two kinds of letters, “” where the file names none. `underline` is
    the kind of line or “”, `colour` six hexadecimal digits or “” for automatic, `vertical` is superscript, subscript or
    “”.
    """

    latin: str = ""
    east_asian: str = ""
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = ""
    colour: str = ""
    highlight: str = ""
    hidden: bool = False
    vertical: str = ""


class Stretch(NamedTuple):
    """Characters of one look, inside one block."""

    span: Span
    look: Look


class Section(NamedTuple):
    """Pages of one setting, from the block of index `first` on (the index of the next section if it has no block).

    `start` is how it begins: nextPage, oddPage, evenPage, continuous, nextColumn. `number_format` is that of the page
    numbers (decimal, upperRoman …), `number_start` the first one or None if they go on. `headers` and `footers` name
    the part for “default”, “first” and “even” pages, inherited from the section before; “first” counts only with
    `title_page`, “even” only with `Layout.facing`. Lengths are None where the file leaves them to Word; margins may be
    negative.
    """

    first: int
    start: str = "nextPage"
    width: float | None = None
    height: float | None = None
    landscape: bool = False
    top: float | None = None
    right: float | None = None
    bottom: float | None = None
    left: float | None = None
    header: float | None = None
    footer: float | None = None
    columns: int = 1
    number_format: str = "decimal"
    number_start: int | None = None
    title_page: bool = False
    headers: dict[str, str] = {}  # noqa: RUF012
    footers: dict[str, str] = {}  # noqa: RUF012


class PageBreak(NamedTuple):
    """A new page in front of the character at `offset`.

    `kind`: break (typed), before (the paragraph says so), rendered (where Word last broke the page by itself).
    """

    offset: int
    kind: str


class Change(NamedTuple):
    """A tracked change that is neither accepted nor refused.

    `kind` is the name of its element: ins, del, moveFrom, moveTo, rPrChange, pPrChange, sectPrChange, tblPrChange …
    `of`: text, mark (the end of the paragraph), row, cell, format. `span` is what the change put or formatted; of
    something deleted it is empty, where that stood, and `lost` is its text.
    """

    kind: str
    of: str
    span: Span
    lost: str = ""
    author: str = ""
    date: str = ""


class Comment(NamedTuple):
    """A comment and the span it lies on, empty where it hangs on a point; `parent` is the id that it answers or “”."""

    id: str
    span: Span
    text: str
    author: str = ""
    date: str = ""
    resolved: bool = False
    parent: str = ""


class Hidden(NamedTuple):
    """Text formatted as hidden, which is not in the text, and where it stands."""

    offset: int
    text: str


class Name(NamedTuple):
    """A name that the file gives to a span. `kind`: bookmark, control (the tag of a content control), field."""

    kind: str
    name: str
    span: Span

    @property
    def is_hidden(self) -> bool:
        """Whether Word made the bookmark for itself (_Toc…, _Ref…, _GoBack)."""
        return self.kind == "bookmark" and self.name.startswith("_")


@dataclass(slots=True)
class Layout:
    """How a file looks. `shapes` finds paragraphs by the index of their blocks, labels included; all lists are sorted.

    `stretches` leave out what stands in no text of the file: computed numbers, tabs, line breaks, objects. `facing`:
    even pages have headers of their own.
    """

    shapes: dict[int, Shape] = field(default_factory=dict)
    stretches: list[Stretch] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    breaks: list[PageBreak] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    facing: bool = False
