"""Give small ratios as powers of ten or as quotients of units, not as ppm or ppb.

“ppm” is an abbreviation of English words, not a unit, and leaves open whether mass, volume or amount is meant; “ppt”
even means two different things. Printers’ “pages per minute” are something else.

ppm、ppb是英文词组的缩写，不是单位，也没有说明是质量、体积还是物质的量之比；用10⁻⁶、mg/kg、μL/L等表示。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.units import PARTS_PER

parts_per_million = Check(
    id="UNI130",
    message="“{unit}”不是单位，用10的幂或mg/kg、μL/L等表示。",
    message_en="“{unit}” is not a unit; use a power of ten, or mg/kg, μL/L or the like.",
    bad="""
        # 4 要求

        铅含量应不大于⟦5 ppm⟧。
    """,
    good="""
        # 4 要求

        铅含量应不大于5×10⁻⁶。
    """,
    more=(
        (
            """
            # 4 要求

            含量应不大于⟦0.5ppb⟧和⟦3 PPM⟧。
            """,
            """
            # 4 要求

            含量应不大于0.5×10⁻⁹和3×10⁻⁶。
            """,
        ),
        (
            """
            # 4 要求

            浓度为10～⟦20 PPM⟧。

            | 项目 | 含量（⟦ppm⟧） | 浓度/⟦ppb⟧ |
            |---|---|---|
            | 铅 | 5 | 3 |
            """,
            """
            # 4 要求

            浓度为10×10⁻⁶～20×10⁻⁶。

            | 项目 | 含量（mg/kg） | 浓度/10⁻⁹ |
            |---|---|---|
            | 铅 | 5 | 3 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        铅含量应不大于5×10⁻⁶或5 mg/kg。打印速度应不小于30 ppm，每分钟页数（ppm）。PPM（脉冲位置调制）文件，5 pt，
        5 ppm-x。
        """,
    ),
)

_PRINTED = patterns.compile(r"打印|复印|扫描|印刷|页|脉冲")


@parts_per_million.finder
def find(doc: Document) -> Iterator[Finding]:
    for one in doc.quantities.written(PARTS_PER):
        power = PARTS_PER[one.token]
        if _PRINTED.search(doc.said(one.block)) or doc.text[one.unit[1]] in "-_":
            continue
        if not one.counted:
            yield parts_per_million.at(one.unit, unit=one.token)
            continue
        ranged = doc.text[one.number[0] - 1] in "～~±（(" or doc.text[one.unit[1]] in "～~±"
        fix = [Edit(one.number[1], one.unit[1], f"×{power}")] if power and not ranged and not one.closed else None
        yield parts_per_million.at(one.span, fix=fix, safe=False, unit=one.token)
