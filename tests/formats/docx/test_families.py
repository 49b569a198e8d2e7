"""Files of every style family are read alike (reference word-documents.md, section 2)."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx
from stdlint.formats.docx.roles import role_of
from stdlint.model import Block
from tests.docx_builder import abstract, build, level, num, numbered, para, run, style


def outline(depth: int) -> str:
    return f'<w:outlineLvl w:val="{depth}"/>'


def sections(document: Document) -> list[str]:
    """Return the sections in words: element, number, title."""
    return [" ".join((s.element, s.number, s.title)).strip() for s in document.walk()]


def blocks(data: bytes) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, b.label) for b in docx.read(data).blocks if b.kind != "label"]


BREAK = "<w:r><w:br/></w:r>"
ANNEXES = abstract(
    3, level(0, "upperLetter", "附录%1"), level(1, "decimal", "%1.%2　"), level(2, "decimal", "%1.%2.%3　")
)
DECIMAL = [level(i, "decimal", ".".join(f"%{n}" for n in range(1, i + 2)) + "　") for i in range(4)]


def set2020() -> bytes:
    """Chapters on level 1 below an empty carrier, the annex title unnumbered below its label."""
    carried = [level(0, "none", "%1")]
    carried += [level(i, "decimal", "%1" + ".".join(f"%{n}" for n in range(2, i + 2)) + "　") for i in (1, 2, 3)]
    styles = (
        style("affc", "标准文件_章标题", properties=numbered(2, 1) + outline(0))
        + style("affd", "标准文件_一级条标题", "affc", numbered(None, 2) + outline(1))
        + style("affe", "标准文件_二级条标题", "affd", numbered(None, 3) + outline(2))
        + style("afff", "标准文件_一级无标题", "affd", outline(9))
        + style("b", "标准文件_附录标识", properties=numbered(3, 0) + outline(0) + '<w:jc w:val="center"/>')
        + style("b1", "标准文件_附录章标题", properties='<w:jc w:val="center"/>')
        + style("b2", "标准文件_附录一级条标题", properties=numbered(3, 1) + outline(1))
        + style("q", "标准文件_前言、引言标题", properties=outline(0))
        + style("d", "标准文件_段")
    )
    body = [
        *(para("前言", "q"), para("本文件按规则起草。", "d"), para("范围", "affc"), para("本文件规定了要求。", "d")),
        *(para("要求", "affc"), para("总则", "affd"), para("外观", "affe"), para("应平整。", "d")),
        *(para("产品应无毒。", "afff"), para(BREAK + run("（资料性）"), "b"), para("记录", "b1"), para("格式", "b2")),
        para("见表。", "d"),
    ]
    return build(*body, styles=styles, numbering=abstract(2, *carried) + ANNEXES + num(2, 2) + num(3, 3))


def older() -> bytes:
    """Outline levels one deeper, chapters and clauses in lists of their own of one definition, 附录章标题 is A.1."""
    styles = (
        style("x1", "标准文件_章标题", properties=numbered(21, 0) + outline(1))
        + style("x2", "标准文件_一级条标题", properties=numbered(19, 1) + outline(2))
        + style("x3", "标准文件_二级条标题", properties=numbered(4, 2) + outline(3))
        + style("x4", "一级无标题条", "x2", outline(9))
        + style("b", "标准文件_附录标识", properties=numbered(3, 0) + outline(1))
        + style("b2", "标准文件_附录章标题", properties=numbered(3, 1) + outline(2))
        + style("q", "标准文件_前言、引言标题", properties=outline(0))
        + style("d", "标准文件_段落")
    )
    body = [
        *(para("前  言", "q"), para("本文件按规则起草。", "d"), para("范围", "x1"), para("本文件规定了要求。", "d")),
        *(para("要求", "x1"), para("总则", "x2"), para("外观", "x3"), para("应平整。", "d")),
        *(para("产品应无毒。", "x4"), para(BREAK + run("（资料性）") + BREAK + run("记录"), "b"), para("格式", "b2")),
        para("见表。", "d"),
    ]
    lists = abstract(32, *DECIMAL) + ANNEXES.replace("附录%1", "附 录 %1")
    return build(*body, styles=styles, numbering=lists + num(21, 32) + num(19, 32) + num(4, 32) + num(3, 3))


def tcs() -> bytes:
    """Names without prefix."""
    styles = (
        style("a", "章标题", properties=numbered(1, 0) + outline(1))
        + style("a0", "一级条标题", "a", numbered(None, 1) + outline(2))
        + style("a1", "二级条标题", "a0", numbered(None, 2) + outline(3))
        + style("a2", "一级无标题条", "a0", outline(9))
        + style("b", "附录标识", properties=numbered(3, 0) + outline(0))
        + style("b2", "附录一级条标题", properties=numbered(3, 1) + outline(2))
        + style("q", "前言、引言标题")
        + style("d", "段")
    )
    body = [
        *(para("前　　言", "q"), para("本文件按规则起草。", "d"), para("范围", "a"), para("本文件规定了要求。", "d")),
        *(para("要求", "a"), para("总则", "a0"), para("外观", "a1"), para("应平整。", "d"), para("产品应无毒。", "a2")),
        *(para(BREAK + run("（资料性）") + BREAK + run("记录"), "b"), para("格式", "b2"), para("见表。", "d")),
    ]
    return build(*body, styles=styles, numbering=abstract(1, *DECIMAL) + ANNEXES + num(1, 1) + num(3, 3))


def word() -> bytes:
    """Word's own headings, every number typed."""
    styles = "".join(style(f"{n}", f"heading {n}", properties=outline(n - 1)) for n in (1, 2, 3))
    body = [
        *(para("前言", "1"), para("本文件按规则起草。"), para("1  范围", "1"), para("本文件规定了要求。")),
        *(para("2  要求", "1"), para("2.1  总则", "2"), para("2.1.1  外观", "3"), para("应平整。")),
        *(para("2.2  产品应无毒。"), para("附录A（资料性）  记录", "1"), para("A.1  格式", "2"), para("见表。")),
    ]
    return build(*body, styles=styles)


