"""Use legal units of measurement only.

The law on metrology and GB 3100 admit SI units and a few others; kgf, mmHg, inches or calories do not
compare with them. A conversion is proposed where the factor is certain. Inches of
screens and pipes, mu of farmland and mmHg of blood pressure are customary names of sizes and left alone.

只能使用法定计量单位；换算系数确定时给出换算值。屏幕和管道的英寸、农田的亩、血压的毫米汞柱属于
习惯用法，不报告。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.units import NOT_LEGAL, named, plain

non_legal_unit = Check(
    id="UNI240",
    message="“{unit}”不是法定计量单位，换算为“{legal}”。",
    message_en="“{unit}” is not a legal unit of measurement; convert it to “{legal}”.",
    bad="""
        # 4 要求

        压力应不大于⟦5 kgf/cm²⟧。
    """,
    good="""
        # 4 要求

        压力应不大于0.49 MPa。
    """,
    more=(
        (
            """
            # 4 要求

            压力为⟦3 bar⟧，粘度为⟦50cP⟧，速率为⟦10 Mbps⟧，体积为⟦5公升⟧，功率为⟦2.0 马力⟧，转速为⟦1500转/分⟧，
            耗电⟦2度电⟧，面积为⟦20平方⟧。
            """,
            """
            # 4 要求

            压力为0.3 MPa，粘度为50 mPa·s，速率为10 Mbit/s，体积为5 L，功率为1.47 kW，转速为1500 r/min，耗电2 kW·h，
            面积为20 m²。
            """,
        ),
        (
            """
            # 4 要求

            长度为⟦2英尺⟧，质量为⟦3斤⟧，承压⟦1个标准大气压⟧，压力为⟦5 psi⟧和6 psi，磁感应强度为⟦50高斯⟧。
            """,
            """
            # 4 要求

            长度为0.61 m，质量为1.5 kg，承压101 kPa，压力为34.5 kPa和41.4 kPa，磁感应强度为5 mT。
            """,
        ),
        (
            """
            # 4 要求

            压力为⟦10 mmHg⟧～20 mmHg，温度为⟦90 °F⟧，面积为⟦5亩⟧，压力（⟦psi⟧）。
            """,
            """
            # 4 要求

            压力为1.3 kPa～2.7 kPa，温度为32.2 ℃，面积为0.33 hm²，压力（kPa）。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        压力应不大于0.49 MPa，55英寸显示屏，DN 2英寸管螺纹，血压为120 mmHg，5亩耕地种植水稻，200目筛，5 rad，
        3平方米，10立方米，5公分母，
        2磅秤，公斤力，3度，5两，型号为5 HP-A，5斤斧，“5 kgf”，1:1立方体，20平方公里，5立方氮化硼，2平方根，5 in，
        5 R，0.1 M，a bar chart。
        """,
    ),
)

_FARMED = patterns.compile(r"种植|栽|播|耕|农|田|林|作物|施肥|水稻|小麦|玉米|果园|牧|亩产|养殖|塘|灌")
_SIZED = patterns.compile(r"屏|显示|电视|管|螺纹|轮|晶圆|硅片|硬盘|机架|机柜|接头|阀|标称|公称|规格|软盘|照片")
_BLOOD = patterns.compile(r"血压|收缩压|舒张压|动脉压|眼压|血氧|颅内压")
_PRESSURE = patterns.compile(r"压力|压强|水压|气压|强度|承压")
_NAMES = patterns.compile(rf"(?P<unit>转/分钟?|转/秒|{named(NOT_LEGAL)})(?![A-Za-z/])")
_SAID = frozenset(("scope", "symbols", "clause", "annex", "terms", "introduction"))
_FIRST = sorted({name[0] for name in NOT_LEGAL if not name[0].isascii()})


class Use(NamedTuple):
    """A unit that is not legal, with the number in front of it (the unit itself where none stands there)."""

    number: Span
    unit: Span
    block: int
    known: str


_CUSTOMARY = {
    "英寸": _SIZED,
    "英吋": _SIZED,
    "吋": _SIZED,
    "inch": _SIZED,
    "inches": _SIZED,
    "亩": _FARMED,
    "市亩": _FARMED,
    "mmHg": _BLOOD,
    "毫米汞柱": _BLOOD,
}


@non_legal_unit.finder
def find(doc: Document) -> Iterator[Finding]:
    groups: dict[tuple[int, int, str], list[Use]] = {}
    for use in sorted((*_symbols(doc), *_names(doc))):
        table = doc.blocks[use.block].table
        key = (use.block if table < 0 else -1, table, use.known)
        groups.setdefault(key, []).append(use)
    for uses in groups.values():
        first = uses[0]
        edits = [edit for use in uses for edit in _converted(doc, use)]
        legal = NOT_LEGAL[first.known][0]
        span = (first.number[0], first.unit[1])
        yield non_legal_unit.at(span, fix=edits, safe=False, unit=doc.text[slice(*first.unit)], legal=legal)


def _symbols(doc: Document) -> Iterator[Use]:
    quantities = doc.quantities
    known = {token: plain(token) for token in quantities.tokens if plain(token) in NOT_LEGAL}
    known |= {token: "kgf/cm²" for token in quantities.tokens if plain(token) == "kg/cm²"}
    for one in quantities.written(known):
        pressed = plain(one.token) != "kg/cm²" or _PRESSURE.search(doc.said(one.block))
        if doc.text[one.unit[1]] not in "-_" and pressed and not _is_customary(doc, one.token, one.block):
            yield Use(one.number if one.counted else one.unit, one.unit, one.block, known[one.token])


def _names(doc: Document) -> Iterator[Use]:
    for match in doc.quantities.counted_by(_NAMES, _FIRST):
        number = doc.quantities.number_before(match.start())
        block = doc.block_at(match.start())
        if number and doc.regions[block].element in _SAID and not _is_customary(doc, match["unit"], block):
            yield Use(number, match.span("unit"), block, match["unit"])


def _is_customary(doc: Document, unit: str, block: int) -> bool:
    usual = _CUSTOMARY.get(unit)
    if usual is None:
        return False
    return bool(usual.search(doc.said(block)) or (usual is _FARMED and usual.search(doc.cover.title)))


def _converted(doc: Document, use: Use) -> Iterator[Edit]:
    """Yield the number times the factor with the legal unit; parts of ranges and of products are left to the author."""
    legal, factor = NOT_LEGAL[use.known]
    said = "".join(doc.text[slice(*use.number)].split())
    joined = doc.text[use.number[0] - 1] in "～~±×-" or doc.text[use.unit[1]] in "～~±×-"
    if not factor or joined or not said.replace(".", "", 1).isdecimal():
        return
    if factor != 1:
        figures = max(len(said.replace(".", "").strip("0")), 3)
        said = f"{float(f'{float(said) * factor:.{figures}g}'):f}".rstrip("0").rstrip(".")
    yield Edit(use.number[0], use.unit[1], f"{said} {legal}")
