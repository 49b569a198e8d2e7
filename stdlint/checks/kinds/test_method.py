"""Give a test method its procedure and its data processing.

Without the steps nobody can repeat the test, and without the way from readings to the result two laboratories get two
results from the same readings.

试验方法标准的核心是试验步骤和试验数据处理：没有步骤就不能重复试验，没有数据处理同样的读数会得出不同的结果。
章的标题只要可能指这两项内容（如“测定”“操作程序”“结果计算”），就视为已有。
没有任何一章像试验方法（原理、试剂、仪器、样品……）的，是对方法的其他描述，不作要求。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.chapters import roles_of
from stdlint.views.outline import Section
from stdlint.views.provisions import imperative

test_method_without_procedure = Check(
    id="KND210",
    message="试验方法标准应有“试验步骤”，没有哪一章的标题可能是试验步骤。",
    message_en="A test method standard shall have a test procedure; no clause can be meant for it.",
    bad="""
        # ⟦木材　含水率的测定⟧

        # 4 原理

        由烘干前后的质量计算含水率。

        # 5 试验数据处理

        含水率按公式（1）计算。

        # 6 试验报告

        试验报告包括样品和结果。
    """,
    good="""
        # 木材　含水率的测定

        # 4 原理

        由烘干前后的质量计算含水率。

        # 5 试验步骤

        称取5 g试样。

        # 6 试验数据处理

        含水率按公式（1）计算。

        # 7 试验报告

        试验报告包括样品和结果。
    """,
    clean=(
        *(
            f"""
            # 木材　含水率的测定

            # 4 原理

            由烘干前后的质量计算含水率。

            # 5 {title}

            试样烘至恒重。

            # 6 结果计算

            含水率按公式（1）计算。
            """
            for title in (
                "测定步骤",
                "测定",
                "操作程序",
                "烘干法",
                "第一法　烘干",
                "含水率测定",
                "试验方法",
                "试验与计算",
            )
        ),
        """
        # 木材　含水率的测定

        # 4 烘干

        将试样置于烘箱中烘至恒重。

        # 5 结果计算

        含水率按公式（1）计算。
        """,
        """
        # 木材　含水率的测定

        # 4 方法A

        ## 4.1 分析步骤

        试样烘至恒重。

        ## 4.2 结果计算

        含水率按公式（1）计算。
        """,
    ),
)

test_method_without_data_processing = Check(
    id="KND211",
    message="试验方法标准应有“试验数据处理”，没有哪一章的标题可能是试验数据处理。",
    message_en="A test method standard shall have data processing; no clause can be meant for it.",
    bad="""
        # ⟦木材　含水率的测定⟧

        # 4 原理

        由烘干前后的质量计算含水率。

        # 5 试验步骤

        称取5 g试样。

        # 6 试验报告

        试验报告包括样品和结果。
    """,
    good="""
        # 木材　含水率的测定

        # 4 原理

        由烘干前后的质量计算含水率。

        # 5 试验步骤

        称取5 g试样。

        # 6 试验数据处理

        含水率按公式（1）计算。

        # 7 试验报告

        试验报告包括样品和结果。
    """,
    clean=(
        *(
            f"""
            # 木材　含水率的测定

            # 4 试验步骤

            称取5 g试样。

            # 5 {title}

            含水率取两次测定的平均值。
            """
            for title in (
                "结果计算",
                "计算",
                "分析结果的表述",
                "结果与判定",
                "数据处理",
                "结果判读",
                "含水率的评定",
                "测量值的表示",
            )
        ),
        """
        # 木材　含水率的测定

        # 4 试验步骤

        ## 4.1 称量

        称取5 g试样。

        ## 4.2 结果的表示

        取平均值。
        """,
        """
        # 网络安全漏洞检测方法

        # 4 检测要求

        检测应经授权。

        # 5 检测流程

        检测流程包括收集、扫描和验证。

        # 6 检测报告

        报告应包括漏洞清单。
        """,
    ),
)

_PROCEDURE = patterns.compile(
    r"(?:测定|试验|检验|测量|测试|检测|鉴定|鉴别|检查|操作|分析|评定|观察|评价|校验|比对|滴定|处理|步骤|程序|过程|流程)(?:法|方法|[A-Z一二三四\d])?$"
    r"|(?<!计算方)(?<!处理方)(?<!表示方)法|[与和及、].*(?:测定|试验|步骤)|(?:测定|试验|步骤)[与和及、]"
)
_NO_PROCEDURE = patterns.compile(
    r"数据|结果|报告|原理|精密度|不确定度|条件|试剂|材料|仪器|设备|装置|样品|试样|试件|质量|安全|警示|总则|通则|一般|概述|要求"
)
_OTHERS = frozenset(("reagents", "apparatus", "samples", "precision", "assurance", "report", "principle"))
_AROUND = frozenset(("reagents", "apparatus", "samples", "principle"))
"""What stands around the procedure of a method; where the body has it, an annex is about something else."""
_DATA = patterns.compile("计算|结果|数据|评定|判定|判读|判断|评价|表示|表述|表达|处理|评级|等级|解释")


@test_method_without_procedure.finder
@test_method_without_data_processing.finder
def find(doc: Document) -> Iterator[Finding]:
    chapters = [chapter for chapter in doc.chapters if chapter.section.element == "clause"]
    if len(chapters) < 2:
        return
    told = sum(bool(chapter.roles & _AROUND) for chapter in chapters)
    told_in = chapters if told > 1 else doc.chapters
    sections = [section for chapter in told_in for section in chapter.section.walk() if not _apart(section)]
    titles = [section.title for section in sections if section.titled]
    steps = any(_may_be_procedure(title) for title in titles) or _instructs(doc, sections)
    data = any("data" in roles_of(title) or _DATA.search(title) for title in titles) or _calculates(doc)
    if not steps and (data or told):
        yield test_method_without_procedure.at(doc.first_span())
    if not data and (told or any("precision" in chapter.roles for chapter in chapters)):
        yield test_method_without_data_processing.at(doc.first_span())


def _apart(section: Section) -> bool:
    """Say whether a clause stands below one that is for something else: reagents, precision …"""
    above = section.parent
    while above is not None:
        roles = roles_of(above.title) if above.titled else frozenset()
        if roles & _OTHERS and not roles & {"procedure", "data", "verification"}:
            return True
        above = above.parent
    return False


def _may_be_procedure(title: str) -> bool:
    roles = roles_of(title)
    if "procedure" in roles and not roles & {"data", "report"}:
        return True
    return _PROCEDURE.search(title) is not None and (_NO_PROCEDURE.search(title) is None or _both(title))


def _both(title: str) -> bool:
    return any(sign in title for sign in "与和及、")


def _instructs(doc: Document, sections: list[Section]) -> bool:
    """Say whether a clause whose title says nothing of its purpose tells people what to do."""
    return any(
        imperative(doc.said(index))
        for section in sections
        if section.titled and not roles_of(section.title) and not _NO_PROCEDURE.search(section.title)
        for index in section.body
    )


def _calculates(doc: Document) -> bool:
    """Say whether a formula stands in a clause whose title says nothing of its purpose."""
    return any(
        not roles_of(section.title)
        for group in doc.formulas
        for section in (doc.outline.owner[group.formulas[0].block],)
        if section.titled
    )
