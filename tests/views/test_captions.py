"""What has a number of its own: figures, tables, formulas."""

from __future__ import annotations

import inspect

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from tests.docx_builder import build, para, run, style, table

FORMULA = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
STYLES = style("t", "标准文件_正文表标题") + style("f", "Figure Title") + style("c", "caption")


def _found(source: str | bytes) -> list[tuple[str, str, str]]:
    read = docx.read(source) if isinstance(source, bytes) else markdown.read(inspect.cleandoc(source).encode())
    return [(caption.kind, caption.number, caption.title) for caption in Document(read).captions]


def test_figures_tables_and_formulas_are_found_in_the_body_and_in_annexes() -> None:
    text = r"""
        # 4 要求

        ![图](a.png)

        图1　结构

        表 1 尺寸

        | 项 | 值 |
        |---|---|
        | 长 | 1 |

        $$ a=b $$ （1）

        # 附录A（资料性）　示例

        表A.1　示例

        | 项 | 值 |
        |---|---|
        | 长 | 1 |

        $$ a=b \tag{A.1} $$
    """
    assert _found(text) == [
        ("figure", "1", "结构"),
        ("table", "1", "尺寸"),
        ("formula", "1", ""),
        ("table", "A.1", "示例"),
        ("formula", "A.1", ""),
    ]


def test_continuations_and_entries_of_the_contents_are_no_captions() -> None:
    text = "# 目次\n\n- 1 范围 1\n\n表1　尺寸 3\n\n# 1 范围\n\n文。\n\n表1　尺寸\n\n表1（续）\n\n表1　（第2页/共3页）"
    assert _found(text) == [("table", "1", "尺寸")]


def test_english_captions_have_a_dash_behind_their_number() -> None:
    text = "# 1 Scope\n\nTable 1 — Dimensions\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nFigure B.2 — Key"
    assert _found(text) == [("table", "1", "Dimensions"), ("figure", "B.2", "Key")]


@pytest.mark.parametrize("number", ["（1）", "(1)", "………………（1）"])
def test_the_number_of_a_word_formula_stands_behind_a_tab_or_dots(number: str) -> None:
    assert _found(build(para(FORMULA + "<w:r><w:tab/></w:r>" + run(number)))) == [("formula", "1", "")]


def test_a_formula_without_number_is_left_out() -> None:
    assert _found(build(para(FORMULA))) == []


def test_a_caption_without_number_is_told_by_its_style_or_by_what_follows() -> None:
    source = build(para("尺寸", "t"), para("结构", "f"), para("数据", "c"), table(["长", "1"]), styles=STYLES)
    assert _found(source) == [("table", "", "尺寸"), ("figure", "", "结构"), ("table", "", "数据")]


def test_a_formula_may_be_typed_and_a_number_be_wide() -> None:
    typed = [
        para(run("Q=m/t") + "<w:r><w:tab/></w:r>" + run("（1）")),
        para("t=1 s（见第2章）"),
        para("表Ａ．１　规格"),
    ]
    assert _found(build(*typed)) == [("formula", "1", ""), ("table", "A.1", "规格")]


@pytest.mark.parametrize("title", ["应急物资", "示意图", "中等规格", "可靠性指标"])
def test_a_caption_in_the_middle_may_be_glued_to_its_number_whatever_it_begins_with(title: str) -> None:
    centred = '<w:jc w:val="center"/>'
    assert _found(build(para(run(f"表1{title}"), properties=centred), "表1给出了规格。")) == [("table", "1", title)]


def test_the_unit_below_a_caption_is_none_of_its_title() -> None:
    assert _found(build(para(run("表1　规格") + "<w:r><w:br/></w:r>" + run("单位为毫米")))) == [("table", "1", "规格")]


def test_a_point_behind_the_number_of_a_caption_is_none_of_its_title() -> None:
    assert _found(build(para("表1. 规格", "c"), styles=STYLES)) == [("table", "1", "规格")]


@pytest.mark.parametrize(
    ("text", "number", "right"),
    [
        ("表1　尺寸（续）", "1", True),
        ("表1（第2页/共3页）", "1", True),
        ("续表1", "1", False),
        ("（续表）", "", False),
        ("（表1续）", "1", False),
        ("表1　续", "1", False),
        ("续表A.1　尺寸", "A.1", False),
    ],
)
def test_continuations_are_found_in_whatever_form(text: str, number: str, right: bool) -> None:
    read = markdown.read(f"# 4 要求\n\n{text}\n\n| 长 | 宽 |\n|---|---|\n| 1 | 2 |\n".encode())
    assert [(one.number, one.right) for one in Document(read).continuations] == [(number, right)]


@pytest.mark.parametrize("text", ["续表时应注明。", "表1　后续处理", "表1　手续", "后续"])
def test_other_words_continue_nothing(text: str) -> None:
    assert Document(markdown.read(f"# 4 要求\n\n{text}\n".encode())).continuations == []
