"""Say something in every clause.

A title with nothing below it is left over or was forgotten. An empty list of references or terms is told by REF024 and
TRM024, an empty list of symbols by SYM023. Where a third of the clauses is empty, the file is a skeleton still.

只有标题没有内容的章、条，是遗漏或残留。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.levels import named
from stdlint.views.outline import Section

empty_clause = Check(
    id="LVL150",
    message="“{title}”只有标题，没有内容。",
    message_en="There is nothing below the title “{title}”.",
    bad="""
        # 4 分类

        产品分为两类。

        # 5 ⟦要求⟧

        # 6 试验方法

        目测检查。
    """,
    good="""
        # 4 分类

        产品分为两类。

        # 5 要求

        外观应完好。

        # 6 试验方法

        目测检查。
    """,
    more=(
        (
            """
            # 5 要求

            ## 5.1 外观

            外观应完好。

            ## 5.2 ⟦尺寸⟧

            # 6 试验方法

            目测检查。
            """,
            """
            # 5 要求

            ## 5.1 外观

            外观应完好。

            ## 5.2 尺寸

            尺寸见表1。

            # 6 试验方法

            目测检查。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        ## 5.1 尺寸

        | 长 | 宽 |
        |----|----|
        | 10 | 20 |

        ## 5.2 结构

        ![结构](a.png)

        ## 5.3 接缝应密封。

        # 6 试验方法

        目测检查。
        """,
        """
        # 4 分类

        # 5 要求

        # 6 试验方法

        # 7 检验规则

        逐件检验。
        """,
    ),
)


@empty_clause.finder
def find(doc: Document) -> Iterator[Finding]:
    empty: list[Section] = []
    count = 0
    for _, members, _, _ in doc.levels.groups:
        for section in members:
            if section.element not in ("scope", "clause", "annex"):
                continue
            count += 1
            if not section.body and not section.children and section.titled:
                empty.append(section)
    if len(empty) * 3 > max(count, 4):
        return
    for section in empty:
        if named(doc.source, section):
            yield empty_clause.at(section.head, title=section.title)
