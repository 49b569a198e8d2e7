"""Read the clauses of a draft: numbers, titles, levels, and which element each stands in.

A clause is told by its number first and by style or heading level second, since real drafts type their numbers and
fake their headings (reference word-documents.md, sections 2, 3 and 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from weakref import ReferenceType, ref

from stdlint.model import Block, Source, Span
from stdlint.views.headings import heads
from stdlint.views.heads import ENDS_RUNNING, RUNNING, Head
from stdlint.views.wording import has_chinese


@dataclass(slots=True, eq=False, weakref_slot=True)
class Section:
    """An element, clause, subclause or annex.

    `number` is “5.2.1”, “A.1”, “A” for an annex, “” without number; `implied` says that it was counted and stands
    nowhere in the file. `head` is the span of the title (empty if there is none), `label` that of the number.
    `first` and `last` bound its block indexes (last excluded, children included); `body` holds the indexes of the
    blocks directly under it, labels left out; the text of an untitled clause is the first of them. `status` is what
    an annex heading says in parentheses.
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
    _parent: ReferenceType[Section] | None = None

    @property
    def parent(self) -> Section | None:
        """The section that holds this one, None on the top level. It is held by the outline, not from below."""
        return None if self._parent is None else self._parent()

    @parent.setter
    def parent(self, section: Section) -> None:
        self._parent = ref(section)

    @property
    def chapter(self) -> Section:
        """The element, clause or annex of the top level that holds this section, or itself."""
        section = self
        while (above := section.parent) is not None:
            section = above
        return section

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

    def blocks(self) -> Iterator[int]:
        """Yield the indices of the blocks of this section and of all below it, headings left out."""
        for section in self.walk():
            yield from section.body


@dataclass(slots=True, eq=False)
class Outline:
    """The sections of a draft: `top` in document order, and for each block the section that holds it.

    `titles` are the indexes of the blocks that are titles or pieces of one.

    Footnotes, headers and footers are held by sections of their own (elements “footnote”, “header”, “footer”) that
    stand in no chapter.
    """

    top: list[Section]
    owner: list[Section]
    titles: frozenset[int] = frozenset()

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


_APART = ("footnote", "header", "footer")
_BOUNDED = frozenset(("cover", "title", "contents", "foreword", "introduction", "bibliography", "index"))
"""Elements that hold no numbered clauses (0.1, 0.2 … apart, which are those of the introduction)."""


def outline(source: Source) -> Outline:
    """Return the sections of a draft."""
    return _Tree(source, heads(source)).grow()


