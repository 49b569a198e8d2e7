"""Do not list the document itself, nor the rules it was drafted by.

A document need not refer to itself to apply. GB/T 1.1 governs how a document is drafted; it is a normative reference
only where the text requires its application. Then the reader is not also told that nothing cites it (REF080).

文件不引用自身；GB/T 1.1是起草的依据，在前言中写明即可，只有条文要求按照它做什么时才列入清单。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.citations import Citation
from stdlint.views.entries import is_drafting_rule, is_own

own_document_referenced = Check(
    id="REF086",
    message="{name}就是本文件，不应列入规范性引用文件。",
    message_en="{name} is this document itself; it is not listed.",
    bad="""
        GB/T 97642—2024

        螺栓　技术要求

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        ⟦GB/T 97642⟧　螺栓　技术要求
    """,
    good="""
        GB/T 97642—2024

        螺栓　技术要求

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        GB/T 191　包装储运图示标志
    """,
    more=(
        (
            """
            T/CAS 290—2024

            螺栓　技术要求

            # 1 范围

            # 2 规范性引用文件

            ⟦T/CAS 290—2024⟧　螺栓　技术要求
            """,
            """
            T/CAS 290—2024

            螺栓　技术要求

            # 1 范围

            # 2 规范性引用文件

            GB/T 191　包装储运图示标志
            """,
        ),
    ),
    clean=(
        """
        GB/T 97640.2—2024

        螺栓　第2部分：技术要求

        # 1 范围

        # 2 规范性引用文件

        GB/T 97640.1　螺栓　第1部分：术语
        """,
        """
        GB/T XXXXX—XXXX

        螺栓　技术要求

        # 1 范围

        # 2 规范性引用文件

        GB/T 191　包装储运图示标志
        """,
    ),
)

drafting_rules_referenced = Check(
    id="REF087",
    message="{name}只是起草的依据，文中没有引用，不宜列入规范性引用文件。",
    message_en="{name} only governs the drafting; it is no normative reference.",
    bad="""
        # 2 规范性引用文件

        ⟦GB/T 1.1⟧　标准化工作导则　第1部分：标准化文件的结构和起草规则

        GB/T 191　包装储运图示标志

        # 4 要求

        标志应符合GB/T 191的规定。
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 要求

        标志应符合GB/T 191的规定。
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 1.1　标准化工作导则　第1部分：标准化文件的结构和起草规则

        # 4 起草

        文件的起草应符合GB/T 1.1的规定。
        """,
        """
        # 2 规范性引用文件

        GB/T 1.2　标准化工作导则　第2部分

        GB/T 1（所有部分）　标准化工作导则
        """,
    ),
)


@own_document_referenced.finder
@drafting_rules_referenced.finder
def find(doc: Document) -> Iterator[Finding]:
    for entry in doc.entries.normative:
        citation = entry.citation
        if citation is None:
            continue
        name = doc.text[slice(*citation.span)]
        if is_own(citation, doc.cover):
            yield own_document_referenced.at(citation.span, name=name)
        elif is_drafting_rule(citation) and not _is_cited(doc, citation):
            yield drafting_rules_referenced.at(citation.span, name=name)


def _is_cited(doc: Document, citation: Citation) -> bool:
    return any(mention.citation.key == citation.key for mention in doc.mentions)
