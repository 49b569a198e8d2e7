"""Pinyin order: what is surely in front, and what is not compared."""

from __future__ import annotations

import pytest

from stdlint.views.pinyin import precedes


@pytest.mark.parametrize(("first", "second"), [("标准", "文件"), ("旅客", "轮船"), ("标志", "标准"), ("座椅", "座钟")])
def test_a_syllable_that_comes_first_precedes(first: str, second: str) -> None:
    assert precedes(first, second)
    assert not precedes(second, first)


@pytest.mark.parametrize(
    ("first", "second"), [("温度", "文件"), ("长度", "标准"), ("瑕疵", "标准"), ("标准", "标准化"), ("A类", "标准")]
)
def test_the_rest_is_not_compared(first: str, second: str) -> None:
    assert not precedes(first, second)
    assert not precedes(second, first)
