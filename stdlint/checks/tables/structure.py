"""Give a table one header, at its top, and rows of equal length; put no table into a table.

A second header in the middle makes two tables of one; whoever refers to “the column” then means two things.

不准许在表中套表，也不准许在表身中再设表头；每个表应有表头，各行的列数应相等。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.tables import DATA, LAYOUT, DataTable, Entry
from stdlint.views.wording import fold

nested_table = Check(
    id="TAB041",
    message="不准许在表中再套表，应合并为一个表或另编一个表。",
    message_en="A table may not contain another table; merge them, or make it a table of its own.",
    bad="""
        # 4 要求

        表1　尺寸

        <table>
        <tr><th>项目</th><th>值</th></tr>
        <tr><td>外观</td><td>见下：<table><tr><td>⟦长⟧</td><td>10</td></tr></table></td></tr>
        </table>
    """,
    good="""
        # 4 要求

        表1　尺寸

        <table>
        <tr><th>项目</th><th>值</th></tr>
        <tr><td>长</td><td>10</td></tr>
        </table>
    """,
)

header_row_inside_table = Check(
    id="TAB042",
    message="表身中又出现了一行表头，应分为两个表。",
    message_en="There is a second header row inside the table; divide it into two tables.",
    bad="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 1 | 2 |
        | ⟦直径⟧ | 厚 |
        | 3 | 4 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 1 | 2 |

        表2　直径和厚

        | 直径 | 厚 |
        |---|---|
        | 3 | 4 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　尺寸

            | 规格 | 长<br>mm | 宽<br>mm |
            |---|---|---|
            | 甲 | 1 | 2 |
            | 乙 | 3 | 4 |
            | ⟦规格⟧ | 长<br>mm | 宽<br>mm |
            | 丙 | 5 | 6 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 规格 | 长<br>mm | 宽<br>mm |
            |---|---|---|
            | 甲 | 1 | 2 |
            | 乙 | 3 | 4 |
            | 丙 | 5 | 6 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　要求

        | 项目 | 一级 | 二级 |
        |---|---|---|
        | 长 | 1 | 2 |
        | 外观 | 完好 | 无破损 |
        | 宽 | 3 | 4 |
        """,
        """
        # 4 要求

        表1　要求

        | 项目 | 一级 | 二级 |
        |---|---|---|
        | 长 | 1 | 2 |
        | 理化指标 |  |  |
        | 宽 | 3 | 4 |
        """,
    ),
)

table_without_header = Check(
    id="TAB060",
    message="表的第一行是数据，表应有表头。",
    message_en="The first row of the table holds data; every table shall have a header.",
    bad="""
        # 4 要求

        表1　尺寸

        | ⟦10⟧ | 20 |
        |---|---|
        | 30 | 40 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
        | 30 | 40 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　尺寸

            |  |  |
            |---|---|
            | ⟦≥10⟧ | 20～30 |
            | ≥30 | 40～50 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | ≥10 | 20～30 |
            | ≥30 | 40～50 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　产量

        | 2019 | 2020 | 2021 |
        |---|---|---|
        | 10 | 20 | 30 |
        """,
        """
        # 4 要求

        表1　尺寸

        | 长 | 10 | 20 |
        |---|---|---|
        | 宽 | 30 | 40 |
        """,
        """
        # 4 要求

        表1　尺寸

        |  | 10 | 20 |
        |---|---|---|
        | 宽 | 30 | 40 |
        """,
    ),
)

