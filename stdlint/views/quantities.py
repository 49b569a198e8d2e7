"""Find numbers with what follows them: unit, range, tolerance, product; once for all rules on numbers and units.

Source: GB/T 1.1—2020, 9.4.5 and 10.4.6. Numbers of standards, types and links, code, quotations and lists of references
are left out: what stands there is not said by the draft. A draft holds thousands of quantities in a few dozen shapes,
so that the text is only searched for what follows a digit; a number is looked at when a rule asks for its unit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import Source, Span
from stdlint.views.citations import Citation
from stdlint.views.regions import Region
from stdlint.views.wording import UNSAID, Spans, is_chinese

GAP = r"[ \t\u00a0\u2002-\u200a\u202f\u3000]"
"""What may stand between a number and its unit."""

BLANKS = " \t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
TILDES = "～~〜∼"
DASHES = "—–－‐‑―−-"

_LETTERS = "A-Za-zμµΩΩ"
_UNIT_BEGINS = rf"{_LETTERS}°º˚⁰℃℉%％‰′″Å\u3371-\u33df"
_RAISED = "⁰¹²³⁴-⁹"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:[ \u00a0\u2005-\u200a\u202f]\d{{3}}(?!\d))+|\d+)(?:[.．]\d+)?(?:[⁻⁺]?[{_RAISED}]+|\^[-−]?\d+\^?)?"
)
_EXPONENT = rf"⁻?[¹²³⁴]|\^[-−]?\d\^?|[23](?![\d.])|[-−][123](?![\d.]|{GAP}*[{_LETTERS}])"
_ATOM = rf"(?:[°º˚⁰](?:{GAP}{{0,2}}[CFK](?![A-Za-z]))?|[℃℉%％‰′″Å]|[\u3371-\u33df]|[{_LETTERS}]+(?:{_EXPONENT})?)"
UNIT = rf"{_ATOM}(?:[/·⋅∙•・.．*]{_ATOM}|/[（(]{_ATOM}(?:[·⋅.]{_ATOM})*[）)])*(?:(?![A-Za-z0-9])|(?=[xX]\d))"
"""A unit as it may be written, right or wrong; anything made of letters and signs."""

_SIGN = r"[－–−+＋-]"
_BOUND = r"(?<![A-Za-z0-9_.．])(?<![A-Za-z0-9_)）][－–−/.-])"
_UNITS = re.compile(rf"[0-9{_RAISED}^）)]({GAP}*(?:{UNIT}))")
_COUNTED_BY = re.compile(rf"[0-9{_RAISED}]{GAP}*([\u4e00-\u9fff])")
_PART = rf"(?P<sign>{_SIGN})?(?P<number>{_NUMBER})(?:{GAP}*(?P<unit>{UNIT}))?"
_JOINED = re.compile(rf"[{TILDES}±×xX✕╳*＊至到{DASHES}](?={GAP}*{_SIGN}?[0-9])")
_SINGLE = re.compile(rf"{GAP}*{_SIGN}?[0-9][0-9.]*(?![0-9])(?:{GAP}*[{_UNIT_BEGINS}])")
_COUNTED = re.compile(
    rf"{GAP}*[0-9][0-9.]*{GAP}*[{_UNIT_BEGINS}个次人名天小分秒件台家倍岁周"
    "只头株组套批遍滴片粒支瓶袋箱米吨克千毫厘升公平立]"
)
_CHAIN = patterns.compile(
    rf"{_BOUND}{_PART}(?:(?P<joint>{GAP}*(?:[{TILDES}±×xX✕╳*＊至到{DASHES}]|\+/[-−]|＋/－){GAP}*){_PART})+"
    rf"(?:[）)]{GAP}*(?P<outer>{UNIT}))?"
)
_BEFORE = patterns.compile(rf"{_BOUND}{_NUMBER}$")
_BEFORE_CLOSED = patterns.compile(rf"[（(]{_PART}{GAP}*(?:±|\+/-|[{TILDES}{DASHES}]){GAP}*{_PART}[）)]$")
_LINK = patterns.compile(r"(?:https?://|www\.|ftp://|mailto:)[^\s（）()，。；、]+")
_BRACKETED = patterns.compile(
    rf"[（(]{GAP}*(?:单位[：:为]?)?{GAP}*(?P<unit>{UNIT}){GAP}*[）)]|/{GAP}?(?P<unit>{UNIT})(?=\n)"
    rf"|单位(?:[为是]|(?<=\n单位)[：:]){GAP}*(?P<unit>{UNIT})(?=[^\u4e00-\u9fff]|[的和或及与时])"
)
_CALLED = patterns.compile(rf"单位[为是：:]{GAP}*$")
_SIGNS = frozenset("-－–−+＋")
_BEFORE_SIGN = frozenset(BLANKS + "\n\u2028（(，、；：:～~≥≤＞＜><=＝±为至到在于或和与约即是达")
_ELSEWHERE = frozenset(("cover", "contents", "references", "bibliography", "index", "header", "footer"))
_NUMERIC = frozenset("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNIT_ENDS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzμµΩΩ°º˚℃℉%％‰′″Å²³")
_LONGEST = 40


class Quantity(NamedTuple):
    """A number with its unit; `unit` is empty where none stands, `number` where a unit stands alone in a heading.

    `token` is the unit as written, `sign` the span of the sign in front, empty without one. `closed`: the number is the
    parenthesis of “(80±2) μF”.
    """

    number: Span
    unit: Span
    block: int
    token: str
    sign: Span
    closed: bool = False

    @property
    def span(self) -> Span:
        """The number and its unit."""
        return (self.number[0], self.unit[1])

    @property
    def gap(self) -> Span:
        """What stands between number and unit."""
        return (self.number[1], self.unit[0])

    @property
    def counted(self) -> bool:
        """Whether a number stands in front of the unit."""
        return self.number[0] < self.number[1]

    def remedy(self, unit: str) -> str:
        """Return what to put in place of the unit, with the gap where the unit stands close to its number."""
        return " " + unit if self.counted and self.number[1] == self.unit[0] else unit


class Chain(NamedTuple):
    """Numbers joined by signs: a range, a tolerance, dimensions. `joints[i]` stands between parts i and i + 1.

    `closed` is the quantity whose parenthesis the chain fills, or None.
    """

    parts: tuple[Quantity, ...]
    joints: tuple[Span, ...]
    signs: str
    block: int
    closed: Quantity | None = None

    @property
    def span(self) -> Span:
        """The chain from its first sign or number to its last unit, a parenthesis around it left out."""
        return (self.parts[0].sign[0], self.parts[-1].unit[1])


class Quantities:
    """The quantities of a draft, found when they are asked for."""

    def __init__(self, source: Source, regions: list[Region], citations: list[Citation], quoted: Spans) -> None:
        self._source = source
        self._regions = regions
        self._citations = citations
        self._quoted = quoted

    @cached_property
    def shapes(self) -> dict[str, list[int]]:
        """Where each unit stands behind a digit, by the unit as written with the blanks in front of it."""
        found: dict[str, list[int]] = {}
        for match in _UNITS.finditer(self._source.text):
            shape = match[1]
            if shape in found:
                found[shape].append(match.start(1))
            else:
                found[shape] = [match.start(1)]
        return found

    @cached_property
    def tokens(self) -> dict[str, list[str]]:
        """The shapes of each unit, by the unit as written without blanks; units in headings have an empty list."""
        found: dict[str, list[str]] = {}
        for shape in self.shapes:
            found.setdefault(shape.lstrip(BLANKS), []).append(shape)
        for quantity in self.headed:
            found.setdefault(quantity.token, [])
        return found

    @cached_property
    def counted(self) -> dict[str, list[int]]:
        """Where a Chinese character stands behind a number, by that character: names of units and what is counted."""
        found: dict[str, list[int]] = {}
        for match in _COUNTED_BY.finditer(self._source.text):
            found.setdefault(match[1], []).append(match.start(1))
        return found

    def counted_by(self, pattern: regex.Pattern[str], first: Iterable[str]) -> Iterator[regex.Match[str]]:
        """Yield where the pattern matches behind a number; `first` are the characters with which it may begin."""
        places = sorted(place for char in first for place in self.counted.get(char, ()))
        for place in places:
            block = self._block(place)
            match = pattern.match(self._source.text, place) if block >= 0 else None
            if match is not None and match.end() <= self._source.blocks[block].span[1] and self.number_before(place):
                yield match

    def number_before(self, offset: int) -> Span | None:
        """Return the span of the number in front of an offset, None where it is part of a name."""
        end = offset
        while self._source.text[end - 1] in BLANKS:
            end -= 1
        block = self._block(end - 1) if end else -1
        return self._number(end, block) if block >= 0 and self._source.text[end - 1] not in "）)" else None

    def shaped(self, shape: str) -> Iterator[Quantity]:
        """Yield the quantities of one shape, in document order."""
        gap = len(shape) - len(shape.lstrip(BLANKS))
        for start in self.shapes.get(shape, ()):
            block = self._block(start)
            if block >= 0 and (number := self._number(start, block)):
                unit = (start + gap, start + len(shape))
                closed = self._source.text[start - 1] in "）)"
                one = Quantity(number, unit, block, shape[gap:], self._sign(number[0]), closed)
                if not self._is_mark(one):
                    yield one

    def written(self, tokens: Container[str]) -> list[Quantity]:
        """Return the quantities, and the units in headings, that are written with one of these units."""
        known = [token for token in self.tokens if token in tokens]
        found = [one for token in known for shape in self.tokens[token] for one in self.shaped(shape)]
        if known:
            found += [one for one in self.headed if one.token in tokens]
        return sorted(found)

    def said(self, quantity: Quantity) -> str:
        """Return the number as written."""
        return self._source.text[slice(*quantity.number)]

    def value(self, quantity: Quantity) -> float:
        """Return the number, or not-a-number where it has a power of its own."""
        said = "".join(self.said(quantity).split()).replace("．", ".")
        return float(said) if said.replace(".", "", 1).isdecimal() else float("nan")

    def is_stated(self, quantity: Quantity) -> bool:
        """Say whether the text calls it a unit: “单位为kg”."""
        return _CALLED.search(self._source.text, max(quantity.unit[0] - 6, 0), quantity.unit[0]) is not None

    def paragraphs(self, quantities: Iterable[Quantity]) -> Iterator[list[Quantity]]:
        """Yield the quantities of each paragraph, and of each table, together: what recurs there is one slip."""
        known: dict[tuple[int, int], list[Quantity]] = {}
        for one in quantities:
            table = self._source.blocks[one.block].table
            known.setdefault((one.block if table < 0 else -1, table), []).append(one)
        yield from known.values()

    @cached_property
    def chains(self) -> list[Chain]:
        """Ranges, tolerances and products in which something may be wrong: what is well formed is not all here."""
        found: list[Chain] = []
        text, end = self._source.text, 0
        for joint in _JOINED.finditer(text):
            at = joint.start()
            if at < end or not self._is_suspect(at):
                continue
            block = self._block(at)
            if block < 0:
                continue
            first, last = self._source.blocks[block].span
            for match in _CHAIN.finditer(text, max(first, at - _LONGEST, end), min(last, at + _LONGEST * 2)):
                if match.start() > at:
                    break
                end = match.end()
                if end > at:
                    found.append(self._chain(match, block))
        return found

    def _is_suspect(self, at: int) -> bool:
        """Say whether something may be wrong with what the sign at that offset joins."""
        text = self._source.text
        before = text[at - 1]
        if before in BLANKS:
            before = text[max(at - 4, 0) : at].rstrip(BLANKS)[-1:]
        sign = text[at]
        if sign in DASHES:
            return (before == "/" and text[at - 2] in "+＋") or (
                (before in _NUMERIC or before in _UNIT_ENDS) and _COUNTED.match(text, at + 1) is not None
            )
        if before in _NUMERIC:
            return True
        if before not in _UNIT_ENDS:
            return False
        return sign not in "～至到" and not (sign in "±×" and before not in "%％‰" and _SINGLE.match(text, at + 1))

    @cached_property
    def headed(self) -> list[Quantity]:
        """Units in brackets behind a name, in cells those behind a solidus, and those behind “单位为”."""
        found: list[Quantity] = []
        text = self._source.text
        for match in _BRACKETED.finditer(text):
            start, unit = match.start(), match.span("unit")
            before = text[start - 1 : start]
            named = is_chinese(before) or before.isalpha() or (before and before in "）) \u2028")
            if text[start] != "单" and not named:
                continue
            block = self._block(start)
            if block >= 0 and (text[start] != "/" or self._source.blocks[block].kind == "cell"):
                found.append(Quantity((unit[0], unit[0]), unit, block, text[unit[0] : unit[1]], (unit[0], unit[0])))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span[0] for block in self._source.blocks]

    @cached_property
    def links(self) -> Spans:
        """Links, and code inside paragraphs."""
        return Spans(self._links)

    @cached_property
    def apart(self) -> Spans:
        """Document numbers with the clause they point at, links and code inside paragraphs."""
        return Spans([(one.span[0], (one.locator or one.span)[1]) for one in self._citations] + self._links)

    @cached_property
    def _links(self) -> list[Span]:
        source = self._source
        spans = [(one.offset, one.offset + len(one.text)) for one in source.anchors if one.kind == "code"]
        if "://" in source.text or "www." in source.text or "mailto:" in source.text:
            spans += [match.span() for match in _LINK.finditer(source.text)]
        return spans

    def says(self, offset: int) -> bool:
        """Say whether the draft itself says what stands there: no quotation, list, link, code or document number."""
        return self._block(offset) >= 0

    def _block(self, offset: int) -> int:
        """Return the block that holds `offset`, or -1 if the draft itself says nothing there."""
        index = bisect_right(self._starts, offset) - 1
        unsaid = self._source.blocks[index].kind in UNSAID or self._regions[index].element in _ELSEWHERE
        return -1 if unsaid or offset in self._quoted or offset in self.apart else index

    def _number(self, end: int, block: int) -> Span | None:
        """Return the span of the number that ends there, or of the parenthesis, or None if it is part of a name."""
        start = max(self._source.blocks[block].span[0], end - _LONGEST)
        closed = self._source.text[end - 1] in "）)"
        match = (_BEFORE_CLOSED if closed else _BEFORE).search(self._source.text, start, end)
        return None if match is None or match.start() in self.apart else match.span()

    def _is_mark(self, one: Quantity) -> bool:
        """Say whether the last letter behind a number in a table is the mark of a footnote: 800ᵃ, 3Pᵃ."""
        if one.gap[0] != one.gap[1] or not "a" <= one.token[-1:] <= "h":
            return False
        if self._source.blocks[one.block].kind != "cell":
            return False
        return one.token == "a" or self._source.is_raised((one.unit[1] - 1, one.unit[1]))

    def _sign(self, start: int) -> Span:
        text = self._source.text
        signed = start and text[start - 1] in _SIGNS and (start < 2 or text[start - 2] in _BEFORE_SIGN)
        return (start - 1, start) if signed else (start, start)

    def _chain(self, match: regex.Match[str], block: int) -> Chain:
        text = self._source.text
        joints, units = match.spans("joint"), match.spans("unit")
        signs = {span[1]: span for span in match.spans("sign")}
        parts: list[Quantity] = []
        for at, number in enumerate(match.spans("number")):
            limit = joints[at][0] if at < len(joints) else match.end()
            unit = next((u for u in units if number[1] <= u[0] < limit), (number[1], number[1]))
            sign = signs.get(number[0]) or self._sign(number[0])
            part = Quantity(number, unit, block, text[unit[0] : unit[1]], sign)
            parts.append(part._replace(unit=(number[1], number[1]), token="") if self._is_mark(part) else part)
        outer, opening = match.span("outer"), match.start() - 1
        closed = None
        if outer[0] >= 0 and text[opening] in "（(":
            whole = (opening, max(text.rfind("）", 0, outer[0]), text.rfind(")", 0, outer[0])) + 1)
            closed = Quantity(whole, outer, block, text[outer[0] : outer[1]], (opening, opening), True)
        said = "".join([text[start:end].strip(BLANKS)[0] for start, end in joints])
        return Chain(tuple(parts), tuple(joints), said, block, closed)
