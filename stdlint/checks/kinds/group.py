"""Do not claim in a group standard that it binds everybody.

A group standard is for the members of the group and for those who adopt it of their own accord. Only laws and mandatory
standards bind all; a group standard that says so oversteps what it is.

团体标准由本团体成员约定采用，或供社会自愿采用；对所有单位和个人有约束力的是法律和强制性标准，团体标准不能这样要求。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span


def _group(text: str, level: str = "团体标准", number: str = "T/ABC 001—2024") -> str:
    return f"""
        {level}

        {number}

        物业服务规范

        # 前言

        # 1 范围

        # 4 要求

        {text}
    """


binding_on_non_members = Check(
    id="KND290",
    message="团体标准供成员约定采用、社会自愿采用，不宜写“{quote}”。",
    message_en="A group standard is adopted by members and volunteers; it does not claim to bind others (“{quote}”).",
    bad=_group("⟦任何单位和个人必须执行本文件⟧。"),
    good=_group("本协会的会员单位按约定采用本文件。"),
    more=(
        (
            _group(
                "⟦所有物业企业均应执行本文件⟧。⟦非会员单位也应遵守本标准⟧。⟦本文件强制执行⟧，⟦本文件对全行业具有约束力⟧。"
            ),
            _group("会员单位应执行本文件。本文件由各方自愿采用。"),
        ),
        (
            _group("本文件适用于所有成员，⟦所有家政企业应按照本文件⟧服务。⟦本文件是行业强制性标准⟧。"),
            _group("本文件适用于所有成员。"),
        ),
        (
            _group(
                "⟦凡从事物业服务的单位，必须执行本文件⟧。⟦未加入本协会的企业也应执行本文件⟧，⟦本文件由各企业强制执行⟧。"
            ),
            _group("会员单位应执行本文件。"),
        ),
        (
            _group("⟦全市家政服务机构必须严格执行本标准⟧。"),
            _group("本市的会员单位执行本标准。"),
        ),
        (
            _group("⟦各有关单位必须严格执行本文件⟧，⟦违反本文件的，由主管部门处罚⟧。"),
            _group("会员单位宜执行本文件。"),
        ),
    ),
    clean=(
        _group("会员单位均应执行本文件，本协会的所有会员必须遵守本文件。采用本文件的任何组织应公开声明。"),
        _group("未经许可，任何单位和个人不得复制、转载本文件。本文件对非会员不具有约束力，不强制执行。"),
        _group("任何一方应遵守本文件规定的保密义务。所有服务人员应按本文件着装，所有设备应符合本文件的规定。"),
        _group("所有机构应按照本文件5.2的方法培训人员，各机构应按照本文件的方法记录。"),
        _group("依据《中华人民共和国消防法》的规定，任何单位和个人不得占用消防通道。所有人员应佩戴标志。"),
        _group("任何单位和个人必须执行本文件。", "地方标准", "DB32/T 1001—2024"),
    ),
)

_ITSELF = "本(?:文件|标准|规范|规程|部分)"
_BODIES = "(?:单位|组织|企业|机构|公司|个人|经营者|从业者|生产者|提供者|制造商|部门|厂商|商户|会员|成员)"
_OUTSIDE = (
    "(?:任何|一切|所有|各(?:有关|相关|级)|全体|凡|全(?:国|省|市|行业|社会)|本(?:行业|省|市|地区)|行业内|社会各界)"
    rf"[^，。；：\n\u2028]{{0,16}}?{_BODIES}|未(?:加入|参加)[^，。；：\n\u2028]{{0,12}}的{_BODIES}"
)
_OBLIGED = r"(?:均|都|也|皆)?(?:必须|应当|应该|应|须)(?:均|都|严格|认真|全面|遵照|共同)*"
_EVERYBODY = patterns.compile(
    r"任何(?:单位|组织|企业|机构)(?:和|及|或|、|与)(?:任何)?个人(?:均|都)?(?:必须|应当|应|须)"
)
_NAMES = patterns.compile(_ITSELF)
_DEMANDED = patterns.compile(
    rf"(?:{_OUTSIDE}|非(?:会员|成员)(?:单位|企业)?)，?{_OBLIGED}(?:执行|遵守|遵照|贯彻|实施|符合|采用|遵循|按照?)$"
)
_FORCES = patterns.compile(
    r"(?:(?:为|是|属于|由)[^，。；：不非\n\u2028]{0,6}?)?(?:必须)?强制(?:性标准|执行|实施|性执行)"
    r"|对[^，。；：\n\u2028]{0,20}?(?<!不|不具|没|并无)(?:具有|有)(?:强制性?|普遍|法律)?的?约束力"
)
_PUNISHED = patterns.compile(r"[^。；：\n\u2028]{0,30}?(?:处罚|罚款|追究[^，。；]{0,6}责任)")
_LAST = frozenset("行守照彻施合用循按")
"""The last characters of what stands in front of the document in `_DEMANDED`."""
_MEMBERS = patterns.compile(r"(?<!非)(?:会员|成员)|采用本|声明|声称|签约|(?<!未)加入|自愿")
_ASIDE = patterns.compile(
    r"[^，。；]{0,20}?(?:复制|转载|翻印|传播|出版|销售|印刷|摘编|翻译|抄袭|盗用)"
    r"|[ \u3000]*(?:中的?)?[ \u3000]*(?:\d|第|[表图附])"
)
_LAW = patterns.compile(r"《[^》\n]*(?:法|条例|规定|办法)》|法律|法规")


@binding_on_non_members.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.level != "group":
        return
    spans = dict(match.span() for match in doc.matches(_EVERYBODY))
    spans.update(span for match in doc.matches(_NAMES) if (span := _binds(doc.text, match.span())))
    for start, end in sorted(spans.items()):
        first, last = doc.sentence(start)
        clause = max(doc.text.rfind("，", first, start) + 1, first)
        if _MEMBERS.search(doc.text, clause, end) and not doc.text.startswith(("非", "违反"), start):
            continue
        if not _ASIDE.match(doc.text, end) and not _LAW.search(doc.text, first, last):
            yield binding_on_non_members.at((start, end))


def _binds(text: str, name: Span) -> Span | None:
    """Return the words that make everybody follow the document where it is named, or None."""
    start, end = name
    if forces := _FORCES.match(text, end):
        return start, forces.end()
    if text.endswith("违反", 0, start) and (punished := _PUNISHED.match(text, end)):
        return start - 2, punished.end()
    begins = max(text.rfind(stop, 0, start) for stop in "。；：\n\u2028") + 1
    if text[start - 1 : start] in _LAST and (demanded := _DEMANDED.search(text, begins, start)):
        return demanded.start(), end
    return None
