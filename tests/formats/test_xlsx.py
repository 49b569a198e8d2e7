"""Workbooks: every sheet a table, what Excel shows in each cell, and the sentences for files that cannot be read."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from stdlint import formats
from stdlint.document import Document
from stdlint.formats import xlsx
from stdlint.model import LINE_BREAK, ReadError, Source
from stdlint.walk import walk


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _read(*rows: list[object], merge: tuple[str, ...] = ()) -> Source:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for area in merge:
        sheet.merge_cells(area)
    return xlsx.read(_saved(book))


def _rows(source: Source, table: int = 0) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in source.tables[table].cells:
        said = "".join(source.text[slice(*source.blocks[index].span)] for index in cell.blocks)
        found.setdefault(cell.row, []).append("^" if cell.merged else said)
    return list(found.values())


def test_the_cells_of_a_sheet_are_blocks_in_reading_order() -> None:
    source = _read(["序号", "意见"], [1, "改为“宜”"])
    assert source.text == "序号\n意见\n1\n改为“宜”\n"
    assert {block.kind for block in source.blocks} == {"cell"}
    assert _rows(source) == [["序号", "意见"], ["1", "改为“宜”"]]


def test_empty_cells_keep_their_place_and_empty_rows_are_left_out() -> None:
    assert _rows(_read(["a", None, "c"], [None], ["d"])) == [["a", "", "c"], ["d", "", ""]]


def test_merged_cells_span_columns_and_go_on_below() -> None:
    source = _read(["标题", None], ["a", "b"], [None, "c"], merge=("A1:B1", "A2:A3"))
    assert _rows(source) == [["标题"], ["a", "b"], ["^", "c"]]
    assert source.tables[0].cells[0].columns == 2


def test_numbers_are_read_as_excel_shows_them() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([5.1, 5.1, 3, datetime(2026, 3, 1), "5.2.1\n5.3"])
    sheet["B1"].number_format = "0.00"
    assert _rows(xlsx.read(_saved(book))) == [["5.1", "5.10", "3", "2026-03-01", f"5.2.1{LINE_BREAK}5.3"]]


def test_every_sheet_that_is_shown_is_a_table_and_places_name_sheet_and_cell() -> None:
    book = Workbook()
    book.worksheets[0].append(["第一页"])
    for title, state in (("意见", "visible"), ("草稿", "hidden")):
        sheet = book.create_sheet(title)
        sheet["AB7"] = title
        sheet.sheet_state = state
    source = xlsx.read(_saved(book))
    assert source.text == "第一页\n意见\n"
    assert len(source.tables) == 2
    place = Document(source).place(source.text.index("意见"))
    assert (place.element, place.clause, place.paragraph) == ("意见", "AB7", 0)


def test_nothing_in_a_workbook_can_be_changed() -> None:
    source = _read(["序号"])
    assert not source.editable(0, 2)
    assert not source.editable(2, 2)


def test_a_workbook_is_read_when_named_but_is_no_draft(tmp_path: Path) -> None:
    assert formats.reader("意见.XLSX") is xlsx
    for name in ("意见.xlsx", "draft.md"):
        (tmp_path / name).write_bytes(b"")
    assert walk(str(tmp_path)) == [str(tmp_path / "draft.md")]


def _zip(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "no zip archive"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "older Office file"),
        (b"PK\x03\x04 cut off", "damaged"),
        (_zip(word__document="<w/>"), "no workbook"),
        (_zip(xl__workbook="<workbook>"), "damaged"),
        (_zip(xl__workbook="<!DOCTYPE a [<!ENTITY b 'c'>]><workbook/>"), "document type declaration"),
        (_zip(xl__workbook=" " * (20 << 20)), "zip bomb"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as caught:
        xlsx.read(data)
    assert caught.value.said("zh").endswith("。")


def test_a_sheet_with_a_cell_in_its_last_corner_costs_nothing() -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "序号"
    book.worksheets[0]["XFD1048576"] = "末"
    assert len(xlsx.read(_saved(book)).tables[0].cells) == 2 * 16384


def test_a_sheet_too_wide_and_long_is_refused() -> None:
    book = Workbook()
    for row in range(1, 80):
        book.worksheets[0].cell(row, 1, "a")
    book.worksheets[0]["XFD1"] = "b"
    with pytest.raises(ReadError, match="refused"):
        xlsx.read(_saved(book))


def test_without_openpyxl_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _saved(Workbook())
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ReadError, match=r"stdlint\[xlsx\]"):
        xlsx.read(data)


def test_cells_merged_over_the_whole_sheet_are_refused_before_they_are_built() -> None:
    stream = io.BytesIO()
    merged = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    with zipfile.ZipFile(io.BytesIO(_saved(Workbook()))) as saved, zipfile.ZipFile(stream, "w") as forged:
        for name in saved.namelist():
            forged.writestr(name, saved.read(name).replace(b"<pageMargins", merged + b"<pageMargins"))
    with pytest.raises(ReadError, match="more than 1000000 cells"):
        xlsx.read(stream.getvalue())
