"""Read the plain paragraphs of a body straight from its bytes; only what is not plain becomes elements.

Nine paragraphs in ten hold nothing but properties and runs of text. Building elements for them costs more than all the
rest of reading, so they are cut out of the bytes; anything else (fields, revisions, objects, text boxes, content
controls …) is handed to lxml, with the same effect. A part that is written in an unusual way (other prefix, encoding,
CDATA, comments) is left to lxml as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from stdlint.formats.docx.frames import arranges
from stdlint.formats.docx.inline import FLAT, WHITE, Line
from stdlint.formats.docx.names import W
from stdlint.formats.docx.package import malformed, parse
from stdlint.formats.docx.styles import Style
from stdlint.model import LINE_BREAK, Cell, Table

if TYPE_CHECKING:
    from stdlint.formats.docx.body import Body, Ready

_ROOT = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?<w:document((?:\s[^<>]*)?)>\s*(?:<w:background\b[^<>]*/>\s*)?<w:body>")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"'](?!(?i:utf-8)[\"'])")
_BINDING = b'xmlns:w="' + W[1:-1].encode() + b'"'
_NEXT = re.compile(rb"\s*<(/?[\w:.-]+)")
_ATTRIBUTES = rb"(?: [^<>&]*)?"
_RUN_PROPERTY = rb"<w:(?!b[ /]|rStyle|vanish|specVanish|ins|del|move)[^<>&]*/>"
_MARK = (
    rb"<w:(?:proofErr|bookmarkStart|bookmarkEnd|permStart|permEnd|commentRangeStart|commentRangeEnd)"
    + _ATTRIBUTES
    + rb"/>"
)
_CHARACTERS = rb"[^<&\x00-\x08\x0b\x0c\x0e-\x1f]"


def _run_of(run_property: bytes, content: bytes) -> bytes:
    """Return a pattern for a run."""
    return (
        rb"<w:r"
        + _ATTRIBUTES
        + rb">(?:<w:rPr>(?:"
        + run_property
        + rb")*+</w:rPr>|<w:rPr/>)?(?:"
        + content
        + rb")*+</w:r>"
    )


def _paragraph_of(content: bytes) -> re.Pattern[bytes]:
    """Return a pattern for a paragraph: its properties, and what stands behind them; what matches is well-formed."""
    return re.compile(
        rb"<w:p(?: [^<>]*[^<>/])?>(<w:pPr>(?:<w:[^<>]*>|</w:(?!pPr>)[^<>]*>)*+</w:pPr>)?+((?:"
        + content
        + rb")*+)</w:p>|<w:p(?: [^<>]*)?/>"
    )


_PLAIN = _paragraph_of(
    _run_of(_RUN_PROPERTY, rb"<w:t(?: [^<>&/]*)?>" + _CHARACTERS + rb"*+</w:t>|<w:t/>|<w:lastRenderedPageBreak/>")
    + rb"|"
    + _MARK
)
_MIXED_PROPERTY = _RUN_PROPERTY + rb'|<w:b(?: w:val="\w*")?/>'
_MIXED_TEXT = rb"(?: [^<>&/]*)?>(?:" + _CHARACTERS + rb"++|&(?:amp|lt|gt|quot|apos);)*+"
_MIXED_RUNS = (
    _run_of(
        _MIXED_PROPERTY,
        rb"<w:t" + _MIXED_TEXT + rb"</w:t>|<w:t/>|<w:lastRenderedPageBreak/>"
        rb'|<w:(?:tab|noBreakHyphen|br(?: w:type="(?:page|column|textWrapping)")?)/>',
    )
    + rb"|"
    + _MARK
)
_MIXED = _paragraph_of(
    _MIXED_RUNS
    + rb"|<w:ins [^<>]*[^<>/]>(?:"
    + _MIXED_RUNS
    + rb")*+</w:ins>|<w:del [^<>]*[^<>/]>(?:"
    + _run_of(_MIXED_PROPERTY, rb"<w:delText" + _MIXED_TEXT + rb"</w:delText>")
    + rb")*+</w:del>"
)
"""A paragraph that may have bold runs, tabs, line breaks, escaped characters, and runs that are inserted or deleted."""

_CELL = re.compile(
    rb"<w:tc>(?:<w:tcPr>(?P<properties>(?:(?!</w:tcPr>|<w:(?:cellDel|cellIns|cellMerge|tcPrChange))<[^<>]*>)*+)</w:tcPr>|<w:tcPr/>)?+"
)
_ROW = re.compile(
    rb"<w:tr" + _ATTRIBUTES + rb">(?:<w:tblPrEx>(?:<w:(?!tblPrExChange)[^<>]*>|</w:(?!tblPrEx>)[^<>]*>)*+</w:tblPrEx>)?"
    rb"(?:<w:trPr>(?:<w:(?!ins|del|gridBefore|gridAfter|trPrChange)[^<>]*/>)*+</w:trPr>|<w:trPr/>)?+"
)
_TABLE_HEAD = re.compile(
    rb"<w:tbl>(?:<w:tblPr>(?:(?!</w:tblPr>|<w:tblPrChange)<[^<>]*>)*+</w:tblPr>|<w:tblPr/>)?+"
    rb"(?:<w:tblGrid>(?:<w:gridCol[^<>]*/>)*+</w:tblGrid>|<w:tblGrid/>)?+"
)
_MERGED = re.compile(rb"<w:[vh]Merge(?! w:val=\"restart\")")
_SPLIT = re.compile(rb"<w:t(?:l2br|r2bl) (?![^<>]*w:val=\"(?:nil|none)\")")
_HEADER = re.compile(rb"<w:tblHeader(?:/>| [^<>]*w:val=\"(?:1|true|on)\")")
_SPAN = re.compile(rb"<w:gridSpan [^<>]*w:val=\"(\d+)\"")
_NOTHING = (None, None, None, None, None)
_PROPERTIES_NOT_PLAIN = re.compile(rb"<(?!/?w:)|<w:(?:ins|del|move|vanish|specVanish|pPrChange)|&")
_TEXT = re.compile(rb"<w:t(?:/?>| [^>]*>)([^<]*)")
_TOKEN = re.compile(rb"<w:(r|b|t|tab|br|noBreakHyphen)(?=[ />])([^>]*)>([^<]*)")
_OFF = re.compile(rb'"(?:0|false|off|none)"')
_ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
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


_Paragraph = tuple[_Properties, int, int, bool]
"""The properties of a paragraph, where what stands behind them begins and ends, and whether it is mixed."""

_Cell = tuple[int, int, list[_Paragraph], int, bool, bool]


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
            if start > at and tag == b"w:p" and self._paragraph(start):
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
        """Read the paragraphs that stand there one behind the other; return where they end."""
        while (found := self._paragraph(at)) is not None:
            if self.waiting < at and self._open(at):
                break
            paragraph, at = found
            self._emit(*paragraph)
            self.waiting = at
        return at

    def _paragraph(self, at: int) -> tuple[_Paragraph, int] | None:
        """Return the paragraph that stands there and where it ends, or None if it is one for lxml."""
        mixed = False
        match = _PLAIN.match(self.xml, at)
        if match is None:
            match, mixed = _MIXED.match(self.xml, at), True
        if match is None:
            return None
        written = match[1] or b""
        properties = self.known[written] if written in self.known else self._known(written)
        return None if properties is None else ((properties, *match.span(2), mixed), match.end())

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

    def _known(self, written: bytes) -> _Properties | None:
        known = self.known[written] = self._properties(written)
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

    def _emit(self, properties: _Properties, start: int, end: int, mixed: bool) -> None:
        """Append a paragraph, whose runs stand between two places."""
        line: Line | None = None
        inline = self.inline
        try:
            if not mixed:
                node = inline.ordinal
                texts = [raw.decode() for raw in _TEXT.findall(self.xml, start, end)] if end > start else []
                whole = "".join(texts)
                if not _ragged(texts, whole):
                    inline.ordinal = node + len(texts)
                    if properties.ready is not None and self.body.running(properties.ready, texts, whole, node):
                        return
                    line = Line(properties.style)
                    line.node = node
                    line.texts = texts
            if line is None:
                line = Line(properties.style)
                self._fill(line, start, end)
        except UnicodeDecodeError as error:
            raise malformed(self.name) from error
        _, line.num_id, line.ilvl, line.outline, line.centred, line.framed, _ = properties
        self.body.emit(line)

    def _fill(self, line: Line, start: int, end: int) -> None:
        """Give a line its pieces as `Inline` does, without the white space that Word drops."""
        pieces = line.pieces
        node = self.inline.ordinal
        bold, first = line.style.bold, 0
        for name, attributes, raw in _TOKEN.findall(self.xml, start, end) if end > start else ():
            if name == b"t":
                if raw and (piece := _piece(raw, attributes, node)):
                    pieces.append(piece)
                node += 1
            elif name == b"r":
                line.take_bold(bold, first)
                bold, first = line.style.bold, len(pieces)
            elif name == b"b":
                bold = _OFF.search(attributes) is None
            elif name == b"tab":
                pieces.append(("\t", -1, 0))
            elif name == b"noBreakHyphen":
                pieces.append(("\u2011", -1, 0))
            elif attributes.rstrip(b"/").strip() in (b"", b'w:type="textWrapping"'):
                pieces.append((LINE_BREAK, -1, 0))
        line.take_bold(bold, first)
        self.inline.ordinal = node

    def _table(self, start: int) -> int:
        """Read a table if all its cells are plain and return where it ends, else 0."""
        cells, end = self._cells(start)
        if not end or self._open(start):
            return 0
        body = self.body
        rows = (list(row) for _, row in groupby(cells, itemgetter(0)))
        if not body.kind and arranges(rows, not cells[-1:] or cells[-1][0] == 0, self._texts):
            for _, _, paragraphs, *_ in cells:
                for paragraph in paragraphs:
                    self._emit(*paragraph)
            return end
        made: list[Cell] = []
        widths = Counter(cell[0] for cell in cells)
        with body.in_table(
            Table(made, 0, _HEADER.search(self.xml, start, self.xml.find(b"</w:tr>", start)) is not None)
        ):
            for row, column, paragraphs, span, merged, split in cells:
                body.across = widths[row] == 1
                first = len(body.blocks)
                for paragraph in paragraphs:
                    self._emit(*paragraph)
                mine = tuple(range(first, len(body.blocks)))
                made.append(Cell(row, column, mine, span, merged and not mine, split))
        return end

    def _texts(self, cell: _Cell) -> list[str]:
        """Return the texts of the paragraphs of a cell that say something."""
        found = [
            b"".join(_TEXT.findall(self.xml, start, end)).decode("utf-8", "replace") for _, start, end, _ in cell[2]
        ]
        return [said for said in found if said.strip()]

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
                while (paragraph := self._paragraph(at)) is not None:
                    paragraphs.append(paragraph[0])
                    at = paragraph[1]
                if not xml.startswith(b"</w:tc>", at):
                    return [], 0
                at += 7
                properties = cell["properties"] or b""
                width = _SPAN.search(properties)
                span = max(int(width[1]), 1) if width else 1
                split = b"2b" in properties and _SPLIT.search(properties) is not None
                found.append((row, column, paragraphs, span, _MERGED.search(properties) is not None, split))
                column += span
            if not xml.startswith(b"</w:tr>", at):
                return [], 0
            at += 7
        return (found, at + 8) if xml.startswith(b"</w:tbl>", at) else ([], 0)


def _piece(raw: bytes, attributes: bytes, node: int) -> tuple[str, int, int] | None:
    """Return a text as a piece of a line; None if nothing is left of it."""
    text = raw.decode()
    if "&" in text:
        for written, sign in _ESCAPED:
            text = text.replace(written, sign)
    shift = 0
    if text[0] <= " " or text[-1] <= " " or "\n" in text or "\r" in text:
        if b"preserve" not in attributes:
            shift = len(text) - len(text.lstrip(WHITE))
            text = text.strip(WHITE)
        text = text.translate(FLAT)
    return (text, node, shift) if text else None


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
    if any(xml.find(sign, root.start(1)) >= 0 and xml.find(b"<" + sign, root.start(1)) >= 0 for sign in (b"!", b"?")):
        return False
    if xml.count(b":w=", 0, root.end()) > 1:
        return False
    if not xml[-200:].rstrip().endswith(b"</w:document>"):
        raise malformed(name)
    PlainReader(body, xml, name, b"<w:document" + root[1] + b">").read(root.end())
    return True
