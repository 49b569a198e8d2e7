"""Give the table of comments a column for the clause, the comment, its source and the disposition.

Without one of them nobody can follow what was said on which clause, by whom, and what became of it. Names of columns
differ; those of associations are known too. Ticks under 采纳, 部分采纳, 未采纳 are a disposition.

意见汇总处理表应能看出：对哪一章条、谁、提出了什么意见、如何处理。各栏的名称可以不同。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.comment_table import DEMANDED

missing_comment_column = Check(
    id="STG090",
    message="意见汇总处理表缺少“{missing}”栏。",
    message_en="The table of comments has no column for the {missing_en}.",
    bad="""
        # 征求意见汇总处理表

        | ⟦序号⟧ | 意见 |
        |---|---|
        | 1 | 建议删除第二句。 |
    """,
    good="""
        # 征求意见汇总处理表

        | 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 |
        |---|---|---|---|---|
        | 1 | 5.2 | 建议删除第二句。 | 东山大学 | 采纳 |
    """,
    more=(
        (
            """
            # 《社区图书角服务指南》征求意见汇总处理表

            填表人：张三

            | ⟦序号⟧ | 章节号 | 原文 | 修改建议 | 理由 |
            |---|---|---|---|---|
            | 1 | 5.2 | 每周开放 | 每日开放 | 便于居民 |
            """,
            """
            # 《社区图书角服务指南》征求意见汇总处理表

            填表人：张三

            | 序号 | 章节号 | 原文 | 修改建议 | 理由 | 提出人 | 处理结果 |
            |---|---|---|---|---|---|---|
            | 1 | 5.2 | 每周开放 | 每日开放 | 便于居民 | 李四 | 采纳 |
            """,
        ),
        (
            """
            # 意见汇总处理表

            | ⟦序号⟧ | 条款号 | 意见内容 | 处理意见及理由 |
            |---|---|---|---|
            | 1 | 5.2 | 每日开放 | 采纳 |
            """,
            """
            # 意见汇总处理表

            | 序号 | 条款号 | 意见内容 | 专家姓名 | 处理意见及理由 |
            |---|---|---|---|---|
            | 1 | 5.2 | 每日开放 | 李四 | 采纳 |
            """,
        ),
        (
            """
            # ⟦意见汇总处理表⟧

            东山大学：建议每日开放。采纳。
            """,
            """
            # 意见汇总处理表

            | 标准章条 | 意见 | 单位 | 处理 |
            |---|---|---|---|
            | 5.2 | 建议每日开放。 | 东山大学 | 采纳 |
            """,
        ),
    ),
    clean=(
        """
        # 意见汇总处理表

        | 序号 | 章条编号 | 修改意见或建议 | 意见提出单位 | 采纳 | 部分采纳 | 未采纳 | 备注 |
        |---|---|---|---|---|---|---|---|
        | 1 | 5.2 | 建议每日开放。 | 东山大学 | √ | | | |
        """,
        """
        | 《社区图书角服务指南》征求意见汇总处理表 | | | | | |
        |---|---|---|---|---|---|
        | 承办人：张三 | | | 电话：010-12345678 | | |
        | 序号 | 标准章条编号 | 意见内容 | 提出单位 | 处理意见 | 备注 |
        | 1 | 5.2 | 建议每日开放。 | 东山大学 | 采纳 | |
        """,
    ),
    formats=("docx", "markdown", "xlsx"),
)


@missing_comment_column.finder
def find(doc: Document) -> Iterator[Finding]:
    table = doc.comment_table
    missing = [names for column, names in DEMANDED.items() if column not in table.columns]
    if missing:
        yield missing_comment_column.at(
            table.head or doc.first_span(),
            missing="”“".join(chinese for chinese, _ in missing),
            missing_en=", the ".join(english for _, english in missing),
        )
