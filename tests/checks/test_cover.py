"""What examples cannot show of the checks on the cover: page headers, pictures and front matter."""

from __future__ import annotations

import pytest

from stdlint.checks.cover.number import document_number_mismatch
from stdlint.checks.cover.required import missing_publishing_body
from stdlint.checks.cover.title import inconsistent_title, missing_title
from stdlint.document import Document
from stdlint.formats import docx, markdown
from tests.docx_builder import build, para
from tests.helpers import run

COVER = (
    "ICS 01.120",
    "CCS A 00",
    "团体标准",
    "T/ABC 001—2020",
    "公园服务规范",
    "（征求意见稿）",
    "2020-01-01发布",
    "2020-02-01实施",
)
BODY = ("前言", "文。", "公园服务规范", "1　范围", "文。")


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("T/ABC 001—2019", ["T/ABC 001—2019"]),
        ("T/XXX XXXX—XXXX", ["T/XXX XXXX—XXXX"]),
        ("T/ABC 001-2020", []),
        ("公园服务规范", []),
    ],
)
def test_the_page_header_gives_the_number_of_the_cover(header: str, said: list[str]) -> None:
    source = docx.read(build(*map(para, (*COVER, *BODY)), headers=[para(header)]))
    found = run(document_number_mismatch, source)
    assert [source.text[slice(*finding.span)] for finding in found] == said


def test_a_picture_may_show_the_publishing_body() -> None:
    shown = [*map(para, COVER), para("<w:r><w:drawing/></w:r>"), *map(para, BODY)]
    assert run(missing_publishing_body, docx.read(build(*shown))) == []
    assert len(run(missing_publishing_body, docx.read(build(*map(para, (*COVER, *BODY)))))) == 1


def test_front_matter_may_hold_the_title() -> None:
    draft = "# 前言\n\n文。\n\n# 1 范围\n\n# 2 规范性引用文件\n\n# 3 术语和定义\n\n# 4 要求\n"
    assert len(list(missing_title.find(Document(markdown.read(draft.encode()))))) == 1  # type: ignore[misc]
    assert run(missing_title, markdown.read(f"---\ntitle: 公园服务规范\n---\n\n{draft}".encode())) == []
    assert run(inconsistent_title, markdown.read(f"---\ntitle: 公园\n---\n\n{draft}".encode())) == []
