"""Write edits back into a Markdown file, and say where a character stands in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from stdlint.formats.markdown.decode import decode, encode, unified
from stdlint.formats.markdown.inline import ATTRIBUTES, joint, literal
from stdlint.formats.markdown.shapes import BLANKS, opens_block
from stdlint.model import LINE_BREAK, Block, Edit, Source

_Splice = tuple[int, int, str]

_GAP = r"[ \t\u3000]*(?:\r\n|\n|\r)[ \t\u3000>]*"
_LINE_END = re.compile(r"\r\n|\n|\r")
_SPECIAL = r"([\\`*_\[\]<>&$~!#|])"
_LINE_START = r"[#>+\-=:|!?]"
_TWICE = frozenset(("****", "____", "~~~~"))
"""The end of emphasis and the beginning of the next: side by side they would be something else."""
_PREFIX = " \t\u3000>"


def write(source: Source, edits: Iterable[Edit]) -> bytes:
    """Return the file with the edits made, and otherwise byte for byte the same.

    Raises ValueError where an edit crosses a block, touches what no author typed, or overlaps another.
    """
    raw, _ = decode(source.data)
    writer = _Writer(source, raw)
    last = 0
    for edit in sorted(edits):
        if edit.start < last or edit.end < edit.start:
            raise ValueError(f"edits overlap at {edit.start}")
        last = edit.end
        writer.edit(edit)
    return encode(writer.spliced(), source.encoding)


def where(source: Source, offset: int) -> tuple[int, int]:
    """Return line and column, from 1 and in characters, of the character at `offset` of the text.

    Computed text stands where the next typed character of its block stands.
    """
    place = _place(source, offset)
    starts = _line_starts(source.data)
    line = bisect_right(starts, place)
    return line, place - starts[line - 1] + 1


@lru_cache(maxsize=2)
def _line_starts(data: bytes) -> list[int]:
    starts = [0]
    for line in unified(decode(data)[0]).split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _place(source: Source, offset: int) -> int:
    here = source.origin(offset)
    if here.node >= 0:
        return here.offset
    first, end = _block(source, offset).span
    run = bisect_right(source.starts, offset)
    while run < len(source.starts) and source.starts[run] < end:
        if source.nodes[run] >= 0:
            return source.offsets[run]
        run += 1
    if first <= offset < end:
        return here.offset
    if offset > first:
        before = source.origin(offset - 1)
        return before.offset + (before.node >= 0)
    return source.origin(offset - 2).offset + 1 if offset > 1 else 0


def _block(source: Source, offset: int) -> Block:
    index = bisect_right(source.blocks, offset, key=lambda block: block.span[0]) - 1
    return source.blocks[index] if index >= 0 else Block((0, 0))


class _Writer:
    def __init__(self, source: Source, raw: str) -> None:
        self.source = source
        self.raw = raw
        self.splices: list[_Splice] = []
        self.repairs: list[_Splice] = []

    def spliced(self) -> str:
        """Return the file with everything put in, from the end backwards."""
        raw = self.raw
        chosen = list(self.splices)
        for repair in self.repairs:
            if repair not in chosen and not any(repair[0] < end and start < repair[1] for start, end, _ in chosen):
                chosen.append(repair)
        for start, end, text in sorted(chosen, key=lambda splice: splice[:2], reverse=True):
            raw = raw[:start] + text + raw[end:]
        return raw

    def edit(self, edit: Edit) -> None:
        """Take in an edit."""
        source = self.source
        index = bisect_right(source.blocks, edit.start, key=lambda block: block.span[0]) - 1
        if index < 0 or edit.end > source.blocks[index].span[1]:
            raise ValueError(f"the edit at {edit.start} crosses a block")
        if edit.start == edit.end:
            self._insert(edit, index)
        elif not source.editable(edit.start, edit.end):
            raise ValueError(f"the text at {edit.start} was not typed by the author")
        else:
            self._replace(edit, index)

    def _replace(self, edit: Edit, index: int) -> None:
        splices = self._places(edit.start, edit.end)
        text = self._escaped(edit, index)
        start, end, _ = splices[0]
        last = splices[-1][1]
        for at, splice in enumerate(splices):
            if at or not text:
                splices[at] = self._emptied(splice, edit, splices[at - 1][1] if at else 0)
        kept = "".join([self.raw[start:end] for (_, start, _), (end, _, _) in pairwise(splices)])
        if re.sub(r"[\s>]", "", kept) in _TWICE or re.fullmatch(r"([*_~])[\s>]+\1", kept):
            splices = [(splices[0][0], last, "")]
        self._join_lines(splices)
        start, end, _ = splices[0]
        splices[0] = (start, end, text)
        self.splices.extend(splices)
        self._mend(edit, index, start, last)

    def _join_lines(self, splices: list[_Splice]) -> None:
        """Join the lines that an edit spans: what is left of a line could mean something else at its beginning."""
        for (_, start, _), (end, _, _) in pairwise(splices):
            self._bridge(start, end, "")

    def _emptied(self, splice: _Splice, edit: Edit, taken: int) -> _Splice:
        """Take along the marks around words that go as a whole: nothing between two asterisks would be asterisks."""
        start, end, _ = splice
        typed = self.source.origin(edit.start - 1), self.source.origin(edit.end)
        beside = {origin.offset for origin in typed if origin.node >= 0}
        left, right = start, end
        while left > taken and self.raw[left - 1] == self.raw[start - 1] in "*_~`" and left - 1 not in beside:
            left -= 1
        while left < start and self.raw.startswith(self.raw[left], right) and right not in beside:
            right += 1
        if start - left == right - end:
            start, end = left, right
            if self.raw[start] == "`" and (match := re.compile(ATTRIBUTES).match(self.raw, end)):
                end = match.end()
        first, stop = _line(self.raw, start)
        if first and not self.raw[first:start].strip(_PREFIX) and not self.raw[end:stop].strip(BLANKS):
            start = first - 1 - self.raw.startswith("\r\n", first - 2)
        return start, end, ""

    def _places(self, start: int, end: int) -> list[_Splice]:
        """Return where the characters of a span stand, one splice for each stretch."""
        source = self.source
        run = bisect_right(source.starts, start) - 1
        found = []
        while start < end:
            place = source.offsets[run] + start - source.starts[run]
            last = source.starts[run + 1] if run + 1 < len(source.starts) else end
            stop = place + min(last, end) - start
            found.append((place - self._is_escaped(run, start), stop, ""))
            start = last
            run += 1
        return found

    def _is_escaped(self, run: int, offset: int) -> bool:
        place = self.source.offsets[run]
        return (
            offset == self.source.starts[run]
            and place > 0
            and self.raw[place - 1] == "\\"
            and self.raw[place].isascii()
            and not self.raw[place].isalnum()
            and self.source.blocks[0].span[0] <= offset
        )

    def _insert(self, edit: Edit, index: int) -> None:
        source, start = self.source, edit.start
        first, end = source.blocks[index].span
        if edit.text.startswith("\n") and start == end:
            self._add_paragraph(edit, index)
            return
        if start < end and source.origin(start).node >= 0:
            if source.blocks[index].kind == "code" and not source.editable(start, start + 1):
                raise ValueError(f"Chinese text at {start} would make a paragraph of the code")
            place = self._places(start, start + 1)[0][0]
            if place and self.raw[place - 1] in "<[" and not source.editable(start, start + 1):
                place -= 1
            text = self._escaped(edit, index)
        elif start > first and source.editable(start - 1, start):
            place = source.origin(start - 1).offset + 1
            text = self._escaped(edit, index)
        elif first == end and index and self._is_label(index - 1, first):
            place = source.origin(first - 2).offset + 1
            text = " " + self._escaped(edit, index)
        else:
            raise ValueError(f"nothing was typed by the author at {start}")
        self.splices.append((place, place, text))
        self._mend(edit, index, place, place)

    def _add_paragraph(self, edit: Edit, index: int) -> None:
        """Put a paragraph of its own behind the line on which the block ends."""
        before = edit.start - 1
        if edit.start == self.source.blocks[index].span[0]:
            before -= 1
        if before < 0 or self.source.origin(before).node < 0:
            raise ValueError(f"nothing was typed by the author at {edit.start}")
        found = _LINE_END.search(self.raw, self.source.origin(before).offset)
        ending = found.group() if found else "\n"
        place = found.start() if found else len(self.raw)
        self.splices.append((place, place, ending * 2 + edit.text[1:]))

    def _is_label(self, index: int, start: int) -> bool:
        label = self.source.blocks[index]
        return label.kind == "label" and label.typed and label.span[1] == start - 1

    def _escaped(self, edit: Edit, index: int) -> str:
        """Return the text of an edit as it must be written to mean itself."""
        block = self.source.blocks[index]
        text = edit.text.replace("\n", " ")
        if block.kind in ("code", "label") or self._in_code(edit.start):
            return text
        if not literal(text):
            text = re.sub(_SPECIAL, r"\\\1", text)
        elif edit.start == block.span[0] and not block.label and re.match(_LINE_START, text):
            text = "\\" + text
        if block.table >= 0 and "|" in text:
            text = re.sub(r"(?<!\\)\|", r"\|", text)
        return text

    def _in_code(self, start: int) -> bool:
        return any(
            anchor.kind == "code" and anchor.offset <= start < anchor.offset + len(anchor.text)
            for anchor in self.source.anchors
        )

    def _mend(self, edit: Edit, index: int, start: int, end: int) -> None:
        """Keep the line breaks beside an edit meaning what they meant."""
        if self.source.blocks[index].kind in ("label", "code"):
            return
        for offset in (edit.start - 1, edit.end):
            self._disarm(offset, index)
        if self.source.blocks[index].table >= 0:
            return
        if edit.text:
            self._mend_left(edit, index, start)
            self._mend_right(edit, index, end)
        self._keep_apart(edit, index, start, end)

    def _disarm(self, offset: int, index: int) -> None:
        """Escape an asterisk beside an edit that was text and could now open or close emphasis."""
        source, (first, end) = self.source, self.source.blocks[index].span
        if not first <= offset < end or source.text[offset] not in "*_" or not source.editable(offset, offset + 1):
            return
        place = source.origin(offset).offset
        stretch = self.raw[source.origin(first).offset : source.origin(end - 1).offset + 9]
        if stretch.count(source.text[offset]) > 1 and self.raw[place - 1] != "\\" and not self._in_code(offset):
            self.repairs.append((place, place + 1, "\\" + source.text[offset]))

    def _mend_left(self, edit: Edit, index: int, start: int) -> None:
        """Where the line break in front of the edit would read otherwise, write what it stood for."""
        source = self.source
        left = edit.start - 1
        blank = ""
        if left >= 0 and source.text[left] == " " and source.origin(left).node < 0:
            blank, left = " ", left - 1
        if left < source.blocks[index].span[0] or source.origin(left).node < 0:
            return
        if joint(source.text[left], edit.text[0]) != blank:
            self._bridge(source.origin(left).offset + 1, start, blank)

    def _bridge(self, start: int, end: int, blank: str) -> None:
        """Write `blank` in place of the only line break in a stretch of the file."""
        found = list(re.finditer(_GAP, self.raw[start:end]))
        if len(found) == 1:
            self.repairs.append((start + found[0].start(), start + found[0].end(), blank))

    def _mend_right(self, edit: Edit, index: int, end: int) -> None:
        source = self.source
        right = edit.end
        blank = ""
        last = source.blocks[index].span[1]
        if edit.start == edit.end and edit.start < last and source.origin(edit.start).node >= 0:
            return
        if right < last and source.text[right] == " " and source.origin(right).node < 0:
            blank, right = " ", right + 1
        if right >= last or source.origin(right).node < 0 or source.text[right - 1] == LINE_BREAK:
            return
        if joint(edit.text[-1], source.text[right]) != blank:
            self._bridge(end, self._places(right, right + 1)[0][0], blank)

    def _keep_apart(self, edit: Edit, index: int, start: int, end: int) -> None:
        """Put a blank line between paragraphs that only the shape of a line has kept apart."""
        raw, blocks = self.raw, self.source.blocks
        first, last = _line(raw, start)
        stop = max(last, _line(raw, end)[1])
        line = (raw[first:start] + edit.text + raw[end:stop]).strip(_PREFIX + BLANKS)
        if index and not blocks[index].label and self._line_of(blocks[index].span[0], (first, stop + 1)) is not None:
            before = self._line_of(
                blocks[index - 1].span[1] - 1, _line(raw, max(first - 1 - raw.startswith("\r\n", max(first - 2, 0)), 0))
            )
            if before is not None and first and not opens_block(before, line, first=before):
                self._blank_line(first)
        following = index + 1
        if following < len(blocks) and stop < len(raw):
            here = stop + len(_LINE_END.match(raw, stop)[0])  # type: ignore[index]
            after = self._line_of(blocks[following].span[0], _line(raw, here))
            if after is not None and blocks[following].table < 0 and not opens_block(line, after, first=line):
                self._blank_line(here)

    def _line_of(self, offset: int, line: tuple[int, int]) -> str | None:
        """Return the words of a line of the file, if the character at `offset` stands on it."""
        origin = self.source.origin(offset)
        if origin.node < 0 or not line[0] <= origin.offset < line[1]:
            return None
        return self.raw[line[0] : line[1]].strip(_PREFIX + BLANKS)

    def _blank_line(self, place: int) -> None:
        found = _LINE_END.search(self.raw)
        self.repairs.append((place, place, found[0] if found else "\n"))


def _line(raw: str, place: int) -> tuple[int, int]:
    """Return where the line around a place begins and where its text ends."""
    start = max(raw.rfind("\n", 0, place), raw.rfind("\r", 0, place)) + 1
    match = _LINE_END.search(raw, place)
    return start, match.start() if match else len(raw)
