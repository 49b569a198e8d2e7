"""Writing a file leaves it whole: with its new content, or as it was."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from stdlint import files

NOBODY = 65534
posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and owners as POSIX has them")


@pytest.fixture
def ordinary() -> Iterator[Path]:
    """Return a folder of a user who is not root, to whom no file is closed; be that user."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    inside = folder / "own"
    inside.mkdir()
    yield inside
    inside.chmod(0o700)
    if root:
        os.seteuid(0)


def test_a_file_gets_its_new_content_and_nothing_else_is_left(tmp_path: Path) -> None:
    draft = tmp_path / "草案 一.md"
    draft.write_bytes(b"old and longer")
    files.replace(draft, b"new")
    files.replace(str(tmp_path / "report.json"), b"{}")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"草案 一.md": b"new", "report.json": b"{}"}


def test_a_name_as_long_as_names_may_be_is_no_hindrance(tmp_path: Path) -> None:
    draft = tmp_path / f"{'标' * 84}.md"
    draft.write_bytes(b"old")
    files.replace(draft, b"new")
    assert draft.read_bytes() == b"new"


@posix
def test_the_mode_stays_and_a_new_file_has_the_usual_one(tmp_path: Path) -> None:
    draft, usual, made = tmp_path / "a.md", tmp_path / "usual", tmp_path / "made"
    draft.write_bytes(b"old")
    draft.chmod(0o640)
    usual.write_bytes(b"")
    files.replace(draft, b"new")
    files.replace(made, b"new")
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert made.stat().st_mode == usual.stat().st_mode


@posix
def test_the_owner_stays(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_bytes(b"old")
    if os.geteuid() == 0:
        os.chown(draft, NOBODY, NOBODY)
    before = draft.stat()
    files.replace(draft, b"new")
    assert (draft.stat().st_uid, draft.stat().st_gid) == (before.st_uid, before.st_gid)


def test_the_file_is_as_young_as_its_content(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_bytes(b"old")
    os.utime(draft, (1, 1))
    files.replace(draft, b"new")
    assert draft.stat().st_mtime > 1_000_000


@posix
def test_a_link_stays_and_leads_to_the_new_content(tmp_path: Path) -> None:
    real, link = tmp_path / "drafts" / "real.md", tmp_path / "link.md"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link.symlink_to(Path("drafts") / "real.md")
    files.replace(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert [path.name for path in real.parent.iterdir()] == ["real.md"]


@posix
def test_a_write_protected_file_stays_as_it_was(ordinary: Path) -> None:
    draft = ordinary / "a.md"
    draft.write_bytes(b"old")
    draft.chmod(0o444)
    with pytest.raises(PermissionError):
        files.replace(draft, b"new")
    assert draft.read_bytes() == b"old"
    assert [path.name for path in ordinary.iterdir()] == ["a.md"]


@posix
def test_in_a_write_protected_folder_a_file_stays_as_it_was(ordinary: Path) -> None:
    draft = ordinary / "a.md"
    draft.write_bytes(b"old")
    ordinary.chmod(0o555)
    with pytest.raises(PermissionError):
        files.replace(draft, b"new")
    assert draft.read_bytes() == b"old"


def test_a_file_that_another_program_holds_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows while Word has the draft open."""
    draft = tmp_path / "a.docx"
    draft.write_bytes(b"old")

    def held(_: object, to: object) -> None:
        raise PermissionError(13, "Access is denied", to)

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(PermissionError, match="Access is denied"):
        files.replace(draft, b"new")
    assert draft.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("interruption", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_stops_the_writing_halfway_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interruption: BaseException
) -> None:
    draft = tmp_path / "a.md"
    draft.write_bytes(b"old")

    def stop(_: int) -> None:
        raise interruption

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(type(interruption)):
        files.replace(draft, b"new")
    assert draft.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        files.replace(tmp_path / "none" / "report.json", b"{}")


@posix
def test_a_pipe_is_written_to() -> None:
    code = "from stdlint import files; files.replace('/dev/stdout', b'report')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"report"
