"""Count the columns of blanks, as CommonMark does: a tab goes to the next multiple of four."""

from __future__ import annotations


def indent(line: str, pos: int, width: int) -> tuple[int, int]:
    """Return where the blanks from `pos` on end, and how many columns they take; `pos` stands in column `width`."""
    pos, end = skip(line, pos, width, 4 * len(line))
    return pos, end - width


def skip(line: str, pos: int, width: int, columns: int) -> tuple[int, int]:
    """Return the place and the column behind so many columns of blanks; the place may be a tab that is used in part."""
    goal = width + columns
    while pos < len(line) and width < goal:
        if line[pos] == " ":
            width += 1
        elif line[pos] == "\t":
            after = width + 4 - width % 4
            if after > goal:
                return pos, goal
            width = after
        else:
            break
        pos += 1
    return pos, width
