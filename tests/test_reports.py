from __future__ import annotations

import json

import pytest

from stdlint import __version__
from stdlint.check import Fix
from stdlint.model import Edit
from stdlint.reports import json as as_json
from stdlint.reports import text as as_text
from stdlint.result import DocumentReport, Place, Result, shorten

WORD = Place("术语和定义", "3.1", 3, None, None, None, None, 40, 55, "GB/T 28222-2011", "[来源：", " ，3.1有修改]")
MARKDOWN = Place("范围", "1", None, 7, 3, 7, 5, 10, 12, "必须", "产品", "合格。")
NUM200 = Result(
    "NUM200",
    "hyphen-in-dated-reference",
    "error",
    "年份前应为一字线",
    "GB/T 1.1—2020, 8.1",
    WORD,
    Fix((Edit(50, 51, "—"),)),
    "NUM200\0-\0GB/T 28222-2011\x001",
    "GB/T 28222—2011",
)
TRM142 = Result("TRM142", "nonstandard-modification-wording", "info", "写“有修改”", None, WORD, None, "one")
MOD010 = Result("MOD010", "must-for-shall", "warning", "write “shall”", None, MARKDOWN, None, "two")
REPORTS = [
    DocumentReport(
        "a.docx",
        "docx",
        "服务标准",
        "T/C 1—2020",
        ("gbt-1.1",),
        "zh",
        (NUM200, TRM142),
        kinds=("guidance", "service"),
        level="group",
        stage="consultation",
    ),
    DocumentReport("b.md", "markdown", None, None, ("gbt-1.1",), "en", (MOD010,)),
    DocumentReport("c.docx", errors=("The file is empty.",)),
]


def test_json_is_the_contract() -> None:
    assert json.loads(as_json.render(REPORTS)) == {
        "schema": "stdlint/1",
        "version": __version__,
        "documents": [
            {
                "path": "a.docx",
                "format": "docx",
                "title": "服务标准",
                "number": "T/C 1—2020",
                "packs": ["gbt-1.1"],
                "kinds": ["guidance", "service"],
                "level": "group",
                "stage": "consultation",
                "findings": [
                    {
                        "rule": "NUM200",
                        "name": "hyphen-in-dated-reference",
                        "severity": "error",
                        "message": "年份前应为一字线",
                        "clause": "GB/T 1.1—2020, 8.1",
                        "place": {
                            "element": "术语和定义",
                            "clause": "3.1",
                            "paragraph": 3,
                            "line": None,
                            "column": None,
                            "end_line": None,
                            "end_column": None,
                            "offset": 40,
                            "end_offset": 55,
                            "quote": "GB/T 28222-2011",
                        },
                        "fix": {"safe": True, "edits": [{"offset": 50, "end_offset": 51, "text": "—"}]},
                        "fingerprint": "fba6527f90c3bb0e",
                    },
                    {
                        "rule": "TRM142",
                        "name": "nonstandard-modification-wording",
                        "severity": "info",
                        "message": "写“有修改”",
                        "clause": None,
                        "place": {
                            "element": "术语和定义",
                            "clause": "3.1",
                            "paragraph": 3,
                            "line": None,
                            "column": None,
                            "end_line": None,
                            "end_column": None,
                            "offset": 40,
                            "end_offset": 55,
                            "quote": "GB/T 28222-2011",
                        },
                        "fix": None,
                        "fingerprint": "7692c3ad3540bb80",
                    },
                ],
                "errors": [],
                "notes": [],
                "suppressed": [],
                "notices": [],
                "known": 0,
            },
            {
                "path": "b.md",
                "format": "markdown",
                "title": None,
                "number": None,
                "packs": ["gbt-1.1"],
                "kinds": [],
                "level": None,
                "stage": None,
                "findings": [
                    {
                        "rule": "MOD010",
                        "name": "must-for-shall",
                        "severity": "warning",
                        "message": "write “shall”",
                        "clause": None,
                        "place": {
                            "element": "范围",
                            "clause": "1",
                            "paragraph": None,
                            "line": 7,
                            "column": 3,
                            "end_line": 7,
                            "end_column": 5,
                            "offset": 10,
                            "end_offset": 12,
                            "quote": "必须",
                        },
                        "fix": None,
                        "fingerprint": "3fc4ccfe745870e2",
                    }
                ],
                "errors": [],
                "notes": [],
                "suppressed": [],
                "notices": [],
                "known": 0,
            },
            {
                "path": "c.docx",
                "format": None,
                "title": None,
                "number": None,
                "packs": [],
                "kinds": [],
                "level": None,
                "stage": None,
                "findings": [],
                "errors": [{"message": "The file is empty."}],
                "notes": [],
                "suppressed": [],
                "notices": [],
                "known": 0,
            },
        ],
        "summary": {"error": 1, "warning": 1, "info": 1},
    }


