"""Use in general clauses the types of clause that their titles promise.

“总体要求” and “通用要求” contain requirements, “通则” at least one; “概述” contains none.

条的标题预示条款的类型：“总体要求”“通用要求”写要求，“通则”至少有一条要求，“概述”中没有要求、指示和推荐。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.modals import RECOMMENDATION, REQUIREMENT, clashes
from stdlint.views.outline import Section
from stdlint.views.provisions import commands
from stdlint.views.wording import fold

general_requirements_without_requirement = Check(
    id="GEN020",
    message="“{title}”中没有要求型条款，应以“应”表述要求。",
    message_en="“{title}” contains no requirement; word its requirements with “应” (shall).",
    bad="""
        # 5 ⟦总体要求⟧

        宜保持整洁。
    """,
    good="""
        # 5 总体要求

        应保持整洁。
    """,
    clean=(
        """
        # 5 总体要求

        ## 5.1 人员

        人员应经过培训。

        ## 5.2 环境

        环境的温度见表1。
        """,
    ),
)

recommendation_in_general_requirements = Check(
    id="GEN021",
    message="“{title}”中使用要求型条款，不使用推荐型条款“{word}”。",
    message_en="“{title}” is worded with requirements, not with the recommendation “{word}”.",
    bad="""
        # 5 要求

        ## 5.1 通用要求

        外壳应密封。外壳⟦宜⟧防水。
    """,
    good="""
        # 5 要求

        ## 5.1 通用要求

        外壳应密封。外壳应防水。
    """,
    clean=("# 5 要求\n\n## 5.1 通用要求\n\n外壳宜应密封。",),
)

provision_in_overview = Check(
    id="GEN030",
    message="“{title}”中不写要求、指示或推荐，“{word}”所在的句子应移至其他条或改为陈述。",
    message_en="“{title}” contains no requirement, instruction or recommendation; move the sentence with “{word}”.",
    bad="""
        # 5 检验

        ## 5.1 概述

        产品⟦应⟧经检验。
    """,
    good="""
        # 5 检验

        ## 5.1 概述

        产品的检验包括出厂检验和型式检验。
    """,
    clean=(
        """
        # 5 检验

        ## 5.1 概述

        应急响应的适应性、相应的功能和可靠性见5.2。检验按照目的分为两类。用户可选择检验项目。
        """,
    ),
)

common_requirements_without_requirement = Check(
    id="GEN031",
    message="“{title}”中没有要求型条款，应以“应”表述要求。",
    message_en="“{title}” contains no requirement; word its requirements with “应” (shall).",
    bad="""
        # 5 要求

        ## 5.1 ⟦通用要求⟧

        外壳宜防水。
    """,
    good="""
        # 5 要求

        ## 5.1 通用要求

        外壳应防水。
    """,
    clean=(
        """
        # 5 要求

        ## 5.1 通则

        外壳宜防水，接缝应密封。
        """,
    ),
)


@general_requirements_without_requirement.finder
@recommendation_in_general_requirements.finder
@provision_in_overview.finder
@common_requirements_without_requirement.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.walk():
        if section.element not in ("clause", "annex") or not section.titled:
            continue
        if not doc.regions[section.first].normative:
            continue
        title = fold(section.title)
        if title == "概述":
            yield from _overview(doc, section)
        elif title in ("总体要求", "通用要求", "通则") and doc.kind != "guidance":
            yield from _general(doc, section, title)


def _general(doc: Document, section: Section, title: str) -> Iterator[Finding]:
    texts = list(doc.provision_blocks(section))
    if not texts:
        return
    modals = [modal for index in texts for modal in doc.verbs(doc.blocks[index].span) if not modal.attributive]
    if not any(modal.type == REQUIREMENT for modal in modals):
        check = general_requirements_without_requirement
        if title != "总体要求":
            check = common_requirements_without_requirement
        if title == "总体要求" or section.level > 1:
            yield check.at(section.head, title=section.title)
    if title != "通则":
        clashing = {modal for pair in clashes(modals) for modal in pair}
        for modal in modals:
            if modal.type == RECOMMENDATION and modal not in clashing:
                yield recommendation_in_general_requirements.at(modal.span, title=section.title, word=modal.word)


def _overview(doc: Document, section: Section) -> Iterator[Finding]:
    for index in section.blocks():
        if doc.regions[index].role != "text":
            continue
        for sentence in doc.provisions.sentences(index):
            modal = sentence.first(REQUIREMENT, RECOMMENDATION)
            span = modal.span if modal else commands(doc.text, sentence.span)
            if span:
                yield provision_in_overview.at(span, title=section.title, word=doc.text[span[0] : span[1]])
                break
