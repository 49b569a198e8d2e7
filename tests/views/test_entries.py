"""Entries of the lists of documents: their parts, and what is no entry of its own."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.entries import Entry


def _listed(*lines: str, title: str = "2 规范性引用文件") -> tuple[Document, list[Entry]]:
    doc = Document(markdown.read(f"# {title}\n\n{chr(10).join(f'{line}{chr(10)}' for line in lines)}".encode()))
    return doc, [*doc.entries.normative, *doc.entries.bibliography]


@pytest.mark.parametrize(
    ("line", "marker", "number", "gap", "title", "closing"),
    [
        ("GB/T 191　包装标志", "", "GB/T 191", "　", "包装标志", ""),
        ("GB/T 191—2008包装标志；", "", "GB/T 191—2008", "", "包装标志", "；"),
        ("1、GB/T 191：包装标志。", "1、", "GB/T 191", "：", "包装标志", "。"),
        ("[1] GB/T 2423（所有部分） 环境试验", "[1]", "GB/T 2423（所有部分）", " ", "环境试验", ""),
        ("GB 50016—2014（2018年版）　防火规范", "", "GB 50016—2014（2018年版）", "　", "防火规范", ""),
        ("GB/T 7251—2013/XG1—2021　开关", "", "GB/T 7251—2013/XG1—2021", "　", "开关", ""),
        ("GB/T 191", "", "GB/T 191", "", "", ""),
    ],
)
def test_an_entry_is_taken_apart(line: str, marker: str, number: str, gap: str, title: str, closing: str) -> None:
    doc, (entry,) = _listed(line)
    spans = (entry.marker, entry.number, entry.gap, entry.title, entry.closing)
    assert [doc.text[slice(*span)] if span else "" for span in spans] == [marker, number, gap, title, closing]


@pytest.mark.parametrize(
    "title",
    [
        "中华人民共和国计量法",
        "《中华人民共和国计量法》（2018年修正）",
        "消防法",
        "危险化学品安全管理条例",
        "管理办法（部令第12号）",
    ],
)
def test_laws_and_policies_are_told(title: str) -> None:
    assert _listed(title)[1][0].law


@pytest.mark.parametrize("title", ["土工试验方法", "滴定法", "中华人民共和国药典", "工程测量技术规定"])
def test_methods_and_books_are_no_laws(title: str) -> None:
    assert not _listed(title)[1][0].law


def test_the_heading_of_a_group_is_no_entry() -> None:
    found = _listed("国家标准", "[1] GB/T 191　包装标志", title="参考文献")[1]
    assert [entry.group for entry in found] == [True, False]


def test_a_number_above_its_title_is_one_entry() -> None:
    found = _listed("GB/T 191", "包装储运图示标志", "GB/T 6388　收发货标志")[1]
    assert [entry.continued for entry in found] == [True, True, False]


def test_an_open_number_is_no_number() -> None:
    doc, (entry,) = _listed("GB/T XXXXX—202X　术语")
    assert entry.number is None
    assert doc.text[slice(*entry.placeholder)] == "GB/T XXXXX—202X"  # type: ignore[misc]
    assert doc.text[slice(*entry.title)] == "术语"


def test_a_sentence_is_no_document() -> None:
    assert _listed("GB/T 191　包装标志", "以上文件的获取方式见附录A。")[1][1].prose
