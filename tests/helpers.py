"""Turn examples into drafts in both formats, and read the marks that say what has to be found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from stdlint import formats
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.engine import Found, lint
from stdlint.formats import docx, markdown
from stdlint.model import LINE_BREAK, OBJECT, Block, Edit, Source
from stdlint.profile import Use, rows
from tests.docx_builder import build, esc

OPEN, CLOSE = "⟦", "⟧"

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in range(1, 7)
)


@cache
def all_uses() -> dict[str, Use]:
    """Return every check of every pack by its name."""
    return {use.check.name: use for use in rows()}


def strip(example: str) -> tuple[str, list[str]]:
    """Return an example without its marks, and the marked texts in order."""
    marked = [piece.split(CLOSE)[0] for piece in example.split(OPEN)[1:]]
    return example.replace(OPEN, "").replace(CLOSE, ""), marked


def read(example: str, format_: str) -> Source:
    """Read an example in one of the two formats; the Word variant cuts every paragraph into runs of two characters."""
    data = example.encode()
    return markdown.read(data) if format_ == "markdown" else docx.read(word(example))


def word(example: str) -> bytes:
    """Return the Word twin of a Markdown text, its runs two characters long."""
    return word_twin(markdown.read(example.encode()))


def word_twin(source: Source) -> bytes:
    """Return a Word file that says what a Markdown source says: typed labels, headings by style, real footnotes."""
    footnotes = [i for i, block in enumerate(source.blocks) if block.kind == "footnote"]
    marks = {a.offset: footnotes.index(a.target) + 1 for a in source.anchors if a.kind == "footnote" and a.target in footnotes}
    body: list[str] = []
    label = ""
    table = -1
    cells: dict[int, list[str]] = {}
    for block in source.blocks:
        text = source.text[slice(*block.span)]
        if block.kind == "label":
            label = text
            continue
        if block.kind == "footnote":
            label = ""
            continue
        xml = _paragraph(source, block, label, marks)
        label = ""
        if block.table >= 0:
            if block.table != table:
                table = block.table
                body.append(f"\0{table}")
            cells.setdefault(table, []).append(xml)
            continue
        body.append(xml)
    body = [_table(source, int(piece[1:])) if piece.startswith("\0") else piece for piece in body]
    notes = ["".join(_runs(source.text[slice(*source.blocks[i].span)], {}, 0)) for i in footnotes]
    return build("".join(body), styles=STYLES, footnotes=notes or None)


def _table(source: Source, index: int) -> str:
    rows_: dict[int, list[str]] = {}
    for cell in source.tables[index].cells:
        inside = "".join(
            _paragraph(source, source.blocks[at], _label(source, at), {})
            for at in cell.blocks
            if source.blocks[at].kind != "label"
        )
        rows_.setdefault(cell.row, []).append(f"<w:tc>{inside or '<w:p/>'}</w:tc>")
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows_.values()) + "</w:tbl>"


def _label(source: Source, at: int) -> str:
    before = source.blocks[at - 1] if at else None
    return source.text[slice(*before.span)] if before and before.kind == "label" else ""


def _paragraph(source: Source, block: Block, label: str, marks: dict[int, int]) -> str:
    properties = f'<w:pStyle w:val="h{min(block.level, 6)}"/>' if block.kind == "heading" else ""
    if block.centred:
        properties += '<w:jc w:val="center"/>'
    lead = [f'<w:r><w:t xml:space="preserve">{esc(label + _gap(label, block))}</w:t></w:r>'] if label else []
    runs = "".join(lead + _runs(source.text[slice(*block.span)], marks, block.span[0], bold=block.bold))
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _gap(label: str, block: Block) -> str:
    return "" if label.endswith(("：", ":", "——", "·")) or block.span[0] == block.span[1] else "　"


def _runs(text: str, marks: dict[int, int], start: int, *, bold: bool = False) -> list[str]:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    runs: list[str] = []
    plain = ""
    for at, char in enumerate(text):
        if char in (OBJECT, LINE_BREAK):
            runs += _twos(plain, look)
            plain = ""
            note = marks.get(start + at)
            mark = f'<w:footnoteReference w:id="{note}"/>' if note else "<w:drawing/>"
            runs.append(f"<w:r>{'<w:br/>' if char == LINE_BREAK else mark}</w:r>")
        else:
            plain += char
    return runs + _twos(plain, look)


def _twos(text: str, look: str) -> list[str]:
    return [
        f'<w:r>{look}<w:t xml:space="preserve">{esc(text[at : at + 2])}</w:t></w:r>' for at in range(0, len(text), 2)
    ]


def run(check: Check, source: Source) -> list[Finding]:
    """Return what one check finds in a source, with the rules of precedence among its siblings."""
    use = all_uses()[check.name]
    found, errors = lint(Document(source), [use], strict=True)
    assert not errors
    return [one.finding for one in found]


def findings(source: Source, uses: Iterable[Use]) -> list[Found]:
    """Return what several checks find in a source."""
    return lint(Document(source), list(uses), strict=True)[0]


def fixed(source: Source, found: Iterable[Finding]) -> Source:
    """Return the source with the fixes of some findings made, written and read again."""
    edits: list[Edit] = []
    for finding in found:
        if finding.fix:
            edits += finding.fix.edits
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    format_ = markdown if source.format == "markdown" else docx
    return format_.read(format_.write(source, kept))


__all__ = ["all_uses", "fixed", "findings", "formats", "read", "run", "strip", "word", "word_twin"]
