"""Leave out what a draft did not change since a state that git knows.

A finding counts if it touches a line that was changed, or if the old state of the file did not have it: who deletes a
clause is told of the reference elsewhere that now leads nowhere. Word has no lines, so there only the second holds.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from stdlint import baseline
from stdlint.formats import ENDINGS
from stdlint.formats.markdown.decode import decode, unified
from stdlint.model import ReadError
from stdlint.profile import UsageError
from stdlint.result import DocumentReport, Result

if TYPE_CHECKING:
    from subprocess import CompletedProcess

HEAD = "HEAD"
"""What `--changed-only` compares with: the last commit."""

_OF_HOOKS = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))
"""What git sets for its hooks: it would hide where the repository of a file begins."""

Lint = Callable[[bytes, str], DocumentReport]
"""Lints the content of a file under the name of that file."""


@dataclass(frozen=True)
class _Repository:
    """A work tree: the commit to compare with, the files that git tracks, and the old names of the changed ones.

    `changed` maps the present name to the old one, None for a file that is new.
    """

    top: str
    commit: str
    tracked: frozenset[str]
    changed: dict[str, str | None]


@dataclass
class Since:
    """What changed since the state `ref`: a commit, a branch, a tag; `ref...` is where the present branch left it.

    A file that git does not track is new as a whole. Raises UsageError, in one sentence, where git is missing, a file
    stands in no repository, or the state is unknown.
    """

    ref: str = HEAD
    _tops: dict[str, str] = field(default_factory=dict, init=False, repr=False)
    _repositories: dict[str, _Repository] = field(default_factory=dict, init=False, repr=False)

    def unchanged(self, path: str) -> bool:
        """Say whether a file is as it was, so that there is no need to read it."""
        if path == "-":
            return False
        repository, name = self._find(path)
        return name in repository.tracked and name not in repository.changed

    def fresh(self, report: DocumentReport, data: bytes, lint_old: Lint) -> frozenset[str]:
        """Return the identities of the findings that count, of a report on all findings of a file.

        `data` is the content of the file; `lint_old` lints its old content as the new one was linted.
        """
        everything = frozenset(result.identity for result in report.findings)
        if not everything or report.path == "-":
            return everything
        repository, name = self._find(report.path)
        old_name = repository.changed.get(name, name if name in repository.tracked else None)
        old = None if old_name is None else _content(repository, old_name)
        if old is None or old_name is None:
            return everything
        try:
            lines = _changed_lines(old, data) if report.format == "markdown" else frozenset()
            touched = {result.identity for result in report.findings if _touches(result, lines)}
            if len(touched) == len(everything):
                return everything
            before = lint_old(old, report.path if _ending(old_name) == _ending(report.path) else old_name)
        except ReadError:
            return everything
        new = baseline.compare(report, baseline.entries(before)).new
        return frozenset(touched.union(result.identity for result in new))

    def _find(self, path: str) -> tuple[_Repository, str]:
        """Return the repository of a file and its name there."""
        real = os.path.realpath(path)
        folder, name = os.path.split(real)
        if folder not in self._tops:
            self._tops[folder] = _top(folder, path)
        top = self._tops[folder]
        if top not in self._repositories:
            self._repositories[top] = _repository(top, self.ref)
        return self._repositories[top], os.path.relpath(os.path.join(folder, name), top).replace(os.sep, "/")


def only(report: DocumentReport, identities: frozenset[str]) -> DocumentReport:
    """Return a report with those findings only."""
    return replace(report, findings=tuple(one for one in report.findings if one.identity in identities))


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].casefold()


def _touches(result: Result, lines: frozenset[int]) -> bool:
    place = result.place
    if place.line is None:
        return False
    last = place.end_line or place.line
    if place.end_column == 1 and last > place.line:
        last -= 1
    return any(line in lines for line in range(place.line, last + 1))


def _changed_lines(old: bytes, new: bytes) -> frozenset[int]:
    """Return the lines of `new`, from 1, that `old` does not have, and those around what was deleted."""
    before, after = (_lines(data) for data in (old, new))
    changed: set[int] = set()
    for kind, _, _, first, last in SequenceMatcher(None, before, after).get_opcodes():
        if kind == "delete":
            changed |= {first, first + 1}
        elif kind != "equal":
            changed.update(range(first + 1, last + 1))
    return frozenset(changed)


def _lines(data: bytes) -> list[str]:
    return [line.rstrip("\r") for line in unified(decode(data)[0]).split("\n")]


def _repository(top: str, ref: str) -> _Repository:
    commit = _commit(top, ref)
    drafts = ["--", *(f":(icase,glob)**/*{ending}" for ending in ENDINGS)]
    raw = _git(top, "diff", "--raw", "-z", "-M", "--no-ext-diff", "--no-color", "--ignore-submodules", commit, *drafts)
    tracked = _git(top, "ls-files", "-z", *drafts)
    if raw is None or tracked is None:
        raise UsageError(f"git cannot tell what changed in {top} since “{ref}”")
    return _Repository(top, commit, frozenset(map(os.fsdecode, tracked.split(b"\0")[:-1])), _changed(raw))


def _changed(raw: bytes) -> dict[str, str | None]:
    """Read what `git diff --raw -z` prints: “:modes ids status”, the name, for a rename the new name too."""
    changed: dict[str, str | None] = {}
    fields = iter(os.fsdecode(raw).split("\0"))
    for said in fields:
        if not said.startswith(":"):
            continue
        status, name = said.rpartition(" ")[2], next(fields)
        if status[0] in "RC":
            changed[next(fields)] = name
        elif status[0] == "A":
            changed[name] = None
        else:
            # A file in conflict is told twice, and has an old state.
            changed[name] = name
    return changed


def _content(repository: _Repository, name: str) -> bytes | None:
    """Return a file as a checkout of the commit would write it; None if it was not there."""
    at = f"{repository.commit}:{name}"
    content = _git(repository.top, "cat-file", "--filters", at)
    return _git(repository.top, "cat-file", "blob", at) if content is None else content


def _top(folder: str, path: str) -> str:
    done = _run(folder, "rev-parse", "--show-toplevel")
    if done.returncode or not done.stdout.strip():
        if b"dubious ownership" in done.stderr:
            raise UsageError(f"git does not trust the repository of {path}: see its setting safe.directory")
        raise UsageError(f"{path} is in no git repository, so what changed in it is not known")
    return os.path.realpath(os.fsdecode(done.stdout.rstrip(b"\r\n")))


def _commit(top: str, ref: str) -> str:
    """Return the commit that `ref` names; in a submodule the one that the repository around it held at that time."""
    around = (_git(top, "rev-parse", "--show-superproject-working-tree") or b"").rstrip(b"\r\n")
    if around and ref != HEAD:
        outside = os.path.realpath(os.fsdecode(around))
        name = os.path.relpath(top, outside).replace(os.sep, "/")
        return _verified(top, f"{_commit(outside, ref)}:{name}", ref, inside=outside)
    name, dots, _ = ref.partition("...")
    commit = _verified(top, f"{name}^{{commit}}", ref)
    if not dots:
        return commit
    common = _git(top, "merge-base", commit, HEAD)
    if not common:
        raise UsageError(f"“{ref}” and the present state have no common commit; in a shallow clone fetch more history")
    return os.fsdecode(common.strip())


def _verified(top: str, revision: str, ref: str, inside: str = "") -> str:
    said = None if not ref or ref.startswith("-") else _git(inside or top, "rev-parse", "--verify", "-q", revision)
    if not said:
        why = ": nothing has been committed yet" if ref == HEAD else "; in a shallow clone it must be fetched first"
        raise UsageError(f"git knows no commit “{ref}” in {top}{why}")
    return os.fsdecode(said.strip())


def _git(folder: str, *arguments: str) -> bytes | None:
    """Return what git prints, None if it fails."""
    done = _run(folder, *arguments)
    return done.stdout if done.returncode == 0 else None


def _run(folder: str, *arguments: str) -> CompletedProcess[bytes]:
    """Run git in a folder, whatever repository a hook runs for. Raises UsageError if git is not there."""
    import subprocess

    try:
        return subprocess.run(
            ["git", "--no-optional-locks", "-C", folder, *arguments],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if name not in _OF_HOOKS},
        )
    except OSError:
        raise UsageError("git is not installed, so what changed is not known") from None
