"""Read the plain paragraphs of a body straight from its bytes; only what is not plain becomes elements.

Nine paragraphs in ten hold nothing but properties and runs of text. Building elements for them costs more than all the
rest of reading, so they are cut out of the bytes; anything else (fields, revisions, objects, text boxes, content
controls, direct bold …) is handed to lxml, with the same effect. A part that is written in an unusual way (other
prefix, encoding, CDATA, comments) is left to lxml as a whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stdlint.formats.docx.inline import FLAT, WHITE, Line
from stdlint.formats.docx.names import W
from stdlint.formats.docx.package import malformed, parse
from stdlint.formats.docx.styles import Style
from stdlint.model import Cell, Table

if TYPE_CHECKING:
    from stdlint.formats.docx.body import Body, Ready

_ROOT = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?<w:document((?:\s[^<>]*)?)>\s*(?:<w:background\b[^<>]*/>\s*)?<w:body>")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"'](?!(?i:utf-8)[\"'])")
_BINDING = b'xmlns:w="' + W[1:-1].encode() + b'"'
_NEXT = re.compile(rb"\s*<(/?[\w:.-]+)")
_ATTRIBUTES = rb"(?: [^<>&]*)?"
_RUN_PROPERTY = rb"<w:(?!b[ /]|rStyle|vanish|specVanish|ins|del|move)[^<>&]*/>"
_PLAIN = re.compile(
    rb"<w:p(?: [^<>]*[^<>/])?>(<w:pPr>(?:<w:[^<>]*>|</w:(?!pPr>)[^<>]*>)*+</w:pPr>)?+("
    rb"(?:<w:r" + _ATTRIBUTES + rb">(?:<w:rPr>(?:" + _RUN_PROPERTY + rb")*+</w:rPr>|<w:rPr/>)?"
    rb"(?:<w:t(?: [^<>&/]*)?>[^<&\x00-\x08\x0b\x0c\x0e-\x1f]*+</w:t>|<w:t/>|<w:lastRenderedPageBreak/>)*+</w:r>"
    rb"|<w:(?:proofErr|bookmarkStart|bookmarkEnd|permStart|permEnd|commentRangeStart|commentRangeEnd)"
    + _ATTRIBUTES
    + rb"/>)*+)</w:p>|(<w:p(?: [^<>]*)?/>)"
)
"""A plain paragraph: its properties, and what may stand behind them, which is well-formed if it matches."""

_CELL = re.compile(
    rb"<w:tc>(?:<w:tcPr>(?P<properties>(?:(?!</w:tcPr>|<w:(?:cellDel|cellIns|cellMerge|tcPrChange))<[^<>]*>)*+)</w:tcPr>|<w:tcPr/>)?+"
)
_ROW = re.compile(
    rb"<w:tr" + _ATTRIBUTES + rb">(?:<w:tblPrEx>(?:<w:(?!tblPrExChange)[^<>]*>|</w:(?!tblPrEx>)[^<>]*>)*+</w:tblPrEx>)?"
    rb"(?:<w:trPr>(?:<w:(?!ins|del|gridBefore|trPrChange)[^<>]*/>)*+</w:trPr>|<w:trPr/>)?+"
)
_TABLE_HEAD = re.compile(
    rb"<w:tbl>(?:<w:tblPr>(?:(?!</w:tblPr>|<w:tblPrChange)<[^<>]*>)*+</w:tblPr>|<w:tblPr/>)?+"
    rb"(?:<w:tblGrid>(?:<w:gridCol[^<>]*/>)*+</w:tblGrid>|<w:tblGrid/>)?+"
)
_SPAN = re.compile(rb"<w:gridSpan [^<>]*w:val=\"(\d+)\"")
_NOTHING = (None, None, None, None, None)
_PROPERTIES_NOT_PLAIN = re.compile(rb"<(?!/?w:)|<w:(?:ins|del|move|vanish|specVanish|pPrChange)|&")
_TEXT = re.compile(rb"<w:t(?:/?>| [^>]*>)([^<]*)")
_TEXT_ATTRIBUTES = re.compile(rb"<w:t(?:/?>| ([^>]*)>)")
_PARAGRAPH = re.compile(rb"<w:p(?:>| [^>]*?(/?)>)|</w:p>")
_TABLE = re.compile(rb"<w:tbl>|</w:tbl>")
_TOP = re.compile(rb"<(/?)(?:[\w.-]+:)?[\w.-]+(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)?(/?)>")


class _Properties(NamedTuple):
    """What the properties of a paragraph say, as `Line` holds it."""

    style: Style
    num_id: str | None
    ilvl: int | None
    outline: int | None
    centred: bool | None
    framed: bool | None
    ready: Ready | None


_Cell = tuple[int, int, list[tuple[_Properties, int, int]]]


class PlainReader:
    """Read one body; `head` opens a root that binds the prefixes of the part, for the pieces that lxml reads."""

    def __init__(self, body: Body, xml: bytes, name: str, head: bytes) -> None:
        self.body = body
        self.inline = body.inline
        self.xml = xml
        self.name = name
        self.head = head
        self.known: dict[bytes, _Properties | None] = {}
        self.waiting = 0

    def read(self, at: int) -> None:
        """Read the children of the body from that place on."""
        xml = self.xml
        self.waiting = at
        while True:
            at = self._paragraphs(at)
            match = _NEXT.match(xml, at)
            if match is None:
                break
            tag = match[1]
            if tag == b"/w:body":
                break
            start = match.end() - len(tag) - 1
            if start > at and tag == b"w:p" and _PLAIN.match(xml, start):
                at = start
                continue
            if tag == b"w:tbl" and (end := self._table(start)):
                self.waiting = at = end
                continue
            at = self._end(tag, start)
            if tag == b"w:sectPr" or (tag.startswith(b"w:bookmark") and self.waiting == start):
                self._elements(self.waiting, start)
                self.waiting = at
        self._elements(self.waiting, match.start() if match else len(xml))

    def _paragraphs(self, at: int) -> int:
        """Read the plain paragraphs that stand there one behind the other; return where they end."""
        xml, known = self.xml, self.known
        while (match := _PLAIN.match(xml, at)) is not None:
            pieces = match[1] or b""
            properties = known[pieces] if pieces in known else self._known(pieces)
            if properties is None or (self.waiting < at and self._open(at)):
                break
            self._emit(properties, *match.span(2))
            self.waiting = at = match.end()
        return at

    def _end(self, tag: bytes, start: int) -> int:
        """Return where the element that starts there ends."""
        if tag == b"w:p":
            return self._balanced(_PARAGRAPH, start, b"</w:p>")
        if tag == b"w:tbl":
            return self._balanced(_TABLE, start, b"</w:tbl>")
        depth = 0
        for match in _TOP.finditer(self.xml, start):
            depth += -1 if match[1] else 0 if match[2] else 1
            if depth <= 0:
                return match.end()
        raise malformed(self.name)

    def _balanced(self, pattern: re.Pattern[bytes], start: int, close: bytes) -> int:
        depth = 0
        for match in pattern.finditer(self.xml, start):
            if match.group() == close:
                depth -= 1
            elif not (match.lastindex and match[1]):
                depth += 1
            if depth == 0:
                return match.end()
        raise malformed(self.name)

    def _elements(self, start: int, end: int) -> None:
        """Let lxml read what stands between two places."""
        if self.xml[start:end].isspace() or start >= end:
            return
        self.body.blocks_of(parse(self.head + self.xml[start:end] + b"</w:document>", self.name))

    def _open(self, start: int) -> bool:
        """Read what waits in front of a plain block; say whether it leaves something open, such as a field."""
        if self.waiting < start:
            self._elements(self.waiting, start)
            self.waiting = start
        return self.inline.busy or self.body.carrying

    def _known(self, properties: bytes) -> _Properties | None:
        try:
            return self.known[properties]
        except KeyError:
            known = self.known[properties] = self._properties(properties)
            return known

    def _properties(self, xml: bytes) -> _Properties | None:
        if _PROPERTIES_NOT_PLAIN.search(xml):
            return None
        line = self.inline.line = Line(self.inline.plain)
        if xml:
            self.inline.properties(parse(self.head + xml + b"</w:document>", self.name)[0])
        if line.hidden or line.deleted or line.style.hidden:
            return None
        direct = (line.num_id, line.ilvl, line.outline, line.centred, line.framed)
        return _Properties(line.style, *direct, self.body.ready(line.style) if direct == _NOTHING else None)

    def _emit(self, properties: _Properties, start: int, end: int) -> None:
        """Append a plain paragraph, whose runs stand between two places."""
        inline = self.inline
        node = inline.ordinal
        try:
            texts = [raw.decode() for raw in _TEXT.findall(self.xml, start, end)] if end > start else []
        except UnicodeDecodeError as error:
            raise malformed(self.name) from error
        inline.ordinal = node + len(texts)
        whole = "".join(texts)
        ragged = _ragged(texts, whole)
        if not ragged and properties.ready is not None and self.body.running(properties.ready, texts, whole, node):
            return
        line = Line(properties.style)
        _, line.num_id, line.ilvl, line.outline, line.centred, line.framed, _ = properties
        if ragged:
            self._trim(line, texts, node, start, end)
        else:
            line.node = node
            line.texts = texts
        self.body.emit(line)

    def _trim(self, line: Line, texts: list[str], node: int, start: int, end: int) -> None:
        """Give a line its pieces without the white space that Word drops."""
        for attributes, text in zip(_TEXT_ATTRIBUTES.findall(self.xml, start, end), texts, strict=True):
            if text:
                if text[0] <= " " or text[-1] <= " " or "\n" in text or "\r" in text:
                    shift = 0
                    if b"preserve" not in attributes:
                        shift = len(text) - len(text.lstrip(WHITE))
                        text = text.strip(WHITE)
                    text = text.translate(FLAT)
                    if text:
                        line.pieces.append((text, node, shift))
                else:
                    line.pieces.append((text, node, 0))
            node += 1

    def _table(self, start: int) -> int:
        """Read a table if all its cells are plain and return where it ends, else 0."""
        cells, end = self._cells(start)
        if not end or self._open(start):
            return 0
        body = self.body
        made: list[Cell] = []
        with body.in_table(Table(made, 0)):
            for row, column, paragraphs in cells:
                first = len(body.blocks)
                for properties, begin, stop in paragraphs:
                    self._emit(properties, begin, stop)
                made.append(Cell(row, column, tuple(range(first, len(body.blocks)))))
        return end

    def _cells(self, at: int) -> tuple[list[_Cell], int]:
        """Return the cells of a plain table, and where it ends or 0 if it is none."""
        xml = self.xml
        found: list[_Cell] = []
        head = _TABLE_HEAD.match(xml, at)
        at = head.end() if head else at
        row = -1
        while line := _ROW.match(xml, at):
            at = line.end()
            row += 1
            column = 0
            while cell := _CELL.match(xml, at):
                at = cell.end()
                paragraphs = []
                while (match := _PLAIN.match(xml, at)) is not None:
                    properties = self._known(match[1] or b"")
                    if properties is None:
                        return [], 0
                    paragraphs.append((properties, *match.span(2)))
                    at = match.end()
                if not xml.startswith(b"</w:tc>", at):
                    return [], 0
                at += 7
                found.append((row, column, paragraphs))
                width = _SPAN.search(cell["properties"] or b"")
                column += max(int(width[1]), 1) if width else 1
            if not xml.startswith(b"</w:tr>", at):
                return [], 0
            at += 7
        return (found, at + 8) if xml.startswith(b"</w:tbl>", at) else ([], 0)


def _ragged(texts: list[str], whole: str) -> bool:
    """Say whether a text is empty or begins or ends with white space, which Word may drop, or holds a line end."""
    if "\n" in whole or "\r" in whole or not all(texts):
        return True
    if " " not in whole and "\t" not in whole:
        return False
    return any(text[0] <= " " or text[-1] <= " " for text in texts)


def read_plain(body: Body, xml: bytes, name: str) -> bool:
    """Read a document part from its bytes; return False, with nothing read, if it is not written as Word writes."""
    root = _ROOT.match(xml)
    if root is None or _BINDING not in root[1] or _ENCODING.match(xml):
        return False
    if any(sign in xml and xml.find(b"<" + sign, root.start(1)) >= 0 for sign in (b"!", b"?")):
        return False
    if xml.count(b":w=", 0, root.end()) > 1:
        return False
    if not xml[-200:].rstrip().endswith(b"</w:document>"):
        raise malformed(name)
    PlainReader(body, xml, name, b"<w:document" + root[1] + b">").read(root.end())
    return True