def test_json_keeps_chinese_readable_and_its_keys_in_order() -> None:
    said = as_json.render(REPORTS)
    assert "年份前应为一字线" in said
    assert said.startswith('{\n  "schema": "stdlint/1",\n  "version": ')
    assert said.endswith("}\n")


def test_text_says_place_words_and_what_is_wrong() -> None:
    assert as_text.render(REPORTS) == (
        "a.docx  T/C 1—2020 服务标准\n"
        "  指南、服务 · 团体标准 · 征求意见稿\n"
        "  3.1 ¶3  [来源：【GB/T 28222-2011】 ，3.1有修改]\n"
        "    错误  NUM200  年份前应为一字线 → GB/T 28222—2011  [GB/T 1.1—2020, 8.1]  hyphen-in-dated-reference\n"
        "    提示  TRM142  写“有修改”  nonstandard-modification-wording\n"
        "\n"
        "b.md\n"
        "b.md:7:3  1  产品【必须】合格。\n"
        "    warning  MOD010  write “shall”  must-for-shall\n"
        "\n"
        "检查了 2 个文件：1 个错误，1 个警告，1 个提示；1 个文件未能完整检查\n"
    )


def test_text_has_colours_only_where_asked() -> None:
    assert "\x1b" not in as_text.render(REPORTS)
    coloured = as_text.render(REPORTS, colour=True)
    assert "\x1b[31m错误\x1b[0m" in coloured
    assert "产品\x1b[1;4m必须\x1b[0m合格。" in coloured


@pytest.mark.parametrize(
    ("reports", "line"),
    [
        ([DocumentReport("a.md", "markdown")], "检查了 1 个文件：没有发现问题"),
        ([DocumentReport("a.md", "markdown", lang="en")], "1 file checked: nothing found"),
        ([DocumentReport("a.md", "markdown", lang="en", findings=(MOD010, MOD010))], "1 file checked: 2 warnings"),
        (
            [DocumentReport("a.md", lang="en", errors=("x",)), DocumentReport("b.md", "markdown", lang="en")],
            "1 file checked: nothing found; 1 file not checked completely",
        ),
        ([], "检查了 0 个文件：没有发现问题"),
    ],
)
def test_one_line_sums_up(reports: list[DocumentReport], line: str) -> None:
    assert as_text.summary(reports) == line


def test_statistics_count_by_rule() -> None:
    report = DocumentReport("a.md", "markdown", findings=(TRM142, NUM200, TRM142, *[MOD010] * 10))
    assert as_text.render([report], statistics=True) == (
        "10  警告  MOD010  must-for-shall\n"
        " 2  提示  TRM142  nonstandard-modification-wording\n"
        " 1  错误  NUM200  hyphen-in-dated-reference\n"
        "\n"
        "检查了 1 个文件：1 个错误，10 个警告，2 个提示\n"
    )


def test_long_words_are_cut_in_the_middle() -> None:
    assert shorten("字" * 60) == "字" * 60
    assert shorten("头" + "字" * 60 + "尾") == "头" + "字" * 28 + "…" + "字" * 29 + "尾"
    assert len(shorten("字" * 99)) == 60


def test_surroundings_fill_the_line_and_no_more() -> None:
    place = Place("范围", "1", 1, None, None, None, None, 0, 2, "必须", "…" + "前" * 30, "后" * 30 + "…")
    words = as_text.shown_words(place, as_text.Paint(False))
    assert words.startswith("…前")
    assert words.endswith("后…")
    assert as_text.width(words) <= 70
