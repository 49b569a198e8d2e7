"""Recognise typed numbers and markers at the start of a paragraph by their shape, for every format alike.

A label is a fact of the page (“5.2.1”, “a)”, “注1：”, “表3”, “附录A”, “[1]”), not an interpretation: what a chapter
called “范围” means is a view's work.
"""

from __future__ import annotations

from typing import NamedTuple

from stdlint import patterns

_GAP = r"[ \t\u00a0\u2002-\u200a\u202f\u3000\u2028]"
_UNITS = (
    r"(?:[mckdnμµ]?m[²³23]?|[kmμµ]?g|[mμµ]?[lL]|[kMGTm]?(?:Hz|Pa|V|W|A|Ω|J|N|B)|℃|°|%|‰|s|min|h|d|t|mol|cd|lx|dB|pH"
    r"|×|±|～|~)(?![A-Za-z])"
)

NOTE = patterns.compile(r"注\s{0,2}\d*\s{0,2}[：:]|NOTE(?:\s\d+)?(?=[\s:：—–])[:：]?|Note\s\d+\sto\sentry\s?:")
EXAMPLE = patterns.compile(r"示\s?例\s{0,2}\d*\s{0,2}[：:]|EXAMPLE(?:\s\d+)?(?=[\s:：—–]|$)[:：]?")
CAPTION = patterns.compile(
    r"(?:表|图|Table|Figure)" + _GAP + r"{0,2}(?:[A-ZＡ-Ｚ][.．-]?)?\d+(?:[.．-]\d+)*[a-z]?"
    r"(?=" + _GAP + r"|$|[（(](?:续|第)|：|:|—|[.．]" + _GAP + r"|[\u4e00-\u9fff])"
)
ANNEX = patterns.compile(r"附" + _GAP + r"*录" + _GAP + r"*[A-ZＡ-Ｚ](?![A-Za-z0-9]|\.\S)|Annex\s[A-Z](?![A-Za-z0-9.])")
CLAUSE = patterns.compile(r"(?:\d{1,3}|[A-Z](?=[.．]))(?:[.．]\d{1,3}){0,7}[.．]?(?![\d.．%‰℃°])")
SPACED = patterns.compile(r"(?:\d{1,3}|[A-Z])(?:" + _GAP + r"?[.．]" + _GAP + r"?\d{1,3}){1,7}(?![\d.．%‰℃°])")
BIBLIOGRAPHY = patterns.compile(r"[\[［]\d{1,3}[\]］](?![\[［(（:：])")
ITEM = patterns.compile(
    r"(?:——|⸺|──|―|--(?=[^\s\-])|—(?="
    + _GAP
    + r")|[a-zA-Z][)）]|\d{1,2}[)）]|[（(](?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})[)）]"
    r"|[①-⑳]|[●○·•■◆▪\uf000-\uf0ff](?=\S|" + _GAP + r"))"
)

MAJOR = patterns.compile(r"[A-Za-z][)）]|[—⸺─―]|[（(][a-z]")
"""The typed markers of items on the first level of a list; others stand below them (GB/T 1.1—2020, 7.5.3)."""

