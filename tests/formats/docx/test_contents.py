"""Tables of contents, fields and ordinary noise are told from the text (reference word-documents.md, section 5)."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx
from tests.docx_builder import build, field, para, run, style

BODY = [
    *(para("前言", "q"), para("本文件按规则起草。")),
    *(para("1  范围", "h"), para("本文件规定了要求。"), para("2  要求", "h"), para("应平整。")),
]
STYLES = style("q", "标准文件_前言、引言标题") + style("h", "heading 1", properties='<w:outlineLvl w:val="0"/>')
ENTRIES = ("前言\tI", "1  范围\t1", "2  要求\t1")
TOC = r' TOC \o "1-3" \h \z \u '
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def elements(*paragraphs: str, styles: str = STYLES) -> list[str]:
    document = Document(docx.read(build(*paragraphs, styles=styles)))
    return [f"{section.element} {section.number}".strip() for section in document.walk()]


def entry(text: str) -> str:
    """Return an entry as Word writes it: a link to a bookmark, its page a field of its own."""
    title, page = text.split("\t")
    tail = "<w:r><w:tab/></w:r>" + field(" PAGEREF _Toc1 ", run(page))
    return f'<w:hyperlink w:anchor="_Toc1">{run(title)}{tail}</w:hyperlink>'


def by_field(style_id: str = "") -> list[str]:
    instruction = f"<w:r><w:instrText>{TOC}</w:instrText></w:r>"
    first = para(BEGIN + instruction + SEPARATE + entry(ENTRIES[0]), style_id)
    return [first, *(para(entry(text), style_id) for text in ENTRIES[1:]), para(END)]


def by_control() -> list[str]:
    control = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    return [f"{control}<w:sdtContent>{''.join(para(entry(text)) for text in ENTRIES)}</w:sdtContent></w:sdt>"]


CONTENTS = {
    "a field and a style": by_field("t"),
    "a field and a style that is not defined": by_field("a9"),
    "a field alone": by_field(),
    "a style alone": [para(entry(text), "t") for text in ENTRIES],
    "a style of WPS": [para(entry(text), "w") for text in ENTRIES],
    "a content control": by_control(),
    "a field that waits for an update": [para(field(TOC, run("右键单击以更新目录。")))],
    "a simple field": [para(f'<w:fldSimple w:instr="TOC \\o">{run(text)}</w:fldSimple>') for text in ENTRIES],
    "nothing": [para(text.replace("\t", " …………… ")) for text in ENTRIES],
    "nothing and tabs": [
        para(run(text.split("\t")[0]) + "<w:r><w:tab/></w:r>" + run(text.split("\t")[1])) for text in ENTRIES
    ],
}


@pytest.mark.parametrize("contents", CONTENTS)
def test_the_contents_open_no_clauses_told_by(contents: str) -> None:
    styles = STYLES + style("t", "toc 1") + style("w", "WPSOffice手动目录 1") + style("m", "标准文件_目录标题")
    found = elements(para("目  次", "m"), *CONTENTS[contents], *BODY, styles=styles)
    assert found == ["contents", "foreword", "scope 1", "clause 2"]


def test_contents_that_are_stale_say_what_they_say() -> None:
    stale = [para(run(text) + "<w:r><w:tab/></w:r>" + run("3"), "t") for text in ("1  引言", "7  附则")]
    assert elements(para("目次", "q"), *stale, *BODY, styles=STYLES + style("t", "TOC 1")) == [
        "contents",
        "foreword",
        "scope 1",
        "clause 2",
    ]


@pytest.mark.parametrize("blanks", ["", " ", "  ", "        ", "\u3000", "\u3000\u3000", "\u2002", "\u00a0", "\u2003 "])
def test_blanks_inside_the_titles_of_elements_are_ignored(blanks: str) -> None:
    found = elements(
        para(f"目{blanks}次", "m"),
        para("1 范围 1", "t"),
        para(f"前{blanks}言", "q"),
        para("本文件按规则起草。"),
        para(f"引{blanks}言", "q"),
        para("甲。"),
        *BODY[2:],
        para(f"参{blanks}考{blanks}文{blanks}献", "q"),
        para("[1] 甲"),
        styles=STYLES + style("m", "目次、标准名称标题") + style("t", "toc 1"),
    )
    assert found == ["contents", "foreword", "introduction", "scope 1", "clause 2", "bibliography"]


def test_letters_may_be_spaced_in_runs_of_their_own() -> None:
    spaced = run("目", '<w:spacing w:val="320"/>') + run("次")
    assert elements(para(spaced, "q"), para("1 范围 1", "t"), *BODY, styles=STYLES + style("t", "toc 1"))[:2] == [
        "contents",
        "foreword",
    ]


def test_cross_references_read_alike_as_fields_and_as_text() -> None:
    said = [
        docx.read(build(para(run("见") + reference + run("和") + page + run("页。")))).text
        for reference, page in (
            (field(r" REF _Ref1 \r \h ", run("4.2")), field(" PAGEREF _Ref1 ", run("7"))),
            (run("4.2"), run("7")),
        )
    ]
    assert said == ["见4.2和7页。\n"] * 2


def test_data_of_a_field_is_no_text() -> None:
    noise = '<w:r><w:fldChar w:fldCharType="begin"><w:fldData xml:space="preserve">ZQBKAHoA\nVABJAFMA</w:fldData>'
    noise += "</w:fldChar></w:r><w:r><w:instrText> ADDIN CNKISM.UserStyle</w:instrText></w:r>" + SEPARATE + END
    source = docx.read(build(para(run("产品应") + noise + run("平整。"))))
    assert source.text == "产品应平整。\n"
    assert source.locked == []


def test_ordinary_noise_changes_nothing() -> None:
    red = '<w:color w:val="FF0000"/>'
    noisy = [
        para(run("范围", red), "c", '<w:ind w:rightChars="-50" w:right="-105"/>'),
        para("", "d"),
        para(run("本文件", red) + '<w:proofErr w:type="spellStart"/>' + run("规定了要求。", red), "d"),
        para(run("  ", red), "d"),
        para(run("要求", red), "c"),
    ]
    quiet = [para("范围", "c"), para("本文件规定了要求。", "d"), para("要求", "c")]
    styles = style("c", "标准文件_章标题") + style("d", "标准文件_段")
    one, other = (docx.read(build(*body, styles=styles)) for body in (noisy, quiet))
    assert (one.text, one.blocks) == (other.text, other.blocks)


def test_sections_and_their_negative_margins_part_no_text() -> None:
    cut = '<w:sectPr><w:pgMar w:top="-338"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    whole = [para("甲。"), para("乙。", properties=cut), para("", properties=cut), para("丙。")]
    assert docx.read(build(*whole)).text == "甲。\n乙。\n丙。\n"
