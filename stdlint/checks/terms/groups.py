"""Divide the clause of terms only into titled subclauses.

术语按概念分组时每组是一条，有标题；与符号、缩略语合并为一章时分条列出。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.elements import element_of
from stdlint.views.wording import fold

untitled_concept_group = Check(
    id="TRM011",
    message="术语按概念分条时，{number}应有标题。",
    message_en="A group of concepts has a title; {number} has none.",
    bad="""
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ## ⟦3.1⟧

        ### 3.1.1

        文件　document

        固定在介质上的信息。
    """,
    good="""
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ## 3.1 文件

        ### 3.1.1

        文件　document

        固定在介质上的信息。
    """,
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        ### 3.2

        标准　standard

        为各种活动提供规则的文件（3.1）。
        """,
        """
        # 3 术语和定义

        ## 3.1

        文件　document

        固定在介质上的信息。

        ### 3.1.1

        标准　standard

        为各种活动提供规则的文件（3.1）。
        """,
    ),
)

merged_terms_clause_undivided = Check(
    id="TRM012",
    message="“{title}”合并为一章时，宜分为“术语和定义”与“缩略语”（或“符号”）两条。",
    message_en="“{title}” is one clause for both; divide it into terms and abbreviations (or symbols).",
    bad="""
        # 3 ⟦术语、定义和缩略语⟧

        下列术语、定义和缩略语适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    good="""
        # 3 术语、定义和缩略语

        ## 3.1 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1.1

        文件　document

        固定在介质上的信息。

        ## 3.2 缩略语

        下列缩略语适用于本文件。

        DOC：文件（document）
    """,
)

_SIGNS = patterns.compile(r"符号|缩略|略语|代号|缩写")


@untitled_concept_group.finder
@merged_terms_clause_undivided.finder
def find(doc: Document) -> Iterator[Finding]:
    terms = doc.terms
    defined = {id(entry.section) for entry in terms.entries}
    for group in terms.groups:
        if id(group) not in defined and not group.title and any(child.number for child in group.children):
            yield untitled_concept_group.at(group.place, number=group.number)
    section = terms.section
    if section is None or not _SIGNS.search(section.title):
        return
    direct = any(entry.section is not None and entry.section.parent is section for entry in terms.entries)
    if direct and not any(element_of(child.title) == "symbols" for child in section.children):
        yield merged_terms_clause_undivided.at(section.head, title=fold(section.title))
