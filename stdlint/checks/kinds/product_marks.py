"""Do not prescribe conformity marks.

Whether a product may carry a mark of conformity or certification is settled between supplier, certifier and law; a
product standard prescribes the marks that tell the product. A certificate that goes with the product (合格证) is none.

产品标准规定标识产品的标志，不规定合格标志、认证标志：能否使用由合格评定制度决定。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.modals import REQUIREMENT

conformity_mark = Check(
    id="KND126",
    message="产品标准不应规定“{quote}”，宜删除。",
    message_en="A product standard does not prescribe “{quote}”; delete it.",
    bad="""
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        # 8 标志

        产品应加贴⟦认证标志⟧。
    """,
    good="""
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        # 8 标志
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            # 8 标志、包装

            标志的内容包括：

            - 产品名称；
            - ⟦CCC标志⟧；
            - ⟦合格标志⟧。
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            # 8 标志、包装

            标志的内容包括：

            - 产品名称。
            """,
        ),
    ),
    clean=(
        """
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        合格标志的颜色与外壳一致。

        # 8 标志

        产品应有检验合格证，不应使用认证标志。

        注：认证标志由认证机构授权。
        """,
    ),
)

_MARK = patterns.compile("标(?:志(?<=(?P<mark>(?:认证|3C|CCC|QS|合格)标志))|识(?<=(?P<mark>(?:认证|3C|CCC|QS)标识)))")
_DENIES = patterns.compile(r"不应|不得|不宜|不必|不可|可(?!靠)|不规定|未经")
_MARKING = frozenset(("marking", "packing"))


@conformity_mark.finder
def find(doc: Document) -> Iterator[Finding]:
    marking = [(c.section.first, c.section.last) for c in doc.chapters if not _MARKING.isdisjoint(c.roles)]
    for match in doc.matches(_MARK):
        block = doc.block_at(match.start())
        region = doc.regions[block]
        if not region.normative or region.role not in ("text", "cell") or region.element not in ("clause", "annex"):
            continue
        sentence = doc.sentence(match.start("mark"))
        required = any(modal.type == REQUIREMENT for modal in doc.verbs(sentence))
        listed = doc.blocks[block].kind == "item" and any(first <= block < last for first, last in marking)
        if (required or listed) and not _DENIES.search(doc.text, *sentence):
            yield conformity_mark.at(match.span("mark"))
