"""State a unit that all columns share once, at the top right of the table.

Where every column carries the same unit in its header, the eye reads it again and again, and the header grows.

表中各栏的单位都相同时，在表的右上方写“单位为……”，表头中不再逐栏注明。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.tables import DATA, DataTable
from stdlint.views.units import NAMES
from stdlint.views.wording import fold

repeated_unit_in_header = Check(
    id="TAB061",
    message="各栏的单位都是{unit}，应在表的右上方统一写“单位为{name}”。",
    message_en="All columns have the unit {unit}; state it once above the table: “单位为{name}”.",
    bad="""
        # 4 要求

        表1　尺寸

        | ⟦长（mm）⟧ | 宽（mm） | 高（mm） |
        |---|---|---|
        | 10 | 20 | 30 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        单位为毫米

        | 长 | 宽 | 高 |
        |---|---|---|
        | 10 | 20 | 30 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　尺寸

            | 规格代号 | ⟦长/mm⟧ | 宽/mm |
            |---|---|---|
            | 甲型 | 10 | 20 |
            """,
            """
            # 4 要求

            表1　尺寸

            单位为毫米

            | 规格代号 | 长 | 宽 |
            |---|---|---|
            | 甲型 | 10 | 20 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 长<br>mm | 宽<br>mm | 质量<br>kg |
        |---|---|---|
        | 10 | 20 | 30 |
        """,
        """
        # 4 要求

        表1　尺寸

        | 编号 | 长/mm | 宽/mm | 数量 |
        |---|---|---|---|
        | 1 | 10 | 20 | 3 |
        """,
        """
        # 4 要求

        表1　布置

        | 宽<br>m | 间距<br>m | 方式 |
        |---|---|---|
        | 10 | 20 | 单侧 |
        """,
        """
        # 4 要求

        表1　含量

        | 铅/% | 汞/% |
        |---|---|
        | 10 | 20 |
        """,
    ),
)

_UNIT = patterns.compile(r".*?(?:[(（\[]|/|\u2028|\s)(?P<unit>[^()（）\u2028\s]{1,8})[)）\]]?")
_NUMBER_COLUMN = patterns.compile(r"序号|编号|代号|编码|规格|型号|级别|等级|项目")


@repeated_unit_in_header.finder
def find(doc: Document) -> Iterator[Finding]:
    for table in doc.tables:
        if table.use != DATA or table.width < 2 or table.unit >= 0 or len(table.rows) < 2:
            continue
        shared = _shared(table)
        if shared is not None:
            place, unit = shared
            block = table.rows[0][place].cell.blocks[0]
            yield repeated_unit_in_header.at(doc.blocks[block].span, unit=unit, name=NAMES.get(unit, unit))


def _shared(table: DataTable) -> tuple[int, str] | None:
    """Return the first column with a unit, and that unit, if all columns of values have the same."""
    units: list[tuple[int, str]] = []
    for place, entry in enumerate(table.rows[0]):
        match = _UNIT.fullmatch(entry.text.strip()) if entry.text else None
        unit = match["unit"].strip() if match else ""
        if unit in NAMES and unit not in ("%", "‰", "°"):
            units.append((place, unit))
        elif place or (_holds_values(table, 0) and not _NUMBER_COLUMN.search(fold(entry.text))):
            return None
    if len(units) < 2 or len({unit for _, unit in units}) > 1:
        return None
    return units[0]


def _holds_values(table: DataTable, column: int) -> bool:
    """Say whether a column has a figure in its body."""
    said = [entry.text for row in table.body for entry in row if entry.cell.column == column]
    return any(any(char.isdigit() for char in text) for text in said)
