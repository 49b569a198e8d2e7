"""Give a measured value its unit.

A length of “50” cannot be measured. Speaks only of quantities that always have a unit, in a sentence that ends behind
the number, where no unit is stated in the paragraph for all values; lengths of passwords and fields are counted, not
measured.

测量的量应带单位：长度“50”无法检验。只检查总有单位的量，并且数值后面紧接句末或标点；密码、字段的长度是
计数，不在此列。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

number_without_unit = Check(
    id="UNI270",
    message="“{quote}”没有单位，有量纲的数值应带单位。",
    message_en="“{quote}” has no unit; a measured value shall have one.",
    bad="""
        # 4 要求

        ⟦长度应不大于50⟧。
    """,
    good="""
        # 4 要求

        长度应不大于50 mm。
    """,
    more=(
        (
            """
            # 4 要求

            试样的⟦厚度为2.5⟧，⟦质量应不小于500⟧；环境⟦温度不应超过40⟧。额定⟦电压为220⟧，⟦功率≤50⟧。
            """,
            """
            # 4 要求

            试样的厚度为2.5 mm，质量应不小于500 g；环境温度不应超过40 ℃。额定电压为220 V，功率≤50 W。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        长度应不大于50 mm，密码长度应不小于8，字段长度为20，编码的长度为6，质量等级为2，厚度为2.5～3 mm，
        电压为220 V，温度为40℃，深度不大于3级，
        压力为0，单位为毫米时，长度为50。宽度应不小于3倍，质量应符合5.2，长度为5.2.1，高度为15$\\ \\mathrm{mm}$，
        厚度为1/2，直径为φ5，距离为0。

        长度单位为毫米，长度为50。

        数据元的长度为20。

        | 项目 | 指标 |
        |---|---|
        | 长度 | 长度为50 |
        """,
    ),
)

_MEASURED = re.compile(
    "(?:长度|宽度|高度|厚度|深度|直径|半径|质量|温度|湿度|压力|电压|电流|功率|频率|距离|间距|面积|体积|转速|车速)"
    "(?:均|都)?(?:应|宜|不应|不宜)?(?:不[大小高低]于|不?超过|大于|小于|至少为|为|[≥≤＞＜])[ ]?"
    r"([0-9]+(?:\.[0-9]+)?)(?=[，。；、）)\n])(?!、[0-9])"
)
_COUNTED = patterns.compile(r"(?:波|字|码|列|段|名|位|串|口令|数据|标题|报文|域)$")
_STATED = patterns.compile(
    r"单位|密码|口令|字段|字符|编码|代码|字节|比特|位数|像素|数值|数据[元项]|报文|变量|数组|XML|JSON"
)


@number_without_unit.finder
def find(doc: Document) -> Iterator[Finding]:
    for match in _MEASURED.finditer(doc.text):
        start = match.start()
        block = doc.blocks[doc.block_at(start)]
        region = doc.region_at(start)
        if not region.normative or region.role != "text" or block.kind not in ("para", "item", "heading"):
            continue
        if start in doc.quoted or _COUNTED.search(doc.text, max(block.span[0], start - 2), start):
            continue
        if float(match[1]) and not _STATED.search(doc.said(block)):
            yield number_without_unit.at(match.span())
