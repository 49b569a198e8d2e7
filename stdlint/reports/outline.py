"""Show what stdlint understood of a draft: elements, clauses, terms, references, figures, tables, formulas, notes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from stdlint import __version__, patterns
from stdlint.document import Document
from stdlint.model import LINE_BREAK
from stdlint.reports import facts
from stdlint.result import plain, shorten
from stdlint.views.captions import Caption
from stdlint.views.elements import UNNUMBERED, called
from stdlint.views.notes import Note
from stdlint.views.outline import Section
from stdlint.views.references import Reference
from stdlint.views.terms import Entry
from stdlint.views.wording import BLANK, has_chinese

SCHEMA = "stdlint-outline/1"
_BLANKS = patterns.compile(BLANK + "+")
_SPACED = patterns.compile(rf"[\u4e00-\u9fff]{BLANK}+[\u4e00-\u9fff]")
_FIXED_BLANKS = str.maketrans("\u00a0\u202f", "  ")
_HEADS = {
    "zh": {
        "terms": "术语",
        "normative": "规范性引用文件",
        "bibliography": "参考文献",
        "figure": "图",
        "table": "表",
        "none": "（无）",
    },
    "en": {
        "terms": "Terms",
        "normative": "Normative references",
        "bibliography": "Bibliography",
        "figure": "Figures",
        "table": "Tables",
        "none": "(none)",
    },
}


def as_text(doc: Document, path: str, lang: str) -> str:
    """Return the outline as a tree for people."""
    return "\n".join(_lines(doc, path, lang)).translate(_FIXED_BLANKS) + "\n"


def _lines(doc: Document, path: str, lang: str) -> Iterator[str]:
    heads = _HEADS[lang]
    cover = doc.cover
    yield "  ".join([path, *(fact for fact in (cover.number, cover.title) if fact)])
    understood = facts.understood(doc.kinds, doc.level, doc.stage.name, lang)
    if understood:
        yield understood
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
    for kind in ("figure", "table"):
        captions = [caption for caption in doc.captions if caption.kind == kind]
        if captions:
            yield ""
            yield heads[kind]
            yield from (_caption(caption) for caption in captions)


def _tree(section: Section, lang: str, entries: set[int], depth: int) -> Iterator[str]:
    if id(section) in entries:
        return
    number = section.number
    if section.element == "annex" and depth == 0:
        number = called("annex", lang) + ("" if lang == "zh" else " ") + number
    name = title_of(section) or ("" if section.number else called(section.element, lang))
    words = [number, f"({section.status})" if section.status else "", shorten(plain(name))]
    yield "  " * depth + "  ".join(word for word in words if word)
    for child in section.children:
        yield from _tree(child, lang, entries, depth + 1)


def _entry(entry: Entry) -> str:
    english = "; ".join(one.text for one in entry.english)
    return "  " + "  ".join(word for word in (entry.number, plain(entry.text), english) if word)


def _caption(caption: Caption) -> str:
    return "  " + "  ".join(word for word in (caption.number, shorten(plain(caption.title))) if word)


def title_of(section: Section) -> str:
    """Return a title as it is meant: “前　言” and “范　围” are spaced only for their looks."""
    title = section.title.replace(LINE_BREAK, "　")
    spaced = (section.element in UNNUMBERED and has_chinese(title)) or _SPACED.fullmatch(title)
    return _BLANKS.sub("", title) if spaced else title


def _said(doc: Document, reference: Reference) -> str:
    return plain(doc.text[reference.span[0] : reference.span[1]]).strip()


def as_json(doc: Document, path: str) -> str:
    """Return the outline as one JSON object; fields that do not apply are null."""
    cover = doc.cover
    entries = {id(entry.section): entry.text for entry in doc.terms.entries}
    content = {
        "schema": SCHEMA,
        "version": __version__,
        "path": path,
        "format": doc.format,
        "lang": doc.lang,
        "number": cover.number or None,
        "title": cover.title or None,
        "stage": cover.stage or None,
        "stage_id": doc.stage.name or None,
        "kind": doc.kind or None,
        "kinds": list(doc.kinds),
        "level": doc.level or None,
        "elements": _sections(doc.outline.top, entries),
        "terms": [
            {"number": entry.number or None, "term": entry.text, "english": [one.text for one in entry.english]}
            for entry in doc.terms.entries
        ],
        "references": {
            "normative": [_reference(doc, reference) for reference in doc.references.normative],
            "bibliography": [_reference(doc, reference) for reference in doc.references.bibliography],
        },
        "figures": _captions(doc, "figure"),
        "tables": _captions(doc, "table"),
        "formulas": [{"number": one["number"], "clause": one["clause"]} for one in _captions(doc, "formula")],
        "notes": [_note(doc, note) for note in doc.notes],
    }
    return json.dumps(content, ensure_ascii=False, indent=2).translate(_FIXED_BLANKS) + "\n"


def _sections(sections: Sequence[Section], entries: dict[int, str]) -> list[dict[str, Any]]:
    """Return sections; the title of a term entry is its term, wherever that stands, and a clause may have none."""
    return [
        {
            "element": section.element,
            "number": section.number or None,
            "title": entries.get(id(section), title_of(section) if section.titled else "") or None,
            "status": section.status or None,
            "clauses": _sections(section.children, entries),
        }
        for section in sections
    ]


def _captions(doc: Document, kind: str) -> list[dict[str, Any]]:
    return [
        {"number": caption.number or None, "title": plain(caption.title) or None, "clause": _clause(doc, caption.block)}
        for caption in doc.captions
        if caption.kind == kind
    ]


def _note(doc: Document, note: Note) -> dict[str, Any]:
    block = note.blocks[0]
    return {"kind": note.kind, "label": plain(doc.blocks[block].label) or None, "clause": _clause(doc, block)}


def _clause(doc: Document, block: int) -> str | None:
    return doc.place(doc.blocks[block].span[0]).clause or None


def _reference(doc: Document, reference: Reference) -> dict[str, Any]:
    citation = reference.citation
    return {
        "number": citation.name if citation else None,
        "year": (citation.year if citation else "") or None,
        "text": _said(doc, reference),
    }
