"""Collect the facts of `stdlint.layout` while the elements of a Word file pass by."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lxml.etree import _Element

from stdlint.formats.docx.cursor import Cursor, Spot
from stdlint.formats.docx.inline import is_rule
from stdlint.formats.docx.looks import Looks
from stdlint.formats.docx.names import (
    ALTERNATE,
    FLD_CHAR,
    MC,
    PPR,
    RPR,
    SDT,
    TR,
    TXBX,
    M,
    P,
    R,
    T,
    W,
    value,
)
from stdlint.formats.docx.revisions import Mark
from stdlint.layout import Look, Name, PageBreak, Shape, Span, Stretch
from stdlint.model import LINE_BREAK, OBJECT, Source

_PLAIN = Look()
_ID = W + "id"
_NAME = W + "name"
_TR_PR = W + "trPr"
_SDT_PR = W + "sdtPr"
_DATA = W + "ffData"
_REVISIONS = ("ins", "del", "moveFrom", "moveTo")
_GONE = (W + "del", W + "moveFrom")


class _Field(NamedTuple):
    """A complex field that is open: its name, where it begins, whether it is a drop-down."""

    name: str
    start: Spot
    choice: bool


class Scan:
    """Pass parts of a file and collect facts; spots become offsets when all is passed.

    `ends` lists the sections: the element that says how they are set, and where the next one begins. `ranges` finds the
    spots of comments by their ids.
    """

    def __init__(self, source: Source, looks: Looks) -> None:
        self.cursor = Cursor(source)
        self.looks = looks
        self.shapes: dict[int, Shape] = {}
        self.stretches: list[Stretch] = []
        self.breaks: list[tuple[Spot, str]] = []
        self.marks: list[Mark] = []
        self.ranges: dict[str, tuple[Spot, int | None]] = {}
        self.ends: list[tuple[_Element, int]] = []
        self._hidden: list[tuple[Spot, list[str]]] = []
        self._names: list[tuple[str, str, Spot, int]] = []
        self._bookmarks: dict[str, tuple[str, Spot]] = {}
        self._fields: list[_Field] = []
        self._lost: list[list[str]] = []
        self._style = ""
        self._look = _PLAIN

    def part(self, part: int, root: _Element) -> None:
        """Pass a part, given by its index in `Source.part_names`."""
        self.cursor.open(part)
        self._fields.clear()
        self._bookmarks.clear()
        self.children(root)
        self.cursor.close()

    def hidden(self) -> list[tuple[int, str]]:
        """Return hidden texts with their offsets."""
        return [(spot.offset, "".join(texts)) for spot, texts in self._hidden]

    def names(self) -> list[Name]:
        """Return names with their spans, in order."""
        found = [Name(kind, name, _span(start, end)) for kind, name, start, end in self._names]
        return sorted(found, key=lambda name: name.span)

    def page_breaks(self) -> list[PageBreak]:
        """Return page breaks in order."""
        return sorted(PageBreak(spot.offset, kind) for spot, kind in self.breaks)

    def children(self, parent: _Element) -> None:
        """Pass what stands in an element."""
        handlers = _HANDLERS
        for child in parent:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(self, child)
            elif len(child):
                self.children(child)

    def _paragraph(self, element: _Element) -> None:
        cursor = self.cursor
        properties = element[0] if len(element) and element[0].tag == PPR else None
        style, look = self._style, self._look
        self._style = value(properties, W + "pStyle") or ""
        shape, numbered = self.looks.shape(properties)
        with cursor.paragraph():
            if shape.page_break_before and not cursor.gone:
                self.breaks.append((cursor.here(), "before"))
            start = cursor.here()
            self.children(element)
            marked = None if properties is None else properties.find(RPR)
            for index in cursor.end_paragraph(numbered):
                self.shapes[index] = shape
            if marked is not None:
                self._revised(marked, "mark", cursor.at)
            if properties is not None:
                self._end_of(properties, start)
        self._style, self._look = style, look

    def _end_of(self, properties: _Element, start: Spot) -> None:
        for child in properties:
            if child.tag == W + "sectPr":
                self._section(child)
            elif child.tag == W + "pPrChange":
                self.marks.append(Mark(child, "format", start, self.cursor.at))

    def _section(self, element: _Element) -> None:
        self.ends.append((element, self.cursor.next))
        self._formats(element)

    def _formats(self, parent: _Element) -> None:
        """Collect changes of formatting in the properties of a section, table, row or cell."""
        for child in parent.iter(*_CHANGES):
            spot = self.cursor.here()
            self.marks.append(Mark(child, _CHANGES[str(child.tag)], spot))

    def _revised(self, properties: _Element, of: str, at: int) -> None:
        """Collect the changes that the properties of a paragraph mark name."""
        for child in properties:
            name = str(child.tag).removeprefix(W)
            if name in _REVISIONS or name == "rPrChange":
                spot = Spot()
                spot.offset = at
                self.marks.append(Mark(child, of, spot, at))

    def _run(self, element: _Element) -> None:
        properties = element[0] if len(element) and element[0].tag == RPR else None
        outer = self._look
        self._look = self.looks.look(self._style, properties)
        change = None if properties is None else properties.find(W + "rPrChange")
        if change is None:
            self.children(element)
        else:
            mark = Mark(change, "format", self.cursor.here())
            self.marks.append(mark)
            self.children(element)
            mark.end = self.cursor.at
        self._look = outer

    def _text(self, element: _Element) -> None:
        spans = self.cursor.pass_text()
        if spans is not None:
            for span in spans:
                self._stretch(span)
        elif self.cursor.gone:
            self._lose(element)
        elif self._look.hidden and element.text:
            self._hide(element.text)

    def _stretch(self, span: Span) -> None:
        last = self.stretches[-1] if self.stretches else None
        if last is not None and last.span[1] == span[0] and last.look == self._look:
            self.stretches[-1] = Stretch((last.span[0], span[1]), self._look)
        else:
            self.stretches.append(Stretch(span, self._look))

    def _hide(self, text: str) -> None:
        spot = self.cursor.here()
        if self._hidden and self._hidden[-1][0] is spot:
            self._hidden[-1][1].append(text)
        else:
            self._hidden.append((spot, [text]))

    def _lose(self, element: _Element) -> None:
        for texts in self._lost:
            texts.append(element.text or "")

    def _sign(self, sign: str) -> None:
        self.cursor.pass_sign(sign)
        if self.cursor.gone and sign != OBJECT:
            for texts in self._lost:
                texts.append(sign)

    def _tab(self, _: _Element) -> None:
        self._sign("\t")

    def _hyphen(self, _: _Element) -> None:
        self._sign("\u2011")

    def _symbol(self, _: _Element) -> None:
        self._sign("")

    def _mark(self, _: _Element) -> None:
        self._sign(OBJECT)

    def _formula(self, element: _Element) -> None:
        self.cursor.skip(element)
        self._sign(OBJECT)
        if next(element.iter(M + "eqArr"), None) is not None:
            self.cursor.pass_computed()

    def _break(self, element: _Element) -> None:
        kind = element.get(W + "type")
        if kind == "page" and not self.cursor.gone:
            self.breaks.append((self.cursor.here(), "break"))
        elif kind not in ("page", "column"):
            self._sign(LINE_BREAK)

    def _rendered(self, _: _Element) -> None:
        self.breaks.append((self.cursor.here(), "rendered"))

    def _graphic(self, element: _Element) -> None:
        if next(element.iter(TXBX), None) is not None:
            self.children(element)
        else:
            self.cursor.skip(element)
            if not is_rule(element):
                self._sign(OBJECT)

    def _alternate(self, element: _Element) -> None:
        """Pass the first choice, or the fallback if that is what was read."""
        first = True
        for child in element:
            if (child.tag == MC + "Choice" and first) or self.cursor.was_read(child):
                self.children(child)
                first = False
            else:
                self.cursor.skip(child)

    def _change(self, element: _Element) -> None:
        """Pass inserted, deleted or moved runs."""
        mark = Mark(element, "text", self.cursor.here())
        self.marks.append(mark)
        if element.tag in _GONE:
            self._delete(element, mark)
        else:
            self.children(element)
            mark.end = self.cursor.at

    def _delete(self, element: _Element, mark: Mark) -> None:
        self._lost.append(mark.lost)
        self.cursor.gone += 1
        self.children(element)
        self.cursor.gone -= 1
        self._lost.pop()

    def _row(self, element: _Element) -> None:
        properties = element.find(_TR_PR)
        found = None
        if properties is not None:
            found = next((child for child in properties if child.tag in (W + "ins", W + "del")), None)
        if found is None:
            self.children(element)
            return
        mark = Mark(found, "row", self.cursor.here())
        self.marks.append(mark)
        if found.tag == W + "del":
            self._delete(element, mark)
        else:
            self.children(element)
            mark.end = self.cursor.at

    def _pass_over(self, _: _Element) -> None:
        """Leave out what is read elsewhere."""

    def _control(self, element: _Element) -> None:
        properties = element.find(_SDT_PR)
        name = value(properties, W + "tag") or value(properties, W + "alias")
        start = self.cursor.here()
        self.children(element)
        if name:
            self._names.append(("control", name, start, self.cursor.at))

    def _bookmark(self, element: _Element) -> None:
        self._bookmarks[element.get(_ID) or ""] = element.get(_NAME) or "", self.cursor.here()

    def _bookmark_end(self, element: _Element) -> None:
        found = self._bookmarks.pop(element.get(_ID) or "", None)
        if found is not None:
            self._names.append(("bookmark", *found, self.cursor.at))

    def _field(self, element: _Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            data = element.find(_DATA)
            choice = data is not None and data.find(W + "ddList") is not None
            self._fields.append(_Field(value(data, _NAME) or "", self.cursor.here(), choice))
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if field.choice:
                self.cursor.pass_computed()
            if field.name:
                self._names.append(("field", field.name, field.start, self.cursor.at))

    def _comment_start(self, element: _Element) -> None:
        self.ranges[element.get(_ID) or ""] = self.cursor.here(), None

    def _comment_end(self, element: _Element) -> None:
        found = self.ranges.get(element.get(_ID) or "")
        if found is not None:
            self.ranges[element.get(_ID) or ""] = found[0], self.cursor.at

    def _comment(self, element: _Element) -> None:
        note = element.get(_ID) or ""
        if note not in self.ranges:
            self.ranges[note] = self.cursor.here(), None


def _span(start: Spot, end: int) -> Span:
    return start.offset, max(start.offset, end)


_CHANGES = {
    W + "sectPrChange": "format",
    W + "tblPrChange": "format",
    W + "tblPrExChange": "format",
    W + "tblGridChange": "format",
    W + "trPrChange": "format",
    W + "tcPrChange": "format",
    W + "cellIns": "cell",
    W + "cellDel": "cell",
    W + "cellMerge": "cell",
}

_HANDLERS: dict[str, Callable[[Scan, _Element], None]] = {
    P: Scan._paragraph,
    R: Scan._run,
    T: Scan._text,
    TR: Scan._row,
    SDT: Scan._control,
    FLD_CHAR: Scan._field,
    ALTERNATE: Scan._alternate,
    M + "oMath": Scan._formula,
    W + "delText": Scan._lose,
    W + "bookmarkStart": Scan._bookmark,
    W + "bookmarkEnd": Scan._bookmark_end,
    W + "commentRangeStart": Scan._comment_start,
    W + "commentRangeEnd": Scan._comment_end,
    W + "commentReference": Scan._comment,
    W + "lastRenderedPageBreak": Scan._rendered,
    W + "sectPr": Scan._section,
    W + "noBreakHyphen": Scan._hyphen,
    W + "sym": Scan._symbol,
    **dict.fromkeys([PPR, RPR, _SDT_PR], Scan._pass_over),
    **dict.fromkeys([W + name for name in _REVISIONS], Scan._change),
    **dict.fromkeys([W + name for name in ("tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr")], Scan._formats),
    **dict.fromkeys([W + name for name in ("pict", "drawing", "object")], Scan._graphic),
    **dict.fromkeys([W + name for name in ("br", "cr")], Scan._break),
    **dict.fromkeys([W + name for name in ("tab", "ptab")], Scan._tab),
    **dict.fromkeys([W + name for name in ("footnoteReference", "endnoteReference")], Scan._mark),
}
