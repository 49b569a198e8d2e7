"""Read the lists of documents: normative references (clause 2) and bibliography.

Source: GB/T 1.1—2020, 8.6.3, 8.13.
"""

from __future__ import annotations

from typing import NamedTuple

from stdlint import patterns
from stdlint.model import Source, Span
from stdlint.views.citations import Citation
from stdlint.views.outline import Outline

_LEAD_IN = patterns.compile(
    r"下列(?:规范性|引用)?(?:引用)?(?:文件|标准)|规范性引用而构成|本文件没有规范性引用|凡是(?:不)?注日期|仅(?:注|该)日期"
    r"|以下(?:规范性|引用)?(?:引用)?(?:文件|标准)|注日期的引用文件|(?m:^本\p{Han}{2,8}(?:没有|无|未|不涉及|不存在)[^。；\n]{0,8}引用[^。；\n]{0,8}。?$)"
    r"|The following documents|There are no normative references|For dated references"
)
_LEAD_END = patterns.compile(r"。(?![^。]*(?:适用于本|必不可少|规范性引用))|amendments\) appl(?:y|ies)\.(?=\s)")
_ENTRY_NUMBER = patterns.compile(r"[\[［](\d{1,3})[\]］]")
_OPEN = patterns.compile(r"[（(《“][^（()）《》“”]*$")


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
    """Both lists, the lead-in paragraphs of clause 2, and every number that stands in each list, in whatever form.

    `said` are the spans of the lead-in, entries that stand in the same paragraph left out.
    """

    normative: list[Reference]
    bibliography: list[Reference]
    lead_in: list[int]
    named: list[Citation]
    named_informatively: list[Citation]
    said: list[Span]


def references(source: Source, outline: Outline, citations: list[Citation]) -> Lists:
    """Return the entries of clause 2 and of the bibliography."""
    found: dict[int, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.block, []).append(citation)
    lead_in: list[int] = []
    said: list[Span] = []
    normative: list[Reference] = []
    named: list[Citation] = []
    for section in outline.all("references"):
        for part in section.walk():
            for index in part.body:
                start, end = source.blocks[index].span
                if not _says_something(source.text[start:end]) or source.blocks[index].kind in ("note", "example"):
                    continue
                if _LEAD_IN.search(source.text, start, end):
                    lead_in.append(index)
                    over = _LEAD_END.search(source.text, start, end)
                    start = over.end() if over else end
                cited = [citation for citation in found.get(index, ()) if citation.span[0] >= start]
                named += cited
                if index in lead_in:
                    said.append((source.blocks[index].span[0], start if cited else end))
                if index not in lead_in or cited:
                    normative += _entries(source, index, start, cited)
            if part is not section and part.title and part.titled:
                index = _block_of(source, part.head)
                named += found.get(index, [])
                if index in found:
                    normative += _entries(source, index, part.head[0], found[index])
    normative.sort(key=lambda reference: reference.span)
    listed: list[Reference] = []
    also: list[Citation] = []
    for section in outline.all("bibliography"):
        for index in section.blocks():
            start, end = source.blocks[index].span
            if _says_something(source.text[start:end]):
                also += found.get(index, [])
                listed += _entries(source, index, start, found.get(index, []))
    return Lists(normative, listed, lead_in, named, also, said)


def _says_something(text: str) -> bool:
    """Say whether a paragraph is more than nothing or the number of a page."""
    text = text.strip()
    return bool(text) and not text.isdecimal()


def _block_of(source: Source, span: Span) -> int:
    return next(i for i, block in enumerate(source.blocks) if block.span == span and block.kind != "label")


def _entries(source: Source, index: int, start: int, cited: list[Citation]) -> list[Reference]:
    """Return the entries of a block: one, or several that were typed line under line without an empty line between."""
    block, text = source.blocks[index], source.text
    ordinal = _ENTRY_NUMBER.fullmatch(block.label.strip())
    first = _first(text, start, cited)
    opening = [first] if first else []
    for citation in cited if first else ():
        before = text[start : citation.span[0]]
        if citation is not first and not _OPEN.search(before) and _opens_line(source, citation.span[0]):
            opening.append(citation)
    bounds = [start, *(citation.span[0] for citation in opening[1:]), block.span[1]]
    return [
        Reference(
            index, (bounds[at], bounds[at + 1]), opening[at] if opening else None, int(ordinal[1]) if ordinal else 0
        )
        for at in range(max(len(opening), 1))
    ]


def _opens_line(source: Source, offset: int) -> bool:
    """Say whether a line of the file begins at an offset inside a block."""
    before, here = source.origin(offset - 1), source.origin(offset)
    return before.node < 0 or (before.node == here.node and here.offset - before.offset > 1)


def _first(text: str, start: int, cited: list[Citation]) -> Citation | None:
    """Return the number that opens an entry: at its beginning, behind at most a serial number."""
    if not cited:
        return None
    before = text[start : cited[0].span[0]]
    return (
        cited[0]
        if len(before.strip()) <= 12 and "《" not in before and not before.strip().startswith(("（", "("))
        else None
    )
