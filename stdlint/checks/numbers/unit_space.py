"""Leave a gap between a number and its unit symbol, and none inside the symbol.

The gap tells the number from the symbol; only °, ′ and ″ of plane angles follow closely. Before the percent sign both
forms are in use, so only a mixture is reported. What recurs in one paragraph or table is one finding.

数值与单位符号之间留间隙，以便分清数值和符号；只有平面角的°、′、″紧跟数值。百分号前两种写法都有，只报告全文不一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.quantities import BLANKS, Quantity
from stdlint.views.units import ANGLES, LOOSE, PERCENT, is_legal

missing_unit_space = Check(
    id="UNI030",
    message="数值与单位符号之间应有间隙，如“{right}”。",
    message_en="There shall be a space between a value and its unit symbol: “{right}”.",
    bad="""
        # 4 要求

        长度应为⟦20mm⟧，温度应为25℃，功率应为5 kW。

        质量应为⟦5kg⟧。
    """,
    good="""
        # 4 要求

        长度应为20 mm，温度应为25 ℃，功率应为5 kW。

        质量应为5 kg。
    """,
    more=(
        (
            """
            # 4 要求

            温度为⟦(25±2)℃⟧，电流为0.5A，电压为220V，扭矩为10N·m。

            | 项目 | 指标 |
            |---|---|
            | 长度 | ⟦20mm⟧ |
            | 质量 | 5kg |
            """,
            """
            # 4 要求

            温度为(25±2) ℃，电流为0.5 A，电压为220 V，扭矩为10 N·m。

            | 项目 | 指标 |
            |---|---|
            | 长度 | 20 mm |
            | 质量 | 5 kg |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        长度为20 mm，角度为17.25°和30′，含量为63%，型号为XJ-5kg、304L和10W-40，5A级景区，4K电视，3C认证，5G网络，
        3D打印，
        2B铅笔，3H硬度，4S店，M20，A4，图3A，第2A类，CO2、2K，5d类，地址为https://a.example/20mm，“20mm”，GB/T 5mm，
        30m级，
        5C区，316L钢，API 5L、NEMA 6J、R16 91V和6.5J×16，
        锚固长度为35d，加速度为0.10g，7s管理，6S管理，
        5h制，1V1服务，3A认证，1t车，8m跳台，2a类，3d型，1h级，95A硬度，60A，Na₂O＋0.658K₂O。
        """,
    ),
)

space_before_angle_sign = Check(
    id="UNI031",
    message="平面角的符号应紧跟数值，写为“{right}”。",
    message_en="The angle sign shall follow the value closely: “{right}”.",
    bad="""
        # 4 要求

        倾角应为⟦17.25 °⟧。
    """,
    good="""
        # 4 要求

        倾角应为17.25°。
    """,
    more=(
        (
            """
            # 4 要求

            倾角应为⟦30 °⟧～⟦45 °⟧，偏差为⟦5 ′⟧。
            """,
            """
            # 4 要求

            倾角应为30°～45°，偏差为5′。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        倾角应为17.25°，温度应为20 °C和20 ° C，硬度为12 °dH，糖度为12 °P。
        """,
    ),
)

uneven_percent_space = Check(
    id="UNI032",
    message="百分号前是否留空隙应全文一致，多数写为“{right}”。",
    message_en="The space before the percent sign is uniform; most are written like “{right}”.",
    bad="""
        # 4 要求

        含量应为63%，湿度应为⟦65 %⟧。
    """,
    good="""
        # 4 要求

        含量应为63%，湿度应为65%。
    """,
    more=(
        (
            """
            # 4 要求

            含量应为63 %，湿度应为(65±2) %，误差为⟦1%⟧，偏差为2%，比例为3 %。
            """,
            """
            # 4 要求

            含量应为63 %，湿度应为(65±2) %，误差为1 %，偏差为2 %，比例为3 %。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        含量应为63 %，湿度应为65 %，“50%”。
        """,
        """
        # 4 要求

        含量应为63%，湿度应为（65±2）%，含量/ %。
        """,
    ),
)

space_inside_unit = Check(
    id="UNI040",
    message="词头与单位符号之间不应有空隙，写为“{right}”。",
    message_en="There shall be no space between prefix and unit: “{right}”.",
    bad="""
        # 4 要求

        距离应为5 ⟦k m⟧，压力应为2 ⟦M Pa⟧，体积应为10 ⟦m L⟧。
    """,
    good="""
        # 4 要求

        距离应为5 km，压力应为2 MPa，体积应为10 mL。
    """,
    clean=(
        """
        # 4 要求

        距离应为5 km，长度为10 m A型管，时间为5 h Pa值，宽度为3 m V形槽，5 d B组，质量为5 g m，2 m W级。
        """,
    ),
)

space_inside_celsius = Check(
    id="UNI050",
    message="摄氏度符号内不应有空隙，写为“{right}”。",
    message_en="There shall be no space inside the symbol of the degree Celsius: “{right}”.",
    bad="""
        # 4 要求

        温度应为⟦20° C⟧，不高于⟦25 ° C⟧。
    """,
    good="""
        # 4 要求

        温度应为20 °C，不高于25 °C。
    """,
    clean=(
        """
        # 4 要求

        温度应为20 °C和25 ℃，转角为30° C点，45° C面。
        """,
    ),
)

_ATTACHED_CLASS = frozenset("级类型号制店认组系款区座楼管硬钢网跳车牌版代层栋室面点轴端形")
_SUBSCRIPTS = frozenset("₀₁₂₃₄₅₆₇₈₉")
_OTHER_MEANING = {
    "d": patterns.compile(r"[长径距深宽厚]度?(?:应?不[大小]于|应?为|[≥≤])?$"),
    "g": patterns.compile(r"加速度[^，。；]{0,8}$"),
}
"""What is measured in multiples of a diameter or of the acceleration of free fall."""

_GRADES = patterns.compile(r"[A-Z]\d+[ \u00a0]$")
_DESIGNATES = patterns.compile(r"(?:(?<![A-Za-z])[A-Z]{2,}|[A-Z]\d+)[ \u00a0]$")
_INSIDE = patterns.compile(
    r"(?<=\d[ \u00a0\u2009\u202f]?)(?:[kMμµ][ \u00a0](?:m|g|Pa|W|V|A|Hz|N|J|Ω|mol|L|F|s)"
    r"|h[ \u00a0]Pa|c[ \u00a0]m|d[ \u00a0]B"
    r"|m[ \u00a0](?:Pa|V|A|L|W|mol|Hz|N|m))(?![A-Za-z0-9])(?![ \u00a0]?[型形类级点相区组值线路段管槽面]|·)"
)
_PREFIXES = frozenset("kMmμµhcd")
_DEGREE_POINT = frozenset("点型级轴面向端区组")


@missing_unit_space.finder
@space_before_angle_sign.finder
@uneven_percent_space.finder
@space_inside_unit.finder
@space_inside_celsius.finder
def find(doc: Document) -> Iterator[Finding]:
    close: list[Quantity] = []
    wide: list[Quantity] = []
    percents: list[tuple[bool, str]] = []
    for shape in doc.quantities.shapes:
        token = shape.lstrip(BLANKS)
        gap = shape != token
        if token in ANGLES:
            wide += doc.quantities.shaped(shape) if gap else ()
        elif token in PERCENT:
            percents.append((gap, shape))
        elif token[0] == "°" and token != "°C" == "".join(token.split()):
            yield from _celsius(doc, shape)
        elif not gap and is_legal(token):
            close += [one for one in doc.quantities.shaped(shape) if _is_unit(doc, one)]
    yield from _close(doc, sorted(close))
    for one in sorted(wide):
        if not doc.text[one.unit[1]].isalpha():
            right = doc.quantities.said(one) + one.token
            yield space_before_angle_sign.at(one.span, fix=[Edit(*one.gap, "")], right=right)
    if len({gap for gap, _ in percents}) > 1:
        yield from _uneven(doc, percents)
    for match in doc.matches(_INSIDE) if not _PREFIXES.isdisjoint(doc.quantities.tokens) else ():
        right = "".join(match.group().split())
        yield space_inside_unit.at(match.span(), fix=right, right=right)


def _is_unit(doc: Document, one: Quantity) -> bool:
    """Say whether the letters are a unit and not the name of a class, grade or type: 5A级, 4K, 304L."""
    behind = doc.text[one.unit[1] : one.unit[1] + 1]
    if not one.token.isascii() or not one.token.isalpha():
        return True
    if behind in _ATTACHED_CLASS or behind in _SUBSCRIPTS or behind in "-_":
        return False
    if len(one.token) == 1 and _is_designation(doc, one, behind):
        return False
    if one.token not in LOOSE:
        return True
    said = doc.quantities.said(one)
    return (
        "." in said
        or one.closed
        or (one.token in "LlNJ" and (one.token != "N" or len(said) > 1) and doc.quantities.value(one) < 300)
    )


def _is_designation(doc: Document, one: Quantity, behind: str) -> bool:
    """Say whether a number with a letter goes on a designation (API 5L, R16 91V, 6.5J×16) or counts something else."""
    span = (max(one.number[0] - 12, 0), one.number[0])
    other = _OTHER_MEANING.get(one.token)
    if (other is not None and other.search(doc.text, *span)) or (one.token == "J" and behind == "×"):
        return True
    designates = _DESIGNATES if one.token in LOOSE else _GRADES
    return designates.search(doc.text, *span) is not None


def _close(doc: Document, close: list[Quantity]) -> Iterator[Finding]:
    for group in doc.quantities.paragraphs(close):
        first = group[0]
        right = f"{doc.text[slice(*first.number)]} {first.token}"
        edits = [Edit(one.unit[0], one.unit[0], " ") for one in group]
        yield missing_unit_space.at(first.span, fix=edits, right=right)


def _uneven(doc: Document, shapes: list[tuple[bool, str]]) -> Iterator[Finding]:
    said = [(one, gap) for gap, shape in shapes for one in doc.quantities.shaped(shape)]
    percents = [(gap, one) for one, gap in sorted(said)]
    spaced = sum(gap for gap, _ in percents)
    if not spaced or spaced == len(percents):
        return
    usual = spaced * 2 > len(percents) if spaced * 2 != len(percents) else percents[0][0]
    odd = [one for gap, one in percents if gap != usual]
    first = odd[0]
    right = doc.quantities.said(first) + (" " if usual else "") + first.token
    edits = [Edit(*one.gap, " " if usual else "") for one in odd]
    yield uneven_percent_space.at(first.span, fix=edits, right=right)


def _celsius(doc: Document, shape: str) -> Iterator[Finding]:
    for one in doc.quantities.shaped(shape):
        if doc.text[one.unit[1]] not in _DEGREE_POINT:
            right = f"{doc.quantities.said(one)} °C"
            yield space_inside_celsius.at(one.span, fix=[Edit(one.number[1], one.unit[1], " °C")], right=right)
