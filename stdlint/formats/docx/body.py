"""Read the blocks of a part in one pass: paragraphs, their labels, tables and text boxes."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate, islice
from typing import NamedTuple

import regex
from lxml import etree
from lxml.etree import _Element

from stdlint import patterns
from stdlint.formats.docx.breaks import cut
from stdlint.formats.docx.frames import frame
from stdlint.formats.docx.inline import Inline, Line
from stdlint.formats.docx.kinds import (
    TYPED_FIRST,
    TYPED_RUNNING,
    UNSEEN,
    Label,
    is_formula,
    is_heading,
    is_unlabelled,
    kind_and_level,
    kind_of,
    label_of,
    lead_of,
    rest_of,
)
from stdlint.formats.docx.names import (
    ALTERNATE,
    BODY,
    CUSTOM_XML,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TR,
    VAL,
    P,
    W,
    integer,
    on,
    value,
)
from stdlint.formats.docx.numbering import Mark, Numbering
from stdlint.formats.docx.package import PARSING, malformed
from stdlint.formats.docx.plain import read_plain
from stdlint.formats.docx.styles import Style, Styles
from stdlint.formats.labels import MAJOR
from stdlint.model import LINE_BREAK, OBJECT, Anchor, Block, Cell, Reference, Source, Span, Table

_INS = W + "ins"
_DEL = W + "del"
_TR_PR = W + "trPr"
_TC_PR = W + "tcPr"
_GRID_SPAN = W + "gridSpan"
_HEADER = W + "tblHeader"
_DIAGONALS = (W + "tl2br", W + "tr2bl")
_MERGES = (W + "vMerge", W + "hMerge")
_CHUNK = 1 << 17
_FLOW = frozenset((SDT, SDT_CONTENT, CUSTOM_XML, _INS))
_CAPTIONED = frozenset("表图TF")
_REF = patterns.compile(r"\s*REF\s+\"?([^\s\"\\]+)\"?(.*)", flags=regex.IGNORECASE | regex.DOTALL)
_block = tuple.__new__


class Ready(NamedTuple):
    """What a plain paragraph of a style is: kind and level without a number, and the list that numbers it."""

    style: Style
    kind: str
    level: int
    heading: bool
    num_id: str
    ilvl: int


class Body:
    """Read the blocks of one part after the other into what `Source` holds, as plain lists for speed.

    `kind` is the kind that structure gives to all its paragraphs ("" in running text); `across` says that a cell is
    the only one of its row, where tables have captions and notes; `notes` collects
    (index of the anchor, kind, id) of the footnote and endnote marks; `number` is the label of the next paragraph of a
    footnote.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.inline = Inline(styles, self._box)
        self.kind = ""
        self.across = False
        self.number = ""
        self.notes: list[tuple[int, str, str]] = []
        self.texts: list[str] = []
        self.nodes: list[int] = []
        self.shifts: dict[int, int] = {}
        self.length = 0
        self.parts: list[int] = []
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.anchors: list[Anchor] = []
        self.locked: list[Span] = []
        self.counted: dict[int, str] = {}
        self.references: list[Reference] = []
        self._part = 0
        self._table = -1
        self._list = (-1, False)
        self._carry: Line | None = None
        self._levels: dict[tuple[str, int], int] = {}

    def source(self, data: bytes, names: list[str], meta: dict[str, str]) -> Source:
        """Return everything read; the names of the parts in the order of their indexes. Nothing is read after that."""
        self._close_part()
        del self.inline
        offsets = array("i", bytes(array("i").itemsize * len(self.texts)))
        for piece, shift in self.shifts.items():
            offsets[piece] = shift
        starts = array("i", accumulate(map(len, self.texts), initial=0))
        starts.pop()
        return Source(
            format="docx",
            text="".join(self.texts),
            blocks=self.blocks,
            data=data,
            starts=starts,
            parts=array("i", self.parts),
            nodes=array("i", self.nodes),
            offsets=offsets,
            part_names=names,
            tables=self.tables,
            anchors=self.anchors,
            locked=self.locked,
            meta=meta,
            counted=self.counted,
            references=self.references,
        )

    def _close_part(self) -> None:
        self.parts += [self._part] * (len(self.texts) - len(self.parts))

    def open(self, part: int, kind: str = "") -> None:
        """Begin a part: its index in `Source.part_names`, and the kind of its paragraphs."""
        self._close_part()
        self._part = part
        self.kind = kind
        self.inline.ordinal = 0
        self.numbering.enter(f"{part}")

    def stream(self, xml: bytes, name: str) -> str:
        """Read a document part, forgetting each block of it when it is read; return the tag of the root.

        The parser is fed piece by piece; between two pieces all that is complete in the body is read and dropped, which
        is cheaper than an event for every paragraph.
        """
        inline = self.inline
        inline.vanishing = b"vanish" in xml or any(f'"{i}"'.encode() in xml for i in self.styles.hiding())
        inline.revised = True
        if read_plain(self, xml, name):
            self._flush()
            return W + "document"
        parser = etree.XMLPullParser(("start",), tag=BODY, **PARSING)
        inline.revised = inline.vanishing or b":del " in xml or b":moveFrom " in xml or b":del/>" in xml
        body: _Element | None = None
        try:
            for at in range(0, len(xml), _CHUNK):
                parser.feed(xml[at : at + _CHUNK])
                if body is None:
                    for _, element in parser.read_events():
                        body = element if isinstance(element, _Element) else None
                if body is not None:
                    self._drain(body)
            root = parser.close()
        except etree.XMLSyntaxError as error:
            raise malformed(name) from error
        if body is not None:
            self.flow(body)
        inline.vanishing = inline.revised = True
        return str(root.tag)

    def _drain(self, container: _Element) -> None:
        """Read and drop what is complete in an element that is still being parsed: all children but the last."""
        last = len(container) - 1
        if last < 0:
            return
        for child in islice(container, last):
            self._block(child)
        for _ in range(last):
            del container[0]
        child = container[0]
        if child.tag == SDT and len(child) and child[-1].tag == SDT_CONTENT:
            kind = self.kind
            self.kind = "toc" if _is_contents(child) else kind
            self._drain(child[-1])
            self.kind = kind

    def flow(self, container: _Element) -> int:
        """Read the blocks of a cell, a text box, a footnote, a header; return how many columns a cell spans."""
        span = 1
        for child in container:
            tag = child.tag
            if tag == P:
                self._paragraph(child)
            elif tag == _TC_PR:
                for item in child:
                    if item.tag == _GRID_SPAN:
                        span = max(integer(item.get(VAL)) or 1, 1)
            else:
                self._block(child)
        if self._carry is not None:
            self._flush()
        return span

    def blocks_of(self, container: _Element) -> None:
        """Read the children of a piece of the body."""
        for child in container:
            self._block(child)

    @contextmanager
    def in_table(self, table: Table) -> Iterator[None]:
        """Read what follows as paragraphs of a table."""
        self._flush()
        outer, kind, across = self._table, self.kind, self.across
        self._table = len(self.tables)
        self.tables.append(table)
        self.kind = kind if kind in ("header", "footer", "toc") else "cell"
        yield
        self._table, self.kind, self.across = outer, kind, across

    def _block(self, child: _Element) -> None:
        tag = child.tag
        if tag == P:
            self._paragraph(child)
        elif tag == TBL:
            self._table_of(child)
        elif tag == SDT:
            kind = self.kind
            self.kind = "toc" if _is_contents(child) else kind
            for content in child.iterchildren(SDT_CONTENT):
                self.flow(content)
            self.kind = kind
        elif tag in _FLOW:
            self.flow(child)
        elif tag == ALTERNATE:
            self.inline.choose(child, self.flow)
        else:
            self.inline.skip(child)

    def _box(self, content: _Element) -> None:
        kind, table, carry, across = self.kind, self._table, self._carry, self.across
        self.kind, self.across = (kind, False) if kind in ("header", "footer") else ("box", True)
        self._table = -1
        self._carry = None
        story = self.numbering.enter(f"{self._part} box")
        self.flow(content)
        self.numbering.enter(story)
        self.kind, self._table, self._carry, self.across = kind, table, carry, across

    def _table_of(self, table: _Element) -> None:
        self._flush()
        if not self.kind and (content := frame(table)):
            for cell in content:
                self.flow(cell)
            return
        cells: list[Cell] = []
        with self.in_table(Table(cells, self.tables[self._table].depth + 1 if self._table >= 0 else 0)):
            self._rows(table, cells)

    def _rows(self, table: _Element, cells: list[Cell]) -> None:
        blocks = self.blocks
        row = 0
        repeats = False
        for element in _wrapped(table, TR):
            column = after = 0
            children = list(_wrapped(element, TC))
            self.across = [child.tag for child in children].count(TC) == 1
            for cell in children:
                if cell.tag == _TR_PR:
                    gone, column, after = _row(cell)
                    if gone:
                        self.inline.skip(element)
                        row -= 1
                        break
                    continue
                first = len(blocks)
                span = self.flow(cell)
                mine = [i for i in range(first, len(blocks)) if blocks[i].table == self._table]
                cells.append(Cell(row, column, tuple(mine), span, not mine and _goes_on(cell), _is_split(cell)))
                column += span
            if after:
                cells.append(Cell(row, column, (), after, True))
            if row == 0:
                repeats = any(on(switch) for switch in element.iterfind(f"{_TR_PR}/{_HEADER}"))
            row += 1
        self.tables[self._table] = self.tables[self._table]._replace(repeats=repeats)

    def _paragraph(self, paragraph: _Element) -> None:
        line = self.inline.read(paragraph, self._carry)
        if line.deleted:
            self._carry = line
        else:
            self._carry = None
            self.emit(line)

    def _flush(self) -> None:
        line, self._carry = self._carry, None
        if line is not None and line.pieces:
            self.emit(line)

    @property
    def carrying(self) -> bool:
        """Whether a paragraph whose mark is deleted waits for the next one."""
        return self._carry is not None

    def emit(self, line: Line) -> None:
        """Append a paragraph: the block of its label, if it has one, and its own."""
        if line.texts is None:
            while line.pieces and line.pieces[-1][0] == LINE_BREAK:
                line.pieces.pop()
        text = "".join([piece[0] for piece in line.pieces] if line.texts is None else line.texts)
        if LINE_BREAK in text and not line.toc and self.kind in ("", "cell"):
            parts = cut(line, text, self.kind == "cell")
            for part in parts:
                self.emit(part)
            if parts:
                return
        lead = lead_of(text) if text and (text[0].isspace() or text[0] in UNSEEN) else 0
        blank = lead == len(text)
        style = line.style
        if blank and (style.hidden if line.hidden is None else line.hidden):
            return
        mark: Mark | None = None
        computed = ""
        if line.num_id or style.num_id:
            mark = self._mark(line, style)
            computed = mark.text if mark else ""
        if blank:
            if not computed or style.carrier:
                return
            text, lead = "", 0
        elif self.number:
            computed, self.number = self.number, ""
        role = style.role
        outline = style.outline if line.outline is None else line.outline
        kind = self.kind
        if line.toc:
            kind = "toc"
        elif not kind and (style.framed if line.framed is None else line.framed):
            kind = "box"
        elif kind == "toc" and role.kind == "heading":
            kind = ""
        heading = is_heading(style, outline)
        bold = style.bold if line.bold is None else line.bold
        centred = style.centred if line.centred is None else line.centred
        label: Label | None = None
        if blank or is_unlabelled(text[lead]):
            label = Label(computed, kind_of(computed), False) if computed else None
        else:
            sort = "caption" if self.across and text[lead] in _CAPTIONED else role.kind
            label = label_of(text[lead:] if lead else text, computed, kind, sort, heading, bold or centred)
        level = 0
        if not kind:
            formula = OBJECT in text and is_formula(role, line, text)
            kind, level = kind_and_level(role, outline, heading, label, mark, formula)
            if kind == "item" and label is not None and label.typed and not role.level:
                level = self._typed_level(label.text)
        elif kind == "cell":
            if label is not None and (label.kind in ("note", "example") or (self.across and label.kind == "caption")):
                kind = label.kind
            elif role.kind == "caption":
                kind = "caption"
        elif kind == "box" and label is not None and label.kind == "caption":
            kind = "caption"
        name = style.name
        table = self._table
        start = self.length
        if label is None:
            self._copy(line, lead, len(text), text)
            self.blocks.append(Block((start, self.length), kind, level, "", True, name, bold, centred, table))
        else:
            number, typed = label.text, label.typed
            if typed:
                if computed:
                    self.counted[len(self.blocks)] = computed
                self._copy(line, lead, lead + label.end)
                lead += rest_of(text[lead:], label)
            else:
                self._add(number)
            self.blocks.append(Block((start, self.length), "label", 0, number, typed, name, bold, centred, table))
            self._add("\n")
            start = self.length
            self._copy(line, lead, len(text), text)
            self.blocks.append(Block((start, self.length), kind, level, number, typed, name, bold, centred, table))
        self._add("\n")

    def _typed_level(self, marker: str) -> int:
        """Return the level of an item with a typed marker: letters and dashes first, others in their list next."""
        if MAJOR.match(marker):
            self._list = (len(self.blocks) + 2, True)
            return 1
        deeper = self._list[1] and self._list[0] == len(self.blocks)
        self._list = (len(self.blocks) + 2, deeper)
        return 1 + deeper

    def ready(self, style: Style) -> Ready | None:
        """Return what every paragraph of that style has that begins like running text; None if that must be seen.

        It is kept, for `running` asks for each paragraph.
        """
        if style.hidden or style.framed or style.carrier:
            return None
        kind, level = kind_and_level(style.role, style.outline, heading := is_heading(style, style.outline), None, None)
        ilvl = self._level_of(style.num_id, style) if style.num_id else 0
        return Ready(style, kind, level, heading, style.num_id, ilvl)

    def running(self, ready: Ready, texts: list[str], whole: str, node: int) -> bool:
        """Append a paragraph without properties of its own, if it begins like running text; else return False.

        Most paragraphs are such: for them this does what `emit` does, in fewer steps. `whole` is the texts joined.
        """
        kind = self.kind
        first = whole[:1]
        style = ready.style
        if kind:
            if kind != "cell" or not first.isalnum() or first in TYPED_FIRST or style.role.kind == "caption":
                return False
            if self.across and first in _CAPTIONED:
                return False
        elif not "\u4e00" <= first <= "\u9fff" or first in TYPED_RUNNING:
            return False
        if self.number or OBJECT in whole:
            return False
        start = self.length
        number = ""
        level = 0
        if ready.num_id and (mark := self.numbering.count(ready.num_id, ready.ilvl)) and mark.text:
            number = mark.text
            sort = kind_of(number)
            label = Label(number, sort, False)
            if not kind:
                kind, level = kind_and_level(style.role, style.outline, ready.heading, label, mark)
            elif sort in ("note", "example"):
                kind = sort
            end = start + len(number)
            self.texts += (number, "\n")
            self.nodes += (-1, -1)
            fields = ((start, end), "label", 0, number, False, style.name, style.bold, style.centred, self._table)
            self.blocks.append(_block(Block, fields))
            start = end + 1
        elif not kind:
            kind, level = ready.kind, ready.level
        self.texts += texts
        self.texts.append("\n")
        self.nodes += range(node, node + len(texts))
        self.nodes.append(-1)
        end = start + len(whole)
        fields = ((start, end), kind, level, number, not number, style.name, style.bold, style.centred, self._table)
        self.blocks.append(_block(Block, fields))
        self.length = end + 1
        return True

    def _add(self, text: str) -> None:
        self.texts.append(text)
        self.nodes.append(-1)
        self.length += len(text)

    def _mark(self, line: Line, style: Style) -> Mark | None:
        num_id = style.num_id if line.num_id is None else line.num_id
        if not num_id or num_id == "0":
            return None
        ilvl = line.ilvl
        return self.numbering.count(num_id, self._level_of(num_id, style) if ilvl is None else ilvl)

    def _level_of(self, num_id: str, style: Style) -> int:
        """Return the level that a style is tied to, by its list or by what it says itself."""
        ilvl = self._levels.get((num_id, id(style)))
        if ilvl is None:
            ilvl = self._levels[num_id, id(style)] = self._find_level(num_id, style)
        return ilvl

    def _find_level(self, num_id: str, style: Style) -> int:
        for style_id, own in style.chain:
            linked = self.numbering.linked(num_id, style_id)
            if linked is not None or own is not None:
                return linked if linked is not None else own or 0
        return 0

    def _copy(self, line: Line, first: int, last: int, whole: str = "") -> None:
        """Append that span of the paragraph, with where it came from, its locked spans and its objects."""
        texts, nodes = self.texts, self.nodes
        pieces = line.pieces
        if line.texts is not None:
            if whole and not first:
                texts += line.texts
                nodes += range(line.node, line.node + len(line.texts))
                self.length += len(whole)
                return
            pieces = [(text, line.node + at, 0) for at, text in enumerate(line.texts)]
        shift = self.length - first
        at = 0
        for text, node, offset in pieces:
            end = at + len(text)
            if at < last and end > first:
                skip = max(first - at, 0)
                if offset + skip and node >= 0:
                    self.shifts[len(texts)] = offset + skip
                texts.append(text[skip : last - at])
                nodes.append(node)
            at = end
        self.length = last + shift
        for start, end in line.locks:
            if start < last and end > first:
                self.locked.append((max(start, first) + shift, min(end, last) + shift))
        for mark in line.marks:
            if first <= mark.at < last:
                if mark.note:
                    self.notes.append((len(self.anchors), mark.kind, mark.note))
                self.anchors.append(Anchor(mark.at + shift, mark.kind, -1, mark.text, mark.lost))
        for start, end, instruction in line.fields:
            if first <= start and end <= last and (match := _REF.match(instruction)):
                self.references.append(Reference((start + shift, end + shift), match[1], match[2].strip()))


def _wrapped(parent: _Element, tag: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, those in content controls included, and row properties."""
    for child in parent:
        name = child.tag
        if name in (tag, _TR_PR):
            yield child
        elif name in _FLOW:
            yield from _wrapped(child, tag)


def _row(properties: _Element) -> tuple[bool, int, int]:
    """Return whether a row is deleted, the column of its first cell, and how many columns it leaves out at its end."""
    before, after = (integer(value(properties, W + name)) or 0 for name in ("gridBefore", "gridAfter"))
    return properties.find(_DEL) is not None, before, after


def _goes_on(cell: _Element) -> bool:
    """Say whether a cell only continues the one above it or in front of it."""
    properties = cell.find(_TC_PR)
    return properties is not None and any(i.tag in _MERGES and i.get(VAL) != "restart" for i in properties)


def _is_split(cell: _Element) -> bool:
    """Say whether a diagonal line runs through a cell."""
    properties = cell.find(_TC_PR)
    lines = () if properties is None else properties.iter(*_DIAGONALS)
    return any(line.get(VAL) not in ("nil", "none", None) for line in lines)


def _is_contents(control: _Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(VAL) == "Table of Contents"
