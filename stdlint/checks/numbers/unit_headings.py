"""Write the unit in the head of a table as “长度/mm”, or below the name of the quantity.

The head gives numbers for the quotient of quantity and unit. “长度（mm）” is common and left alone; “长度（单位：mm）”
and “长度，mm” are neither form. A unit of several parts stands in a parenthesis: “速度/(km/h)”.

表头中的单位写在量的名称下方，或写成“长度/mm”“速度/(km/h)”；“长度（mm）”已通用，不报告；“长度（单位：mm）”“长度，
mm”不是规定的写法。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.quantities import GAP, UNIT
from stdlint.views.units import is_legal, plain

malformed_unit_heading = Check(
    id="UNI060",
    message="表头中的单位应写为“{right}”或置于量的名称之下。",
    message_en="Write the unit in the heading as “{right}” or below the name.",
    bad="""
        # 4 要求

        | 项目 | ⟦长度（单位：mm）⟧ |
        |---|---|
        | 甲 | 20 |
    """,
    good="""
        # 4 要求

        | 项目 | 长度/mm |
        |---|---|
        | 甲 | 20 |
    """,
    more=(
        (
            """
            # 4 要求

            | 项目 | ⟦速度(单位 km/h)⟧ | ⟦宽度，mm⟧ | ⟦速度/km/h⟧ | ⟦质量[kg]⟧ |
            |---|---|---|---|---|
            | 甲 | 20 | 5 | 6 | 7 |
            """,
            """
            # 4 要求

            | 项目 | 速度/(km/h) | 宽度/mm | 速度/(km/h) | 质量/kg |
            |---|---|---|---|---|
            | 甲 | 20 | 5 | 6 | 7 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        | 项目 | 长度/mm | 宽度（mm） | 速度/(km/h) | 速度/（km/h） | 线密度<br>kg/m | 频次/（次/min） | 种类（A） |
        |---|---|---|---|---|---|---|---|
        | 甲 | 20 | 5 | 6 | 7 | 8 | 9 | 10 |

        | 项目 | 甲，A |
        |---|---|
        | 丁 | 8 |
        | 乙 | 长度，mm |

        尺寸（单位：mm）见表1。
        """,
    ),
)

_HEAD = patterns.compile(
    rf"(?P<name>[^\n（(/，,：:\[［]*\p{{Han}}){GAP}*(?:[（(]{GAP}*单位{GAP}*[：:为]?{GAP}*(?P<unit>{UNIT}){GAP}*[）)]|[\[［【](?P<unit>{UNIT})[\]］】]"
    rf"|[，,]{GAP}*(?P<unit>{UNIT})|/{GAP}*(?P<unit>(?:{UNIT})/(?:{UNIT})))"
)
_ONE_LETTER = frozenset("AVWNKCTJFHSLldartuh%")


@malformed_unit_heading.finder
def find(doc: Document) -> Iterator[Finding]:
    for table in doc.source.tables:
        for cell in table.cells:
            if cell.row > 1:
                break
            for index in cell.blocks:
                start, end = doc.blocks[index].span
                if end - start > 40 or doc.blocks[index].kind != "cell":
                    continue
                match = _HEAD.fullmatch(doc.text, start, end)
                if match is None or not is_legal(match["unit"]):
                    continue
                pointed = doc.text[match.end("name")] in "，,"
                if pointed and (match["unit"] in _ONE_LETTER or cell.row):
                    continue
                unit = plain(match["unit"])
                right = match["name"] + (f"/({unit})" if "/" in unit or "·" in unit else f"/{unit}")
                yield malformed_unit_heading.at(match.span(), fix=right, safe=False, right=right)
