"""Count paragraphs as Word does: numbering definitions, and the label that each numbered paragraph shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from stdlint import patterns
from stdlint.formats.docx.names import PPR, RPR, VAL, W, integer, on, value
from stdlint.formats.docx.numerals import render

_FIELD = patterns.compile(r"%([1-9])")
_PRIVATE = patterns.compile(r"[\ue000-\uf8ff]")
_SYMBOLS = patterns.compile(r"(?:Symbol|Wingdings|Webdings)")
_KEPT = ("none", "bullet", "decimalZero", "0")
"""The formats that `w:isLgl` leaves as they are; the last stands for “001, 002, 003, ...”."""

_NUM_ID = W + "numId"
_ILVL = W + "ilvl"
NUM_PR = W + "numPr"
LEVELS = 9


class Level(NamedTuple):
    """A level of a list: `text` in pieces, numbers standing for levels from 0.

    `restart`: the level from 1 that starts it anew, 0 for none, None for every higher one.
    """

    start: int
    form: str
    text: tuple[str | int, ...]
    restart: int | None
    legal: bool
    hidden: bool


class Mark(NamedTuple):
    """The label of a paragraph without blanks at its ends, the number format and the level (from 0) it comes from."""

    text: str
    form: str
    ilvl: int


class _Num(NamedTuple):
    """A `w:num`: the abstractNum that counts for it, its levels, and the start values it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted in the story that is read.

    `links` finds the level that a style is tied to: (abstractNum, style id) → level. `stories` keeps the counts of the
    stories that are not being read.
    """

    nums: dict[str, _Num] = field(default_factory=dict)
    links: dict[tuple[str, str], int] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    overridden: set[tuple[str, int]] = field(default_factory=set)
    story: str = ""
    stories: dict[str, tuple[dict[str, list[int | None]], set[tuple[str, int]]]] = field(default_factory=dict)

    def enter(self, story: str) -> str:
        """Go on counting in another story and return the one left.

        Word counts lists apart in the body, the text boxes, the footnotes, the endnotes and each header, and on from
        one text box or footnote to the next.
        """
        left = self.story
        if story != left:
            self.stories[left] = self.counts, self.overridden
            self.counts, self.overridden = self.stories.get(story) or ({}, set())
            self.story = story
        return left

    def linked(self, num_id: str, style_id: str) -> int | None:
        """Return the level whose `w:pStyle` names the style, or None."""
        num = self.nums.get(num_id)
        return None if num is None else self.links.get((num.abstract, style_id))

    def count(self, num_id: str, ilvl: int) -> Mark | None:
        """Count a paragraph and return its label; None if the list or the level does not exist."""
        num = self.nums.get(num_id)
        level = None if num is None else num.levels.get(ilvl)
        if num is None or level is None:
            return None
        counts = self.counts.get(num.abstract)
        if counts is None:
            counts = self.counts[num.abstract] = [None] * LEVELS
        for higher in range(ilvl) if None in counts[:ilvl] else ():
            if counts[higher] is None and higher in num.levels:
                counts[higher] = num.levels[higher].start
        here = counts[ilvl]
        if ilvl in num.starts and (num_id, ilvl) not in self.overridden:
            self.overridden.add((num_id, ilvl))
            counts[ilvl] = num.starts[ilvl]
        else:
            counts[ilvl] = num.starts.get(ilvl, level.start) if here is None else here + 1
        for deeper in range(ilvl + 1, LEVELS) if counts.count(None) < LEVELS - ilvl - 1 else ():
            if counts[deeper] is not None:
                below = num.levels.get(deeper)
                restart = below.restart if below else None
                if restart is None or ilvl < restart:
                    counts[deeper] = None
        if level.hidden:
            return Mark("", level.form, ilvl)
        return Mark(_text(level, num.levels, counts).strip(), level.form, ilvl)


def _text(level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    found = ""
    for piece in level.text:
        if isinstance(piece, str):
            found += piece
            continue
        other = levels.get(piece)
        if other is not None:
            number = counts[piece]
            if other.form == "decimal" and number is not None:
                found += str(number)
                continue
            form = "decimal" if level.legal and not other.form.startswith(_KEPT) else other.form
            found += render(other.start if number is None else number, form)
    return found


def read_numbering(root: _Element | None, style_numbers: dict[str, str]) -> Numbering:
    """Return the lists of a numbering part; `style_numbers` maps numbering styles to the num that they use."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts: dict[str, dict[int, Level]] = {}
    linked: dict[str, str] = {}
    homes: dict[str, str] = {}
    for element in root:
        if element.tag == W + "abstractNum":
            key = element.get(W + "abstractNumId") or ""
            levels = abstracts[key] = {}
            for lvl in element.iterchildren(W + "lvl"):
                ilvl = integer(lvl.get(W + "ilvl"))
                if ilvl is not None and 0 <= ilvl < LEVELS:
                    levels[ilvl] = _level(lvl, ilvl)
                    if style_id := value(lvl, W + "pStyle"):
                        numbering.links.setdefault((key, style_id), ilvl)
            if style_id := value(element, W + "numStyleLink"):
                linked[key] = style_id
            if style_id := value(element, W + "styleLink"):
                homes.setdefault(style_id, key)
    for element in root:
        if element.tag == W + "num":
            numbering.nums[element.get(W + "numId") or ""] = _num(element, abstracts)
    for num_id, num in numbering.nums.items():
        style_id = linked.get(num.abstract, "")
        if style_id and not abstracts.get(num.abstract):
            other = numbering.nums.get(style_numbers.get(style_id, ""))
            home = homes.get(style_id, num.abstract)
            found = other or _Num(home, abstracts.get(home, {}), {})
            numbering.nums[num_id] = _Num(
                found.abstract, {**found.levels, **num.levels}, {**found.starts, **num.starts}
            )
    return numbering


