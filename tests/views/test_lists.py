"""What introduces a list, how its items are nested, and what closes them."""

from __future__ import annotations

import inspect

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.lists import List, closing, numbers_paragraphs
from tests.docx_builder import abstract, build, level, num, numbered, para, run


def _read(text: str) -> Document:
    return Document(markdown.read(inspect.cleandoc(text).encode()))


def _shape(doc: Document) -> list[tuple[str, int, list[str]]]:
    """Return lead-in, level and markers of every list."""
    return [(_lead(doc, one), one.level, [doc.text[slice(*item.marker)] for item in one.items]) for one in doc.lists]


def _lead(doc: Document, one: List) -> str:
    return doc.said(one.lead_in) if one.lead_in >= 0 else one.above


def test_items_are_nested_by_their_markers() -> None:
    doc = _read("""
        # 5 检验

        分为：

        a) 颜色：

        1) 正面；

        2) 背面；

        b) 光泽：

        ——正面；

        ——背面。
    """)
    assert _shape(doc) == [
        ("分为：", 1, ["a)", "b)"]),
        ("颜色：", 2, ["1)", "2)"]),
        ("光泽：", 2, ["——", "——"]),
    ]


def test_markdown_lists_are_nested_by_their_depth() -> None:
    doc = _read("# 5 检验\n\n分为：\n\n- 颜色：\n  - 正面：\n    - 左侧；\n    - 右侧；\n- 光泽。")
    assert [(one.level, len(one.items)) for one in doc.lists] == [(1, 2), (2, 1), (3, 2)]


def test_word_lists_are_nested_by_their_levels_and_go_on_counting() -> None:
    numbering = abstract(0, level(0, "lowerLetter", "%1)"), level(1, "decimal", "%2)")) + num(1, 0)
    body = [para(run(text), "", numbered(1, ilvl)) for text, ilvl in (("颜色：", 0), ("正面；", 1), ("光泽。", 0))]
    more = [para(run("划痕；"), "", numbered(1, 0)), para(run("裂纹。"), "", numbered(1, 0))]
    doc = Document(
        docx.read(build("5　检验", "5.1　外观", "分为：", *body, "5.2　表面", "分为：", *more, numbering=numbering))
    )
    assert _shape(doc) == [("分为：", 1, ["a)", "b)"]), ("颜色：", 2, ["1)"]), ("分为：", 1, ["c)", "d)"])]


def test_a_paragraph_that_introduces_something_begins_another_list() -> None:
    doc = _read("# 5 检验\n\n分为：\n\n——颜色；\n\n——光泽。\n\n还包括：\n\n——划痕；\n\n——裂纹。")
    assert [lead for lead, _, _ in _shape(doc)] == ["分为：", "还包括："]


def test_a_list_goes_on_behind_notes_tables_and_cut_paragraphs() -> None:
    doc = _read("""
        # 5 检验

        分为：

        a) 颜色，按公式计算：

        $$a = b$$

        b) 光泽；

        注：光泽可以不检查。

        c) 划痕，其长度按GB/T 1

        的规定测量；

        d) 裂纹。
    """)
    assert _shape(doc) == [("分为：", 1, ["a)", "b)", "c)", "d)"])]
    assert [item.end == item.block for item in doc.lists[0].items] == [False, False, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "# 前言\n\n主要变化如下：\n\n——增加了要求；\n\n——删除了附录A。",
        "# 4 符号\n\n下列符号适用于本文件：\n\n——m：质量；\n\n——l：长度。",
        "# 5 计算\n\n$$a = b$$\n\n式中：\n\n——a为长度；\n\n——b为宽度。",
        "# 5 结构\n\n![图](a.png)\n\n1) 机架；\n\n2) 夹具。\n\n图1　结构",
        "# 5 结构\n\n注：分为：\n\n——机架；\n\n——夹具。",
        "# 5 要求\n\n一、二次回路应导通。",
    ],
)
def test_other_lists_are_left_out(text: str) -> None:
    assert _read(text).lists == []


def test_markers_of_the_authors_own_make_a_list_where_something_introduces_them() -> None:
    doc = _read("# 5 检验\n\n分为：\n\n1、颜色；\n\n2、光泽。\n\n# 6 要求\n\n（一）颜色应均匀。\n\n（二）光泽应一致。")
    assert [(one.kind, numbers_paragraphs(doc.source, one)) for one in doc.lists] == [("1、", False), ("(一)", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("颜色；", "；"),
        ("颜色", ""),
        ("颜色。（见表1）", "。"),
        ("颜色（见表1）；", "；"),
        ("颜色（见表1）", ""),
        ("写“合格。”", "。"),
        ("颜色;", ";"),
    ],
)
def test_the_closing_mark_may_stand_inside_or_before_parentheses(text: str, expected: str) -> None:
    doc = _read(text)
    end = closing(doc.source, 0)
    assert end is not None
    assert end[1] == expected
    assert doc.text[slice(*end[0])] == expected


def test_nothing_closes_a_formula() -> None:
    assert closing(_read("长度为 $a$").source, 0) is None


def test_roman_numerals_count_where_a_list_begins_with_them() -> None:
    doc = _read("""
        # 5 检验

        检查包括：

        i) 颜色；

        ii) 光泽；

        iii) 划痕。
    """)
    assert [[(item.kind, item.ordinal) for item in one.items] for one in doc.lists] == [
        [("i)", 1), ("i)", 2), ("i)", 3)]
    ]