def plain() -> bytes:
    """No style at all: headings centred and bold or not even that."""
    body = [
        *(para(run("前  言", "<w:b/>"), properties='<w:jc w:val="center"/>'), para("本文件按规则起草。")),
        *(para(run("1　范围", "<w:b/>")), para("本文件规定了要求。"), para(run("2　要求", "<w:b/>"))),
        *(para(run("2.1　总则", "<w:b/>")), para("2.1.1　外观"), para("应平整。"), para("2.2　产品应无毒。")),
        *(para("附录A", properties='<w:jc w:val="center"/>'), para("（资料性）", properties='<w:jc w:val="center"/>')),
        *(para("记录", properties='<w:jc w:val="center"/>'), para("A.1　格式"), para("见表。")),
    ]
    return build(*body)


SECTIONS = [
    "foreword  前言",
    "scope 1 范围",
    "clause 2 要求",
    "clause 2.1 总则",
    "clause 2.1.1 外观",
    "clause 2.2 产品应无毒。",
    "annex A 记录",
    "annex A.1 格式",
]


@pytest.mark.parametrize("family", [set2020, older, tcs, word, plain])
def test_every_family_gives_the_same_sections(family: object) -> None:
    document = Document(docx.read(family()))  # type: ignore[operator]
    assert [s.replace("  言", "言").replace("　　言", "言") for s in sections(document)] == SECTIONS
    annex = document.outline.first("annex")
    assert annex is not None
    assert annex.status == "资料性"


@pytest.mark.parametrize("family", [set2020, older, tcs, word, plain])
def test_an_untitled_clause_is_none_with_a_title(family: object) -> None:
    document = Document(docx.read(family()))  # type: ignore[operator]
    untitled = [section.number for section in document.walk() if not section.titled]
    assert untitled == ["2.2"]


