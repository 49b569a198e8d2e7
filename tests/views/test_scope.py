"""What the scope states."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.scope import background


def _document(text: str) -> Document:
    return Document(markdown.read(text.encode()))


def test_the_first_sentence_opens_the_scope() -> None:
    doc = _document("# 1 范围\n\n注：略。\n\n本文件规定了要求。本文件适用于螺栓。\n\n# 2 规范性引用文件\n")
    assert doc.scope is not None
    assert doc.text[slice(*doc.scope.opening)] == "本文件规定了要求。"


def test_statements_of_subclauses_belong_to_the_scope() -> None:
    doc = _document("# 1 范围\n\n## 1.1 内容\n\n本文件规定了要求。\n\n## 1.2 界限\n\n本文件适用于螺栓。\n")
    assert doc.scope is not None
    assert [doc.said(index) for index in doc.scope.blocks] == ["本文件规定了要求。", "本文件适用于螺栓。"]


def test_a_scope_without_statements_is_none() -> None:
    assert _document("# 1 范围\n\n# 2 规范性引用文件\n").scope is None
    assert _document("# 4 要求\n\n应完好。\n").scope is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("为规范市场，本文件规定了要求。", "为规范市场"),
        ("根据《中华人民共和国标准化法》，制定本文件。", "根据《中华人民共和国标准化法》"),
        ("随着技术的发展，需求增长。", "随着技术的发展，需求增长"),
        ("本文件旨在规范市场。", "本文件旨在规范市场"),
        ("为组织提供指南。", None),
        ("为防止火灾而设置的装置参照使用。", None),
        ("本文件适用于为了防止触电而设置的装置。", None),
    ],
)
def test_background_is_told_from_statements(sentence: str, reason: str | None) -> None:
    span = background(sentence, (0, len(sentence)))
    assert (sentence[slice(*span)] if span else None) == reason
