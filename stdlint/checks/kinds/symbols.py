"""Give every symbol a number, its graphic and one meaning, and no provisions.

A symbols standard says what a symbol means; whoever meets it has to find one answer. Where and how it is used is a
matter for the standards that use it.

符号标准的核心是符号及其含义：每个符号有编号、图形和唯一的含义；表中只陈述，不提出要求和建议。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import OBJECT
from stdlint.views.symbol_tables import Row, SymbolTable, is_blank, sign_of
from stdlint.views.tables import Entry, last_paragraph
from stdlint.views.wording import fold

_HEAD = """
        # 电气简图用图形符号

        # 4 符号及其含义

        表1　符号

        | 编号 | 符号 | 含义 |
        |---|---|---|"""

symbols_without_meaning = Check(
    id="KND170",
    message="每个符号应有编号和含义，“{name}”没有{what}。",
    message_en="Every symbol shall have a number and a meaning; “{name}” has no {what_en}.",
    bad=f"""{_HEAD}
        | 1 | ⟦⊕⟧ |  |
        | 2 | ⊗ | 灯 |
    """,
    good=f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        | 2 | ⊗ | 灯 |
    """,
    more=(
        (
            f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        |  | ⟦⊗⟧ | 灯 |
        | 3 | ⊙ | 电动机 |
            """,
            f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        | 2 | ⊗ | 灯 |
        | 3 | ⊙ | 电动机 |
            """,
        ),
        (
            """
            # 消防图形符号

            # 4 图形符号

            表1　图形符号

            | 序号 | 名称 | 图形符号 | 说明 |
            |---|---|---|---|
            | 1 | 灭火器 | ![](a.png) | 表示灭火器 |
            | ⟦2⟧ | — | ![](b.png) | 墙上 |
            """,
            """
            # 消防图形符号

            # 4 图形符号

            表1　图形符号

            | 序号 | 名称 | 图形符号 | 说明 |
            |---|---|---|---|
            | 1 | 灭火器 | ![](a.png) | 表示灭火器 |
            | 2 | 消火栓 | ![](b.png) | 墙上 |
            """,
        ),
    ),
    clean=(
        f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        |  | ⊖ |  |
        """,
        """
        # 电气简图用图形符号

        # 4 图形符号

        表1　图形符号

        | 类别 | 符号 | 含义 |
        |---|---|---|
        | 开关 |  |  |
        | 动合 | ⊕ | 接通 |
        """,
        """
        # 电气简图用图形符号

        # 4 一般规定

        表1　线宽

        | 符号 | 线宽 |
        |---|---|
        | A | — |
        | B | 0.5 |
        """,
    ),
)

duplicate_symbol = Check(
    id="KND171",
    message="一个符号只应有一个含义，一个含义只应有一个符号：{fact}。",
    message_en="One symbol shall have one meaning and one meaning one symbol: {fact_en}.",
    bad=f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        | 2 | ⟦⊕⟧ | 中性点 |
    """,
    good=f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        | 2 | ⊗ | 中性点 |
    """,
    more=(
        (
            """
            # 电气简图用图形符号

            # 4 图形符号

            表1　电源

            | 编号 | 符号 | 含义 |
            |---|---|---|
            | 1 | ⊕ | 接地 |

            表2　设备

            | 编号 | 符号 | 含义 |
            |---|---|---|
            | 2 | ⟦⊕⟧ | 电动机 |
            """,
            """
            # 电气简图用图形符号

            # 4 图形符号

            表1　电源

            | 编号 | 符号 | 含义 |
            |---|---|---|
            | 1 | ⊕ | 接地 |

            表2　设备

            | 编号 | 符号 | 含义 |
            |---|---|---|
            | 2 | ⊗ | 电动机 |
            """,
        ),
        (
            f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        | 2 | ⊗ | ⟦接地⟧ |
            """,
            f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        | 2 | ⊗ | 中性点 |
            """,
        ),
        (
            """
            # 灌溉　文字符号

            # 4 文字符号

            表1　文字符号

            | 序号 | 名称 | 文字符号 |
            |---|---|---|
            | 1 | 水泵 | P |
            | 2 | 阀 | V |
            | 3 | 压力表 | ⟦P⟧ |
            """,
            """
            # 灌溉　文字符号

            # 4 文字符号

            表1　文字符号

            | 序号 | 名称 | 文字符号 |
            |---|---|---|
            | 1 | 水泵 | P |
            | 2 | 阀 | V |
            | 3 | 压力表 | PI |
            """,
        ),
    ),
    clean=(
        """
        # 灌溉　文字符号

        # 4 文字符号

        表1　文字符号

        | 序号 | 文字符号 | 名称 | 应用领域 |
        |---|---|---|---|
        | 1 | ρ | 密度 | 力学 |
        | 2 | ρ | 电阻率 | 电学 |
        """,
        """
        # 灌溉　文字符号

        # 4 文字符号

        表1　文字符号

        | 序号 | 文字符号 | 名称 |
        |---|---|---|
        | 力学 |  |  |
        | 1 | ρ | 密度 |
        | 2 | m | 质量 |
        | 电学 |  |  |
        | 3 | ρ | 电阻率 |
        | 4 | M | 互感 |
        """,
        """
        # 电气简图用图形符号

        # 4 图形符号

        表1　图形符号

        | 序号 | 图形符号 | 名称 |
        |---|---|---|
        | 1 | ![](a.png) | 接触器 |
        | 2 | ![](b.png) | 接触器 |
        """,
    ),
)

provision_in_symbol_table = Check(
    id="KND172",
    message="符号表只陈述符号的含义，不使用“{quote}”提出要求或建议。",
    message_en="A table of symbols states meanings; it shall not require or recommend with “{quote}”.",
    bad=f"""{_HEAD}
        | 1 | ⊕ | ⟦应⟧接地 |
        | 2 | ⊗ | 灯 |
    """,
    good=f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        | 2 | ⊗ | 灯 |
    """,
    more=(
        (
            """
            # 消防图形符号

            # 4 图形符号

            表1　图形符号

            | 序号 | 名称 | 图形符号 | 说明 |
            |---|---|---|---|
            | 1 | 灭火器 | ![](a.png) | ⟦宜⟧设在醒目处 |
            | 2 | 消火栓 | ![](b.png) | 墙上的消火栓，颜色⟦不应⟧更改 |
            """,
            """
            # 消防图形符号

            # 4 图形符号

            表1　图形符号

            | 序号 | 名称 | 图形符号 | 说明 |
            |---|---|---|---|
            | 1 | 灭火器 | ![](a.png) | 表示灭火器 |
            | 2 | 消火栓 | ![](b.png) | 墙上的消火栓 |
            """,
        ),
    ),
    clean=(
        """
        # 安全标志

        # 4 标志

        表1　标志

        | 编号 | 图形标志 | 名称 |
        |---|---|---|
        | 1 | ![](a.png) | 禁止吸烟 |
        | 2 | ![](b.png) | 必须戴安全帽 |
        | 3 | ![](c.png) | 响应时间 |
        """,
        """
        # 安全标志

        # 4 要求

        图形标志应清晰。

        表1　尺寸

        | 尺寸 | 要求 |
        |---|---|
        | 10 | 应清晰 |
        """,
    ),
)