_BLANK = patterns.compile(_GAP + r"*")
_RUNNING = patterns.compile(r"[。；：:;，,]")
_CAPTION_VERB = patterns.compile(
    r"(?:和|与|及|或|至|给出|规定|列出|中|的|所|为|是|示|应(?![急用力变答激])|表示|说明|描述|提供|可|见|、|，)"
)
_CAPTION_SAYS = patterns.compile(r"(?:和|与|及|或|至|给出|规定|列出|中的|所|为|是|表示|说明了|描述了|提供)")
_ANNEX_TITLE = patterns.compile(
    r"(?!中的|和|与|及|或|至|给出|规定|列出|的|所|为|是|表示|说明|描述|提供|、)[^，。；：]{2,30}"
)
_UNIT = patterns.compile(_UNITS)
_COUNTED = patterns.compile(
    r"个(?![人体性])|件(?!号)|台(?!架)|套(?!管)|次(?![序品])|年(?![度检])|月(?!度)|日(?![常志])|时(?![间效限])"
    r"|分(?![类级组为析布别离段辨区工包])|元(?![件器素])|人(?![员机身工])|级(?![别配联])|类(?![别型目])|型(?![号式谱材])"
    r"|种(?![类植子])|项(?!目)|条(?![件款码形])|小时|[只秒倍寸米克吨升万亿章缸天]"
    r"|维(?![护修持])|轴(?!承)|相(?![关应容])|轮(?![胎毂])|号(?!码)|周(?![期转边])|位(?![置移])"
)
_LONGEST_GLUED = 40
"""The longest caption whose title follows its number without a blank: “表1规格系列”."""
_TITLE = patterns.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9、（）()/]{1,19}")
_SPACED_TITLE = patterns.compile(r"[\u4e00-\u9fff](?:" + _GAP + r"{1,4}[\u4e00-\u9fff]){1,3}")
_ENGLISH_TITLE = patterns.compile(r"[A-Z][a-z]+(?:,? [A-Za-z][A-Za-z-]*){0,7}")
_NUMBER_ONLY = patterns.compile(r"(?:\d{1,3}|[A-Z])(?:[.．]\d{1,3})*[.．]?")
_FULL = (
    (NOTE, "note"),
    (EXAMPLE, "example"),
    (ANNEX, "heading"),
    (patterns.compile(r"(?:表|图|Table|Figure)\s*(?:[A-Z]\.)?\d+(?:[.-]\d+)*"), "caption"),
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
        prose = (_CAPTION_SAYS if strong else _CAPTION_VERB).match(text, rest) if not gap else None
        unit = text.find("单位", rest)
        title_end = unit if unit > 0 else len(text)
        running = _RUNNING.search(text, rest + (text[rest : rest + 1] in "：:"), title_end)
        alone = len(text) <= _LONGEST_GLUED and not running
        sure = gap or heading or strong or alone
        if len(text) <= 100 and prose is None and not text.endswith(("。", "；", "：")) and sure:
            return Label("caption", match.end(), rest)
        return None
    if first in "附A" and not item and (match := ANNEX.match(text)):
        rest = _after(text, match.end())
        alone = rest == len(text) or text[rest] in "（(" or heading
        named = rest > match.end() and (strong or _ANNEX_TITLE.fullmatch(text, rest) is not None)
        if (alone or named) and not text.endswith(("。", "；", "，")):
            return Label("heading", match.end(), rest)
    if first in "[［" and (match := BIBLIOGRAPHY.match(text)):
        return Label("para", match.end(), _after(text, match.end()))
    if not item and (found := _clause(text, heading, strong)):
        return found
    if (match := ITEM.match(text)) and not (heading and first.isdigit()):
        return Label("item", match.end(), _after(text, match.end()))
    return None


def _clause(text: str, heading: bool, strong: bool) -> Label | None:
    match = (SPACED.match(text) if heading else None) or CLAUSE.match(text)
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
        chinese = "\u4e00" <= text[end] <= "\u9fff"
        glued = heading and chinese and (depth > 0 or not _COUNTED.match(text, end))
        if depth and text[end] == "〈":
            return Label("heading" if heading else "para", end, rest)
        if not glued and chinese and _is_glued(text, end, depth, strong):
            return Label("para", end, rest)
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
        english = _ENGLISH_TITLE.fullmatch(title) is not None
        if (len(title) > 30 or _RUNNING.search(title)) and not english:
            return None
        spaced = _SPACED_TITLE.fullmatch(title) is not None
        named = english or spaced or (_TITLE.fullmatch(title) is not None and not _COUNTED.match(title))
        if not (strong or rest - end > 1 or text[end] == "\u3000" or named):
            return None
        return Label("heading" if strong else "para", end, rest)
    return Label("heading" if strong and not _RUNNING.search(text, rest) else "para", end, rest)


def _is_glued(text: str, end: int, depth: int, strong: bool) -> bool:
    """Say whether a number is that of a clause though nothing stands between it and its title or text."""
    if depth > 1:
        return True
    if not _TITLE.fullmatch(text, end):
        return False
    return (strong and depth > 0) or ((strong or depth > 0) and not _COUNTED.match(text, end))


def kind_of(label: str) -> str:
    """Return the kind of the paragraph that a computed label numbers: note, example, heading, caption, para or item.

    “5.1” gives para: whether it is a heading is told by style and outline level.
    """
    if label.replace(".", "").isdigit():
        return "para"
    for pattern, kind in _FULL:
        if pattern.fullmatch(label):
            return kind
    return "item"
