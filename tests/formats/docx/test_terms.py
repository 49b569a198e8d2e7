"""Term entries of English drafts written in Word (reference word-documents.md, section 6, layout 5).

The Chinese layouts are tested in tests/views/test_terms.py.
"""

from __future__ import annotations

from stdlint.document import Document
from stdlint.formats import docx
from stdlint.model import LINE_BREAK
from tests.docx_builder import build, para, run, style

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
    assert f"2.1\ncompliance artifacts{LINE_BREAK}a collection of artifacts" in document.text
    assert "2.1compliance" not in document.text
