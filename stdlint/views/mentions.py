"""Tell how the text mentions a document: normatively, informatively, or not as a reference at all.

Source: GB/T 1.1—2020, 9.5.4.2; reference gbt-1.1-2020.md, REF-08.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import Source, Span
from stdlint.views.citations import Citation, family
from stdlint.views.cover import Cover
from stdlint.views.modals import PERMISSION, RECOMMENDATION, REQUIREMENT
from stdlint.views.provisions import INSTRUCTION, STATEMENT, Provisions, Sentence
from stdlint.views.references import Lists
from stdlint.views.regions import Region
from stdlint.views.wording import BLANK, Spans

_ELSEWHERE = frozenset(
    ("cover", "contents", "foreword", "title", "references", "bibliography", "index", "header", "footer")
)
_FIGURES = patterns.compile(r"\d+")
_OBEYS = patterns.compile(
    r"符合|遵守|遵循|遵照|按照|按(?![钮键时])|依照|依据|根据|执行(?!的?标准)|采用(?!的?标准)|使用(?!说明)|满足|达到|参照|不低于"
)
_MANY = rf"(?:[^。；：]{{0,80}}(?:、|，|和|与|及|或|/){BLANK}*)?《?"
_OBEYED = patterns.compile(
    rf"(?:符合|遵守|遵循|遵照|按照|按|依照|依据|根据|执行|满足|采用|使用)(?:现行)?{BLANK}*{_MANY}(?:《[^《》]*》[（(]?)?{BLANK}*$"
)
_BY = patterns.compile(
    rf"(?<![曾未])(?:按照|按|依照|遵照|依据){BLANK}*(?:[^。；：（）()]{{0,80}}(?:、|和|与|及|或){BLANK}*)?(?:《[^《》]*》[（(]?|《)?$"
)
_DONE = patterns.compile(
    r"[^，。；]{0,40}?(?:进行|执行|测定|试验|检验|检测|测量|测试|计算|规定|评定|判定|操作|制备|取[样值用]|[抽采]样|配制|标定|处理|实施"
    r"|选[取用择]|确定|修约|编[写制]|描述|方法|要求|验证|校准|检定|划分|分[类级]|标[注记]|填写|检查|控制|管理|换算|折算|校正|修正)"
    r"|[^\w。；]{0,4}(?:[。；]|$)"
)
_CERTIFIED = patterns.compile(rf"{BLANK}*(?:的)?(?:质量|环境|能源|信息安全|职业健康安全)?(?:管理)?(?:体系)?认[证可]")
_APPLIES_HERE = patterns.compile(r"[^。；]{0,60}?(?:界定|规定|确立|给出)的[^。；]{0,40}?适用于本(?:文件|标准)")
_AND_MORE = rf"(?:[、和与及]{BLANK}*[A-Z][A-Z/]*{BLANK}?[\d.]+(?:[—:]\d{{4}})?)*"
_GIVEN = patterns.compile(
    rf"{_AND_MORE}[^，。；、和与]{{0,24}}?"
    r"(?:(?:规定|确立|界定|描述|给出|要求|定义|列出)(?:的|[^了]{0,8}的)|中的|的(?:规定|要求|[^，。；]{0,6}级))"
)
_MEETING = patterns.compile(rf"(?:符合|满足|达到){BLANK}*{_MANY}$")
_THING = patterns.compile(
    rf"{_AND_MORE}(?:中[^，。；]{{0,16}})?[^，。；的]{{0,8}}的?(?:(?:规定|要求|标准|等级)的|[^，。；、的]{{0,3}}[级类型]的?|的)(?!规定|要求|相关|有关|各项)\p{{Han}}"
)
_ENTRY_COLON = patterns.compile(rf"[：:]{BLANK}*(?:应?符合|按照?|采用|执行|满足)?{BLANK}*{_MANY}$")
_COLON = patterns.compile(rf"[：:]{BLANK}*$")
_COLON_BY = patterns.compile(r"[：:]\s*按照?[^：:]*$")
_THING_BY = patterns.compile(r"\p{Han}按照?[^，。；：]*$")
_COMMA = patterns.compile(r"(?:—\d{4})?[，,]")
_APPLIES = patterns.compile(r"[^。；]{0,60}适用(?!范围)")
_MATERIALS = patterns.compile(
    r"试剂|材料|仪器|设备|装置|用水|样品|试样|状态调节|试验(?:条件|环境)|环境条件|取样|采样|抽样|溶液"
)
_SEE = patterns.compile(
    r"(?<![意可常预])(?:见|参见|详见|参阅|参考)"
    + BLANK
    + r"*(?:《[^《》]*》)?[（(]?(?:[^，。；（）()]{0,30}(?:、|和|与|及|或))?"
    + BLANK
    + "*《?$"
)
_SUCH_AS = patterns.compile(
    rf"(?:例如|诸如|比如|譬如|(?<![假])如)[：:，]?{BLANK}*(?:[A-Z/]+{BLANK}?[\d.]+(?:—\d+)?[、和或]{BLANK}*)*《?$"
)
_IN_PARENTHESIS = patterns.compile(r"(?<!》)[（(][^（）()]*$")
_NAMED_BEFORE = patterns.compile(rf"(?:—\d{{4}})?{BLANK}*[）)]的?(?:规定|要求|方法)")
_GIVES = patterns.compile(r"[^，。；]{0,12}(?:给出了|提供了|介绍了|描述了|规定了|界定了|的信息)")
_DESIGNATION = patterns.compile(rf"{BLANK}*[-－]{BLANK}*(?:[A-Z]+\d|[A-Za-z](?![A-Za-z])|\d+(?:\.\d+)?[×x])")
_PRODUCT = patterns.compile(rf"\p{{Han}}{BLANK}+$")
_SIZE = patterns.compile(r"[-－]\d{1,3}(?![\d.])")
_LABEL_DATA = patterns.compile(
    rf"(?:标准|文件|产品)?(?:编号|标准号|代号)(?:为|是|例?如|[：:（(“])*{BLANK}*$|标记(?:为|示例)?[：:“]?[^，。；：]{{0,20}}$"
)
_METHOD = patterns.compile(r"(?:按照|按|依照|依据|根据|采用|使用|执行|方法[为是])[^，。；]*$")
_METHOD_HEAD = patterns.compile(
    r"方法|要求|规定|依据|指标|试验|检[验测]|测[试定]|条款|条目|(?:检[验测]|试验|测[试定]|执行|采用|引用|评[定价])的?标准"
)
_CELL_START = patterns.compile(
    rf"{BLANK}*(?:应?(?:符合|按照?|执行|满足|依据))?{BLANK}*(?:[^。；，（）()]{{0,60}}[、和及或/]{BLANK}*)?《?"
)
_OWN_SERIES = patterns.compile(rf"本(?:文件|标准)(?:是|为){BLANK}*《?$")
_REPLACED = patterns.compile(
    rf"(?:^|本(?:文件|标准)){BLANK}*(?:部分)?代替[^，。；]{{0,80}}$|本(?:文件|标准)[^，。；]{{0,24}}采用(?:了)?{BLANK}*$|发布为{BLANK}*$"
)
_ENGLISH_SERIES = patterns.compile(r"(?:all\sparts\s(?:in|of)|part\sof|belongs\sto)\s(?:the\s)?$")
_ENGLISH_REPLACED = patterns.compile(
    r"(?:cancels?\sand\s)?replaces?\b[^.;]{0,120}$|^(?:This\sdocument\sis\s)?(?:identical|equivalent)\s(?:to|with)\s$"
)
_ENGLISH_WORDS = patterns.compile(
    r"\b(?:see|accordance|conform|comply|specified|given|described|according|defined)", regex.IGNORECASE
)
_MANY_ENGLISH = r"(?:[^.;()]{0,100}(?:,|\band|\bor|/)\s+)?(?:(?:the|both|either|IEC|EN)\s+)?"
_SEE_ENGLISH = patterns.compile(
    rf"\b(?:[Ss]ee(?:\s+also|\s+for\s+example)?|[Rr]efer(?:\s+also)?\s+to|[Rr]eferred\s+to|[Cc]f\.?|consult)[:,]?\s+(?:(?:Clauses?|Annex|Tables?|Figures?)\s+)?{_MANY_ENGLISH}"
    r"(?:[A-Z]?[\d.]*\d\s+(?:of|in)\s+)?$"
)
_SUCH_AS_ENGLISH = patterns.compile(
    rf"\b(?:such\s+as|for\s+example|for\s+instance|e\.g\.|including|like|based\s+on|derived\s+from|similar\s+to)[:,]?\s+{_MANY_ENGLISH}$"
)
_OBEYS_ENGLISH = patterns.compile(
    r"\b(?:in\s+accordance\s+with|according\s+to|conform(?:s|ing)?\s+(?:to|with)|compl(?:y|ies|ying)\s+with|in\s+(?:compliance|conformity|conformance)\s+with"
    r"|(?:specified|given|described|defined|required|prescribed|stated|set\s+out|listed|laid\s+down|established|provided)\s+(?:in|by)"
    r"|as\s+per|meets?|satisf(?:y|ies)|fulfils?|following|requirements\s+of|by\s+the\s+methods?\s+(?:of|in)|use)\s+"
    r"(?:the\s+)?(?:(?:applicable|relevant|general|corresponding|essential)\s+)?(?:(?:requirements?|provisions?|methods?|procedures?|rules?|principles)\s+(?:(?:specified|given|described|defined)\s+)?(?:of|in)\s+)?"
    rf"(?:(?:Clauses?|Annex|Tables?|Figures?)\s+)?(?:[A-Z]?[\d.]*\d\s+(?:of|in)\s+)?{_MANY_ENGLISH}$"
)
_DOES_ENGLISH = patterns.compile(
    r"\s*(?:(?:[A-Z]|\d)[^,;:.]{0,80},\s+)?(?:Carry\s+out|Perform|Conduct|Test|Check|Verify|Make|Condition|Sample|Store|Express|Examine|Immerse|Mount|Operate|Read|Report|Mark|Dry|Calibrate|Take)\s"
)
_APPLIES_ENGLISH = patterns.compile(r"[^.;]{0,40}\b(?:applies|apply|shall)\b")
_DESIGNATION_ENGLISH = patterns.compile(r"\s?[-–—]\s?(?:[A-Z]+\d|[A-Za-z]\b|\d+\s?[x×])|\s+(?:family|certif)")
_WORDS = patterns.compile(r"见|按|符合|规定|给出|依据|根据|描述|界定|参照|执行")


class Mention(NamedTuple):
    """A citation in the text, outside the lists, the foreword and the cover.

    `way`: “normative” (requirement or instruction with 符合, 按 …; a terms lead-in; a recommendation in a guide),
    “informative” (note, example, footnote, source, informative annex, introduction, 见 …), or “neutral” (any other
    sentence). `strict`: normative beyond doubt. `source`: inside “[来源：…]”. `see`: 见 in the text of a clause.
    `sample`: no reference but the thing itself, as in a designation, in the data of a label or in an example.
    """

    citation: Citation
    region: Region
    way: str
    strict: bool = False
    source: bool = False
    see: bool = False
    sample: bool = False


def mentions(
    source: Source,
    citations: list[Citation],
    regions: list[Region],
    provisions: Provisions,
    quoted: Spans,
    sources: list[Span],
    lead_ins: set[int],
    cover: Cover,
    kind: str,
    lang: str,
) -> list[Mention]:
    """Return how each standard number is mentioned; the document's own number is left out.

    So are the other parts of its series, where they are not plainly cited normatively.
    """
    found = []
    in_source = Spans(sources)
    own = _Own(source, citations, regions, cover)
    reader = _Reader(source, provisions, in_source, lead_ins, kind, lang)
    for citation in citations:
        region = regions[citation.block]
        if region.element in _ELSEWHERE or citation in own:
            continue
        start = citation.span[0]
        around = quoted.around(start)
        if around and source.text[around[0]] != "《" and start not in in_source:
            continue
        mention = reader.mention(citation, region)
        if mention.strict or not own.has_part(citation):
            found.append(mention)
    return found


class _Own:
    """The document itself: its number, the other parts of its series, what it replaces and what it adopts."""

    def __init__(self, source: Source, citations: list[Citation], regions: list[Region], cover: Cover) -> None:
        self._keys: set[tuple[str, str]] = set()
        self._series: set[tuple[str, str]] = set()
        if cover.base:
            code = family(cover.code.replace("／", "/"))
            self._keys.add((code, cover.sequence))
            if cover.sequence != cover.base:
                self._series.add((code, cover.base))
        for citation in citations:
            if regions[citation.block].element not in ("foreword", "cover"):
                continue
            before = source.text[source.blocks[citation.block].span[0] : citation.span[0]]
            if _OWN_SERIES.search(before) or _ENGLISH_SERIES.search(before):
                self._series.add((citation.key[0], base_of(citation.number)))
            elif _REPLACED.search(before) or _ENGLISH_REPLACED.search(before):
                self._keys.add(citation.key)

    def __contains__(self, citation: object) -> bool:
        return isinstance(citation, Citation) and (citation.key in self._keys or citation.key in self._series)

    def has_part(self, citation: Citation) -> bool:
        """Say whether the document cited is a part of the same series."""
        return (citation.key[0], base_of(citation.number)) in self._series


class _Reader:
    """Judge one citation after the other."""

    def __init__(
        self, source: Source, provisions: Provisions, in_source: Spans, lead_ins: set[int], kind: str, lang: str
    ) -> None:
        self._source = source
        self._provisions = provisions
        self._in_source = in_source
        self._lead_ins = lead_ins
        self._english = lang == "en"
        self._types = {REQUIREMENT, INSTRUCTION} | ({RECOMMENDATION} if kind == "guidance" else set())

    def mention(self, citation: Citation, region: Region) -> Mention:
        """Return how a document is mentioned."""
        start, end = citation.span
        text = self._source.text
        if start in self._in_source:
            return Mention(citation, region, "informative", source=True)
        if citation.block in self._lead_ins:
            return Mention(citation, region, "normative", strict=True)
        sentence = self._provisions.at(start, citation.block)
        opening = sentence.span[0] if sentence else self._source.blocks[citation.block].span[0]
        before = text[opening:start]
        if self._english:
            return self._in_english(citation, region, sentence, before)
        sample = bool(
            _DESIGNATION.match(text, end, end + 160)
            or _LABEL_DATA.search(before)
            or (_PRODUCT.search(before) and _SIZE.match(text, end, end + 160))
        )
        if region.role in ("note", "example", "footnote", "quote") or region.element in ("introduction", "footnote"):
            sample = sample or (region.role == "example" and not _WORDS.search(text, *self._bounds(citation)))
            return Mention(citation, region, "informative", sample=sample)
        if region.element == "annex" and not region.normative:
            return Mention(citation, region, "informative", sample=sample)
        if sample:
            return Mention(citation, region, "neutral", sample=True)
        if _SUCH_AS.search(before):
            return Mention(citation, region, "informative", see=True)
        return self._in_text(citation, region, sentence, before)

    def _in_english(self, citation: Citation, region: Region, sentence: Sentence | None, before: str) -> Mention:
        """Return how an English draft mentions a document: only what is required makes it normative (15.5.3)."""
        (start, end), text = citation.span, self._source.text
        sample = _DESIGNATION_ENGLISH.match(text, end, end + 40) is not None
        sample = sample or (citation.code == "RFC" and citation.number in ("2119", "8174"))
        additional = region.role in ("note", "example", "footnote", "quote")
        if additional or region.element in ("introduction", "footnote") or not region.normative:
            words = _ENGLISH_WORDS.search(text, *self._bounds(citation))
            return Mention(citation, region, "informative", sample=sample or (region.role == "example" and not words))
        if sample:
            return Mention(citation, region, "neutral", sample=True)
        if _SEE_ENGLISH.search(before) or _SUCH_AS_ENGLISH.search(before):
            return Mention(citation, region, "informative", see=True)
        kind = sentence.type if sentence else STATEMENT
        if kind == RECOMMENDATION:
            return Mention(citation, region, "informative", see=True)
        told = kind in (REQUIREMENT, INSTRUCTION) or (kind == STATEMENT and _DOES_ENGLISH.match(before) is not None)
        obeys = _OBEYS_ENGLISH.search(before) is not None
        item = self._governing(citation.block)
        if item is not None and item.type == RECOMMENDATION:
            return Mention(citation, region, "informative", see=True)
        strict = told and region.role == "text" and obeys and "(" not in before[before.rfind(")") + 1 :]
        if strict and kind == REQUIREMENT and sentence is not None:
            strict = any(m.type == REQUIREMENT and m.span[1] <= start for m in sentence.modals)
        if item is not None and not strict:
            lead = text[item.span[0] : item.span[1]]
            strict = not before.strip() and _OBEYS_ENGLISH.search(lead.rstrip(" :") + " ") is not None
        normative = (
            strict
            or told
            or obeys
            or kind == PERMISSION
            or region.role == "cell"
            or item is not None
            or _APPLIES_ENGLISH.match(text, end, end + 100) is not None
        )
        return Mention(citation, region, "normative" if normative else "neutral", strict=strict)

    def _bounds(self, citation: Citation) -> Span:
        return self._source.blocks[citation.block].span

    def _in_text(self, citation: Citation, region: Region, sentence: Sentence | None, before: str) -> Mention:
        start, end = citation.span
        text = self._source.text
        if _CERTIFIED.match(text, end, end + 160):
            return Mention(citation, region, "normative")
        parenthesis = _IN_PARENTHESIS.search(before)
        if parenthesis and len(parenthesis.group()) == 1 and _NAMED_BEFORE.match(text, end, end + 40):
            parenthesis = None
        if _SEE.search(parenthesis.group() if parenthesis else before) or (
            parenthesis is None and not before.strip() and _GIVES.match(text, end, end + 160)
        ):
            return Mention(citation, region, "informative", see=True)
        kind = sentence.type if sentence else STATEMENT
        if sentence and self._weak(sentence, start):
            return Mention(citation, region, "normative")
        strict = False
        if region.role == "cell":
            strict = (
                parenthesis is None and RECOMMENDATION not in self._types and self._in_method_column(citation, before)
            )
        item = self._governing(citation.block)
        if parenthesis is None and not strict:
            strict = (
                (sentence is not None and kind in self._types and self._governed(citation, sentence))
                or (kind in (*self._types, STATEMENT) and _by(before, text[end : self._bounds(citation)[1]]))
                or (item is not None and self._obeyed_item(citation, item, before))
                or _APPLIES_HERE.match(text, end, end + 160) is not None
            )
        used = any(_MATERIALS.search(title) for title in _titles(region))
        if not strict and parenthesis is None and used and region.normative:
            strict = kind in (*self._types, STATEMENT) and bool(
                _GIVEN.match(text, end, end + 160) or _COLON.search(before)
            )
        normative = (
            strict
            or kind in self._types
            or region.role == "cell"
            or item is not None
            or used
            or _METHOD.search(before)
            or _ENTRY_COLON.search(before)
            or (_MEETING.search(before) and _THING.match(text, end, end + 80))
            or _APPLIES.match(text, end, end + 160)
        )
        return Mention(citation, region, "normative" if normative else "neutral", strict=strict)

    def _weak(self, sentence: Sentence, offset: int) -> bool:
        """Say whether 可 or 宜 stands nearest before an offset: what it permits or recommends is not required."""
        leading = [modal for modal in sentence.modals if modal.span[1] <= offset and not modal.attributive]
        if not leading or leading[-1].type not in {PERMISSION, RECOMMENDATION} - self._types:
            return False
        return len(leading) == 1 or leading[-2].span[1] != leading[-1].span[0]

    def _governed(self, citation: Citation, sentence: Sentence) -> bool:
        """Say whether the verb of a requirement or instruction makes the document apply."""
        start, end = citation.span
        text = self._source.text
        leading = [m for m in sentence.modals if m.span[1] <= start and m.type in self._types and not m.attributive]
        if not leading and sentence.type != INSTRUCTION:
            return False
        last = leading[-1].span[1] if leading else sentence.span[0]
        return _OBEYS.search(text, last, start) is not None or _GIVEN.match(text, end, end + 160) is not None

    def _governing(self, block: int) -> Sentence | None:
        """Return the requirement or instruction that leads in the list of an item, or None."""
        blocks = self._source.blocks
        if blocks[block].kind != "item":
            return None
        level = blocks[block].level
        for at in range(block - 1, max(block - 120, -1), -1):
            other = blocks[at]
            outer = other.kind == "item" and other.level < level
            if outer or other.kind in ("para", "heading"):
                level = other.level
                lead = self._provisions.sentences(at)[-1:]
                if lead and lead[0].type in self._types:
                    return lead[0]
                if not outer:
                    return None
        return None

    def _obeyed_item(self, citation: Citation, lead: Sentence, before: str) -> bool:
        if _OBEYED.search(before):
            return True
        return not before.strip() and _OBEYS.search(self._source.text, *lead.span) is not None

    def _in_method_column(self, citation: Citation, before: str) -> bool:
        if not _CELL_START.fullmatch(before):
            return False
        index = self._source.blocks[citation.block].table
        cells = self._source.tables[index].cells if index >= 0 else []
        column = next((cell.column for cell in cells if citation.block in cell.blocks), -1)
        heads = (
            cell for cell in cells if cell.row == 0 and cell.column == column and citation.block not in cell.blocks
        )
        return any(_METHOD_HEAD.search(self._text(block)) for head in heads for block in head.blocks)

    def _text(self, block: int) -> str:
        start, end = self._source.blocks[block].span
        return self._source.text[start:end]


def _by(before: str, behind: str) -> bool:
    """Say whether something is to be done 按 the document: “抗压强度按GB/T 17671的规定测定”."""
    return bool(_BY.search(before)) and bool(
        _COLON_BY.search(before) or (_THING_BY.search(before) and _COMMA.match(behind)) or _DONE.match(behind)
    )


def _titles(region: Region) -> list[str]:
    section, found = region.section, []
    while section is not None:
        found.append(section.title)
        if section.parent is None:
            break
        section = section.parent
    return found


def listed(key: tuple[str, str], lists: Lists) -> bool:
    """Say whether clause 2 lists a document, itself, with all parts, or as a part of the cited whole."""
    return any(covers(citation, key) for citation in lists.named)


def covers(entry: Citation, key: tuple[str, str]) -> bool:
    """Say whether a list entry covers a document: the same number, or “（所有部分）” of its series, or a range."""
    family, number = key
    if entry.key == key:
        return True
    if entry.key[0] != family:
        return False
    base = base_of(number)
    if base_of(entry.number) != base:
        return False
    return bool(entry.series or entry.upto) or number == base


def takes_in(citation: Citation, key: tuple[str, str]) -> bool:
    """Say whether “（所有部分）” or the range “GB/T 2423.1～GB/T 2423.9” of a citation takes in a document."""
    if not (citation.series or citation.upto) or citation.key[0] != key[0]:
        return False
    if base_of(citation.number) != base_of(key[1]):
        return False
    return bool(citation.series) or _parts(citation.number) <= _parts(key[1]) <= _parts(citation.upto)


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in _FIGURES.findall(number))


@lru_cache(4096)
def base_of(number: str) -> str:
    """Return the number of the whole standard: “2423” of “2423.17”, “80000” of “80000-1”."""
    return number.partition(".")[0].partition("-")[0]


Lookup = dict[tuple[str, str], list[Mention]]


def by_document(found: list[Mention]) -> Lookup:
    """Group mentions by the document they mention."""
    grouped: Lookup = {}
    for mention in found:
        grouped.setdefault(mention.citation.key, []).append(mention)
    return grouped
