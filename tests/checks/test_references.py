"""Lists of documents in Word: numbers that Word computes, and entries in the lines of one paragraph."""

from __future__ import annotations

from stdlint.check import Finding
from stdlint.formats import docx
from stdlint.model import Source
from tests import docx_builder as word
from tests.helpers import all_uses, run

_STYLES = word.style("h1", "heading 1", properties='<w:outlineLvl w:val="0"/>')
_NUMBERING = (
    word.abstract(1, word.level(0, "decimal", "[%1]"))
    + word.abstract(2, word.level(0, "decimal", "%1."))
    + word.num(1, 1)
    + word.num(2, 2)
)
_BREAK = "<w:r><w:br/></w:r>"


def _list(title: str, *entries: str) -> Source:
    return docx.read(word.build(word.para(word.run(title), "h1"), *entries, styles=_STYLES, numbering=_NUMBERING))


def _numbered(text: str, of: int) -> str:
    return word.para(word.run(text), properties=word.numbered(of, 0))


def _found(name: str, source: Source) -> tuple[list[Finding], list[str]]:
    found = run(all_uses()[name].check, source)
    return found, [source.text[slice(*finding.span)] for finding in found]


def test_computed_numbers_of_references_are_told_once_and_not_fixed() -> None:
    source = _list("2　规范性引用文件", _numbered("GB/T 191　包装标志", 1), _numbered("GB/T 6388　收发货标志", 1))
    found, said = _found("numbered-reference", source)
    assert said == ["[1]"]
    assert found[0].fix is None


def test_a_computed_number_in_brackets_numbers_the_bibliography() -> None:
    source = _list("参考文献", _numbered("GB/T 191　包装标志", 1), _numbered("GB/T 6388　收发货标志", 1))
    assert _found("unnumbered-bibliography-entry", source)[1] == []
    assert _found("broken-bibliography-numbering", source)[1] == []


def test_other_computed_numbers_do_not() -> None:
    source = _list("参考文献", _numbered("GB/T 191　包装标志", 2), _numbered("GB/T 6388　收发货标志", 2))
    found, said = _found("unnumbered-bibliography-entry", source)
    assert said == ["1."]
    assert found[0].fix is None


def test_the_lines_of_a_paragraph_are_entries() -> None:
    lines = word.run("[1] GB/T 191　包装标志") + _BREAK + word.run("[2] GB/T 6388《收发货标志》；")
    source = _list("参考文献", word.para(lines))
    assert _found("broken-bibliography-numbering", source)[1] == []
    assert _found("unnumbered-bibliography-entry", source)[1] == []
    assert _found("title-marks-in-bibliography", source)[1] == ["《收发货标志》"]
    assert _found("punctuation-after-bibliography-entry", source)[1] == ["；"]


def test_a_law_in_a_line_of_its_own_is_told() -> None:
    lines = word.run("GB/T 191　包装标志") + _BREAK + word.run("中华人民共和国计量法")
    source = _list("2　规范性引用文件", word.para(lines))
    assert _found("law-in-normative-references", source)[1] == ["中华人民共和国计量法"]
