"""Write unit symbols as they are laid down: their letters, their case, and nothing added to them.

“Kg”, “kgs” and “rpm” are not symbols; M and m, K and k mean different things. A token is only judged behind a number
or, in brackets, behind the name of a quantity, since the same letters name types, materials and abbreviations.

单位符号的字母和大小写都有规定，没有复数，也不加缩写点；“Kg”“kgs”“rpm”都不是单位符号，M与m、K与k的含义不同。
只在数值之后，或者在量的名称后面的括号内判断，因为同样的字母也是型号、材料和缩略语。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.quantities import BLANKS, Quantity
from stdlint.views.units import (
    COMPOUND_PREFIXES,
    HOMEMADE,
    LEGAL,
    PERCENT,
    PLURALS,
    in_right_case,
    is_legal,
)
from stdlint.views.wording import has_chinese

miscased_unit_symbol = Check(
    id="UNI210",
    message="单位符号“{wrong}”应写为“{right}”。",
    message_en="Write the unit symbol “{wrong}” as “{right}”.",
    bad="""
        # 4 要求

        质量应不大于5 ⟦Kg⟧，功率为10⟦KW⟧，压力为0.5 ⟦Mpa⟧，频率为50 ⟦hz⟧。
    """,
    good="""
        # 4 要求

        质量应不大于5 kg，功率为10 kW，压力为0.5 MPa，频率为50 Hz。
    """,
    more=(
        (
            """
            # 4 要求

            质量的单位为⟦Kg⟧。
            """,
            """
            # 4 要求

            质量的单位为kg。
            """,
        ),
        (
            """
            # 4 要求

            密度为2.5 ⟦KG/m³⟧，粒径为5 ⟦um⟧，车速为60 ⟦KM/H⟧，强度不小于300 ⟦mPa⟧，长度不大于10 ⟦M⟧，
            质量不大于5 ⟦T⟧，波长为400 ⟦Nm⟧。

            | 项目 | 质量（⟦Kg⟧） | 压力/⟦Mpa⟧ |
            |---|---|---|
            | 甲 | 5 | 2 |
            """,
            """
            # 4 要求

            密度为2.5 kg/m³，粒径为5 μm，车速为60 km/h，强度不小于300 MPa，长度不大于10 m，质量不大于5 t，
            波长为400 nm。

            | 项目 | 质量（kg） | 压力/MPa |
            |---|---|---|
            | 甲 | 5 | 2 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        该单位为KM企业，长度的单位为mm。
        """,
        """
        # 4 要求

        质量为5 kg，容量为5 ml或5 mL，黏度为300 mPa·s，质量为5 Mg，型号为XJ-5KW、5KW-A，网口为10 M，网络为5G，
        电视为4K和3D，
        纸为A4，防护等级为IP65，螺纹为M20，材料为聚酰胺（PA）、尼龙（PA66）和（KG），电压为12 V DC，pH为7.0，
        3 MM级代码，
        “5 Kg”，力为50 N，扭矩为50 N·m，硫酸浓度为0.1 M，温度为300 K，密码为5 DB代码，压缩比为9，磁场为5 T。
        """,
    ),
)

homemade_unit_abbreviation = Check(
    id="UNI211",
    message="“{wrong}”不是单位符号，写为“{right}”。",
    message_en="“{wrong}” is not a unit symbol; write “{right}”.",
    bad="""
        # 4 要求

        转速应为1500 ⟦rpm⟧，时间为30 ⟦sec⟧，体积为5⟦cc⟧。
    """,
    good="""
        # 4 要求

        转速应为1500 r/min，时间为30 s，体积为5 mL。
    """,
    more=(
        (
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　转速

            单位为⟦rpm⟧

            | 低速 | 高速 |
            |---|---|
            | 100 | 200 |
            """,
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　转速

            单位为r/min

            | 低速 | 高速 |
            |---|---|
            | 100 | 200 |
            """,
        ),
        (
            """
            # 4 要求

            试验持续2 ⟦hrs⟧，电阻为10～20 ⟦kohm⟧，照度为300 ⟦lux⟧，转速（⟦rpm⟧）。
            """,
            """
            # 4 要求

            试验持续2 h，电阻为10～20 kΩ，照度为300 lx，转速（r/min）。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        转速应为1500 r/min，时间为30 s。安装rpm软件包，抄送（cc），60 HR，版本2 sec-b，秒（second）。
        """,
    ),
)

plural_or_stop_on_unit = Check(
    id="UNI010",
    message="单位符号“{wrong}”应写为“{right}”，没有复数，后面不加点。",
    message_en="Write the unit symbol “{wrong}” as “{right}”: no plural, no full stop.",
    bad="""
        # 4 要求

        质量应为10 ⟦kgs⟧，长度应为300 ⟦mm.⟧，时间为5 ⟦mins⟧。
    """,
    good="""
        # 4 要求

        质量应为10 kg，长度应为300 mm，时间为5 min。
    """,
    more=(
        (
            """
            # 4 要求

            宽度为5 ⟦cm.⟧的试样。

            | 项目 | 指标 |
            |---|---|
            | 长度 | 300 ⟦mm.⟧ |
            """,
            """
            # 4 要求

            宽度为5 cm的试样。

            | 项目 | 指标 |
            |---|---|
            | 长度 | 300 mm |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        时间为10 ms，质量为10 kg。尺寸见5.2 m...，扭矩为5 N·m，长度为5 mm.a。含量为5%.

        The mass shall be 10 kg.
        """,
    ),
)

compound_prefix = Check(
    id="UNI110",
    message="“{wrong}”重叠使用词头，写为“{right}”。",
    message_en="“{wrong}” has two prefixes; write “{right}”.",
    bad="""
        # 4 要求

        厚度应为5 ⟦mμm⟧，电容应为20 ⟦μμF⟧，功率应为2 ⟦kMW⟧。
    """,
    good="""
        # 4 要求

        厚度应为5 nm，电容应为20 pF，功率应为2 GW。
    """,
    clean=(
        """
        # 4 要求

        厚度应为5 nm，电容应为20 pF，质量为5 mg，距离为5 Mm，功率为5 MW。
        """,
    ),
)

_QUANTITY = {
    "M": ("m", patterns.compile(r"[长宽高厚深距径]")),
    "T": ("t", patterns.compile(r"质量|[重载]")),
    "G": ("g", patterns.compile(r"质量|[重载]")),
    "H": ("h", patterns.compile(r"时间|时长|小时|持续")),
    "S": ("s", patterns.compile(r"时间|时长|持续")),
    "Mm": ("mm", patterns.compile(r"[长宽高厚径]度?|间隙|偏差|尺寸")),
    "Nm": ("nm", patterns.compile(r"波长|粒径|膜厚")),
    "mPa": ("MPa", patterns.compile(r"强度|模量|应力")),
    "MS": ("ms", patterns.compile(r"时间|时延|延迟|时长")),
}
"""Symbols that mean something else in their place: only what is measured tells that they are wrong."""

_OTHER = patterns.compile(r"浓度|溶液|磁|电感|容量|流量|硬度|场强|带宽|速率|内存|存储|硬盘|冲击|网|强度等级")
_NAMED = patterns.compile(
    r"(?:质量|重量|净重|长|宽|高|厚|深|距离?|直径|半径|长度|宽度|高度|厚度|深度|压力|压强|强度|应力|模量|功率|电压|电流|频率|时间|温度|体积|容积|容量|面积"
    r"|速度|转速|流量|力|负荷|载荷|能耗|噪声|声级|浓度|含量|密度|规格|尺寸|粒径|波长|能量|消耗量?|用量|千克|毫米|厘米|千米|兆帕|千帕|千瓦|赫兹?|分贝|微米|毫升|照度|单位)"
    r"[ 　\u2028]*$"
)
_NAME_OF_TYPE = patterns.compile(
    r"(?:型号|牌号|代号|标记|代码|编码|口令|密码|型式|命名)(?:为|是|：|:|如|示例)*[^，。；、]{0,8}$"
)
_GOES_ON = patterns.compile(r"[-_][A-Za-z0-9]|[级型]?代[码号]|级代码|软件|数据库")


@miscased_unit_symbol.finder
@homemade_unit_abbreviation.finder
@plural_or_stop_on_unit.finder
@compound_prefix.finder
def find(doc: Document) -> Iterator[Finding]:
    tables = (
        (homemade_unit_abbreviation, HOMEMADE, True),
        (plural_or_stop_on_unit, PLURALS, True),
        (compound_prefix, COMPOUND_PREFIXES, False),
    )
    quantities = doc.quantities
    for check, table, safe in tables:
        yield from _written(doc, check, table, safe)
    cased = {token: right for token in quantities.tokens if (right := in_right_case(token))}
    yield from _written(doc, miscased_unit_symbol, cased, True)
    yield from _misplaced(doc)
    yield from _stopped(doc)


def _written(doc: Document, check: Check, table: dict[str, str], safe: bool) -> Iterator[Finding]:
    """Yield each wrong spelling once for a paragraph or table."""
    for token in doc.quantities.tokens:
        if token in table:
            found = [one for one in doc.quantities.written((token,)) if _is_unit(doc, one)]
            for group in doc.quantities.paragraphs(found):
                edits = [Edit(*one.unit, one.remedy(table[token])) for one in group]
                yield check.at(group[0].unit, fix=edits, safe=safe, wrong=token, right=table[token])


def _misplaced(doc: Document) -> Iterator[Finding]:
    for one in doc.quantities.written(_QUANTITY):
        right, measured = _QUANTITY[one.token]
        before = doc.text[max(doc.blocks[one.block].span[0], one.number[0] - 14) : one.number[0]]
        before = before[max(map(before.rfind, "，。；、：")) + 1 :]
        if not one.counted or not measured.search(before) or _OTHER.search(before) or not _is_unit(doc, one):
            continue
        if one.token == "mPa" and doc.quantities.value(one) < 1:
            continue
        yield miscased_unit_symbol.at(one.unit, fix=one.remedy(right), wrong=one.token, right=right)


def _is_unit(doc: Document, one: Quantity) -> bool:
    """Say whether a token is meant as a unit: behind a number, or in brackets behind what is measured."""
    start = doc.blocks[one.block].span[0]
    if not one.counted:
        if doc.quantities.is_stated(one):
            return True
        opening = doc.text.rfind("/", start, one.unit[0]) if doc.text[one.unit[0] - 1] not in "（(" else one.unit[0] - 1
        opening = opening if opening >= 0 else one.unit[0]
        return _NAMED.search(doc.text, start, opening) is not None or _in_head(doc, one, start, opening)
    named = _NAME_OF_TYPE.search(doc.text, max(start, one.number[0] - 20), one.number[0])
    return named is None and _GOES_ON.match(doc.text, one.unit[1]) is None


def _in_head(doc: Document, one: Quantity, start: int, opening: int) -> bool:
    bracketed = doc.text[start:opening].rstrip("/（( ")
    return "单位" in doc.text[opening : one.unit[0]] or _NAMED.search(bracketed) is not None


def _stopped(doc: Document) -> Iterator[Finding]:
    """Yield symbols of legal units behind a number with a full stop; a sentence in English may end so."""
    text = doc.text
    quantities = doc.quantities
    known = [token for token in quantities.tokens if token not in PERCENT and token.isalpha() and token in LEGAL]
    shapes = [shape for token in known for shape in quantities.tokens[token]]
    stopped = [s for s in shapes if any(text[start + len(s)] == "." for start in quantities.shapes[s])]
    for one in sorted(one for shape in stopped for one in quantities.shaped(shape)):
        end = one.unit[1]
        if text[end] != "." or not one.counted or not is_legal(one.token):
            continue
        behind = text[end + 1 : end + 3].lstrip(BLANKS) or "\n"
        block = doc.said(one.block)
        if not (behind[0] in "\n，、；。）)" or has_chinese(behind[0])) or not (has_chinese(block) or len(block) < 12):
            continue
        ends = behind[0] == "\n" and doc.blocks[one.block].kind != "cell"
        edits = [Edit(end, end + 1, "。" if ends else "")]
        yield plural_or_stop_on_unit.at((one.unit[0], end + 1), fix=edits, wrong=f"{one.token}.", right=one.token)