@pytest.mark.parametrize("family", [set2020, older, tcs, word])
def test_headings_have_the_level_of_their_number_whatever_the_outline_level(family: object) -> None:
    found = [(b.level, b.label) for b in _headings(family())]  # type: ignore[operator]
    assert found[:5] == [(1, ""), (1, "1"), (1, "2"), (2, "2.1"), (3, "2.1.1")]
    assert (2, "A.1") in found


def _headings(data: bytes) -> list[Block]:
    return [block for block in docx.read(data).blocks if block.kind == "heading"]


def test_ids_of_styles_mean_nothing() -> None:
    styles = style("Heading1", "标准文件_段") + style("a6", "heading 1") + style("1", "toc 1")
    found = blocks(build(para("甲", "Heading1"), para("范围", "a6"), para("范围 1", "1"), styles=styles))
    assert [kind for kind, _, _ in found] == ["para", "heading", "toc"]


def test_definitions_that_nothing_uses_are_junk() -> None:
    junk = (
        style("j1", "五级条标题", properties=numbered(9, 0) + outline(5))
        + style("j2", "正文表标题", properties=numbered(9, 1))
        + style("j3", "章标题", properties=numbered(9, 0) + outline(0))
    )
    used = style("u", "标准文件_章标题", properties=numbered(1, 0) + outline(0)) + style("v", "标准文件_正文表标题")
    bullets = abstract(9, level(0, "bullet", "\uf0d8"), level(1, "bullet", "\uf06c"))
    lists = abstract(1, level(0, "decimal", "%1")) + bullets + num(1, 1) + num(9, 9)
    body = [para("范围", "u"), para("表1　要求", "v", numbered(0)), para("要求", "u")]
    plain, dirty = (build(*body, styles=s, numbering=lists) for s in (used, junk + used))
    assert blocks(dirty) == blocks(plain) == [("heading", 1, "1"), ("caption", 0, "表1"), ("heading", 1, "2")]


def test_a_heading_that_is_tied_to_a_bullet_is_a_heading() -> None:
    styles = style("j", "五级条标题", properties=numbered(9, 0) + outline(5))
    data = build(para("外观", "j"), styles=styles, numbering=abstract(9, level(0, "bullet", "\uf0d8")) + num(9, 9))
    assert blocks(data) == [("heading", 6, "●")]


def test_two_families_may_be_used_in_one_file() -> None:
    styles = (
        style("a", "标准文件_章标题", properties=numbered(1, 0) + outline(0))
        + style("b", "一级条标题", properties=numbered(1, 1) + outline(2))
        + style("c", "heading 3", properties=numbered(1, 2) + outline(2))
    )
    data = build(
        *(para("要求", "a"), para("总则", "b"), para("外观", "c"), para("尺寸", "b")),
        styles=styles,
        numbering=abstract(1, *DECIMAL) + num(1, 1),
    )
    assert blocks(data) == [("heading", 1, "1"), ("heading", 2, "1.1"), ("heading", 3, "1.1.1"), ("heading", 2, "1.2")]


def test_a_style_that_is_not_defined_looks_like_the_default_one() -> None:
    default = style("n", "Normal", properties='<w:jc w:val="center"/>', runs="<w:b/>").replace(
        "w:styleId", 'w:default="1" w:styleId', 1
    )
    source = docx.read(build(para("甲", "a9"), para("乙"), styles=default + style("c", kind="character")))
    assert [(b.style, b.bold, b.centred) for b in source.blocks] == [("", True, True), ("Normal", True, True)]


def test_a_chapter_style_without_number_on_the_title_is_the_title() -> None:
    styles = style("a", "标准文件_章标题", properties=numbered(1, 0) + outline(1))
    data = build(
        *(para("电子秤", "a", numbered(0) + outline(0)), para("范围", "a"), para("本文件规定了要求。")),
        styles=styles,
        numbering=abstract(1, *DECIMAL) + num(1, 1),
    )
    document = Document(docx.read(data))
    assert sections(document) == ["title  电子秤", "scope 1 范围"]
    assert document.cover.title == "电子秤"


