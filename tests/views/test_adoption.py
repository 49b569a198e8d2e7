"""Which international document a draft adopts, and how nearly."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.adoption import Adoption


def _adoption(foreword: str, cover: str = "", behind: str = "") -> Adoption:
    text = f"{cover}\n\n# 前言\n\n{foreword}\n\n本文件由××归口。\n\n# 1 范围\n\n本文件规定了要求。\n\n{behind}"
    return Document(markdown.read(text.encode())).adoption


@pytest.mark.parametrize(
    ("sentence", "degree"),
    [
        ("本文件等同采用ISO 9001:2015《质量管理体系　要求》。", "IDT"),
        ("本文件使用翻译法等同采用IEC 60335-1:2020《家用电器》。", "IDT"),
        ("本标准使用重新起草法修改采用ISO 4014:2011《螺栓》（英文版）。", "MOD"),
        ("本文件与ISO 690:2010的一致性程度为非等效。", "NEQ"),
        ("本文件参考ISO 690:2010起草，一致性程度为非等效。", "NEQ"),
        ("本文件代替GB/T 1—2009《螺栓》，与ISO 4014:2011的一致性程度为修改。", "MOD"),
    ],
)
def test_a_statement_about_the_draft_tells_the_degree(sentence: str, degree: str) -> None:
    assert _adoption(sentence).degree == degree


@pytest.mark.parametrize(
    "sentence",
    [
        "本文件引用的GB/T 19001—2016等同采用ISO 9001:2015。",
        "GB/T 19001—2008等同采用ISO 9001:2008。",
        "本文件用等同采用国际标准的GB/T 4208代替了IEC 60529:2013（见6.2）。",
        "本文件第5章修改采用ISO 14046:2014。",
        "将“等同采用ISO 9001:2008”改为“修改采用”。",
        "本文件参考了ISO 9001:2015的有关内容。",
    ],
)
def test_a_mention_of_an_international_document_is_no_adoption(sentence: str) -> None:
    assert not _adoption(sentence).statements


def test_the_mark_on_the_cover_may_stand_on_several_lines() -> None:
    cover = (
        "GB/T 19001—XXXX\n\n质量管理体系　要求\n\nQuality management systems—Requirements\n\n"
        "（ISO 9001:2015，Quality management\n\nsystems—Requirements，MOD）"
    )
    marks = _adoption("本文件由××提出。", cover).marks
    assert [(mark.degree, mark.number) for mark in marks] == [("MOD", "9001")]


def test_a_dual_number_stands_for_an_identical_adoption() -> None:
    adoption = _adoption("本文件由××提出。", "GB/T 19001—XXXX/ISO 9001:2015\n\n质量管理体系　要求")
    assert adoption.dual is not None
    assert adoption.degree == "IDT"


def test_annexes_of_differences_are_told_by_their_titles_however_they_are_counted() -> None:
    behind = "# 附录A（资料性）　结构编号变化对照一览表\n\n见表。\n\n# 附录NA（资料性）　技术差异及其原因\n\n见表。"
    adoption = _adoption("本文件修改采用ISO 9:2015《螺栓》。", "", behind)
    assert adoption.has_comparison_annex
    assert adoption.has_differences_annex
