"""Word the steps of a test as instructions, not as recommendations.

A step that one laboratory takes and another leaves out makes two methods of one.

试验步骤用祈使句或“应”表述；“宜”使步骤可做可不做，结果就不可比。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.chapters import roles_of
from stdlint.views.modals import RECOMMENDATION
from stdlint.views.outline import Section

recommendation_in_test_procedure = Check(
    id="KND216",
    message="试验步骤应使用指示或要求型条款，不使用“{quote}”。",
    message_en="A test procedure is worded as instructions, not with “{quote}”.",
    bad="""
        # 木材　含水率的测定

        # 5 试验步骤

        ⟦宜⟧称取5 g试样。
    """,
    good="""
        # 木材　含水率的测定

        # 5 试验步骤

        称取5 g试样。
    """,
    more=(
        (
            """
            # 木材　含水率的测定

            # 5 测定步骤

            ## 5.1 称量

            试样质量⟦宜⟧为5 g，称量前⟦不宜⟧打开干燥器。

            ## 5.2 烘干

            a) 烘箱温度⟦宜⟧为103 ℃；
            b) 烘干4 h。

            ## 5.3 试样的准备

            试样⟦宜⟧成对。
            """,
            """
            # 木材　含水率的测定

            # 5 测定步骤

            ## 5.1 称量

            试样质量为5 g，称量前不打开干燥器。

            ## 5.2 烘干

            a) 烘箱温度为103 ℃；
            b) 烘干4 h。

            ## 5.3 试样的准备

            试样成对。
            """,
        ),
        (
            """
            # 木材　含水率的测定

            # 5 方法A

            ## 5.1 仪器

            宜使用分析天平。

            ## 5.2 步骤

            ⟦宜⟧称取5 g试样。
            """,
            """
            # 木材　含水率的测定

            # 5 方法A

            ## 5.1 仪器

            宜使用分析天平。

            ## 5.2 步骤

            称取5 g试样。
            """,
        ),
    ),
    clean=(
        """
        # 木材　含水率的测定

        # 5 仪器设备

        宜使用分析天平。

        # 6 试验步骤

        ## 6.1 称量

        称取适宜的试样。

        注：烘干宜在夜间进行。

        # 7 试验报告

        报告宜附照片。
        """,
        """
        # 木材　含水率的测定

        # 5 试验方法

        ## 5.1 仪器设备

        宜使用分析天平。

        ## 5.2 样品

        样品宜密封。
        """,
    ),
)

_OTHERS = frozenset(
    ("reagents", "apparatus", "samples", "report", "data", "precision", "principle", "assurance", "sampling")
)

_STEPS = patterns.compile(r"(?<!计算)(?<!处理)(?:步骤|程序)$")


@recommendation_in_test_procedure.finder
def find(doc: Document) -> Iterator[Finding]:
    known: dict[int, bool] = {}
    for modal in doc.clause_modals:
        if modal.type == RECOMMENDATION and modal.word in ("宜", "不宜") and not modal.attributive:
            section = doc.region_at(modal.span[0]).section
            if known.setdefault(id(section), _is_procedure(section)):
                yield recommendation_in_test_procedure.at(modal.span)


def _is_procedure(section: Section) -> bool:
    """Say whether a clause stands below “步骤”, or the nearest above it whose title says a purpose is a procedure."""
    above: Section | None = section
    while above is not None:
        if _STEPS.search(above.title):
            return True
        above = above.parent
    above = section
    while above is not None:
        roles = roles_of(above.title) if above.titled else frozenset()
        if "procedure" in roles:
            return not roles & {"data", "report"}
        if roles & _OTHERS:
            return False
        above = above.parent
    return False
