"""Cite only bibliography entries that exist."""

from __future__ import annotations

from collections.abc import Iterator

import regex

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
    clean=(
        """
        # 4 要求

        取值范围为[0，9]，数组元素a[9]应为整数。[来源：GB/T 1—2020，9]

        # 参考文献

        [1] GB/T 191　包装储运图示标志
        """,
    ),
)

_CITED = regex.compile(r"(?<![A-Za-z0-9_\])）])[\[［](\d{1,3})[\]］](?![A-Za-z0-9_(（\[])")


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
        if int(match[1]) not in known:
            yield dangling_bibliography_citation.at(match.span(), cited=match.group(), count=len(known))
