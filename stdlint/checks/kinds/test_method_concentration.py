"""Give concentrations of solutions in mol/L or g/L, not as “N” or “M”.

Normality depends on the reaction, and both letters are units of something else (newton) or of nothing.

溶液的浓度用物质的量浓度（mol/L）或质量浓度（g/L）表示；“N”（当量浓度）与反应有关，且与牛顿的符号相同，“M”不是单位。
只在数值之后是化学品或溶液的名称时才判断；一元酸碱的当量浓度与物质的量浓度相等，可以改写。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.quantities import Quantity
from stdlint.views.wording import BLANK

obsolete_concentration = Check(
    id="KND215",
    message="浓度应以物质的量浓度（mol/L）或质量浓度（g/L）表示，不使用“{unit}”。",
    message_en="Concentrations are given in mol/L or g/L, not with “{unit}”.",
    bad="""
        # 木材　酸度的测定

        # 5 试验步骤

        加入10 mL ⟦0.1 M⟧盐酸。
    """,
    good="""
        # 木材　酸度的测定

        # 5 试验步骤

        加入10 mL 0.1 mol/L盐酸。
    """,
    more=(
        (
            """
            # 木材　酸度的测定

            # 5 试剂

            0.1 ⟦M⟧盐酸。
            """,
            """
            # 木材　酸度的测定

            # 5 试剂

            盐酸，0.1 mol/L。
            """,
        ),
        (
            """
            # 木材　酸度的测定

            # 5 试剂或材料

            氢氧化钠标准滴定溶液（⟦0.5M⟧）、⟦1 N⟧ HCl溶液。
            """,
            """
            # 木材　酸度的测定

            # 5 试剂或材料

            氢氧化钠标准滴定溶液（0.5 mol/L）、1 mol/L HCl溶液。
            """,
        ),
        (
            """
            # 木材　酸度的测定

            # 5 试剂或材料

            缓冲液为⟦10 mM⟧ Tris-HCl缓冲液，c（NaOH）=⟦0.1 M⟧。
            """,
            """
            # 木材　酸度的测定

            # 5 试剂或材料

            缓冲液为10 mmol/L Tris-HCl缓冲液，c（NaOH）=0.1 mol/L。
            """,
        ),
    ),
    clean=(
        """
        # 木材　酸度的测定

        # 5 试验步骤

        试剂为N,N-二甲基甲酰胺、0.1 mol/L盐酸和0.5 mol/L的氢氧化钠溶液。
        """,
        """
        # 木材　硬度的测定

        # 5 试验步骤

        施加10 N的力，砝码的重力为5 N。加入0.1 mol/L盐酸。
        带宽为2 M，用N,N-二甲基甲酰胺稀释。加入5 mL N,N-二甲基甲酰胺溶液。
        模数为3 M，螺栓为M 20。使用5N高纯砷和5N氧化铝。施加50 N载荷后加入盐酸。
        """,
    ),
)

_CHEMICAL = (
    r"的?(?:(?:稀|浓|冰|热|冷|亚|过|重|偏|正|焦)?(?:[盐硫硝磷硼铬草乙甲溴碘醋]|高氯|硫氰|氢[氟溴碘]|柠檬|酒石|苯甲|硫代硫|高锰|重铬|水杨|抗坏血|过硫|钼|磺基水杨)酸"
    r"|氢氧化|氨水|碘(?:[液标]|溶液|化)|[氯溴]化|碳酸|乙二胺四|乙醇胺|[酸碱](?:标准|性)?(?:滴定)?溶?液|缓冲|标准(?:滴定|储备|贮备)?溶?液|滴定溶?液|溶液"
    r"|(?:HCl|H2SO4|H₂SO₄|HNO3|HNO₃|H3PO4|H₃PO₄|HClO4|NaOH|KOH|NH4|NH₄|NaCl|KCl|KMnO4|KMnO₄|K2Cr2O7|K₂Cr₂O₇|Na2S2O3|Na₂S₂O₃|Na2CO3|Na₂CO₃|NaHCO3"
    r"|AgNO3|AgNO₃|EDTA|I2|I₂|CaCl2|CaCl₂|MgCl2|MgCl₂|BaCl2|ZnSO4|Tris|PBS|HEPES|MES|HAc|CH3COOH|NaAc|KSCN|NH4SCN|H2C2O4)(?![a-z]))"
)
_FOLLOWED = patterns.compile(rf"(?![A-Za-z0-9/·,，.\-]){BLANK}*{_CHEMICAL}")
_OPENING = patterns.compile(rf"(?<=\n)(?P<unit>[mμµun]?M|N)(?:的|{BLANK})*{_CHEMICAL}")
"""A unit at the beginning of a paragraph: its number is taken for that of a clause."""
_AMOUNT = patterns.compile(r"\d{1,2}(?:\.\d{1,3})?")
_CLOSED = patterns.compile(r"[）)，。；、\n]")
_LED = patterns.compile(
    rf"(?:(?:酸|氢氧化[钠钾钡钙]|溶液|缓冲液|滴定液|氨水|HCl|NaOH|KOH|EDTA|SO4|SO₄|NO3|NO₃){BLANK}*"
    rf"[（(，,]?{BLANK}*(?:浓度)?(?:为|[:：=])?|c[（(][^（()）\n]{{1,20}}[）)]{BLANK}*[=＝]){BLANK}*$"
)
_LONGEST, _NAME = 30, 4
_SINGLE = patterns.compile(
    r"盐酸|HCl|氢氧化[钠钾]|NaOH|KOH|硝酸(?!汞|铅|铋|钙|铜)|HNO3|HNO₃|AgNO3|氨水|乙酸|醋酸|硫氰酸|氯化[钠钾]|NaCl|KCl|高氯酸"
)
"""What gives or takes one proton or electron: its normality is its amount-of-substance concentration."""

_ELSEWHERE = frozenset(("references", "bibliography", "index", "cover"))
_MOLAR = {"M": "mol/L", "mM": "mmol/L", "μM": "μmol/L", "µM": "μmol/L", "uM": "μmol/L", "nM": "nmol/L"}
_UNITS = frozenset(("N", *_MOLAR))


@obsolete_concentration.finder
def find(doc: Document) -> Iterator[Finding]:
    for one in doc.quantities.written(_UNITS):
        dissolved = _dissolved(doc, one) if one.counted else ""
        if not dissolved or doc.region_at(one.unit[0]).element in _ELSEWHERE:
            continue
        molar = _MOLAR.get(one.token) or ("mol/L" if _SINGLE.search(dissolved) else "")
        fix = f"{doc.quantities.said(one)} {molar}" if molar else None
        yield obsolete_concentration.at((one.number[0], one.unit[1]), unit=one.token, fix=fix, safe=False)
    for match in _OPENING.finditer(doc.text):
        block = doc.block_at(match.start())
        number = doc.blocks[block - 1] if block else None
        if number is None or number.kind != "label" or not _AMOUNT.fullmatch(doc.text, *number.span):
            continue
        if doc.blocks[block].kind != "heading" and doc.regions[block].element not in _ELSEWHERE:
            yield obsolete_concentration.at(match.span("unit"), unit=match["unit"])


def _dissolved(doc: Document, one: Quantity) -> str:
    """Return the substance or solution directly behind the unit, or directly in front of the number; “” for none."""
    behind = _FOLLOWED.match(doc.text, one.unit[1])
    if behind:
        return behind.group()
    before = doc.text[max(one.number[0] - _LONGEST, 0) : one.number[0]].rpartition("\n")[2]
    led = _LED.search(before) if _CLOSED.match(doc.text, one.unit[1]) else None
    return before[max(led.start() - _NAME, 0) :] if led else ""