class _Tree:
    """Hang the headings under one another, and give every block to the section it stands in."""

    def __init__(self, source: Source, found: list[Head]) -> None:
        self.source = source
        self.found = found
        self.top: list[Section] = []
        self.stack: list[tuple[int, Section]] = []
        self.seen_body = False
        self.base = 0
        self.following = _following(found)
        self.titles: set[int] = set()

    def grow(self) -> Outline:
        """Return the finished outline."""
        blocks = self.source.blocks
        cover = Section("cover" if self.found else "clause", titled=False)
        apart = {kind: Section(kind, titled=False) for kind in _APART}
        self.top.append(cover)
        self.stack.append((0, cover))
        opens = {head.first: position for position, head in enumerate(self.found)}
        taken = {piece for head in self.found for piece in head.pieces}
        untitled = {head.block for head in self.found}
        owner: list[Section] = []
        for index, block in enumerate(blocks):
            kind = blocks[index + 1].kind if block.kind == "label" and index + 1 < len(blocks) else block.kind
            if kind in apart:
                owner.append(apart[kind])
                if block.kind != "label":
                    apart[kind].body.append(index)
                continue
            position = opens.get(index)
            if position is not None:
                self._open(position)
            current = self.stack[-1][1]
            owner.append(current)
            if block.kind == "label" or index in taken:
                continue
            if index not in untitled or (not current.titled and block.span[0] != block.span[1]):
                current.body.append(index)
        _close(self.top, len(blocks))
        cover.head = blocks[cover.body[0]].span if cover.body else (0, 0)
        if not cover.body and len(self.top) > 1:
            self.top.pop(0)
        return Outline(self.top, owner, frozenset(self.titles))

    def _open(self, position: int) -> None:
        head = self.found[position]
        section = self._section(head)
        if section.titled:
            self.titles.update((head.block, *head.pieces))
        if head.sample:
            self._hang_sample(head, section)
        elif head.number or head.element:
            self._hang_numbered(section, head.inner)
        else:
            self._hang_unnumbered(head, section, self.following[position])
        if self.stack:
            parent = self.stack[-1][1]
            section.parent = parent
            section.element = parent.element
            parent.children.append(section)
        else:
            section.element = section.element or ("annex" if section.number[:1].isalpha() else "clause")
            self.top.append(section)
            self.seen_body = self.seen_body or section.element in ("scope", "references", "terms", "symbols", "clause")
        self.stack.append((head.level, section))

    def _section(self, head: Head) -> Section:
        element = head.element
        if not element and not head.number and not head.sample and not self.seen_body:
            element = "title"
        return Section(
            element=element,
            number=head.number,
            title=head.title.strip(),
            titled=_titled(self.source.blocks[head.block], head),
            level=head.number.count(".") + 1 + head.inner if head.number else 1,
            head=head.span,
            label=head.label,
            status=head.status,
            status_span=head.status_span,
            implied=head.implied,
            first=head.first,
        )

    def _hang_numbered(self, section: Section, inner: bool) -> None:
        """Close the sections that this one does not stand in."""
        stack = self.stack
        self.base = 0
        while stack and stack[-1][1].level >= section.level:
            stack.pop()
        holds = ("introduction", "foreword") if inner or section.number.startswith("0.") else ("introduction",)
        while stack and stack[-1][1].element in _BOUNDED and stack[-1][1].element not in holds:
            stack.pop()

    def _hang_sample(self, head: Head, section: Section) -> None:
        """Keep a heading that is only quoted inside the section that quotes it."""
        stack = self.stack
        if "." not in head.number:
            while self.base and stack[-1][1].level >= self.base:
                stack.pop()
            self.base = stack[-1][1].level + 1 if stack else 1
        section.level = self.base + head.number.count(".")
        while len(stack) > 1 and stack[-1][1].level >= section.level:
            stack.pop()

    def _hang_unnumbered(self, head: Head, section: Section, following: str) -> None:
        """Judge by heading levels, unless the clause that is open goes on below."""
        stack = self.stack
        goes_on = "." in following and bool(stack) and stack[0][1].number == following.split(".")[0]
        while stack and (stack[-1][0] >= head.level or stack[-1][1].element == "cover"):
            if goes_on and stack[-1][1].number:
                break
            stack.pop()
        section.level = stack[-1][1].level + 1 if stack else 1


def _following(found: list[Head]) -> list[str]:
    """Return for each head the number of the next one that has a number or opens an element."""
    numbers = [""] * len(found)
    number = ""
    for position in range(len(found) - 1, -1, -1):
        numbers[position] = number
        head = found[position]
        if head.number or head.element:
            number = head.number
    return numbers


def _titled(block: Block, head: Head) -> bool:
    title = head.title.strip()
    if head.annex or (head.element and head.element != "title"):
        return True
    if not title or "无标题" in block.style:
        return False
    if title.endswith(ENDS_RUNNING):
        return False
    if not head.weak:
        return len(title) <= 80 and not ("。" in title or ("，" in title and len(title) > 25))
    return len(title) <= 25 and not RUNNING.search(title) if has_chinese(title) else len(title) <= 60


def _close(sections: list[Section], last: int) -> None:
    for section, end in zip(sections, [*(s.first for s in sections[1:]), last], strict=False):
        section.last = end
        _close(section.children, section.last)
