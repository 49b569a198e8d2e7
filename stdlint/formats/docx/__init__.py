"""Read and write Word files: .docx, .docm, .dotx, .dotm, strict or transitional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdlint.formats.docx.body import Body
from stdlint.formats.docx.names import W
from stdlint.formats.docx.notes import properties, read_margins, read_notes
from stdlint.formats.docx.numbering import read_numbering, style_numbers
from stdlint.formats.docx.package import Relationship, open_package, parse, part_root, part_xml, relationships
from stdlint.formats.docx.styles import read_styles
from stdlint.formats.docx.write import write
from stdlint.model import ReadError, Remark, Source, Span

if TYPE_CHECKING:
    from stdlint.layout import Layout, Name

KINDS = frozenset(("aFChunk", "subDocument", "chart", "chartEx", "diagramData"))
"""The relationships of a document with something that `unread` has to name."""

EMBEDDED = frozenset(("oleObject", "package"))
"""Those with an embedded document, or with one of the formulas of MathType, which many drafts hold by the hundred."""

__all__ = ["read", "where", "write"]


def read(data: bytes) -> Source:
    """Read a Word file: the document in order, then footnotes, endnotes, headers and footers.

    Raise ReadError with one sentence for people if it is no Word file, damaged or refused.
    """
    package = open_package(data)
    related = relationships(package, package.main)
    first = {r.kind: r.target for r in reversed(related)}
    names = [package.main]
    parts: list[tuple[int, str, str]] = []
    margins = []
    for relationship in related:
        if relationship.kind in ("footnotes", "endnotes", "header", "footer") and relationship.target not in names:
            names.append(relationship.target)
            if relationship.kind in ("header", "footer"):
                margins.append((len(names) - 1, relationship))
            else:
                parts.append((len(names) - 1, relationship.kind, relationship.target))
    styles = part_root(package, first.get("styles", ""))
    numbering = read_numbering(part_root(package, first.get("numbering", "")), style_numbers(styles))
    xml = part_xml(package, package.main) or b""
    body = Body(read_styles(styles), numbering)
    body.inline.images = frozenset(r.id for r in related if r.kind == "image" and r.target.lower() in package.names)
    if body.stream(xml, package.main) != W + "document":
        raise ReadError(
            "This is not a Word document: its main part is of another kind.", "这不是Word文档：主要部件是其他类型。"
        )
    body.inline.images = None
    for kind in ("footnote", "endnote"):
        for part, name, target in parts:
            if name == kind + "s":
                read_notes(body, package, target, part, kind)
    read_margins(body, package, margins)
    source = body.source(data, names, properties(package, relationships(package, "")))
    source.look = _look
    source.mark = _bookmarks
    source.lift = _raised
    source.gloss = _remarks
    source.closed = _is_closed(xml)
    if not (KINDS.isdisjoint(first) and EMBEDDED.isdisjoint(first)):
        source.unread = _unread(source, xml, related, not KINDS.isdisjoint(first))
    return source


def _look(source: Source) -> Layout:
    """Read the layout; most runs never ask for it, and then none of its modules is loaded."""
    from stdlint.formats.docx.layout import look

    return look(source)


def _bookmarks(source: Source) -> list[Name]:
    """Find the bookmarks; only files with cross-references are asked for them."""
    from stdlint.formats.docx.bookmarks import bookmarks

    return bookmarks(source)


def _raised(source: Source) -> list[Span]:
    """Find what is set high or low; only numbers that may have an exponent or a footnote mark ask for it."""
    from stdlint.formats.docx.raised import raised

    return raised(source)


def _remarks(source: Source) -> list[Remark]:
    """Find the comments that say something to stdlint."""
    from stdlint.formats.docx.remarks import remarks

    return remarks(source)


def _is_closed(xml: bytes) -> bool:
    """Say whether a drawing or a border stands in the last paragraph with text or behind it."""
    last = max(xml.rfind(b"</w:t>"), 0)
    last = max(xml.rfind(b"<w:p ", 0, last), xml.rfind(b"<w:p>", 0, last), 0)
    return any(xml.find(sign, last) >= 0 for sign in (b"<w:drawing", b"<w:pict", b"<w:object", b"<w:pBdr"))


def _unread(source: Source, xml: bytes, related: list[Relationship], sure: bool) -> list[tuple[str, str]]:
    """Say what is not read: most files have nothing of the kind, and are not parsed again to find that out."""
    from stdlint.formats.docx.unread import embeds, unread

    return unread(source, parse(xml, source.part_names[0]), related) if sure or embeds(xml) else []


def where(source: Source, offset: int) -> tuple[int, int] | None:
    """Return None: a Word document has pages, not lines and columns."""
    return None
