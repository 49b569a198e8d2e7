"""Say what of substance a Word file shows and the reader does not read."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

import regex
from lxml.etree import _Element

from stdlint import patterns
from stdlint.formats.docx.cursor import Cursor
from stdlint.formats.docx.names import T, W
from stdlint.formats.docx.package import Relationship
from stdlint.model import LINE_BREAK, OBJECT, Source

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PROGRAMS = r"(?:Word|Excel|PowerPoint|KWPS|KET|KWPP|WPS|ET|opendocument)\."
_OFFICE = patterns.compile(_PROGRAMS, regex.IGNORECASE)
_ALT_CHUNK = W + "altChunk"
_SUB_DOC = W + "subDoc"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_CHARTS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://purl.oclc.org/ooxml/drawingml/chart}chart",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
)
_DIAGRAMS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
    "{http://purl.oclc.org/ooxml/drawingml/diagram}relIds",
)
_NAMES = {
    "object": ("embedded document", "embedded documents", "个嵌入文档"),
    "chart": ("chart", "charts", "个图表"),
    "diagram": ("SmartArt diagram", "SmartArt diagrams", "个SmartArt图形"),
}
_FLAT = str.maketrans({LINE_BREAK: " ", "\n": " ", "\t": " ", OBJECT: ""})
_QUOTE = 16


class _Place(NamedTuple):
    """Where something stands: what it is, the offset behind the text in front of it, its part or a word for it."""

    kind: str
    at: int
    name: str


def embeds(xml: bytes) -> bool:
    """Say whether a part names a program whose documents hold text of their own."""
    return re.search(rb"ProgID=[\"']" + _PROGRAMS.encode(), xml, re.IGNORECASE) is not None


def unread(source: Source, root: _Element, related: list[Relationship]) -> list[tuple[str, str]]:
    """Return sentences in English and Chinese on what the document part holds and the text does not."""
    targets = {relationship.id: relationship.target for relationship in related}
    places = _places(source, root, targets)
    found = [_of_file(source, place) for place in places if place.kind == "file"]
    for kind in _NAMES:
        same = [place for place in places if place.kind == kind]
        if same:
            found.append(_of_objects(source, same))
    return found


def _places(source: Source, root: _Element, targets: dict[str, str]) -> list[_Place]:
    cursor = Cursor(source)
    cursor.open(0)
    found: list[_Place] = []
    for element in root.iter(T, _ALT_CHUNK, _SUB_DOC, _OLE, *_CHARTS, *_DIAGRAMS):
        tag = element.tag
        if tag == T:
            cursor.pass_text()
        elif tag in (_ALT_CHUNK, _SUB_DOC):
            name = targets.get(element.get(_ID) or "", "")
            found.append(_Place("file", cursor.at, name if tag == _ALT_CHUNK else posixpath.basename(name)))
        elif tag != _OLE:
            found.append(_Place("chart" if tag in _CHARTS else "diagram", cursor.at, ""))
        elif _OFFICE.match(element.get("ProgID") or ""):
            found.append(_Place("object", cursor.at, ""))
    return found


def _of_file(source: Source, place: _Place) -> tuple[str, str]:
    english, chinese = _where(source, place.at)
    return (
        f"The text of {place.name or 'another file'}, which Word shows {english}, is not read; open the draft in Word "
        "and save it to make it part of the draft.",
        f"Word显示在{chinese}的{place.name or '另一文件'}未读取，请用Word打开草案并保存，使其成为正文。",
    )


def _of_objects(source: Source, places: list[_Place]) -> tuple[str, str]:
    one, many, counted = _NAMES[places[0].kind]
    english, chinese = _where(source, places[0].at)
    if len(places) == 1:
        return f"The text of the {one} {english} is not read.", f"{chinese}的1{counted}，其中的文字未读取。"
    number = len(places)
    return (
        f"The text of {number} {many} is not read, the first {english}.",
        f"{number}{counted}中的文字未读取，第一个在{chinese}。",
    )


def _where(source: Source, at: int) -> tuple[str, str]:
    """Return in English and Chinese behind which words something stands, and in which clause."""
    block = next((b for b in reversed(source.blocks) if b.span[0] < at), None)
    if block is None:
        return "at the beginning", "开头"
    heading = next((b for b in reversed(source.blocks) if b.span[0] < at and b.kind == "heading"), None)
    start = max(block.span[0], at - _QUOTE)
    quote = ("…" if start > block.span[0] else "") + source.text[start:at].translate(_FLAT).strip()
    clause = "" if heading is None else heading.label
    return f"behind “{quote}”" + (f" in {clause}" if clause else ""), f"{clause}“{quote}”之后"
