"""Give a long document a table of contents, and let the software make it.

Contents that are typed are not updated with the text. Whether a document is long is judged by its clauses and its
length: about 20 pages; the contents are optional.

目次是可选要素，篇幅较长时通常有必要设置；目次宜由软件自动生成，手工键入的目次不会随正文更新。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document

typed_toc = Check(
    id="TOC030",
    message="目次是手工键入的，宜由软件自动生成。",
    message_en="The table of contents is typed; it should be generated automatically.",
    bad="""
        # ⟦目次⟧

        1　范围……1

        2　要求……1

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 要求

        螺栓应完好。
    """,
    good="""
        # 1 范围

        本文件规定了螺栓的要求。

        # 2 要求

        螺栓应完好。
    """,
    formats=("docx",),
)

_LONG = "\n\n".join(
    f"        # {number} {title}\n\n        {'螺栓应按图样制造，表面应无裂纹、毛刺和锈蚀，并应能承受规定的载荷。' * 80}"
    for number, title in enumerate(
        ("范围", "规范性引用文件", "术语和定义", "分类", "要求", "试验方法", "检验规则", "标志"), 1
    )
)

missing_toc = Check(
    id="TOC052",
    message="文件有{chapters}章和附录，篇幅较长，通常有必要设置目次。",
    message_en="The document has {chapters} clauses and annexes and is long; it usually needs a table of contents.",
    bad=f"""
        # ⟦螺栓⟧

{_LONG}
    """,
    good=f"""
        # 目次

        1　范围……1

        2　规范性引用文件……1

        # 螺栓

{_LONG}
    """,
    clean=(
        """
        # 螺栓

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        本文件没有规范性引用文件。
        """,
    ),
)


@typed_toc.finder
def find_typed(doc: Document) -> Iterator[Finding]:
    contents = doc.contents
    if contents is None or len(contents.entries) < 2:
        return
    first = min(entry.number_span[0] for entry in contents.entries)
    last = max(entry.span[1] for entry in contents.entries)
    if not any(start < last and end > first for start, end in doc.source.locked):
        yield typed_toc.at(contents.head)


@missing_toc.finder
def find_missing(doc: Document, *, chapters: int = 6, characters: int = 20_000) -> Iterator[Finding]:
    if len(doc.text) < characters or doc.outline.first("contents") is not None:
        return
    tops = [section for section in doc.outline.top if section.element == "annex" or section.number]
    if len(tops) >= chapters and doc.is_draft and not any(block.kind == "toc" for block in doc.blocks):
        yield missing_toc.at(doc.first_span(), chapters=len(tops))
