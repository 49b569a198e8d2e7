"""Hold what is open while a Markdown file is cut, and the pieces that are done."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdlint.formats.markdown import shapes
from stdlint.formats.markdown.inline import ATTRIBUTES, Names, normal
from stdlint.formats.markdown.shapes import BLANKS
from stdlint.model import Span

Context = tuple[int, "Marker | None", bool, str]
Plain = tuple[int, int, int]
"""A heading (level 1 to 6) or paragraph (level 0) without syntax: level, begin and end."""


class Marker(NamedTuple):
    """What stands for the label of a list item: a typed “1)” that begins at `start`, or a computed label."""

    label: str
    start: int
    typed: bool
    indent: int


class Leaf(NamedTuple):
    """A piece of the file that holds text.

    `kind`: heading, para, code, indented (code by its indent), formula (fenced), caption, html, table, drawn (a table
    drawn with dashes). `lines` are spans of the file; `depth` counts the list items around it; `marker` is set on the
    first piece of a list item.
    """

    kind: str
    lines: list[Span]
    level: int = 0
    depth: int = 0
    marker: Marker | None = None
    quote: bool = False
    footnote: str = ""


class Container:
    """A quote, list item, footnote or block (a definition or admonition); `indent` is what its further lines have.

    `marker` waits for the first piece inside.
    """

    __slots__ = ("counts", "indent", "kind", "label", "marker")

    def __init__(self, kind: str, indent: int = 0, marker: Marker | None = None, label: str = "") -> None:
        self.kind = kind
        self.indent = indent
        self.marker = marker
        self.label = label
        self.counts = True


class State:
    """The open containers, the open piece (`state` says what it is: para, fence, html …), and the pieces done.

    `until` ends the open piece; `forced` is the kind it gets whatever it looks like. `glued`: headings have no blank
    behind their hashes.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.leaves: list[Leaf | Plain] = []
        self.names = Names()
        self.open: list[Container] = []
        self.lines: list[Span] = []
        self.state = ""
        self.forced = ""
        self.until: re.Pattern[str] | None = None
        self.tables_open = 0
        self.glued = shapes.are_glued(raw)
        self.fence = ("", 0, 0)
        self.rule: Span = (-1, -1)
        self.ordered: dict[int, int] = {}
        self.examples = 0
        self.included: list[str] = []
        self.context: Context = (0, None, False, "")

    def add(self, line: str, base: int, start: int) -> None:
        """Add what the line has from `start` on, without the blanks around it."""
        kept = line[start:].rstrip(BLANKS)
        text = kept.lstrip(BLANKS)
        first = base + start + len(kept) - len(text)
        self.lines.append((first, first + len(text)))

    def keep(self, line: str, base: int, start: int) -> None:
        """Add what the line has from `start` on, with all its blanks."""
        self.lines.append((base + start, base + len(line.rstrip("\r"))))

    def leave(self, here: int) -> None:
        """Close the open piece and the containers that do not go on."""
        self.close()
        del self.open[here:]

    def begin(self, state: str) -> None:
        """Open a piece inside the open containers."""
        self.state = state
        self.lines = []
        self.forced = ""
        if not self.open:
            self.context = (0, None, False, "")
            if self.ordered:
                self.ordered.clear()
            return
        depth, marker, quote, footnote = 0, None, False, ""
        for container in self.open:
            if container.kind == "item":
                depth += container.counts
                marker, container.marker = container.marker, None
            elif container.kind == "quote":
                quote, marker = True, None
            elif container.kind == "footnote":
                footnote = container.label
        last = self.open[-1]
        if last.kind == "block":
            marker, last.marker = last.marker, None
        elif last.kind != "item":
            marker = None
        for deeper in [known for known in self.ordered if known > depth]:
            del self.ordered[deeper]
        self.context = (depth, marker, quote, footnote)

    def close(self, kind: str = "", level: int = 0) -> None:
        """Put the open piece to those that are done."""
        state, lines = self.state, self.lines
        if not state:
            return
        self.state = ""
        self.lines = []
        if state == "indented":
            while lines and lines[-1][0] == lines[-1][1]:
                lines.pop()
        elif state == "para":
            self._close_text(lines, kind, level)
            return
        if lines:
            self.leaves.append(Leaf._make((self.forced or state, lines, level, *self.context)))

    def _close_text(self, lines: list[Span], kind: str, level: int) -> None:
        kind = kind or self.forced or "para"
        first = self.raw[lines[0][0]]
        if first == "[" and kind == "para":
            lines = self.define(lines)
        elif first == "|" and self._is_verse(lines):
            for line in lines:
                text = self.raw[line[0] + 1 : line[1]].lstrip(BLANKS)
                if text:
                    self.leaves.append(Leaf._make((kind, [(line[1] - len(text), line[1])], level, *self.context)))
            return
        if lines and kind != "para":
            start, end = lines[-1]
            lines[-1] = trimmed(self.raw, start, end)
        if lines:
            self.leaves.append(Leaf._make((kind, lines, level, *self.context)))

    def _is_verse(self, lines: list[Span]) -> bool:
        """Say whether the lines are one of Pandoc's line blocks: “| ” before each, and no row of a table."""
        return lines[0][1] > lines[0][0] + 1 and all(
            end == start + 1 or (self.raw.startswith("| ", start) and self.raw[end - 1] != "|") for start, end in lines
        )

    def define(self, lines: list[Span]) -> list[Span]:
        """Take in the link definitions at the beginning of a paragraph and return the lines that are left."""
        if self.raw.find("]:", lines[0][0], lines[-1][1]) < 0:
            return lines
        flat = "\n".join([self.raw[start:end] for start, end in lines]) + "\n"
        pos = 0
        while (match := re.compile(shapes.DEFINITION).match(flat, pos)) and match[1].strip():
            self.names.links.add(normal(match[1]))
            pos = match.end()
        return lines[flat.count("\n", 0, pos) :]


def trimmed(raw: str, start: int, end: int) -> Span:
    """Return a span of text without the blanks around it and its attributes “{#id .class}”."""
    text = raw[start:end].rstrip(BLANKS)
    if text.endswith("}") and (match := re.compile(ATTRIBUTES).fullmatch(text, max(text.rfind("{"), 0))):
        text = text[: match.start()].rstrip(BLANKS)
    return start + len(text) - len(text.lstrip(BLANKS)), start + len(text)
