"""Read and write Markdown drafts: CommonMark with tables, footnotes and formulas, as Chinese authors write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdlint.formats.markdown.blocks import cut
from stdlint.formats.markdown.build import build
from stdlint.formats.markdown.decode import decode, unified
from stdlint.formats.markdown.front import front_matter
from stdlint.formats.markdown.write import where, write
from stdlint.model import Remark, Source, Span

if TYPE_CHECKING:
    from stdlint.layout import Name

__all__ = ["read", "where", "write"]


def read(data: bytes) -> Source:
    """Read a Markdown file. Raises ReadError."""
    raw, encoding = decode(data)
    raw = unified(raw)
    meta, begin = front_matter(raw)
    blocks = cut(raw, begin)
    blocks.meta = meta
    source = build(raw, blocks, data, encoding)
    source.mark = _anchors
    source.lift = _raised
    source.gloss = _remarks
    return source


def _anchors(source: Source) -> list[Name]:
    from stdlint.formats.markdown.anchors import anchors

    return anchors(source)


def _raised(source: Source) -> list[Span]:
    from stdlint.formats.markdown.raised import raised

    return raised(source)


def _remarks(source: Source) -> list[Remark]:
    from stdlint.formats.markdown.remarks import remarks

    return remarks(source)
