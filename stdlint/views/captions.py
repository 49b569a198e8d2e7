"""Find what carries a number of its own: figures, tables and formulas.

Source: GB/T 1.1—2020, 9.7.2, 9.8.2, 9.9.2.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT, Block, Source, Span
from stdlint.views.outline import Outline
from stdlint.views.wording import UNSAID, fold

_NUMBER = patterns.compile(r"(?:[A-Z][.\-]?)?\d+(?:[.\-]\d+)*[a-z]?")
_CONTINUED = patterns.compile(r"[^（(]*[（(](?:续|第\s*\d+\s*页|[Cc]ontinued)")
_UNIT = patterns.compile(r"\u2028\s*(?=[（(]?单位)")
_LONGEST_NUMBER = 40
_CONTINUES = patterns.compile(r"续|接上[页表图]|第[ \u3000]*\d+[ \u3000]*页[ \u3000]*[/／，, ]?[ \u3000]*共")
_RIGHT = patterns.compile(r"[^（(]*(?:[（(][^（()）]*[）)][^（(]*)?[（(](?:续|第\d+页/共\d+页)[）)]$")
_WRONG_BEHIND = patterns.compile(
    r"(?P<title>.*?)[\s\u3000—-]*(?:[（(]?(?:续[表图]?\d*|续[上前]?[表图页]|接上[表图页])[）)]?|[（(]?第\s*\d+\s*页[/／，,]?\s*共\s*\d+\s*页[）)]?)$"
)
_SURE_BEHIND = patterns.compile(
    r"(?:^|[\s\u3000—（(-])(?:续[表图]?\d*|续[上前]?[表图页]|接上[表图页])[）)]?$|页[）)]?$"
)
_IN_FRONT = patterns.compile(
    r"[（(]?(?:续|接)[上前]?(?P<kind>[表图])(?P<number>(?:[A-Z][.-]?)?\d+(?:[.-]\d+)*)?[）)]?(?P<title>[：:]?.{0,30})"
)
_ALONE = patterns.compile(
    r"[（(](?:(?:续[上前]?|接上)(?P<kind>[表图])?页?|(?P<kind>[表图])(?P<number>(?:[A-Z][.-]?)?\d+(?:[.-]\d+)*)续)[）)]"
)
_NO_CONTINUATION = ("。", "；", "，")
_HOLD_FORMULAS = frozenset(("formula", "para", "cell"))
_GAP = " \t\u3000\u00a0\u202f\u2028\u200b\ufeff:：—–-"
_DOTS = ".．" + _GAP
_FORMULA_NUMBER = patterns.compile(rf"{OBJECT}[^（(]*[（(](?P<number>(?:[A-Z][.\-]?)?\d+(?:[.\-]\d+)*[a-z]?)[）)]\s*$")
_NUMBER_ALONE = patterns.compile(r"[….·]*[（(](?P<number>(?:[A-Z][.\-]?)?\d+(?:[.\-]\d+)*[a-z]?)[）)]")
_TYPED_FORMULA = patterns.compile(
    r"[^\u4e00-\u9fff。，；：]+(?:\t|…|[.·]{3,}| {2,}|\u3000)[\s….·]*"
    r"[（(](?P<number>(?:[A-Z][.\-]?)?\d+(?:[.\-]\d+)*[a-z]?)[）)]\s*"
)
_TAG = patterns.compile(
    r"\\tag\*?\{[（(]?(?P<number>[^{}（）()]+)[）)]?\}"
    r"|(?:\\eqno|\\q?quad|\\[cl]?dots|[…·])[\s.{]*[（(](?P<number>(?:[A-Z][.\-]?)?\d+(?:[.\-]\d+)*[a-z]?)[）)][\s}$]*$"
)


NAMES = {"figure": ("图", "figure"), "table": ("表", "table"), "formula": ("公式", "formula")}
"""What each kind is called in Chinese and in English."""


class Caption(NamedTuple):
    """The number and the title of a figure or table, or the number of a formula; each is “” where it is not given.

    `kind`: figure, table, formula. `block` is the index of the caption or formula.
    """

    kind: str
    number: str
    title: str
    block: int


def label_span(source: Source, block: int) -> Span:
    """Return the span of the number of a caption (“表1”), or that of the caption where it has none."""
    before = source.blocks[block - 1] if block else source.blocks[block]
    return before.span if before.kind == "label" else source.blocks[block].span


class Continuation(NamedTuple):
    """The caption of a table or figure that goes on from the page before.

    `number` and `title` are as far as they are given; `block` is the caption's, `right` says that it has the form of
    GB/T 1.1—2020, 9.7.3 and 9.8.3.
    """

    kind: str
    number: str
    title: str
    block: int
    right: bool


def continuations(source: Source, outline: Outline) -> list[Continuation]:
    """Return the captions of what goes on from the page before, in whatever form, in document order."""
    found: dict[int, Continuation] = {}
    starts = [block.span[0] for block in source.blocks] if _CONTINUES.search(source.text) else []
    for match in _CONTINUES.finditer(source.text) if starts else ():
        index = bisect_right(starts, match.start()) - 1
        block = source.blocks[index]
        if index in found or block.kind in UNSAID or block.span[1] - block.span[0] > 60:
            continue
        if outline.owner[index].element != "contents" and (one := _continuation(source, index)):
            found[index] = one
    return [found[index] for index in sorted(found)]


def _goes_on(source: Source, index: int, text: str) -> bool:
    if _CONTINUED.match(text):
        return True
    return _CONTINUES.search(text) is not None and _continuation(source, index) is not None


def _continuation(source: Source, index: int) -> Continuation | None:
    """Read a caption that continues, or say that it is none."""
    block = source.blocks[index]
    text = _UNIT.split(source.text[block.span[0] : block.span[1]], 1)[0].strip()
    if block.kind == "caption":
        right = _RIGHT.match("".join(text.split()).replace("／", "/"))
        wrong = None if right or not _SURE_BEHIND.search(text) else _WRONG_BEHIND.fullmatch(text)
        if right or wrong:
            title = text[: max(text.rfind("（"), text.rfind("("))] if wrong is None else wrong["title"]
            number = _NUMBER.search(fold(block.label))
            return Continuation(
                _kind(source, index), number[0] if number else "", title.strip(_GAP), index, bool(right)
            )
        return None
    if block.kind not in ("para", "cell", "heading") or text.endswith(_NO_CONTINUATION):
        return None
    said = fold(text)
    front = _IN_FRONT.fullmatch(said)
    if front and (front["number"] or not front["title"]):
        kind = "table" if front["kind"] == "表" else "figure"
        return Continuation(
            kind, front["number"] or "", text[-len(front["title"]) :] if front["title"] else "", index, False
        )
    alone = _ALONE.fullmatch(said)
    if alone and (block.kind != "cell" or alone["kind"]):
        pictured = index > 0 and source.text[source.blocks[index - 1].span[0]] == OBJECT
        kind = "figure" if alone["kind"] == "图" or (not alone["kind"] and pictured) else "table"
        return Continuation(kind, alone["number"] or "", "", index, False)
    return None


def captions(source: Source, outline: Outline) -> list[Caption]:
    """Return the captions in document order; continuations and entries of the contents are left out."""
    found: list[Caption] = []
    formulas = {anchor.offset: anchor.text for anchor in source.anchors if anchor.kind == "formula"}
    for index, block in enumerate(source.blocks):
        if block.kind == "caption":
            text = _UNIT.split(source.text[block.span[0] : block.span[1]], 1)[0]
            if outline.owner[index].element != "contents" and not _goes_on(source, index, text):
                number = _NUMBER.search(fold(block.label))
                found.append(
                    Caption(
                        _kind(source, index), number.group() if number else "", text.strip(_GAP).lstrip(_DOTS), index
                    )
                )
        elif block.kind in _HOLD_FORMULAS and (formula := _formula(source, index, formulas)):
            found.append(Caption("formula", formula, "", index))
    return found


def _formula(source: Source, index: int, formulas: dict[int, str]) -> str:
    """Return the number of a formula: an object, a picture, typed characters, or what fills a cell of a table."""
    block = source.blocks[index]
    start, end = block.span
    if block.kind == "cell":
        return _beside(source, index) if start in formulas else ""
    if block.kind == "formula" or _is_pictured(source, block):
        return _formula_number(source, block, formulas)
    typed = not block.label and source.text.find("=", start, end) >= 0
    match = _TYPED_FORMULA.fullmatch(source.text, start, end) if typed else None
    return match["number"] if match is not None else ""


def _is_pictured(source: Source, block: Block) -> bool:
    """Say whether a paragraph is a picture with a number in brackets behind it."""
    start, end = block.span
    return block.kind == "para" and source.text.startswith(OBJECT, start) and 3 < end - start < _LONGEST_NUMBER


def _kind(source: Source, index: int) -> str:
    """Tell a table by its label, else by the style of its caption, else by the table below it."""
    block = source.blocks[index]
    for said in (block.label, block.style):
        if "表" in said or "Table" in said:
            return "table"
        if "图" in said or "Figure" in said:
            return "figure"
    below = source.blocks[index + 1 : index + 2]
    return "table" if below and below[0].table >= 0 else "figure"


def _beside(source: Source, index: int) -> str:
    """Return the number in the cell beside a formula that fills a cell of its own."""
    blocks = source.blocks[index : index + 2]
    if len(blocks) < 2 or blocks[1].table != blocks[0].table:
        return ""
    formula, number = (source.text[slice(*block.span)].strip() for block in blocks)
    match = _NUMBER_ALONE.fullmatch(number)
    return match["number"] if match is not None and formula == OBJECT else ""


def _formula_number(source: Source, block: Block, formulas: dict[int, str]) -> str:
    """Return the number behind a formula, or the one that its LaTeX gives it."""
    start, end = block.span
    match = _FORMULA_NUMBER.search(source.text, start, end) or _TAG.search(formulas.get(start, ""))
    return match["number"].strip() if match else ""
