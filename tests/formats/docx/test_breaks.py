"""Lines of a paragraph (Shift+Enter) that look like paragraphs of their own are read as such."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx
from stdlint.model import LINE_BREAK, Edit, Source
from tests.docx_builder import abstract, build, level, num, numbered, para, run, style, table

BREAK = "<w:r><w:br/></w:r>"
PICTURE = "<w:r><w:drawing/></w:r>"


def lines(*texts: str) -> str:
    return BREAK.join(text if text.startswith("<") else run(text) for text in texts)


def read(*paragraphs: str, numbering: str = "") -> Source:
    return docx.read(build(*paragraphs, numbering=numbering))


def shown(source: Source) -> list[tuple[str, str, str]]:
    return [(b.kind, b.label, source.text[slice(*b.span)]) for b in source.blocks if b.kind != "label"]


def test_notes_and_examples_on_lines_of_one_paragraph_are_several() -> None:
    source = read(para(lines("注1：甲。", "注2：乙", "和丙。", "示例：丁。")))
    assert shown(source) == [
        ("note", "注1：", "甲。"),
        ("note", "注2：", f"乙{LINE_BREAK}和丙。"),
        ("example", "示例：", "丁。"),
    ]


def test_items_on_lines_behind_their_introduction_are_items() -> None:
    source = read(para(lines("包括：", "a) 甲；", "b) 乙。")))
    assert shown(source) == [("para", "", "包括："), ("item", "a)", "甲；"), ("item", "b)", "乙。")]


@pytest.mark.parametrize("second", ["——第1部分：总则", "（1）", "太阳能降温桩", "3.2 m"])
def test_a_line_that_only_goes_on_stays(second: str) -> None:
    assert len(shown(read(para(lines("城市绿地", second))))) == 1


def test_a_footnote_of_a_table_on_a_line_below_a_note_is_none_of_it() -> None:
    source = read(table(["项目", "值"], [para(lines("注：甲。", "a 压力应为0.8 MPa。"))]))
    assert shown(source)[2:] == [("note", "注：", "甲。"), ("cell", "", "a 压力应为0.8 MPa。")]


def test_lines_of_a_cell_that_are_no_notes_stay() -> None:
    assert shown(read(table([para(lines("a) 甲", "b) 乙")), "丙"])))[0] == ("cell", "", f"a) 甲{LINE_BREAK}b) 乙")


def test_a_caption_on_a_line_below_its_picture_is_a_caption() -> None:
    assert [one[:2] for one in shown(read(para(lines(PICTURE, "图1　结构"))))] == [("para", ""), ("caption", "图1")]


@pytest.mark.parametrize("name", ["", "h"])
def test_the_text_on_a_line_below_the_title_of_a_clause_is_a_paragraph(name: str) -> None:
    chapters = [para(text, "h") for text in ("1　范围", "2　规范性引用文件", "3　术语和定义", "4　要求")]
    paragraphs = [*chapters, para(lines("4.1　外观", "外壳应平整。"), name)]
    source = docx.read(build(*paragraphs, styles=style("h", "heading 1")))
    assert [(one.number, one.title) for one in Document(source).walk()][-1] == ("4.1", "外观")
    assert shown(source)[-1] == ("para", "", "外壳应平整。")


def test_only_the_first_line_has_the_automatic_number() -> None:
    numbering = abstract(1, level(0, "decimal", "注%1：")) + num(1, 1)
    source = read(
        para(lines("甲。", "示例：乙。"), properties=numbered(1)),
        para("丙。", properties=numbered(1)),
        numbering=numbering,
    )
    assert [one[:2] for one in shown(source)] == [("note", "注1："), ("example", "示例："), ("note", "注2：")]


def test_lines_that_were_cut_can_be_changed() -> None:
    source = read(para(lines("注1：甲。", "注2：乙。")))
    at = source.text.index("乙")
    again = docx.read(docx.write(source, [Edit(at, at + 1, "丙丁")]))
    assert again.text == source.text.replace("乙", "丙丁")


def test_a_break_at_the_end_of_a_paragraph_says_nothing() -> None:
    assert read(para(run("甲") + BREAK + BREAK)).text == "甲\n"
