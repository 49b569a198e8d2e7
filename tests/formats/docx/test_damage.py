"""A file that cannot be read is refused with one sentence, never with a traceback."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from stdlint.document import Document
from stdlint.engine import lint
from stdlint.formats import docx
from stdlint.formats.docx import package
from stdlint.model import ReadError
from tests.docx_builder import (
    abstract,
    build,
    level,
    num,
    numbered,
    para,
    part,
    relationships,
    run,
    style,
    table,
    zipped,
)
from tests.formats.docx import listed_drafts
from tests.helpers import all_uses

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        docx.read(data)
    message = str(caught.value)
    assert message.endswith(".")
    assert message.count(". ") == 0
    assert "\n" not in message
    return message


def test_files_of_other_kinds_are_named() -> None:
    assert "empty" in refusal(b"")
    assert "no zip" in refusal(b"%PDF-1.7")
    assert "encrypted" in refusal(OLE + "EncryptionInfo".encode("utf-16-le"))
    assert ".doc" in refusal(OLE + "WordDocument".encode("utf-16-le"))
    assert "older Office" in refusal(OLE + "Workbook".encode("utf-16-le"))
    assert "lock file" in refusal(b"\x05admin" + b" " * 49 + "admin".encode("utf-16-le").ljust(107, b"\x00"))


def test_a_zip_without_document_is_none() -> None:
    assert "no document part" in refusal(zipped({"a.txt": "a"}))


def test_another_office_file_is_no_document() -> None:
    rels = relationships({"xl/workbook.xml": "officeDocument"})
    assert "another kind" in refusal(zipped({"_rels/.rels": rels, "xl/workbook.xml": "<workbook/>"}))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_damaged(share: float) -> None:
    data = build(*["产品应符合要求。"] * 50)
    assert "damaged" in refusal(data[: int(len(data) * share)])


def test_a_part_with_a_wrong_checksum_is_damaged() -> None:
    data = bytearray(build(*["产品应符合要求。"] * 50))
    at = data.index(b"word/document.xml", data.index(b"PK\x01\x02")) - 30
    data[at : at + 4] = struct.pack("<I", 1)
    assert "damaged" in refusal(bytes(data))


def test_a_password_in_the_zip_is_told() -> None:
    data = bytearray(build("甲"))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    assert "cannot be read" in refusal(bytes(data))


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml"])
def test_a_document_type_declaration_is_refused(name: str) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "a">]><x>&e;</x>'
    assert "document type" in refusal(build("甲", styles=style("a"), extra={name: xml}))


def test_xml_that_is_not_well_formed_is_damaged() -> None:
    broken = part("document", f"<w:body>{para('甲')}").replace("</w:document>", "")
    assert "well-formed" in refusal(build("甲", extra={"word/document.xml": broken}))
    assert "well-formed" in refusal(build("甲", extra={"word/document.xml": ""}))
    assert "well-formed" in refusal(build("甲", styles="<w:style>"))
    deep = part("document", "<w:sdt>" * 3000 + "</w:sdt>" * 3000)
    assert "well-formed" in refusal(build("甲", extra={"word/document.xml": deep}))


def test_an_xml_bomb_of_high_ratio_is_refused() -> None:
    assert "zip bomb" in refusal(build("甲", extra={"word/document.xml": b" " * (17 << 20)}))


def test_limits_hold_for_sum_and_count_and_for_what_is_really_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = build(*["产品应符合要求。"] * 50)
    monkeypatch.setattr(package, "PART", 1000)
    assert "too large" in refusal(data)
    monkeypatch.setattr(package, "TOTAL", 1000)
    assert "unpacks" in refusal(data)
    monkeypatch.setattr(package, "MEMBERS", 2)
    assert "parts" in refusal(data)


def test_utf_16_is_read() -> None:
    xml = part("document", f"<w:body>{para('甲')}</w:body>").replace("UTF-8", "UTF-16")
    assert docx.read(build("甲", extra={"word/document.xml": xml.encode("utf-16")})).text == "甲\n"


def test_nonsense_in_attributes_is_no_number() -> None:
    body = para("甲", "s", '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val=""/>')
    levels = level(0, "decimal", "%1").replace('w:ilvl="0"', 'w:ilvl="zero"')
    styles = style("s", based="t") + style("t", based="s")
    assert docx.read(build(body, styles=styles, numbering=abstract(1, levels) + num(1, 1))).text == "甲\n"


def test_no_random_damage_escapes() -> None:
    chance = random.Random(5)
    numbering = abstract(1, level(0, "decimal", "%1"), level(1, "lowerLetter", "%2)")) + num(1, 1)
    styles = style("h", "heading 1", properties=numbered(1, 0)) + style("n", "注：", "h")
    body = [
        para("范围", "h"),
        para(run("甲") + run("乙", "<w:b/>"), "n"),
        table(["丙", "丁"]),
        para("戊", "", numbered(1, 1)),
    ]
    parts = {"word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>")}
    parts |= {"word/styles.xml": part("styles", styles), "word/numbering.xml": part("numbering", numbering)}
    for _ in range(400):
        name = chance.choice(sorted(parts))
        xml = bytearray(parts[name].encode())
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(xml))
            xml[at : at + chance.randint(0, 3)] = chance.choice(
                [b"", b"<", b">", b'"', b"\x00", b"9", b"w:", b"&#0;", b"\xff"]
            )
        data = build(*body, styles=styles, numbering=numbering, extra={name: bytes(xml)})
        with contextlib.suppress(ReadError):
            docx.read(data)


ROUNDS = 10
DRAFTS = {path.stem: path for path in (Path(__file__).parents[3] / "fixtures").glob("*.docx")}


@pytest.mark.parametrize("name", ["service-excellence", "product", "listed"])
def test_nothing_that_is_missing_escapes(name: str) -> None:
    """Delete elements, attributes and their values from a valid file; read and lint what is left."""
    chance = random.Random(9)
    whole = DRAFTS[name].read_bytes() if name in DRAFTS else listed_drafts.odd().docx()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    parts = [name for name in members if name.startswith("word/") and name.endswith(".xml")]
    for _ in range(ROUNDS):
        changed = dict(members)
        for member in chance.sample(parts, min(len(parts), 2)):
            root = etree.fromstring(bytes(members[member]))  # type: ignore[arg-type]
            for element in chance.sample(list(root.iter()), min(60, sum(1 for _ in root.iter()))):
                parent = element.getparent()
                if parent is not None and chance.random() < 0.5:
                    parent.remove(element)
                elif element.attrib:
                    key = chance.choice(list(element.attrib))
                    element.set(key, chance.choice(["", "x", "-1", "99999999999", "1.5", "none"]))
                    if chance.random() < 0.5:
                        del element.attrib[key]
            changed[member] = etree.tostring(root)
        with contextlib.suppress(ReadError):
            source = docx.read(zipped(changed))
            assert source.layout is not None
            lint(Document(source), list(all_uses().values()), strict=True)


def test_no_random_byte_of_the_zip_escapes() -> None:
    chance = random.Random(7)
    whole = build(*["产品应符合要求。"] * 5, styles=style("h"), headers=[para("甲")])
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(ReadError):
            docx.read(bytes(data))
