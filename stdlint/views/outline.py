"""Read the clauses of a draft: numbers, titles, levels, and which element each stands in.

A clause is told by its number first and by style or heading level second, since real drafts type their numbers and
fake their headings (reference word-documents.md, sections 2, 3 and 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from stdlint.model import Block, Source, Span
from stdlint.views.elements import UNNUMBERED, element_of
from stdlint.views.wording import BLANK, DASH, fold, has_chinese

_NUMBER = regex.compile(r"(?:\d{1,3}|[A-Z])(?:\.\d{1,3})*\.?")
_ANNEX_LABEL = regex.compile(r"(?:附录|Annex)([A-Z])")
_STATUS = regex.compile(r"\((规范性|资料性|推荐性|标准的|提示的|补充件|参考件|normative|informative)(?:附录|annex)?\)")
_TOC_LINE = regex.compile(r"(?:[.…·．。]{3,}|\t)" + BLANK + r"*[\dIVXivxⅠ-ⅻ]+" + BLANK + "*$")
_ENDS_RUNNING = ("。", "；", "：", "，", "、", ";", ":", ",")
_RUNNING = regex.compile(r"[，。；：]")
_STRUCTURE = frozenset(("heading", "para", "title"))
_PART_TITLE = regex.compile(r"第\d+部分")


@dataclass(slots=True, eq=False)
class Section:
    """An element, clause, subclause or annex.

    `number` is “5.2.1”, “A.1”, “A” for an annex, “” without number; `implied` says that it was counted and stands
    nowhere in the file. `head` is the span of the title (empty if there is none), `label` that of the number.
    `first` and `last` bound its block indexes (last excluded, children included); `body` holds the indexes of the
    blocks directly under it, labels left out; the text of an untitled clause is the first of them. `status` is what an annex heading says in parentheses.
    """

    element: str
    number: str = ""
    title: str = ""
    titled: bool = True
    level: int = 1
    head: Span = (0, 0)
    label: Span | None = None
    status: str = ""
    status_span: Span | None = None
    implied: bool = False
    first: int = 0
    last: int = 0
    body: list[int] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)
    parent: Section | None = None

    @property
    def span(self) -> Span:
        """The span of number and title together, or of whichever there is."""
        if self.label is None:
            return self.head
        return (self.label[0], self.label[1]) if self.head[0] == self.head[1] else (self.label[0], self.head[1])

    @property
    def place(self) -> Span:
        """The span to report on: the title, or the number where there is no title."""
        return self.head if self.head[0] != self.head[1] else (self.label or self.head)

    @property
    def parts(self) -> tuple[str, ...]:
        """The number taken apart: (“5”, “2”, “1”)."""
        return tuple(self.number.split(".")) if self.number else ()

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True, eq=False)
class Outline:
    """The sections of a draft: `top` in document order, and for each block the section that holds it.

    Footnotes, headers and footers are held by sections of their own (elements “footnote”, “header”, “footer”) that
    stand in no chapter.
    """

    top: list[Section]
    owner: list[Section]

    def walk(self) -> Iterator[Section]:
        """Yield every section in document order."""
        for section in self.top:
            yield from section.walk()

    def first(self, element: str) -> Section | None:
        """Return the first element or chapter of that kind, or None."""
        return next((section for section in self.top if section.element == element), None)

    def all(self, element: str) -> list[Section]:
        """Return the elements or chapters of that kind, in document order."""
        return [section for section in self.top if section.element == element]

    @property
    def chapters(self) -> list[Section]:
        """The clauses on the top level, from the scope to the last before the annexes."""
        return [s for s in self.top if s.element in ("scope", "references", "terms", "symbols", "clause")]


@dataclass(slots=True)
class _Head:
    """A block that opens a section."""

    block: int
    label: int
    number: str
    title: str
    level: int
    kind: str
    element: str = ""
    implied: bool = False
    pieces: list[int] = field(default_factory=list)
    status: str = ""
    status_span: Span | None = None
    titled_at: Span | None = None


def outline(source: Source) -> Outline:
    """Return the sections of a draft."""
    heads = _heads(source)
    _join_pieces(source, heads)
    _imply_numbers(heads)
    return _tree(source, heads)


def _text(source: Source, block: Block) -> str:
    return source.text[block.span[0] : block.span[1]]


def _heads(source: Source) -> list[_Head]:
    heads: list[_Head] = []
    label = -1
    in_contents = False
    for index, block in enumerate(source.blocks):
        if block.kind == "label":
            label = index
            continue
        at, label = label, -1
        if block.kind not in _STRUCTURE or block.table >= 0:
            continue
        text = _text(source, block)
        if _TOC_LINE.search(text) and not block.label.startswith("附"):
            continue
        head = _head(block, index, at, text, in_contents)
        if head is None:
            continue
        if head.element:
            in_contents = head.element == "contents"
        heads.append(head)
    styled = {head.element for head in heads if head.kind == "heading"}
    return [head for head in heads if head.kind != "para" or head.label >= 0 or head.element not in styled]


def _head(block: Block, index: int, label: int, text: str, in_contents: bool) -> _Head | None:
    folded = fold(block.label)
    if label >= 0 and (annex := _ANNEX_LABEL.fullmatch(folded)):
        if in_contents and not block.level:
            return None
        return _Head(index, label, annex[1], text, 1, "annex", "annex")
    if label >= 0 and _NUMBER.fullmatch(folded) and not (in_contents and block.kind != "heading"):
        number = folded.rstrip(".")
        top = "." not in number
        if top and number.isalpha():
            return None
        element = element_of(text) if top else ""
        if top and block.kind != "heading" and not element and _unlikely_chapter(block, text):
            return None
        if block.kind == "para" and not top and not (block.bold or block.centred) and in_contents:
            return None
        return _Head(index, label, number, text, max(block.level, 1), block.kind, element)
    if label >= 0:
        return None
    if block.kind in ("heading", "title"):
        element = "title" if block.kind == "title" else element_of(text)
        return _Head(index, -1, "", text, max(block.level, 1), block.kind, element)
    element = element_of(text) if len(text) <= 16 else ""
    alone = element in UNNUMBERED and (not in_contents or element not in ("bibliography", "index"))
    if alone or (element in ("scope", "references", "terms") and (block.bold or block.centred) and not in_contents):
        return _Head(index, -1, "", text, 1, block.kind, element)
    return None


def _unlikely_chapter(block: Block, text: str) -> bool:
    return not (block.bold or block.centred) and (len(text) > 20 or bool(_RUNNING.search(text)))


def _join_pieces(source: Source, heads: list[_Head]) -> None:
    """Join headings that stand in several paragraphs: an annex in three lines, a number alone above its title."""
    opens = {head.block: position for position, head in enumerate(heads)}
    gone: set[int] = set()
    for position, head in enumerate(heads):
        if position in gone:
            continue
        if head.kind == "annex":
            _annex_pieces(source, head, heads, opens, gone)
        elif head.number and not head.title:
            following = heads[position + 1] if position + 1 < len(heads) else None
            if following and not following.number and not following.element and following.block == head.block + 1:
                gone.add(position + 1)
                head.pieces.append(following.block)
                head.title = following.title
    heads[:] = [head for position, head in enumerate(heads) if position not in gone]


def _annex_pieces(source: Source, head: _Head, heads: list[_Head], opens: dict[int, int], gone: set[int]) -> None:
    block = source.blocks[head.block]
    start = block.span[0]
    head.title = _take_status(head, head.title, start)
    if head.title:
        head.titled_at = _within(source, head.block, head.title)
    index = head.block + 1
    for _ in range(2):
        if (head.status and head.title) or index >= len(source.blocks):
            return
        block = source.blocks[index]
        text = _text(source, block)
        position = opens.get(index)
        other = heads[position] if position is not None else None
        if block.kind not in ("heading", "para") or block.label or (other and other.element) or len(text) > 60:
            return
        if not head.status and _STATUS.match(fold(text)):
            rest = _take_status(head, text, block.span[0])
            if rest and not head.title:
                head.title, head.titled_at = rest, _within(source, index, rest)
        elif not head.title and (block.kind == "heading" or block.centred or not text.endswith(_ENDS_RUNNING)):
            head.title, head.titled_at = text.strip(), _within(source, index, text.strip())
        else:
            return
        head.pieces.append(index)
        if position is not None:
            gone.add(position)
        index += 1


_STATUS_RAW = regex.compile(
    BLANK
    + r"*[（(]"
    + BLANK
    + r"*(规范性|资料性|推荐性|标准的|提示的|补充件|参考件|normative|informative)(?:附录|"
    + BLANK
    + r"?annex)?"
    + BLANK
    + r"*[)）]"
    + BLANK
    + "*"
)


def _within(source: Source, index: int, title: str) -> Span:
    start, end = source.blocks[index].span
    at = source.text.rindex(title, start, end)
    return at, at + len(title)


def _take_status(head: _Head, text: str, start: int) -> str:
    match = _STATUS_RAW.match(text)
    if match is None:
        return text.strip()
    head.status = match[1]
    head.status_span = (start + match.start(1), start + match.end(1))
    return text[match.end() :].strip()


def _imply_numbers(heads: list[_Head]) -> None:
    """Count the clauses of a draft whose headings carry no numbers at all, as its author's tools will."""
    if any(head.number and head.kind != "annex" for head in heads):
        return
    anchors = [head for head in heads if head.element in ("scope", "references", "terms")]
    if not anchors:
        return
    base = anchors[0].level
    counters: list[int] = []
    letter = ""
    open_ = False
    for head in heads:
        if head.element in ("bibliography", "index", "contents", "foreword", "introduction", "title"):
            open_ = False
            continue
        if head.kind == "annex":
            letter, counters, open_ = head.number, [], True
            continue
        open_ = open_ or head.element in ("scope", "references", "terms")
        if not open_ or head.level < base:
            continue
        depth = head.level - base
        if letter and depth == 0:
            depth = 1
        counters = counters[: depth + 1] + [0] * (depth + 1 - len(counters))
        if letter:
            counters[0] = 0
        counters[depth] += 1
        shown = [str(count) for count in counters]
        head.number = ".".join([letter, *shown[1:]] if letter else shown)
        head.implied = True


