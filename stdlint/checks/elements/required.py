"""Give a standard its required elements.

Foreword, scope, normative references and terms are required, the latter two at least with their headings; behind them
stands at least one technical clause. A file that shows no sign of being a draft is left alone.

前言、范围、规范性引用文件、术语和定义是必备要素，后两者没有内容时也保留标题；其后至少有一章技术内容。看不出是标准草
案的文件不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.elements import ORDER

missing_foreword = Check(
    id="ELM010",
    message="缺少前言，前言应位于“{before}”之前。",
    message_en="The foreword is missing; it stands before “{before}”.",
    bad="""
        # 1 ⟦范围⟧

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        本文件没有规范性引用文件。
    """,
    good="""
        # 前　言

        本文件由××××归口。

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        本文件没有规范性引用文件。
    """,
    clean=(
        """
        # 安装说明

        必须先安装依赖。
        """,
        """
        # 4 要求

        产品应通过检验。
        """,
        """
        # 6 检验规则

        本文件所列各项应逐项检验。

        # 附录A（资料性）　检验记录
        """,
        """
        # 1 总则

        1.0.1 为统一桩基检测的做法，制定本标准。

        # 2 术语

        # 3 基本规定

        # 附录A　检测记录
        """,
    ),
    english=(
        (
            """
            # Contents

            - 1 Scope 1

            - 2 Normative references 1

            # 1 ⟦Scope⟧

            This document specifies requirements for bolts.

            # 2 Normative references

            There are no normative references in this document.
            """,
            """
            # Contents

            - Foreword iii

            - 1 Scope 1

            - 2 Normative references 1

            # Foreword

            This document was prepared by Technical Committee ISO/TC 2.

            # 1 Scope

            This document specifies requirements for bolts.

            # 2 Normative references

            There are no normative references in this document.
            """,
        ),
    ),
    clean_english=(
        """
        # Installation guide

        The package must be installed first.
        """,
        """
        # Introduction

        This document describes the design.

        # 1 Overview

        # 2 Abbreviations

        # Annex A

        # References
        """,
        """
        # 4 Requirements

        The lid shall be closed.
        """,
    ),
)

missing_scope = Check(
    id="ELM011",
    message="缺少“范围”一章，应作为第1章。",
    message_en="The clause “Scope” is missing; it is Clause 1.",
    bad="""
        # 前言

        # 1 ⟦规范性引用文件⟧

        # 2 术语和定义
    """,
    good="""
        # 前言

        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义
    """,
    clean=(
        """
        前　言

        本文件由××××归口。

        1 范围

        本文件规定了螺栓的要求。

        2 规范性引用文件

        本文件没有规范性引用文件。
        """,
        """
        # 前言

        # 第1章　范围

        # 第2章　规范性引用文件
        """,
    ),
    english=(
        (
            """
            # Foreword

            # 1 ⟦Normative references⟧

            # 2 Terms and definitions
            """,
            """
            # Foreword

            # 1 Scope

            # 2 Normative references

            # 3 Terms and definitions
            """,
        ),
    ),
    clean_english=(
        """
        # Foreword

        # Scope

        # Normative references

        # Terms and definitions

        # Requirements
        """,
    ),
)

missing_normative_references = Check(
    id="ELM012",
    message="缺少“规范性引用文件”一章，没有引用文件也应保留标题，作为第2章。",
    message_en="The clause “Normative references” is missing; even if it cites nothing, it stands as Clause 2.",
    bad="""
        # 1 范围

        # 2 ⟦术语和定义⟧

        # 3 要求
    """,
    good="""
        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义

        # 4 要求
    """,
    english=(
        (
            """
            # Foreword

            # 1 Scope

            # 2 ⟦Terms and definitions⟧

            # 3 Requirements
            """,
            """
            # Foreword

            # 1 Scope

            # 2 Normative references

            # 3 Terms and definitions

            # 4 Requirements
            """,
        ),
    ),
)

missing_terms_and_definitions = Check(
    id="ELM013",
    message="缺少“术语和定义”一章，没有术语也应保留标题，作为第3章。",
    message_en="The clause “Terms and definitions” is missing; even if it defines nothing, it stands as Clause 3.",
    bad="""
        # 1 范围

        # 2 规范性引用文件

        # 3 ⟦要求⟧
    """,
    good="""
        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义

        # 4 要求
    """,
    clean=(
        """
        # 1 范围

        # 2 规范性引用文件

        # 3 术语、定义、符号和缩略语

        # 4 要求
        """,
        """
        # 范围

        # 规范性引用文件

        # 术语、定义和缩略语

        # 要求
        """,
    ),
    english=(
        (
            """
            # Foreword

            # 1 Scope

            # 2 Normative references

            # 3 ⟦Requirements⟧
            """,
            """
            # Foreword

            # 1 Scope

            # 2 Normative references

            # 3 Terms and definitions

            # 4 Requirements
            """,
        ),
    ),
    clean_english=(
        """
        # Foreword

        # 1 Scope

        # 2 Normative references

        # 3 Terms, definitions, symbols and abbreviated terms

        # 4 Requirements
        """,
        """
        # Fasteners — Vocabulary

        # Foreword

        # 1 Scope

        # 2 Normative references

        # 3 Terms related to bolts

        # 4 Terms related to nuts
        """,
    ),
)

missing_technical_clause = Check(
    id="ELM014",
    message="第3章之后没有核心技术要素，应至少有一章。",
    message_en="No technical clause follows Clause 3; there is at least one.",
    bad="""
        # 1 范围

        # 2 规范性引用文件

        # 3 ⟦术语和定义⟧

        本文件没有需要界定的术语和定义。

        # 参考文献
    """,
    good="""
        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义

        本文件没有需要界定的术语和定义。

        # 4 要求

        # 参考文献
    """,
    clean=(
        """
        # 螺栓　术语

        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义
        """,
    ),
    english=(
        (
            """
            # Foreword

            # 1 Scope

            # 2 Normative references

            # 3 ⟦Terms and definitions⟧

            No terms and definitions are listed in this document.

            # Bibliography
            """,
            """
            # Foreword

            # 1 Scope

            # 2 Normative references

            # 3 Terms and definitions

            No terms and definitions are listed in this document.

            # 4 Requirements

            # Bibliography
            """,
        ),
    ),
    clean_english=(
        """
        # Fasteners — Vocabulary

        # Foreword

        # 1 Scope

        # 2 Normative references

        # 3 Terms and definitions
        """,
    ),
)

_EARLY = frozenset(("contents", "foreword", "introduction", "scope", "references", "terms"))
_CHECKS = {
    "foreword": missing_foreword,
    "scope": missing_scope,
    "references": missing_normative_references,
    "terms": missing_terms_and_definitions,
}


@missing_foreword.finder
@missing_scope.finder
@missing_normative_references.finder
@missing_terms_and_definitions.finder
@missing_technical_clause.finder
def find(doc: Document) -> Iterator[Finding]:
    if not doc.is_draft:
        return
    present = {section.element for section in doc.outline.top}
    if not present & _EARLY and _first_clause(doc) > 3:
        return
    for element, check in _CHECKS.items():
        if element in present or (element == "terms" and doc.kind == "terminology" and "clause" in present):
            continue
        span, title = _next(doc, element)
        yield check.at(span, before=title)
    basics = [s for s in doc.outline.top if s.element in ("scope", "references", "terms")]
    if basics and "clause" not in present and doc.kind not in ("terminology", "symbols"):
        symbols = doc.outline.first("symbols")
        if symbols is None or (doc.cover.title and doc.outline.first("terms")):
            yield missing_technical_clause.at((symbols or basics[-1]).place)


def _first_clause(doc: Document) -> int:
    """Return the number of the first clause: a file that begins with Clause 5 is a piece of a draft."""
    return next((int(s.number) for s in doc.outline.top if s.element == "clause" and s.number.isdigit()), 0)


def _next(doc: Document, element: str) -> tuple[Span, str]:
    """Return the heading in front of which the element ought to stand, and its title."""
    rank = ORDER.index(element)
    tops = [s for s in doc.outline.top if s.element not in ("cover", "footnote", "header", "footer")]
    following = next((s for s in tops if s.element != "title" and ORDER.index(s.element) > rank), None)
    section = following or (tops[-1] if tops else doc.outline.top[-1])
    span = section.place
    return (span if span[0] != span[1] else doc.first_span()), section.title or section.number
