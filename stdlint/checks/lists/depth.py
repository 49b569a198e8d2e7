"""Divide a list into two levels at most.

Items of items of items are hard to read and harder to cite; a subclause serves better.

列项不宜超过两个层次；需要更深的层次时，宜改用条。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document

deep_list = Check(
    id="LST040",
    message="列项有{level}个层次，不宜超过{deepest}个。",
    message_en="The list has {level} levels; it should have at most {deepest}.",
    bad="""
        # 5 检验

        检查包括：

        a) 颜色，分为：

        1) 正面，包括：

        · ⟦左侧；⟧

        · 右侧；

        2) 背面；

        b) 光泽。
    """,
    good="""
        # 5 检验

        检查包括：

        a) 颜色，分为：

        1) 正面；

        2) 背面；

        b) 光泽。
    """,
    clean=(
        """
        # 5 检验

        检查包括：

        ——颜色：

        · 正面；

        · 背面；

        ——光泽：

        · 正面；

        · 背面。
        """,
    ),
)


@deep_list.finder
def find(doc: Document, *, deepest: int = 2) -> Iterator[Finding]:
    told = False
    for one in doc.lists:
        told = told and one.outer is not None
        if one.level > deepest and not told:
            told = True
            yield deep_list.at(doc.blocks[one.items[0].block].span, level=one.level, deepest=deepest)
