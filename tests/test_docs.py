"""What the documentation shows is true: settings that it shows are read, formats that it lists exist."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from stdlint.cli import cli
from stdlint.config import settings_for
from stdlint.reports.forms import FORMS
from stdlint.sidecar import read

ROOT = Path(__file__).parent.parent
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
REPORTS = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text: str) -> list[str]:
    return re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_settings_shown_are_read(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "stdlint.toml").write_text("", encoding="utf-8")
    (project / "house.toml").write_text('title = "House"\n', encoding="utf-8")
    (project / "stdlint.toml").write_text(blocks(SETTINGS)[0], encoding="utf-8")
    settings = settings_for(str(project / "annexes" / "a.md"))
    assert settings.codes.ignore == ("MOD050", "ELM")
    assert settings.fail_on == "warning"
    assert settings.usual.drafters == ("张三",)
    assert settings.is_excluded(str(project / "drafts" / "old" / "a.md"))
    assert [clause.clause for clause in settings.clauses] == ["附录A"]


def test_the_file_beside_a_draft_that_is_shown_is_read(tmp_path: Path) -> None:
    beside = tmp_path / "draft.stdlint.toml"
    beside.write_text(next(block for block in blocks(SETTINGS) if "[[ignore]]" in block), encoding="utf-8")
    assert [(one.codes, one.clause, one.words, one.reason) for one in read(beside)] == [
        (("MOD010",), "5.2", "必须", "引用法律原文")
    ]


def test_every_format_is_documented() -> None:
    for name in FORMS:
        assert f"`{name}`" in REPORTS, name
        assert f"`{name}`" in README or name == "full", name


def test_every_command_and_option_of_check_is_documented() -> None:
    said = README + SETTINGS + REPORTS
    for name in cli.commands:
        assert f"stdlint {name}" in said, name
        assert CliRunner().invoke(cli, [name, "--help"]).exit_code == 0
    undocumented = {
        option
        for parameter in cli.commands["check"].params
        for option in parameter.opts
        if option.startswith("--") and option not in said
    }
    assert undocumented == set()


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "docs" / "settings.md", ROOT / "docs" / "reports.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)
