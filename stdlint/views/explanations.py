"""Find the formulas that stand on lines of their own, and the lines that explain their symbols.

A group is one formula or several in a row with the explanation behind the last. What a picture shows is not known: the
text of such a formula is “”.

Source: GB/T 1.1—2020, 9.9.2, 9.9.3.1, 10.4.3.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import OBJECT, Source, Span
from stdlint.views.captions import Caption
from stdlint.views.formulas import LETTERS, symbols
from stdlint.views.outline import Outline, Section
from stdlint.views.regions import Region
from stdlint.views.wording import BLANK, is_chinese

_NUMERAL = r"(?:[A-Z][.．\-]?)?\d{1,3}(?:[.．\-—–]\d{1,3})*[a-z]?"
_BEHIND = patterns.compile(
    rf"(?P<gap>[\s….·⋯—_]*)(?P<whole>[（(]{BLANK}*(?:公?式)?{BLANK}*(?P<number>{_NUMERAL}|[一二三四五六七八九十]{{1,3}}|[IVX]{{1,4}}){BLANK}*[）)]式?"
    rf"|公?式{BLANK}*[（(]?{BLANK}*(?P<number>{_NUMERAL}){BLANK}*[）)]?|[\[【［]{BLANK}*(?P<number>{_NUMERAL}){BLANK}*[\]】］]|(?P<number>[①-⑳⑴-⒇]))\s*"
)
_EQUALS = patterns.compile("[=＝≈]")
_TYPED = patterns.compile(
    r"[\p{Han}A-Za-zΑ-Ωα-ω\u0394∆（(\[{|][^\n=＝≈。；：？！]{0,40}[=＝≈][^\n。；：？！\ufffc]{1,160}"
)
_TYPED_NUMBER = patterns.compile(
    r"(?:\t|…|⋯|[.·]{3,}|—{3,}|_{3,}| {2,}|\u3000)[\s….·⋯—_]*(?=[（(公式\[【［①-⑳⑴-⒇][^\n]{0,9}\s*$)"
)
_LEAD = patterns.compile(
    rf"(?P<lead>(?:以上|上|公)?式{BLANK}*中|其{BLANK}*中|这里|(?:公式)?(?:符号|参数|变量|字母)?说明(?=[：:])|[Ww]here){BLANK}*(?P<colon>[：:，,]?){BLANK}*"
)
_CALCULATES = patterns.compile(r"(?:公式|式|计算|下列|如下|表示|关系|得到?|为)[^。；\n]{0,12}[：:]$|(?:公式|计算)$")
_GREEK = r"\u0370-\u03ff\u2126\u00b5\u2206"
_SIGN = rf"[A-Za-z{_GREEK}\ufffc∑∆ΔĀ-ſ\U0001d400-\U0001d7ff]"
_IN_SYMBOL = r"[^\s\p{Han}—–－─⸺:：；。=＝<>≤≥%s]{0,20}"


def _line(hyphen: str, mark: str) -> str:
    """Return the pattern of an explanation; `hyphen` is what else cannot stand in its symbol."""
    head = rf"(?:{_SIGN}{_IN_SYMBOL % hyphen}(?:{BLANK}?[\d{_GREEK}A-Za-z]{{1,5}}(?![A-Za-z]))?\p{{Han}}{{0,4}}?)"
    return (
        rf"{BLANK}*(?P<symbol>{head}(?:{BLANK}*[、，,～~…及和与或]+{BLANK}*{head}){{0,6}}?){BLANK}*(?P<mark>{mark}){BLANK}*"
        r"(?P<meaning>[\p{Han}（(“0-9A-Za-z\ufffc《][^\n]*)"
    )


_DASHED = patterns.compile(_line("", "[—–－─⸺―]+|-{2,3}"))
_LOOSE = patterns.compile(_line(r"\-", rf"-|[：:]|为(?!了)|是(?!否)|表示|指|[，,]|[=＝]|{BLANK}+"))
_CLEAR = patterns.compile(r"[—–－─⸺―]+|-{1,3}")
_SPLIT = patterns.compile(r"[、，,～~…；;]+|及|和|与|或")
_ACCENT = patterns.compile(r"\\(?:bar|hat|tilde|vec|dot|ddot|check|breve|overline|widehat|widetilde)(?![A-Za-z])")
_COMMAND = patterns.compile(r"\\[A-Za-z]+|[{}_\s\\^*·,，]")
_RUN = patterns.compile(r"_(?:\\[A-Za-z]+)?\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|[A-Za-z]{2,}")
_WORD = patterns.compile(r"\\[A-Za-z]+")
_PRIMES = str.maketrans("’′‘`＇∆µ", "''''" + "'Δμ")
_INDEX = frozenset("ijk")
_SUBSCRIPT = patterns.compile(r"_(?:\{[^{}]*\}|.)")
_BETWEEN = 2
_SHORT = 60


class Formula(NamedTuple):
    """A formula on a line of its own.

    `span` is the object or the typed characters without number; `text` is LaTeX-like, “” of a picture. `number` is what
    the number says (“1”, “A.1”, “5-1”), “” without one, and `number_span` holds it with its brackets; it is (0, 0)
    where it stands inside the formula (\\tag). `plain` says that the number has the form “(1)”.
    """

    block: int
    span: Span
    text: str
    typed: bool
    number: str = ""
    number_span: Span = (0, 0)
    plain: bool = True


class Explanation(NamedTuple):
    """A line that explains a symbol, or several: `keys` as `key` gives them, and the spans of its three pieces."""

    block: int
    keys: tuple[str, ...]
    symbol: Span
    mark: Span
    meaning: Span


class Group(NamedTuple):
    """Formulas in a row with what explains them.

    `lead` is the span of “式中：” as it is written, or (0, 0); `alone` says that nothing follows it on its line.
    `end` is the index of the block behind it all.
    """

    section: Section
    formulas: tuple[Formula, ...]
    lead: Span
    alone: bool
    lines: tuple[Explanation, ...]
    end: int

    @property
    def known(self) -> bool:
        """Whether the text of every formula is known."""
        return all(formula.text for formula in self.formulas)


@lru_cache(4096)
def key(symbol: str) -> str:
    """Return a symbol as it is compared: neither accents nor the marks of subscripts, one sort of primes."""
    bare = unicodedata.normalize("NFKD", _ACCENT.sub("", symbol).translate(_PRIMES))
    bare = "".join([char for char in bare if not unicodedata.combining(char)])
    bare = unicodedata.normalize("NFKC", _COMMAND.sub("", bare).translate(_PRIMES))
    opening = bare.find("(")
    return bare[:opening] if opening > 0 else bare


@lru_cache(1024)
def plain(text: str) -> str:
    """Return the letters and signs of a formula in one row, without commands: “m1/m2”."""
    said = _WORD.sub(lambda match: LETTERS.get(match[0], ""), text)
    return key(said.replace("(", "⟨").replace("（", "⟨"))


def unexplained(text: str, explained: set[str]) -> list[str]:
    """Return the symbols of one letter of a formula that `explained` does not hold, as the formula writes them.

    Indexes need no explanation, and x_{i} explains x_{1}. Where the formula marks no subscripts, what is explained as
    m1 is found in it as the letters “m1”.
    """
    text = _RUN.sub(lambda match: " " if match[0] in explained else match[0], text)
    found = symbols(text)
    lowered = "".join(_SUBSCRIPT.findall(text)) + ("ijk" if "sum" in text or "∑" in text or "Σ" in text else "")
    rest = "" if "_" in text else _masked(plain(text), explained)
    missing: list[str] = []
    for symbol in found:
        base, _, index = symbol.partition("_")
        letter = key(base)
        if len(letter.removeprefix("Δ").rstrip("'")) != 1 or key(symbol) in explained:
            continue
        if (symbol in _INDEX and symbol in lowered) or letter.removeprefix("Δ") + key(index) in explained:
            continue
        if _relates(letter, key(index), explained) or ("_" not in text and letter[-1] not in rest):
            continue
        missing.append(symbol)
    return missing


def _masked(said: str, explained: set[str]) -> str:
    for one in sorted(explained, key=len, reverse=True):
        said = said.replace(one, " ")
    return said


def _relates(letter: str, index: str, explained: set[str]) -> bool:
    """Say whether one of a family is explained: x_{i} for x_{1}, x for x_{i}."""
    if not index:
        return any(letter + sign in explained for sign in "ijkn")
    counts = index[-1] in "ijknmNMpql" or index.isdigit()
    if not counts:
        return False
    if index[-1] in "ijkn" and (letter in explained or letter + index[:-1] in explained):
        return True
    return any(
        one.startswith(letter) and one[len(letter) :] and one[-1] in "ijkn" and (len(one) == len(letter) + len(index))
        for one in explained
    )


def groups(source: Source, outline: Outline, regions: list[Region], captions: list[Caption]) -> list[Group]:
    """Return the groups of formulas in document order; worked-out examples, notes and quotations are left out."""
    reader = _Reader(source, outline, regions, captions)
    return list(reader.groups()) if reader.formulas else []


class _Reader:
    """Find the formulas first, then walk on from each group to what explains it."""

    def __init__(self, source: Source, outline: Outline, regions: list[Region], captions: list[Caption]) -> None:
        self.source = source
        self.text = source.text
        self.blocks = source.blocks
        self.owner = outline.owner
        self.regions = regions
        self.objects = {a.offset: a for a in source.anchors if a.kind in ("formula", "picture")}
        self.numbers = {caption.block: caption.number for caption in captions if caption.kind == "formula"}
        self.starts: list[int] = []
        self.formulas: dict[int, Formula] = {}
        self._below: set[int] = set()
        if "=" in source.text or "＝" in source.text or self.objects:
            self.starts = [block.span[0] for block in source.blocks]
            self._find()

    def _find(self) -> None:
        for offset, anchor in self.objects.items():
            index = bisect_right(self.starts, offset) - 1
            if self._speaks(index) and index not in self.formulas:
                formula = self._object(index, offset, anchor.text if anchor.kind == "formula" else "")
                if formula is not None:
                    self.formulas[index] = formula
        seen = -1
        for match in _EQUALS.finditer(self.text):
            index = bisect_right(self.starts, match.start()) - 1
            if index == seen or index in self.formulas or not self._speaks(index):
                continue
            seen = index
            if _TYPED.fullmatch(self.text, *self.blocks[index].span) and (formula := self._typed(index)) is not None:
                self.formulas[index] = formula

    def _speaks(self, index: int) -> bool:
        region = self.regions[index]
        return region.role in ("text", "formula", "cell") and region.element not in (
            "cover", "contents", "references", "bibliography", "index",
        )  # fmt: skip

    def _object(self, index: int, offset: int, text: str) -> Formula | None:
        """Read a block that is a formula or the picture of one, with its number behind it."""
        block = self.blocks[index]
        start, end = block.span
        number = self.numbers.get(index, "")
        if offset != start + len(self.text[start:end]) - len(self.text[start:end].lstrip()):
            return None
        if block.kind == "cell":
            if not number:
                return None
            beside = self.blocks[index + 1].span
            return Formula(index, (offset, offset + 1), text, False, number, _stripped(self.text, beside))
        behind = _BEHIND.fullmatch(self.text, offset + 1, end)
        sure = block.kind == "formula" or (text and end - start < _SHORT)
        if behind is not None and not sure and not self._is_formula(index, behind):
            return None
        if behind is not None:
            return self._numbered(index, (offset, offset + 1), text, False, behind)
        if block.kind != "formula":
            return None
        below = self.blocks[index + 1].span if index + 1 < len(self.blocks) else (end, end)
        alone = (
            _BEHIND.fullmatch(self.text, *below) if self.text[offset + 1 : end].isspace() or offset + 1 == end else None
        )
        if alone is not None and not number:
            self._below.add(index + 1)
            return self._numbered(index, (offset, offset + 1), text, False, alone)
        return Formula(index, (offset, offset + 1), text, False, number)

    def _is_formula(self, index: int, behind: regex.Match[str]) -> bool:
        """Say whether a paragraph that is a picture with a number is a formula: the text calls it so."""
        start, end = self.blocks[index].span
        if end - start > _SHORT or behind["whole"][0] not in "（(":
            return False
        if any(f"式{opening}{behind['number']}{closing}" in self.text for opening, closing in ("（）", "()")):
            return True
        above = self.text[slice(*self.blocks[index - 1].span)].rstrip() if index else ""
        below = self.blocks[index + 1].span[0] if index + 1 < len(self.blocks) else end
        return self.text.startswith("式中", below) or _CALCULATES.search(above) is not None

    def _typed(self, index: int) -> Formula | None:
        """Read a line of typed characters; without a number only behind a sentence that announces a formula."""
        start, end = self.blocks[index].span
        gap = _TYPED_NUMBER.search(self.text, start, end)
        behind = _BEHIND.fullmatch(self.text, gap.end(), end) if gap is not None else None
        if gap is not None and behind is not None:
            span = (start, start + len(self.text[start : gap.start()].rstrip(" \t\u3000….·")))
            return self._numbered(index, span, self.text[slice(*span)], True, behind)
        before = self.blocks[index - 1] if index and not is_chinese(self.text[start]) else None
        if before is None or before.kind == "label" or self.blocks[index].label or self.blocks[index].kind != "para":
            return None
        announced = _CALCULATES.search(self.text[slice(*before.span)].rstrip()) is not None
        follower = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        led = follower is not None and self.text.startswith("式中", follower.span[0])
        span = _stripped(self.text, (start, end))
        return Formula(index, span, self.text[slice(*span)], True) if announced or led else None

    def _numbered(self, index: int, span: Span, text: str, typed: bool, behind: regex.Match[str]) -> Formula:
        whole = behind["whole"]
        form = whole[0] in "（(" and whole[-1] in "）)" and "式" not in whole
        return Formula(index, span, text, typed, behind["number"], behind.span("whole"), form)

    def groups(self) -> Iterator[Group]:
        """Yield the groups: a formula, those that follow it closely, and the lines behind them."""
        order = sorted(self.formulas)
        at = 0
        while at < len(order):
            members = [order[at]]
            while at + 1 < len(order) and self._follows(members[-1], order[at + 1]):
                at += 1
                members.append(order[at])
            at += 1
            yield self._group(members)

    def _follows(self, index: int, other: int) -> bool:
        """Say whether only short connecting words stand between two formulas: “和”, “其中：” is no such word."""
        between = [at for at in range(index + 1, other) if self.blocks[at].kind != "label" and at not in self._below]
        if self.blocks[index].kind == "cell":
            between = [at for at in between if self.blocks[at].kind != "cell"]
        if len(between) > _BETWEEN or self.owner[index] is not self.owner[other]:
            return False
        for at in between:
            start, end = self.blocks[at].span
            if end - start > _SHORT or _LEAD.match(self.text, start, end) or self._line(at, start) is not None:
                return False
        return True

    def _group(self, members: list[int]) -> Group:
        at = self._next(members[-1])
        lead: Span = (0, 0)
        alone = True
        lines: list[Explanation] = []
        if at < len(self.blocks):
            start, end = self.blocks[at].span
            match = _LEAD.match(self.text, start, end)
            if match is not None and self._leads(match, at):
                lead = (start, match.end("colon"))
                alone = match.end() >= end
                if not alone and (line := self._line(at, match.end())):
                    lines.append(line)
                at = self._next(at)
        end_block = self._lines(at, lines, lead != (0, 0))
        formulas = tuple(self.formulas[index] for index in members)
        return Group(self.owner[members[0]], formulas, lead, alone, tuple(lines), end_block)

    def _leads(self, match: regex.Match[str], at: int) -> bool:
        """Say whether the words introduce an explanation; “其中” does so only in front of a symbol."""
        end = self.blocks[at].span[1]
        if "式" in match["lead"] or match.end() >= end:
            return True
        return self._line(at, match.end()) is not None

    def _lines(self, at: int, lines: list[Explanation], led: bool) -> int:
        """Collect explanations from block `at` on; one line that is none may stand among them."""
        skipped = 0
        end = at
        while at < len(self.blocks) and at not in self.formulas and skipped < 2:
            line = self._line(at, self.blocks[at].span[0])
            if line is not None and self.regions[at].role in ("text", "cell") and self._goes_on(line, lines, led):
                lines.append(line)
                skipped = 0
                end = at + 1
            elif (not lines and not led) or self.regions[at].role == "title":
                break
            else:
                skipped += 1
            at = self._next(at)
        return end

    def _goes_on(self, line: Explanation, lines: list[Explanation], led: bool) -> bool:
        """Say whether a line belongs to the explanation: it has a dash, or the one before it is not the last."""
        if _CLEAR.fullmatch(self.text, *line.mark):
            return True
        return led and (not lines or self.text[lines[-1].meaning[1] - 1] in "；;，,、")

    def _next(self, index: int) -> int:
        """Return the block behind one and its cell with the number, labels left out."""
        at = index + 1
        inside = self.blocks[index].kind == "cell" and index in self.formulas
        while at < len(self.blocks) and (
            at in self._below
            or self.blocks[at].kind in ("label", "header", "footer")
            or (inside and self.blocks[at].kind == "cell" and at <= index + 1)
        ):
            at += 1
        return at

    def _line(self, index: int, start: int) -> Explanation | None:
        """Read the explanation of a symbol that begins at `start`."""
        end = self.blocks[index].span[1]
        match = _DASHED.fullmatch(self.text, start, end) or _LOOSE.fullmatch(self.text, start, end)
        if match is None or (match["mark"].isspace() and not _is_sign(match["symbol"])):
            return None
        keys = self.keys(*match.span("symbol"))
        return (
            Explanation(index, keys, match.span("symbol"), match.span("mark"), match.span("meaning")) if keys else None
        )

    def keys(self, start: int, end: int) -> tuple[str, ...]:
        """Return the symbols that stand between two offsets; nothing of pictures."""
        said = self.text[start:end]
        for offset in range(end - 1, start - 1, -1):
            if self.text[offset] == OBJECT:
                anchor = self.objects.get(offset)
                shown = anchor.text if anchor is not None and anchor.kind == "formula" else "?"
                said = said[: offset - start] + (shown or "?") + said[offset - start + 1 :]
        return tuple(dict.fromkeys(_keys(said)))


def _keys(said: str) -> Iterable[str]:
    pieces = _SPLIT.split(said) if "{" not in said else [said]
    for piece in pieces:
        one = key(piece)
        if one:
            yield one
    if "{" in said or "\\" in said:
        yield from (key(symbol) for symbol in symbols(said))


def _is_sign(symbol: str) -> bool:
    return len(symbol.strip()) <= 3


def _stripped(text: str, span: Span) -> Span:
    said = text[slice(*span)]
    return span[0] + len(said) - len(said.lstrip()), span[0] + len(said.rstrip())
