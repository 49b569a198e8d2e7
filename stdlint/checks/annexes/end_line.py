"""Close the last element with the end line.

The line says that nothing is missing behind it. It is a drawing, a border or a row of dashes in Word, and nothing that
Markdown can hold. Said of whole drafts only.

最后一个要素之后应有居中的终结线，表明文件到此结束。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

_LINE = patterns.compile(r"[_＿─━—―－\-=═￣\s]{3,}|\ufffc")

missing_end_line = Check(
    id="ANX100",
    message="最后一个要素“{title}”之后没有终结线。",
    message_en="No end line follows the last element, “{title}”.",
    bad="""
        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 3 术语和定义

        本文件没有需要界定的术语和定义。

        # 4 ⟦要求⟧

        螺栓应完好。
    """,
    good="""
        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 3 术语和定义

        本文件没有需要界定的术语和定义。

        # 4 要求

        螺栓应完好。

        ━━━━━━━━━━
    """,
    clean=(
        """
        # 4 要求

        螺栓应完好。
        """,
    ),
    formats=("docx",),
)


@missing_end_line.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.source.closed or not doc.is_draft:
        return
    elements = {section.element for section in doc.outline.top}
    if not {"scope", "references"} <= elements:
        return
    apart = ("label", "header", "footer", "footnote")
    last = next((b for b in reversed(doc.blocks) if b.kind not in apart and doc.said(b).strip()), None)
    if last is None or _LINE.fullmatch(doc.said(last)) or "终结线" in last.style:
        return
    section = doc.outline.top[-1]
    yield missing_end_line.at(section.place, title=section.title or section.number)
