"""How the command line behaves on a terminal, in a pipe, and with the streams and names of other systems."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click.testing
import pytest

from stdlint import cli

GOOD = "# 1 范围\n\n本文件规定了螺母的技术要求。\n\n# 2 规范性引用文件\n\n本文件没有规范性引用文件。\n"
COMMAND = [sys.executable, "-m", "stdlint"]

on_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Make 200 drafts, the last with a defect."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(200):
        (folder / f"draft-{number:03}.md").write_text(GOOD, encoding="utf-8")
    (folder / "draft-199.md").write_text(GOOD + "\n# 4 要求\n\n产品必须合格。\n", encoding="utf-8")
    return folder


def terminal(arguments: list[str], stream: str, environ: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """Run stdlint with one of its streams on a terminal; return what came out of this and of the other one."""
    import pty

    ours, its = pty.openpty()
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: its}
    with subprocess.Popen([*COMMAND, *arguments], stdin=subprocess.DEVNULL, env=dict(environ), **streams) as process:  # type: ignore[call-overload]
        os.close(its)
        shown = b""
        with suppress(OSError):
            while piece := os.read(ours, 65536):
                shown += piece
        os.close(ours)
        other = process.stdout or process.stderr
        said: bytes = other.read()
    return shown.decode(), said.decode()


@on_a_terminal
def test_many_files_are_counted_off_on_a_terminal_and_the_bar_is_taken_away(drafts: Path) -> None:
    shown, report = terminal(["check", str(drafts), "--select", "MOD010"], "stderr")
    assert "200/200" in shown
    assert shown.rstrip("\r\n").endswith("\x1b[1A\x1b[2K")
    assert "MOD010" in report
    assert "\x1b" not in report


@on_a_terminal
@pytest.mark.parametrize("option", ["--quiet", "--verbose"])
def test_no_bar_where_it_would_disturb(drafts: Path, option: str) -> None:
    shown, _ = terminal(["check", str(drafts), "--select", "MOD010", option], "stderr")
    assert "/200" not in shown
    assert "\x1b" not in shown


@on_a_terminal
def test_few_files_need_no_bar(drafts: Path) -> None:
    shown, _ = terminal(["check", str(drafts / "draft-000.md"), str(drafts / "draft-001.md")], "stderr")
    assert shown == ""


def run(
    *arguments: str, environ: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, **(environ or {})}
    return subprocess.run([*COMMAND, *arguments], capture_output=True, env=env, check=False, input=stdin)


def test_no_progress_in_a_pipe(drafts: Path) -> None:
    done = run("check", str(drafts), "--select", "MOD010")
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    assert "检查了 200 个文件：1 个错误" in done.stdout.decode()


@on_a_terminal
def test_colours_only_on_a_terminal_that_wants_them(drafts: Path) -> None:
    wrong = str(drafts / "draft-199.md")
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    assert "\x1b[31m" in terminal(["check", wrong], "stdout", {**plain, "TERM": "xterm"})[0]
    assert "\x1b" not in terminal(["check", wrong], "stdout", {**plain, "TERM": "xterm", "NO_COLOR": "1"})[0]
    assert "\x1b" not in terminal(["check", wrong], "stdout", {**plain, "TERM": "dumb"})[0]


def test_quiet_says_nothing_but_what_is_found(drafts: Path) -> None:
    (drafts / "notes.md").write_text("# 使用\n\n先安装。\n", encoding="utf-8")
    loud = run("check", str(drafts), "--select", "MOD010")
    quiet = run("check", str(drafts), "--select", "MOD010", "--quiet")
    assert "不是标准草案" in loud.stderr.decode()
    assert quiet.stderr == b""
    assert "MOD010" in quiet.stdout.decode()
    assert "检查了" not in quiet.stdout.decode()
    assert run("check", str(drafts / "draft-000.md"), "--select", "MOD010", "--quiet").stdout == b""


def test_verbose_says_which_settings_and_rules_hold(drafts: Path) -> None:
    settings = drafts / "stdlint.toml"
    settings.write_text('stage = "review"\nexclude = ["draft-000.md"]\n', encoding="utf-8")
    done = run("check", str(drafts / "draft-000.md"), str(drafts / "draft-199.md"), "--verbose")
    said = done.stderr.decode()
    assert "draft-000.md: 按设置排除。" in said
    assert f"设置：{settings}；规则包：gbt-1.1, stage-review" in said


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_reports_are_utf_8_in_a_pipe_whatever_the_locale_says(drafts: Path, encoding: str) -> None:
    wrong = drafts / "草案 一.md"
    wrong.write_text((drafts / "draft-199.md").read_text(encoding="utf-8"), encoding="utf-8")
    done = run("check", str(wrong), "--select", "MOD010", environ={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert "草案 一.md" in done.stdout.decode()
    assert "必须" in done.stdout.decode()
    assert b"Traceback" not in done.stderr


def test_the_order_is_that_of_the_names_whoever_lists_them(drafts: Path) -> None:
    names = [str(drafts / f"draft-{number:03}.md") for number in (7, 199, 3)]
    there = run("check", str(drafts), "--output-format", "jsonl").stdout
    assert there == run("check", str(drafts), "--output-format", "jsonl").stdout
    given = run("check", *names, "--output-format", "jsonl").stdout.decode()
    at = [given.find(Path(name).name) for name in names]
    assert at == sorted(at)
    assert -1 not in at


FIXABLE = "# 1 范围\n\n本文件规定了螺母的其它要求。\n\n# 4 要求\n\n产品必须合格。\n"
FIXED = FIXABLE.replace("其它", "其他")
RULES = ("--select", "WRD101,MOD010", "--fail-on", "info")


def test_a_fixed_draft_goes_through_a_pipe_and_its_report_to_a_file(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    form = ("--output-format", "json", "--output", str(report))
    done = run("check", "-", "--fix", *RULES, *form, stdin=FIXABLE.encode())
    assert done.stdout.decode() == FIXED
    assert [found["rule"] for found in json.loads(report.read_bytes())["documents"][0]["findings"]] == ["MOD010"]
    assert "-: 已修正1处：WRD101。" in done.stderr.decode()
    assert "检查了 1 个文件：" in done.stderr.decode()
    assert done.returncode == 1
    assert run("check", "-", "--fix", *RULES, "--quiet", stdin=FIXABLE.encode()).stderr == b""


def test_exit_zero_holds_for_a_diff_too(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(FIXABLE, encoding="utf-8")
    assert run("check", str(draft), *RULES, "--diff").returncode == 1
    done = run("check", str(draft), *RULES, "--diff", "--exit-zero")
    assert done.returncode == 0
    assert "+本文件规定了螺母的其他要求。" in done.stdout.decode()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--diff", "--statistics"], "leave --statistics out"),
        (["--diff", "--show-source"], "leave --show-source out"),
        (["--diff", "--output-format", "json"], "leave --output-format out"),
        (["--quiet", "--verbose"], "give one of the two"),
        (["--fix", "-"], "fix files in a run of their own"),
        (["--output", "."], "cannot be written: it is a folder"),
        (["--fix", "--output", "none/report.txt"], "cannot be written: there is no such folder"),
    ],
)
def test_options_that_do_not_go_together_are_refused_before_anything_is_written(
    tmp_path: Path, options: list[str], said: str
) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(FIXABLE, encoding="utf-8")
    done = run("check", str(draft), *options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert draft.read_text(encoding="utf-8") == FIXABLE


def test_the_report_is_not_written_over_the_baseline(tmp_path: Path) -> None:
    draft, known = tmp_path / "a.md", tmp_path / "known.json"
    draft.write_text(FIXABLE, encoding="utf-8")
    assert run("baseline", "write", str(draft), "--output", str(known)).returncode == 0
    before = known.read_bytes()
    done = run("check", str(draft), "--baseline", str(known), "--output", str(known))
    assert done.returncode == 2
    assert "is the baseline and would be overwritten" in done.stderr.decode()
    assert known.read_bytes() == before


def test_a_fixed_draft_without_a_place_for_its_report_is_refused() -> None:
    done = run("check", "-", "--fix", "--output-format", "json", stdin=FIXABLE.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert "name an --output for the report" in done.stderr.decode()


def test_unchanged_files_are_counted(tmp_path: Path) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=t", "-c", "user.email=t@example.org"]
    (tmp_path / "a.md").write_text(FIXABLE, encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *arguments], check=True)
    assert run("check", str(tmp_path), "--changed-only").stderr.decode() == "1个文件没有改动，未检查。\n"
    english = run("check", str(tmp_path), "--changed-only", "--lang", "en")
    assert english.stderr.decode() == "1 unchanged file not checked.\n"
    assert run("check", str(tmp_path), "--changed-only", "--quiet").stderr == b""


def test_what_may_not_be_read_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed, draft = tmp_path / "closed.md", tmp_path / "a.md"
    for file in (closed, draft):
        file.write_text(FIXABLE, encoding="utf-8")
    given = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "closed.md":
            raise PermissionError(13, "Permission denied", str(path))
        return given(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.setattr(os, "access", lambda path, *_: "closed.md" not in str(path))
    done = click.testing.CliRunner().invoke(cli.cli, ["check", str(closed), str(draft), "--select", "MOD010"])
    assert done.exit_code == 2
    assert f"{closed}: 文件无法读取（Permission denied）。" in done.stderr
    assert "MOD010" in done.stdout


def test_who_stops_it_gets_no_status_that_means_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(path: Path) -> bytes:
        raise KeyboardInterrupt

    (tmp_path / "a.md").write_text(FIXABLE, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", stopped)
    done = click.testing.CliRunner().invoke(cli.cli, ["check", str(tmp_path / "a.md")])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "stdlint: 已中断。Interrupted.\n"


@on_a_terminal
def test_a_full_disk_and_closed_streams_are_told_in_one_sentence(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(FIXABLE, encoding="utf-8")

    def shell(line: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["sh", "-c", f'"$0" -m stdlint {line}', sys.executable], capture_output=True, check=False)

    if os.path.exists("/dev/full"):
        full = shell(f"check '{draft}' >/dev/full")
        assert full.returncode == 2
        assert "standard output cannot be written: No space left on device" in full.stderr.decode()
        assert b"Internal" not in full.stderr
    closed = shell("check - <&-")
    assert (closed.returncode, closed.stderr.decode()) == (2, "-: 标准输入已关闭。\n")
    unheard = shell(f"check '{draft}' >&-")
    assert (unheard.returncode, unheard.stderr) == (1, b"")


@on_a_terminal
def test_names_of_files_cannot_steer_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb.docx").write_bytes(b"x")
    said = run("check", str(tmp_path)).stderr
    assert b"a\\x1b[31m" in said
    assert b"\x1b" not in said
    assert said.count(b"\n") == 1


def test_exit_zero_is_zero_but_not_for_what_cannot_be_read(drafts: Path) -> None:
    wrong = str(drafts / "draft-199.md")
    (drafts / "broken.docx").write_bytes(b"PK\x03\x04")
    assert run("check", wrong).returncode == 1
    assert run("check", wrong, "--exit-zero").returncode == 0
    assert run("check", wrong, str(drafts / "broken.docx"), "--exit-zero").returncode == 2
