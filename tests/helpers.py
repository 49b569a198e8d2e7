"""Turn examples into drafts in both formats, and read the marks that say what has to be found."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.engine import lint
from stdlint.formats import docx, markdown
from stdlint.model import LINE_BREAK, OBJECT, Block, Edit, Source
from stdlint.profile import BASE, COMPANIONS, Use, packs_for, rows
from tests import docx_builder as word
from tests.template.formula import omml

OPEN, CLOSE = "⟦", "⟧"

TODAY = date(2026, 1, 1)
"""The date on which examples are checked."""

RULES = Path(__file__).parent / "data" / "rules.csv"

_STYLES = "".join(
    word.style(f"h{level}", f"heading {level}", properties=f'<w:outlineLvl w:val="{level - 1}"/>')
    for level in range(1, 7)
)

_NUMBERING = word.abstract(0, word.level(0, "decimal", "%1"), word.level(1, "decimal", "%1.%2")) + word.num(1, 0)


@cache
def all_uses() -> dict[str, Use]:
    """Return every check of every pack by its name, as the first pack that has it uses it."""
    return {use.check.name: use for use in rows()}


@cache
def uses_for(lang: str) -> dict[str, Use]:
    """Return the checks of the drafting standard for one language, by name."""
    return {use.check.name: use for use in rows((BASE[lang],))}


@cache
def rule_table() -> dict[str, dict[str, str]]:
    """Return the project's copy of the rule table: the rows by id."""
    with RULES.open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def strip(example: str) -> tuple[str, list[str]]:
    """Return an example without its marks, and the marked texts in order."""
    marked = [piece.split(CLOSE)[0] for piece in example.split(OPEN)[1:]]
    return example.replace(OPEN, "").replace(CLOSE, ""), marked


def read(example: str, format_: str) -> Source:
    """Read an example in one of the two formats; the Word variant cuts every paragraph into runs of two characters.

    What only Word can hold is an example in WordprocessingML; its list 1 counts clauses.
    """
    if "<w:p>" in example:
        return docx.read(word.build(example, styles=_STYLES, numbering=_NUMBERING))
    source = markdown.read(example.encode())
    return source if format_ == "markdown" else docx.read(word_twin(source))


def word_twin(source: Source) -> bytes:
    """Return a Word file that says what a Markdown source says: typed labels, headings by style, real footnotes."""
    footnotes = [i for i, block in enumerate(source.blocks) if block.kind == "footnote"]
    order = {at: number for number, at in enumerate(footnotes, 1)}
    marks = {a.offset: n for a in source.anchors if (n := order.get(a.target, order.get(a.target + 1, 0)))}
    body: list[str] = []
    table = -1
    for index, block in enumerate(source.blocks):
        if block.kind in ("label", "footnote"):
            continue
        if block.table < 0:
            body.append(_paragraph(source, index, marks))
        elif block.table != table and not source.tables[block.table].depth:
            table = block.table
            body.append(_table(source, table, marks))
    notes = "".join(
        f'<w:footnote w:id="{number}">{word.para(word.runs(source.text[slice(*source.blocks[at].span)]))}</w:footnote>'
        for number, at in enumerate(footnotes, 1)
    )
    own = {name: value for name, value in source.meta.items() if name.startswith("stdlint.")}
    return word.build(*body, styles=_STYLES, footnotes=notes, properties=own)


def _table(source: Source, index: int, marks: dict[int, int]) -> str:
    cells: dict[int, list[str]] = {}
    nested = index + 1 if source.tables[index + 1 : index + 2] and source.tables[index + 1].depth else 0
    for cell in source.tables[index].cells:
        inside = "".join(_paragraph(source, at, marks) for at in cell.blocks if source.blocks[at].kind != "label")
        if nested and source.blocks[(cell.blocks or (0,))[-1] + 1].table == nested:
            inside += f"{_table(source, nested, marks)}<w:p/>"
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        look = span + ("<w:vMerge/>" if cell.merged else "")
        cells.setdefault(cell.row, []).append((f"<w:tcPr>{look}</w:tcPr>" if look else "") + (inside or "<w:p/>"))
    return word.table(*cells.values())


def _paragraph(source: Source, index: int, marks: dict[int, int]) -> str:
    block = source.blocks[index]
    before = source.blocks[index - 1] if index else block
    label = source.text[slice(*before.span)] if before.kind == "label" else ""
    style = f"h{min(block.level, 6)}" if block.kind == "heading" and block.level else ""
    centre = '<w:jc w:val="center"/>' if block.centred else ""
    lead = word.run(label + _gap(label, block)) if label else ""
    return word.para(lead + _runs(source, block, marks) or "<w:r/>", style, centre)


def _gap(label: str, block: Block) -> str:
    return "" if label.endswith(("：", ":", "——", "·")) or block.span[0] == block.span[1] else "\u3000"


def _runs(source: Source, block: Block, marks: dict[int, int]) -> str:
    look = "<w:b/>" if block.bold else ""
    formulas = {anchor.offset: anchor.text for anchor in source.anchors if anchor.kind == "formula"}
    made = plain = ""
    for at in range(*block.span):
        char = source.text[at]
        if source.is_raised((at, at + 1)) and char != OBJECT:
            made += _twos(plain, look) + word.run(char, '<w:vertAlign w:val="superscript"/>')
            plain = ""
            continue
        if char not in (OBJECT, LINE_BREAK):
            plain += char
            continue
        made += _twos(plain, look)
        plain = ""
        note = marks.get(at)
        if char == OBJECT and at in formulas:
            made += omml(formulas[at].partition(r"\tag{")[0].rstrip())
            continue
        mark = f'<w:footnoteReference w:id="{note}"/>' if note else "<w:drawing/>"
        made += f"<w:r>{'<w:br/>' if char == LINE_BREAK else mark}</w:r>"
    return made + _twos(plain, look)


def _twos(text: str, look: str) -> str:
    return "".join(word.run(text[at : at + 2], look) for at in range(0, len(text), 2))


def run(check: Check, source: Source) -> list[Finding]:
    """Return what one check finds in a source."""
    beside = {name: Document(read(text, "markdown")) for name, text in check.beside.items()}
    document = Document(source, beside=beside, today=TODAY)
    found, errors = lint(document, [use for use in uses_of(document) if use.check is check], strict=True)
    assert not errors
    return [one.finding for one in found]


def uses_of(document: Document) -> list[Use]:
    """Return every check that speaks on a document: those of its language, kinds and stage, and of companions."""
    packs = packs_for(document)[0]
    return _rows((*packs, *COMPANIONS) if document.lang == "zh" else packs)


@cache
def _rows(packs: tuple[str, ...]) -> list[Use]:
    return rows(packs)


def fixed(source: Source, found: Iterable[Finding]) -> Source:
    """Return the source with the compatible fixes of some findings made, written and read again."""
    kept: list[Edit] = []
    for edit in sorted(edit for finding in found if finding.fix for edit in finding.fix.edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    if source.format == "markdown":
        return markdown.read(markdown.write(source, kept))
    return docx.read(docx.write(source, kept))
