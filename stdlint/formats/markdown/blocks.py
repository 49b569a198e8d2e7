"""Cut a Markdown file into headings, paragraphs, tables and code, line by line.

The rules are those of CommonMark and of GFM tables, with what Chinese drafts need on top: a line that begins with a
typed label begins a paragraph, an indented line of Chinese text is no code, a table ends at a line without “|”.
"""

from __future__ import annotations

import re

from stdlint.formats.markdown import shapes
from stdlint.formats.markdown.columns import indent, skip
from stdlint.formats.markdown.containers import STARTS, after_mark, enter
from stdlint.formats.markdown.inline import Names, is_chinese
from stdlint.formats.markdown.openers import OPENERS, count_tables
from stdlint.formats.markdown.shapes import BLANKS
from stdlint.formats.markdown.state import Leaf, Plain, State
from stdlint.model import Span

DEEPEST = 100
"""How many block quotes and list items may be open at once; deeper marks are text."""

_PLAIN = re.compile(
    r"(?:(#{1,6})[ \u3000]++(?=\S)|(?=[^\x00-@IT\[-`it{-\xa0]))([^#\n\r\\`*_\[\]<&$~!{|]++)(?:\n\n+|\n?\Z)"
)
"""A heading or a paragraph of one line without any other syntax, with the blank lines below it.

The letters are those that begin “Table: …” and “include::…”.
"""
_SETEXT = re.compile(r"(=+|-+)[ \t\r]*$")


class Blocks:
    """The pieces of a file, what it defines for links and footnotes, and the files that it includes."""

    __slots__ = ("included", "leaves", "meta", "names")

    def __init__(self, leaves: list[Leaf | Plain], names: Names, included: list[str]) -> None:
        self.leaves = leaves
        self.names = names
        self.included = included
        self.meta: dict[str, str] = {}


def cut(raw: str, pos: int = 0) -> Blocks:
    """Cut a file, the lines of which end in line feeds, from the line on that begins at `pos`."""
    state = State(raw)
    leaves, size = state.leaves, len(raw)
    while pos < size:
        if not (state.state or state.open) and (match := _PLAIN.match(raw, pos)):
            start, end = match.span(2)
            if raw[start] not in BLANKS and raw[end - 1] not in BLANKS:
                leaves.append((match.end(1) - match.start(1), start, end))
                if state.ordered:
                    state.ordered.clear()
                pos = match.end()
                continue
        end = raw.find("\n", pos)
        if end < 0:
            end = size
        _line(state, raw[pos:end], pos)
        pos = end + 1
    state.close()
    return Blocks(leaves, state.names, state.included)


def _line(state: State, line: str, base: int) -> None:
    """Take in the next line, which begins at `base`."""
    pos, matched, width = _matched(state, line) if state.open else (0, 0, 0)
    if state.state not in ("", "para"):
        if matched == len(state.open) and _goes_on(state, line, base, pos, width):
            return
        state.close()
    _start(state, line, base, pos, width, matched)


def _matched(state: State, line: str) -> tuple[int, int, int]:
    """Walk through the open containers; return the place behind their marks, how many go on, the column there."""
    pos = matched = width = 0
    for container in state.open:
        start, blanks = indent(line, pos, width)
        rest = line[start : start + 1]
        if container.kind == "quote":
            if rest != ">" or blanks > 3:
                break
            pos, width = after_mark(line, start + 1, width + blanks + 1)
        elif rest in ("", "\r"):
            if container.marker is not None and container.kind == "item":
                break
            pos = start
        elif blanks >= container.indent:
            pos, width = skip(line, pos, width, container.indent)
        else:
            break
        matched += 1
    return pos, matched, width


def _goes_on(state: State, line: str, base: int, pos: int, width: int) -> bool:
    """Give a line to the open code, HTML or table; return False where that ended before the line."""
    kind = state.state
    if kind == "fence":
        return _in_fence(state, line, base, pos, width)
    if kind == "indented":
        return _in_indented(state, line, base, pos, width)
    if kind == "html":
        return _in_html(state, line, base, pos)
    if kind == "drawn":
        return _in_drawn(state, line, base, pos)
    if kind in ("display", "skipped"):
        ends = state.until is not None and state.until.search(line, pos)
        if kind == "display":
            state.add(line, base, pos)
        elif not ends and (name := line.strip(BLANKS)):
            state.included.append(name)
        if ends:
            state.close()
        return True
    rest = line[pos:].strip(BLANKS)
    if "|" not in rest or (rest[0] != "|" and _begins(rest)):
        return False
    state.add(line, base, pos)
    return True


def _begins(rest: str) -> bool:
    return bool(
        rest[0] in ">#"
        or shapes.BULLET.match(rest)
        or re.match(shapes.FENCE, rest)
        or (rest[0] == "<" and shapes.is_block_tag(rest))
    )


def _in_fence(state: State, line: str, base: int, pos: int, width: int) -> bool:
    mark, length, before = state.fence
    start, blanks = indent(line, pos, width)
    rest = line[start:].rstrip(BLANKS)
    if blanks < 4 and len(rest) >= length and not rest.strip(mark) and rest:
        state.close()
        return True
    state.keep(line, base, skip(line, pos, width, min(before, blanks))[0])
    return True


def _in_indented(state: State, line: str, base: int, pos: int, width: int) -> bool:
    start, blanks = indent(line, pos, width)
    rest = line[start:]
    if rest.strip(BLANKS) and (blanks < 4 or shapes.is_indented_text(rest)):
        return False
    state.keep(line, base, skip(line, pos, width, 4)[0])
    return True