irregular_table = Check(
    id="TAB140",
    message="{what}：表不应为空，各行的列数应相等。",
    message_en="{what_en}: a table is not empty, and its rows have equal length.",
    bad="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | ⟦10⟧ |
        | 30 | 40 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
        | 30 | 40 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 | 高 |
            |---|---|---|
            | ⟦10⟧ | 20 | 30 | 40 |
            | 30 | 40 | 50 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 | 高 |
            |---|---|---|
            | 10 | 20 | 30 |
            | 30 | 40 | 50 |
            """,
        ),
        (
            """
            # 4 要求

            表1　尺寸

            | ⟦长⟧ | 宽 |
            |---|---|
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 一级品 |
        | 10 | 20 |
        | 注：已测量。 |
        | 长和宽应在20 ℃时测量。 |
        """,
        """
        # 4 要求

        表1　尺寸

        <table>
        <tr><th rowspan="2">长</th><th colspan="2">宽</th></tr>
        <tr><td>1</td><td>2</td></tr>
        <tr><td rowspan="2">10</td><td>2</td><td>3</td></tr>
        <tr><td>2</td><td>3</td></tr>
        </table>
        """,
    ),
)

_VALUE = patterns.compile(
    r"[±<>≤≥＜＞≈~～约+−\-]*\d[\d\s.,，]*(?:[±～~\-–—−×/:：]+\d[\d\s.,，]*)*(?:mm|cm|m|kg|g|%|℃|°|h|min|s)?[a-z]?"
)
_YEAR = patterns.compile(r"(?:19|20)\d\d年?")


@nested_table.finder
@header_row_inside_table.finder
@table_without_header.finder
@irregular_table.finder
def find(doc: Document) -> Iterator[Finding]:
    yield from _nested(doc)
    for table in doc.tables:
        if table.use != DATA:
            continue
        if table.captioned:
            yield from _regular(doc, table)
        if (row := _headless(table)) is not None:
            yield table_without_header.at(doc.blocks[_first_block(row)].span)
        elif (row := _second_header(table)) is not None:
            yield header_row_inside_table.at(doc.blocks[_first_block(row)].span)


def _nested(doc: Document) -> Iterator[Finding]:
    """Report the first table in each table that holds any, tables that only arrange left out."""
    for outer in doc.tables:
        if not outer.nested or outer.use == LAYOUT or len(outer.rows) * outer.width < 2:
            continue
        blocks = range(outer.first, outer.last + 2)
        inner = next((b for b in blocks if b < len(doc.blocks) and doc.blocks[b].table > outer.index), -1)
        if inner >= 0 and doc.source.tables[doc.blocks[inner].table].depth:
            yield nested_table.at(doc.blocks[inner].span)


def _first_block(row: list[Entry]) -> int:
    return next(entry.cell.blocks[0] for entry in row if entry.cell.blocks)


def _regular(doc: Document, table: DataTable) -> Iterator[Finding]:
    """Report a table without a body, and the first row that is longer or shorter than most."""
    if len(table.rows) == 1:
        if table.width > 1:
            what, what_en = "表中只有表头，没有内容", "The table has only a header"
            yield irregular_table.at(doc.blocks[table.first].span, what=what, what_en=what_en)
        return
    widths = [row[-1].cell.column + row[-1].cell.columns for row in table.rows]
    if len(set(widths)) == 1:
        return
    whole = [place for place in range(len(table.rows)) if not _is_text(table, place)]
    if not whole:
        return
    right = Counter(widths[place] for place in whole).most_common(1)[0][0]
    if doc.format == "markdown" and whole[0] == 0:
        right = widths[0]
    for place in whole:
        if widths[place] != right and any(entry.text for entry in table.rows[place]):
            what, what_en = (
                f"这一行有{widths[place]}列，其他行有{right}列",
                f"This row has {widths[place]} columns, the others {right}",
            )
            yield irregular_table.at(doc.blocks[_first_block(table.rows[place])].span, what=what, what_en=what_en)
            return


def _is_text(table: DataTable, place: int) -> bool:
    """Say whether a row is a paragraph, a note or a title across the table."""
    row = table.rows[place]
    if table.across[place]:
        text = "".join(entry.text for entry in row)
        return len(row) > 1 or not _VALUE.fullmatch(fold(text))
    return not any(entry.text for entry in row)


def _is_value(text: str) -> bool:
    return _VALUE.fullmatch(text.strip()) is not None


def _headless(table: DataTable) -> list[Entry] | None:
    """Return the first row with text if all its cells are values, as in a table without a header."""
    row = next((row for row in table.rows if any(entry.text for entry in row)), [])
    said = [entry.text for entry in row if entry.text or not entry.cell.merged]
    if len(said) < 2 or not all(_is_value(text) for text in said):
        return None
    counts = [text.strip() for text in said] == [str(place) for place in range(1, len(said) + 1)]
    return None if counts or all(_YEAR.fullmatch(text.strip()) for text in said) else row


def _second_header(table: DataTable) -> list[Entry] | None:
    """Return a row of words between rows of values, or one that repeats the header."""
    rows = table.rows[: table.tail]
    head = [entry.text for entry in rows[0]]
    if len(rows) < 4 or table.width < 2:
        return None
    for place in range(table.header + 1, len(rows) - 1):
        row = rows[place]
        if len(row) != len(head) or not all(entry.text for entry in row):
            continue
        if row[0].text == head[0] and [entry.text for entry in row] == head and len(set(head)) > 1:
            return row
        if any(char.isdigit() for entry in row for char in entry.text):
            continue
        above, below = rows[place - 1], rows[place + 1]
        if len(above) == len(row) == len(below) and all(_is_value(e.text) for e in (*above, *below)):
            return row
    return None
