"""Hold what a pack is, and complain about what its author or a user mistypes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from stdlint.complaint import Complaint

SEVERITIES = ("error", "warning", "info")
BASES = ("requirement", "recommendation", "statement", "convention")
CERTAINTIES = ("deterministic", "heuristic", "data")
_FEW = 20
_OWN_DOCUMENT = ("GB", "ISO", "IEC", "《")

Entry = dict[str, Any]


class UsageError(Complaint):
    """A pack, rule, option or setting that does not exist or cannot be read."""

    def said(self, lang: str | None) -> str:
        """Return the sentence in “zh” or “en”; where no language is asked for, in both, a line each."""
        return super().said(lang) if lang else "\n".join(dict.fromkeys([self.chinese, str(self)]))

    def at(self, place: str) -> UsageError:
        """Return the error with the place in front at which it was made: a file, a key; “” for none."""
        return UsageError(f"{place}: {self}", f"{place}：{self.chinese}") if place else self


@dataclass(frozen=True, eq=False, slots=True)
class Pack:
    """A drafting standard, a document kind or a stage as data: check names with what the pack says about each.

    An entry with `module` is a check; its `home` is the package of that module, stdlint.checks unless it says so. One
    with `check` holds the check itself, as those of an organisation do. One without both changes a check of another
    pack. `path` is the file of a pack that is not stdlint's own.
    """

    name: str
    title: str
    lang: str
    checks: dict[str, Entry | bool]
    path: str = ""


Packs = Sequence["str | Pack"]
"""Packs by name, or themselves."""


def is_check(said: Entry) -> bool:
    """Say whether an entry is a check, and not only what changes one of another pack."""
    return "module" in said or "check" in said


def clause_of(title: str, clause: str) -> str:
    """Return a clause as people say it: with the title of the pack in front, unless it names its own document."""
    return f"{title}, {clause}" if clause and not clause.startswith(_OWN_DOCUMENT) else clause


def unknown_word(word: str, known: Iterable[str], english: str, chinese: str) -> UsageError:
    """Return the error for a word that is none of the known ones; the nouns say what it should be.

    It names the nearest, or all where none is near and they are few.
    """
    words = list(known)
    message, said = f"unknown {english} “{word}”", f"没有名为“{word}”的{chinese}"
    if near := most_like(word, words):
        return UsageError(f"{message}; did you mean “{near}”?", f"{said}，是否指“{near}”？")
    if words and len(words) <= _FEW:
        return UsageError(f"{message}; known are {', '.join(words)}", f"{said}，可用的有：{'、'.join(words)}。")
    return UsageError(message, f"{said}。")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return “; did you mean …?”, or “” where nothing is near."""
    near = most_like(word, known)
    return f"; did you mean “{near}”?" if near else ""


def most_like(word: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return the word that is most like another, or “”; of several, the one that agrees in most places."""
    from difflib import SequenceMatcher, get_close_matches

    by_folded = {name.casefold(): name for name in known}
    folded = word.casefold()
    near = get_close_matches(folded, by_folded, n=5, cutoff=cutoff)
    if not near:
        return ""
    best = max(near, key=lambda one: (SequenceMatcher(None, one, folded).ratio(), _alike(one, folded)))
    return by_folded[best]


def _alike(one: str, other: str) -> int:
    return sum(mine == theirs for mine, theirs in zip(one, other, strict=False))
