"""Mention a formula as “公式（3）”.

“式（3）” was the form of older editions; a number alone, or in front of the word, is none. What another document calls
its formulas is left alone; mentions without a number (“按下式”) are the matter of the relative mentions.

提及公式写“公式（3）”，不写“式（3）”“公式3”“（3）式”。其他文件的公式不报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.pointers import OTHER

malformed_formula_reference = Check(
    id="EQN020",
    message="提及公式应写“{right}”，不写“{said}”。",
    message_en="Mention a formula as “{right}”, not “{said}”.",
    bad="""
        # 5 计算

        速度按⟦式(1)⟧计算：

        $$v=s/t$$ (1)
    """,
    good="""
        # 5 计算

        速度按公式(1)计算：

        $$v=s/t$$ (1)
    """,
    more=(
        (
            """
            # 5 计算

            速度按⟦式（1）⟧计算，路程由⟦公式2⟧得出，加速度见⟦式3⟧和⟦方程式（4）⟧，代入⟦（5）式⟧。
            """,
            """
            # 5 计算

            速度按公式（1）计算，路程由公式（2）得出，加速度见公式（3）和公式（4），代入公式（5）。
            """,
        ),
        (
            """
            # 5 计算

            按⟦式(A.1)⟧、(A.2)计算，见10.1中的⟦式(5)⟧。
            """,
            """
            # 5 计算

            按公式(A.1)、(A.2)计算，见10.1中的公式(5)。
            """,
        ),
    ),
    clean=(
        """
        # 5 计算

        按公式（1）、公式（2）和10.1中的公式（5）计算，按GB/T 191—2008中的式（3）计算。

        结构式1个，方式（2）可行，型式（1）适用。

        按公式 (3) 计算，按公式（A.1）～公式（A.3）计算，分为3种形式（1）至（3），按下式计算。
        """,
    ),
)

_RIGHT = patterns.compile(r"公式[ \u3000\u00a0]*[（(][^（）()]+[）)]")


@malformed_formula_reference.finder
def find(doc: Document) -> Iterator[Finding]:
    told: dict[tuple[int, str], list[Edit]] = {}
    numbers = {f.number_span[0] for group in doc.formulas for f in group.formulas if f.number}
    for pointer in doc.pointers:
        if (
            pointer.kind != "formula"
            or not pointer.number
            or pointer.whose == OTHER
            or pointer.implied
            or pointer.span[0] in numbers
        ):
            continue
        start, end = pointer.span
        said = doc.text[start:end]
        if "式" not in said or _RIGHT.match(said):
            continue
        if doc.text[start - 2 : start] == "方程":
            start -= 2
        opening, closing = "()" if "(" in said or ("（" not in said and _narrow(doc)) else "（）"
        number = said.strip("公式（）() \u3000\u00a0")
        edit = Edit(start, end, f"公式{opening}{number}{closing}")
        told.setdefault((pointer.block, doc.text[start:end]), []).append(edit)
    for (_, said), edits in told.items():
        yield malformed_formula_reference.at(edits[0][:2], fix=edits, right=edits[0].text, said=said)


def _narrow(doc: Document) -> bool:
    """Say whether the draft writes the numbers of its formulas in half-width brackets."""
    spans = [f.number_span[0] for group in doc.formulas for f in group.formulas if f.number and f.number_span[1]]
    return bool(spans) and doc.text[spans[0]] == "("
