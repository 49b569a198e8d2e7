"""Say when a requirement applies: “必要时应” leaves that to whoever reads it.

The condition of a requirement has to be clear (……情况下应, 只有在……时才应). Vague conditions go with a permission:
必要时可. A number, a cause or a decision that makes the condition clear is not reported.

要求的前提条件应明确，如“……情况下应……”。“必要时应”由谁、根据什么判断不清楚；“必要时可”是允许，不报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.modals import Modal

unclear_condition = Check(
    id="WRD040",
    message="“{word}”作为要求的条件不明确，应写明在什么情况下“应”，或改用“可”。",
    message_en="“{word}” is no clear condition of a requirement; say when it applies, or use “可” (may).",
    bad="""
        # 4 要求

        ⟦必要时应⟧重复试验。
    """,
    good="""
        # 4 要求

        必要时可重复试验。
    """,
    more=(
        (
            """
            # 4 要求

            ⟦必要时，检验人员应⟧重复试验。⟦适当时应⟧更换滤芯，⟦如有必要，应⟧停机。

            ⟦应视情况⟧更换滤芯。供方⟦应在必要时⟧提供证书。⟦有条件的单位应⟧设置专职人员。
            """,
            """
            # 4 要求

            必要时，检验人员可重复试验。适当时可更换滤芯，如有必要，可停机。

            可视情况更换滤芯。供方可在必要时提供证书。有条件的单位可设置专职人员。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        必要时可重复试验，需要时宜更换滤芯。非必要时不应开启，温度超过30 ℃时应重复试验。适用时，组织应保留记录。

        充电需要时应断电，必要时通知用户，操作人员应在场。“必要时应”一词不用。除非必要，不应停机。

        有条件的试验结果应注明。必要时由双方商定，商定的结果应记录。
        """,
    ),
)

_VAGUE = (
    "(?:如有)?必要时|如有必要|有必要时|必要的?情况下|如必要|适当时|适宜时|视情况|视需要|视具体情况"
    "|(?:如有)?需要时|如有需要|如需要(?=，)|条件允许时|条件许可时|有条件时|情况允许时|可能时|可能的情况下"
)
_BEFORE = patterns.compile(
    rf"(?:^|(?<=[，。；：\n\u2028在当]))(?P<word>(?:{_VAGUE})，?(?![^，。；：\n]*(?:可|宜|通知|由))[^，。；：\n\u2028]{{0,10}})$"
)
_WITH_MEANS = patterns.compile(
    r"(?:^|(?<=[，。；：\n\u2028]))(?P<word>有条件的(?:单位|企业|机构|组织|地区|场所|部门|用户|实验室|企业))$"
)
_AFTER = patterns.compile(r"(?:在|于)?(?P<word>必要时|适当时|视情况|视需要|视具体情况|需要时)")


_HINTS = tuple(
    map(patterns.compile, ("必要", "视(?:情况|需要|具体)", "适[当宜]时", "需要", "条件", "可能[时的]", "情况允许"))
)
_FARTHEST = 30


@unclear_condition.finder
def find(doc: Document) -> Iterator[Finding]:
    hints = sorted({match.start() for hint in _HINTS for match in hint.finditer(doc.text)})
    if not hints:
        return
    clause = {modal.span for modal in doc.clause_modals}
    seen = set()
    for hint in hints:
        for modal in doc.verbs((max(0, hint - 4), hint + _FARTHEST)):
            if modal.span in seen or modal.span not in clause:
                continue
            seen.add(modal.span)
            span = _condition(doc, modal)
            if span:
                word = doc.text[slice(*span)]
                edit = Edit(modal.span[0], modal.span[1], "可")
                yield unclear_condition.at(span, fix=[edit], safe=False, word=word)


def _condition(doc: Document, modal: Modal) -> Span | None:
    """Return the vague condition of a requirement with its verb, or None."""
    if modal.word not in ("应", "应该", "应当") or modal.attributive:
        return None
    start, end = modal.span
    first = max(doc.sentence(start)[0], start - 24)
    before = _BEFORE.search(doc.text, first, start) or _WITH_MEANS.search(doc.text, first, start)
    if before:
        return before.start(), end
    after = _AFTER.match(doc.text, end)
    return (start, after.end()) if after else None
