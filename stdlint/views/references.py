"""Read the lists of documents: normative references (clause 2) and bibliography.

Source: GB/T 1.1—2020, 8.6.3, 8.13.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from stdlint.model import Source, Span
from stdlint.views.citations import Citation
from stdlint.views.outline import Outline
from stdlint.views.wording import BLANK

_LEAD_IN = regex.compile(
    r"下列文件|规范性引用而构成|本文件没有规范性引用|凡是注日期|仅(?:注|该)日期|以下文件|下列标准|The following documents"
    r"|There are no normative references|For dated references"
)
_ENTRY_NUMBER = regex.compile(r"[\[［](\d{1,3})[\]］]")


class Reference(NamedTuple):
    """An entry of a list: its block, the document's number (None for a book, a law …), its [n] or 0."""

    block: int
    span: Span
    citation: Citation | None
    ordinal: int = 0

    @property
    def key(self) -> tuple[str, str] | None:
        """The document, whatever its date."""
        return self.citation.key if self.citation else None


class Lists(NamedTuple):
    """Both lists, and the lead-in paragraphs of clause 2."""

    normative: list[Reference]
    bibliography: list[Reference]
    lead_in: list[int]


def references(source: Source, outline: Outline, citations: list[Citation]) -> Lists:
    """Return the entries of clause 2 and of the bibliography."""
    first: dict[int, Citation] = {}
    for citation in citations:
        first.setdefault(citation.block, citation)
    lead_in: list[int] = []
    normative: list[Reference] = []
    for section in outline.all("references"):
        for part in section.walk():
            for index in part.body:
                text = _text(source, index)
                if not text.strip():
                    continue
                if _LEAD_IN.search(text):
                    lead_in.append(index)
                elif source.blocks[index].kind not in ("note", "example"):
                    normative.append(_entry(source, index, first.get(index)))
            if part is not section and part.title and part.titled:
                index = _block_of(source, part.head)
                if first.get(index):
                    normative.append(_entry(source, index, first.get(index)))
    normative.sort(key=lambda reference: reference.span)
    listed: list[Reference] = []
    for section in outline.all("bibliography"):
        for part in section.walk():
            listed += [_entry(source, index, first.get(index)) for index in part.body if _text(source, index).strip()]
    return Lists(normative, listed, lead_in)


def _text(source: Source, index: int) -> str:
    start, end = source.blocks[index].span
    return source.text[start:end]


def _block_of(source: Source, span: Span) -> int:
    return next(i for i, block in enumerate(source.blocks) if block.span == span and block.kind != "label")


def _entry(source: Source, index: int, citation: Citation | None) -> Reference:
    block = source.blocks[index]
    ordinal = _ENTRY_NUMBER.fullmatch(block.label.strip())
    text = _text(source, index)
    blank = regex.match(BLANK + "*", text)
    lead = citation.span[0] - block.span[0] if citation else 0
    numbered = (
        citation if citation and (lead <= (blank.end() if blank else 0) + 12 and "《" not in text[:lead]) else None
    )
    return Reference(index, block.span, numbered, int(ordinal[1]) if ordinal else 0)
