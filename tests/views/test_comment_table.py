"""Tables of comments: columns under many names, rows of several tables, dispositions, clauses and counts."""

from __future__ import annotations

import pytest

from stdlint.formats import docx, markdown
from stdlint.views.comment_table import (
    CLAUSE,
    COMMENT,
    DECISION,
    NUMBER,
    REMARK,
    SOURCE,
    CommentTable,
    comment_table,
    decision,
    decisions,
    is_reason,
    organizations,
    targets,
)
from tests import docx_builder as word

_HEAD = "| 序号 | 标准章条编号 | 意见内容 | 提出单位 | 处理意见 | 备注 |\n|---|---|---|---|---|---|\n"


def _read(text: str) -> CommentTable:
    return comment_table(markdown.read(text.encode()))


def _column(table: CommentTable, column: str) -> list[str]:
    return [row[column].text for row in table.rows]


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("序号 标准章条编号 意见内容 提出单位 处理意见 备注", {NUMBER, CLAUSE, COMMENT, SOURCE, DECISION, REMARK}),
        ("序号 章节号 原文 修改建议 理由", {NUMBER, CLAUSE, "original", COMMENT, "reason"}),
        ("编号 条款号 修改意见 专家姓名 采纳情况 未采纳理由", {NUMBER, CLAUSE, COMMENT, SOURCE, DECISION, REMARK}),
        ("序号 章、条编号 反馈意见 反馈单位 处理结果及理由", {NUMBER, CLAUSE, COMMENT, SOURCE, DECISION}),
        ("对应条款 意见或建议 意见提出单位/人 是否采纳 理由", {CLAUSE, COMMENT, SOURCE, DECISION, REMARK}),
        ("序号 章节 专家意见 委员 回复", {NUMBER, CLAUSE, COMMENT, SOURCE, DECISION}),
    ],
)
def test_columns_are_known_under_many_names(head: str, columns: set[str]) -> None:
    names = head.split()
    text = f"| {' | '.join(names)} |\n|{'---|' * len(names)}\n| {' | '.join('1' * len(names))} |\n"
    assert _read(text).columns == columns


def test_a_table_without_comments_is_not_read() -> None:
    table = _read(
        "| 姓名 | 单位 |\n|---|---|\n| 张三 | 东山大学 |\n\n| 表1 | 表2 |\n|---|---|\n| a | b |\n\n"
        "| 序号 | 单位名称 | 有无意见 | 意见条数 |\n|---|---|---|---|\n| 1 | 东山大学 | 有 | 3 |\n"
    )
    assert (table.rows, table.head) == ([], None)


def test_titles_groups_and_repeated_headers_are_no_comments() -> None:
    table = _read(
        "| 《甲》征求意见汇总处理表 | | | | | |\n|---|---|---|---|---|---|\n| 承办人：张三 | | | | 电话：1 | |\n"
        "| 序号 | 章条 | 意见 | 单位 | 处理意见 | 备注 |\n| 一、总则 | | | | | |\n"
        "| 1 | 4.1 | 甲 | 东山大学 | 采纳 | |\n"
        "| 序号 | 章条 | 意见 | 单位 | 处理意见 | 备注 |\n| 2 | 4.2 | 乙 | 东山大学 | 采纳 | |\n| 3 | | | | | |\n"
        "| 合计 | | 2 | | | |\n"
    )
    assert _column(table, COMMENT) == ["甲", "乙", ""]
    assert [row.first for row in table.rows] == [True, True, False]
    assert [row.blank for row in table.rows] == [False, False, True]


def test_a_table_goes_on_behind_a_page_with_or_without_its_header() -> None:
    rows = "| {0} | 5.{0} | 意见{0} | 东山大学 | 采纳 | |\n"
    table = _read(
        f"{_HEAD}{rows.format(1)}\n续表\n\n{_HEAD}{rows.format(2)}\n续\n\n"
        "| 3 | 5.3 | 意见3 | 东山大学 | 采纳 | |\n|---|---|---|---|---|---|\n| 4 | 5.4 | 意见4 | 东山大学 | 采纳 | |\n"
    )
    assert _column(table, NUMBER) == ["1", "2", "3", "4"]


def test_a_cell_merged_downwards_is_inherited() -> None:
    head = ["序号", "章条", "意见", "提出单位", "处理意见"]
    rows = [head, ["1", "5.1", "甲", "东山大学", "采纳"], ["2", "5.2", "乙", "", "采纳"]]
    cells = [[word.para(word.run(text)) for text in row] for row in rows]
    cells[1][3] = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{cells[1][3]}'
    cells[2][3] = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    table = comment_table(docx.read(word.build(word.table(*cells))))
    assert [(row[SOURCE].text, row[SOURCE].inherited) for row in table.rows] == [
        ("东山大学", False),
        ("东山大学", True),
    ]


