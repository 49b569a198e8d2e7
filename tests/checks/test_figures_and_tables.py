"""Rules about figures and tables, as far as examples cannot show them."""

from __future__ import annotations

import inspect

import pytest

from stdlint.formats import docx, markdown
from stdlint.model import OBJECT, Source
from tests.docx_builder import build, para, table
from tests.helpers import run, uses_for


def _said(name: str, source: Source | str) -> list[str]:
    read = markdown.read(inspect.cleandoc(source).encode()) if isinstance(source, str) else source
    return [read.text[slice(*finding.span)] for finding in run(uses_for("zh")[name].check, read)]


def test_a_picture_that_the_text_announces_needs_a_caption() -> None:
    text = "# 4 要求\n\n流程如下图所示。\n\n![](a.png)\n\n样品应干燥。\n\n试样应编号。"
    assert _said("unnumbered-figure", text) == [OBJECT]


@pytest.mark.parametrize("sign", ["-", "/", "N/A"])
def test_signs_for_nothing_in_a_cell(sign: str) -> None:
    text = f"# 4 要求\n\n表1　尺寸\n\n| 长 | 宽 |\n|---|---|\n| 10 | {sign} |\n| 30 | 40 |"
    assert _said("wrong-empty-cell-mark", text) == [sign]


def test_merged_word_cells_are_not_empty() -> None:
    below = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    rows = (["规格", "长", "宽"], ["甲", "10", "20"], [below, "30", "40"])
    assert _said("empty-cell", docx.read(build(para("表1　尺寸"), table(*rows)))) == []
    gap = (*rows, ["乙", "50", "<w:p/>"])
    assert _said("empty-cell", docx.read(build(para("表1　尺寸"), table(*gap)))) == ["50"]


def test_rows_that_word_shortens_on_purpose_are_regular() -> None:
    short = '<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'
    whole = table(["规格", "长", "宽"], ["甲", "10", "20"]).replace("</w:tbl>", f"{short}</w:tbl>")
    assert _said("irregular-table", docx.read(build(para("表1　尺寸"), whole))) == []


def test_a_caption_that_is_not_read_as_one_leaves_no_gap() -> None:
    rows = "| 长 | 宽 |\n|---|---|\n| 1 | 2 |\n\n"
    text = f"# 4 要求\n\n表1　甲\n\n{rows}表2给出了产品的性能，包括硬度和强度。\n\n{rows}表3　丙\n\n{rows}"
    assert _said("broken-table-numbering", text) == []
