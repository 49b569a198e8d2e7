"""Number a clause once: a number that is typed behind an automatic one has to be the same.

Word shows both, one behind the other, and readers do not know which of them citations mean. The same number twice is a
matter of looks and not told here; where one shift makes all later numbers differ, the first is told.

标题已由Word自动编号时，不再键入编号；键入的编号与自动编号不同，引用就会指错。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import fold, is_chinese

_AUTOMATIC = '<w:p><w:pPr><w:pStyle w:val="h{}"/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'


def _heading(depth: int, said: str) -> str:
    return f"{_AUTOMATIC.format(depth, depth - 1)}<w:r><w:t>{said}</w:t></w:r></w:p>"


_TEXT = "<w:p><w:r><w:t>应完好。</w:t></w:r></w:p>"

typed_number_mismatch = Check(
    id="LVL022",
    message="键入的编号“{typed}”与自动编号“{computed}”不一致。",
    message_en="The typed number “{typed}” differs from the automatic number “{computed}”.",
    bad=_heading(1, "要求") + _TEXT + _heading(2, "外观") + _TEXT + _heading(2, "⟦1.3⟧　尺寸") + _TEXT,
    good=_heading(1, "要求") + _TEXT + _heading(2, "外观") + _TEXT + _heading(2, "尺寸") + _TEXT,
    clean=(
        _heading(1, "1　要求") + _TEXT + _heading(2, "1.1　外观") + _TEXT,
        _heading(1, "要求") + _TEXT + _heading(2, "0.4 kV线路") + _TEXT,
        _heading(1, "要求") + _TEXT + _heading(1, "1级品") + _TEXT,
    ),
    formats=("docx",),
)


@typed_number_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    told: set[int] = set()
    for index, computed in doc.source.counted.items():
        label, block = doc.blocks[index], doc.blocks[index + 1]
        typed, automatic = fold(label.label).rstrip("."), fold(computed).rstrip(".")
        title = doc.said(block).lstrip()[:1]
        depth = typed.count(".")
        if block.kind not in ("heading", "para", "caption") or typed == automatic or depth in told:
            continue
        gap = label.span[1] + 1 < block.span[1] and (depth > 0 or not typed.isdigit() or block.kind == "heading")
        if gap and title and is_chinese(title):
            told.add(depth)
            yield typed_number_mismatch.at(label.span, typed=label.label, computed=computed)
