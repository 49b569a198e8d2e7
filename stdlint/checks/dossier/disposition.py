"""Give every comment a disposition, and a reason where it is not wholly accepted.

Who sent a comment has a right to see what became of it; reviewers judge the draft by the reasons. A disposition begins
with 采纳, 部分采纳, 未采纳 (or what plainly says the same), or explains; the reason may stand behind it or in the
remarks. A column that is empty throughout is one finding. Rows without a comment, or that only say “无意见”, are
passed over.

每条意见都应有处理结果：采纳、部分采纳、未采纳，或作出解释；部分采纳和未采纳的，应说明理由，可写在处理意见或备注栏。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.comment_table import DECISION, NUMBER, PARTLY, REJECTED, REMARK, Row, decisions, is_reason


def _table(*rows: str) -> str:
    head = (
        "# 意见汇总处理表",
        "",
        "| 序号 | 章条编号 | 意见内容 | 提出单位 | 处理意见 | 备注 |",
        "|---|---|---|---|---|---|",
    )
    numbered = [f"| {number} | 5.{number} | {row} |" for number, row in enumerate(rows, 1)]
    return "\n".join([*head, *numbered, ""])


comment_without_disposition = Check(
    id="STG092",
    message="意见应有处理结果，未采纳的应说明理由：{which}{problem}。",
    message_en="A comment needs a disposition, and reasons if it is not accepted: {which_en} {problem_en}.",
    bad=_table("改为“宜”。 | 东山大学 | 采纳 | ", "⟦删除第二句。⟧ | 东山大学 | | "),
    good=_table("改为“宜”。 | 东山大学 | 采纳 | ", "删除第二句。 | 东山大学 | 采纳 | "),
    more=(
        (
            _table("改为“宜”。 | 东山大学 | ⟦未采纳⟧ | ", "删除第二句。 | 东山大学 | ⟦部分采纳。⟧ | 无 "),
            _table(
                "改为“宜”。 | 东山大学 | 未采纳 | 5.1为法定要求 ", "删除第二句。 | 东山大学 | 部分采纳。改为注。 | 无 "
            ),
        ),
        (
            _table(
                "改为“宜”。 | 东山大学 | ⟦待定⟧ | ",
                "删除。 | 东山大学 | ⟦再议⟧ | ",
                "合并。 | 张三 | ⟦不采纳该意见⟧ | ",
            ),
            _table(
                "改为“宜”。 | 东山大学 | 采纳 | ",
                "删除。 | 东山大学 | 采纳 | ",
                "合并。 | 张三 | 不采纳，两者对象不同 | ",
            ),
        ),
        (
            _table("1）删除；2）合并。 | 东山大学 | ⟦1）采纳；2）未采纳⟧ | "),
            _table("1）删除；2）合并。 | 东山大学 | 1）采纳；2）未采纳，两者对象不同 | "),
        ),
        (
            _table(
                "改为“宜”。 | 东山大学 | 采纳 | ",
                "删除。 | 东山大学 | ⟦将在讨论后修改⟧ | ",
                "合并。 | 张三 | 已合并 | ",
            ),
            _table("改为“宜”。 | 东山大学 | 采纳 | ", "删除。 | 东山大学 | 采纳 | ", "合并。 | 张三 | 已合并 | "),
        ),
        (
            _table("改为“宜”。 | 东山大学 | | ", "删除。 | 东山大学 | | ").replace("处理意见 |", "⟦处理意见⟧ |"),
            _table("改为“宜”。 | 东山大学 | 采纳 | ", "删除。 | 东山大学 | 采纳 | "),
        ),
    ),
    clean=(
        _table(
            "改为“宜”。 | 东山大学 | 采纳 | ",
            "删除。 | 东山大学 | 已采纳。 | ",
            "删除。 | 东山大学 | 按意见修改 | ",
            "删除。 | 东山大学 | 解释：见GB/T 1.1。 | ",
            "删除。 | 东山大学 | 未采纳。理由：与GB/T 1.1不一致。 | ",
            "删除。 | 东山大学 | 原文更准确，不采纳。 | ",
            "删除。 | 东山大学 | 经讨论，部分采纳，改为注。 | ",
            "删除。 | 东山大学 | 同意 | ",
            "1）删除；2）合并。 | 东山大学 | 1）采纳；2）未采纳；两者对象不同。 | ",
            "删除。 | 东山大学 | 采纳；原5.2中不采纳的理由见第3条 | ",
            "删除。 | 东山大学 | 已合并到5.2 | ",
            "删除。 | 东山大学 | 同第3条 | ",
            "删除。 | 东山大学 | 已在5.3中补充 | ",
            "删除。 | 东山大学 | 按照专家意见改写 | ",
            "无意见。 | 西山大学 | / | ",
            "同意，无修改意见 | 西山大学 | | ",
            " | | | ",
        ),
        """
        # 意见汇总处理表

        | 序号 | 章条编号 | 意见内容 | 提出单位 | 采纳 | 部分采纳 | 未采纳 | 未采纳理由 |
        |---|---|---|---|---|---|---|---|
        | 1 | 5.1 | 删除。 | 东山大学 | √ | | | |
        | 2 | 5.2 | 合并。 | 东山大学 | | | √ | 两者对象不同 |
        """,
        """
        # 意见汇总处理表

        | 序号 | 章节号 | 原文 | 修改建议 | 理由 |
        |---|---|---|---|---|
        | 1 | 5.1 | 每周开放 | 每日开放 | 便于居民 |
        """,
    ),
    formats=("docx", "markdown", "xlsx"),
)


@comment_without_disposition.finder
def find(doc: Document) -> Iterator[Finding]:
    table = doc.comment_table
    if DECISION not in table.columns:
        return
    rows = table.comments
    if len(rows) > 1 and not any(row[DECISION] for row in rows):
        yield _finding(table.heads[DECISION], "各条意见", "No comment", "都没有处理结果", "has a disposition")
        return
    for row in rows:
        yield from _judged(row)


def _judged(row: Row) -> Iterator[Finding]:
    number = row[NUMBER].text.strip()
    which, which_en = (f"第{row.digits}条意见", f"Comment {row.digits}") if row.digits else ("这条意见", "This comment")
    if number and not row.digits:
        which, which_en = f"意见{number}", f"Comment {number}"
    said = row[DECISION]
    if not said:
        yield _finding(row.place, which, which_en, "没有处理结果", "has no disposition")
        return
    decided = decisions(said.text)
    unsaid = [kind for kind, rest in decided if kind in (PARTLY, REJECTED) and not is_reason(rest)]
    if not decided[0][0]:
        yield _finding(
            said.span,
            which,
            which_en,
            "的处理结果不是采纳、部分采纳或未采纳",
            "is neither accepted, accepted in part, nor rejected",
        )
    elif unsaid and not is_reason(row[REMARK].text):
        chinese, english = ("部分采纳", "accepted in part") if unsaid[0] == PARTLY else ("未采纳", "rejected")
        yield _finding(said.span, which, which_en, f"{chinese}，没有说明理由", f"is {english} without a reason")


def _finding(span: Span, which: str, which_en: str, problem: str, problem_en: str) -> Finding:
    return comment_without_disposition.at(span, which=which, which_en=which_en, problem=problem, problem_en=problem_en)
