"""Recognise what a single line of Markdown is, by its shape."""

from __future__ import annotations

import re

from stdlint.formats import labels
from stdlint.formats.markdown.inline import ATTRIBUTES, is_chinese

BLANKS = " \t\u3000\u00a0\r\u2002\u2003\ufeff\u200b\u2060\u200e"
"""What is no text at either end of a line; Chinese authors indent with full-width blanks."""

HEADING = re.compile(r"(#{1,6})(?:[ \t\u3000]+|$)")
GLUED = re.compile(r"(#{1,6})[ \t\u3000]*(?=[\u4e00-\u9fffA-Z\d*<\[]|$)")
BULLET = re.compile(r"[-*+](?=[ \t]|$)")
ORDERED = re.compile(r"(?:\d{1,9}[.)]|#\.|\(@[\w-]*\))(?=[ \t\r]|$)", re.ASCII)

CLOSED_HASHES = r"(?:(?<=[ \t\u3000])|^)#+$"
FENCE = r"(`{3,})([^`]*)$|(~{3,})(.*)$"
TASK = r"\[[ xX]\][ \t]+(?=\S)"
DEFINED = r":[ \t]+(?=\S)"
TABLE_BELOW = r"\s{1,9}(?:\||\+-|<table)"
ADMONITION = r"(?:!!!|\?\?\?\+?)[ \t]+[\w -]*+(?:\"([^\"]*)\")?[ \t]*\r?$|={3}[!+]?[ \t]+\"([^\"]*)\"[ \t]*\r?$"
NOTE_TITLE = r"(注|示例)[ \t\u3000]*(\d{0,2})[ \t\u3000]*[：:]?$"
FOOTNOTE = r"\[\^([^\]\[\s]{1,64})\]:[ \t]*"
DROPPED = (
    r"(?i)\[TOC\]$|\[\[_?TOC_?\]\]$|;?--8<--|\{%.*%\}$|\{\{.*\}\}$|!include\b|!\[\[[^\[\]]*\.[^\[\]]*\]\]$|@import\b"
    r"|include::\S.*\]$|\[![a-z]+\][+-]?$|\*\[[^\[\]]+\]:"
)
INCLUDED = r"(?i)(?:(?:--8<--|\binclude[\w-]*|@import)[^\w./~-]+|!\[\[)([^\s\"'\[\]%{}()<>|#]+)"
SNIPPETS = re.compile(r";?--8<--[ \t\r]*$")
ASIDE = rf":{{3,}}|\{{(?=[:#.]){ATTRIBUTES[2:]}$"
CALLOUT = r"\[![A-Za-z]+\][+-]?[ \t]+(?=\S)"
CAPTION = r"(?:[Tt]able)?:[ \t]+(?=\S)"
COMMAND = r"\\[A-Za-z]+\*?(?:\[[^\[\]]*\]|\{[^{}]*\})*$"
DASHES = re.compile(r" {0,3}-{3,}(?: +-{3,})+[ \t\r]*$")
RULED = re.compile(r"-{3,}(?: +-{3,})*[ \t\r]*$")
GRID = r"\+(?:[-=:]{2,}\+)+$"
BLANK_LINE = r"\n[ \t\r]*\n"
DEFINITION = (
    r"(?s)\[((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*+\n?+[ \t]*+(?:<(?:[^<>\\\n]|\\.)*>|[^\s<]\S*+)"
    r"(?:(?:[ \t]++|[ \t]*+\n[ \t]*+)"
    r"(?:\"(?:[^\"\\]|\\.){0,999}\"|'(?:[^'\\]|\\.){0,999}'|\((?:[^()\\]|\\.){0,999}\)))?[ \t]*\n"
)
"""A link definition, which takes whole lines; group 1 is its label."""
BLOCK_TAG = r"</?([A-Za-z][A-Za-z0-9]*)(?:[\s/>]|$)"
BLOCK_TAGS = frozenset(
    (
        *("address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col"),
        *("colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html"),
        *("iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option"),
        *("p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr"),
        *("track", "ul"),
    )
)

