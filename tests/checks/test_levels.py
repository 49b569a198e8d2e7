"""Levels in Word files whose numbers Word computes."""

from __future__ import annotations

from stdlint.formats import docx
from stdlint.model import Source
from tests.docx_builder import abstract, build, level, num, numbered, para, run, style
from tests.helpers import all_uses
from tests.helpers import run as find

RESTART = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'
STYLES = "".join(
    style(
        f"h{at + 1}",
        f"heading {at + 1}",
        properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{at}"/>',
    )
    for at in range(2)
)


def _file(*body: str, text: str = "%1.%2") -> Source:
    numbering = abstract(0, level(0, "decimal", text[:2]), level(1, "decimal", text)) + num(1, 0) + num(2, 0, RESTART)
    return docx.read(build(*body, styles=STYLES, numbering=numbering))


def _said(source: Source, name: str) -> list[str]:
    return [source.text[slice(*finding.span)] for finding in find(all_uses()[name].check, source)]


def _heading(depth: int, title: str, properties: str = "") -> str:
    return para(run(title), f"h{depth}", properties)


def test_a_list_that_restarts_gives_a_number_twice() -> None:
    again = _heading(2, "尺寸", numbered(2, 1))
    source = _file(_heading(1, "要求"), _heading(2, "外观"), "应完好。", again, "见表1。")
    assert _said(source, "duplicate-clause-number") == ["1.1"]


def test_automatic_numbers_follow_one_another() -> None:
    source = _file(_heading(1, "要求"), _heading(2, "外观"), "应完好。", _heading(2, "尺寸"), "见表1。")
    assert _said(source, "skipped-clause-number") == []
    assert _said(source, "duplicate-clause-number") == []


def test_the_form_of_automatic_numbers_is_told_once_and_not_fixed() -> None:
    source = _file(_heading(1, "要求"), _heading(2, "外观"), "应完好。", _heading(2, "尺寸"), "见表1。", text="%1.%2.")
    findings = find(all_uses()["clause-number-punctuation"].check, source)
    assert [(source.text[slice(*finding.span)], finding.fix) for finding in findings] == [("1.1.", None)]


def test_hanging_paragraphs_and_only_subclauses_are_found_below_automatic_numbers() -> None:
    source = _file(
        _heading(1, "要求"), "产品应完好。", _heading(2, "外观"), "应无裂纹。", _heading(1, "试验"), "目测。"
    )
    assert _said(source, "hanging-paragraph") == ["产品应完好。"]
    assert _said(source, "only-subclause") == ["1.1"]
