"""Headings are found by style, number and shape (reference word-documents.md, sections 3 and 7)."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx
from tests.docx_builder import abstract, build, level, num, numbered, para, run, style, table

STYLES = "".join(style(f"h{n}", f"heading {n}", properties=f'<w:outlineLvl w:val="{n - 1}"/>') for n in (1, 2, 3))
CENTRE = '<w:jc w:val="center"/>'
BREAK = "<w:r><w:br/></w:r>"


def document(*paragraphs: str, styles: str = STYLES, numbering: str = "") -> Document:
    return Document(docx.read(build(*paragraphs, styles=styles, numbering=numbering)))


def shown(found: Document) -> list[tuple[str, str, str]]:
    return [(section.element, section.number, section.title) for section in found.walk()]


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000", "\u3000\u3000", "\t", "\u00a0", ""])
def test_a_typed_number_may_stand_apart_from_its_title_by_anything(gap: str) -> None:
    def typed(text: str) -> str:
        return "".join(run(piece) for piece in text.split("\t")[:1]) + "".join(
            "<w:r><w:tab/></w:r>" + run(piece) for piece in text.split("\t")[1:]
        )

    found = document(
        para(typed(f"1{gap}范围"), "h1"),
        para("本文件规定了要求。"),
        para(typed(f"2{gap}要求"), "h1"),
        para(typed(f"2.1{gap}总则"), "h2"),
        para(typed(f"2.1.1{gap}外观"), "h3"),
        para("应平整。"),
    )
    assert shown(found) == [
        ("scope", "1", "范围"),
        ("clause", "2", "要求"),
        ("clause", "2.1", "总则"),
        ("clause", "2.1.1", "外观"),
    ]


def test_the_older_family_types_the_markers_of_its_lists() -> None:
    styles = (
        style("a", "标准文件_字母编号列项") + style("b", "标准文件_数字编号列项") + style("c", "标准文件_破折号列项")
    )
    source = docx.read(
        build(
            para("a)　甲；", "a"),
            para("1)　乙；", "b"),
            para("2）　丙；", "b"),
            para("b)　丁。", "a"),
            para("——　戊。", "c"),
            styles=styles,
        )
    )
    found = [(b.kind, b.level, b.label, b.typed) for b in source.blocks if b.kind != "label"]
    assert found == [
        ("item", 1, "a)", True),
        ("item", 2, "1)", True),
        ("item", 2, "2）", True),
        ("item", 1, "b)", True),
        ("item", 1, "——", True),
    ]
    assert source.text == "a)\n甲；\n1)\n乙；\n2）\n丙；\nb)\n丁。\n——\n戊。\n"


def test_the_same_style_may_be_numbered_and_typed_in_one_file() -> None:
    styles = style("a", "标准文件_字母编号列项（一级）", properties=numbered(1, 0))
    source = docx.read(
        build(
            *(para("甲；", "a"), para("a)　乙；", "a", numbered(0)), para("丙。", "a")),
            styles=styles,
            numbering=abstract(1, level(0, "lowerLetter", "%1)　")) + num(1, 1),
        )
    )
    assert [(b.label, b.typed) for b in source.blocks if b.kind == "item"] == [
        ("a)", False),
        ("a)", True),
        ("b)", False),
    ]


def test_a_file_saved_by_LibreOffice_numbers_from_the_paragraph() -> None:
    styles = style("Heading1", "Heading 1") + style("Heading2", "Heading 2") + style("TextBody", "Text Body")
    lists = abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 1)
    found = document(
        para("范围", "Heading1", numbered(1, 0)),
        para("本文件规定了要求。", "TextBody", numbered(0, 0)),
        para("要求", "Heading1", numbered(1, 0)),
        para("总则", "Heading2", numbered(1, 1)),
        para("应平整。", "TextBody"),
        styles=styles,
        numbering=lists,
    )
    assert shown(found) == [("scope", "1", "范围"), ("clause", "2", "要求"), ("clause", "2.1", "总则")]


@pytest.mark.parametrize("gap", ["  ", " ", "　", ""])
def test_an_annex_may_stand_in_one_heading(gap: str) -> None:
    found = document(
        *(
            para("1  范围", "h1"),
            para("甲。"),
            para(f"附录A（资料性）{gap}记录", "h1"),
            para("A.1  格式", "h2"),
            para("乙。"),
        )
    )
    assert shown(found)[1:] == [("annex", "A", "记录"), ("annex", "A.1", "格式")]
    assert found.outline.top[-1].status == "资料性"


@pytest.mark.parametrize(
    "annex",
    [
        [para(BREAK + run("（规范性）"), "l"), para("记录", "t")],
        [para(BREAK + run("（规范性）") + BREAK + run("记录"), "l")],
        [para(run("（规范性）") + BREAK + run("记录"), "l")],
        [para("", "l"), para("（规范性）", "t"), para("记录", "t")],
        [para(BREAK + run("（规范性附录）"), "l"), para("记录", properties=CENTRE)],
    ],
)
def test_the_label_of_an_annex_may_be_its_number_alone(annex: list[str]) -> None:
    styles = style("l", "标准文件_附录标识", properties=numbered(1, 0) + '<w:outlineLvl w:val="0"/>' + CENTRE)
    styles += style("t", "标准文件_附录章标题", properties=CENTRE) + style(
        "c", "标准文件_附录一级条标题", properties=numbered(1, 1)
    )
    lists = abstract(1, level(0, "upperLetter", "附录%1"), level(1, "decimal", "%1.%2　")) + num(1, 1)
    found = document(
        para("1　范围"), para("甲。"), *annex, para("格式", "c"), para("乙。"), styles=styles, numbering=lists
    )
    assert shown(found) == [("scope", "1", "范围"), ("annex", "A", "记录"), ("annex", "A.1", "格式")]
    assert found.outline.top[-1].status == "规范性"


def test_what_is_centred_and_bold_in_a_file_without_template_is_cover_or_caption() -> None:
    def bold(text: str) -> str:
        return para(run(text, "<w:b/>"), properties=CENTRE)

    source = docx.read(
        build(
            *(bold("T/ABC 001—2025"), bold("水网　系统分层"), bold("前言"), para("本文件按规则起草。")),
            *(para("1  范围", "h1"), para("甲。"), para("2  要求", "h1"), para("见表1。")),
            *(bold("表1  系统分层架构定义"), table(["层", "定义"], ["一", "二"]), bold("图1  结构"), para("乙。")),
            styles=STYLES,
        )
    )
    found = Document(source)
    assert [s.element for s in found.outline.top] == ["cover", "foreword", "scope", "clause"]
    assert (found.cover.number, found.cover.title) == ("T/ABC 001—2025", "水网　系统分层")
    captions = [(b.label, source.text[slice(*b.span)]) for b in source.blocks if b.kind == "caption"]
    assert captions == [("表1", "系统分层架构定义"), ("图1", "结构")]


def test_a_caption_without_style_may_be_an_ordinary_paragraph_above_its_table() -> None:
    source = docx.read(build(para("表1  系统分层架构定义"), table(["层", "定义"])))
    assert [(b.kind, b.label) for b in source.blocks][:2] == [("label", "表1"), ("caption", "表1")]


def test_headings_of_a_file_without_any_heading_style_are_told_by_their_numbers() -> None:
    texts = [
        "前言",
        "本文件按规则起草。",
        "1 范围",
        "本文件规定了要求。",
        "2 要求",
        "2.1 总则",
        "应平整。",
        "附录A",
        "（资料性）",
        "记录",
        "A.1 格式",
    ]
    found = document(*(para(text) for text in [*texts, "见表。"]), styles="")
    assert shown(found) == [
        ("foreword", "", "前言"),
        ("scope", "1", "范围"),
        ("clause", "2", "要求"),
        ("clause", "2.1", "总则"),
        ("annex", "A", "记录"),
        ("annex", "A.1", "格式"),
    ]


def test_a_heading_whose_number_is_typed_and_computed_has_one_number() -> None:
    styles = style("h", "heading 1", properties=numbered(1, 0) + '<w:outlineLvl w:val="0"/>')
    found = document(
        *(para("1 范围", "h"), para("甲。"), para("要求", "h"), para("乙。")),
        styles=styles,
        numbering=abstract(1, level(0, "decimal", "%1")) + num(1, 1),
    )
    assert shown(found) == [("scope", "1", "范围"), ("clause", "2", "要求")]


@pytest.mark.parametrize("top", ["第%1章", "%1、", "第%1条", "%1"])
def test_chapters_that_Word_counts_in_Chinese_are_chapters(top: str) -> None:
    styles = "".join(
        style(f"h{n}", f"heading {n}", properties=numbered(1, n - 1) + f'<w:outlineLvl w:val="{n - 1}"/>')
        for n in (1, 2)
    )
    lists = abstract(1, level(0, "chineseCounting", top), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 1)
    found = document(
        *(para("范围", "h1"), para("甲。"), para("要求", "h1"), para("总则", "h2"), para("乙。")),
        styles=styles,
        numbering=lists,
    )
    assert shown(found) == [("scope", "1", "范围"), ("clause", "2", "要求"), ("clause", "2.1", "总则")]


def test_a_heading_with_a_bullet_is_a_heading_without_number() -> None:
    styles = STYLES + style("j", "二级条标题", properties=numbered(1, 0) + '<w:outlineLvl w:val="2"/>')
    found = document(
        *(para("1  要求", "h1"), para("1.1  总则", "h2"), para("外观", "j"), para("应平整。")),
        styles=styles,
        numbering=abstract(1, level(0, "bullet", "\uf0d8")) + num(1, 1),
    )
    assert shown(found) == [("clause", "1", "要求"), ("clause", "1.1", "总则"), ("clause", "", "外观")]


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u3000\u200b"])
def test_a_sign_that_nobody_sees_hides_no_number(sign: str) -> None:
    found = document(para(f"{sign}1　范围{sign}", "h1"), para(f"{sign}1.1　总则", "h2"))
    assert [(one.element, one.number) for one in found.walk()] == [("scope", "1"), ("scope", "1.1")]


def test_a_number_may_be_glued_to_a_bold_title_or_a_text() -> None:
    bold = [para(run(text, "<w:b/>")) for text in ("1范围", "2规范性引用文件", "3术语和定义", "4要求", "4.1轮换")]
    found = document(*bold, "4.1.1升降机应平稳。", "3天内应完成。", "4.2米以上的应加固。")
    numbers = [(one.number, one.titled) for one in found.walk()]
    assert numbers == [("1", True), ("2", True), ("3", True), ("4", True), ("4.1", True), ("4.1.1", False)]


def test_chapters_may_be_items_of_a_list_where_the_first_ones_are() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    titles = ("范围", "规范性引用文件", "术语和定义", "要求", "试验方法")
    paragraphs = [para(title, properties=numbered(1, 0)) for title in titles]
    found = document(*paragraphs[:4], "4.1 外观", paragraphs[4], "5.1 总则", numbering=numbering)
    assert [one.number for one in found.walk()] == ["1", "2", "3", "4", "4.1", "5", "5.1"]


@pytest.mark.parametrize("status", ["规范性附录", "（规范性附录）", "规范性"])
def test_the_status_of_an_annex_may_stand_on_its_line_without_brackets(status: str) -> None:
    lines = [para(text, properties=CENTRE) for text in ("附录 A", status, "测点")]
    annex = document(para("1　范围", "h1"), *lines).outline.first("annex")
    assert annex is not None
    assert (annex.status, annex.title) == ("规范性", "测点")


def test_lines_of_the_cover_in_a_heading_style_are_no_titles() -> None:
    cover = para("中华人民共和国国家标准", "h1") + para("雾化降温桩", "h1")
    title = para(run("雾化降温桩", "<w:b/>"), properties=CENTRE)
    found = document(cover, para("前言", "h1"), "本文件起草。", title, para("1　范围", "h1"))
    assert [one.element for one in found.outline.top] == ["cover", "foreword", "title", "scope"]


def test_a_title_may_stand_on_two_lines() -> None:
    title = [para(run(text, "<w:b/>"), properties=CENTRE) for text in ("城市绿地", "雾化降温桩")]
    found = document(para("前言", "h1"), "本文件起草。", *title, para("1　范围", "h1"))
    assert ("title", "", "城市绿地　雾化降温桩") in shown(found)


def test_a_short_title_may_be_spaced_behind_its_number() -> None:
    found = document("1 范 围", "2 规范性引用文件", "3 术语和定义", "4 要 求", "4.1 总则")
    assert [one.element for one in found.outline.top] == ["scope", "references", "terms", "clause"]


@pytest.mark.parametrize("line", ["附录A.　测点（规范性）", "附录A：测点（规范性）", "附录 A 规范性附录 测点"])
def test_signs_behind_the_letter_of_an_annex_are_none_of_its_title(line: str) -> None:
    annex = document(para("1　范围", "h1"), para(line, "h1"), para("A.1　总则", "h2")).outline.first("annex")
    assert annex is not None
    assert (annex.number, annex.status, annex.title) == ("A", "规范性", "测点")
