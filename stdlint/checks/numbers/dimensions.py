"""Give every value of a dimension its unit, and multiply with “×”.

“80×25×50 mm” gives one unit for three values; “*” and “x” are signs of keyboards, not of mathematics. What is reported
as a dimension is not reported again for its sign.

“80×25×50 mm”三个数值只有一个单位，应写成“80 mm×25 mm×50 mm”；“*”和“x”是键盘上的替代符号，不是乘号。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.quantities import Chain
from stdlint.views.units import LENGTHS

malformed_dimension = Check(
    id="NUM030",
    message="尺寸“{quote}”的每个数值都应带单位，写为“{right}”。",
    message_en="Every value of the dimension “{quote}” shall have its unit: “{right}”.",
    bad="""
        # 4 要求

        试样的尺寸应为⟦80×25×50 mm⟧。
    """,
    good="""
        # 4 要求

        试样的尺寸应为80 mm×25 mm×50 mm。
    """,
    more=(
        (
            """
            # 4 要求

            外形尺寸应为⟦600*400*300mm⟧，板面为⟦1.5×2.0 m⟧，砖为⟦(240×115×53) mm⟧，
            试样为⟦100*100 mm⟧，砌块为⟦390×190×190（mm）⟧。
            """,
            """
            # 4 要求

            外形尺寸应为600mm×400mm×300mm，板面为1.5 m×2.0 m，砖为240 mm×115 mm×53 mm，
            试样为100 mm×100 mm，砌块为390 mm×190 mm×190 mm。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        尺寸应为80 mm×25 mm×50 mm，螺栓为M5×20 mm，分辨率为1920×1080，电缆为3×1.5 mm²，弹性模量为2×10⁵ mm，
        数量为2×5 m，
        600×600的板，1.5×105 mm。

        | 项目 | 指标 |
        |---|---|
        | 尺寸/mm | 80×25×50 |
        """,
    ),
)

wrong_multiplication_sign = Check(
    id="NUM080",
    message="乘号用“×”，不用“{sign}”。",
    message_en="Multiplication is written with “×”, not with “{sign}”.",
    bad="""
        # 4 要求

        压力应为⟦3*10³⟧ Pa。
    """,
    good="""
        # 4 要求

        压力应为3×10³ Pa。
    """,
    more=(
        (
            """
            # 4 要求

            屏幕分辨率应为⟦1920x1080⟧，板面为⟦80 mm X 25 mm⟧，质量为⟦2＊5⟧ kg。
            """,
            """
            # 4 要求

            屏幕分辨率应为1920×1080，板面为80 mm×25 mm，质量为2×5 kg。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        压力应为3×10³ Pa，代码为0x10和12X，GB/T 5782-M12x80，型号为XJ5x20，长度为5 x，*强调*，2 5*。
        """,
    ),
)

_STARS = frozenset("xX✕╳*＊")
_UNIT_BEHIND = patterns.compile(rf"[ \u00a0]?[（(](?:单位[：:为]?)?(?P<unit>{'|'.join(sorted(LENGTHS))})[）)]")
_POWER = patterns.compile(r"10\d{1,2}")
_POWERED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹^")


@malformed_dimension.finder
@wrong_multiplication_sign.finder
def find(doc: Document) -> Iterator[Finding]:
    for chain in doc.quantities.chains:
        if not _STARS.issuperset(chain.signs.replace("×", "x")):
            continue
        if _is_dimension(doc, chain):
            yield _with_units(doc, chain)
        elif not any(part.token for part in chain.parts) and (unit := _UNIT_BEHIND.match(doc.text, chain.span[1])):
            right = "×".join([f"{doc.quantities.said(part)} {unit['unit']}" for part in chain.parts])
            span = (chain.span[0], unit.end())
            yield malformed_dimension.at(span, fix=right, safe=False, right=right)
        elif chain.signs.strip("×") and not _is_code(doc, chain):
            wrong = [at for at, sign in enumerate(chain.signs) if sign != "×"]
            edits = [Edit(*chain.joints[at], "×") for at in wrong]
            span = (chain.span[0], chain.parts[-1].unit[1] if chain.parts[0].token else chain.parts[-1].number[1])
            yield wrong_multiplication_sign.at(span, fix=edits, sign=chain.signs[wrong[0]])


def _is_code(doc: Document, chain: Chain) -> bool:
    return doc.quantities.said(chain.parts[0]) == "0"


def _is_dimension(doc: Document, chain: Chain) -> bool:
    """Say whether lengths are multiplied and not all have their unit; a count times a length is none: 2×5 m."""
    parts = chain.parts
    units = {part.token for part in parts if part.token}
    unit = next(iter(units)) if len(units) == 1 else ""
    if chain.closed and not units:
        unit = chain.closed.token
    elif all(part.token for part in parts):
        return False
    said = [doc.quantities.said(part) for part in parts]
    if unit not in LENGTHS or any(not _POWERED.isdisjoint(number) for number in said):
        return False
    if len(said) == 2 and _POWER.fullmatch(said[1]) and len(said[0].partition(".")[0]) == 1:
        return False
    return len(said) > 2 or "." in said[0] or len(said[0]) > 1 or bool(chain.closed)


def _with_units(doc: Document, chain: Chain) -> Finding:
    last = chain.closed or next(part for part in reversed(chain.parts) if part.token)
    unit = doc.text[last.number[1] : last.unit[1]]
    right = "×".join([doc.quantities.said(part) + unit for part in chain.parts])
    span = chain.closed.span if chain.closed else chain.span
    return malformed_dimension.at(span, fix=right, safe=False, right=right)
