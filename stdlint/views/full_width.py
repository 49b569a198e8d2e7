"""Find full-width letters and digits, and tell those of document numbers from the others.

Source: GB/T 1.1—2020, 8.1; GB/T 15835—2011; reference typography.md, DIG-16.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import Source, Span
from stdlint.views.codes import OTHERS, SECTORS
from stdlint.views.wording import BLANK, DASH, UNSAID

_WORDS = "０-９Ａ-Ｚａ-ｚ"
_WIDE = re.compile(f"[{_WORDS}]")
_RUN = patterns.compile(rf"[{_WORDS}](?:[．／]?[{_WORDS}])*")
_SIGN = patterns.compile(rf"(?<=[A-Z])／(?=[TZA-Z]|{BLANK}*[0-9])|(?<=[0-9])．(?=[0-9])")
_FOLD = {code: code - 0xFEE0 for code in range(0xFF0E, 0xFF5B) if chr(code).isalnum() or chr(code) in "．／"}
_NUMBER = patterns.compile(
    rf"(?<![A-Za-z0-9])(?P<code>(?:DB(?P<region>\d{{2,6}})|[TQ]/[A-Z]{{2,}}|(?P<head>[A-Z]{{2,3}}))(?:/[TZ])?)"
    rf"(?P<gap>{BLANK}*)(?P<rest>[0-9]{{1,6}}(?:\.[0-9]{{1,3}})*(?:{DASH}{{1,2}}(?:19|20)[0-9]{{2}})?)(?![0-9])"
)
_HEADS = SECTORS | OTHERS | {"GB", "GBZ", "GBJ", "GJB", "CJJ", "JGJ", "JJF", "JJG", "JTG", "JTS"}


class Wide(NamedTuple):
    """A run of full-width letters and digits, or the document number that holds one; `right` is how to write it."""

    span: Span
    block: int
    right: str
    number: bool

    def names(self, document: str) -> bool:
        """Say whether it is the number of a document, whatever the date."""
        return self.number and self.right.startswith(document) and self.right[len(document) :][:1] in "—–-"


def full_width(source: Source) -> list[Wide]:
    """Return the runs and numbers in document order."""
    text = source.text
    signed = ("／" in text or "．" in text) and _SIGN.search(text) is not None
    if not signed and _WIDE.search(text) is None:
        return []
    found: list[Wide] = []
    for index, block in enumerate(source.blocks):
        if block.kind not in UNSAID:
            found += _in_block(text[slice(*block.span)], block.span[0], index)
    return found


def _right(number: regex.Match[str]) -> str:
    return f"{number['code']}{number['gap'] or ' '}{number['rest']}"


def _in_block(said: str, start: int, index: int) -> list[Wide]:
    runs = list(_RUN.finditer(said))
    folded = said.translate(_FOLD)
    if folded == said:
        return []
    numbers = [
        Wide(
            (start + match.start(), start + match.end()),
            index,
            f"{match['code']}{match['gap'] or ' '}{match['rest']}",
            True,
        )
        for match in _NUMBER.finditer(folded)
        if match.group() != said[slice(*match.span())] and (match["head"] is None or match["head"] in _HEADS)
    ]
    found = list(numbers)
    for run in runs:
        at = start + run.start()
        if not any(one.span[0] <= at < one.span[1] for one in numbers):
            found.append(Wide((at, start + run.end()), index, folded[slice(*run.span())], False))
    return sorted(found)
