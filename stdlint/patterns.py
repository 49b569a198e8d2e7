"""Compile the patterns of readers, views and checks, once for many starts, and each when it is first used."""

from __future__ import annotations

from typing import Any, cast

import regex

from stdlint import kept


class _Later:
    """A pattern that is compiled when it is first used: on one draft, two of three are not."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        key = ("pattern", regex.__version__, self.pattern, self._flags)
        compiled = kept.get(key, lambda: regex.compile(self.pattern, self._flags))
        for method in ("search", "match", "fullmatch", "finditer", "sub"):
            setattr(self, method, getattr(compiled, method))
        value = getattr(compiled, name)
        setattr(self, name, value)
        return value


def compile(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return the compiled pattern. It is kept on disk: a pattern made of the words of a draft is for `regex` itself."""
    return cast(regex.Pattern[str], _Later(pattern, int(flags)))
