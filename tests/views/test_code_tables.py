"""Reading the code tables of a classification standard."""

from __future__ import annotations

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.code_tables import Class, CodeTable, counted, misnamed, misplaced, odd_length, parent_of, parents


def _read(*rows: str) -> list[CodeTable]:
    columns = rows[0].count("|") - 1
    lines = ["# 4 代码表", "", "表1　代码", "", rows[0], "|---" * columns + "|", *rows[1:], ""]
    return Document(markdown.read("\n".join(lines).encode())).code_tables


def _classes(*rows: str) -> list[Class]:
    return [one for table in _read(*rows) for one in table.classes]


def test_one_column_of_codes_with_its_names() -> None:
    found = _classes("| 代码 | 名称 |", "| 11 | 书 |", "| 12 | 刊 |")
    assert [(one.code, one.name) for one in found] == [("11", "书"), ("12", "刊")]


def test_names_may_stand_in_front_of_the_codes() -> None:
    found = _classes("| 名称 | 代码 |", "| 书 | 11 |", "| 刊 | 12 |")
    assert [(one.code, one.name) for one in found] == [("11", "书"), ("12", "刊")]


def test_lists_side_by_side_are_one_list() -> None:
    (table,) = _read("| 代码 | 名称 | 代码 | 名称 |", "| 11 | 书 | 21 | 图 |", "| 12 | 刊 | 22 | 报 |")
    assert [one.code for one in table.classes] == ["11", "12", "21", "22"]
    assert not table.tiered


def test_levels_side_by_side_share_the_names_and_know_their_parents() -> None:
    (table,) = _read(
        "| 代码 |  |  | 类别名称 |", "| 门类 | 大类 | 中类 |  |", "| A |  |  | 农业 |", "|  | 01 | 011 | 种植 |"
    )
    assert table.tiered
    assert [(one.code, one.name, one.parent) for one in table.classes] == [
        ("A", "农业", ""),
        ("01", "种植", "A"),
        ("011", "种植", "01"),
    ]


def test_a_parent_that_is_repeated_is_one_class() -> None:
    found = _classes("| 大类代码 | 大类名称 | 中类代码 | 中类名称 |", "| 1 | 书 | 11 | 小说 |", "| 1 | 书 | 12 | 诗 |")
    assert [one.code for one in found] == ["1", "11", "12"]


def test_a_facet_in_front_is_the_context_of_its_codes() -> None:
    found = _classes("| 分类依据 | 名称 | 代码 |", "| 用途 | 民用 | 1 |", "|  | 军用 | 2 |", "| 材料 | 纸 | 1 |")
    assert [(one.code, one.above) for one in found] == [("1", ("用途",)), ("2", ("用途",)), ("1", ("材料",))]


def test_tables_of_values_and_of_the_code_structure_are_none() -> None:
    assert _classes("| 特性 | 代码 | 名称 |", "| 压力 | 11 | 低 |") == []
    assert _classes("| 层级 | 名称 | 代码长度 |", "| 1 | 大类 | 2 |", "| 2 | 中类 | 2 |") == []


def test_two_systems_of_codes_are_two_lists() -> None:
    found = _read("| 名称 | 字母代码 | 数字代码 |", "| 中国 | CN | 156 |", "| 美国 | US | 840 |")
    assert [[one.code for one in table.classes] for table in found] == [["CN", "US"], ["156", "840"]]


def test_a_continued_table_goes_on() -> None:
    text = "# 4 代码表\n\n表1　代码\n\n| 代码 | 名称 |\n|---|---|\n| 11 | 书 |\n\n"
    text += "表1　代码（续）\n\n| 代码 | 名称 |\n|---|---|\n| 12 | 刊 |\n"
    (table,) = Document(markdown.read(text.encode())).code_tables
    assert [one.code for one in table.classes] == ["11", "12"]


def test_a_parent_is_the_longest_code_in_front() -> None:
    found = _classes("| 代码 | 名称 |", "| 01 | 书 |", "| 0101 | 小说 |", "| 010101 | 长篇 |", "| 0203 | 刊 |")
    assert parents(found) == {"01": "", "0101": "01", "010101": "0101", "0203": ""}


def test_running_numbers_are_told_from_codes() -> None:
    assert counted(_classes("| 代码 | 名称 |", "| 8 | 书 |", "| 9 | 刊 |", "| 10 | 报 |"))
    assert not counted(_classes("| 代码 | 名称 |", "| 8 | 书 |", "| 10 | 报 |", "| 11 | 图 |"))


def test_one_odd_length_needs_three_that_agree() -> None:
    assert odd_length(["11", "12", "13", "4"]) == "4"
    assert odd_length(["11", "12", "4"]) == ""
    assert odd_length(["11", "12", "13", "4", "5"]) == ""


def _coded(*codes: str) -> list[Class]:
    return _classes("| 代码 | 名称 |", *(f"| {code} | 名{at} |" for at, code in enumerate(codes)))


def test_a_code_with_signs_has_its_parent_at_one_of_them() -> None:
    assert parent_of("1.10", {"1", "1.1"}) == "1"
    assert parent_of("110", {"1", "11"}) == "11"


def test_a_code_below_another_than_its_parent_is_misplaced() -> None:
    assert misplaced(_coded("01", "0101", "0102", "02", "0201", "0103")) == {"0103": "02"}


def test_nothing_is_misplaced_where_levels_follow_one_another() -> None:
    assert misplaced(_coded("1", "2", "11", "12", "21", "111", "211")) == {}


def test_a_code_is_misnamed_where_all_below_it_agree_on_another() -> None:
    found = misnamed(_coded("01", "0101", "010101", "010102", "0103", "010201", "010202"))
    assert found == {"0103": "0102"}
