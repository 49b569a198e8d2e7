"""Refer to all parts of a document as “（所有部分）”.

“系列标准” does not say which documents are meant, and a range of numbers changes with the next part.

“系列标准”没有说清是哪些文件，编号的起止范围会随新部分的发布而改变。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.citations import Citation, family
from stdlint.views.mentions import base_of
from stdlint.views.wording import BLANK, DASH

malformed_series_reference = Check(
    id="REF120",
    message="引用所有部分时写“{right}”，不写“{wrong}”。",
    message_en="Refer to all parts as “{right}”, not “{wrong}”.",
    bad="""
        # 4 要求

        量和单位应符合⟦GB/T 3102系列标准⟧的规定。
    """,
    good="""
        # 4 要求

        量和单位应符合GB/T 3102（所有部分）的规定。
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦GB/T 3102.1～GB/T 3102.13⟧　量和单位
            """,
            """
            # 2 规范性引用文件

            GB/T 3102（所有部分）　量和单位
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ⟦GB/T 28046.1～28046.5⟧　道路车辆　电气及电子设备的环境条件和试验

            # 4 要求

            环境条件应符合⟦GB/T 28046各部分⟧和⟦GB/T 2423的所有部分⟧的规定，绝缘应符合⟦IEC 60664系列标准⟧的规定。
            """,
            """
            # 2 规范性引用文件

            GB/T 28046（所有部分）　道路车辆　电气及电子设备的环境条件和试验

            # 4 要求

            环境条件应符合GB/T 28046（所有部分）和GB/T 2423（所有部分）的规定，绝缘应符合IEC 60664（所有部分）的规定。
            """,
        ),
        (
            """
            # 2 规范性引用文件

            GB/T 3102（所有部分）　量和单位

            # 4 要求

            量和单位应符合⟦GB/T 3102.1～3102.13⟧的规定。
            """,
            """
            # 2 规范性引用文件

            GB/T 3102（所有部分）　量和单位

            # 4 要求

            量和单位应符合GB/T 3102（所有部分）的规定。
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 2423.1　环境试验　第1部分

        # 4 要求

        应符合GB/T 2423.1～GB/T 2423.4的规定。GB/T 1182系列产品不适用。应符合GB/T 3102（所有部分）的规定。

        应满足GB/T 19000族标准和ISO 9000系列标准的要求，并符合GB/T 3102（ 所有部分 ）和GB/T 3102(所有部分)的规定。
        """,
        """
        GB/T 1234.1—2024

        # 前言

        本文件是GB/T 1234《螺栓》的第1部分。

        # 1 范围

        本文件适用于GB/T 1234的所有部分和GB/T 1234系列标准。
        """,
    ),
    english=(
        (
            """
            # 4 Symbols in diagrams

            Symbols shall conform to ⟦the ISO 14617 series⟧.
            """,
            """
            # 4 Symbols in diagrams

            Symbols shall conform to ISO 14617 (all parts).
            """,
        ),
        (
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ⟦ISO 14617 series⟧, *Graphical symbols for diagrams*
            """,
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 14617 (all parts), *Graphical symbols for diagrams*
            """,
        ),
    ),
    clean_english=(
        """
        # Foreword

        A list of all parts in the ISO 14617 series can be found on the ISO website.

        # 4 Requirements

        Symbols shall conform to ISO 14617 (all parts). Systems shall conform to the ISO 9000 family. The ISO 14617
        series gives symbols.

        NOTE See the ISO 14617 series.
        """,
    ),
)

_KIND = r"(?:国家|行业|团体|推荐性)*(?:标准|文件|规范)(?!化)"
_SERIES = patterns.compile(rf"{BLANK}*(?:的)?系列(?:{_KIND}|(?=的?(?:规定|要求)|[，。；、]))")
_RIGHT = patterns.compile(rf"{BLANK}*[（(]{BLANK}*所有部分{BLANK}*[）)]|[^一-龥]*")
_RANGE = patterns.compile(
    BLANK + r"*(?:～|~|〜|至|到|—|–|-)" + BLANK + r"*(?:[A-Z/]+" + BLANK + r"*)?\d+(?:\.\d+)*(?:" + DASH + r"\d{4})?"
)
_WHOLE = 5
"""From the first part on, more parts than these are taken for all of them."""


@malformed_series_reference.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.lang != "zh":
        yield from _english(doc)
        return
    for citation in doc.citations:
        region = doc.regions[citation.block]
        if region.element in ("cover", "foreword", "introduction", "contents") or citation.span[0] in doc.quoted:
            continue
        if doc.cover.base and citation.key[0] == family(doc.cover.code) and base_of(citation.number) == doc.cover.base:
            continue
        span = _series(doc, citation)
        if span is None and citation.upto:
            span = _range(doc, citation)
        if span:
            right = f"{citation.code} {base_of(citation.number)}（所有部分）"
            yield malformed_series_reference.at(
                span, fix=right, safe=False, right=right, wrong=doc.text[span[0] : span[1]]
            )


_ENGLISH_SERIES = patterns.compile(
    r"\s+(?:series|family)(?:\s+of\s+(?:[Ii]nternational\s+)?[Ss]tandards|\s+(?:documents|standards))?(?=[\s,.;)]|$)|,?\s+(?:all\s+[Pp]arts|[Aa]ll\s+parts)\b"
    r"|\s*\((?:All\s+[Pp]arts|series|all)\)"
)


def _english(doc: Document) -> Iterator[Finding]:
    """Report “the ISO 14617 series” in the lists and in requirements; elsewhere it only tells of the series."""
    for citation in doc.citations:
        start, end = citation.span
        match = _ENGLISH_SERIES.match(doc.text, end, end + 60)
        if match is None or citation.year or start in doc.quoted or "-" in citation.number or _names_family(citation):
            continue
        region = doc.regions[citation.block]
        sentence = doc.provisions.at(start, citation.block)
        required = (
            region.normative and region.role == "text" and sentence and sentence.type in ("requirement", "instruction")
        )
        if region.element not in ("references", "bibliography") and not required:
            continue
        if doc.text[start - 4 : start].casefold() == "the ":
            start -= 4
        right = f"{citation.name} (all parts)"
        wrong = doc.text[start : match.end()]
        yield malformed_series_reference.at((start, match.end()), fix=right, safe=False, right=right, wrong=wrong)


def _series(doc: Document, citation: Citation) -> Span | None:
    """Return the span of “GB/T 3102系列标准” or “GB/T 3102各部分”, or None."""
    if citation.series:
        written = doc.text[citation.series[0] : citation.series[1]]
        return None if _RIGHT.fullmatch(written) else (citation.span[0], citation.series[1])
    match = _SERIES.match(doc.text, citation.span[1], citation.span[1] + 40)
    if match is None or _names_family(citation):
        return None
    return citation.span[0], match.end()


def _names_family(citation: Citation) -> bool:
    """Say whether a round number stands for a family of documents that have numbers of their own, as ISO 9000 does."""
    return citation.code in ("GB/T", "ISO", "ISO/IEC") and citation.number.endswith("000") and citation.number.isdigit()


def _range(doc: Document, citation: Citation) -> Span | None:
    """Return the span of a range that means all parts: in a list, or in the text where the list has all parts."""
    match = _RANGE.match(doc.text, citation.span[1])
    if match is None or base_of(citation.upto) != base_of(citation.number):
        return None
    if doc.regions[citation.block].element not in ("references", "bibliography"):
        first, last = (number.rpartition(".")[2] for number in (citation.number, citation.upto))
        listed = any(
            entry.series and entry.key == (citation.key[0], base_of(citation.number)) for entry in doc.references.named
        )
        if not listed or first != "1" or not last.isdigit() or int(last) <= _WHOLE:
            return None
    return citation.span[0], match.end()
