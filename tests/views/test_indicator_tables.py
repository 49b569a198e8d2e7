"""The tables of indicators of an evaluation standard."""

from __future__ import annotations

from decimal import Decimal

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.indicator_tables import SCORE, WEIGHT, IndicatorTable


def _tables(text: str) -> list[IndicatorTable]:
    return Document(markdown.read(f"# ××评价规范\n\n# 4 评价指标\n\n{text}".encode())).indicator_tables


def test_a_blank_or_repeated_cell_goes_on_with_the_indicator_above() -> None:
    (table,) = _tables(
        "表1 指标\n\n| 一级指标 | 权重 | 二级指标 | 分值 |\n|---|---|---|---|\n"
        "| 能力 | 0.4 | 人员 | 10 |\n| | | 设施 | 20 |\n| 过程 | 0.6 | 施工 | 30 |\n| 过程 | 0.6 | 验收 | 40 |"
    )
    assert [(one.name, [child.name for child in one.children]) for one in table.roots] == [
        ("能力", ["人员", "设施"]),
        ("过程", ["施工", "验收"]),
    ]
    assert [one.amounts[WEIGHT].value for one in table.roots] == [Decimal("0.4"), Decimal("0.6")]
    assert table.readable == {WEIGHT, SCORE}


def test_merged_cells_are_read_once() -> None:
    (table,) = _tables(
        "表1 指标\n\n<table><tr><td>一级指标</td><td>权重</td><td>二级指标</td></tr>"
        '<tr><td rowspan="2">能力</td><td rowspan="2">0.4</td><td>人员</td></tr><tr><td>设施</td></tr>'
        "<tr><td>过程</td><td>0.6</td><td>施工</td></tr></table>"
    )
    assert [(one.name, one.amounts[WEIGHT].value, len(one.children)) for one in table.roots] == [
        ("能力", Decimal("0.4"), 2),
        ("过程", Decimal("0.6"), 1),
    ]


def test_scores_of_criteria_are_added_up() -> None:
    (table,) = _tables(
        "表1 指标\n\n| 指标 | 评分标准 | 分值 |\n|---|---|---|\n| 人员 | 持证 | 10 |\n"
        "| | 培训 | 20 |\n| 设施 | 齐全 | 70 |"
    )
    assert [one.amounts[SCORE].value for one in table.roots] == [Decimal(30), Decimal(70)]
    assert table.rules


def test_a_continued_table_is_joined_with_the_one_before() -> None:
    (table,) = _tables(
        "表1 指标\n\n| 指标 | 分值 |\n|---|---|\n| 人员 | 40 |\n\n"
        "表1 指标（续）\n\n| 指标 | 分值 |\n|---|---|\n| 设施 | 60 |\n| 合计 | 100 |"
    )
    assert [one.name for one in table.roots] == ["人员", "设施"]
    assert table.total[SCORE].value == 100


def test_an_amount_that_is_no_number_makes_the_column_unreadable() -> None:
    (table,) = _tables("表1 指标\n\n| 指标 | 分值 |\n|---|---|\n| 人员 | 0～40 |\n| 设施 | 60 |")
    assert SCORE not in table.readable


def test_scores_behind_names_are_read() -> None:
    (table,) = _tables(
        "表1 指标\n\n| 一级指标 | 二级指标 | 分值 |\n|---|---|---|\n| 能力（40分） | 人员 | 40 |\n"
        "| 过程（60分） | 施工 | 60 |"
    )
    assert [(one.name, one.amounts[SCORE].value) for one in table.roots] == [
        ("能力", Decimal(40)),
        ("过程", Decimal(60)),
    ]


def test_another_column_of_weights_makes_a_variant_of_the_table() -> None:
    (table,) = _tables(
        "表1 指标\n\n| 指标 | 医院权重 | 学校权重 |\n|---|---|---|\n| 人员 | 0.4 | 0.5 |\n| 设施 | 0.6 | 0.5 |"
    )
    assert [one.amounts[WEIGHT].value for one in table.roots] == [Decimal("0.4"), Decimal("0.6")]
    (variant,) = table.variants.values()
    assert [one.amounts[WEIGHT].value for one in variant.roots] == [Decimal("0.5"), Decimal("0.5")]


def test_a_score_behind_a_name_is_kept_apart_from_those_of_its_criteria() -> None:
    (table,) = _tables(
        "表1 指标\n\n| 评价项目 | 评分标准 | 分值 |\n|---|---|---|\n| 人员（20分） | 持证 | 5 |\n| | 培训 | 15 |"
    )
    (one,) = table.roots
    assert one.stated
    assert (one.name, one.amounts[SCORE].value, one.scores) == ("人员", Decimal(20), [Decimal(5), Decimal(15)])


def test_a_combined_weight_makes_no_variant() -> None:
    (table,) = _tables("表1 指标\n\n| 指标 | 权重 | 综合权重 |\n|---|---|---|\n| 人员 | 1 | 0.4 |\n| 设施 | 1 | 0.6 |")
    assert not table.variants
