"""Read the entries of the table of contents, and find what each of them stands for in the text.

Source: GB/T 1.1—2020, 8.2, 10.3.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import LINE_BREAK, OBJECT, Source, Span
from stdlint.views.captions import Caption
from stdlint.views.elements import element_of
from stdlint.views.outline import Outline, Section
from stdlint.views.wording import BLANK, fold

_ROMAN = r"[IVXLivxlⅠ-Ⅻⅰ-ⅻ]{1,6}"
_LEADER = r"(?:[.…·．⋯]|\.\s(?=\.))"
_PAGE = patterns.compile(
    rf"(?P<leader>{_LEADER}+|(?:{BLANK})+)(?:{BLANK}|{_LEADER})*[（(]?(?P<page>\d{{1,4}}|{_ROMAN})[)）]?{BLANK}*$"
)
_LEADER_END = patterns.compile(rf"(?:{BLANK}|{_LEADER}{{2,}}|…)+$")
_NEXT = patterns.compile(
    rf"(?:{LINE_BREAK}|(?<=[.·．]{{2}}|[…⋯])(?:{BLANK})*(?:\d{{1,3}}|{_ROMAN})(?P<gap>{BLANK}+)(?=\S))"
)
_NUMBER = patterns.compile(
    rf"(?:附{BLANK}*录{BLANK}*(?P<annex>[A-Z])(?![A-Za-z0-9])|(?P<kind>[图表]){BLANK}*(?P<of>(?:[A-Z][.．])?\d+(?:[.．\-]\d+)*)(?!\d)"
    r"|(?P<clause>[A-Z](?:[.．]\d+)+|\d{1,2}(?:[.．]\d+)*)[.．、]?(?![\d,，\-—～~%]|[A-Za-z]))"
)
_STATUS = patterns.compile(
    rf"{BLANK}*[（(]{BLANK}*(?P<status>(?:规范|资料)性(?:附录)?|(?:标准|提示)的附录|补充件|参考件|推荐性){BLANK}*[)）]"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_SINGLE_ROMAN = {chr(0x2160 + at): at + 1 for at in range(12)} | {chr(0x2170 + at): at + 1 for at in range(12)}
_ELEMENTS = frozenset(("foreword", "introduction", "bibliography", "index"))


class Target(NamedTuple):
    """What an entry may stand for. `kind`: foreword, introduction, clause, annex, bibliography, index, figure, table.

    `span` is that of its title, `certain` says that its number stands in the text.
    """

    kind: str
    number: str
    title: str
    status: str
    span: Span
    top: bool
    certain: bool = True


@dataclass(slots=True)
class ContentsEntry:
    """A line of the contents: `span` is that of the title, or of the number alone; `page` is “” where there is none.

    `target` is the index of what it stands for, or -1; `term`: the entry of a term. `kind` is that of `Target`, or “”.
    """

    kind: str
    number: str
    title: str
    status: str
    span: Span
    number_span: Span
    page: str = ""
    page_span: Span = (0, 0)
    target: int = -1
    term: bool = False

    @property
    def value(self) -> int:
        """The page as a number, 0 where there is none."""
        return page_value(self.page)

    @property
    def said(self) -> str:
        """What it says, for messages."""
        name = f"附录{self.number}" if self.kind == "annex" else self.number
        name = {"figure": "图", "table": "表"}.get(self.kind, "") + name
        status = f"（{self.status}）" if self.status else ""
        return f"{name}{status}\u3000{self.title}".strip()


@dataclass(slots=True)
class Contents:
    """The table of contents: the span of its heading, its entries, and all that it may list.

    `certain`: most entries were found in the text, so that the others may be trusted too.
    """

    head: Span
    entries: list[ContentsEntry]
    targets: list[Target] = field(default_factory=list)
    certain: bool = False

    def of(self, entry: ContentsEntry) -> Target | None:
        """Return what an entry stands for."""
        return self.targets[entry.target] if entry.target >= 0 else None


def page_value(page: str) -> int:
    """Return a page number in Arabic or Roman numerals as a number, 0 for anything else."""
    if page.isdecimal():
        return int(page)
    if not page or any(sign in _SINGLE_ROMAN for sign in page):
        return sum(_SINGLE_ROMAN.get(sign, 0) for sign in page)
    values = [_ROMAN_VALUES.get(sign.upper(), 0) for sign in page]
    behind = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, behind, strict=True))


def same_title(one: str, other: str) -> bool:
    """Say whether two titles differ in nothing but blanks, widths and the case of letters."""
    return _plain(one) == _plain(other)


def contents_entries(
    source: Source, outline: Outline, captions: list[Caption], terms: frozenset[str]
) -> Contents | None:
    """Return the table of contents, None where there is none; `terms` are the numbers of the term entries."""
    section = outline.first("contents")
    if section is None:
        return None
    entries = _joined(list(_entries(source, section)))
    found = Contents(section.head, entries)
    if entries:
        found.targets = list(_targets(source, outline, captions))
        for entry in entries:
            entry.term = entry.kind == "clause" and entry.number in terms
        found.certain = _match(found)
    return found


def _plain(title: str) -> str:
    return fold(title.replace(OBJECT, "").replace(LINE_BREAK, "")).casefold().rstrip("。.")


def _entries(source: Source, section: Section) -> Iterator[ContentsEntry]:
    blocks = source.blocks
    row: list[int] = []
    for index in range(section.first, section.last):
        block = blocks[index]
        if block.span == section.head or block.kind in ("label", "header", "footer", "footnote", "box"):
            continue
        if block.table >= 0:
            row.append(index)
            if not _row_goes_on(source, index):
                yield from _entry_of_row(source, row)
                row = []
            continue
        before = blocks[index - 1]
        label = before.span if before.kind == "label" and _NUMBER.match(before.label) else None
        for start, end in _lines(source, block.span):
            if entry := _entry(source, start, end, label):
                yield entry
            label = None


def _row_goes_on(source: Source, index: int) -> bool:
    """Say whether the next block stands in the same row of the table."""
    cells = source.tables[source.blocks[index].table].cells
    row = next((cell.row for cell in cells if index in cell.blocks), -1)
    return any(index + 1 in cell.blocks and cell.row == row for cell in cells)


def _entry_of_row(source: Source, row: list[int]) -> Iterator[ContentsEntry]:
    """Read an entry whose number, title and page stand in cells of their own."""
    said = [source.text[slice(*source.blocks[at].span)].strip() for at in row]
    page = len(row) - 1 if len(row) > 1 and (said[-1].isdecimal() or page_value(said[-1])) else -1
    label = source.blocks[row[0]].span if len(row) > 1 + (page > 0) and _NUMBER.fullmatch(said[0]) else None
    rest = row[1 if label else 0 : page if page > 0 else None]
    if rest and (entry := _entry(source, *source.blocks[rest[0]].span, label)):
        if page > 0:
            entry.page, entry.page_span = said[-1], source.blocks[row[-1]].span
        yield entry


def _lines(source: Source, span: Span) -> Iterator[Span]:
    """Cut a block in which several entries stand one behind the other."""
    start, last = span
    for match in _NEXT.finditer(source.text, start, last):
        end = match.start() if match["gap"] is None else match.start("gap")
        yield start, end
        start = match.end()
    yield start, last


def _entry(source: Source, start: int, end: int, label: Span | None) -> ContentsEntry | None:
    text = source.text[start:end]
    match = _PAGE.search(text)
    head = text[: match.start()] if match else text
    if match and not _is_page(match["leader"], match["page"], head):
        match, head = None, text
    head = _LEADER_END.sub("", head)
    numbered = _NUMBER.match(source.text[slice(*label)]) if label else _NUMBER.match(head.lstrip())
    lead = len(head) - len(head.lstrip())
    at = 0 if label else lead + numbered.end() if numbered else lead
    kind, number = "", ""
    if numbered:
        kind = {"图": "figure", "表": "table"}.get(numbered["kind"] or "", "annex" if numbered["annex"] else "clause")
        number = fold(numbered["annex"] or numbered["of"] or numbered["clause"])
    status = _STATUS.match(head, at) if kind == "annex" else None
    at = status.end() if status else at
    title = head[at:].strip().rstrip("：:")
    if not kind:
        element = element_of(title)
        kind = element if element in _ELEMENTS or element == "contents" else ""
    if not title and not number:
        return None
    number_span = label or (start + lead, start + lead + len(numbered.group() if numbered else ""))
    first = start + at + len(head[at:]) - len(head[at:].lstrip())
    return ContentsEntry(
        kind,
        number,
        title,
        fold(status["status"]) if status else "",
        (first, first + len(title)) if title else number_span,
        number_span,
        match["page"] if match else "",
        (start + match.start("page"), start + match.end("page")) if match else (0, 0),
    )


def _is_page(leader: str, page: str, head: str) -> bool:
    """Say whether figures at the end of a line are a page: Roman ones may end a title (“类型 I”)."""
    if page.isdecimal() or leader.strip() or "\t" in leader:
        return not page.isdecimal() or len(page) < 4
    return element_of(head) in ("foreword", "introduction", "contents")


def _joined(entries: list[ContentsEntry]) -> list[ContentsEntry]:
    """Join entries that run over two lines, and leave out what is no entry: running heads and page numbers."""
    paged = sum(bool(entry.page) for entry in entries) * 2 > len(entries)
    found: list[ContentsEntry] = []
    for entry in entries:
        before = found[-1] if found else None
        open_ = paged and before is not None and not before.page and bool(before.number)
        if before is not None and open_ and entry.page and not entry.number and not entry.kind:
            before.title += entry.title
            before.page, before.page_span = entry.page, entry.page_span
        elif entry.page or entry.number or entry.kind or not paged:
            found.append(entry)
    return found


def _targets(source: Source, outline: Outline, captions: list[Caption]) -> Iterator[Target]:
    for top in outline.top:
        if top.element in ("cover", "title", "contents"):
            continue
        for section in top.walk():
            title = section.title if section.titled else ""
            if section is top and section.element == "annex":
                yield Target("annex", section.number, title, section.status, section.place, True)
            elif section is top and section.element in _ELEMENTS:
                yield Target(section.element, "", section.title, "", section.place, True)
            elif section is top or section.number.split(".")[0] == top.number:
                known = bool(section.number) and not section.implied
                yield Target("clause", section.number, title, "", section.place, section is top, known)
    for caption in captions:
        if caption.kind in ("figure", "table"):
            yield Target(caption.kind, caption.number, caption.title, "", source.blocks[caption.block].span, False)


def _match(contents: Contents) -> bool:
    """Find what the entries stand for; say whether most were found with their titles."""
    by_number: dict[tuple[str, str], int] = {}
    by_title: dict[tuple[str, str], list[int]] = {}
    for at, target in enumerate(contents.targets):
        by_number.setdefault((target.kind, target.number), at)
        if target.title:
            by_title.setdefault((target.kind, _plain(target.title)), []).append(at)
    exact = wrong = 0
    taken: set[int] = set()
    for entry in contents.entries:
        entry.target = _target(contents, entry, by_number, by_title, taken)
        taken.add(entry.target)
        if entry.kind in ("figure", "table") or entry.term or not entry.kind:
            continue
        found = contents.of(entry)
        agrees = found is not None and (same_title(entry.title, found.title) or not (entry.title and found.title))
        exact += agrees
        wrong += not agrees
    return exact >= wrong and exact > 0 and not (wrong > 2 and wrong * 3 > exact + wrong)


def _target(
    contents: Contents,
    entry: ContentsEntry,
    by_number: dict[tuple[str, str], int],
    by_title: dict[tuple[str, str], list[int]],
    taken: set[int],
) -> int:
    """Return what has its number and title, else what has its title, else what has its number."""
    if entry.kind in _ELEMENTS:
        return by_number.get((entry.kind, ""), -1)
    kind = entry.kind or "clause"
    numbered = by_number.get((kind, entry.number), -1) if entry.number else -1
    if numbered >= 0 and same_title(entry.title, contents.targets[numbered].title):
        return numbered
    titled = [at for at in by_title.get((kind, _plain(entry.title)), []) if at not in taken]
    if len(titled) == 1 or (titled and numbered < 0):
        return titled[0]
    return numbered
