"""Resolve how paragraphs and characters are set: defaults, styles along `w:basedOn`, lists, direct formatting.

ECMA-376, 17.7.2 and 17.7.3. Table styles are left out: templates of standards format the paragraphs in tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml.etree import _Element

from stdlint.formats.docx.fonts import Fonts
from stdlint.formats.docx.measures import colour, hundredths, points
from stdlint.formats.docx.names import PPR, RPR, VAL, W, integer, on, value
from stdlint.formats.docx.numbering import NUM_PR
from stdlint.formats.docx.styles import chain_of
from stdlint.layout import Look, Shape

Facts = dict[str, Any]
_Key = tuple[tuple[object, tuple[object, ...]], ...]

_TOGGLES = {W + "b": "bold", W + "i": "italic", W + "vanish": "hidden"}
_INDENTS = ("left", "right", "first", "left_chars", "right_chars", "first_chars")
_ALIGNMENTS = {"start": "left", "end": "right"}
_LIST = ("numId", "ilvl", "list", "under")
_STYLE = W + "pStyle"
_R_STYLE = W + "rStyle"


class Looks:
    """The formatting of a document, resolved when first asked for; any part may be missing."""

    def __init__(self, styles: _Element | None, numbering: _Element | None, fonts: Fonts) -> None:
        self.fonts = fonts
        self._styles: dict[str, _Element] = {}
        self._default = {"paragraph": "", "character": ""}
        self._paragraph: dict[str, tuple[Facts, Facts, str]] = {}
        self._characters: dict[str, Facts] = {}
        self._looks: dict[tuple[str, _Key], Look] = {}
        self._shapes: dict[tuple[str, _Key], tuple[Shape, bool]] = {}
        self._numbering = numbering
        self._base: tuple[Facts, Facts] = {}, {}
        for element in styles if styles is not None else ():
            if element.tag == W + "style":
                self._define(element)
            elif element.tag == W + "docDefaults":
                paragraph, run = element.find(f"{W}pPrDefault/{PPR}"), element.find(f"{W}rPrDefault/{RPR}")
                self._base = _paragraph_facts(paragraph), self._run_facts(run)

    def shape(self, properties: _Element | None) -> tuple[Shape, bool]:
        """Return how a paragraph with these properties is set, and whether it is numbered."""
        style = (value(properties, _STYLE) or "") if properties is not None else ""
        key = style, _key(properties, (_STYLE, RPR, W + "sectPr", W + "pPrChange"))
        found = self._shapes.get(key)
        if found is None:
            base, _, name = self._of_paragraph(style)
            facts = dict(base)
            self._merge(facts, properties, "")
            numbered = facts.get("numId", "0") != "0"
            said = {name: fact for name, fact in facts.items() if name not in _LIST}
            found = self._shapes[key] = Shape(style=name, **said), numbered
        return found

    def look(self, paragraph_style: str, properties: _Element | None) -> Look:
        """Return how a run with these properties is set in a paragraph of that style."""
        key = paragraph_style, _key(properties, ())
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._look(paragraph_style, properties)
        return found

    def _look(self, paragraph_style: str, properties: _Element | None) -> Look:
        style = value(properties, _R_STYLE) or self._default["character"]
        paragraph, characters = self._of_paragraph(paragraph_style)[1], self._of_characters(style)
        direct = self._run_facts(properties)
        facts = {**self._base[1], **paragraph, **characters, **direct}
        for name in _TOGGLES.values():
            by_styles = bool(paragraph.get(name)) != bool(characters.get(name))
            facts[name] = direct.get(name, by_styles or bool(self._base[1].get(name)))
        return Look(**facts)

    def _define(self, element: _Element) -> None:
        style_id, kind = element.get(W + "styleId") or "", element.get(W + "type") or ""
        self._styles[style_id] = element
        if element.get(W + "default") in ("1", "true", "on") and kind in self._default:
            self._default[kind] = style_id

    def _of_paragraph(self, style_id: str) -> tuple[Facts, Facts, str]:
        """Return what a paragraph style says of the paragraph and of its characters, and its name."""
        found = self._paragraph.get(style_id)
        if found is None:
            shape, look = dict(self._base[0]), Facts()
            name = ""
            for element in reversed(chain_of(self._styles, style_id or self._default["paragraph"])):
                self._merge(shape, element.find(PPR), element.get(W + "styleId") or "")
                look |= self._run_facts(element.find(RPR))
                name = value(element, W + "name") or ""
            found = self._paragraph[style_id] = shape, look, name
        return found

    def _of_characters(self, style_id: str) -> Facts:
        found = self._characters.get(style_id)
        if found is None:
            found = self._characters[style_id] = {}
            for element in reversed(chain_of(self._styles, style_id)):
                found |= self._run_facts(element.find(RPR))
        return found

    def _merge(self, facts: Facts, properties: _Element | None, style_id: str) -> None:
        """Put properties over facts. The indents of a list stand below those that name the list.

        Word reads 17.9.22 so: what a style or paragraph says itself wins over the list that it joins.
        """
        if properties is None:
            return
        numbers = properties.find(NUM_PR)
        if numbers is not None:
            for member in ("numId", "ilvl"):
                facts |= _given(member, value(numbers, W + member))
            _leave_list(facts)
            number = facts.get("numId", "0")
            if number != "0":
                _join_list(facts, self._list_indent(number, facts.get("ilvl"), style_id))
        said = _paragraph_facts(properties)
        _indent(facts, said)
        facts |= said

    def _list_indent(self, number: str, ilvl: str | None, style_id: str) -> Facts:
        level = self._level(number, ilvl, style_id)
        properties = None if level is None else level.find(PPR)
        return {k: v for k, v in _paragraph_facts(properties).items() if k in _INDENTS}

    def _level(self, number: str, ilvl: str | None, style_id: str) -> _Element | None:
        """Return the level of a list that names the style, else the one of that index."""
        if self._numbering is None:
            return None
        num = _child(self._numbering, "num", "numId", number)
        abstract_id = value(num, W + "abstractNumId")
        abstract = None if abstract_id is None else _child(self._numbering, "abstractNum", "abstractNumId", abstract_id)
        if num is None or abstract is None:
            return None
        levels = [*num.iterfind(f"{W}lvlOverride/{W}lvl"), *abstract.iterchildren(W + "lvl")]
        linked = [level for level in levels if style_id and value(level, _STYLE) == style_id]
        return next(iter([*linked, *(level for level in levels if level.get(W + "ilvl") == (ilvl or "0"))]), None)

    def _run_facts(self, properties: _Element | None) -> Facts:
        facts: Facts = {}
        for child in properties if properties is not None else ():
            tag = child.tag
            if tag in _TOGGLES:
                facts[_TOGGLES[tag]] = on(child)
            elif tag == W + "rFonts":
                facts |= self.fonts.named(child)
            elif tag == W + "sz":
                size = points(child.get(VAL), 2)
                facts |= {} if size is None else {"size": size}
            elif tag == W + "u":
                facts["underline"] = _named(child.get(VAL))
            elif tag == W + "color":
                facts["colour"] = colour(child.get(VAL))
            elif tag == W + "highlight":
                facts["highlight"] = _named(child.get(VAL))
            elif tag == W + "vertAlign":
                facts["vertical"] = "" if child.get(VAL) == "baseline" else child.get(VAL) or ""
        return facts


def _paragraph_facts(properties: _Element | None) -> Facts:
    facts: Facts = {}
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == W + "jc":
            said = child.get(VAL) or "left"
            facts["alignment"] = _ALIGNMENTS.get(said, said)
        elif tag == W + "ind":
            facts |= _indents(child)
        elif tag == W + "spacing":
            facts |= _spacing(child)
        elif tag == W + "pageBreakBefore":
            facts["page_break_before"] = on(child)
        elif tag == W + "keepNext":
            facts["keep_next"] = on(child)
        elif tag == W + "outlineLvl":
            level = integer(child.get(VAL))
            facts["outline"] = 0 if level is None or not 0 <= level <= 8 else level + 1
    return facts


def _indents(element: _Element) -> Facts:
    facts: Facts = {}
    for name, sides in (("left", ("left", "start")), ("right", ("right", "end"))):
        for side in sides:
            facts |= _given(name, points(element.get(W + side)))
            facts |= _given(f"{name}_chars", hundredths(element.get(f"{W}{side}Chars")))
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        length, chars = points(element.get(W + name)), hundredths(element.get(f"{W}{name}Chars"))
        facts |= _given("first", None if length is None else length * sign)
        facts |= _given("first_chars", None if chars is None else chars * sign)
    return facts


def _indent(facts: Facts, over: Facts) -> None:
    """Put indents over others; a first line that hangs replaces one that is indented, and the other way round."""
    for name, other in (("first", "first_chars"), ("first_chars", "first")):
        if over.get(name) and other not in over and facts.get(other, 0) * over[name] < 0:
            del facts[other]
    facts |= over


def _join_list(facts: Facts, indents: Facts) -> None:
    """Put the indents of a list over those of the paragraph, and keep both for when it leaves the list."""
    facts["under"] = {name: said for name, said in facts.items() if name in _INDENTS}
    _indent(facts, indents)
    facts["list"] = indents


def _leave_list(facts: Facts) -> None:
    """Undo what the list did to the indents, where nothing else was said since."""
    under = facts.pop("under", {})
    for name, said in facts.pop("list", {}).items():
        if facts.get(name) == said:
            del facts[name]
            facts |= {name: under[name]} if name in under else {}


def _spacing(element: _Element) -> Facts:
    facts: Facts = {}
    for name in ("before", "after"):
        facts |= _given(name, points(element.get(W + name)))
        facts |= _given(f"{name}_lines", hundredths(element.get(f"{W}{name}Lines")))
    rule, line = element.get(W + "lineRule"), element.get(W + "line")
    if line is not None:
        rule = rule or "auto"
        facts |= _given("line", points(line, 240 if rule == "auto" else 20))
    return facts | _given("line_rule", rule)


def _given(name: str, said: object) -> Facts:
    return {} if said is None else {name: said}


def _named(said: str | None) -> str:
    return "" if said in (None, "none") else said


def _child(parent: _Element, tag: str, attribute: str, said: str) -> _Element | None:
    return next((child for child in parent.iterchildren(W + tag) if child.get(W + attribute) == said), None)


def _key(properties: _Element | None, without: Iterable[str]) -> _Key:
    """Return all that properties say, for looking up; revision marks in them say nothing."""
    if properties is None:
        return ()
    return tuple(
        [(c.tag, tuple(c.attrib.items())) if not len(c) else _nested(c) for c in properties if c.tag not in without]
    )


def _nested(element: _Element) -> tuple[object, tuple[object, ...]]:
    if element.tag != NUM_PR:
        return element.tag, ()
    return element.tag, tuple((child.tag, child.get(VAL) or "") for child in element)
