"""Find the anchors of a Markdown file: “{#id}” behind a heading, and the ids of HTML elements."""

from __future__ import annotations

from bisect import bisect_right

from stdlint import patterns
from stdlint.formats.markdown.decode import decode, unified
from stdlint.layout import Name
from stdlint.model import Source

_ANCHOR = patterns.compile(
    r"(?<=[\s)\]\"”])\{#(?P<id>[A-Za-z\u4e00-\u9fff][\w:.\-]*)[^{}\n]*\}(?=[\s:]|$)"
    r"|<(?:a|span|div|h[1-6]|p|table|tr|td|th|figure|img|section|li)(?=\s)[^<>]*?\s(?:id|(?<=<a\s)name)\s*=\s*[\"']?(?P<html>[^\s\"'<>]+)"
)


def anchors(source: Source) -> list[Name]:
    """Return the anchors in order, each with the span of the block it stands at; those in code are left out."""
    if b"{#" not in source.data and b"id=" not in source.data and b"name=" not in source.data:
        return []
    raw = unified(decode(source.data)[0])
    order = sorted(
        (offset, start)
        for node, offset, start in zip(source.nodes, source.offsets, source.starts, strict=True)
        if node >= 0
    )
    places = [offset for offset, _ in order]
    blocks = [block.span[0] for block in source.blocks]
    found: list[Name] = []
    for match in _ANCHOR.finditer(raw):
        heading = match["id"] is not None
        run = bisect_right(places, match.start()) - (1 if heading else 0)
        if not 0 <= run < len(order):
            continue
        block = source.blocks[bisect_right(blocks, order[run][1]) - 1]
        said = source.text[slice(*block.span)]
        if block.kind not in ("code", "formula", "label") and match.group() not in said:
            found.append(Name("anchor", match["id"] or match["html"], block.span))
    return found
