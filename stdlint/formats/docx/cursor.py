"""Follow the elements of a part and know where in `Source.text` each of them stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import contextmanager

from lxml.etree import _Element

from stdlint.formats.docx.names import T
from stdlint.model import OBJECT, Source, Span


class Spot:
    """A place in the text, known when the next character of the file is met."""

    __slots__ = ("offset",)

    def __init__(self) -> None:
        self.offset = 0


class Cursor:
    """Pass the texts of one part after the other, in document order.

    A `w:t` is found by its ordinal; characters that come from other elements are met between two of them. `at` is the
    end of the last character that was passed, `inside` says whether it is one of the paragraph that is open, `next` is
    where the next block begins, `gone` counts the deleted things around.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.block_starts = [block.span[0] for block in source.blocks]
        self.at = 0
        self.next = 0
        self.inside = False
        self.gone = 0
        self._open = False
        self._waiting: list[Spot] = []
        self._ordinal = 0
        self._first = 0
        self._part: dict[int, list[Span]] = {}
        self._places = _places(source)

    def open(self, part: int) -> None:
        """Begin a part, given by its index in `Source.part_names`."""
        self.close()
        self._part = self._places.get(part, {})
        self._ordinal = 0
        firsts = [spans[0][0] for spans in self._part.values()]
        if firsts:
            self.at = self.next = self.block_starts[self.block(min(firsts))]
        self.inside = False

    def close(self) -> None:
        """End a part: what still waits for a character stands behind the last one."""
        self._settle(self.at)

    def block(self, offset: int) -> int:
        """Return the index of the block that holds `offset`."""
        return max(bisect_right(self.block_starts, offset) - 1, 0)

    def index(self, offset: int) -> int:
        """Return the index of the first block from `offset` on."""
        return bisect_left(self.block_starts, offset)

    def here(self) -> Spot:
        """Return the place in front of the next character."""
        if not self._waiting:
            self._waiting.append(Spot())
        return self._waiting[-1]

    def pass_text(self) -> list[Span] | None:
        """Pass a `w:t` and return its spans, None if it was not read."""
        spans = self._part.get(self._ordinal)
        self._ordinal += 1
        if spans is not None:
            for start, end in spans:
                self._pass(start, end)
        return spans

    def skip(self, element: _Element) -> None:
        """Pass over an element that was not read."""
        for _ in element.iter(T):
            self._ordinal += 1

    def was_read(self, element: _Element) -> bool:
        """Say whether a text in the element, which comes next, was read."""
        return any(self._ordinal + at in self._part for at, _ in enumerate(element.iter(T)))

    def pass_sign(self, sign: str) -> None:
        """Pass a character that an element stands for, if it is the next one; “” means any but an object."""
        if not self.gone:
            at = self._ahead()
            found = self.text[at : at + 1]
            if self._is_computed(at) and (found == sign if sign else found not in ("", "\n", OBJECT)):
                self._pass(at, at + 1)

    def pass_computed(self) -> None:
        """Pass the computed text that comes next, such as the entry of a drop-down field."""
        starts = self.source.starts
        at = self._ahead()
        if not self.gone and self._is_computed(at) and self.text[at : at + 1] not in ("", "\n", OBJECT):
            run = bisect_right(starts, at)
            self._pass(at, starts[run] if run < len(starts) else len(self.text))

    @contextmanager
    def paragraph(self) -> Iterator[None]:
        """Pass a paragraph that stands inside another one, or between others, and come back."""
        nested, outer = self._open, (self.at, self.inside, self._waiting, self._first)
        if nested:
            self._waiting = []
        self._open = True
        self.inside = False
        yield
        self._open = nested
        if nested:
            self._settle(self.at)
            self.at, self.inside, self._waiting, self._first = outer

    def end_paragraph(self, numbered: bool) -> range:
        """Return the indexes of the blocks that the paragraph became; `numbered` ones are blocks without text too."""
        blocks = self.source.blocks
        if not self.inside:
            index = self.block(self.next)
            if not numbered or self.gone or index + 1 >= len(blocks) or self.next != blocks[index].span[0]:
                return range(0)
            start, end = blocks[index + 1].span
            if blocks[index].kind != "label" or blocks[index].typed or start != end:
                return range(0)
            self._first = index
            self._pass(start, start)
        first, last = self.block(self._first), self.block(max(self.at - 1, self._first))
        if first and blocks[first].kind != "label" and blocks[first - 1].kind == "label":
            first -= 1
        if blocks[last].kind == "label" and last + 1 < len(blocks):
            last += 1
        self._settle(self.at)
        self.next = max(self.next, blocks[last].span[1] + 1)
        return range(first, last + 1)

    def _pass(self, start: int, end: int) -> None:
        self._settle(start)
        if not self.inside:
            self.inside = True
            self._first = start
        self.at = end

    def _settle(self, offset: int) -> None:
        for spot in self._waiting:
            spot.offset = offset
        self._waiting = []

    def _ahead(self) -> int:
        """Return where the next character of the open paragraph would stand."""
        blocks = self.source.blocks
        at = self.at if self.inside else self.next
        index = self.block(at)
        if index + 1 < len(blocks) and blocks[index].kind == "label":
            behind = at == blocks[index].span[1] if self.inside else not blocks[index].typed
            return blocks[index + 1].span[0] if behind else at
        return at

    def _is_computed(self, at: int) -> bool:
        return self.source.origin(at).node < 0


def _places(source: Source) -> dict[int, dict[int, list[Span]]]:
    """Return the spans of every `w:t` that was read, by part and ordinal."""
    found: dict[int, dict[int, list[Span]]] = {part: {} for part in range(len(source.part_names))}
    ends = source.starts[1:]
    ends.extend([len(source.text)] if source.starts else [])
    for start, end, part, node in zip(source.starts, ends, source.parts, source.nodes, strict=True):
        if node >= 0 and end > start:
            found[part].setdefault(node, []).append((start, end))
    return found
