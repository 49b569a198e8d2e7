"""Completion in shells: what is offered, and the real script in a real bash."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click.testing
import pytest
from click.shell_completion import CompletionItem, ShellComplete

from stdlint.cli import cli
from stdlint.profile import pack_names
from stdlint.reports.families import FAMILIES
from stdlint.views.kinds import KINDS
from stdlint.views.stage import STAGES


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def items(*words: str) -> list[CompletionItem]:
    """Return what is offered for the last of the words."""
    return ShellComplete(cli, {}, "stdlint", "_STDLINT_COMPLETE").get_completions(list(words[:-1]), words[-1])


def offered(*words: str) -> list[str]:
    return [str(item.value) for item in items(*words)]


def test_commands_and_options_are_offered() -> None:
    assert {"rule", "rules"} <= set(offered("ru"))
    assert offered("check", "--sel") == ["--select"]
    assert offered("rule", "x", "--output-format", "") == ["text", "markdown", "json"]


def test_rules_are_offered_by_family_first() -> None:
    assert offered("rule", "") == [*FAMILIES, "ALL"]
    assert offered("rule", "MO")[:3] == ["MOD", "MOD010", "MOD020"]
    assert offered("rule", "MOD01") == offered("rule", "mod01") == ["MOD010"]
    assert offered("rule", "must-f") == ["must-for-shall"]
    assert offered("rule", "MOD010", "must-f") == ["must-for-shall"]
    assert offered("rule", "zzz") == []


def test_rules_are_offered_after_a_comma_too() -> None:
    for option in ("--select", "--ignore", "--extend-select"):
        assert offered("check", option, "MOD010,must-f") == ["MOD010,must-for-shall"]


def test_a_rule_is_offered_with_what_it_is_about() -> None:
    assert [item.help for item in items("rule", "MOD010")] == ["must-for-shall"]
    assert [item.help for item in items("rule", "must-f")] == ["MOD010"]
    assert items("rule", "")[0].help == "封面"
    assert items("rule", "--lang", "en", "")[0].help == "cover"


def test_packs_kinds_and_stages_are_offered() -> None:
    assert offered("check", "--pack", "") == list(pack_names())
    assert offered("check", "--pack", "gbt-1.1,kind-gui") == ["gbt-1.1,kind-guidance"]
    assert offered("check", "--kind", "") == list(KINDS)
    assert offered("check", "--kind", "指") == ["指南"]
    assert offered("check", "--kind", "product,serv") == ["product,service"]
    assert offered("check", "--stage", "") == list(STAGES)
    assert offered("check", "--stage", "送") == ["送审稿"]


def test_rules_of_the_project_are_offered(folder: Path) -> None:
    project = folder / "project"
    project.mkdir()
    os.chdir(project)
    acme = 'title = "某某协会"\n[[words]]\nid = "ACME010"\nname = "solution"\nwords = ["解决方案"]\nprefer = "方案"\n'
    (project / "acme.toml").write_text(acme, encoding="utf-8")
    (project / "stdlint.toml").write_text('extend-packs = ["acme.toml"]\n', encoding="utf-8")
    assert offered("rule", "AC") == ["ACME010"]
    assert offered("rule", "solu") == ["solution"]


def test_wrong_settings_do_not_stop_completion(folder: Path) -> None:
    project = folder / "wrong"
    project.mkdir()
    os.chdir(project)
    (project / "stdlint.toml").write_text("ignor = []\n", encoding="utf-8")
    assert offered("rule", "MOD01") == ["MOD010"]


def stdlint(folder: Path) -> Path:
    """Return a folder with a program `stdlint` that has the command for completion."""
    program = folder / "bin" / "stdlint"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nfrom stdlint.__main__ import main\nmain()\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return program.parent


def test_no_check_is_imported() -> None:
    code = (
        "import sys\nfrom stdlint.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    asked = {"_STDLINT_COMPLETE": "bash_complete", "COMP_WORDS": "stdlint rule MOD01", "COMP_CWORD": "2"}
    for _ in range(2):  # the first run may have to make the table of ids
        done = subprocess.run(
            [sys.executable, "-c", code], env=os.environ | asked, capture_output=True, text=True, check=True
        )
    assert done.stdout == "plain,MOD010\n"
    assert "stdlint.profile" in done.stderr
    assert "stdlint.checks." not in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(shell: str) -> None:
    script = click.testing.CliRunner().invoke(cli, ["completion", shell]).stdout
    assert f"_STDLINT_COMPLETE={shell}_complete" in script
    if program := shutil.which(shell):
        subprocess.run([program, "-n"], input=script, text=True, check=True)


def test_the_help_says_how_to_install_it() -> None:
    page = click.testing.CliRunner().invoke(cli, ["completion", "--help"]).stdout
    assert "stdlint completion bash > ~/.local/share/bash-completion/completions/stdlint" in page
    assert "stdlint completion fish > ~/.config/fish/completions/stdlint.fish" in page


def test_another_shell_is_refused() -> None:
    done = click.testing.CliRunner().invoke(cli, ["completion", "cmd"])
    assert done.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in done.stderr


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("stdlint rule MOD01", ["MOD010"]),
        ("stdlint check --select NUM20", ["NUM200"]),
        ("stdlint check --stage app", ["approval"]),
        ("stdlint check --kind 指", ["指南"]),
        ("stdlint comp", ["completion"]),
    ],
)
def test_bash_completes(folder: Path, line: str, expected: list[str]) -> None:
    script = (
        'source <(stdlint completion bash); read -ra COMP_WORDS <<< "$1"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); '
        'complete -p stdlint >&2; _stdlint_completion stdlint; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    path = f"{stdlint(folder)}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script, "bash", line],
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "-F _stdlint_completion stdlint" in done.stderr
    assert set(expected) <= set(done.stdout.split())


def test_files_are_offered_for_paths() -> None:
    assert [item.type for item in items("check", "dr")] == ["file"]
