"""Name the real bodies and persons in the foreword when the draft goes to approval.

“××××” keeps a place while nobody knows who proposes the document and who drafts it. Lines of drafters that are empty
are told by another rule.

报批时前言中的提出、归口、起草单位和起草人应为真实名称，不再是“××××”；起草单位、起草人整行空缺另有检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.foreword import Statement


def _foreword(*lines: str, stage: str = "approval") -> str:
    said = "".join(f"        {line}\n\n" for line in lines)
    return f"        ---\n        stdlint: {{stage: {stage}}}\n        ---\n        # 前言\n\n{said}        # 1 范围\n"


_GOOD = _foreword("本文件由全国公园标准化技术委员会（SAC/TC 286）归口。")

placeholder_in_foreword = Check(
    id="STG050",
    message="前言中的{what}还是空缺或占位文字，应给出真实信息。",
    message_en="The foreword does not yet give the real {what_en}.",
    bad=_foreword("本文件由⟦××××⟧归口。"),
    good=_GOOD,
    more=(
        (_foreword("本文件由⟦XXXX⟧提出并归口。"), _GOOD),
        (_foreword("⟦本文件由　　提出。⟧", "⟦本文件由（ ）归口。⟧"), _GOOD),
        (
            _foreword("本文件由全国⟦××⟧标准化技术委员会（SAC/TC ×××）归口。", stage="published"),
            _foreword("本文件由全国公园标准化技术委员会（SAC/TC 286）归口。", stage="published"),
        ),
        (
            _foreword("本文件起草单位：东山研究院、⟦XXX⟧有限公司、XX大学。", "本文件主要起草人：张三、⟦×××⟧、××。"),
            _foreword("本文件起草单位：东山研究院。", "本文件主要起草人：张三。"),
        ),
        (
            _foreword("本文件起草单位：⟦……⟧。", "本文件主要起草人：⟦待定⟧。"),
            _foreword("本文件起草单位：东山研究院。", "本文件主要起草人：张三。"),
        ),
        (_foreword("⟦提出单位：⟧", "本文件起草单位：⟦某某⟧公司。"), _foreword("本文件起草单位：东山公司。")),
    ),
    clean=(
        _foreword("本文件由××××归口。", stage="consultation"),
        _foreword("本文件由××××归口。", "本文件起草单位：××××。", stage="review"),
        _foreword("本文件起草单位：二〇三研究所、第二○三所、XXD科技（东山）有限公司、3M中国。"),
        _foreword("本文件由东山市园林局提出。", "本文件由东山市园林标准化技术委员会（SAC/TC 286）归口。"),
        _foreword("本文件提出单位：", "东山市园林局", "本文件起草单位：东山研究院*。"),
        _foreword("请注意本文件的某些内容可能涉及专利。××××不承担识别专利的责任。"),
    ),
)

_WHAT = {
    "proposer": ("提出单位", "proposing body"),
    "committee": ("归口单位", "committee in charge"),
    "units": ("起草单位", "drafting organizations"),
    "drafters": ("主要起草人", "main drafters"),
}
_PLACEHOLDER = patterns.compile(
    r"[×✕✖]+|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[*＊_＿○〇□△?？]{2,}|…+|\.{3,}|某某|待定|待补充?|待填写?|[（(]填写[^）)]*[）)]|TBD"
)
_NOBODY = patterns.compile(
    r"由[ \u3000_＿（）()]*(?:负责)?(?:提出|归口)"
    r"|(?:提出|归口)(?:单位|部门|管理)?(?:及归口单位|并归口)?(?:为|是)?[：:][ \u3000]*。?$"
)


@placeholder_in_foreword.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.foreword is None:
        return
    seen: set[Span] = set()
    for statement in doc.foreword.all(*_WHAT):
        span = _open(doc, statement)
        if span is not None and span not in seen:
            seen.add(span)
            what, what_en = _WHAT[statement.kind]
            yield placeholder_in_foreword.at(span, what=what, what_en=what_en)


def _open(doc: Document, statement: Statement) -> Span | None:
    """Return the first placeholder of a statement, or the statement where it names nobody."""
    for span in (statement.span, *statement.items):
        if match := _PLACEHOLDER.search(doc.text, *span):
            return match.span()
    bodies = statement.kind in ("proposer", "committee")
    if bodies and not statement.items and _NOBODY.search(doc.text, *statement.span):
        return statement.span
    return None
