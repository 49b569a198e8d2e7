"""Collect text, blocks and origins as `SourceBuilder` does, with less work for each block.

A Markdown paragraph mostly comes from one place of the file, so that a block needs two entries in the origin table:
its text and its newline.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right

from stdlint.formats.markdown.inline import Text
from stdlint.model import Anchor, Block, Source, Span, Table

_new = tuple.__new__


class Emitter:
    """The text so far.

    `runs` are start, node and offset of every run, one behind the other. `marks` are the anchors whose footnote is not
    known yet: (index, footnote label); `notes` says where the footnotes stand that are written inside a paragraph.
    """

    __slots__ = ("anchors", "blocks", "length", "locked", "marks", "notes", "pieces", "runs", "tables")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.runs: list[int] = []
        self.blocks: list[Block] = []
        self.anchors: list[Anchor] = []
        self.locked: list[Span] = []
        self.marks: list[tuple[int, str]] = []
        self.notes: dict[str, list[Span]] = {}
        self.tables: list[Table] = []

    def add(self, words: str, node: int, place: int) -> None:
        """Append text that stands at `place` of the file; node -1 for computed text."""
        self.runs += (self.length, node, place)
        self.pieces.append(words)
        self.length += len(words)

    def close(
        self,
        begin: int,
        kind: str,
        level: int = 0,
        label: str = "",
        typed: bool = True,
        bold: bool = False,
        centred: bool = False,
        table: int = -1,
    ) -> None:
        """Append the block that began at `begin` and ends here, and its newline."""
        end = self.length
        self.runs += (end, -1, 0)
        self.pieces.append("\n")
        self.length = end + 1
        self.blocks.append(_new(Block, ((begin, end), kind, level, label, typed, "", bold, centred, table)))

    def plain(
        self,
        words: str,
        place: int,
        kind: str,
        level: int = 0,
        label: str = "",
        typed: bool = True,
        centred: bool = False,
        table: int = -1,
    ) -> None:
        """Append a block whose text stands in one piece at `place` of the file; `words` is not empty."""
        begin = self.length
        end = begin + len(words)
        self.runs += (begin, 0, place, end, -1, 0)
        self.pieces += (words, "\n")
        self.length = end + 1
        self.blocks.append(_new(Block, ((begin, end), kind, level, label, typed, "", False, centred, table)))

    def copy(self, text: Text, start: int, end: int) -> None:
        """Append a part of a paragraph, with what hangs on it."""
        if start >= end:
            return
        if text.anchors or text.locked:
            self._hang(text, start, end)
        words, runs = text.text, text.runs
        if len(runs) == 1:
            _, node, place = runs[0]
            self.add(words[start:end], node, place + start if node >= 0 else place)
            return
        index = bisect_right(runs, (start, 2, 0)) - 1
        while start < end:
            first, node, place = runs[index]
            index += 1
            last = min(runs[index][0], end) if index < len(runs) else end
            self.add(words[start:last], node, place + start - first if node >= 0 else place)
            start = last

    def _hang(self, text: Text, start: int, end: int) -> None:
        shift = self.length - start
        for offset, kind, words in text.anchors:
            if start <= offset < end:
                if kind == "footnote":
                    self.marks.append((len(self.anchors), words))
                    if text.notes.get(words):
                        self.notes[words] = text.notes[words]
                    words = ""
                self.anchors.append(Anchor(offset + shift, kind, -1, words))
        for first, last in text.locked:
            if first < end and start < last:
                self.locked.append((max(first, start) + shift, min(last, end) + shift))

    def source(self, data: bytes, encoding: str, meta: dict[str, str]) -> Source:
        """Return what was collected."""
        runs = array("i", self.runs)
        return Source(
            format="markdown",
            text="".join(self.pieces),
            blocks=self.blocks,
            data=data,
            starts=runs[0::3],
            parts=array("i", bytes(len(runs) // 3 * runs.itemsize)),
            nodes=runs[1::3],
            offsets=runs[2::3],
            part_names=[""],
            tables=self.tables,
            anchors=self.anchors,
            locked=self.locked,
            meta=meta,
            encoding=encoding,
        )
