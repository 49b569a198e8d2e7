"""Term entries, annex headings and clauses in the layouts that authors give them in Word."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.outline import Section
from tests.docx_builder import abstract, build, level, num, numbered, para, run, style

STYLES = (
    style("h1", "heading 1", properties='<w:outlineLvl w:val="0"/>')
    + style("h2", "heading 2", properties='<w:outlineLvl w:val="1"/>')
    + style("h3", "heading 3", properties='<w:outlineLvl w:val="2"/>')
    + style("z", "标准文件_章标题", properties=numbered(2, 1) + '<w:outlineLvl w:val="0"/>')
    + style("y", "标准文件_一级条标题", "z", '<w:numPr><w:ilvl w:val="2"/></w:numPr><w:outlineLvl w:val="1"/>')
    + style("w", "标准文件_一级无标题", "y", '<w:outlineLvl w:val="9"/>')
    + style("s", "标准文件_术语条一", "w", '<w:outlineLvl w:val="9"/>')
)
NUMBERING = abstract(
    2,
    level(0, "none", "%1"),
    level(1, "decimal", "%1%2　", style_id="z"),
    level(2, "decimal", "%1%2.%3　", style_id="y"),
) + num(2, 2)
LEAD_IN = "下列术语和定义适用于本文件。"
CHAIR, DESK = "供人坐的器具。", "供人写字的器具。"


def _lines(*lines: str) -> str:
    """Return one paragraph with line breaks."""
    return para("<w:r><w:br/></w:r>".join(run(line) for line in lines))


def _bold(text: str, centred: bool = False) -> str:
    return para(run(text, "<w:b/>"), properties='<w:jc w:val="center"/>' if centred else "")


def _read(*paragraphs: str) -> Document:
    return Document(docx.read(build(*paragraphs, styles=STYLES, numbering=NUMBERING)))


TYPED = (para("1  范围", "h1"), "文。", para("2  规范性引用文件", "h1"), "文。", para("3  术语和定义", "h1"), LEAD_IN)
AUTOMATIC = (para("范围", "z"), "文。", para("规范性引用文件", "z"), "文。", para("术语和定义", "z"), LEAD_IN)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (*AUTOMATIC, para("椅子 chair", "s"), CHAIR, para("桌子 desk; table", "s"), DESK, "注：有腿。"),
        (*AUTOMATIC, para("椅子 chair", "y"), CHAIR, para("桌子 desk；table", "y"), DESK, "注：有腿。"),
        (*TYPED, para("3.1  椅子  chair", "h3"), CHAIR, para("3.2  桌子  desk; table", "h3"), DESK, "注：有腿。"),
        (*TYPED, "3.1", "椅子　chair", CHAIR, "3.2", "桌子　desk；table", DESK, "注：有腿。"),
        (*TYPED, _bold("3.1"), _bold("椅子 chair"), CHAIR, _bold("3.2"), _bold("桌子 desk; table"), DESK, "注：有腿。"),
        (*TYPED, _lines("3.1", "椅子　chair", CHAIR), _lines("3.2", "桌子　desk；table", DESK), "注：有腿。"),
    ],
    ids=["set2020", "older-family", "heading", "number-alone", "bold", "line-breaks"],
)
def test_term_entries_are_read_in_every_layout(paragraphs: tuple[str, ...]) -> None:
    document = _read(*paragraphs)
    entries = document.terms.entries
    assert [(entry.number, entry.text) for entry in entries] == [("3.1", "椅子"), ("3.2", "桌子")]
    assert [[one.text for one in entry.english] for entry in entries] == [["chair"], ["desk", "table"]]
    assert [[document.text[slice(*span)] for span in entry.definition] for entry in entries] == [[CHAIR], [DESK]]
    assert [what for what, _, _ in entries[1].contents] == ["definition", "note"]


def test_an_english_entry_may_be_one_paragraph_with_a_note_below_it() -> None:
    document = _read(
        para("1 Scope", "h1"),
        "This document specifies requirements for software.",
        para("2 Terms and definitions", "h1"),
        "For the purposes of this document, the following terms and definitions apply.",
        _lines("2.1", "compliance artifact", "document that represents the output of the programme"),
        "Note: it may include source code.",
    )
    (entry,) = document.terms.entries
    assert (entry.number, entry.text) == ("2.1", "compliance artifact")
    assert [what for what, _, _ in entry.contents] == ["definition", "note"]


ANNEXES = {
    "one heading": (para("附录A（规范性）  试验方法", "h1"),),
    "one bold line": (_bold("附录A（规范性）  试验方法", True),),
    "one line": ("附 录 A  （规范性附录）  试验方法",),
    "line breaks": (_lines("附　录　A", "（规范性）", "试验方法"),),
    "two, status first": (_bold("附录A（规范性）", True), _bold("试验方法", True)),
    "two, status second": ("附录A", "（规范性）试验方法"),
    "three bold": (_bold("附录A", True), _bold("（规范性）", True), _bold("试验方法", True)),
    "three": ("附录A", "（规范性）", "试验方法"),
    "three, empty between": ("附录A", para(), "（规范性）", para(), "试验方法"),
    "three headings": (para("附录A", "h1"), para("（规范性）", "h1"), para("试验方法", "h1")),
    "three of three levels": (para("附录A", "h1"), "（规范性）", para("试验方法", "h2")),
}


@pytest.mark.parametrize("styled", [True, False], ids=["styled", "typed"])
@pytest.mark.parametrize("heading", ANNEXES.values(), ids=list(ANNEXES))
def test_an_annex_heading_stands_in_one_two_or_three_paragraphs(heading: tuple[str, ...], styled: bool) -> None:
    name = "h2" if styled else ""
    body = (para("A.1  仪器", name), "用天平。", para("A.2  步骤", name), "称样。")
    document = _read(*TYPED, para("4  要求", "h1"), "文。", *heading, *body, _bold("参考文献", True), "[1] 书")
    annex = document.outline.first("annex")
    assert annex is not None
    assert (annex.number, annex.status, annex.title) == ("A", "规范性", "试验方法")
    assert [(child.number, child.title) for child in annex.children] == [("A.1", "仪器"), ("A.2", "步骤")]
    assert document.outline.top[-1].element == "bibliography"


CLAUSES = (
    ("1", "范围", "文。"),
    ("2", "规范性引用文件", "文。"),
    ("3", "术语和定义", "文。"),
    ("4", "要求", "应好。"),
    ("4.1", "外观", "外观应好。"),
)


@pytest.mark.parametrize("look", ["plain", "bold", "heading", "tab", "line-breaks"])
def test_the_number_of_a_clause_may_stand_alone_above_its_title(look: str) -> None:
    made = ["前言", "文。"]
    for number, title, text in CLAUSES:
        name = f"h{number.count('.') + 1}"
        heading = {
            "plain": (number, title),
            "bold": (_bold(number), _bold(title)),
            "heading": (para(number, name), para(title, name)),
            "tab": (para(run(number) + "<w:r><w:tab/></w:r>" + run(title)),),
            "line-breaks": (_lines(number, title),),
        }[look]
        made += [*heading, text]
    found = [(section.number, section.title) for section in _read(*made).outline.walk()]
    assert found == [("", "前言"), *((number, title) for number, title, _ in CLAUSES)]


def test_a_page_number_is_no_clause() -> None:
    document = _read(*TYPED, "4", "家具通用要求", "文。", para("4  要求", "h1"), "文。", "5", "家具通用要求", "文。")
    assert [section.number for section in document.outline.walk()] == ["1", "2", "3", "4"]


OCR = """
# 目 次

