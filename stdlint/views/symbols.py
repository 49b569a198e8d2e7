"""Read the clauses of symbols and abbreviated terms: their introductory sentence and their entries.

An entry is a line “v——速度” or “API：应用程序接口（Application Programming Interface）”, a sign alone with its
explanation on the next line, or a row of a table.

Source: GB/T 1.1—2020, 8.8.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT, Source, Span
from stdlint.views.elements import element_of
from stdlint.views.explanations import key
from stdlint.views.outline import Outline, Section
from stdlint.views.regions import Region
from stdlint.views.wording import BLANK, fold

ABBREVIATION, SYMBOL = "abbreviation", "symbol"

_SIGN = r"[A-Za-z0-9\u0370-\u03ff\u2126\u00b5\u2200-\u22ff\ufffc\[$Å°%‰#*@&\U0001d400-\U0001d7ff]"
_HEAD = rf"(?:{_SIGN}[^\s\p{{Han}}：:—–－─⸺―\n]{{0,30}}?(?: [A-Za-z0-9.]{{1,8}}){{0,2}}?\p{{Han}}{{0,2}}?)"
_MEANING = rf"{BLANK}*(?P<meaning>[\p{{Han}}（(A-Za-z0-9《“\ufffc][^\n]*)"
_MARKED = patterns.compile(
    rf"{BLANK}*(?P<head>{_HEAD}){BLANK}*(?P<mark>[—–－─⸺―]+|-{{2,3}}|-(?![A-Za-z0-9])|[：:]|[=＝]|[，,](?={BLANK}*\p{{Han}})){_MEANING}"
)
_SPACED = patterns.compile(rf"{BLANK}*(?P<head>{_HEAD})(?P<mark>{BLANK}+)(?=[\p{{Han}}A-Za-z（(]){_MEANING}")
_SWAPPED = patterns.compile(
    r"(?P<head>[A-Z][A-Za-z0-9\-/]{1,14})[（(](?P<meaning>[A-Za-z][^（）()]{3,80}|[^（）()]*\p{Han}[^（）()]*)[）)](?P<mark>[：:—\-]*)\s*(?P<rest>[^\n]*)"
)
_ALONE = patterns.compile(rf"{BLANK}*(?P<head>{_HEAD}){BLANK}*")
_LEAD = patterns.compile(
    r"(?=[^\n]*(?:符号|略语|略词|缩写|代号|记号|术语))(?:[^\n]*(?:适用于?|采用|使用|如下|包括|给出)[^\n]*|(?:下列|以下)[^\n]*)[。：:；]?"
)
_NONE = patterns.compile(r"(?:本(?:文件|标准|部分|章)?)?(?:中)?(?:没有|无|暂无|未)[^\n]{0,20}[。.]?")
_HEADER = patterns.compile(r"符号|缩略语|缩写|略语|代号|简称|英文")
_ORDINAL = patterns.compile(r"序号|编号|No\.?|NO\.?")
_CAPITALS = patterns.compile("[A-Z]")
_ENGLISH = patterns.compile(r"[（(,，:：\s][A-Za-z][A-Za-z \-/,]{4,}|^[A-Za-z]{3,}[ \-]")
_QUANTITY = patterns.compile("单位为|单位：")
_LETTERED = patterns.compile(r"\ufffc|[A-Za-z\u0370-\u03ff][’'′]?")


class Entry(NamedTuple):
    """A symbol or an abbreviation with its explanation.

    `said` is the sign as it is compared within the list, “” of a picture; `key` as formulas compare it. `label` is the
    index of a label in front of it, or -1. `mark` holds what separates it from `meaning`; it is empty in tables and
    where the explanation stands on the next line. `kind` is abbreviation, symbol, or “” where it may be either.
    """

    block: int
    head: Span
    said: str
    key: str
    label: int
    mark: Span
    meaning: Span
    kind: str


class Clause(NamedTuple):
    """A clause, or titled subclause, with a list of signs.

    `lead` is the span of the introductory sentence or (0, 0). `others` are the blocks that are no entries; `ordinal`
    is the header of a table column that numbers the rows, or (0, 0). `alphabetical` is False of a subclause with a
    title of its own, which may follow the subject.
    `none`: a sentence says that there are none. `tabular`: there is a table.
    """

    section: Section
    lead: Span
    entries: tuple[Entry, ...]
    others: tuple[int, ...]
    ordinal: Span
    alphabetical: bool
    none: bool
    tabular: bool


class Symbols(NamedTuple):
    """The clauses of symbols and abbreviated terms: the elements, and what holds their lists."""

    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]

    @property
    def entries(self) -> list[Entry]:
        """All entries, in document order."""
        return [entry for clause in self.clauses for entry in clause.entries]


def read(source: Source, outline: Outline, regions: list[Region]) -> Symbols:
    """Return the clauses of symbols and abbreviated terms, those inside the clause of terms included."""
    sections: list[Section] = []
    for top in outline.top:
        if top.element == "symbols":
            sections.append(top)
        elif top.element == "terms":
            sections += [child for child in top.children if child.titled and element_of(child.title) == "symbols"]
    if not sections:
        return Symbols((), ())
    reader = _Reader(source, regions)
    return Symbols(tuple(sections), tuple(clause for section in sections for clause in reader.clauses(section)))


class _Reader:
    def __init__(self, source: Source, regions: list[Region]) -> None:
        self.source = source
        self.text = source.text
        self.blocks = source.blocks
        self.regions = regions
        self.shown = {a.offset: a.text for a in source.anchors if a.kind == "formula"}

    def clauses(self, section: Section) -> Iterator[Clause]:
        """Yield the clause, and each subclause in its place."""
        entries = [self._numbered(child, section.title) for child in section.children]
        found = [entry for entry in entries if entry is not None]
        if len(found) > 1 and len(found) == len(entries):
            clause = self._clause(section, True)
            yield clause._replace(entries=(*clause.entries, *found))
            return
        children = [child for child in section.children if child.titled]
        if not children or section.body:
            yield self._clause(section, True)
        for child in children:
            yield self._clause(child, element_of(child.title) == "symbols", deep=True)

    def _numbered(self, child: Section, title: str) -> Entry | None:
        """Read an entry that is numbered like a clause: “4.1 API 应用程序接口”."""
        index = child.first + 1
        if child.children or index >= len(self.blocks) or self.blocks[child.first].kind != "label":
            return None
        below = [at for at in child.body if self.blocks[at].span != child.head and at != index]
        entry = self._entry(index, below[0] if len(below) == 1 else -1, title)[0]
        return entry if entry is not None and len(_CAPITALS.findall(entry.said)) > 1 else None

    def _clause(self, section: Section, alphabetical: bool, deep: bool = False) -> Clause:
        lead: Span = (0, 0)
        entries: list[Entry] = []
        others: list[int] = []
        none = False
        title = section.title
        body = list(section.blocks()) if deep else section.body
        body = [at for at in body if self.blocks[at].kind != "label" and self.blocks[at].span != section.head]
        tables: list[int] = []
        skip = -1
        for place, at in enumerate(body):
            block = self.blocks[at]
            start, end = block.span
            if at == skip or start == end or self.regions[at].role in ("note", "header", "footer", "toc"):
                continue
            if block.table >= 0:
                if block.table not in tables:
                    tables.append(block.table)
                continue
            said = self.text[start:end].strip()
            if lead == (0, 0) and not entries and self._is_lead(said):
                lead = (start + len(self.text[start:end]) - len(self.text[start:end].lstrip()), 0)
                lead = (lead[0], lead[0] + len(said))
                continue
            follower = body[place + 1] if place + 1 < len(body) else -1
            entry, taken = self._entry(at, follower, title)
            if entry is not None:
                entries.append(entry)
                skip = taken
            else:
                none = none or _NONE.fullmatch(said) is not None
                others.append(at)
        ordinal: Span = (0, 0)
        for table in tables:
            found, header = self._rows(table, title)
            entries += found
            ordinal = ordinal if ordinal != (0, 0) else header
        return Clause(section, lead, tuple(entries), tuple(others), ordinal, alphabetical, none, bool(tables))

    def _is_lead(self, said: str) -> bool:
        return _LEAD.fullmatch(said) is not None and len(said) < 200

    def _entry(self, at: int, follower: int, title: str) -> tuple[Entry | None, int]:
        start, end = self.blocks[at].span
        label = at - 1 if at and self.blocks[at - 1].kind == "label" else -1
        swapped = _SWAPPED.fullmatch(self.text, start, end)
        if swapped is not None:
            head, mark, meaning = swapped.span("head"), swapped.span("mark"), (swapped.end("head"), end)
            return self._made(at, head, label, mark, meaning, title), -1
        match = _MARKED.fullmatch(self.text, start, end) or _SPACED.fullmatch(self.text, start, end)
        if match is not None:
            head, mark, meaning = match.span("head"), match.span("mark"), match.span("meaning")
            return self._made(at, head, label, mark, meaning, title), -1
        alone = _ALONE.fullmatch(self.text, start, end)
        if alone is not None and follower >= 0 and self.blocks[follower].table < 0:
            below = self.blocks[follower].span
            if "\u4e00" <= self.text[below[0] : below[0] + 1] <= "\u9fff" or _ENGLISH.match(self.text, *below):
                return self._made(at, alone.span("head"), label, (end, end), below, title), follower
        return None, -1

    def _made(self, at: int, head: Span, label: int, mark: Span, meaning: Span, title: str) -> Entry:
        said = fold(self.text[slice(*head)])
        shown = said
        for offset in range(*head):
            if self.text[offset] == OBJECT:
                text = self.shown.get(offset, "")
                shown = shown.replace(OBJECT, text, 1) if text else ""
        kind = _kind(shown, self.text[slice(*mark)], self.text[slice(*meaning)], title)
        return Entry(at, head, shown, key(shown) if shown else "", label, mark, meaning, kind)

    def _rows(self, table: int, title: str) -> tuple[list[Entry], Span]:
        """Return the entries of a table, and the header of a column with running numbers."""
        cells = [cell for cell in self.source.tables[table].cells if cell.blocks and not cell.merged]
        if not cells:
            return [], (0, 0)
        first = min(cell.row for cell in cells)
        texts = {(cell.row, cell.column): cell.blocks[-1] for cell in cells}
        column, header, ordinal = 0, False, (0, 0)
        for (row, at), block in sorted(texts.items()):
            said = self.text[slice(*self.blocks[block].span)].strip()
            if row == first and _ORDINAL.fullmatch(fold(said)):
                column, header, ordinal = at + 1, True, self.blocks[block].span
            elif row == first and _HEADER.search(said) and len(said) < 12 and not header:
                column, header = at, True
        entries = []
        for (row, at), block in sorted(texts.items()):
            span = self.blocks[block].span
            alone = _ALONE.fullmatch(self.text, *span)
            beside = texts.get((row, at + 1))
            if at != column or alone is None or (header and row == first):
                continue
            meaning = self.blocks[beside].span if beside is not None else (span[1], span[1])
            entries.append(self._made(block, alone.span("head"), -1, (span[1], span[1]), meaning, title))
        return entries, ordinal


def _kind(said: str, mark: str, meaning: str, title: str) -> str:
    capitals = len(_CAPITALS.findall(said))
    if not said or _LETTERED.fullmatch(said) or _QUANTITY.search(meaning) or "_" in said or "\\" in said:
        return SYMBOL
    if capitals >= 2 and (_ENGLISH.search(meaning) or ("符号" not in title and mark != "——")):
        return ABBREVIATION
    if capitals >= 3 and mark in ("：", ":"):
        return ABBREVIATION
    return SYMBOL if len(said) < 4 and mark[:1] in ("—", "⸺", "-") else ""
