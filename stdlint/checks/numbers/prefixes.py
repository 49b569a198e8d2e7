"""Write the code of a document as it is given out, and set it off from the number.

“GB/T 1.1—2020”, “DB11/T 12—2020”, “T/CAS 290—2017”, “Q/ABC 001—2024”: half-width letters, the solidus where the code
has one, and a gap before the sequence number. Only then can a reader, and a machine, find the document. One number
gives one finding here, the first that fits of: width, local, group or enterprise form, solidus, gap. The dash and the
year are told by NUM200 to NUM208, the document's own number on the cover by COV080. International numbers keep their
own form.

文件编号的代号用半角字母，按发布的形式写，与顺序号之间留间隙，如“GB/T 1.1—2020”“DB11/T 12—2020”“T/CAS 290—2017”
“Q/ABC 001—2024”；写法不一，读者和检索系统都难以找到该文件。封面上文件自身的编号和国际文件的编号不在此列。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.citations import Citation
from stdlint.views.codes import OTHERS, SECTORS, is_region
from stdlint.views.wording import BLANK, DASH, UNSAID

missing_space_in_document_number = Check(
    id="NUM201",
    message="代号与顺序号之间应有间隙，“{quote}”应写为“{right}”。",
    message_en="Separate code and number by a space: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        应符合⟦GB/T1.1—2020⟧的规定。
    """,
    good="""
        # 4 要求

        应符合GB/T 1.1—2020的规定。
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦GB/T191⟧　包装储运图示标志

            ⟦YD/T1234—2020⟧　通信设备

            # 4 要求

            应按⟦GB/T16733⟧和⟦GB/T24620⟧的规定执行，并符合⟦GB50016—2014⟧和⟦HJ/T91—2002⟧的要求。

            注：见⟦GB/T20000.1—2014⟧，5.2。
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            YD/T 1234—2020　通信设备

            # 4 要求

            应按GB/T 16733和GB/T 24620的规定执行，并符合GB 50016—2014和HJ/T 91—2002的要求。

            注：见GB/T 20000.1—2014，5.2。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合GB/T 1.1—2020、GB/T 5169.11、5169.12和JJG（京）39—2018的规定。应符合ISO9001:2015和IEC60068的规定。
        型号为DZ47-63、CJ20-63和JR36-20，HJ1234型泵，
        系统应支持GB2312、GB18030编码，材料为GH4169，内存为16GB。“GB/T1.1—2020”是错误的写法，见《GB/T1.1应用指南》。
        """,
        """
        中华人民共和国国家标准

        GB/T1234—2020

        螺栓　技术规范

        # 前言

        文。
        """,
    ),
)

