"""Say where an offset stands, in the words that a committee uses."""

from __future__ import annotations

from typing import NamedTuple

from stdlint.model import Source
from stdlint.views.elements import called
from stdlint.views.outline import Outline, Section


class Spot(NamedTuple):
    """A place for people: element (“范围”, “附录A”), clause number (“5.2.1” or “”), paragraph in the clause from 1.

    Paragraph 0 is the heading itself.
    """

    element: str
    clause: str
    paragraph: int


def spot(source: Source, outline: Outline, block: int, lang: str) -> Spot:
    """Return the place of a block."""
    section = outline.owner[block]
    top = _top(section)
    name = called(top.element, lang) or {"footnote": "脚注", "header": "页眉", "footer": "页脚"}.get(top.element, "")
    if top.element == "annex":
        name = f"{name}{'' if lang == 'zh' else ' '}{top.number.split('.')[0]}"
    target = block + 1 if source.blocks[block].kind == "label" else block
    paragraph = section.body.index(target) + 1 if target in section.body else 0
    return Spot(name, section.number, paragraph)


def _top(section: Section) -> Section:
    while section.parent is not None:
        section = section.parent
    return section
