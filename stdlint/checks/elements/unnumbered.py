"""Give no clause number to the informative elements.

Clauses are counted from the scope to the last one before the annexes. A divided introduction has subclauses 0.1, 0.2,
but no number of its own.

章从“范围”编到附录之前，前言、引言、参考文献和索引不编章号；引言需要分条时，条编为0.1、0.2，标题本身不编号。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.elements import UNNUMBERED

clause_number_on_informative_element = Check(
    id="ELM040",
    message="“{title}”不编章号，应删除“{quote}”。",
    message_en="“{title}” carries no clause number; delete “{quote}”.",
    bad="""
        # 1 范围

        # 2 要求

        # ⟦9⟧ 参考文献
    """,
    good="""
        # 1 范围

        # 2 要求

        # 参考文献
    """,
    more=(
        (
            """
            # ⟦1⟧ 前言

            # ⟦0⟧ 引言

            # 1 范围

            # ⟦7⟧ 索引
            """,
            """
            # 前言

            # 引言

            # 1 范围

            # 索引
            """,
        ),
    ),
    clean=(
        """
        # 前言

        # 引言

        ## 0.1 概述

        # 1 范围

        # 参考文献

        ## 1 国家标准
        """,
    ),
)


@clause_number_on_informative_element.finder
def find(doc: Document) -> Iterator[Finding]:
    if not any(section.element in ("scope", "references", "terms", "clause") for section in doc.outline.top):
        return
    for section in doc.outline.top:
        if section.element in UNNUMBERED and section.number and section.label is not None and not section.implied:
            edit = Edit(section.label[0], section.label[1], "")
            yield clause_number_on_informative_element.at(section.label, fix=[edit], safe=False, title=section.title)
