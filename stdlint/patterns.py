"""Compile the patterns of readers, views and checks, once for many starts."""

from __future__ import annotations

import regex

from stdlint import kept


def compile(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return the compiled pattern. It is kept on disk: a pattern made of the words of a draft is for `regex` itself."""
    key = ("pattern", regex.__version__, pattern, int(flags))
    return kept.get(key, lambda: regex.compile(pattern, flags))