def test_the_outline_level_9_of_a_paragraph_makes_body_text_of_a_heading_style() -> None:
    styles = style("a", "heading 2", properties=outline(1)) + style("b", "自定义", properties=outline(2))
    data = build(
        *(
            para("甲", "a"),
            para("乙", "a", outline(9)),
            para("丙", "b"),
            para("丁", "b", outline(9)),
            para("戊", "", outline(0)),
        ),
        styles=styles,
    )
    assert [(kind, level) for kind, level, _ in blocks(data)] == [
        ("heading", 2),
        ("para", 0),
        ("heading", 3),
        ("para", 0),
        ("heading", 1),
    ]


NAMES = {
    ("heading", 1): (
        "heading 1|Heading 1|HEADING 1|Heading1|标题 1|標題 1|Titre 1|Überschrift 1|Título 1|Encabezado 1"
        "|Titolo 1|見出し 1|제목 1|Заголовок 1|Kop 1|Rubrik 1|Overskrift 1|Otsikko 1|Nagłówek 1|Nadpis 1"
        "|Başlık 1|Címsor 1|一级标题|标准文件_章标题|章标题|附录章标题|标准文件_附录标识|附录标识"
        "|标准文件_前言、引言标题|前言、引言标题|前言标题|标准文件_目录标题|标准文件_目次、标准名称标题"
        "|目次、标准名称标题|标准文件_引言标题|标准文件_参考文献标题|标准文件_索引标题|参考文献、索引标题"
        "|TOC Heading|Contents Heading|Index Heading|ANNEX|Annex Title|Intro Title|Foreword Title"
        "|Biblio Title|zzContents|zzForeword|zzIntroduction|zzBiblio|zzIndex|AppendixHeading1"
        "|Appendix Heading 1"
    ),
    ("heading", 2): (
        "标准文件_一级条标题|一级条标题|标准文件_附录一级条标题|附录一级条标题|heading 2|二级标题|a2|AppendixHeading2"
    ),
    ("heading", 6): "标准文件_五级条标题|五级条标题|附录五级条标题|heading 6|a6",
    ("title", 0): (
        "标准文件_正文标准名称|标准文件_标准名称标题|标准名称标题|标准文件_封面标准名称|封面标准名称|Title"
        "|Main Title 1|zzSTDTitle"
    ),
    ("toc", 0): (
        "toc 1|TOC 1|目录 1|目次 2|Contents 3|WPSOffice手动目录 1|Verzeichnis 1|목차 1|table of figures|图表目录"
    ),
    ("para", 0): (
        "标准文件_一级无标题|标准文件_附录二级无标题|一级无标题条|无标题条|标准文件_术语条一|p2|p6|TermNum"
        "|Term(s)|Terms|Definition"
    ),
    ("note", 0): "标准文件_注：|标准文件_注×：|注：|注×：|Note|Notes|Note indent|Note continued|注",
    ("example", 0): "标准文件_示例：|标准文件_示例×：|标准文件_示例内容|示例：|Example|Example indent|示例",
    ("caption", 0): (
        "标准文件_正文图标题|标准文件_正文表标题|标准文件_附录图标题|附录表标题|caption|Caption|题注"
        "|Figure title|Table title|Annex Figure Title|Illustration|图题|表名|Table Caption"
    ),
    ("item", 0): "标准文件_破折号列项|列项——|列项·|List Bullet|List Number|List|列表项目符号",
    ("item", 1): (
        "标准文件_字母编号列项（一级）|字母编号列项（一级）|列项——（一级）|一级项|标准文件_一级项|Numbering 1|List 1"
    ),
    ("item", 2): "标准文件_数字编号列项（二级）|列项●（二级）|标准文件_数字编号列项|List Bullet 2|List 2|列表编号2",
    ("item", 3): "标准文件_编号列项（三级）|列项◆（三级）|List Number 3",
    ("", 0): (
        "标准文件_段|段|标准文件_段落|Normal|Body Text|正文|标准文件_表格|标准文件_参考文献条目|Biblio Entry"
        "|Bibliography|header|footnote text|List Paragraph|List Continue|列项说明|示例后文字|目次、索引正文"
        "|其他标准称谓|标准文件_文件编号|Subtitle|标题 1 Char|标准文件_标准部门|Figure Graphic|Table body"
        "|zzHelp|RefNorm|Foreword Text|Caption Char|Heading"
    ),
    ("formula", 0): "标准文件_公式|Formula|正文公式编号制表符",
}


