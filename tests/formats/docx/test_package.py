"""Word files come as documents and templates, with and without macros, and with parts in unusual places."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

import stdlint
from stdlint import formats, walk
from stdlint.formats import docx
from stdlint.model import OBJECT, Edit, ReadError
from tests.docx_builder import (
    PACKAGE,
    STRICT,
    build,
    para,
    part,
    relationships,
    run,
    style,
    zipped,
)

KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ".docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    ".dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ".dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


def package(kind: str) -> bytes:
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )
    return build(
        "产品必须合格。", extra={"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro"}
    )


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("ending", KINDS)
def test_every_kind_of_word_file_is_read(ending: str) -> None:
    assert formats.reader(f"a{ending.upper()}") is docx
    assert docx.read(package(KINDS[ending])).text == "产品必须合格。\n"
    assert stdlint.lint(package(KINDS[ending]), f"a{ending}").format == "docx"


@pytest.mark.parametrize("ending", KINDS)
def test_writing_keeps_the_kind_and_the_macros(ending: str) -> None:
    data = package(KINDS[ending])
    written = docx.write(docx.read(data), [Edit(2, 4, "应")])
    assert docx.read(written).text == "产品应合格。\n"
    old, new = members(data), members(written)
    assert list(old) == list(new)
    assert [name for name in old if old[name] != new[name]] == ["word/document.xml"]


def test_a_folder_gives_documents_and_no_templates_or_lock_files(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docm", "c.dotx", "d.dotm", "~$a.docx", "~$b.docm", "e.md"):
        (tmp_path / name).write_bytes(b"")
    assert [os.path.basename(path) for path in walk.walk(str(tmp_path))] == ["a.docx", "b.docm", "e.md"]
    named, _ = walk.find([str(tmp_path / "c.dotx")])
    assert [os.path.basename(found.path) for found in named] == ["c.dotx"]


def test_a_lock_file_that_is_named_is_told() -> None:
    name = "审核员".encode("utf-16-le")
    with pytest.raises(ReadError, match="lock file"):
        docx.read(b"\x03\xc9\xf3\xba\xcb\xd4\xb1".ljust(54, b" ") + b"\x03\x00" + name.ljust(106, b" \x00"[:1]))


@pytest.mark.parametrize(
    "target", ["word/document22.xml", "/word/document22.xml", r"word\document22.xml", r"\word\document22.xml"]
)
def test_the_document_part_is_where_the_package_says(target: str) -> None:
    data = zipped(
        {
            "_rels/.rels": relationships({target: "officeDocument"}),
            "word/document22.xml": part("document", f"<w:body>{para('甲', 'h')}</w:body>"),
            "word/_rels/document22.xml.rels": relationships({r"..\word\styles.xml": "styles"}),
            "word/styles.xml": part("styles", style("h", "heading 1")),
        }
    )
    source = docx.read(data)
    assert (source.text, source.part_names) == ("甲\n", ["word/document22.xml"])
    assert source.blocks[0].kind == "heading"
    assert source.layout.shapes[0].style == "heading 1"


def test_members_may_be_named_with_backslashes_and_in_other_case() -> None:
    data = zipped(
        {
            r"_rels\.rels": relationships({"word/document.xml": "officeDocument"}),
            r"Word\Document.XML": part("document", f"<w:body>{para('甲')}</w:body>"),
        }
    )
    source = docx.read(data)
    assert docx.read(docx.write(source, [Edit(0, 1, "乙")])).text == "乙\n"


def test_a_package_without_relationships_has_its_document_in_the_usual_place() -> None:
    assert docx.read(zipped({"word/document.xml": part("document", f"<w:body>{para('甲')}</w:body>")})).text == "甲\n"


def test_missing_media_and_missing_parts_are_tolerated() -> None:
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:blip/></wp:inline></w:drawing></w:r>'
    related = {"media/image1.png": "image", "styles.xml": "styles", "header9.xml": "header", "theme/t.xml": "theme"}
    source = docx.read(build(para(run("甲") + picture), related=related))
    assert source.text == f"甲{OBJECT}\n"
    assert source.layout.shapes[0].style == ""
    assert source.unread == []


def test_strict_files_keep_their_namespace_when_written() -> None:
    data = build("甲", styles=style("a"), namespace=STRICT)
    written = docx.write(docx.read(data), [Edit(0, 1, "乙")])
    assert docx.read(written).text == "乙\n"
    assert STRICT.encode() in members(written)["word/document.xml"]
