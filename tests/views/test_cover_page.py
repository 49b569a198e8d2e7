"""The cover taken apart, whatever the file makes of it."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.cover_page import CoverPage
from tests.docx_builder import build, para

COVER = """ICS 01.120
CCS A 00

中华人民共和国国家标准

GB/T 1234.2—XXXX
代替 GB/T 1234.2—2009

螺栓

第2部分：试验方法

Bolts—Part 2: Test methods

（ISO 898-1:2013，MOD）

（征求意见稿）

在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。

XXXX-XX-XX发布　　XXXX-XX-XX实施

国家市场监督管理总局
国家标准化管理委员会　发布

# 前言

文。

# 螺栓　第2部分：试验方法

# 1 范围
"""


def _page(text: str) -> CoverPage:
    return Document(markdown.read(text.encode())).cover_page


def test_every_field_of_a_draft_is_found() -> None:
    page = _page(COVER)
    assert [line.text for line in page.ics] == ["ICS 01.120"]
    assert [line.text for line in page.ccs] == ["CCS A 00"]
    assert (page.level, page.number and page.number.text) == ("national", "GB/T 1234.2—XXXX")
    assert [line.text for line in page.replaced] == ["代替 GB/T 1234.2—2009"]
    assert [text for text, _ in page.title] == ["螺栓", "第2部分：试验方法"]
    assert [text for text, _ in page.english] == ["Bolts—Part 2: Test methods"]
    assert [line.text for line in page.marks] == ["（ISO 898-1:2013，MOD）"]
    assert len(page.call) == 1
    assert [date.what for date in page.dates] == ["publication", "implementation"]
    assert "国家标准化管理委员会" in page.publisher[-1].text
    assert [text for text, _ in page.body_titles] == ["螺栓　第2部分：试验方法"]
    assert (page.whole, page.draft, page.missing) == (True, True, frozenset())


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("ICS 01.120\n", "ics"),
        ("CCS A 00\n", "ccs"),
        ("中华人民共和国国家标准\n", "level"),
        ("国家市场监督管理总局\n国家标准化管理委员会　发布\n", "publisher"),
        ("XXXX-XX-XX发布　　", "date"),
        ("Bolts—Part 2: Test methods\n", "english"),
        ("螺栓\n\n第2部分：试验方法\n\nBolts", "title"),
    ],
)
def test_what_a_draft_lacks_is_named(line: str, missing: str) -> None:
    assert _page(COVER.replace(line, "Bolts" if missing == "title" else "", 1)).missing == {missing}


def test_a_published_cover_that_lost_its_pictures_lacks_nothing() -> None:
    page = _page("# 中华人民共和国国家标准\n\nGB/T 1—2025\n\n# 螺栓\n\n2025-01-24 发布\n\n2025-08-01 实施\n\n# 前言")
    assert (page.whole, page.missing) == (True, frozenset())


def test_a_number_above_the_title_makes_no_cover() -> None:
    assert not _page("T/ABC 001—2025\n\n# 养老服务指南\n\n# 前言\n\n# 1 范围").whole


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024-03-15 发布", (2024, 3, 15)),
        ("2024年3月15日发布", (2024, 3, 15)),
        ("发布日期：2024.03.15", (2024, 3, 15)),
        ("20240315发 布", (2024, 3, 15)),
        ("202X-XX-XX 发布", None),
        ("二〇二四年三月十五日发布", None),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, value: tuple[int, int, int] | None) -> None:
    date = _page(f"团体标准\n\n{written}\n\n# 前言\n\n# 1 范围").date("publication")
    assert date is not None
    assert date.value == value


def test_the_date_of_completion_is_no_date_of_the_cover() -> None:
    assert _page("团体标准\n\n（本草案完成时间：2024年3月15日）\n\n# 前言\n\n# 1 范围").dates == []


def test_labels_in_front_of_the_titles_do_not_belong_to_them() -> None:
    page = _page("标准名称：公园服务规范\n\n英文名称：Specification for park services\n\n# 前言\n\n# 1 范围")
    assert [text for text, _ in (*page.title, *page.english)] == ["公园服务规范", "Specification for park services"]


def test_the_frames_of_a_word_cover_are_read() -> None:
    frame = '<w:framePr w:w="100"/>'
    lines = ["ICS 01.120", "CCS A 00", "团体标准", "T/ABC 001—XXXX", "公园服务规范", "XXXX-XX-XX发布", "XXXX-XX-XX实施"]
    body = [*(para(line, properties=frame) for line in lines), para("前言"), para("文。"), para("1　范围")]
    page = Document(docx.read(build(*body))).cover_page
    assert (page.level, page.number and page.number.text) == ("group", "T/ABC 001—XXXX")
    assert page.missing == {"publisher"}
