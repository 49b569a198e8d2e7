"""Say what opens a section, and which words and kinds of blocks may."""

from __future__ import annotations

from dataclasses import dataclass, field

from stdlint import patterns
from stdlint.model import Block, Source, Span

ENDS_RUNNING = ("。", "；", "：", "，", "、", ";", ":", ",")
RUNNING = patterns.compile(r"[，。；：]")
STRUCTURE = frozenset(("heading", "para", "title"))
FRONT = ("contents", "foreword", "introduction")
BACK = ("bibliography", "index")
FIXED = {"scope": 1, "references": 2, "terms": 3}
"""The clauses whose numbers are always the same."""


@dataclass(slots=True, eq=False)
class Head:
    """What opens a section: the blocks `first` to `block` (label and text), and `pieces` that belong to it.

    `span` is that of the title, `label` that of the number. `weak`: only its shape makes it a heading. `counted`: its
    number was written “第一章” or “一、”. `sample`: it belongs to a text that the draft quotes. `above`: its
    number stands above the heading that is its title. `inner`: it divides the foreword or the introduction, though its
    number is that of a clause. `level` is 1 for every annex, `written` its level in the file.
    """

    first: int
    block: int
    number: str
    title: str
    span: Span
    level: int = 1
    written: int = 0
    element: str = ""
    label: Span | None = None
    annex: bool = False
    weak: bool = False
    counted: bool = False
    sample: bool = False
    implied: bool = False
    above: bool = False
    inner: bool = False
    pieces: list[int] = field(default_factory=list)
    status: str = ""
    status_span: Span | None = None

    @property
    def chapter(self) -> int:
        """The number of a clause on the top level, else 0."""
        return int(self.number) if self.number.isdigit() else 0


def said(source: Source, block: Block) -> str:
    """Return the text of a block."""
    return source.text[block.span[0] : block.span[1]]
