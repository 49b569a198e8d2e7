"""Facts beside the text: cross-references and bookmarks, diagonal lines, header rows, lost images, doubled numbers."""

from __future__ import annotations

import pytest

from stdlint.formats import docx
from stdlint.model import Reference, Source
from tests.docx_builder import abstract, build, field, level, num, numbered, para, run

CELL = "<w:tc>{}<w:p><w:r><w:t>{}</w:t></w:r>{}</w:p></w:tc>"
TABLE = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{}{}</w:tr><w:tr>{}</w:tr></w:tbl>"
ODD = ["", "<w:fldSimple w:instr=' DATE '/>"]
"""Nothing, and something that leaves a table to lxml."""


def read(*body: str, **parts: str) -> Source:
    return docx.read(build(*body, **parts))  # type: ignore[arg-type]


def table(row: str = "", cell: str = "", odd: str = "") -> str:
    properties = f"<w:tcPr><w:tcBorders>{cell}</w:tcBorders></w:tcPr>" if cell else ""
    return TABLE.format(row, CELL.format(properties, "甲", odd), CELL.format("", "乙", ""))


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("line", "split"),
    [
        ('<w:tl2br w:val="single" w:sz="4"/>', True),
        ('<w:tr2bl w:val="single"/>', True),
        ('<w:tl2br w:val="nil"/>', False),
    ],
)
def test_a_diagonal_line_splits_a_cell(line: str, split: bool, odd: str) -> None:
    cells = read(table(cell=line, odd=odd)).tables[0].cells
    assert [cell.split for cell in cells] == [split, False]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("switch", "repeats"), [("<w:tblHeader/>", True), ('<w:tblHeader w:val="0"/>', False), ("", False)]
)
def test_a_header_row_may_be_repeated(switch: str, repeats: bool, odd: str) -> None:
    row = f"<w:trPr>{switch}</w:trPr>" if switch else ""
    assert read(table(row=row, odd=odd)).tables[0].repeats == repeats


def test_a_cross_reference_names_its_bookmark() -> None:
    target = '<w:bookmarkStart w:id="1" w:name="_Ref7"/>' + run("外观") + '<w:bookmarkEnd w:id="1"/>'
    source = read(para(run("见") + field(r" REF _Ref7 \r \h ", run("5.2")) + run("。")), para(run("总 ") + target))
    assert source.references == [Reference((1, 4), "_Ref7", r"\r \h")]
    assert [source.text[slice(*name.span)] for name in source.bookmarks] == ["外观"]


def test_pages_are_no_cross_references() -> None:
    assert read(para(run("第") + field(r" PAGEREF _Ref7 \h ", run("5")))).references == []


def test_a_bookmark_behind_the_last_text_of_its_paragraph_holds_nothing() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    assert [name.span for name in read(para(run("甲") + mark), para("乙")).bookmarks] == [(0, 0)]


def test_an_image_that_the_file_does_not_hold_is_lost() -> None:
    picture = '<w:r><w:drawing><a:blip r:embed="{}"/></w:drawing></w:r>'
    data = build(
        para(picture.format("r0")),
        para(picture.format("r9")),
        extra={"word/media/a.png": b"x"},
        related={"media/a.png": "image"},
    )
    assert [anchor.lost for anchor in docx.read(data).anchors] == [False, True]


def test_a_number_typed_behind_an_automatic_one_is_known_with_it() -> None:
    numbering = abstract(0, level(0, "decimal", "%1")) + num(1, 0)
    source = read(para("5　要求", properties=numbered(1, 0) + '<w:outlineLvl w:val="0"/>'), numbering=numbering)
    assert source.counted == {0: "1"}


def test_a_border_behind_the_last_text_closes_the_draft() -> None:
    border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    assert read(para("甲"), para("", properties=border)).closed
    assert not read(para("", properties=border), para("甲")).closed
