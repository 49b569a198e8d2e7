"""Fill every cell, with a dash where there is nothing to say, and repeat what would be “ditto”.

An empty cell does not say whether there is no value or one was forgotten, and “同上” is wrong as soon as a row is
moved.

表中不应有空白单元格，没有内容时用一字线“—”填充；不应使用“同上”“同左”；单元格的文字末尾不必加标点。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.tables import DATA, LAYOUT, DataTable, Entry
from stdlint.views.wording import fold

empty_cell = Check(
    id="TAB090",
    message="{where}有空白单元格（此表共{count}个），没有内容时用一字线“—”填充。",
    message_en="There is an empty cell {where_en} ({count} in this table); fill it with a dash “—”.",
    bad="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | ⟦10⟧ |  |
        | 30 | 40 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | — |
        | 30 | 40 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | ⟦（空白）⟧ |
            | 30 | 40 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | — |
            | 30 | 40 |
            """,
        ),
        (
            """
            # 4 要求

            表1　尺寸

            <table>
            <tr><th>规格</th><th>长</th><th>宽</th></tr>
            <tr><td rowspan="2">甲</td><td>10</td><td>20</td></tr>
            <tr><td>⟦10⟧</td><td></td></tr>
            </table>
            """,
            """
            # 4 要求

            表1　尺寸

            <table>
            <tr><th>规格</th><th>长</th><th>宽</th></tr>
            <tr><td rowspan="2">甲</td><td>10</td><td>20</td></tr>
            <tr><td>10</td><td>—</td></tr>
            </table>
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　要求

        |  | 一级 | 二级 |
        |---|---|---|
        | 长 | 10 | 20 |
        | 理化指标 |  |  |
        | 宽 | 10 | 20 |
        | 合计 |  | 40 |
        | 注：已测量。 |  |  |
        """,
        """
        # 附录A（资料性）　检验记录表

        表A.1　检验记录

        | 样品 |  | 日期 |  |
        |---|---|---|---|
        | 1 | 2 |  | 4 |
        """,
        """
        # 4 要求

        表1　用量

        | 时期 | 用量 |  | 间隔<br>d |
        |---|---|---|---|
        |  | 氮 | 磷 |  |
        | 苗期 | 1.0 | 0.8 | 10 |
        """,
        """
        # 4 要求

        表1　组成

        | 名称 | 用途 |
        |---|---|
        | 甲 |  |
        | 乙 | 密封 |
        """,
        """
        # 邮政业务　分类与代码

        # 5 分类代码

        表1　分类代码

        | 大类代码 | 中类代码 | 名称 |
        |---|---|---|
        | A |  | 函件 |
        |  | A01 | 信函 |
        |  | A02 | 明信片 |
        | B |  | 包裹 |
        """,
        """
        # 4 要求

        表1　要求

        <table>
        <tr><th>规格</th><th>长</th><th>宽</th></tr>
        <tr><td rowspan="2">甲</td><td>10</td><td>20</td></tr>
        <tr><td>10</td><td>20</td></tr>
        </table>
        """,
    ),
)

ditto_cell = Check(
    id="TAB091",
    message="表中不应使用“{quote}”，应合并单元格或重复写出内容。",
    message_en="“{quote}” shall not be used in tables; merge the cells or repeat the content.",
    bad="""
        # 4 要求

        表1　尺寸

        | 规格 | 长 |
        |---|---|
        | 甲 | 10 |
        | 乙 | ⟦同上⟧ |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 规格 | 长 |
        |---|---|
        | 甲 | 10 |
        | 乙 | 10 |
    """,
    more=tuple(
        (
            f"""
            # 4 要求

            表1　尺寸

            | 规格 | 长 |
            |---|---|
            | 甲 | 10 |
            | 乙 | ⟦{sign}⟧ |
            """,
            """
            # 4 要求

            表1　尺寸

            | 规格 | 长 |
            |---|---|
            | 甲 | 10 |
            | 乙 | 10 |
            """,
        )
        for sign in ("同左", "〃", "同上行", "″", "（同上）", "同前")
    ),
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 规格 | 方向 |
        |---|---|
        | 甲 | 与长度方向相同 |
        | 乙 | 同轴 |
        """,
    ),
)

wrong_empty_cell_mark = Check(
    id="TAB092",
    message="单元格没有内容时用一字线“—”，不用“{quote}”（此表共{count}处）。",
    message_en="A cell without content shows a dash “—”, not “{quote}” ({count} in this table).",
    bad="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | ⟦/⟧ |
        | 30 | 40 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | — |
        | 30 | 40 |
    """,
    more=tuple(
        (
            f"""
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | ⟦{sign}⟧ |
            | 30 | 40 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | — |
            | 30 | 40 |
            """,
        )
        for sign in ("–", "－", "——", "N/A", "无", "不适用")
    ),
    clean=(
        """
        # 4 要求

        表1　要求

        | 项目 | 要求 | 结果 |
        |---|---|---|
        | 异物 | 无 | + |
        | 异味 | 无 | - |
        | 长 | 10 | — |
        """,
    ),
)

