"""The cover is read from frames, form fields and text boxes (reference word-documents.md, section 4)."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx
from stdlint.model import OBJECT
from tests.docx_builder import build, field, numbered, para, run, runs, style, table

FRAME = '<w:framePr w:w="9639" w:h="624" w:hRule="exact" w:wrap="around" w:hAnchor="page" w:x="1419" w:y="1"/>'
BOUNDARY = '<w:sectPr><w:pgMar w:top="-338" w:bottom="100" w:left="100" w:right="100"/><w:titlePg/></w:sectPr>'
STAGES = (" ", "草案版次选择", "（工作组讨论稿）", "（征求意见稿）", "（送审讨论稿）", "（送审稿）", "（报批稿）")
TITLE = '<w:sdt><w:sdtPr><w:tag w:val="NEW_STAND_NAME"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
BODY = [para("1　范围"), para("本文件规定了电子秤的要求。"), para("2　要求"), para("应平整。")]


def framed(content: str) -> str:
    return para(content, properties=FRAME)


def named(name: str, content: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/>{content}<w:bookmarkEnd w:id="1"/>'


def form(text: str) -> str:
    return field(" FORMTEXT ", runs(text), f'<w:ffData><w:name w:val="{text}"/><w:textInput/></w:ffData>')


def drop_down(result: int | None, default: int | None = None) -> str:
    chosen = "" if result is None else f'<w:result w:val="{result}"/>'
    chosen += "" if default is None else f'<w:default w:val="{default}"/>'
    entries = "".join(f'<w:listEntry w:val="{stage}"/>' for stage in STAGES)
    return field(
        " FORMDROPDOWN ", data=f'<w:ffData><w:name w:val="下拉1"/><w:ddList>{chosen}{entries}</w:ddList></w:ffData>'
    )


def set2020(
    code: str = "GB/T", number: str = "12345", year: str = "2025", stage: str = "", date: str = "2025"
) -> bytes:
    """A cover whose first block is a table, whose lines stand in frames and whose values are form fields."""
    head = table([para(run("ICS ") + named("ICS", form("17.100"))), para(run("CCS ") + named("CSDN", form("N 13")))])
    picture = '<wp:inline><wp:docPr id="1" name="国标发布单位(1).tif"/><a:blip/></wp:inline>'
    return build(
        head,
        framed("中华人民共和国国家标准"),
        framed(
            form(code) + run(" ") + named("NSTD_CODE_F", form(number)) + run("—") + named("NSTD_CODE_B", form(year))
        ),
        framed(run("代替 ") + named("OSTD_CODE", form("GB/T 12345—2010"))),
        framed(named("CSTD_NAME", form("电子秤"))),
        framed(named("ESTD_NAME", form("Electronic scales"))),
        framed(stage or drop_down(3)),
        framed(run("（本草案完成时间：") + form(date) + run("）")),
        framed(form(date) + run("-") + form("XX") + run("-") + form("XX") + run("发布")),
        framed(f"<w:r><w:drawing>{picture}</w:drawing></w:r>"),
        para("", properties=BOUNDARY),
        TITLE.format(para("电子秤", "t")),
        *BODY,
        styles=style("t", "标准文件_正文标准名称"),
        headers=[para(field(" STYLEREF 标准文件_文件编号 ", run("GB/T 12345—2025")))],
    )


def test_number_title_and_stage_are_read_from_frames_and_form_fields() -> None:
    cover = Document(docx.read(set2020())).cover
    assert (cover.number, cover.title, cover.stage, cover.level) == (
        "GB/T 12345—2025",
        "电子秤",
        "征求意见稿",
        "national",
    )
    assert cover.title_en == "Electronic scales"


def test_all_that_stands_on_the_cover_is_a_box_or_a_cell_and_no_heading() -> None:
    source = docx.read(set2020())
    document = Document(source)
    first = next(i for i, block in enumerate(source.blocks) if block.kind not in ("box", "cell"))
    assert source.text[slice(*source.blocks[first].span)] == "电子秤"
    assert [(s.element, s.number) for s in document.outline.top] == [
        ("cover", ""),
        ("title", ""),
        ("scope", "1"),
        ("clause", "2"),
    ]


def test_the_issuing_body_may_be_a_picture() -> None:
    source = docx.read(set2020())
    assert [(a.kind, source.text[a.offset]) for a in source.anchors] == [("picture", OBJECT)]


def test_placeholders_of_a_number_are_not_filled_in() -> None:
    cover = Document(docx.read(set2020("GB/T", "XXXXX", "XXXX"))).cover
    assert (cover.number, cover.base, cover.title) == ("GB/T XXXXX—XXXX", "", "电子秤")


def test_placeholders_of_the_template_are_no_title() -> None:
    data = build(
        framed(form("点击此处添加标准名称")),
        framed(form("点击此处添加标准英文译名")),
        para("", properties=BOUNDARY),
        *BODY,
    )
    assert Document(docx.read(data)).cover.title == ""


@pytest.mark.parametrize(
    ("result", "default", "stage"),
    [
        (2, None, "工作组讨论稿"),
        (6, None, "报批稿"),
        (None, 5, "送审稿"),
        (3, 5, "征求意见稿"),
        (None, None, ""),
        (9, None, ""),
    ],
)
def test_the_stage_is_the_entry_that_the_drop_down_has_chosen(
    result: int | None, default: int | None, stage: str
) -> None:
    assert Document(docx.read(set2020(stage=drop_down(result, default)))).cover.stage == stage


def text_box(*paragraphs: str) -> str:
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    choice = f"<w:drawing><a:graphic><wps:txbx>{inside}</wps:txbx></a:graphic></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def older() -> bytes:
    """A cover of text boxes, each there twice in the file."""
    names = ("封面标准分类号", "封面标准编号", "标准代替", "封面标准名称", "封面发布日期", "封面实施日期", "标准部门")
    styles = "".join(style(f"c{n}", f"标准文件_{name}") for n, name in enumerate(names))
    styles += style("h", "标准文件_章标题", properties=numbered(0)) + style("t", "标准文件_标准名称标题")
    boxes = (
        text_box(para("ICS 17.100", "c0"), para("N 13", "c0")),
        text_box(para("DB11/T 1234—2025", "c1"), para("代替 DB11/T 1234—2015", "c2")),
        text_box(para("电子秤", "c3"), para("使用规程", "c3"), para("Electronic scales", "c3")),
        text_box(para("2025-01-01发布", "c4")),
        text_box(para("2025-06-01实施", "c5")),
        text_box(para("北京市市场监督管理局", "c6")),
    )
    return build(
        para("".join(boxes)),
        para("北京市地方标准"),
        para("电子秤　使用规程", "t"),
        *BODY,
        styles=styles,
    )


def test_a_cover_of_text_boxes_is_read_once() -> None:
    source = docx.read(older())
    cover = Document(source).cover
    assert (cover.number, cover.title, cover.level) == ("DB11/T 1234—2025", "电子秤　使用规程", "local")
    assert source.text.count("代替") == 1
    assert [b.kind for b in source.blocks].count("box") == 10


def test_the_paragraphs_of_text_boxes_are_no_paragraphs_of_the_body() -> None:
    document = Document(docx.read(older()))
    assert [s.element for s in document.outline.top] == ["cover", "title", "scope", "clause"]
    scope = document.outline.first("scope")
    assert scope is not None
    assert len(scope.body) == 1


def test_the_name_of_a_style_may_be_split_over_runs_of_an_instruction() -> None:
    pieces = "".join(
        f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (" STYLEREF 标准文件", "_", "文件编号 ")
    )
    begin, end = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    whole = begin + pieces + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("GB/T 1—2025") + end
    source = docx.read(build("甲", headers=[para(whole)]))
    assert [(b.kind, source.text[slice(*b.span)]) for b in source.blocks] == [("para", "甲"), ("header", "GB/T 1—2025")]
    assert source.locked == [(2, 13)]
