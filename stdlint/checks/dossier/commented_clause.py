"""Name clauses, annexes, tables, figures and formulas of the draft on which the comment was made.

A number that the draft for comments does not have sends the reader nowhere: it is a slip, or one of a later edition.
The commented draft is needed; without it nothing is compared. “全文”, “前言” and the like are no numbers; what a
comment wants to be added cannot exist yet.

意见所指的章条、附录、图、表、公式应是征求意见稿中的编号；未给出征求意见稿时不作比较。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.comment_table import CLAUSE, targets
from stdlint.views.pointers import canonical

_COMMENTED = """\
# 1 范围

本文件提供了社区图书角服务的指导。

# 2 规范性引用文件

本文件没有规范性引用文件。

# 3 术语和定义

下列术语和定义适用于本文件。

## 3.1

图书角　book corner

社区内供居民阅读的场所。

# 4 总则

4.1 图书角宜面向全体居民。

4.2 图书角宜免费开放。

# 5 服务

## 5.1 开放

开放时间见表1，客流按公式（1）估算。

表1　开放时间

| 日期 | 时间 |
|---|---|
| 工作日 | 18:00～21:00 |

$$ Q=n\\times t \\tag{1} $$

## 5.2 借阅

借阅流程见附录A。

# 附录A（资料性） 借阅流程

## A.1 借出

借出流程见图A.1。

![借出流程](out.png)

图A.1　借出流程
"""


def _table(*clauses: str) -> str:
    head = ("# 意见汇总处理表", "", "| 序号 | 标准章条编号 | 意见内容 | 提出单位 | 处理意见 |", "|---|---|---|---|---|")
    rows = [f"| {number} | {clause} | 建议修改。 | 东山大学 | 采纳 |" for number, clause in enumerate(clauses, 1)]
    return "\n".join([*head, *rows, ""])


comment_on_unknown_clause = Check(
    id="STG093",
    message="征求意见稿中没有“{quote}”。",
    message_en="The commented draft has no “{quote}”.",
    bad=_table("5.2", "⟦9.9⟧"),
    good=_table("5.2", "5.1"),
    more=(
        (_table("5.1、⟦5.3⟧ a)"), _table("5.1、5.2 a)")),
        (_table("⟦附录B⟧", "⟦A.2⟧", "⟦第6章⟧", "⟦表2⟧", "⟦图1⟧"), _table("附录A", "A.1", "第5章", "表1", "图A.1")),
        (_table("⟦6⟧", "5.1～⟦5.4⟧", "⟦3.2⟧注", "⟦公式（2）⟧"), _table("5", "5.1～5.2", "3.1注", "公式（1）")),
    ),
    clean=(
        _table("前言", "范围", "全文", "封面", "规范性引用文件", "名称", "—", "", "参考文献", "引言"),
        _table(
            "1 范围",
            "3.1",
            "4.1",
            "第四章",
            "4、5",
            "5.1 a)",
            "5.1第2段",
            "第3页 5.2",
            "附录 A",
            "A.1 图A.1",
            "式（1）",
        ),
        _table("2 GB/T 1.1—2020", "新增5.3", "建议增加附录B", "5.2、5.1，附录A", "P6", "5．2", "5.1表1"),
    ),
    formats=("docx", "markdown", "xlsx"),
    beside={"commented": _COMMENTED},
)


@comment_on_unknown_clause.finder
def find(doc: Document) -> Iterator[Finding]:
    commented = doc.beside.get("commented")
    if commented is None or not any(section.number for section in commented.walk()):
        return
    clauses = _clauses(commented)
    captions = {
        kind: {canonical(caption.number) for caption in commented.captions if caption.kind == kind}
        for kind in ("table", "figure", "formula")
    }
    for row in doc.comment_table.comments:
        for span in () if row[CLAUSE].inherited else row[CLAUSE].spans:
            for target in targets(doc.text, span):
                known = clauses if target.kind in ("clause", "annex") else captions[target.kind]
                if target.number not in known:
                    yield comment_on_unknown_clause.at(target.span)


def _clauses(draft: Document) -> set[str]:
    """Return the numbers of the clauses, annexes and term entries, and of what holds them."""
    numbers = {canonical(section.number) for section in draft.walk() if section.number}
    numbers |= {canonical(entry.number) for entry in draft.terms.entries if entry.number}
    for number in tuple(numbers):
        parts = number.split(".")
        numbers.update(".".join(parts[:count]) for count in range(1, len(parts)))
    return numbers
