"""The ranges of scores that grades stand for."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.grades import Bound, range_of


def _end(bound: Bound | None) -> tuple[str, bool | None] | None:
    return (str(bound.value), bound.closed) if bound else None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("≥90", ("90", True), None),
        ("80≤S＜90", ("80", True), ("90", False)),
        ("90＞S≥80", ("80", True), ("90", False)),
        ("≥80且＜90", ("80", True), ("90", False)),
        ("大于等于80分且小于90分", ("80", True), ("90", False)),
        ("90（含）～100", ("90", True), ("100", None)),
        ("80分（含）以上90分以下", ("80", True), ("90", None)),
        ("80分（含80分）～90分（不含90分）", ("80", True), ("90", False)),
        ("80—89", ("80", True), ("89", True)),
        ("[80,90)", ("80", True), ("90", False)),
        ("60分以下", None, ("60", None)),
        ("不足60分", None, ("60", False)),
        (r"$80 \le X < 90$", ("80", True), ("90", False)),
    ],
)
def test_a_range_is_read_however_it_is_said(text: str, low: tuple[str, bool | None], high: tuple[str, bool]) -> None:
    found = range_of(text)
    assert found is not None
    assert (_end(found.low), _end(found.high)) == (low, high)


@pytest.mark.parametrize("text", ["第4章", "80～90或70", "90分", "不应大于485 mm", "30分钟以上", "3年以上"])
def test_what_is_no_single_range_of_scores_is_not_read(text: str) -> None:
    assert range_of(text) is None


def test_requirements_with_limits_are_no_grades() -> None:
    text = "# ××评价规范\n\n# 4 等级\n\n一级的响应时间应不大于30，二级的响应时间应不大于40，三级的应不大于60。"
    assert Document(markdown.read(text.encode())).grades == []
