"""Rules about what only Word can hold: borders of cells, repeated header rows, lost images, the end line."""

from __future__ import annotations

from stdlint.formats import docx
from stdlint.model import Source
from tests.docx_builder import build, field, para, run
from tests.helpers import all_uses
from tests.helpers import run as find

ROW = "<w:tr>{}</w:tr>"
CELL = "<w:tc>{}<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
DIAGONAL = '<w:tcPr><w:tcBorders><w:tl2br w:val="single"/></w:tcBorders></w:tcPr>'


def said(source: Source, name: str) -> list[str]:
    return [source.text[slice(*finding.span)] for finding in find(all_uses()[name].check, source)]


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_a_diagonal_border_is_found_in_the_header_only() -> None:
    head = ROW.format(CELL.format(DIAGONAL, "类型") + CELL.format("", "长度"))
    body = ROW.format(CELL.format(DIAGONAL, "甲") + CELL.format("", "1"))
    source = docx.read(build(para("4　要求"), para("表1　尺寸"), table(head, body)))
    assert said(source, "diagonal-header-line") == ["类型"]


def test_a_long_table_whose_header_row_is_repeated_is_right() -> None:
    rows = [ROW.format(CELL.format("", f"甲{n}") + CELL.format("", "乙")) for n in range(70)]
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>{}</w:tr>".format(CELL.format("", "名称") + CELL.format("", "值"))
    for first, wanted in ((head, []), (head.replace("<w:tblHeader/>", ""), ["名称"])):
        source = docx.read(build(para("4　要求"), para("表1　尺寸"), table(first, *rows)))
        assert said(source, "header-row-not-repeated") == wanted


def test_a_picture_that_is_lost_is_told_at_its_caption() -> None:
    picture = '<w:r><w:drawing><a:blip r:embed="r9"/></w:drawing></w:r>'
    source = docx.read(build(para("4　结构"), para("结构见图1。"), para(picture), para("图1　结构")))
    assert said(source, "missing-image") == ["图1"]


def test_the_text_of_a_bookmark_is_compared_by_its_number() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="_Ref7"/>' + run("表2") + '<w:bookmarkEnd w:id="1"/>'
    for shown, wanted in (("表1", ["表1"]), ("表 2", [])):
        source = docx.read(
            build(
                para(run("尺寸应符合") + field(r" REF _Ref7 \h ", run(shown)) + run("的规定。")),
                para(mark + run("　尺寸")),
            )
        )
        assert said(source, "stale-reference-field") == wanted


def test_contents_made_by_a_field_are_not_typed() -> None:
    entries = field(r" TOC \o ", run("1　范围……1"))
    source = docx.read(build(para("目次"), para(entries), para("2　要求……1"), para("1　范围"), para("2　要求")))
    assert said(source, "typed-toc") == []
