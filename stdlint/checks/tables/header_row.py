"""Repeat the header row of a table that goes on over several pages.

Whoever reads the second page of a table has to know what its columns are. Word repeats the header row where it is set
so (“重复标题行”); a table that is cut by hand carries its header in each piece. A table surely goes over pages where
it has more rows, or more text, than a page has lines.

转页接排的表应重复表头；在Word中将首行设为“重复标题行”。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document

_HEAD = """
        # 4 要求

        表1　检验项目

        | 序号 | 项目 |
        |---|---|
"""
_LINE = 52
"""The characters of a line of 165 mm in 小五."""

_ROWS = "\n".join(f"        | {number} | 项目{number} |" for number in range(1, 61))

header_row_not_repeated = Check(
    id="TAB081",
    message="表跨页，表头行没有设为在各页重复。",
    message_en="The table goes over several pages, and its header row is not set to be repeated.",
    bad=_HEAD.replace("| 序号 |", "| ⟦序号⟧ |") + _ROWS,
    good=_HEAD + _ROWS[: _ROWS.index("        | 31 ")],
    formats=("docx",),
)


@header_row_not_repeated.finder
def find(doc: Document, *, rows: int = 60) -> Iterator[Finding]:
    for table in doc.tables:
        facts = doc.source.tables[table.index]
        if facts.repeats or facts.depth or not (table.captioned or table.use == "data"):
            continue
        if not facts.cells:
            continue
        written = sum(end - start for start, end in (doc.blocks[at].span for cell in facts.cells for at in cell.blocks))
        if max(facts.cells[-1].row, written // _LINE) >= rows:
            first = next((at for cell in facts.cells for at in cell.blocks), table.first)
            yield header_row_not_repeated.at(doc.blocks[first].span)
