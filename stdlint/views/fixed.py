"""Compare words of a draft with the fixed sentences of the drafting standard.

What nobody treats as an error is folded on both sides: blanks, the width of parentheses, letters, digits and
punctuation, look-alikes of dashes and tildes. Wrong dashes and half-width commas have rules of their own.

Source: reference gbt-1.1-2020.md, 0.3 and 1.
"""

from __future__ import annotations

from functools import lru_cache

from stdlint import patterns
from stdlint.views.wording import DASH, fold

SELF = r"本(?:文件|标准|部分|指导性技术文件|规范|规程|指南)"
"""What drafts call themselves; only “本文件” is right, and a rule of its own says so."""

_DASHES = patterns.compile(rf"{DASH}+")
_WIDTH = str.maketrans(",;:!?~〜｡", "，；：！？～～。")


def normal(text: str) -> str:
    """Return `text` folded for comparing: every dash is “—”, every comma full-width."""
    return _DASHES.sub("—", fold(text).translate(_WIDTH))


@lru_cache(64)
def _prescribed(sentence: str) -> str:
    return normal(sentence)


def same(text: str, fixed: str) -> bool:
    """Say whether `text` is the fixed sentence, differences apart that nobody treats as an error."""
    return normal(text) == _prescribed(fixed)
