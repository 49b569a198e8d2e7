"""Tracked changes and comments are facts beside the text, which reads as if all changes were accepted."""

from __future__ import annotations

from stdlint.formats import docx
from stdlint.layout import Change, Comment
from stdlint.model import LINE_BREAK, Source
from tests.docx_builder import STRICT, build, field, para, part, run, style, table

WHO = 'w:id="1" w:author="王" w:date="2024-05-01T08:00:00Z"'
BY = ("王", "2024-05-01T08:00:00Z")


def ins(content: str) -> str:
    return f"<w:ins {WHO}>{content}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def mark(name: str) -> str:
    return f"<w:rPr><w:{name} {WHO}/></w:rPr>"


def read(*paragraphs: str, **parts: object) -> Source:
    return docx.read(build(*paragraphs, **parts))  # type: ignore[arg-type]


def changes(source: Source) -> list[tuple[str, str, str, str]]:
    """Return kind, what of, the text of the span, and the lost text; check who and when."""
    for change in source.layout.changes:
        assert (change.author, change.date) == BY
    return [(c.kind, c.of, source.text[slice(*c.span)], c.lost) for c in source.layout.changes]


def test_inserted_text_has_a_span_and_deleted_text_a_place() -> None:
    source = read(para(run("产品") + ins(run("应") + run("当")) + gone("必须") + run("符合")))
    assert source.text == "产品应当符合\n"
    assert source.layout.changes == [
        Change("ins", "text", (2, 4), "", *BY),
        Change("del", "text", (4, 4), "必须", *BY),
    ]


def test_strict_files_have_changes_too() -> None:
    assert changes(read(para(ins(run("甲")) + gone("乙")), namespace=STRICT)) == [
        ("ins", "text", "甲", ""),
        ("del", "text", "", "乙"),
    ]


def test_moved_text_is_in_where_it_went_and_lost_where_it_was() -> None:
    start = '<w:moveFromRangeStart w:id="0" w:name="move1"/>'
    came = f"{start}<w:moveFrom {WHO}>{run('甲')}</w:moveFrom><w:moveFromRangeEnd w:id='0'/>"
    went = f'<w:moveToRangeStart w:id="2" w:name="move1"/><w:moveTo {WHO}>{run("甲")}</w:moveTo>'
    source = read(para(run("前") + came), para(went + run("后")))
    assert source.text == "前\n甲后\n"
    assert changes(source) == [("moveFrom", "text", "", "甲"), ("moveTo", "text", "甲", "")]
    assert [c.span for c in source.layout.changes] == [(1, 1), (2, 3)]


def test_text_that_was_inserted_and_then_deleted_is_lost() -> None:
    source = read(para(run("甲") + ins(run("乙") + gone("丙") + run("丁"))))
    assert source.text == "甲乙丁\n"
    assert changes(source) == [("ins", "text", "乙丁", ""), ("del", "text", "", "丙")]
    inside = read(para(run("甲") + f"<w:del {WHO}>{ins('<w:r><w:delText>乙</w:delText></w:r>')}</w:del>"))
    assert changes(inside) == [("del", "text", "", "乙"), ("ins", "text", "", "")]


def test_breaks_and_tabs_that_were_deleted_are_lost_characters() -> None:
    content = "<w:r><w:delText>甲</w:delText><w:tab/><w:delText>乙</w:delText><w:br/></w:r>"
    source = read(para(run("前") + f"<w:del {WHO}>{content}</w:del>" + "<w:r><w:tab/></w:r>" + run("后")))
    assert changes(source) == [("del", "text", "", f"甲\t乙{LINE_BREAK}")]


def test_a_deleted_paragraph_mark_joins_and_an_inserted_one_parts() -> None:
    source = read(
        para("甲", properties=mark("del")),
        para("乙", properties=mark("ins")),
        para("丙", properties=mark("moveTo")),
        "丁",
    )
    assert source.text == "甲乙\n丙\n丁\n"
    assert [(c.kind, c.of, c.span) for c in source.layout.changes] == [
        ("del", "mark", (1, 1)),
        ("ins", "mark", (2, 2)),
        ("moveTo", "mark", (4, 4)),
    ]


