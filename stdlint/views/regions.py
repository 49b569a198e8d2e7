"""Tag each block with the element it stands in and the role it plays there.

Source: reference gbt-1.1-2020.md, 0.4 and 27: most false alarms come from not having this tag.
"""

from __future__ import annotations

from typing import NamedTuple

from stdlint.model import Source
from stdlint.views.notes import Note
from stdlint.views.outline import Outline, Section

PROVISION_ROLES = frozenset(("text", "cell"))
"""Where provisions may stand: text of clauses and list items, paragraphs in tables."""

BODY = frozenset(("title", "scope", "terms", "symbols", "clause"))
"""The elements of the body, with what stands between the title and the scope."""


CLAUSES = frozenset(("scope", "symbols", "clause", "annex"))
"""The elements whose clauses are clauses: what the terms are numbered with are entries."""


class Region(NamedTuple):
    """Element, role and section of a block.

    `role`: text, cell, note, example, footnote, title, caption, quote, code, formula, box, toc, header, footer.
    `normative`: a clause of the body or a normative annex.
    """

    element: str
    role: str
    section: Section
    normative: bool


_ROLES = {"para": "text", "item": "text", "heading": "text", "title": "title"}


def regions(source: Source, outline: Outline, notes: list[Note]) -> list[Region]:
    """Return the region of every block; a label has that of the block it numbers."""
    additional = {index: note.kind for note in notes for index in note.blocks}
    known: dict[tuple[int, str], Region] = {}
    found: list[Region] = []
    titles = outline.titles
    for index, (block, section) in enumerate(zip(source.blocks, outline.owner, strict=True)):
        kind = block[1]
        role = additional[index] if index in additional else _ROLES.get(kind, kind)
        if role == "text" and index in titles:
            role = "title"
        key = (id(section), role)
        if key not in known:
            known[key] = Region(section.element, role, section, _normative(section))
        found.append(known[key])
    for index, block in enumerate(source.blocks):
        if block[1] == "label" and index + 1 < len(found):
            found[index] = found[index + 1]
    return found


def _normative(section: Section) -> bool:
    if section.element != "annex":
        return section.element in BODY
    return section.chapter.status in ("规范性", "标准的", "补充件", "normative")
