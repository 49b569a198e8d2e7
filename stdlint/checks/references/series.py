"""Refer to all parts of a document as “（所有部分）”.

“系列标准” does not say which documents are meant, and a range of numbers changes with the next part.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.citations import Citation
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
    ),
    clean=(
        """
        # 4 要求

        应符合GB/T 2423.1～GB/T 2423.4的规定。GB/T 1182系列产品不适用。应符合GB/T 3102（所有部分）的规定。
        """,
    ),
)

_SERIES = regex.compile(BLANK + r"*(?:系列|族)(?:国家|行业|团体)?(?:标准|文件|规范)(?!化)")
_RANGE = regex.compile(
    BLANK + r"*(?:～|~|〜|至|—|–|-)" + BLANK + r"*(?:[A-Z/]+" + BLANK + r"*)?\d+(?:\.\d+)*(?:" + DASH + r"\d{4})?"
)


@malformed_series_reference.finder
def find(doc: Document) -> Iterator[Finding]:
    for citation in doc.citations:
        region = doc.regions[citation.block]
        if region.element in ("cover", "foreword", "introduction", "contents") or citation.span[0] in doc.quoted:
            continue
        span = _series(doc, citation)
        if span is None and region.element in ("references", "bibliography") and citation.upto:
            span = _range(doc, citation)
        if span:
            right = f"{citation.code} {base_of(citation.number)}（所有部分）"
            yield malformed_series_reference.at(
                span, fix=right, safe=False, right=right, wrong=doc.text[span[0] : span[1]]
            )


def _series(doc: Document, citation: Citation) -> Span | None:
    match = _SERIES.match(doc.text, citation.span[1])
    return (citation.span[0], match.end()) if match and citation.national else None


def _range(doc: Document, citation: Citation) -> Span | None:
    match = _RANGE.match(doc.text, citation.span[1])
    if match is None or base_of(citation.upto) != base_of(citation.number):
        return None
    return citation.span[0], match.end()
