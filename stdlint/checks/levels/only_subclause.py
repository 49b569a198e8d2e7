"""Divide a clause only into two subclauses or more.

A single part is the whole: its number and title say nothing that the clause above does not say already. Term entries
are not subclauses, and a first number other than 1 is told by LVL010.

条是对章或条的细分，同一层次有两个以上的条时才分条：没有10.2，就不应有10.1。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.levels import called

only_subclause = Check(
    id="LVL040",
    message="{parent}只分出{number}一条，同一层次有两个以上的条时才分条。",
    message_en="{number} is the only subclause at its level; a clause is divided only into two or more.",
    bad="""
        # 5 要求

        ## ⟦5.1⟧ 外观

        外观应完好。

        # 6 试验方法

        目测检查。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## 5.2 尺寸

        尺寸见表1。

        # 6 试验方法

        目测检查。
    """,
    more=(
        (
            """
            # 附录A（规范性）　试验装置

            ## ⟦A.1⟧ 组成

            装置由机架和夹具组成。
            """,
            """
            # 附录A（规范性）　试验装置

            装置由机架和夹具组成。
            """,
        ),
        (
            """
            # 6 检验规则

            ## 6.1 组批

            ⟦6.1.1⟧　同一班次生产的产品为一批。

            ## 6.2 抽样

            随机抽取10件。
            """,
            """
            # 6 检验规则

            ## 6.1 组批

            同一班次生产的产品为一批。

            ## 6.2 抽样

            随机抽取10件。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
        """,
        """
        # 引言

        ## 0.1 总则

        本文件给出了指导。
        """,
        """
        # 5 要求

        ## 5.2 外观

        外观应完好。
        """,
        """
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## 尺寸

        尺寸见表1。
        """,
    ),
)


@only_subclause.finder
def find(doc: Document) -> Iterator[Finding]:
    for parent, members in [] if doc.levels.torn else doc.levels.divided:
        only = members[0]
        if len(parent.children) != 1 or only.parts[-1] != "1" or only.label is None:
            continue
        if not _goes_on(doc, only.number[:-1] + "2", only.first, parent.last):
            yield only_subclause.at(only.label, parent=called(parent), number=only.number)


def _goes_on(doc: Document, number: str, first: int, last: int) -> bool:
    """Say whether a paragraph begins with the next number, though the outline does not know it."""
    return any(doc.said(index).lstrip().startswith(number) for index in range(first, last))
