"""Give the statements of the foreword in the prescribed order, each of them once.

Everyone who opens a standard looks for them at the same place.

前言的内容有规定的先后次序，每项只写一次，读者总在同一处找到。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.foreword import RANK, Foreword, Statement

foreword_out_of_order = Check(
    id="FWD030",
    message="前言的内容应依次给出，“{what}”的位置不对，应移到“{before}”之前。",
    message_en="The statements of the foreword are out of order: {what_en} belongs in front of {before_en}.",
    bad="""
        # 前言

        本文件起草单位：东山研究院。

        本文件主要起草人：张三。

        ⟦本文件由××归口。⟧
    """,
    good="""
        # 前言

        本文件由××归口。

        本文件起草单位：东山研究院。

        本文件主要起草人：张三。
    """,
    more=(
        (
            """
            # 前言

            ⟦请注意本文件的某些内容可能涉及专利。⟧本文件的发布机构不承担识别专利的责任。

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            本文件代替GB/T 1—2009《螺栓》。

            本文件由××归口。
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            本文件代替GB/T 1—2009《螺栓》。

            请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

            本文件由××归口。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

        本文件是GB/T 1234《螺栓》的第1部分。GB/T 1234已经发布了以下部分：

        ——第1部分：归口。

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，除结构调整和编辑性改动外，主要技术变化如下：

        a) 增加了专利的要求（见5.2）；

        b) 删除了起草单位：的要求（见2009年版的5.2）。

        本文件等同采用ISO 898:2013《紧固件》。

        本文件做了下列最小限度的编辑性改动：

        ——删除了本文件由××归口的说明。

        请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

        本文件由××提出。

        本文件由××归口。

        本文件起草单位：东山研究院。

        本文件主要起草人：张三。

        本文件及其所代替文件的历次版本发布情况为：

        ——2009年首次发布为GB/T 1—2009；

        ——本次为第一次修订。
        """,
        """
        # 前言

        本标准由××归口。

        本标准代替GB/T 1—2000。
        """,
    ),
)

repeated_foreword_paragraph = Check(
    id="FWD130",
    message="前言中“{quote}”重复出现，宜只保留一处。",
    message_en="“{quote}” stands in the foreword more than once; one place is enough.",
    bad="""
        # 前言

        本文件由××归口。

        ⟦本文件由××归口。⟧
    """,
    good="""
        # 前言

        本文件由××归口。
    """,
    more=(
        (
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            ⟦本文件按照GB/T 1.1—2020给出的规则起草。⟧
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件由××提出。

        本文件由××归口。

        ××××

        ××××
        """,
    ),
)

_NAMES = {
    "basis": ("起草依据", "the drafting basis"),
    "part": ("部分的说明", "the statement on the parts"),
    "parts": ("部分的说明", "the statement on the parts"),
    "replacement": ("代替的说明", "the statement on the replaced document"),
    "changes": ("技术变化", "the list of technical changes"),
    "international": ("与国际文件的关系", "the relation to the international document"),
    "patent": ("专利声明", "the patent disclaimer"),
    "proposer": ("提出和归口信息", "the statement on the committee"),
    "committee": ("提出和归口信息", "the statement on the committee"),
    "units": ("起草单位", "the line of drafting organizations"),
    "drafters": ("主要起草人", "the line of drafters"),
    "history": ("历次版本发布情况", "the history of versions"),
}


@foreword_out_of_order.finder
@repeated_foreword_paragraph.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or foreword.legacy:
        return
    repeated = _repeated(foreword)
    for start, end in repeated:
        yield repeated_foreword_paragraph.at((start, end))
    told: list[Statement] = []
    for statement in foreword.statements:
        new = statement.kind in RANK and not any(start <= statement.span[0] < end for start, end in repeated)
        if new and not (told and RANK[told[-1].kind] == RANK[statement.kind]):
            told.append(statement)
    kept = _longest(told)
    for position, statement in enumerate(told):
        if statement not in kept:
            late = next((s for s in told[:position] if RANK[s.kind] > RANK[statement.kind]), None)
            first, second = (statement, late) if late else (_smaller(told[position:], statement), statement)
            (what, what_en), (before, before_en) = _NAMES[first.kind], _NAMES[second.kind]
            yield foreword_out_of_order.at(
                statement.span, what=what, before=before, what_en=what_en, before_en=before_en
            )
            return


def _repeated(foreword: Foreword) -> list[Span]:
    """Return the spans of sentences that were said before, neighbours joined, and of a second drafting basis."""
    seen: set[str] = set()
    found: list[Span] = []
    for span, text in foreword.sentences:
        if text in seen and len(text) > 6:
            if found and found[-1][1] == span[0]:
                span = (found.pop()[0], span[1])
            found.append(span)
        seen.add(text)
    return found + [s.span for s in foreword.all("basis")[1:] if s.span not in found]


def _longest(told: list[Statement]) -> list[Statement]:
    """Return the longest run of statements that stand in order; of two as long, the one that begins earlier."""
    best: list[list[Statement]] = []
    for statement in told:
        runs = [run for run in best if RANK[run[-1].kind] <= RANK[statement.kind]]
        best.append([*max(runs, key=len, default=[]), statement])
    return max(best, key=len, default=[])


def _smaller(rest: list[Statement], statement: Statement) -> Statement:
    return next(s for s in rest if RANK[s.kind] < RANK[statement.kind])
