"""Tell from its style, its label and its text what a paragraph is, and where its label ends."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from stdlint import patterns
from stdlint.formats import labels
from stdlint.formats.docx.inline import Line
from stdlint.formats.docx.numbering import Mark
from stdlint.formats.docx.roles import Role
from stdlint.formats.docx.styles import Style
from stdlint.model import LINE_BREAK, OBJECT

_CLAUSE = patterns.compile(r"(?:\d{1,3}|[A-Z])((?:[.．]\d{1,3})*)[.．]?")
_LIST_NUMBER = patterns.compile(r"[^.．]*\d[.．]")
_FORMULA = patterns.compile(rf"[\s.…·,，。]*{OBJECT}[\s.…·,，。]*(?:[（(][A-Z]?[.．]?\d+[)）])?\s*")
_MARKED = ("note", "example", "caption")
TYPED_RUNNING = frozenset("注示表图附")
"""The Chinese characters with which a label may begin."""

TYPED_FIRST = frozenset("注示NE")
"""What the labels of notes and examples begin with."""

UNSEEN = frozenset("\u00ad\u200b\u200e\u200f\u2060\ufeff")
"""Signs without width."""

_ANNEX = ("附", "Annex")


class Label(NamedTuple):
    """The label of a paragraph: text, kind of the paragraph, typed or not, and where in it label and rest end."""

    text: str
    kind: str
    typed: bool
    end: int = 0
    rest: int = 0


def lead_of(text: str) -> int:
    """Return where what can be seen of a paragraph begins."""
    at = 0
    while at < len(text) and (text[at].isspace() or text[at] in UNSEEN):
        at += 1
    return at


def rest_of(text: str, label: Label) -> int:
    """Return where a paragraph goes on behind its label: a number may stand alone on its line."""
    at = text.find(LINE_BREAK, label.end, label.rest) if label.kind in ("para", "heading") else -1
    return label.rest if at < 0 or text[: label.end].startswith(_ANNEX) else at


def is_unlabelled(first: str) -> bool:
    """Say whether `labels.split` finds nothing in a paragraph that begins so."""
    return ("\u4e00" <= first <= "\u9fff" and first not in TYPED_RUNNING) or first in "，。、；：“”《》"


kind_of = lru_cache(4096)(labels.kind_of)


def is_heading(style: Style, outline: int | None) -> bool:
    """Say whether style or outline level (from 0, 9 is body text) make a paragraph a heading."""
    role = style.role.kind
    if role == "heading":
        return outline is None or outline < 9 or outline == style.outline
    return not role and outline is not None and 0 <= outline <= 8


def label_of(text: str, computed: str, kind: str, role: str, heading: bool, strong: bool) -> Label | None:
    """Return the label of a paragraph: the one it types if it is of the same family, else the one Word computes."""
    typed: labels.Label | None = None
    if not text or kind in ("toc", "header", "footer", "footnote"):
        pass
    elif kind not in ("cell", "box"):
        typed = labels.split(text, heading=heading, strong=strong, item=role == "item")
    elif role == "caption" or (kind == "cell" and text[0] in TYPED_FIRST):
        typed = labels.split(text)
        typed = typed if typed is not None and typed.kind in _MARKED else None
    if computed and (typed is None or not _same_family(computed, text[: typed.end], typed.kind)):
        return Label(computed, kind_of(computed), False)
    if typed is None:
        return None
    return Label(text[: typed.end], typed.kind, True, typed.end, typed.rest)


def _same_family(computed: str, typed: str, kind: str) -> bool:
    expected = kind_of(computed)
    if kind in _MARKED or expected in _MARKED:
        return kind == expected
    one, other = _CLAUSE.fullmatch(computed), _CLAUSE.fullmatch(typed)
    if one or other:
        return bool(one and other) and depth_of(computed) == depth_of(typed)
    return _shape(computed) == _shape(typed)


def _shape(label: str) -> str:
    """Return which sort of marker a label is: a letter, a digit, or the sign itself."""
    core = label.strip("()（）. ．[]［］")
    if core[:1].isascii() and core[:1].isalnum():
        return "digit" if core[0].isdigit() else "letter"
    return core[:1].replace("—", "─").replace("⸺", "─").replace("―", "─")


@lru_cache(4096)
def depth_of(label: str) -> int:
    """Return how many numbers a clause number has, 0 for any other label."""
    match = _CLAUSE.fullmatch(label)
    return 0 if match is None else match[1].replace("．", ".").count(".") + 1


def kind_and_level(
    role: Role, outline: int | None, heading: bool, label: Label | None, mark: Mark | None, formula: bool = False
) -> tuple[str, int]:
    """Return kind and level of a paragraph in running text: style first, then label, then outline level."""
    if role.kind in ("title", "toc", "note", "example", "caption"):
        return role.kind, 0
    if label is not None and label.kind in _MARKED and (label.typed or not heading):
        return label.kind, 0
    depth = 0 if label is None else depth_of(label.text)
    if heading:
        return "heading", depth or role.level or (outline or 0) + 1
    if role.kind == "item":
        return "item", role.level or (mark.ilvl + 1 if mark else 1)
    if label is not None:
        if label.kind == "heading":
            return "heading", depth or 1
        if label.kind == "item" or (not label.typed and _LIST_NUMBER.fullmatch(label.text)):
            return "item", mark.ilvl + 1 if mark and not label.typed else 1
    return "formula" if formula else "para", 0


def is_formula(role: Role, line: Line, text: str) -> bool:
    """Say whether a paragraph with an object is a formula on a line of its own; a picture is one only by its style."""
    if role.kind == "formula":
        return True
    return _FORMULA.fullmatch(text) is not None and any(mark.kind == "formula" for mark in line.marks)
