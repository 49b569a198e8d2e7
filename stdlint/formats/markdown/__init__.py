"""Read and write Markdown drafts: CommonMark with tables, footnotes and formulas, as Chinese authors write them."""

from __future__ import annotations

from stdlint.formats.markdown.blocks import cut
from stdlint.formats.markdown.build import build
from stdlint.formats.markdown.decode import decode, split_lines
from stdlint.formats.markdown.front import front_matter
from stdlint.formats.markdown.write import where, write
from stdlint.model import Source

__all__ = ["read", "where", "write"]


def read(data: bytes) -> Source:
    """Read a Markdown file. Raises ReadError."""
    raw, encoding = decode(data)
    lines = split_lines(raw)
    meta, skipped = front_matter(lines)
    blocks = cut(raw, lines, skipped, sum(len(line) + 1 for line in lines[:skipped]))
    blocks.meta = meta
    return build(raw, blocks, data, encoding)
