"""Forewords in Word: numbers that Word computes, lines in one paragraph, and lists with automatic markers."""

from __future__ import annotations

from stdlint.check import Check
from stdlint.checks.foreword.changes import change_without_pointer
from stdlint.checks.foreword.drafters import malformed_drafter_line
from stdlint.checks.foreword.drafting_basis import missing_drafting_basis
from stdlint.checks.foreword.numbered import numbered_foreword_clause, wrong_introduction_numbering
from stdlint.checks.foreword.order import foreword_out_of_order
from stdlint.formats import docx
from tests.docx_builder import abstract, build, level, num, numbered, para, run, style
from tests.helpers import run as findings

STYLES = style("h1", "heading 1", properties='<w:outlineLvl w:val="0"/>')
STYLES += style("h2", "heading 2", properties='<w:outlineLvl w:val="1"/>')


def _said(check: Check, *paragraphs: str, numbering: str = "") -> list[str]:
    source = docx.read(build(*paragraphs, styles=STYLES, numbering=numbering))
    return [source.text[slice(*finding.span)] for finding in findings(check, source)]


def test_the_lines_of_one_paragraph_are_statements_of_their_own() -> None:
    broken = "<w:r><w:br/></w:r>".join(
        run(line)
        for line in (
            "本文件起草单位：东山研究院。",
            "本文件主要起草人：张三，李四。",
            "本文件由××归口。",
        )
    )
    paragraphs = (para(run("前言"), "h1"), para(broken), para(run("1　范围"), "h1"))
    assert _said(foreword_out_of_order, *paragraphs) == ["本文件由××归口。"]
    assert _said(malformed_drafter_line, *paragraphs) == ["本文件主要起草人：张三，李四。"]


def test_items_with_automatic_markers_are_changes() -> None:
    items = [para(run(text), properties=numbered(2, 0)) for text in ("增加了甲（见5.2）；", "更改了乙的要求。")]
    lead = para(run("本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下："))
    paragraphs = (para(run("前言"), "h1"), lead, *items, para(run("1　范围"), "h1"))
    lists = abstract(2, level(0, "lowerLetter", "%1)")) + num(2, 2)
    assert _said(change_without_pointer, *paragraphs, numbering=lists) == ["更改了乙的要求。"]


def test_a_number_that_word_computes_is_reported_without_fix() -> None:
    lists = abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 1)
    heading = para(run("概述"), "h2", numbered(1, 1))
    for title, check in (("前言", numbered_foreword_clause), ("引言", wrong_introduction_numbering)):
        paragraphs = (para(run(title), "h1"), heading, para(run("文。")), para(run("1　范围"), "h1"))
        source = docx.read(build(*paragraphs, styles=STYLES, numbering=lists))
        assert [finding.fix for finding in findings(check, source)] == [None]


def test_a_foreword_in_a_picture_is_not_judged() -> None:
    picture = para("<w:r><w:drawing/></w:r>")
    assert _said(missing_drafting_basis, para(run("前言"), "h1"), picture, para(run("1　范围"), "h1")) == []
    assert _said(missing_drafting_basis, para(run("前言"), "h1"), para(run("1　范围"), "h1")) == ["前言"]