def _in_html(state: State, line: str, base: int, pos: int) -> bool:
    if state.tables_open:
        count_tables(state, line[pos:])
        state.add(line, base, pos)
        if not state.tables_open:
            state.close()
        return True
    if state.until is None and not line[pos:].strip(" \t\r"):
        state.close()
        return True
    state.add(line, base, pos)
    if state.until is None:
        count_tables(state, line[pos:])
    elif state.until.search(line, pos):
        state.close()
    return True


def _in_drawn(state: State, line: str, base: int, pos: int) -> bool:
    """Take in a row of a table drawn with “+---+” (`until` is None), or with dashes and blanks."""
    rest = line[pos:].strip(BLANKS)
    if state.until is None:
        if not rest.startswith(("|", "+")):
            return False
    elif not rest:
        return state.until is shapes.RULED
    state.keep(line, base, 0)
    if state.until is not None and state.until.match(rest):
        state.close()
    return True


def _start(state: State, line: str, base: int, pos: int, width: int, here: int) -> None:
    """Open the containers and the piece that begin on this line."""
    while True:
        start, blanks = indent(line, pos, width) if line.startswith((" ", "\t"), pos) else (pos, 0)
        char = line[start : start + 1]
        if not char or (char in BLANKS and not line[start:].strip(BLANKS)):
            state.leave(here)
            return
        if blanks >= 4 and not _is_shifted(state, line[start:], here):
            if state.state == "para":
                break
            state.leave(here)
            state.begin("indented")
            state.keep(line, base, skip(line, pos, width, 4)[0])
            return
        if char in STARTS and len(state.open) < DEEPEST:
            entered = enter(state, line, base, start, width + blanks, here, pos)
            if entered is not None:
                pos, width, here = entered
                continue
        running = state.state == "para" and here == len(state.open)
        if running and (char in "-=|:" or "|" in line) and _ends_para(state, line, base, start):
            return
        if any(opener(state, line, base, start, blanks, here) for opener in OPENERS.get(char, ())):
            return
        break
    _text(state, line, base, start, here)


def _is_shifted(state: State, rest: str, here: int) -> bool:
    """Say whether a line with the indent of code is text all the same: Chinese, and no rest of a paragraph."""
    mark = shapes.BULLET.match(rest) or shapes.ORDERED.match(rest)
    if state.state == "para" and not (mark and here):
        return False
    return is_chinese(rest[mark.end() :].lstrip(BLANKS)[:1]) if mark else shapes.is_indented_text(rest)


def _ends_para(state: State, line: str, base: int, start: int) -> bool:
    """Turn the open paragraph into a heading or the head of a table, if this line says so."""
    rest = line[start:].rstrip("\r")
    first, end = state.lines[-1]
    head = state.raw[first:end]
    cells = shapes.delimiter_cells(rest) if "|" in rest or "|" in head else 0
    if cells and len(shapes.row_cells(head, first)) == cells:
        _table(state, head)
        return True
    if state.forced:
        return False
    if shapes.DASHES.match(line):
        return _drawn(state, line, base)
    if not _SETEXT.match(rest):
        return False
    if state.raw[state.lines[0][0]] == "[":
        state.lines = state.define(state.lines)
        if not state.lines:
            state.state = ""
            return False
    state.close("heading", 1 if rest[0] == "=" else 2)
    return True


def _table(state: State, head: str) -> None:
    """Begin a table, the head of which is the last line of the open paragraph."""
    last = state.lines.pop()
    context = state.context
    if state.lines:
        state.close()
        context = (context[0], None, *context[2:])
    state.state = "table"
    state.lines = [last]
    state.context = context


def _drawn(state: State, line: str, base: int) -> bool:
    """Begin a table drawn with dashes, the head of which is the open paragraph."""
    first = state.lines[0][0]
    above = state.raw.rfind("\n", 0, first) + 1
    ruled = state.rule[1] >= 0 and not state.raw[state.rule[1] : above].strip(" \t\r\n")
    ruled = ruled and state.raw.count("\n", state.rule[1], above) == 1
    if ruled:
        rule = state.raw[state.rule[0] : state.rule[1]]
        ruled = state.raw.find("\n" + rule, base + len(line)) >= 0
    if not ruled and len(state.lines) > 1:
        return False
    state.state = "drawn"
    state.until = shapes.RULED
    state.lines = [_whole(state.raw, start) for start, _ in state.lines]
    state.keep(line, base, 0)
    if not ruled:
        state.until = shapes.DASHES
    return True


def _whole(raw: str, place: int) -> Span:
    """Return the line around a place, its blanks included."""
    end = raw.find("\n", place)
    return raw.rfind("\n", 0, place) + 1, len(raw) if end < 0 else end


def _text(state: State, line: str, base: int, start: int, here: int) -> None:
    """Add a line of text to the open paragraph, or begin one with it."""
    if state.state == "para":
        first, end = state.lines[0]
        last = state.raw[state.lines[-1][0] : state.lines[-1][1]]
        text = line[start:].strip(BLANKS)
        ended = state.raw.startswith("  ", state.lines[-1][1]) and shapes.is_whole_note(state.raw[first:end], last)
        if not ended and not shapes.opens_block(last, text, first=state.raw[first : min(end, first + 8)]):
            state.add(line, base, start)
            return
    state.leave(here)
    state.begin("para")
    state.add(line, base, start)
