from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from stdlint.walk import Found, find, walk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.md",
        "a.docx",
        "中文 草案.markdown",
        "UPPER.DOCX",
        "~$a.docx",
        ".hidden.md",
        ".hidden/c.md",
        "sub/d.md",
        "sub/e.txt",
        "ignored/f.md",
        "README.md",
        "readme_zh.md",
        "README.zh-CN.md",
        "CHANGELOG.md",
        "security-requirements.md",
        "LICENSE.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


DRAFTS = ["UPPER.DOCX", "a.docx", "b.md", "security-requirements.md", "sub/d.md", "中文 草案.markdown"]


def inside(folder: Path) -> list[str]:
    return [os.path.relpath(path, folder).replace(os.sep, "/") for path in walk(str(folder))]


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def test_a_folder_gives_its_drafts_in_order(folder: Path) -> None:
    assert inside(folder) == sorted([*DRAFTS, "ignored/f.md"])


def test_what_git_ignores_is_left_out(folder: Path) -> None:
    git(folder, "init")
    (folder / ".gitignore").write_text("ignored/\n", encoding="utf-8")
    assert inside(folder) == DRAFTS
    git(folder, "add", ".")
    git(folder, "commit", "-m", "x")
    assert inside(folder) == DRAFTS
    (folder / "b.md").unlink()
    assert inside(folder) == [name for name in DRAFTS if name != "b.md"]


def test_a_folder_inside_a_work_tree_is_walked_by_its_own_names(folder: Path) -> None:
    git(folder, "init")
    assert inside(folder / "sub") == ["d.md"]


def test_an_ignored_folder_that_is_named_is_read(folder: Path) -> None:
    git(folder, "init")
    (folder / ".gitignore").write_text("ignored/\n", encoding="utf-8")
    assert inside(folder / "ignored") == ["f.md"]


def test_a_repository_inside_a_repository_is_walked(folder: Path) -> None:
    git(folder, "init")
    git(folder / "sub", "init")
    assert "sub/d.md" in inside(folder)
    (folder / "sub" / ".gitignore").write_text("*\n", encoding="utf-8")
    assert "sub/d.md" not in inside(folder)


def test_without_git_every_draft_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(folder, "init")
    (folder / ".gitignore").write_text("ignored/\n", encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    assert "ignored/f.md" in inside(folder)


def test_paths_that_give_nothing_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found, problems = find([str(tmp_path / "empty"), str(tmp_path / "nowhere.md")])
    assert found == []
    assert [os.path.basename(path) for path, _, _ in problems] == ["empty", "nowhere.md"]
    assert problems[1][1:] == ("There is no such file or folder.", "没有这个文件或文件夹。")


def test_links_that_lead_nowhere_and_pipes_are_no_drafts(folder: Path) -> None:
    try:
        (folder / "nowhere.md").symlink_to("none.md")
        (folder / "round.md").symlink_to("round.md")
        os.mkfifo(folder / "pipe.md")
    except (OSError, AttributeError):
        pytest.skip("there are no links or pipes")
    assert inside(folder) == sorted([*DRAFTS, "ignored/f.md"])


def test_a_folder_that_may_not_be_looked_into_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refused(path: str) -> object:
        if os.path.basename(path) == "sub":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    found, problems = find([str(folder)])
    assert [os.path.basename(one.path) for one in found if "d.md" in one.path] == []
    assert len(found) == len(DRAFTS)
    assert problems == [(str(folder / "sub"), "This folder cannot be read.", "文件夹无法读取。")]
    assert find([str(folder / "sub")])[1] == problems


def test_a_file_named_twice_is_checked_once(folder: Path) -> None:
    found, _ = find([str(folder / "b.md"), str(folder), str(folder / "sub" / ".." / "b.md")])
    assert [os.path.basename(one.path) for one in found].count("b.md") == 1


def test_named_files_are_kept_whatever_they_are_called(folder: Path) -> None:
    named = [str(folder / name) for name in ("README.md", ".hidden.md", "~$a.docx", "sub/e.txt")]
    found, problems = find([*named, "-"])
    assert found == [Found(named[0], certain=False), *(Found(name) for name in named[1:]), Found("-")]
    assert problems == []
