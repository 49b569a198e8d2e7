"""Read the footnotes of the text that an author typed, and those of tables, with the marks that lead to them.

Source: GB/T 1.1—2020, 9.12.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT, Source, Span
from stdlint.views.notes import Note, ordinal
from stdlint.views.outline import Outline
from stdlint.views.tables import LAYOUT, DataTable

RAISED_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐ"
_LETTERS = str.maketrans(RAISED_LETTERS, "abcdefghijklm")
_FIGURES = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰⁾）", "1234567890))")
_TEXT_MARK = patterns.compile(r"[¹²³⁴-⁹]{1,2}[⁾)）]?|\d{1,2}[)）]|[①-⑳]")
_BODY = patterns.compile(
    rf"(?:\^(?=.\^))?(?P<letter>[a-m{RAISED_LETTERS}])(?:(?<=\^.)\^)?(?P<rest>[ \u3000\u4e00-\u9fff].*)"
)
_SYMBOL = patterns.compile(r"[ \u3000]*(?:为|是|表示|代表|指|[—=：:、和或与]|类|级|型|值)")
_FORMULA = patterns.compile(r"[$\s]*\^\s*\{?\s*(?:\\\w+\s*\{\s*)?(?P<letter>[a-h])\s*\}{0,2}[$\s]*")
_FOREIGN = patterns.compile(
    r"(?P<mark>[①-⑳]|[⑴-⒇]|[（(](?:[a-h]|\d)[)）]|[a-h\d][)）]"
    r"|[A-F](?=[ \u3000]+(?![为是指级类型表代]))|\*{1,3}|※|#|[¹²³⁴-⁹](?![⁾)）]))"
    r"[ \u3000]*(?=[\u4e00-\u9fff“])"
)
_TEXT_FORM = patterns.compile(r"(?<=[\u4e00-\u9fff”])[ ]?(?P<mark>\d[)）])$|(?P<raised>[¹²³⁴-⁹]{1,2}[⁾)）])")
_CLEAR = patterns.compile(rf"(?<=[^\s{RAISED_LETTERS}A-Za-z])[ᵃᵇᶜᵈᵉᶠᵍ](?![{RAISED_LETTERS}])|(?<=[^\s]\^)[a-h](?=\^)")
_MARK_ENDS = frozenset("abcdefgh)）")
_PLAIN = patterns.compile(r"(?<=[\u4e00-\u9fff）)])[a-h]$")


_NOTE_KINDS = frozenset(("item", "footnote", "cell"))


class TextFootnote(NamedTuple):
    """A typed footnote of the text: its number, its marker in front, and its mark in the text (or None)."""

    number: int
    block: int
    marker: Span
    mark: Span | None
    alone: bool


class TableNote(NamedTuple):
    """A footnote of a table: the letter or foreign marker that it has, and where."""

    letter: str
    marker: Span
    text: str


@dataclass(slots=True)
class Footed:
    """The footnotes of a table, continuations included, and its marks.

    `marks` are letters that are certainly marks, `plain` those that may be one, `text_marks` marks in the form of text
    footnotes (“1)”), `foreign` footnotes with another marker. `cells` are the spans in which a mark may stand, `behind`
    the paragraphs behind the table, `formulas` the formulas in it.
    """

    tables: list[DataTable]
    notes: list[TableNote] = field(default_factory=list)
    foreign: list[TableNote] = field(default_factory=list)
    marks: list[tuple[str, Span]] = field(default_factory=list)
    plain: list[tuple[str, Span]] = field(default_factory=list)
    text_marks: list[Span] = field(default_factory=list)
    cells: list[Span] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)


def is_foreign(said: str) -> bool:
    """Say whether a paragraph begins with a mark like one of a footnote, but not with a letter."""
    return _FOREIGN.match(said) is not None


def letter_of(written: str) -> str:
    """Return the plain letter of a mark."""
    return written.translate(_LETTERS)


def text_footnotes(source: Source, outline: Outline, notes: list[Note]) -> list[TextFootnote]:
    """Return the typed footnotes of the text in document order."""
    found: list[TextFootnote] = []
    for note in notes:
        first = note.blocks[0]
        block = source.blocks[first]
        if note.kind != "footnote" or block.kind == "footnote" or block.table >= 0:
            continue
        marker = source.blocks[first - 1].span if block.label else _marker(source, block.span)
        if marker is None or not source.blocks[first].typed:
            continue
        written = source.text[slice(*marker)]
        number = ordinal(written.translate(_FIGURES))
        top = outline.owner[first]
        start = source.blocks[top.first].span[0]
        at = source.text.rfind(written, start, marker[0])
        mark = (at, at + len(written)) if at >= 0 else None
        alone = at >= 0 and source.text.count(written, start, marker[0]) == 1
        found.append(TextFootnote(number, first, marker, mark, alone))
    return found


def _marker(source: Source, span: Span) -> Span | None:
    match = _TEXT_MARK.match(source.text, *span)
    return match.span() if match else None


def table_footnotes(source: Source, tables: list[DataTable]) -> list[Footed]:
    """Return the footnotes of every table that has any, or marks that need one."""
    by_number: dict[str, Footed] = {}
    found: list[Footed] = []
    raised = _raised(source)
    for table in tables:
        if table.use == LAYOUT or not _may_have(source, table, raised):
            continue
        footed = by_number.get(table.number) if table.continued and table.number else None
        if footed is None:
            footed = Footed([])
            found.append(footed)
            by_number[table.number] = footed
        footed.tables.append(table)
        _read_table(source, table, footed)
    return [one for one in found if one.notes or one.foreign or one.marks or one.text_marks]


def _raised(source: Source) -> list[int]:
    """Return where raised letters and parentheses, and formulas, stand."""
    found = [anchor.offset for anchor in source.anchors if anchor.kind == "formula"]
    for char in "ᵃᵇᶜᵈᵉᶠᵍ⁾":
        at = source.text.find(char)
        while at >= 0:
            found.append(at)
            at = source.text.find(char, at + 1)
    return sorted(found)


def _may_have(source: Source, table: DataTable, raised: list[int]) -> bool:
    """Say whether a table has rows across it at its end, paragraphs of notes behind it, or raised marks in it."""
    if table.across[-1] or table.behind:
        return True
    behind = source.blocks[table.last + 1] if table.last + 1 < len(source.blocks) else None
    if behind is not None and behind.kind == "label" and behind.typed:
        return True
    at = bisect_left(raised, source.blocks[table.first].span[0])
    return at < len(raised) and raised[at] < source.blocks[table.last].span[1]


def _read_table(source: Source, table: DataTable, footed: Footed) -> None:
    """Sort the paragraphs of a table into footnotes and cells, and read the marks of the cells."""
    text = source.text
    tail = len(table.rows)
    while tail > table.header and table.across[tail - 1]:
        tail -= 1
    for place, row in enumerate(table.rows):
        below = place >= tail
        for block in [block for entry in row if entry.text for block in entry.cell.blocks]:
            start, end = source.blocks[block].span
            if source.blocks[block].kind == "label":
                if below:
                    _take_labelled(source, block, footed)
            elif not (below and _take_note(source, (start, end), footed)):
                footed.cells.append((start, end))
                _read_marks(text, (start, end), footed)
    for block in (table.caption, table.unit):
        if block >= 0:
            footed.cells.append(source.blocks[block].span)
    for block in table.behind:
        _take_note(source, source.blocks[block].span, footed)
    _read_behind(source, table, footed)
    _read_formulas(source, table, footed)


def _take_note(source: Source, span: Span, footed: Footed) -> bool:
    """Add a paragraph below the body of a table to the footnotes if it begins like one."""
    start, end = span
    match = _BODY.match(source.text, start, end)
    if match is not None:
        if end - start > 3 and not _SYMBOL.match(match["rest"]):
            footed.notes.append(TableNote(letter_of(match["letter"]), match.span("letter"), match["rest"]))
            return True
        return False
    foreign = _FOREIGN.match(source.text, start, end)
    if foreign is not None:
        footed.foreign.append(TableNote(foreign["mark"], foreign.span("mark"), source.text[start:end]))
        return True
    if start < end and source.text[start] == OBJECT:
        letter = _formula_letter(source, start)
        if letter:
            footed.notes.append(TableNote(letter, (start, start + 1), source.text[start:end]))
            return True
    return False


def _read_marks(text: str, span: Span, footed: Footed) -> None:
    footed.marks += [(letter_of(match.group()), match.span()) for match in _CLEAR.finditer(text, *span)]
    if text[span[1] - 1] not in _MARK_ENDS and "⁾" not in text[slice(*span)]:
        return
    footed.plain += [(match.group(), match.span()) for match in _PLAIN.finditer(text, *span)]
    for match in _TEXT_FORM.finditer(text, *span):
        group = "mark" if match["mark"] else "raised"
        if match.group()[-1] == "⁾" or not ("（" in text[slice(*span)] or "(" in text[slice(*span)]):
            footed.text_marks.append(match.span(group))


def _read_behind(source: Source, table: DataTable, footed: Footed) -> None:
    """Read what follows the table: footnotes with a foreign marker, and words in which a letter may be explained."""
    blocks = source.blocks
    for at in range(table.last + 1, min(table.last + 9, len(blocks))):
        if blocks[at].table >= 0 or _is_captioned(source, at):
            break
        footed.behind.append(source.text[slice(*blocks[at].span)])
    at = table.last + 1
    while at + 1 < len(blocks) and blocks[at].kind == "label" and _take_labelled(source, at, footed):
        at += 2


def _is_captioned(source: Source, at: int) -> bool:
    """Say whether a picture is that of a figure: a caption stands below it."""
    below = source.blocks[at + 1 : at + 3]
    return source.text[source.blocks[at].span[0]] == OBJECT and any(block.kind == "caption" for block in below)


def _take_labelled(source: Source, label: int, footed: Footed) -> bool:
    """Add a paragraph that was read as an item of a list (“①”, “1)”) to the footnotes with a foreign marker."""
    block = source.blocks[label]
    if not block.typed or label + 1 >= len(source.blocks) or source.blocks[label + 1].kind not in _NOTE_KINDS:
        return False
    span = block.span
    said = source.text[slice(*span)] + source.text[slice(*source.blocks[label + 1].span)]
    match = _FOREIGN.match(said)
    if match is None or span[1] - span[0] != len(match["mark"]):
        return False
    footed.foreign.append(TableNote(match["mark"], span, said))
    return True


def _read_formulas(source: Source, table: DataTable, footed: Footed) -> None:
    """Read the marks that are written as formulas: “尺寸$^{a}$”."""
    anchors = source.anchors
    first, last = source.blocks[table.first].span[0], source.blocks[table.last].span[1]
    for at in range(bisect_left(anchors, first, key=lambda anchor: anchor.offset), len(anchors)):
        if anchors[at].offset >= last:
            break
        match = _FORMULA.fullmatch(anchors[at].text) if anchors[at].kind == "formula" else None
        footed.formulas.append(anchors[at].text)
        offset = anchors[at].offset
        if match is not None and offset and not source.text[offset - 1].isascii():
            footed.marks.append((match["letter"], (offset, offset + 1)))


def _formula_letter(source: Source, offset: int) -> str:
    at = bisect_left(source.anchors, offset, key=lambda anchor: anchor.offset)
    match = _FORMULA.fullmatch(source.anchors[at].text) if at < len(source.anchors) else None
    return match["letter"] if match else ""
