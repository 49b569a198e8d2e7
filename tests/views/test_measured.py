"""Reading what a test method measures from its title."""

from __future__ import annotations

import pytest

from stdlint.views.measured import measured


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("木材　含水率的测定", "含水率"),
        ("水质　氨氮的测定　纳氏试剂分光光度法", "氨氮"),
        ("混凝土　抗压强度试验方法", "抗压强度"),
        ("粮食中蛋白质含量的测定", "蛋白质"),
    ],
)
def test_the_words_before_the_measuring(title: str, what: str) -> None:
    assert measured(title) == (what,)


def test_a_title_that_names_nothing() -> None:
    assert measured("物业服务规范") == ()
