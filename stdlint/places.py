"""Say whether words stand in a clause that people name: by number, by element, by title."""

from __future__ import annotations

import re

from stdlint.document import Document
from stdlint.views.elements import called
from stdlint.views.outline import Section
from stdlint.views.wording import fold

_LEADS = re.compile(r"^(?:第|附录|annex|appendix|clause|subclause|section|§)\s*|[.．]?\s*[章条]?$", re.IGNORECASE)
_UNNAMED = "clause"
"""The element of the author's own clauses, which its name does not tell apart."""


def stands_in(doc: Document, offset: int, clause: str) -> bool:
    """Say whether an offset stands in a clause or below it.

    `clause` is a number (“5.2”, “第5章”, “A.1”, “附录A”, “Annex A”), what an element is called (“前言”, “foreword”), a
    number with its title, or the title of a clause at any level, which goes on holding when clauses are renumbered.
    """
    section: Section | None = doc.outline.owner[doc.block_at(offset)] if doc.blocks else None
    names = _names(clause)
    while section is not None:
        if _is_called(section, *names):
            return True
        section = section.parent
    return False


def exists(doc: Document, clause: str) -> bool:
    """Say whether a draft has a clause of that name."""
    names = _names(clause)
    return any(_is_called(section, *names) for section in doc.walk())


def _names(clause: str) -> tuple[str, str]:
    """Return what people wrote, and the same without “第…章”, “附录” and the like."""
    return _folded(clause), _folded(_LEADS.sub("", clause.strip()))


def _is_called(section: Section, wanted: str, number: str) -> bool:
    own = _folded(section.number)
    title = _folded(section.title)
    if own and number in (own, own + title):
        return True
    if title and wanted == title:
        return True
    if section.element == _UNNAMED:
        return False
    return wanted in {
        _folded(name) for name in (section.element, *(called(section.element, at) for at in ("zh", "en")))
    }


def _folded(text: str) -> str:
    return fold(text).casefold().replace("．", ".")
