"""Read an Excel workbook: every sheet that is shown becomes a table. Workbooks are only read, never written."""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from stdlint.formats.docx.package import Package, part_xml, refuse_bombs
from stdlint.model import LINE_BREAK, Block, Cell, ReadError, Source, Table

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as _Cell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    Filled = _Cell | MergedCell

CELLS = 1_000_000
"""The most cells that are read: more than any table of comments has."""

_MERGED = re.compile(rb"""mergeCell\s[^>]*?\bref\s*=\s*["']([A-Za-z]{1,7}\d{1,9})(?::([A-Za-z]{1,7}\d{1,9}))?""")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def read(data: bytes) -> Source:
    """Read the sheets of a workbook in order, one table each, with the values that Excel last computed.

    Columns count from the first one with text. A cell that Excel shows as part of a larger one is `merged`.
    """
    _refuse_others(data)
    source = Source("xlsx", "", [], data)
    pieces: list[str] = []
    for sheet in _sheets(data):
        texts = {place: text for place, cell in sheet._cells.items() if (text := _said(cell))}
        if texts:
            _Sheet(source, pieces, sheet).take(texts)
    source.text = "".join(pieces)
    return source


def where(source: Source, offset: int) -> None:
    """Return None: a workbook has no lines; `Document.place` tells sheet and cell."""


def _refuse_others(data: bytes) -> None:
    if not data:
        raise ReadError("The file is empty.", "文件是空的。")
    if data.startswith(_OLE):
        if any(word.encode("utf-16-le") in data for word in ("EncryptedPackage", "EncryptionInfo")):
            raise ReadError(
                "The file is encrypted; save it without a password first.", "文件已加密，请先取消密码再保存。"
            )
        raise ReadError(
            "This is not a .xlsx file: it is an older Office file; save it as .xlsx first.",
            "这不是.xlsx文件，而是旧版Office文件，请先另存为.xlsx。",
        )
    if not data.startswith(_ZIP):
        raise ReadError(
            "This is not an Excel workbook: the file is no zip archive.", "这不是Excel工作簿：文件不是压缩包。"
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged() from error
    refuse_bombs(members)
    package = Package(archive, {member.filename.lower(): member for member in members})
    if "xl/workbook.xml" not in package.names:
        raise ReadError(
            "This is not an Excel workbook: the archive holds no workbook.", "这不是Excel工作簿：压缩包中没有工作簿。"
        )
    for name in package.names:
        if name.endswith((".xml", ".rels")) and (xml := part_xml(package, name)):
            _refuse_merging(xml)


def _refuse_merging(xml: bytes) -> None:
    """Raise ReadError where cells are merged over more than a table has: each of them would be built in memory."""
    if b"mergeCell" not in xml:
        return
    sides = ([_placed(side) for side in (one, other or one)] for one, other in _MERGED.findall(xml))
    if sum((abs(row - below) + 1) * (abs(left - right) + 1) for (row, left), (below, right) in sides) > CELLS:
        raise _too_many()


def _placed(cell: bytes) -> tuple[int, int]:
    """Return row and column of “BC12”."""
    letters = cell.rstrip(b"0123456789").upper()
    return int(cell[len(letters) :] or 0), sum((byte - 64) * 26**power for power, byte in enumerate(letters[::-1]))


def _too_many() -> ReadError:
    return ReadError(
        f"The file is refused: a sheet has more than {CELLS} cells.", f"拒绝读取文件：工作表的单元格超过{CELLS}个。"
    )


def _sheets(data: bytes) -> list[Worksheet]:
    """Return the sheets that are shown."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise ReadError(
            "Reading .xlsx files needs openpyxl: pip install 'stdlint[xlsx]'.",
            "读取.xlsx文件需要openpyxl：pip install 'stdlint[xlsx]'。",
        ) from error
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), data_only=True)
    except ReadError:
        raise
    except Exception as error:
        raise _damaged() from error
    sheets: Any = book.worksheets
    return [sheet for sheet in sheets if sheet.sheet_state == "visible"]


def _damaged() -> ReadError:
    return ReadError(
        "The file is damaged: it cannot be read as an Excel workbook.", "文件已损坏：无法作为Excel工作簿读取。"
    )


def _said(cell: Filled) -> str:
    """Return what a cell shows, as far as its text and numbers go."""
    value: Any = cell.value
    if value is None:
        return ""
    if isinstance(value, float):
        decimals = cell.number_format.partition(".")[2]
        fixed = len(decimals) if decimals.strip("0") == "" else 0
        return f"{value:.{fixed}f}" if fixed else f"{value:.10g}"
    return str(value).removesuffix(" 00:00:00").replace("\r\n", "\n").strip().replace("\n", LINE_BREAK)


class _Sheet:
    """Put the filled cells of a sheet, and the empty ones between them, behind what is read already."""

    def __init__(self, source: Source, pieces: list[str], sheet: Worksheet) -> None:
        self.source, self.pieces = source, pieces
        self.at = sum(map(len, pieces))
        self.part = len(source.part_names)
        source.part_names.append(sheet.title)
        self.spans: dict[tuple[int, int], int] = {}
        self.covered: set[tuple[int, int]] = set()
        self.areas = [(a.min_row, a.max_row, a.min_col, a.max_col) for a in sheet.merged_cells.ranges]

    def _merge(self, rows: list[int]) -> None:
        """Find how many columns the merged cells of each row span, and which go on from the row above."""
        for top, bottom, left, right in self.areas:
            for row in rows[bisect_left(rows, top) : bisect_right(rows, bottom)]:
                self.spans[row, left] = right - left + 1
                if row > top:
                    self.covered.add((row, left))

    def take(self, texts: dict[tuple[int, int], str]) -> None:
        """Add the table: its rows are those with text, and its columns reach as far as text does."""
        left, right = min(column for _, column in texts), max(column for _, column in texts)
        rows = sorted({row for row, _ in texts})
        if len(rows) * (right - left + 1) > CELLS:
            raise _too_many()
        self._merge(rows)
        index = len(self.source.tables)
        cells: list[Cell] = []
        for number, row in enumerate(rows):
            column = left
            while column <= right:
                wide = min(self.spans.get((row, column), 1), right - column + 1)
                text = texts.get((row, column), "")
                blocks = (self._block(text, row, column, index),) if text else ()
                merged = (row, column) in self.covered
                cells.append(Cell(number, column - left, blocks, wide, merged))
                column += wide
        self.source.tables.append(Table(cells))

    def _block(self, text: str, row: int, column: int, table: int) -> int:
        source = self.source
        source.starts.append(self.at)
        source.parts.append(self.part)
        source.nodes.append(-column)
        source.offsets.append(row)
        source.blocks.append(Block((self.at, self.at + len(text)), "cell", table=table))
        self.pieces.append(f"{text}\n")
        self.at += len(text) + 1
        return len(source.blocks) - 1
