"""Give every figure and every table a number.

What has no number cannot be mentioned, and the text then has to say “the table below”, which moves with every page
break. Pictures of formulas, tables that only arrange paragraphs and forms to be filled in are no figures and tables.

没有编号的图和表无法在文中提及，只能写“如下图”“见下表”。只有一幅图或一个表时也应编为“图1”“表1”。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.figures import malformed_number as malformed_figure
from stdlint.views.tables import DATA, DataTable
from stdlint.views.tables import malformed_number as malformed_table

unnumbered_figure = Check(
    id="FIG022",
    message="这幅图没有编号，应写为“图1　图题”的形式。",
    message_en="This figure has no number: its caption shall read like “Figure 1 — Title”.",
    bad="""
        # 4 要求

        ![结构](a.png)

        ⟦图　结构⟧
    """,
    good="""
        # 4 要求

        ![结构](a.png)

        图1　结构
    """,
    more=(
        (
            """
            # 4 要求

            泵的外形应合理。

            ![立式](a.png)

            a) 立式

            ![卧式](b.png)

            b) 卧式

            注：尺寸仅供参考。

            ⟦图　泵的外形⟧
            """,
            """
            # 4 要求

            泵的外形应合理。

            ![立式](a.png)

            a) 立式

            ![卧式](b.png)

            b) 卧式

            注：尺寸仅供参考。

            图1　泵的外形
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        结构见图1。

        ![结构](a.png)

        图1　结构。
        """,
        """
        # 4 要求

        含量按下式计算：

        ![公式](a.png)

        式中：

        $m$——质量。
        """,
        """
        # 4 要求

        产品上应有标志![标志](a.png)和警告语。

        ![正视](b.png)

        a) 正视图

        ![侧视](c.png)

        b) 侧视图

        图1　结构
        """,
        """
        # 4 要求

        产品的外形如图1所示。

        ![立式](a.png)

        立式泵

        ![卧式](b.png)

        卧式泵

        图1　外形
        """,
        """
        # 4 型号

        产品的型号由字母和数字组成，具体如下：

        ![型号](a.png)

        示例：B10。
        """,
        """
        # 5 标志

        | 标志 | 名称 |
        |---|---|
        | ![易碎](a.png) | 易碎 |
        | ![怕雨](b.png) | 怕雨 |
        """,
    ),
)

unnumbered_table = Check(
    id="TAB022",
    message="这个表没有编号，应写为“表1　表题”的形式。",
    message_en="This table has no number: its caption shall read like “Table 1 — Title”.",
    bad="""
        # 4 要求

        ⟦表　尺寸⟧

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    more=(
        (
            """
            # 4 要求

            尺寸应符合下列规定。

            | ⟦规格⟧ | 长<br>mm | 宽<br>mm |
            |---|---|---|
            | 甲 | 10 | 20 |
            | 乙 | 30 | 40 |
            """,
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　尺寸

            | 规格 | 长<br>mm | 宽<br>mm |
            |---|---|---|
            | 甲 | 10 | 20 |
            | 乙 | 30 | 40 |
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        直管段的长度应符合表1的规定。

        表1　直管段的长度

        单位为管道内径的倍数

        | 上游 | 下游 |
        |---|---|
        | 10 | 5 |
        """,
        """
        # 5 要求

        代码应唯一。

        示例：

        | 字段 | 值 |
        |---|---|
        | 1 | 2 |

        尺寸见表1。

        表1　尺寸。

        单位为毫米

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
        """,
        """
        # 附录A（资料性）　检验记录表

        | 样品名称 |  | 样品编号 |  |
        |---|---|---|---|
        | 检验项目 |  | 检验日期 |  |
        | 检验员 |  | 审核人 |  |
        """,
        """
        # 3 符号

        | 符号 | 名称 |
        |---|---|
        | $l$ | 长度 |
        | $m$ | 质量 |
        """,
        """
        # 4 要求

        | 表1　尺寸 |
        |---|

        应说明下列内容：

        | 质量的计算 |
        |---|
        | 见第5章 |
        """,
    ),
)


@unnumbered_figure.finder
@unnumbered_table.finder
def find(doc: Document) -> Iterator[Finding]:
    for figure in doc.figures:
        if figure.caption >= 0 and not figure.number and not figure.continued:
            yield unnumbered_figure.at(doc.blocks[figure.caption].span)
        elif figure.caption < 0 and figure.counts_unnumbered:
            if figure.lead < 0:
                yield unnumbered_figure.at(doc.blocks[figure.parts[-1].block].span)
            elif not malformed_figure(doc.said(figure.lead)):
                yield unnumbered_figure.at(doc.blocks[figure.lead].span)
    for table in doc.tables:
        if not table.counts_unnumbered:
            continue
        if table.caption >= 0:
            yield unnumbered_table.at(doc.blocks[table.caption].span)
        elif table.lead >= 0:
            if not malformed_table(doc.said(table.lead)):
                yield unnumbered_table.at(doc.blocks[table.lead].span)
        elif not _goes_on(doc, table) and doc.blocks[table.first - 1].kind != "example":
            yield unnumbered_table.at(doc.blocks[table.first].span)


def _goes_on(doc: Document, table: DataTable) -> bool:
    """Say whether a table without a caption goes on where the one before it broke off, or stands in a list of such."""
    for other in doc.tables:
        if other.index < table.index and table.first == other.last + 1 and other.use == DATA and other.captioned:
            return True
    return False
