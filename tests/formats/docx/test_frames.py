"""Tables that only arrange text, and what belongs to a table, a figure or a formula inside one."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx
from stdlint.model import Source
from tests.docx_builder import build, para, run, table

FORMULA = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"


def read(*paragraphs: str) -> Source:
    return docx.read(build(*paragraphs))


def kinds(source: Source) -> list[tuple[str, str]]:
    return [(block.kind, block.label) for block in source.blocks if block.kind != "label"]


@pytest.mark.parametrize("wrap", ["{}", CONTROL])
def test_a_table_of_a_number_and_a_term_entry_is_running_text(wrap: str) -> None:
    entry = para("雾滴　mist droplet") + para("悬浮于空气中的水滴。")
    source = read(table([wrap.format(para("3.1")), entry], ["3.2", entry]))
    assert kinds(source) == [("para", label) for label in ("3.1", "", "", "3.2", "", "")]
    assert source.tables == []


def test_a_table_of_clauses_and_what_they_require_stays_a_table() -> None:
    assert {kind for kind, _ in kinds(read(table(["3.1", "外观"], ["3.2", para("甲") + para("乙")])))} == {"cell"}


def test_a_cell_that_holds_the_whole_text_is_running_text() -> None:
    text = "".join(map(para, ["4　要求", "4.1　甲", "4.2　乙", "4.3　丙", *["应平整。"] * 30]))
    assert {kind for kind, _ in kinds(read(table([text])))} == {"para"}


def test_a_frame_around_an_example_stays_a_table() -> None:
    assert {kind for kind, _ in kinds(read(table(["".join(map(para, ["a = 1"] * 40))])))} == {"cell"}


def test_a_caption_in_a_row_of_its_own_is_a_caption() -> None:
    source = read(table(["表1　规格"], ["项目", "值"], ["表2　参数", "1"], [run_para("图1　结构")]))
    assert [one for one in kinds(source) if one[0] == "caption"] == [("caption", "表1"), ("caption", "图1")]


def run_para(text: str) -> str:
    return para(run(text), properties='<w:jc w:val="center"/>')


def test_a_caption_in_a_text_box_is_a_caption() -> None:
    source = read(para(BOX.format(para("图1　结构") + para("泵"))))
    assert kinds(source) == [("caption", "图1"), ("box", "")]


def test_a_formula_has_its_number_in_the_cell_beside_it() -> None:
    source = read(table([para(FORMULA), para("（1）")]), table([para(FORMULA), "值"]))
    assert [(one.kind, one.number) for one in Document(source).captions] == [("formula", "1")]
