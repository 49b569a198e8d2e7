"""State the unit common to a figure or table as “单位为毫米”, at its top right.

The statement is a fixed form: 单位为 and the name of the unit, without colon, brackets or symbol.

图、表中的单位都相同时，在右上方用“单位为……”陈述，不用冒号、括号，也不只写单位符号。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.tables import LAYOUT
from stdlint.views.units import NAMES, Statement, read_statement, unit_behind
from stdlint.views.wording import has_chinese

malformed_unit_statement = Check(
    id="FIG060",
    message="单位的陈述应写为“单位为{name}”，不写“{quote}”。",
    message_en="The unit statement shall read “单位为{name}”, not “{quote}”.",
    bad="""
        # 4 要求

        表1　尺寸

        ⟦单位：毫米⟧

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        单位为毫米

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    more=(
        (
            """
            # 4 要求

            ⟦单位：mm⟧

            ![结构](a.png)

            图1　结构
            """,
            """
            # 4 要求

            单位为毫米

            ![结构](a.png)

            图1　结构
            """,
        ),
        (
            """
            # 4 要求

            表1　含量

            ⟦（单位：mg/kg）⟧

            | 铅 | 汞 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 4 要求

            表1　含量

            单位为毫克每千克

            | 铅 | 汞 |
            |---|---|
            | 10 | 20 |
            """,
        ),
        (
            """
            # 4 要求

            ⟦计量单位：万元⟧

            表1　投入

            | 设备 | 人工 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 4 要求

            单位为万元

            表1　投入

            | 设备 | 人工 |
            |---|---|
            | 10 | 20 |
            """,
        ),
        (
            """
            # 4 要求

            表1　尺寸

            ⟦mm⟧

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 4 要求

            表1　尺寸

            单位为毫米

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

        单位为毫米

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        ![结构](a.png)

        图1　主要参与单位

        表2　参与单位

        | 单位 | 人数 |
        |---|---|
        | 10 | 20 |
        """,
        """
        # 4 要求

        填写下列内容：

        单位：

        | 名称 | 地址 |
        |---|---|
        | 甲 | 乙 |
        """,
    ),
)


@malformed_unit_statement.finder
def find(doc: Document) -> Iterator[Finding]:
    seen: set[int] = set()
    for block in _statements(doc):
        start = doc.blocks[block].span[0]
        statement = read_statement(doc.said(block), start)
        if block not in seen and statement is not None and not statement.right:
            seen.add(block)
            yield _finding(statement, alone=True)
    for caption in doc.captions:
        start, end = doc.blocks[caption.block].span
        if caption.kind == "formula" or doc.text.find("单位", start, end) < 0:
            continue
        statement = unit_behind(doc.text[start:end])
        if statement is not None and not statement.right:
            first, last = statement.span
            yield _finding(statement._replace(span=(start + first, start + last)), alone=False)


def _statements(doc: Document) -> Iterator[int]:
    """Yield the paragraphs that state the unit of a table or figure."""
    for table in doc.tables:
        if table.use == LAYOUT:
            continue
        if table.unit >= 0:
            yield table.unit
        first = table.rows[0]
        filled = [entry for entry in first if entry.text]
        if len(filled) == 1 and len(table.rows) > 1 and len(filled[0].cell.blocks) == 1:
            yield filled[0].cell.blocks[0]
        yield from _above(doc, table.caption)
    for figure in doc.figures:
        yield from (part.block for part in figure.parts if part.kind == "unit")
        if figure.parts:
            yield from _above(doc, figure.parts[0].block)


def _above(doc: Document, block: int) -> Iterator[int]:
    """Yield the paragraph directly above a caption or a picture."""
    at = block - 1
    if at >= 0 and doc.blocks[at].kind == "label":
        at -= 1
    if at >= 0 and doc.blocks[at].kind == "para" and doc.blocks[at].table < 0 and not doc.blocks[at].label:
        yield at


def _finding(statement: Statement, *, alone: bool) -> Finding:
    name = NAMES.get(statement.unit, "")
    if not name and has_chinese(statement.unit) and not any(sign in statement.unit for sign in "(/／、"):
        name = statement.unit
    fix = f"单位为{name}" if name and alone else None
    return malformed_unit_statement.at(statement.span, fix=fix, name=name or "……")
