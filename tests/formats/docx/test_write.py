"""Edits change the text they name and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stdlint.formats import docx
from stdlint.model import Edit, Source
from tests.docx_builder import STRICT, abstract, build, field, level, num, numbered, para, run, runs, style, table

DRAFT = Path(__file__).parents[3] / "fixtures" / "service-excellence.docx"
LETTERS = "产品应符合要求试验方法的规定"
NUMBERING = abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)")) + num(
    1, 1
)
STYLES = style("h", "标准文件_章标题", properties=numbered(1, 0)) + style("n", "标准文件_注：")


def draft(split: int) -> Source:
    def words(text: str) -> str:
        return run(text) if split == 0 else runs(text, split)

    return docx.read(
        build(
            para(words("要求和方法"), "h"),
            para(words("\u3000\u3000产品应符合本文件的规定。 "), "", numbered(1, 1)),
            para(words("注1： 试验的方法见标准。"), "n"),
            para(
                words("产品")
                + f"<w:del>{run('必须')}</w:del>"
                + words("应检验")
                + "<w:r><w:tab/></w:r>"
                + words("合格")
            ),
            table([para(words("项目一")), para(words("要求二"))]),
            para("<w:r><w:t>  甲乙丙  </w:t></w:r>"),
            para(words("见") + field(" REF a ", words("图一")) + words("所示的结构")),
            styles=STYLES,
            numbering=NUMBERING,
            footnotes="",
            headers=[para(words("标准页眉"))],
        )
    )


DRAFTS = {split: draft(split) for split in (0, 1, 2)}


def spots(source: Source) -> list[tuple[int, int]]:
    """Return every span in a block that may be replaced."""
    found = []
    for block in source.blocks:
        if block.kind != "label":
            first, last = block.span
            found += [
                (a, b)
                for a in range(first, last)
                for b in range(a + 1, last + 1)
                if source.editable(a, b) and (source.text[first:a] + source.text[b:last]).strip()
            ]
    return found


SPOTS = {split: spots(source) for split, source in DRAFTS.items()}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(DRAFTS)), st.data(), st.text(alphabet=LETTERS, max_size=6))
def test_reading_what_was_written_gives_the_edited_text(split: int, data: st.DataObject, new: str) -> None:
    source = DRAFTS[split]
    start, end = data.draw(st.sampled_from(SPOTS[split]))
    expected = source.text[:start] + new + source.text[end:]
    assume(source.text[start - 1 : start].strip() or not source.text[end : end + 1].isspace())
    written = docx.read(docx.write(source, [Edit(start, end, new)]))
    assert written.text == expected
    assert [b.kind for b in written.blocks] == [b.kind for b in source.blocks]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(DRAFTS)), st.data(), st.text(alphabet=LETTERS, min_size=1, max_size=4))
def test_an_insertion_stands_where_it_was_asked_for(split: int, data: st.DataObject, new: str) -> None:
    source = DRAFTS[split]
    start, end = data.draw(st.sampled_from(SPOTS[split]))
    at = data.draw(st.sampled_from([start, end]))
    written = docx.read(docx.write(source, [Edit(at, at, new)]))
    assert written.text == source.text[:at] + new + source.text[at:]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(DRAFTS)), st.data())
def test_many_edits_are_made_at_once(split: int, data: st.DataObject) -> None:
    source = DRAFTS[split]
    edits: list[Edit] = []
    for start, end in sorted(data.draw(st.lists(st.sampled_from(SPOTS[split]), max_size=8))):
        if not edits or edits[-1].end < start:
            edits.append(Edit(start, end, "应"))
    expected = source.text
    for edit in reversed(edits):
        expected = expected[: edit.start] + edit.text + expected[edit.end :]
    assert docx.read(docx.write(source, edits)).text == expected


@settings(max_examples=60, deadline=None)
@given(st.data(), st.text(alphabet=LETTERS, min_size=1, max_size=5))
def test_the_law_holds_in_the_real_draft(data: st.DataObject, new: str) -> None:
    source = docx.read(DRAFT.read_bytes())
    blocks = [b for b in source.blocks if b.kind in ("para", "item", "note") and b.span[1] - b.span[0] > 8]
    first, last = data.draw(st.sampled_from(blocks)).span
    start = data.draw(st.integers(first + 2, last - 1))
    end = data.draw(st.integers(start, last))
    written = docx.read(docx.write(source, [Edit(start, end, new)]))
    assert written.text == source.text[:start] + new + source.text[end:]


def test_only_the_parts_that_change_are_written_anew() -> None:
    source = docx.read(
        build("产品", "甲", styles=style("a"), headers=[para("页眉")], extra={"word/media/a.bin": b"\x00\x01"})
    )
    written = docx.write(source, [Edit(0, 1, "新")])
    with zipfile.ZipFile(io.BytesIO(source.data)) as old, zipfile.ZipFile(io.BytesIO(written)) as new:
        assert old.namelist() == new.namelist()
        assert [i.compress_type for i in old.infolist()] == [i.compress_type for i in new.infolist()]
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/document.xml"]


def test_no_edit_is_no_change() -> None:
    source = docx.read(build("产品"))
    assert docx.write(source, []) == source.data
    assert docx.write(source, [Edit(1, 1, "")]) == source.data


def test_the_first_run_takes_the_new_text_and_so_its_formatting() -> None:
    source = docx.read(build(para(run("产", "<w:b/>") + run("品", "<w:i/>") + run("好"))))
    xml = zipfile.ZipFile(io.BytesIO(docx.write(source, [Edit(0, 2, "物件")]))).read("word/document.xml").decode()
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">物件</w:t>' in xml
    assert '<w:rPr><w:i/></w:rPr><w:t xml:space="preserve"></w:t>' in xml


def test_blanks_at_the_ends_of_new_text_are_kept() -> None:
    source = docx.read(build(para("<w:r><w:t> 甲乙 </w:t></w:r>")))
    written = docx.write(source, [Edit(1, 1, "丙"), Edit(2, 2, " ")])
    assert docx.read(written).text == "甲丙乙 \n"
    assert b'<w:t xml:space="preserve">' in zipfile.ZipFile(io.BytesIO(written)).read("word/document.xml")


def test_comments_in_a_text_do_not_shift_an_edit() -> None:
    source = docx.read(build(para("<w:r><w:t>甲乙<!--x-->丙丁</w:t></w:r>")))
    assert docx.read(docx.write(source, [Edit(2, 3, "戊")])).text == "甲乙戊丁\n"


def test_typed_labels_and_headers_can_be_edited() -> None:
    source = docx.read(build("注1：甲。", headers=[para("页眉")]))
    at = source.text.index("页")
    assert docx.read(docx.write(source, [Edit(1, 2, "2"), Edit(at, at + 1, "新")])).text == "注2：\n甲。\n新眉\n"


def test_strict_files_stay_strict() -> None:
    source = docx.read(build("甲乙", namespace=STRICT))
    written = docx.write(source, [Edit(0, 1, "丙")])
    assert docx.read(written).text == "丙乙\n"
    assert STRICT.encode() in zipfile.ZipFile(io.BytesIO(written)).read("word/document.xml")


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 1, "9")],
        [Edit(0, 0, "9")],
        [Edit(3, 7, "甲")],
        [Edit(2, 9, "甲")],
        [Edit(-1, 1, "甲")],
        [Edit(3, 2, "甲")],
        [Edit(90, 91, "甲")],
        [Edit(4, 6, "甲"), Edit(5, 7, "乙")],
        [Edit(4, 4, "\x00")],
        [Edit(4, 4, "\n")],
        [Edit(4, 4, "甲\n乙")],
        [Edit(4, 4, "\ud800")],
        [Edit(4, 4, "\ufffc")],
    ],
)
def test_edits_that_cannot_be_made_are_refused(edits: list[Edit]) -> None:
    source = docx.read(
        build(
            para("要求", "h"),
            para(run("见") + field(" REF a ", run("图一")) + run("的")),
            styles=STYLES,
            numbering=NUMBERING,
        )
    )
    assert source.text == "1\n要求\n见图一的\n"
    with pytest.raises(ValueError, match="edit"):
        docx.write(source, edits)


def test_text_may_be_inserted_beside_but_not_inside_a_locked_span() -> None:
    source = docx.read(build(para(run("见") + field(" REF a ", run("图一")) + run("的"))))
    assert docx.read(docx.write(source, [Edit(1, 1, "下")])).text == "见下图一的\n"
    assert docx.read(docx.write(source, [Edit(3, 3, "下")])).text == "见图一下的\n"
    with pytest.raises(ValueError, match="locked"):
        docx.write(source, [Edit(2, 2, "下")])


def test_nothing_can_be_inserted_where_no_text_is_typed() -> None:
    source = docx.read(build(para(properties=numbered(1, 0)), numbering=NUMBERING))
    with pytest.raises(ValueError, match="no typed text"):
        docx.write(source, [Edit(2, 2, "甲")])