def _num(element: _Element, abstracts: dict[str, dict[int, Level]]) -> _Num:
    abstract = value(element, W + "abstractNumId") or ""
    levels = dict(abstracts.get(abstract, {}))
    starts: dict[int, int] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        ilvl = integer(override.get(W + "ilvl"))
        if ilvl is None or not 0 <= ilvl < LEVELS:
            continue
        lvl = override.find(W + "lvl")
        if lvl is not None:
            levels[ilvl] = _level(lvl, ilvl)
        start = integer(value(override, W + "startOverride"))
        if start is not None:
            starts[ilvl] = start
    return _Num(abstract, levels, starts)


def _level(lvl: _Element, ilvl: int) -> Level:
    form = _format(lvl)
    run = lvl.find(RPR)
    restart = integer(value(lvl, W + "lvlRestart"))
    return Level(
        start=integer(value(lvl, W + "start")) or 0,
        form=form,
        text=(_bullet(lvl, run),) if form == "bullet" else _pieces(value(lvl, W + "lvlText") or "", ilvl),
        restart=restart if restart is not None and 0 <= restart <= ilvl else None,
        legal=bool(on(lvl.find(W + "isLgl"))),
        hidden=run is not None and bool(on(run.find(W + "vanish"))),
    )


def _format(lvl: _Element) -> str:
    """Return the number format, for a custom one (Word 2010, in `mc:AlternateContent`) its pattern if in figures."""
    form = ""
    for element in lvl.iter(W + "numFmt"):
        form = element.get(VAL) or ""
        pattern = element.get(W + "format") or ""
        if form != "custom":
            return form
        if pattern.startswith("0"):
            return pattern
    return form or "decimal"


def _pieces(text: str, ilvl: int) -> tuple[str | int, ...]:
    """Cut the text of a level at its numbers. One of a deeper level voids the whole: [MS-OI29500], 2.1.283."""
    pieces: list[str | int] = []
    at = 0
    for match in _FIELD.finditer(text):
        other = int(match[1]) - 1
        if other > ilvl:
            return ()
        pieces += [text[at : match.start()], other]
        at = match.end()
    pieces.append(text[at:])
    return tuple(piece for piece in pieces if piece != "")


def _bullet(lvl: _Element, run: _Element | None) -> str:
    """Return a bullet as it stands, but a dot for a picture or a sign of a symbol font."""
    text = value(lvl, W + "lvlText") or ""
    fonts = None if run is None else run.find(W + "rFonts")
    font = "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
    signed = len(text) == 1 and _SYMBOLS.match(font)
    return "●" if signed or lvl.find(W + "lvlPicBulletId") is not None else _PRIVATE.sub("●", text)


def numbers_of(numbers: _Element | None) -> tuple[str | None, int | None]:
    """Return (numId, ilvl) as given in a `w:numPr`, each None where it is not given."""
    num_id: str | None = None
    ilvl: int | None = None
    for child in numbers if numbers is not None else ():
        if child.tag == _NUM_ID:
            num_id = child.get(VAL)
        elif child.tag == _ILVL:
            ilvl = integer(child.get(VAL))
    return num_id, ilvl


def style_numbers(styles: _Element | None) -> dict[str, str]:
    """Return the num that each numbering style uses, by style id."""
    found: dict[str, str] = {}
    for style in styles if styles is not None else ():
        if style.get(W + "type") == "numbering":
            num_id, _ = numbers_of(style.find(f"{PPR}/{NUM_PR}"))
            if num_id:
                found[style.get(W + "styleId") or ""] = num_id
    return found
