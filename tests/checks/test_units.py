"""Units in Word and in Markdown: what is set high, and signs that only look like units."""

from __future__ import annotations

import pytest

from stdlint.check import Check
from stdlint.checks.numbers.ranges import dash_for_range
from stdlint.checks.numbers.unit_characters import plain_exponent
from stdlint.checks.numbers.unit_space import missing_unit_space
from stdlint.formats import docx, markdown
from stdlint.model import Source
from tests import docx_builder as word
from tests.helpers import run

_HIGH = '<w:vertAlign w:val="superscript"/>'


def _word(*runs: str) -> Source:
    return docx.read(word.build(word.para(word.run("4　要求")), word.para("".join(runs))))


def _markdown(text: str) -> Source:
    return markdown.read(f"# 4 要求\n\n{text}\n".encode())


def _said(check: Check, source: Source) -> list[str]:
    return [source.text[slice(*finding.span)] for finding in run(check, source)]


def test_an_exponent_that_word_sets_high_is_right() -> None:
    assert _said(plain_exponent, _word(word.run("面积为20 m"), word.run("2", _HIGH), word.run("。"))) == []
    assert _said(plain_exponent, _word(word.run("浓度为5 mg/m"), word.run("3", _HIGH))) == []


def test_an_exponent_in_the_run_of_its_unit_or_of_what_follows_is_not_set_high() -> None:
    assert _said(plain_exponent, _word(word.run("面积为20 m2。"))) == ["m2"]
    assert _said(plain_exponent, _word(word.run("面积为20 m"), word.run("2，高度"))) == ["m2"]


@pytest.mark.parametrize("written", ["m<sup>2</sup>", "m^2^", "m²", r"$\mathrm{m}^2$"])
def test_markdown_has_four_ways_to_set_an_exponent_high(written: str) -> None:
    assert _said(plain_exponent, _markdown(f"面积为20 {written}。")) == []


def test_a_power_of_ten_that_is_set_high_is_no_range() -> None:
    assert _said(dash_for_range, _word(word.run("浓度为10"), word.run("-12", _HIGH), word.run(" mol/L。"))) == []
    assert _said(dash_for_range, _markdown("浓度为10<sup>-12</sup> mol/L。")) == []


def test_the_mark_of_a_table_footnote_is_no_unit() -> None:
    table = word.table([word.para(word.run("长度"))], [word.para(word.run("≥800") + word.run("h", _HIGH))])
    source = docx.read(word.build(word.para(word.run("4　要求")), table))
    assert _said(missing_unit_space, source) == []
