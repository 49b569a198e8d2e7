"""Read the tables of a symbols standard: rows of a number, a symbol or its graphic, and what it means.

Source: reference kinds.md, section 8 (GB/T 20001.2—2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT, Source
from stdlint.views.tables import DataTable
from stdlint.views.tables import Entry as Cell
from stdlint.views.wording import fold

_SIGN = (
    r"(?:(?:文字|图形|字母|安全|公共信息|基本)?(?:符号|标志)(?!名称|含义|意义|编号|说明|类[型别])"
    r"|图形|图例|图示|图样|图标|代号)"
)
_ROLES = {
    "number": patterns.compile(rf"(?:序号|顺序号|编号|注册号|No\.?|NO\.?|{_SIGN}(?:编号|序号))"),
    "sign": patterns.compile(rf"{_SIGN}(?:[及和与]?(?:图形|图样))?(?:\([^()]*\))?"),
    "meaning": patterns.compile(
        r"(?:(?:中文|汉语|符号|图形符号|标志|图形|图例|量的|功能)?(?:名称|含义|意义|涵义|内涵)(?:[和与及、/](?:名称|含义|意义|说明|功能))*|表示(?:的)?(?:内容|意义|含义)|代表的?(?:内容|意义|含义))(?:\([^()]*\))?"
    ),
}
_DOMAIN = patterns.compile("领域|范围|专业|学科|类[别型]|形式|单位|场合|用途|系统|分类|部位")
"""What a column says that keeps two uses of one symbol apart."""


class Row(NamedTuple):
    """A symbol with its number and meaning; None where the table has no such column, or the row no cell of its own.

    `domain` holds the texts of the columns that keep two uses of one symbol apart.
    """

    number: Cell | None
    sign: Cell | None
    meaning: Cell | None
    domain: tuple[str, ...]

    @property
    def cells(self) -> list[Cell]:
        """The cells with text, from the number on."""
        return [cell for cell in (self.number, self.sign, self.meaning) if cell is not None and cell.text]


class SymbolTable(NamedTuple):
    """A table of symbols: its rows, those between two titles across the table together.

    `numbered`: it has a column of numbers.
    """

    table: DataTable
    groups: list[list[Row]]
    numbered: bool

    @property
    def rows(self) -> list[Row]:
        """All rows."""
        return [row for group in self.groups for row in group]


def symbol_tables(found: list[DataTable]) -> list[SymbolTable]:
    """Return the tables that have a column of symbols and one of meanings."""
    return [
        SymbolTable(table, _groups(table, columns), "number" in columns)
        for table in found
        for columns in _columns(table)
        if "sign" in columns and "meaning" in columns
    ]


def is_blank(cell: Cell | None) -> bool:
    """Say whether a cell of its own holds nothing; a merged one holds what stands above it."""
    return cell is not None and not cell.cell.merged and fold(cell.text).strip("—-–－/") == ""


def sign_of(source: Source, cell: Cell) -> str:
    """Return a symbol as it is compared; “” of a picture."""
    said = fold(cell.text)
    if OBJECT not in said:
        return said
    shown = {anchor.offset: anchor.text for anchor in source.anchors if anchor.kind == "formula"}
    for block in cell.cell.blocks:
        start, end = source.blocks[block].span
        for offset in range(start, end):
            if source.text[offset] == OBJECT:
                text = fold(shown.get(offset, ""))
                if not text:
                    return ""
                said = said.replace(OBJECT, text, 1)
    return said


def _columns(table: DataTable) -> Iterator[dict[str, int]]:
    """Yield the columns of each list in the table by what they hold; lists may stand side by side."""
    columns: dict[str, int] = {}
    for entry in table.rows[0] if table.rows else ():
        said = fold(entry.text)
        role = next((role for role, pattern in _ROLES.items() if pattern.fullmatch(said)), "")
        if not role:
            continue
        if role in columns:
            if role == "meaning":
                continue
            yield columns
            columns = {}
        columns[role] = entry.cell.column
    yield columns


def _groups(table: DataTable, columns: dict[str, int]) -> list[list[Row]]:
    groups: list[list[Row]] = [[]]
    apart = {
        entry.cell.column
        for entry in table.rows[0]
        if entry.cell.column not in columns.values() and _DOMAIN.search(fold(entry.text))
    }
    for at in range(table.header, table.tail):
        if table.across[at]:
            groups.append([])
            continue
        cells = {entry.cell.column: entry for entry in table.rows[at]}
        number, sign, meaning = (cells.get(columns.get(role, -1)) for role in ("number", "sign", "meaning"))
        row = Row(
            number,
            sign,
            meaning,
            tuple(fold(entry.text) for column, entry in cells.items() if column in apart),
        )
        groups[-1].append(row)
    return [group for group in groups if group]
