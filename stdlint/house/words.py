"""Find words that an organisation does not use, and say what it writes instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, cast

import regex

from stdlint import tables
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.house.rule import COMMON, Rule
from stdlint.views.regions import Region

_LONGEST = 2.0
"""How many seconds a pattern may take on one draft."""

_NAMES_OF_OTHERS = frozenset(("references", "bibliography"))
"""Elements whose words are the titles of other documents."""

_RIGHT = "stdlint_right"
"""The group of the words in which a forbidden one is right."""

_GROUP = regex.compile(r"\\(?:(\d+)|g<([^>]*)>)")
_STATUS = {"normative": True, "informative": False}


def _words(value: object) -> str:
    if isinstance(value, dict):
        right = all(isinstance(word, str) for word in value.values())
        return "" if right else "a list of words, or a table of words with what to write instead"
    return tables.text_or_texts(value)


WORDS: dict[str, tables.Shape] = COMMON | {
    "words": _words,
    "pattern": tables.text,
    "prefer": tables.text,
    "except": tables.text_or_texts,
    "in": tables.text_or_texts,
    "safe": tables.truth,
}
"""The keys of a table of words."""


def words(rule: Rule) -> Check:
    """Return the check of a table of words."""
    if bool(rule.said.get("words")) == bool(rule.said.get("pattern")):
        raise rule.wrong(" needs either words or pattern")
    prefer, safe = rule.said.get("prefer", ""), rule.said.get("safe", False)
    given = rule.said.get("words", {})
    table = given if isinstance(given, dict) else dict.fromkeys(rule.texts("words"), prefer)
    if not all(word.strip() for word in table):
        raise rule.wrong(".words holds an empty text")
    where = _where(rule)
    pattern = _of_rule(rule) if "pattern" in rule.said else of_words(table, rule.texts("except"))
    instead = any(table.values()) or bool(prefer)
    check = rule.check(
        "“{word}”应写作“{prefer}”。" if instead else "不用“{word}”。",
        "write “{prefer}”, not “{word}”." if instead else "do not write “{word}”.",
        ("word", "prefer"),
    )

    @check.finder
    def find(doc: Document) -> Iterator[Finding]:
        for match in matches(doc, pattern, check):
            word = match.group()
            if not word or not where.holds(doc.region_at(match.start())):
                continue
            right = instead_of(word, table) if table else match.expand(prefer)
            yield check.at(match.span(), fix=right or None, safe=safe, word=word, prefer=right)

    return check


def matches(doc: Document, pattern: regex.Pattern[str], check: Check) -> Iterator[regex.Match[str]]:
    """Yield the matches of a pattern in what the draft itself says, words in which it is right left out."""
    try:
        for match in doc.matches(cast("regex.Pattern[str]", _Timed(pattern))):
            if not match.groupdict().get(_RIGHT):
                yield match
    except TimeoutError:
        raise TimeoutError(f"the pattern of {check.id} takes longer than {_LONGEST:.0f} s on this draft") from None


class _Timed(NamedTuple):
    """A pattern that gives up: it comes from outside, and some take for ever."""

    pattern: regex.Pattern[str]

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        return self.pattern.finditer(text, timeout=_LONGEST)


class _Where(NamedTuple):
    """Where a rule holds: in some elements (none: in all but lists of documents), in normative text or not."""

    elements: frozenset[str]
    normative: bool | None

    def holds(self, region: Region) -> bool:
        if self.normative is not None and region.normative is not self.normative:
            return False
        return region.element in self.elements if self.elements else region.element not in _NAMES_OF_OTHERS


def _where(rule: Rule) -> _Where:
    said = rule.texts("in")
    status = [_STATUS[word] for word in said if word in _STATUS]
    others = [word for word in said if word not in _STATUS]
    inner: Mapping[str, Any] = {**rule.said, "in": others}
    elements = Rule(rule.file, rule.key, inner, rule.title, rule.lang).elements()
    return _Where(elements, status[0] if len(set(status)) == 1 else None)


def of_words(words: Iterable[str], right: Iterable[str] = ()) -> regex.Pattern[str]:
    """Return a pattern of words, the longest first; in the words of `right` they are part of something else."""
    allowed = "|".join(_bounded(word) for word in sorted(right, key=len, reverse=True))
    forbidden = "|".join(_bounded(word) for word in sorted(words, key=len, reverse=True))
    return regex.compile(f"(?P<{_RIGHT}>{allowed})|{forbidden}" if allowed else forbidden)


def _bounded(word: str) -> str:
    """Return a word as a pattern: Latin ones whole, small ones with a capital too, any blanks between their parts."""
    letter = "[A-Za-z0-9]"
    first, last = (char.isascii() and char.isalnum() for char in (word[0], word[-1]))
    start = f"[{word[0]}{word[0].upper()}]" if "a" <= word[0] <= "z" else regex.escape(word[0])
    rest = regex.escape(word[1:], literal_spaces=True).replace(" ", "[ \u00a0]+")
    return (f"(?<!{letter})" if first else "") + start + rest + (f"(?!{letter})" if last else "")


def instead_of(word: str, table: Mapping[str, str]) -> str:
    """Return what to write instead of a word, with a capital where the word has one."""
    word = " ".join(word.split()) if word.isascii() else word
    if word in table:
        return table[word]
    right = table.get(word[:1].lower() + word[1:], "")
    return right[:1].upper() + right[1:]


def _of_rule(rule: Rule) -> regex.Pattern[str]:
    right = "|".join(_bounded(word) for word in sorted(rule.texts("except"), key=len, reverse=True))
    own: str = rule.said["pattern"]
    try:
        compiled = regex.compile(own)
    except regex.error as error:
        raise rule.wrong(f".pattern is wrong: {error}") from None
    for group in _GROUP.findall(rule.said.get("prefer", "")):
        number = group[0] or group[1]
        if number not in compiled.groupindex and not (number.isdigit() and int(number) <= compiled.groups):
            raise rule.wrong(f".prefer: the pattern has no group {number}")
    if compiled.fullmatch("", timeout=_LONGEST):
        raise rule.wrong(".pattern matches the empty text; it would be found everywhere")
    if right and compiled.groups:
        raise rule.wrong(".pattern with groups cannot have except; say in the pattern where it does not hold")
    return regex.compile(f"(?P<{_RIGHT}>{right})|(?:{own})") if right else compiled
