"""The hooks of `.pre-commit-hooks.yaml` in repositories with drafts, run by pre-commit itself."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stdlint.formats import docx, markdown
from tests.helpers import word_twin

pytest.importorskip("pre_commit", reason="pre-commit is not installed")
if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)

ROOT = Path(__file__).parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"

GOOD = "# 4 要求\n\n其他要求应满足，见GB/T 191—2008。\n"
FIXABLE = GOOD.replace("其他", "其它").replace("191—2008", "191-2008")
BAD = FIXABLE.replace("应满足", "必须满足")

Hook = Callable[[str], subprocess.CompletedProcess[str]]


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    own = {"PRE_COMMIT_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    return kept | own


def call(*command: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository in which both hooks run the stdlint under test, and leave out one folder."""
    folder = tmp_path / "repository"
    (folder / "old").mkdir(parents=True)
    python = shlex.quote(Path(sys.executable).as_posix())
    hooks = MANIFEST.read_text(encoding="utf-8").replace("entry: stdlint", f"entry: {python} -m stdlint")
    hooks = hooks.replace("language: python", "language: system\n  exclude: ^old/")
    indented = "".join(f"      {line}\n" for line in hooks.splitlines())
    config = f"repos:\n  - repo: local\n    hooks:\n{indented}"
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (folder / "README.md").write_text("# 说明\n\n其它说明必须先读。\n", encoding="utf-8")
    (folder / "old" / "旧稿.md").write_text(BAD, encoding="utf-8")
    call("git", "init", "-q", cwd=folder, env=environment(tmp_path / "home"))
    return folder


@pytest.fixture
def hook(repository: Path, tmp_path: Path) -> Hook:
    """Return a function that runs a hook over all files, as a commit would."""
    env = environment(tmp_path / "home")

    def run(name: str) -> subprocess.CompletedProcess[str]:
        assert call("git", "add", "-A", cwd=repository, env=env).returncode == 0
        return call(sys.executable, "-m", "pre_commit", "run", name, "--all-files", cwd=repository, env=env)

    return run


def put(folder: Path, text: str) -> tuple[Path, Path]:
    """Write a draft in both formats, under names that want quoting."""
    plain, word = folder / "草案 一.md", folder / "草案 (二).DOCX"
    plain.write_text(text, encoding="utf-8", newline="\n")
    word.write_bytes(word_twin(markdown.read(text.encode())))
    return plain, word


def test_the_manifest_is_valid_and_offers_two_hooks(tmp_path: Path) -> None:
    env = environment(tmp_path)
    done = call(sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST), cwd=ROOT, env=env)
    assert (done.returncode, done.stdout) == (0, "")
    lines = MANIFEST.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("- id")] == ["- id: stdlint", "- id: stdlint-fix"]


def test_a_repository_with_clean_drafts_passes_and_its_readme_is_left_alone(repository: Path, hook: Hook) -> None:
    put(repository, GOOD)
    for name in ("stdlint", "stdlint-fix"):
        done = hook(name)
        assert done.returncode == 0, done.stdout
        assert "Passed" in done.stdout
    assert "其它说明必须先读" in (repository / "README.md").read_text(encoding="utf-8")


def test_wrong_drafts_in_both_formats_fail_with_what_is_wrong(repository: Path, hook: Hook) -> None:
    plain, word = put(repository, BAD)
    before = plain.read_bytes(), word.read_bytes()
    done = hook("stdlint")
    assert done.returncode == 1
    assert "草案 一.md:3:5  4 ¶1  其它要求【必须】满足" in done.stdout
    assert "草案 (二).DOCX" in done.stdout
    assert done.stdout.count("MOD010") == 2
    assert "旧稿" not in done.stdout
    assert "README.md:3" not in done.stdout
    assert before == (plain.read_bytes(), word.read_bytes())


def test_the_fixing_hook_changes_the_drafts_fails_and_passes_next_time(repository: Path, hook: Hook) -> None:
    plain, word = put(repository, FIXABLE)
    done = hook("stdlint-fix")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert "草案 一.md: 已修正2处：NUM200、WRD101。" in done.stdout
    assert plain.read_bytes() == GOOD.encode()
    assert docx.read(word.read_bytes()).text == markdown.read(GOOD.encode()).text
    assert (repository / "old" / "旧稿.md").read_text(encoding="utf-8") == BAD
    assert hook("stdlint-fix").returncode == 0


def test_the_fixing_hook_fails_for_what_it_cannot_fix(repository: Path, hook: Hook) -> None:
    put(repository, GOOD.replace("应满足", "必须满足"))
    done = hook("stdlint-fix")
    assert done.returncode == 1
    assert "files were modified" not in done.stdout
    assert done.stdout.count("MOD010") == 2
