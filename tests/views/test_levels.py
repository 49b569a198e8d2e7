"""Which clauses stand under one another, and which of them have a title."""

from __future__ import annotations

import inspect

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.levels import counted, lists_things, miswritten, named, stands
from stdlint.views.outline import Section
from tests.docx_builder import build, para, run, style

STYLES = style("u", "标准文件_一级无标题") + style("h", "heading 2", properties='<w:outlineLvl w:val="1"/>')


def _read(text: str) -> Document:
    return Document(markdown.read(inspect.cleandoc(text).encode()))


def _groups(text: str) -> list[tuple[str, list[str]]]:
    levels = _read(text).levels
    return [(g.parent.number if g.parent else "", [member.number for member in g.members]) for g in levels.groups]


def _section(doc: Document, number: str) -> Section:
    return next(section for section in doc.walk() if section.number == number)


def test_clauses_are_grouped_by_the_clause_above_them_and_the_top_level_comes_first() -> None:
    text = """
        # 4 要求

        ## 4.1 外观

        ### 4.1.1 颜色

        均匀。

        # 附录A（规范性）　装置

        ## A.1 机架

        固定。
    """
    assert _groups(text) == [("", ["4"]), ("4", ["4.1"]), ("4.1", ["4.1.1"]), ("A", ["A.1"])]


def test_entries_introductions_and_quoted_samples_are_left_out() -> None:
    text = """
        # 引言

        ## 0.1 总则

        本文件给出了指导。

        # 3 术语和定义

        ### 3.1

        文件　document

        信息。

        # 附录A（资料性）　示例

        ## 1.1 示例的条

        内容。
    """
    assert _groups(text) == [("", ["3"])]


def test_counted_numbers_that_stand_nowhere_are_left_out() -> None:
    assert _groups("# 范围\n\n内容。\n\n# 要求\n\n## 外观\n\n完好。") == [("", [])]


def test_a_clause_is_divided_only_by_what_stands_one_level_below_it() -> None:
    levels = _read(
        "# 4 要求\n\n## 5.2 外观\n\n完好。\n\n## 4.2 尺寸\n\n见表1。\n\n# 5 试验\n\n## 5.1 外观\n\n目测。"
    ).levels
    assert [(parent.number, [m.number for m in members]) for parent, members in levels.divided] == [("5", ["5.1"])]
    assert not levels.torn


def test_a_file_with_pieces_of_a_draft_is_torn() -> None:
    pieces = "\n\n".join(f"## 5.{3 * at} 第{at}项\n\n内容。" for at in range(1, 7))
    assert _read("# 5 要求\n\n" + pieces).levels.torn


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("## 5.1 外观", True),
        ("## 5.1 外观。", True),
        ("5.1　外观", True),
        ("5.1　外壳应防水。", False),
        ("## 5.1 外壳应防水。", False),
        ("5.1　外壳应符合下列规定：", False),
        ("5.1　外观\n外壳的颜色应均匀。", None),
    ],
)
def test_a_title_is_told_by_its_look_and_by_what_stands_below(line: str, expected: bool | None) -> None:
    doc = _read(f"# 5 要求\n\n{line}\n\n外观见图1。\n\n# 6 试验")
    assert named(doc.source, _section(doc, "5.1")) is expected


def test_the_style_of_a_paragraph_says_that_it_has_no_title() -> None:
    heading = para(run("5　要求"), "h")
    doc = Document(docx.read(build(heading, para(run("5.1　外壳防水"), "u"), "外观见图1。", styles=STYLES)))
    assert named(doc.source, _section(doc, "5.1")) is False


@pytest.mark.parametrize(
    ("title", "expected"),
    [("第十二章 要求", ("第十二章", 12)), ("三、要求", ("三、", 3)), ("Ⅳ 要求", ("Ⅳ", 4)), ("要求", ("", 0))],
)
def test_numbers_that_are_not_arabic_are_counted(title: str, expected: tuple[str, int]) -> None:
    assert counted(title) == expected


def test_a_number_stands_in_the_file_however_it_is_written() -> None:
    doc = _read("# 5 要求\n\n5.l外观完好。\n\n5、2 尺寸\n\n| 5.3 | 质量 |\n|---|---|\n| 5.41 | a |")
    found = [number for number in ("5.1", "5.2", "5.3", "5.4") if stands(doc.source, number, 0, len(doc.blocks))]
    assert found == ["5.1", "5.2", "5.3"]


def test_reagents_and_apparatus_are_entries_of_a_list() -> None:
    assert lists_things("试剂和材料")
    assert lists_things("仪器设备")
    assert not lists_things("材料要求")


def test_a_number_with_a_wrong_sign_or_letter_in_it_is_miswritten() -> None:
    source = markdown.read("5.l　外观\n\n5-2　尺寸\n\n5.3　质量\n".encode())
    assert miswritten(source) == {"5.1", "5.2"}
