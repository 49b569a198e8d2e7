"""Keep to the terms of an organisation: their English equivalents, and the synonyms that it does not use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdlint import tables
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.house.rule import COMMON, Rule
from stdlint.house.words import instead_of, matches, of_words
from stdlint.views.wording import fold

_ENTRY: dict[str, tables.Shape] = {"term": tables.text, "english": tables.text_or_texts, "avoid": tables.text_or_texts}
TERMS: dict[str, tables.Shape] = (
    COMMON
    | _ENTRY
    | {
        "except": tables.text_or_texts,
        "entries": tables.Each(_ENTRY, listed=True),
    }
)
"""The keys of a table of terms: one term, or a list of `entries`."""

_NAMES_OF_OTHERS = frozenset(("references", "bibliography"))


class _Term(NamedTuple):
    term: str
    english: list[str]
    avoid: list[str]


def terms(rule: Rule) -> Check:
    """Return the check of a table of terms."""
    known = list(_terms(rule))
    instead = {word: one.term for one in known for word in one.avoid}
    longer = [one.term for one in known if any(word in one.term for word in instead)]
    pattern = of_words(instead, [*longer, *rule.texts("except")]) if instead else None
    english = {fold(one.term): one.english for one in known if one.english}
    check = rule.check("“{word}”应写作“{prefer}”。", "write “{prefer}”, not “{word}”.", ("word", "prefer"))

    @check.finder
    def find(doc: Document) -> Iterator[Finding]:
        for match in matches(doc, pattern, check) if pattern else ():
            if doc.region_at(match.start()).element not in _NAMES_OF_OTHERS:
                right = instead_of(match.group(), instead)
                yield check.at(match.span(), fix=right, safe=False, word=match.group(), prefer=right)
        for entry in doc.terms.entries if english else ():
            right_ones = english.get(fold(entry.text), [])
            given = [one for one in entry.english if one.text.strip()]
            if right_ones and given and not _equal(given[0].text, right_ones):
                word, right = given[0].text, right_ones[0]
                yield check.at(given[0].span, fix=right, safe=False, word=word, prefer=right)

    return check


def _equal(given: str, right: list[str]) -> bool:
    return " ".join(given.split()).casefold() in {" ".join(one.split()).casefold() for one in right}


def _terms(rule: Rule) -> Iterator[_Term]:
    entries = rule.said.get("entries", [])
    if bool(entries) == ("term" in rule.said):
        raise rule.wrong(" needs either term or entries")
    for number, said in enumerate(entries, 1) if entries else [(0, rule.said)]:
        one = Rule(rule.file, f"{rule.key}.entries[{number}]" if number else rule.key, said, rule.title, rule.lang)
        one.need("term")
        if not said.get("english") and not said.get("avoid"):
            raise one.wrong(" needs english or avoid")
        yield _Term(said["term"].strip(), one.texts("english"), one.texts("avoid"))