def test_a_deleted_paragraph_stands_in_front_of_what_follows_it() -> None:
    source = read("甲", para(gone("一"), properties=mark("del")), para(gone("二"), properties=mark("del")), "乙")
    assert source.text == "甲\n乙\n"
    texts = [c for c in source.layout.changes if c.of == "text"]
    assert [(c.span, c.lost) for c in texts] == [((2, 2), "一"), ((2, 2), "二")]


def test_what_was_deleted_at_the_end_stands_behind_the_last_character() -> None:
    source = read("甲", para(gone("乙")))
    assert [(c.span, c.lost) for c in source.layout.changes] == [((1, 1), "乙")]


def test_changed_formatting_has_the_span_of_its_run_or_paragraph() -> None:
    change = f"<w:rPrChange {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    moved = f"<w:pPrChange {WHO}><w:pPr><w:jc w:val='left'/></w:pPr></w:pPrChange>"
    source = read(
        para(run("甲") + run("乙", "<w:b/>" + change) + run("丙")),
        para("注1：丁", properties=f"<w:rPr><w:b/>{change}</w:rPr>{moved}"),
    )
    assert changes(source) == [
        ("rPrChange", "format", "乙", ""),
        ("rPrChange", "mark", "", ""),
        ("pPrChange", "format", "注1：\n丁", ""),
    ]
    assert [look.bold for _, look in source.layout.stretches] == [False, True, False, False, False]
    assert source.layout.shapes[0].alignment == "left"


