"""Break lines for a terminal, in which a Chinese character takes two cells and may stand alone on a line."""

from __future__ import annotations

import re

from stdlint.reports.text import width

_PIECE = re.compile(r"[“‘《〈（〔【「]*(?:[!-~]+|[^ ])[，。、；：？！”’》〉）〕】」…—]*| +")
"""A Latin word or one character, with the marks that may not be parted from it; or spaces."""


def wrapped(text: str, cells: int, indent: str = "") -> list[str]:
    """Return `text` in lines of at most `cells`; they begin with `indent`."""
    lines = [indent]
    taken, empty = width(indent), True
    for piece in _PIECE.findall(text):
        if not empty and taken + width(piece.rstrip()) > cells:
            lines[-1] = lines[-1].rstrip()
            lines.append(indent)
            taken, empty = width(indent), True
        if not (empty and piece.isspace()):
            lines[-1] += piece
            taken, empty = taken + width(piece), False
    return [*lines[:-1], lines[-1].rstrip()]
