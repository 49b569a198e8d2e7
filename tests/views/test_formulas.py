"""The symbols of a formula are those that the list below it has to explain."""

from __future__ import annotations

import pytest

from stdlint.views.formulas import symbols


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"W_{i}", ["W_{i}"]),
        (r"W_i", ["W_{i}"]),
        (r"W_{\mathrm{i}}", ["W_{i}"]),
        (r"{W}_{i}", ["W_{i}"]),
        (r"\eta", ["η"]),
        ("η", ["η"]),
        (r"\varepsilon+\epsilon+ε+ϵ", ["ε"]),
        ("x₁+x₂²", ["x_{1}", "x_{2}"]),
        ("xᵢ", ["x_{i}"]),
        (r"U_{\mathrm{1,\ 2}}", ["U_{1,2}"]),
        (r"x'+x^{\prime}+x^{2}", ["x'", "x"]),
        (r"x_i^2+x^2_i+x^{n}", ["x_{i}", "x", "n"]),
        (r"\bar{x}+\overline{x}+\hat{y}_{1}", [r"\bar{x}", r"\hat{y}_{1}"]),
        (r"\mathbf{F}=m\boldsymbol{a}", ["F", "m", "a"]),
        (r"\mathrm{BOD}_{5}+{\mathrm{BOD}}_5", ["BOD_{5}"]),
        (r"\frac{1}{n}\sum_{i=1}^{n}{x_{i}}", ["n", "i", "x_{i}"]),
        (r"\sqrt[n]{\left(a+b\right)^{2}}", ["n", "a", "b"]),
        (r"\Delta t=t_2-t_1", ["Δt", "t_{2}", "t_{1}"]),
        ("Δt=Δ(a)", ["Δt", "Δ", "a"]),
        (r"{}_{a}^{b}X", ["a", "b", "X"]),
        ("𝑚𝑐", ["m", "c"]),
    ],
)
def test_a_symbol_is_a_letter_with_its_subscript(text: str, found: list[str]) -> None:
    assert symbols(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"\sin\alpha+\cos{\left(2πft\right)}", ["α", "f", "t"]),
        ("sinα+lnx+max(a,b)", ["α", "x", "a", "b"]),
        (r"\operatorname{Re}{z}+\lim_{x→0}{y}", ["z", "x", "y"]),
        (r"e^{-kt}+\mathrm{e}^{-kt}", ["k", "t"]),
        (r"\int_{0}^{T}{f(t)\mathrm{d}t}", ["T", "f", "t"]),
        (r"\frac{dy}{dx}", ["y", "x"]),
        (r"d=2r", ["d", "r"]),
        (r"V=20\ \mathrm{mm}", ["V"]),
        ("V=20 mm", ["V"]),
        (r"t=25^{\circ}\mathrm{C}", ["t"]),
        (r"t=25^\circ C", ["t"]),
        ("t=25 °C+25 ℃", ["t"]),
        (r"\rho=1.293\,\mathrm{kg/m^3}", ["ρ"]),
        (r"\text{合格率}=\frac{n}{N}\times100\%", ["n", "N"]),
        ("合格率=n÷N×100%", ["n", "N"]),
        (r"A^{\mathrm{T}}", ["A"]),
        (r"E=mc^{2}\tag{A.1}", ["E", "m", "c"]),
        (r"\begin{aligned}a&=b \\ c&=d\end{aligned}", ["a", "b", "c", "d"]),
        (r"\genfrac{}{}{0pt}{}{n}{k}", ["n", "k"]),
        (r"\color{red}x", ["x"]),
        ("π", []),
        ("", []),
    ],
)
def test_numbers_functions_units_constants_and_words_are_no_symbols(text: str, found: list[str]) -> None:
    assert symbols(text) == found


@pytest.mark.parametrize(
    "text", ["{", "}", "_", "^", "\\", r"\frac", "x_", r"\mathrm", "{{{x", "x^{", r"\bar", "Δ", "e^"]
)
def test_nonsense_is_no_error(text: str) -> None:
    assert isinstance(symbols(text), list)


def test_a_long_formula_takes_no_time_to_speak_of() -> None:
    assert symbols("{" * 50 + "x" + "}" * 50) == ["x"]
    assert symbols("{" * 5000 + "x" + "}" * 5000) == []
    assert len(symbols("+".join(f"x_{{{i}}}" for i in range(2000)))) == 2000