def row(text: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{text if text.startswith('<') else para(text)}</w:tc></w:tr>"


def test_rows_are_inserted_and_deleted_as_a_whole() -> None:
    rows = row("甲") + row("乙", f"<w:ins {WHO}/>") + row(para(gone("丙") + run("丁")), f"<w:del {WHO}/>") + row("戊")
    source = read(f"<w:tbl>{rows}</w:tbl>")
    assert source.text == "甲\n乙\n戊\n"
    assert changes(source) == [("ins", "row", "乙", ""), ("del", "row", "", "丙丁"), ("del", "text", "", "丙")]
    assert source.layout.changes[1].span == (4, 4)


def test_changes_of_tables_cells_and_sections_stand_where_those_begin() -> None:
    cell = f"<w:tc><w:tcPr><w:cellIns {WHO}/><w:tcPrChange {WHO}><w:tcPr/></w:tcPrChange></w:tcPr>{para('乙')}</w:tc>"
    rows = f"<w:tr><w:trPr><w:trPrChange {WHO}><w:trPr/></w:trPrChange></w:trPr>{cell}</w:tr>"
    changed = f"<w:tbl><w:tblPr><w:tblPrChange {WHO}><w:tblPr/></w:tblPrChange></w:tblPr>{rows}</w:tbl>"
    ends = f"<w:sectPr><w:sectPrChange {WHO}><w:sectPr/></w:sectPrChange></w:sectPr>"
    source = read("甲", changed, para("丙", properties=ends), "丁")
    assert source.text == "甲\n乙\n丙\n丁\n"
    assert [(c.kind, c.of, c.span[0]) for c in source.layout.changes] == [
        ("tblPrChange", "format", 2),
        ("trPrChange", "format", 2),
        ("cellIns", "cell", 2),
        ("tcPrChange", "format", 2),
        ("sectPrChange", "format", 6),
    ]


def test_changes_in_and_around_nested_fields_keep_their_places() -> None:
    inner = field(" REF b ", run("3") + ins(run(".1")) + gone(".2"))
    source = read(para(run("见") + ins(field(' HYPERLINK "a" ', run("第") + inner)) + run("条")))
    assert source.text == "见第3.1条\n"
    assert source.locked == [(1, 5)]
    assert changes(source) == [
        ("ins", "text", "第3.1", ""),
        ("ins", "text", ".1", ""),
        ("del", "text", "", ".2"),
    ]


def test_a_deleted_field_loses_its_result_and_not_its_instruction() -> None:
    pieces = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> REF a </w:delInstrText></w:r>'
    pieces += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>图1</w:delText></w:r>'
    pieces += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    source = read(para(run("见") + f"<w:del {WHO}>{pieces}</w:del>" + run("图2")))
    assert source.text == "见图2\n"
    assert changes(source) == [("del", "text", "", "图1")]


def test_changes_in_boxes_footnotes_and_headers_are_told_too() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{para(ins(run('盒')))}</w:txbxContent></v:textbox></w:pict></w:r>"
    source = read(
        para(run("甲") + gone("乙") + box + ins(run("丙")) + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        footnotes=f'<w:footnote w:id="1">{para(run("脚") + ins(run("注")))}</w:footnote>',
        headers=[para(ins(run("页眉")))],
    )
    assert changes(source) == [
        ("del", "text", "", "乙"),
        ("ins", "text", "盒", ""),
        ("ins", "text", "丙", ""),
        ("ins", "text", "注", ""),
        ("ins", "text", "页眉", ""),
    ]
    assert source.layout.changes[0].span == (source.text.index("甲") + 1,) * 2


def test_hundreds_of_changes_are_all_in_their_places() -> None:
    content = "".join(run(f"第{i}") + ins(run("应")) + gone("必须") for i in range(300))
    source = read(*[para(content) for _ in range(3)])
    assert source.text.count("应") == 900
    found = source.layout.changes
    assert len(found) == 1800
    assert all(source.text[slice(*c.span)] == ("应" if c.kind == "ins" else "") for c in found)
    assert all(source.text[c.span[0] - 1] == "应" for c in found if c.kind == "del")
    assert [c.span for c in found] == sorted(c.span for c in found)


def comment(number: int, text: str, para_id: str = "") -> str:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    inner = f'<w:p {space} w14:paraId="{para_id}">{run(text)}</w:p>'
    return f'<w:comment w:id="{number}" w:author="王" w:date="2024-05-01T08:00:00Z">{inner}</w:comment>'


def commented(*paragraphs: str, comments: str, extended: str = "") -> Source:
    space = "http://schemas.microsoft.com/office/word/2012/wordml"
    return read(
        *paragraphs,
        extra={
            "word/comments.xml": part("comments", comments),
            "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{space}">{extended}</w15:commentsEx>',
        },
        related={"comments.xml": "comments", "commentsExtended.xml": "commentsExtended"},
    )


def from_(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def to(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def test_comments_lie_on_words_and_are_no_text() -> None:
    source = commented(
        para(run("产品") + from_(0) + run("应") + from_(1) + run("当") + to(0) + run("符合")),
        para(run("要求") + to(1) + run("。") + '<w:r><w:commentReference w:id="2"/></w:r>'),
        comments=comment(0, "改为“应”") + comment(1, "长") + comment(2, "点") + comment(3, "无处"),
    )
    assert source.text == "产品应当符合\n要求。\n"
    assert source.layout.comments == [
        Comment("0", (2, 4), "改为“应”", *BY),
        Comment("1", (3, 9), "长", *BY),
        Comment("2", (10, 10), "点", *BY),
    ]


def test_an_answer_knows_its_question_and_a_thread_whether_it_is_resolved() -> None:
    extended = '<w15:commentEx w15:paraId="A1" w15:done="1"/>'
    extended += '<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="1"/>'
    source = commented(
        para(from_(7) + from_(8) + run("甲") + to(7) + to(8)),
        comments=comment(7, "问", "A1") + comment(8, "答", "A2"),
        extended=extended,
    )
    assert [(c.id, c.span, c.resolved, c.parent) for c in source.layout.comments] == [
        ("7", (0, 1), True, ""),
        ("8", (0, 1), True, "7"),
    ]


def test_a_comment_on_a_whole_table_lies_on_its_text() -> None:
    source = commented(from_(0) + table(["甲", "乙"]) + to(0), "丙", comments=comment(0, "表"))
    assert [source.text[slice(*c.span)] for c in source.layout.comments] == ["甲\n乙"]


def test_a_style_that_hides_does_not_make_changes_of_hidden_text() -> None:
    styles = style("p", runs="<w:vanish/>")
    source = read(para(ins(run("甲")) + gone("乙"), "p"), "丙", styles=styles)
    assert [(hidden.text, hidden.offset) for hidden in source.layout.hidden] == [("甲", 0)]
    assert changes(source) == [("ins", "text", "", ""), ("del", "text", "", "乙")]
