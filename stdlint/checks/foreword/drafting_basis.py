"""Begin the foreword with the statement of the drafting rules, in its prescribed words.

Readers see from it by which rules the document was drafted; an old edition or other words leave them in doubt.

前言首先说明文件按哪些规则起草，文字是固定的；写成旧版或改动文字，读者就不知道文件遵守的是哪些规则。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.fixed import SELF
from stdlint.views.foreword import EDITION, Foreword, Statement

BASIS = "本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。"

missing_drafting_basis = Check(
    id="FWD010",
    message="前言缺少起草依据，应首先写“本文件按照GB/T 1.1—2020……的规定起草。”。",
    message_en="The foreword does not begin with the statement of the drafting rules (GB/T 1.1—2020).",
    bad="""
        # ⟦前言⟧

        本文件由全国螺纹标准化技术委员会（SAC/TC 108）归口。

        # 1 范围
    """,
    good="""
        # 前言

        本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

        本文件由全国螺纹标准化技术委员会（SAC/TC 108）归口。

        # 1 范围
    """,
    more=(
        (
            """
            # ⟦前言⟧

            # 1 范围
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            # 1 范围
            """,
        ),
        (
            """
            # ⟦前言⟧

            本文件是GB/T 1《标准化工作导则》的第1部分。

            本标准由农业部提出。
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            本文件是GB/T 1《标准化工作导则》的第1部分。

            本标准由农业部提出。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本标准按GB/T 1.1-2009的要求编写。

        # 1 范围
        """,
        """
        # 前言

        本文件由××提出。本文件依据《标准化工作导则》编制。
        """,
        """
        # 1 范围

        本文件规定了螺栓的要求。
        """,
    ),
)

altered_drafting_basis = Check(
    id="FWD011",
    message="起草依据应写成“{right}”。",
    message_en="The statement of the drafting rules departs from its prescribed wording, “{right}”",
    bad="""
        # 前言

        ⟦本文件按照GB/T 1.1—2020给出的规则起草。⟧
    """,
    good="""
        # 前言

        本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。
    """,
    more=(
        (
            """
            # 前言

            ⟦本标准依据GB/T 1.1-2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的要求编写。⟧本文件由××归口。
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。本文件由××归口。
            """,
        ),
        (
            """
            # 前言

            ⟦本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草原则》的规定起草⟧
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。
            """,
        ),
        (
            """
            # 前言

            ⟦按照《标准化工作导则　第1部分：标准化文件的结构和起草规则》（GB/T 1.1—2020）起草。⟧
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件按照GB/T 1.1-2020《标准化工作导则第1部分：标准化文件的结构和起草规则》的规定起草。
        """,
        """
        # 前言

        本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》和GB/T 20001.3—2015
        《标准编写规则　第3部分：分类标准》的规定起草。
        """,
        """
        # 前言

        本标准按照GB/T 1.1—2009给出的规则起草。
        """,
        """
        # 前言

        本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规

        则》的规定起草。

        本文件由××归口。
        """,
    ),
)

superseded_drafting_basis = Check(
    id="FWD012",
    message="文件应按照GB/T 1.1—2020起草，“{edition}”是已被代替的旧版。",
    message_en="A draft shall be based on GB/T 1.1—2020; “{edition}” is an edition that has been replaced.",
    bad="""
        # 前言

        ⟦本标准按照GB/T 1.1—2009给出的规则起草。⟧
    """,
    good="""
        # 前言

        本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。
    """,
    more=(
        (
            """
            # 前言

            ⟦本文件按照GB/T 1.1-2009《标准化工作导则 第1部分：标准的结构和编写》的规定编写。⟧

            本文件由××归口。
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            本文件由××归口。
            """,
        ),
        (
            """
            # 前言

            ⟦本规程依据《标准化工作导则　第1部分：标准的结构和编写》起草。⟧
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件代替GB/T 1.1—2009《标准化工作导则　第1部分：标准的结构和编写》，与GB/T 1.1—2009相比，主要技术变化如下：

        a) 增加了起草的原则（见第5章）。
        """,
    ),
)

_RIGHT = patterns.compile(
    rf"{SELF}按照(?:[^。]{{5,160}}[、和及与])?GB/T1[.．]1—2020《标准化工作导则第1部分：标准化文件的结构和起草规则》"
    r"(?:(?:[、，和及与]|以及|并参照|并参考)[^。]{5,400})?的规定(?:，[^。]{0,120})?起草。"
)
_OTHER = patterns.compile(
    r"GB/?[TZ]?\d(?!\d*[.．]1[—《给的规）)])|20001|20000|GB/?T?1[.．][2-9]|[、和及与](?:GB|《)|参[照考]"
)


@missing_drafting_basis.finder
@altered_drafting_basis.finder
@superseded_drafting_basis.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None:
        return
    basis = foreword.first("basis")
    if not foreword.sentences and any(doc.said(index).strip() for index in foreword.section.body):
        return
    if basis is None:
        end = foreword.section.head[1]
        yield missing_drafting_basis.at(foreword.section.place, fix=[Edit(end, end, "\n" + BASIS)], safe=False)
    elif foreword.edition and foreword.edition < EDITION:
        fix = None if basis.broken or _OTHER.search(basis.text) else BASIS
        edition = f"GB/T 1.1—{foreword.edition}"
        yield superseded_drafting_basis.at(basis.span, fix=fix, safe=False, edition=edition)
    elif not _RIGHT.fullmatch(basis.text):
        fix = BASIS if _certain(foreword, basis) else None
        yield altered_drafting_basis.at(basis.span, fix=fix, right=BASIS)


def _certain(foreword: Foreword, basis: Statement) -> bool:
    """Say whether the statement is meant to name GB/T 1.1—2020 and nothing else."""
    return foreword.edition == EDITION and not basis.broken and not _OTHER.search(basis.text)
