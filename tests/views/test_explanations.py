"""Formulas are found with their numbers and with the lines that explain their symbols."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.views.explanations import Group, key, plain, unexplained
from tests.helpers import read

LINES = "\n\n式中：\n\nv——速度；\n\nm<sub>0</sub>——质量；\n\nt——时间。\n"


def _groups(text: str, format_: str = "markdown") -> list[Group]:
    return Document(read(f"# 5 计算的方法和步骤\n\n{text}", format_)).formulas


@pytest.mark.parametrize(
    ("symbol", "found"),
    [
        ("m_{0}", "m0"),
        ("m₀", "m0"),
        (r"\bar{x}", "x"),
        ("x̄", "x"),
        ("t′", "t'"),
        ("f(x)", "f"),
        ("∆t", "Δt"),
        ("ϕ", "φ"),
    ],
)
def test_symbols_are_compared_without_accents_and_marks_of_subscripts(symbol: str, found: str) -> None:
    assert key(symbol) == found


def test_commands_are_no_letters_of_a_formula() -> None:
    assert plain(r"\frac{m_1}{\rho}\sin\alpha") == "m1ρα"


@pytest.mark.parametrize(
    ("text", "explained", "missing"),
    [
        ("v=s/t", {"v", "s"}, ["t"]),
        ("w=m1/m2", {"w", "m1", "m2"}, []),
        (r"w=\frac{m_1}{m_2}", {"w", "m1"}, ["m_{2}"]),
        (r"S=\sum_{i=1}^{n}x_{i}", {"S", "xi", "n"}, []),
        ("x=x_1+x_2", {"x", "xi"}, []),
        ("CSI=a_1+a_2", {"CSI", "a1", "a2"}, []),
        (r"\Delta t=t_2-t_1", {"Δt", "t1", "t2"}, []),
    ],
)
def test_what_is_not_explained_is_told(text: str, explained: set[str], missing: list[str]) -> None:
    assert unexplained(text, explained) == missing


@pytest.mark.parametrize("format_", ["markdown", "docx"])
@pytest.mark.parametrize("formula", ["$$v=m_0/t$$ （1）", "v = m0/t ………………（1）", "v = m0/t　　　　（1）"])
def test_a_formula_is_an_object_or_typed(formula: str, format_: str) -> None:
    (group,) = _groups(formula + LINES, format_)
    assert [one.number for one in group.formulas] == ["1"]
    assert [line.keys for line in group.lines] == [("v",), ("m0",), ("t",)]
    assert group.alone


@pytest.mark.parametrize("number", ["（2a）", "（5-1）", "（式1）", "式（1）", "①", "[1]", "（一）"])
def test_numbers_of_other_forms_are_read_too(number: str) -> None:
    (group,) = _groups(f"$$v=s/t$$ {number}\n")
    assert group.formulas[0].number


def test_formulas_in_a_row_share_an_explanation() -> None:
    first, second = _groups(f"$$v=s/t$$ （1）\n\n和\n\n$$a=v/t$$ （2）{LINES}\n这里是另一段话。\n\n$$b=c$$ （3）\n")
    assert [formula.number for formula in first.formulas] == ["1", "2"]
    assert [formula.number for formula in second.formulas] == ["3"]
    assert not second.lines


def test_a_formula_in_a_table_has_its_number_beside_it() -> None:
    (group,) = _groups(f"| | |\n|---|---|\n| $v=m_0/t$ | （1） |{LINES}")
    assert group.formulas[0].number == "1"
    assert len(group.lines) == 3


@pytest.mark.parametrize(
    "line", ["v-速度；", "v：速度；", "v为速度；", "v，速度；", "v 速度；", "v—速度；", "v、w——速度；"]
)
def test_an_explanation_is_told_by_its_symbol(line: str) -> None:
    (group,) = _groups(f"$$v=s/t$$ （1）\n\n式中：\n\n{line}\n")
    assert group.lines[0].keys[0] == "v"


@pytest.mark.parametrize("text", ["参数x = 3，y = 4。", "if (x == 1) y = 2", "```\na = b\n```", "> a = b　　（1）"])
def test_assignments_in_the_text_are_no_formulas(text: str) -> None:
    assert not _groups(text + "\n")
