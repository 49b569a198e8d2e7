"""A formula of Word is written as LaTeX would write it, so that both formats name the same symbols."""

from __future__ import annotations

import pytest

from stdlint.formats import docx, markdown
from stdlint.model import OBJECT
from stdlint.views.formulas import symbols
from tests.docx_builder import build, para, run


def letters(text: str, properties: str = "") -> str:
    inner = f"<m:rPr>{properties}</m:rPr>" if properties else ""
    return f"<m:r>{inner}<m:t>{text}</m:t></m:r>"


def part(name: str, content: str) -> str:
    return f"<m:{name}>{content if content.startswith('<') else letters(content) if content else ''}</m:{name}>"


def made(name: str, properties: str = "", **parts: str) -> str:
    """Return an OMML object; a trailing underscore of a part's name falls away."""
    inner = "".join(part(key.rstrip("_"), content) for key, content in parts.items())
    return f"<m:{name}><m:{name}Pr>{properties}<m:ctrlPr/></m:{name}Pr>{inner}</m:{name}>"


def formula(content: str) -> str:
    source = docx.read(build(para(f"<m:oMath>{content}</m:oMath>")))
    assert source.text == OBJECT + "\n"
    return source.anchors[0].text


PLAIN = '<m:sty m:val="p"/>'


@pytest.mark.parametrize(
    ("content", "latex"),
    [
        (letters("a=b"), "a=b"),
        (letters("η"), "η"),
        (made("f", num="a", den="b"), r"\frac{a}{b}"),
        (made("f", '<m:type m:val="lin"/>', num="a+c", den="b"), "{a+c}/b"),
        (made("f", '<m:type m:val="skw"/>', num="a", den="b"), r"\frac{a}{b}"),
        (made("f", '<m:type m:val="noBar"/>', num="n", den="k"), r"\genfrac{}{}{0pt}{}{n}{k}"),
        (made("sSub", e="W", sub="i"), "W_{i}"),
        (made("sSup", e="x", sup="2"), "x^{2}"),
        (made("sSubSup", e="x", sub="i", sup="2"), "x_{i}^{2}"),
        (made("sSup", e="a+b", sup="2"), "{a+b}^{2}"),
        (made("sPre", sub="a", sup="b", e="X"), "{}_{a}^{b}X"),
        (made("sSub", e=letters("BOD", PLAIN), sub="5"), r"\mathrm{BOD}_{5}"),
        (made("rad", '<m:degHide m:val="1"/>', deg="", e="x"), r"\sqrt{x}"),
        (made("rad", deg="3", e="x"), r"\sqrt[3]{x}"),
        (made("nary", '<m:chr m:val="∑"/>', sub="i=1", sup="n", e="x"), r"\sum_{i=1}^{n}{x}"),
        (made("nary", sub="0", sup="T", e="x"), r"\int_{0}^{T}{x}"),
        (made("d", e="x"), r"\left(x\right)"),
        (made("d", '<m:begChr m:val="{"/><m:endChr m:val=""/>', e="x"), r"\left\{x\right."),
        (made("d", '<m:sepChr m:val=","/>', e="x").replace("</m:d>", part("e", "y") + "</m:d>"), r"\left(x,y\right)"),
        (made("sSup", e=made("d", e="x"), sup="2"), r"\left(x\right)^{2}"),
        (made("func", fName=letters("sin", PLAIN), e="α"), r"\sin{α}"),
        (made("func", fName=letters("Re", PLAIN), e="z"), r"\operatorname{Re}{z}"),
        (made("func", fName=made("limLow", e=letters("lim", PLAIN), lim="x→0"), e="x"), r"\lim_{x→0}{x}"),
        (made("limUpp", e="x", lim="n"), r"\overset{n}{x}"),
        (made("acc", e="x"), r"\hat{x}"),
        (made("acc", '<m:chr m:val="\u0305"/>', e="x"), r"\bar{x}"),
        (made("acc", '<m:chr m:val="\u20d7"/>', e="F"), r"\vec{F}"),
        (made("bar", '<m:pos m:val="top"/>', e="x"), r"\overline{x}"),
        (made("bar", e="x"), r"\underline{x}"),
        (made("groupChr", e="x"), r"\underbrace{x}"),
        (made("groupChr", '<m:chr m:val="→"/><m:pos m:val="top"/>', e="x"), r"\overset{→}{x}"),
        (made("box", e="x"), "x"),
        (made("borderBox", e="x"), "x"),
        (made("phant", '<m:show m:val="0"/>', e="x") + letters("y"), "y"),
        (letters("合格率", "<m:nor/>") + letters("=a"), r"\text{合格率}=a"),
        (letters("x") + letters("a{b}", '<m:nor m:val="0"/>'), r"xa\{b\}"),
        (made("nary", '<m:chr m:val="∑"/>', sub="", sup="", e="x"), r"\sum{x}"),
        (letters("a") + "<m:r><w:rPr><w:b/></w:rPr><m:t> b</m:t></m:r>", "a b"),
        ("<m:f><m:num/><m:den/></m:f>", r"\frac{}{}"),
    ],
)
def test_every_object_of_omml_has_its_latex(content: str, latex: str) -> None:
    assert formula(content) == latex


