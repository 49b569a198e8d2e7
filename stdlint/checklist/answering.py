"""Tell what a person means who fills in a form: ticks before or behind the words, typed answers, and what is none."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from stdlint.checklist.questions import Choice
from stdlint.model import OBJECT

_TICKS = "☑✓✔√■●◼◉⊙✅"
_CROSSED = "☒⊠"
"""A ticked box in Word; beside other ticks a box that was crossed out."""

_BOXES = "□☐○◯▢◻⬜"
_SIGNS = re.compile(f"[{_TICKS}{_CROSSED}{_BOXES}]")
_IN_BRACKETS = re.compile(rf"[(\[【〔]\s*([vx*{_TICKS}{_CROSSED}{_BOXES}]?)\s*[)\]】〕]")
_SAYS = re.compile(rf"[\w{OBJECT}]")
_GAP = re.compile(r"[\s:]*")
_BETWEEN = r"\s/\\|,、;。.:·(（）)\[\]_*—–-"
_ONLY_BETWEEN = re.compile(rf"(?:[{_BETWEEN}]|或|or)*")

_OTHER_WORDS = {"not applicable": "none", "na": "none", "不涉及": "none"}
_NOTHING = re.compile(r"(?:无|n[./ ]{0,3}a|不适用|不涉及|none|nil|not applicable|/|[-—–]{1,2})[。.]?")
"""Said as the whole answer: there is nothing of the kind."""

_NOT_YET = re.compile(
    r"尚?待(?![遇客机人])\w{1,15}|未定|未知|不(?:确定|清楚|详)|需(?:核实|确认|补充)|请?(?:在此)?填写\w{0,6}"
    r"|tb[dac]|to ?do|not yet|to be (?:determined|confirmed|added|completed)|x{2,}"
)
_YES = re.compile(rf"(?:y|v|对|[{_TICKS}{_CROSSED}])[。.]?")
_NO = re.compile(r"n|[×✗✘x]|不(?:是|能|会|对|符合|满足|具备|属于)?|没有?|尚?未")
_REASON = re.compile(r"[,;.。]|(?=因|由于)")


class Meant(NamedTuple):
    """What was chosen, and the words beside it.

    `chosen` is the name of a choice; “words” for an answer in other words; “several” for more than one; or “”.
    """

    chosen: str = ""
    words: str = ""


class _Token(NamedTuple):
    """A tick, a box, or the name of a choice."""

    name: str
    start: int
    end: int
    is_sign: bool


def is_nothing(text: str) -> bool:
    """Say whether a text says nothing yet: blank, signs only, or a promise to fill it in."""
    text = " ".join(_folded(text).split())
    return not _SAYS.search(text) or _NOT_YET.fullmatch(text.strip("()[]。.!?…")) is not None


def says_none(text: str) -> bool:
    """Say whether a text says that there is nothing of the kind."""
    return _NOTHING.fullmatch(_folded(text)) is not None


def meant(text: str, choices: tuple[Choice, ...]) -> Meant:
    """Return which of the choices a text tells."""
    text = _folded(text)
    pattern, known = _pattern(choices)
    found = [(match[0], *match.span()) for match in pattern.finditer(text) if match[0] != "是否"]
    tokens = [_Token(known.get(word, word), start, end, word not in known) for word, start, end in found]
    named = [token for token in tokens if not token.is_sign]
    pairs = [(token.name, choice) for at, token in enumerate(tokens) if (choice := _beside(text, tokens, at))]
    if not pairs:
        return _typed(text, named, choices)
    ticked = {choice for sign, choice in pairs if sign in _TICKS}
    ticked = ticked or {choice for sign, choice in pairs if sign in _CROSSED}
    return Meant(_only(ticked), _without(text, tokens) if ticked else "")


def _folded(text: str) -> str:
    """Return text with half-width signs and small letters, and with ticks in brackets as ticks."""
    text = unicodedata.normalize("NFKC", text).casefold().strip()
    return _IN_BRACKETS.sub(lambda found: (found[1] if found[1] not in "vx*" else "☑") if found[1] else "□", text)


@cache
def _pattern(choices: tuple[Choice, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds signs and the names of choices, the longer ones first, and which choice a name means."""
    known = {title.casefold(): choice.name for choice in choices for title in (choice.title, choice.title_en)}
    known |= {word: name for word, name in _OTHER_WORDS.items() if name in known.values()}
    words = sorted(known, key=len, reverse=True)
    ends = [rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word) for word in words]
    return re.compile("|".join((_SIGNS.pattern, "是否", *ends))), known


def _beside(text: str, tokens: list[_Token], at: int) -> str:
    """Return the choice that a sign belongs to: the nearer one; between two as near, as the first sign stands."""
    sign = tokens[at]
    if not sign.is_sign:
        return ""
    near = {}
    for other in (at - 1, at + 1):
        if 0 <= other < len(tokens) and not tokens[other].is_sign:
            gap = slice(tokens[other].end, sign.start) if other < at else slice(sign.end, tokens[other].start)
            if _GAP.fullmatch(text[gap]):
                near[other] = gap.stop - gap.start
    if not near:
        return ""
    leads = at + 1 if tokens[0].is_sign else at - 1
    return tokens[min(near, key=lambda other: (near[other], other != leads))].name


def _typed(text: str, named: list[_Token], choices: tuple[Choice, ...]) -> Meant:
    """Return what a text without ticked names says."""
    is_yes_no = choices[0].name == "yes"
    if named:
        first = named[0]
        is_one = len({token.name for token in named}) == 1
        if not is_one and _ONLY_BETWEEN.fullmatch(_without(text, named)):
            return Meant()
        if _ONLY_BETWEEN.fullmatch(text[: first.start]) or (is_one and not is_yes_no):
            return Meant(first.name, _without(text, [first]))
    if says_none(text) and any(choice.name == "none" for choice in choices):
        return Meant("none")
    if not is_yes_no:
        return Meant()
    if _YES.fullmatch(text):
        return Meant("yes")
    negation, *reason = _REASON.split(text, maxsplit=1)
    if _NO.fullmatch(negation):
        return Meant("no", "".join(reason))
    return Meant() if is_nothing(text) or text.startswith("是否") else Meant("words", text)


def _only(chosen: set[str]) -> str:
    return "several" if len(chosen) > 1 else next(iter(chosen), "")


def _without(text: str, tokens: list[_Token]) -> str:
    """Return the words of a text without signs and names of choices."""
    for token in reversed(tokens):
        text = text[: token.start] + " " + text[token.end :]
    return re.sub(rf"^[{_BETWEEN}]+|[{_BETWEEN}]+$", "", text)
