"""Give the source of a term entry as “[来源：文件编号，条目编号]”.

The entry named may be renumbered in the next edition, so the document is dated; a changed definition is marked
“有修改”.

被抄录的条目在新版中可能改号，所以来源要注日期；定义有改动时注明“有修改”。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.citations import Citation
from stdlint.views.terms import SourceLine
from stdlint.views.wording import BLANK

source_format = Check(
    id="TRM140",
    message="来源应写为“[来源：文件编号，条目编号]”，{reason}。",
    message_en="A source reads “[{word}document, entry number]”: {reason_en}.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        ⟦[GB/T 20000.1—2014，定义5.2]⟧

        ### 3.2

        标准　standard

        为各种活动提供的规则。

        ⟦（来源：GB/T 20000.1—2014，5.3）⟧

        ### 3.3

        规程　code of practice

        推荐惯例的文件。

        ⟦[来源：GB/T 20000.1—2014 ，5.5有修改]⟧
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1—2014，5.2]

        ### 3.2

        标准　standard

        为各种活动提供的规则。

        [来源：GB/T 20000.1—2014，5.3]

        ### 3.3

        规程　code of practice

        推荐惯例的文件。

        [来源：GB/T 20000.1—2014，5.5，有修改]
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            量水堰　measuring weir

            利用堰顶水头测定流量的建筑物。

            ⟦[SL 56—2013，6.2.4，有修改]⟧
            """,
            """
            # 3 术语和定义

            ### 3.1

            量水堰　measuring weir

            利用堰顶水头测定流量的建筑物。

            [来源：SL 56—2013，6.2.4，有修改]
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1—2014,5.2，有修改]

        ### 3.2

        标准　standard

        为各种活动提供的规则。

        ［来源：ISO/IEC Guide 2:2004, 3.2］

        ### 3.3

        法　law

        国家制定的规则。

        [来源：《中华人民共和国立法法》，第二条]

        ### 3.4

        产品　product

        过程的结果。

        [来源：GB/T 19000—2016，3.7.6，有修改——注1已删除]
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            ⟦[ISO 9000:2015, definition 3.6.2]⟧
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ISO 9000:2015, 3.6.2]
            """,
        ),
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            ⟦(SOURCE: ISO 9000:2015, 3.6.2)⟧

            ### 3.2

            nut

            fastener with a threaded hole

            ⟦[SOURCE: ISO 9000:2015, 3.6.4 (modified)]⟧

            ### 3.3

            screw

            long fastener

            ⟦[Source: ISO 9000:2015, 3.6.5]⟧
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ISO 9000:2015, 3.6.2]

            ### 3.2

            nut

            fastener with a threaded hole

            [SOURCE: ISO 9000:2015, 3.6.4, modified]

            ### 3.3

            screw

            long fastener

            [SOURCE: ISO 9000:2015, 3.6.5]
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        threaded fastener with a head

        [SOURCE: ISO 9000:2015, 3.6.2, modified — Note 1 to entry has been deleted.]

        ### 3.2

        nut

        fastener with a threaded hole

        [SOURCE: IEC 60050-151:2001, 151-13-37]

        ### 3.3

        screw

        long fastener

        [SOURCE: ISO/IEC Guide 99:2007, 2.1, modified]

        ### 3.4

        pin

        plain rod

        [SOURCE: ISO 7131:2009/Amd 1:2017, 3.1]

        ### 3.5

        rod

        round bar

        [SOURCE: ISO/IEC 2382:2015, 2121372]

        ### 3.6

        wire

        thin bar

        [SOURCE: Oxford Dictionary of English, 2010]

        ### 3.7

        key

        flat bar

        [SOURCE: ISO/IEC TR 13335-1:2004, 2.1 and 2.2]

        ### 3.8

        brake

        part that stops a vehicle

        [SOURCE: ISO 611:2003, 7, modified — “[…]” has been deleted.]
        """,
    ),
)

undated_source = Check(
    id="TRM141",
    message="来源{name}应注日期。",
    message_en="The source {name} shall be dated.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：⟦GB/T 20000.1⟧，5.2]
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1—2014，5.2]
    """,
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ⟦ISO 9000⟧, 3.6.2]
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ISO 9000:2015, 3.6.2]
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        threaded fastener with a head

        [SOURCE: ISO 9000:—, 3.6.2]

        ### 3.2

        nut

        fastener with a threaded hole

        [SOURCE: IETF RFC 7049, 3.2]
        """,
    ),
)

nonstandard_modification_wording = Check(
    id="TRM142",
    message="改动了的定义应注明“有修改”，不写“{word}”。",
    message_en="A changed definition is marked “{right}”, not “{word}”.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1—2014，9.3，⟦改写⟧]
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1—2014，9.3，有修改]
    """,
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ISO 9000:2015, 3.6.2, ⟦adapted⟧]
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ISO 9000:2015, 3.6.2, modified]
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        threaded fastener with a head

        [SOURCE: ISO 9000:2015, 3.6.2, modified — The definition has been adapted to fasteners.]
        """,
    ),
)

source_without_entry_number = Check(
    id="TRM143",
    message="来源{name}应给出条目编号。",
    message_en="The source {name} shall give the entry number.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：⟦GB/T 20000.1—2014⟧]
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1—2014，5.2]
    """,
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ⟦ISO 9000:2015⟧]
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ISO 9000:2015, 3.6.2]
            """,
        ),
    ),
)

_PLACE = (
    r"(?:第\s*)?(?:附录\s*)?[A-Z]?\.?\d+(?:\.\d+)*(?:\s*[a-z]\))?(?:\s*章)?|附录\s*[A-Z]"
    r"|[表图]\s*[A-Z]?\.?\d+"
)
_CHANGED = (
    r"(?:有|已|经|略有?|稍有?|有所|做了?|作了?|略作|部分|适当|编辑性|进行了?)?"
    r"(?:修改|改写|改动|删改|修订|改编|变动|调整|简化)(?:采用|而成|后)?|(?i:modified|adapted)"
)
_TITLE = patterns.compile(BLANK + r"*《[^《》]*》")
_REST = patterns.compile(
    rf"(?P<comma>{BLANK}*(?:[，,]|[、；;：:.。]|中的?){BLANK}*)?{BLANK}*(?P<word>(?:[与和及]?(?:术语|定义|缩略语|条目?|条款|第)){{1,3}}(?={BLANK}*\d))?{BLANK}*"
    rf"(?P<place>(?:{_PLACE})(?:{BLANK}*(?:和|、|及|与|[，,]){BLANK}*(?:{_PLACE}))*)?(?P<suffix>条)?"
    rf"(?P<pause>{BLANK}*[，,；;]{BLANK}*)?(?P<bracket>[（(])?(?P<changed>{_CHANGED})?(?P<more>.*)",
    regex.DOTALL,
)


@source_format.finder
@undated_source.finder
@nonstandard_modification_wording.finder
@source_without_entry_number.finder
def find(doc: Document) -> Iterator[Finding]:
    by_block: dict[int, list[Citation]] = {}
    for citation in doc.citations:
        by_block.setdefault(citation.block, []).append(citation)
    for entry in doc.terms.entries:
        for line in entry.sources:
            inside = [c for c in by_block.get(line.block, []) if line.body[0] <= c.span[0] < line.body[1]]
            if inside:
                yield from (_source if doc.lang == "zh" else _english)(doc, line, inside)


def _source(doc: Document, line: SourceLine, citations: list[Citation]) -> Iterator[Finding]:
    citation = citations[0]
    name = doc.text[citation.span[0] : citation.span[1]]
    if not citation.year:
        yield undated_source.at(citation.span, name=name)
    end = citations[1].span[0] if len(citations) > 1 else line.body[1]
    rest = doc.text[citation.span[1] : end]
    title = _TITLE.match(rest)
    match = _REST.fullmatch(rest[title.end() :] if title else rest)
    if match is None:
        return
    reason = _reason(doc, line, citation, match)
    if reason and len(citations) == 1:
        right = _rewritten(name, match)
        yield source_format.at(line.span, fix=right, safe=False, reason=reason[0], reason_en=reason[1], word="来源：")
        return
    changed = match["changed"]
    if changed and changed != "有修改":
        start = citation.span[1] + (title.end() if title else 0) + match.start("changed")
        yield nonstandard_modification_wording.at(
            (start, start + len(changed)), fix="有修改", word=changed, right="有修改"
        )
    if citation.year and not match["place"] and not match["more"].strip(" ，,；;。"):
        yield source_without_entry_number.at(citation.span, name=name)


_ENGLISH_PLACE = r"(?:(?:Clause|Annex|Table|Figure)\s)?(?:[A-Z]\.)?\d+(?:[.-]\d+)*\b|Annex\s[A-Z]\b"
_ENGLISH_REST = patterns.compile(
    r"(?:/(?:Amd|AMD|Cor|COR)\s?\d+:\d{4})?(?P<comma>\s*[,;:]?\s*)(?P<word>(?:(?i:definitions?|terms?|entry|item|no\.?)|(?:sub)?clauses?|IEV)\s+)?"
    rf"(?P<place>(?:{_ENGLISH_PLACE})(?:(?:,|\sand|\sor)\s(?:{_ENGLISH_PLACE}))*)?(?P<pause>\s*[,;]?\s*)(?P<open>\(?)"
    r"(?P<changed>(?i:modified|adapted|amended|changed|altered|edited|revised|(?:slightly|partly)\s(?:modified|changed|adapted)|with\s(?:modifications?|changes)))?(?P<more>.*)",
    regex.DOTALL,
)
_FROZEN = ("RFC", "3GPP", "FIPS", "NIST")


def _english(doc: Document, line: SourceLine, citations: list[Citation]) -> Iterator[Finding]:
    citation = citations[0]
    start, end = citation.span
    name = doc.text[start:end]
    dated = citation.year or doc.text[end : end + 2] in (":—", ":–") or citation.code.startswith(_FROZEN)
    if not dated:
        yield undated_source.at(citation.span, name=name)
    if len(citations) > 1:
        return
    rest = _ENGLISH_REST.fullmatch(doc.text[end : line.body[1]])
    before = doc.text[line.body[0] : start].strip()
    if rest is None or before:
        return
    reason = _english_reason(line, rest)
    if reason:
        place = f", {rest['place']}" if rest["place"] else ""
        changed = f", modified{rest['more'].rstrip(') ') if rest['open'] else rest['more']}" if rest["changed"] else ""
        lost = rest["more"].strip(" .") and not rest["changed"]
        right = f"[SOURCE: {name}{place}{changed}]"
        yield source_format.at(
            line.span, fix=None if lost else right, safe=False, reason="", reason_en=reason, word="SOURCE: "
        )
        return
    if rest["changed"] and rest["changed"] != "modified":
        at = end + rest.start("changed")
        yield nonstandard_modification_wording.at(
            (at, at + len(rest["changed"])), fix="modified", word=rest["changed"], right="modified"
        )
    if citation.year and not rest["place"] and not rest["more"].strip(" .,;"):
        yield source_without_entry_number.at(citation.span, name=name)


def _english_reason(line: SourceLine, rest: regex.Match[str]) -> str:
    if line.brackets != "[]":
        return "square brackets are used"
    if line.word != "SOURCE":
        return "it begins with “SOURCE:”"
    if not line.colon:
        return "a colon follows “SOURCE”"
    if rest["word"]:
        return "the entry number stands alone"
    if rest["place"] and rest["comma"].strip() != ",":
        return "a comma stands before the entry number"
    if rest["changed"] and rest["place"] and (rest["pause"].strip() != "," or rest["open"]):
        return "a comma stands before “modified”"
    return ""


def _reason(doc: Document, line: SourceLine, citation: Citation, rest: regex.Match[str]) -> tuple[str, str] | None:
    """Return what is wrong with the form of a source, in both languages, or None."""
    if line.brackets not in ("[]", "［］", "[］", "［]"):
        return ("应使用方括号", "square brackets are used")
    if line.word != "来源":
        return ("方括号内以“来源：”开头", "it begins with “来源：”")
    if not line.colon or line.colon == "于":
        return ("“来源”后为冒号", "a colon follows “来源”")
    before = doc.text[line.body[0] : citation.span[0]].strip()
    if before and before[-1] not in "》（(":
        return None
    if rest["word"] not in (None, "第") or rest["suffix"]:
        return ("条目编号前后不加“定义”“条”等字", "the entry number stands alone")
    if rest["place"] and not rest["comma"]:
        return ("文件编号与条目编号之间用逗号", "a comma stands before the entry number")
    if rest["place"] and rest["comma"].strip() not in ("，", ","):
        return ("文件编号与条目编号之间用逗号", "a comma stands before the entry number")
    if rest["comma"] and rest["comma"][0] not in "，,":
        return ("逗号前不应有空格", "no space stands before the comma")
    if rest["place"] and rest["more"].strip() in ("。", "."):
        return ("方括号内末尾没有句号", "no full stop stands at its end")
    if rest["changed"] and rest["place"] and (not rest["pause"] or rest["bracket"]):
        return ("“有修改”前用逗号", "a comma stands before “有修改”")
    return None


def _rewritten(name: str, rest: regex.Match[str]) -> str:
    place = f"，{rest['place']}" if rest["place"] else ""
    if not rest["changed"]:
        return f"[来源：{name}{place}]"
    more = rest["more"].strip()
    return f"[来源：{name}{place}，有修改{more.lstrip('）)') if rest['bracket'] else more}]"
