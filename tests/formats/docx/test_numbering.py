"""Labels are what Word shows."""

from __future__ import annotations

import pytest

from stdlint.formats import docx
from stdlint.formats.docx.numerals import render
from tests.docx_builder import abstract, build, level, num, numbered, para, style, table

CHAPTERS = abstract(
    32,
    level(0, "none", "%1"),
    level(1, "decimal", "%1%2\u3000"),
    level(2, "decimal", "%1%2.%3\u3000"),
    level(3, "decimal", "%1%2.%3.%4\u3000"),
)
FAMILY = (
    style("affc", "标准文件_章标题", properties=numbered(2, 1) + '<w:outlineLvl w:val="0"/>')
    + style("affd", "标准文件_一级条标题", "affc", numbered(None, 2) + '<w:outlineLvl w:val="1"/>')
    + style("affe", "标准文件_一级无标题", "affd", '<w:outlineLvl w:val="9"/>')
    + style("afff", "标准文件_术语条一", "affe")
    + style("affg", "标准文件_二级条标题", "affd", numbered(None, 3) + '<w:outlineLvl w:val="2"/>')
)


def label_list(data: bytes) -> list[str]:
    return [block.label for block in docx.read(data).blocks if block.kind == "label"]


def listed(*levels: str, uses: list[int], nums: str = "", num_ids: list[int] | None = None) -> list[str]:
    ids = num_ids or [1] * len(uses)
    paragraphs = [para("甲", properties=numbered(i, ilvl)) for i, ilvl in zip(ids, uses, strict=True)]
    return label_list(build(*paragraphs, numbering=abstract(1, *levels) + (nums or num(1, 1))))


def test_the_members_of_numPr_are_inherited_one_by_one_and_a_level_without_format_shows_nothing() -> None:
    data = build(
        para("范围", "affc"),
        para("术语和定义", "affc"),
        para("电影", "afff"),
        para("影厅", "afff"),
        para("要求", "affc"),
        para("总则", "affd"),
        para("一般", "affg"),
        styles=FAMILY,
        numbering=CHAPTERS + num(2, 32),
    )
    assert label_list(data) == ["1", "2", "2.1", "2.2", "3", "3.1", "3.1.1"]


def test_headings_have_the_level_their_number_tells_and_untitled_clauses_are_none() -> None:
    data = build(
        para("要求", "affc"),
        para("总则", "affd"),
        para("一般", "affg"),
        para("产品应符合要求。", "affe"),
        para("产品", "afff"),
        styles=FAMILY,
        numbering=CHAPTERS + num(2, 32),
    )
    found = [(b.kind, b.level, b.label) for b in docx.read(data).blocks if b.kind != "label"]
    assert found == [
        ("heading", 1, "1"),
        ("heading", 2, "1.1"),
        ("heading", 3, "1.1.1"),
        ("para", 0, "1.2"),
        ("para", 0, "1.3"),
    ]


def test_nums_of_one_abstractNum_share_a_counter() -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    nums = num(21, 1) + num(19, 1) + num(4, 1)
    assert listed(*levels, uses=[0, 1, 2, 2, 1, 0], nums=nums, num_ids=[21, 19, 4, 4, 19, 21]) == [
        "1",
        "1.1",
        "1.1.1",
        "1.1.2",
        "1.2",
        "2",
    ]


def test_numId_zero_switches_the_number_of_a_style_off_so_that_a_typed_one_is_read() -> None:
    data = build(
        para("产品的分类", "t"),
        para("表2 产品的要求", "t", numbered(0)),
        styles=style("t", "标准文件_正文表标题", properties=numbered(1)),
        numbering=abstract(1, level(0, "decimal", "表%1")) + num(1, 1),
    )
    found = [(b.label, b.typed, b.kind) for b in docx.read(data).blocks if b.kind != "label"]
    assert found == [("表1", False, "caption"), ("表2", True, "caption")]


