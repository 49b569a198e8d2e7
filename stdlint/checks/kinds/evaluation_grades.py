"""Let the grades of an evaluation share out the scores without gap and without overlap.

A score between two grades belongs to none, one in both to two: the result of the evaluation cannot be told. Whole
numbers that follow one another (80～89, 90～100) leave no gap. Thresholds (90分以上, 80分以上) are read one after
another and are not judged.

评价等级的分值区间应首尾相接：既不空缺也不重叠，并写明端点归属（≥、＜）。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.grades import Bound, Grade

_LOWEST = Decimal(-(10**9))

grade_gap = Check(
    id="KND236",
    message="评价等级的分值区间“{quote}”与“{next}”之间{fault}。",
    message_en="The ranges of the grades {fault_en} between “{quote}” and “{next}”.",
    bad="""
        # ××服务评价规范

        # 8 评价结果

        评价结果分为优、良两个等级：

        a) 优：90～100；

        b) 良：⟦80～88⟧。
    """,
    good="""
        # ××服务评价规范

        # 8 评价结果

        评价结果分为优、良两个等级：

        a) 优：≥90；

        b) 良：≥80且＜90。
    """,
    more=(
        (
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级分为优（90～100）、良（⟦80～88⟧）、中（60～79）。
            """,
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级分为优（90～100）、良（80～89）、中（60～79）。
            """,
        ),
        (
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级见表2。

            表2 评价等级

            | 等级 | 总分S |
            |---|---|
            | 优秀 | S≥90 |
            | 良好 | ⟦80≤S≤90⟧ |
            | 合格 | 60≤S<80 |
            | 不合格 | S<60 |
            """,
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级见表2。

            表2 评价等级

            | 等级 | 总分S |
            |---|---|
            | 优秀 | S≥90 |
            | 良好 | 80≤S<90 |
            | 合格 | 60≤S<80 |
            | 不合格 | S<60 |
            """,
        ),
        (
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级按得分划分，90分～100分为优秀，⟦80分～90分⟧为良好，60分～79分为合格，60分以下为不合格。
            """,
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级按得分划分，90分～100分为优秀，80分～89分为良好，60分～79分为合格，60分以下为不合格。
            """,
        ),
        (
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级如下。

            优秀：大于90分。

            良好：⟦80分（含）以上，90分以下（不含90分）⟧。

            合格：60分（含）以上，80分以下（不含80分）。
            """,
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级如下。

            优秀：90分以上（含90分）。

            良好：80分（含）以上，90分以下（不含90分）。

            合格：60分（含）以上，80分以下（不含80分）。
            """,
        ),
        (
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级见表2。

            表2 评价等级

            | 评价等级 | 一级 | 二级 | 三级 |
            |---|---|---|---|
            | 综合得分 | ≥85 | ⟦70≤P＜80⟧ | ＜70 |
            """,
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级见表2。

            表2 评价等级

            | 评价等级 | 一级 | 二级 | 三级 |
            |---|---|---|---|
            | 综合得分 | ≥85 | 70≤P＜85 | ＜70 |
            """,
        ),
        (
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级见表2。

            表2 评价等级

            | 等级 | 得分 |
            |---|---|
            | 优秀 | 大于90分 |
            | 良好 | ⟦80分（含）以上，小于90分⟧ |
            """,
            """
            # ××服务评价规范

            # 8 评价结果

            评价等级见表2。

            表2 评价等级

            | 等级 | 得分 |
            |---|---|
            | 优秀 | 90分及以上 |
            | 良好 | 80分（含）以上，小于90分 |
            """,
        ),
    ),
    clean=(
        """
        # ××服务评价规范

        # 8 评价结果

        评价等级按得分划分：

        a) 优秀：90分以上（含90分）；

        b) 良好：80分（含）以上90分以下；

        c) 合格：60分～80分（不含）；

        d) 不合格：60分以下。
        """,
        """
        # ××服务评价规范

        # 8 评价结果

        评价等级分为五级：五级（≥90分，特品级）、四级（75—89分，优良级）、三级（60—74分，优良级）。
        """,
        """
        # ××服务评价规范

        # 8 评价结果

        表2 评价等级

        | 等级 | 总分$X$ |
        |---|---|
        | 优秀 | $X$≥90 |
        | 良好 | $80 \\le X < 90$ |
        | 合格 | 60≤$X$<80 |
        | 不合格 | $X$<60 |
        """,
        """
        # ××服务评价规范

        # 8 评价结果

        90分以上为五星级，80分以上为四星级，70分以上为三星级，等级由高到低评定。
        """,
        """
        # ××服务评价规范

        # 8 评价结果

        评价等级按得分评定：90分以上为优秀，80分以上为良好，60分以上为合格，60分以下为不合格。
        """,
        """
        # ××服务评价规范

        # 8 评价结果

        评价结果为合格的条件如下：

        a) 合格率不低于98%；

        b) 不合格率不高于2%。
        """,
        """
        # ××服务评价规范

        # 7 取值规则

        表2 等级

        | 指标 | 等级 | 范围 |
        |---|---|---|
        | 人员 | 优 | ≥95 |
        | 设施 | 优 | 80～85 |
        """,
        """
        # ××服务评价规范

        # 8 评价结果

        表2 评价等级

        | 等级 | 得分率 |
        |---|---|
        | A | 0.85～1.00 |
        | B | 0.70～0.84 |
        """,
    ),
)


@grade_gap.finder
def find(doc: Document) -> Iterator[Finding]:
    for grades in doc.grades:
        yield from _compare(doc, grades)


def _compare(doc: Document, grades: list[Grade]) -> Iterator[Finding]:
    grades = _told_apart(grades)
    ranges = [grade.range for grade in grades]
    ordered = sorted(grades, key=lambda grade: (_low(grade), grade.range.high is None))
    whole = all(_is_whole(bound) for one in ranges for bound in (one.low, one.high) if bound)
    step = Decimal(1) if whole else Decimal(1).scaleb(-max(one.places for one in ranges))
    for lower, upper in pairwise(ordered):
        fault = _fault(lower.range.high, upper.range.low, step)
        if fault:
            said, said_en = fault
            above = doc.text[slice(*upper.span)].replace("\ufffc", "")
            yield grade_gap.at(lower.span, next=above, fault=said, fault_en=said_en)
            return


def _told_apart(grades: list[Grade]) -> list[Grade]:
    """Return the grades to compare: of thresholds that are read one after another, the one nearest to the others."""
    if any(grade.range.low and grade.range.high for grade in grades):
        return grades
    least = sorted((grade for grade in grades if grade.range.low), key=_low)
    most = sorted((grade for grade in grades if grade.range.high), key=_high)
    return [*most[-1:], *least[:1]]


def _low(grade: Grade) -> Decimal:
    return grade.range.low.value if grade.range.low else _LOWEST


def _high(grade: Grade) -> Decimal:
    return grade.range.high.value if grade.range.high else _LOWEST


def _is_whole(bound: Bound) -> bool:
    return bound.value == bound.value.to_integral_value()


def _fault(high: Bound | None, low: Bound | None, step: Decimal) -> tuple[str, str] | None:
    """Say what is wrong between the upper end of a range and the lower end of the next one."""
    gap, overlap = ("有空缺", "leave a gap"), ("有重叠", "overlap")
    if high is None or low is None or high.value > low.value:
        return overlap
    if high.value == low.value:
        if high.closed and low.closed:
            return overlap
        return gap if high.closed is False and low.closed is False else None
    open_end = high.closed is False or low.closed is False
    return gap if open_end or low.value - high.value > step else None
