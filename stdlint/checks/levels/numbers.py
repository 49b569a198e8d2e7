"""Number clauses and subclauses one after the other, each within the clause that it belongs to.

Readers and other documents refer to clauses by their numbers, so no number is left out, used twice or taken from
another clause, and none has more than six parts. Entry numbers of terms are told by TRM041 and TRM161, wrong numbers
of the first three clauses by SCP010, REF010 and TRM010, numbers without the letter of the annex by ANX060. Where so
many numbers are wrong that the file can only hold pieces of a draft, the first is told alone.

章、条的编号是引用的依据：从1起连续，不重复，不跳过层次，以所属章、条的编号为前缀，最多分至第五层次的条。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.heads import FIXED
from stdlint.views.levels import Group, called, follows, named, stands
from stdlint.views.outline import Section

skipped_clause_number = Check(
    id="LVL010",
    message="编号{number}与前面的编号不连续，应为{expected}。",
    message_en="The number {number} does not follow the ones before; it should be {expected}.",
    bad="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## ⟦5.3⟧ 尺寸

        尺寸见表1。

        ## 5.4 质量

        质量见表2。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## 5.2 尺寸

        尺寸见表1。

        ## 5.3 质量

        质量见表2。
    """,
    more=(
        (
            """
            # 1 范围

            # 2 规范性引用文件

            # 3 术语和定义

            # 4 分类

            # ⟦6⟧ 要求

            # 7 试验方法
            """,
            """
            # 1 范围

            # 2 规范性引用文件

            # 3 术语和定义

            # 4 分类

            # 5 要求

            # 6 试验方法
            """,
        ),
        (
            """
            # 附录A（规范性）　试验装置

            ## ⟦A.2⟧ 组成

            装置由机架和夹具组成。
            """,
            """
            # 附录A（规范性）　试验装置

            ## A.1 组成

            装置由机架和夹具组成。
            """,
        ),
        (
            """
            # 6 检验规则

            ## 6.1 组批

            6.1.1　同一班次生产的产品为一批。

            ⟦6.1.3⟧　每批不多于500件。
            """,
            """
            # 6 检验规则

            ## 6.1 组批

            6.1.1　同一班次生产的产品为一批。

            6.1.2　每批不多于500件。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        ### 3.3

        标准　standard

        为各种活动提供规则的文件。
        """,
        """
        # 引言

        ## 0.1 总则

        本文件给出了指导。

        ## 0.3 背景

        近年来应用广泛。
        """,
        """
        # 5 要求

        ## 5.1 外观

        外观应完好。

        5.2尺寸，见表1。

        ## 5.3 质量

        质量见表2。
        """,
        """
        # 1 范围

        # 2 规范性引用文件

        # 4 要求
        """,
    ),
)

