"""Write a measured value in Arabic numerals with the symbol of its unit.

“10毫米” and “十五毫米” say the same as “10 mm” in a form that cannot be compared and sorted; “km/小时” mixes a symbol
with a name. Durations in words (“24小时”, “3天”), statements such as “单位为毫米” and explanations such as
“千米每小时（km/h）” are right. A number in words is reported once, as such, not for its unit too.

计量的数值用阿拉伯数字，后面用单位符号。“24小时”“3天”等时间的写法、“单位为毫米”“千米每小时（km/h）”之类的说明不在此列。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.numerals import arabic
from stdlint.views.quantities import GAP
from stdlint.views.regions import CLAUSES
from stdlint.views.units import COLLOQUIAL, SYMBOLS, TIMES, named, plain
from stdlint.views.wording import is_chinese

chinese_numeral_with_unit = Check(
    id="NUM310",
    message="计量的数值“{quote}”应写为“{right}”。",
    message_en="Write the measured value “{quote}” as “{right}”.",
    bad="""
        # 4 要求

        间距应为⟦十五毫米⟧。
    """,
    good="""
        # 4 要求

        间距应为15 mm。
    """,
    more=(
        (
            """
            # 4 要求

            质量应为⟦三kg⟧，长度应为⟦二百五十米⟧，高度应为⟦两米⟧，功率应为⟦五千瓦⟧，体积不小于⟦三点五升⟧。
            """,
            """
            # 4 要求

            质量应为3 kg，长度应为250 m，高度应为2 m，功率应为5 kW，体积不小于3.5 L。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        间距应为15 mm，共三四米，十几米，数千米，几百克，统一升级，百米跑，每千米一次，第一米，万吨轮，三米线，
        一升级，唯一克隆体，三氧化二铝，
        三维，二维码，一致，五金，三千克服，百分之一克，上百吨，五米黄，一克拉，七八千克，成千上万吨，第五升降机，
        十二时，三个。
        """,
    ),
)

unit_name_for_symbol = Check(
    id="UNI190",
    message="数值之后用单位符号，“{said}”写为“{right}”。",
    message_en="A value is followed by the unit symbol: “{right}”, not “{said}”.",
    bad="""
        # 4 要求

        长度应为⟦10毫米⟧，宽度应为5毫米。
    """,
    good="""
        # 4 要求

        长度应为10 mm，宽度应为5 mm。
    """,
    more=(
        (
            """
            # 4 要求

            道路长度应为⟦3千米⟧，车速应不大于60千米/小时。

            面积应不小于⟦20 平方米⟧。

            浓度为⟦5毫克/升⟧，密度为2千克/立方米，温度为25摄氏度。
            """,
            """
            # 4 要求

            道路长度应为3 km，车速应不大于60 km/h。

            面积应不小于20 m²。

            浓度为5 mg/L，密度为2 kg/m³，温度为25 ℃。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        长度应为10 mm，单位为毫米，速度的单位为千米每小时（km/h），24小时、3天、5分钟和30秒，5米制，3升级，2克拉，
        5吨级，10瓦楞，
        第5升降机，3安全，10万吨，“10毫米”，5米跳台，5毫米波，2帕斯，5公里，3牛，7度，3个，5元，100米跑，10千米越野赛。
        """,
    ),
)

mixed_unit_name_and_symbol = Check(
    id="UNI020",
    message="单位的名称与符号不应混用，“{said}”写为“{right}”。",
    message_en="Names and symbols of units shall not be mixed: write “{right}”, not “{said}”.",
    bad="""
        # 4 要求

        车速应不大于60 ⟦km/小时⟧，流量为5⟦L/分钟⟧。
    """,
    good="""
        # 4 要求

        车速应不大于60 km/h，流量为5 L/min。
    """,
    more=(
        (
            """
            # 4 要求

            风速为5 ⟦米/s⟧，密度为2 ⟦千克/m³⟧，用水量为5 ⟦m³/天⟧，浓度（⟦mg/升⟧）。
            """,
            """
            # 4 要求

            风速为5 m/s，密度为2 kg/m³，用水量为5 m³/d，浓度（mg/L）。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        车速为60 km/h，产量为5 件/h，价格为5 元/kg，用量为5 L/人，频率为12 次/min，能耗为5 kW·h/年，产量为5 t/月，
        60千米/小时，
        XKm/小时，mg/升级，单位为人/d，工期为5 d/天窗。
        """,
    ),
)

colloquial_unit_name = Check(
    id="UNI241",
    message="“{name}”宜写为“{right}”。",
    message_en="Write “{right}” for “{name}”.",
    bad="""
        # 4 要求

        质量应不大于⟦5公斤⟧。
    """,
    good="""
        # 4 要求

        质量应不大于5 kg。
    """,
    more=(
        (
            """
            # 4 要求

            续航应不小于⟦300 公里⟧，车速应不大于⟦60公里/小时⟧，运费按⟦公斤⟧计算。
            """,
            """
            # 4 要求

            续航应不小于300 km，车速应不大于60 km/h，运费按千克计算。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        质量应不大于5 kg，5公斤级举重，公里标，吨公里，人公里，“5公斤”，5公斤力，车公里，百公里油耗。
        """,
    ),
)

_NUMERAL = "一二三四五六七八九两"
_WORDS = rf"[{_NUMERAL}十](?:[{_NUMERAL}十百千万零〇]*?[{_NUMERAL}十百千万])??(?:点[{_NUMERAL}零〇]+)?"
_UNIT_NAMES = named(SYMBOLS)
_IN_WORDS = patterns.compile(
    rf"(?<![{_NUMERAL}十百千万几数第之统唯同单任某每上余多整零])(?P<words>{_WORDS})(?P<unit>{_UNIT_NAMES}|{GAP}?(?:kg|mg|mm|cm|km|kPa|MPa|kW|mL|℃)(?![A-Za-z]))(?!米|线)"
)
_DENOMINATORS = f"{named(TIMES)}|{_UNIT_NAMES}"
_NAMED = patterns.compile(
    rf"(?P<unit>(?>{_UNIT_NAMES}))(?:(?:/|／|每)(?P<per>{_DENOMINATORS}))?"
    r"(?![A-Za-z/]|[跑跳走台越障接游自蛙仰蝶])"
)
_SYMBOL = r"(?:[kmcdμMG]?(?:m[²³23]?|g|L|l|J|W|Pa|N|V|A|mol|Wh)|kW·h|t|mL|ml|hm²|Hz|℃|°C|r|bit|B)"
_MIXED = patterns.compile(
    rf"(?<![A-Za-z/·])(?P<symbol>{_SYMBOL})(?P<solidus>[/／])(?P<name>{named(TIMES)}|{_UNIT_NAMES}|{named(COLLOQUIAL)})(?![\p{{Han}}]*[/·])"
    rf"|(?P<name>{_UNIT_NAMES}|{named(COLLOQUIAL)})(?P<solidus>[/／])(?P<symbol>{_SYMBOL}|s|h|min|d)(?![A-Za-z0-9²³·])"
)
_SOLIDUS = re.compile("[/／]")
_BEGUN = re.compile(f"[{_NUMERAL}十百千万零〇](?:[{''.join(sorted({name[0] for name in SYMBOLS}))}]|[ ]?[kmcM℃])")
_COLLOQUIAL = patterns.compile(
    rf"(?P<number>(?<![A-Za-z\d.])\d+(?:\.\d+)?{GAP}*)?(?P<unit>(?<![吨人车客货])(?:{named(COLLOQUIAL)}))(?:[/／](?P<per>{_DENOMINATORS}))?"
    r"(?![A-Za-z/]|(?:综合)?(?:油耗|电耗|能耗|耗油|耗电|加速))"
)
_SIGNED = {symbol: name for name, symbol in SYMBOLS.items()}
_FIRST = sorted({name[0] for name in SYMBOLS})
_ROLES = frozenset(("text", "cell", "footnote"))


@chinese_numeral_with_unit.finder
def find_in_words(doc: Document) -> Iterator[Finding]:
    if _BEGUN.search(doc.text) is None:
        return
    for match in _measured(doc, _IN_WORDS):
        value = arabic(match["words"])
        if value:
            unit = match["unit"].strip()
            right = f"{value} {SYMBOLS.get(unit, unit)}"
            yield chinese_numeral_with_unit.at(match.span(), fix=right, safe=False, right=right)


@unit_name_for_symbol.finder
def find_names(doc: Document) -> Iterator[Finding]:
    known: dict[tuple[int, int], list[regex.Match[str]]] = {}
    for match in doc.quantities.counted_by(_NAMED, _FIRST):
        region = doc.region_at(match.start())
        if region.element not in CLAUSES or region.role not in _ROLES:
            continue
        block = doc.block_at(match.start())
        table = doc.blocks[block].table
        known.setdefault((-1, table) if table >= 0 else (block, -1), []).append(match)
    for matches in known.values():
        numbers = [doc.quantities.number_before(match.start()) or (match.start(), match.start()) for match in matches]
        pairs = zip(numbers, matches, strict=True)
        edits = [Edit(number[1], match.end(), " " + _symbols(match)) for number, match in pairs]
        first, start = matches[0], numbers[0][0]
        number = doc.text[slice(*numbers[0])]
        said = doc.text[start : first.end()]
        yield unit_name_for_symbol.at(
            (start, first.end()), fix=edits, safe=False, said=said, right=f"{number} {_symbols(first)}"
        )


@mixed_unit_name_and_symbol.finder
def find_mixed(doc: Document) -> Iterator[Finding]:
    for match in _mixed(doc):
        name = match["name"]
        symbol = SYMBOLS.get(name) or TIMES.get(name) or COLLOQUIAL[name]
        unit = plain(match["symbol"])
        right = f"{unit}/{symbol}" if match.start("symbol") < match.start("name") else f"{symbol}/{unit}"
        gap = " " if doc.text[match.start() - 1].isdigit() else ""
        yield mixed_unit_name_and_symbol.at(match.span(), fix=gap + right, said=match.group(), right=right)


def _mixed(doc: Document) -> Iterator[regex.Match[str]]:
    """Yield the units of which one side of the solidus is a name and the other a symbol."""
    for solidus in _SOLIDUS.finditer(doc.text):
        at = solidus.start()
        before, behind = doc.text[at - 1 : at], doc.text[at + 1 : at + 2]
        if is_chinese(before) == is_chinese(behind):
            continue
        start, end = doc.blocks[doc.block_at(at)].span
        if at not in doc.quoted:
            for match in _MIXED.finditer(doc.text, max(start, at - 8), min(end, at + 10)):
                if match.start("solidus") == at:
                    yield match


@colloquial_unit_name.finder
def find_colloquial(doc: Document) -> Iterator[Finding]:
    if not any(name in doc.text for name in COLLOQUIAL):
        return
    for match in doc.matches(_COLLOQUIAL):
        if doc.region_at(match.start()).element not in CLAUSES or doc.region_at(match.start()).role == "title":
            continue
        number, symbol = (match["number"] or "").rstrip(), COLLOQUIAL[match["unit"]]
        right = f"{number} {_symbols(match)}" if number else _SIGNED.get(symbol, symbol)
        yield colloquial_unit_name.at(match.span(), fix=right, safe=False, name=match["unit"], right=right)


def _measured(doc: Document, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    """Yield the matches in clauses and normative text, headings and references left out."""
    for match in doc.matches(pattern):
        region = doc.region_at(match.start())
        if region.element in CLAUSES and region.role in _ROLES:
            yield match


def _symbols(match: regex.Match[str]) -> str:
    unit = SYMBOLS.get(match["unit"]) or COLLOQUIAL[match["unit"]]
    per = match["per"]
    return f"{unit}/{TIMES.get(per) or SYMBOLS[per]}" if per else unit
