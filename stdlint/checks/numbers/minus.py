"""Write a negative number with the minus sign “−”.

A hyphen is shorter than a minus sign, may be parted from its number at the end of a line and cannot be told from the
hyphen of a name. What recurs in a paragraph or table is one finding.

负号用“−”：连字符较短，可能在行末与数字分开，也无法与名称中的连字符区分。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.quantities import Quantity
from stdlint.views.units import LOOSE, PERCENT, is_legal

hyphen_for_minus = Check(
    id="NUM081",
    message="负号宜用“−”，不用“-”。",
    message_en="The minus sign is “−”, not “-”.",
    bad="""
        # 4 要求

        温度应不低于⟦-7⟧ ℃。
    """,
    good="""
        # 4 要求

        温度应不低于−7 ℃。
    """,
    more=(
        (
            """
            # 4 要求

            温度应为⟦-20⟧ ℃～-5 ℃，偏差应为+5%～-5%。

            温度应为⟦-20⟧℃～60 ℃，电压为（-5±1） V。
            """,
            """
            # 4 要求

            温度应为−20 ℃～−5 ℃，偏差应为+5%～−5%。

            温度应为−20℃～60 ℃，电压为（-5±1） V。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        温度应不低于−7 ℃和－7 ℃，型号为XJ-5 V，厚度为5 mm-7 mm，A型-5 mm，“-7 ℃”，第2-5 A，浓度为10-3 mol/L，
        GB/T 1-5 mm。
        """,
    ),
)


_SIGNED = re.compile("-[0-9]")


@hyphen_for_minus.finder
def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    if not any(_is_sign(text, match.start()) for match in _SIGNED.finditer(text)):
        return
    signed: list[Quantity] = []
    for shape, starts in doc.quantities.shapes.items():
        token = shape.strip()
        known = (token in PERCENT or is_legal(token)) and (token not in LOOSE or token == "K")
        if known and any("-" in text[max(start - 12, 0) : start] for start in starts):
            signed += [one for one in doc.quantities.shaped(shape) if text[slice(*one.sign)] == "-"]
    for group in doc.quantities.paragraphs(sorted(signed)):
        first = group[0]
        edits = [Edit(*one.sign, "−") for one in group]
        yield hyphen_for_minus.at((first.sign[0], first.number[1]), fix=edits, safe=False)


def _is_sign(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return not (before.isascii() and before.isalnum()) and before not in ")）"
