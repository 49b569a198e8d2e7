"""Compiled patterns and packs are kept for the next start, and nothing depends on it."""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from stdlint import kept, patterns, profile

DRAFT = Path(__file__).parent.parent / "fixtures" / "product.md"
_COUNT = """
import regex, stdlint
made = []
compile = regex.compile
regex.compile = lambda *given, **named: (made.append(given), compile(*given, **named))[1]
from stdlint.cli import main
try:
    main()
except SystemExit as end:
    print(len(made), end.code)
"""


def _check(folder: Path) -> tuple[int, int]:
    """Return how many patterns a fresh process compiles for a check, and its exit code."""
    command = [sys.executable, "-c", _COUNT, "check", str(DRAFT)]
    done = subprocess.run(command, capture_output=True, text=True, env={"STDLINT_CACHE_DIR": str(folder)}, check=True)
    made, code = done.stdout.splitlines()[-1].split()
    return int(made), int(code)


def test_a_second_start_compiles_nothing(tmp_path: Path) -> None:
    first, code = _check(tmp_path)
    assert (first > 100, code) == (True, 0)
    assert _check(tmp_path) == (0, 0)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x04K\x01."])
def test_what_was_kept_may_be_damaged(tmp_path: Path, damage: bytes) -> None:
    first, _ = _check(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)
    assert _check(tmp_path) == (first, 0)
    assert _check(tmp_path) == (0, 0)


def test_what_somebody_else_wrote_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STDLINT_CACHE_DIR", str(tmp_path))
    Path(kept._path()).write_bytes(pickle.dumps({("a",): pickle.dumps("kept")}))
    assert kept._read() == {("a",): pickle.dumps("kept")}
    monkeypatch.setattr(os, "getuid", lambda: -1)
    assert kept._read() == {}


def test_nothing_need_be_writable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    first, code = _check(tmp_path / "file")
    assert (first > 100, code) == (True, 0)


def test_every_pattern_can_be_compiled() -> None:
    for row in profile.rows():
        assert row.check.find is not None
    later = [thing for thing in gc.get_objects() if type(thing) is patterns._Later]
    assert len(later) > 1000
    for pattern in later:
        assert pattern.fullmatch is not None
