"""Show on the cover how nearly an international document is followed, and say the same everywhere.

Cover, document number and foreword tell the degree (IDT, MOD, NEQ) independently of one another; a reader who sees only
one of them relies on it. A dual number stands for an identical adoption alone. What the mark looks like, and that the
foreword has a statement, are questions of other rules.

封面、编号和前言各自表明与国际文件的一致性程度，读者往往只看其中一处，三处应一致；双编号只用于等同采用。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.adoption import IDENTICAL, Adoption, Claim

_TOP = """
        ICS 03.120

        CCS A 00

        中华人民共和国国家标准

        {number}

        质量管理体系　要求

        {english}
        {mark}
        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        国家市场监督管理总局　发布

        # 前言

        {foreword}

        # 1 范围
"""
_ENGLISH = "Quality management systems—Requirements"
_STATED = "本文件等同采用ISO 9001:2015《质量管理体系　要求》。"


def _with(
    foreword: str = _STATED, mark: str = "", number: str = "GB/T 19001—XXXX/ISO 9001:2015", english: str = _ENGLISH
) -> str:
    mark = f"\n        {mark}\n" if mark else ""
    return _TOP.format(number=number, english=english, mark=mark, foreword=foreword)


missing_consistency_mark = Check(
    id="ADO010",
    message="前言写明“{stated}”，封面的英文译名之下却没有一致性程度标识，如“（{document}，{degree}）”。",
    message_en="The cover has no mark such as “（{document}，{degree}）”, although the foreword says “{stated}”.",
    bad=_with(english=f"⟦{_ENGLISH}⟧"),
    good=_with(mark="（ISO 9001:2015，IDT）"),
    more=(
        (
            _with("本文件修改采用ISO 9001:2015《质量管理体系》。", "", "GB/T 19001—XXXX", f"⟦{_ENGLISH}⟧"),
            _with("本文件修改采用ISO 9001:2015《质量管理体系》。", "（ISO 9001:2015，MOD）", "GB/T 19001—XXXX"),
        ),
        (
            _with("本文件参考ISO 9001:2015起草，一致性程度为非等效。", "", "GB/T 19001—XXXX", f"⟦{_ENGLISH}⟧"),
            _with("本文件参考ISO 9001:2015起草，一致性程度为非等效。", "（ISO 9001:2015，NEQ）", "GB/T 19001—XXXX"),
        ),
    ),
    clean=(
        _with("本文件参考了ISO 9001:2015的有关内容。", "", "GB/T 19001—XXXX"),
        _with("GB/T 19001—2008等同采用ISO 9001:2008。", "", "GB/T 19001—XXXX"),
        _with(mark="（ISO 9001:2015 等同采用）"),
        _with(mark="ISO 9001:2015，IDT"),
        f"""
        # 前言

        {_STATED}

        # 1 范围
        """,
    ),
)

consistency_degree_mismatch = Check(
    id="ADO011",
    message="封面标识为{mark}，前言却写“{quote}”，一致性程度应一致。",
    message_en="The foreword says “{quote}” but the mark on the cover is {mark}.",
    bad=_with("本文件⟦等同采用⟧ISO 9001:2015《质量管理体系》。", "（ISO 9001:2015，MOD）", "GB/T 19001—XXXX"),
    good=_with("本文件等同采用ISO 9001:2015《质量管理体系》。", "（ISO 9001:2015，IDT）", "GB/T 19001—XXXX"),
    more=(
        (
            _with("本文件使用重新起草法⟦修改采用⟧ISO 9001:2015《质量》。", "（ISO 9001:2015，IDT）"),
            _with("本文件使用重新起草法修改采用ISO 9001:2015《质量》。", "（ISO 9001:2015，MOD）", "GB/T 19001—XXXX"),
        ),
        (
            _with("本文件与ISO 9001:2015的⟦一致性程度为非等效⟧。", "（ISO 9001:2015，MOD）", "GB/T 19001—XXXX"),
            _with("本文件与ISO 9001:2015的一致性程度为非等效。", "（ISO 9001:2015，NEQ）", "GB/T 19001—XXXX"),
        ),
    ),
    clean=(
        _with(
            "本文件修改采用ISO 10:2000《一》，与ISO 20:2001的一致性程度为非等效。",
            "（ISO 10:2000，MOD；ISO 20:2001，NEQ）",
            "GB/T 19001—XXXX",
        ),
        _with("本文件将“等同采用ISO 9001:2008”改为“修改采用”。", "（ISO 9001:2015，MOD）", "GB/T 19001—XXXX"),
    ),
)

dual_number_without_idt = Check(
    id="ADO020",
    message="一致性程度为{degree}时不使用双编号，应删除“{quote}”。",
    message_en="“{quote}” makes a dual number, which is for identical adoptions only; the degree is {degree}.",
    bad=_with("本文件修改采用ISO 9001:2015《质量》。", "（ISO 9001:2015，MOD）", "GB/T 19001—XXXX⟦/ISO 9001:2015⟧"),
    good=_with("本文件修改采用ISO 9001:2015《质量》。", "（ISO 9001:2015，MOD）", "GB/T 19001—XXXX"),
    more=(
        (
            _with("本文件参考ISO 9001:2015起草，一致性程度为非等效。", "", "GB/T 19001—2026⟦/ISO 9001:2015⟧"),
            _with("本文件参考ISO 9001:2015起草，一致性程度为非等效。", "", "GB/T 19001—2026"),
        ),
        (
            _with("", "（ISO 9001:2015，MOD）", "T/ABC 12—2026⟦/ISO 9001:2015⟧"),
            _with("", "（ISO 9001:2015，MOD）", "T/ABC 12—2026"),
        ),
    ),
    clean=(_with(mark="（ISO 9001:2015，IDT）"), _with("本文件修改采用ISO 9001:2015。", "（ISO 9001:2015，IDT）")),
)


@missing_consistency_mark.finder
@consistency_degree_mismatch.finder
@dual_number_without_idt.finder
def find(doc: Document) -> Iterator[Finding]:
    adoption = doc.adoption
    if not adoption.claimed:
        return
    yield from _unmarked(doc, adoption)
    for claim in adoption.statements:
        mark = _against(claim, adoption)
        if mark:
            yield consistency_degree_mismatch.at(claim.span, mark=mark)
    degrees = adoption.degrees
    if adoption.dual and degrees and IDENTICAL not in degrees:
        yield dual_number_without_idt.at(adoption.dual, degree="、".join(sorted(degrees)))


def _unmarked(doc: Document, adoption: Adoption) -> Iterator[Finding]:
    """Report that the cover has no mark where it is there to be seen: lines get lost from published covers."""
    page = doc.cover_page
    if not adoption.statements or adoption.marked or adoption.marks:
        return
    claim = adoption.statements[0]
    if not page.english and not (page.whole and page.draft):
        return
    span = page.english[-1][1] if page.english else doc.first_span()
    named = (one for one in doc.citations if one.number == claim.number and one.year and not one.national)
    document = next((doc.text[slice(*one.span)] for one in named), "ISO 9001:2015")
    stated = doc.text[slice(*claim.span)]
    yield missing_consistency_mark.at(span, degree=claim.degree, stated=stated, document=document)


def _against(claim: Claim, adoption: Adoption) -> str:
    """Return the degree on the cover that contradicts a statement, or “”."""
    marks = [mark for mark in adoption.marks if not (mark.number and claim.number) or mark.number == claim.number]
    if not marks and len(adoption.marks) == len(adoption.statements) == 1:
        marks = adoption.marks
    if not marks or any(mark.degree == claim.degree for mark in adoption.marks):
        return ""
    return marks[0].degree
