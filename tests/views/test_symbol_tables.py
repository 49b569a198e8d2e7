"""Reading the tables of a symbols standard."""

from __future__ import annotations

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.symbol_tables import SymbolTable, is_blank, sign_of


def _read(*rows: str) -> tuple[Document, list[SymbolTable]]:
    columns = rows[0].count("|") - 1
    lines = ["# 4 符号", "", "表1　符号", "", rows[0], "|---" * columns + "|", *rows[1:], ""]
    document = Document(markdown.read("\n".join(lines).encode()))
    return document, document.symbol_tables


def _said(*rows: str) -> list[tuple[str, str]]:
    _, found = _read(*rows)
    return [
        (row.sign.text if row.sign else "", row.meaning.text if row.meaning else "")
        for table in found
        for row in table.rows
    ]


def test_the_symbol_may_stand_in_front_of_its_meaning_or_behind_it() -> None:
    assert _said("| 编号 | 符号 | 含义 |", "| 1 | ⊕ | 接地 |") == [("⊕", "接地")]
    assert _said("| 序号 | 名称 | 图形符号 | 说明 |", "| 1 | 接地 | ⊕ | — |") == [("⊕", "接地")]


def test_two_lists_may_stand_side_by_side() -> None:
    found = _said("| 符号 | 名称 | 符号 | 名称 |", "| A | 面积 | B | 宽度 |")
    assert found == [("A", "面积"), ("B", "宽度")]


def test_a_table_without_meanings_is_none() -> None:
    assert _said("| 符号 | 线宽 |", "| A | 0.5 |") == []


def test_titles_across_a_table_part_its_groups() -> None:
    _, (table,) = _read(
        "| 编号 | 符号 | 含义 |", "| 力学 |  |  |", "| 1 | ρ | 密度 |", "| 电学 |  |  |", "| 2 | ρ | 电阻率 |"
    )
    assert [len(group) for group in table.groups] == [1, 1]


def test_a_formula_is_a_symbol_and_a_picture_is_not_known() -> None:
    document, (table,) = _read("| 符号 | 含义 |", r"| $\eta$ | 效率 |", "| ![](a.png) | 接地 |")
    assert [sign_of(document.source, row.sign) for row in table.rows if row.sign] == [r"\eta", ""]


def test_a_dash_is_blank() -> None:
    _, (table,) = _read("| 符号 | 含义 |", "| A | — |", "| B | 宽度 |")
    assert [is_blank(row.meaning) for row in table.rows] == [True, False]
