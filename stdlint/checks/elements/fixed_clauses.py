"""Number scope, normative references and terms as Clauses 1, 2 and 3.

Only the first break is reported, and an element that is missing altogether is no break: the clauses behind it are
where they belong once it is there.

范围、规范性引用文件、术语和定义依次为第1章、第2章、第3章。只报告第一处不符；整章缺失时不再报告其后各章的编号。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document

scope_not_clause_1 = Check(
    id="SCP010",
    message="“范围”是第{number}章，应为第1章。",
    message_en="The scope is Clause {number}; it shall be Clause 1.",
    bad="""
        # 1 总则

        # 2 ⟦范围⟧

        # 3 规范性引用文件
    """,
    good="""
        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义
    """,
    english=(
        (
            """
            # 1 General

            # 2 ⟦Scope⟧

            # 3 Normative references
            """,
            """
            # 1 Scope

            # 2 Normative references

            # 3 Terms and definitions
            """,
        ),
    ),
)

normative_references_not_clause_2 = Check(
    id="REF010",
    message="“规范性引用文件”是第{number}章，应为第2章。",
    message_en="Normative references are Clause {number}; they shall be Clause 2.",
    bad="""
        # 1 范围

        # 2 术语和定义

        # 3 ⟦规范性引用文件⟧
    """,
    good="""
        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义
    """,
    clean=(
        """
        # 范围

        # 规范性引用文件

        # 术语和定义
        """,
    ),
    english=(
        (
            """
            # 1 Scope

            # 2 Terms and definitions

            # 3 ⟦Normative references⟧
            """,
            """
            # 1 Scope

            # 2 Normative references

            # 3 Terms and definitions
            """,
        ),
    ),
    clean_english=(
        """
        # Scope

        # Normative references

        # Terms and definitions
        """,
    ),
)

terms_not_clause_3 = Check(
    id="TRM010",
    message="“术语和定义”是第{number}章，应为第3章。",
    message_en="Terms and definitions are Clause {number}; they shall be Clause 3.",
    bad="""
        # 1 范围

        # 2 规范性引用文件

        # 3 要求

        # 4 ⟦术语和定义⟧
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

        # 2 术语和定义

        # 3 要求
        """,
        """
        # 1 总则

        # 2 术语

        # 3 基本规定
        """,
    ),
    english=(
        (
            """
            # 1 Scope

            # 2 Normative references

            # 3 Requirements

            # 4 ⟦Terms and definitions⟧
            """,
            """
            # 1 Scope

            # 2 Normative references

            # 3 Terms and definitions

            # 4 Requirements
            """,
        ),
    ),
    clean_english=(
        """
        # 1 Scope

        # 2 Terms and definitions

        # 3 Requirements
        """,
    ),
)

_CHECKS = (
    ("scope", scope_not_clause_1),
    ("references", normative_references_not_clause_2),
    ("terms", terms_not_clause_3),
)


@scope_not_clause_1.finder
@normative_references_not_clause_2.finder
@terms_not_clause_3.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.is_engineering_code:
        return
    expected = 0
    for position, (element, check) in enumerate(_CHECKS, 1):
        section = doc.outline.first(element)
        if section is None:
            continue
        expected += 1
        if section.number.isdigit() and int(section.number) not in (expected, position):
            yield check.at(section.place, number=section.number)
            return
