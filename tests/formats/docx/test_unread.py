"""What Word shows and the reader does not read is told in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from stdlint.cli import cli
from stdlint.formats import docx
from tests.docx_builder import OFFICE, PACKAGE, build, para, run, style

CHUNK = '<w:altChunk r:id="r0"/>'
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def unread(*paragraphs: str, **related: str) -> list[tuple[str, str]]:
    return docx.read(build(*paragraphs, related={target: kind for kind, target in related.items()})).unread


def drawing(inner: str) -> str:
    return f"<w:r><w:drawing><a:graphic>{inner}</a:graphic></w:drawing></w:r>"


def embedded(program: str) -> str:
    return f'<w:r><w:object><v:shape/><o:OLEObject Type="Embed" ProgID="{program}"/></w:object></w:r>'


def test_most_files_are_read_completely() -> None:
    assert unread("甲", para(embedded("Equation.DSMT4")), oleObject="embeddings/oleObject1.bin") == []
    assert unread("甲", "这里的altChunk只是一个词。") == []


def test_a_file_that_word_would_put_in_is_named_with_its_place_and_breaks_nothing() -> None:
    styles = style("h", "heading 1")
    source = docx.read(
        build(
            para("4　要求", "h"),
            "产品应符合下列各项要求的规定。",
            CHUNK.replace("r0", "r1"),
            "试验",
            styles=styles,
            related={"a.docx": "aFChunk"},
        )
    )
    assert source.text == "4\n要求\n产品应符合下列各项要求的规定。\n试验\n"
    assert source.unread == [
        (
            "The text of word/a.docx, which Word shows behind “产品应符合下列各项要求的规定。” in 4, is not read; "
            "open the draft in Word and save it to make it part of the draft.",
            "Word显示在4“产品应符合下列各项要求的规定。”之后的word/a.docx未读取，"
            "请用Word打开草案并保存，使其成为正文。",
        )
    ]


@pytest.mark.parametrize("at", range(4))
def test_a_file_that_is_put_in_may_stand_anywhere(at: int) -> None:
    chunk = "<w:altChunk r:id='r0'><w:altChunkPr><w:matchSrc/></w:altChunkPr></w:altChunk>"
    wrapped = f"<w:sdt><w:sdtContent>{chunk}</w:sdtContent></w:sdt>"
    body = ["甲", "<w:tbl><w:tr><w:tc>" + para("乙") + (chunk if at == 3 else "") + "</w:tc></w:tr></w:tbl>", "丙"]
    source = docx.read(
        build(*body[:at], *([chunk, wrapped][at % 2 :][:1] if at < 3 else []), *body[at:], related={"a.txt": "aFChunk"})
    )
    assert source.text == "甲\n乙\n丙\n"
    assert len(source.unread) == 1
    english, chinese = source.unread[0]
    assert english.startswith("The text of word/a.txt, which Word shows ")
    assert ("at the beginning" in english) == (at == 0) == ("开头" in chinese)


def test_subdocuments_of_a_master_document_are_named() -> None:
    rels = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r0" TargetMode="External" Type="'
    rels += f'{OFFICE}/subDocument" Target="file:///C:\\drafts\\part%201.docx"/></Relationships>'
    source = docx.read(build("甲", para('<w:subDoc r:id="r0"/>'), extra={"word/_rels/document.xml.rels": rels}))
    assert source.text == "甲\n"
    assert [english.partition(",")[0] for english, _ in source.unread] == ["The text of part 1.docx"]


def test_objects_of_one_kind_are_counted_in_one_sentence() -> None:
    chart = drawing(f'<c:chart xmlns:c="{CHART}" r:id="r0"/>')
    diagram = drawing(f'<dgm:relIds xmlns:dgm="{DIAGRAM}" r:dm="r1"/>')
    body = ["甲", para(chart + run("图")), para(chart), para(diagram), para(embedded("Word.Document.12"))]
    assert unread(*body, chart="charts/chart1.xml", diagramData="diagrams/data1.xml", package="embeddings/a.docx") == [
        ("The text of the embedded document behind “图” is not read.", "“图”之后的1个嵌入文档，其中的文字未读取。"),
        ("The text of 2 charts is not read, the first behind “甲”.", "2个图表中的文字未读取，第一个在“甲”之后。"),
        ("The text of the SmartArt diagram behind “图” is not read.", "“图”之后的1个SmartArt图形，其中的文字未读取。"),
    ]


@pytest.mark.parametrize(("lang", "said"), [("zh", "a.docx未读取"), ("en", "is not read")])
def test_the_command_line_tells_it_on_standard_error(tmp_path: Path, lang: str, said: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(build("1　范围", "本文件规定了要求。", CHUNK, related={"a.docx": "aFChunk"}))
    result = CliRunner().invoke(cli, ["check", str(path), "--lang", lang, "--exit-zero"])
    assert result.exit_code == 0, result.output
    assert said in result.stderr
    assert said not in result.stdout