_NUMBERED = r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Z](?:\.\d{1,3})+)[ \t\u3000]"
WATERMARK = "Powered by TCPDF"
"""What a PDF library writes at the foot of every page, and OCR copies into the text."""
LABEL_START = frozenset("注示表图附")
"""The Chinese characters that a label may begin with."""
_SOURCE = r"[\[［【]来源|式中[：:，]?|式中$"
_CAPTIONS = ("表", "图")
_RAISED = ("<", "$", "^")
_FOOTED = r"<sup>[a-z]</sup>|\$ ?\^\{ ?[a-z] ?\} ?\$|\^[a-z]\^"
"""The mark in front of a footnote of a table."""
_WHERE = r"(?:\$[^$—⸺─―]{1,40}\$|[^\s—⸺─―]{1,24})\s{0,4}(?:——|⸺|──|―)"
_ENTRY = (
    r"(?:\$[^$：:]{1,40}\$|[A-Za-z\u0370-\u03ff][^\s：:—，。\u4e00-\u9fff]{0,20})\s{0,2}(?:[：:]|—(?!—))[ \t]{0,2}"
    r"[\u4e00-\u9fff（(A-Z]"
)
_END = tuple("。；：！？;:.!?…）)\\]】}")
_PROSE = r"[\s\u3000]*(?:和|与|及|或|至|给出|规定|列出|中|的|所|为|是|示|应(?![急用力变答激])|、|，|。|；|）|\))"
_CERTAIN = frozenset(("item", "note", "example"))
_SHORTEST_WRAPPED = 25
"""A caption on a shorter line is whole."""
_CELL_MARK = r"[ \t]*:?-+:?[ \t]*\Z"


def is_block_tag(rest: str) -> bool:
    """Say whether a line begins with the tag of an HTML block."""
    match = re.match(BLOCK_TAG, rest)
    return match is not None and match[1].lower() in BLOCK_TAGS


def are_glued(raw: str) -> bool:
    """Say whether the headings of a file are all written without a blank behind the hashes: “#1 范围”."""
    if "\n#" not in raw or re.search(r"(?m)^ {0,3}#{1,6}[ \t\u3000]", raw):
        return False
    return len(re.findall(r"(?m)^ {0,3}#{1,6}(?:\d[\d.]*\s*)?(?:[\u4e00-\u9fff]|[A-Z][a-z]{3})", raw)) > 1


def is_rule(rest: str) -> bool:
    """Say whether a line without its indent is a thematic break."""
    char = rest[0]
    return char in "-*_" and rest.count(char) >= 3 and not rest.strip(char + " \t\r")


def is_indented_text(rest: str) -> bool:
    """Say whether an indented line is a paragraph all the same: Chinese text or a clause number, not code."""
    rest = rest.lstrip("*_[` \t\u3000")
    return is_chinese(rest[:1]) or rest.startswith(("“", "‘", "—", "…")) or bool(re.match(_NUMBERED, rest))


