"""How a file looks: fonts, indents, pages, names and hidden text, each with its place in the text."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from stdlint.formats import docx, markdown
from stdlint.layout import Hidden, Layout, Look, Name, PageBreak, Section, Shape
from stdlint.model import OBJECT, Source
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
    run,
    style,
    table,
)

FIXTURES = sorted((Path(__file__).parents[3] / "fixtures").glob("*.docx"))
VANISH = "<w:vanish/>"
PAGE = '<w:r><w:br w:type="page"/></w:r>'


def read(*paragraphs: str, **parts: object) -> Source:
    return docx.read(build(*paragraphs, **parts))  # type: ignore[arg-type]


def looks(source: Source) -> list[tuple[str, Look]]:
    return [(source.text[slice(*span)], look) for span, look in source.layout.stretches]


def one_look(properties: str = "", style_id: str = "", styles: str = "", **parts: object) -> Look:
    (_, look), *_ = looks(read(para(run("甲", properties), style_id), styles=styles, **parts))
    return look


def one_shape(properties: str = "", style_id: str = "", styles: str = "", numbering: str = "") -> Shape:
    source = read(para("甲", style_id, properties), styles=styles, numbering=numbering)
    assert set(source.layout.shapes) == set(range(len(source.blocks)))
    return source.layout.shapes[len(source.blocks) - 1]


def names(source: Source) -> list[tuple[str, str, str]]:
    return [(name.kind, name.name, source.text[slice(*name.span)]) for name in source.layout.names]


def test_layout_is_read_once_and_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    source = read("甲")
    asked: list[Source] = []
    reader = source.look
    assert reader is not None

    def look(it: Source) -> Layout:
        asked.append(it)
        return reader(it)

    monkeypatch.setattr(source, "look", look)
    assert source.layout is source.layout
    assert asked == [source]


def test_markdown_has_no_layout() -> None:
    assert markdown.read("# 1 范围\n".encode()).layout == Layout()


def test_a_source_can_be_sent_to_another_process() -> None:
    source = read("甲")
    assert pickle.loads(pickle.dumps(source)).layout == source.layout


# Characters


def test_runs_of_the_same_look_are_one_stretch_and_others_are_not() -> None:
    source = read(para(run("甲") + run("乙") + run("丙", "<w:i/>")), "丁")
    assert looks(source) == [("甲乙", Look()), ("丙", Look(italic=True)), ("丁", Look())]


def test_a_typed_label_and_what_follows_it_are_stretches_of_their_own() -> None:
    source = read(para(run("注1： 产品", "<w:b/>")))
    assert [text for text, _ in looks(source)] == ["注1：", "产品"]


def test_direct_formatting_beats_character_style_beats_paragraph_style_beats_defaults() -> None:
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:color w:val="FF0000"/><w:u w:val="single"/>'
    defaults += '<w:rFonts w:ascii="Arial" w:eastAsia="黑体"/></w:rPr></w:rPrDefault></w:docDefaults>'
    styles = style("p", runs='<w:color w:val="00ff00"/><w:rFonts w:eastAsia="宋体"/>')
    styles += style("c", runs='<w:u w:val="none"/><w:highlight w:val="yellow"/>', kind="character")
    direct = '<w:rStyle w:val="c"/><w:color w:val="auto"/><w:vertAlign w:val="superscript"/>'
    look = Look("Arial", "宋体", 12.0, colour="00FF00", underline="single")
    assert one_look("", "p", defaults + styles) == look
    assert one_look(direct, "p", defaults + styles) == look._replace(
        colour="", underline="", highlight="yellow", vertical="superscript"
    )


def test_styles_inherit_from_the_style_they_are_based_on_even_in_a_circle() -> None:
    styles = style("a", based="b", runs='<w:sz w:val="21"/>') + style("b", based="a", runs="<w:b/>")
    assert one_look("", "a", styles) == Look(size=10.5, bold=True)


def test_bold_in_a_bold_paragraph_style_is_not_bold_if_a_character_style_says_so() -> None:
    styles = style("p", runs="<w:b/><w:i/>") + style("c", runs="<w:b/>", kind="character")
    assert one_look('<w:rStyle w:val="c"/>', "p", styles) == Look(bold=False, italic=True)
    assert one_look('<w:rStyle w:val="c"/><w:b/>', "p", styles) == Look(bold=True, italic=True)
    assert one_look('<w:b w:val="0"/>', "p", styles) == Look(bold=False, italic=True)
    source = read(para(run("甲", '<w:rStyle w:val="c"/>'), "p"), styles=styles)
    assert not source.blocks[0].bold


def test_bold_in_styles_based_on_each_other_is_not_toggled() -> None:
    styles = style("p", runs="<w:b/>") + style("q", based="p", runs="<w:b/>")
    styles += style("r", based="p", runs='<w:b w:val="0"/>')
    assert one_look("", "q", styles).bold
    assert not one_look("", "r", styles).bold


def test_bold_defaults_are_bold_whatever_styles_say() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert one_look("", "p", defaults + style("p", runs='<w:b w:val="0"/>')).bold
    assert not one_look('<w:b w:val="0"/>', "", defaults).bold


def fonts(properties: str, language: str = "zh-CN", theme_ea: str = "") -> tuple[str, str]:
    def collection(name: str) -> str:
        return (
            f'<a:{name}Font><a:latin typeface="L{name}"/><a:ea typeface="{theme_ea}"/>'
            f'<a:font script="Jpan" typeface="J{name}"/><a:font script="Hans" typeface="H{name}"/></a:{name}Font>'
        )

    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    scheme = f"<a:fontScheme>{collection('major')}{collection('minor')}</a:fontScheme>"
    theme = f'<a:theme xmlns:a="{space}"><a:themeElements>{scheme}</a:themeElements></a:theme>'
    settings = part("settings", f'<w:themeFontLang w:eastAsia="{language}"/>')
    look = one_look(
        properties,
        extra={"word/theme/theme1.xml": theme, "word/settings.xml": settings},
        related={"theme/theme1.xml": "theme", "settings.xml": "settings"},
    )
    return look.latin, look.east_asian


def test_fonts_of_the_theme_are_found_by_script() -> None:
    themed = '<w:rFonts w:ascii="A" w:asciiTheme="minorHAnsi" w:eastAsia="E" w:eastAsiaTheme="majorEastAsia"/>'
    assert fonts(themed) == ("Lminor", "Hmajor")
    assert fonts(themed, "ja-JP") == ("Lminor", "Jmajor")
    assert fonts(themed, theme_ea="等线") == ("Lminor", "等线")
    assert fonts('<w:rFonts w:asciiTheme="majorAscii" w:eastAsia="宋体"/>') == ("Lmajor", "宋体")


def test_a_font_that_a_style_names_replaces_the_one_of_the_theme() -> None:
    styles = style("p", runs='<w:rFonts w:ascii="A" w:asciiTheme="minorHAnsi"/>')
    assert one_look('<w:rFonts w:ascii="B"/>', "p", styles).latin == "B"
    assert one_look("", "p", styles).latin == "A"


# Paragraphs


def test_a_paragraph_is_set_by_its_style_and_by_itself_attribute_by_attribute() -> None:
    styles = '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276"/></w:pPr></w:pPrDefault>'
    styles += "</w:docDefaults>" + style(
        "p",
        "标准文件_段",
        properties='<w:keepNext/><w:spacing w:before="120" w:beforeLines="50"/><w:ind w:left="420" w:firstLine="420"'
        ' w:firstLineChars="200"/><w:jc w:val="both"/><w:outlineLvl w:val="1"/>',
    )
    direct = '<w:keepNext w:val="0"/><w:spacing w:after="0" w:line="400" w:lineRule="exact"/>'
    direct += '<w:ind w:right="-105" w:rightChars="-50"/><w:jc w:val="end"/><w:outlineLvl w:val="9"/>'
    shape = Shape(
        "标准文件_段",
        "both",
        left=21.0,
        first=21.0,
        first_chars=2.0,
        before=6.0,
        after=10.0,
        before_lines=0.5,
        line=1.15,
        keep_next=True,
        outline=2,
    )
    assert one_shape("", "p", styles) == shape
    assert one_shape(direct, "p", styles) == shape._replace(
        alignment="right",
        right=-5.25,
        right_chars=-0.5,
        after=0.0,
        line=20.0,
        line_rule="exact",
        keep_next=False,
        outline=0,
    )


def test_a_hanging_indent_is_negative_and_replaces_the_indent_of_the_first_line() -> None:
    styles = style("p", properties='<w:ind w:firstLine="420" w:firstLineChars="200"/>')
    hanging = one_shape('<w:ind w:left="420" w:hanging="420"/>', "p", styles)
    assert (hanging.left, hanging.first, hanging.first_chars) == (21.0, -21.0, None)
    assert one_shape('<w:ind w:hangingChars="150"/>').first_chars == -1.5


def test_the_indents_of_a_list_stand_between_the_style_that_names_it_and_those_below() -> None:
    lists = abstract(
        1,
        level(0, "lowerLetter", "%1)", extra="").replace(
            "</w:lvl>", '<w:pPr><w:ind w:left="840" w:hanging="420"/></w:pPr></w:lvl>'
        ),
    ) + num(1, 1)
    styles = style("p", properties='<w:ind w:left="100"/>')
    styles += style("q", based="p", properties=numbered(1, 0))
    styles += style("r", based="q", properties='<w:ind w:left="200"/>')
    styles += style("s", properties=numbered(1, 0) + '<w:ind w:left="300"/>')

    def left(style_id: str, properties: str = "") -> tuple[float, float]:
        shape = one_shape(properties, style_id, styles, lists)
        return shape.left, shape.first

    assert left("p", numbered(1, 0)) == (42.0, -21.0)
    assert left("q") == (42.0, -21.0)
    assert left("r") == (10.0, -21.0)
    assert left("s") == (15.0, -21.0)
    assert left("q", numbered(0)) == (5.0, 0.0)
    assert left("q", '<w:ind w:left="60"/>') == (3.0, -21.0)


def test_strict_files_name_the_unit_of_a_length() -> None:
    source = docx.read(
        build(
            para("甲", properties='<w:ind w:start="1cm" w:firstLine="36pt"/><w:jc w:val="start"/>'),
            namespace=STRICT,
            section='<w:pgSz w:w="210mm" w:h="11in"/>',
        )
    )
    shape = source.layout.shapes[0]
    assert (shape.alignment, shape.left, shape.first) == ("left", 28.346, 36.0)
    assert (source.layout.sections[0].width, source.layout.sections[0].height) == (595.276, 792.0)


def test_nonsense_in_lengths_is_no_length() -> None:
    assert one_shape('<w:ind w:left="x"/><w:spacing w:line=""/><w:outlineLvl w:val="a"/>') == Shape()
    assert one_look('<w:sz w:val="big"/><w:color/><w:u/>') == Look()


def test_labels_cells_boxes_footnotes_and_headers_have_shapes_too() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{para('盒', 'c')}</w:txbxContent></v:textbox></w:pict></w:r>"
    source = read(
        para(run("前") + box + '<w:r><w:footnoteReference w:id="1"/></w:r>', "c"),
        table(["格", para("注1：甲", "c")]),
        para("乙", properties=numbered(1, 0)),
        para("<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>", "c"),
        styles=style("c", properties='<w:jc w:val="center"/>'),
        numbering=abstract(1, level(0, "decimal", "%1.")) + num(1, 1),
        footnotes=f'<w:footnote w:id="1">{para("脚注", "c")}</w:footnote>',
        headers=[para("页眉", "c")],
    )
    found = [(source.text[slice(*b.span)], source.layout.shapes[i].alignment) for i, b in enumerate(source.blocks)]
    assert found == [
        ("盒", "center"),
        (f"前{OBJECT}", "center"),
        ("格", "left"),
        ("注1：", "center"),
        ("甲", "center"),
        ("1.", "left"),
        ("乙", "left"),
        (OBJECT, "center"),
        ("1)", "center"),
        ("脚注", "center"),
        ("页眉", "center"),
    ]


def test_paragraphs_that_are_only_a_number_or_an_object_are_not_taken_for_each_other() -> None:
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:blip/></wp:inline></w:drawing></w:r>'
    rule = "<w:r><w:pict><v:line/></w:pict></w:r>"
    source = read(
        para("", "a"),
        para(rule, "a"),
        para(picture, "b"),
        para("", "c"),
        para(picture, "b"),
        styles=style("a") + style("b") + style("c", properties=numbered(1, 0)),
        numbering=abstract(1, level(0, "decimal", "附录%1")) + num(1, 1),
    )
    assert source.text == f"{OBJECT}\n附录1\n\n{OBJECT}\n"
    assert [source.layout.shapes[i].style for i in range(4)] == ["b", "c", "c", "b"]


def test_paragraphs_joined_by_a_deleted_mark_are_set_as_the_last_one() -> None:
    source = read(para("甲", "a", "<w:rPr><w:del/></w:rPr>"), para("乙", "b"), styles=style("a") + style("b"))
    assert source.text == "甲乙\n"
    assert source.layout.shapes[0].style == "b"


# Pages


def test_sections_have_pages_of_their_own_and_inherit_headers() -> None:
    cover = (
        '<w:sectPr><w:headerReference w:type="default" r:id="r0"/><w:headerReference w:type="first" r:id="r1"/>'
        '<w:footerReference w:type="even" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="-338"'
        ' w:right="567" w:bottom="567" w:left="1418" w:header="57" w:footer="340"/><w:titlePg/></w:sectPr>'
    )
    last = '<w:headerReference w:type="default" r:id="r1"/><w:type w:val="oddPage"/>'
    last += '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgNumType w:fmt="upperRoman" w:start="1"/>'
    last += '<w:cols w:num="2"/>'
    source = read(
        "封面",
        para("", properties=cover),
        "正文",
        section=last,
        headers=[para("甲"), para("乙")],
        footers=[para("丙")],
    )
    first, second = source.layout.sections
    assert first == Section(
        0,
        width=595.3,
        height=841.9,
        top=-16.9,
        right=28.35,
        bottom=28.35,
        left=70.9,
        header=2.85,
        footer=17.0,
        title_page=True,
        headers={"default": "word/header1.xml", "first": "word/header2.xml"},
        footers={"even": "word/footer1.xml"},
    )
    assert second == Section(
        1,
        start="oddPage",
        width=841.9,
        height=595.3,
        landscape=True,
        columns=2,
        number_format="upperRoman",
        number_start=1,
        headers={"default": "word/header2.xml", "first": "word/header2.xml"},
        footers={"even": "word/footer1.xml"},
    )


def test_a_section_ends_with_the_paragraph_that_sets_it() -> None:
    ends = "<w:sectPr><w:type w:val='continuous'/></w:sectPr>"
    source = read("甲", para("乙", properties=ends), para("", properties=ends), "丙", table(["丁"]))
    assert [(s.first, s.start) for s in source.layout.sections] == [
        (0, "continuous"),
        (2, "continuous"),
        (2, "nextPage"),
    ]


def test_pages_of_even_numbers_may_have_headers_of_their_own() -> None:
    settings = part("settings", "<w:evenAndOddHeaders/>")
    source = read("甲", extra={"word/settings.xml": settings}, related={"settings.xml": "settings"})
    assert source.layout.facing


def test_page_breaks_stand_in_front_of_the_next_character() -> None:
    source = read(
        "甲",
        para(PAGE),
        para(run("乙") + PAGE + run("丙")),
        para(run("丁") + PAGE),
        para("戊", "b"),
        para("<w:r><w:lastRenderedPageBreak/><w:t>己</w:t></w:r>"),
        para(f"<w:del>{PAGE}</w:del>" + run("庚")),
        styles=style("b", properties="<w:pageBreakBefore/>"),
    )
    assert source.text == "甲\n乙丙\n丁\n戊\n己\n庚\n"
    assert source.layout.breaks == [
        PageBreak(2, "break"),
        PageBreak(3, "break"),
        PageBreak(6, "break"),
        PageBreak(7, "before"),
        PageBreak(9, "rendered"),
    ]


# Hidden text


def test_hidden_text_is_kept_aside_directly_by_character_style_and_by_paragraph_style() -> None:
    styles = style("h", runs=VANISH, kind="character") + style("p", runs=VANISH)
    source = read(
        para(run("甲") + run("一", VANISH) + run("二", '<w:rStyle w:val="h"/>') + run("乙")),
        para(run("三") + run("丙", '<w:vanish w:val="0"/>'), "p"),
        para(run("四", VANISH)),
        para(run("丁", '<w:rStyle w:val="h"/>'), "p"),
        styles=styles,
    )
    assert source.text == "甲乙\n丙\n丁\n"
    assert source.layout.hidden == [Hidden(1, "一二"), Hidden(3, "三"), Hidden(5, "四")]


def test_deleted_text_is_not_hidden_text() -> None:
    gone = f"<w:moveFrom>{run('乙', VANISH)}</w:moveFrom><w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
    assert read(para(run("甲") + gone)).layout.hidden == []


def test_hidden_text_in_a_field_is_kept_aside_and_the_field_goes_on() -> None:
    source = read(para(run("见") + field(" REF a ", run("图") + run("隐", VANISH) + run("1")) + run("。")))
    assert source.text == "见图1。\n"
    assert source.layout.hidden == [Hidden(2, "隐")]


# Names


def bookmark(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def test_bookmarks_of_a_cover_name_its_fields() -> None:
    data = '<w:ffData><w:name w:val="{}"/></w:ffData>'
    number = field(" FORMTEXT ", run("GB/T"), data.format("NSTD_CODE_F")) + run(" ")
    number += bookmark(2, "YEAR") + field(" FORMTEXT ", run("2020"), data.format("y")) + end(2)
    choice = '<w:ffData><w:name w:val="下拉1"/><w:ddList><w:result w:val="1"/><w:listEntry w:val=" "/>'
    choice += '<w:listEntry w:val="（送审稿）"/></w:ddList></w:ffData>'
    source = read(
        bookmark(1, "ICS") + para(run("ICS") + run(" 35.040")) + end(1),
        para(number),
        para(field(" FORMDROPDOWN ", data=choice)),
        f'<w:sdt><w:sdtPr><w:alias w:val="名称"/><w:tag w:val="NEW_STAND_NAME"/></w:sdtPr><w:sdtContent>{para("标题")}'
        "</w:sdtContent></w:sdt>",
    )
    assert names(source) == [
        ("bookmark", "ICS", "ICS 35.040"),
        ("field", "NSTD_CODE_F", "GB/T"),
        ("field", "y", "2020"),
        ("bookmark", "YEAR", "2020"),
        ("field", "下拉1", "（送审稿）"),
        ("control", "NEW_STAND_NAME", "标题"),
    ]


def test_bookmarks_may_be_empty_nested_hidden_and_run_over_paragraphs() -> None:
    source = read(
        para(bookmark(1, "_Toc1") + run("甲") + bookmark(2, "_GoBack") + end(2) + bookmark(3, "x") + run("乙")),
        para(run("丙") + end(3) + run("丁") + end(1)),
        para(end(9) + run("戊")),
    )
    assert source.layout.names == [
        Name("bookmark", "_Toc1", (0, 5)),
        Name("bookmark", "_GoBack", (1, 1)),
        Name("bookmark", "x", (1, 4)),
    ]
    assert [name.is_hidden for name in source.layout.names] == [True, True, False]


def test_a_bookmark_around_an_object_or_a_tab_holds_it() -> None:
    formula = "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>"
    content = bookmark(1, "a") + formula + end(1) + "<w:r><w:tab/></w:r>" + bookmark(2, "b") + run("（1）") + end(2)
    source = read(para(content))
    assert names(source) == [("bookmark", "a", OBJECT), ("bookmark", "b", "（1）")]


def test_choice_and_fallback_are_one_thing() -> None:
    inside = f"<w:txbxContent>{para(bookmark(1, 'ICS') + run('ICS 03') + end(1))}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>"
    both += f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
    source = read(para(f"<w:r>{both}</mc:AlternateContent></w:r>" + run("后")))
    assert names(source) == [("bookmark", "ICS", "ICS 03")]
    assert len(source.layout.stretches) == 2


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_paragraph_of_a_draft_has_a_shape_and_every_typed_character_a_look(path: Path) -> None:
    source = docx.read(path.read_bytes())
    layout = source.layout
    assert [layout.shapes[i].style for i in range(len(source.blocks))] == [block.style for block in source.blocks]
    looked = {offset for span, _ in layout.stretches for offset in range(*span)}
    assert looked == {offset for offset in range(len(source.text)) if source.origin(offset).node >= 0}


def test_damaged_parts_that_only_say_how_it_looks_are_left_out() -> None:
    related = {"theme/theme1.xml": "theme", "settings.xml": "settings", "comments.xml": "comments"}
    source = read("甲", extra=dict.fromkeys(("word/theme/theme1.xml", "word/comments.xml"), "<x"), related=related)
    assert looks(source) == [("甲", Look())]