def test_a_style_is_tied_to_a_level_by_the_name_that_the_level_gives() -> None:
    data = build(
        para("甲", "one"),
        para("乙", "two"),
        para("丙", "two"),
        styles=style("one", properties=numbered(1)) + style("two", properties=numbered(1)),
        numbering=abstract(1, level(0, "decimal", "%1", style_id="one"), level(1, "decimal", "%1.%2", style_id="two"))
        + num(1, 1),
    )
    assert label_list(data) == ["1", "1.1", "1.2"]


def test_a_start_override_restarts_once() -> None:
    nums = num(1, 1) + num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    found = listed(level(0, "lowerLetter", "%1)"), uses=[0] * 5, nums=nums, num_ids=[1, 1, 2, 2, 1])
    assert found == ["a)", "b)", "a)", "b)", "c)"]


def test_an_overridden_level_has_its_own_text() -> None:
    nums = num(1, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "(%1)", start=4)}</w:lvlOverride>')
    assert listed(level(0, "decimal", "%1."), uses=[0, 0], nums=nums) == ["(IV)", "(V)"]


def test_deeper_levels_restart_unless_the_list_forbids_it() -> None:
    first, never = level(0, "decimal", "%1"), '<w:lvlRestart w:val="0"/>'
    assert listed(first, level(1, "decimal", "%1.%2"), uses=[0, 1, 1, 0, 1]) == ["1", "1.1", "1.2", "2", "2.1"]
    assert listed(first, level(1, "decimal", "%1.%2", never), uses=[0, 1, 1, 0, 1]) == ["1", "1.1", "1.2", "2", "2.3"]


def test_a_restart_behind_the_level_itself_is_none() -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="2"/>'))
    assert listed(*levels, uses=[0, 1, 1, 0, 1]) == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_level_that_stands_at_zero_restarts_as_any_other() -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", start=0))
    assert listed(*levels, uses=[0, 1, 0, 1]) == ["1", "1.0", "2", "2.0"]


def test_a_start_override_holds_again_after_a_higher_level() -> None:
    nums = num(1, 1, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>')
    levels = (level(0, "decimal", "%1"), level(1, "lowerLetter", "%2)"))
    assert listed(*levels, uses=[0, 1, 1, 0, 1], nums=nums) == ["1", "c)", "d)", "2", "c)"]


def test_the_list_goes_on_from_an_instance_that_was_restarted() -> None:
    every = "".join(f'<w:lvlOverride w:ilvl="{i}"><w:startOverride w:val="1"/></w:lvlOverride>' for i in range(9))
    found = listed(
        level(0, "decimal", "%1."), uses=[0] * 6, nums=num(6, 1) + num(30, 1, every), num_ids=[6] * 3 + [30, 6, 6]
    )
    assert found == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_a_heading_below_the_top_that_comes_first_makes_the_first_chapter_the_second() -> None:
    # Microsoft Knowledge Base, Q110380
    assert listed(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), uses=[1, 1, 0]) == ["1.1", "1.2", "2"]


