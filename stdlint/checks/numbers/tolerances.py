"""Write a value and its tolerance with one unit for both, “(80±2) μF”, or with the unit twice, “80 μF±2 μF”.

“80±2 μF” joins a number without unit to one with a unit. In a percentage the tolerance stands in the parenthesis:
“(65±2)%”.

“80±2 μF”把没有单位的数和有单位的数连在一起；应写成“80 μF±2 μF”或“(80±2) μF”，百分率写成“(65±2)%”。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.quantities import Chain
from stdlint.views.units import ANGLES, PERCENT, is_legal

malformed_tolerance = Check(
    id="NUM040",
    message="带公差的值“{quote}”应写为“{right}”。",
    message_en="Write the value with tolerance “{quote}” as “{right}”.",
    bad="""
        # 4 要求

        电容应为⟦80±2 μF⟧。
    """,
    good="""
        # 4 要求

        电容应为(80±2) μF。
    """,
    more=(
        (
            """
            # 4 要求

            温度应为⟦25±2℃⟧，长度应为⟦100 mm±5⟧，转速应为⟦1 000+/-50 r/min⟧。
            """,
            """
            # 4 要求

            温度应为(25±2)℃，长度应为(100±5) mm，转速应为(1 000±50) r/min。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        电容应为80 μF±2 μF或(80±2) μF，温度为（25±2） ℃，电压为220 V±10%，误差为±2 mm，取5±1个，pH为7.0±0.2。

        | 项目 | 指标 |
        |---|---|
        | 厚度/mm | 10±1 |
        """,
    ),
)

malformed_percent_tolerance = Check(
    id="NUM070",
    message="百分率的公差“{quote}”应写为“{right}”。",
    message_en="Write the percentage with tolerance “{quote}” as “{right}”.",
    bad="""
        # 4 要求

        相对湿度应为⟦65±2%⟧。
    """,
    good="""
        # 4 要求

        相对湿度应为(65±2)%。
    """,
    more=(
        (
            """
            # 4 要求

            相对湿度应为⟦65%±5%⟧，含量应为⟦3.0 ± 0.1 %⟧。
            """,
            """
            # 4 要求

            相对湿度应为(65±5)%，含量应为(3.0±0.1) %。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        相对湿度应为(65±2)%或（93±3） %，误差不大于±1%，电压为220 V±10%。
        """,
    ),
)


@malformed_tolerance.finder
@malformed_percent_tolerance.finder
def find(doc: Document) -> Iterator[Finding]:
    for chain in doc.quantities.chains:
        if chain.signs not in ("±", "+", "＋") or chain.closed:
            continue
        first, last = chain.parts
        if last.token in PERCENT and (not first.token or first.token in PERCENT):
            right = _right(doc, chain, doc.text[last.number[1] : last.unit[1]])
            yield malformed_percent_tolerance.at(chain.span, fix=right, right=right)
        elif not first.token and (is_legal(last.token) or last.token in ANGLES) and last.token not in PERCENT:
            right = _right(doc, chain, doc.text[last.number[1] : last.unit[1]])
            yield malformed_tolerance.at(chain.span, fix=right, safe=False, right=right)
        elif first.token and not last.token and is_legal(first.token) and first.token not in PERCENT:
            right = _right(doc, chain, doc.text[first.number[1] : first.unit[1]])
            yield malformed_tolerance.at(chain.span, fix=right, safe=False, right=right)


def _right(doc: Document, chain: Chain, unit: str) -> str:
    first, last = (doc.quantities.said(part) for part in chain.parts)
    return f"({doc.text[slice(*chain.parts[0].sign)]}{first}±{last}){unit}"
