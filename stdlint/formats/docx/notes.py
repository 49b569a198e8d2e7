"""Read what stands outside the running text: footnotes, endnotes, headers and footers, document properties."""

from __future__ import annotations

from lxml.etree import _Element

from stdlint.formats.docx.body import Body
from stdlint.formats.docx.names import T, W
from stdlint.formats.docx.package import Package, Relationship, part_root
from stdlint.model import OWN, ReadError

_PROPERTIES = frozenset(
    ("title", "subject", "creator", "description", "keywords", "language", "category", "created", "modified")
)


def read_notes(body: Body, package: Package, name: str, part: int, kind: str) -> None:
    """Read the footnotes or endnotes that the text refers to, in the order of their marks, and aim the anchors.

    Notes that nothing refers to are left out: Word does not show them either.
    """
    wanted = [(anchor, note) for anchor, mark, note in body.notes if mark == kind]
    root = part_root(package, name) if wanted else None
    if root is None:
        return
    notes: dict[str, tuple[_Element, int]] = {}
    ordinal = 0
    for element in root:
        if element.tag == W + kind:
            notes[element.get(W + "id") or ""] = (element, ordinal)
        ordinal += sum(1 for _ in element.iter(T))
    firsts: dict[str, int] = {}
    for anchor, note in wanted:
        if note not in firsts and note in notes:
            element, ordinal = notes[note]
            body.open(part, "footnote")
            body.inline.ordinal = ordinal
            body.number = f"{len(firsts) + 1})"
            firsts[note] = len(body.blocks)
            body.flow(element)
            body.number = ""
            if len(body.blocks) == firsts[note]:
                firsts[note] = -1
        body.anchors[anchor] = body.anchors[anchor]._replace(target=firsts.get(note, -1))


def read_margins(body: Body, package: Package, parts: list[tuple[int, Relationship]]) -> None:
    """Read headers, then footers, each part once."""
    for kind in ("header", "footer"):
        for part, relationship in parts:
            if relationship.kind == kind:
                root = part_root(package, relationship.target)
                if root is not None:
                    body.open(part, kind)
                    body.flow(root)


def properties(package: Package, related: list[Relationship]) -> dict[str, str]:
    """Return the core properties of the document: title, creator, created, …; a damaged part is no properties.

    Of the custom ones those whose names begin with “stdlint.” are told.
    """
    found: dict[str, str] = {}
    for relationship in related:
        if relationship.kind == "core-properties":
            try:
                root = part_root(package, relationship.target)
            except ReadError:
                continue
            for element in root if root is not None else ():
                name = element.tag.rpartition("}")[2]
                if name in _PROPERTIES and element.text and element.text.strip():
                    found[name] = element.text.strip()
        elif relationship.kind == "custom-properties":
            found.update(_own_properties(package, relationship.target))
    return found


def _own_properties(package: Package, name: str) -> dict[str, str]:
    try:
        root = part_root(package, name)
    except ReadError:
        return {}
    said: dict[str, str] = {}
    for element in root if root is not None else ():
        name = element.get("name") or ""
        if name.startswith(OWN):
            said[name] = "".join(map(str, element.itertext())).strip()
    return said