def test_a_level_may_restart_only_after_a_given_higher_one() -> None:
    levels = (
        level(0, "decimal", "%1"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    assert listed(*levels, uses=[0, 1, 2, 1, 2, 0, 2]) == ["1", "1.1", "1)", "1.2", "2)", "2", "1)"]


def test_a_legal_level_shows_all_numbers_in_figures() -> None:
    levels = (level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert listed(*levels, uses=[0, 1, 0, 1]) == ["第一章", "1.1", "第二章", "2.1"]


def test_a_legal_level_keeps_zeros_and_what_has_no_number() -> None:
    levels = (
        level(0, "upperRoman", "ARTICLE %1."),
        level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>"),
        level(2, "none", "", "<w:isLgl/>"),
    )
    assert listed(*levels, uses=[0, 1, 2]) == ["ARTICLE I.", "Section 1.01"]


def test_a_text_with_the_number_of_a_deeper_level_is_void_and_a_bullet_is_no_pattern() -> None:
    levels = (level(0, "decimal", "%1-%2"), level(1, "bullet", "%1"), level(2, "decimal", "%0 %12 %"))
    assert listed(*levels, uses=[0, 1, 2]) == ["%1", "%0 12 %"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ('<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>', "第001条"),
        ('<w:numFmt w:val="custom" w:format="a, ç, ĝ, ..."/>', "第a条"),
    ],
)
def test_a_custom_format_is_its_pattern_or_what_stands_for_it(form: str, shown: str) -> None:
    choice = f'<mc:AlternateContent><mc:Choice Requires="w14">{form}</mc:Choice><mc:Fallback><w:numFmt w:val='
    choice += '"lowerLetter"/></mc:Fallback></mc:AlternateContent>'
    made = level(0, "decimal", "第%1条").replace('<w:numFmt w:val="decimal"/>', choice)
    assert listed(made, uses=[0]) == [shown]


def test_a_bullet_that_is_a_picture_is_a_dot() -> None:
    assert listed(level(0, "bullet", "", '<w:lvlPicBulletId w:val="0"/>'), uses=[0]) == ["●"]


@pytest.mark.parametrize("suffix", ["tab", "space", "nothing"])
def test_what_follows_a_number_is_neither_label_nor_text(suffix: str) -> None:
    made = level(0, "decimal", "%1、").replace('"space"', f'"{suffix}"')
    source = docx.read(build(para("甲", properties=numbered(1, 0)), numbering=abstract(1, made) + num(1, 1)))
    assert source.text == "1、\n甲\n"


def test_the_levels_of_a_numbering_style_are_found_by_the_style_or_by_the_list_that_names_it() -> None:
    linked = abstract(1, extra='<w:numStyleLink w:val="list"/>') + num(1, 1)
    home = abstract(2, level(0, "decimal", "%1)"), extra='<w:styleLink w:val="list"/>') + num(2, 2)
    for found in (style("list", "列表", properties=numbered(2), kind="numbering"), style("other")):
        uses = [para("甲", properties=numbered(i, 0)) for i in (1, 2, 1)]
        assert label_list(build(*uses, styles=found, numbering=linked + home)) == ["1)", "2)", "3)"]


def test_only_the_level_or_only_the_list_may_be_given_directly() -> None:
    styles = style("s", properties=numbered(1, 1)) + style("n")
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    found = label_list(
        build(
            para("甲", "s", numbered(None, 0)),
            para("乙", "s", numbered(2)),
            para("丙", "n", numbered(None, 2)),
            para("丁", "s", numbered(1, 2)),
            styles=styles,
            numbering=abstract(1, *levels) + num(1, 1) + num(2, 1),
        )
    )
    assert found == ["1", "1.1", "1.1.1"]


def test_text_boxes_and_footnotes_count_apart_each_going_on_from_one_to_the_next() -> None:
    item = numbered(1, 0)
    box = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    data = build(
        para("甲", properties=item),
        para(box.format(para("盒", properties=item)) + mark.format(1), properties=item),
        table([para("格", properties=item)]),
        para("框", properties=item + '<w:framePr w:w="10"/>'),
        para(box.format(para("盒", properties=item)) + mark.format(2), properties=item),
        numbering=abstract(1, level(0, "decimal", "%1.")) + num(1, 1),
        footnotes="".join(
            f'<w:footnote w:id="{i}">{para("脚注")}{para("列", properties=item)}</w:footnote>' for i in (1, 2)
        ),
    )
    source = docx.read(data)
    found = [(source.text[slice(*b.span)].strip("\ufffc"), b.label) for b in source.blocks if b.kind != "label"]
    assert [number for text, number in found if text in ("甲", "", "格", "框")] == ["1.", "2.", "3.", "4.", "5."]
    assert [number for text, number in found if text in ("盒", "列")] == ["1.", "2.", "1.", "2."]


def test_a_section_break_alone_in_a_paragraph_has_no_number() -> None:
    data = build(
        para("甲", properties=numbered(1, 0) + "<w:sectPr/>"),
        para("", properties=numbered(1, 0) + "<w:sectPr/>"),
        para("乙", properties=numbered(1, 0)),
        numbering=abstract(1, level(0, "decimal", "%1.")) + num(1, 1),
    )
    assert docx.read(data).text == "1.\n甲\n2.\n乙\n"


def test_a_change_of_numbering_that_is_tracked_shows_the_new_one() -> None:
    old = f'<w:pPrChange w:id="1" w:author="a"><w:pPr>{numbered(2, 0)}</w:pPr></w:pPrChange>'
    new = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:numberingChange w:id="2" w:original="%1:1:0:."/>'
    data = build(
        para("甲", properties=new + "</w:numPr>" + old),
        para("乙", properties=old),
        numbering=abstract(1, level(0, "decimal", "%1."))
        + abstract(2, level(0, "decimal", "%1)"))
        + num(1, 1)
        + num(2, 2),
    )
    assert label_list(data) == ["1."]


def test_a_hidden_paragraph_is_not_counted_and_an_empty_one_is() -> None:
    item = numbered(1, 0)
    data = build(
        para("甲", properties=item),
        para("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>", properties=item + "<w:rPr><w:vanish/></w:rPr>"),
        para("", properties=item),
        para("乙", properties=item),
        numbering=abstract(1, level(0, "decimal", "%1.")) + num(1, 1),
    )
    assert docx.read(data).text == "1.\n甲\n2.\n\n3.\n乙\n"


def test_a_list_may_be_that_of_a_numbering_style() -> None:
    data = build(
        para("甲", properties=numbered(1, 0)),
        para("乙", properties=numbered(1, 0)),
        styles=style("list", "列表", properties=numbered(2), kind="numbering"),
        numbering=abstract(1, extra='<w:numStyleLink w:val="list"/>')
        + abstract(2, level(0, "decimal", "%1)"), extra='<w:styleLink w:val="list"/>')
        + num(1, 1)
        + num(2, 2),
    )
    assert label_list(data) == ["1)", "2)"]


def test_dashes_stay_and_signs_of_symbol_fonts_become_a_dot() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    letter = level(2, "bullet", "l").replace("</w:lvl>", font)
    found = listed(level(0, "bullet", "——"), level(1, "bullet", "\uf0b7"), letter, uses=[0, 1, 2])
    assert found == ["——", "●", "●"]


def test_a_skipped_level_counts_as_begun() -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    assert listed(*levels, uses=[0, 2, 1, 2]) == ["1", "1.1.1", "1.2", "1.2.1"]


def test_a_hidden_number_is_none() -> None:
    hidden = level(0, "decimal", "%1").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    assert listed(hidden, level(1, "decimal", "%1.%2"), uses=[0, 1]) == ["1.1"]


def test_a_number_that_is_not_defined_is_none() -> None:
    assert listed(level(0, "decimal", "%1"), uses=[3, 0], num_ids=[1, 9]) == []


def test_a_number_without_a_paragraph_stands_before_an_empty_block() -> None:
    source = docx.read(
        build(
            para(properties=numbered(1, 0)),
            para("服务  service"),
            numbering=abstract(1, level(0, "decimal", "3.%1")) + num(1, 1),
        )
    )
    assert source.text == "3.1\n\n服务  service\n"
    assert [(b.span, b.kind, b.label) for b in source.blocks] == [
        ((0, 3), "label", "3.1"),
        ((4, 4), "para", "3.1"),
        ((5, 16), "para", ""),
    ]


def test_a_note_that_is_numbered_and_types_its_number_has_only_the_typed_one() -> None:
    source = docx.read(
        build(
            para("注1：甲。", "n"),
            para("乙。", "n"),
            styles=style("n", "标准文件_注×：", properties=numbered(1)),
            numbering=abstract(1, level(0, "decimal", "注%1：")) + num(1, 1),
        )
    )
    assert source.text == "注1：\n甲。\n注2：\n乙。\n"
    assert [(b.kind, b.typed) for b in source.blocks[1::2]] == [("note", True), ("note", False)]


def test_a_clause_number_at_the_start_of_a_numbered_clause_is_text_unless_it_is_of_the_same_depth() -> None:
    numbering = abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 1)
    data = build(
        para("3.2.1 规定的要求适用。", properties=numbered(1, 1)),
        para("1.2 试验的要求适用。", properties=numbered(1, 1)),
        numbering=numbering,
    )
    source = docx.read(data)
    assert source.text == "1.1\n3.2.1 规定的要求适用。\n1.2\n试验的要求适用。\n"


def test_annex_titles_mean_two_things_and_the_number_decides() -> None:
    styles = style("t", "标准文件_附录章标题") + style("n", "附录章标题", properties=numbered(1, 1))
    data = build(
        para("试验方法", "t"),
        para("总则", "n"),
        styles=styles,
        numbering=abstract(1, level(0, "upperLetter", "附录%1"), level(1, "decimal", "%1.%2")) + num(1, 1),
    )
    found = [(b.kind, b.level, b.label) for b in docx.read(data).blocks if b.kind != "label"]
    assert found == [("heading", 1, ""), ("heading", 2, "A.1")]


def test_paragraphs_made_only_to_count_are_not_seen() -> None:
    styles = style("c", "标准文件_附录图标号", properties=numbered(1, 0)) + style(
        "t", "标准文件_附录图标题", properties=numbered(1, 1)
    )
    levels = (level(0, "upperLetter", "%1"), level(1, "decimal", "图%1.%2"))
    data = build(para("", "c"), para("结构", "t"), styles=styles, numbering=abstract(1, *levels) + num(1, 1))
    assert docx.read(data).text == "图A.1\n结构\n"


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ("decimalZero", 7, "07"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 53, "AAA"),
        ("lowerRoman", 44, "xliv"),
        ("upperRoman", 2024, "MMXXIV"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 103, "一百零三"),
        ("chineseCountingThousand", 2010, "二千零一十"),
        ("chineseLegalSimplified", 21, "贰拾壹"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("ideographDigital", 20, "二〇"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 4001, "MMMMI"),
        ("chineseCounting", 0, "○"),
        ("chineseCounting", 100, "一○○"),
        ("chineseCountingThousand", 12_000, "一万二千"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("ideographLegalTraditional", 103, "壹佰零參"),
        ("ideographEnclosedCircle", 2, "㈡"),
        ("ideographTraditional", 11, "11"),
        ("japaneseCounting", 111, "百十一"),
        ("japaneseLegal", 21, "弐拾壱"),
        ("taiwaneseDigital", 20, "二○"),
        ("koreanCounting", 12, "십이"),
        ("koreanDigital", 10, "일영"),
        ("koreanDigital2", 10, "一零"),
        ("russianLower", 30, "аа"),
        ("chicago", 6, "††"),
        ("aiueoFullWidth", 47, "ア"),
        ("cardinalText", 21, "Twenty-one"),
        ("cardinalText", 1200, "One thousand two hundred"),
        ("ordinalText", 12, "Twelfth"),
        ("ordinalText", 30, "Thirtieth"),
        ("ordinalText", 104, "One hundred fourth"),
        ("cardinalText", 0, "0"),
        ("ordinalText", -3, "-3"),
        ("lowerLetter", 0, "0"),
        ("decimalZero", -1, "-1"),
        ("01, 02, 03, ...", 7, "07"),
        ("ordinal", 12, "12th"),
        ("ordinal", 22, "22nd"),
        ("numberInDash", 3, "- 3 -"),
        ("none", 3, ""),
        ("unheard of", 3, "3"),
    ],
)
def test_number_formats(form: str, number: int, shown: str) -> None:
    assert render(number, form) == shown