def opens_block(before: str, line: str, *, first: str = "") -> bool:
    """Say whether `line`, below the line `before` of the same paragraph, begins a paragraph of its own.

    Authors of standards write list items, notes and numbered paragraphs one below another. A caption or a number may
    also be the wrapped rest of a sentence. `first` is the first line of the paragraph.
    """
    if line.startswith(WATERMARK) or before.startswith(WATERMARK):
        return True
    if not line:
        return False
    if first[:1] in _CAPTIONS and len(before) < _SHORTEST_WRAPPED and _is_caption(before):
        return True
    if before.startswith("**") and _is_bold_heading(before):
        return True
    if "\u4e00" <= line[0] <= "\u9fff" and line[0] not in LABEL_START and not line.startswith("式中"):
        return False
    line = line.lstrip("*_" + BLANKS)
    if line[:1] in _RAISED and before.endswith(_END) and re.match(_FOOTED, line):
        return True
    if re.match(_SOURCE, line):
        return not line.startswith("式中") or before.endswith((*_END, "$"))
    if (first.startswith("式中") or _is_where(before)) and _is_where(line):
        return True
    if _is_entry(line) and (before.endswith(_END) or _is_entry(before)):
        return True
    found = labels.split(line)
    if found is None:
        return False
    if found.kind in _CERTAIN:
        return True
    before = before.strip("*_" + BLANKS)
    if line[0] in "[［" and before[:1] in "[［":
        return True
    if found.kind == "caption" and line[found.end : found.end + 1] == "\u3000" and before.endswith(_END):
        return True
    if re.match(_PROSE, line[found.end :]) or (before.endswith(("…", "...")) and found.end == len(line)):
        return False
    return len(before) < 20 or before.endswith(_END) or labels.split(before) is not None


def is_whole_note(first: str, last: str) -> bool:
    """Say whether a paragraph is a note that ends with a sentence, so that a hard break behind it ends the note too."""
    return first[:1] == "注" and last.endswith("。") and labels.NOTE.match(first) is not None


def _is_caption(line: str) -> bool:
    found = labels.split(line)
    return found is not None and found.kind == "caption"


def _is_bold_heading(line: str) -> bool:
    """Say whether a line is bold as a whole and begins with a number: “**3.1 术语**”."""
    if not line.endswith("**") or line.count("**") != 2:
        return False
    found = labels.split(line[2:-2], strong=True)
    return found is not None and found.kind in ("heading", "para") and found.end < len(line) - 4


def _is_where(line: str) -> bool:
    """Say whether a line explains a symbol of a formula: “F——力，单位为牛（N）”."""
    return "—" in line[:48] and not is_chinese(line[0]) and bool(re.match(_WHERE, line))


def _is_entry(line: str) -> bool:
    """Say whether a line explains a sign: “API：应用程序接口（Application Programming Interface）”."""
    return line[:1] < "\u4e00" and re.match(_ENTRY, line) is not None


def delimiter_cells(line: str) -> int:
    """Return how many cells a line has that separates the head of a pipe table from its body, or 0."""
    rest = line.strip(BLANKS)
    if not rest or rest.strip("-:| \t") or "-" not in rest:
        return 0
    cells = rest.removeprefix("|").removesuffix("|").split("|")
    return len(cells) if all(re.match(_CELL_MARK, cell) for cell in cells) else 0


def row_cells(line: str, base: int) -> list[tuple[int, int]]:
    """Return where in the file the cells of a table row stand, blanks at their ends left out."""
    start, end = _trimmed(line, 0, len(line))
    if line.startswith("|", start):
        start += 1
    if end > start and line[end - 1] == "|" and not _escaped(line, end - 1):
        end -= 1
    elif start == end:
        return []
    cells = []
    for part in line[start:end].split("|") if "\\" not in line else _unescaped(line[start:end]):
        text = part.lstrip(BLANKS)
        first = base + start + len(part) - len(text)
        cells.append((first, first + len(text.rstrip(BLANKS))))
        start += len(part) + 1
    return cells


def _unescaped(line: str) -> list[str]:
    """Split at the bars that no backslash stands before."""
    parts = []
    start = pos = 0
    while (bar := line.find("|", pos)) >= 0:
        pos = bar + 1
        if not _escaped(line, bar):
            parts.append(line[start:bar])
            start = pos
    return [*parts, line[start:]]


def _escaped(line: str, bar: int) -> bool:
    first = bar
    while first and line[first - 1] == "\\":
        first -= 1
    return (bar - first) % 2 == 1


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start] in BLANKS:
        start += 1
    while end > start and line[end - 1] in BLANKS:
        end -= 1
    return start, end
