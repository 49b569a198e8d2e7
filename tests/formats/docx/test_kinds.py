"""What a paragraph of a Word file is: formulas and pictures, items and their levels."""

from __future__ import annotations

from stdlint.formats.docx import read
from tests.docx_builder import build, para, style

PICTURE = "<w:r><w:drawing><wp:inline/></w:drawing></w:r>"
FORMULA = "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>"


def test_a_picture_alone_is_no_formula_unless_its_style_says_so() -> None:
    source = read(build(para(PICTURE), para(FORMULA), para(PICTURE, "f"), styles=style("f", "标准文件_正文公式")))
    assert [block.kind for block in source.blocks] == ["para", "formula", "formula"]


def test_typed_numbers_and_dots_below_letters_or_dashes_are_items_of_the_second_level() -> None:
    lines = ("a) 甲：", "1) 乙；", "2) 丙；", "b) 丁。", "文。", "1) 戊；", "2) 己。", "文。", "——庚：", "·辛。")
    items = [block for block in read(build(*lines)).blocks if block.kind == "item"]
    assert [block.level for block in items] == [1, 2, 2, 1, 1, 1, 1, 2]