前言 ……………… Ⅲ
1 范围 ……………… 1
附录 A (资料性) 示例 ……………… 5

# 前 言

本文件由甲归口。

Powered by TCPDF (www.tcpdf.org)

## 1 范围

文。

## 3 术语和定义

下列术语和定义适用于本文件。

### 3.1

## 物流系统 logistics system

由设备和设施组成的系统。

#### 4 要求

## 4.1 接口

<div style="text-align: center;">表 1 数据项</div>

<table border=1><tr><td>序号</td></tr><tr><td>1</td></tr></table>

# 附录 A

# (资料性)

# 示例

## A.1 概述

文。

# 附录 B

(资料性)

## 数据

数据见B.1。

## 参考文献
"""


def test_markdown_made_by_ocr_is_read_by_its_numbers() -> None:
    document = Document(markdown.read(OCR.encode()))

    def shown(section: Section) -> str:
        return f"{section.number} {section.title} {section.status}".strip()

    assert [shown(section) for section in document.outline.walk()] == [
        "目 次",
        "前 言",
        "1 范围",
        "3 术语和定义",
        "3.1 物流系统 logistics system",
        "4 要求",
        "4.1 接口",
        "A 示例 资料性",
        "A.1 概述",
        "B 数据 资料性",
        "参考文献",
    ]
    assert [(entry.number, entry.text) for entry in document.terms.entries] == [("3.1", "物流系统")]
    assert [(caption.kind, caption.number) for caption in document.captions] == [("table", "1")]
