"""Read the lists of the text: what introduces them, their items, and how these are marked, nested and closed.

Items of other lists are left out: entries of the references and the bibliography, symbols, explanations of formulas,
keys of figures, the list of changes in the foreword, notes and examples, and what stands in tables.

Source: GB/T 1.1—2020, 7.5; reference gbt-1.1-2020.md, section 12.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from stdlint import patterns
from stdlint.model import OBJECT, Source, Span
from stdlint.views.levels import numeral
from stdlint.views.outline import Outline, Section
from stdlint.views.regions import Region
from stdlint.views.wording import fold

DASH, BULLET, LETTER, DIGIT = "dash", "bullet", "letter", "digit"
ORDINARY = frozenset((DASH, BULLET, LETTER, DIGIT))
"""The markers that 7.5.3 knows; other kinds are called by a sample of them: “(1)”, “①”, “A)”, “1.”, “一、”, “●”."""

_HOLD_LISTS = frozenset(("introduction", "scope", "clause", "annex"))
_PARAGRAPHS = frozenset(("para", "heading"))
_INTRODUCES = patterns.compile(r"下列|以下|如下|下述")
_EXPLAINS = patterns.compile(
    r"式中|其中[：:]$|(?:标引序号|图例|序号|符号|参数|代号)?(?:说明|图例)[：:]?$|图中|关键字[：:]$"
)
_PSEUDO = patterns.compile(
    r"(?P<mark>\d{1,2}[、.．](?!\d)|[A-Za-z][、.．](?=[\u4e00-\u9fff \u3000])|[一二三四五六七八九十]{1,3}、"
    r"|第(?:[一二三四五六七八九十百]{1,4}|\d{1,3})条(?=[ \u3000])|第[一二三四五六七八九十]{1,2}[，、：]"
    r"|[一二三四五六七八九]是"
    r"|[⑴-⒇]|(?:[-–•➢－]|—(?!—))(?=[ \u3000]*[\u4e00-\u9fff])|(?:i{2,3}|iv|vi{1,3}|ix)[)）])[ \u3000]*(?=\S)"
)
_PSEUDO_FIRST = frozenset(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ一二三四五六七八九十第-–•➢－—⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_JOINING = patterns.compile(r"[；，;,][ \u3000]*(?:和|或者?|以及|及|并且|且)$")
_HEADING_MARKS = frozenset("（(①②③④⑤⑥⑦⑧⑨⑩")
_SIGNS = frozenset("。；，：、！？;:,…")
_CLOSERS = "）)”’』」】"


@dataclass(slots=True, eq=False)
class Item:
    """An item: the block of its text, the span of its marker and what sort of marker it is.

    `ordinal` is what a letter or number counts, 0 for others. `end` is the block with its last words, -1 where a
    formula, a table or the like ends it. `below` is the list that it introduces.
    """

    block: int
    marker: Span
    kind: str
    ordinal: int
    typed: bool
    end: int
    below: List | None = None


@dataclass(slots=True, eq=False)
class List:
    """A list: the block that introduces it (-1 if none does), its items, its level from 1.

    `outer` is the item that it hangs under, `parent` the list of that item.

    `above` says what stands in front of a list that nothing introduces: title, table or object. `written` is the depth
    of its items in the file. `follows` is the block behind its last item, -1 at the end of a section.
    """

    section: Section
    lead_in: int
    above: str = ""
    level: int = 1
    written: int = 1
    outer: Item | None = None
    parent: List | None = None
    items: list[Item] = field(default_factory=list)
    follows: int = -1

    @property
    def kind(self) -> str:
        """The sort of marker with which it begins."""
        return self.items[0].kind


def closing(source: Source, block: int) -> tuple[Span, str] | None:
    """Return the punctuation mark that ends a block and its span, which is empty where there is none.

    The mark may stand inside or in front of a closing parenthesis. None: a formula or nothing at all ends the block.
    """
    start, end = source.blocks[block].span
    if start < end and source.text[end - 1] in _SIGNS:
        return (end - 1, end), source.text[end - 1]
    text = source.text[start:end].rstrip()
    if not text or text[-1] == OBJECT:
        return None
    at = len(text)
    joined = _JOINING.search(text)
    if joined is not None:
        return (start + joined.start(), start + joined.start() + 1), joined.group()[0]
    inner = len(text.rstrip(_CLOSERS))
    if inner and text[inner - 1] in _SIGNS:
        at = inner - 1
    elif text[-1] in "）)":
        opens = max(text.rfind("（"), text.rfind("("))
        if opens > 0 and text[opens - 1] in _SIGNS:
            at = opens - 1
    sign = text[at : at + 1]
    return (start + at, start + at + len(sign)), sign


def introduces(source: Source, block: int) -> bool:
    """Say whether a paragraph announces a list."""
    start, end = source.blocks[block].span
    text = source.text[start:end].rstrip()
    return text.endswith(("：", ":")) or _INTRODUCES.search(text) is not None


def numbers_paragraphs(source: Source, one: List) -> bool:
    """Say whether markers that no list has number paragraphs: nothing announces a list in front of them."""
    item = one.items[0]
    if item.kind in ORDINARY or not item.ordinal or one.outer is not None:
        return False
    return one.lead_in < 0 or not introduces(source, one.lead_in)


def lists(source: Source, outline: Outline, regions: list[Region]) -> list[List]:
    """Return the lists in document order, each in front of those below it."""
    return list(_Reader(source, outline, regions).read())


class _Reader:
    """Read the items from top to bottom, and hang them into the list that is open."""

    def __init__(self, source: Source, outline: Outline, regions: list[Region]) -> None:
        self.source = source
        self.outline = outline
        self.regions = regions
        self.found: list[List] = []
        self.open: list[List] = []
        self.between: list[int] = []

    def read(self) -> Iterator[List]:
        """Yield the finished lists."""
        text, titles = self.source.text, self.outline.titles
        section: Section | None = None
        held = False
        for index, (block, owner) in enumerate(zip(self.source.blocks, self.outline.owner, strict=True)):
            kind = block[1]
            if kind == "label":
                continue
            if owner is not section:
                section = owner
                held = owner.element in _HOLD_LISTS
                self.close()
                self.between = []
            if not held:
                continue
            item = None
            if kind == "item":
                item = self.item(index)
            elif kind == "para":
                if not block[3] and block[8] < 0 and text[block[0][0]] in _PSEUDO_FIRST:
                    item = self.pseudo(index)
            elif kind == "heading" and block[3] and block[3][0] in _HEADING_MARKS:
                item = self.item(index)
            if item is not None:
                self.add(item, max(block.level, 1), owner)
                self.between = []
            elif index not in titles:
                self.between.append(index)
        self.close()
        return (one for one in self.found if self.is_ordinary(one))

    def item(self, index: int) -> Item | None:
        """Return the item that a block is, if any."""
        block = self.source.blocks[index]
        label = self.source.blocks[index - 1]
        head = self.outline.owner[index].first in (index, index - 1)
        if block.table >= 0 or head or label.kind != "label" or self.regions[index].role != "text":
            return None
        kind, ordinal = _sort(block.label)
        return Item(index, label.span, kind, ordinal, block.typed, index)

    def pseudo(self, index: int) -> Item | None:
        """Take a paragraph for an item that begins with a marker of the author's own where one may stand."""
        match = _PSEUDO.match(self.source.text, *self.source.blocks[index].span)
        if match is None or self.regions[index].role != "text" or index in self.outline.titles:
            return None
        mark = match["mark"]
        kind, ordinal = _sort(mark)
        goes_on = any(one.items[-1].kind == kind and one.items[-1].ordinal == ordinal - 1 for one in self.open)
        if ordinal == 1 or goes_on or mark.endswith("条") or (not ordinal and self.is_announced()):
            return Item(index, match.span("mark"), kind, ordinal, True, index)
        return None

    def is_announced(self) -> bool:
        return bool(self.open) or (bool(self.between) and introduces(self.source, self.between[-1]))

    def add(self, item: Item, written: int, section: Section) -> None:
        """Hang an item into the open list, or open another one."""
        self.count_in_roman(item)
        if self.open and not self.begins(item):
            self.hang(item, written)
            return
        self.close()
        lead_in, above = self.lead_in(section)
        found = List(section, lead_in, above, written=written, items=[item])
        self.found.append(found)
        self.open = [found]

    def count_in_roman(self, item: Item) -> None:
        """Take “i)” for a Roman numeral where a list begins with it, and what goes on from there, too."""
        numeral = self.source.text[slice(*item.marker)].rstrip(")） \u3000")
        if numeral not in _ROMAN:
            return
        ordinal = _ROMAN.index(numeral) + 1
        goes_on = any(one.items[-1].kind == "i)" and one.items[-1].ordinal == ordinal - 1 for one in self.open)
        after_h = any(one.items[-1].kind == LETTER and one.items[-1].ordinal == 8 for one in self.open)
        if goes_on or (ordinal == 1 and not after_h):
            item.kind, item.ordinal = "i)", ordinal

    def begins(self, item: Item) -> bool:
        """Say whether an item begins a list of its own, behind the paragraphs that follow the one before."""
        last = self.open[-1].items[-1]
        if not self.between:
            return False
        paragraphs = [index for index in self.between if self.is_text(index)]
        if not paragraphs:
            last.end = -1
            return False
        if any(one.items[-1].kind == item.kind and 0 < one.items[-1].ordinal == item.ordinal - 1 for one in self.open):
            last.end = -1
            return False
        end = closing(self.source, last.end) if last.end >= 0 else None
        below = closing(self.source, paragraphs[-1])
        sign = below[1] if below else ""
        if introduces(self.source, paragraphs[-1]) or item.ordinal == 1:
            return True
        over = end is not None and end[1] == "。" and (sign == "。" or not sign)
        if over and not self.is_sentence(self.open[0].lead_in):
            return True
        last.end = paragraphs[-1] if len(self.between) == len(paragraphs) else -1
        return False

    def is_sentence(self, block: int) -> bool:
        end = closing(self.source, block) if block >= 0 else None
        return end is not None and end[1] == "。"

    def is_text(self, index: int) -> bool:
        block = self.source.blocks[index]
        start, end = block.span
        if block.kind not in _PARAGRAPHS or block.table >= 0 or self.regions[index].role != "text":
            return False
        text = self.source.text[start:end].strip()
        return bool(text) and text.strip(OBJECT) != "" and not text.isdecimal()

    def lead_in(self, section: Section) -> tuple[int, str]:
        """Return the paragraph in front of a list, or -1 and what stands there instead."""
        between = list(self.between)
        while between and not self.source.text[slice(*self.source.blocks[between[-1]].span)].strip():
            between.pop()
        if not between:
            return -1, "title"
        if self.is_text(between[-1]):
            return between[-1], ""
        last = self.source.blocks[between[-1]]
        above = "table" if last.table >= 0 else "object"
        paragraph = next((index for index in reversed(between) if self.is_text(index)), -1)
        if paragraph >= 0 and introduces(self.source, paragraph):
            return paragraph, ""
        return -1, above

    def hang(self, item: Item, written: int) -> None:
        """Find the level of an item by its marker first, and by its depth in the file second."""
        stack = self.open
        top = stack[-1]
        goes_on = item.kind == top.kind and written == top.written and len(stack) == 1
        if goes_on and (not item.ordinal or item.ordinal == top.items[-1].ordinal + 1):
            top.items.append(item)
            return
        depth = self.depth(item, written)
        if depth >= 0:
            del stack[depth + 1 :]
            stack[-1].items.append(item)
            return
        last = stack[-1].items[-1]
        end = closing(self.source, last.end) if last.end >= 0 else None
        if (end is not None and end[1] in "：:" and end[1]) or written > stack[-1].written:
            level = len(stack) + 1
            below = List(stack[-1].section, last.block, "", level, written, last, stack[-1], [item])
            last.below = below
            self.found.append(below)
            stack.append(below)
            return
        while len(stack) > 1 and written < stack[-1].written:
            stack.pop()
        stack[-1].items.append(item)

    def depth(self, item: Item, written: int) -> int:
        """Return which of the open lists an item goes on, or -1."""
        stack = self.open
        alike = [at for at, one in enumerate(stack) if one.kind == item.kind]
        following = [at for at in alike if 0 < item.ordinal == stack[at].items[-1].ordinal + 1]
        if following:
            return following[-1]
        if not alike:
            return -1
        last = stack[-1].items[-1]
        end = closing(self.source, last.end) if last.end >= 0 else None
        if item.ordinal == 1 and alike[-1] == len(stack) - 1 and end is not None and end[1] == "：":
            return -1
        if not item.typed:
            if written > stack[-1].written:
                return -1
            exact = [at for at in alike if stack[at].written == written]
            return exact[-1] if exact else alike[0]
        return alike[-1]

    def close(self) -> None:
        """Close the open list."""
        for one in self.open:
            one.follows = self.between[0] if self.between else -1
        self.open = []

    def is_ordinary(self, one: List) -> bool:
        """Say whether a list is one of the text, and not the key of a figure or the explanation of a formula."""
        if one.outer is not None:
            return True
        if one.above == "object":
            return False
        text = self.source.text
        if one.lead_in >= 0 and _EXPLAINS.match(fold(text[slice(*self.source.blocks[one.lead_in].span)])):
            return False
        if one.follows >= 0 and self.source.blocks[one.follows].kind == "caption" and one.lead_in < 0:
            return False
        pseudo = all(self.source.blocks[item.block].kind == "para" for item in one.items)
        return not pseudo or len(one.items) > 1


@lru_cache(256)
def _sort(marker: str) -> tuple[str, int]:
    """Return the sort of a marker and what it counts."""
    marker = fold(marker)
    if marker[0] in "—⸺─―" or marker == "--":
        return DASH, 0
    if marker == "·":
        return BULLET, 0
    core = marker.strip("()、.．，：第条是")
    if core in _ROMAN[1:] and len(core) > 1 and marker.endswith(")"):
        return "i)", _ROMAN.index(core) + 1
    if core.isascii() and core.isalpha() and len(set(core)) == 1:
        sample = marker.replace(core, "a" if core.islower() else "A")
        kind = LETTER if sample == "a)" else sample
        return kind, ord(core[0].lower()) - 96 + 26 * (len(core) - 1)
    if core.isascii() and core.isdecimal():
        return (DIGIT if marker == f"{core})" else marker.replace(core, "1")), int(core)
    if core and "①" <= core <= "⑳":
        return "①", ord(core) - ord("①") + 1
    if core and "⑴" <= core <= "⒇":
        return "⑴", ord(core) - ord("⑴") + 1
    value = numeral(core)
    return (marker.replace(core, "一") if value else marker), value
