"""What belongs to a table: caption, header, unit, notes; and what a table is for."""

from __future__ import annotations

import inspect

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.tables import DATA, FORM, LAYOUT, DataTable
from tests.docx_builder import build, para, table


def _tables(text: str) -> list[DataTable]:
    return Document(markdown.read(inspect.cleandoc(text).encode())).tables


def _only(text: str) -> DataTable:
    (found,) = _tables(text)
    return found


def test_a_table_knows_its_caption_unit_header_body_and_what_stands_below() -> None:
    found = _only("""
        # 4 要求

        表1　尺寸

        单位为毫米

        | 规格 | 长 |
        |---|---|
        | 甲 | 10 |
        | 乙 | 20 |
        | 注：已测量。 |
        | a 不含涂层。 |

        注：外面的注。
    """)
    assert (found.number, found.title, found.use, found.below, found.continued) == ("1", "尺寸", DATA, False, False)
    assert (found.width, found.header, found.tail, len(found.body)) == (2, 1, 3, 2)
    assert found.unit == found.first - 1
    assert len(found.behind) == 1


def test_merged_cells_make_the_header_two_rows_high() -> None:
    found = _only("""
        # 4 要求

        表1　尺寸

        <table>
        <tr><th rowspan="2">规格</th><th colspan="2">长</th></tr>
        <tr><th>大</th><th>小</th></tr>
        <tr><td rowspan="2">甲</td><td>1</td><td>2</td></tr>
        <tr><td>3</td><td>4</td></tr>
        </table>
    """)
    assert (found.header, found.width, len(found.body)) == (2, 3, 2)


def test_captions_below_are_told_where_the_last_one_has_no_table_below_it() -> None:
    rows = "| 长 | 宽 |\n|---|---|\n| 1 | 2 |\n\n"
    below = _tables(f"# 4 要求\n\n文。\n\n{rows}表1　甲\n\n{rows}表2　乙\n\n文。")
    assert [(found.number, found.below) for found in below] == [("1", True), ("2", True)]
    above = _tables(f"# 4 要求\n\n文。\n\n表1　甲\n\n{rows}表2　乙\n\n{rows}文。")
    assert [(found.number, found.below) for found in above] == [("1", False), ("2", False)]


def test_a_continuation_belongs_to_its_table() -> None:
    rows = "| 长 | 宽 |\n|---|---|\n| 1 | 2 |\n\n"
    found = _tables(f"# 4 要求\n\n表1　甲\n\n{rows}续表1\n\n{rows}表1（续）\n\n{rows}")
    assert [(one.number, one.continued) for one in found] == [("1", False), ("1", True), ("1", True)]


@pytest.mark.parametrize("lead", ["表　尺寸", "表：尺寸", "表一　尺寸", "表（1）　尺寸", "表格1　尺寸"])
def test_a_paragraph_may_stand_for_a_caption(lead: str) -> None:
    found = _only(f"# 4 要求\n\n{lead}\n\n| 长 | 宽 |\n|---|---|\n| 1 | 2 |\n")
    assert (found.caption, found.captioned, found.use) == (-1, True, DATA)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("# 4 符号\n\n| $l$ | 长 |\n|---|---|\n| $m$ | 质量 |\n", LAYOUT),
        ("# 4 要求\n\n式中：\n\n| $l$ | —— | 长； |\n|---|---|---|\n| $m$ | —— | 质量。 |\n", LAYOUT),
        ("# 前言\n\n文。\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n# 1 范围\n", LAYOUT),
        ("# 附录A（资料性）　检验记录表\n\n| 样品 | 甲 |\n|---|---|\n| 日期 |  |\n| 检验员 | 乙 |\n", FORM),
        ("# 4 要求\n\n表1　记录\n\n| 序号 | 结果 |\n|---|---|\n| 1 |  |\n| 2 |  |\n", FORM),
        ("# 4 要求\n\n表1　检查记录的保存期\n\n| 记录 | 年 |\n|---|---|\n| 甲 | 2 |\n", DATA),
    ],
)
def test_tables_that_arrange_and_forms_are_told_from_data(text: str, use: str) -> None:
    assert _only(text).use == use


def test_a_word_cell_that_continues_the_one_above_is_merged() -> None:
    below = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    source = docx.read(build(para("表1　尺寸"), table(["规格", "长"], ["甲", "1"], [below, "2"])))
    (found,) = Document(source).tables
    assert [[entry.cell.merged for entry in row] for row in found.body] == [[False, False], [True, False]]


def test_nested_tables_are_told_by_the_outer_one() -> None:
    source = docx.read(build(para("表1　尺寸"), table(["项目", "值"], ["长", para("见下") + table(["内"]) + "<w:p/>"])))
    (found,) = Document(source).tables
    assert found.nested
