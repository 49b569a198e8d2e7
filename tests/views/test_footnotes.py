"""Which footnotes a table has, and which marks lead to them."""

from __future__ import annotations

import inspect

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.footnotes import Footed


def _only(table: str) -> Footed:
    text = f"# 4 要求\n\n尺寸见表1。\n\n表1　尺寸\n\n{inspect.cleandoc(table)}\n"
    (found,) = Document(markdown.read(text.encode())).table_footnotes
    return found


def test_raised_letters_and_formulas_are_marks_and_plain_letters_may_be() -> None:
    found = _only("""
        | 长ᵃ | 高$^{b}$ | 宽度c |
        |---|---|---|
        | 1 | 2 | 3 |
        | ᵃ 甲不含。 |
        | $^{b}$ 乙不含。 |
        | c 丙不含。 |
    """)
    assert [note.letter for note in found.notes] == ["a", "b", "c"]
    assert [letter for letter, _ in found.marks] == ["a", "b"]
    assert [letter for letter, _ in found.plain] == ["c"]


def test_other_markers_are_foreign() -> None:
    found = _only("""
        | 长① | 高（b） |
        |---|---|
        | 1 | 2 |
        | ① 甲不含。 |
        | （b）乙不含。 |
    """)
    assert [note.letter for note in found.foreign] == ["①", "（b）"]
    assert found.notes == []


def test_a_symbol_that_is_explained_is_no_footnote() -> None:
    text = "# 4 要求\n\n表1　尺寸\n\n| 长 | 高 |\n|---|---|\n| 1 | 2 |\n| a 为系数。 |\n"
    assert Document(markdown.read(text.encode())).table_footnotes == []


def test_a_continued_table_goes_on_with_its_footnotes() -> None:
    text = (
        "# 4 要求\n\n表1　尺寸\n\n| 长ᵃ | 高 |\n|---|---|\n| 1 | 2 |\n\n"
        "表1　尺寸（续）\n\n| 长 | 高ᵇ |\n|---|---|\n| 1 | 2 |\n| ᵃ 甲不含。 |\n| ᵇ 乙不含。 |\n"
    )
    (found,) = Document(markdown.read(text.encode())).table_footnotes
    assert [note.letter for note in found.notes] == [letter for letter, _ in found.marks] == ["a", "b"]