missing_slash_in_document_number = Check(
    id="NUM202",
    message="推荐性文件的代号写为“{right}”，不写为“{said}”。",
    message_en="The code of a voluntary document is “{right}”, not “{said}”.",
    bad="""
        # 4 要求

        应符合⟦GBT 1.1—2020⟧的规定。
    """,
    good="""
        # 4 要求

        应符合GB/T 1.1—2020的规定。
    """,
    more=(
        (
            """
            # 4 要求

            应符合⟦GBT191⟧、⟦GB-T 192⟧、⟦GB\\T 193—2003⟧、⟦GB T 194⟧、⟦GB/ T 195⟧、⟦Gb/t 196⟧、⟦YDT 1234—2020⟧和
            ⟦HJT91-2002⟧的规定。
            """,
            """
            # 4 要求

            应符合GB/T 191、GB/T 192、GB/T 193—2003、GB/T 194、GB/T 195、GB/T 196、YD/T 1234—2020和
            HJ/T 91-2002的规定。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合GB/T 1.1—2020、GBZ 2.1—2019、GBZ/T 160.1、GBJ 50—83和YD/T 1234的规定。型号为YDT 1234，JST 12。
        文件为GB-T 1.1.docx，“GBT 1.1”是错误的写法。
        """,
    ),
)

full_width_document_number = Check(
    id="NUM205",
    message="文件编号用半角字符，“{quote}”应写为“{right}”。",
    message_en="Write a document number in half-width characters: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        应符合⟦ＧＢ／Ｔ 191⟧的规定。
    """,
    good="""
        # 4 要求

        应符合GB/T 191的规定。
    """,
    more=(
        (
            """
            # 4 要求

            应符合⟦GB／T 191—2008⟧、⟦GB/T １９２⟧、⟦ＧＢ１９３—2008⟧、⟦T／CAS 290—2017⟧、⟦GB/T 2423．17⟧和
            ⟦DB１１/T 12—2020⟧的规定。
            """,
            """
            # 4 要求

            应符合GB/T 191—2008、GB/T 192、GB 193—2008、T/CAS 290—2017、GB/T 2423.17和
            DB11/T 12—2020的规定。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合GB/T 191的规定，数量为１０，项目见Ａ类。“ＧＢ／Ｔ 191”是错误的写法。中心／站。
        """,
    ),
)

unknown_document_prefix = Check(
    id="NUM206",
    message="文件编号“{quote}”{problem}。",
    message_en="The document number “{quote}” {problem_en}.",
    bad="""
        # 4 要求

        视频编码应符合⟦H.264⟧的规定。
    """,
    good="""
        # 4 要求

        视频编码应符合ITU-T H.264的规定。
    """,
    more=(
        (
            """
            # 4 要求

            应符合⟦ZZ/T 1234—2020⟧、⟦DB99/T 12—2020⟧和⟦DB1188/T 13⟧的规定，证书应遵循⟦X.509⟧标准，
            网络应采用⟦802.11⟧协议。编码的信息见⟦H.264⟧。
            """,
            """
            # 4 要求

            应符合YD/T 1234—2020、DB11/T 12—2020和DB3301/T 13的规定，证书应遵循ITU-T X.509标准，
            网络应采用IEEE 802.11协议。编码的信息见ITU-T H.264。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合YD/T 1234—2020、XX/T 1234—2020、DB11/T 12—2020、DBS11/ 001—2020、SZDB/Z 123—2015、NJ/T 12—1984的规定。
        系统应支持H.264编码和X.509证书。应符合ITU-T H.264、H.265和IEEE 802.11的规定。应符合A.12、H.26、H.264.1的规定。
        应符合RFC 802.11的规定。表H.264和图X.509。速率为802.11 Mbit/s。
        """,
    ),
)

malformed_local_number = Check(
    id="NUM210",
    message="地方标准编号“{quote}”应写为“{right}”。",
    message_en="The number of a local standard is “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        应符合⟦DB 11/T 12—2020⟧的规定。
    """,
    good="""
        # 4 要求

        应符合DB11/T 12—2020的规定。
    """,
    more=(
        (
            """
            # 4 要求

            应符合⟦DB11/T12—2020⟧、⟦DB11T 13—2020⟧、⟦DB3301 / T 14—2020⟧、⟦DB11-T 15-2020⟧、
            ⟦DB（11）/T 16⟧和⟦DB11/t 17⟧的规定。
            """,
            """
            # 4 要求

            应符合DB11/T 12—2020、DB11/T 13—2020、DB3301/T 14—2020、DB11/T 15-2020、
            DB11/T 16和DB11/T 17的规定。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合DB11/T 12—2020、DB11 123—2020、DB3301/T 0123—2020、DB11/ 501—2017、DB11/501—2007、DBS11/ 001—2020、
        DB/T 12—2020的规定。噪声应不大于80 dB，型号为DB 25。
        """,
    ),
)

malformed_group_number = Check(
    id="NUM211",
    message="团体标准编号“{quote}”应写为“T/团体代号 顺序号—年份号”，如“{right}”。",
    message_en="A group standard is numbered T/CODE number—year, “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        应符合⟦T/CAS290—2017⟧的规定。
    """,
    good="""
        # 4 要求

        应符合T/CAS 290—2017的规定。
    """,
    more=(
        (
            """
            # 4 要求

            应符合⟦T/ CAS 291—2017⟧、⟦TCAS 292—2017⟧、⟦T-CAS 293-2017⟧、⟦T/Cas 294—2017⟧和
            ⟦T/CECA-G0001—2020⟧的规定，按⟦T/CAS295⟧检验。
            """,
            """
            # 4 要求

            应符合T/CAS 291—2017、T/CAS 292—2017、T/CAS 293-2017、T/CAS 294—2017和
            T/CECA-G 0001—2020的规定，按T/CAS 295检验。
            """,
        ),
        (
            "# 4 要求\n\n应符合⟦T/浙江品牌 12—2020⟧的规定。",
            "# 4 要求\n\n应符合T/ZJPP 12—2020的规定。",
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合T/CAS 290—2017、T/CECA-G 0001—2020、TB/T 1234—2020、TSG 21—2016、TCVN 1234—2018、T/XXX XXX—2024的规定。
        温度传感器型号为T/RH20、TAS 5805，曲线为P/T/CAS20。“T/CAS290—2017”是错误的写法。
        """,
        """
        团体标准

        T/CAS290—2017

        公园服务规范

        # 前言

        文。
        """,
    ),
)

malformed_enterprise_number = Check(
    id="NUM212",
    message="企业标准编号“{quote}”应写为“Q/企业代号 顺序号—年份号”，如“{right}”。",
    message_en="An enterprise standard is numbered Q/CODE number—year, “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        应符合⟦QABC 001—2024⟧的规定。
    """,
    good="""
        # 4 要求

        应符合Q/ABC 001—2024的规定。
    """,
    more=(
        (
            """
            # 4 要求

            应符合⟦Q/ABC002—2024⟧、⟦Q / GDW 1234—2015⟧、⟦Q-CSG 1203-2017⟧和⟦Q\\SY 1419—2011⟧的规定，按⟦Q/ABC003⟧检验。
            """,
            """
            # 4 要求

            应符合Q/ABC 002—2024、Q/GDW 1234—2015、Q/CSG 1203-2017和Q/SY 1419—2011的规定，按Q/ABC 003检验。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合Q/ABC 001—2024、Q/ABC J01.02—2020、QB/T 1234—2020、QC/T 12和QX/T 13—2007的规定。
        型号为QABC 001、Q/UV60，“QABC 001—2024”是错误的写法。
        """,
    ),
)

_TYPES = tuple(re.compile(f"{letter}{BLANK}*[0-9]") for letter in "TtZ")
_RIGHT = frozenset(f"{head}/" for head in SECTORS | OTHERS | {"GB", "XX"})
_HOLDERS = tuple(re.compile(f"{letter}(?![0-9])(?<![A-Za-z0-9/].)") for letter in "TQ")
_REGION = re.compile("DB")
_LETTERED = tuple(map(re.compile, (r"\.[0-9]{3}", r"802\.")))
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/.\\_-")
_WIDEST = 16
_YEAR = rf"{BLANK}*{DASH}{{1,2}}{BLANK}*(?:19|20)[0-9]{{2}}(?![0-9])"
_REST = rf"(?P<gap>{BLANK}*)(?P<rest>[0-9]{{1,6}}+(?:\.[0-9]{{1,3}})*+(?![0-9A-Za-z]|\.[A-Za-z])(?P<year>{_YEAR})?)"
_BEGINS = r"(?<![A-Za-z0-9/\\._\-])"
_SLASH = rf"{BLANK}*[/\\∕⁄|_\-]+{BLANK}*"
_NATIONAL = patterns.compile(
    rf"{_BEGINS}(?:(?P<head>GBZ?|Gb|gb)(?P<join>{_SLASH}|{BLANK}?)(?P<type>[Tt]|(?<=[/\\∕⁄|_-]{BLANK}*)Z)"
    rf"|(?P<head>[A-Z]{{2,3}})(?P<join>{_SLASH}|)(?P<type>T)){_REST}"
)
_LOCAL = patterns.compile(
    rf"{_BEGINS}DB(?P<food>S?)(?P<open>{BLANK}*[（(]?)(?P<region>[0-9]{{2,6}})(?P<close>[）)]?)"
    rf"(?P<join>{_SLASH}|{BLANK}*)(?P<type>[TtZ]){_REST}"
)
_OWN = patterns.compile(
    rf"{_BEGINS}(?P<kind>[TQ])(?P<join>{_SLASH}|)(?P<holder>[A-Z]{{2,}}(?:-[A-Z]+)?|(?<=[/])(?:[A-Za-z]{{2,10}}|\p{{Han}}{{2,8}})(?=[^\n]{{1,12}}[0-9]{{4}}))"
    rf"{_REST}"
)
_FOREIGN = frozenset(("TSG", "TCVN", "TAPPI", "TIA", "TIS", "TGL", "TBT", "TS", "TR", "TC", "TPCAST", "TRCS", "TISI"))
_LONG = frozenset(("CJJ", "JGJ", "JTG", "JTS", "CAC"))
_RECOMMENDATION = patterns.compile(
    rf"(?<![A-Za-z0-9.\-表图式])(?<!(?:[A-Za-z.]){BLANK})(?:[D-KMPQTVXY]\.[0-9]{{3,4}}(?:\.[0-9])?|802\.[0-9]{{1,2}}[a-z]{{0,2}})(?![0-9A-Za-z.])"
)
_CITED_BEFORE = patterns.compile(rf"(?:符合|(?<!可)见|按照?|依照|依据|根据|遵循|遵守|执行|满足|参照){BLANK}*$")
_CITED_BEHIND = patterns.compile(rf"{BLANK}*(?:标准|协议|建议书?|规范|的(?:有关|相关)?(?:规定|要求|标准|协议))")
_BODIES = patterns.compile("ITU|IEEE|RFC|IETF")
_CHARSETS = frozenset(("2312", "18030", "13000"))
_TOLD_BEFORE = patterns.compile(rf"(?:符合|按照?|依照|依据|根据|执行|遵守|遵循|满足|见|参照|采用|代替|来源：){BLANK}*$")
_GOES_ON = patterns.compile(rf"[0-9]{BLANK}*(?:和|与|及|或|、){BLANK}*$")


@missing_space_in_document_number.finder
@missing_slash_in_document_number.finder
@full_width_document_number.finder
@unknown_document_prefix.finder
@malformed_local_number.finder
@malformed_group_number.finder
@malformed_enterprise_number.finder
def find(doc: Document) -> Iterator[Finding]:
    own = doc.cover.number_span
    ends = -1
    for finding in sorted(_all(doc), key=lambda one: one.span):
        start, end = finding.span
        if start >= ends and not (own and start < own[1] and own[0] < end):
            ends = end
            yield finding


def _all(doc: Document) -> Iterator[Finding]:
    """Yield the findings; of those that touch the same words the first is the one that counts."""
    wide = [one for one in doc.full_width if one.number and one.span[0] not in doc.quoted]
    for one in wide:
        yield full_width_document_number.at(one.span, fix=one.right, right=one.right)
    taken = {one.span[0] for one in wide}
    for match, read in _candidates(doc):
        start = match.start()
        if start in taken or start in doc.quoted or start in doc.quantities.links:
            continue
        if doc.blocks[doc.block_at(start)].kind not in UNSAID and (finding := read(doc, match)):
            taken.add(start)
            yield finding
    for citation in doc.citations:
        if citation.gap and citation.code[:2] != "DB":
            continue
        if citation.span[0] not in taken and citation.span[0] not in doc.quoted:
            yield from _cited(doc, citation)
    yield from _cut_off(doc)


def _candidates(doc: Document) -> Iterator[tuple[regex.Match[str], Callable[..., Finding | None]]]:
    """Yield what may be the number of a local standard, of one with a holder, or of a voluntary one.

    A draft holds hundreds of right numbers, so that the text is only searched for letters that stand in wrong ones.
    """
    text = doc.text
    for found in _REGION.finditer(text):
        if match := _LOCAL.match(text, found.start()):
            yield match, _local
    for pattern in _HOLDERS:
        for found in pattern.finditer(text):
            if match := _OWN.match(text, found.start()):
                yield match, _by_holder
    for pattern in _TYPES:
        for found in pattern.finditer(text):
            at = found.start()
            gap = found.end() - at > 2
            if gap and text[at - 3 : at] in _RIGHT and text[at] != "t" and text[at - 4] not in _LETTERS:
                continue
            for match in _NATIONAL.finditer(text, max(at - _WIDEST, 0), at + 2 * _WIDEST):
                if match.start("type") == at:
                    yield match, _national


def _local(doc: Document, match: regex.Match[str]) -> Finding | None:
    code = f"DB{match['food']}{match['region']}/{match['type'].upper()}"
    if not (match["gap"] and match.group().startswith(code)):
        right = f"{code} {match['rest']}"
        return malformed_local_number.at(match.span(), fix=right, right=right)
    return None if is_region(match["region"]) else _unknown_region(match.span(), match["region"])


def _unknown_region(span: Span, region: str) -> Finding:
    return unknown_document_prefix.at(
        span,
        problem=f"中的“DB{region}”不是行政区划代码",
        problem_en=f"has “DB{region}”, which is not the code of a region",
    )


def _by_holder(doc: Document, match: regex.Match[str]) -> Finding | None:
    kind, holder, join = match["kind"], match["holder"], match["join"]
    if kind + holder in _FOREIGN or ((kind + holder)[:2] in SECTORS and join != "/" and holder[1:] == "T"):
        return None
    if not join and (kind + holder)[:3] in ("TSG", "TBT"):
        return None
    dated = match["year"] is not None
    if join == "/" and holder.isupper():
        if match["gap"] or not (dated or _is_cited(doc, match)):
            return None
    elif not dated or (not join and not match["gap"]):
        return None
    check = malformed_group_number if kind == "T" else malformed_enterprise_number
    right = f"{kind}/{holder.upper()} {match['rest']}"
    if not holder.isascii():
        return check.at(match.span(), right=f"{kind}/ABC {match['rest']}")
    return check.at(match.span(), fix=right, right=right)


def _national(doc: Document, match: regex.Match[str]) -> Finding | None:
    head, join, type_ = match["head"].upper(), match["join"], match["type"].upper()
    said = doc.text[match.start() : match.end("type")]
    right = f"{head}/{type_}"
    known = head.startswith("GB") or head in SECTORS or head in _LONG
    if said == right:
        if known or head in OTHERS or len(head) > 2 or head == "XX" or not match["year"]:
            return None
        return unknown_document_prefix.at(
            match.span(),
            problem=f"的代号“{right}”不是已知的文件代号",
            problem_en=f"has the code “{right}”, which is not known",
        )
    if not known or (not head.startswith("GB") and not match["year"]):
        return None
    if "GB" in head and join.strip() == "" and join and not (match["year"] or _is_cited(doc, match)):
        return None
    return missing_slash_in_document_number.at(match.span(), fix=f"{right} {match['rest']}", right=right, said=said)


def _is_cited(doc: Document, match: regex.Match[str]) -> bool:
    opening = doc.blocks[doc.block_at(match.start())].span[0]
    if match.start() == opening and doc.region_at(opening).element in ("references", "bibliography"):
        return True
    long = len(match["rest"]) > 2
    return _TOLD_BEFORE.search(doc.text, opening, match.start()) is not None or (
        long and _GOES_ON.search(doc.text, opening, match.start()) is not None
    )


def _cited(doc: Document, citation: Citation) -> Iterator[Finding]:
    """Report a missing gap, and the region of a local standard that does not exist."""
    start, end = citation.span
    code = citation.code
    if not citation.national or not doc.text[start].isalpha() or doc.text[end : end + 1] == "/":
        return
    if code.startswith("DB") and code[2:3].isdigit():
        region = code[2:].split("/")[0]
        if not is_region(region):
            yield _unknown_region(citation.span, region)
        return
    if citation.gap or code.startswith(("DB", "T/", "Q/")) or code.endswith(("）", ")")) or _is_charset(citation):
        return
    at = doc.text.index(citation.number[:1], start + len(code) - 1, end)
    right = f"{doc.text[start:at]} {doc.text[at:end]}"
    yield missing_space_in_document_number.at(citation.span, fix=right, right=right)


def _is_charset(citation: Citation) -> bool:
    """Say whether the number names a set of characters: GB2312."""
    return citation.code == "GB" and citation.number in _CHARSETS and not citation.dated


def _cut_off(doc: Document) -> Iterator[Finding]:
    """Report recommendations of ITU-T and standards of IEEE that are cited without their body."""
    text = doc.text
    near = [found.start() for pattern in _LETTERED for found in pattern.finditer(text)]
    for match in filter(None, (_RECOMMENDATION.search(text, max(at - 1, 0), at + 12) for at in near)):
        start, end = match.span()
        if start in doc.quoted or doc.blocks[doc.block_at(start)].kind in UNSAID:
            continue
        opening = doc.blocks[doc.block_at(start)].span[0]
        before = doc.text[max(opening, start - 40) : start]
        if _BODIES.search(before) or start in doc.quantities.links:
            continue
        listed = start == opening and doc.region_at(start).element in ("references", "bibliography")
        if listed or _CITED_BEFORE.search(before) or _CITED_BEHIND.match(doc.text, end):
            right = f"{'IEEE' if match.group().startswith('802') else 'ITU-T'} {match.group()}"
            yield unknown_document_prefix.at(
                match.span(),
                problem=f"缺少机构名称，应写为“{right}”",
                problem_en=f"lacks the name of its body; write “{right}”",
            )
