"""Read what a file beside a draft says is not wrong: `draft.stdlint.toml` beside `draft.docx` or `draft.md`.

[[ignore]]
rules = ["MOD010"]
clause = "5.2"
words = "必须"
reason = "引用法律原文"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stdlint.profile import UsageError, nearest
from stdlint.suppression import Suppression

ENDING = ".stdlint.toml"
_ENTRY = re.compile(r"^[ \t]*\[\[[ \t]*[\"']?ignore[\"']?[ \t]*\]\]", re.MULTILINE)
_ARRAY = re.compile(r"^[ \t]*[\"']?ignore[\"']?[ \t]*=", re.MULTILINE)
_KEYS = ("rules", "rule", "clause", "words", "reason")


def sidecar_for(path: str | Path) -> Path | None:
    """Return the file that goes with a draft, None where there is none.

    `draft.docx.stdlint.toml` speaks of that file alone and is taken first, `draft.stdlint.toml` of all drafts of that
    name.
    """
    draft = Path(path)
    if not draft.stem or str(path) == "-":
        return None
    candidates = (draft.with_name(draft.name + ENDING), draft.with_name(draft.stem + ENDING))
    return next((one for one in candidates if one.is_file()), None)


def read(path: str | Path) -> list[Suppression]:
    """Return the suppressions of a file. Raise UsageError, with one sentence, for what is wrong in it."""
    import tomllib

    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line}: not UTF-8; save the file as UTF-8") from error
    text = text.replace("\r\n", "\n")
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: not TOML: {error}") from error
    for key in said:
        if key != "ignore":
            line = _line_of(text, key, 1, len(text.split("\n")))
            raise UsageError(f"{path}:{line}: unknown key “{key}”{nearest(key, ('ignore',)) or '; known is “ignore”'}")
    entries = said.get("ignore", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UsageError(f"{path}:{_line_of(text, 'ignore', 1, len(text))}: write [[ignore]] above each entry")
    lines = _lines(text, len(entries))
    ends = [*lines[1:], text.count("\n") + 2][: len(lines)]
    return [
        _suppression(entry, str(path), line, text, end) for entry, line, end in zip(entries, lines, ends, strict=True)
    ]


def _lines(text: str, count: int) -> list[int]:
    """Return the line of each entry, from 1; that of the array where the entries stand in one."""
    starts = [match.start() for match in _ENTRY.finditer(text)]
    if len(starts) != count:
        array = _ARRAY.search(text)
        starts = [array.start() if array else 0] * count
    return [text.count("\n", 0, start) + 1 for start in starts]


def _line_of(text: str, key: str, first: int, end: int) -> int:
    """Return the line, from 1, that begins with a key, among those from `first` until `end`; else `first`."""
    lines = text.split("\n")
    named = re.compile(rf"[ \t]*\[*[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*(?:[=.]|\])")
    return next((at for at in range(first, min(end, len(lines) + 1)) if named.match(lines[at - 1])), first)


def _suppression(entry: Mapping[str, Any], path: str, line: int, text: str, end: int) -> Suppression:
    for key, value in entry.items():
        at = f"{path}:{_line_of(text, key, line, end)}"
        if key not in _KEYS:
            known = f"; known are {', '.join(_KEYS)}"
            raise UsageError(f"{at}: unknown key “{key}”{nearest(key, _KEYS) or known}")
        if key == "rules":
            if not isinstance(value, list) or not all(isinstance(code, str) and code.strip() for code in value):
                raise UsageError(f'{at}: rules is a list of rules, such as ["MOD010"], not {value!r}')
        elif not isinstance(value, str):
            raise UsageError(f'{at}: {key} is text between quotation marks, "{value}", not {value!r}')
    codes = [code.strip() for code in (*entry.get("rules", ()), entry.get("rule", "")) if code.strip()]
    if not codes:
        raise UsageError(f'{path}:{line}: the entry names no rule; add rules = ["MOD010"], or ["ALL"] for all')
    clause, words, reason = (entry.get(key, "").strip() for key in ("clause", "words", "reason"))
    said = " ".join(filter(None, ("ignore", ", ".join(codes), clause, words and f"“{words}”")))
    return Suppression(tuple(dict.fromkeys(codes)), reason, clause=clause, words=words, path=path, line=line, said=said)
