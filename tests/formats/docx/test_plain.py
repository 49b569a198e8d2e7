"""Plain paragraphs read from their bytes give the same source as elements do."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdlint.formats import docx
from stdlint.formats.docx import body
from stdlint.model import Source
from tests.docx_builder import build, numbered, para, run, style, table

FIXTURES = sorted((Path(__file__).parents[3] / "fixtures").glob("*.docx"))
MIXED = [
    para("一段正文。"),
    para("带&amp;号的正文。"),
    para(run("  前有空格") + run(" 中间 ") + run("")),
    "<w:p/>",
    para("加粗", properties='<w:jc w:val="center"/>'),
    para(run("加粗", "<w:b/>") + run("不加粗")),
    para(run("甲") + "<w:r><w:tab/></w:r>" + run("乙") + "<w:r><w:br/></w:r>" + run("丙")),
    '<w:bookmarkStart w:id="1" w:name="x"/>',
    para("有书签", "s1"),
    table(["一", para("二") + para("三")], ["注：表注", "1"]),
    para(
        '<w:ins w:id="1"><w:r><w:t>插入</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>'
    ),
    para("5.1　要求"),
    para(
        run("前&后", "<w:b/>")
        + run(" ", '<w:b w:val="0"/>')
        + "<w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>1 &lt; 2</w:t></w:r>"
    ),
    para('<w:r><w:t> &quot;一&quot; </w:t><w:br w:type="page"/><w:t>二</w:t><w:br w:type="textWrapping"/></w:r>'),
    para("<w:r><w:rPr><w:b/></w:rPr></w:r><w:r><w:noBreakHyphen/><w:t>四</w:t></w:r>"),
    para("<w:r><w:t>&#19968;</w:t></w:r>"),
    table([para(run("表头", "<w:b/>")), "A&B"], ["甲", para("<w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>")]),
    para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'),
    para("在域中"),
    para('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("域外")),
    para("最后一段。", properties=numbered(0)),
]


def _both(data: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[Source, Source]:
    plain = docx.read(data)
    with monkeypatch.context() as patch:
        patch.setattr(body, "read_plain", lambda *_: False)
        return plain, docx.read(data)


def _same(plain: Source, elements: Source) -> None:
    assert plain.text == elements.text
    assert plain.blocks == elements.blocks
    assert plain.tables == elements.tables
    assert plain.anchors == elements.anchors
    assert plain.locked == elements.locked
    assert [plain.origin(at) for at in range(len(plain.text))] == [elements.origin(at) for at in range(len(plain.text))]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_a_whole_draft_is_read_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _same(*_both(path.read_bytes(), monkeypatch))


def test_plain_and_other_paragraphs_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    _same(*_both(build(*MIXED, styles=style("s1", "标准文件_段")), monkeypatch))


@pytest.mark.parametrize("at", range(len(MIXED)))
def test_each_paragraph_is_read_the_same_between_plain_ones(at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = build(para("前。"), MIXED[at], para("后。"), MIXED[at], styles=style("s1", "标准文件_段"))
    _same(*_both(data, monkeypatch))
