"""Take a comment apart: “stdlint: ignore MOD010, REF the law is quoted”."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdlint.suppression.known import Known, is_id, is_marked

_VERBS = {
    "ignore": "ignore",
    "忽略": "ignore",
    "off": "off",
    "关闭": "off",
    "on": "on",
    "开启": "on",
    "file": "file",
    "ignore-file": "file",
    "全文": "file",
    "全文忽略": "file",
    "忽略全文": "file",
}
_COMMON = frozenset(("on", "off", "file"))
"""Verbs that follow the name of stdlint in other comments too, which have no colon."""

_WORDS = "|".join(sorted(_VERBS, key=len, reverse=True))
_BEGIN = re.compile(rf"[\s@#*/-]*stdlint\s*(?P<colon>[:：])?\s*(?P<verb>{_WORDS})?", re.IGNORECASE)
_HABIT = re.compile(
    r"[\s@#*/-]*stdlint(?:[-_](?:ignore|disable|enable|suppress|skip|file|off|on)"
    r"|\s+(?:disable|enable|suppress|skip|noqa|禁用|跳过|不检查))(?![A-Za-z])",
    re.IGNORECASE,
)
"""How people begin who know the comments of other linters."""

_LATER = re.compile(rf"stdlint\s*[:：]\s*(?:{_WORDS})", re.IGNORECASE)
_WIDE = {wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_RULE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*|(?:全部|所有)(?:规则)?")
_SPLIT = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2,6})[ \u3000]+(\d{3})(?![A-Za-z0-9])")
_LEAD = re.compile(r"^[\s:：]+")
_GAP = re.compile(r"\s*(?P<comma>[,，、;；/&]|[和与及]|and\b)?\s*")
_DASHES = " \t\n\r\u3000-–—:：,，、;；.。*/"
_REASON = re.compile(r"^(?:reason|because|理由|原因)\s*[:：=]\s*", re.IGNORECASE)
_PAIRS = (("(", ")"), ("（", "）"), ('"', '"'), ("“", "”"), ("「", "」"), ("'", "'"), ("‘", "’"))
_SURE, _LIKELY = 0.85, 0.75


class Command(NamedTuple):
    """What a comment says: its verb (ignore, off, on, file; “” cannot be understood), the rules, the words that look
    like rules and are none, each with the nearest code, and the reason.

    Of what cannot be understood, the rules are those that it names anywhere."""

    verb: str
    codes: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    reason: str = ""


def command(text: str, known: Known) -> Command | None:
    """Return what a comment says to stdlint; None if it does not speak to it."""
    text = text.translate(_WIDE)
    lead = _BEGIN.match(text)
    if lead is None:
        named = _named(text, known) if _LATER.search(text) else ()
        return Command("", named) if named else None
    verb = lead["verb"] or ""
    rest = text[lead.end() :]
    if verb.isascii() and rest[:1] and re.match(r"[\w-]", rest, re.ASCII):
        verb = ""
    if verb and lead["colon"]:
        said = _rules(_VERBS[verb.lower()], _LEAD.sub("", rest), known)
        needy = said.verb in ("ignore", "file") and not said.codes and not said.unknown
        return Command("", _named(text, known)) if needy else said
    is_meant = lead["colon"] or _HABIT.match(text) or (verb and _is_alone(verb, rest, known))
    return Command("", _named(text, known)) if is_meant else None


def _is_alone(verb: str, rest: str, known: Known) -> bool:
    """Say whether nothing but a rule stands behind a verb that other comments have too."""
    return verb.lower() not in _COMMON or not rest.strip() or bool(_named(rest, known))


def _named(text: str, known: Known) -> tuple[str, ...]:
    """Return the rules whose ids stand in a text."""
    words = (word.upper() for word in _RULE.findall(text))
    return tuple(dict.fromkeys(word for word in words if is_id(word) and known.code(word)))


def _rules(verb: str, rest: str, known: Known) -> Command:
    codes: list[str] = []
    unknown: list[tuple[str, str]] = []
    rest = _SPLIT.sub(lambda pair: "".join(pair.groups()) if known.code("".join(pair.groups())) else pair[0], rest)
    at = end = 0
    comma = True
    while match := _RULE.match(rest, at):
        word = match.group()
        code = known.code(word)
        if code and (comma or is_marked(word)):
            codes.append(code)
        elif not code and (near := _meant(word, known, first=not at, comma=comma)) is not None:
            unknown.append((word, near))
        else:
            break
        gap = _GAP.match(rest, match.end())
        assert gap is not None
        end, at, comma = match.end(), gap.end(), bool(gap["comma"])
    return Command(verb, tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(unknown)), _reason(rest[end:]))


def _meant(word: str, known: Known, *, first: bool, comma: bool) -> str | None:
    """Return the nearest code of a word that is none but was meant to be one, None if it is a word of the reason."""
    if is_id(word):
        return known.near(word, 0.5)
    if first:
        near = known.near(word, _LIKELY)
        return near if near or (is_marked(word) and len(word) > 2) else None
    if comma or "-" in word:
        return known.near(word, _SURE) or None
    return None


def _reason(text: str) -> str:
    said = _REASON.sub("", " ".join(text.split()).lstrip(_DASHES), 1).rstrip(" -")
    for begin, end in _PAIRS:
        inner = said[1:-1]
        if len(said) > 1 and said[0] == begin and said[-1] == end and begin not in inner and end not in inner:
            return inner.strip()
    return said
