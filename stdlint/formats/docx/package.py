"""Open a Word file: the zip, its limits, its relationships, and the sentences that say why it cannot be read."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from stdlint.model import ReadError

MEMBERS = 10_000
"""More parts than any Word file has."""

TOTAL = 1 << 30
"""The most bytes that all parts together may declare."""

PART = 128 << 20
"""The most bytes that are read from one XML part."""

RATIO = 200
"""The most that an XML part beyond `SUSPICIOUS` bytes may be compressed."""

SUSPICIOUS = 16 << 20

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_LOCK_FILES = (54, 162, 165)
_STRICT = {
    b'"http://purl.oclc.org/ooxml/wordprocessingml/main"': (
        b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ),
    b'"http://purl.oclc.org/ooxml/officeDocument/relationships"': (
        b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ),
    b'"http://purl.oclc.org/ooxml/officeDocument/math"': (
        b'"http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ),
}


class Relationship(NamedTuple):
    """What a part refers to: the last word of the relationship type, and the name of the part in the zip.

    `id` is what elements of the part call it.
    """

    kind: str
    target: str
    id: str = ""


@dataclass(slots=True)
class Package:
    """An open Word file; `names` finds a member by its name in lower case."""

    archive: zipfile.ZipFile
    names: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    main: str = ""


def open_package(data: bytes) -> Package:
    """Open the zip and find the document part in it; raise ReadError with one sentence for people."""
    _refuse_other_formats(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadError(
            "The file is damaged: it begins like a Word document but its end is missing.",
            "文件已损坏：开头是Word文档，结尾缺失。",
        ) from error
    refuse_bombs(members)
    package = Package(archive)
    for member in members:
        package.names[member.filename.replace("\\", "/").lstrip("/").lower()] = member
    package.main = _main_part(package)
    return package


def part_bytes(package: Package, name: str) -> bytes | None:
    """Return the bytes of a part, or None if there is no such part; raise ReadError if they cannot be had."""
    member = package.names.get(name.lower())
    if member is None:
        return None
    try:
        with package.archive.open(member) as stream:
            data = stream.read(PART + 1)
            if len(data) > PART:
                raise ReadError(
                    f"The file is too large: {name} holds more than {PART >> 20} MB.",
                    f"文件太大：{name}超过{PART >> 20} MB。",
                )
            return data
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise ReadError(f"The file is damaged: {name} cannot be unpacked.", f"文件已损坏：{name}无法解压。") from error
    except RuntimeError as error:
        raise ReadError(
            f"The file cannot be read: {name} is packed in a way that Word does not use.",
            f"文件无法读取：{name}的压缩方式不是Word所用的。",
        ) from error


def part_xml(package: Package, name: str) -> bytes | None:
    """Return the XML of a part in transitional namespaces and an encoding that keeps ASCII, or None without the part.

    Raise ReadError for a DOCTYPE: Word writes none, and lxml would silently lose the text of its entities.
    """
    xml = part_bytes(package, name)
    if xml is None:
        return None
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = xml.decode("utf-16", "replace")
        xml = (text[text.find("?>") + 2 :] if text.startswith("<?xml") else text).encode("utf-8", "replace")
    if b"!" in xml and b"<!DOCTYPE" in xml:
        raise ReadError(
            f"The file is refused: {name} holds a document type declaration, which Word never writes.",
            f"拒绝读取文件：{name}含有文档类型声明，Word从不写入这种内容。",
        )
    if b"purl.oclc.org/ooxml" in xml[:65536]:
        for strict, transitional in _STRICT.items():
            xml = xml.replace(strict, transitional)
    return xml


PARSING: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
"""How parts are parsed: no entity, file or address that a part names is looked up."""


def parse(xml: bytes, name: str) -> etree._Element:
    """Parse a part as a whole; raise ReadError if it is not well-formed."""
    parser = etree.XMLParser(**PARSING)
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise malformed(name) from error


def malformed(name: str) -> ReadError:
    """Return the error for a part that is not well-formed."""
    return ReadError(f"The file is damaged: {name} is not well-formed XML.", f"文件已损坏：{name}不是合法的XML。")


def part_root(package: Package, name: str) -> etree._Element | None:
    """Return the root of a part, or None if there is no such part."""
    xml = part_xml(package, name)
    return None if xml is None else parse(xml, name)


def relationships(package: Package, name: str) -> list[Relationship]:
    """Return what a part refers to inside the file, in the order of its relationship part; "" is the package.

    Of what lies outside, only the subdocuments of a master document are told: they are part of its text.
    """
    folder, file = posixpath.split(name)
    root = part_root(package, posixpath.join(folder, "_rels", f"{file}.rels"))
    found: list[Relationship] = []
    for element in root if root is not None else ():
        target = unquote(element.get("Target") or "").replace("\\", "/")
        kind = (element.get("Type") or "").rpartition("/")[2]
        if target and (element.get("TargetMode") != "External" or kind == "subDocument"):
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append(Relationship(kind, path, element.get("Id") or ""))
    return found


def _main_part(package: Package) -> str:
    names = [r.target for r in relationships(package, "") if r.kind == "officeDocument"]
    for name in [*names, "word/document.xml"]:
        if name.lower() in package.names:
            return name
    raise ReadError(
        "This is not a Word document: the archive holds no document part.", "这不是Word文档：压缩包中没有文档部件。"
    )


def _refuse_other_formats(data: bytes) -> None:
    if not data:
        raise ReadError("The file is empty.", "文件是空的。")
    if data.startswith(_OLE):
        names = [word for word in ("EncryptedPackage", "EncryptionInfo") if word.encode("utf-16-le") in data]
        if names:
            raise ReadError(
                "The file is encrypted; save it without a password first.", "文件已加密，请先取消密码再保存。"
            )
        if "WordDocument".encode("utf-16-le") in data:
            raise ReadError(
                "This is a Word 97–2003 document (.doc); save it as .docx first.",
                "这是Word 97–2003文档（.doc），请先另存为.docx。",
            )
        raise ReadError(
            "This is not a .docx file: it is an older Office file; save it as .docx first.",
            "这不是.docx文件，而是旧版Office文件，请先另存为.docx。",
        )
    if not data.startswith(_ZIP):
        if len(data) in _LOCK_FILES and 0 < data[0] <= 54:
            raise ReadError(
                "This is a lock file (~$…) of a document that is open in Word, not the document itself.",
                "这是Word打开文档时的锁定文件（~$…），不是文档本身。",
            )
        raise ReadError("This is not a Word document: the file is no zip archive.", "这不是Word文档：文件不是压缩包。")


def refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    """Raise ReadError for an archive that holds or unpacks to more than an Office document does."""
    if len(members) > MEMBERS:
        raise ReadError(
            f"The file is refused: it holds {len(members)} parts, more than any Office document.",
            f"拒绝读取文件：其中有{len(members)}个部件，多于任何Office文档。",
        )
    if sum(member.file_size for member in members) > TOTAL:
        raise ReadError(
            f"The file is refused: it unpacks to more than {TOTAL >> 20} MB.",
            f"拒绝读取文件：解压后超过{TOTAL >> 20} MB。",
        )
    for member in members:
        if (
            member.filename.lower().endswith((".xml", ".rels"))
            and member.file_size > SUSPICIOUS
            and member.file_size > RATIO * max(member.compress_size, 1)
        ):
            raise ReadError(
                f"The file is refused: {member.filename} is compressed like a zip bomb.",
                f"拒绝读取文件：{member.filename}的压缩率像压缩炸弹。",
            )
