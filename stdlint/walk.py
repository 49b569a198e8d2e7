"""Find the drafts that paths on the command line mean."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from stdlint.formats import ENDINGS, TEMPLATES, WORKBOOKS

_REPOSITORY_FILE = re.compile(
    r"(?:README|CHANGELOG|CHANGES|HISTORY|NEWS|RELEASES?|CONTRIBUTING|CONTRIBUTORS|LICEN[CS]E|COPYING|NOTICE|SECURITY"
    r"|SUPPORT|GOVERNANCE|MAINTAINERS|AUTHORS|CODE_OF_CONDUCT|CODEOWNERS|PULL_REQUEST_TEMPLATE|ISSUE_TEMPLATE|INSTALL"
    r"|TODO|AGENTS|CLAUDE)(?:[._-][a-z]{2}(?:[_-][a-z]{2,4})?)?\.(?:md|markdown)",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """A file to check; not `certain` if its name is one that repositories give to other things than drafts.

    `searched`: it was found in a folder, not named.
    """

    path: str
    certain: bool = True
    searched: bool = False


def find(paths: Sequence[str]) -> tuple[list[Found], list[tuple[str, str, str]]]:
    """Return the files to check, each once, and (path, sentence, the same in Chinese) for every path with none."""
    found: dict[str, Found] = {}
    problems: list[tuple[str, str, str]] = []
    for path in paths:
        if path != "-" and os.path.isdir(path):
            closed: list[str] = []
            inside = [Found(name, searched=True) for name in walk(path, closed)]
            problems += [(one, "This folder cannot be read.", "文件夹无法读取。") for one in sorted(closed)]
            if not inside and not closed:
                english = "There are no drafts in this folder: *.docx, *.docm, *.md, *.markdown."
                problems.append((path, english, "文件夹中没有草案（*.docx、*.docm、*.md、*.markdown）。"))
        elif path == "-" or os.path.exists(path):
            inside = [Found(path, not _REPOSITORY_FILE.fullmatch(os.path.basename(path)))]
        else:
            inside = []
            problems.append((path, "There is no such file or folder.", "没有这个文件或文件夹。"))
        for one in inside:
            found.setdefault(os.path.realpath(one.path) if one.path != "-" else "-", one)
    return list(found.values()), problems


def walk(folder: str, closed: list[str] | None = None) -> list[str]:
    """Return the drafts below a folder, sorted: not hidden, not ignored by git, no lock files and templates of Word.

    Links that lead nowhere and pipes are no drafts. Folders that may not be looked into are added to `closed`.
    """
    drafts = [
        name
        for name in _names(folder, [] if closed is None else closed)
        if _is_draft(name) and os.path.isfile(os.path.join(folder, name))
    ]
    return [os.path.join(folder, name) for name in sorted(drafts, key=lambda name: name.split(os.sep))]


def _is_draft(name: str) -> bool:
    parts = Path(name).parts
    last = parts[-1]
    ending = os.path.splitext(last)[1].casefold()
    return (
        ending in ENDINGS
        and ending not in TEMPLATES
        and ending not in WORKBOOKS
        and not any(part.startswith(".") for part in parts)
        and not last.startswith("~$")
        and not _REPOSITORY_FILE.fullmatch(last)
    )


def _names(folder: str, closed: list[str]) -> Iterable[str]:
    tracked = _tracked(folder, closed)
    return _plain(folder, closed) if tracked is None else tracked


def _plain(folder: str, closed: list[str]) -> Iterator[str]:
    def note(error: OSError) -> None:
        closed.append(os.fsdecode(error.filename))

    for top, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            yield os.path.relpath(os.path.join(top, name), folder)


def _tracked(folder: str, closed: list[str]) -> list[str] | None:
    """Return the files below `folder` that git does not ignore; None outside a work tree or without git."""
    listed = _git(folder, "ls-files", "-co", "--exclude-standard", "-z")
    if listed is None or (not listed and _is_ignored(folder)):
        return None
    names: list[str] = []
    for raw in listed.split(b"\0"):
        name = os.path.normpath(os.fsdecode(raw)) if raw else ""
        path = os.path.join(folder, name)
        if name and os.path.isfile(path):
            names.append(name)
        elif name and os.path.isdir(path) and not os.path.islink(path):
            # A repository inside this one: git names it and does not look into it.
            names += [os.path.join(name, inner) for inner in _names(path, closed)]
    return names


def _is_ignored(folder: str) -> bool:
    """Say whether git ignores the folder itself; who names it all the same wants it read."""
    below_the_top = (_git(folder, "rev-parse", "--show-prefix") or b"").strip()
    return bool(below_the_top) and _git(folder, "check-ignore", "-q", ".") is not None


def _git(folder: str, *arguments: str) -> bytes | None:
    """Return what git prints, None if it fails or is not there."""
    import subprocess

    try:
        done = subprocess.run(
            ["git", "-C", folder, *arguments], capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
