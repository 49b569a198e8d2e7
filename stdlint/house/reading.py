"""Put the pack of an organisation together from the tables of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from stdlint import tables
from stdlint.check import Check
from stdlint.house.bodies import BODIES, bodies
from stdlint.house.rule import Rule
from stdlint.house.sentences import SENTENCES, sentences
from stdlint.house.terms import TERMS, terms
from stdlint.house.words import WORDS, words
from stdlint.pack import Entry, Pack, UsageError, clause_of, nearest

_SHAPE: dict[str, tables.Shape] = {
    "title": tables.text,
    "lang": tables.one_of("zh", "en"),
    "checks": tables.Each(tables.anything),
    "words": tables.Each(WORDS, listed=True),
    "sentences": tables.Each(SENTENCES, listed=True),
    "terms": tables.Each(TERMS, listed=True),
    "bodies": BODIES,
}
_MAKERS: dict[str, Callable[[Rule], Check]] = {"words": words, "sentences": sentences, "terms": terms, "bodies": bodies}
_MODULE_KEYS = frozenset(("module", "clause", "severity", "basis", "certainty", "default", "lang"))


def pack(file: Path, name: str, *, modules: bool) -> Pack:
    """Return the pack. Raises UsageError, which names the file, the table and what is wrong in it."""
    data = tables.read(file)
    tables.refuse_wrong(data, _SHAPE, file)
    title, lang = data.get("title", name), data.get("lang", "zh")
    checks = dict(_overrides(file, data, title, modules))
    seen: dict[str, str] = {}
    for rule, make in _rules(file, data, title, lang):
        check = make(rule)
        for word in (check.id, check.name):
            if word in seen or word in checks:
                raise rule.wrong(f": “{word}” is given twice; {seen.get(word, 'checks')} has it already")
            seen[word] = rule.key
        checks[check.name] = rule.entry(check)
    return Pack(name, title, lang, checks, str(file))


def _rules(file: Path, data: dict[str, Any], title: str, lang: str) -> Iterator[tuple[Rule, Callable[[Rule], Check]]]:
    for key, make in _MAKERS.items():
        said = data.get(key, [])
        listed = [(key, said)] if isinstance(said, dict) else [(f"{key}[{n}]", one) for n, one in enumerate(said, 1)]
        for place, table in listed:
            yield Rule(file, place, table, title, lang), make


def _overrides(file: Path, data: dict[str, Any], title: str, modules: bool) -> Iterator[tuple[str, Entry | bool]]:
    for check, said in data.get("checks", {}).items():
        if not isinstance(said, dict):
            yield check, said
            continue
        if "module" in said and not modules:
            raise UsageError(f"{file}: checks.{check}: only an installed package can bring a module")
        for key in ("check", "home"):
            if key in said:
                raise UsageError(f"{file}: checks.{check}: unknown setting “{key}”{nearest(key, _MODULE_KEYS)}")
        entry = {**said, "home": ""} if "module" in said else dict(said)
        if isinstance(entry.get("clause"), str):
            entry["clause"] = clause_of(title, entry["clause"])
        yield check, entry
