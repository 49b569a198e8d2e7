"""Ask for the fixed sentences of an organisation, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdlint import tables
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.house.rule import COMMON, Rule
from stdlint.model import Span
from stdlint.views.fixed import normal, same
from stdlint.views.outline import Section

SENTENCES: dict[str, tables.Shape] = COMMON | {
    "sentence": tables.text,
    "begins": tables.text,
    "in": tables.text_or_texts,
    "required": tables.truth,
}
"""The keys of a table with a fixed sentence."""

_ENDS = re.compile(r"[。！？]|[.!?](?=\s|$)")
_SPOKEN = ("para", "item", "quote")


def sentences(rule: Rule) -> Check:
    """Return the check of a fixed sentence."""
    rule.need("sentence", "in")
    sentence: str = rule.said["sentence"].strip()
    begins: str = rule.said.get("begins", "") or _beginning(sentence)
    if not normal(sentence).startswith(normal(begins)):
        raise rule.wrong(f".begins is the beginning of the sentence, not {begins!r}")
    elements, required = rule.elements(), rule.said.get("required", True)
    literal = sentence.replace("{", "{{").replace("}", "}}")
    check = rule.check(f"应写明“{literal}”。", f"write “{literal}”, word for word.", ("sentence",))
    opening, count = normal(begins), len(_ENDS.findall(sentence)) or 1

    @check.finder
    def find(doc: Document) -> Iterator[Finding]:
        for section in doc.outline.top:
            if section.element not in elements:
                continue
            meant = list(_meant(doc, section, opening, count))
            if any(same(doc.text[slice(*span)], sentence) for span in meant):
                continue
            if meant:
                yield check.at(meant[0], fix=sentence, safe=False, sentence=sentence)
            elif required:
                yield check.at(section.place, sentence=sentence)

    return check


def _beginning(sentence: str) -> str:
    """Return the words by which a sentence is known: its first six characters, or three words."""
    return " ".join(sentence.split()[:3]) if sentence.isascii() else sentence[:6]


def _meant(doc: Document, section: Section, opening: str, count: int) -> Iterator[Span]:
    """Yield the spans of `count` sentences the first of which begins as the fixed one does."""
    for index in section.blocks():
        block = doc.blocks[index]
        if block.kind not in _SPOKEN:
            continue
        spans = list(_sentences(doc, block.span))
        for at, (start, end) in enumerate(spans):
            if normal(doc.text[start:end]).startswith(opening):
                yield start, spans[min(at + count, len(spans)) - 1][1]


def _sentences(doc: Document, span: Span) -> Iterator[Span]:
    start, last = span
    while start < last:
        stop = _ENDS.search(doc.text, start, last)
        end = stop.end() if stop else last
        stripped = doc.stripped((start, end))
        if stripped[0] < stripped[1]:
            yield stripped
        start = end
