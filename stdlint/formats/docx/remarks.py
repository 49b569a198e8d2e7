"""Find the comments of a Word file that say something to stdlint, and the words on which they lie."""

from __future__ import annotations

import re
from contextlib import suppress

from stdlint.formats.docx.bookmarks import Places
from stdlint.formats.docx.names import W
from stdlint.formats.docx.package import Package, open_package, parse, part_xml, relationships
from stdlint.formats.docx.revisions import said_in
from stdlint.model import ReadError, Remark, Source, Span

_NAME = "stdlint"
_TEXT = re.compile(rb"<(?:\w+:)?t(?: [^<>]*)?>([^<]*)")
_MARK = re.compile(rb"<w:comment(RangeStart|RangeEnd|Reference)( [^<>]*)>")
_GONE = re.compile(rb"<w:(?:delText|moveFrom)[ />]")
_ID = re.compile(rb" w:id=\"([^\"]*)\"")


def remarks(source: Source) -> list[Remark]:
    """Return the comments that hold “stdlint”, in the order of the text, those that are resolved and answers too."""
    package = open_package(source.data)
    said = _said(package) if source.blocks else {}
    if not said:
        return []
    spans, gone = _spans(source, part_xml(package, package.main) or b"", frozenset(said))
    if spans is None:
        spans = {comment.id: comment.span for comment in source.layout.comments}
    return sorted(Remark(spans[note], text, apart=note in gone) for note, text in said.items() if note in spans)


def _said(package: Package) -> dict[str, str]:
    """Return the texts that hold “stdlint”, which may be cut into several runs, by the ids of the comments."""
    found: dict[str, str] = {}
    with suppress(ReadError):
        for relationship in relationships(package, package.main):
            if relationship.kind != "comments":
                continue
            xml = part_xml(package, relationship.target) or b""
            if _NAME.encode() in b"".join(_TEXT.findall(xml)).lower():
                for comment in parse(xml, relationship.target).iter(W + "comment"):
                    text = said_in(comment)
                    if _NAME in text.lower():
                        found[comment.get(W + "id") or ""] = text
    return found


def _spans(source: Source, xml: bytes, notes: frozenset[str]) -> tuple[dict[str, Span] | None, set[str]]:
    """Return the words of comments, counted in the bytes; None where only the layout can tell for one of them.

    With them come the comments of which all words are deleted.
    """
    places = Places(source, xml)
    opened: dict[str, tuple[int, int]] = {}
    found: dict[str, Span] = {}
    gone: set[str] = set()
    for match in _MARK.finditer(xml):
        key = _ID.search(match[2])
        note = key[1].decode() if key else ""
        if note not in notes:
            continue
        ordinal = places.ordinal(match.start())
        if match[1] == b"RangeStart":
            opened[note] = (match.end(), ordinal)
        elif match[1] == b"RangeEnd" and note in opened:
            start, first = opened[note]
            found[note] = span = places.span(start, first, ordinal)
            if span[0] == span[1] and _GONE.search(xml, start, match.start()):
                gone.add(note)
    whole = found.keys() == notes and all(start < end for start, end in found.values())
    return found if whole else None, gone
