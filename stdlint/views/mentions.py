"""Tell how the text mentions a document: normatively, informatively, or not as a reference at all.

Source: GB/T 1.1—2020, 9.5.4.2; reference gbt-1.1-2020.md, REF-08.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from stdlint.model import Source, Span
from stdlint.views.citations import Citation
from stdlint.views.cover import Cover
from stdlint.views.modals import RECOMMENDATION, REQUIREMENT
from stdlint.views.provisions import INSTRUCTION, Provisions
from stdlint.views.references import Lists
from stdlint.views.regions import Region
from stdlint.views.wording import BLANK, Spans

_ELSEWHERE = frozenset(
    ("cover", "contents", "foreword", "title", "references", "bibliography", "index", "header", "footer")
)
_OBEYS = regex.compile(r"符合|遵守|遵循|按照|按|依照|依据|根据|执行|采用|使用|满足|达到|参照")
_SEE = regex.compile(
    r"(?:见|参见|详见|参阅|参考)"
    + BLANK
    + r"*(?:《[^《》]*》)?(?:[^，。；（）()]{0,30}(?:、|和|与|及))?"
    + BLANK
    + "*$"
)
_IN_PARENTHESIS = regex.compile(r"[（(][^（）()]*$")
_GIVES = regex.compile(r"[^，。；]{0,12}(?:给出了|提供了|介绍了|描述了|规定了|界定了|的信息)")
_DESIGNATION = regex.compile(BLANK + r"*[-－]" + BLANK + r"*[A-Z]*\d")
_METHOD = regex.compile(r"(?:按照|按|依照|依据|根据|采用|使用|执行)[^，。；]*$")
_LIST_LEAD = frozenset(("item",))


class Mention(NamedTuple):
    """A citation in the text, outside the lists, the foreword and the cover.

    `way`: “normative” (requirement or instruction with 符合, 按 …; a terms lead-in; a recommendation in a guide),
    “informative” (note, example, footnote, source, informative annex, introduction, 见 …), or “neutral” (any other
    sentence). `strict`: normative beyond doubt. `source`: inside “[来源：…]”.
    """

    citation: Citation
    region: Region
    way: str
    strict: bool = False
    source: bool = False
    see: bool = False


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
) -> list[Mention]:
    """Return how each standard number is mentioned; the document's own number and its own series are left out."""
    found = []
    in_source = Spans(sources)
    for citation in citations:
        region = regions[citation.block]
        if region.element in _ELSEWHERE or _own(citation, cover):
            continue
        if citation.span[0] in quoted and citation.span[0] not in in_source:
            continue
        found.append(_mention(source, citation, region, provisions, in_source, lead_ins, kind))
    return found


def _own(citation: Citation, cover: Cover) -> bool:
    if not cover.base or citation.code.partition("/")[0] != cover.code.partition("/")[0]:
        return False
    own, number = cover.sequence, citation.number
    return number == own or ("." in own and number.split(".")[0] == cover.base)


def _mention(
    source: Source,
    citation: Citation,
    region: Region,
    provisions: Provisions,
    in_source: Spans,
    lead_ins: set[int],
    kind: str,
) -> Mention:
    start = citation.span[0]
    if start in in_source:
        return Mention(citation, region, "informative", source=True)
    if citation.block in lead_ins:
        return Mention(citation, region, "normative", strict=True)
    if region.role in ("note", "example", "footnote", "quote") or region.element == "introduction":
        return Mention(citation, region, "informative")
    if region.element == "annex" and not region.normative:
        return Mention(citation, region, "informative")
    if region.element == "footnote":
        return Mention(citation, region, "informative")
    text = source.text
    sentence = provisions.at(start, citation.block)
    opening = sentence.span[0] if sentence else source.blocks[citation.block].span[0]
    before = text[opening:start]
    if _DESIGNATION.match(text, citation.span[1]):
        return Mention(citation, region, "neutral")
    parenthesis = _IN_PARENTHESIS.search(before)
    see = _SEE.search(parenthesis.group() if parenthesis else before) is not None
    if see or (parenthesis is None and regex.fullmatch(BLANK + "*", before) and _GIVES.match(text, citation.span[1])):
        return Mention(citation, region, "informative", see=True)
    types = {REQUIREMENT, INSTRUCTION} | ({RECOMMENDATION} if kind == "guidance" else set())
    if sentence and sentence.type in types:
        leading = [m for m in sentence.modals if m.span[1] <= start and m.type in types and not m.attributive]
        last = leading[-1].span[1] if leading else opening
        governed = _OBEYS.search(text, last, start) is not None
        strict = governed and (bool(leading) or sentence.type == INSTRUCTION) and parenthesis is None
        return Mention(citation, region, "normative", strict=strict)
    if _METHOD.search(before) or region.role == "cell" or _led(source, citation.block, provisions, types):
        return Mention(citation, region, "normative")
    return Mention(citation, region, "neutral")


def _led(source: Source, block: int, provisions: Provisions, types: set[str]) -> bool:
    """Say whether a list item stands under a lead-in that is a requirement or instruction."""
    if source.blocks[block].kind != "item":
        return False
    level = source.blocks[block].level
    at = block - 1
    while at >= 0 and block - at < 120:
        other = source.blocks[at]
        if other.kind == "item" and other.level < level:
            level = other.level
            if any(s.type in types for s in provisions.sentences(at)[-1:]):
                return True
        elif other.kind in ("para", "heading"):
            return any(sentence.type in types for sentence in provisions.sentences(at)[-1:])
        at -= 1
    return False


def listed(key: tuple[str, str], lists: Lists) -> bool:
    """Say whether clause 2 lists a document, itself, with all parts, or as a part of the cited whole."""
    return any(covers(reference.citation, key) for reference in lists.normative if reference.citation)


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


def base_of(number: str) -> str:
    """Return the number of the whole standard: “2423” of “2423.17”, “80000” of “80000-1”."""
    return regex.split(r"[.-]", number)[0]


Lookup = dict[tuple[str, str], list[Mention]]


def by_document(found: list[Mention]) -> Lookup:
    """Group mentions by the document they mention."""
    grouped: Lookup = {}
    for mention in found:
        grouped.setdefault(mention.citation.key, []).append(mention)
    return grouped