symbol_without_graphic = Check(
    id="KND173",
    message="“{name}”没有给出图形，表中其他符号都有。",
    message_en="“{name}” has no graphic, the other symbols of the table have.",
    bad="""
        # 电气简图用图形符号

        # 4 图形符号

        表1　图形符号

        | 编号 | 图形符号 | 含义 |
        |---|---|---|
        | 1 | ![](a.png) | 接地 |
        | ⟦2⟧ |  | 灯 |
        | 3 | ![](c.png) | 电动机 |
    """,
    good="""
        # 电气简图用图形符号

        # 4 图形符号

        表1　图形符号

        | 编号 | 图形符号 | 含义 |
        |---|---|---|
        | 1 | ![](a.png) | 接地 |
        | 2 | ![](b.png) | 灯 |
        | 3 | ![](c.png) | 电动机 |
    """,
    more=(
        (
            """
            # 电气简图用图形符号

            # 4 图形符号

            表1　图形符号

            | 编号 | 图形符号 | 含义 |
            |---|---|---|
            | ⟦1⟧ | （无图） | 接地 |
            | 2 | ⊗ | 灯 |
            """,
            """
            # 电气简图用图形符号

            # 4 图形符号

            表1　图形符号

            | 编号 | 图形符号 | 含义 |
            |---|---|---|
            | 1 | ⊕ | 接地 |
            | 2 | ⊗ | 灯 |
            """,
        ),
    ),
    clean=(
        """
        # 电气简图用图形符号

        # 4 图形符号

        表1　图形符号

        | 编号 | 图形符号 | 含义 |
        |---|---|---|
        | 1 | ![](a.png) | 接地 |
        | 2 | ⊗ | 灯 |
        | 3 | ![](c.png) | 电动机 |
        """,
        f"""{_HEAD}
        | 1 | ⊕ | 接地 |
        | 2 |  | 灯 |
        """,
    ),
    formats=("docx",),
)

_PLACEHOLDER = patterns.compile(r"[(\[]?(?:无图形?|缺图|暂?缺|图?略|待[补绘定]充?|图形待[补绘定]|空)[)\]]?")
_PROVIDES = frozenset(("应", "不应", "宜", "不宜"))


@symbols_without_meaning.finder
@duplicate_symbol.finder
@provision_in_symbol_table.finder
@symbol_without_graphic.finder
def find(doc: Document) -> Iterator[Finding]:
    told: set[int] = set()
    graphic: dict[str, tuple[str, Row]] = {}
    for table in doc.symbol_tables:
        yield from _incomplete(doc, table)
        yield from _ambiguous(doc, table, graphic)
        yield from _pictureless(doc, table)
        if table.table.index not in told:
            told.add(table.table.index)
            yield from _providing(doc, table)


