"""Fold the differences that nobody treats as an error, and find the words that are only quoted.

Source: reference gbt-1.1-2020.md, 0.3.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from stdlint import patterns
from stdlint.model import Span

BLANK = r"[ \t\u00a0\u2002-\u200a\u202f\u3000\u2028]"
DASH = r"[—–―－‐‑−\-]"

_BLANKS = (" ", "\t", "\u00a0", *map(chr, range(0x2002, 0x200B)), "\u202f", "\u3000", "\u2028")
_WIDE = "".join(chr(code) for code in range(0xFF10, 0xFF5B) if chr(code).isalnum())
_FOLD = str.maketrans(_WIDE, "".join(chr(ord(char) - 0xFEE0) for char in _WIDE))
_HAS_WIDE_WORD = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_HAS_WIDE = re.compile(f"[０-９Ａ-Ｚａ-ｚ（）［］．／{_UNSEEN}]")
_SIGNS = (*zip("（）［］．／", "()[]./", strict=True), *((sign, "") for sign in _UNSEEN))
_QUOTED = patterns.compile(
    r"“[^“”\n]*+”|‘[^‘’\n]*+’|《[^《》\n]*+》|「[^「」\n]*+」|『[^『』\n]*+』|\"[^\"\n]{1,80}+\"|〈[^〈〉\n]*+〉"
)
_CHINESE = patterns.compile(r"[\u4e00-\u9fff]")
_LATIN = patterns.compile(r"[A-Za-z]")

UNSAID = frozenset(("toc", "header", "footer", "code"))
"""The kinds of blocks that repeat what stands elsewhere, or are no prose."""


def fold(text: str) -> str:
    """Return `text` without blanks and signs that nobody sees, with half-width parentheses, letters and digits."""
    if "\n" in text:
        for blank in _BLANKS:
            text = text.replace(blank, "")
    else:
        text = "".join(text.split())
    if text.isascii() or not _HAS_WIDE.search(text):
        return text
    for wide, narrow in _SIGNS:
        text = text.replace(wide, narrow)
    return text.translate(_FOLD) if _HAS_WIDE_WORD.search(text) else text


def is_chinese(char: str) -> bool:
    """Say whether the character is a Chinese character."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"


def has_chinese(text: str) -> bool:
    """Say whether a Chinese character occurs in `text`."""
    return any(is_chinese(char) for char in text)


def language(text: str) -> str:
    """Return “zh” or “en”: the main language of a draft by the share of Chinese characters among its letters."""
    middle = len(text) // 2
    sample = text if len(text) < 4_000 else text[:2_000] + text[middle : middle + 2_000]
    chinese = len(_CHINESE.findall(sample))
    latin = len(_LATIN.findall(sample))
    return "zh" if chinese * 4 >= latin else "en"


class Spans:
    """A sorted set of spans that can be asked whether an offset lies in one of them."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: list[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def around(self, offset: int) -> Span | None:
        """Return the span that holds `offset`, or None."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self._ends[at]:
            return self._starts[at], self._ends[at]
        return None


def quotations(text: str) -> Spans:
    """Return the spans of quoted words and of titles in 《》: what is mentioned there is not said by the draft."""
    return Spans([match.span() for match in _QUOTED.finditer(text)])
