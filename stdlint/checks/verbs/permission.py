"""Keep permission (“可”) and ability (“能”) apart.

Who is allowed to do something “可” do it; “能” says that a thing or person is able to.

允许谁做某事用“可”；“能”表示人或物有能力。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

can_for_may = Check(
    id="MOD061",
    message="表示允许用“可”，不用“能”。",
    message_en="Write “可” (may), not “能” (can), for a permission.",
    bad="""
        # 4 要求

        用户⟦能⟧选择颜色。
    """,
    good="""
        # 4 要求

        用户可选择颜色。
    """,
    clean=(
        """
        # 4 要求

        设备能承受5 J的冲击。用户能力的评价见附录A。系统应使用户能选择颜色。软件能自动选择量程。
        """,
    ),
)

_ACTOR = patterns.compile(
    r"(?:用户|使用者|操作者|操作人员|顾客|消费者|申请人|委托方|委托人|供方|需方|供需双方|当事人|制造商|生产者|组织|企业|实验室)(?:也|均|都)?能"
    r"(?=选择|自行|根据|要求|提出|申请|拒绝|指定|协商|采用|决定|选用|调整|放弃)"
)
_CAUSED = patterns.compile(r"(?:使|让|确保|保证|以便|便于|支持|允许|帮助)[^，。；\n]{0,10}$")


@can_for_may.finder
def find(doc: Document) -> Iterator[Finding]:
    ends = {modal.span[1]: modal for modal in doc.clause_modals if modal.word == "能"}
    if not ends:
        return
    for match in doc.matches(_ACTOR):
        modal = ends.get(match.end())
        if modal and not _CAUSED.search(doc.text[max(0, match.start() - 12) : match.start()]):
            yield can_for_may.at(modal.span, fix="可", safe=False)
