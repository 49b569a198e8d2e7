"""Match the paths of files against patterns, as git does in its lists of ignored files."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

_PIECE = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^\]]*\]|.", re.DOTALL)
_WILD = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(file: Path, folder: Path, pattern: str) -> bool:
    """Say whether a pattern said in `folder` means a file below it, or a folder in which it stands.

    A pattern without a slash means any name, `*` stands for a part of one name, `**` for any folders.
    """
    try:
        relative = file.relative_to(folder).as_posix()
    except ValueError:
        return False
    return _compiled(pattern.replace("\\", "/").rstrip("/")).fullmatch(relative) is not None


@lru_cache(1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    start = "" if "/" in pattern else "(?:.*/)?"
    body = "".join(map(_piece, _PIECE.findall(pattern.removeprefix("./").removeprefix("/"))))
    return re.compile(f"{start}{body}(?:/.*)?", re.IGNORECASE if os.name == "nt" else 0)


def _piece(piece: str) -> str:
    if len(piece) > 2 and piece.startswith("["):
        inside = piece[1:-1].replace("\\", r"\\").replace("[", r"\[")
        return f"[^{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    return _WILD.get(piece) or re.escape(piece)
