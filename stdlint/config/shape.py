"""Say which settings there are, and what each holds."""

from __future__ import annotations

from stdlint import tables
from stdlint.pack import SEVERITIES

_CODES: dict[str, tables.Shape] = {"select": tables.texts, "ignore": tables.texts, "extend-select": tables.texts}
_CHECKS = tables.Each(tables.anything)
_FILE: dict[str, tables.Shape] = _CODES | {
    "kind": tables.text,
    "stage": tables.text,
    "packs": tables.texts,
    "extend-packs": tables.texts,
    "checks": _CHECKS,
}
SETTINGS: dict[str, tables.Shape] = _FILE | {
    "extend": tables.text_or_texts,
    "lang": tables.one_of("zh", "en"),
    "fail-on": tables.one_of(*SEVERITIES, "never"),
    "exclude": tables.texts,
    "baseline": tables.text,
    "project": {
        "title": tables.text,
        "number": tables.text,
        "units": tables.texts,
        "drafters": tables.texts,
    },
    "files": tables.Each(_FILE),
    "clauses": tables.Each(
        {"ignore": tables.texts, "severities": tables.Each(tables.one_of(*SEVERITIES))},
    ),
}
"""The settings, with the shape of each."""

PATHS = ("packs", "extend-packs")
"""The keys that hold names or paths of packs."""


def adds(key: str) -> bool:
    """Say whether a list is added to the one given before, and does not replace it."""
    return key == "ignore" or key.startswith("extend-")
