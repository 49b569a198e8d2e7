from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click.testing
import pytest

import stdlint
from stdlint import __main__, cli, formats
from stdlint.document import Document
from stdlint.model import ReadError, Source
from tests.fakes import packs, source

__all__ = ["packs"]

BAD = "# 范围\n产品必须合格。\n包装应当完好。\n"
GOOD = "# 范围\n产品应合格。\n"


class FakeReader:
    """Read a line as a paragraph."""

    @staticmethod
    def read(data: bytes) -> Source:
        if not data:
            raise ReadError("The file is empty.", "文件是空的。")
        if data.startswith(b"!"):
            raise KeyError("x")
        return source(*data.decode().splitlines())

    @staticmethod
    def where(read: Source, offset: int) -> tuple[int, int]:
        before = read.text[:offset]
        return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


@pytest.fixture(autouse=True)
def frame(packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder with a reader and a pack of the tests' own."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    real = formats.reader
    monkeypatch.setattr(formats, "reader", lambda name: FakeReader if name.endswith(".md") else real(name))
    return folder


def write(**files: str) -> None:
    for name, content in files.items():
        Path(name.replace("__", ".")).write_text(content, encoding="utf-8")


def run(*arguments: str, stdin: str = "") -> click.testing.Result:
    return click.testing.CliRunner().invoke(cli.cli, arguments, input=stdin)


def test_findings_are_told_and_give_exit_1() -> None:
    write(a__md=BAD)
    done = run("check", "a.md")
    assert done.exit_code == 1
    assert done.stdout == (
        "a.md\n"
        "a.md:2:3  1 ¶1  产品【必须】合格。\n"
        "    错误  MOD010  不用“必须” → 应  [GB/T 1.1—2020, C.1]  must-for-shall\n"
        "a.md:3:3  1 ¶2  包装【应当】完好。\n"
        "    警告  MOD040  不用“应当” → 应  ought-for-shall\n"
        "\n"
        "检查了 1 个文件：1 个错误，1 个警告\n"
    )
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["a.md"], 1),
        (["a.md", "--fail-on", "never"], 0),
        (["a.md", "--exit-zero"], 0),
        (["a.md", "--ignore", "MOD010"], 0),
        (["a.md", "--ignore", "MOD010", "--fail-on", "warning"], 1),
        (["a.md", "--ignore", "MOD010, MOD040", "--fail-on", "info"], 0),
        (["a.md", "--ignore", "MOD010", "--ignore", "ought-for-shall", "--fail-on", "info"], 0),
        (["a.md", "--select", "MOD030", "--fail-on", "info"], 0),
        (["good.md"], 0),
        (["good.md", "nowhere.md"], 2),
        (["a.md", "empty.md"], 2),
        (["empty.md", "--fail-on", "never"], 2),
        (["a.txt"], 2),
        (["a.doc"], 2),
        (["a.md", "--select", "MOD01O"], 2),
        (["a.md", "--pack", "nothing"], 2),
        (["a.md", "--nothing"], 2),
        (["a.md", "--stdin-filename", "b.md"], 2),
        (["a.md", "--statistics", "--output-format", "json"], 2),
        ([], 2),
    ],
)
def test_exit_status(arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    write(a__md=BAD, good__md=GOOD, empty__md="", a__txt="x", a__doc="x")
    monkeypatch.setattr(sys, "argv", ["stdlint", "check", *arguments])
    with pytest.raises(SystemExit) as exit_:
        __main__.main()
    assert exit_.value.code == code


@pytest.mark.parametrize(
    ("name", "chinese", "english"),
    [
        ("empty.md", "文件是空的。", "The file is empty."),
        ("nowhere.md", "没有这个文件或文件夹。", "There is no such file or folder."),
        ("a.doc", "不能读取.doc文件，请先另存为.docx。", "A .doc file cannot be read; save it as .docx first."),
        (
            "a.txt",
            "只能检查.docx、.docm、.dotx、.dotm、.md和.markdown文件。",
            "This is not a file that stdlint reads: .docx, .docm, .dotx, .dotm, .md or .markdown.",
        ),
        (
            "folder",
            "文件夹中没有草案（*.docx、*.docm、*.md、*.markdown）。",
            "There are no drafts in this folder: *.docx, *.docm, *.md, *.markdown.",
        ),
        ("crash.md", *["Internal error (KeyError: 'x'); please report it."] * 2),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_the_others_are_checked(name: str, chinese: str, english: str) -> None:
    write(a__md=BAD, empty__md="", a__txt="x", a__doc="x", crash__md="!")
    os.mkdir("folder")
    done = run("check", name, "a.md")
    assert done.exit_code == 2
    assert done.stderr == f"{name}: {chinese}\n"
    assert run("check", name, "a.md", "--lang", "en").stderr == f"{name}: {english}\n"
    assert "MOD010" in done.stdout
    assert "Traceback" not in done.output


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="every file can be read here")
def test_a_file_without_permission_is_told() -> None:
    write(a__md=BAD)
    os.chmod("a.md", 0)
    assert run("check", "a.md").stderr == "a.md: 文件无法读取（Permission denied）。\n"


def test_usage_errors_name_what_was_meant(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write(a__md=BAD)
    english = "stdlint: --select: unknown rule “must-for-shal”; did you mean “must-for-shall”?\n"
    chinese = "stdlint: --select：没有名为“must-for-shal”的规则，是否指“must-for-shall”？\n"
    for lang, told in (((), chinese + english), (("--lang", "en"), english), (("--lang", "zh"), chinese)):
        monkeypatch.setattr(sys, "argv", ["stdlint", "check", "a.md", "--select", "must-for-shal", *lang])
        with pytest.raises(SystemExit) as exit_:
            __main__.main()
        assert exit_.value.code == 2
        assert capsys.readouterr().err == told


def test_a_crash_outside_the_checks_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("boom")

    write(a__md=BAD)
    monkeypatch.setattr(sys.modules["stdlint.cli.check"], "_print", broken)
    monkeypatch.setattr(sys, "argv", ["stdlint", "check", "a.md"])
    with pytest.raises(SystemExit) as exit_:
        __main__.main()
    assert exit_.value.code == 2
    assert capsys.readouterr().err == "stdlint: Internal error (RuntimeError: boom); please report it.\n"


def test_json_is_stable_to_the_byte() -> None:
    write(a__md=BAD, b__md="")
    done = run("check", "a.md", "b.md", "--output-format", "json")
    again = run("check", "a.md", "b.md", "--output-format", "json")
    assert done.stdout_bytes == again.stdout_bytes
    content = json.loads(done.stdout)
    assert content["schema"] == "stdlint/1"
    assert content["summary"] == {"error": 1, "warning": 1, "info": 0}
    finding = content["documents"][0]["findings"][0]
    assert (finding["rule"], finding["place"]["line"], finding["place"]["column"]) == ("MOD010", 2, 3)
    assert finding["fix"] == {"safe": True, "edits": [{"offset": 5, "end_offset": 7, "text": "应"}]}
    assert content["documents"][1]["errors"] == [{"message": "文件是空的。"}]


def test_the_report_can_go_to_a_file() -> None:
    write(a__md=BAD)
    done = run("check", "a.md", "--output-format", "json", "--output", "report.json")
    assert done.exit_code == 1
    assert done.stdout == "检查了 1 个文件：1 个错误，1 个警告\n"
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["schema"] == "stdlint/1"


def test_a_draft_is_never_overwritten() -> None:
    write(a__md=BAD)
    done = run("check", "a.md", "--output", "a.md")
    assert done.exit_code == 2
    assert Path("a.md").read_text(encoding="utf-8") == BAD
    assert "would be overwritten" in done.stderr


def test_a_file_that_cannot_be_written_is_told() -> None:
    write(a__md=BAD)
    done = run("check", "a.md", "--output", "nowhere/report.txt")
    assert done.exit_code == 2
    assert "nowhere/report.txt cannot be written" in done.stderr


def test_standard_input_is_read() -> None:
    done = run("check", "-", stdin=BAD)
    assert done.exit_code == 1
    assert "-:2:3  1 ¶1" in done.stdout
    named = run("check", "-", "--stdin-filename", "drafts/x.md", stdin=BAD)
    assert "drafts/x.md:2:3  1 ¶1" in named.stdout
    assert run("check", "-", stdin="").stderr == "-: 文件是空的。\n"


def test_a_folder_is_walked() -> None:
    os.mkdir("drafts")
    Path("drafts/b.md").write_text(BAD, encoding="utf-8")
    Path("drafts/README.md").write_text(BAD, encoding="utf-8")
    done = run("check", "drafts")
    assert "检查了 1 个文件" in done.stdout


def test_what_is_no_standard_is_left_alone_in_a_folder() -> None:
    os.mkdir("drafts")
    Path("drafts/b.md").write_text(BAD, encoding="utf-8")
    Path("drafts/usage.md").write_text("# 使用\n\n必须先安装。\n", encoding="utf-8")
    done = run("check", "drafts")
    assert "检查了 1 个文件" in done.stdout
    assert done.stderr == f"{os.path.join('drafts', 'usage.md')}: 不是标准草案，已跳过。\n"
    assert "MOD010" in run("check", "drafts/usage.md").stdout


def test_an_english_manual_is_no_standard_though_its_clauses_are_numbered() -> None:
    os.mkdir("drafts")
    Path("drafts/b.md").write_text(BAD, encoding="utf-8")
    Path("drafts/usage.md").write_text("# 1 Use\n\nInstall it first, as GB/T 1.1 says.\n", encoding="utf-8")
    done = run("check", "drafts")
    assert "检查了 1 个文件" in done.stdout
    assert done.stderr == f"{os.path.join('drafts', 'usage.md')}: 不是标准草案，已跳过。\n"


def test_a_readme_named_by_pre_commit_is_checked_only_if_it_is_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    write(README__md=BAD, a__md=BAD)
    monkeypatch.setattr(Document, "is_draft", False)
    done = run("check", "README.md", "a.md", "--exit-zero")
    assert done.stderr == "README.md: 不是标准草案，已跳过。\n"
    assert "检查了 1 个文件" in done.stdout
    assert done.exit_code == 0
    monkeypatch.setattr(Document, "is_draft", True)
    assert "检查了 2 个文件" in run("check", "README.md", "a.md").stdout


def test_messages_follow_the_language_asked_for() -> None:
    write(a__md=BAD)
    done = run("check", "a.md", "--lang", "en")
    assert "error    MOD010  do not write “必须”" in done.stdout
    assert done.stdout.endswith("1 file checked: 1 error, 1 warning\n")


def test_statistics_count_by_rule() -> None:
    write(a__md=BAD)
    done = run("check", "a.md", "--statistics")
    assert done.stdout.startswith("1  错误  MOD010  must-for-shall\n1  警告  MOD040")


def test_rule_explains() -> None:
    for code in ("MOD010", "mod010", "must-for-shall"):
        assert run("rule", code).stdout.startswith(
            "MOD010  must-for-shall\n"
            "类别：能愿动词\n"
            "级别：错误\n"
            "依据：GB/T 1.1—2020, C.1\n"
            "性质：要求（标准规定应这样做）\n"
            "把握：确定（有明确的判断依据，很少误报）\n"
            "适用：中文草案\n"
            "\n"
            "要求\n"
            "  不用“…”\n"
            "\n"
            "理由\n"
            "  Word a requirement with “应”.\n"
            "  Because.\n"
            "\n"
            "错误示例\n"
            "    a【必须】b\n"
            "\n"
            "正确示例\n"
            "    ab\n"
            "\n"
            "修复\n"
            "  可自动修复\n"
            "\n"
            "选项\n"
            "  most：整数，默认99，现为99。\n"
        )


def test_rules_lists() -> None:
    assert run("rules", "--lang", "en").stdout == (
        "MOD verbal forms\n"
        "  MOD010  must-for-shall     error    do not write “…”  [GB/T 1.1—2020, C.1]\n"
        "  MOD030  vague-requirement  info     do not write “…”  [GB/T 20001.5—2017, 6.1] (Off unless selected)\n"
        "  MOD040  ought-for-shall    warning  do not write “…”\n"
        "\n"
        "3 rules\n"
    )
    rules = json.loads(run("rules", "--format", "json").stdout)["rules"]
    assert [rule["id"] for rule in rules] == ["MOD010", "MOD030", "MOD040"]
    assert rules[0] | {"doc": "", "bad": "", "good": ""} | {"siblings": [], "hidden_by": []} == {
        "id": "MOD010",
        "name": "must-for-shall",
        "severity": "error",
        "clause": "GB/T 1.1—2020, C.1",
        "clauses": ["GB/T 1.1—2020, C.1"],
        "basis": "requirement",
        "certainty": "deterministic",
        "default": True,
        "kinds": [],
        "stages": [],
        "severities": {},
        "langs": ["zh"],
        "formats": ["docx", "markdown"],
        "fix": "safe",
        "message": "不用“{quote}”",
        "message_en": "do not write “{quote}”",
        "options": {"most": 99},
        "settled": None,
        "doc": "",
        "bad": "",
        "good": "",
        "examples": [{"bad": "a⟦必须⟧b", "good": "ab"}],
        "clean": [],
        "siblings": [],
        "hides": [],
        "hidden_by": [],
    }


def test_outline_shows_what_was_understood() -> None:
    write(a__md="# 范围\n本文件规定了产品。\n# 规范性引用文件\nGB/T 191　包装储运图示标志\n")
    shown = run("outline", "a.md").stdout
    assert "1  范围\n2  规范性引用文件\n" in shown
    assert "GB/T 191　包装储运图示标志" in shown
    content = json.loads(run("outline", "a.md", "--format", "json").stdout)
    assert content["schema"] == "stdlint-outline/1"
    assert [element["element"] for element in content["elements"]] == ["scope", "references"]
    assert content["references"]["normative"] == [
        {"number": "GB/T 191", "year": None, "text": "GB/T 191　包装储运图示标志"}
    ]


@pytest.mark.parametrize("path", ["nowhere.md", "empty.md"])
def test_outline_of_what_cannot_be_read_is_one_sentence(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(empty__md="")
    monkeypatch.setattr(sys, "argv", ["stdlint", "outline", path])
    with pytest.raises(SystemExit) as exit_:
        __main__.main()
    assert exit_.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_help_is_one_page() -> None:
    page = run("--help").stdout
    assert "检查标准草案" in page
    assert [line.split()[0] for line in page.partition("Commands:")[2].splitlines()[1:5]] == [
        "check",
        "gate",
        "rule",
        "rules",
    ]
    assert len(page.splitlines()) < 40


LOADED = "import sys; from stdlint.__main__ import main; {}; main(); print(*sys.modules)"


def modules(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_version_loads_nothing() -> None:
    loaded = modules(LOADED.format("sys.argv[1:] = ['--version']"))
    assert stdlint.__version__ in loaded
    assert not loaded & {"click", "lxml", "regex", "dataclasses", "typing", "tomllib", "json", "stdlint.cli"}


def test_importing_the_package_loads_nothing() -> None:
    loaded = modules("import sys, stdlint; print(*sys.modules)")
    assert not loaded & {"click", "lxml", "regex", "dataclasses", "typing", "stdlint.model"}


def test_the_api_returns_a_report() -> None:
    report = stdlint.lint(BAD.encode(), "a.md", ignore=["MOD040"])
    assert isinstance(report, stdlint.DocumentReport)
    assert [result.rule for result in report.findings] == ["MOD010"]
    assert report.packs == ("gbt-1.1",)
    with pytest.raises(stdlint.ReadError):
        stdlint.lint(b"", "a.md")
    with pytest.raises(stdlint.UsageError):
        stdlint.lint(b"x", "a.md", select=["XYZ"])
    with pytest.raises(AttributeError):
        stdlint.nothing  # noqa: B018


NOTE = "# 《螺母》（送审稿）编制说明\n\n## 一、工作简况\n\n必须。\n"


def test_companions_are_no_drafts() -> None:
    os.mkdir("drafts")
    Path("drafts/a.md").write_text(BAD, encoding="utf-8")
    Path("drafts/编制说明.md").write_text(NOTE, encoding="utf-8")
    done = run("check", "drafts")
    assert "检查了 1 个文件" in done.stdout
    assert "不是标准草案（编制说明），已跳过；请与草案放入同一文件夹" in done.stderr
    named = run("check", "drafts/编制说明.md", "--lang", "en")
    assert named.exit_code == 0
    assert "This is not a draft (explanatory note); skipped." in named.stderr


def test_a_workbook_is_no_draft() -> None:
    table = Path(__file__).parent.parent / "fixtures" / "dossiers" / "review" / "comment-table.xlsx"
    done = run("check", str(table))
    assert done.exit_code == 0
    assert "不是标准草案（征求意见汇总处理表），已跳过" in done.stderr


def test_a_form_is_no_draft() -> None:
    run("checklist", "need", "--output", "form.md")
    assert "不是标准草案（检查表），已跳过" in run("check", "form.md").stderr


def test_wrong_rules_in_settings_are_told_with_their_file() -> None:
    write(a__md=BAD)
    Path("stdlint.toml").write_text('ignore = ["MOD01O"]\n', encoding="utf-8")
    done = run("check", "a.md")
    assert "stdlint.toml: ignore: unknown rule “MOD01O”; did you mean “MOD010”?" in done.stderr


def test_a_wrong_name_in_settings_is_told_with_its_place_in_the_language_asked_for() -> None:
    write(a__md=BAD)
    Path("stdlint.toml").write_text('[files."*.md"]\nkind = "guidence"\n', encoding="utf-8")
    chinese = 'stdlint.toml：files."*.md"：没有名为“guidence”的文件类型，是否指“guidance”？'
    english = 'stdlint.toml: files."*.md": unknown kind of document “guidence”; did you mean “guidance”?'
    for lang, told, untold in (("zh", chinese, english), ("en", english, chinese)):
        stderr = run("check", "a.md", "--lang", lang).stderr
        assert told in stderr
        assert untold not in stderr


def test_a_file_with_nothing_in_it_is_no_error() -> None:
    write(a__md="  \n\n")
    assert run("check", "a.md").exit_code == 0
