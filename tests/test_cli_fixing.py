"""`--fix` writes drafts in place, `--diff` shows what it would do, and both say what they did."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from stdlint.cli import running
from stdlint.cli.fixing import Fixer, fixer_of
from stdlint.cli.running import Asked
from stdlint.linting import Codes, Demand
from stdlint.result import DocumentReport
from tests import docx_builder as word

BAD = "# 4 要求\n\n其它要求见GB/T 191-2008。\n\n其它条件必须满足。\n"
SAFE = BAD.replace("其它", "其他").replace("191-2008", "191—2008")


@pytest.fixture(autouse=True)
def demand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold drafts to three rules, whatever the settings say."""
    asked = Demand(codes=Codes(select=("WRD101", "NUM200", "MOD010")))
    monkeypatch.setattr(running, "demand_of", lambda name, asked_: asked)


def call(fixer: Fixer, path: Path | str, data: bytes, *, meant: bool = True) -> DocumentReport:
    return fixer(str(path), data, "a.md" if path == "-" else str(path), lambda report: meant)


def test_a_draft_is_fixed_in_place_and_the_rules_are_told(tmp_path: Path) -> None:
    draft = tmp_path / "草案 一.md"
    draft.write_text(BAD, encoding="utf-8")
    fixer = Fixer(Asked(), False, shows=False)
    report = call(fixer, draft, draft.read_bytes())
    assert draft.read_text(encoding="utf-8") == SAFE
    assert [result.rule for result in report.findings] == ["MOD010"]
    assert fixer.told == [(str(draft), "已修正3处：NUM200、WRD101 ×2。")]
    assert (fixer.output, fixer.diff) == (None, "")


def test_in_english_it_is_told_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Demand(codes=Codes(select=("WRD101", "NUM200")), lang="en")
    monkeypatch.setattr(running, "demand_of", lambda name, asked_: asked)
    for shows, told in ((False, "Fixed"), (True, "Would fix")):
        fixer = Fixer(Asked(), False, shows=shows)
        call(fixer, "-", BAD.encode())
        call(fixer, "-", "# 4 要求\n\n其它要求。\n".encode())
        assert fixer.told == [("-", f"{told} 3 findings: NUM200, WRD101 ×2."), ("-", f"{told} 1 finding: WRD101.")]


def test_unsafe_fixes_are_made_when_asked(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(BAD, encoding="utf-8")
    report = call(Fixer(Asked(), True, shows=False), draft, draft.read_bytes())
    assert draft.read_text(encoding="utf-8") == SAFE.replace("必须", "应")
    assert report.findings == ()


def test_a_diff_writes_nothing(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(BAD, encoding="utf-8")
    fixer = Fixer(Asked(), False, shows=True)
    call(fixer, draft, draft.read_bytes())
    assert draft.read_text(encoding="utf-8") == BAD
    assert "-其它要求见GB/T 191-2008。\n+其他要求见GB/T 191—2008。\n" in fixer.diff
    assert fixer.told == [(str(draft), "可修正3处：NUM200、WRD101 ×2。")]


def test_a_draft_without_anything_to_fix_is_not_written(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(SAFE, encoding="utf-8")
    os.utime(draft, (1, 1))
    fixer = Fixer(Asked(), False, shows=False)
    assert [result.rule for result in call(fixer, draft, draft.read_bytes()).findings] == ["MOD010"]
    assert draft.stat().st_mtime == 1
    assert fixer.told == []


def test_what_is_not_meant_is_not_fixed(tmp_path: Path) -> None:
    draft = tmp_path / "README.md"
    draft.write_text(BAD, encoding="utf-8")
    call(Fixer(Asked(), False, shows=False), draft, draft.read_bytes(), meant=False)
    assert draft.read_text(encoding="utf-8") == BAD


def test_standard_input_is_fixed_into_the_output() -> None:
    fixer = Fixer(Asked(), False, shows=False)
    call(fixer, "-", BAD.encode())
    assert fixer.output == SAFE.encode()
    fixer = Fixer(Asked(), False, shows=False)
    call(fixer, "-", SAFE.encode())
    assert fixer.output == SAFE.encode()
    fixer = Fixer(Asked(), False, shows=True)
    call(fixer, "-", BAD.encode())
    assert fixer.output is None
    assert fixer.diff.startswith("--- a/a.md\n")


def test_a_draft_that_cannot_be_written_is_an_error_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_: object, to: object) -> None:
        raise PermissionError(13, "Permission denied", to)

    monkeypatch.setattr(os, "replace", held)
    draft = tmp_path / "a.md"
    draft.write_text(BAD, encoding="utf-8")
    fixer = Fixer(Asked(), False, shows=False)
    report = call(fixer, draft, draft.read_bytes())
    assert report.errors == ("修正后的草案无法写入（Permission denied），文件保持原样。",)
    assert [result.rule for result in report.findings] == ["WRD101", "NUM200", "WRD101", "MOD010"]
    assert draft.read_text(encoding="utf-8") == BAD
    assert fixer.told == []


def test_tracked_changes_in_the_way_are_told(tmp_path: Path) -> None:
    change = f'<w:p><w:ins w:id="1" w:author="王">{word.run("其它条件。")}</w:ins></w:p>'
    draft = tmp_path / "a.docx"
    draft.write_bytes(word.build("1 范围", "其它要求。", change))
    fixer = Fixer(Asked(), False, shows=False)
    call(fixer, draft, draft.read_bytes())
    assert fixer.told == [
        (str(draft), "已修正1处：WRD101。"),
        (str(draft), "1处未修正：所在段落有修订标记，请先接受或拒绝修订。"),
    ]


def test_what_is_left_out_of_the_report_is_not_fixed(tmp_path: Path) -> None:
    from dataclasses import replace

    draft = tmp_path / "a.md"
    draft.write_text(BAD, encoding="utf-8")
    fixer = Fixer(Asked(), False, shows=False)
    fixer.narrow = lambda report: replace(
        report, findings=tuple(result for result in report.findings if result.rule == "NUM200")
    )
    call(fixer, draft, draft.read_bytes())
    assert draft.read_text(encoding="utf-8") == BAD.replace("191-2008", "191—2008")


def test_the_options_say_whether_anything_is_fixed() -> None:
    def made(**given: bool) -> Fixer | None:
        return fixer_of({"fix": False, "unsafe_fixes": False, "diff": False} | given, Asked())

    assert made() is None
    fixer = made(fix=True)
    assert fixer is not None
    assert (fixer.unsafe, fixer.shows) == (False, False)
    fixer = made(fix=True, unsafe_fixes=True, diff=True)
    assert fixer is not None
    assert (fixer.unsafe, fixer.shows) == (True, True)
    with pytest.raises(click.UsageError, match="--unsafe-fixes goes with --fix or --diff"):
        made(unsafe_fixes=True)
