"""Read the content of one paragraph: its runs, fields, objects and tracked changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import regex
from lxml.etree import _Element

from stdlint import patterns
from stdlint.formats.docx.names import (
    ALTERNATE,
    BLIP,
    FLD_CHAR,
    MC,
    PPR,
    RELATED,
    RPR,
    SDT_CONTENT,
    TXBX,
    VAL,
    XML_SPACE,
    M,
    R,
    T,
    V,
    W,
    integer,
    on,
    value,
)
from stdlint.formats.docx.numbering import numbers_of
from stdlint.formats.docx.styles import Style, Styles
from stdlint.formats.docx.symbols import symbol
from stdlint.model import LINE_BREAK, OBJECT, Span

_TOC = patterns.compile(r"\s*TOC(?:\s|\\|$)", regex.IGNORECASE)
WHITE = " \t\r\n"
FLAT = str.maketrans("\r\n", "  ")
_VANISH = W + "vanish"
_BOLD = W + "b"
_R_STYLE = W + "rStyle"
_DELETED = W + "del"
_MOVED = W + "moveFrom"


class Mark(NamedTuple):
    """An OBJECT in a paragraph: where, and what an `Anchor` says of it; `note` is the id of a footnote or endnote."""

    at: int
    kind: str
    text: str = ""
    note: str = ""
    lost: bool = False


class Line:
    """A paragraph while it is read: pieces (text, ordinal of the `w:t` or -1, offset in it) and its own properties.

    A property is None where the paragraph leaves it to its style; `bold` is None until a text was read. `hidden`: its
    mark is not seen, or is only that of a section break; without text such a paragraph has no number either.
    """

    texts: list[str] | None = None
    node = 0
    num_id: str | None = None
    ilvl: int | None = None
    outline: int | None = None
    bold: bool | None = None
    centred: bool | None = None
    framed: bool | None = None
    hidden: bool | None = None
    deleted = False
    toc = False
    marks: tuple[Mark, ...] = ()
    locks: tuple[Span, ...] = ()
    fields: tuple[tuple[int, int, str], ...] = ()

    def __init__(self, style: Style) -> None:
        self.pieces: list[tuple[str, int, int]] = []
        self.style = style

    def then(self, style: Style) -> Line:
        """Return a line that goes on where this one ends, with the properties of the next paragraph."""
        line = Line(style)
        line.pieces, line.bold, line.toc, line.marks, line.locks = (
            self.pieces,
            self.bold,
            self.toc,
            self.marks,
            self.locks,
        )
        line.fields = self.fields
        return line

    def take_bold(self, bold: bool, before: int) -> None:
        """Take in whether the run that was read from that piece on is bold; blanks that are not do not count."""
        run = self.pieces[before:]
        if run and self.bold is not False and (bold or any(not piece[0].isspace() for piece in run)):
            self.bold = bold

    def length(self) -> int:
        """Return the number of characters read so far."""
        return sum([len(piece[0]) for piece in self.pieces])

    def blank(self, start: int) -> bool:
        """Say whether only blanks were read from that offset on."""
        return not "".join([piece[0] for piece in self.pieces])[start:].strip()


class _Field:
    """A complex field that is open: its instruction, whether its result has begun, and where in the paragraph."""

    __slots__ = ("entry", "instruction", "result", "start", "toc")

    def __init__(self, entry: str | None = None) -> None:
        self.instruction: list[str] = []
        self.result = False
        self.start = 0
        self.toc = False
        self.entry = entry


class Inline:
    """Read paragraphs of one part, counting its `w:t` in document order.

    `box` is called with each `w:txbxContent`; `vanishing` says whether hidden text is to be looked for,
    `revised` whether hidden or deleted paragraph marks are. `images` are the ids of the images that the file holds,
    None where that is not known.
    """

    __slots__ = ("_fields", "_muted", "box", "images", "line", "ordinal", "plain", "revised", "styles", "vanishing")

    def __init__(self, styles: Styles, box: Callable[[_Element], None]) -> None:
        self.styles = styles
        self.vanishing = True
        self.revised = True
        self.images: frozenset[str] | None = None
        self.box = box
        self.ordinal = 0
        self.plain = styles.paragraph("")
        self.line = Line(self.plain)
        self._fields: list[_Field] = []
        self._muted = 0

    def read(self, paragraph: _Element, before: Line | None = None) -> Line:
        """Return the paragraph, appended to the one `before` it if the mark between them is deleted."""
        style = self.plain
        line = self.line = Line(style) if before is None else before.then(style)
        self.children(paragraph)
        if self._fields:
            self._pause()
        return line

    @property
    def busy(self) -> bool:
        """Whether a field is open, so that the next paragraph is part of it."""
        return bool(self._fields or self._muted)

    def aside(self, read: Callable[[], None]) -> None:
        """Read something that stands apart from the current paragraph, such as a text box in it."""
        line, fields, muted = self.line, self._fields, self._muted
        self._fields, self._muted = [], 0
        read()
        self.line, self._fields, self._muted = line, fields, muted

    def skip(self, element: _Element) -> None:
        """Pass over an element, counting its texts."""
        for _ in element.iter(T):
            self.ordinal += 1

    def children(self, parent: _Element) -> None:
        """Read what stands in a paragraph, a run or anything transparent in one."""
        line = self.line
        pieces = line.pieces
        for child in parent:
            tag = child.tag
            if tag != R:
                handler = _HANDLERS.get(tag)
                if handler is not None:
                    handler(self, child)
                continue
            before = len(pieces)
            properties: _Element | None = None
            if self.vanishing and self._vanished(child):
                continue
            for item in child:
                tag = item.tag
                if tag == T:
                    node = self.ordinal
                    self.ordinal = node + 1
                    text = item.text
                    if text and not self._muted:
                        if text[0] <= " " or text[-1] <= " " or "\n" in text:
                            self._ragged(item, text, node)
                        else:
                            pieces.append((text, node, 0))
                elif tag == RPR:
                    properties = item
                else:
                    handler = _HANDLERS.get(tag)
                    if handler is not None:
                        handler(self, item)
            if line.bold is not False and len(pieces) > before:
                bold = line.style.bold
                line.take_bold(bold if properties is None else self._switch(properties, _BOLD, 0, bold), before)

    def _switch(self, properties: _Element, tag: str, index: int, inherited: bool) -> bool:
        """Return a switch of a run: set directly, else a character style toggles what the paragraph style says.

        ECMA-376, 17.7.3: bold in a bold heading is not bold.
        """
        toggled = False
        for child in properties:
            name = child.tag
            if name == tag:
                return bool(on(child))
            if name == _R_STYLE:
                toggled = bool(self.styles.character(child.get(VAL) or "")[index])
        return inherited != toggled

    def _vanished(self, run: _Element) -> bool:
        properties = run.find(RPR)
        hidden = self.line.style.hidden
        if properties is not None:
            hidden = self._switch(properties, _VANISH, 1, hidden)
        if not hidden:
            return False
        for element in run.iter(T, FLD_CHAR):
            if element.tag == T:
                self.ordinal += 1
            else:
                self._field_char(element)
        return True

    def _text(self, element: _Element) -> None:
        node = self.ordinal
        self.ordinal += 1
        if element.text and not self._muted:
            self._ragged(element, element.text, node)

    def _ragged(self, element: _Element, text: str, node: int) -> None:
        """Add a text that begins or ends with white space: Word drops that unless `xml:space` keeps it."""
        shift = 0
        if not preserved(element):
            shift = len(text) - len(text.lstrip(WHITE))
            text = text.strip(WHITE)
        if text:
            self.line.pieces.append((text.translate(FLAT), node, shift))

    def _add(self, text: str) -> None:
        if not self._muted:
            self.line.pieces.append((text, -1, 0))

    def _object(self, kind: str, text: str = "", note: str = "", lost: bool = False) -> None:
        if not self._muted:
            self.line.marks += (Mark(self.line.length(), kind, text, note, lost),)
            self._add(OBJECT)

    def _tab(self, _: _Element) -> None:
        self._add("\t")

    def _break(self, element: _Element) -> None:
        if element.get(W + "type") not in ("page", "column"):
            self._add(LINE_BREAK)

    def _hyphen(self, _: _Element) -> None:
        self._add("\u2011")

    def _symbol(self, element: _Element) -> None:
        sign = symbol(element.get(W + "font") or "", element.get(W + "char") or "")
        if sign:
            self._add(sign)
        else:
            self._object("picture")

    def _note(self, element: _Element) -> None:
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        self._object(kind, note=element.get(W + "id") or "")

    def _formula(self, element: _Element) -> None:
        from stdlint.formats.docx.omml import linear

        self.skip(element)
        text, number = linear(element)
        self._object("formula", text)
        if number:
            self._add(f"（{number}）")

    def properties(self, element: _Element) -> None:
        line = self.line
        for child in element:
            code = _PROPERTIES.get(child.tag)
            if code is None or (code == "mark" and not self.revised):
                continue
            if code == "style":
                line.style = self.styles.paragraph(child.get(VAL) or "")
                if self._fields and line.style.role.kind == "heading":
                    self._close_contents()
            elif code == "mark":
                for switch in child:
                    tag = switch.tag
                    if tag == _VANISH:
                        line.hidden = on(switch)
                    elif tag in (_DELETED, _MOVED):
                        line.deleted = True
            elif code == "numbers":
                line.num_id, line.ilvl = numbers_of(child)
            elif code == "alignment":
                line.centred = child.get(VAL) == "center"
            elif code == "outline":
                line.outline = integer(child.get(VAL))
            elif code == "section":
                line.hidden = True
            else:
                line.framed = child.get(W + "dropCap") in (None, "none")

    def _close_contents(self) -> None:
        """End a table of contents whose field was never ended: no entry of one is styled as a heading."""
        self._fields = [field for field in self._fields if not field.toc]

    def _content_control(self, element: _Element) -> None:
        for child in element:
            if child.tag == SDT_CONTENT:
                self.children(child)
            else:
                self.skip(child)

    def _ruby(self, element: _Element) -> None:
        for child in element:
            if child.tag == W + "rubyBase":
                self.children(child)
            else:
                self.skip(child)

    def _simple_field(self, element: _Element) -> None:
        field = _Field()
        field.result = True
        field.start = self.line.length()
        field.instruction.append(element.get(W + "instr") or "")
        field.toc = bool(_TOC.match(field.instruction[0]))
        self._fields.append(field)
        self.children(element)
        if field in self._fields:
            self._fields.remove(field)
        self._lock(field)

    def _instruction(self, element: _Element) -> None:
        if self._fields and not self._fields[-1].result:
            self._fields[-1].instruction.append(element.text or "")

    def _field_char(self, element: _Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field(_entry(element)))
            self._muted += 1
        elif not self._fields:
            return
        elif kind == "separate":
            field = self._fields[-1]
            if not field.result:
                field.result = True
                field.start = self.line.length()
                field.toc = bool(_TOC.match("".join(field.instruction)))
                self._muted -= 1
        elif kind == "end":
            field = self._fields.pop()
            if not field.result:
                self._muted -= 1
                field.start = self.line.length()
            if field.entry is not None and self.line.blank(field.start):
                self._add(field.entry)
            self._lock(field)

    def _lock(self, field: _Field) -> None:
        line = self.line
        end = line.length()
        if end > field.start and not self._muted:
            if not any(first <= field.start and end <= last for first, last in line.locks):
                outer = [lock for lock in line.locks if lock[0] < field.start or lock[1] > end]
                line.locks = (*outer, (field.start, end))
                line.fields += ((field.start, end, "".join(field.instruction)),)
            line.toc = line.toc or (field.toc and not line.blank(field.start))

    def _pause(self) -> None:
        """Lock what open fields hold at the end of a paragraph; an instruction never runs over it."""
        self._fields = [field for field in self._fields if field.result]
        self._muted = 0
        for field in self._fields:
            self._lock(field)
            field.start = 0

    def _alternate(self, element: _Element) -> None:
        self.choose(element, self.children)

    def choose(self, element: _Element, read: Callable[[_Element], object]) -> None:
        """Read the first choice, and the fallback only if nothing readable was in it."""
        before = (len(self.line.pieces), self.ordinal)
        first = True
        for child in element:
            if child.tag == MC + "Choice" and first:
                read(child)
                first = False
            elif child.tag == MC + "Fallback" and before == (len(self.line.pieces), self.ordinal):
                read(child)
            else:
                self.skip(child)

    def _graphic(self, element: _Element) -> None:
        """Read the text boxes of a picture or drawing; without any it is an object, unless it is a mere line."""
        before = self.ordinal
        boxes = self._boxes(element)
        if not boxes and before == self.ordinal and not is_rule(element):
            lost = self.images is not None and _is_lost(element, self.images)
            self._object("formula" if _equation(element) else "picture", _description(element), lost=lost)

    def _boxes(self, element: _Element) -> bool:
        found = False
        for child in element:
            tag = child.tag
            if tag == TXBX:
                self.aside(lambda box=child: self.box(box))  # type: ignore[misc]
                found = True
            elif tag == ALTERNATE:
                self.choose(child, self._boxes)
            elif tag == T:
                self.ordinal += 1
            else:
                found = self._boxes(child) or found
        return found


def preserved(element: _Element) -> bool:
    """Say whether Word keeps white space at the ends of this text."""
    own = element.get(XML_SPACE)
    while own is None:
        parent = element.getparent()
        if parent is None:
            return False
        element = parent
        own = element.get(XML_SPACE)
    return own == "preserve"


def _entry(element: _Element) -> str | None:
    """Return the chosen entry of a drop-down form field, None for any other field."""
    choices = element.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return None
    entries = [entry.get(VAL) or "" for entry in choices.iterchildren(W + "listEntry")]
    chosen = integer(value(choices, W + "result"))
    if chosen is None:
        chosen = integer(value(choices, W + "default")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def is_rule(element: _Element) -> bool:
    """Say whether a drawing is only a rule, as on the covers of standards."""
    for part in element.iter():
        name = part.tag.rpartition("}")[2]
        if name in ("blip", "imagedata", "chart", "relIds", "OLEObject"):
            return False
        if part.tag == V + "line" or (name == "prstGeom" and part.get("prst") in ("line", "straightConnector1")):
            return True
    return False


def _equation(element: _Element) -> bool:
    return any(
        (part.get("ProgID") or "").startswith("Equation")
        for part in element.iter("{urn:schemas-microsoft-com:office:office}OLEObject")
    )


def _is_lost(element: _Element, images: frozenset[str]) -> bool:
    """Say whether a drawing shows nothing but images that the file does not hold."""
    found = [part.get(RELATED + "embed") or part.get(RELATED + "link") for part in element.iter(BLIP)]
    found += [part.get(RELATED + "id") for part in element.iter(V + "imagedata")]
    named = [name for name in found if name]
    return bool(named) and images.isdisjoint(named)


def _description(element: _Element) -> str:
    for part in element.iter():
        if part.tag.endswith("}docPr"):
            return part.get("descr") or ""
        if part.tag.startswith(V) and part.get("alt"):
            return part.get("alt") or ""
    return ""


_PROPERTIES = {
    W + "pStyle": "style",
    W + "rPr": "mark",
    W + "numPr": "numbers",
    W + "jc": "alignment",
    W + "outlineLvl": "outline",
    W + "framePr": "frame",
    W + "sectPr": "section",
}

_HANDLERS: dict[str, Callable[[Inline, _Element], None]] = {
    T: Inline._text,
    PPR: Inline.properties,
    FLD_CHAR: Inline._field_char,
    ALTERNATE: Inline._alternate,
    M + "oMath": Inline._formula,
    M + "oMathPara": Inline.children,
    **dict.fromkeys([W + name for name in ("hyperlink", "smartTag", "ins", "moveTo", "dir", "bdo")], Inline.children),
    **dict.fromkeys([W + name for name in ("customXml", "sdtContent")], Inline.children),
    **dict.fromkeys([W + name for name in ("del", "moveFrom")], Inline.skip),
    **dict.fromkeys([W + name for name in ("pict", "drawing", "object")], Inline._graphic),
    **dict.fromkeys([W + name for name in ("br", "cr")], Inline._break),
    **dict.fromkeys([W + name for name in ("tab", "ptab")], Inline._tab),
    **dict.fromkeys([W + name for name in ("footnoteReference", "endnoteReference")], Inline._note),
    W + "sdt": Inline._content_control,
    W + "ruby": Inline._ruby,
    W + "fldSimple": Inline._simple_field,
    W + "instrText": Inline._instruction,
    W + "noBreakHyphen": Inline._hyphen,
    W + "sym": Inline._symbol,
}
