"""Cut a Markdown draft into pieces, each with the role that a template gives it."""

from __future__ import annotations

from typing import NamedTuple

import regex

from stdlint.model import LINE_BREAK, OBJECT, Anchor, Block, Source
from stdlint.views.elements import element_of

_TAG = regex.compile(r"\\tag\{([^{}]*)\}")
_STATUS = regex.compile(r"[（(]([^（）()]*)[）)]")
_ENTRY = regex.compile(r"(?P<text>.*?)[\s…]+(?P<page>\S+)")
_CAPTIONED = ("caption", "note", "example")


class Piece(NamedTuple):
    """A paragraph: its text with where each object in it comes from, and what it is.

    `role`: cover, contents, toc, front, title, chapter, clause, untitled, term (with the number of its entry), annex,
    bibliography, reference, index, dash, dot, letter, digit, note, example, table, figure, formula, where, unit, cell,
    para, grid (a table: `rows`). `label` is its number or marker without blanks, `depth` its level from 1, `element`
    what it stands in, `extra` the status of an annex, the page of an entry in the contents, the place of a formula.
    """

    role: str
    text: str = ""
    label: str = ""
    depth: int = 1
    element: str = ""
    extra: str = ""
    bold: bool = False
    objects: dict[int, Anchor] = {}  # noqa: RUF012
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()

    @property
    def digits(self) -> str:
        """The number or letter of the label alone, “” where it has none: “注2：” gives “2”."""
        found = regex.search(r"\d+|[a-z](?=[)）])", self.label)
        return found.group() if found else ""


