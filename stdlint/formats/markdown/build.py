"""Turn the pieces of a Markdown file into a `Source`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from stdlint.formats import labels
from stdlint.formats.markdown import drawn, shapes
from stdlint.formats.markdown.blocks import Blocks
from stdlint.formats.markdown.emit import Emitter
from stdlint.formats.markdown.html import Piece, Reader
from stdlint.formats.markdown.inline import NUMBER, SPECIAL, Text, formula, strip
from stdlint.formats.markdown.state import Leaf, Marker, Plain
from stdlint.model import LINE_BREAK, OBJECT, Anchor, Cell, Source, Span, Table

_FORMULA_NUMBER = r"[\s\u3000.…·]*(?:[（(][A-Z]?[.-]?\d+(?:[.-]\d+)*[a-z]?[）)]|\\tag\{[^{}]*\})?[\s\u3000]*"
_NUMBER_ALONE = r"[.…·\s]*[（(](?:[A-Z][.-]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?[）)]"
_CELL_START = frozenset("注NE示")
_NOTES = {"注": "note", "示": "example"}
_NOTE_BELOW = LINE_BREAK + r"\s*(?=注\s{0,2}\d*\s{0,2}[：:])|(?<=[。；）)”])[ \u3000]*(?=注\s?[2-9]\s?[：:])"

_CLAUSE = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,7}|[A-Z](?:\.\d{1,3}){1,7})[ \u3000]++(?=.)", re.ASCII)
_ITEM = re.compile(r"([a-z][)）]|\d{1,2}[)）]|——)[ \u3000]*+(?=.)", re.ASCII)
"""What `labels.split` finds in most headings and items, where a Chinese character follows."""
_PLAIN_LETTERS = frozenset("BCDGHIJKLMOPQRSUVWXYZ")
"""Letters that begin a label only with a point or bracket behind them."""

_new = tuple.__new__


class _Style(NamedTuple):
    """What a paragraph is before its label is known."""

    kind: str = "para"
    level: int = 0
    centred: bool = False
    table: int = -1


class _Builder:
    def __init__(self, raw: str, blocks: Blocks) -> None:
        self.raw = raw
        self.found = blocks
        self.names = blocks.names
        self.out = Emitter()
        self.tables = self.out.tables
        self.html = Reader(raw)
        self.majors: set[int] = set()
        self.levels: dict[int, int] = {}

    def build(self) -> None:
        """Emit every piece, footnotes last."""
        notes: dict[str, list[Leaf]] = {}
        for leaf in _numbered(self.raw, self.found.leaves):
            if not isinstance(leaf, Leaf):
                self._plain(*leaf)
            elif leaf.footnote:
                notes.setdefault(leaf.footnote, []).append(leaf)
            else:
                self._leaf(leaf)
        for label, lines in self.out.notes.items():
            notes[label] = [Leaf("para", lines)]
        first: dict[str, int] = {}
        marks = list(self.out.marks)
        for label in dict.fromkeys([label for _, label in marks] + list(self.names.footnotes)):
            if label in notes:
                first[label] = len(self.out.blocks)
                self._footnote(notes[label], f"{len(first)})")
        for index, label in self.out.marks:
            self.out.anchors[index] = self.out.anchors[index]._replace(target=first.get(label, -1))

    def _footnote(self, leaves: list[Leaf], label: str) -> None:
        start = leaves[0].lines[0][0]
        self._label(label, start, typed=False)
        for leaf in leaves:
            if leaf.kind in ("para", "caption", "formula", "heading"):
                text = strip(self.raw, leaf.lines, self.names)
                self._block(text, 0, len(text.text), _Style("footnote"), label, False)
            else:
                self._leaf(leaf._replace(footnote=""))
            label = ""

    def _leaf(self, leaf: Leaf) -> None:
        kind = leaf.kind
        if leaf.marker is not None and kind != "para" and leaf.marker.label[0] in _NOTES:
            self._titled(Text("", []), leaf.marker)
        if kind == "para":
            if len(leaf.lines) > 1 or not self._one_line(leaf, *leaf.lines[0]):
                self._para(leaf)
        elif kind == "caption":
            self._para(leaf)
        elif kind == "heading":
            self.majors.clear()
            self._heading(strip(self.raw, leaf.lines, self.names), leaf.level, self.html.centred, leaf.quote)
        elif kind == "table":
            self._table(leaf)
        elif kind == "drawn":
            self._drawn(leaf)
        elif kind == "html":
            self._html(leaf)
        elif kind == "formula":
            self._formula(leaf)
        else:
            self._code(leaf)

    def _plain(self, level: int, start: int, end: int) -> None:
        """Emit a heading or paragraph that has no syntax in it."""
        words = self.raw[start:end]
        centred = bool(self.html.open) and self.html.centred
        if level:
            self.majors.clear()
            if (match := _CLAUSE.match(words)) and "\u4e00" <= words[match.end()] <= "\u9fff":
                self._pair(words, start, match, "heading", level, centred)
            else:
                self._heading(Text(words, [(0, 0, start)]), level, centred)
            return
        kind = "para"
        if not "\u4e00" <= words[0] <= "\u9fff" or words[0] in shapes.LABEL_START:
            if (match := _ITEM.match(words)) and "\u4e00" <= words[match.end()] <= "\u9fff":
                self._pair(words, start, match, "item", self._level(match[1], 0), centred)
                return
            if found := _split(words, centred, False):
                self._place(Text(words, [(0, 0, start)]), Leaf("para", []), found, 0)
                return
            kind = _kind(words)
        if self.majors:
            self.majors.clear()
        self.out.plain(words, start, kind, 0, "", True, centred)

    def _pair(self, words: str, start: int, match: re.Match[str], kind: str, level: int, centred: bool) -> None:
        label = match[1]
        rest = match.end()
        self.out.plain(label, start, "label", 0, label)
        self.out.plain(words[rest:], start + rest, kind, level, label, True, centred)

    def _one_line(self, leaf: Leaf, start: int, end: int) -> bool:
        """Emit a paragraph on one line without syntax; return False for any other."""
        words = self.raw[start:end]
        if not words or SPECIAL.search(words):
            return False
        found = _split(words, self.html.centred, leaf.marker is not None)
        if found is not None or leaf.marker is not None:
            self._place(Text(words, [(0, 0, start)]), leaf, found, 0)
            return True
        if self.majors:
            self.majors = {depth for depth in self.majors if depth < leaf.depth}
        self.out.plain(words, start, _kind(words, leaf), centred=self.html.centred)
        return True

    def _heading(self, text: Text, level: int, centred: bool, quoted: bool = False) -> None:
        words = text.text
        start = _first(words)
        if quoted:
            if words.strip():
                self._block(text, start, len(words), _Style("quote", 0, centred))
            return
        found = labels.split(words[start:] if start else words, heading=True)
        style = _Style("heading", level, centred)
        if found is None or not words:
            if words.strip():
                self._block(text, start, len(words), style)
            return
        if found.kind in ("caption", "note", "example"):
            style = _Style(found.kind, 0, centred)
        self._labelled(text, start, found, style)

    def _para(self, leaf: Leaf) -> None:
        text = strip(self.raw, leaf.lines, self.names)
        centred = self.html.centred
        marker = leaf.marker
        words = text.text
        if not words.strip():
            return
        if OBJECT in words and marker is None and self._is_formula(text):
            if _is_apart(self.raw, leaf.lines):
                text.locked.append((words.index(OBJECT) + 1, len(words)))
            self._block(text, _first(words), len(words), _Style("formula", 0, centred))
            return
        start = _first(words)
        strong = text.bold or centred
        found = _split(words[start:] if start else words, strong, marker is not None)
        self._place(text, leaf, found, start)

    def _place(self, text: Text, leaf: Leaf, found: labels.Label | None, start: int) -> None:
        """Emit a paragraph as what its label, its place in a list and its quotation marks make it."""
        words = text.text
        centred = self.html.centred
        if leaf.marker is not None:
            self._item(text, leaf, leaf.marker, found, start)
        elif found is not None and found.kind == "item":
            level = self._level(words[start : start + found.end], leaf.depth)
            self._labelled(text, start, found, _Style("quote" if leaf.quote else "item", level, centred))
        elif found is not None:
            kind, level = found.kind, 0
            if kind == "heading":
                level = _depth(words[start : start + found.end])
                self.majors.clear()
            if kind == "para" and leaf.quote:
                kind = "quote"
            self._labelled(text, start, found, _Style(kind, level, centred))
        else:
            self.majors = {depth for depth in self.majors if depth < leaf.depth}
            self._block(text, start, len(words), _Style(_kind(words, leaf), 0, centred))

    def _item(self, text: Text, leaf: Leaf, marker: Marker, found: labels.Label | None, start: int) -> None:
        """Emit the first paragraph of a list item, under its typed label or the one that its mark stands for."""
        if marker.label[0] in _NOTES:
            self._titled(text, marker)
            return
        kind = "quote" if leaf.quote else "item"
        if found is not None and not (marker.typed and found.kind in ("item", "para")):
            level = 0
            if found.kind == "item":
                level = self._level(text.text[start : start + found.end], leaf.depth - 1)
            style = _Style(kind if found.kind == "item" else found.kind, level, self.html.centred)
            self._labelled(text, start, found, style)
            return
        self._marked(text, leaf, marker, start)

    def _titled(self, text: Text, marker: Marker) -> None:
        """Emit the first paragraph of a box that is called “注1” or “示例” as that note or example."""
        self._label(marker.label, marker.start, typed=False)
        self._block(text, _first(text.text), len(text.text), _Style(_NOTES[marker.label[0]]), marker.label, False)

    def _marked(self, text: Text, leaf: Leaf, marker: Marker, start: int) -> None:
        """Emit the first paragraph of a list item under the label that its mark stands for."""
        kind = "quote" if leaf.quote else "item"
        level = self.levels.get(leaf.depth - 1, leaf.depth - 1) + 1
        if marker.typed or (marker.indent >= 2 and leaf.depth == 1):
            level = leaf.depth + (leaf.depth - 1 in self.majors)
        self.levels[leaf.depth] = level
        label = marker.label
        if not marker.typed and label == "——" and level > 1:
            label = "·"
        self._label(label, marker.start, marker.typed)
        self._block(text, start, len(text.text), _Style(kind, level, self.html.centred), label, marker.typed)

    def _level(self, label: str, depth: int) -> int:
        """Return the level of an item typed inside `depth` list items: letters and dashes first, then the others."""
        if labels.MAJOR.match(label):
            self.majors.add(depth)
            return depth + 1
        return depth + 1 + (depth in self.majors)

    def _is_formula(self, text: Text) -> bool:
        formulas = {offset for offset, kind, _ in text.anchors if kind == "formula"}
        start = _first(text.text)
        return start in formulas and bool(re.fullmatch(_FORMULA_NUMBER, text.text[start + 1 :]))

    def _table(self, leaf: Leaf) -> None:
        number = len(self.tables)
        cells: list[Cell] = []
        self.tables.append(Table(cells))
        plain, made = self.out.plain, self.out.blocks
        for row, (start, end) in enumerate(leaf.lines):
            line = self.raw[start:end]
            special = SPECIAL.search(line)
            for column, (first, last) in enumerate(shapes.row_cells(line, start)):
                words = line[first - start : last - start]
                if words and not special and words[0] not in _CELL_START:
                    blocks: tuple[int, ...] = (len(made),)
                    plain(words, first, "cell", table=number)
                else:
                    blocks = self._cell([(first, last)], _Style("cell", table=number))
                cells.append(_new(Cell, (row, column, blocks, 1, False, False)))

    def _drawn(self, leaf: Leaf) -> None:
        """Emit a table the cells of which stand in columns: locked, because another width would break it."""
        held = drawn.cells(self.raw, leaf.lines)
        begin = self.out.length
        number = len(self.tables)
        self.tables.append(Table([]))
        for (row, column), lines in sorted(held.items()):
            numbers: list[int] = []
            for part in _groups(self.raw, lines) if lines else []:
                numbers.extend(self._cell(part, _Style("cell", table=number)))
            self.tables[number].cells.append(Cell(row, column, tuple(numbers)))
        self.out.locked.append((begin, self.out.length))

    def _cell(self, lines: list[Span], style: _Style) -> tuple[int, ...]:
        """Emit the paragraphs of a cell, one for each note in it, and return the numbers of their blocks."""
        if lines[0][0] == lines[0][1]:
            return ()
        text = strip(self.raw, lines, self.names, cell=True)
        words = text.text
        first = len(self.out.blocks)
        start = _first(words)
        cuts = (
            [match.span() for match in re.compile(_NOTE_BELOW).finditer(words, start)] if words.count("注") > 1 else []
        )
        for end, following in [*cuts, (len(words), len(words))]:
            part = words[start:end]
            found = labels.split(part) if part[:1] in _CELL_START else None
            if found is not None and found.kind in ("note", "example"):
                self._labelled(text, start, found, style._replace(kind=found.kind), end)
            elif part.strip():
                self._block(text, start, end, style)
            start = following
        return tuple(range(first, len(self.out.blocks)))

    def _html(self, leaf: Leaf) -> None:
        held: dict[tuple[int, int, int], list[int]] = {}
        spans: dict[tuple[int, int, int], tuple[int, int]] = {}
        for piece in self.html.read(leaf.lines, len(self.tables)):
            if piece.kind == "table":
                self.tables.append(Table([], piece.level))
            elif piece.kind == "cell":
                style = _Style("cell", 0, piece.centred, piece.table)
                place = (piece.table, piece.row, piece.column)
                held.setdefault(place, []).extend(self._cell(piece.lines, style) if piece.lines else ())
                if piece.columns:
                    spans[place] = piece.columns, piece.rows
            else:
                self._piece(piece, leaf)
        for place, numbers in sorted(held.items()):
            columns, _ = spans.get(place, (1, 1))
            self.tables[place[0]].cells.append(Cell(place[1], place[2], tuple(numbers), columns))
        self._cover(spans)

    def _cover(self, spans: dict[tuple[int, int, int], tuple[int, int]]) -> None:
        """Add the cells that are covered by a cell above them."""
        last: dict[int, int] = {}
        for table, row, _ in spans:
            last[table] = max(row, last.get(table, 0))
        tall = [(place, *span) for place, span in spans.items() if span[1] > 1]
        for (table, row, column), columns, rows in tall:
            for below in range(row + 1, min(row + rows, last[table] + 1)):
                self.tables[table].cells.append(Cell(below, column, (), columns, True))
        for table in {place[0] for place, *_ in tall}:
            self.tables[table].cells.sort()

    def _piece(self, piece: Piece, leaf: Leaf) -> None:
        if piece.kind == "heading":
            self.majors.clear()
            self._heading(strip(self.raw, piece.lines, self.names), piece.level, piece.centred)
            return
        if piece.kind == "code":
            self._lines([strip(self.raw, [line], self.names) for line in piece.lines])
            return
        outer = self.html.open
        self.html.open = [("", piece.centred)]
        marker = Marker("——", piece.lines[0][0], False, 0) if piece.kind == "item" else leaf.marker
        depth = max(leaf.depth, 1) if piece.kind == "item" else leaf.depth
        kind = "caption" if piece.kind == "caption" else "para"
        for lines in _groups(self.raw, piece.lines):
            self._para(Leaf(kind, lines, 0, depth, marker, leaf.quote))
            marker = None
        self.html.open = outer

    def _lines(self, texts: list[Text]) -> None:
        """Emit lines as code."""
        out = self.out
        begin = out.length
        for index, text in enumerate(texts):
            if index:
                out.add(LINE_BREAK, -1, text.runs[0][2] if text.runs else 0)
            out.copy(text, 0, len(text.text))
        if out.length > begin:
            out.close(begin, "code")

    def _formula(self, leaf: Leaf) -> None:
        out, raw = self.out, self.raw
        begin = out.length
        apart = leaf.lines.pop() if _is_apart(raw, leaf.lines) else None
        words = formula(" ".join([raw[start:end] for start, end in leaf.lines]))
        out.anchors.append(Anchor(begin, "formula", -1, words))
        out.add(OBJECT, -1, leaf.lines[0][0])
        if number := re.compile(NUMBER).search(raw, leaf.lines[0][0], leaf.lines[-1][1]):
            out.locked.append((out.length, out.length + len(number[1]) + 2))
            out.add("（", -1, number.start())
            out.add(number[1], 0, number.start(1))
            out.add("）", -1, number.end())
        elif apart:
            out.locked.append((out.length, out.length + apart[1] - apart[0]))
            out.add(raw[apart[0] : apart[1]], 0, apart[0])
        out.close(begin, "formula", centred=self.html.centred)

    def _code(self, leaf: Leaf) -> None:
        out = self.out
        begin = out.length
        for index, (start, end) in enumerate(leaf.lines):
            if index:
                out.add(LINE_BREAK, -1, start)
            if start < end:
                out.add(self.raw[start:end], 0, start)
        if leaf.kind == "indented":
            out.locked.append((begin, begin + 1))
        out.close(begin, "code")

    def _label(self, label: str, start: int, typed: bool) -> None:
        out = self.out
        begin = out.length
        out.add(label, 0 if typed else -1, start)
        out.close(begin, "label", 0, label, typed)

    def _labelled(self, text: Text, start: int, found: labels.Label, style: _Style, end: int = -1) -> None:
        """Emit a typed label and the paragraph behind it."""
        out, words = self.out, text.text
        end = len(words) if end < 0 else end
        label = words[start : start + found.end]
        if start + found.rest < end and text.is_plain() and not words[end - 1].isspace():
            kind, level, centred, table = style
            place = text.runs[0][2]
            out.plain(label, place + start, "label", 0, label, table=table)
            start += found.rest
            out.plain(words[start:end], place + start, kind, level, label, True, centred, table)
            return
        begin = out.length
        out.copy(text, start, start + found.end)
        out.close(begin, "label", 0, label, table=style.table)
        self._block(text, start + found.rest, end, style, label)

    def _block(self, text: Text, start: int, end: int, style: _Style, label: str = "", typed: bool = True) -> None:
        out = self.out
        begin = out.length
        while end > start and text.text[end - 1].isspace():
            end -= 1
        out.copy(text, start, end)
        kind, level, centred, table = style
        out.close(begin, kind, level, label, typed, text.bold, centred, table)


def build(raw: str, blocks: Blocks, data: bytes, encoding: str) -> Source:
    """Return the source that these pieces of a file make up."""
    builder = _Builder(raw, blocks)
    builder.build()
    source = builder.out.source(data, encoding, blocks.meta)
    if blocks.included:
        english, chinese = ", ".join(blocks.included), "、".join(blocks.included)
        source.unread = [
            (f"Files that the draft includes are not read: {english}.", f"草案包含的文件未读取：{chinese}。")
        ]
    return source


def _numbered(raw: str, leaves: list[Leaf | Plain]) -> list[Leaf | Plain]:
    """Put the number that stands as a paragraph of its own below a formula to the formula."""
    if "$$" not in raw and "\\[" not in raw:
        return leaves
    joined: list[Leaf | Plain] = []
    for leaf in leaves:
        above = joined[-1] if joined else None
        if isinstance(above, Leaf) and (above.kind == "formula" or raw.startswith("$$", above.lines[0][0])):
            start, end = leaf.lines[0] if isinstance(leaf, Leaf) else leaf[1:]
            alone = leaf.kind == "para" and len(leaf.lines) == 1 if isinstance(leaf, Leaf) else not leaf[0]
            unnumbered = "tag" not in raw[slice(*above.lines[-1])] and raw[above.lines[-1][1] - 1] not in ")）"
            if alone and unnumbered and re.fullmatch(_NUMBER_ALONE, raw[start:end]):
                joined[-1] = above._replace(lines=[*above.lines, (start, end)])
                continue
        joined.append(leaf)
    return joined


def _is_apart(raw: str, lines: list[Span]) -> bool:
    """Say whether the last line of a formula is its number, which stands below it as a paragraph of its own."""
    return len(lines) > 1 and bool(re.fullmatch(_NUMBER_ALONE, raw[slice(*lines[-1])]))


def _kind(words: str, leaf: Leaf | None = None) -> str:
    """Return the kind of a paragraph without a label; what a machine has put on every page is a footer."""
    if words.startswith(shapes.WATERMARK):
        return "footer"
    if leaf is None:
        return "para"
    return "caption" if leaf.kind == "caption" else "quote" if leaf.quote else "para"


def _split(words: str, strong: bool, item: bool) -> labels.Label | None:
    first = words[0]
    if "\u4e00" <= first <= "\u9fff":
        if first not in shapes.LABEL_START:
            return None
    elif first in _PLAIN_LETTERS and words[1:2].isalpha():
        return None
    return labels.split(words, strong=strong, item=item)


def _first(words: str) -> int:
    """Return where the text begins behind its blanks."""
    return len(words) - len(words.lstrip()) if words[:1].isspace() else 0


def _depth(label: str) -> int:
    return label.rstrip(".．").replace("．", ".").count(".") + 1 if label[:1].isascii() else 1


def _groups(raw: str, lines: list[Span]) -> list[list[Span]]:
    """Part lines where one begins a paragraph of its own."""
    groups = [lines[:1]]
    for before, line in pairwise(lines):
        if shapes.opens_block(raw[before[0] : before[1]], raw[line[0] : line[1]], first=raw[groups[-1][0][0] :][:8]):
            groups.append([])
        groups[-1].append(line)
    return groups
