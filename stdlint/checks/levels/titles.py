"""Give every clause a title, and within a clause all subclauses of a level or none.

Titles show what belongs together and are what readers look for; a subclause without title is a single provision, so
nothing is subdivided below it. Where a clause without title is subdivided, only that is told, not also that its
neighbours have titles.

章应有标题；同一章、条中同层次的条，有无标题应一致，第一层次的条宜有标题；无标题条只是一个条款，不应再分条。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.heads import ENDS_RUNNING
from stdlint.views.levels import called, follows, lists_things, named, names
from stdlint.views.modals import REQUIREMENT
from stdlint.views.outline import Section
from stdlint.views.wording import fold

untitled_clause = Check(
    id="LVL012",
    message="第{number}章没有标题。",
    message_en="Clause {number} has no title.",
    bad="""
        # 4 分类

        产品分为两类。

        # ⟦5⟧

        产品应无裂纹。

        # 6 试验方法

        目测检查。
    """,
    good="""
        # 4 分类

        产品分为两类。

        # 5 要求

        产品应无裂纹。

        # 6 试验方法

        目测检查。
    """,
    more=(
        (
            """
            # 4 分类

            产品分为两类。

            # ⟦5⟧ 产品应无裂纹，边缘应平整。

            # 6 试验方法

            目测检查。
            """,
            """
            # 4 分类

            产品分为两类。

            # 5 要求

            产品应无裂纹，边缘应平整。

            # 6 试验方法

            目测检查。
            """,
        ),
    ),
    clean=(
        """
        # 5

        # 技术要求

        产品应无裂纹。
        """,
        """
        # 5 技术要求。

        产品应无裂纹。
        """,
    ),
)

mixed_subclause_titles = Check(
    id="LVL050",
    message="{parent}的各条中，{number}{look}标题，与其他条不一致。",
    message_en="The subclauses at the level of {number} shall all have titles, or none.",
    bad="""
        # 5 要求

        ## 5.1 外观

        外壳应无裂纹。

        ## 5.2 尺寸

        尺寸见表1。

        ⟦5.3⟧　外壳的接缝应密封。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外壳应无裂纹。

        ## 5.2 尺寸

        尺寸见表1。

        ## 5.3 接缝

        外壳的接缝应密封。
    """,
    more=(
        (
            """
            # 附录A（规范性）　试验装置

            A.1　装置由机架和夹具组成。

            A.2　机架应固定。

            ## ⟦A.3⟧ 校准

            装置应每年校准一次。
            """,
            """
            # 附录A（规范性）　试验装置

            A.1　装置由机架和夹具组成。

            A.2　机架应固定。

            A.3　装置应每年校准一次。
            """,
        ),
    ),
    clean=(
        """
        # 6 检验规则

        ## 6.1 组批

        6.1.1　同一班次生产的产品为一批。

        6.1.2　每批不多于500件。

        ## 6.2 抽样

        ### 6.2.1 数量

        抽取10件。

        ### 6.2.2 方法

        随机抽取。
        """,
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        ### 3.2 标准

        为各种活动提供规则的文件。
        """,
    ),
)

untitled_first_level_subclause = Check(
    id="LVL051",
    message="第{number}章“{title}”的条都没有标题，第一层次的条宜有标题。",
    message_en="The subclauses of Clause {number}, “{title}”, have no titles; those on the first level should.",
    bad="""
        # 5 ⟦要求⟧

        5.1　外壳应无裂纹。

        5.2　外壳应防水。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外壳应无裂纹。

        ## 5.2 防水

        外壳应防水。
    """,
    more=(
        (
            """
            # 5 ⟦要求⟧

            5.1　外壳应无裂纹。

            5.2　外壳应防水。

            5.3　符合用户对安全、健康、环境保护和使用方便等各方面的需求
            """,
            """
            # 5 要求

            ## 5.1 外观

            外壳应无裂纹。

            ## 5.2 防水

            外壳应防水。
            """,
        ),
    ),
    clean=(
        """
        # 5 试剂和材料

        5.1　硫酸，分析纯。

        5.2　盐酸，分析纯。
        """,
        """
        # 5 要求

        ## 5.1 外壳

        5.1.1　外壳应无裂纹。

        5.1.2　外壳应防水。

        ## 5.2 接缝

        接缝应密封。
        """,
        """
        # 4 符号和缩略语

        下列缩略语适用于本文件。

        4.1　DNA：脱氧核糖核酸。

        4.2　RNA：核糖核酸。
        """,
    ),
)

