"""Recognise typed numbers and markers at the start of a paragraph by their shape, for every format alike.

A label is a fact of the page (“5.2.1”, “a)”, “注1：”, “表3”, “附录A”, “[1]”), not an interpretation: what a chapter
called “范围” means is a view's work.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

_GAP = r"[ \t\u00a0\u2002-\u200a\u202f\u3000\u2028]"
_UNITS = (
    r"(?:[mckdnμµ]?m[²³23]?|[kmμµ]?g|[mμµ]?[lL]|[kMGTm]?(?:Hz|Pa|V|W|A|Ω|J|N|B)|℃|°|%|‰|s|min|h|d|t|mol|cd|lx|dB|pH"
    r"|×|±|～|~)(?![A-Za-z])"
)

NOTE = regex.compile(r"注\s{0,2}\d*\s{0,2}[：:]|NOTE(?:\s\d+)?(?=[\s:：—–])[:：]?|Note\s\d+\sto\sentry\s?:")
EXAMPLE = regex.compile(r"示\s?例\s{0,2}\d*\s{0,2}[：:]|EXAMPLE(?:\s\d+)?(?=[\s:：—–]|$)[:：]?")
CAPTION = regex.compile(
    r"(?:表|图|Table|Figure)" + _GAP + r"{0,2}(?:[A-Z][.-]?)?\d+(?:[.-]\d+)*[a-z]?"
    r"(?=" + _GAP + r"|$|[（(](?:续|第)|：|:|—|[\u4e00-\u9fff])"
)
ANNEX = regex.compile(r"附" + _GAP + r"*录" + _GAP + r"*[A-Z](?![A-Za-z0-9.])|Annex\s[A-Z](?![A-Za-z0-9.])")
CLAUSE = regex.compile(r"(?:\d{1,3}|[A-Z](?=[.．]))(?:[.．]\d{1,3}){0,7}[.．]?(?![\d.．%‰℃°])")
BIBLIOGRAPHY = regex.compile(r"[\[［]\d{1,3}[\]］](?![\[［(（:：])")
ITEM = regex.compile(
    r"(?:——|⸺|──|―|—(?="
    + _GAP
    + r")|[a-zA-Z][)）]|\d{1,2}[)）]|[（(](?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})[)）]"
    r"|[①-⑳]|[●○·•■◆▪\uf000-\uf0ff](?=\S|" + _GAP + r"))"
)

_BLANK = regex.compile(_GAP + r"*")
_RUNNING = regex.compile(r"[。；：:;，,]")
_CAPTION_VERB = regex.compile(r"(?:和|与|及|或|至|给出|规定|列出|中|的|所|为|是|示|应|表示|说明|描述|提供|可|见|、|，)")
_UNIT = regex.compile(_UNITS)
_COUNTED = regex.compile(r"[个只件台套次年月日时分秒元人倍寸米克吨升万亿型级类种项章条]")
_NUMBER_ONLY = regex.compile(r"(?:\d{1,3}|[A-Z])(?:[.．]\d{1,3})*[.．]?")
_FULL = (
    (NOTE, "note"),
    (EXAMPLE, "example"),
    (ANNEX, "heading"),
    (regex.compile(r"(?:表|图|Table|Figure)\s*(?:[A-Z]\.)?\d+(?:[.-]\d+)*"), "caption"),
    (BIBLIOGRAPHY, "para"),
    (_NUMBER_ONLY, "para"),
)


class Label(NamedTuple):
    """A label found: it is `text[:end]`, the paragraph itself begins at `rest`, and `kind` is that of the paragraph."""

    kind: str
    end: int
    rest: int


def _after(text: str, end: int) -> int:
    match = _BLANK.match(text, end)
    return match.end() if match else end


def split(text: str, *, heading: bool = False, strong: bool = False, item: bool = False) -> Label | None:
    """Return the typed label of a paragraph, or None.

    `heading`: style, outline level or Markdown syntax makes it a heading. `strong`: it is bold or centred as a whole.
    `item`: it is already a list item, so that a number in it is no clause number.
    """
    if not text:
        return None
    first = text[0]
    if first in "注NN" and (match := NOTE.match(text)):
        return Label("note", match.end(), _after(text, match.end()))
    if first in "示E" and (match := EXAMPLE.match(text)):
        return Label("example", match.end(), _after(text, match.end()))
    if first in "表图TF" and (match := CAPTION.match(text)):
        rest = _after(text, match.end())
        gap = rest > match.end() or rest == len(text)
        prose = _CAPTION_VERB.match(text, rest) if not gap else None
        if len(text) <= 100 and prose is None and not text.endswith(("。", "；", "：")) and (gap or heading or strong):
            return Label("caption", match.end(), rest)
        return None
    if first in "附A" and not item and (match := ANNEX.match(text)):
        rest = _after(text, match.end())
        alone = rest == len(text) or text[rest] in "（(" or heading
        if (alone or (strong and rest > match.end())) and not text.endswith(("。", "；", "，")):
            return Label("heading", match.end(), rest)
    if first in "[［" and (match := BIBLIOGRAPHY.match(text)):
        return Label("para", match.end(), _after(text, match.end()))
    if not item and (found := _clause(text, heading, strong)):
        return found
    if (match := ITEM.match(text)) and not (heading and first.isdigit()):
        return Label("item", match.end(), _after(text, match.end()))
    return None


def _clause(text: str, heading: bool, strong: bool) -> Label | None:
    match = CLAUSE.match(text)
    if match is None:
        return None
    number = match.group()
    end = match.end()
    rest = _after(text, end)
    depth = number.rstrip(".．").replace("．", ".").count(".")
    if rest == len(text):
        dated = depth == 0 and len(number) > 2
        return Label("heading" if heading else "para", end, rest) if (heading or depth) and not dated else None
    if rest == end:
        glued = heading and "\u4e00" <= text[end] <= "\u9fff" and not _COUNTED.match(text, end)
        return Label("heading", end, rest) if glued else None
    if text[rest] in ")）、]—-":
        return None
    if heading:
        return Label("heading", end, rest)
    if number.endswith((".", "．")) and depth == 0:
        return None
    if _UNIT.match(text, rest):
        return None
    if depth == 0:
        title = text[rest:]
        if len(title) > 30 or _RUNNING.search(title) or not (strong or rest - end > 1 or text[end] == "\u3000"):
            return None
        return Label("heading" if strong else "para", end, rest)
    return Label("heading" if strong and not _RUNNING.search(text, rest) else "para", end, rest)


def kind_of(label: str) -> str:
    """Return the kind of the paragraph that a computed label numbers: note, example, heading, caption, para or item.

    “5.1” gives para: whether it is a heading is told by style and outline level.
    """
    for pattern, kind in _FULL:
        if pattern.fullmatch(label):
            return kind
    return "item"