punctuation_in_cell = Check(
    id="TAB100",
    message="单元格的文字末尾不必加标点符号（此表共{count}处）。",
    message_en="Text in a cell needs no closing punctuation ({count} in this table).",
    bad="""
        # 4 要求

        表1　要求

        | 项目 | 要求 |
        |---|---|
        | 外观 | 外观完好⟦。⟧ |
    """,
    good="""
        # 4 要求

        表1　要求

        | 项目 | 要求 |
        |---|---|
        | 外观 | 外观完好 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　要求

            | 项目 | 要求 |
            |---|---|
            | 外观 | 外观完好⟦；⟧ |
            | 颜色 | 颜色均匀； |
            """,
            """
            # 4 要求

            表1　要求

            | 项目 | 要求 |
            |---|---|
            | 外观 | 外观完好 |
            | 颜色 | 颜色均匀 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　要求

        | 项目 | 要求 |
        |---|---|
        | 外观 | 外观完好。颜色应均匀。 |
        | 注：目测。 |  |
        | a 在自然光下。 |  |
        """,
        """
        # 4 要求

        表1　要求

        | 项目 | 要求 |
        |---|---|
        | 外观 | 外观完好 |
        | 外观在自然光下目测。 |
        """,
    ),
)

_BLANK = patterns.compile(r"[(（\[]?空白?[)）\]]|_{2,}|＿{2,}")
_DITTO = patterns.compile(r"[(（]?同(?:上|左|右|下|前)(?:[行列栏格项]|一[行列栏格项])?[)）]?|〃|″|\"|”|ditto|do\.", 2)
_NOTHING = patterns.compile(r"[/／\\＼╱]|[-–－―‐−─]{1,2}|——|--|(?:N/?A|n/a)|不适用|无")
_POSITIVE = frozenset(("+", "＋", "±", "++", "阳性"))
_LEVEL = patterns.compile("代码|编码|[门大中小细子]类|[一二三四五]级")
_CLOSED = patterns.compile(r"(?!\ufffc.$)[^。；;\u2028]+[。；，、;]")


_DITTO_FIRST = frozenset('同〃″"”（(dD')
_NOTHING_FIRST = frozenset("/／\\＼╱-–－―‐−─—Nn不无")
_BLANK_FIRST = frozenset("（([空_＿")
_TOTALS = frozenset(("合计", "总计", "小计", "总分", "总和", "共计"))
_LAST = frozenset("。；，、;")


@empty_cell.finder
@ditto_cell.finder
@wrong_empty_cell_mark.finder
@punctuation_in_cell.finder
def find(doc: Document) -> Iterator[Finding]:
    for table in doc.tables:
        if table.use == LAYOUT:
            continue
        filled = [entry for row in table.body for entry in row if entry.text]
        yield from _dittos(doc, filled)
        if table.use == DATA and table.captioned:
            yield from _marks(doc, table, filled)
            yield from _closings(doc, table)
            if not table.informative and not table.nested and not _is_tiered(doc, table):
                yield from _empty(doc, table, filled)


def _dittos(doc: Document, filled: list[Entry]) -> Iterator[Finding]:
    for entry in filled:
        if entry.text[0] in _DITTO_FIRST and len(entry.text) <= 8 and _DITTO.fullmatch(fold(entry.text)):
            yield ditto_cell.at(doc.blocks[entry.cell.blocks[-1]].span)