subdivided_untitled_subclause = Check(
    id="LVL060",
    message="{number}是无标题条，不应再分为{first}等条。",
    message_en="{number} has no title and shall not be subdivided into {first} and so on.",
    bad="""
        # 5 要求

        ## 5.1 外观

        外壳应无裂纹。

        ⟦5.2⟧　外壳应防水。

        5.2.1　接缝应密封。

        5.2.2　孔应有盖。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外壳应无裂纹。

        ## 5.2 防水

        5.2.1　接缝应密封。

        5.2.2　孔应有盖。
    """,
    clean=(
        """
        # 5 要求

        5.1　外壳应满足下列要求：

        a) 防水；

        b) 防尘。

        5.2　外壳的尺寸见表1。
        """,
    ),
)

repeated_parent_title = Check(
    id="LVL140",
    message="{number}的标题“{title}”与上一层次的标题相同。",
    message_en="The title “{title}” of {number} repeats that of the clause above.",
    bad="""
        # 5 外观

        ## 5.1 ⟦外观⟧

        表面应完好。

        ## 5.2 颜色

        颜色应均匀。
    """,
    good="""
        # 5 外观

        ## 5.1 通用要求

        表面应完好。

        ## 5.2 颜色

        颜色应均匀。
    """,
    more=(
        (
            """
            # 6 试验方法

            ## 6.1 ⟦试验方法⟧

            试验方法分为两类。

            ## 6.2 颜色

            目测检查。
            """,
            """
            # 6 试验方法

            ## 6.1 概述

            试验方法分为两类。

            ## 6.2 颜色

            目测检查。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ## 3.1 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1.1

        文件　document

        固定在介质上的信息。
        """,
        """
        # 6 试验方法

        ## 6.1 外观

        ### 6.1.1 试验方法

        目测检查。
        """,
    ),
)


@untitled_clause.finder
@mixed_subclause_titles.finder
@untitled_first_level_subclause.finder
@subdivided_untitled_subclause.finder
@repeated_parent_title.finder
def find(doc: Document) -> Iterator[Finding]:
    for parent, members, _, _ in doc.levels.groups:
        if parent is None:
            yield from _clauses(doc, members)
        else:
            yield from _subdivided(doc, members)
            yield from _repeated(doc, members, parent)
    for parent, members in doc.levels.divided:
        if all(member.titled for member in members) or parent.element == "symbols":
            continue
        if not lists_things(fold(parent.title)):
            yield from _uniform(doc, members, parent)


def _clauses(doc: Document, members: list[Section]) -> Iterator[Finding]:
    for section in members:
        if section.titled or section.label is None or section.element != "clause":
            continue
        text = section.title or (doc.said(section.body[0]) if section.body else "")
        runs = text.rstrip().endswith(ENDS_RUNNING) and not (section.title and names(section.title))
        if runs or not (section.title or section.body or section.children):
            yield untitled_clause.at(section.label, number=section.number)


def _subdivided(doc: Document, members: list[Section]) -> Iterator[Finding]:
    for section in members:
        first = None if section.titled else _first_below(section)
        if first is not None and section.label is not None and named(doc.source, section) is False:
            yield subdivided_untitled_subclause.at(section.label, number=section.number, first=first.number)


def _first_below(section: Section) -> Section | None:
    return next((child for child in section.children if follows(section, child.number)), None)


def _uniform(doc: Document, members: list[Section], parent: Section) -> Iterator[Finding]:
    """Report the first subclause of the smaller party, or a whole first level without titles."""
    looks = [(section, named(doc.source, section)) for section in members]
    bare = [section for section, look in looks if look is False]
    if not bare:
        return
    titled = [section for section, look in looks if look]
    if titled:
        bare = [section for section in bare if _first_below(section) is None]
        odd = (
            titled
            if len(titled) < len(bare) or (len(titled) == len(bare) and bare[0].first < titled[0].first)
            else bare
        )
        if odd and odd[0].label is not None:
            look = "有" if odd is titled else "没有"
            yield mixed_subclause_titles.at(odd[0].label, parent=called(parent), number=odd[0].number, look=look)
    elif len(members) > 1 and len(bare) * 2 > len(members) and parent.parent is None and parent.element != "annex":
        yield untitled_first_level_subclause.at(parent.place, number=parent.number, title=parent.title)


def _repeated(doc: Document, members: list[Section], parent: Section) -> Iterator[Finding]:
    first = parent.title[:1]
    for at, section in enumerate(members):
        same = section.titled and first and section.title[:1] == first
        if same and fold(section.title) == fold(parent.title):
            fix = None if at else _general(doc, section)
            yield repeated_parent_title.at(
                section.head, fix=fix, safe=False, number=section.number, title=section.title
            )


def _general(doc: Document, section: Section) -> str:
    """Return what a first subclause is called that says something about the whole clause."""
    required = any(
        modal.type == REQUIREMENT for index in section.blocks() for modal in doc.verbs(doc.blocks[index].span)
    )
    return "通用要求" if required else "概述"
