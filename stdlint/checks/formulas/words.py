"""Write formulas with symbols, not with words, abbreviations or units.

A name may stand for a quantity only as a subscript. Conditions (“当”, “其他”), logarithms and the like are no names. A
formula typed in a sentence is left alone, and so are chemical symbols in parentheses and values that are worked out.

公式用符号表示，不写量的名称、多字母缩略语和单位的符号；中文下标和条件（“当……时”）不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.explanations import Formula, Group
from stdlint.views.formulas import symbols
from stdlint.views.units import LEGAL

words_in_formula = Check(
    id="EQN040",
    message="公式中写了“{said}”，公式应用符号表示，不用量的名称或多字母缩略语。",
    message_en="The formula says “{said}”; it is written with symbols, not with names or abbreviations.",
    bad="""
        # 5 计算

        密度的计算见公式（1）：

        ⟦密度=质量/体积⟧ ………………（1）
    """,
    good="""
        # 5 计算

        密度的计算见公式（1）：

        ρ=m/V ………………（1）
    """,
    more=(
        (
            """
            # 5 计算

            计算如下：

            ⟦合格率=合格数÷总数×100%⟧

            ⟦投诉处理及时率（%）＝（按时处理的投诉数/投诉总数）×100%⟧
            """,
            """
            # 5 计算

            计算如下：

            R=n/N×100%

            T=a/b×100%
            """,
        ),
        (
            """
            # 5 计算

            总分的计算如下：

            ⟦P = 得分/满分 × 100%⟧
            """,
            """
            # 5 计算

            总分的计算如下：

            P = a/b × 100%
            """,
        ),
    ),
    clean=(
        """
        # 5 计算

        $$m_{水}=m_{1}-m_{空白}+V$$ （1）

        $$y=\\begin{cases}x & 当x大于0时 \\\\ 0 & 其他\\end{cases}$$ （2）

        $$a=b 或 c=d$$ （3）

        w（总）=a+b ………………（4）

        一级=优秀，二级=良好。

        色差等级：甲级=合格

        产品型号=系列代号+规格代号

        A = 合格/不合格

        尺寸标注=长×宽×高

        $$w(KOH)=a$$ （5）
        """,
    ),
)

unit_in_formula = Check(
    id="EQN041",
    message="公式中写了单位“{said}”，公式中不用单位的符号。",
    message_en="The formula contains the unit “{said}”; unit symbols do not stand in formulae.",
    bad="""
        # 5 计算

        速度的计算见公式（1）：

        v = 3.6 ⟦km/h⟧ × s/t ………………（1）
    """,
    good="""
        # 5 计算

        速度的计算见公式（1）：

        v = 3.6 × s/t ………………（1）
    """,
    more=(
        (
            """
            # 5 计算

            速度的计算见公式（1）：

            v = s/t （⟦m/s⟧） ………………（1）
            """,
            """
            # 5 计算

            速度的计算见公式（1）：

            v = s/t ………………（1）
            """,
        ),
    ),
    clean=(
        """
        # 5 计算

        样品的长度、含量和平均速度按下列公式计算，计算的结果保留到小数点后一位，取两次平行测定结果的算术平均值：

        L = 20 mm ………………（1）

        w = 3m+2g/k×100% ………………（2）

        m = 20 mm + 3 mm = 23 mm ………………（3）

        $$w=\\frac{m_1}{m}×1000$$ （4）

        a = 2 h/k ………………（5）

        $$y=e^{-2 kt}+2 cd+\\frac{2\\mathrm{d}x}{\\mathrm{d}t}$$ （6）

        n = 2 min(a,b) + c ………………（7）
        """,
    ),
)

_HAN = patterns.compile(r"\p{Han}{2,}")
_SCRIPT = patterns.compile(
    r"[_^]\s*(?:\\[a-zA-Z]+\s*)?(?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|.)|\\(?:tag|label)\*?\{[^{}]*\}|\\begin\{cases\}.*?\\end\{cases\}|&.*?(?=\\\\|$)"
)
_CONDITION = patterns.compile(
    r"[当若如且或]|(?:其[他它中])|条件|[以之]?[上下]|[大小等不]于|之?[和即则时得]|常[数量]|满足|属于|任意|所有|存在|因[为此]|所以|由|代入|式|单位|约"
)
_EQUALS = patterns.compile("[=＝]")
_WORDED = patterns.compile(
    r"(?P<left>[（(]?[^\n=＝。；，：？！、\ufffc]{0,30}\p{Han}{2}[^\n=＝。；，：？！、\ufffc]{0,20})[=＝]"
    r"(?P<right>[^\n=＝。；？！]{0,100}[×÷/／+＋*＊∑∕－−][^\n=＝。；？！]{0,100})"
    r"|(?P<left>[A-Za-zΑ-Ωα-ω][A-Za-z0-9()（）%]{0,10}[ \u3000]*)[=＝]"
    r"(?P<right>(?=[^\n=＝。；？！]*\p{Han}{2})[^\n=＝。；，？！]{0,100}[×÷+＋∑－−][^\n=＝。；，？！]{0,100})"
)
_OPERAND = patterns.compile(r"\p{Han}{2}|[A-Za-z]")
_CODE = patterns.compile("代号|型号|代码|编码|编号|标识|流水号|字段")
_NUMBER = patterns.compile(r"(?:[\s….·⋯]{2,}|\t|\u3000)[\s….·⋯]*[（(][A-Z]?[.\-\d]+[a-z]?[）)]\s*$")
_NAME = patterns.compile(
    r"\\(?:mathrm|text|textrm|mathit|operatorname)\s*\{\s*(?P<name>[A-Z]{3,})\s*\}|(?<![A-Za-z\\{])(?P<name>[A-Z]{3,})(?![A-Za-z])"
)
_UNIT_CHARS = r"[A-Za-zμΩ°℃]{1,4}"
_ONE = rf"{_UNIT_CHARS}(?:[23²³⁻¹]|\^\{{?-?\d\}}?)?"
_UNIT = rf"(?P<unit>{_ONE}(?:[/／·]{_ONE}){{0,2}})"
_UPRIGHT = r"(?:\\(?:mathrm|text|textrm|rm)\s*\{\s*)?"
_UNITS = patterns.compile(
    rf"(?<![A-Za-z_^{{\d.])\d+(?:\.\d+)?(?:[\s~]|\\[,;: ])*{_UPRIGHT}{_UNIT}(?![A-Za-z\d_]|\s*\}}?\s*_|\s*[(（])"
    rf"|[（(\[]\s*{_UPRIGHT}{_UNIT}\s*\}}?\s*[）)\]]\s*$"
)
_PLAIN_UNITS = frozenset(
    ("kPa", "MPa", "GPa", "kHz", "MHz", "GHz", "mmol", "kW", "kWh", "mm", "mL", "μm", "μg", "℃", "°C", "kN")
)
_PIECES = patterns.compile(r"[/／·]")
_POWER = patterns.compile(r"(?:[23²³⁻¹]|\^\{?-?\d\}?)$")
_CERTAIN = 2


@words_in_formula.finder
@unit_in_formula.finder
def find(doc: Document) -> Iterator[Finding]:
    told: set[int] = set()
    for group in doc.formulas:
        for formula in group.formulas:
            if formula.text:
                yield from _words(doc, group, formula, told)
                yield from _unit(doc, formula)
    yield from _typed(doc, told)


def _words(doc: Document, group: Group, formula: Formula, told: set[int]) -> Iterator[Finding]:
    bare = _SCRIPT.sub(" ", formula.text)
    name = next((m[0] for m in _HAN.finditer(bare) if not _CONDITION.search(m[0])), "") or _capitals(
        group, formula, bare
    )
    if not name or not any(sign in bare for sign in "=＝"):
        return
    told.add(formula.block)
    yield words_in_formula.at(formula.span, said=name)


def _capitals(group: Group, formula: Formula, bare: str) -> str:
    """Return an abbreviation that the explanations give as the name of a quantity; flattened subscripts look alike."""
    if formula.typed:
        return ""
    explained = {one for line in group.lines for one in line.keys}
    return next((m["name"] for m in _NAME.finditer(bare) if m["name"] in explained), "")


def _typed(doc: Document, told: set[int]) -> Iterator[Finding]:
    """Report formulas of words that are typed on a line of their own."""
    for equals in _EQUALS.finditer(doc.text):
        index = doc.block_at(equals.start())
        region = doc.regions[index]
        if index in told or region.role != "text" or not region.normative:
            continue
        match = _WORDED.fullmatch(doc.text, *doc.blocks[index].span)
        if match is None:
            continue
        number = _NUMBER.search(doc.text, *match.span())
        end = number.start() if number is not None else match.end()
        if not _OPERAND.search(doc.text, match.start("right"), end) or _CODE.search(match[0]):
            continue
        said = match["left"].strip() if _HAN.search(match["left"]) else _HAN.findall(match["right"])[0]
        yield words_in_formula.at((match.start(), end), said=said)


def _unit(doc: Document, formula: Formula) -> Iterator[Finding]:
    """Report the first unit of a formula of several symbols."""
    if len(symbols(formula.text)) < _CERTAIN:
        return
    for match in _UNITS.finditer(formula.text):
        unit = match["unit"]
        upright = "\\" in match[0].partition(unit)[0].replace("\\,", "")
        if not _is_unit(unit, upright):
            continue
        span = formula.span
        if formula.typed:
            span = span[0] + match.start("unit"), span[0] + match.end("unit")
        yield unit_in_formula.at(span, said=unit)
        return


def _is_unit(said: str, upright: bool) -> bool:
    """Say whether it is a unit: set upright, or one whose letters are hardly a product of symbols."""
    parts = [_POWER.sub("", part) for part in _PIECES.split(said)]
    if not all(part in LEGAL for part in parts):
        return False
    if upright:
        return said not in ("d", "e", "t", "r")
    return said in _PLAIN_UNITS or (len(parts) > 1 and (any(len(part) > 1 for part in parts) or said == "m/s"))
