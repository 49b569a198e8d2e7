"""Begin guidance with a clause of principles, and give guidance in every clause.

“总则” tells what the factors in the clauses behind it have in common. A clause with bare lists names factors, but not
what to do about them. Guidance on management systems has the clauses of the harmonized structure instead. A list under
a title is told by LST010 too, on the same words; there KND035 says more.

“总则”给出后面各章共同的原则；只有列项的章只列出因素，没有给出指导。管理体系指南采用其统一的结构，不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.chapters import Chapter
from stdlint.views.outline import Section
from stdlint.views.wording import fold

guidance_without_principles = Check(
    id="KND032",
    message="“{title}”之前宜有“总则”，说明需考虑的因素所依据的总体原则。",
    message_en="A clause of general principles (“总则”) precedes “{title}” in guidance.",
    bad="""
        # 物业服务指南

        # 1 范围

        # 4 ⟦需求分析⟧

        宜分析需求。
    """,
    good="""
        # 物业服务指南

        # 1 范围

        # 4 总则

        宜以顾客为中心。

        # 5 需求分析

        宜分析需求。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 ⟦需求分析⟧

            ## 4.1 总则

            # 5 可行性分析

            ## 5.1 总则

            # 6 总则
            """,
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 总则

            # 5 需求分析

            ## 5.1 总则

            # 6 可行性分析

            ## 6.1 总则
            """,
        ),
    ),
    clean=(
        "# 物业服务指南\n\n# 1 范围\n\n# 4 概述\n\n# 5 基本原则\n\n# 6 需求分析",
        "# 物业服务指南\n\n# 1 范围\n\n# 4 总体框架\n\n# 5 需求分析",
        "# 物业服务指南\n\n# 1 范围\n\n# 4 建设原则和目标\n\n# 5 需求分析",
        "# 物业服务指南\n\n# 1 范围\n\n# 4 策划\n\n## 4.1 策划的原则\n\n# 5 实施",
        "# 质量管理体系　指南\n\n# 1 范围\n\n# 4 组织环境\n\n# 5 领导作用",
        "# 能源管理体系　实施指南\n\n# 1 范围\n\n# 4 组织环境\n\n# 5 领导作用",
        "# 物业服务指南　第3部分：保洁\n\n# 1 范围\n\n# 4 需求分析",
        "# 物业服务规范\n\n# 1 范围\n\n# 4 需求分析",
        "# 物业服务指南\n\n# 1 范围\n\n# 附录A（资料性）　示例",
    ),
)

guidance_clause_without_guidance = Check(
    id="KND035",
    message="“{title}”只有列项，没有给出指导，宜用推荐型或陈述型条款引出。",
    message_en="“{title}” has bare lists; introduce them by a recommendation or a statement.",
    bad="""
        # 物业服务指南

        # 1 范围

        # 4 总则

        宜以顾客为中心。

        # 6 人员

        - ⟦培训；⟧
        - 考核。
    """,
    good="""
        # 物业服务指南

        # 1 范围

        # 4 总则

        宜以顾客为中心。

        # 6 人员

        宜考虑：

        - 培训；
        - 考核。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 总则

            宜以顾客为中心。

            # 6 人员

            ## 6.1 能力

            - ⟦知识；⟧
            - 经验。

            ## 6.2 培训

            - 岗前培训；
            - 在岗培训。
            """,
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 总则

            宜以顾客为中心。

            # 6 人员

            ## 6.1 能力

            能力包括：

            - 知识；
            - 经验。

            ## 6.2 培训

            培训包括：

            - 岗前培训；
            - 在岗培训。
            """,
        ),
    ),
    clean=(
        """
        # 物业服务指南

        # 1 范围

        # 4 总论

        - 以顾客的需要为中心开展各项物业服务活动；
        - 服务宜公开。

        # 5 人员

        ## 5.1 能力

        # 6 等级

        等级见表1。

        # 附录A（资料性）　示例

        - 甲；
        - 乙。
        """,
        "# 物业服务规范\n\n# 1 范围\n\n# 6 人员\n\n- 培训；\n- 考核。",
    ),
)

_PRINCIPLES = patterns.compile(
    "总则|总论|原则|通则|^总体|理念|指导思想|方针|^一般规定$|^通用|概述|^概论|^基本(?:规定|要求|考虑|思路)$|^一般(?:要求|考虑)$|^组织环境$"
)
_OVERVIEW = patterns.compile(
    "背景|概念|框架|模型|目的|作用|意义|价值|目标|分类|类型|缩略|符号|代号|体系|构成|组成|结构|角色|适用|基础|关系|特征|特点|益处|收益"
)
_LATER_PART = patterns.compile(r"第(?:[2-9]|\d\d|[二三四五六七八九十])部分")
"""The first part of a series gives the principles for all."""
_STATEMENT = 15
"""How many characters an item has, at least, that may be a statement and not only the name of a thing."""


@guidance_without_principles.finder
@guidance_clause_without_guidance.finder
def find(doc: Document) -> Iterator[Finding]:
    chapters = [chapter for chapter in doc.chapters if chapter.section.element == "clause"]
    of_series = _LATER_PART.search(doc.cover.title) is not None
    if "management-system" not in doc.kinds and not of_series and (place := _without_principles(chapters)) is not None:
        yield guidance_without_principles.at(place.head, title=place.title)
    items = {item.block for one in doc.lists for item in one.items}
    for chapter in chapters:
        if (span := _bare(doc, chapter.section, items)) is not None:
            yield guidance_clause_without_guidance.at(span, title=chapter.section.title)


def _without_principles(chapters: list[Chapter]) -> Section | None:
    """Return the first clause of factors where no clause of principles stands in front of it, or None."""
    for position, chapter in enumerate(chapters):
        title = fold(chapter.section.title)
        if _PRINCIPLES.search(title) or any("原则" in below.title for below in chapter.section.walk()):
            return None
        if _OVERVIEW.search(title) is None:
            later = any("原则" in below.title for other in chapters[position:] for below in other.section.walk())
            return None if later else chapter.section
    return None


def _bare(doc: Document, chapter: Section, items: set[int]) -> Span | None:
    """Return the first list item of a clause that says nothing besides the names in its lists, or None."""
    blocks = []
    for index in chapter.blocks():
        if doc.blocks[index].kind == "label" or not doc.said(index).strip():
            continue
        if index not in items:
            return None
        blocks.append(index)
    if not blocks:
        return None
    if any(len(doc.said(index)) >= _STATEMENT or doc.verbs(doc.blocks[index].span) for index in blocks):
        return None
    return doc.blocks[blocks[0]].span
