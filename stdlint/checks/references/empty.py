"""Say so when there are no normative references.

The heading stands in any case; under it stands the fixed sentence.

没有引用文件时标题仍然保留，其下写规定的一句话。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.wording import fold

empty_normative_references = Check(
    id="REF024",
    message="没有引用文件时，应写“本文件没有规范性引用文件。”",
    message_en="Without references the clause shall say “{right}”",
    bad="""
        # 2 ⟦规范性引用文件⟧

        # 3 术语和定义
    """,
    good="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 3 术语和定义
    """,
    more=(
        (
            """
            # 2 ⟦规范性引用文件⟧

            无。

            # 3 术语和定义
            """,
            """
            # 2 规范性引用文件

            本文件没有规范性引用文件。

            # 3 术语和定义
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 3 术语和定义
        """,
        """
        # 2 规范性引用文件

        | 编号 | 名称 |
        |---|---|
        | GB/T 191 | 包装储运图示标志 |
        """,
    ),
    english=(
        (
            """
            # 2 ⟦Normative references⟧

            # 3 Terms and definitions

            No terms and definitions are listed in this document.
            """,
            """
            # 2 Normative references

            There are no normative references in this document.

            # 3 Terms and definitions

            No terms and definitions are listed in this document.
            """,
        ),
        (
            """
            # 2 ⟦Normative references⟧

            None.

            # 3 Terms and definitions

            No terms and definitions are listed in this document.
            """,
            """
            # 2 Normative references

            There are no normative references in this document.

            # 3 Terms and definitions

            No terms and definitions are listed in this document.
            """,
        ),
    ),
    clean_english=(
        """
        # 2 Normative references

        The following documents are referred to in the text in such a way that some or all of their content
        constitutes requirements of this document. For dated references, only the edition cited applies.

        ISO 780, *Packaging — Graphical symbols*

        # 3 Terms and definitions

        No terms and definitions are listed in this document.
        """,
    ),
)


_NOTHING = patterns.compile(r"(?:暂?无|没有|不适用|不涉及|略|/|[—-]+|(?i:none|nil|n/a|not\s?applicable|void))[。.]?")
_NONE = {"zh": "本文件没有规范性引用文件。", "en": "There are no normative references in this document."}


@empty_normative_references.finder
def find(doc: Document) -> Iterator[Finding]:
    none = _NONE[doc.lang]
    for section in doc.outline.all("references"):
        said = [doc.blocks[index].span for index in section.body if doc.said(index).strip()]
        if section.children or len(said) > 1:
            continue
        end = section.head[1]
        edit = Edit(*said[0], none) if said else Edit(end, end, "\n" + none)
        if all(_NOTHING.fullmatch(fold(doc.text[start:stop])) for start, stop in said):
            yield empty_normative_references.at(section.place, fix=[edit], safe=False, right=none)
