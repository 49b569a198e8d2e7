"""Read the suppressions that stand in a draft as comments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdlint.document import Document
from stdlint.model import Remark, Span
from stdlint.profile import Use
from stdlint.suppression import Suppression, Trouble
from stdlint.suppression.command import Command, command
from stdlint.suppression.extent import block_span, next_span, whole_span
from stdlint.suppression.known import ALL, Known


class _Open(NamedTuple):
    """A code that is off, from where on, what said so, and the code that is on again inside it from an offset on."""

    code: str
    start: int
    by: Suppression
    paused: tuple[tuple[str, int], ...] = ()


def statements(doc: Document, uses: Sequence[Use]) -> tuple[list[Suppression], list[Trouble]]:
    """Return the suppressions that stand in a draft, and those that cannot be understood."""
    known = Known(uses)
    reader = _Reader(doc)
    for remark in doc.source.remarks:
        said = command(remark.text, known)
        if said is not None:
            reader.read(remark, said)
    reader.finish()
    return reader.found, reader.troubles


class _Reader:
    """Take in one comment after the other."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.found: list[Suppression] = []
        self.troubles: list[Trouble] = []
        self._open: list[_Open] = []

    def read(self, remark: Remark, said: Command) -> None:
        """Take in a comment that speaks to stdlint."""
        by = Suppression(
            said.codes,
            said.reason,
            place=_place(self.doc, remark),
            line=remark.line,
            said=" ".join(remark.text.split()),
        )
        for word, near in said.unknown:
            self.troubles.append(Trouble("unknown", by, word, near))
        if remark.text.startswith("<!--"):
            self.troubles.append(Trouble("unclosed", by))
        elif not said.verb:
            self.troubles.append(Trouble("malformed", by, *said.codes[:1]))
        elif said.verb == "off":
            self._off(remark, by, said)
        elif said.verb == "on":
            self._on(remark, by, said)
        elif remark.apart and self.doc.format != "markdown" and said.verb == "ignore":
            self.troubles += [Trouble("unused", by, code) for code in said.codes]
        elif said.codes:
            self.found.append(by if said.verb == "file" else self._ignored(remark, by))

    def finish(self) -> None:
        """Close what stays off to the end."""
        for opened in self._open:
            self._close(opened, len(self.doc.text))
        self.found.sort(key=lambda one: one.place or (0, 0))

    def _ignored(self, remark: Remark, by: Suppression) -> Suppression:
        doc = self.doc
        if doc.format == "markdown":
            at = remark.span[0]
            return by._replace(span=next_span(doc, at) if remark.apart else block_span(doc, doc.block_at(at)))
        whole = whole_span(doc, remark.span)
        if whole is not None and doc.blocks[doc.block_at(max(whole[0], whole[1] - 1))].kind == "caption":
            whole = next_span(doc, whole[0])
        return by._replace(span=whole or remark.span, roughly=whole is None)

    def _off(self, remark: Remark, by: Suppression, said: Command) -> None:
        codes = said.codes or (() if said.unknown else (ALL,))
        start = self._bounds(remark)[0]
        self._open += [_Open(code, start, by) for code in codes]
        for code in codes:
            self._resume(code, start)

    def _on(self, remark: Remark, by: Suppression, said: Command) -> None:
        end = self._bounds(remark)[1]
        for code in said.codes or (() if said.unknown else (ALL,)):
            if not self._end(code, end):
                self.troubles.append(Trouble("unopened", by, code))

    def _end(self, code: str, end: int) -> bool:
        """Close the codes that are off and that `code` means, or let it hold again inside a wider one."""
        closed = [opened for opened in self._open if _holds(code, opened.code)]
        wider = [opened for opened in self._open if opened not in closed and _holds(opened.code, code)]
        for opened in closed:
            self._close(opened, end)
        self._open = [opened for opened in self._open if opened not in closed]
        for opened in wider:
            at = self._open.index(opened)
            self._open[at] = opened._replace(paused=(*opened.paused, (code, end)))
        return bool(closed or wider)

    def _resume(self, code: str, start: int) -> None:
        """Let what held again inside a wider code be off again."""
        for at, opened in enumerate(self._open):
            ended = [(paused, since) for paused, since in opened.paused if _holds(code, paused)]
            if ended:
                but = (*opened.by.but, *((paused, (since, start)) for paused, since in ended))
                left = tuple(pair for pair in opened.paused if pair not in ended)
                self._open[at] = opened._replace(by=opened.by._replace(but=but), paused=left)

    def _close(self, opened: _Open, end: int) -> None:
        but = (*opened.by.but, *((code, (since, end)) for code, since in opened.paused))
        self.found.append(opened.by._replace(codes=(opened.code,), span=(opened.start, end), but=but))

    def _bounds(self, remark: Remark) -> Span:
        """Return where `off` begins and `on` ends: in Word the paragraphs on which a comment lies are held whole."""
        if self.doc.format == "markdown":
            return remark.span
        first, last = remark.span[0], max(remark.span[0], remark.span[1] - 1)
        return block_span(self.doc, self.doc.block_at(first))[0], block_span(self.doc, self.doc.block_at(last))[1]


def _holds(wide: str, narrow: str) -> bool:
    """Say whether one code means all that another means."""
    return wide in (ALL, narrow) or (narrow.isupper() and narrow.startswith(wide))


def _place(doc: Document, remark: Remark) -> Span:
    """Return the words on which a comment lies; of a point, the block at which it stands."""
    start, end = remark.span
    if start < end:
        return start, end
    if start >= len(doc.text):
        return doc.blocks[-1].span if doc.blocks else (0, 0)
    return block_span(doc, doc.block_at(start))
