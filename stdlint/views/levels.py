"""Tell the numbered clauses that stand under one another, and which of them have a title.

Term entries, clauses of the introduction, samples quoted in a draft, and clauses whose numbers stand nowhere in the
file are left out: nothing about levels can be said of them (GB/T 1.1—2020, 7.2 and 7.3; 8.7.3.1, note).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import LINE_BREAK, Block, Source
from stdlint.views.elements import element_of
from stdlint.views.heads import ENDS_RUNNING
from stdlint.views.outline import Outline, Section
from stdlint.views.regions import CLAUSES
from stdlint.views.wording import BLANK

_PREDICATE = patterns.compile(
    r"应(?![急用力变答激])|宜(?!居|人)|必须|不得|不准|是(?!否)|为(?!主|准|基)|包括|如下|下列|以下|分为|采用|符合|按照?|执行|由.+组成|见[表图附\d]"
    r"|规定了|适用于|不大于|不小于|不低于|不超过|进行"
)
_THINGS = patterns.compile(r"(?:主要)?(?:试剂|材料|仪器|设备|器材|用具|器具|溶液|标准物质|标准样品|和|或|与|及|、)+")
_LONGEST_NAME = 20
_COUNT = patterns.compile(
    rf"第{BLANK}*[一二三四五六七八九十\d]{{1,3}}{BLANK}*章|(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})、"
    r"|[Ⅰ-Ⅻ]+(?:[、.．]|(?=[ \u3000]))"
)
_NO_COUNT = patterns.compile(r"[第章、.．\s\u3000]")
_CHINESE = "零一二三四五六七八九"
LOOKALIKES = str.maketrans("lI|O．", "1110.")
"""Letters and signs that are taken for digits and for the point in a number."""

_MISWRITTEN = patterns.compile(
    r"\n(?P<number>(?:\d{1,2}|[A-Z])(?:[.．,\-–—－，、。·][\dlIO|]{1,2}){1,5})(?=[ \u3000]|\p{Han})"
)
_READ_AS = str.maketrans("lI|O．-－–—，,、。·", "1110" + "." * 10)


class Group(NamedTuple):
    """A clause, or None for the whole draft, and the numbered clauses directly below it.

    `inside` are those one level below it. `regular`: they are all of them, and their numbers run from 1.
    """

    parent: Section | None
    members: list[Section]
    inside: list[Section]
    regular: bool


class Levels(NamedTuple):
    """The numbered clauses of a draft by the clause above them: the top level first, then every clause with some below.

    `torn`: so many numbers do not follow one another that the file holds only pieces of a draft, or was read badly.
    """

    groups: list[Group]
    torn: bool

    @property
    def divided(self) -> list[tuple[Section, list[Section]]]:
        """The clauses that are divided, with those one level below them; first comes one of these, not a stray."""
        return [
            (parent, inside)
            for parent, members, inside, regular in self.groups
            if parent is not None and (regular or (inside and members[0] is inside[0]))
        ]


def levels(outline: Outline) -> Levels:
    """Return the clauses on the top level, then for every clause that is divided those directly below it."""
    clauses = [s for s in outline.chapters if s.number.isdigit() and not s.implied]
    found = [Group(None, clauses, clauses, not _breaks("", clauses))]
    breaks = _breaks("", clauses)
    for section in outline.top:
        if section.element in CLAUSES:
            for group in _below(section):
                found.append(group)
                if not group.regular:
                    breaks += _breaks(f"{group.parent.number}." if group.parent else "", group.members)
    return Levels(found, breaks > 4 and breaks * 4 > sum(len(group.members) for group in found))


def _breaks(prefix: str, members: list[Section]) -> int:
    """Count the clauses whose number is not that of the one before with one more at its end."""
    breaks = last = 0
    held = prefix[:-1]
    for member in members:
        before, _, ordinal = member.number.rpartition(".")
        breaks += int(ordinal) != last + 1 or before != held
        held, last = before, int(ordinal)
    return breaks


def _below(section: Section) -> Iterator[Group]:
    if not section.children or not section.number or section.implied or element_of(section.title) == "terms":
        return
    prefix = f"{section.number}."
    members = [child for child in section.children if child.number and not child.implied and _own(section, child)]
    if members:
        regular = all(child.number == f"{prefix}{at}" for at, child in enumerate(members, 1))
        inside = members if regular else [child for child in members if follows(section, child.number)]
        yield Group(section, members, inside, regular)
        for child in members:
            if child.children:
                yield from _below(child)


def _own(section: Section, child: Section) -> bool:
    """Say whether a clause belongs to the one it stands under, and not to a text that is quoted there."""
    lettered = section.number[0].isalpha()
    return "." in child.number and child.number[0].isalpha() == lettered


def follows(section: Section, number: str) -> bool:
    """Say whether `number` is one level below a section."""
    return number.startswith(f"{section.number}.") and number.count(".") == section.number.count(".") + 1


def named(source: Source, section: Section) -> bool | None:
    """Say whether a clause has a title, or None where its look does not tell.

    “5.2 外观。” is a title with a full stop, “5.2 外壳应防水。” the text of a clause without title; “5.2 防水” typed as
    an ordinary paragraph is a title only if something stands below it.
    """
    text = section.title
    block = source.blocks[section.first]
    if block.kind == "label":
        block = source.blocks[section.first + 1]
    if not text or "无标题" in block.style:
        return False if text else None
    heading = block.kind == "heading" or block.bold
    if section.titled:
        if heading:
            return True
        return True if (section.body or section.children) and not _PREDICATE.search(text) else None
    if heading and names(text):
        return True if len(section.body) > 1 or section.children else None
    if not heading and _goes_on_below(source, block):
        return None
    return False if text.endswith(ENDS_RUNNING) or "。" in text else None


def _goes_on_below(source: Source, block: Block) -> bool:
    """Say whether the first line of a paragraph is so short that it may be a title, with the text on the next line."""
    start, end = block.span
    if LINE_BREAK in source.text[start : min(end, start + _LONGEST_NAME)]:
        return True
    if source.format != "markdown":
        return False
    run = bisect_right(source.starts, start)
    if run >= len(source.starts) or not start < source.starts[run] < min(end, start + _LONGEST_NAME):
        return False
    skipped = source.offsets[run] - source.offsets[run - 1] - (source.starts[run] - source.starts[run - 1])
    return skipped == 1


def called(section: Section) -> str:
    """Return what a Chinese sentence calls a clause."""
    if section.parent is None and section.element == "annex":
        return f"附录{section.number}"
    return f"第{section.number}章" if section.number.isdigit() else section.number


def stands(source: Source, number: str, first: int, last: int) -> bool:
    """Say whether a paragraph between two blocks begins with a number, however written, though no clause has it."""
    alone = "." not in number
    for block in source.blocks[first:last]:
        if alone and (block.table >= 0 or block.kind == "item"):
            continue
        text = source.text[block.span[0] : block.span[1]].lstrip()
        if alone:
            if text.rstrip() == number or counted(text)[1] == int(number):
                return True
            continue
        head = text[: len(number) + 3].translate(_READ_AS).replace("..", ".")
        after = head[len(number) : len(number) + 2]
        if head.startswith(number) and not (after[:1].isdigit() or (after[:1] == "." and after[1:].isdigit())):
            return True
    return False


def miswritten(source: Source) -> frozenset[str]:
    """Return the numbers with which lines begin that have a wrong sign or letter in them: “5.1” for “5.l” and “5-1”."""
    found = set()
    for match in _MISWRITTEN.finditer(f"\n{source.text}"):
        number = match["number"].translate(_READ_AS)
        if number != match["number"]:
            block = source.blocks[bisect_right(source.blocks, match.start(), key=_start) - 1]
            if block.kind in ("para", "heading") and block.table < 0:
                found.add(number)
    return frozenset(found)


def _start(block: Block) -> int:
    return block.span[0]


def counted(title: str) -> tuple[str, int]:
    """Return the number in front of a title that is not written in Arabic numerals, and what it counts."""
    match = _COUNT.match(title)
    if match is None:
        return "", 0
    core = _NO_COUNT.sub("", match.group())
    if core.isdecimal():
        return match.group(), int(core)
    if "Ⅰ" <= core[0] <= "Ⅻ":
        return match.group(), ord(core[0]) - ord("Ⅰ") + 1
    return match.group(), numeral(core)


def numeral(text: str) -> int:
    """Return what Chinese numerals below a hundred count, 0 for anything else."""
    if not text or text.strip("一二三四五六七八九十"):
        return 0
    tens, ten, ones = text.rpartition("十")
    value = _CHINESE.find(ones) if ones else 0
    return value + (_CHINESE.find(tens) if tens else 1) * 10 if ten else max(value, 0)


def lists_things(title: str) -> bool:
    """Say whether a clause lists reagents or apparatus: what is numbered there are entries (GB/T 20001.4)."""
    return _THINGS.fullmatch(title) is not None


def names(text: str) -> bool:
    """Say whether a short text with a point at its end only names something."""
    stem = text[:-1]
    return (
        len(stem) <= _LONGEST_NAME and not any(sign in stem for sign in "，。；：,;:") and not _PREDICATE.search(stem)
    )
