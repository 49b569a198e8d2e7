"""The clauses of symbols and abbreviated terms are read with their entries."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.views.symbols import ABBREVIATION, SYMBOL, Symbols
from tests.helpers import read

HEAD = "# 4 符号和缩略语\n\n下列符号和缩略语适用于本文件。\n\n"


def _symbols(text: str) -> Symbols:
    return Document(read(text, "markdown")).symbols


@pytest.mark.parametrize(
    ("line", "said", "kind"),
    [
        ("v——速度，单位为米每秒（m/s）；", "v", SYMBOL),
        (r"$C_{d}$ —— 阻力系数；", "C_{d}", SYMBOL),
        ("API：应用程序接口（Application Programming Interface）", "API", ABBREVIATION),
        ("DC/DC: DC/DC变换器(DC/DC Converter)", "DC/DC", ABBREVIATION),
        ("AWS S3：对象存储（Amazon Simple Storage Service）", "AWSS3", ABBREVIATION),
        ("API（Application Programming Interface）：应用程序接口", "API", ABBREVIATION),
        ("C-ITS 合作式智能运输系统（Cooperative Intelligent Transport Systems）", "C-ITS", ABBREVIATION),
        ("API\n\n应用程序接口（Application Programming Interface）", "API", ABBREVIATION),
    ],
)
def test_an_entry_is_a_sign_and_its_explanation(line: str, said: str, kind: str) -> None:
    (entry,) = _symbols(f"{HEAD}{line}\n").entries
    assert (entry.said, entry.kind) == (said, kind)


def test_rows_of_a_table_are_entries() -> None:
    (clause,) = _symbols(f"{HEAD}| 序号 | 缩略语 | 英文全称 |\n|---|---|---|\n| 1 | API | Interface |\n").clauses
    assert [entry.said for entry in clause.entries] == ["API"]
    assert clause.ordinal != (0, 0)


def test_a_subclause_with_a_title_of_its_own_need_not_be_alphabetical() -> None:
    text = "# 4 符号\n\n## 4.1 几何量\n\n下列符号适用于本文件。\n\nl——长度\n\n## 4.2 缩略语\n\nAPI：应用程序接口\n"
    assert [clause.alphabetical for clause in _symbols(text).clauses] == [False, True]


def test_a_subclause_of_the_terms_is_read() -> None:
    text = "# 3 术语和缩略语\n\n## 3.1 术语和定义\n\n## 3.2 缩略语\n\n下列缩略语适用于本文件。\n\nAPI：应用程序接口\n"
    assert [entry.said for entry in _symbols(text).entries] == ["API"]


@pytest.mark.parametrize("text", ["# 4 要求\n\nv——速度\n", "# 4 图形符号\n\nA——面积\n"])
def test_other_clauses_are_not_read(text: str) -> None:
    assert _symbols(text).clauses == ()
