"""What belongs to a figure: pictures, caption, subfigures, key, notes."""

from __future__ import annotations

import inspect

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.figures import Figure, key_join, key_lead, sub_mark


def _figures(text: str) -> list[Figure]:
    return Document(markdown.read(inspect.cleandoc(text).encode())).figures


def _kinds(figure: Figure) -> list[str]:
    return [part.kind for part in figure.parts]


def test_a_figure_holds_what_stands_between_its_pictures_and_its_caption() -> None:
    (figure,) = _figures("""
        # 4 要求

        结构见图1。

        单位为毫米

        ![甲](a.png)

        a) 正视图

        ![乙](b.png)

        b) 侧视图

        标引序号说明：

        1——钉芯；
        2——钉体。

        钉体可以空心。

        注：未按比例。

        a 不含涂层。

        图1　结构
    """)
    assert (figure.number, figure.title, figure.above) == ("1", "结构", False)
    assert _kinds(figure) == [
        *("picture", "sub", "picture", "sub", "lead", "item", "item", "paragraph", "note", "footnote"),
    ]


def test_captions_above_are_told_from_those_below() -> None:
    above = _figures("# 4 要求\n\n图1　甲\n\n![甲](a.png)\n\n图2　乙\n\n![乙](b.png)\n\n文。")
    assert [(one.number, one.above) for one in above] == [("1", True), ("2", True)]
    below = _figures("# 4 要求\n\n文。\n\n![甲](a.png)\n\n图1　甲\n\n![乙](b.png)\n\n图2　乙\n")
    assert [(one.number, one.above) for one in below] == [("1", False), ("2", False)]


@pytest.mark.parametrize("numbers", [("图1-1", "图1-2"), ("图1a", "图1b"), ("图1.1", "图1.2")])
def test_captions_of_parts_belong_to_the_figure(numbers: tuple[str, str]) -> None:
    first, second = numbers
    (figure,) = _figures(f"# 4 要求\n\n![](a.png)\n\n{first}　甲\n\n![](b.png)\n\n{second}　乙\n\n图1　结构")
    assert [part.label for part in figure.subfigures] == [first, second]


def test_pictures_of_formulas_and_stray_pictures_are_no_figures() -> None:
    assert _figures("# 4 要求\n\n按下式计算：\n\n![](a.png)\n\n式中：\n\n$m$——质量。\n\n文。") == []
    assert _figures("# 4 要求\n\n文。\n\n![](a.png)\n\n## 4.1 外观\n\n文。") == []
    (figure,) = _figures("# 4 要求\n\n流程如下图所示。\n\n![](a.png)\n\n文。\n\n文。")
    assert (figure.caption, _kinds(figure)) == (-1, ["picture"])


@pytest.mark.parametrize("said", ["图例：1－钉芯", "说明：", "图中：1—钉芯", "标引序号说明", "部件说明："])
def test_leads_of_keys(said: str) -> None:
    assert key_lead(said) is not None


@pytest.mark.parametrize(
    ("said", "join"),
    [
        ("1——钉芯；", "——"),
        ("1－钉芯", "－"),
        ("12 — 钉芯", "—"),
        ("1、钉芯", "、"),
        ("1～3——钉", "——"),
        ("长度为1", None),
    ],
)
def test_items_of_keys(said: str, join: str | None) -> None:
    assert key_join(said) == join


@pytest.mark.parametrize("said", ["a) 正视图", "（a）正视图", "1) 局部", "图1-1　正视图", "A. 正视图", "① 正视图"])
def test_marks_of_subfigures(said: str) -> None:
    assert sub_mark(said)


def test_what_stands_for_a_caption_may_follow_subfigures_and_a_key() -> None:
    (figure,) = _figures("""
        # 4 要求

        ![甲](a.png)

        a) 正视图

        ![乙](b.png)

        b) 侧视图

        标引序号说明：

        1——钉芯。

        附图1　结构
    """)
    assert (figure.caption, figure.lead >= 0, figure.counts_unnumbered) == (-1, True, True)
    assert _kinds(figure) == ["picture", "sub", "picture", "sub", "lead", "item"]


def test_names_between_pictures_do_not_divide_a_figure() -> None:
    (figure,) = _figures("""
        # 4 要求

        外形如图1所示。

        ![甲](a.png)

        立式

        ![乙](b.png)

        卧式

        图1　外形
    """)
    assert len(figure.pictures) == 2
