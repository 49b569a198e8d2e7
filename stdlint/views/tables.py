"""Read the tables of a draft: caption, header, body, what stands below the body, and what kind of table it is.

Source: GB/T 1.1—2020, 9.8, 9.11.1, 9.12.2, 10.4.2.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT, Cell, Source, Span
from stdlint.views.captions import Caption, Continuation
from stdlint.views.outline import Outline
from stdlint.views.regions import Region
from stdlint.views.units import is_unit_statement
from stdlint.views.wording import BLANK, fold

DATA, FORM, LAYOUT = "data", "form", "layout"
"""What a table is for: to give data, to be filled in, or only to arrange paragraphs."""

_NO_TABLES = frozenset(
    ("cover", "title", "contents", "foreword", "references", "bibliography", "index", "header", "footer", "footnote")
)
_FORM_TITLE = patterns.compile(
    r"记录(?![仪器装])|登记|申请|申报|报告|报表|样式|样表|表式|[录告表单书]的?格式|格式[如见]|问卷|调查表|填写|填报|台账|台帐|评[分价]表"
    r"|检查表|检验单|通知单|[录记]卡|卡片|证书|标签|表单|模板"
)
_FORM_WORDS = patterns.compile(
    r"签[字名章]|盖章|公章|填[表报写]|年[\s\u3000]*月[\s\u3000]*日|检[验测查]员|审核人|批准人|负责人[:：]?$|记录人|联系电话|^日期[:：]?$|[□☐☑]|_{3}"
)
_NOTE = patterns.compile(
    r"(?:\ufffc|\^\{?[a-z]\}?\^?|[\u1d43-\u1d6a\u1d9c-\u1dbb]|[a-z])(?=[\s\u3000\u4e00-\u9fff])(?![\s\u3000]*[=≤≥<>])"
)
_UNNUMBERED = patterns.compile(r"表(?:[\s\u3000]*[：:]|[\s\u3000]+|$|(?=[（(]))")
_STOPPED = patterns.compile(
    rf"表{BLANK}*(?P<number>(?:[A-Z]\.)?\d{{1,3}})(?:{BLANK}{BLANK}*[^。；：，\n]{{2,40}})[。；：]"
)
"""A caption that ends like a sentence, so that it was not told for one: another rule deletes the sign."""
_MALFORMED = patterns.compile(
    r"(?:(?:图表|表格|[Tt]able|TABLE|Tab\.)[\s\u3000]*(?:[A-Z][.\-]?)?\d+(?:[.\-]\d+)*"
    r"|表[\s\u3000]*(?:[（(]\d+[）)]|[一二三四五六七八九十]{1,3}(?=[\s\u3000：:]|$)|No\.?\s*\d+|第\d+))(?![\d、和])"
)
_LONGEST_TITLE = 40
_ENDS = ("。", "；", "：", "，", ":")


class Entry(NamedTuple):
    """A cell and its text, with a line break for every paragraph behind the first; `noted`: it holds a note."""

    cell: Cell
    text: str
    noted: bool = False


def last_paragraph(source: Source, entry: Entry) -> Span:
    """Return the span of the last paragraph of a cell."""
    return source.blocks[entry.cell.blocks[-1]].span


@dataclass(slots=True)
class DataTable:
    """A table with what belongs to it.

    `index` is that in `Source.tables`; `first` and `last` are its outermost blocks; `rows` hold entries by row, merged
    cells included. `use`: data, form or layout. `caption` is the block of the caption or -1; `below` says that it
    stands below the table, `continued` that it is a continuation. `lead` is the block of a paragraph that stands for a
    caption without being one (“表　尺寸”, “表一　尺寸”), or -1. `unit` is the block of the unit statement, or -1.
    `nested`: another table stands in it. `informative`: it stands in an informative annex. `behind` holds the blocks of
    notes and footnotes directly behind the table.

    `width` counts the columns, `header` the rows of the header; `across` says for each row whether it is one text
    across the table; `tail` is the first of the last rows that are. `body` are the rows between, those across left out.
    """

    index: int
    first: int
    last: int
    rows: list[list[Entry]]
    region: Region
    use: str = DATA
    caption: int = -1
    number: str = ""
    title: str = ""
    below: bool = False
    continued: bool = False
    lead: int = -1
    unit: int = -1
    nested: bool = False
    informative: bool = False
    behind: list[int] = field(default_factory=list)
    width: int = 0
    header: int = 1
    tail: int = 0
    across: list[bool] = field(default_factory=list)
    body: list[list[Entry]] = field(default_factory=list)

    @property
    def counts_unnumbered(self) -> bool:
        """Whether it is a table that ought to have a number and has none, or one of another form."""
        return self.use == DATA and not self.number and not self.continued

    @property
    def captioned(self) -> bool:
        """Whether it has a caption, in whatever form."""
        return self.caption >= 0 or self.lead >= 0

    def measure(self) -> None:
        """Count columns and header rows, and tell the body from what stands below it."""
        rows = self.rows
        self.width = max((row[-1].cell.column + row[-1].cell.columns for row in rows), default=0)
        self.across = [is_across(row, self.width) for row in rows]
        self.header = _header(rows)
        tail = len(rows)
        while tail > 1 and self.across[tail - 1]:
            tail -= 1
        self.tail = tail
        self.body = [rows[at] for at in range(self.header, tail) if not self.across[at]]


def _header(rows: list[list[Entry]]) -> int:
    """Return the number of rows of a header: the first one and those into which its merged cells reach."""
    reach = {entry.cell.column for entry in rows[0]} if rows else set()
    header = 1
    while header < len(rows):
        reach &= {entry.cell.column for entry in rows[header] if entry.cell.merged}
        if not reach:
            break
        header += 1
    return header


def is_across(row: list[Entry], width: int) -> bool:
    """Say whether a row is one text across the table: a note, a footnote, a paragraph or a title between rows."""
    first = row[0]
    if not first.text:
        return False
    if len(row) == 1 or first.cell.columns >= width:
        return True
    if any(entry.text for entry in row[1:]):
        return False
    text = first.text
    return first.noted or is_footnote(text) or (width > 2 and not any(char.isdigit() for char in text))


def is_footnote(text: str) -> bool:
    """Say whether a text in a table begins like one of its footnotes: “a 不含涂层”."""
    return _NOTE.match(text) is not None and len(text) > 3


def tables(
    source: Source,
    outline: Outline,
    regions: list[Region],
    captions: list[Caption],
    continued: list[Continuation],
) -> list[DataTable]:
    """Return the tables in document order, those inside another table and those without any text left out."""
    found: list[DataTable] = []
    if not source.tables:
        return found
    bounds = _bounds(source)
    for index, table in enumerate(source.tables):
        if table.depth or index not in bounds:
            continue
        rows = _rows(source, table.cells)
        first, last = bounds[index]
        region = regions[first]
        made = DataTable(
            index, first, last, rows, region, informative=region.element == "annex" and not region.normative
        )
        made.nested = any(inner in bounds for inner in _inner(source, index))
        made.measure()
        found.append(made)
    _give_captions(source, found, captions, continued)
    for made in found:
        _look_around(source, made, outline)
        made.use = _use(source, made, outline)
    return found


def _inner(source: Source, index: int) -> list[int]:
    """Return the numbers of the tables nested in one: they follow it."""
    inner = []
    for at in range(index + 1, len(source.tables)):
        if not source.tables[at].depth:
            break
        inner.append(at)
    return inner


def _bounds(source: Source) -> dict[int, tuple[int, int]]:
    """Return the first and the last block of each table that has any."""
    found = {}
    for index, table in enumerate(source.tables):
        blocks = [block for cell in table.cells for block in cell.blocks]
        if blocks:
            found[index] = min(blocks), max(blocks)
    return found


def _rows(source: Source, cells: list[Cell]) -> list[list[Entry]]:
    text, blocks = source.text, source.blocks
    rows: list[list[Entry]] = []
    last = -1
    for cell in cells:
        row, _, held = cell[:3]
        if len(held) == 1:
            start, end = blocks[held[0]][0]
            entry = Entry(cell, text[start:end])
        elif held:
            said = "\u2028".join([text[slice(*blocks[block].span)] for block in held])
            entry = Entry(cell, said, blocks[held[-1]].kind == "note" or blocks[held[0]].kind == "label")
        else:
            entry = Entry(cell, "")
        if row != last:
            rows.append([])
            last = row
        rows[-1].append(entry)
    return rows


def _give_captions(
    source: Source, found: list[DataTable], captions: list[Caption], continued: list[Continuation]
) -> None:
    """Pair captions and tables from the end on: a caption belongs to the table below it, else to the one above it."""
    by_index = {table.index: table for table in found}
    heads: list[tuple[int, str, str, bool]] = [
        (caption.block, caption.number, caption.title, False) for caption in captions if caption.kind == "table"
    ]
    heads += [(one.block, one.number, one.title, True) for one in continued if one.kind == "table"]
    for block, number, title, goes_on in sorted(heads, key=itemgetter(0), reverse=True):
        inside = source.blocks[block].table
        table, below = by_index.get(inside), False
        if inside < 0:
            table = by_index.get(_below(source, block, bool(title)))
            if table is None or table.caption >= 0:
                table, below = by_index.get(_above(source, block)), True
        if table is not None and table.caption < 0:
            table.caption, table.number, table.title = block, number, title
            table.below, table.continued = below, goes_on


def _below(source: Source, block: int, titled: bool) -> int:
    """Return the table below a caption, with a unit statement or the title between them at most."""
    blocks = source.blocks
    for at in range(block + 1, min(block + 4, len(blocks))):
        one = blocks[at]
        if one.table >= 0:
            return one.table
        said = source.text[slice(*one.span)]
        if one.kind not in ("para", "caption", "box") or one.label:
            return -1
        if is_unit_statement(said):
            continue
        if titled or len(said) > _LONGEST_TITLE or said.endswith(_ENDS) or OBJECT in said:
            return -1
        titled = True
    return -1


def _above(source: Source, block: int) -> int:
    """Return the table above a caption, with notes or a unit statement between them at most."""
    blocks = source.blocks
    at = block - 1
    while at >= 0 and at > block - 8:
        one = blocks[at]
        if one.table >= 0:
            return one.table
        plain = one.kind == "para" and is_unit_statement(source.text[slice(*one.span)])
        if one.kind not in ("label", "note") and not plain:
            return -1
        at -= 1
    return -1


def _look_around(source: Source, table: DataTable, outline: Outline) -> None:
    """Find the unit statement above a table, what stands for its caption, and the notes behind it."""
    blocks = source.blocks
    at = table.first - 1
    for _ in range(2):
        if at < 0 or at == table.caption or blocks[at].table >= 0:
            break
        said = source.text[slice(*blocks[at].span)].strip()
        if table.unit < 0 and blocks[at].kind in ("para", "caption") and is_unit_statement(said):
            table.unit = at
        elif table.caption < 0 and blocks[at].kind in ("para", "heading", "caption") and _is_lead(said):
            table.lead = at
        elif table.caption < 0 and blocks[at].kind == "para" and (match := _STOPPED.fullmatch(said)):
            table.lead, table.number = at, match["number"]
        at -= 1
    at = table.last + 1
    while at < len(blocks) and outline.owner[at] is outline.owner[table.last]:
        one = blocks[at]
        kind = blocks[at + 1].kind if one.kind == "label" and at + 1 < len(blocks) else one.kind
        footnote = kind == "para" and not one.label and is_footnote(source.text[slice(*one.span)])
        if one.table >= 0 or not (kind == "note" or footnote):
            break
        if one.kind != "label":
            table.behind.append(at)
        at += 1


def _is_lead(said: str) -> bool:
    if len(said) > _LONGEST_TITLE or said.endswith(_ENDS):
        return False
    return is_unnumbered(said) or malformed_number(said) > 0


def is_unnumbered(said: str) -> bool:
    """Say whether a paragraph above a table is a caption without a number: “表　尺寸”."""
    return _UNNUMBERED.match(said) is not None


def malformed_number(said: str) -> int:
    """Return the length of a number of another form at the beginning of a caption (“表一　尺寸”), or 0."""
    match = _MALFORMED.match(said)
    return match.end() if match else 0


def _use(source: Source, table: DataTable, outline: Outline) -> str:
    if table.region.element in _NO_TABLES or table.region.role in (
        "note",
        "example",
        "quote",
        "toc",
        "header",
        "footer",
    ):
        return LAYOUT
    said = [entry.text for row in table.rows for entry in row]
    filled = [text for text in said if text]
    if not table.captioned and _arranges(source, table, filled):
        return LAYOUT
    headings = [table.title, source.text[slice(*source.blocks[table.lead].span)] if table.lead >= 0 else ""]
    section = outline.owner[table.first]
    if not table.captioned or section.element == "annex":
        headings.append(section.title)
        parent = section.parent
        while parent is not None:
            headings.append(parent.title)
            parent = parent.parent
    named = any(_FORM_TITLE.search(heading) for heading in headings)
    blank = sum(not (entry.text or entry.cell.merged) for row in table.rows for entry in row)
    if (named and (blank or not table.captioned)) or blank * 5 > len(said) * 2 or _has_empty_column(table):
        return FORM
    fillable = blank or not table.captioned
    return FORM if fillable and any(_FORM_WORDS.search(text) for text in filled) else DATA


def _has_empty_column(table: DataTable) -> bool:
    """Say whether a column is left to be filled in: no row of the body says anything there."""
    rows = [row for row, across in zip(table.rows[1:], table.across[1:], strict=True) if not across]
    if len(rows) < 2:
        return False
    blank: dict[int, int] = {}
    for row in rows:
        for entry in row:
            if not entry.text and not entry.cell.merged:
                blank[entry.cell.column] = blank.get(entry.cell.column, 0) + 1
    remarks = {entry.cell.column for entry in table.rows[0] if fold(entry.text) in ("备注", "说明", "注")}
    return any(count == len(rows) and column not in remarks for column, count in blank.items())


def _arranges(source: Source, table: DataTable, filled: list[str]) -> bool:
    """Say whether a table without a caption only arranges what it holds: formulas, pictures, explanations, a box."""
    if table.region.element in ("terms", "symbols") or len(filled) < 4 or table.width < 2 or len(table.rows) < 2:
        return True
    if any(OBJECT in text and len(text) < 4 for text in filled):
        return True
    if any(fold(text).strip("—－―─-") == "" for row in table.rows[:2] for text in [e.text for e in row] if text):
        return True
    return any(fold(text).startswith(("式中", "其中")) or "——" in text[:12] for text in filled[:4])
