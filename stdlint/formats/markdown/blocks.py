"""Cut a Markdown file into headings, paragraphs, tables and code, line by line.

The rules are those of CommonMark and of GFM tables, with what Chinese drafts need on top: a line that begins with a
typed label begins a paragraph, an indented line of Chinese text is no code, a table ends at a line without “|”.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from stdlint.formats.markdown import shapes
from stdlint.formats.markdown.inline import Names, normal
from stdlint.formats.markdown.shapes import BLANKS
from stdlint.model import Span

DEEPEST = 100
"""How many block quotes and list items may be open at once; deeper marks are text."""

_RAW_TAGS = r"(?i)<(script|pre|style|textarea)(?:[\s>]|$)"
_BLOCK_TAGS = (
    r"(?i)</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl"
    r"|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main"
    r"|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead"
    r"|title|tr|track|ul)(?:[\s/>]|$)"
)
_LONE_TAG = r"(?:<[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|</[A-Za-z][A-Za-z0-9-]*\s*>)[ \t\r]*$"
_TABLE_TAG = r"(?i)<(/?)table\b"
_CONTAINER_START = frozenset(">[-*+0123456789")
_LEAF_START = frozenset("#`~<$-=*_|:[{!;+")
_SETEXT = re.compile(r"(=+|-+)[ \t\r]*$")
_DISPLAY = r"\$\$[^$]+\$\$[ \t\u3000]*(?:[…·. ]*[（(][^（）()]{1,8}[）)]|\\tag\{[^{}]*\})?$"
_ATTRIBUTES = r"\{:?[ \t]*[#.][^{}]*\}$"


class Marker(NamedTuple):
    """What stands for the label of a list item: a typed “1)” that begins at `start`, or a computed label."""

    label: str
    start: int
    typed: bool
    indent: int


class Leaf(NamedTuple):
    """A piece of the file that holds text.

    `kind`: heading, para, code, indented (code by its indent), formula (fenced), caption, html, table. `lines` are
    spans of the file; `depth` counts the list items around it; `marker` is set on the first piece of a list item.
    """

    kind: str
    lines: list[Span]
    level: int = 0
    depth: int = 0
    marker: Marker | None = None
    quote: bool = False
    footnote: str = ""


class _Container:
    __slots__ = ("counts", "indent", "kind", "label", "marker")

    def __init__(self, kind: str, indent: int = 0, marker: Marker | None = None, label: str = "") -> None:
        self.kind = kind
        self.indent = indent
        self.marker = marker
        self.label = label
        self.counts = True


class Blocks:
    """The pieces of a file, and what it defines for links and footnotes."""

    __slots__ = ("leaves", "meta", "names")

    def __init__(self, leaves: list[Leaf], names: Names, meta: dict[str, str]) -> None:
        self.leaves = leaves
        self.names = names
        self.meta = meta


def cut(raw: str, lines: list[str], first: int, base: int) -> Blocks:
    """Cut the lines from index `first` on, the first of which begins at `base`."""
    scanner = _Scanner(raw)
    for index in range(first, len(lines)):
        line = lines[index]
        scanner.line(line, base)
        base += len(line) + 1
    scanner.finish()
    return Blocks(scanner.leaves, scanner.names, {})


class _Scanner:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.leaves: list[Leaf] = []
        self.names = Names()
        self.open: list[_Container] = []
        self.lines: list[Span] = []
        self.state = ""
        self.until: re.Pattern[str] | None = None
        self.tables_open = 0
        self.fence = ("", 0, 0)
        self.ordered: dict[int, tuple[str, int]] = {}
        self.context: tuple[int, Marker | None, bool, str] = (0, None, False, "")
        self.forced = ""
        self.no_display = False

    def line(self, line: str, base: int) -> None:
        """Take in the next line, which begins at `base`."""
        if not self.open and self.state in ("", "para"):
            if not line or line == "\r":
                if self.state:
                    self._close()
                return
            if line[0] >= "\u3001":
                if self.state:
                    self._text(line, base, 0)
                else:
                    self._begin("para")
                    self.lines.append((base, base + len(line.rstrip(BLANKS))))
                return
        pos, matched, width = self._match(line)
        if self.state not in ("", "para"):
            if matched == len(self.open) and self._continue(line, base, pos, width):
                return
            self._close()
        self._blocks(line, base, pos, matched)

    def finish(self) -> None:
        """Close what is still open at the end of the file."""
        self._close()

    def _match(self, line: str) -> tuple[int, int, int]:
        """Walk through the open containers; return the place behind their marks, how many go on, the width there."""
        pos = matched = width = 0
        for container in self.open:
            start, blanks = _indent(line, pos, width)
            rest = line[start : start + 1]
            if container.kind == "quote":
                if rest != ">" or blanks > 3:
                    break
                pos = start + 1
                width += blanks + 1
                if line.startswith((" ", "\t"), pos):
                    width += 1 if line[pos] == " " else 4 - width % 4
                    pos += 1
            elif rest in ("", "\r"):
                pos = start
            elif blanks >= container.indent:
                pos, width = _skip(line, pos, width, container.indent)
            else:
                break
            matched += 1
        return pos, matched, width

    def _continue(self, line: str, base: int, pos: int, width: int) -> bool:
        """Give a line to the open code, HTML or table; return False where that ended before the line."""
        if self.state == "fence":
            return self._in_fence(line, base, pos, width)
        if self.state == "indented":
            return self._in_indented(line, base, pos)
        if self.state == "html":
            return self._in_html(line, base, pos)
        if self.state == "display":
            self._add(line, base, pos)
            if "$$" in line[pos:]:
                self._close()
            return True
        rest = line[pos:].strip(BLANKS)
        if "|" not in rest or (rest[0] != "|" and self._begins(rest)):
            return False
        self._add(line, base, pos)
        return True

    def _begins(self, rest: str) -> bool:
        return bool(
            rest[0] in ">#"
            or shapes.BULLET.match(rest)
            or shapes.FENCE.match(rest)
            or (rest[0] == "<" and re.match(_BLOCK_TAGS, rest))
        )

    def _in_fence(self, line: str, base: int, pos: int, width: int) -> bool:
        mark, length, indent = self.fence
        start, blanks = _indent(line, pos, width)
        rest = line[start:].rstrip(BLANKS)
        if blanks < 4 and len(rest) >= length and not rest.strip(mark) and rest:
            self._close()
            return True
        pos, _ = _skip(line, pos, width, min(indent, blanks))
        self.lines.append((base + pos, base + len(line.rstrip("\r"))))
        return True

    def _in_indented(self, line: str, base: int, pos: int) -> bool:
        start, blanks = _indent(line, pos, 0)
        if line[start:].strip(BLANKS):
            if blanks < 4 or shapes.is_indented_text(line[start:]):
                return False
            pos, _ = _skip(line, pos, 0, 4)
        else:
            pos = len(line.rstrip("\r"))
        self.lines.append((base + pos, base + len(line.rstrip("\r"))))
        return True

    def _in_html(self, line: str, base: int, pos: int) -> bool:
        if self.tables_open:
            self._count_tables(line[pos:])
            self._add(line, base, pos)
            if not self.tables_open:
                self._close()
            return True
        if self.until is None and not line[pos:].strip(" \t\r"):
            self._close()
            return True
        self._add(line, base, pos)
        if self.until is not None and self.until.search(line, pos):
            self._close()
        elif self.until is None:
            self._count_tables(line[pos:])
        return True

    def _count_tables(self, line: str) -> None:
        """Count the HTML tables that are open, so that blank lines do not end them."""
        if "<" not in line:
            return
        for match in re.finditer(_TABLE_TAG, line):
            self.tables_open = max(self.tables_open + (-1 if match[1] else 1), 0)

    def _blocks(self, line: str, base: int, pos: int, matched: int) -> None:
        """Open the containers and blocks that begin on this line."""
        here = matched
        width = start = pos
        blanks = 0
        while True:
            start, blanks = _indent(line, pos, width) if line.startswith((" ", "\t"), pos) else (pos, 0)
            char = line[start : start + 1]
            if not char or (char in BLANKS and not line[start:].strip(BLANKS)):
                self._blank(here)
                return
            if blanks >= 4 and not any(container.kind == "item" for container in self.open[:here]):
                running = self.state == "para"
                if not running and not shapes.is_indented_text(line[start:]):
                    self._leave(here)
                    self._begin("indented")
                    self.lines.append((base + _skip(line, pos, width, 4)[0], base + len(line.rstrip("\r"))))
                    return
                if running or char not in "-*+":
                    break
            if char not in _CONTAINER_START or len(self.open) >= DEEPEST:
                break
            entered = self._container(line, base, start, width + blanks, here, pos)
            if entered is None:
                break
            pos, width, here = entered
        if (char in _LEAF_START or "|" in line) and self._leaf(line, base, start, blanks, here):
            return
        self._text(line, base, start, here)

    def _container(
        self, line: str, base: int, start: int, width: int, here: int, pos: int
    ) -> tuple[int, int, int] | None:
        """Open the container that begins at `start`; return the place, width and depth inside it."""
        char = line[start]
        if char == ">":
            self._leave(here)
            self.open.append(_Container("quote"))
            inside = start + 1
            return inside + line.startswith((" ", "\t"), inside), width + 1, here + 1
        if char == "[" and line.startswith("[^", start) and (match := shapes.FOOTNOTE.match(line, start)):
            return self._footnote(match, here)
        if char in "-*+":
            match = shapes.BULLET.match(line, start)
            if match and not shapes.is_rule(line[start:]):
                return self._item(line, base, match, width, here, pos)
        elif char.isdigit() and char.isascii():
            match = shapes.ORDERED.match(line, start)
            if match:
                return self._item(line, base, match, width, here, pos)
        return None

    def _footnote(self, match: re.Match[str], here: int) -> tuple[int, int, int]:
        self._leave(here)
        label = normal(match[1])
        self.names.footnotes.setdefault(label, len(self.names.footnotes))
        self.open = [_Container("footnote", 2, None, label)]
        return match.end(), match.end(), 1

    def _item(
        self, line: str, base: int, match: re.Match[str], width: int, here: int, pos: int
    ) -> tuple[int, int, int] | None:
        """Open a list item, unless the mark may not interrupt the paragraph that is open."""
        empty = not line[match.end() :].strip(BLANKS)
        ordered = match.re is shapes.ORDERED
        late = ordered and match[2] == "." and match[1].lstrip("0") != "1"
        if (empty or late) and self.state == "para" and here == len(self.open):
            return None
        self._leave(here)
        mark = len(match.group())
        blanks = _indent(line, match.end(), width + mark)[1]
        parent = self.open[-1] if self.open else None
        same = (
            parent is not None and parent.kind == "item" and parent.marker is not None and here and pos == match.start()
        )
        depth = sum(container.kind == "item" and container.counts for container in self.open)
        marker, depth = self._marker(match, base, depth, ordered, width)
        before = _indent(line, pos, width - len(line[pos : match.start()]))[1]
        inner = 1 if empty or blanks > 4 else blanks
        container = _Container("item", before + mark + inner, marker)
        if same and ordered and parent is not None and not parent.marker.typed:  # type: ignore[union-attr]
            parent.marker = None
            container.counts = False
        self.open.append(container)
        at, width = _skip(line, match.end(), width + mark, inner)
        return (len(line.rstrip("\r")) if empty else at), width, here + 1

    def _marker(self, match: re.Match[str], base: int, depth: int, ordered: bool, width: int) -> tuple[Marker, int]:
        level = depth + 1
        for deeper in [known for known in self.ordered if known > level]:
            del self.ordered[deeper]
        start = base + match.start()
        if not ordered:
            self.ordered.pop(level, None)
            return Marker("——" if level == 1 else "·", start, False, width), level
        if match[2] == ")":
            self.ordered.pop(level, None)
            return Marker(match.group(), start, True, width), level
        known = self.ordered.get(level)
        number = known[1] + 1 if known else int(match[1])
        self.ordered[level] = (".", number)
        return Marker(f"{number})", start, False, width), level

    def _leaf(self, line: str, base: int, start: int, blanks: int, here: int) -> bool:
        """Open or emit the leaf that begins at `start`, unless it is text."""
        char = line[start]
        rest = line[start:].rstrip("\r")
        if char == "#" and (match := shapes.HEADING.match(line.rstrip("\r"), start)):
            self._leave(here)
            self._heading(line, base, match.end(), len(match[1]))
            return True
        if self.state == "para" and here == len(self.open) and self._ends_para(line, base, rest):
            return True
        if char in "-*_" and shapes.is_rule(rest):
            self._leave(here)
            return True
        if char in "`~" and (match := shapes.FENCE.match(rest.rstrip(BLANKS))):
            self._leave(here)
            self._fence(match, blanks)
            return True
        if char == "<":
            return self._html(line, base, start, here)
        if char == "$" and rest.startswith("$$"):
            return self._display(line, base, start, here)
        return self.state != "para" and self._dropped(line, base, start, rest.rstrip(BLANKS), here)

    def _ends_para(self, line: str, base: int, rest: str) -> bool:
        """Turn the open paragraph into a heading or the head of a table, if this line says so."""
        start, end = self.lines[-1]
        head = self.raw[start:end]
        cells = shapes.delimiter_cells(rest) if "|" in rest or "|" in head else 0
        if not cells or len(shapes.row_cells(head, start)) != cells:
            if not _SETEXT.match(rest) or self.forced:
                return False
            self._close("heading", 1 if rest[0] == "=" else 2)
            return True
        self._table()
        return True

    def _table(self) -> None:
        """Begin a table, the head of which is the last line of the open paragraph."""
        head = self.lines.pop()
        context = self.context
        if self.lines:
            self._close()
            context = (context[0], None, *context[2:])
        self.state = "table"
        self.lines = [head]
        self.context = context

    def _dropped(self, line: str, base: int, start: int, rest: str, here: int) -> bool:
        """Drop what is no text: definitions, includes, the mark of a caption."""
        if rest[0] == "[" and (match := re.match(shapes.DEFINITION, rest)) and match[1].strip():
            self._leave(here)
            self.names.links.add(normal(match[1]))
            return True
        if rest[0] in "[-;{!:" and shapes.DROPPED.match(rest):
            self._leave(here)
            return True
        if rest[0] == ":" and (match := re.match(shapes.CAPTION, rest)):
            self._leave(here)
            self._begin("para")
            self.forced = "caption"
            self._add(line, base, start + match.end())
            return True
        return False

    def _heading(self, line: str, base: int, start: int, level: int) -> None:
        end = len(line.rstrip(BLANKS))
        if match := shapes.CLOSED_HASHES.search(line[start:end]):
            end = start + len(line[start : start + match.start()].rstrip(BLANKS))
        self._begin("heading")
        self._close("heading", level, [self._trimmed(line, base, start, max(start, end))])

    def _trimmed(self, line: str, base: int, start: int, end: int) -> Span:
        text = line[start:end]
        if text.endswith("}") and (match := re.compile(_ATTRIBUTES).match(text, max(text.rfind("{"), 0))):
            text = text[: match.start()]
        kept = text.lstrip(BLANKS)
        first = base + start + len(text) - len(kept)
        return first, first + len(kept.rstrip(BLANKS))

    def _fence(self, match: re.Match[str], blanks: int) -> None:
        mark = match[1] or match[3]
        info = (match[2] or match[4] or "").strip().lower()
        self._begin("fence")
        self.fence = (mark[0], len(mark), blanks)
        self.forced = "formula" if info.split(" ")[0].strip("{}.") in ("math", "latex", "tex") else "code"

    def _display(self, line: str, base: int, start: int, here: int) -> bool:
        """Open a formula that stands between two lines of “$$”, or on one line of its own."""
        if re.match(_DISPLAY, line[start:].rstrip(BLANKS)):
            self._leave(here)
            self._begin("para")
            self._add(line, base, start)
            self._close()
            return True
        if line.find("$$", start + 2) >= 0 or self.no_display:
            return False
        if self.raw.find("$$", base + start + 2) < 0:
            self.no_display = True
            return False
        self._leave(here)
        self._begin("display")
        self._add(line, base, start)
        return True

    def _html(self, line: str, base: int, start: int, here: int) -> bool:
        rest = line[start:]
        self.until = None
        if match := re.match(_RAW_TAGS, rest):
            self.until = re.compile(f"</{match[1]}>", re.IGNORECASE)
        elif rest.startswith("<!--"):
            self.until = re.compile("-->")
        elif rest.startswith("<?"):
            self.until = re.compile(r"\?>")
        elif rest.startswith("<![CDATA["):
            self.until = re.compile(r"\]\]>")
        elif re.match(r"<![A-Za-z]", rest):
            self.until = re.compile(">")
        elif not re.match(_BLOCK_TAGS, rest) and (self.state == "para" or not re.match(_LONE_TAG, rest)):
            return False
        self._leave(here)
        self._begin("html")
        self.tables_open = 0
        self._add(line, base, start)
        if self.until is not None:
            if self.until.search(line, start + 2):
                self._close()
        else:
            self._count_tables(rest)
            if re.search(r"</table\s*>[ \t\r]*$", rest, re.IGNORECASE) and not self.tables_open:
                self._close()
        return True

    def _text(self, line: str, base: int, start: int, here: int = 0) -> None:
        """Add a line of text to the open paragraph, or begin one with it."""
        if self.state == "para":
            first, end = self.lines[0]
            last = self.raw[self.lines[-1][0] : self.lines[-1][1]]
            text = line[start:].strip(BLANKS)
            if not text:
                self._close()
                return
            if not shapes.opens_block(last, text, first=self.raw[first : min(end, first + 8)]):
                self._add(line, base, start)
                return
        self._leave(here)
        if not line[start:].strip(BLANKS):
            return
        self._begin("para")
        self._add(line, base, start)

    def _add(self, line: str, base: int, start: int) -> None:
        kept = line[start:].rstrip(BLANKS)
        text = kept.lstrip(BLANKS)
        first = base + start + len(kept) - len(text)
        self.lines.append((first, first + len(text)))

    def _blank(self, here: int) -> None:
        self._close()
        del self.open[here:]

    def _leave(self, here: int) -> None:
        """Close the open leaf and the containers that do not go on."""
        self._close()
        del self.open[here:]

    def _begin(self, state: str) -> None:
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
            else:
                footnote = container.label
        if self.open[-1].kind != "item":
            marker = None
        for deeper in [known for known in self.ordered if known > depth]:
            del self.ordered[deeper]
        self.context = (depth, marker, quote, footnote)

    def _close(self, kind: str = "", level: int = 0, lines: list[Span] | None = None) -> None:
        """Emit the open leaf."""
        state = self.state
        if not state:
            return
        self.state = ""
        kept = self.lines if lines is None else lines
        self.lines = []
        if state in ("fence", "indented"):
            kind = "indented" if state == "indented" else self.forced
            while kept and state == "indented" and kept[-1][0] == kept[-1][1]:
                kept.pop()
            state = kind
        elif state == "display":
            state = "para"
        if not kept:
            return
        if not kind:
            kind = self.forced if state == "para" and self.forced else state
        if kind == "heading" and lines is None:
            start, end = kept[-1]
            line = self.raw[start:end]
            kept[-1] = self._trimmed(line, start, 0, len(line))
        self.leaves.append(Leaf._make((kind, kept, level, *self.context)))


def _indent(line: str, pos: int, width: int) -> tuple[int, int]:
    """Return where the blanks from `pos` on end, and how many columns they take; `pos` stands in column `width`."""
    pos, end = _skip(line, pos, width, 4 * len(line))
    return pos, end - width


def _skip(line: str, pos: int, width: int, columns: int) -> tuple[int, int]:
    """Return the place and the column behind so many columns of blanks; a tab is skipped as a whole."""
    goal = width + columns
    while pos < len(line) and width < goal:
        if line[pos] == " ":
            width += 1
        elif line[pos] == "\t":
            width += 4 - width % 4
        else:
            break
        pos += 1
    return pos, width
