"""Give the patent disclaimer in the foreword, word for word.

A document whose drafters know of no patent says so with two fixed sentences; a known patent is stated in the
introduction instead.

尚未识别出专利的文件，在前言中用固定的两句话声明；已经识别出专利的，在引言中说明。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.fixed import SELF, same
from stdlint.views.foreword import RANK, Foreword, Statement

NOTICE = "请注意本文件的某些内容可能涉及专利。"
DUTY = "本文件的发布机构不承担识别专利的责任。"

missing_patent_disclaimer = Check(
    id="FWD090",
    message="前言缺少专利声明“请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。”",
    message_en="The foreword lacks the two fixed sentences of the patent disclaimer.",
    bad="""
        # ⟦前言⟧

        本文件由××提出并归口。

        # 1 范围
    """,
    good="""
        # 前言

        请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

        本文件由××提出并归口。

        # 1 范围
    """,
    more=(
        (
            """
            # ⟦前言⟧

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            本文件由××归口。

            本文件起草单位：东山专利事务所。
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

            本文件由××归口。

            本文件起草单位：东山专利事务所。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本标准按照GB/T 1.1—2009给出的规则起草。

        本标准由××提出并归口。
        """,
        """
        # 前言

        本文件由××提出并归口。

        # 引言

        本文件的发布机构提请注意，声明符合本文件时，可能涉及到5.2与铆接相关的专利的使用。

        # 1 范围
        """,
        """
        # 前言

        请注意本文件的有些内容可能涉及专利。
        """,
    ),
)

altered_patent_disclaimer = Check(
    id="FWD091",
    message="专利声明应写成“请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。”",
    message_en="The patent disclaimer shall use its two prescribed sentences, word for word.",
    bad="""
        # 前言

        请注意本文件的某些内容可能涉及专利。⟦本文件的发布机构不承担识别这些专利的责任。⟧
    """,
    good="""
        # 前言

        请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。
    """,
    more=(
        (
            """
            # 前言

            ⟦请注意本文件的某些部分可能涉及专利。⟧本文件的发布机构不承担识别专利的责任。
            """,
            """
            # 前言

            请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。
            """,
        ),
        (
            """
            # 前言

            ⟦请注意本标准的某些内容有可能涉及专利，本标准的发布机构不应承担识别这些专利的责任。⟧
            """,
            """
            # 前言

            请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。
            """,
        ),
        (
            """
            # 前言

            ⟦本文件的发布机构不承担识别专利的责任。⟧
            """,
            """
            # 前言

            请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。
            """,
        ),
        (
            """
            # 前言

            ⟦请注意本文件的有些内容可能涉及专利。本文件的发布机构不承担识别这些专利的责任。⟧
            """,
            """
            # 前言

            请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        请注意除引言提及的专利外，本文件的某些内容仍可能涉及专利。本文件的发布机构不承担识别专利的责任。
        """,
        """
        # 前言

        请注意本标准的某些内容可能涉及专利。本标准的发布机构不承担识别专利的责任。
        """,
        """
        # 前言

        请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识

        别专利的责任。

        II
        """,
        """
        # 前言

        本标准按照GB/T 1.1—2009给出的规则起草。

        请注意本标准的某些内容可能涉及专利。本标准的发布机构不承担识别这些专利的责任。

        本标准由××归口。
        """,
    ),
)

_STATED = patterns.compile(
    "专利(?:的使用|持有人|权人|许可)|涉及(?:以下|下列|到).{0,60}专利|专利号|(?:使用|涉及).{0,30}(?:发明|实用新型)专利"
)
_SELF = patterns.compile(SELF)
_KNOWN = patterns.compile("请注意除.{2,12}专利外，本文件的某些内容仍可能涉及专利。")
"""The notice of a document that states a known patent elsewhere."""


@missing_patent_disclaimer.finder
@altered_patent_disclaimer.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or foreword.legacy or not foreword.sentences:
        return
    said = [s for s in foreword.all("patent") if not _STATED.search(s.text)]
    if said:
        yield from _altered(doc, said)
    elif not foreword.has("patent") and not _stated(doc):
        fix = [_insertion(doc, foreword)] if foreword.has("basis") else None
        yield missing_patent_disclaimer.at(foreword.section.place, fix=fix, safe=False)


def _stated(doc: Document) -> bool:
    """Say whether the introduction states a known patent."""
    return any(
        _STATED.search(doc.said(index)) for section in doc.outline.all("introduction") for index in section.blocks()
    )


def _insertion(doc: Document, foreword: Foreword) -> Edit:
    """Return the edit that puts the disclaimer behind the drafting basis and in front of committee and drafters."""
    later = next((s for s in foreword.statements if RANK.get(s.kind, 0) > RANK["patent"]), None)
    first = foreword.section.first
    blocks = [i for i in range(first, foreword.last) if doc.blocks[i].kind in ("para", "item", "heading")]
    before = [i for i in blocks if later is None or i < later.block]
    at = doc.blocks[before[-1]].span[1] if before else foreword.section.head[1]
    return Edit(at, at, "\n" + NOTICE + DUTY)


def _altered(doc: Document, said: list[Statement]) -> Iterator[Finding]:
    """Report the sentence of the disclaimer that differs, both together if both do or one is missing."""
    notices = [s for s in said if "责任" not in s.text]
    duties = [s for s in said if "责任" in s.text]
    right = [s for s in notices if _says(s, NOTICE) or _KNOWN.fullmatch(_SELF.sub("本文件", s.text))]
    wrong = [] if right else notices
    late = [s for s in duties if not _says(s, DUTY)]
    if not notices or not duties:
        yield altered_patent_disclaimer.at(said[0].span, fix=None if said[0].broken else NOTICE + DUTY)
    elif (
        wrong
        and late
        and not late[0].broken
        and wrong[0].block == late[0].block
        and _adjoin(doc, wrong[0].span, late[0].span)
    ):
        yield altered_patent_disclaimer.at((wrong[0].span[0], late[0].span[1]), fix=NOTICE + DUTY)
    elif wrong or late:
        one = (wrong or late)[0]
        yield altered_patent_disclaimer.at(one.span, fix=None if one.broken else NOTICE if wrong else DUTY)


def _says(statement: Statement, sentence: str) -> bool:
    return same(_SELF.sub("本文件", statement.text), sentence)


def _adjoin(doc: Document, one: Span, other: Span) -> bool:
    return not doc.text[one[1] : other[0]].strip()
