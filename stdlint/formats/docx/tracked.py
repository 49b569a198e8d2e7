"""Find the paragraphs in which somebody tracks changes."""

from __future__ import annotations

import re
from bisect import bisect_right

from stdlint.formats.docx.package import open_package, part_xml
from stdlint.model import Source, Span

_SIGN = re.compile(rb"<(?:[\w-]+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge)[\s/>]")


def paragraphs(source: Source) -> list[Span]:
    """Return the spans of paragraphs in which text was put in, taken out or moved with tracking, sorted.

    A label and the paragraph that it numbers count as one. Changes of formatting alone do not count. The layout is
    read only if a part of the file holds such an element at all.
    """
    package = open_package(source.data)
    if not any(_SIGN.search(part_xml(package, name) or b"") for name in source.part_names):
        return []
    blocks = source.blocks
    found: set[int] = set()
    for change in source.layout.changes:
        if change.of == "format":
            continue
        first, last = (_block(source, offset) for offset in change.span)
        first -= first > 0 and blocks[first - 1].kind == "label"
        last += blocks[last].kind == "label"
        found.update(range(first, min(last + 1, len(blocks))))
    return [blocks[index].span for index in sorted(found)]


def _block(source: Source, offset: int) -> int:
    return max(bisect_right(source.blocks, offset, key=lambda block: block.span[0]) - 1, 0)
