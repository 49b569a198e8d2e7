"""Read the front matter of a Markdown file: YAML between `---` or TOML between `+++`."""

from __future__ import annotations

import re

_YAML = r"(\w[\w .-]*?)[ \t]*:(?:[ \t]+(.*))?$"
_TOML = r"([\w.-]+)[ \t]*=[ \t]*(.*)$"
_INSIDE = r"[ \t]|- |#|-$|\[|\]|\}"
_LONGEST = 500


def front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the entries at the beginning of a file and how many lines they take; none where it has none."""
    mark = lines[0].rstrip()
    if mark not in ("---", "+++"):
        return {}, 0
    entry = _YAML if mark == "---" else _TOML
    meta: dict[str, str] = {}
    for index, line in enumerate(lines[1:_LONGEST], 1):
        line = line.rstrip()
        if line == mark or (line == "..." and mark == "---"):
            return meta, index + 1
        if match := re.match(entry, line):
            meta[match[1]] = _value(match[2] or "")
        elif line and not re.match(_INSIDE, line):
            return {}, 0
    return {}, 0


def _value(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]:
        return text[1:-1]
    return text
