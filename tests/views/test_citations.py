"""Standard numbers in a text: what is one, what only looks like one, and what it points at."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.citations import Citation


def _cited(text: str) -> list[Citation]:
    return Document(markdown.read(f"# 4 要求\n\n{text}\n".encode())).citations


@pytest.mark.parametrize(
    ("text", "code", "number", "year"),
    [
        ("符合GB/T 191—2008的规定", "GB/T", "191", "2008"),
        ("符合GB/T191-2008的规定", "GB/T", "191", "2008"),
        ("符合GB／T 191－2008的规定", "GB/T", "191", "2008"),
        ("符合ＧＢ／Ｔ １９１—2008的规定", "GB/T", "191", "2008"),
        ("符合GB-T 191的规定", "GB/T", "191", ""),
        ("符合T/CECA-G 0001—2020的规定", "T/CECA-G", "0001", "2020"),
        ("按JB4730-94检验", "JB", "4730", "94"),
        ("符合GB 5009.3的规定", "GB", "5009.3", ""),
        ("符合GB 50016—2014（2018年版）的规定", "GB", "50016", "2014"),
        ("符合GB/T 191—08的规定", "GB/T", "191", "08"),
        ("符合GBZ/T 189.1的规定", "GBZ/T", "189.1", ""),
        ("符合GJB 150.1A—2009的规定", "GJB", "150.1A", "2009"),
        ("符合DB 11/T 456—2018的规定", "DB11/T", "456", "2018"),
        ("符合DB31/ 199—2018的规定", "DB31", "199", "2018"),
        ("符合T/CAS 001—2023的规定", "T/CAS", "001", "2023"),
        ("符合JTG D60—2015的规定", "JTG", "D60", "2015"),
        ("符合JJF（通信）018—2021的规定", "JJF(通信)", "018", "2021"),
        ("按JJG 99检定", "JJG", "99", ""),
        ("按CECS 160:2004评定", "CECS", "160", "2004"),
        ("符合ISO/IEC 27001:2022的规定", "ISO/IEC", "27001", "2022"),
        ("符合IEC 60068-2-1的规定", "IEC", "60068-2-1", ""),
        ("符合ISO 9001—2015的规定", "ISO", "9001", "2015"),
        ("按ISO 105-A02:1993评定", "ISO", "105-A02", "1993"),
        ("螺栓ISO 4014-M12", "ISO", "4014", ""),
        ("符合EN 12464-1:2021的规定", "EN", "12464-1", "2021"),
        ("按ASTM D638-14测定", "ASTM", "D638", "14"),
        ("符合ITU-T G.711的规定", "ITU-T", "G.711", ""),
        ("符合3GPP TS 23.501的规定", "3GPP TS", "23.501", ""),
        ("符合ETSI EN 303 645的规定", "ETSI EN", "303 645", ""),
        ("遵循IETF RFC 8446", "RFC", "8446", ""),
    ],
)
def test_a_number_is_taken_apart(text: str, code: str, number: str, year: str) -> None:
    assert [(c.code, c.number, c.year) for c in _cited(text)] == [(code, number, year)]


@pytest.mark.parametrize(
    "text",
    [
        "硬度为HB 200",
        "采用GH4169制造",
        "型号为DZ47-63",
        "采用HJ1234型泵",
        "CH4的浓度",
        "采用CJ20接触器",
        "内存为8 GB 2条",
        "润滑油SAE 15W-40",
        "感光度ISO 100",
        "色度按CIE 1931表示",
        "AES 256",
        "DN 50",
    ],
)
def test_what_only_looks_like_a_number_is_left_out(text: str) -> None:
    assert _cited(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("按GB/T 5169.11、5169.12试验", ["5169.11", "5169.12"]),
        ("按GB 5009.3、5009.4和5009.5测定", ["5009.3", "5009.4", "5009.5"]),
        ("按GB/T 2423.1、.2试验", ["2423.1", "2423.2"]),
        ("符合GB/T 191—2008、6388—1986的规定", ["191", "6388"]),
        ("长度为GB/T 196规定的100、150 mm", ["196"]),
    ],
)
def test_an_abbreviated_list_is_read_in_full(text: str, numbers: list[str]) -> None:
    assert [c.number for c in _cited(text)] == numbers


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("按GB/T 2423.1～GB/T 2423.4试验", "2423.4"),
        ("按GB/T 2423.1～2423.4试验", "2423.4"),
        ("按GB/T 2423.1~4试验", "2423.4"),
        ("按GB/T 2423.1-4试验", ""),
        ("按GB/T 191～20 mm", ""),
    ],
)
def test_a_range_knows_its_last_document(text: str, last: str) -> None:
    assert _cited(text)[0].upto == last


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("按GB/T 191第5章", "第5章"),
        ("符合GB/T 191中5.2的规定", "5.2"),
        ("符合GB/T 191的表A.1的规定", "表A.1"),
        ("按GB/T 191—2008 附录B", "附录B"),
        ("符合GB/T 191《包装储运图示标志》中第5.2条", "第5.2条"),
        ("按GB/T 191中式（2）", "式（2）"),
        ("符合GB/T 191和表1的规定", ""),
        ("符合GB/T 191、附录A的规定", ""),
        ("见GB/T 191，5.2", ""),
        ("不小于GB/T 191的2.5倍", ""),
        ("间隙为GB/T 1804中0.5 mm以下", ""),
        ("符合GB/T 191中规定的表1", ""),
    ],
)
def test_a_place_counts_only_where_it_is_attached_to_the_number(text: str, place: str) -> None:
    locator = _cited(text)[0].locator
    source = markdown.read(f"# 4 要求\n\n{text}\n".encode())
    assert (source.text[locator[0] : locator[1]] if locator else "") == place


def test_one_document_has_one_key_whatever_its_kind_and_date() -> None:
    keys = {c.key for c in _cited("GB 191、GB/T 191—2008、GB/T191和GB/Z 191")}
    assert keys == {("GB", "191")}
    assert {c.key for c in _cited("ISO 17025和ISO/IEC 17025:2017")} == {("ISO", "17025")}


def test_entries_typed_line_under_line_are_entries_of_their_own() -> None:
    doc = Document(
        markdown.read(
            "# 2 规范性引用文件\n\n下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。\n"
            "GB/T 191　包装储运\n图示标志\n"
            "DL/T 1146　DL/T 860 实施技术规范\nNY 884　肥料（GB/T 1，ISO 2，IDT）\n".encode()
        )
    )
    lists = doc.references
    assert [r.citation.name if r.citation else "" for r in lists.normative] == ["GB/T 191", "DL/T 1146", "NY 884"]
    assert {c.name for c in lists.named} >= {"GB/T 191", "DL/T 860", "GB/T 1"}
    assert lists.lead_in == [lists.normative[0].block]
