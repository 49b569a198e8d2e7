"""Read the front matter of a Markdown file: YAML between `---`, TOML between `+++`, or a JSON object.

An entry “stdlint” with entries of its own gives “stdlint.kind”, “stdlint.stage” …
"""

from __future__ import annotations

import re

from stdlint.model import OWN

_YAML = r"(\w[\w .-]*?)[ \t]*:(?:[ \t]+(.*))?$"
_TOML = r"([\w.-]+)[ \t]*=[ \t]*(.*)$"
_INSIDE = r"[ \t]|- |#|-$|\[|\]|\}"
_LONGEST = 500
_INNER = r"[ \t]+([\w-]+)[ \t]*:(?:[ \t]+(.*))?$"
_ITEM = r"[ \t]*-[ \t]+(.+)$"
_FLOW = r"([\w-]+)[ \t]*:[ \t]*(\[[^\]]*\]|\"[^\"]*\"|'[^']*'|[^,]*)"
_REMARK = r"(?:^|[ \t])#[^\"']*$"


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
    table = ""
    for index, line in enumerate(lines[1:], 1):
        line = line.rstrip()
        if line == mark or (line == "..." and mark == "---"):
            said = meta or table or not "".join(lines[1:index]).strip()
            own = _own_yaml(lines[1:index]) if mark == "---" else _own_toml(lines[1:index])
            return (meta | own, index + 1) if said else ({}, 0)
        if mark == "+++" and line.startswith("["):
            table = line
        elif match := re.match(entry, line):
            if table != "[stdlint]":
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
    meta = {name: value if isinstance(value, str) else "" for name, value in found.items()}
    return meta | _told(found.get("stdlint")), end + 1


def _own_toml(lines: list[str]) -> dict[str, str]:
    if not any("stdlint" in line for line in lines):
        return {}
    import tomllib

    try:
        return _told(tomllib.loads("\n".join(lines)).get("stdlint"))
    except (ValueError, RecursionError):
        return {}


def _told(own: object) -> dict[str, str]:
    """Return the entries of “stdlint” in a form that is read by a parser; lists become words between “、”."""
    if not isinstance(own, dict):
        return {}
    return {
        OWN + str(name): "、".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in own.items()
    }


def _own_yaml(lines: list[str]) -> dict[str, str]:
    """Return the entries below “stdlint:”, one per line or in the form “{kind: guidance, stage: review}”."""
    first = next((index for index, line in enumerate(lines) if line.startswith("stdlint:")), -1)
    if first < 0:
        return {}
    inside = [re.sub(_REMARK, "", lines[first].removeprefix("stdlint:")).strip()]
    for line in lines[first + 1 :]:
        if line.strip() and not line.startswith((" ", "\t", "-", "}", "]", "#")):
            break
        inside.append(re.sub(_REMARK, "", line).rstrip())
    flow = " ".join(line.strip() for line in inside).strip()
    if flow.startswith("{") and flow.endswith("}"):
        return {OWN + match[1]: _value(match[2]) for match in re.finditer(_FLOW, flow[1:-1])}
    found: dict[str, str] = {}
    name = ""
    for line in inside:
        if match := re.match(_INNER, line):
            name = OWN + match[1]
            found[name] = _value(match[2] or "")
        elif name and (item := re.match(_ITEM, line)):
            found[name] += ("、" if found[name] else "") + _value(item[1])
        elif name:
            found[name] += line.strip()
    return found


def _value(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]:
        return text[1:-1]
    return text
