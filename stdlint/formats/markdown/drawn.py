"""Read tables that are drawn with characters, as Pandoc writes them: “+---+---+” grids, and columns under dashes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

from stdlint.formats.markdown.shapes import BLANKS, DASHES
from stdlint.model import Span

Cells = dict[tuple[int, int], list[Span]]
"""The lines of each cell, by row and column."""

_BORDER = frozenset("-=:")


def cells(raw: str, lines: list[Span]) -> Cells:
    """Return what stands in the cells of a drawn table."""
    if raw[lines[0][0] : lines[0][1]].lstrip(BLANKS + ">").startswith("+"):
        return _grid(raw, lines)
    return _columns(raw, lines)


def _grid(raw: str, lines: list[Span]) -> Cells:
    """Read a grid: what stands between two bars is a cell, until a border comes below it."""
    edges = [column for column, _ in _marks(raw, *lines[0], "+")]
    found: Cells = {}
    row = -1
    rows = [0] * len(edges)
    for start, end in lines:
        marks = [(column, place) for column, place in _marks(raw, start, end, "+|") if _near(edges, column) >= 0]
        parts = []
        for (column, place), (_, last) in pairwise(marks):
            parts.append((_near(edges, column), place + 1, last))
        borders = [index for index, first, last in parts if _is_border(raw[first:last])]
        row += bool(borders)
        for index in borders:
            rows[index] = row
        for index, first, last in parts:
            if index not in borders:
                _put(found, (rows[index], index), raw, first, last)
    return found


def _columns(raw: str, lines: list[Span]) -> Cells:
    """Read a table the columns of which stand below stretches of dashes.

    Where a blank line stands between rows, a row may have several lines.
    """
    at = next((index for index, (start, end) in enumerate(lines) if DASHES.match(raw[start:end])), -1)
    if at < 0:
        return {}
    begins = [match.start() for match in re.finditer(r"-+", raw[lines[at][0] : lines[at][1]])]
    blank = [raw.count("\n", above[1], below[0]) > 1 for above, below in pairwise(lines)]
    folded = any(blank)
    found: Cells = {}
    row = 0 if at else -1
    for index, (start, end) in enumerate(lines):
        if not raw[start:end].strip("- \t\r"):
            continue
        if index > at and (not folded or blank[index - 1] or index == at + 1):
            row += 1
        places = _places(raw, start, end)
        bounds = [bisect_left([column for column, _ in places], begin) for begin in begins[1:]]
        cuts = [start, *(places[bound][1] if bound < len(places) else end for bound in bounds), end]
        for column, (first, last) in enumerate(pairwise(cuts)):
            _put(found, (row, column), raw, first, last)
    return found


def _put(found: Cells, cell: tuple[int, int], raw: str, first: int, last: int) -> None:
    held = found.setdefault(cell, [])
    text = raw[first:last].rstrip(BLANKS)
    if text.lstrip(BLANKS):
        held.append((first + len(text) - len(text.lstrip(BLANKS)), first + len(text)))


def _is_border(text: str) -> bool:
    return len(text) > 1 and _BORDER.issuperset(text)


def _marks(raw: str, start: int, end: int, marks: str) -> Iterable[tuple[int, int]]:
    return [(column, place) for column, place in _places(raw, start, end) if raw[place] in marks]


def _places(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return column and place of every character of a line; wide ones take two columns."""
    column = 0
    found = []
    for place in range(start, end):
        found.append((column, place))
        column += 1 if raw[place] < "\u1100" else 1 + (unicodedata.east_asian_width(raw[place]) in "WF")
    return found


def _near(edges: list[int], column: int) -> int:
    """Return which edge stands in a column, or -1."""
    index = bisect_right(edges, column) - 1
    return index if index >= 0 and edges[index] == column else -1