def test_ticks_are_dispositions() -> None:
    table = _read(
        "| 序号 | 章条 | 意见 | 单位 | 采纳 | 部分采纳 | 未采纳 | 备注 |\n|---|---|---|---|---|---|---|---|\n"
        "| 1 | 5.1 | 甲 | 东山大学 | √ | | | |\n| 2 | 5.2 | 乙 | 东山大学 | | | √ | 对象不同 |\n"
    )
    assert _column(table, DECISION) == ["采纳", "未采纳"]
    assert DECISION in table.columns


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("采纳", "accepted"),
        ("已采纳。", "accepted"),
        ("同意，已修改", "accepted"),
        ("按意见修改", "accepted"),
        ("√", "accepted"),
        ("部分采纳：改为注", "partly"),
        ("采纳部分意见", "partly"),
        ("未采纳", "rejected"),
        ("不予采纳，理由如下", "rejected"),
        ("原文更准确，不采纳。", "rejected"),
        ("维持原文", "rejected"),
        ("解释：见GB/T 1.1", "explained"),
        ("待定", ""),
        ("再议", ""),
        ("见附件", ""),
    ],
)
def test_a_disposition_is_told_by_its_first_words(text: str, kind: str) -> None:
    assert decision(text)[0] == kind


def test_signs_and_the_word_comment_are_no_reason() -> None:
    assert is_reason("。理由：对象不同")
    assert not any(map(is_reason, ("", "。", "该意见。", "理由：", "/", "无")))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5.2", ["5.2"]),
        ("5.1、5.3 a)", ["5.1", "5.3"]),
        ("第4章", ["4"]),
        ("第四章", ["4"]),
        ("4、5", ["4", "5"]),
        ("4 总则", ["4"]),
        ("3.2.1注", ["3.2.1"]),
        ("附录 A、A.1.2", ["A", "A.1.2"]),
        ("表1/图2", ["1", "2"]),
        ("公式（3）", ["3"]),
        ("第3页 5．2第2段", ["5.2"]),
        ("2 GB/T 1.1—2020", ["2"]),
        ("前言", []),
        ("全文", []),
        ("新增5.5", []),
        ("P6", []),
    ],
)
def test_the_places_that_a_cell_names(text: str, said: list[str]) -> None:
    assert [target.number for target in targets(f"—{text}", (1, len(text) + 1))] == said


def test_organizations_are_counted_once_and_drafters_never() -> None:
    assert organizations("东山大学 张三、西山科技有限公司（李四）") == {"东山大学", "西山科技有限公司"}
    assert organizations("张三") == organizations("标准起草组") == set()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("发送20，回函12，未回函9", {"sent": 20, "answered": 12, "silent": 9}),
        (
            "（1）发送《征求意见稿》的单位数：21个；\n\n（2）收到《征求意见稿》后，回函的单位数：12个；\n\n"
            "（3）收到《征求意见稿》后，回函并有建议或意见的单位数：9个；\n\n（4）没有回函的单位数：8个。",
            {"sent": 21, "answered": 12, "answered_with": 9, "silent": 8},
        ),
        ("发函30家，回函20份，其中有意见的15家。", {"sent": 30, "answered": 20, "answered_with": 15}),
        (
            "共收到意见17条，采纳12条，部分采纳3条，未采纳2条。",
            {"total": 17, "accepted": 12, "partly": 3, "rejected": 2},
        ),
        (
            "| 回函单位数 | 12 | 有意见的单位数 | 9 |\n|---|---|---|---|\n| a | b | c | d |",
            {"answered": 12, "answered_with": 9},
        ),
        ("采纳率80%。采纳的意见见第3章。2025年4月1日回函。", {}),
    ],
)
def test_the_numbers_that_sum_up_a_table(text: str, counts: dict[str, int]) -> None:
    assert {kind: count.value for kind, count in _read(text).counts.items()} == counts


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1）采纳；2）未采纳，两者对象不同。", ["accepted", "rejected"]),
        ("①采纳②部分采纳，改为注", ["accepted", "partly"]),
        ("未采纳；理由见5.2的注", ["rejected"]),
        ("采纳", ["accepted"]),
        ("已在5.2中补充", ["accepted"]),
        ("同第3条", ["explained"]),
        ("将在审查会讨论后修改", [""]),
    ],
)
def test_each_point_of_a_comment_has_a_disposition(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in decisions(text)] == kinds
