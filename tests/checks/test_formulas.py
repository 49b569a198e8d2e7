"""What the examples cannot show: formulas that are objects, marked as a whole."""

from __future__ import annotations

import pytest

from stdlint.model import OBJECT
from tests.helpers import all_uses, read, run

TEXT = "# 5 计算的方法和步骤\n\n按公式（1）计算：\n\n{}\n\n计算结果保留到小数点后一位。\n"


def _found(name: str, text: str, format_: str = "markdown") -> list[str]:
    source = read(TEXT.format(text), format_)
    return [source.text[slice(*finding.span)] for finding in run(all_uses()[name].check, source)]


@pytest.mark.parametrize("format_", ["markdown", "docx"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("formula-without-explanation", r"$$\rho=\frac{m_1-m_0}{V}$$ （1）"),
        ("unexplained-formula-symbol", "$$v=\\frac{s}{t}$$ （1）\n\n式中：\n\nv——速度；\n\nt——时间。"),
        (
            "symbol-not-in-formula",
            "$$v=\\frac{s}{t}$$ （1）\n\n式中：\n\n$v$——速度；\n\n$s$——路程；\n\n$t$——时间；\n\n$m$——质量。",
        ),
        ("words-in-formula", r"$$P=\frac{合格数}{N}$$ （1）"),
        ("unit-in-formula", r"$$v=3.6 km/h+\frac{s}{t}$$ （1）"),
    ],
)
def test_a_formula_is_reported_as_a_whole(name: str, text: str, format_: str) -> None:
    assert _found(name, text, format_) == [OBJECT]


@pytest.mark.parametrize(
    "text",
    [r"$$\text{合格率}=\frac{n}{N}$$", "$$MSE=a/b$$ （1）\n\n式中：\n\nMSE——均方误差；\n\na——平方和；\n\nb——个数。"],
)
def test_names_and_abbreviations_are_words(text: str) -> None:
    assert _found("words-in-formula", text) == [OBJECT]


@pytest.mark.parametrize(
    "name", ["formula-without-explanation", "unexplained-formula-symbol", "symbol-not-in-formula", "words-in-formula"]
)
def test_a_picture_of_a_formula_is_not_judged(name: str) -> None:
    assert _found(name, "![](a.png) （1）\n\n式中：\n\nx——长度；\n\ny——宽度。") == []


def test_a_number_on_a_line_of_its_own_is_malformed_if_it_says_shi() -> None:
    assert _found("malformed-formula-number", "$$v=s/t$$\n\n式（1）") == ["式（1）"]
