"""Say where an offset stands, in the words that a committee uses."""

from __future__ import annotations

from typing import NamedTuple

from stdlint.model import Source
from stdlint.views.elements import called
from stdlint.views.outline import Outline, Section

_APART = {"footnote": ("脚注", "Footnote"), "header": ("页眉", "Header"), "footer": ("页脚", "Footer")}


class Spot(NamedTuple):
    """A place for people: element (“范围”, “附录A”), clause number (“5.2.1” or “”), paragraph in the clause from 1.

    Paragraph 0 is the heading itself; a table counts as one paragraph. A footnote has the clause of its mark.
    """

    element: str
    clause: str
    paragraph: int


def spot(source: Source, outline: Outline, block: int, lang: str) -> Spot:
    """Return the place of a block; in a workbook sheet and cell (“B5”)."""
    if source.format == "xlsx":
        return _cell(source, source.blocks[block].span[0])
    section = outline.owner[block]
    target = block + 1 if source.blocks[block].kind == "label" else block
    inside = target in section.body
    if section.element in _APART and not section.number:
        return Spot(
            _APART[section.element][lang == "en"],
            _marked(source, outline, target),
            _count(source, section.body, target),
        )
    while not section.number and section.parent is not None:
        section = section.parent
    paragraph = _count(source, _paragraphs(section), target) if inside else 0
    top = section.chapter
    name = called(top.element, lang)
    if top.element == "annex":
        name = f"{name}{'' if lang == 'zh' else ' '}{top.number.split('.')[0]}".rstrip()
    return Spot(name, section.number, paragraph)


def _cell(source: Source, offset: int) -> Spot:
    origin = source.origin(offset)
    column, letters = -origin.node, ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return Spot(source.part_names[origin.part] if source.part_names else "", f"{letters}{origin.offset}", 0)


def _paragraphs(section: Section) -> list[int]:
    """Return the blocks directly under a section, those under its headings without number included."""
    found = list(section.body)
    for child in section.children:
        if not child.number:
            found += _paragraphs(child)
    return found


def _count(source: Source, blocks: list[int], target: int) -> int:
    """Count the paragraphs up to `target`."""
    count = 0
    table = -1
    for index in blocks:
        inside = source.blocks[index].table
        count += inside < 0 or inside != table
        table = inside
        if index == target:
            break
    return count


def _marked(source: Source, outline: Outline, block: int) -> str:
    """Return the number of the clause in which a footnote is marked."""
    marks = [(anchor.target, anchor.offset) for anchor in source.anchors if 0 <= anchor.target <= block]
    if not marks or source.blocks[block].kind != "footnote":
        return ""
    offset = max(marks)[1]
    at = next((i for i, one in enumerate(source.blocks) if one.span[0] <= offset < one.span[1]), block)
    section: Section | None = outline.owner[at]
    while section is not None and not section.number:
        section = section.parent
    return section.number if section else ""
