"""Find the table of contents, which repeats every heading.

Source: reference word-documents.md, section 5.
"""

from __future__ import annotations

from stdlint import patterns
from stdlint.model import Block, Source
from stdlint.views.elements import element_of
from stdlint.views.heads import ENDS_RUNNING, STRUCTURE, said
from stdlint.views.wording import BLANK, fold

_LETTERED = patterns.compile(r"(?:附录|Annex\s?)[A-Z](?![A-Za-z])")
_PAGE = patterns.compile(rf"(?:[.…·．。⋯]+|{BLANK}){BLANK}*(?:\d+|[IVXⅠ-Ⅻ]+)$")
_LEADER = patterns.compile(rf"(?:[.·．。⋯]{{3,}}|…){BLANK}*(?:\d+|[IVXⅠ-Ⅻ]+)$")


def contents(source: Source) -> range:
    """Return the blocks of the table of contents behind its heading.

    Its lines are told by leaders and page numbers, or by occurring again further down.
    """
    blocks = source.blocks
    start = next((i for i, block in enumerate(blocks) if _is_contents(source, block)), -1)
    if start < 0:
        return range(0)
    seen: set[str] = set()
    end = last = start + 1
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        if block.kind in ("label", "header", "footer", "footnote", "box"):
            continue
        text = said(source, block)
        key = _key(source, block)
        if (
            block.kind in ("toc", "item")
            or block.table >= 0
            or _LEADER.search(text)
            or (key not in seen and _PAGE.search(text))
        ):
            seen.add(key)
            end = last = index + 1
            continue
        if key in seen or block.kind not in ("para", "heading", "title", "caption"):
            break
        if "。" in text or text.endswith(ENDS_RUNNING):
            end = last
            break
        if block.kind == "heading" and not _recurs(source, index, key):
            break
        seen.add(key)
        end, last = index + 1, end
    while end > start + 1 and end < len(blocks) and blocks[end - 1].kind == "label":
        end -= 1
    return range(start + 1, end)


def _recurs(source: Source, index: int, key: str) -> bool:
    """Say whether a heading occurs again further down."""
    later = source.blocks[index + 1 :]
    return any(block.kind == "heading" and _key(source, block) == key for block in later)


def _is_contents(source: Source, block: Block) -> bool:
    if block.kind not in STRUCTURE or block.table >= 0 or block.label or block.span[1] - block.span[0] > 16:
        return False
    return element_of(said(source, block)) == "contents"


def _key(source: Source, block: Block) -> str:
    """Return a line without its page number, an annex by its letter alone."""
    whole = fold(block.label + " " + _PAGE.sub("", said(source, block)))
    match = _LETTERED.match(whole)
    return match.group() if match else whole