def test_matrices_and_systems_of_equations_keep_their_rows() -> None:
    rows = "".join(f"<m:mr>{part('e', a)}{part('e', b)}</m:mr>" for a, b in ("ab", "cd"))
    assert formula(f"<m:m><m:mPr/>{rows}</m:m>") == r"\begin{matrix}a & b \\ c & d\end{matrix}"
    system = f"<m:eqArr>{part('e', 'a=b')}{part('e', 'c=d')}</m:eqArr>"
    assert formula(system) == r"\begin{aligned}a=b \\ c=d\end{aligned}"


def test_letters_behind_a_command_stay_apart_from_it() -> None:
    function = made("func", fName=letters("ln", PLAIN), e="")
    assert formula(letters("sin", PLAIN) + letters("x")) == r"\sin x"
    assert formula(letters("sin", PLAIN) + letters("α")) == r"\sinα"
    assert formula(function + letters("x")) == r"\ln{}x"


def test_deleted_letters_of_a_formula_are_out_and_inserted_ones_in() -> None:
    content = f"{letters('a')}<w:del>{letters('b')}</w:del><w:ins>{letters('c')}</w:ins>"
    assert formula(content) == "ac"


def test_the_number_that_word_sets_off_inside_a_formula_is_text_behind_it() -> None:
    row = part("e", letters("E=m") + letters("#") + made("d", e="A.1"))
    source = docx.read(build(para(f"<m:oMathPara><m:oMath><m:eqArr>{row}</m:eqArr></m:oMath></m:oMathPara>")))
    assert source.text == OBJECT + "（A.1）\n"
    assert source.anchors[0].text == "E=m"
    assert source.blocks[0].kind == "formula"
    assert not source.editable(1, 3)


def test_an_equation_of_another_program_is_an_object_without_text() -> None:
    content = '<w:r><w:object><v:shape/><o:OLEObject ProgID="Equation.DSMT4"/></w:object></w:r>'
    source = docx.read(build(para(content + run("（1）"))))
    assert [(a.kind, a.text) for a in source.anchors] == [("formula", "")]
    assert source.unread == []


def test_word_and_markdown_name_the_same_symbols() -> None:
    word = formula(
        made("sSub", e="W", sub="i")
        + letters("=")
        + made("f", num=made("sSub", e="m", sub="1") + letters("-") + made("sSub", e="m", sub="2"), den="η·m")
        + letters("×100%")
    )
    text = markdown.read(rb"$$W_i=\frac{m_1-m_2}{\eta\cdot m}\times 100\%$$").anchors[0].text
    assert symbols(word) == symbols(text) == ["W_{i}", "m_{1}", "m_{2}", "η", "m"]
