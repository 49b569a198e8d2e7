"""Give a standard its cover.

Only Word files are looked at: Markdown drafts usually start at the foreword or the scope.

封面是必备要素。只检查Word文件：Markdown草案通常从前言或范围开始。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import OBJECT

missing_cover = Check(
    id="ELM015",
    message="缺少封面，“{first}”之前没有封面内容。",
    message_en="The cover page is missing: nothing stands before “{first}”.",
    bad="""
        # ⟦目　次⟧

        前言　I

        # 前言

        # 1 范围
    """,
    good="""
        ICS 01.120

        CCS A 00

        中华人民共和国国家标准

        GB/T 1234—2024

        # 目　次

        前言　I

        # 前言

        # 1 范围
    """,
    clean=(
        """
        # 4 要求

        产品应通过检验。
        """,
    ),
    formats=("docx",),
)


@missing_cover.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.format != "docx" or not doc.is_draft:
        return
    tops = doc.outline.top
    if any(section.element == "cover" and len(section.body) > 1 for section in tops):
        return
    first = next(section for section in tops if section.element != "cover")
    above = doc.blocks[: first.first]
    if doc.cover.present or any(block.kind == "box" or OBJECT in doc.said(block) for block in above):
        return
    yield missing_cover.at(first.place, first=first.title or first.number)
