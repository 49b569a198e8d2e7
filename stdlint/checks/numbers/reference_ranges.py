"""Repeat the label in a range of tables, figures, clauses or annexes.

“表1-3” may be the third table of clause 1; “表1～表3” cannot be misread. This is how the standard itself writes it.

“表1-3”可能是第1章的第3个表；写成“表1～表3”就不会误解，标准自身也是这样写的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

malformed_reference_range = Check(
    id="NUM061",
    message="编号的范围宜写为“{right}”。",
    message_en="Write the range of numbers as “{right}”.",
    bad="""
        # 4 要求

        结果见⟦表1-3⟧和⟦图1—图3⟧。
    """,
    good="""
        # 4 要求

        结果见表1～表3和图1～图3。
    """,
    more=(
        (
            """
            # 4 要求

            结果见⟦图E.1~E.12⟧和⟦表2～5⟧，应符合⟦第4章~第6章⟧、⟦附录A-附录C⟧的规定，按⟦4.1-4.5⟧的规定进行。
            """,
            """
            # 4 要求

            结果见图E.1～图E.12和表2～表5，应符合第4章～第6章、附录A～附录C的规定，按4.1～4.5的规定进行。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        结果见表1～表3、图E.1～图E.12和第4章～第6章，按4.1～4.5的规定进行。图表3-5个。第1-2 组。代表5-6人。

        结果见表4-1。

        表4-1　结果

        | 项目 | 指标 |
        |---|---|
        | 厚度 | 10 mm |
        """,
        """
        # 4 要求

        应符合表1-1的规定，见5.1-2。
        """,
    ),
)

_ID = r"(?:[A-Z](?:\.\d+)?|\d+)(?![\d.A-Za-z％%℃])"
_RANGE = patterns.compile(
    rf"(?P<label>(?<![图列代发上下本])表|(?<![上下本])图|附录|示例)(?P<gap>[ \u00a0]?)(?P<first>{_ID})"
    rf"[ \u00a0]*(?P<dash>[～~〜∼—–－‐‑―-])[ \u00a0]*(?P<again>(?P=label)[ \u00a0]?)?(?P<last>{_ID})(?![-—])"
    r"|(?P<label>第)(?P<gap>)(?P<first>\d+)章[ \u00a0]*(?P<dash>[~〜∼—–－‐‑―-])[ \u00a0]*(?P<again>第)?(?P<last>\d+)章"
    r"|(?<=见|按|按照|符合)(?P<label>)(?P<gap>)(?P<first>\d+(?:\.\d+)+)(?P<dash>[~〜∼—–－‐‑―-])(?P<last>\d+(?:\.\d+)+)(?=[的规中和、，。）])"
)
_BEGUN = re.compile(r"[表图例录第见按合照]([ \u00a0]?[A-Z0-9][0-9.]*)章?[ \u00a0]*[～~〜∼—–－‐‑―-]")
_HYPHENED = patterns.compile(r"[A-Z\d.]+[-–—]\d+")


@malformed_reference_range.finder
def find(doc: Document) -> Iterator[Finding]:
    numbered: bool | None = None
    for match in _ranges(doc):
        label, first, last = match["label"], match["first"], match["last"]
        if not _rises(first, last):
            continue
        if match["dash"] == "～" and match["again"]:
            continue
        if numbered is None:
            numbered = any(_HYPHENED.fullmatch(caption.number) for caption in doc.captions)
        if match["dash"] not in "～~〜∼" and not match["again"] and label in ("表", "图") and numbered:
            continue
        unit = "章" if label == "第" else ""
        gap = match["gap"]
        right = f"{label}{gap}{first}{unit}～{label}{gap}{last}{unit}"
        yield malformed_reference_range.at(match.span(), fix=right, right=right)


def _ranges(doc: Document) -> Iterator[regex.Match[str]]:
    """Yield what may be a range of numbers, in the text proper."""
    for begun in _BEGUN.finditer(doc.text):
        at = begun.start(1) if begun[0][0] in "见按合照" else begun.start()
        at -= begun[0][0] in "录例"
        match = _RANGE.match(doc.text, at)
        if match is not None:
            block = doc.blocks[doc.block_at(at)]
            inside = match.end() <= block.span[1] and block.kind not in ("toc", "header", "footer", "code")
            if inside and at not in doc.quoted:
                yield match


def _rises(first: str, last: str) -> bool:
    """Say whether both numbers belong to one sequence and the second is the higher."""
    if first.isalpha() and last.isalpha():
        return first < last
    one, other = first.split("."), last.split(".")
    if one[:-1] != other[:-1] or not (one[-1].isdigit() and other[-1].isdigit()):
        return False
    return int(one[-1]) < int(other[-1])
