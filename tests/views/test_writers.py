"""What only the shape of a page tells, as programs that write Markdown leave it."""

from __future__ import annotations

import inspect

import pytest

import stdlint
from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.outline import Section

FRONT = "# 1 范围\n\n文。\n\n# 2 规范性引用文件\n\n文。\n\n# 3 术语和定义\n\n下列术语和定义适用于本文件。\n\n"


def _doc(text: str) -> Document:
    return Document(markdown.read(text.encode()))


def _shown(sections: list[Section]) -> list[str]:
    return [" ".join(word for word in (section.number, section.title) if word) for section in sections]


def _walked(text: str) -> list[str]:
    """Return number and title of what stands behind clause 3."""
    shown = _shown(list(_doc(FRONT + text).outline.walk()))
    return shown[shown.index("3 术语和定义") + 1 :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("### 3.1\n\n一般概念\n\n### 3.1.1\n\n雾滴　mist\n\n水滴。\n", ["3.1 一般概念", "3.1.1"]),
        ("4\n\n# 要求\n\n文。\n", ["4 要求"]),
        ("# 4 符号和缩略语\n\n### 4.1\n\n## 符号\n\n文。\n", ["4 符号和缩略语", "4.1 符号"]),
        ("# 4 要求\n\n文。\n\n## GB/T 97001—2024\n\n文。\n\n## 甲应满足：\n\n- 乙。\n", ["4 要求"]),
        ("# 4 要求\n\n文。\n\n**索引**\n\n**汉语拼音索引**\n\n甲……3.1\n", ["4 要求", "索引"]),
    ],
    ids=["group", "number-above", "symbols", "running-title", "index"],
)
def test_headings_are_told_by_what_stands_around_them(text: str, expected: list[str]) -> None:
    assert _walked(text) == expected


def test_typed_english_clauses_need_no_style() -> None:
    text = "1 Scope\n\nText.\n\n2 Normative references\n\nText.\n\n3 Terms, definitions and symbols\n\nText.\n\n"
    found = _doc(text + "4 Checking of the cutting tool\n\nText.\n").outline.top
    assert [(section.number, section.element) for section in found] == [
        ("1", "scope"),
        ("2", "references"),
        ("3", "terms"),
        ("4", "clause"),
    ]


def test_a_cover_made_of_headings_is_the_cover() -> None:
    text = "# 中华人民共和国国家标准\n\nGB/T 97001—2024\n\n# 椅子\n\n# Chairs\n\n# 前言\n\n文。\n\n# 椅子\n\n"
    document = _doc(text + FRONT)
    assert [section.element for section in document.outline.top][:4] == ["cover", "foreword", "title", "scope"]
    assert (document.cover.title, document.cover.title_en) == ("椅子", "Chairs")
    text = "## 国家标准 GB/T 97001—XXXX\n\n# 椅子\n\n# Chairs\n\n---\n\n## 椅子\n\n"
    assert [section.element for section in _doc(text + FRONT).outline.top][:3] == ["cover", "title", "scope"]


def test_the_number_may_stand_in_a_running_title_alone() -> None:
    text = FRONT + "# 4 要求\n\n文。\n\nGB/T 97001—2024\n\n文。\n"
    assert (_doc(text).cover.number, _doc(text).cover.present) == ("GB/T 97001—2024", False)
    assert [f.rule for f in stdlint.lint(text.encode(), "a.md").findings if f.rule.startswith("REF")] == []


def test_a_part_of_the_title_is_no_clause_of_terms() -> None:
    found = _doc("# 前言\n\n文。\n\n# 灌溉\n\n# 术语\n\n" + FRONT).outline.top
    assert [section.element for section in found] == ["foreword", "title", "title", "scope", "references", "terms"]


def test_an_annex_in_three_lines_is_the_one_of_the_english_contents() -> None:
    text = """
        # Contents

        Foreword

        1 Scope

        Annex A (normative) Tools

        # Foreword

        Text.

        # 1 Scope

        This document specifies tools.

        # Annex A

        (normative)

        # Tools

        Text.
    """
    found = _doc(inspect.cleandoc(text)).outline.top
    assert [section.element for section in found] == ["contents", "foreword", "scope", "annex"]


