"""Mentions of places: which place, in which document, and what only looks like one."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.pointers import Pointer, canonical

DRAFT = """
# 1 范围

# 4 要求

## 4.1 外观

{text}

## 4.2 尺寸

# 附录A（规范性）　方法

## A.1 仪器
"""


def pointers(text: str) -> list[Pointer]:
    return Document(markdown.read(DRAFT.format(text=text).encode())).pointers


def places(text: str, whose: str = "own") -> list[str]:
    return [f"{p.kind} {p.number}" for p in pointers(text) if p.whose == whose]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见第4章和4.2。", ["clause 4", "subclause 4.2"]),
        ("按第5.2条、5.3节执行。", ["subclause 5.2", "subclause 5.3"]),
        ("见第五章，见4。", ["clause 5", "clause 4"]),
        ("应符合第4、5章的规定。", ["clause 4", "clause 5"]),
        ("按附录A、B和A.1检验。", ["annex A", "annex B", "subclause A.1"]),
        ("如图1、图 2和表A.1所示。", ["figure 1", "figure 2", "table A.1"]),
        ("见表1、2和4。", ["table 1", "table 2", "table 4"]),
        ("按公式（1）～（3）计算。", ["formula 1", "formula 2", "formula 3"]),
        ("按式(2)计算，见表二。", ["formula 2", "table 2"]),
        ("见4.2 a)～c)。", ["subclause 4.2", "item a", "item b", "item c"]),
        ("应符合4.1～4.4的规定。", ["subclause 4.1", "subclause 4.2", "subclause 4.3", "subclause 4.4"]),
        ("表3～5给出了数值，见附件B和第12页。", ["table 3", "table 4", "table 5", "attachment B", "page 12"]),
        ("溶液（4.2）应澄清。", ["subclause 4.2"]),
        ("特性值为表1列出的数值，表2列入了型号。", ["table 1", "table 2"]),
    ],
)
def test_every_form_is_found_and_enumerations_are_taken_apart(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "长度为4.2 mm，不小于4.1，系数按1.25取，按1.5:1配制。",
        "软件为2.0版，符合XML 1.0，地址为192.168.1.1，日期为2024.5.1。",
        "代表3人，地图2张，仪表1台，温度表2只，附件3个，方式(1)和形式（2）。",
        "第2部分、第3版和2页纸，每3条取一条。",
        "“见第5章”是例句，《第5章说明》另行发布。",
    ],
)
def test_quantities_and_other_numbers_are_no_places(text: str) -> None:
    assert places(text) == places(text, "unsure") == []


@pytest.mark.parametrize(
    "text",
    [
        "应符合GB/T 1234—2020的5.2和5.3。",
        "见ISO 9001:2015（所有部分）第4章、第5章和附录B。",
        "该文件第3章和5.1不适用。",
        "按《产品质量法》第12条处理。",
        "更改了外观（2009年版的5.2、第6章和表3）。",
    ],
)
def test_places_in_other_documents_are_told_apart(text: str) -> None:
    assert places(text) == []
    assert places(text, "other")


def test_another_kind_of_place_behind_another_document_is_left_open() -> None:
    assert places("应符合GB/T 1234—2020的5.2和表1。", "unsure") == ["table 1"]


def test_the_foreword_points_into_the_draft_only_with_a_word_such_as_see() -> None:
    draft = "# 前言\n\n——删除了附录C（见2009年版的附录C）；\n\n——更改了尺寸（见4.2，2009年版的5.2）。\n\n# 1 范围\n"
    found = Document(markdown.read(draft.encode())).pointers
    assert [(p.number, p.whose) for p in found] == [("C", "unsure"), ("C", "other"), ("4.2", "own"), ("5.2", "other")]


def test_relative_mentions_have_no_number() -> None:
    found = pointers("见下表，如上图所示，按下式计算，见上文，如下表示。")
    assert [(p.kind, p.number, p.verb) for p in found] == [
        ("table", "", "见"),
        ("figure", "", "如"),
        ("formula", "", "按"),
        ("text", "", "见"),
    ]


def test_verb_and_item_are_told() -> None:
    subclause, item = pointers("应符合4.2 b)的规定。")
    assert (subclause.verb, item.verb, item.number, item.within) == ("符合", "符合", "b", "4.2")


def test_a_part_of_a_figure_is_no_item() -> None:
    (figure,) = pointers("见图1 a)。")
    assert (figure.number, figure.part) == ("1", "a")


def test_columns_of_clauses_are_read_in_tables() -> None:
    table = "| 项目 | 指标 | 试验方法 |\n|---|---|---|\n| 外观 | 4.5 | 4.2 |"
    assert places(table) == ["subclause 4.2"]


def test_numbers_have_one_form() -> None:
    assert [canonical(number) for number in ("A-1", "A1", "1．2", "十二", "3")] == [
        "A.1",
        "A.1",
        "1.2",
        "12",
        "3",
    ]
