from __future__ import annotations

from pathlib import Path

import pytest

import stdlint
from stdlint.config import NONE, config_for
from stdlint.profile import UsageError
from stdlint.views.project import Project

DRAFT = "# 物业服务\n\n# 1 范围\n\n本文件规定了物业服务。\n\n# 4 管理\n\n组织应开展需求分析。\n"


def test_the_nearest_folder_above_a_draft_settles(tmp_path: Path) -> None:
    (tmp_path / "stdlint.toml").write_text('kind = "guidance"\nignore = ["MOD"]\n', encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    assert config_for(str(inner / "draft.md")).usual.kind == "guidance"
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert config_for(str(inner / "draft.md")).ignore == ("MOD",)


def test_pyproject_settles_in_a_table_of_its_own(tmp_path: Path) -> None:
    said = '[tool.stdlint]\nstage = "review"\n[tool.stdlint.project]\ntitle = "螺母"\nunits = ["甲公司", "乙公司"]\n'
    (tmp_path / "pyproject.toml").write_text(said, encoding="utf-8")
    usual = config_for(str(tmp_path / "draft.md")).usual
    assert usual == Project(stage="review", title="螺母", units=("甲公司", "乙公司"))


def test_nothing_is_settled_where_no_file_is(tmp_path: Path) -> None:
    assert config_for(str(tmp_path / "draft.md")) == NONE


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ('knid = "guidance"', "unknown setting “knid”; did you mean “kind”"),
        ('kind = "guidence"', "unknown kind of document “guidence”; did you mean “guidance”"),
        ('stage = "reviw"', "unknown stage “reviw”; did you mean “review”"),
        ("kind = 3", "kind is a text, not 3"),
        ('packs = "gbt-1.1"', "packs is a list of texts"),
        ('[project]\ntitel = "x"', "unknown setting “project.titel”; did you mean “title”"),
        ("project = 1", "project is a table"),
        ("kind = ", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_told_with_its_file(tmp_path: Path, said: str, sentence: str) -> None:
    (tmp_path / "stdlint.toml").write_text(said, encoding="utf-8")
    with pytest.raises(UsageError, match=rf"stdlint\.toml.*{sentence}"):
        config_for(str(tmp_path / "draft.md"))


@pytest.mark.parametrize("said", ["[tool]\nstdlint = 3\n", "[tool.stdlint]\nknid = 'x'\n"])
def test_a_wrong_table_in_pyproject_is_told(tmp_path: Path, said: str) -> None:
    (tmp_path / "pyproject.toml").write_text(said, encoding="utf-8")
    with pytest.raises(UsageError, match=r"pyproject\.toml"):
        config_for(str(tmp_path / "draft.md"))


def test_a_pyproject_of_others_settles_nothing(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("tool = 3\n", encoding="utf-8")
    assert config_for(str(tmp_path / "draft.md")) == NONE


def test_settings_are_utf_8(tmp_path: Path) -> None:
    (tmp_path / "stdlint.toml").write_bytes("kind = '指南'".encode("gbk"))
    with pytest.raises(UsageError, match="it is not UTF-8"):
        config_for(str(tmp_path / "draft.md"))


def test_a_stage_that_is_like_none_is_told_with_all() -> None:
    with pytest.raises(UsageError, match="unknown stage “审查”; known are working-draft, consultation"):
        stdlint.lint(DRAFT.encode(), "draft.md", stage="审查")


def test_the_draft_wins_over_its_folder_and_the_command_line_over_both() -> None:
    def kinds(draft: str, kind: str = "") -> tuple[str, ...]:
        return stdlint.lint(draft.encode(), "draft.md", kind=kind, usual=Project(kind="product")).kinds

    stated = "---\nstdlint: {kind: guidance}\n---\n" + DRAFT
    assert kinds(DRAFT) == ("product",)
    assert kinds(stated) == ("guidance",)
    assert kinds(stated, "evaluation, service") == ("evaluation", "service")


def test_an_unknown_kind_is_an_error_on_the_command_line_and_a_problem_of_the_draft() -> None:
    with pytest.raises(UsageError, match="unknown kind of document “guidence”; did you mean “guidance”"):
        stdlint.lint(DRAFT.encode(), "draft.md", kind="guidence")
    report = stdlint.lint(("---\nstdlint: {kind: guidence}\n---\n" + DRAFT).encode(), "draft.md")
    assert report.errors[-1].startswith("没有名为“guidence”的文件类型，可用的有：")