class Draft:
    """The pieces of a draft in order, and the texts of its footnotes by the offset of their marks."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.anchors = {anchor.offset: anchor for anchor in source.anchors}
        self.footnotes: list[Piece] = []
        self.numbers: dict[int, int] = {}
        self._element = "cover"
        for index, block in enumerate(source.blocks):
            if block.kind == "footnote":
                self.numbers[index] = self.numbers[index - 1] = len(self.footnotes) + 1
                self.footnotes.append(self._piece("footnote", block))
        self.pieces = self._joined(self._pieces())

    def footnote(self, anchor: Anchor) -> int:
        """Return the number of the footnote that a mark stands for."""
        return self.numbers[anchor.target]

    def _piece(self, role: str, block: Block, shift: int = 0) -> Piece:
        start, end = block.span[0] + shift, block.span[1]
        text = self.source.text[start:end]
        objects = {at: self.anchors[start + at] for at, char in enumerate(text) if start + at in self.anchors}
        label = regex.sub(r"\s", "", block.label)
        return Piece(role, text, label, element=self._element, objects=objects, bold=block.bold)

    def _pieces(self) -> list[Piece]:
        found: list[Piece] = []
        done = -1
        for block in self.source.blocks:
            if block.kind in ("label", "footnote"):
                continue
            if block.table >= 0 and block.kind != "caption":
                if block.table != done:
                    done = block.table
                    found.append(Piece("grid", element=self._element, rows=self._rows(done)))
                continue
            found.append(self._one(block))
        return found

    def _rows(self, table: int) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
        rows: dict[int, list[tuple[Piece, ...]]] = {}
        for cell in self.source.tables[table].cells:
            blocks = [self.source.blocks[at] for at in cell.blocks]
            inside = [self._labelled(b) if b.kind in _CAPTIONED else self._cell(b) for b in blocks if b.kind != "label"]
            rows.setdefault(cell.row, []).append(tuple(inside))
        return tuple(tuple(cells) for cells in rows.values())

    def _cell(self, block: Block) -> Piece:
        piece = self._piece("cell", block)
        return piece._replace(text=piece.label + piece.text, label="") if piece.label else piece

    def _one(self, block: Block) -> Piece:
        text = self.source.text[slice(*block.span)]
        label = regex.sub(r"\s", "", block.label)
        if block.kind == "heading" and not label:
            self._element = element_of(text) or "title"
            role = self._element if self._element in ("contents", "bibliography", "index", "title") else "front"
            return self._piece(role, block)
        if regex.fullmatch(r"附录[A-Z]", label) and self._element != "contents":
            self._element = "annex"
            status = _STATUS.match(text)
            shift = len(text) - len(text[status.end() :].lstrip(" 　")) if status else 0
            return self._piece("annex", block, shift)._replace(extra=status[1] if status else "")
        if self._element == "contents":
            piece = self._piece("toc", block)
            line = (label + "　" if block.kind == "caption" else "") + text
            match = _ENTRY.fullmatch(line)
            assert match is not None, line
            depth = block.level if block.kind == "item" else 0
            return piece._replace(text=match["text"], extra=match["page"], label="", depth=depth)
        if self._element in ("cover", "index"):
            return self._piece(self._element if self._element == "cover" else "entry", block)
        if block.kind in ("item", *_CAPTIONED):
            return self._labelled(block)
        if label and regex.fullmatch(r"[A-Z]?\d*(?:\.\d+)*", label):
            return self._clause(block, label, text)
        if label.startswith("["):
            return self._piece("reference", block)
        return self._plain(block, text)

    def _plain(self, block: Block, text: str) -> Piece:
        if block.kind == "formula" and block.span[1] - block.span[0]:
            anchor = self.anchors[block.span[0]]
            tag = _TAG.search(anchor.text)
            number = tag[1] if tag else text.strip(f"{OBJECT} \t（）()")
            bare = anchor._replace(text=_TAG.sub("", anchor.text).strip())
            piece = self._piece("formula", block)
            return piece._replace(text=OBJECT, objects={0: bare}, extra=number)
        if regex.match(r"单位为", text):
            return self._piece("unit", block)
        if regex.match(rf"式中：|[{OBJECT}]——", text):
            return self._piece("where", block)
        return self._piece("para", block)

    def _clause(self, block: Block, label: str, text: str) -> Piece:
        top = "." not in label
        self._element = "annex" if label[0].isalpha() else element_of(text) or ("clause" if top else self._element)
        depth = label.count(".") + 1
        if not text:
            return self._piece("term", block)._replace(depth=depth)
        if top:
            return self._piece("chapter", block)
        return self._piece("clause" if block.kind == "heading" else "untitled", block)._replace(depth=depth)

    def _labelled(self, block: Block) -> Piece:
        label = regex.sub(r"\s", "", block.label)
        if block.kind in ("note", "example"):
            return self._piece(block.kind, block)
        if block.kind == "caption":
            return self._piece("table" if label[0] == "表" else "figure", block)
        piece = self._piece("dash", block)._replace(depth=max(block.level, 1))
        if not piece.digits:
            return piece if piece.depth == 1 else piece._replace(role="dot")
        return piece._replace(role="letter" if piece.digits.isalpha() else "digit")

    def _joined(self, pieces: list[Piece]) -> list[Piece]:
        """Give the number of a term entry the term below it."""
        found: list[Piece] = []
        for piece in pieces:
            last = found[-1] if found else None
            if last is not None and last.role == "term" and not last.text and piece.role == "para":
                found[-1] = last._replace(text=piece.text, objects=piece.objects)
            else:
                found.append(piece)
        return found


def cover_lines(pieces: list[Piece]) -> list[tuple[str, str]]:
    """Return the lines of the cover, each with what it says."""
    lines = [line for piece in pieces for line in piece.text.split(LINE_BREAK)]
    return [(next((name for name, shape in _COVER if shape.search(line)), "title"), line) for line in lines]


def own_number(draft: Draft) -> str:
    """Return the number of the draft, as its headers repeat it."""
    cover = cover_lines([piece for piece in draft.pieces if piece.role == "cover"])
    return next((line for name, line in cover if name == "number"), "")


_COVER = tuple(
    (name, regex.compile(shape))
    for name, shape in (
        ("ics", r"^ICS"),
        ("ccs", r"^CCS"),
        ("replaces", r"^代替"),
        ("level", r"^中华人民共和国.*标准$|^(?:团体|企业)标准$|地方标准$"),
        ("region", r"^DB\d{2,4}$"),
        ("mark", r"^（(?:ISO|IEC)"),
        ("number", r"^[A-Z]+[/A-Z]* ?\d.*—"),
        ("stage", r"稿）$"),
        ("drafted", r"草案完成时间"),
        ("patents", r"提交反馈意见"),
        ("issued", r"[X\d-]{10} ?(?:发布|实施)$"),
        ("body", r"发布$|总局$|委员会$"),
        ("english", r"^[A-Za-z ,—:0-9\-()]+$"),
    )
)
