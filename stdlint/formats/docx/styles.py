"""Resolve paragraph and character styles: what each says, member by member, along `w:basedOn`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from stdlint.formats.docx.names import OFF, PPR, RPR, VAL, W, integer, on, value
from stdlint.formats.docx.numbering import NUM_PR, numbers_of
from stdlint.formats.docx.roles import Role, role_of


class Style(NamedTuple):
    """What a paragraph style says, inherited members included.

    `chain` lists (style id, own ilvl or None) from the style up; `outline` is the outline level from 0 or None;
    `carrier`: a paragraph made only to count, unseen on the page (标准文件_附录图标号).
    """

    name: str = ""
    role: Role = Role()
    chain: tuple[tuple[str, int | None], ...] = ()
    num_id: str = ""
    outline: int | None = None
    bold: bool = False
    hidden: bool = False
    centred: bool = False
    framed: bool = False
    carrier: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of a document, resolved when first asked for.

    An id that is not defined, or not of a paragraph style, has no name and looks like the default style, as in Word.
    """

    elements: dict[str, _Element] = field(default_factory=dict)
    default: str = ""
    resolved: dict[str, Style] = field(default_factory=dict)
    characters: dict[str, tuple[bool | None, bool | None]] = field(default_factory=dict)

    def paragraph(self, style_id: str) -> Style:
        """Return the paragraph style of that id, "" for the default one."""
        style = self.resolved.get(style_id)
        if style is None:
            style = self.resolved[style_id] = self._resolve(style_id or self.default)
        return style

    def _resolve(self, style_id: str) -> Style:
        element = self.elements.get(style_id)
        if element is not None and element.get(W + "type", "paragraph") == "paragraph":
            return _resolve(self.elements, style_id)
        return _resolve(self.elements, self.default)._replace(name="", role=Role())

    def character(self, style_id: str) -> tuple[bool | None, bool | None]:
        """Return (bold, hidden) of a character style, None where it says nothing."""
        found = self.characters.get(style_id)
        if found is None:
            bold: bool | None = None
            hidden: bool | None = None
            for element in chain_of(self.elements, style_id):
                run = element.find(RPR)
                if run is not None:
                    bold = on(run.find(W + "b")) if bold is None else bold
                    hidden = on(run.find(W + "vanish")) if hidden is None else hidden
            found = self.characters[style_id] = (bold, hidden)
        return found

    def hiding(self) -> set[str]:
        """Return the ids of the styles that hide text, themselves or by the style they are based on."""
        found = {i for i, style in self.elements.items() if style.find(f"{RPR}/{W}vanish") is not None}
        size = -1
        while found and len(found) != size:
            size = len(found)
            found |= {i for i, style in self.elements.items() if value(style, W + "basedOn") in found}
        return found


def read_styles(root: _Element | None) -> Styles:
    """Return the styles of a styles part."""
    styles = Styles()
    for element in root if root is not None else ():
        if element.tag == W + "style":
            style_id = element.get(W + "styleId") or ""
            styles.elements[style_id] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                styles.default = style_id
    return styles


def chain_of(elements: dict[str, _Element], style_id: str) -> list[_Element]:
    """Return a style and those it is based on, the nearest first."""
    chain: list[_Element] = []
    seen: set[str] = set()
    while style_id in elements and style_id not in seen:
        seen.add(style_id)
        chain.append(elements[style_id])
        style_id = value(chain[-1], W + "basedOn") or ""
    return chain


def _resolve(elements: dict[str, _Element], style_id: str) -> Style:
    chain = chain_of(elements, style_id)
    levels: list[tuple[str, int | None]] = []
    facts: dict[str, str] = {}
    for element in chain:
        properties = element.find(PPR)
        num_id, ilvl = numbers_of(None if properties is None else properties.find(NUM_PR))
        levels.append((element.get(W + "styleId") or "", ilvl))
        if num_id is not None:
            facts.setdefault("num", num_id)
        for parent in (properties, element.find(RPR)):
            for child in parent if parent is not None else ():
                facts.setdefault(child.tag, child.get(VAL) or "on")
    name = (value(chain[0], W + "name") or "") if chain else ""
    return Style(
        name=name,
        role=role_of(name),
        chain=tuple(levels),
        num_id="" if facts.get("num") == "0" else facts.get("num", ""),
        outline=integer(facts.get(W + "outlineLvl")),
        bold=facts.get(W + "b", "0") not in OFF,
        hidden=facts.get(W + "vanish", "0") not in OFF,
        centred=facts.get(W + "jc") == "center",
        framed=W + "framePr" in facts,
        carrier=name.endswith("标号"),
    )
