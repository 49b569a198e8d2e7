"""Number the comments consecutively from 1.

The number is how minutes and letters refer to a comment; a gap looks like a comment left out. A new table, or a group
with a title of its own, may begin at 1 again. The first break is reported; the fix counts on to the end of the series.
Rows that a merged number covers, and rows with neither number nor comment, do not count.

会议纪要按序号指明意见，缺号会被理解为漏掉了意见。另起的表或有小标题的一组可以重新从1编号。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.comment_table import NUMBER, Row


def _table(*numbers: str) -> str:
    rows = [f"| {number} | 5.{at} | 建议删除。 | 东山大学 | 采纳 |" for at, number in enumerate(numbers, 1)]
    rows = ["| 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 |", "|---|---|---|---|---|", *rows]
    return "\n".join(["# 意见汇总处理表", "", *rows, ""])


def _grouped(second: str, third: str) -> str:
    return f"""
        # 意见汇总处理表

        | 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 |
        |---|---|---|---|---|
        | 一、总体意见 | | | | |
        | 1 | 全文 | 统一用语。 | 东山大学 | 采纳 |
        | 二、各章意见 | | | | |
        | {second} | 4.1 | 删除。 | 东山大学 | 采纳 |
        | 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 |
        | {third} | 4.2 | 删除。 | 东山大学 | 采纳 |
    """


broken_comment_numbering = Check(
    id="STG091",
    message="意见的序号应从1起连续编号，此处应为{right}。",
    message_en="Comments are numbered consecutively from 1; this one is number {right}.",
    bad=_table("1", "⟦3⟧"),
    good=_table("1", "2"),
    more=(
        (_table("1", "2", "⟦2⟧", "3", "4"), _table("1", "2", "3", "4", "5")),
        (_table("1.", "⟦3⟧.", "4."), _table("1.", "2.", "3.")),
        (_table("⟦2⟧", "3"), _table("1", "2")),
        (_table("（1）", "（2）", "（⟦33⟧）", "（4）"), _table("（1）", "（2）", "（3）", "（4）")),
        (_grouped("2", "⟦4⟧"), _grouped("2", "3")),
        (_grouped("1", "⟦3⟧"), _grouped("1", "2")),
    ),
    clean=(
        _table("1", "2", "3", "", ""),
        _table("1", "", "2"),
        _table("1-1", "1-3"),
        _grouped("2", "1"),
        """
        # 意见汇总处理表

        | 章条编号 | 意见内容 | 提出单位 | 处理意见 |
        |---|---|---|---|
        | 3 | 删除。 | 东山大学 | 采纳 |
        | 5 | 删除。 | 东山大学 | 采纳 |
        """,
        """
        # 意见汇总处理表

        | 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 |
        |---|---|---|---|---|
        | 1 | 5.1 | 删除。 | 东山大学 | 采纳 |
        | 2 | | | | |

        续表

        | 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 |
        |---|---|---|---|---|
        | 3 | 5.2 | 删除。 | 东山大学 | 采纳 |

        # 审查会意见汇总处理表

        | 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 |
        |---|---|---|---|---|
        | 1 | 5.2 | 删除。 | 张三 | 采纳 |
        """,
    ),
    formats=("docx", "markdown", "xlsx"),
)

_DIGITS = patterns.compile(r"\d+")


@broken_comment_numbering.finder
def find(doc: Document) -> Iterator[Finding]:
    numbered = [row for row in doc.comment_table.rows if row[NUMBER] and not row[NUMBER].inherited]
    if any(row.digits is None for row in numbered):
        return
    expected = 1
    for position, row in enumerate(numbered):
        if row.digits == 1 and row.first:
            expected = 1
        if row.digits != expected:
            edits = list(_renumbered(doc, numbered[position:], expected))
            first = _DIGITS.search(doc.text, *row[NUMBER].span)
            if first is not None:
                yield broken_comment_numbering.at(first.span(), fix=edits, right=expected)
            return
        expected += 1


def _renumbered(doc: Document, rows: Sequence[Row], number: int) -> Iterator[Edit]:
    """Yield what makes the rows count on from `number` to the end of their series."""
    for position, row in enumerate(rows):
        if position and row.first and row.digits == 1:
            return
        match = _DIGITS.search(doc.text, *row[NUMBER].span)
        if match is not None and int(match.group()) != number:
            yield Edit(*match.span(), str(number))
        number += 1
