"""Say so when there are no normative references.

The heading stands in any case; under it stands the fixed sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit

empty_normative_references = Check(
    id="REF024",
    message="没有引用文件时，应写“本文件没有规范性引用文件。”",
    message_en="Without references the clause shall say “本文件没有规范性引用文件。” (there are none).",
    bad="""
        # 2 ⟦规范性引用文件⟧

        # 3 术语和定义
    """,
    good="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 3 术语和定义
    """,
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
)


@empty_normative_references.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.outline.all("references"):
        if section.body or section.children:
            continue
        end = section.head[1]
        yield empty_normative_references.at(
            section.place, fix=[Edit(end, end, "\n本文件没有规范性引用文件。")], safe=False
        )
