"""Notes in Word files whose labels Word computes, and footnotes that Word counts."""

from __future__ import annotations

from stdlint.formats import docx
from stdlint.model import Source
from tests.docx_builder import abstract, build, level, num, numbered, para, run
from tests.helpers import all_uses
from tests.helpers import run as find

_NUMBERING = (
    abstract(0, level(0, "decimal", "注%1："))
    + num(1, 0)
    + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
)


def _note(text: str, list_number: int = 1) -> str:
    return para(run(text), "", numbered(list_number, 0))


def _file(*body: str) -> Source:
    return docx.read(build("4　要求", *body, numbering=_NUMBERING))


def _said(source: Source, name: str) -> list[str]:
    return [source.text[slice(*finding.span)] for finding in find(all_uses()[name].check, source)]


def test_computed_labels_that_begin_anew_are_right() -> None:
    source = _file(
        *("4.1　外观", "外观应完好。", _note("甲。"), _note("乙。")),
        *("4.2　尺寸", "尺寸应合适。", _note("丙。", 2), _note("丁。", 2)),
    )
    assert _said(source, "broken-note-numbering") == _said(source, "numbered-single-note") == []


def test_a_list_that_goes_on_counting_in_the_next_clauses_is_told_once() -> None:
    source = _file(
        *("4.1　外观", "外观应完好。", _note("甲。"), _note("乙。")),
        *("4.2　尺寸", "尺寸应合适。", _note("丙。"), _note("丁。")),
        *("4.3　质量", "质量应合适。", _note("戊。"), _note("己。")),
    )
    findings = find(all_uses()["broken-note-numbering"].check, source)
    assert [(source.text[slice(*one.span)], one.fix) for one in findings] == [("注3：", None)]


def test_a_single_note_with_a_computed_number_is_told_but_not_fixed() -> None:
    source = _file("外观应完好。", _note("甲。"))
    findings = find(all_uses()["numbered-single-note"].check, source)
    assert [(source.text[slice(*one.span)], one.fix) for one in findings] == [("注1：", None)]
