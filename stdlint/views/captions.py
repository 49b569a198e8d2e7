"""Find what carries a number of its own: figures, tables and formulas.

Source: GB/T 1.1—2020, 9.7.2, 9.8.2, 9.9.2.
"""

from __future__ import annotations

from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT, Block, Source
from stdlint.views.outline import Outline

_NUMBER = patterns.compile(r"(?:[A-Z][.\-]?)?\d+(?:[.\-]\d+)*[a-z]?")
_CONTINUED = patterns.compile(r"[^（(]*[（(](?:续|第\s*\d+\s*页|[Cc]ontinued)")
_GAP = " \t\u3000\u00a0:：—–"
_FORMULA_NUMBER = patterns.compile(rf"{OBJECT}[^（(]*[（(](?P<number>(?:[A-Z][.\-]?)?\d+(?:[.\-]\d+)*[a-z]?)[）)]\s*$")
_TAG = patterns.compile(r"\\tag\*?\{[（(]?(?P<number>[^{}（）()]+)[）)]?\}")


class Caption(NamedTuple):
    """The number and the title of a figure or table, or the number of a formula; each is “” where it is not given.

    `kind`: figure, table, formula. `block` is the index of the caption or formula.
    """

    kind: str
    number: str
    title: str
    block: int


def captions(source: Source, outline: Outline) -> list[Caption]:
    """Return the captions in document order; continuations and entries of the contents are left out."""
    found: list[Caption] = []
    formulas = {anchor.offset: anchor.text for anchor in source.anchors if anchor.kind == "formula"}
    for index, block in enumerate(source.blocks):
        if block.kind == "caption":
            text = source.text[block.span[0] : block.span[1]]
            if outline.owner[index].element != "contents" and not _CONTINUED.match(text):
                number = _NUMBER.search(block.label)
                found.append(Caption(_kind(source, index), number.group() if number else "", text.strip(_GAP), index))
        elif block.kind == "formula" and (formula := _formula_number(source, block, formulas)):
            found.append(Caption("formula", formula, "", index))
    return found


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


def _formula_number(source: Source, block: Block, formulas: dict[int, str]) -> str:
    """Return the number behind a formula, or the one that its LaTeX gives it."""
    start, end = block.span
    match = _FORMULA_NUMBER.search(source.text, start, end) or _TAG.search(formulas.get(start, ""))
    return match["number"].strip() if match else ""
