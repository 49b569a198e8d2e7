"""Statements of the unit of a figure or table."""

from __future__ import annotations

import pytest

from stdlint.views.units import NAMES, SYMBOLS, TIMES, read_statement, unit_behind


def test_names_and_symbols_agree() -> None:
    assert (NAMES["mm"], SYMBOLS["毫米"]) == ("毫米", "mm")
    assert (NAMES["m2"], NAMES["m³/h"], NAMES["min"]) == ("平方米", "立方米每小时", "分")
    assert set((SYMBOLS | TIMES).values()) <= NAMES.keys()


@pytest.mark.parametrize("said", ["单位为毫米", "单位为毫克每千克", "尺寸单位为毫米", "单位为开", "单位为平方毫米"])
def test_right_statements(said: str) -> None:
    statement = read_statement(said)
    assert statement is not None
    assert statement.right


@pytest.mark.parametrize(
    "said", ["单位：毫米", "单位: mm", "（单位：mg/kg）", "mm", "（mm）", "单位毫米", "单位为毫米。", "计量单位：万元"]
)
def test_statements_of_another_form(said: str) -> None:
    statement = read_statement(said)
    assert statement is not None
    assert not statement.right


@pytest.mark.parametrize("said", ["单位：（盖章）", "起草单位：甲", "单位", "m", "12", "单位：", "填报单位：乙"])
def test_other_words_are_none(said: str) -> None:
    assert read_statement(said) is None


def test_a_unit_behind_a_title_is_found() -> None:
    statement = unit_behind("尺寸（单位：mm）")
    assert statement is not None
    assert (statement.span, statement.unit, statement.right) == ((2, 9), "mm", False)
    assert unit_behind("参与单位") is None
