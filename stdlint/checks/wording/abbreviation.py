"""Explain an abbreviation at its first use, and write it in capitals without full stops.

Either a list of abbreviations gives it, or the first use gives the Chinese term with the abbreviation in brackets. An
abbreviation that is explained anywhere in the draft, is part of a designation, or is known to everybody (USB, LED), a
unit, a chemical formula, a Roman numeral or a document code is not reported.

没有缩略语清单时，首次使用应写“中文名称（缩略语）”。文中任何一处已有说明的、型号代号中的、众所周知的（USB、LED）、单位、
化学式、罗马数字和文件代号不报告。缩略语宜用大写字母，字母之间不加点。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.symbols import Clause

unexplained_abbreviation = Check(
    id="WRD060",
    message="缩略语“{word}”首次使用时没有说明，应写“中文名称（{word}）”，或列入缩略语清单。",
    message_en="“{word}” is not explained at its first use; write the Chinese term with “（{word}）”, or list it.",
    bad="""
        # 4 要求

        数据应经⟦API⟧传输，API应公开。
    """,
    good="""
        # 4 要求

        数据应经应用程序接口（API）传输，API应公开。
    """,
    more=(
        (
            """
            # 4 要求

            路由器应支持⟦SNMP⟧、⟦NTP⟧和远程升级，数据应保存为⟦CSV⟧格式，宜采用⟦MQTT⟧协议。
            """,
            """
            # 4 要求

            路由器应支持简单网络管理协议（SNMP）、网络时间协议（NTP）和远程升级，数据应保存为逗号分隔值（CSV）格式，宜采用消息队列遥测传输（MQTT）协议。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        3.1

        应用程序接口　application programming interface；API

        软件组件之间交互的约定。

        # 4 缩略语

        下列缩略语适用于本文件。

        NTP：网络时间协议（Network Time Protocol）

        # 5 要求

        API和NTP应公开，USB接口、LED灯、PVC管、CO浓度、KOH溶液、IP地址和II类应符合GB/T 191的规定，型号为AB-CD和XYZ1。

        SNMP（简单网络管理协议）应公开，SNMP的版本见表1，角ABC和AB段应分开，THE END。Web API不在此列，“FTP”除外。
        """,
    ),
)

dotted_abbreviation = Check(
    id="WRD061",
    message="缩略语“{word}”的字母之间不加点，宜写“{right}”。",
    message_en="The abbreviation “{word}” has no full stops; write “{right}”.",
    bad="""
        # 4 要求

        应进行⟦D.N.A.⟧检测。
    """,
    good="""
        # 4 要求

        应进行DNA检测。
    """,
    more=(
        (
            """
            # 4 要求

            试样的⟦P.V.C⟧含量应符合表1，⟦D.N.A⟧应完整，接口为⟦U.S.B.⟧类型。
            """,
            """
            # 4 要求

            试样的PVC含量应符合表1，DNA应完整，接口为USB类型。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        见附录A.B和图A.1。采用J.R.R. Smith和D.H.劳伦斯的方法，见e.g.和i.e.的说明，应符合A.1.2的规定。

        # 参考文献

        [1] SMITH J.R.K. Standards[M]. New York: U.S.A. Press, 2020.
        """,
    ),
)

_JOINED = r"A-Za-z0-9_/.\-—+&@#$%=<>^\\{}\[\]|~·\ufffc"
_CAPITALS = patterns.compile(rf"(?<![{_JOINED}–])[A-Z]{{3,6}}(?![{_JOINED}]|[ \u00a0][A-Za-z0-9(（《])")
_KNOWN_WORDS = """
    USB LED LCD DVD CPU GPS PDF XML URL RAM ROM DNA RNA PVC ABS PET PPR PTFE GDP CAD CAS USA UTC ISO IEC ITU IEEE
    SAC ICS CCS EDTA GBT GBZ HTTP HTTPS HTML WIFI SIM VIP FAQ APP CEO PPT WORD EXCEL OFF STOP START THE AND NOT FOR
    ALL MAX MIN SUM UPS VPN NFC CNC PCB BIOS GET POST PUT
    PATCH NULL TRUE FALSE INT CHAR DATE TEXT STRING ENUM VOC ATM POS COD BOD TOC CNAS CMA
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN = patterns.compile(r"[IVXLCM]+")
_FORMULA_WORDS = "KOH HCN KCN HNO KNO KIO HOCN KSCN KCNS KCNO HNCO CHN CHON CHNS CHNO CHNOS CHONS NPK PVOH"
_FORMULAS = frozenset(_FORMULA_WORDS.split())
_DESIGNATES = tuple("型级类段点区组轴面边端列栏法字键档")
_BEFORE_WORD = patterns.compile(r"[A-Za-z0-9][ \u00a0]$|[A-Za-z][;；,，][ \u00a0]?$")
_DOTTED = patterns.compile(
    r"(?<![A-Za-z0-9.\-])(?:[A-Z]\.){2,6}[A-Z](?:\.(?![A-Za-z0-9]| ?[A-Z][a-z])|(?![A-Za-z0-9.]))"
)


@unexplained_abbreviation.finder
def find_unexplained(doc: Document) -> Iterator[Finding]:
    text, regions = doc.text, doc.regions
    if any(_is_lost(clause) for clause in doc.symbols.clauses):
        return
    seen = set(_KNOWN)
    for match in _CAPITALS.finditer(text):
        word, start, end = match.group(), *match.span()
        if word in seen or text[end : end + 1] in _DESIGNATES:
            continue
        index = doc.block_at(start)
        region = regions[index]
        if region.role != "text" or not region.normative or region.element not in ("scope", "clause", "annex"):
            continue
        seen.add(word)
        if word in _ALPHABET or _ROMAN.fullmatch(word) or word in _FORMULAS or start in doc.quoted:
            continue
        if _BEFORE_WORD.search(text, max(0, start - 3), start) or _is_explained(doc, word):
            continue
        yield unexplained_abbreviation.at((start, end), word=word)


def _is_lost(clause: Clause) -> bool:
    """Say whether a list is announced and missing, which SYM023 tells."""
    return clause.lead != (0, 0) and not (clause.entries or clause.others or clause.tabular or clause.section.children)


def _is_explained(doc: Document, word: str) -> bool:
    """Say whether the draft explains an abbreviation anywhere: in brackets, behind it, in a list or a term entry."""
    text = doc.text
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        alone = not (text[at - 1 : at].isalnum() and text[at - 1].isascii()) and not text[end : end + 1].isdigit()
        if alone and (_in_brackets(text, at, end) or text[end : end + 1] in "（(：:—"):
            return True
        element = doc.region_at(at).element
        if alone and element in ("symbols", "terms"):
            return True
        at = text.find(word, end)
    return False


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Say whether brackets behind other words hold the abbreviation."""
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, start - 80) : start]
    opening = max(before.rfind("（"), before.rfind("("))
    return opening > 0 and not any(mark in before[opening:] for mark in "）)。")


@dotted_abbreviation.finder
def find_dotted(doc: Document) -> Iterator[Finding]:
    text = doc.text
    for match in doc.matches(_DOTTED):
        start, end = match.span()
        region = doc.region_at(start)
        if region.element in ("references", "bibliography", "cover", "foreword") or text[start - 1 : start] in tuple(
            "图表录式章条"
        ):
            continue
        word = match.group()
        yield dotted_abbreviation.at((start, end), fix=word.replace(".", ""), word=word, right=word.replace(".", ""))