def _tree(source: Source, heads: list[_Head]) -> Outline:
    cover = Section("cover" if heads else "clause", titled=False)
    apart = {kind: Section(kind, titled=False) for kind in ("footnote", "header", "footer")}
    top = [cover]
    stack: list[tuple[int, int, Section]] = [(1, 0, cover)]
    owner: list[Section] = []
    by_block = {head.block: head for head in heads}
    taken = {piece for head in heads for piece in head.pieces}
    seen_body = False
    last_chapter = 0
    for index, block in enumerate(source.blocks):
        kind = source.blocks[index + 1].kind if block.kind == "label" else block.kind
        if kind in apart:
            owner.append(apart[kind])
            if block.kind != "label":
                apart[kind].body.append(index)
            continue
        opening = by_block.get(index + 1) if block.kind == "label" else by_block.get(index)
        if opening is not None and (block.kind == "label" or opening.label < 0):
            section = _section(source, opening, index, seen_body)
            if section.number.isdigit() and not section.element:
                if top[-1].element == "annex" and int(section.number) <= last_chapter:
                    section.level = 2
                else:
                    last_chapter = int(section.number)
            seen_body = seen_body or section.element in ("scope", "references", "terms", "clause")
            _attach(section, opening, stack, top)
        current = stack[-1][2]
        owner.append(current)
        if block.kind == "label" or index in taken:
            continue
        if index not in by_block or (current.title and not current.titled and not by_block[index].pieces):
            current.body.append(index)
    _close(top, len(source.blocks))
    cover.head = source.blocks[cover.body[0]].span if cover.body else (0, 0)
    if not cover.body and len(top) > 1:
        top.pop(0)
    return Outline(top, owner)