@pytest.mark.parametrize("role", NAMES, ids=lambda role: "-".join(map(str, role)))
def test_the_name_of_a_style_tells_its_role(role: tuple[str, int]) -> None:
    assert {name: tuple(role_of(name)) for name in NAMES[role].split("|")} == dict.fromkeys(
        NAMES[role].split("|"), role
    )


def iso() -> list[str]:
    return [
        *(para("Foreword", "ft"), para("ISO is a federation."), para("Introduction", "it"), para("This is new.")),
        *(para("Scope", "h1"), para("This document specifies requirements."), para("Terms and definitions", "h1")),
        *(
            para("", "tn"),
            para("river network", "te"),
            para("system of rivers", "de"),
            para("Note 1 to entry: Wet.", "no"),
        ),
        *(para("Requirements", "h1"), para("General", "h2"), para("It shall be wet.", "p2")),
        *(para(BREAK + run("(informative)") + BREAK + BREAK + run("Records"), "an"), para("General", "a2")),
        *(para("See ISO 1."), para("Bibliography", "bt"), para("[1]\tISO 1, Rivers", "be")),
    ]


def test_the_headings_of_an_ISO_template_are_not_only_those_called_heading() -> None:
    styles = (
        style("h1", "heading 1", properties=numbered(1, 0) + outline(0))
        + style("h2", "heading 2", "h1", numbered(None, 1) + outline(1))
        + style("p2", "p2", "h2")
        + style("tn", "TermNum", properties=numbered(1, 1))
        + "".join(
            style(i, n) for i, n in (("te", "Term(s)"), ("de", "Definition"), ("no", "Note"), ("be", "Biblio Entry"))
        )
        + "".join(style(i, n, "h1", numbered(0)) for i, n in (("ft", "Foreword Title"), ("it", "Intro Title")))
        + style("bt", "Biblio Title")
        + style("an", "ANNEX", properties=numbered(3, 0) + outline(0))
        + style("a2", "a2", properties=numbered(3, 1) + outline(1))
    )
    annexes = abstract(3, level(0, "upperLetter", "Annex %1"), level(1, "decimal", "%1.%2"))
    lists = abstract(1, *DECIMAL) + annexes + num(1, 1) + num(3, 3)
    document = Document(docx.read(build(*iso(), styles=styles, numbering=lists)))
    assert sections(document) == [
        "foreword  Foreword",
        "introduction  Introduction",
        "scope 1 Scope",
        "terms 2 Terms and definitions",
        "terms 2.1",
        "clause 3 Requirements",
        "clause 3.1 General",
        "clause 3.2 It shall be wet.",
        "annex A Records",
        "annex A.1 General",
        "bibliography  Bibliography",
    ]
    assert [(entry.number, entry.text) for entry in document.terms.entries] == [("2.1", "river network")]


def test_the_appendixes_of_an_OASIS_template_are_headings() -> None:
    styles = style("h", "Heading 1", properties=outline(0)) + "".join(
        style(f"x{n}", f"AppendixHeading{n}", properties=numbered(1, n - 1) + outline(n - 1)) for n in (1, 2)
    )
    lists = abstract(1, level(0, "upperLetter", "Appendix %1."), level(1, "decimal", "%1.%2")) + num(1, 1)
    data = build(
        para("1 Introduction", "h"), para("Conformance", "x1"), para("Levels", "x2"), styles=styles, numbering=lists
    )
    assert blocks(data) == [("heading", 1, "1"), ("heading", 1, "Appendix A."), ("heading", 2, "A.1")]
