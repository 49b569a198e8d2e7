"""Read the front matter of a Markdown file: YAML between `---`, TOML between `+++`, or a JSON object."""

from __future__ import annotations

import re

_YAML = r"(\w[\w .-]*?)[ \t]*:(?:[ \t]+(.*))?$"
_TOML = r"([\w.-]+)[ \t]*=[ \t]*(.*)$"
_INSIDE = r"[ \t]|- |#|-$|\[|\]|\}"
_LONGEST = 500


def front_matter(raw: str) -> tuple[dict[str, str], int]:
    """Return the entries at the beginning of a file and where the text behind them begins; 0 where it has none."""
    if not raw.startswith(("---", "+++", "{")):
        return {}, 0
    lines = raw.split("\n", _LONGEST)[:_LONGEST]
    meta, count = _entries(lines)
    return meta, min(sum(len(line) + 1 for line in lines[:count]), len(raw))


def _entries(lines: list[str]) -> tuple[dict[str, str], int]:
    mark = lines[0].rstrip()
    if mark == "{":
        return _json(lines)
    if mark not in ("---", "+++"):
        return {}, 0
    entry = _YAML if mark == "---" else _TOML
    meta: dict[str, str] = {}
    for index, line in enumerate(lines[1:], 1):
        line = line.rstrip()
        if line == mark or (line == "..." and mark == "---"):
            said = meta or not "".join(lines[1:index]).strip()
            return (meta, index + 1) if said else ({}, 0)
        if match := re.match(entry, line):
            meta[match[1]] = _value(match[2] or "")
        elif line and not re.match(_INSIDE, line):
            return {}, 0
    return {}, 0


def _json(lines: list[str]) -> tuple[dict[str, str], int]:
    import json

    end = next((index for index, line in enumerate(lines) if line.rstrip() == "}"), 0)
    try:
        found = json.loads("\n".join(lines[: end + 1]))
    except (ValueError, RecursionError):
        return {}, 0
    return {name: value if isinstance(value, str) else "" for name, value in found.items()}, end + 1


def _value(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]:
        return text[1:-1]
    return text
