"""Tell tables that only arrange paragraphs from tables that hold data.

Some authors set the whole text in one cell, or a term entry in two: its number on the left, the rest on the right.
What such cells hold is running text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from lxml.etree import _Element

from stdlint import patterns
from stdlint.formats.docx.names import SDT, SDT_CONTENT, TC, TR, P, T

Cell = TypeVar("Cell")

_NUMBER = patterns.compile(r"\s*(?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,4}\s*")
_NUMBERED = patterns.compile(r"\s*(?:\d{1,3}|[A-Z])\.\d")
_WHOLE = 30


def frame(table: _Element) -> list[_Element]:
    """Return the cells of a table that only arranges paragraphs, else nothing."""
    rows = [row for row in table if row.tag == TR]
    whole = arranges(map(_cells, rows), len(rows) == 1, _texts)
    return [cell for row in rows for cell in _cells(row)] if whole else []


def arranges(rows: Iterable[Sequence[Cell]], single: bool, texts: Callable[[Cell], list[str]]) -> bool:
    """Say whether rows of cells are running text; `single`: there is one row; `texts` gives what a cell says.

    The first row answers for most tables, and no other is looked at.
    """
    arranged = False
    for row in rows:
        if single and len(row) == 1:
            said = texts(row[0])
            return len(said) >= _WHOLE and sum(bool(_NUMBERED.match(text)) for text in said) > 2
        if len(row) != 2:
            return False
        number, entry = map(texts, row)
        if len(number) != 1 or len(entry) < 2 or not _NUMBER.fullmatch(number[0]):
            return False
        arranged = True
    return arranged


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if cell.tag == TC]


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
