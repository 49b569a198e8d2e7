"""Open what holds other blocks: quotes, list items, footnotes, definitions and admonitions."""

from __future__ import annotations

import re

from stdlint.formats.markdown import shapes
from stdlint.formats.markdown.columns import indent, skip
from stdlint.formats.markdown.inline import normal
from stdlint.formats.markdown.shapes import BLANKS
from stdlint.formats.markdown.state import Container, Marker, State

Entered = tuple[int, int, int]
"""The place, the column and the number of open containers inside a container."""

STARTS = frozenset(">[-*+0123456789#:(!?=")

_TITLED = 4
"""How far the text of an admonition and of a content tab is indented."""


def enter(state: State, line: str, base: int, start: int, width: int, here: int, pos: int) -> Entered | None:
    """Open the container that begins at `start`, in column `width`; what is around it goes up to `pos`."""
    char = line[start]
    match: re.Match[str] | None
    if char == ">":
        state.leave(here)
        state.open.append(Container("quote"))
        return (*after_mark(line, start + 1, width + 1), here + 1)
    if char == "[":
        match = re.compile(shapes.FOOTNOTE).match(line, start) if line.startswith("[^", start) else None
        return _footnote(state, match, here) if match else None
    if char in "-*+":
        match = shapes.BULLET.match(line, start)
        if match and not shapes.is_rule(line[start:]):
            return _item(state, line, base, match, width, here, pos)
    elif char == ":":
        return _definition(state, line, base, start, width, here)
    elif char in "!?=":
        return _admonition(state, line, base, start, width, here)
    elif match := shapes.ORDERED.match(line, start):
        return _item(state, line, base, match, width, here, pos)
    return None


def after_mark(line: str, pos: int, width: int) -> tuple[int, int]:
    """Return the place and the column behind the blank that may follow the mark of a quote."""
    return skip(line, pos, width, 1)


def _footnote(state: State, match: re.Match[str], here: int) -> Entered:
    state.leave(here)
    label = normal(match[1])
    state.names.footnotes.setdefault(label, len(state.names.footnotes))
    state.open = [Container("footnote", 2, None, label)]
    return match.end(), match.end(), 1


def _item(state: State, line: str, base: int, match: re.Match[str], width: int, here: int, pos: int) -> Entered | None:
    """Open a list item, unless the mark may not interrupt the paragraph that is open."""
    empty = not line[match.end() :].strip(BLANKS)
    mark = match.group()
    ordered = match.re is shapes.ORDERED
    late = ordered and mark[-1] == "." and mark[:-1].lstrip("0") != "1"
    if (empty or late) and state.state == "para" and here == len(state.open):
        return None
    state.leave(here)
    blanks = indent(line, match.end(), width + len(mark))[1]
    parent = state.open[-1] if state.open and here and pos == match.start() else None
    if parent is not None and (parent.kind != "item" or parent.marker is None):
        parent = None
    depth = sum(container.kind == "item" and container.counts for container in state.open)
    marker = _marker(state, mark, base + match.start(), depth + 1, ordered, width)
    before = indent(line, pos, width - len(line[pos : match.start()]))[1]
    inner = 1 if empty or blanks > 4 else blanks
    container = Container("item", before + len(mark) + inner, marker)
    if parent is not None and parent.marker is not None and ordered and not parent.marker.typed:
        parent.marker = None
        container.counts = False
    state.open.append(container)
    if empty:
        return len(line.rstrip("\r")), width + len(mark) + inner, here + 1
    at, width = skip(line, match.end(), width + len(mark), inner)
    if line.startswith("[", at) and (task := re.compile(shapes.TASK).match(line, at)):
        width += task.end() - at
        at = task.end()
    return at, width, here + 1


def _marker(state: State, mark: str, start: int, level: int, ordered: bool, width: int) -> Marker:
    for deeper in [known for known in state.ordered if known > level]:
        del state.ordered[deeper]
    if mark[0] == "(":
        state.examples += 1
        return Marker(f"({state.examples})", start, False, width)
    if not ordered or mark[-1] == ")":
        state.ordered.pop(level, None)
        return Marker(mark if ordered else "——" if level == 1 else "·", start, ordered, width)
    first = int(mark[:-1]) if mark[0] != "#" else 1
    number = state.ordered[level] = state.ordered[level] + 1 if level in state.ordered else first
    return Marker(f"{number})", start, False, width)


def _definition(state: State, line: str, base: int, start: int, width: int, here: int) -> Entered | None:
    """Open the definition of the term above it: “: …” below a paragraph of one line, which no table follows."""
    match = re.compile(shapes.DEFINED).match(line, start)
    if match is None:
        return None
    if state.state == "para":
        if here != len(state.open) or len(state.lines) > 1 or state.forced:
            return None
        state.leave(here)
    else:
        above = state.leaves[-1][0] if state.leaves else ""
        if above not in (0, "para") or re.compile(shapes.TABLE_BELOW).match(state.raw, base + len(line)):
            return None
        state.leave(here)
    state.open.append(Container("block", 2))
    return match.end(), width + match.end() - start, here + 1


def _admonition(state: State, line: str, base: int, start: int, width: int, here: int) -> Entered | None:
    """Open an admonition or a content tab of MkDocs; put its title to the paragraphs, “注1” in front of the first."""
    if state.state == "para":
        return None
    match = re.compile(shapes.ADMONITION).match(line, start)
    if match is None:
        return None
    state.leave(here)
    title = match[1] or match[2]
    marker = None
    at = match.start(1 if match[1] else 2)
    if title and (named := re.match(shapes.NOTE_TITLE, title.strip())):
        marker = Marker(f"{named[1]}{named[2]}：", base + at, False, 0)
    elif title and title.strip():
        state.begin("para")
        state.add(line[: at + len(title)], base, at)
        state.close()
    state.open.append(Container("block", _TITLED, marker))
    return len(line.rstrip("\r")), width, here + 1
