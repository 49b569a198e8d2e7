"""Let the weights of an evaluation add up to 1, and its scores to the stated total.

Otherwise no object can reach the full score, or one can exceed it. Weights of a lower level add up to 1 below each
indicator, or to the weight of that indicator: both ways are in use, so that only a sum that fits neither is wrong. What
is not understood wholly (criteria with scores of their own, bonus scores) is not judged.

同级指标的权重之和为1（100%）；下级指标的权重之和为1，或等于上级指标的权重。各项分值之和等于所给总分。
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.grades import places
from stdlint.views.indicator_tables import SCORE, WEIGHT, Amount, Indicator, IndicatorTable

_HEAD = """
        # ××服务评价规范

        # 6 评价指标

        评价指标及其{what}见表1。

        表1 评价指标及其{what}{total}

{table}
"""


def _with(table: str, what: str = "权重", total: str = "") -> str:
    rows = "\n".join(f"        {line.strip()}" for line in table.strip().splitlines())
    return _HEAD.format(what=what, total=total, table=rows)


wrong_weight_sum = Check(
    id="KND233",
    message="{where}的权重之和为{sum}，应为{due}。",
    message_en="The weights of {where_en} add up to {sum}, not to {due}.",
    bad=_with("""
        | 评价指标 | ⟦权重⟧ |
        |---|---|
        | 人员 | 0.3 |
        | 设施 | 0.3 |
        | 过程 | 0.3 |
    """),
    good=_with("""
        | 评价指标 | 权重 |
        |---|---|
        | 人员 | 0.3 |
        | 设施 | 0.3 |
        | 过程 | 0.4 |
    """),
    more=(
        (
            _with("""
                | 指标 | ⟦权重⟧ |
                |---|---|
                | 人员 | 20％ |
                | 设施 | 70％ |
            """),
            _with("""
                | 指标 | 权重 |
                |---|---|
                | 人员 | 20％ |
                | 设施 | 80％ |
            """),
        ),
        (
            _with("""
                | 一级指标 | 医院权重 | ⟦学校权重⟧ |
                |---|---|---|
                | 基础 | 0.4 | 0.5 |
                | 过程 | 0.6 | 0.6 |
            """),
            _with("""
                | 一级指标 | 医院权重 | 学校权重 |
                |---|---|---|
                | 基础 | 0.4 | 0.5 |
                | 过程 | 0.6 | 0.5 |
            """),
        ),
        (
            _with("""
                | 一级指标（权重） | 二级指标（权重） |
                |---|---|
                | 基础（0.4） | 人员（0.6） |
                | | 设施（0.4） |
                | ⟦过程（0.6）⟧ | 响应（0.5） |
                | | 处理（0.4） |
            """),
            _with("""
                | 一级指标（权重） | 二级指标（权重） |
                |---|---|
                | 基础（0.4） | 人员（0.6） |
                | | 设施（0.4） |
                | 过程（0.6） | 响应（0.5） |
                | | 处理（0.5） |
            """),
        ),
        (
            _with("""
                | 评价因子 | ⟦权重值⟧ |
                |---|---|
                | 人员 | 0.30 |
                | 设施 | 0.25 |
                | 过程 | 0.40 |
            """),
            _with("""
                | 评价因子 | 权重值 |
                |---|---|
                | 人员 | 0.30 |
                | 设施 | 0.25 |
                | 过程 | 0.45 |
            """),
        ),
        (
            _with("""
                <table><tr><th colspan="2">一级指标</th><th colspan="2">二级指标</th></tr>
                <tr><th>名称</th><th>权重</th><th>名称</th><th>权重</th></tr>
                <tr><td rowspan="2">⟦基础⟧</td><td rowspan="2">0.3</td><td>人员</td><td>0.5</td></tr>
                <tr><td>设施</td><td>0.6</td></tr>
                <tr><td>过程</td><td>0.7</td><td>响应</td><td>1</td></tr></table>
            """),
            _with("""
                <table><tr><th colspan="2">一级指标</th><th colspan="2">二级指标</th></tr>
                <tr><th>名称</th><th>权重</th><th>名称</th><th>权重</th></tr>
                <tr><td rowspan="2">基础</td><td rowspan="2">0.3</td><td>人员</td><td>0.4</td></tr>
                <tr><td>设施</td><td>0.6</td></tr>
                <tr><td>过程</td><td>0.7</td><td>响应</td><td>1</td></tr></table>
            """),
        ),
        (
            _with("""
                | 指标 | 人员 | 设施 | 过程 |
                |---|---|---|---|
                | ⟦权重⟧ | 0.3 | 0.3 | 0.3 |
            """),
            _with("""
                | 指标 | 人员 | 设施 | 过程 |
                |---|---|---|---|
                | 权重 | 0.3 | 0.3 | 0.4 |
            """),
        ),
        (
            _with("""
                | 一级指标 | ⟦权重/%⟧ | 二级指标 |
                |---|---|---|
                | 服务能力 | 40 | 人员 |
                |  |  | 设施 |
                | 服务过程 | 40 | 施工 |
                | 服务结果 | 30 | 投诉 |
            """),
            _with("""
                | 一级指标 | 权重/% | 二级指标 |
                |---|---|---|
                | 服务能力 | 40 | 人员 |
                |  |  | 设施 |
                | 服务过程 | 30 | 施工 |
                | 服务结果 | 30 | 投诉 |
            """),
        ),
        (
            _with("""
                | 一级指标 | 权重 | 二级指标 | 权重 |
                |---|---|---|---|
                | 服务能力 | 0.4 | 人员 | 0.5 |
                | 服务能力 | 0.4 | 设施 | 0.5 |
                | ⟦服务过程⟧ | 0.6 | 施工 | 0.5 |
                | 服务过程 | 0.6 | 验收 | 0.6 |
            """),
            _with("""
                | 一级指标 | 权重 | 二级指标 | 权重 |
                |---|---|---|---|
                | 服务能力 | 0.4 | 人员 | 0.5 |
                | 服务能力 | 0.4 | 设施 | 0.5 |
                | 服务过程 | 0.6 | 施工 | 0.5 |
                | 服务过程 | 0.6 | 验收 | 0.5 |
            """),
        ),
        (
            _with("""
                | 一级指标 | 一级指标权重 | 二级指标 | 二级指标权重 |
                |---|---|---|---|
                | ⟦服务能力⟧ | 40% | 人员 | 25% |
                | | | 设施 | 10% |
                | 服务过程 | 60% | 施工 | 30% |
                | | | 验收 | 30% |
            """),
            _with("""
                | 一级指标 | 一级指标权重 | 二级指标 | 二级指标权重 |
                |---|---|---|---|
                | 服务能力 | 40% | 人员 | 30% |
                | | | 设施 | 10% |
                | 服务过程 | 60% | 施工 | 30% |
                | | | 验收 | 30% |
            """),
        ),
    ),
    clean=(
        _with("""
            | 一级指标 | 权重 | 二级指标 | 权重 | 综合权重 |
            |---|---|---|---|---|
            | 基础 | 0.4 | 人员 | 0.5 | 0.2 |
            | | | 设施 | 0.5 | 0.2 |
            | 过程 | 0.6 | 响应 | 1 | 0.6 |
        """),
        _with("""
            | 评价指标 | 权重 |
            |---|---|
            | 人员 | 1 |
            | 设施 | 2 |
            | 过程 | 3 |
        """),
        _with("""
            | 一级指标 | 二级指标 | 权重 |
            |---|---|---|
            | 服务能力 | 人员 | 0.2 |
            | 服务能力 | 设施 | 0.3 |
            | 服务过程 | 施工 | 0.5 |
        """),
        _with("""
            | 一级指标 | 二级指标 | 权重 |
            |---|---|---|
            | 服务能力 | 人员 | 0.4 |
            | 服务能力 | 设施 | 0.6 |
            | 服务过程 | 施工 | 1 |
        """),
        _with("""
            | 评价指标 | 权重 |
            |---|---|
            | 人员 | 0.333 |
            | 设施 | 0.333 |
            | 过程 | 0.333 |
        """),
        _with("""
            | 评价指标 | 权重 |
            |---|---|
            | 人员 | 0.1824 |
            | 设施 | 0.4517 |
            | 过程 | 0.3660 |
        """),
        _with("""
            | 评价指标 | 权重 |
            |---|---|
            | 人员 | 0.1～0.3 |
            | 设施 | 0.3 |
            | 过程 | 0.3 |
        """),
        """
        # ××服务评价规范

        # 6 评价指标

        表1 一级指标

        | 一级指标 | 权重 |
        |---|---|
        | 服务能力 | 0.4 |
        | 服务过程 | 0.6 |

        表2 服务能力

        | 二级指标 | 权重 |
        |---|---|
        | 人员 | 0.1 |
        | 设施 | 0.3 |

        表3 服务过程

        | 二级指标 | 权重 |
        |---|---|
        | 施工 | 0.2 |
        | 验收 | 0.4 |
        """,
    ),
)

wrong_score_sum = Check(
    id="KND234",
    message="{where}的各项分值之和为{sum}，与所给的{due}不一致。",
    message_en="The scores of {where_en} add up to {sum}, not to the stated {due}.",
    bad=_with(
        """
        | 评价指标 | ⟦分值⟧ |
        |---|---|
        | 人员 | 30 |
        | 设施 | 30 |
        | 过程 | 30 |
    """,
        "分值",
        "（总分100）",
    ),
    good=_with(
        """
        | 评价指标 | 分值 |
        |---|---|
        | 人员 | 30 |
        | 设施 | 30 |
        | 过程 | 40 |
    """,
        "分值",
        "（总分100）",
    ),
    more=(
        (
            _with(
                """
                | 评价项目 | 评分标准 | 分值 |
                |---|---|---|
                | ⟦人员（20分）⟧ | 持证 | 5 |
                | | 培训 | 10 |
                | 设施（80分） | 齐全 | 80 |
            """,
                "分值",
            ),
            _with(
                """
                | 评价项目 | 评分标准 | 分值 |
                |---|---|---|
                | 人员（20分） | 持证 | 5 |
                | | 培训 | 15 |
                | 设施（80分） | 齐全 | 80 |
            """,
                "分值",
            ),
        ),
        (
            _with(
                """
                | 指标 | 人员 | 设施 | 过程 |
                |---|---|---|---|
                | ⟦分值⟧ | 30 | 30 | 30 |
            """,
                "分值",
                "（总分100）",
            ),
            _with(
                """
                | 指标 | 人员 | 设施 | 过程 |
                |---|---|---|---|
                | 分值 | 30 | 30 | 40 |
            """,
                "分值",
                "（总分100）",
            ),
        ),
        (
            _with(
                """
                | 一级指标 | 二级指标 | 评分标准 |
                |---|---|---|
                | ⟦基础（30分）⟧ | 人员（20分） | 有 |
                | | 设施（20分） | 有 |
                | 过程（70分） | 响应（70分） | 有 |
            """,
                "分值",
            ),
            _with(
                """
                | 一级指标 | 二级指标 | 评分标准 |
                |---|---|---|
                | 基础（30分） | 人员（10分） | 有 |
                | | 设施（20分） | 有 |
                | 过程（70分） | 响应（70分） | 有 |
            """,
                "分值",
            ),
        ),
        (
            _with(
                """
                | 一级指标 | 二级指标 | 分值 |
                |---|---|---|
                | ⟦基础（30分）⟧ | 人员 | 10 |
                | 基础（30分） | 设施 | 10 |
                | 过程（70分） | 响应 | 70 |
            """,
                "分值",
            ),
            _with(
                """
                | 一级指标 | 二级指标 | 分值 |
                |---|---|---|
                | 基础（30分） | 人员 | 10 |
                | 基础（30分） | 设施 | 20 |
                | 过程（70分） | 响应 | 70 |
            """,
                "分值",
            ),
        ),
        (
            _with(
                """
                | 一级指标 | 二级指标 | 分值 |
                |---|---|---|
                | 服务能力 | 人员 | 30 |
                | 服务能力 | 设施 | 30 |
                | 服务过程 | 施工 | 30 |
                | 合计 | | ⟦100⟧ |
            """,
                "分值",
            ),
            _with(
                """
                | 一级指标 | 二级指标 | 分值 |
                |---|---|---|
                | 服务能力 | 人员 | 30 |
                | 服务能力 | 设施 | 30 |
                | 服务过程 | 施工 | 40 |
                | 合计 | | 100 |
            """,
                "分值",
            ),
        ),
        (
            _with(
                """
                | 一级指标 | 分值 | 二级指标 | 分值（分） |
                |---|---|---|---|
                | 服务能力 | ⟦50⟧ | 人员 | 30 |
                | | | 设施 | 30 |
                | 服务过程 | 50 | 施工 | 50 |
            """,
                "分值",
            ),
            _with(
                """
                | 一级指标 | 分值 | 二级指标 | 分值（分） |
                |---|---|---|---|
                | 服务能力 | 50 | 人员 | 20 |
                | | | 设施 | 30 |
                | 服务过程 | 50 | 施工 | 50 |
            """,
                "分值",
            ),
        ),
        (
            _with(
                """
                | 一级指标 | 二级指标 | ⟦分值⟧ |
                |---|---|---|
                | 服务能力（60分） | 人员 | 30 |
                | | 设施 | 30 |
                | 服务过程（30分） | 施工 | 30 |
            """,
                "分值",
            )
            + "\n        评价采用百分制，总分为100分。\n",
            _with(
                """
                | 一级指标 | 二级指标 | 分值 |
                |---|---|---|
                | 服务能力（60分） | 人员 | 30 |
                | | 设施 | 30 |
                | 服务过程（40分） | 施工 | 40 |
            """,
                "分值",
            )
            + "\n        评价采用百分制，总分为100分。\n",
        ),
    ),
    clean=(
        _with(
            """
            | 评价指标 | 评分标准 | 分值 |
            |---|---|---|
            | 人员 | 全部持证 | 60 |
            | | 部分持证 | 30 |
            | 设施 | 齐全 | 40 |
            | | 部分 | 20 |
            | 合计 | | 100 |
        """,
            "分值",
        ),
        _with(
            """
            | 评价指标 | 分值 |
            |---|---|
            | 人员 | 50 |
            | 设施 | 50 |
        """,
            "分值",
        )
        + "\n        总分为110分，含加分10分。\n",
        _with(
            """
            | 评价指标 | 分值 |
            |---|---|
            | 人员 | 50 |
            | 设施 | 50 |
        """,
            "分值",
        )
        + "\n        每项满分为10分，换算为分值。\n",
        _with(
            """
            | 一级指标 | 二级指标 | 分值 |
            |---|---|---|
            | 服务能力 | 人员 | 30 |
            | 服务能力 | 设施 | 30 |
            | 小计 | | 60 |
            | 服务过程 | 施工 | 40 |
            | 合计 | | 100 |
        """,
            "分值",
        ),
        _with(
            """
            | 评价指标 | 评分标准 | 分值 |
            |---|---|---|
            | 人员 | 持证上岗 | 10 |
            | | 培训 | 20 |
            | 设施 | 齐全 | 70 |
            | 合计 | | 100 |
        """,
            "分值",
        ),
        _with(
            """
            | 评价指标 | 分值 |
            |---|---|
            | 人员 | 30 |
            | 设施 | 70 |
            | 加分项 | 10 |
            | 总分 | 100 |
        """,
            "分值",
        ),
        _with(
            """
            | 评价指标 | 分值 |
            |---|---|
            | 人员 | 0～30 |
            | 设施 | 70 |
            | 总分 | 100 |
        """,
            "分值",
        ),
        _with(
            """
            | 评价指标 | 权重 | 分值 |
            |---|---|---|
            | 人员 | 0.3 | 100 |
            | 设施 | 0.7 | 100 |
        """,
            "分值",
        )
        + "\n        总分为100分。\n",
    ),
)

_TOTAL = patterns.compile(
    r"(?:总分值?|满分|分值(?:总和|合计|之和)|总分数|百分制|指标(?=共|合计|总计))(?:共计?|合计|总计|设定|设置|设)?[为是：:]?"
    r"[ 　]?(?P<total>\d{2,4})[ 　]?分(?![～~以至])"
)
_OF_ONE = patterns.compile(r"(?:每|各|单|该|此|某)[^，。；]{0,8}$|(?<!百分制)(?:部分|[项类])的?$")
_BESIDES = patterns.compile("加分|附加|奖励分")
_LEAST_PERCENT = 50
"""What weights above 1 add up to at least where they are percentages, and not of a scale of their own."""


@wrong_weight_sum.finder
@wrong_score_sum.finder
def find(doc: Document) -> Iterator[Finding]:
    tables = doc.indicator_tables
    stated = cache(lambda: _stated(doc, tables))
    for table in tables:
        if WEIGHT in table.readable:
            yield from _weights(table, tables)
        elif SCORE in table.readable:
            yield from _scores(doc, table, tables, stated)
        for variant in table.variants.values():
            if WEIGHT in variant.readable:
                yield from _weights(variant, [variant])


def _sum(indicators: list[Indicator], what: str) -> Decimal | None:
    """Return what the amounts of indicators add up to, None unless all of them have one."""
    amounts = [one.amounts.get(what) for one in indicators]
    if not amounts or not all(amounts):
        return None
    return sum((amount.value for amount in amounts if amount), Decimal(0))


def _full(table: IndicatorTable) -> Decimal | None:
    """Return what all weights add up to, by the way they are written."""
    found = [one.amounts[WEIGHT] for level in table.levels for one in table.at(level) if WEIGHT in one.amounts]
    units = {amount.unit for amount in found}
    if len(units) > 1 or not found:
        return None
    if "%" in units or table.units.get(WEIGHT) == "%":
        return Decimal(100)
    if max(amount.value for amount in found) <= 1:
        return Decimal(1)
    total = next((s for level in table.levels if (s := _sum(table.at(level), WEIGHT)) is not None), Decimal(0))
    return Decimal(100) if total > _LEAST_PERCENT else None


def _totals(indicators: list[Indicator]) -> frozenset[Decimal]:
    """Return what the scores of indicators may add up to: of all criteria, or of the best of each."""
    total = _sum(indicators, SCORE)
    if total is None:
        return frozenset()
    best = (one.amounts[SCORE].value if one.stated or not one.scores else max(one.scores) for one in indicators)
    return frozenset((total, sum(best, Decimal(0))))


def _fits(indicators: list[Indicator], due: Decimal, full: Decimal) -> bool:
    """Say whether weights add up, rounding of weights with many decimals allowed for."""
    found = _sum(indicators, WEIGHT)
    if found is None:
        return True
    values = [one.amounts[WEIGHT].value for one in indicators]
    digits = max(map(places, values))
    fine = digits + (2 if full == 100 else 0) >= 3 or len(set(values)) == 1
    slack = Decimal(len(values)).scaleb(-digits) / 2 if fine and digits + (2 if full == 100 else 0) >= 2 else Decimal(0)
    return abs(found - due) <= slack


def _weights(table: IndicatorTable, tables: list[IndicatorTable]) -> Iterator[Finding]:
    full = _full(table)
    if full is None or table.bonus:
        return
    for level in table.levels:
        indicators = table.at(level)
        total = _sum(indicators, WEIGHT)
        if total is None or _fits(indicators, full, full):
            continue
        if level == table.levels[0]:
            if not _fits_elsewhere(table, total, full, tables):
                yield _wrong_head(table, total, full)
            continue
        yield from _groups(table, [one.parent for one in indicators if one.parent], total, full)


def _wrong_head(table: IndicatorTable, total: Decimal, full: Decimal) -> Finding:
    where, where_en = "同级指标", "the indicators"
    span = table.heads.get(WEIGHT) or table.roots[0].span
    return wrong_weight_sum.at(span, where=where, where_en=where_en, sum=_number(total, full), due=_number(full, full))


def _fits_elsewhere(table: IndicatorTable, total: Decimal, full: Decimal, tables: list[IndicatorTable]) -> bool:
    """Say whether a table is one of several that add up together, or adds up to a weight in another table."""
    others = [other for other in tables if other is not table]
    if any(
        total == one.amounts[WEIGHT].value
        for o in others
        for level in o.levels
        for one in o.at(level)
        if WEIGHT in one.amounts
    ):
        return True
    alike = [_sum(other.roots, WEIGHT) for other in others if other.levels[0] == table.levels[0]]
    return bool(alike) and sum((one for one in alike if one is not None), total) == full


def _groups(table: IndicatorTable, above: list[Indicator], total: Decimal, full: Decimal) -> Iterator[Finding]:
    """Report the indicators whose own have weights that fit neither 1 nor the weight of the indicator itself."""
    parents = list(dict.fromkeys(above))
    whole = [one for one in parents if not _fits(one.children, full, full)]
    weighted = all(WEIGHT in one.amounts for one in parents)
    shared = [one for one in parents if weighted and not _fits(one.children, one.amounts[WEIGHT].value, full)]
    if not whole or (weighted and not shared):
        return
    if not weighted and len(whole) == len(parents):
        yield _wrong_head(table, total, full)
        return
    by_weight = weighted and len(shared) <= len(whole)
    for one in shared if by_weight else whole:
        due = one.amounts[WEIGHT].value if by_weight else full
        found = _sum(one.children, WEIGHT)
        if found is not None:
            where, where_en = f"“{one.name}”的下级指标", f"the indicators below “{one.name}”"
            yield wrong_weight_sum.at(
                one.span, where=where, where_en=where_en, sum=_number(found, full), due=_number(due, full)
            )


def _number(value: Decimal, full: Decimal | None = None) -> str:
    """Return a number as people write it, as a percentage where the weights are percentages."""
    return format(value.normalize(), "f") + ("%" if full == 100 else "")


def _of_levels(table: IndicatorTable) -> Iterator[Finding]:
    """Report the indicators whose scores are not those of the indicators below them together."""
    for level in table.levels[:-1]:
        for one in table.at(level):
            inner, own = _sum(one.children, SCORE), one.amounts.get(SCORE)
            if inner is not None and own is not None and own.value not in _totals(one.children):
                yield _wrong_indicator(one, inner, own)


def _of_criteria(table: IndicatorTable) -> Iterator[Finding]:
    """Report the indicators whose scores, given behind their names, are not those of their criteria."""
    for one in table.leaves:
        own = one.amounts.get(SCORE)
        if own is not None and one.stated and one.scores and own.value not in (sum(one.scores), max(one.scores)):
            yield _wrong_indicator(one, sum(one.scores, Decimal(0)), own)


def _wrong_indicator(indicator: Indicator, inner: Decimal, own: Amount) -> Finding:
    name, due = f"“{indicator.name}”", _number(own.value)
    return wrong_score_sum.at(own.span, where=name, where_en=name, sum=_number(inner), due=due)


def _scores(
    doc: Document, table: IndicatorTable, tables: list[IndicatorTable], stated_in_text: Callable[[], Decimal | None]
) -> Iterator[Finding]:
    inner = [*_of_criteria(table), *_of_levels(table)]
    yield from inner
    scored = next((found for level in table.levels if _totals(found := table.at(level))), [])
    if not scored or inner or table.bonus:
        return
    stated = table.total.get(SCORE)
    due = stated.value if stated else stated_in_text()
    most = max(score for one in scored for score in (*one.scores, one.amounts[SCORE].value))
    total = _sum(scored, SCORE)
    if due is None or total is None or due == most or due in _totals(scored):
        return
    if stated is None and len([one for one in tables if one.readable]) > 1:
        return
    in_row = stated is not None and doc.block_at(stated.span[0]) > doc.block_at(table.heads[SCORE][0])
    span = stated.span if stated and in_row else table.heads[SCORE]
    yield wrong_score_sum.at(span, where="指标", where_en="the indicators", sum=_number(total), due=_number(due))


def _stated(doc: Document, tables: list[IndicatorTable]) -> Decimal | None:
    """Return the total that the text states, None if it states none or several."""
    found = {
        match["total"]
        for match in doc.matches(_TOTAL)
        if doc.blocks[doc.block_at(match.start())].table < 0 and not _is_partial(doc, match)
    }
    return Decimal(found.pop()) if len(found) == 1 else None


def _is_partial(doc: Document, match: regex.Match[str]) -> bool:
    """Say whether a total is that of one indicator, or holds scores besides those of the indicators."""
    first, last = doc.sentence(match.start())
    if _BESIDES.search(doc.text, first, last):
        return True
    return not match.group().startswith("分值") and _OF_ONE.search(doc.text, first, match.start()) is not None
