"""Recognise what a single line of Markdown is, by its shape."""

from __future__ import annotations

import re

from stdlint.formats import labels

BLANKS = " \t\u3000\u00a0\r\u2002\u2003\ufeff"
"""What is no text at either end of a line; Chinese authors indent with full-width blanks."""

HEADING = re.compile(r"(#{1,6})(?:[ \t\u3000]+|$)")
FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
BULLET = re.compile(r"([-*+])(?=[ \t]|$)")
ORDERED = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")
CLOSED_HASHES = re.compile(r"(?:(?<=[ \t\u3000])|^)#+$")
DEFINITION = re.compile(
    r"\[((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
FOOTNOTE = re.compile(r"\[\^([^\]\[\s]{1,64})\]:[ \t]*")
DROPPED = re.compile(
    r"\[TOC\]$|\[\[_?TOC_?\]\]$|--8<--|;--8<--|\{%.*%\}$|\{\{[<%].*[>%]\}\}$|!include\b|:{3,}|\[![A-Za-z]+\][+-]?$",
    re.IGNORECASE,
)
CAPTION = re.compile(r"(?:Table)?:[ \t]+(?=\S)")

_OPENING = re.compile(r"[*_\s\u3000]*")
_CHINESE = re.compile("[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“‘—…《（【①-⑳]")
_NUMBERED = re.compile(r"(?:\d{1,3}|[A-Z])(?:\.\d{1,3})*[ \t\u3000]")
_PLAIN_START = re.compile("[\u4e00-\u9fff]")
LABEL_START = frozenset("注示表图附")
"""The Chinese characters that a label may begin with."""
_SOURCE = re.compile(r"[\[［【]来源|式中[：:，]?|式中$")
_WHERE = re.compile(r"[^\s\u4e00-\u9fff—⸺─―]{1,24}\s{0,4}(?:——|⸺|──|―)")
_END = re.compile("[。；：！？;:.!?…）)\\]】]$")
_PROSE = re.compile(r"[\s\u3000]*(?:和|与|及|或|至|给出|规定|列出|中|的|所|为|是|示|应|、|，|。|；|）|\))")
_CERTAIN = frozenset(("item", "note", "example"))
_CELL_MARK = re.compile(r"[ \t]*:?-+:?[ \t]*\Z")


def is_rule(rest: str) -> bool:
    """Say whether a line without its indent is a thematic break."""
    char = rest[0]
    return char in "-*_" and rest.count(char) >= 3 and not rest.strip(char + " \t\r")


def is_indented_text(rest: str) -> bool:
    """Say whether an indented line is a paragraph all the same: Chinese text or a clause number, not code."""
    rest = rest.lstrip("*_[` \t\u3000")
    return bool(_CHINESE.match(rest) or _NUMBERED.match(rest))


def opens_block(before: str, line: str, *, first: str = "") -> bool:
    """Say whether `line`, below the line `before` of the same paragraph, begins a paragraph of its own.

    Authors of standards write list items, notes and numbered paragraphs one below another. A caption or a number may
    also be the wrapped rest of a sentence. `first` is the first line of the paragraph.
    """
    if _PLAIN_START.match(line) and line[0] not in LABEL_START and not line.startswith("式中"):
        return False
    line = line[_OPENING.match(line).end() :]  # type: ignore[union-attr]
    if _SOURCE.match(line):
        return not line.startswith("式中") or bool(_END.search(before)) or before.endswith("$")
    if _WHERE.match(line) and (first.startswith("式中") or _WHERE.match(before)):
        return True
    found = labels.split(line)
    if found is None:
        return False
    if found.kind in _CERTAIN:
        return True
    if _PROSE.match(line, found.end):
        return False
    before = before.strip("*_" + BLANKS)
    return len(before) < 20 or bool(_END.search(before)) or labels.split(before) is not None


def delimiter_cells(line: str) -> int:
    """Return how many cells a line has that separates the head of a pipe table from its body, or 0."""
    rest = line.strip(BLANKS)
    if not rest or rest.strip("-:| \t") or "-" not in rest:
        return 0
    cells = rest.removeprefix("|").removesuffix("|").split("|")
    return len(cells) if all(_CELL_MARK.match(cell) for cell in cells) else 0


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
