"""Verbal forms, fixed paragraphs and commands of English drafts."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.modals import external, provides
from stdlint.views.provisions import commands, fixed


def document(text: str) -> Document:
    return Document(markdown.read(f"# 4 Requirements\n\n{text}".encode()), lang="en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lid shall be closed, and users may open it in May 2024.", ["shall", "may"]),
        ("shall indicates a requirement.", []),
        ("The 'must' of the “must” is a must.", []),
        ("The aim of the test is to be fast.", []),
        ("The lid is to be closed.", ["is to"]),
    ],
)
def test_forms(text: str, words: list[str]) -> None:
    assert [modal.word for modal in document(text).provisions.modals] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lid shall be closed.", True),
        ("ISO 9000 states that the lid shall be closed.", False),
        ("Gases which may leak are excluded.", False),
        ("The lid need not be closed.", False),
        ("The pressure must exceed 2 bar.", False),
    ],
)
def test_provides(text: str, expected: bool) -> None:
    doc = document(text)
    sentence = doc.sentence(doc.text.index(text))
    assert provides(doc.text, doc.provisions.modals[0], sentence) is expected


def test_an_abbreviation_ends_no_sentence() -> None:
    doc = document("The parts, i.e. the lid, shall be closed. They may be open.")
    sentences = doc.provisions.sentences(len(doc.blocks) - 1)
    assert [doc.text[slice(*s.span)].strip() for s in sentences] == [
        "The parts, i.e. the lid, shall be closed.",
        "They may be open.",
    ]


def test_fixed_paragraphs_commands_and_constraints() -> None:
    held = "ISO shall not be held responsible for identifying any or all such patent rights."
    assert fixed(held, (0, len(held)))
    assert not fixed("Users shall apply it.", (0, 21))
    assert commands("Heat the sample.", (0, 16), "en") == (0, 4)
    assert commands("Do not open it.", (0, 15), "en") == (0, 6)
    assert commands("Use of the sample is free.", (0, 26), "en") is None
    assert external("By law, users must pay.", (0, 23))
    assert not external("The lid must be closed.", (0, 23))
