"""Explain every symbol of a formula behind it: “式中：” on a line of its own, then one symbol on each line.

What the clause of symbols, an earlier explanation, the text around the formula or an inline formula says of a symbol
is explanation enough; so is one explanation for several formulas. Formulas that are pictures are not judged, nor are
worked-out examples, chemical equations, indexes and constants. Where there is no explanation at all, only that is told.

公式之后用“式中：”另起行，每行说明一个符号：“符号——含义；”，最后一行用“。”。第4章、前面的公式或者正文中已说明的符号不必重复。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.explanations import Explanation, Formula, Group, key, plain, unexplained
from stdlint.views.formulas import symbols
from stdlint.views.outline import Section
from stdlint.views.units import LEGAL
from stdlint.views.wording import fold

formula_without_explanation = Check(
    id="EQN030",
    message="公式之后没有说明符号的含义（{symbols}），应以“式中：”逐一说明。",
    message_en="The symbols of the formula ({symbols}) are explained nowhere; explain them after it.",
    bad="""
        # 5 计算

        速度按公式（1）计算：

        ⟦v = s/t⟧ ……………………（1）

        计算结果保留一位小数。
    """,
    good="""
        # 5 计算

        速度按公式（1）计算：

        v = s/t ……………………（1）

        式中：

        v——速度，单位为米每秒（m/s）；

        s——路程，单位为米（m）；

        t——时间，单位为秒（s）。

        计算结果保留一位小数。
    """,
    clean=(
        """
        # 4 符号

        下列符号适用于本文件。

        v——速度。

        s——路程。

        t——时间。

        # 5 计算

        $$v=s/t$$ （1）
        """,
        """
        # 5 计算

        质量为m的试样，其体积V由公式（1）得到，ρ为试样的密度：

        $$V=m/ρ$$ （1）

        # 6 结果

        面积按公式（2）计算：

        $$A=a×b$$ （2）

        周长按公式（3）计算：

        $$l=2(a+b)$$ （3）

        式中：

        A——面积；

        l——周长；

        a——长；

        b——宽。

        复算：

        $$A=a×b=2×3=6$$

        反应为：

        $$2H_2+O_2=2H_2O$$ （4）

        $$G(x)=x^4+x+1$$ （5）

        $$0<x<y$$ （6）
        """,
    ),
)

malformed_formula_explanation = Check(
    id="EQN031",
    message="公式符号的说明应为“式中：”单独一行，其后每行“符号——含义；”，“{said}”不符合。",
    message_en="Explanations begin with 式中： on its own line and give a symbol per line with ——; not “{said}”.",
    bad="""
        # 5 计算

        $$v=s/t$$ （1）

        ⟦其中：⟧

        v——速度；

        s——路程；

        t——时间。
    """,
    good="""
        # 5 计算

        $$v=s/t$$ （1）

        式中：

        v——速度；

        s——路程；

        t——时间。
    """,
    more=(
        (
            """
            # 5 计算

            $$v=s/t$$ （1）

            ⟦其中：⟧v为速度，s为路程，t为时间。
            """,
            """
            # 5 计算

            $$v=s/t$$ （1）

            式中：

            v——速度；

            s——路程；

            t——时间。
            """,
        ),
        (
            """
            # 5 计算

            $$v=s/t$$ （1）

            ⟦v——速度；⟧

            s——路程；

            t——时间。
            """,
            """
            # 5 计算

            $$v=s/t$$ （1）

            式中：

            v——速度；

            s——路程；

            t——时间。
            """,
        ),
        (
            """
            # 5 计算

            $$v=s/t$$ （1）

            ⟦式中：⟧v——速度；

            s——路程；

            t——时间。

            $$a=v/t$$ （2）

            ⟦式中⟧

            a——加速度。
            """,
            """
            # 5 计算

            $$v=s/t$$ （1）

            式中：

            v——速度；

            s——路程；

            t——时间。

            $$a=v/t$$ （2）

            式中：

            a——加速度。
            """,
        ),
        (
            """
            # 5 计算

            $$v=s/t$$ （1）

            式中：

            v⟦—⟧速度；

            s-路程；

            t：时间。

            $$a=v/t$$ （2）

            式中：

            a——加速度；

            v⟦为⟧速度。
            """,
            """
            # 5 计算

            $$v=s/t$$ （1）

            式中：

            v——速度；

            s——路程；

            t——时间。

            $$a=v/t$$ （2）

            式中：

            a——加速度；

            v——速度。
            """,
        ),
    ),
    clean=(
        """
        # 5 计算

        $$v=s/t$$ （1）

        式中:

        v——速度；

        s —— 路程，其中s不小于1 m；

        t⸺时间。

        注：时间由秒表测得。

        $$a=v/t$$ （2）

        其中，试样应在室温下放置。

        $$b=v/t$$ （3）

        式中各符号的含义见第4章。

        $$c=v/t$$ （4）

        其中：

        a) 试样应干燥；

        b) 试样应完整。
        """,
    ),
)

unexplained_formula_symbol = Check(
    id="EQN032",
    message="公式中的符号{symbols}没有说明。",
    message_en="The symbols {symbols} of the formula are not explained.",
    bad="""
        # 5 计算

        速度按公式（1）计算：

        ⟦v = s/t⟧ ……………………（1）

        式中：

        v——速度，单位为米每秒（m/s）；

        t——时间，单位为秒（s）。
    """,
    good="""
        # 5 计算

        速度按公式（1）计算：

        v = s/t ……………………（1）

        式中：

        v——速度，单位为米每秒（m/s）；

        s——路程，单位为米（m）；

        t——时间，单位为秒（s）。
    """,
    clean=(
        """
        # 4 符号

        下列符号适用于本文件。

        g——重力加速度，单位为米每二次方秒（m/s<sup>2</sup>）

        # 5 计算

        含量按公式（1）计算：

        $$w_{1}=\\frac{\\sum_{i=1}^{n}m_{i}}{m_0}×g$$ （1）

        式中：

        w<sub>1</sub>——含量；

        m<sub>i</sub>——第i份试样的质量，单位为克（g）；

        n——试样的份数；

        m<sub>0</sub>——试样的总质量，单位为克（g）。

        取平行测定的平均值：

        w=(w1+w2)/2　　　　（2）

        式中：

        w——平均值；

        w2——第二次测定的含量。

        $$p=2πr\\sin{α}+k_{t}$$ （3）

        式中：

        p——周长；

        r、α——半径和角；

        $k_t$——系数。
        """,
    ),
)

symbol_not_in_formula = Check(
    id="EQN033",
    message="所说明的符号“{said}”在公式中没有出现。",
    message_en="“{said}” is explained but does not occur in the formula.",
    bad="""
        # 5 计算

        $$v=s/t$$ （1）

        式中：

        v——速度；

        s——路程；

        t——时间；

        ⟦m⟧——质量。
    """,
    good="""
        # 5 计算

        $$v=s/t$$ （1）

        式中：

        v——速度；

        s——路程；

        t——时间。
    """,
    more=(
        (
            """
            # 5 计算

            $$w_1=\\frac{m_1-m_0}{m}$$ （1）

            式中：

            w<sub>1</sub>——含量；

            m<sub>1</sub>——质量；

            ⟦m2⟧——空白的质量。
            """,
            """
            # 5 计算

            $$w_1=\\frac{m_1-m_0}{m}$$ （1）

            式中：

            w<sub>1</sub>——含量；

            m<sub>1</sub>——质量；

            m<sub>0</sub>——空白的质量。
            """,
        ),
    ),
    clean=(
        """
        # 5 计算

        $$W=\\sum_{i=1}^{n}W_{i}$$ （1）

        或

        $$W=W_{1}+W_{2}+\\cdots+W_{n}$$ （2）

        式中：

        W——总量；

        W<sub>1</sub>、W<sub>2</sub>、W<sub>n</sub>——各部分的量；

        W<sub>3</sub>——第三部分的量；

        i——序号，按公式（3）修正，式中x为系数；

        x——修正系数；

        f(x)——函数。

        $$f(x)=x$$ （3）
        """,
        """
        # 3 术语和定义

        ## 3.1

        稀释率　dilution ratio

        $\\eta$

        基体材料在修复层中所占的比例。

        $$\\eta=\\frac{A_2}{A_1}$$

        式中：

        $A_1$——修复层的面积；

        $A_2$——熔化区的面积。
        """,
        """
        # 4 缩略语

        下列缩略语适用于本文件。

        PCC：公共连接点

        # 5 计算

        $$P_{\\mathrm{PCC}}=P_{\\mathrm{L}}$$ （1）

        式中：

        $P_{\\mathrm{PCC}}$——PCC的功率；

        $P_{\\mathrm{L}}$——负荷功率。
        """,
    ),
)

_RIGHT_LEAD = patterns.compile("式中[：:]")
_RIGHT_MARK = patterns.compile("[—⸺─―]{2,}|⸺")
_PIECE = patterns.compile(
    r"\s*(?P<symbol>[A-Za-zα-ωΑ-Ω])\s*(?:[—–－─⸺―\-]+|[：:]|为|是|表示|指)\s*(?P<meaning>\p{Han}[^；;。，\n\ufffc]*)(?P<end>[；;。])\s*"
)
_CHEMICAL = patterns.compile(r"→|⇌|⇋|⟶|↔|\\[a-z]*arrow|\\ce(?![a-z])|\\rightleftharpoons")
_ELEMENTS = frozenset(
    [
        "H",
        "He",
        "Li",
        "Be",
        "B",
        "C",
        "N",
        "O",
        "F",
        "Ne",
        "Na",
        "Mg",
        "Al",
        "Si",
        "P",
        "S",
        "Cl",
        "Ar",
        "K",
        "Ca",
        "Sc",
        "Ti",
        "V",
        "Cr",
        "Mn",
        "Fe",
        "Co",
        "Ni",
        "Cu",
        "Zn",
        "Ga",
        "Ge",
        "As",
        "Se",
        "Br",
        "Kr",
        "Rb",
        "Sr",
        "Y",
        "Zr",
        "Nb",
        "Mo",
        "Ru",
        "Rh",
        "Pd",
        "Ag",
        "Cd",
        "In",
        "Sn",
        "Sb",
        "Te",
        "I",
        "Xe",
        "Cs",
        "Ba",
        "La",
        "Ce",
        "W",
        "Pt",
        "Au",
        "Hg",
        "Tl",
        "Pb",
        "Bi",
        "U",
    ]
)
_COMPOUND = patterns.compile(r"\d*(?:[A-Z][a-z]?\d*)+")
_ELEMENT = patterns.compile(r"[A-Z][a-z]?")
_FUNCTION = patterns.compile(r"\s*[A-Za-z]\s*\(\s*[xyzXYZ]")
_WORKED = patterns.compile("示例|算例|实例|举例|例题")
_UNIT_AHEAD = patterns.compile(r"单位|为[\p{Han}]{1,10}[（(]$")
_AT_MOST = 6


@malformed_formula_explanation.finder
def find_form(doc: Document) -> Iterator[Finding]:
    for group in doc.formulas:
        if group.lead == (0, 0):
            yield from _unled(doc, group)
            continue
        said = fold(doc.text[slice(*group.lead)])
        wrong = not _RIGHT_LEAD.fullmatch(said)
        if not group.lines and (wrong or not group.alone):
            if wrong and group.alone and said == "式中":
                yield malformed_formula_explanation.at(group.lead, fix="式中：", safe=False, said=said)
            continue
        marks = [_mended(doc, line) for line in group.lines if _is_wrong(doc, line)]
        if not group.alone:
            yield malformed_formula_explanation.at(group.lead, fix=_split(doc, group), safe=False, said=said)
        elif wrong:
            edits = [Edit(*group.lead, "式中："), *marks]
            yield malformed_formula_explanation.at(group.lead, fix=edits, safe=False, said=said)
        elif marks:
            line = next(line for line in group.lines if _is_wrong(doc, line))
            blank = doc.text[slice(*line.mark)].isspace()
            place = line.symbol if blank else line.mark
            yield malformed_formula_explanation.at(place, fix=marks, safe=False, said=doc.text[slice(*place)])


def _unled(doc: Document, group: Group) -> Iterator[Finding]:
    """Report explanations of symbols of the formula without “式中：” in front."""
    if not group.lines or not group.known:
        return
    letters = "".join([plain(formula.text) for formula in group.formulas])
    if all(line.keys[0] in letters for line in group.lines):
        place = group.lines[0].symbol[0], group.lines[0].meaning[1]
        yield malformed_formula_explanation.at(place, said=doc.text[slice(*place)])


def _is_wrong(doc: Document, line: Explanation) -> bool:
    return not _RIGHT_MARK.fullmatch(doc.text, *line.mark)


def _mended(doc: Document, line: Explanation) -> Edit:
    return Edit(*line.mark, "——")


def _split(doc: Document, group: Group) -> list[Edit]:
    """Return the edits that put a single explanation behind “式中：” on a line of its own."""
    start, end = group.lead[1], doc.blocks[doc.block_at(group.lead[0])].span[1]
    piece = _PIECE.fullmatch(doc.text, start, end)
    if piece is None:
        return []
    added = f"\n{piece['symbol']}——{piece['meaning'].strip()}{piece['end']}"
    return [Edit(group.lead[0], end, "式中："), Edit(end, end, added)]


@formula_without_explanation.finder
@unexplained_formula_symbol.finder
@symbol_not_in_formula.finder
def find(doc: Document) -> Iterator[Finding]:
    groups = doc.formulas
    if not groups:
        return
    known = {entry.key for entry in doc.symbols.entries if entry.key}
    texts = _Texts(doc)
    for group in groups:
        lines = {one for line in group.lines for one in line.keys}
        known |= lines
        before = doc.regions[max(group.formulas[0].block - 1, 0)].role
        if before in ("note", "example"):
            continue
        if not group.known or _WORKED.search(group.section.title) or texts.has_pictures(group):
            continue
        if group.lines:
            missing = list(_missing(doc, group, lines, known, texts))
            yield from missing
            surplus = list(_surplus(doc, group, groups, texts))
            if [str(one.fields["symbols"]).count("、") + 1 for one in missing] != [len(surplus)]:
                yield from surplus
        elif group.lead == (0, 0):
            yield from _unexplained(group, known, texts)


def _unexplained(group: Group, known: set[str], texts: _Texts) -> Iterator[Finding]:
    """Report a group without explanation, at its first formula of which at least half is explained nowhere."""
    for formula in group.formulas:
        if not _is_equation(formula) or (formula.typed and not formula.number):
            continue
        used = symbols(formula.text)
        missing = [one for one in unexplained(formula.text, known) if not texts.mention(group.section, one)]
        if len(missing) >= 2 and 2 * len(missing) >= len(used):
            yield formula_without_explanation.at(formula.span, symbols=_listed(missing))
            return


def _missing(doc: Document, group: Group, lines: set[str], known: set[str], texts: _Texts) -> Iterator[Finding]:
    for formula in group.formulas:
        used = symbols(formula.text)
        own = [one for one in used if key(one) in lines] or [one for one in lines if one in plain(formula.text)]
        if not own or not _is_equation(formula):
            continue
        missing = [one for one in unexplained(formula.text, known) if not texts.mention(group.section, one)]
        if missing and len(missing) <= max(2, len(own)):
            yield unexplained_formula_symbol.at(formula.span, symbols=_listed(missing))


def _surplus(doc: Document, group: Group, groups: list[Group], texts: _Texts) -> Iterator[Finding]:
    """Report explained symbols that no formula of the clause holds."""
    near = [f for other in groups if other.section is group.section for f in other.formulas]
    if not all(formula.text for formula in near):
        return
    used = {key(one) for formula in near for one in symbols(formula.text)}
    letters = " ".join([plain(formula.text) for formula in near]) + " " + texts.inline(group.section)
    lines = [line for line in group.lines if "?" not in "".join(line.keys)]
    if not any(one in used or one in letters for line in lines for one in line.keys):
        return
    for line in lines:
        if any(_occurs(one, used, letters) for one in line.keys):
            continue
        if texts.speaks_of(line.keys[0], group, line):
            continue
        yield symbol_not_in_formula.at(line.symbol, said=doc.text[slice(*line.symbol)].strip())


def _occurs(one: str, used: set[str], letters: str) -> bool:
    if one in used or one in letters or not (one[0].isalpha() and one[0].isascii()):
        return True
    return any(other[0] == one[0] and (other[-1] in "ijkn" or one[-1] in "ijkn") for other in used if other)


def _listed(names: list[str]) -> str:
    said = [name.replace("{", "").replace("}", "").replace("\\bar", "") for name in names]
    return "、".join(said[:_AT_MOST]) + ("等" if len(said) > _AT_MOST else "")


def _is_equation(formula: Formula) -> bool:
    """Say whether it is an equation of quantities: no chemical one, no inequality, no function of x."""
    text = formula.text
    if not any(sign in text for sign in "=＝≈") or _CHEMICAL.search(text) or _FUNCTION.match(text):
        return False
    said = plain(text)
    compounds = [piece for side in said.split("=") for piece in side.replace("↑", "").replace("↓", "").split("+")]
    chemical = [piece for piece in compounds if _COMPOUND.fullmatch(piece) and _is_compound(piece)]
    return not (len(chemical) == len(compounds) and any(len(_ELEMENT.findall(piece)) > 1 for piece in chemical))


def _is_symbol(formula: Formula) -> bool:
    """Say whether it is no more than a symbol, as the line of a term entry that gives the symbol of the term."""
    return len(symbols(formula.text)) == 1 and key(symbols(formula.text)[0]) == plain(formula.text)


def _is_compound(piece: str) -> bool:
    return all(element in _ELEMENTS for element in _ELEMENT.findall(piece))


class _Texts:
    """Ask what the text around a formula says of its symbols."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        own = {formula.span[0] for group in doc.formulas for formula in group.formulas if not _is_symbol(formula)}
        anchors = [anchor for anchor in doc.source.anchors if anchor.offset not in own]
        self._inline = [(anchor.offset, anchor.text) for anchor in anchors if anchor.kind == "formula"]
        self._pictures = [anchor.offset for anchor in anchors if anchor.kind == "picture"]
        self._explained = {at for group in doc.formulas for line in group.lines for at in range(*line.symbol)}
        self._known: dict[tuple[int, str], bool] = {}
        self._formulas = {formula.block for group in doc.formulas for formula in group.formulas}

    def _span(self, section: Section) -> Span:
        top = section.chapter
        blocks = self.doc.blocks[top.first : top.last]
        return (blocks[0].span[0], blocks[-1].span[1]) if blocks else (0, 0)

    def has_pictures(self, group: Group) -> bool:
        """Say whether pictures stand among or right behind the explanations: they may be symbols."""
        first = self.doc.blocks[group.formulas[0].block].span[0]
        last = self.doc.blocks[min(group.end + 1, len(self.doc.blocks)) - 1].span[1]
        return any(first <= offset < last for offset in self._pictures)

    def inline(self, section: Section) -> str:
        """Return the letters of the inline formulas of a clause, those of the symbols that are explained left out."""
        start, end = self._span(section)
        used = [text for offset, text in self._inline if start <= offset < end and offset not in self._explained]
        return " ".join(map(plain, used))

    def mention(self, section: Section, symbol: str) -> bool:
        """Say whether the text of the clause, up to its top, names a symbol elsewhere than in its formulas."""
        span = self._span(section)
        known = (span[0], symbol)
        if known not in self._known:
            self._known[known] = self._mentions(span, symbol)
        return self._known[known]

    def _mentions(self, span: Span, symbol: str) -> bool:
        one = key(symbol)
        if any(span[0] <= offset < span[1] and one in map(key, symbols(text)) for offset, text in self._inline):
            return True
        text = self.doc.text
        at = text.find(one, *span)
        while at >= 0:
            if self._stands(at, at + len(one), one):
                return True
            at = text.find(one, at + 1, span[1])
        return False

    def _stands(self, start: int, end: int, one: str) -> bool:
        """Say whether the letters are a symbol of the text: no part of a word or number, no unit, no formula."""
        text = self.doc.text
        before, behind = text[start - 1 : start], text[end : end + 1]
        if _joins(before) or _joins(behind) or (behind in ")）" and before in "\n "):
            return False
        index = self.doc.block_at(start)
        if index in self._formulas or self.doc.blocks[index].kind in ("label", "code"):
            return False
        ahead = text[max(start - 14, 0) : start].rpartition("\n")[2]
        if one in LEGAL and (ahead.rstrip()[-1:].isdigit() or _UNIT_AHEAD.search(ahead)):
            return False
        return not (before in ".-/表图录级类型第" or behind in "级类型")

    def speaks_of(self, one: str, group: Group, line: Explanation) -> bool:
        """Say whether another line of the explanation, or the paragraph that follows, uses a symbol."""
        text = self.doc.text
        for other in self.doc.blocks[group.formulas[0].block - 1 : group.end + 1]:
            at = text.find(one, *other.span)
            while at >= 0:
                if not line.symbol[0] <= at < line.symbol[1] and self._stands(at, at + len(one), one):
                    return True
                at = text.find(one, at + 1, other.span[1])
        return False


def _joins(char: str) -> bool:
    return char.isalnum() and char.isascii()
