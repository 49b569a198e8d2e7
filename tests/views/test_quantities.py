"""Numbers with their units, and what joins numbers."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.units import in_right_case, is_legal, plain
from tests import docx_builder as word


def _document(text: str) -> Document:
    return Document(markdown.read(f"# 4 要求\n\n{text}\n".encode()))


def _all(doc: Document) -> list[str]:
    quantities = doc.quantities
    return [doc.text[slice(*one.span)] for one in quantities.written(quantities.tokens)]


def _superscript(text: str) -> Document:
    raised = word.run("2", '<w:vertAlign w:val="superscript"/>')
    return Document(docx.read(word.build(word.para(word.run("4 要求")), word.para(text + raised + word.run("。")))))


def test_a_quantity_is_a_number_with_its_unit_and_the_gap_between() -> None:
    assert _all(_document("长度为20 mm，质量为5kg，热导率为5 W/(m·K)。")) == ["20 mm", "5kg", "5 W/(m·K)"]


def test_groups_of_three_digits_and_powers_are_one_number() -> None:
    assert _all(_document("长度为1 000 mm，压力为10³ Pa。")) == ["1 000 mm", "10³ Pa"]


@pytest.mark.parametrize(
    "text", ["型号为XJ-5KW。", "“5 kg”", "见https://a.example/5kg。", "5.2.1 mm", "`5 kg`", "GB/T 191—2008 m"]
)
def test_names_links_quotations_and_numbers_of_documents_hold_no_quantity(text: str) -> None:
    assert _all(_document(text)) == []


def test_the_unit_behind_a_parenthesis_belongs_to_all_of_it() -> None:
    doc = _document("温度为（25±2） ℃。")
    assert [(doc.text[slice(*one.number)], one.closed) for one in doc.quantities.written(("℃",))] == [
        ("（25±2）", True)
    ]


def test_a_unit_in_brackets_or_behind_a_solidus_heads_a_column() -> None:
    doc = _document("| 质量（kg） | 长度/mm |\n|---|---|\n| 5 | 6 |")
    assert [(one.token, one.counted) for one in doc.quantities.headed] == [("kg", False), ("mm", False)]


def test_a_sign_in_front_of_a_number_is_told_from_a_hyphen() -> None:
    doc = _document("温度为-7 ℃，A型-5 ℃。")
    assert [doc.text[slice(*one.sign)] for one in doc.quantities.written(("℃",))] == ["-", ""]


@pytest.mark.parametrize(
    ("text", "signs"),
    [("80×25×50 mm", "××"), ("10～12 kPa", "～"), ("80±2 μF", "±"), ("10 kPa-12 kPa", "-"), ("3*10³ Pa", "*")],
)
def test_numbers_that_may_be_joined_wrongly_make_a_chain(text: str, signs: str) -> None:
    assert [chain.signs for chain in _document(f"应为{text}。").quantities.chains] == [signs]


@pytest.mark.parametrize("text", ["10 kPa～12 kPa", "80 mm×25 mm", "2020-2025年", "80 μF±2 μF"])
def test_what_is_joined_rightly_makes_none(text: str) -> None:
    assert _document(f"应为{text}。").quantities.chains == []


def test_the_mark_of_a_footnote_in_a_table_is_no_unit() -> None:
    assert _all(_document("| 项目 |\n|---|\n| ≥800<sup>a</sup> |")) == []


def test_the_file_tells_what_is_set_high() -> None:
    assert _raised(_document("面积为20 m<sup>2</sup>。"))
    assert not _raised(_document("面积为20 m2。"))
    assert _raised(_superscript(word.run("面积为20 m")))


def _raised(doc: Document) -> bool:
    one = doc.quantities.written(("m2",))[0]
    return doc.source.is_raised((one.unit[1] - 1, one.unit[1]))


def test_legal_symbols_are_known_alone_and_combined() -> None:
    assert all(is_legal(token) for token in ("kg", "mg/m3", "W/(m²·K)", "℃", "kW·h", "m^2^"))
    assert not any(is_legal(token) for token in ("Kg", "rpm", "N.m", "km/小时", "ppm"))


def test_wrong_case_is_put_right_in_every_part() -> None:
    assert [in_right_case(token) for token in ("Kg", "KG/M3", "KM/H", "kg", "M", "S/m")] == [
        "kg", "kg/m³", "km/h", "", "", "",
    ]  # fmt: skip
    assert plain("mg/m3") == "mg/m³"