def _told(cells: list[Entry]) -> Entry | None:
    """Return the cell on which to report a row: its symbol, its number where the symbol is a picture."""
    return next((cell for cell in cells if OBJECT not in cell.text), cells[0] if cells else None)


def _incomplete(doc: Document, table: SymbolTable) -> Iterator[Finding]:
    """Report symbols without meaning, and the one symbol without number where all others have one."""
    rows = [row for row in table.rows if row.sign is not None and not is_blank(row.sign) and not row.sign.cell.merged]
    for row in rows:
        if is_blank(row.meaning) and not (table.numbered and (row.number is None or not row.number.text)):
            yield from _lacking(doc, row, "含义", "meaning")
    unnumbered = [row for row in rows if is_blank(row.number) and not is_blank(row.meaning)]
    if len(unnumbered) == 1 and len(rows) > 2:
        yield from _lacking(doc, unnumbered[0], "编号", "number")


def _lacking(doc: Document, row: Row, what: str, what_en: str) -> Iterator[Finding]:
    cell = _told([one for one in (row.sign, *row.cells) if one is not None and one.text])
    if cell is not None:
        name = fold(cell.text).replace(OBJECT, "图形")
        yield symbols_without_meaning.at(last_paragraph(doc.source, cell), name=name, what=what, what_en=what_en)


def _ambiguous(doc: Document, table: SymbolTable, graphic: dict[str, tuple[str, Row]]) -> Iterator[Finding]:
    """Report what comes again in a group with another partner, unless another column keeps the two apart.

    `graphic` are the signs of earlier tables that are no letters, which mean one thing in the whole document.
    """
    for group in table.groups:
        signs = dict(graphic)
        meanings: dict[str, tuple[str, Row]] = {}
        for row in group:
            if row.sign is None or row.meaning is None or is_blank(row.sign) or is_blank(row.meaning):
                continue
            if _is_placeholder(row.sign):
                continue
            sign, meaning = sign_of(doc.source, row.sign), fold(row.meaning.text)
            if not sign or not meaning:
                continue
            other, first = signs.setdefault(sign, (meaning, row))
            if other != meaning and first.domain == row.domain:
                fact, fact_en = f"“{sign}”已用于“{other}”", f"“{sign}” already means “{other}”"
                yield duplicate_symbol.at(last_paragraph(doc.source, row.sign), fact=fact, fact_en=fact_en)
                continue
            if not any(map(str.isalnum, sign)):
                graphic.setdefault(sign, (meaning, row))
            other, first = meanings.setdefault(meaning, (sign, row))
            if other != sign and first.domain == row.domain:
                fact, fact_en = f"“{meaning}”已用“{other}”表示", f"“{meaning}” already has the symbol “{other}”"
                yield duplicate_symbol.at(last_paragraph(doc.source, row.meaning), fact=fact, fact_en=fact_en)


def _pictureless(doc: Document, table: SymbolTable) -> Iterator[Finding]:
    """Report the rows without graphic among rows that have one; what a box of text holds is not known."""
    rows = [row for row in table.rows if row.sign is not None and not row.sign.cell.merged]
    pictures = sum(OBJECT in row.sign.text for row in rows if row.sign is not None)
    told = [row for row in rows if _is_placeholder(row.sign)]
    lacking = [row for row in rows if is_blank(row.sign) and row.meaning and row.meaning.text]
    if doc.format != "docx" or pictures < 2 or len(lacking) >= pictures or _boxed(doc, table):
        lacking = []
    lacking = [row for row in rows if row in told or row in lacking]
    for row in lacking:
        if table.numbered and (row.number is None or not row.number.text):
            continue
        cell = row.number if row.number is not None else row.meaning
        if cell is not None and row.meaning is not None:
            yield symbol_without_graphic.at(last_paragraph(doc.source, cell), name=fold(row.meaning.text))


def _is_placeholder(cell: Entry | None) -> bool:
    """Say whether words tell that a graphic is not there."""
    return cell is not None and _PLACEHOLDER.fullmatch(fold(cell.text)) is not None


def _boxed(doc: Document, table: SymbolTable) -> bool:
    inside = doc.blocks[table.table.first : table.table.last + 2]
    return any(block.kind == "box" for block in inside)


def _providing(doc: Document, table: SymbolTable) -> Iterator[Finding]:
    """Report the first verbal form of every cell that requires or recommends."""
    told: set[int] = set()
    for modal in doc.clause_modals:
        block = doc.block_at(modal.span[0])
        inside = doc.blocks[block].table == table.table.index
        if inside and modal.word in _PROVIDES and not modal.attributive and block not in told:
            told.add(block)
            yield provision_in_symbol_table.at(modal.span)
