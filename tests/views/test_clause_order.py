"""The order of the chapters by kind."""

from __future__ import annotations

import pytest

from stdlint.views.clause_order import ORDERS, ranks


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("分类和标记", {0}),
        ("技术要求", {1}),
        ("取样和试验方法", {2, 3}),
        ("检验规则", {4}),
        ("标志、标签和随行文件", {5}),
        ("标志、包装、运输和贮存", {5, 6}),
        ("运输要求", {6}),
        ("使用要求", set()),
        ("一般要求", set()),
        ("订货内容", set()),
    ],
)
def test_a_title_of_a_product_standard_has_its_places(title: str, places: set[int]) -> None:
    assert ranks("product", title) == places


def test_the_chapters_of_a_test_method_follow_one_another() -> None:
    titles = ("原理", "反应式", "试验条件", "试剂和材料", "仪器设备", "样品", "试验步骤", "试验数据处理", "精密度")
    found = [ranks("test-method", title) for title in (*titles, "质量保证和控制", "试验报告")]
    assert found == [{place} for place in range(len(ORDERS["test-method"]))]
