"""Form compound units with “·” and at most one solidus.

“J/kg/K” can be read in two ways, “N.m” looks like a decimal point or an abbreviation. Only tokens whose parts are all
units are judged.

组合单位相乘用“·”，相除只用一条斜线：“J/kg/K”有两种读法，“N.m”的点像小数点或缩写点。只判断各部分都是单位的写法。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.quantities import Quantity
from stdlint.views.units import is_legal, plain

repeated_solidus = Check(
    id="UNI150",
    message="一个单位中斜线不应多于一条，“{wrong}”写为“{right}”。",
    message_en="A unit has at most one solidus: write “{right}”, not “{wrong}”.",
    bad="""
        # 4 要求

        比热容应不大于5 ⟦J/kg/K⟧。
    """,
    good="""
        # 4 要求

        比热容应不大于5 J/(kg·K)。
    """,
    more=(
        (
            """
            # 4 要求

            热容的单位为⟦J/kg/K⟧。
            """,
            """
            # 4 要求

            热容的单位为J/(kg·K)。
            """,
        ),
        (
            """
            # 4 要求

            加速度应不大于5 ⟦m/s/s⟧，剂量为10 ⟦mg/kg/d⟧，传热系数（⟦W/m²/K⟧）。
            """,
            """
            # 4 要求

            加速度应不大于5 m/s²，剂量为10 mg/(kg·d)，传热系数（W/(m²·K)）。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        比热容应不大于5 J/(kg·K)，选项为A/B/C，速度为5 m/s，日期为5 d/m/y，5 N/A/V类，接口（V/A/W）。
        """,
    ),
)

malformed_unit_product = Check(
    id="UNI160",
    message="单位相乘用“·”，“{wrong}”写为“{right}”。",
    message_en="A product of units is written with “·”: “{right}”, not “{wrong}”.",
    bad="""
        # 4 要求

        扭矩应为50 ⟦N.m⟧，动力黏度的单位为⟦mPa.s⟧。
    """,
    good="""
        # 4 要求

        扭矩应为50 N·m，动力黏度的单位为mPa·s。
    """,
    more=(
        (
            """
            # 4 要求

            扭矩应为50 ⟦N*m⟧，能耗应为5 ⟦kW•h⟧，力矩为10 ⟦N-m⟧，容量为5 ⟦A.h⟧，扭矩为20⟦Nm⟧，热导率为5 ⟦W/(m.K)⟧，
            能耗（⟦kW.h⟧）。
            """,
            """
            # 4 要求

            扭矩应为50 N·m，能耗应为5 kW·h，力矩为10 N·m，容量为5 A·h，扭矩为20 N·m，热导率为5 W/(m·K)，能耗（kW·h）。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        扭矩应为50 N·m，能耗为5 kWh，波长为400 Nm，端口为N-m，图V.A，5 A.1，第5 m.2，N.m.k，热导率为5 W/(m·K)，
        版本5 h.d，5 N⋅m，A.V。
        """,
    ),
)

_PRODUCTS = frozenset(
    [
        "N·m",
        "kN·m",
        "mN·m",
        "MN·m",
        "N·cm",
        "N·mm",
        "Pa·s",
        "mPa·s",
        "kW·h",
        "W·h",
        "MW·h",
        "V·A",
        "kV·A",
        "A·h",
        "mA·h",
        "lx·s",
        "lm·s",
        "C·m",
        "J·s",
        "W·s",
        "kg·m",
        "g·cm",
        "mol·K",
        "m·K",
        "kg·K",
        "m²·K",
        "mol·L",
        "kN·s",
        "N·s",
        "A·m",
        "L·min",
        "m·s",
    ]
)
_SURE = patterns.compile(
    r"(?<![A-Za-z0-9.·/])(?P<unit>[kmM]?N[.．*•・∙]c?m|m?Pa[.．*•・∙]s|[kM]W[.．*•・∙]h|[kM]V[.．*•・∙]A)(?![A-Za-z0-9]|[.·]\w)"
)
_JOINTS = str.maketrans(".．*•・∙-", "·······")
_HYPHENED = patterns.compile(r"(?P<unit>(?<=\d[ \u00a0]?)(?:[kM]?N-m|[kM]?W-h|m?A-h|m?Pa-s))(?![A-Za-z0-9-])")
_TORQUE = patterns.compile(r"(?<=(?:[扭力转]矩|扭力)[^，。；、]{0,12}\d[ \u00a0]?)(?P<unit>[km]?Nm)(?![A-Za-z0-9])")
_ANY = re.compile("[NPWVA]a?[.．*•・∙-][cmshA](?![A-Za-z])")
_POINTED = patterns.compile(r"[.．*•・∙]")
_LOOSE = frozenset("VANWAHCBFKTSJL")


@repeated_solidus.finder
@malformed_unit_product.finder
def find(doc: Document) -> Iterator[Finding]:
    tokens = doc.quantities.tokens
    divided = [token for token in tokens if token.count("/") > 1 and is_legal(token)]
    for one in doc.quantities.written(divided):
        parts = plain(one.token).split("/")
        if not _LOOSE.issuperset(parts) and doc.text[one.unit[1]] not in "类-":
            right = _divided(parts)
            yield repeated_solidus.at(one.unit, fix=one.remedy(right), safe=False, wrong=one.token, right=right)
    pointed = {token: right for token in tokens if _POINTED.search(token) and (right := _product(token))}
    reported: set[int] = set()
    for one in doc.quantities.written(pointed):
        reported.add(one.unit[0])
        yield _pointed(one, pointed[one.token])
    if "Nm" not in doc.text and _ANY.search(doc.text) is None:
        return
    for pattern in (_SURE, _HYPHENED, _TORQUE):
        for match in doc.matches(pattern):
            start, said = match.start("unit"), match["unit"]
            if start not in reported:
                right = said[:-1] + "·m" if said.endswith("Nm") else said.translate(_JOINTS)
                gap = " " if doc.text[start - 1].isdigit() else ""
                yield malformed_unit_product.at(match.span("unit"), fix=gap + right, wrong=said, right=right)


def _divided(parts: list[str]) -> str:
    if len(parts) == 3 and parts[1] == parts[2] and parts[1].isalpha():
        return f"{parts[0]}/{parts[1]}²"
    return f"{parts[0]}/({'·'.join(parts[1:])})"


def _product(token: str) -> str:
    """Return a unit with “·” for what joins its parts, or “” where they are no known product."""
    right = plain(token.translate(_JOINTS))
    inner = [part.strip("（()）") for part in right.split("/")]
    joined = [part for part in inner if "·" in part]
    return right if joined and all(part in _PRODUCTS for part in joined) and is_legal(right) else ""


def _pointed(one: Quantity, right: str) -> Finding:
    return malformed_unit_product.at(one.unit, fix=one.remedy(right), wrong=one.token, right=right)
