"""Term entries are understood in every layout that drafts use."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.engine import lint
from stdlint.formats import docx, markdown
from stdlint.model import Source
from stdlint.views.terms import Entry
from tests.docx_builder import abstract, build, level, num, numbered, para, run, style
from tests.helpers import all_uses

NUMBERS = abstract(
    2,
    level(0, "none", "%1"),
    level(1, "decimal", "%1%2\u3000"),
    level(2, "decimal", "%1%2.%3\u3000"),
    level(3, "decimal", "%1%2.%3.%4\u3000"),
) + num(2, 2)
STYLES = (
    style("c", "标准文件_章标题", properties=numbered(2, 1) + '<w:outlineLvl w:val="0"/>')
    + style("c1", "标准文件_一级条标题", "c", numbered(None, 2) + '<w:outlineLvl w:val="1"/>')
    + style("c2", "标准文件_二级条标题", "c1", numbered(None, 3) + '<w:outlineLvl w:val="2"/>')
    + style("t1", "标准文件_术语条一", "c1", '<w:outlineLvl w:val="9"/>')
    + style("t2", "标准文件_术语条二", "c2", '<w:outlineLvl w:val="9"/>')
    + "".join(style(f"h{n}", f"heading {n}", properties=f'<w:outlineLvl w:val="{n - 1}"/>') for n in (1, 2, 3))
)
LEAD = "下列术语和定义适用于本文件。"
FIRST, SECOND = "由河流组成的系统。", "从水源引水的设施。"
USES = "水网应连通，水网应有取水口。取水口应设栅。"
BEFORE = [para("范围", "c"), para("规范性引用文件", "c"), para("术语和定义", "c"), para(LEAD)]
AFTER = [para("要求", "c"), para(USES)]
TYPED = [para("3  术语和定义", "h1"), para(LEAD)]
TYPED_AFTER = [para("4  要求", "h1"), para(USES)]


def lines(*texts: str) -> str:
    return "<w:r><w:br/></w:r>".join(map(run, texts))


def in_word(*paragraphs: str) -> Source:
    return docx.read(build(*paragraphs, styles=STYLES, numbering=NUMBERS))


def in_markdown(entries: str, title: str = "# 3 术语和定义", lead: str = LEAD) -> Source:
    return markdown.read(f"{title}\n\n{lead}\n\n{entries}\n\n# 4 要求\n\n{USES}\n".encode())


def shape(entry: Entry, source: Source) -> tuple[str, str, list[str], list[str]]:
    definition = [source.text[slice(*span)] for span in entry.definition]
    return entry.number, entry.text, [english.text for english in entry.english], definition


def complaints(source: Source, *ids: str) -> list[tuple[str, str]]:
    uses = [use for use in all_uses().values() if use.check.id.startswith(ids or ("TRM",))]
    found, _ = lint(Document(source), uses, strict=True)
    return [(one.use.check.id, source.text[slice(*one.finding.span)]) for one in found]


WORD = {
    "number and term in one numbered paragraph": [
        *BEFORE,
        para("水网 water network", "t1"),
        para(FIRST),
        para("取水口 water intake", "t1"),
        para(SECOND),
        *AFTER,
    ],
    "an empty numbered paragraph above the term": [
        *BEFORE,
        para("", "t1"),
        para("水网　water network"),
        para(FIRST),
        para("", "t1"),
        para("取水口　water intake"),
        para(SECOND),
        *AFTER,
    ],
    "a numbered paragraph that begins with a line break": [
        *BEFORE,
        para(lines("", "水网　water network"), "t1"),
        para(FIRST),
        para(lines("", "取水口　water intake"), "t1"),
        para(SECOND),
        *AFTER,
    ],
    "a numbered heading": [
        *BEFORE,
        para("水网 water network", "c1"),
        para(FIRST),
        para("取水口 water intake", "c1"),
        para(SECOND),
        *AFTER,
    ],
    "one typed paragraph with line breaks": [
        *TYPED,
        para(lines("3.1", "水网", "water network", FIRST)),
        para(lines("3.2", "取水口　water intake", SECOND)),
        *TYPED_AFTER,
    ],
    "a typed number alone": [
        *TYPED,
        para("3.1"),
        para("水网　water network"),
        para(FIRST),
        para("3.2"),
        para("取水口　water intake"),
        para(SECOND),
        *TYPED_AFTER,
    ],
}
MARKDOWN = {
    "a heading with the number alone": (
        "### 3.1\n\n**水网　water network**\n\n{}\n\n### 3.2\n\n取水口　water intake\n\n{}"
    ),
    "two headings": "### 3.1 \n\n## 水网 water network\n\n{}\n\n### 3.2 \n\n## 取水口 water intake\n\n{}",
    "typed paragraphs": "3.1\n\n水网　water network\n\n{}\n\n3.2\n\n取水口　water intake\n\n{}",
    "English on a line of its own": "### 3.1\n\n水网\n\nwater network\n\n{}\n\n### 3.2\n\n取水口\n\nwater intake\n\n{}",
    "lines without blank lines between them": "3.1\n水网　water network\n{}\n3.2\n取水口\nwater intake\n{}",
    "hard line breaks": "3.1<br>水网　water network<br>{}\n\n3.2  \n取水口　water intake  \n{}",
}
ENTRIES = [("3.1", "水网", ["water network"], [FIRST]), ("3.2", "取水口", ["water intake"], [SECOND])]


@pytest.mark.parametrize("layout", WORD)
def test_word_gives_an_entry_its_number_term_English_and_definition_by(layout: str) -> None:
    source = in_word(*WORD[layout])
    assert [shape(entry, source) for entry in Document(source).terms.entries] == ENTRIES
    assert complaints(source) == []


@pytest.mark.parametrize("layout", MARKDOWN)
def test_markdown_gives_an_entry_its_number_term_English_and_definition_by(layout: str) -> None:
    source = in_markdown(MARKDOWN[layout].format(FIRST, SECOND))
    assert [shape(entry, source) for entry in Document(source).terms.entries] == ENTRIES
    assert complaints(source) == []


@pytest.mark.parametrize(
    "entries",
    [
        "## 3.1 水网　water network\n\n{}\n\n## 3.2 取水口　water intake\n\n{}",
        "3.1 水网 water network {}\n\n3.2 取水口 water intake {}",
        "## 3.1 水网（water network）\n\n{}\n\n## 3.2 取水口 (water intake)\n\n{}",
    ],
)
def test_a_number_on_the_line_of_its_term_is_the_only_complaint(entries: str) -> None:
    source = in_markdown(entries.format(FIRST, SECOND))
    assert [shape(entry, source) for entry in Document(source).terms.entries] == ENTRIES
    assert [rule for rule, _ in complaints(source)] == ["TRM042"]


def test_a_typed_heading_below_a_concept_group_is_an_entry() -> None:
    source = in_word(
        *TYPED,
        para("3.1  水源", "h2"),
        para("3.1.1  水网  water network；WN", "h3"),
        para(FIRST),
        para("3.1.2  取水口  water intake", "h3"),
        para(SECOND),
        *TYPED_AFTER,
    )
    terms = Document(source).terms
    assert [group.title for group in terms.groups] == ["水源"]
    assert [(entry.number, entry.text) for entry in terms.entries] == [("3.1.1", "水网"), ("3.1.2", "取水口")]
    assert [rule for rule, _ in complaints(source)] == ["TRM042"]


def test_the_abbreviations_of_a_merged_clause_are_no_entries() -> None:
    source = in_word(
        *BEFORE[:2],
        para("术语、定义和缩略语", "c"),
        para("术语和定义", "c1"),
        para(LEAD),
        para("水网 water network", "t2"),
        para(FIRST),
        para("取水口 water intake", "t2"),
        para(SECOND),
        para("缩略语", "c1"),
        para("下列缩略语适用于本文件。"),
        para("WN：水网（water network）"),
        *AFTER,
    )
    assert [entry.number for entry in Document(source).terms.entries] == ["3.1.1", "3.1.2"]
    assert complaints(source) == []


def test_an_entry_that_lost_its_number_is_reported_once() -> None:
    source = in_markdown(
        f"### 3.1\n\n水网　water network\n\n{FIRST}\n\n注：水网不含海。"
        "\n\n取水口　water intake\n\n从水网（3.1）引水的设施。"
        "\n\n### 3.3\n\n渠道　canal\n\n连接取水口（3.2）的沟槽，渠道（3.3）可长可短。"
    )
    assert complaints(source, "TRM040", "TRM09", "TRM161") == [("TRM040", "取水口　water intake")]


def test_terms_may_hold_letters_and_blanks() -> None:
    terms = ["维生素 C　vitamin C", "LED影厅 LED auditorium", "C类火灾　class C fire", "（公共）符号　public symbol"]
    text = "\n\n".join(f"### 3.{n}\n\n{term}\n\n{FIRST}" for n, term in enumerate(terms, 1))
    entries = Document(in_markdown(text)).terms.entries
    assert [entry.text for entry in entries] == ["维生素 C", "LED影厅", "C类火灾", "（公共）符号"]
    assert [entry.english[0].text for entry in entries] == [
        "vitamin C",
        "LED auditorium",
        "class C fire",
        "public symbol",
    ]


def test_what_is_not_understood_gives_no_finding() -> None:
    for entries in ("a) 水网：由河流组成。\n\nb) 取水口：引水的设施。", "本章的术语按概念体系排列。", "![术语](a.png)"):
        assert complaints(in_markdown(entries), "TRM022", "TRM03", "TRM04", "TRM10") == []