def _section(source: Source, head: _Head, first: int, seen_body: bool) -> Section:
    block = source.blocks[head.block]
    title = head.title.strip()
    element = head.element
    if not element and not head.number:
        element = "" if seen_body else "title"
    span = (block.span[0], block.span[1])
    if head.pieces:
        span = span if span[0] != span[1] else source.blocks[head.pieces[0]].span
    if head.kind == "annex":
        span = head.titled_at or (block.span[1], block.span[1])
    return Section(
        element=element,
        number=head.number,
        title=title,
        titled=_titled(block, title, head),
        level=head.number.count(".") + 1 if head.number else 0,
        head=span,
        label=source.blocks[head.label].span if head.label >= 0 else None,
        status=head.status,
        status_span=head.status_span,
        implied=head.implied,
        first=first,
    )


def _titled(block: Block, title: str, head: _Head) -> bool:
    if head.kind == "annex" or head.element:
        return True
    if not title or "无标题" in block.style:
        return False
    if title.endswith(_ENDS_RUNNING):
        return False
    if block.kind == "heading":
        return len(title) <= 80
    return len(title) <= 25 and not _RUNNING.search(title) if has_chinese(title) else len(title) <= 60


def _attach(section: Section, head: _Head, stack: list[tuple[int, int, Section]], top: list[Section]) -> None:
    """Hang the section under the open one it belongs to; `stack` holds (level, heading level, section)."""
    if section.number or section.element:
        section.level = max(section.level, 1)
        while stack and stack[-1][0] >= section.level:
            stack.pop()
        while stack and not (stack[-1][2].number or stack[-1][2].element == "introduction"):
            stack.pop()
    else:
        while stack and (stack[-1][1] >= head.level or stack[-1][2].element == "cover"):
            stack.pop()
        section.level = stack[-1][0] + 1 if stack else 1
    if stack:
        parent = stack[-1][2]
        section.parent = parent
        section.element = parent.element
        parent.children.append(section)
    else:
        section.element = section.element or ("annex" if section.number[:1].isalpha() else "clause")
        top.append(section)
    stack.append((section.level, head.level, section))


def _close(sections: list[Section], last: int) -> None:
    for section, end in zip(sections, [*(s.first for s in sections[1:]), last], strict=False):
        section.last = end
        _close(section.children, section.last)


def dash_folded(text: str) -> str:
    """Return folded `text` with every dash as “-”, to compare titles."""
    return regex.sub(DASH + "+", "-", fold(text))
