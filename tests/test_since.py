"""With git only what changed is told: in real repositories, Markdown and Word."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stdlint.formats import markdown
from stdlint.linting import Codes, Demand, lint_file
from stdlint.profile import UsageError
from stdlint.result import DocumentReport
from stdlint.since import Since, only
from tests.helpers import word_twin

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

DRAFT = """# 4 要求

## 4.1 外观

产品必须合格，见5.1。

## 4.2 包装

包装必须完好。

# 5 试验方法

## 5.1 总则

试样必须干燥。
"""


def git(folder: Path, *arguments: str) -> str:
    settled = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    done = subprocess.run(
        ["git", *settled, "-C", str(folder), *arguments], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "仓 库"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "草案 1.md").write_text(DRAFT, encoding="utf-8")
    (folder / "other.md").write_text(DRAFT, encoding="utf-8")
    commit(folder)
    monkeypatch.chdir(folder)
    return folder


def lint(data: bytes, name: str) -> DocumentReport:
    return lint_file(data, name, Demand(codes=Codes(select=("MOD010", "CIT030")), today=date(2026, 1, 1)))


def told(since: Since, path: str | Path) -> list[tuple[str, str | None]]:
    data = Path(path).read_bytes()
    report = lint(data, str(path))
    return [(one.rule, one.place.clause) for one in only(report, since.fresh(report, data, lint)).findings]


def edit(path: str | Path, *pairs: tuple[str, str]) -> None:
    text = Path(path).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    Path(path).write_text(text, encoding="utf-8")


def test_findings_on_changed_lines_are_told_and_unchanged_files_are_not_read(repository: Path) -> None:
    edit("草案 1.md", ("包装必须完好", "包装箱必须完好"))
    since = Since()
    assert since.unchanged("other.md")
    assert not since.unchanged("草案 1.md")
    assert told(since, "草案 1.md") == [("MOD010", "4.2")]
    assert told(since, "other.md") == []


def test_renumbering_tells_the_lines_it_touches_only(repository: Path) -> None:
    edit("草案 1.md", ("# 4 要求\n", "# 4 要求\n\n## 4.1 总则\n\n产品应可用。\n"), ("4.2 包", "4.3 包"))
    edit("草案 1.md", ("## 4.1 外", "## 4.2 外"))
    assert told(Since(), "草案 1.md") == []


def test_a_reference_that_a_deleted_clause_left_dangling_is_told(repository: Path) -> None:
    edit("草案 1.md", ("## 5.1 总则\n\n试样必须干燥。\n", "试样应干燥。\n"))
    dangling = told(Since(), "草案 1.md")
    assert [clause for _, clause in dangling] == ["4.1"]
    assert dangling[0][0] == "CIT030"


def test_deleted_lines_tell_the_lines_around(repository: Path) -> None:
    (repository / "a.md").write_text(
        "# 4 要求\n\n产品必须合格。\n删去。\n包装必须完好。\n\n试样必须干燥。\n", encoding="utf-8"
    )
    commit(repository)
    edit("a.md", ("删去。\n", ""))
    assert told(Since(), "a.md") == [("MOD010", "4")] * 2


def test_line_ends_are_no_change(repository: Path) -> None:
    path = repository / "草案 1.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(Since(), path) == []


def test_word_tells_what_the_old_state_did_not_have(repository: Path) -> None:
    path = repository / "draft.docx"
    path.write_bytes(word_twin(markdown.read(DRAFT.encode())))
    commit(repository)
    assert Since().unchanged("draft.docx")
    path.write_bytes(word_twin(markdown.read(DRAFT.replace("4.2 包装\n", "4.2 包装\n\n箱必须干净。\n").encode())))
    assert not Since().unchanged("draft.docx")
    assert told(Since(), path) == [("MOD010", "4.2")]


def test_a_file_that_git_does_not_know_is_new_as_a_whole(repository: Path) -> None:
    (repository / ".gitignore").write_text("ignored.md\n")
    for name in ("new.md", "ignored.md", "added.md"):
        Path(name).write_text(DRAFT, encoding="utf-8")
    git(repository, "add", "added.md")
    for name in ("new.md", "ignored.md", "added.md"):
        assert not Since().unchanged(name)
        assert len(told(Since(), name)) == 3


@pytest.mark.parametrize("staged", [True, False])
def test_a_renamed_file_is_compared_with_its_old_name(repository: Path, staged: bool) -> None:
    git(repository, "mv", "草案 1.md", "新 名.md")
    assert told(Since(), "新 名.md") == []
    edit("新 名.md", ("包装必须完好", "包装箱必须完好"))
    if staged:
        git(repository, "add", "-A")
    assert told(Since(), "新 名.md") == [("MOD010", "4.2")]


def test_from_a_folder_inside_and_by_absolute_paths(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "sub").mkdir()
    (repository / "sub" / "a.md").write_text(DRAFT, encoding="utf-8")
    commit(repository)
    edit("sub/a.md", ("包装必须完好", "包装箱必须完好"))
    monkeypatch.chdir(repository / "sub")
    for path in ("a.md", "../sub/a.md", repository / "sub" / "a.md"):
        assert told(Since(), path) == [("MOD010", "4.2")]
    assert Since().unchanged("../other.md")
    monkeypatch.chdir("/")
    assert told(Since(), repository / "sub" / "a.md") == [("MOD010", "4.2")]


def test_a_branch_a_tag_and_the_place_where_a_branch_left(repository: Path) -> None:
    git(repository, "tag", "first")
    git(repository, "checkout", "-q", "-b", "work")
    edit("草案 1.md", ("包装必须完好", "包装箱必须完好"))
    commit(repository)
    git(repository, "checkout", "-q", "main")
    edit("other.md", ("试样必须干燥", "试样应干燥"))
    commit(repository)
    git(repository, "checkout", "-q", "work")
    assert Since().unchanged("草案 1.md")
    for ref in ("first", "main", "main...", "HEAD~1"):
        assert told(Since(ref), "草案 1.md") == [("MOD010", "4.2")]
    assert not Since("main").unchanged("other.md")
    assert Since("main...").unchanged("other.md")


def test_a_worktree_and_a_repository_beside_it(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "-q", str(tmp_path / "tree"), "-b", "tree")
    edit(tmp_path / "tree" / "other.md", ("包装必须完好", "包装箱必须完好"))
    since = Since()
    assert told(since, tmp_path / "tree" / "other.md") == [("MOD010", "4.2")]
    assert since.unchanged("other.md")


def test_a_submodule_is_compared_with_the_state_that_the_repository_held(repository: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "-q", "-b", "main")
    git(outer, "submodule", "--quiet", "add", str(repository), "inner")
    commit(outer)
    git(outer, "tag", "released")
    edit(outer / "inner" / "other.md", ("包装必须完好", "包装箱必须完好"))
    commit(outer / "inner")
    assert Since().unchanged(str(outer / "inner" / "other.md"))
    assert told(Since("released"), outer / "inner" / "other.md") == [("MOD010", "4.2")]


def test_a_hook_of_another_repository_does_not_mislead(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "sub").mkdir()
    (repository / "sub" / "a.md").write_text(DRAFT, encoding="utf-8")
    commit(repository)
    monkeypatch.setenv("GIT_DIR", str(repository / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository / ".git" / "none"))
    assert Since().unchanged("sub/a.md")


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "", "-", "main:other.md", "nowhere..."])
def test_an_unknown_state_is_told_in_one_sentence(repository: Path, ref: str) -> None:
    with pytest.raises(UsageError, match="git knows no commit"):
        Since(ref).unchanged("other.md")
    assert not os.path.exists("x")


def test_a_shallow_clone_knows_its_own_state_only(repository: Path, tmp_path: Path) -> None:
    edit("other.md", ("包装", "外包装"))
    commit(repository)
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    assert Since().unchanged(str(tmp_path / "shallow" / "other.md"))
    with pytest.raises(UsageError, match="shallow"):
        Since("HEAD~1").unchanged(str(tmp_path / "shallow" / "other.md"))


def test_without_repository_commit_or_git_one_sentence_says_so(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="in no git repository"):
        Since().unchanged(str(tmp_path / "a.md"))
    (tmp_path / "empty").mkdir()
    git(tmp_path / "empty", "init", "-q")
    with pytest.raises(UsageError, match=r"git knows no commit “HEAD” in .*: nothing has been committed yet"):
        Since().unchanged(str(tmp_path / "empty" / "a.md"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git is not installed"):
        Since().unchanged("other.md")


def test_an_old_state_that_cannot_be_read_hides_nothing(repository: Path) -> None:
    (repository / "a.md").write_bytes(b"\0\0")
    commit(repository)
    (repository / "a.md").write_text(DRAFT, encoding="utf-8")
    assert len(told(Since(), "a.md")) == 3


def test_git_is_asked_once_for_all_files(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    real = subprocess.run

    def noted(command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        asked.append(command)
        return real(command, **options)

    monkeypatch.setattr(subprocess, "run", noted)
    since = Since()
    for _ in range(20):
        assert since.unchanged("other.md")
        assert since.unchanged("草案 1.md")
    assert len(asked) == 5
