"""Read submissions: a draft by itself, or a folder that holds a draft and the documents that go with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from stdlint import formats, patterns
from stdlint.document import Document
from stdlint.dossier import DRAFT, OTHER, is_companion, role_of
from stdlint.model import ReadError, unreadable
from stdlint.result import Where
from stdlint.views.project import NOTHING, Project
from stdlint.views.stage import STAGES
from stdlint.views.wording import fold

_UNREAD = (
    *(".pdf", ".ofd", ".doc", ".wps", ".rtf", ".odt", ".txt", ".xls", ".et", ".ods", ".csv", ".zip", ".rar", ".7z"),
    *(".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff"),
)
"""Endings of files whose contents are not read: only their names tell what they are."""

_DIGITS = patterns.compile(r"(\d+)")
_ALIKE = 0.7
"""From here on two titles are those of one document, changed between its stages."""


class Part(NamedTuple):
    """A file of a submission: what it is (“draft”, “explanatory-note” …), and its document where it could be read.

    `error` says, in English and Chinese, why it could not be read. `where` finds lines and columns.
    """

    path: str
    role: str
    doc: Document | None = None
    error: tuple[str, str] | None = None
    where: Where | None = None


@dataclass(slots=True)
class Submission:
    """What is handed in together.

    `path` is the file or folder named, `is_folder` whether documents beside the draft can be expected. `draft` is the
    draft to judge, `commented` the draft on which comments were made, None where there is none.
    """

    path: str
    is_folder: bool
    parts: list[Part] = field(default_factory=list)
    draft: Part | None = None
    commented: Part | None = None

    def of(self, role: str) -> list[Part]:
        """Return the parts of one role."""
        return [part for part in self.parts if part.role == role]


class Given(NamedTuple):
    """What the command line says of the drafts: kind and stage, the day, and what is usual for a file of a path."""

    demanded: Project
    today: date
    usual: Callable[[str], Project] = lambda path: NOTHING


def submissions(path: str, given: Given) -> Iterator[Submission]:
    """Yield the submissions that a path means, each read when it is its turn.

    A file is one. A folder with files in it is one with everything below it, or one for each draft where the drafts
    have different titles; a folder of folders holds one for each of them. Raise ReadError where there is nothing.
    """
    if not os.path.exists(path):
        raise ReadError("There is no such file or folder.", "没有这个文件或文件夹。")
    if not os.path.isdir(path):
        yield _chosen(Submission(path, False, [_part(path, given, named=True)]), given)
        return
    try:
        yield from _of_folder(path, given, frozenset())
    except OSError as error:
        name, why = error.filename or path, error.strerror or error
        raise ReadError(f"The folder {name} cannot be read: {why}.", f"文件夹“{name}”无法读取（{why}）。") from None


def _of_folder(folder: str, given: Given, above: frozenset[str]) -> Iterator[Submission]:
    """Yield the submissions of a folder; `above` are those that hold it, to which links may lead back."""
    above |= {os.path.realpath(folder)}
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    inner = [entry.path for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
    inner = [path for path in inner if os.path.realpath(path) not in above and any(True for _ in _below(path))]
    names = [entry.name for entry in entries if not entry.is_dir() and _is_part(entry.path)]
    if not names and not inner:
        raise ReadError("There is nothing to judge in this folder.", "文件夹中没有可以判定的文件。")
    if names and not (len(inner) > 1 and _only_accompany(folder, names)):
        yield from _apart(folder, [_part(name, given) for name in _below(folder)], given)
        return
    for path in inner:
        yield from _of_folder(path, given, above)


def _only_accompany(folder: str, names: list[str]) -> bool:
    """Say whether the files beside several folders belong to none of them, as a list or a read-me does."""
    given = Given(NOTHING, date.min)
    return all(_part(os.path.join(folder, name), given).role == OTHER for name in names)


def _is_part(path: str) -> bool:
    name = os.path.basename(path)
    ending = os.path.splitext(name)[1].casefold()
    known = ending in formats.ENDINGS or ending in _UNREAD
    if not known or ending in formats.TEMPLATES or name.startswith((".", "~$")):
        return False
    return os.path.isfile(path) or os.path.islink(path)


def _below(folder: str) -> Iterator[str]:
    """Yield the files of a submission, sorted."""
    for top, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if _is_part(os.path.join(top, name)):
                yield os.path.join(top, name)


def _refuse(error: OSError) -> None:
    raise error


def _part(path: str, given: Given, *, named: bool = False) -> Part:
    """Read a file; one that is named by itself is a draft unless it certainly goes with one."""
    name = os.path.basename(path)
    if os.path.splitext(name)[1].casefold() in _UNREAD and not named:
        return Part(path, role_of(name, None))
    try:
        reader = formats.reader(path)
        source = reader.read(Path(path).read_bytes())
    except ReadError as error:
        return Part(path, DRAFT if named else role_of(name, None), error=(str(error), error.chinese))
    except OSError as error:
        problem = unreadable(error)
        return Part(path, DRAFT if named else role_of(name, None), error=(str(problem), problem.chinese))
    doc = Document(source, name=path, demanded=given.demanded, usual=given.usual(path), today=given.today)
    role = role_of(name, doc)
    if named and not is_companion(role, doc):
        role = DRAFT
    return Part(path, role, doc, where=getattr(reader, "where", None))


def _apart(folder: str, parts: list[Part], given: Given) -> Iterator[Submission]:
    """Yield one submission, or one for each document where drafts of different documents lie in one folder."""
    documents: list[list[Part]] = []
    for part in parts:
        if part.role == DRAFT and part.doc is not None:
            known = next((drafts for drafts in documents if _is_edition(part, drafts)), None)
            if known is None:
                documents.append([part])
            else:
                known.append(part)
    if len(documents) < 2:
        yield _chosen(Submission(folder, True, parts), given)
        return
    titles = [{_title(part) for part in drafts} for drafts in documents]
    for drafts, own in zip(documents, titles, strict=True):
        foreign = set[str]().union(*titles) - own
        others = [part for part in parts if part.role != DRAFT and _belongs(part, folder, own, foreign)]
        # Drafts side by side without any companion are drafts by themselves.
        path = drafts[0].path if len(drafts) == 1 else folder
        yield _chosen(Submission(path, bool(others), [*drafts, *others]), given)


def _is_edition(part: Part, drafts: list[Part]) -> bool:
    """Say whether a draft is of the same document as others: by title, or by stage and a title much like theirs."""
    title, stage = _title(part), _own_stage(part)
    if any(_title(draft) == title for draft in drafts):
        return True
    stages = {_own_stage(draft) for draft in drafts} | {""}
    return stage not in stages and any(
        SequenceMatcher(None, title, _title(draft), autojunk=False).ratio() > _ALIKE for draft in drafts
    )


def _title(part: Part) -> str:
    doc = part.doc
    assert doc is not None
    return fold(doc.cover.title).replace("—", "") or doc.name


def _belongs(part: Part, folder: str, own: set[str], foreign: set[str]) -> bool:
    """Say whether a companion names one of the titles, and no longer one of another document that holds it."""
    said = os.path.relpath(part.path, folder) + (part.doc.text[:2000] if part.doc else "")
    said = fold(said).replace("—", "")
    longest = max((title for title in own if title in said), key=len, default="")
    return bool(longest) and not any(longest in title and title in said for title in foreign)


def _chosen(submission: Submission, given: Given) -> Submission:
    """Choose the draft to judge, and the one that was commented on."""
    drafts = [part for part in submission.of(DRAFT) if part.doc is not None]
    submission.draft = max(drafts, key=lambda part: _rank(part, given.demanded.stage), default=None)
    own = [part for part in drafts if _own_stage(part) == "consultation"]
    submission.commented = max(own, key=lambda part: _edition(part.path), default=None)
    return submission


def _rank(part: Part, stage: str) -> tuple[bool, int, list[tuple[bool, int, str]]]:
    """Prefer the draft of the stage that is asked for, else the latest one; of several the last by name."""
    own = _own_stage(part)
    return own == stage, list(STAGES).index(own) if own in STAGES else -1, _edition(part.path)


def _edition(path: str) -> list[tuple[bool, int, str]]:
    """Return what sorts names by the numbers in them: “第10稿” behind “第9稿”."""
    pieces = _DIGITS.split(os.path.splitext(path)[0])
    return [(piece.isdecimal(), int(piece) if piece.isdecimal() else 0, piece) for piece in pieces]


def _own_stage(part: Part) -> str:
    """Return the stage that the draft itself tells, whatever stage is asked for."""
    if part.doc is None:
        return ""
    told = part.doc.stage
    return told.cover or told.file or ("" if told.told_by == "setting" else told.name)
