"""Tell tables that only arrange paragraphs from tables that hold data.

Some authors set the whole text in one cell, or a term entry in two: its number on the left, the rest on the right.
What such cells hold is running text.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from stdlint import patterns
from stdlint.formats.docx.names import SDT, SDT_CONTENT, TC, TR, P, T

_NUMBER = patterns.compile(r"\s*(?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,4}\s*")
_NUMBERED = patterns.compile(r"\s*(?:\d{1,3}|[A-Z])\.\d")
_WHOLE = 30


def frame(table: _Element) -> list[_Element]:
    """Return the cells of a table that only arranges paragraphs, else nothing."""
    rows = [row for row in table if row.tag == TR]
    first = [cell for cell in rows[0] if cell.tag == TC] if rows else []
    single = len(rows) == 1
    if not 0 < len(first) < 3 or (len(first) == 1 and not single) or not arranges([list(map(_texts, first))], single):
        return []
    cells = [[cell for cell in row if cell.tag == TC] for row in rows]
    whole = arranges([list(map(_texts, row)) for row in cells], single)
    return [cell for row in cells for cell in row] if whole else []


def arranges(rows: Sequence[Sequence[Sequence[str]]], single: bool) -> bool:
    """Say whether rows of cells of paragraphs are running text; `single`: the table has no other row."""
    if single and len(rows[0]) == 1:
        paragraphs = rows[0][0]
        return len(paragraphs) >= _WHOLE and sum(bool(_NUMBERED.match(said)) for said in paragraphs) > 2
    return all(
        len(row) == 2 and len(row[0]) == 1 and len(row[1]) > 1 and _NUMBER.fullmatch(row[0][0]) is not None
        for row in rows
    )


def _texts(cell: _Element) -> list[str]:
    """Return the texts of the paragraphs of a cell that say something."""
    found = ["".join(text.text or "" for text in paragraph.iter(T)) for paragraph in _paragraphs(cell)]
    return [said for said in found if said.strip()]


def _paragraphs(cell: _Element) -> list[_Element]:
    found: list[_Element] = []
    for child in cell:
        if child.tag == P:
            found.append(child)
        elif child.tag in (SDT, SDT_CONTENT):
            found += _paragraphs(child)
    return found
