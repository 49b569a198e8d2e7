"""Split no header cell by a diagonal line.

Screen readers, and programs that take a table over, find two headings in one cell and cannot tell which belongs to the
rows and which to the columns.

表头中不准许使用斜线；行与列的名称分开给出，或在左上角单元格只写列的名称。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span

_TYPED = patterns.compile(r"[\u4e00-\u9fff]{1,8}(?:（[^（）]*）)?[ \u3000]*[＼\\╲][ \u3000]*[\u4e00-\u9fff]{1,8}")

diagonal_header_line = Check(
    id="TAB070",
    message="表头单元格“{said}”用斜线分成两部分，表头中不准许使用斜线。",
    message_en="The header cell “{said}” is split by a diagonal line.",
    bad="""
        # 4 要求

        表1　尺寸

        | ⟦类型＼尺寸⟧ | 长度 | 宽度 |
        |---|---|---|
        | A | 20 | 10 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 类型 | 长度 | 宽度 |
        |---|---|---|
        | A | 20 | 10 |
    """,
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 质量/kg | 长度/宽度 |
        |---|---|
        | 甲＼乙 | 10 |
        """,
    ),
)


@diagonal_header_line.finder
def find(doc: Document) -> Iterator[Finding]:
    for table in doc.source.tables:
        for cell in table.cells:
            if cell.row:
                break
            if not cell.blocks:
                continue
            first = doc.blocks[cell.blocks[-1]]
            said = doc.said(first).strip()
            if (cell.split and not cell.merged) or _TYPED.fullmatch(said):
                yield diagonal_header_line.at(_place(doc, cell.blocks, first.span), said=said)


def _place(doc: Document, blocks: tuple[int, ...], span: Span) -> Span:
    """Return the first text of a cell, its last paragraph where all are empty."""
    return next((doc.blocks[at].span for at in blocks if doc.said(at).strip()), span)