@pytest.mark.parametrize(
    "formula",
    [
        r"$$ a=b\cdots\cdots\cdots(1) $$",
        r"$$ a=b \qquad（1） $$",
        r"$$ a=b \eqno(1) $$",
        "![](a.png) （1）",
        "$$\na=b\n$$\n\n（1）",
    ],
)
def test_the_number_of_a_formula_stands_in_many_places(formula: str) -> None:
    found = _doc(f"{FRONT}# 4 要求\n\n按公式（1）计算：\n\n{formula}\n").captions
    assert [(caption.kind, caption.number) for caption in found] == [("formula", "1")]


def test_the_number_of_a_page_is_no_reference_and_no_term() -> None:
    text = """
        # 1 范围

        # 2 规范性引用文件

        GB/T 97001　椅子

        2

        GB/T 97002　桌子

        # 3 术语和定义

        ### 3.1

        3

        椅子　chair

        供人坐的器具。
    """
    document = _doc(inspect.cleandoc(text))
    assert [reference.key for reference in document.references.normative] == [("GB", "97001"), ("GB", "97002")]
    assert [(entry.number, entry.text) for entry in document.terms.entries] == [("3.1", "椅子")]


def test_a_footnote_may_be_marked_by_a_raised_formula() -> None:
    document = _doc(FRONT + "# 4 要求\n\n用水应洁净 $ ^{1)} $ 。\n\n $ ^{1)} $ 甲不适用于再生水。\n")
    assert [note.kind for note in document.notes] == ["footnote"]


@pytest.mark.parametrize(
    ("lines", "term", "english"),
    [
        (
            "以电折水法　electricity-to-water\nconversion method\n\n",
            "以电折水法",
            ["electricity-to-water conversion method"],
        ),
        ("控制单元　control unit；MCU\n", "控制单元", ["control unit", "MCU"]),
        ("供水量　supply\n水量　water supply\n", "供水量", ["supply", "water supply"]),
        ("门禁；gate\n\n", "门禁", ["gate"]),
    ],
)
def test_a_term_may_go_on_in_the_next_line(lines: str, term: str, english: list[str]) -> None:
    entry = _doc(f"{FRONT}### 3.1\n\n{lines}用于计算水量的方法。\n").terms.entries[0]
    assert (entry.text, [one.text for one in entry.english]) == (term, english)
    assert len(entry.definition) == 1


def test_an_english_source_may_go_on_in_the_next_line() -> None:
    text = """
        # 1 Scope

        This document specifies bolts.

        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        **3.1**

        **bolt**

        threaded fastener

        [SOURCE: ISO 4628-8:2012, 3.1, modified — “visible with the unaided eye”
        has been added.]
    """
    (entry,) = _doc(inspect.cleandoc(text)).terms.entries
    assert [(source.brackets, source.word) for source in entry.sources] == [("[]", "SOURCE")]


def test_references_may_follow_the_introductory_text_line_by_line() -> None:
    text = """
        # 2 Normative references

        The following documents are referred to in the text. For undated references, the latest edition of the
        referenced document (including any amendments) applies.
        ISO 1513, *Samples*
        ISO 1514, *Panels*
    """
    found = _doc(inspect.cleandoc(text)).references.normative
    assert [reference.key for reference in found] == [("ISO", "1513"), ("ISO", "1514")]


def test_the_number_of_an_entry_survives_when_the_form_of_a_source_is_mended() -> None:
    text = FRONT + "### 3.1\n\n信号　signal\n\n传递信息的物理量。\n\n[GB/T 97001—2004，术语与定义3.1]\n"
    (finding,) = [f for f in stdlint.lint(text.encode(), "a.md").findings if f.rule == "TRM140"]
    assert finding.fixed == "[来源：GB/T 97001—2004，3.1]"
