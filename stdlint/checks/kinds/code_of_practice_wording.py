"""Word the instructions of a procedure as instructions or requirements, not as recommendations.

“宜记录温度” leaves it open whether the step is part of the procedure. The rule reads the chapters of the procedure:
principles and the conditions of places, staff and equipment are no steps, and tracing has its own wording. Repeated in
one paragraph, it is told once.

程序指示用祈使句（“记录温度”）或要求型条款表述，不用“宜”：用“宜”就无从判断该步骤是否必须履行。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.outline import Section
from stdlint.views.wording import fold

recommendation_in_procedure = Check(
    id="KND093",
    message="程序指示用祈使句或“应”表述，不用“{word}”。",
    message_en="The instructions of a procedure are imperatives or requirements; “{word}” only recommends.",
    bad="""
        # 设备巡检规程

        # 1 范围

        # 4 程序确立

        # 5 程序指示

        ⟦宜⟧记录温度。
    """,
    good="""
        # 设备巡检规程

        # 1 范围

        # 4 程序确立

        # 5 程序指示

        记录温度。
    """,
    more=(
        (
            """
            # 玉米栽培技术规程

            # 1 范围

            # 4 播种

            ## 4.1 播期

            播种期⟦宜⟧在4月下旬，机播时宜用精量播种机。

            # 5 收获

            - 收获前⟦不宜⟧灌水；
            - 收获后晾晒。
            """,
            """
            # 玉米栽培技术规程

            # 1 范围

            # 4 播种

            ## 4.1 播期

            播种期在4月下旬，机播时用精量播种机。

            # 5 收获

            - 收获前不灌水；
            - 收获后晾晒。
            """,
        ),
    ),
    clean=(
        """
        # 装配式建筑管线分离技术规程

        # 1 范围

        # 4 设计

        ## 4.1 给水

        给水管道宜采用分水器配水。

        # 5 施工

        管道敷设后进行水压试验。
        """,
        """
        # 玉米栽培技术规程

        # 1 范围

        # 4 基本原则

        宜因地制宜。

        # 5 产地选择

        ## 5.1 土壤

        土壤的pH宜为6.5～7.5。

        # 6 播种

        选择适宜的品种，宜应包衣。

        注：播种深度宜为4 cm。

        # 7 追溯方法

        记录宜采用电子形式。

        # 附录A（资料性）　常用农药

        农药宜轮换使用。
        """,
    ),
)

_NO_STEPS = patterns.compile(
    r"设计|选型|选择|布置|规划|环境|产地|选址|园地|基地|场地|场所|条件|原则|总则|通则|概述|人员|职责|设施|设备|仪器|工具|器具|材料|要求$|规定$|追溯|证实|记录|档案|台账|资料"
    r"|检验|检测|试验|验收|评价|质量|标志|标识|分类|术语"
)
_WORDS = frozenset(("宜", "不宜"))


@recommendation_in_procedure.finder
def find(doc: Document) -> Iterator[Finding]:
    told: set[int] = set()
    for modal in doc.clause_modals:
        if modal.word not in _WORDS or modal.attributive:
            continue
        block = doc.block_at(modal.span[0])
        region = doc.regions[block]
        if block in told or region.element != "clause":
            continue
        if _gives_steps(region.section) and modal not in doc.clashing:
            told.add(block)
            yield recommendation_in_procedure.at(modal.span, word=modal.word)


def _gives_steps(section: Section) -> bool:
    above: Section | None = section
    while above is not None:
        if above.titled and _NO_STEPS.search(fold(above.title)):
            return False
        above = above.parent
    return True
