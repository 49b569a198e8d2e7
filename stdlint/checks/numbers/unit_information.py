"""Attach information to the quantity, not to its unit.

A unit says nothing about what is measured: “volume fraction 50%”, not “50%（V/V）”; “voltage 24 V d.c.”, not “24 VDC”.
“dB(A)” is in general use and is left alone.

单位不能说明测量的是什么：写“体积分数为50%”，不写“50%（V/V）”。“dB(A)”已通用，不报告。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.quantities import GAP

information_on_unit = Check(
    id="UNI120",
    message="单位上不应附加说明“{said}”，说明应附在量的名称上。",
    message_en="The information “{said}” belongs to the quantity, not to the unit.",
    bad="""
        # 4 要求

        乙醇溶液的浓度应为⟦50%（V/V）⟧。
    """,
    good="""
        # 4 要求

        乙醇溶液的体积分数应为50%。
    """,
    more=(
        (
            """
            # 4 要求

            相对湿度应为⟦60%RH⟧。
            """,
            """
            # 4 要求

            相对湿度应为60%。
            """,
        ),
        (
            """
            # 4 要求

            含量应为5 ⟦wt%⟧和⟦10 % (m/m)⟧，电压应为24 ⟦VDC⟧，酸值应为5 ⟦mgKOH/g⟧，粉尘应为10 ⟦mg/Nm3⟧。
            """,
            """
            # 4 要求

            质量分数应为5%和10%，直流电压应为24 V，酸值（以KOH计）应为5 mg/g，标准状态下粉尘应为10 mg/m³。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        体积分数应为50%（见5.2），含量为50%（质量分数），声级为60 dB(A)，电压为12 V DC，溶液（1+1），
        比例为1:1（V/V），体积比（V/V）。
        """,
    ),
)

_ASIDE = patterns.compile(
    rf"[%％]{GAP}*(?P<said>[（(]{GAP}*(?:[vV]{GAP}*/{GAP}*[vV]|[mM]{GAP}*/{GAP}*[mMvV]|[wW]{GAP}*/{GAP}*[wWvV]|[vVwWmM]ol\.?|wt\.?){GAP}*[）)]|{GAP}?RH(?![A-Za-z]))"
    r"|(?P<said>(?<![A-Za-z])(?:wt|vol|mol|at)\.?)[%％]"
    r"|(?<=\d[ \u00a0]?)[km]?V(?P<said>DC|AC|rms|p-p|pp|eff|max|min)(?![A-Za-z])"
    r"|mg[ \u00a0]?(?P<said>KOH|[（(]KOH[）)]|CaCO3|CaCO₃|CaO)/(?:g|L|kg)(?![A-Za-z])"
    r"|(?:(?<=[/\d][ \u00a0]?)|(?<=\d[ \u00a0]?)[mμ]g/)(?P<said>N)m[3³](?![A-Za-z\d])"
)
_PERCENT = ("%（", "%(", "% （", "% (", "RH", "wt%", "wt.%", "ol%", "at%")
_LETTERED = re.compile("V(?:DC|AC|rms|p|eff|max|min)|KOH|CaCO|CaO|Nm[3³]")
_HUMIDITY = patterns.compile("湿度")
_NUMBER = patterns.compile(r"\d+(?:\.\d+)?[ \u00a0]?$")


@information_on_unit.finder
def find(doc: Document) -> Iterator[Finding]:
    lettered = any(_LETTERED.search(token) for token in doc.quantities.tokens) or "KOH" in doc.text
    if not lettered and not _has_percent(doc.text):
        return
    for match in doc.matches(_ASIDE):
        said = match["said"].strip()
        start, end = match.span()
        if doc.text[start] in "%％ \u00a0":
            number = _NUMBER.search(doc.text, max(start - 8, 0), start)
            start = number.start() if number else start
        fix = None
        if said == "RH" and _HUMIDITY.search(doc.text, *doc.sentence(match.start())):
            fix = [Edit(*match.span("said"), "")]
        yield information_on_unit.at((start, end), fix=fix, safe=False, said=said.strip("（）()"))


def _has_percent(text: str) -> bool:
    text = text.replace("％", "%")
    return "%" in text and any(sign in text for sign in _PERCENT)
