"""Know which words are codes of rules: ids, beginnings of ids, names, “ALL”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from stdlint.pack import most_like
from stdlint.profile import Use, rows

ALL = "ALL"
_EVERYTHING = frozenset(("ALL", "all", "全部", "所有", "全部规则", "所有规则"))
_FAMILY = 3
_ID = re.compile(r"[A-Z]{3}\d{2,3}")


class Known:
    """The codes of the rules that run; those of all packs are loaded only for a word that is none of these."""

    def __init__(self, uses: Sequence[Use]) -> None:
        self._ids, self._names = _codes(uses)

    @cached_property
    def _others(self) -> tuple[frozenset[str], frozenset[str]]:
        return _codes(rows())

    def code(self, word: str) -> str:
        """Return the code that a word is, in its usual letters, or “”.

        The beginning of an id has at least the letters of its family, so that no word of a reason is taken for one.
        """
        if word in _EVERYTHING:
            return ALL
        upper = word.upper()
        for ids, names in self._tables():
            if word in names:
                return word
            if is_marked(word) and len(word) >= _FAMILY and any(known.startswith(upper) for known in ids):
                return upper
        return ""

    def near(self, word: str, cutoff: float) -> str:
        """Return the code that is most like a word, or “”."""
        known = [code for ids, names in self._tables() for code in (*sorted(ids), *sorted(names))]
        return most_like(word, known, cutoff)

    def _tables(self) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        yield self._ids, self._names
        yield self._others


def is_id(word: str) -> bool:
    """Say whether a word has the form of an id."""
    return _ID.fullmatch(word) is not None


def is_marked(word: str) -> bool:
    """Say whether a word cannot be one of a reason: it has capitals only, digits or a hyphen."""
    return word.isupper() or not word.isalpha()


def _codes(uses: Iterable[Use]) -> tuple[frozenset[str], frozenset[str]]:
    listed = list(uses)
    return frozenset(use.check.id for use in listed), frozenset(use.check.name for use in listed)
