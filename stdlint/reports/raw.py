"""Find what a Markdown file holds: its lines, the characters between two places, what a fix changes in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from stdlint.formats import markdown
from stdlint.formats.markdown.decode import decode, unified
from stdlint.model import Edit, Source
from stdlint.result import DocumentReport, Place

_MARK = 3
"""How many bytes a byte order mark of UTF-8 takes."""


class Change(NamedTuple):
    """Put `text` in place of the characters from `start` to `end` of the file."""

    start: int
    end: int
    text: str


class Raw:
    """A Markdown file as its bytes say it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text, self.encoding = decode(source.data)

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return [line.removesuffix("\r") for line in unified(self.text).split("\n")]

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in unified(self.text).split("\n")[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def at(self, line: int, column: int) -> int:
        """Return the index of the character at a line and column from 1."""
        return self._starts[line - 1] + column - 1

    def where(self, index: int) -> tuple[int, int]:
        """Return line and column, from 1 and in characters, of a character of the file."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def in_bytes(self, index: int) -> tuple[int, int]:
        """Return line and column, from 1 and in bytes of UTF-8."""
        line, column = self.where(index)
        before = self.text[index - column + 1 : index]
        marked = _MARK if line == 1 and self.encoding == "utf-8-sig" else 0
        return line, len(before.encode()) + marked + 1

    def span(self, place: Place) -> tuple[int, int]:
        """Return where the characters reported stand."""
        start = self.at(place.line or 1, place.column or 1)
        end = self.at(place.end_line or 1, place.end_column or 1)
        return start, max(start, end)

    def change(self, edits: Sequence[Edit]) -> Change | None:
        """Return what a fix changes in the file, None where it cannot be written or changes nothing."""
        try:
            after = decode(markdown.write(self.source, edits))[0]
        except ValueError:
            return None
        if after == self.text:
            return None
        shorter = min(len(self.text), len(after))
        head = _shared(self.text, after, shorter)
        tail = _shared(self.text[::-1], after[::-1], shorter - head)
        return Change(head, len(self.text) - tail, after[head : len(after) - tail])


def raw(report: DocumentReport) -> Raw | None:
    """Return the Markdown file of a report that holds its document."""
    doc = report.document if report.format == "markdown" else None
    return Raw(doc.source) if doc is not None else None


def _shared(one: str, other: str, most: int) -> int:
    """Return how many characters at their beginning two texts share, at most `most`."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
