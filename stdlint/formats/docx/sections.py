"""Read the settings of sections: pages, columns, page numbers, and which headers and footers they show."""

from __future__ import annotations

from lxml.etree import _Element

from stdlint.formats.docx.measures import points
from stdlint.formats.docx.names import W, integer, on, value
from stdlint.layout import Section

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def section(element: _Element, first: int, before: Section | None, targets: dict[str, str]) -> Section:
    """Return what a `w:sectPr` says; `targets` finds parts by the id of their relationship.

    Headers and footers that it does not name are those of the section before it (ECMA-376, 17.10.1).
    """
    size, margins, numbers = (_attributes(element, name) for name in ("pgSz", "pgMar", "pgNumType"))
    columns = integer(_attributes(element, "cols").get("num"))
    return Section(
        first=first,
        start=value(element, W + "type") or "nextPage",
        width=points(size.get("w")),
        height=points(size.get("h")),
        landscape=size.get("orient") == "landscape",
        top=points(margins.get("top")),
        right=points(margins.get("right")),
        bottom=points(margins.get("bottom")),
        left=points(margins.get("left")),
        header=points(margins.get("header")),
        footer=points(margins.get("footer")),
        columns=columns or 1,
        number_format=numbers.get("fmt", "decimal"),
        number_start=integer(numbers.get("start")),
        title_page=bool(on(element.find(W + "titlePg"))),
        headers=_margins(element, "headerReference", before.headers if before else {}, targets),
        footers=_margins(element, "footerReference", before.footers if before else {}, targets),
    )


def _margins(element: _Element, name: str, before: dict[str, str], targets: dict[str, str]) -> dict[str, str]:
    found = dict(before)
    for reference in element.iterchildren(W + name):
        target = targets.get(reference.get(_ID) or "")
        if target is not None:
            found[reference.get(W + "type") or "default"] = target
    return found


def _attributes(element: _Element, name: str) -> dict[str, str]:
    """Return the attributes of a child by their plain names."""
    child = element.find(W + name)
    said = [] if child is None else child.attrib.items()
    return {str(key).rpartition("}")[2]: str(text) for key, text in said}
