"""A file beside a draft says what is not wrong in it, and clauses are found by what people call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdlint import places, sidecar
from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.profile import UsageError
from stdlint.suppression import Suppression


def _written(folder: Path, text: str) -> Path:
    path = folder / "draft.stdlint.toml"
    path.write_bytes(text.encode())
    return path


def test_one_file_serves_all_drafts_of_a_name(tmp_path: Path) -> None:
    path = _written(tmp_path, "")
    assert sidecar.sidecar_for(tmp_path / "draft.docx") == path
    assert sidecar.sidecar_for(str(tmp_path / "draft.md")) == path
    assert sidecar.sidecar_for(tmp_path / "other.md") is None
    assert sidecar.sidecar_for("-") is None


def test_the_file_for_one_draft_alone_is_taken_first(tmp_path: Path) -> None:
    both = _written(tmp_path, "")
    own = tmp_path / "draft.docx.stdlint.toml"
    own.write_text("", encoding="utf-8")
    assert sidecar.sidecar_for(tmp_path / "draft.docx") == own
    assert sidecar.sidecar_for(tmp_path / "draft.md") == both


def test_entries_are_read_with_their_lines(tmp_path: Path) -> None:
    text = (
        '# 已议定\n[[ignore]]\nrules = ["MOD010", "REF"]\nclause = "5.2"\nwords = "必须"\nreason = "引用法律原文"\n'
        '\n[[ignore]]\nrule = "must-for-shall"\n'
    )
    path = _written(tmp_path, "\ufeff" + text.replace("\n", "\r\n"))
    first, second = sidecar.read(path)
    assert first == Suppression(
        ("MOD010", "REF"),
        "引用法律原文",
        clause="5.2",
        words="必须",
        path=str(path),
        line=2,
        said="ignore MOD010, REF 5.2 “必须”",
    )
    assert (second.codes, second.reason, second.line) == (("must-for-shall",), "", 8)


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert sidecar.read(_written(tmp_path, "# nothing\n")) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[[ignor]]\nrules = ["MOD"]\n', ":1: unknown key “ignor”; did you mean “ignore”?"),
        ('[[ignore]]\nrule = "MOD"\nreson = "x"\n', ":3: unknown key “reson”; did you mean “reason”?"),
        ('[[ignore]]\nrules = "MOD010"\n', ":2: rules is a list of rules, such as [\"MOD010\"], not 'MOD010'"),
        ('[[ignore]]\nrules = ["MOD"]\n\n[[ignore]]\nrule = "MOD"\nclause = 5.2\n', ":6: clause is text between quota"),
        ('[[ignore]]\nreason = "x"\n', ":1: the entry names no rule"),
        ("[[ignore]]\nrules = []\n", ":1: the entry names no rule"),
        ('[ignore]\nrule = "MOD"\n', ":1: write [[ignore]] above each entry"),
        ("[[ignore]]\nrule = MOD\n", ": not TOML: Invalid value (at line 2, column 8)"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_with_the_line(tmp_path: Path, text: str, sentence: str) -> None:
    path = _written(tmp_path, text)
    with pytest.raises(UsageError) as raised:
        sidecar.read(path)
    assert str(raised.value).startswith(f"{path}{sentence}")


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "draft.stdlint.toml"
    path.write_bytes('[[ignore]]\nreason = "引用"\n'.encode("gb18030"))
    with pytest.raises(UsageError, match=":2: not UTF-8"):
        sidecar.read(path)


DRAFT = """# 前言

前言的话。

# 1 范围

范围的话。

# 5 技术要求

章的话。

## 5.2 外观

条的话。

### 5.2.1 颜色

款的话。

## 5.20 气味

另条的话。

# 附录A（规范性）　试验装置

附录的话。

## A.1 部件

部件的话。
"""


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("前言", ["前言的话"]),
        ("foreword", ["前言的话"]),
        ("Foreword", ["前言的话"]),
        ("1", ["范围的话"]),
        ("范围", ["范围的话"]),
        ("5", ["章的话", "条的话", "款的话", "另条的话"]),
        ("第5章", ["章的话", "条的话", "款的话", "另条的话"]),
        ("clause 5", ["章的话", "条的话", "款的话", "另条的话"]),
        ("5.2", ["条的话", "款的话"]),
        ("5.2.", ["条的话", "款的话"]),
        ("５．２", ["条的话", "款的话"]),
        ("5.2 外观", ["条的话", "款的话"]),
        ("外观", ["条的话", "款的话"]),
        ("颜 色", ["款的话"]),
        ("附录A", ["附录的话", "部件的话"]),
        ("附录 A", ["附录的话", "部件的话"]),
        ("Annex A", ["附录的话", "部件的话"]),
        ("A", ["附录的话", "部件的话"]),
        ("试验装置", ["附录的话", "部件的话"]),
        ("A.1", ["部件的话"]),
        ("正文", []),
        ("6", []),
        ("附录B", []),
        ("", []),
    ],
)
def test_a_clause_is_found_by_what_people_call_it(clause: str, words: list[str]) -> None:
    doc = Document(markdown.read(DRAFT.encode()))
    said = ["前言的话", "范围的话", "章的话", "条的话", "款的话", "另条的话", "附录的话", "部件的话"]
    at = {one: doc.text.index("\n" + one) + 1 for one in said}
    assert [one for one in said if places.stands_in(doc, at[one], clause)] == words
    assert places.exists(doc, clause) == bool(words)
