"""Number the formulas that the text mentions from (1) on, without gaps and without divisions.

They run through introduction and body, whatever the clause, and in each annex anew as (A.1). That annex numbers carry
the letter is the matter of object-number-without-annex-letter; while a number has a wrong form, gaps are not told.

公式用（1）、（2）……连续编号，不按章编号，不分（2a），附录中为（A.1）。只有需要提及的公式才编号。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.explanations import Formula
from stdlint.views.pointers import OTHER, canonical

malformed_formula_number = Check(
    id="EQN010",
    message="公式的编号应为“（1）”“（2）”的形式，不按章编号，不加字母，“{said}”不符合。",
    message_en="Formulae are numbered (1), (2), neither by clause nor with letters; “{said}” is not such a number.",
    bad="""
        # 5 计算

        速度按公式（5-1）计算：

        v = s/t ……………………⟦（5-1）⟧
    """,
    good="""
        # 5 计算

        速度按公式（1）计算：

        v = s/t ……………………（1）
    """,
    more=(
        (
            """
            # 5 计算

            $$v=s/t$$ （1）

            $$s=v\\times t$$ ⟦（1a）⟧

            按公式（1）和公式（1a）计算。
            """,
            """
            # 5 计算

            $$v=s/t$$ （1）

            $$s=v\\times t$$ （2）

            按公式（1）和公式（2）计算。
            """,
        ),
        (
            """
            # 5 计算

            $$v=s/t$$ ⟦（式1）⟧

            $$s=v\\times t$$ ⟦（5.2）⟧
            """,
            """
            # 5 计算

            $$v=s/t$$ （1）

            $$s=v\\times t$$ （2）
            """,
        ),
        (
            """
            # 5 计算

            v = s/t　　　　⟦①⟧

            s = v·t　　　　⟦式（2）⟧
            """,
            """
            # 5 计算

            v = s/t　　　　（1）

            s = v·t　　　　（2）
            """,
        ),
    ),
    clean=(
        """
        # 5 计算

        $$v=s/t$$ (1)

        当x=0（见5.1）时取最大值。

        y = f(x)

        l = 20 mm（约数）

        # 附录A（规范性）　方法

        $$a=b+c$$ （A.1）

        $$a=b-c$$ （A-2）
        """,
    ),
)

broken_formula_numbering = Check(
    id="EQN011",
    message="公式的编号应从（1）起连续，“（{number}）”处应为“（{expected}）”。",
    message_en="Formulae are numbered consecutively from (1): ({number}) should be ({expected}).",
    bad="""
        # 5 计算

        $$v=s/t$$ （1）

        $$s=v\\times t$$ ⟦（3）⟧

        按公式（1）和公式（3）计算。
    """,
    good="""
        # 5 计算

        $$v=s/t$$ （1）

        $$s=v\\times t$$ （2）

        按公式（1）和公式（2）计算。
    """,
    more=(
        (
            """
            # 5 计算

            $$v=s/t$$ （1）

            $$s=v\\times t$$ ⟦（1）⟧
            """,
            """
            # 5 计算

            $$v=s/t$$ （1）

            $$s=v\\times t$$ （2）
            """,
        ),
        (
            """
            # 5 计算

            v = s/t ………………（1）

            # 附录A（规范性）　方法

            a = b + c …………⟦（A.2）⟧
            """,
            """
            # 5 计算

            v = s/t ………………（1）

            # 附录A（规范性）　方法

            a = b + c …………（A.1）
            """,
        ),
    ),
    clean=(
        """
        # 5 计算

        $$v=s/t$$ （1）

        式中各量见表1，换算如下，即路程等于速度乘以时间。（2）

        $$a=v/t$$ （3）

        $$v=s/t$$ （1）

        # 附录A（规范性）　方法

        $$a=b+c$$ （A.1）

        # 附录B（规范性）　算法

        $$a=b-c$$ （B.1）
        """,
    ),
)

uncited_formula_number = Check(
    id="EQN012",
    message="文中没有提及公式（{number}），不提及的公式不编号。",
    message_en="The text does not mention Formula ({number}); only formulae that are mentioned are numbered.",
    bad="""
        # 5 计算

        速度计算如下：

        $$v=s/t$$ ⟦（1）⟧
    """,
    good="""
        # 5 计算

        速度按公式（1）计算：

        $$v=s/t$$ （1）
    """,
    more=(
        (
            """
            # 5 计算

            按公式（A.1）计算速度，计算结果如下：

            v = s/t ………………⟦（1）⟧

            # 附录A（规范性）　方法

            $$a=b+c$$ （A.1）
            """,
            """
            # 5 计算

            按公式（A.1）计算速度，计算结果如下：

            v = s/t

            # 附录A（规范性）　方法

            $$a=b+c$$ （A.1）
            """,
        ),
    ),
    clean=(
        """
        # 5 计算

        按公式（1）～公式（3）计算：

        $$v=s/t$$ （1）

        $$s=v\\times t$$ （2）

        $$a=v/t$$ （3）

        由（4）可得结果：

        $$b=v/t$$ （4）

        $$c=v/t$$ （5）

        在方程(5)中代入数值。
        """,
    ),
)

_PLAIN = patterns.compile(r"[1-9]\d{0,2}")
_ANNEXED = patterns.compile(r"[A-Z]\.[1-9]\d{0,2}")
_BARE = patterns.compile(r"[（(][ \u3000]*(?P<number>(?:[A-Z][.．\-]?)?\d{1,3}(?:[.\-]\d{1,3})*[a-z]?)[ \u3000]*[）)]")


@malformed_formula_number.finder
@broken_formula_numbering.finder
@uncited_formula_number.finder
def find(doc: Document) -> Iterator[Finding]:
    numbered = [formula for group in doc.formulas for formula in group.formulas if formula.number]
    if not numbered:
        return
    wrong = [_is_malformed(doc, formula) for formula in numbered]
    for place, formula in enumerate(numbered):
        if wrong[place]:
            expected = sum(not _in_annex(doc, other) for other in numbered[: place + 1])
            said = doc.text[slice(*_place(formula))]
            taken = any(other.number == str(expected) and other.plain for other in numbered)
            edits = [] if taken else _renumbered(doc, formula, str(expected))
            yield malformed_formula_number.at(_place(formula), fix=edits, safe=False, said=said)
    if not any(wrong):
        yield from _continuity(doc, numbered)
    yield from _uncited(doc, [formula for formula, bad in zip(numbered, wrong, strict=True) if not bad])


def _place(formula: Formula) -> tuple[int, int]:
    return formula.number_span if formula.number_span != (0, 0) else formula.span


def _in_annex(doc: Document, formula: Formula) -> bool:
    return doc.regions[formula.block].element == "annex"


def _is_malformed(doc: Document, formula: Formula) -> bool:
    if not formula.plain:
        return True
    if _in_annex(doc, formula):
        return formula.number[0].isupper() and formula.number[-1].islower()
    return not _PLAIN.fullmatch(formula.number) and not formula.number[0].isupper()


def _renumbered(doc: Document, formula: Formula, number: str) -> list[Edit]:
    """Return the edits that give a formula another number, at its place and wherever the text mentions it."""
    start, end = formula.number_span
    if not end:
        return []
    width = "()" if doc.text[start] == "(" else "（）"
    edits = [Edit(start, end, f"{width[0]}{number}{width[1]}")]
    if not formula.plain:
        return edits
    for pointer in doc.pointers:
        first, last = pointer.span
        said = doc.text[first:last]
        mentions = pointer.kind == "formula" and pointer.number == canonical(formula.number)
        if mentions and pointer.whose != OTHER and formula.number in said:
            edits.append(Edit(first, last, said.replace(formula.number, number, 1)))
    return edits


def _continuity(doc: Document, numbered: list[Formula]) -> Iterator[Finding]:
    """Report the first number that does not follow the one before it, in the body and in each annex."""
    series: dict[str, list[Formula]] = {}
    for formula in numbered:
        annex = _in_annex(doc, formula)
        if (_ANNEXED if annex else _PLAIN).fullmatch(formula.number):
            series.setdefault(formula.number[:2] if annex else "", []).append(formula)
    for lead, formulas in series.items():
        numbers = [formula.number for formula in formulas]
        texts: dict[str, str] = {}
        last = 0
        for formula in formulas:
            value = int(formula.number.removeprefix(lead))
            repeats = formula.number in texts and texts[formula.number] == formula.text
            between = range(last + 1, value)
            if repeats or (between and all(_is_hidden(doc, f"{lead}{number}") for number in between)):
                last = max(last, value)
                continue
            if value != last + 1:
                expected = f"{lead}{last + 1}"
                edits = _renumbered(doc, formula, expected)
                if numbers.count(formula.number) > 1 or expected in numbers:
                    edits = edits[:1]
                yield broken_formula_numbering.at(
                    _place(formula), fix=edits, safe=False, number=formula.number, expected=expected
                )
                break
            last = value
            texts[formula.number] = formula.text


def _is_hidden(doc: Document, number: str) -> bool:
    """Say whether a line ends in the number that seems to be left out: a formula that is not read as one."""
    return any(
        f"{opening}{number}{closing}{end}" in doc.text
        for opening, closing in ("（）", "()")
        for end in ("\n", " \n", "\u3000\n", "\t")
    ) or any(f"\\tag{{{number}}}" in anchor.text for anchor in doc.source.anchors)


def _uncited(doc: Document, numbered: list[Formula]) -> Iterator[Finding]:
    """Report numbers that nothing mentions, not even in brackets alone."""
    own = {formula.number_span[0] for formula in numbered}
    cited = {p.number for p in doc.pointers if p.kind == "formula" and p.whose != OTHER and p.span[0] not in own}
    rest = [formula for formula in numbered if canonical(formula.number) not in cited]
    if not rest:
        return
    for match in _BARE.finditer(doc.text):
        if match.start() not in own and doc.text[match.end() : match.end() + 1] not in ("\n", ""):
            cited.add(canonical(match["number"]))
    told: set[str] = set()
    for formula in rest:
        if canonical(formula.number) not in cited and formula.number not in told:
            told.add(formula.number)
            yield uncited_formula_number.at(_place(formula), number=formula.number)
