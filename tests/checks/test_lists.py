"""Lists in Word files whose markers Word computes."""

from __future__ import annotations

from stdlint.formats import docx
from stdlint.model import Source
from tests.docx_builder import abstract, build, level, num, numbered, para, run
from tests.helpers import all_uses
from tests.helpers import run as find


def _file(form: str, marker: str, *more: str) -> Source:
    numbering = abstract(0, level(0, form, marker)) + num(1, 0)
    items = [para(run(text), "", numbered(1, 0)) for text in ("颜色；", "光泽。")]
    return docx.read(build("5　检验", "5.1　外观", "检查包括：", *items, *more, numbering=numbering))


def _said(source: Source, name: str) -> list[str]:
    return [source.text[slice(*finding.span)] for finding in find(all_uses()[name].check, source)]


def test_numbers_in_parentheses_are_told_but_not_fixed() -> None:
    source = _file("decimal", "（%1）")
    findings = find(all_uses()["malformed-list-marker"].check, source)
    assert [(source.text[slice(*finding.span)], finding.fix) for finding in findings] == [("（1）", None)]


def test_a_bullet_of_some_font_is_not_told() -> None:
    assert _said(_file("bullet", "●"), "malformed-list-marker") == []


def test_a_list_that_goes_on_counting_in_the_next_subclause_is_told() -> None:
    more = ["5.2　表面", "检查包括：", *(para(run(text), "", numbered(1, 0)) for text in ("划痕；", "裂纹。"))]
    assert _said(_file("lowerLetter", "%1)", *more), "broken-list-numbering") == ["c)"]
