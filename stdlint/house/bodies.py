"""Know by name who may propose a document, who has it under its jurisdiction, and how drafting units are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from stdlint import tables
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.house.rule import COMMON, Rule
from stdlint.model import Span
from stdlint.views.fixed import normal
from stdlint.views.foreword import Statement

BODIES: dict[str, tables.Shape] = COMMON | {
    "proposed-by": tables.text_or_texts,
    "under-jurisdiction": tables.text_or_texts,
    "drafting-units": tables.text_or_texts,
}
"""The keys of the table of bodies."""

_NAMES = {
    "proposer": re.compile(r"由([^，。；由]+?)(?:共同|联合)?提出|提出[^，。：:由]{0,8}[：:]([^。]+)"),
    "committee": re.compile(
        r"由([^，。；由]+?)(?:(?:共同|联合)?提出(?:[、并和及与]|以及)*)?(?:技术)?归口|归口[^，。：:由]{0,8}[：:]([^。]+)"
    ),
    "units": re.compile(r"[：:]([^。]+)"),
}
_KEYS = {"proposer": "proposed-by", "committee": "under-jurisdiction", "units": "drafting-units"}
_BETWEEN = re.compile("[、，,；;]")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_NEAR = 0.6
_SPELLING = 0.75
"""How like one of the units a name is that is taken for it misspelt: other units are nobody's business."""


def bodies(rule: Rule) -> Check:
    """Return the check of the bodies."""
    allowed = {kind: rule.texts(key) for kind, key in _KEYS.items() if rule.texts(key)}
    if not allowed:
        raise rule.wrong(f" needs one of {', '.join(_KEYS.values())}")
    check = rule.check("“{word}”应为{prefer}。", "“{word}” should be {prefer}.", ("word", "prefer"))

    @check.finder
    def find(doc: Document) -> Iterator[Finding]:
        for kind, names in allowed.items():
            for statement in doc.foreword.all(kind) if doc.foreword else ():
                for span in _named(doc, statement, names):
                    word = doc.text[slice(*span)]
                    near = get_close_matches(
                        normal(word), map(normal, names), 1, _SPELLING if kind == "units" else _NEAR
                    )
                    if near:
                        right = next(name for name in names if normal(name) == near[0])
                        yield check.at(span, fix=right, safe=False, word=word, prefer=f"“{right}”")
                    elif kind != "units":
                        yield check.at(span, word=word, prefer="、".join(f"“{name}”" for name in names))

    return check


def _named(doc: Document, statement: Statement, names: Sequence[str]) -> Iterator[Span]:
    """Yield the spans of the names in a statement that are none of `names`."""
    pattern = _NAMES[statement.kind]
    for match in pattern.finditer(doc.text, *statement.span):
        group = 1 if match[1] is not None else 2
        yield from _wrong(doc, match.span(group), names)
    if statement.kind == "units":
        for item in statement.items:
            yield from _wrong(doc, item, names)


def _wrong(doc: Document, span: Span, names: Sequence[str]) -> Iterator[Span]:
    start = span[0]
    stops = [match.span() for match in _BETWEEN.finditer(doc.text, *span)]
    for end, behind in [*stops, (span[1], span[1])]:
        piece = doc.stripped((start, end))
        start = behind
        said = doc.text[slice(*piece)].rstrip("。")
        if said and not _is_known(said, names) and not _are_known(said, names):
            yield piece[0], piece[0] + len(said)


def _is_known(said: str, names: Sequence[str]) -> bool:
    """Say whether a name is one of `names`; its code in parentheses may be left out there."""
    bare = normal(_ASIDE.sub("", said))
    return any(normal(said) == normal(name) or (bare == normal(name)) for name in names)


def _are_known(said: str, names: Sequence[str]) -> bool:
    """Say whether two known names are joined by “和”, which stands inside names too."""
    return any(
        _is_known(said[: at.start()], names) and _is_known(said[at.end() :], names)
        for at in re.finditer("以及|[和及与]", said)
    )
