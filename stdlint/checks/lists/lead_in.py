"""Introduce every list with a sentence or a phrase that ends in a full stop or a colon.

A list consists of what introduces it and its items; without the former nobody knows what the items are. Paragraphs
numbered with “（一）” and the like are no list: LVL110 speaks there. Where a list begins at c), LST050 does.

列项由引语和各项组成，没有引语就不知道列出的是什么；引语是一个句子（以句号结尾）或句子的前一部分（以冒号结尾）。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.lists import DASH, List, closing, numbers_paragraphs
from stdlint.views.wording import is_chinese

list_without_lead_in = Check(
    id="LST010",
    message="列项“{item}”前没有引语。",
    message_en="Nothing introduces the list that begins with “{item}”.",
    bad="""
        # 5 要求

        ## 5.1 外观

        ——⟦颜色应均匀；⟧

        ——表面应无裂纹。

        ## 5.2 尺寸

        尺寸见表1。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外观的要求包括：

        ——颜色应均匀；

        ——表面应无裂纹。

        ## 5.2 尺寸

        尺寸见表1。
    """,
    more=(
        (
            """
            # 6 试验步骤

            a) ⟦称取试样；⟧

            b) 加入溶剂。
            """,
            """
            # 6 试验步骤

            试验按下列步骤进行：

            a) 称取试样；

            b) 加入溶剂。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        5.1　外观应符合下列要求：

        a) 颜色均匀；

        b) 表面无裂纹。

        ## 5.2 检验项目包括：

        - 颜色；
        - 光泽。

        # 6 结构

        结构见图1。

        ![结构](a.png)

        1) 机架；

        2) 夹具。

        图1　结构

        注：装置包括：

        ——机架；

        ——夹具。
        """,
        """
        # 前言

        ——增加了要求；

        ——删除了附录A。

        # 4 符号

        ——DNA：脱氧核糖核酸；

        ——RNA：核糖核酸。
        """,
    ),
)

wrong_lead_in_punctuation = Check(
    id="LST020",
    message="列项的引语应以“：”或“。”结尾。",
    message_en="What introduces a list shall end with a colon or a full stop.",
    bad="""
        # 5 检验

        ⟦检查包括如下项目⟧

        ——颜色；

        ——光泽。
    """,
    good="""
        # 5 检验

        检查包括如下项目：

        ——颜色；

        ——光泽。
    """,
    more=(
        (
            """
            # 5 检验

            外观应符合下列要求⟦；⟧

            a) 颜色均匀；

            b) 表面无裂纹。
            """,
            """
            # 5 检验

            外观应符合下列要求：

            a) 颜色均匀；

            b) 表面无裂纹。
            """,
        ),
        (
            """
            # 5 检验

            检验分为：

            a) ⟦出厂检验，包括⟧

            1) 外观；

            2) 尺寸；

            b) 型式检验。
            """,
            """
            # 5 检验

            检验分为：

            a) 出厂检验，包括：

            1) 外观；

            2) 尺寸；

            b) 型式检验。
            """,
        ),
    ),
    clean=(
        """
        # 5 检验

        检查以下项目。

        ——颜色应均匀。

        ——光泽应一致。

        检查包括（见表1）：

        ——颜色；

        ——光泽。
        """,
        """
        # 5 检验

        检查包括:

        ——颜色；

        ——光泽。
        """,
    ),
)


@list_without_lead_in.finder
@wrong_lead_in_punctuation.finder
def find(doc: Document) -> Iterator[Finding]:
    for one in doc.lists:
        if numbers_paragraphs(doc.source, one):
            continue
        if one.lead_in < 0:
            begins = one.items[0].ordinal <= 1
            if begins and (one.above == "title" or (one.above == "table" and one.kind == DASH)):
                block = doc.blocks[one.items[0].block]
                yield list_without_lead_in.at(block.span, item=doc.text[block.span[0] : block.span[1]][:20])
        elif one.outer is None or _is_nested(one):
            yield from _punctuation(doc, one)


def _is_nested(one: List) -> bool:
    """Say whether a list surely hangs under its item, and does not only go on with other markers."""
    return not one.items[0].typed or (one.parent is not None and one.parent.items[-1] is not one.outer)


def _punctuation(doc: Document, one: List) -> Iterator[Finding]:
    end = closing(doc.source, one.outer.end if one.outer is not None and one.outer.end >= 0 else one.lead_in)
    if end is None or end[1] not in ("", "；", "，", "、", ";", ","):
        return
    span, sign = end
    words = doc.sentence(span[0] - 1)
    if sum(map(is_chinese, doc.text[words[0] : span[0]])) < 4:
        return
    yield wrong_lead_in_punctuation.at(span if sign else words, fix=[Edit(*span, "：")], safe=False)
