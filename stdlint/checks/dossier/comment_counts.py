"""Let the counts of the table of comments add up.

Who was asked either answered or did not; who answered with comments is among those who answered; the numbers of
comments accepted, accepted in part and rejected are those of the rows. Organizations can only be counted where the
source column names them; a group of drafters is none. Where a disposition is unclear or one row holds several, the rows
are not counted.

发送数等于回函数与未回函数之和，有意见的回函数不大于回函数，也不少于表中提出意见的单位数；采纳、部分采纳、未采纳的条数与表中一致。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.comment_table import (
    ACCEPTED,
    DECISION,
    PARTLY,
    REJECTED,
    SOURCE,
    CommentTable,
    Row,
    decision,
    organizations,
)

_STATED = {ACCEPTED: ("采纳", "accepted"), PARTLY: ("部分采纳", "accepted in part"), REJECTED: ("未采纳", "rejected")}


def _table(*behind: str) -> str:
    rows = """\
        # 意见汇总处理表

        | 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 |
        |---|---|---|---|---|
        | 1 | 5.1 | 删除。 | 东山大学 | 采纳 |
        | 2 | 5.2 | 合并。 | 东山大学 | 部分采纳，改为注。 |
        | 3 | 5.3 | 改写。 | 西山研究院 | 采纳 |
        | 4 | 5.4 | 改写。 | 起草组 | 未采纳，对象不同。 |
"""
    return "\n\n".join([rows, *(f"        {line}" for line in behind)])


comment_count_mismatch = Check(
    id="STG094",
    message="意见的统计数不一致：{problem}。",
    message_en="The counts of comments do not add up: {problem_en}.",
    bad=_table("发送⟦20⟧，回函12，未回函9"),
    good=_table("发送21，回函12，未回函9"),
    more=(
        (
            _table(
                "（1）发送《征求意见稿》的单位数：30个；",
                "（2）收到《征求意见稿》后，回函的单位数：8个；",
                "（3）收到《征求意见稿》后，回函并有建议或意见的单位数：⟦9⟧个；",
                "（4）没有回函的单位数：22个。",
            ),
            _table(
                "（1）发送《征求意见稿》的单位数：30个；",
                "（2）收到《征求意见稿》后，回函的单位数：8个；",
                "（3）收到《征求意见稿》后，回函并有建议或意见的单位数：2个；",
                "（4）没有回函的单位数：22个。",
            ),
        ),
        (
            _table("发出征求意见稿⟦30⟧份，收回12份，未收回17份。"),
            _table("发出征求意见稿29份，收回12份，未收回17份。"),
        ),
        (
            _table("共收到意见4条，其中采纳⟦3⟧条，部分采纳1条，未采纳1条。"),
            _table("共收到意见4条，其中采纳2条，部分采纳1条，未采纳1条。"),
        ),
        (
            _table("共收到意见⟦5⟧条，采纳2条，部分采纳1条，未采纳1条。"),
            _table("共收到意见4条，采纳2条，部分采纳1条，未采纳1条。"),
        ),
        (
            _table("发函30家，回函8家，其中有意见的⟦1⟧家，未回函22家。"),
            _table("发函30家，回函8家，其中有意见的2家，未回函22家。"),
        ),
    ),
    clean=(
        _table("采纳率为75%。", "发送30个单位，回函30个单位。"),
        _table("发送征求意见稿的单位30个，截至2025年4月30日回函8个。", "采纳的意见见第3章。"),
        _table("共收到意见4条，采纳2条，部分采纳1条，未采纳1条。").replace(
            "| 4 | 5.4", "| 5 | 全文 | 无意见 | 南山大学 | / |\n| 4 | 5.4"
        ),
        """
        # 意见汇总处理表

        共收到意见5条，采纳4条，未采纳1条。

        | 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 |
        |---|---|---|---|---|
        | 1 | 5.1 | 1. 删除。2. 改写。 | 东山大学 | 1. 采纳。2. 未采纳，对象不同。 |
        | 2 | 5.2 | 合并。 | 西山大学 | 采纳 |
        """,
    ),
    formats=("docx", "markdown", "xlsx"),
)


@comment_count_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    table = doc.comment_table
    if table.counts:
        yield from _letters(table)
        yield from _dispositions(table)


def _letters(table: CommentTable) -> Iterator[Finding]:
    """Compare who was asked, who answered, and who answered with comments."""
    counts = table.counts
    sent, answered, silent = counts.get("sent"), counts.get("answered"), counts.get("silent")
    if sent and answered and silent and sent.value != answered.value + silent.value:
        yield comment_count_mismatch.at(
            sent.span,
            problem=f"发送{sent.value}，回函{answered.value}，没有回函{silent.value}",
            problem_en=f"{sent.value} were asked, {answered.value} answered, {silent.value} did not",
        )
    with_comments = counts.get("answered_with")
    if with_comments is None:
        return
    if answered and with_comments.value > answered.value:
        yield comment_count_mismatch.at(
            with_comments.span,
            problem=f"回函{answered.value}，其中有意见的{with_comments.value}",
            problem_en=f"{with_comments.value} of {answered.value} that answered had comments",
        )
        return
    named = {name for row in table.comments for name in organizations(row[SOURCE].text)}
    if len(named) > with_comments.value:
        yield comment_count_mismatch.at(
            with_comments.span,
            problem=f"有意见的单位{with_comments.value}个，表中提出意见的单位{len(named)}个",
            problem_en=f"{with_comments.value} are said to have comments, the table names {len(named)}",
        )


def _dispositions(table: CommentTable) -> Iterator[Finding]:
    """Compare the numbers of dispositions with the rows, the first that differs; else their sum."""
    counts, rows = table.counts, table.comments
    kinds = Counter(map(_kind, rows))
    clear = bool(rows) and not kinds[""] and not any(row.silent and _kind(row) for row in table.rows)
    for kind, (chinese, english) in _STATED.items():
        if clear and kind in counts and counts[kind].value != kinds[kind]:
            yield comment_count_mismatch.at(
                counts[kind].span,
                problem=f"{chinese}{counts[kind].value}条，表中为{kinds[kind]}条",
                problem_en=f"{counts[kind].value} are said to be {english}, in the table {kinds[kind]} are",
            )
            return
    total = counts.get("total")
    expected = len(rows) if clear else sum(counts[kind].value for kind in _STATED if kind in counts)
    if total and total.value != expected and (clear or all(kind in counts for kind in _STATED)):
        yield comment_count_mismatch.at(
            total.span,
            problem=f"共{total.value}条，实为{expected}条",
            problem_en=f"there are said to be {total.value} comments, there are {expected}",
        )


def _kind(row: Row) -> str:
    """Return what was decided on a comment, “” where this is unclear or several things were decided."""
    said = row[DECISION].text
    return decision(said)[0] if said.count("采纳") <= 1 else ""
