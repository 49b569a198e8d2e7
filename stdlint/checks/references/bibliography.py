"""Cite only bibliography entries that exist.

文中引用的参考文献序号要能在清单中找到。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

dangling_bibliography_citation = Check(
    id="BIB016",
    message="文中引用了“{cited}”，参考文献中没有这一项（共{count}项）。",
    message_en="“{cited}” is cited, but the bibliography has no such entry (it has {count}).",
    bad="""
        # 4 要求

        温度的影响见⟦[9]⟧。

        # 参考文献

        [1] GB/T 191　包装储运图示标志
    """,
    good="""
        # 4 要求

        温度的影响见[1]。

        # 参考文献

        [1] GB/T 191　包装储运图示标志
    """,
    more=(
        (
            """
            # 4 要求

            温度的影响见参考文献[1]和⟦[4]⟧，湿度的影响见[2]、⟦[5]⟧，文献⟦[3，6]⟧给出了压力的影响。

            # 参考文献

            [1] GB/T 191　包装储运图示标志

            [2] GB/T 6388　运输包装收发货标志
            """,
            """
            # 4 要求

            温度的影响见参考文献[1]和[2]，湿度的影响见[2]、[1]，文献[1，2]给出了压力的影响。

            # 参考文献

            [1] GB/T 191　包装储运图示标志

            [2] GB/T 6388　运输包装收发货标志
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        取值范围为[0，9]，数组元素a[9]应为整数。[来源：GB/T 1—2020，9] 按[9]键确认，x∈[9]，取值为[7]。

        # 参考文献

        [1] GB/T 191　包装储运图示标志
        """,
    ),
    english=(
        (
            """
            # 4 Requirements

            For the influence of temperature, see ⟦[9]⟧ and Reference [1].

            # Bibliography

            [1] ISO 780, *Packaging*
            """,
            """
            # 4 Requirements

            For the influence of temperature, see [1] and Reference [1].

            # Bibliography

            [1] ISO 780, *Packaging*
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Requirements

        The value is in the interval [0,9], a[9] is an integer, press [9], x = [9]. The set is [7]. The matrix
        entry (3)[9] is zero.

        # Bibliography

        [1] ISO 780, *Packaging*
        """,
    ),
)

_FIGURES = patterns.compile(r"\d+")
_CITED = patterns.compile(
    r"(?<![A-Za-z0-9_\])）∈=])[\[［](\d{1,3}(?:[、，,～~–-]\d{1,3})*)[\]］](?![A-Za-z0-9_(（\[键])"
)
_VALUE = patterns.compile(r"(?:为|是|区间|范围|键|取|输入|按|在)\s*$")
_ENGLISH_VALUE = patterns.compile(
    r"(?:\b(?:is|are|equals?|press|keys?|range|interval|to\sbe|type|enter|index|element|[xyi])|[=<>≤≥∈+×*/(])\s*$"
)
_ENGLISH_LITERATURE = patterns.compile(r"(?:\b[Ss]ee|\b[Rr]efs?\.?|ferences?|\b[Ii]n|\b(?:and|or|to)|\],?)\s*$")
_LITERATURE = patterns.compile(r"(?:文献|见|参见|\])[、，和与及至～]?\s*$")


@dangling_bibliography_citation.finder
def find(doc: Document) -> Iterator[Finding]:
    known = {reference.ordinal for reference in doc.references.bibliography if reference.ordinal}
    if not known:
        return
    for match in doc.matches(_CITED):
        region = doc.region_at(match.start())
        block = doc.blocks[doc.block_at(match.start())]
        if region.element in ("bibliography", "references", "contents", "cover") or block.kind == "label":
            continue
        before = doc.text[max(block.span[0], match.start() - 8) : match.start()]
        single = match[1].isdigit()
        literature, value = (_LITERATURE, _VALUE) if doc.lang == "zh" else (_ENGLISH_LITERATURE, _ENGLISH_VALUE)
        if value.search(before) or not (single or literature.search(before)):
            continue
        if any(int(number) not in known for number in _FIGURES.findall(match[1])):
            yield dangling_bibliography_citation.at(match.span(), cited=match.group(), count=len(known))
