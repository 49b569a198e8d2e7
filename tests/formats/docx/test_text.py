"""Every character that a reader of the page sees is in the text once, and remembers where it came from."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from stdlint.formats import docx
from stdlint.formats.docx import body
from stdlint.formats.docx.symbols import symbol
from stdlint.model import LINE_BREAK, OBJECT, Source
from tests.docx_builder import (
    STRICT,
    abstract,
    build,
    field,
    level,
    num,
    numbered,
    para,
    part,
    relationships,
    run,
    runs,
    style,
    table,
    zipped,
)

DRAFT = Path(__file__).parents[3] / "fixtures" / "service-excellence.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(*paragraphs: str, **parts: str) -> Source:
    source = docx.read(build(*paragraphs, **parts))  # type: ignore[arg-type]
    assert_exact(source)
    return source


def assert_exact(source: Source) -> None:
    """Look every character up in the file."""
    texts = []
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        for name in source.part_names:
            root = etree.fromstring(archive.read(name))
            texts.append([t.text or "" for t in root.iter("{*}t") if "wordprocessingml" in str(t.tag)])
    at = 0
    for block in source.blocks:
        assert block.span[0] == at
        at = block.span[1] + 1
    assert at == len(source.text)
    for offset, char in enumerate(source.text):
        origin = source.origin(offset)
        if origin.node >= 0:
            assert texts[origin.part][origin.node][origin.offset].replace("\n", " ") == char


def kinds(source: Source) -> list[tuple[str, str]]:
    return [(b.kind, source.text[b.span[0] : b.span[1]]) for b in source.blocks]


def test_runs_are_joined_and_blank_paragraphs_dropped() -> None:
    source = read(para(runs("产品应符合要求。")), para(), para(run(" \u3000")), para("试验"))
    assert source.text == "产品应符合要求。\n试验\n"


def test_leading_blanks_are_no_text_and_trailing_ones_are() -> None:
    source = read(para(run("\u3000\u3000") + run(" 产品 ")))
    assert source.text == "产品 \n"
    assert source.origin(0) == (0, 1, 1)


def test_white_space_at_the_ends_of_a_text_counts_only_if_it_is_kept() -> None:
    assert read(para("<w:r><w:t> 甲\n乙 </w:t></w:r>") + para(run(" 丙"))).text == "甲 乙\n丙\n"


def test_tabs_breaks_and_hyphens_are_characters_but_page_breaks_are_none() -> None:
    content = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t><w:noBreakHyphen/>"
    content += '<w:t>戊</w:t><w:softHyphen/><w:t>己</w:t><w:br w:type="page"/><w:t>庚</w:t></w:r>'
    assert read(para(content)).text == f"甲\t乙{LINE_BREAK}丙{LINE_BREAK}丁\u2011戊己庚\n"


def test_a_break_between_number_and_term_ends_the_typed_label_and_stays() -> None:
    content = "<w:r><w:t>2.1</w:t><w:br/><w:t>compliance artifacts</w:t><w:br/><w:t>a collection</w:t></w:r>"
    source = read(para(content))
    assert source.text == f"2.1\n{LINE_BREAK}compliance artifacts{LINE_BREAK}a collection\n"
    assert source.blocks[1].label == "2.1"


def test_signs_of_symbol_fonts_are_plain_characters_where_there_are_any() -> None:
    signs = (("Symbol", "F0B1"), ("Symbol", "F06D"), ("Wingdings", "F0FC"), ("Arial", "00D7"), ("Webdings", "F041"))
    content = "".join(f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>' for font, char in signs)
    assert read(para(content)).text == f"±μ✓×{OBJECT}\n"


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F0CE", "∈"),
        ("Symbol", "0022", "∀"),
        ("Symbol", "F0BA", "≡"),
        ("Symbol", "F02B", "+"),
        ("Wingdings", "F0E0", "→"),
        ("wingdings", "00A7", "▪"),
        ("Wingdings 2", "F052", "☑"),
        ("SimSun", "2103", "℃"),
        ("Symbol", "x", ""),
        ("Wingdings 3", "F070", ""),
        ("Arial", "D800", ""),
    ],
)
def test_a_sign_is_looked_up_in_its_font(font: str, code: str, sign: str) -> None:
    assert symbol(font, code) == sign


def test_inserted_text_is_in_and_deleted_text_is_out() -> None:
    content = (
        f"{run('产品')}<w:ins>{run('应')}</w:ins><w:del><w:r><w:delText>必须</w:delText></w:r></w:del>{run('符合')}"
    )
    content += f"<w:moveFrom>{run('甲')}</w:moveFrom><w:moveTo>{run('乙')}</w:moveTo>{run('丙')}"
    assert read(para(content)).text == "产品应符合乙丙\n"


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_a_deleted_paragraph_is_not_counted() -> None:
    numbering = abstract(1, level(0, "lowerLetter", "%1)")) + num(1, 1)
    gone = numbered(1, 0) + "<w:rPr><w:del/></w:rPr>"
    source = read(
        para("<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>", properties=gone),
        para("乙", properties=numbered(1, 0)),
        para("丙", properties="<w:rPr><w:del/></w:rPr>"),
        para("丁"),
        numbering=numbering,
    )
    assert source.text == "a)\n乙\n丙丁\n"


def test_hidden_text_is_out_directly_and_by_style() -> None:
    styles = style("h", runs="<w:vanish/>", kind="character") + style("hh", based="h", kind="character")
    content = (
        run("甲") + run("乙", "<w:vanish/>") + run("丙", '<w:rStyle w:val="hh"/>') + run("丁", '<w:vanish w:val="0"/>')
    )
    assert read(para(content), styles=styles).text == "甲丁\n"


def test_results_of_fields_are_text_but_locked() -> None:
    content = (
        run("见") + field(" REF _Ref1 ", run("图") + run("1")) + run("和") + f"<w:fldSimple>{run('表2')}</w:fldSimple>"
    )
    source = read(para(content))
    assert source.text == "见图1和表2\n"
    assert source.locked == [(1, 3), (4, 6)]


def test_a_field_in_the_instruction_of_another_is_no_text() -> None:
    inner = field(" PAGE ", run("3"))
    content = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>{inner}'
    content += f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("甲")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    source = read(para(content + run("乙")))
    assert source.text == "甲乙\n"
    assert source.locked == [(0, 1)]


def test_a_field_in_the_result_of_another_is_locked_once() -> None:
    source = read(para(field(' HYPERLINK "a" ', run("见") + field(" REF b ", run("3.1")))))
    assert source.text == "见3.1\n"
    assert source.locked == [(0, 4)]


def test_a_drop_down_shows_its_chosen_entry() -> None:
    entries = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in (" ", "（征求意见稿）", "（送审稿）"))
    chosen = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    default = f'<w:ffData><w:ddList><w:default w:val="2"/>{entries}</w:ddList></w:ffData>'
    source = read(para(field(" FORMDROPDOWN ", data=chosen)), para(field(" FORMDROPDOWN ", run(""), default)))
    assert source.text == "（征求意见稿）\n（送审稿）\n"
    assert not source.editable(0, 1)


def test_a_field_that_is_never_separated_does_not_swallow_the_rest() -> None:
    assert read(para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("甲")), para("乙")).text == "乙\n"


def contents(*entries: str, end: bool = True) -> list[str]:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TO</w:instrText></w:r><w:r><w:instrText>C \\o'
    )
    begin += '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    found = [para(begin + run(entries[0]), "a9"), *[para(entry, "a9") for entry in entries[1:]]]
    return [*found, para('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("后"))] if end else found


def test_entries_of_a_table_of_contents_are_told_by_the_field_even_without_a_style() -> None:
    source = read(*contents("前言\tI", "1  范围\t1"), para("正文"))
    assert kinds(source) == [("toc", "前言\tI"), ("toc", "1  范围\t1"), ("para", "后"), ("para", "正文")]
    assert source.locked == [(0, 4), (5, 12)]


def test_a_table_of_contents_that_never_ends_ends_at_the_next_heading() -> None:
    source = read(*contents("1  范围\t1", end=False), para("范围", "h"), para("正文"), styles=style("h", "标题 1"))
    assert kinds(source)[1:] == [("heading", "范围"), ("para", "正文")]


def test_entries_of_a_table_of_contents_are_told_by_style_and_by_content_control() -> None:
    control = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control += f"<w:sdtContent>{para('目次', 'h')}{para('1 范围 1')}</w:sdtContent></w:sdt>"
    source = read(control, para("2 术语\t1", "t"), styles=style("h", "标准文件_目录标题") + style("t", "TOC 1"))
    assert kinds(source)[:2] == [("heading", "目次"), ("toc", "1 范围 1")]
    assert source.blocks[-1].kind == "toc"


def test_text_boxes_are_read_once_before_the_paragraph_that_holds_them() -> None:
    inside = f"<w:txbxContent>{para('ICS 03.080')}{para('CCS A 12')}</w:txbxContent>"
    choice = f"<w:drawing><a:graphic><wps:txbx>{inside}</wps:txbx></a:graphic></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    alternate = f"<mc:AlternateContent><mc:Choice Requires='wps'>{choice}</mc:Choice><mc:Fallback>{fallback}"
    alternate += "</mc:Fallback></mc:AlternateContent>"
    source = read(para(run("前") + f"<w:r>{alternate}</w:r>" + run("后")), para(f"<w:r>{fallback}</w:r>"))
    assert kinds(source) == [
        ("box", "ICS 03.080"),
        ("box", "CCS A 12"),
        ("para", "前后"),
        ("box", "ICS 03.080"),
        ("box", "CCS A 12"),
    ]


def test_the_fallback_is_read_if_nothing_readable_is_in_the_choice() -> None:
    content = (
        "<mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback>"
        + run("甲")
        + "</mc:Fallback></mc:AlternateContent>"
    )
    assert read(para(content)).text == "甲\n"


def test_frames_are_boxes_directly_and_by_style() -> None:
    styles = style("f", "标准文件_封面标准名称", properties="<w:framePr/>")
    source = read(para("GB/T 1", properties='<w:framePr w:w="10"/>'), para("标题", "f"), para("甲"), styles=styles)
    assert [kind for kind, _ in kinds(source)] == ["box", "box", "para"]


def test_pictures_are_objects_and_mere_lines_are_not() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="结构"/><a:blip/></wp:inline></w:drawing></w:r>'
    )
    rule = "<w:r><w:pict><v:line/></w:pict></w:r>"
    source = read(para(run("甲") + picture), para(rule))
    assert source.text == f"甲{OBJECT}\n"
    assert source.anchors == [(1, "picture", -1, "结构", False)]


def test_formulas_are_objects_that_keep_their_letters_aside() -> None:
    formula = "<m:oMathPara><m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>=b</m:t></m:r></m:oMath></m:oMathPara>"
    source = read(para(formula + "<w:r><w:tab/></w:r>" + run("（1）")), para(run("式中") + formula))
    assert kinds(source) == [("formula", f"{OBJECT}\t（1）"), ("para", f"式中{OBJECT}")]
    assert source.anchors[0] == (0, "formula", -1, "a=b", False)


def test_footnotes_and_endnotes_follow_the_text_and_their_marks_point_at_them() -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{para("线")}</w:footnote>'
    notes += f'<w:footnote w:id="3">{para(run(" 后一个。"))}</w:footnote>'
    notes += f'<w:footnote w:id="2">{para("先一个。")}{para("续。")}</w:footnote>'
    notes += f'<w:footnote w:id="4">{para("无人引用。")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    content = run("甲") + mark.format(2) + run("乙") + mark.format(3) + '<w:r><w:endnoteReference w:id="1"/></w:r>'
    source = read(para(content), footnotes=notes, endnotes=f'<w:endnote w:id="1">{para("尾注。")}</w:endnote>')
    assert source.text == f"甲{OBJECT}乙{OBJECT}{OBJECT}\n1)\n先一个。\n续。\n2)\n后一个。\n1)\n尾注。\n"
    assert [(a.kind, a.target) for a in source.anchors] == [("footnote", 1), ("footnote", 4), ("endnote", 6)]
    assert [b.kind for b in source.blocks[1:]] == [
        "label",
        "footnote",
        "footnote",
        "label",
        "footnote",
        "label",
        "footnote",
    ]


def test_headers_and_footers_come_last_and_once() -> None:
    source = docx.read(build("甲", headers=[para("GB/T 1"), para("GB/T 2")], footers=[para(field(" PAGE ", run("1")))]))
    assert_exact(source)
    assert kinds(source) == [("para", "甲"), ("header", "GB/T 1"), ("header", "GB/T 2"), ("footer", "1")]


def test_tables_know_their_cells_and_nested_tables_are_tables_of_their_own() -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{para("宽")}'
    source = read("前", table([wide, "右"], [para("注：甲。") + table(["内"]) + para("乙"), "丙"]), "后")
    assert kinds(source) == [
        ("para", "前"),
        ("cell", "宽"),
        ("cell", "右"),
        ("label", "注："),
        ("note", "甲。"),
        ("cell", "内"),
        ("cell", "乙"),
        ("cell", "丙"),
        ("para", "后"),
    ]
    outer, inner = source.tables
    assert [(c.row, c.column, c.blocks) for c in outer.cells] == [
        (0, 0, (1,)),
        (0, 2, (2,)),
        (1, 0, (3, 4, 6)),
        (1, 1, (7,)),
    ]
    assert (inner.depth, [cell[:3] for cell in inner.cells]) == (1, [(0, 0, (5,))])
    assert [b.table for b in source.blocks] == [-1, 0, 0, 0, 0, 1, 0, 0, -1]


def test_cells_that_only_go_on_are_told_from_empty_ones() -> None:
    below = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    source = read(table(["甲", "乙"], [below, "<w:p/>"]))
    assert [cell.merged for cell in source.tables[0].cells] == [False, False, True, False]


def test_deleted_rows_are_out_and_rows_in_content_controls_are_in() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{para('甲')}</w:tc></w:tr>"
    kept = f"<w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc>{para('乙')}</w:tc></w:tr>"
    kept += "</w:sdtContent></w:sdt>"
    source = read(f"<w:tbl>{gone}{kept}</w:tbl>", "丙")
    assert source.text == "乙\n丙\n"
    assert [cell[:3] for cell in source.tables[0].cells] == [(0, 1, (0,))]


def test_numbers_in_cells_are_values_and_no_labels() -> None:
    assert read(table(["1.5", "3 mm", "a) 甲"])).text == "1.5\n3 mm\na) 甲\n"


def test_content_controls_links_and_smart_tags_are_transparent() -> None:
    inline = (
        f"<w:hyperlink>{run('甲')}</w:hyperlink><w:smartTag>{run('乙')}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>"
    )
    inline += f"{run('丙')}</w:sdtContent></w:sdt><w:customXml>{run('丁')}</w:customXml>"
    block = f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{para('戊')}</w:sdtContent></w:sdt>{table(['己'])}"
    block += "</w:sdtContent></w:sdt>"
    assert read(para(inline), block).text == "甲乙丙丁\n戊\n己\n"


def test_ruby_gives_its_base_only() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('dian')}</w:rt><w:rubyBase>{run('电')}</w:rubyBase></w:ruby></w:r>"
    assert read(para(ruby + run("影"))).text == "电影\n"


def test_unknown_elements_at_the_top_do_not_shift_what_comes_after() -> None:
    assert read("甲", f"<w:strange>{para('乙')}</w:strange>", "丙").text == "甲\n丙\n"


@pytest.mark.parametrize(
    ("name", "kind", "depth"),
    [
        ("heading 1", "heading", 1),
        ("Heading 2", "heading", 2),
        ("标题 3", "heading", 3),
        ("标准文件_章标题", "heading", 1),
        ("章标题", "heading", 1),
        ("标准文件_一级条标题", "heading", 2),
        ("五级条标题", "heading", 6),
        ("标准文件_附录二级条标题", "heading", 3),
        ("标准文件_前言、引言标题", "heading", 1),
        ("标准文件_参考文献、索引标题", "heading", 1),
        ("标准文件_目次、标准名称标题", "heading", 1),
        ("标准文件_附录标识", "heading", 1),
        ("ANNEX", "heading", 1),
        ("Intro Title", "heading", 1),
        ("标准文件_正文标准名称", "title", 0),
        ("标准名称标题", "title", 0),
        ("标准文件_一级无标题", "para", 0),
        ("一级无标题条", "para", 0),
        ("标准文件_术语条一", "para", 0),
        ("标准文件_段", "para", 0),
        ("标准文件_参考文献条目", "para", 0),
        ("标准文件_注：", "note", 0),
        ("注×：", "note", 0),
        ("标准文件_示例×：", "example", 0),
        ("标准文件_正文图标题", "caption", 0),
        ("附录表标题", "caption", 0),
        ("caption", "caption", 0),
        ("标准文件_字母编号列项（一级）", "item", 1),
        ("标准文件_数字编号列项（二级）", "item", 2),
        ("标准文件_破折号列项", "item", 1),
        ("三级项", "item", 3),
        ("List Bullet 2", "item", 2),
        ("toc 1", "toc", 0),
        ("目录 2", "toc", 0),
        ("footnote text", "para", 0),
        ("Note Heading", "para", 0),
    ],
)
def test_the_name_of_a_style_tells_what_a_paragraph_is(name: str, kind: str, depth: int) -> None:
    block = read(para("产品", "x"), styles=style("x", name)).blocks[0]
    assert (block.kind, block.level, block.style) == (kind, depth, name)


def test_the_outline_level_makes_a_heading_directly_and_by_style() -> None:
    styles = style("o", "自定", properties='<w:outlineLvl w:val="1"/>') + style("p", "条", based="o")
    body = [
        para("甲", "p"),
        para("乙", properties='<w:outlineLvl w:val="0"/>'),
        para("丙", "p", '<w:outlineLvl w:val="9"/>'),
    ]
    found = [(b.kind, b.level) for b in read(*body, styles=styles).blocks]
    assert found == [("heading", 2), ("heading", 1), ("para", 0)]


def test_a_style_that_is_not_defined_is_tolerated() -> None:
    assert read(para("甲", "a9")).blocks[0].style == ""


def test_a_paragraph_is_bold_and_centred_as_a_whole_or_not_at_all() -> None:
    styles = style("b", runs="<w:b/>", properties='<w:jc w:val="center"/>') + style("c", based="b")
    styles += style("s", runs="<w:b/>", kind="character")
    paragraphs = [
        para("甲", "c"),
        para(run("乙", "<w:b/>") + run("丙")),
        para(run("乙", "<w:b/>") + run(" ") + run("丙", '<w:rStyle w:val="s"/>')),
        para(run("丁", '<w:b w:val="0"/>'), "b", '<w:jc w:val="left"/>'),
    ]
    found = [(b.bold, b.centred) for b in read(*paragraphs, styles=styles).blocks]
    assert found == [(True, True), (False, False), (True, False), (False, False)]


def test_lists_without_style_are_told_by_their_markers() -> None:
    levels = (level(0, "lowerLetter", "%1)"), level(1, "decimal", "%2)"), level(2, "decimal", "%3."))
    body = [para("甲", properties=numbered(1, i)) for i in (0, 1, 2)]
    found = [(b.kind, b.level, b.label) for b in read(*body, numbering=abstract(1, *levels) + num(1, 1)).blocks[1::2]]
    assert found == [("item", 1, "a)"), ("item", 2, "1)"), ("item", 3, "1.")]


def test_the_annex_of_a_template_reports_label_and_lines_as_they_stand() -> None:
    styles = style("a", "标准文件_附录标识", properties=numbered(1, 0) + '<w:jc w:val="center"/>')
    content = f"<w:r><w:br/></w:r>{run('（资料性）')}"
    source = read(
        para(content, "a"), styles=styles, numbering=abstract(1, level(0, "upperLetter", "附录%1")) + num(1, 1)
    )
    assert kinds(source) == [("label", "附录A"), ("heading", "（资料性）")]
    assert source.blocks[1].centred


def test_strict_files_read_like_transitional_ones() -> None:
    styles, numbering = (
        style("h", "heading 1", properties=numbered(1, 0)),
        abstract(1, level(0, "decimal", "%1")) + num(1, 1),
    )
    strict = docx.read(build(para("范围", "h"), "甲", styles=styles, numbering=numbering, namespace=STRICT))
    assert_exact(strict)
    assert strict.text == "1\n范围\n甲\n"


def test_the_document_part_is_found_by_relationship() -> None:
    source = docx.read(build("甲", main="word/document22.xml", styles=style("x")))
    assert (source.text, source.part_names) == ("甲\n", ["word/document22.xml"])


def test_content_types_may_be_missing() -> None:
    data = zipped(
        {
            "_rels/.rels": relationships({"/word/document.xml": "officeDocument"}),
            "word/document.xml": part("document", f"<w:body>{para('甲')}</w:body>"),
        }
    )
    assert docx.read(data).text == "甲\n"


def test_properties_become_meta() -> None:
    core = '<c:coreProperties xmlns:c="x" xmlns:d="y"><d:title> 服务 </d:title><d:empty/></c:coreProperties>'
    rels = relationships({"word/document.xml": "officeDocument", "docProps/core.xml": "core-properties"})
    assert docx.read(build("甲", extra={"docProps/core.xml": core, "_rels/.rels": rels})).meta == {"title": "服务"}


def test_the_real_draft_has_the_numbers_that_word_shows() -> None:
    source = docx.read(DRAFT.read_bytes())
    assert_exact(source)
    numbers = [b.label for b in source.blocks if b.kind == "label" and b.label[0] not in "—●"]
    expected = (
        "1 2 3 3.1 3.2 3.3 注： 3.4 注： 3.5 3.6 3.7 3.8 4 4.1 4.2 4.3 4.4 4.5 4.6 4.7 5 5.1 5.2 5.2.1 5.2.2 5.3 5.4 6"
    )
    assert numbers == [*expected.split(), "注1：", "注2：", "7", "8", "8.1", "8.2", "8.3", "8.4"]
    assert source.text.count("T/CCPITCSCXXX—2020") == 1
    assert [b.kind for b in source.blocks].count("toc") == 9
    assert source.text.count("3.1\n\n服务  service\n") == 1
    assert docx.where(source, 0) is None


@pytest.mark.parametrize("size", [7, 64, 1000])
def test_it_does_not_matter_in_which_pieces_the_parser_is_fed(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    control = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control += f"<w:sdtContent>{para('1 范围 1')}{para('2 术语 2')}{para('3 要求 3')}</w:sdtContent></w:sdt>"
    gone = para("丙", properties="<w:rPr><w:del/></w:rPr>")
    nested = f"<w:sdt><w:sdtContent>{para('甲')}{control}{table(['乙'])}{gone}{para('丁')}</w:sdtContent></w:sdt>"
    data = build(para("前"), control, nested, gone, para("后"), "\n", control)
    whole = docx.read(data)
    assert (
        whole.text
        == "前\n1 范围 1\n2 术语 2\n3 要求 3\n甲\n1 范围 1\n2 术语 2\n3 要求 3\n乙\n丙丁\n丙后\n" + whole.text[2:23]
    )
    monkeypatch.setattr(body, "_CHUNK", size)
    for file in (data, DRAFT.read_bytes()):
        monkeypatch.setattr(body, "_CHUNK", 1 << 20)
        expected = docx.read(file)
        monkeypatch.setattr(body, "_CHUNK", size)
        assert docx.read(file) == expected
        assert_exact(docx.read(file))