def _marks(doc: Document, table: DataTable, filled: list[Entry]) -> Iterator[Finding]:
    """Report the first cell with another sign for “nothing”; the fix puts a dash into all of them."""
    short = [entry for entry in filled if entry.text[0] in _NOTHING_FIRST and len(entry.text) <= 4]
    found = []
    for entry in short:
        said = fold(entry.text)
        sign = len(entry.cell.blocks) == 1 and _NOTHING.fullmatch(said) is not None
        if sign and (said not in ("无", "不适用") or _is_numeric(table.body, entry)):
            found.append(entry)
    if found and not any(entry.text.strip() in _POSITIVE for entry in filled):
        spans = [doc.blocks[entry.cell.blocks[0]].span for entry in found]
        edits = [Edit(start, end, "—") for start, end in spans]
        yield wrong_empty_cell_mark.at(spans[0], fix=edits, safe=False, count=len(found))


def _is_numeric(body: list[list[Entry]], of: Entry) -> bool:
    """Say whether the other cells of its column hold figures, so that “无” can only mean that there is none."""
    others = [
        entry.text
        for row in body
        for entry in row
        if entry.cell.column == of.cell.column
        and entry is not of
        and entry.text
        and not _NOTHING.fullmatch(fold(entry.text))
    ]
    return bool(others) and all(text[0].isdigit() or text[0] in "≥≤<>±−-＜＞" for text in others)


def _closings(doc: Document, table: DataTable) -> Iterator[Finding]:
    """Report the first cell that ends in punctuation; paragraphs of several sentences keep theirs."""
    found = []
    for entry in [entry for row in table.body if len(row) > 1 for entry in row if entry.text[-1:] in _LAST]:
        if len(entry.cell.blocks) == 1 and _CLOSED.fullmatch(entry.text):
            end = doc.blocks[entry.cell.blocks[0]].span[1]
            found.append((end - 1, end))
    if found:
        yield punctuation_in_cell.at(found[0], fix=[Edit(*span, "") for span in found], count=len(found))


def _empty(doc: Document, table: DataTable, filled: list[Entry]) -> Iterator[Finding]:
    """Report the first empty cell at its neighbour, since it has no words of its own, or the first that says so."""
    blank = [entry for entry in filled if entry.text[0] in _BLANK_FIRST and _BLANK.fullmatch(fold(entry.text))]
    places = [
        (row, place)
        for row in table.body[_heads_more(table) :]
        for place, (cell, text, _) in enumerate(row)
        if not text and not cell.merged and not cell.blocks and _lacks(doc, row, place)
    ]
    if not (blank or places) or not any(char.isdigit() for entry in filled for char in entry.text):
        return
    count = len(places) + len(blank)
    if blank:
        spans = [doc.blocks[entry.cell.blocks[0]].span for entry in blank]
        edits = [Edit(start, end, "—") for start, end in spans]
        yield empty_cell.at(spans[0], fix=edits, safe=False, where="此处", where_en="here", count=count)
        return
    row, place = places[0]
    left = next((entry for entry in reversed(row[:place]) if entry.text), None)
    near = left or next((entry for entry in row[place:] if entry.text), None)
    if near is not None:
        where, where_en = ("右侧", "to the right") if left else ("左侧", "to the left")
        span = doc.blocks[near.cell.blocks[-1]].span
        yield empty_cell.at(span, where=where, where_en=where_en, count=count)


def _is_tiered(doc: Document, table: DataTable) -> bool:
    """Say whether each level of a classification has a column of its own, so that the others stay empty in a row."""
    if "classification" not in doc.kinds:
        return False
    heads = (fold(entry.text) for row in table.rows[: table.header] for entry in row)
    return sum(_LEVEL.search(head) is not None for head in heads) > 1


def _heads_more(table: DataTable) -> bool:
    """Say whether the first row goes on with a header whose cells are not merged where they should be."""
    if table.header != 1 or len(table.body) < 2 or table.body[0][0].text:
        return False
    return any(not entry.text and not entry.cell.merged for entry in table.rows[0][1:])


def _lacks(doc: Document, row: list[Entry], place: int) -> bool:
    """Say whether an empty cell lacks its content; in Markdown those at the left stand for merged ones.

    “合计” reaches over the cells behind it, whether or not they were merged.
    """
    if place and not any(other.text for other in row[1 : place + 1]) and fold(row[0].text) in _TOTALS:
        return False
    return doc.format != "markdown" or any(other.text for other in row[:place])
