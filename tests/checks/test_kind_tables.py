"""Tables of symbols and codes in Word: graphics, cells that are merged, boxes of text."""

from __future__ import annotations

from stdlint.formats import docx
from stdlint.model import Source
from tests.docx_builder import build, para, style, table
from tests.helpers import all_uses
from tests.helpers import run as find

STYLES = style("h1", "heading 1", properties='<w:outlineLvl w:val="0"/>')
PICTURE = para("<w:r><w:drawing><wp:inline/></w:drawing></w:r>")
BOX = para(
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>M</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r>"
)
ON = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"


def _file(kind: str, *rows: tuple[str, ...]) -> Source:
    body = (para("4 图形符号和代码", "h1"), para("表1　图形符号和代码"), table(*rows))
    return docx.read(build(*body, styles=STYLES, properties={"stdlint.kind": kind}))


def _first(text: str) -> str:
    return f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{para(text)}'


def _said(source: Source, name: str) -> list[str]:
    return [source.text[slice(*finding.span)] for finding in find(all_uses()[name].check, source)]


def _symbols(third: str) -> Source:
    rows = (("1", PICTURE, "接地"), ("2", PICTURE, "灯"), ("3", third, "电动机"))
    return _file("symbols", ("编号", "图形符号", "含义"), *rows)


def test_a_row_without_graphic_is_told_by_its_number() -> None:
    assert _said(_symbols("<w:p/>"), "symbol-without-graphic") == ["3"]


def test_a_graphic_made_of_a_text_box_is_a_graphic() -> None:
    assert _said(_symbols(BOX), "symbol-without-graphic") == []


def test_a_graphic_that_is_merged_goes_on() -> None:
    assert _said(_symbols(ON), "symbol-without-graphic") == []


def test_a_meaning_that_is_merged_is_not_missing() -> None:
    rows = (("1", "⊕", _first("接地")), ("2", "⊗", ON))
    assert _said(_file("symbols", ("编号", "符号", "含义"), *rows), "symbols-without-meaning") == []


def test_a_class_whose_cell_is_merged_is_the_parent_of_all_beside_it() -> None:
    rows = (
        (_first("1"), _first("书"), "11", "小说"),
        (ON, ON, "12", "诗歌"),
        (ON, ON, "23", "散文"),
        ("2", "刊", "21", "小说"),
    )
    source = _file("classification", ("大类代码", "大类名称", "中类代码", "中类名称"), *rows)
    assert _said(source, "code-outside-parent") == ["23"]
    assert _said(source, "duplicate-class-name") == []
    assert _said(source, "duplicate-code") == []