duplicate_clause_number = Check(
    id="LVL011",
    message="编号{number}重复。",
    message_en="The number {number} is used twice.",
    bad="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## ⟦5.1⟧ 尺寸

        尺寸见表1。

        ## 5.2 质量

        质量见表2。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## 5.2 尺寸

        尺寸见表1。

        ## 5.3 质量

        质量见表2。
    """,
    more=(
        (
            """
            # 5 要求

            产品应完好。

            # ⟦5⟧ 试验方法

            目测检查外观。

            # 6 检验规则

            逐件检验。
            """,
            """
            # 5 要求

            产品应完好。

            # 6 试验方法

            目测检查外观。

            # 7 检验规则

            逐件检验。
            """,
        ),
    ),
)

clause_number_outside_parent = Check(
    id="LVL020",
    message="编号{number}应以所在的{parent}的编号为前缀。",
    message_en="The number {number} shall begin with the number of the clause in which it stands.",
    bad="""
        # 4 要求

        ## ⟦5.1⟧ 外观

        外观应完好。

        ## 5.2 尺寸

        尺寸见表1。
    """,
    good="""
        # 4 要求

        ## 4.1 外观

        外观应完好。

        ## 4.2 尺寸

        尺寸见表1。
    """,
    more=(
        (
            """
            # 附录A（资料性）　记录

            记录见表A.1。

            # 附录B（规范性）　试验装置

            ## ⟦A.1⟧ 组成

            装置由机架和夹具组成。

            ## B.2 校准

            装置应校准。
            """,
            """
            # 附录A（资料性）　记录

            记录见表A.1。

            # 附录B（规范性）　试验装置

            ## B.1 组成

            装置由机架和夹具组成。

            ## B.2 校准

            装置应校准。
            """,
        ),
    ),
    clean=(
        """
        # 附录A（规范性）　试验装置

        ## 1.1 组成

        装置由机架和夹具组成。
        """,
        """
        # 1 范围

        # 2 规范性引用文件

        # 4 要求

        质量不小于下列值：

        3.5 kg（甲型）。

        4.5 kg（乙型）。
        """,
    ),
)

skipped_level = Check(
    id="LVL024",
    message="{parent}之下直接编为{number}，跳过了一个层次。",
    message_en="The number {number} skips a level.",
    bad="""
        # 4 要求

        ## 4.1 外观

        ### ⟦4.1.1.1⟧ 颜色

        颜色应均匀。

        ### 4.1.1.2 光泽

        光泽应一致。
    """,
    good="""
        # 4 要求

        ## 4.1 外观

        ### 4.1.1 颜色

        颜色应均匀。

        ### 4.1.2 光泽

        光泽应一致。
    """,
    more=(
        (
            """
            # 5 试验方法

            ### ⟦5.1.1⟧ 仪器

            天平。

            ### 5.1.2 步骤

            称取试样。
            """,
            """
            # 5 试验方法

            ## 5.1 仪器

            天平。

            ## 5.2 步骤

            称取试样。
            """,
        ),
    ),
)

too_deep = Check(
    id="LVL030",
    message="{number}为第{level}层次的条，条最多分至第{deepest}层次。",
    message_en="{number} is a subclause of level {level}; there are at most {deepest} levels of subclauses.",
    bad="""
        # 5 要求

        ## 5.1 外观

        ### 5.1.1 表面

        #### 5.1.1.1 涂层

        ##### 5.1.1.1.1 颜色

        ###### 5.1.1.1.1.1 正面

        ###### ⟦5.1.1.1.1.1.1⟧ 左侧

        颜色应均匀。

        ###### 5.1.1.1.1.1.2 右侧

        颜色应均匀。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        ### 5.1.1 表面

        #### 5.1.1.1 涂层

        ##### 5.1.1.1.1 颜色

        ###### 5.1.1.1.1.1 左侧

        颜色应均匀。

        ###### 5.1.1.1.1.2 右侧

        颜色应均匀。
    """,
    clean=("# 附录A（规范性）　方法\n\n## A.1.1.1.1.1 左侧\n\n颜色应均匀。",),
)


@skipped_clause_number.finder
@duplicate_clause_number.finder
@clause_number_outside_parent.finder
@skipped_level.finder
@too_deep.finder
def find(doc: Document, *, deepest: int = 5) -> Iterator[Finding]:
    broken = _breaks(doc)
    yield from islice(broken, 1) if doc.levels.torn else broken
    for _, members in doc.levels.divided:
        level = members[0].number.count(".")
        if level == deepest + 1 and members[0].label is not None:
            yield too_deep.at(members[0].label, number=members[0].number, level=level, deepest=deepest)


def _breaks(doc: Document) -> Iterator[Finding]:
    """Report breaks in document order; what stands below a wrong number is not told to be outside it."""
    wrong: set[Section] = set()
    for group in doc.levels.groups:
        parent = group.parent
        if parent is None:
            yield from _clauses(doc, group, wrong)
        elif not group.regular:
            strays = [member for member in group.members if not follows(parent, member.number)]
            if strays and parent not in wrong:
                yield from _outside(doc, parent, group)
            yield from _Sequence(doc, f"{parent.number}.", strays, wrong).judge(group.inside, 1, parent.first)


def _clauses(doc: Document, group: Group, wrong: set[Section]) -> Iterator[Finding]:
    """Judge the clauses behind the first three: a file that begins with Clause 5 is a piece of a draft."""
    free = next((at for at, member in enumerate(group.members) if member.element not in FIXED), -1)
    if free < 0:
        return
    members = group.members[free:]
    whole = free and all(doc.outline.first(element) for element in FIXED)
    start = int(group.members[0].number) + free if whole else int(members[0].number)
    before = group.members[max(free - 1, 0)].first
    yield from _Sequence(doc, "", [], wrong).judge(members, start, before)


def _outside(doc: Document, parent: Section, group: Group) -> Iterator[Finding]:
    """Report the first clause whose number is not that of its parent with one part more, unless a level is lost."""
    before: Section | None = None
    told: set[Check] = set()
    for member in group.members:
        start, last, before = before.first if before else parent.first, before, member
        if member.label is None or follows(parent, member.number) or not _is_clause(doc, member, last):
            continue
        deeper = member.number.startswith(parent.number + ".")
        check = skipped_level if deeper else clause_number_outside_parent
        between = member.number.rpartition(".")[0]
        if check not in told and not (deeper and stands(doc.source, between, start, member.first)):
            told.add(check)
            yield check.at(member.label, number=member.number, parent=called(parent))


def _is_clause(doc: Document, section: Section, before: Section | None) -> bool:
    """Say whether what bears a surprising number is a clause, and not a paragraph that begins with a decimal."""
    if section.first + 1 < len(doc.blocks) and doc.blocks[section.first + 1].kind == "heading":
        return True
    name = named(doc.source, section)
    last = int(before.parts[-1]) if before is not None else 0
    return name is True or (name is False and int(section.parts[-1]) == last + 1)


class _Sequence:
    """The numbers below one clause: `prefix` opens them all, `strays` stand among them with numbers of their own."""

    def __init__(self, doc: Document, prefix: str, strays: list[Section], wrong: set[Section]) -> None:
        self.doc = doc
        self.prefix = prefix
        self.strays = strays
        self.wrong = wrong

    def judge(self, members: list[Section], expected: int, before: int) -> Iterator[Finding]:
        """Report the first number that is left out, and the first that stands twice."""
        seen: set[int] = set()
        twice = 0
        for member in members:
            last = int(member.number.removeprefix(self.prefix))
            start, before = before, member.first
            if member.label is None:
                continue
            if last in seen:
                self.wrong.add(member)
                if not twice:
                    yield duplicate_clause_number.at(member.label, number=member.number)
                twice += 1
                continue
            if last > expected + twice:
                if not self.stand(range(expected, last), start, member.first):
                    self.wrong.add(member)
                    right = f"{self.prefix}{expected}"
                    yield skipped_clause_number.at(member.label, number=member.number, expected=right)
                    return
                twice = 0
            seen.add(last)
            expected = max(expected, last + 1)

    def stand(self, lost: range, first: int, last: int) -> bool:
        """Say whether the lost numbers are those of strays, or stand in the file though nobody read them."""
        strays = sum(first <= stray.first < last for stray in self.strays)
        return len(lost) <= strays or any(
            stands(self.doc.source, f"{self.prefix}{number}", first, last) for number in lost
        )
