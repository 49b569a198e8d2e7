"""Show what stdlint understood of a draft: elements, clauses, terms, references."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from stdlint import __version__
from stdlint.document import Document
from stdlint.result import plain, shorten
from stdlint.views.elements import called
from stdlint.views.outline import Section
from stdlint.views.references import Reference
from stdlint.views.terms import Entry

SCHEMA = "stdlint-outline/1"
_HEADS = {
    "zh": {"terms": "术语", "normative": "规范性引用文件", "bibliography": "参考文献", "none": "（无）"},
    "en": {"terms": "Terms", "normative": "Normative references", "bibliography": "Bibliography", "none": "(none)"},
}


def as_text(doc: Document, path: str, lang: str) -> str:
    """Return the outline as a tree for people."""
    return "\n".join(_lines(doc, path, lang)) + "\n"


def _lines(doc: Document, path: str, lang: str) -> Iterator[str]:
    heads = _HEADS[lang]
    cover = doc.cover
    facts = [cover.number, cover.title, cover.stage, doc.kind]
    yield "  ".join([path, *(fact for fact in facts if fact)])
    yield ""
    entries = {id(entry.section) for entry in doc.terms.entries}
    for section in doc.outline.top:
        yield from _tree(section, lang, entries, 0)
    yield ""
    yield heads["terms"]
    yield from (_entry(entry) for entry in doc.terms.entries)
    if not doc.terms.entries:
        yield f"  {heads['none']}"
    for head, references in (("normative", doc.references.normative), ("bibliography", doc.references.bibliography)):
        yield ""
        yield heads[head]
        yield from (f"  {shorten(_said(doc, reference))}" for reference in references)
        if not references:
            yield f"  {heads['none']}"


def _tree(section: Section, lang: str, entries: set[int], depth: int) -> Iterator[str]:
    if id(section) in entries:
        return
    number = section.number
    if section.element == "annex" and depth == 0:
        number = called("annex", lang) + ("" if lang == "zh" else " ") + number
    name = section.title or ("" if section.number else called(section.element, lang))
    words = [number, f"({section.status})" if section.status else "", shorten(plain(name))]
    yield "  " * depth + "  ".join(word for word in words if word)
    for child in section.children:
        yield from _tree(child, lang, entries, depth + 1)


def _entry(entry: Entry) -> str:
    english = "; ".join(one.text for one in entry.english)
    return "  " + "  ".join(word for word in (entry.number, plain(entry.text), english) if word)


def _said(doc: Document, reference: Reference) -> str:
    return plain(doc.text[reference.span[0] : reference.span[1]]).strip()


def as_json(doc: Document, path: str) -> str:
    """Return the outline as one JSON object; fields that do not apply are null."""
    cover = doc.cover
    content = {
        "schema": SCHEMA,
        "version": __version__,
        "path": path,
        "format": doc.format,
        "lang": doc.lang,
        "number": cover.number or None,
        "title": cover.title or None,
        "stage": cover.stage or None,
        "kind": doc.kind or None,
        "elements": _sections(doc.outline.top),
        "terms": [
            {"number": entry.number or None, "term": entry.text, "english": [one.text for one in entry.english]}
            for entry in doc.terms.entries
        ],
        "references": {
            "normative": [_reference(doc, reference) for reference in doc.references.normative],
            "bibliography": [_reference(doc, reference) for reference in doc.references.bibliography],
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _sections(sections: Sequence[Section]) -> list[dict[str, Any]]:
    return [
        {
            "element": section.element,
            "number": section.number or None,
            "title": section.title or None,
            "status": section.status or None,
            "clauses": _sections(section.children),
        }
        for section in sections
    ]


def _reference(doc: Document, reference: Reference) -> dict[str, Any]:
    citation = reference.citation
    return {
        "number": citation.name if citation else None,
        "year": (citation.year if citation else "") or None,
        "text": _said(doc, reference),
    }
