"""Term entries written in Word (reference word-documents.md, section 6).

The other layouts are tested in tests/views/test_terms.py.
"""

from __future__ import annotations

from stdlint.document import Document
from stdlint.formats import docx
from stdlint.model import LINE_BREAK
from tests.docx_builder import build, para, run, style, table

BREAK = "<w:r><w:br/></w:r>"


def lines(*texts: str) -> str:
    return BREAK.join(map(run, texts))


def openchain() -> Document:
    body = [
        *(para("1 Scope", "h"), para("This document specifies the key requirements of a program.")),
        *(para("2 Terms and definitions", "h"), para("For the purposes of this document, the following terms apply.")),
        para(lines("2.1", "compliance artifacts", "a collection of artifacts that represent the output of a program")),
        para("Note: The collection may include source code."),
        para(lines("2.2", "identified licenses", "a set of licenses found by a method of identification")),
        *(para("3 Requirements", "h"), para(lines("3.1 Policy", "A written policy shall exist."))),
    ]
    return Document(docx.read(build(*body, styles=style("h", "heading 1"))))


def test_number_term_and_definition_may_stand_in_one_paragraph_with_line_breaks() -> None:
    entries = openchain().terms.entries
    assert [(entry.number, entry.text) for entry in entries] == [
        ("2.1", "compliance artifacts"),
        ("2.2", "identified licenses"),
    ]


def test_line_breaks_part_what_is_on_the_lines() -> None:
    document = openchain()
    assert f"2.1\n{LINE_BREAK}compliance artifacts{LINE_BREAK}a collection of artifacts" in document.text
    assert "2.1compliance" not in document.text


def test_a_number_above_its_term_in_one_paragraph_stands_on_a_line_of_its_own() -> None:
    entry = para(lines("3.1", "雾滴　mist droplet")) + para("悬浮的水滴。")
    document = Document(docx.read(build(para("3　术语和定义", "h"), entry, styles=style("h", "heading 1"))))
    assert [(one.number, one.text, one.same_line) for one in document.terms.entries] == [("3.1", "雾滴", False)]


def test_a_hyphenated_equivalent_may_be_glued_to_its_term() -> None:
    entry = "".join(map(para, ["3.1", "防误触装置lock-off device", "防止误触的装置。"]))
    document = Document(docx.read(build(para("3　术语和定义", "h"), entry, styles=style("h", "heading 1"))))
    assert [(one.text, one.english[0].text) for one in document.terms.entries] == [("防误触装置", "lock-off device")]


def test_a_term_with_its_equivalent_in_brackets_may_be_followed_by_its_definition() -> None:
    entry = para("3.1") + para("雾滴（mist droplet）：悬浮于空气中的水滴。")
    document = Document(docx.read(build(para("3　术语和定义", "h"), entry, styles=style("h", "heading 1"))))
    assert [(one.text, one.english[0].text) for one in document.terms.entries] == [("雾滴", "mist droplet")]


def test_a_clause_that_holds_only_a_table_is_no_term_entry() -> None:
    clause = para("3.1　部件") + table(["编号", "术语"], ["3.1.1", "喷头"])
    document = Document(docx.read(build(para("3　术语和定义", "h"), clause, styles=style("h", "heading 1"))))
    assert document.terms.entries == []
