"""Word the requirements of a specification with “应”, not with “宜”.

Who claims conformity has to meet every provision of the chapter “要求”; a recommendation there can be met or not. The
rule reads the chapters that a title calls requirements. Repeated in one paragraph, it is told once. “宜” under 总体原则
and 通则 is in place, and what stands under 总体要求 and 通用要求 is read by GEN030.

规范标准的“要求”一章使用要求型条款（“应”），用“宜”表述的内容无法作为判定符合的依据。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.core_elements import is_requirements
from stdlint.views.outline import Section
from stdlint.views.wording import fold

recommendation_in_requirements = Check(
    id="KND062",
    message="规范标准的“要求”用“应”表述，不用“{word}”。",
    message_en="The requirements of a specification say “应”; “{word}” only recommends.",
    bad="""
        # 户外机柜技术规范

        # 1 范围

        # 5 要求

        外壳⟦宜⟧防水。

        # 6 证实方法

        宜在室内试验。
    """,
    good="""
        # 户外机柜技术规范

        # 1 范围

        # 5 要求

        外壳应防水。

        # 6 证实方法

        宜在室内试验。
    """,
    more=(
        (
            """
            # 家政服务规范

            # 1 范围

            # 5 服务要求

            ## 5.1 人员

            服务人员⟦宜⟧着工装，宜佩戴工牌。

            - 入户前⟦不宜⟧迟到；
            - 入户后应换鞋。
            """,
            """
            # 家政服务规范

            # 1 范围

            # 5 服务要求

            ## 5.1 人员

            服务人员应着工装，应佩戴工牌。

            - 入户前不应迟到；
            - 入户后应换鞋。
            """,
        ),
    ),
    clean=(
        """
        # 户外机柜技术规范

        # 1 范围

        # 4 总体原则

        宜节约材料。

        # 5 要求

        ## 5.1 通则

        机柜宜能远程维护。

        ## 5.2 外壳

        外壳应适宜安装，宜应防水。

        注：外壳宜防水。

        # 6 包装、运输和贮存要求

        机柜宜存放在室内。

        # 附录A（资料性）　安装

        安装宜由两人进行。
        """,
    ),
)

_WORDS = frozenset(("宜", "不宜"))
_GENERAL = frozenset(("总则", "总体原则", "通则", "总体要求", "通用要求"))


@recommendation_in_requirements.finder
def find(doc: Document) -> Iterator[Finding]:
    spans = [(c.section.first, c.section.last) for c in doc.chapters if is_requirements(c)]
    told: set[int] = set()
    for modal in doc.clause_modals if spans else ():
        if modal.word not in _WORDS or modal.attributive:
            continue
        block = doc.block_at(modal.span[0])
        if block in told or not any(first <= block < last for first, last in spans):
            continue
        if not _is_general(doc.regions[block].section) and modal not in doc.clashing:
            told.add(block)
            yield recommendation_in_requirements.at(modal.span, word=modal.word)


def _is_general(section: Section) -> bool:
    above: Section | None = section
    while above is not None:
        if above.titled and fold(above.title) in _GENERAL:
            return True
        above = above.parent
    return False
