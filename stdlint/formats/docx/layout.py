"""Read how a Word file looks: the file is parsed again, and only for rules that ask."""

from __future__ import annotations

from contextlib import suppress

from lxml.etree import _Element

from stdlint.formats.docx.fonts import Fonts
from stdlint.formats.docx.looks import Looks
from stdlint.formats.docx.names import W, on
from stdlint.formats.docx.package import Package, Relationship, open_package, part_root, relationships
from stdlint.formats.docx.revisions import comments
from stdlint.formats.docx.scan import Scan
from stdlint.formats.docx.sections import section
from stdlint.layout import Hidden, Layout, Section
from stdlint.model import ReadError, Source


def look(source: Source) -> Layout:
    """Return the layout of a Word file that was read; parts that only say how it looks may be missing or damaged."""
    package = open_package(source.data)
    related = relationships(package, package.main)
    first = {r.kind: r.target for r in reversed(related)}
    parts = {kind: _root(package, first.get(kind, "")) for kind in _PARTS}
    settings = parts["settings"]
    fonts = Fonts(parts["theme"], settings)
    scan = Scan(source, Looks(parts["styles"], parts["numbering"], fonts))
    for index, name in enumerate(source.part_names):
        root = _root(package, name)
        if root is not None:
            scan.part(index, root)
    return Layout(
        shapes=scan.shapes,
        stretches=sorted(scan.stretches),
        sections=_sections(scan, related),
        breaks=scan.page_breaks(),
        changes=[mark.change() for mark in scan.marks],
        comments=comments(parts["comments"], parts["commentsExtended"], scan.ranges),
        hidden=[Hidden(*found) for found in scan.hidden()],
        names=scan.names(),
        facing=settings is not None and bool(on(settings.find(W + "evenAndOddHeaders"))),
    )


_PARTS = ("styles", "numbering", "theme", "settings", "comments", "commentsExtended")


def _root(package: Package, name: str) -> _Element | None:
    with suppress(ReadError):
        return part_root(package, name)
    return None


def _sections(scan: Scan, related: list[Relationship]) -> list[Section]:
    targets = {relationship.id: relationship.target for relationship in related}
    found: list[Section] = []
    begin = 0
    for element, end in scan.ends:
        found.append(section(element, begin, found[-1] if found else None, targets))
        begin = scan.cursor.index(end)
    return found
