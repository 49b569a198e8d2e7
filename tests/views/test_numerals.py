"""Numbers in Chinese characters and in Arabic numerals."""

from __future__ import annotations

import pytest

from stdlint.views.numerals import arabic, grouped


@pytest.mark.parametrize(
    ("words", "number"),
    [("十", "10"), ("十五", "15"), ("三十", "30"), ("两百零五", "205"), ("一万二千", "12000"), ("三点五", "3.5")],
)
def test_a_number_in_words_is_read(words: str, number: str) -> None:
    assert arabic(words) == number


def test_an_approximate_number_is_none() -> None:
    assert arabic("三四") == ""


def test_digits_are_set_in_groups_of_three() -> None:
    assert [grouped(500), grouped(3500), grouped(1234567)] == ["500", "3 500", "1 234 567"]
