"""The levels of list items, and lines that explain symbols."""

from __future__ import annotations

from stdlint.formats.markdown import read
from stdlint.model import OBJECT


def test_a_bullet_inside_a_number_below_a_letter_is_an_item_of_the_third_level() -> None:
    source = read("a) 甲：\n1) 乙：\n   - 丙；\n   - 丁；\n2) 戊。\n\n文。\n\n1) 己：\n   - 庚。".encode())
    assert [block.level for block in source.blocks if block.kind == "item"] == [1, 2, 3, 3, 2, 1, 2]


def test_symbols_with_blanks_in_their_formula_are_explained_line_by_line() -> None:
    source = read("式中：\n\n$\\Delta T$——温差；\n$T_0$——温度。".encode())
    said = [source.text[block.span[0] : block.span[1]] for block in source.blocks]
    assert said == ["式中：", f"{OBJECT}——温差；", f"{OBJECT}——温度。"]
