"""Read the settings of a project, found upward from a draft: `stdlint.toml`, or those in `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from stdlint.profile import UsageError, nearest, refuse_unknown
from stdlint.views.project import Project

_KEYS = ("kind", "stage", "packs", "select", "ignore", "extend-select", "project")
_PROJECT = ("title", "number", "units", "drafters")


class Config(NamedTuple):
    """What a project settles for its drafts; `path` is the file that says so, “” where there is none.

    `usual` is the kind and stage of drafts that state none themselves, and the data of the project.
    """

    path: str = ""
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    usual: Project = Project()


NONE = Config()
"""The settings where nothing is settled."""


def config_for(path: str) -> Config:
    """Return the settings that hold for a file: those of the nearest folder above it that has any."""
    try:
        folder = Path(path).resolve().parent
    except OSError:
        return NONE
    return _of_folder(folder)


@cache
def _of_folder(folder: Path) -> Config:
    for name in ("stdlint.toml", "pyproject.toml"):
        file = folder / name
        if file.is_file() and (said := _read(file)) is not None:
            return _config(file, said)
    return _of_folder(folder.parent) if folder.parent != folder else NONE


def _read(file: Path) -> dict[str, Any] | None:
    """Return the settings of a file, None where a pyproject.toml has none."""
    import tomllib

    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise UsageError(f"{file} cannot be read: it is not UTF-8") from None
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}") from None
    if file.name == "stdlint.toml":
        return said
    tools = said.get("tool")
    own = tools.get("stdlint") if isinstance(tools, dict) else None
    if own is None or isinstance(own, dict):
        return own
    raise UsageError(f"{file}: tool.stdlint is a table, not {own!r}")


def _config(file: Path, said: Mapping[str, Any]) -> Config:
    project = said.get("project", {})
    if not isinstance(project, Mapping):
        raise UsageError(f"{file}: project is a table, not {project!r}")
    for keys, known, before in ((said, _KEYS, ""), (project, _PROJECT, "project.")):
        for key in keys:
            if key not in known:
                raise UsageError(f"{file}: unknown setting “{before}{key}”{nearest(key, known)}")
    usual = Project(
        kind=_word(file, said, "kind"),
        stage=_word(file, said, "stage"),
        title=_word(file, project, "title"),
        number=_word(file, project, "number"),
        units=_words(file, project, "units"),
        drafters=_words(file, project, "drafters"),
    )
    try:
        refuse_unknown(usual)
    except UsageError as error:
        raise UsageError(f"{file}: {error}") from None
    packs, select, ignore, extend = (_words(file, said, key) for key in ("packs", "select", "ignore", "extend-select"))
    return Config(str(file), packs, select, ignore, extend, usual)


def _word(file: Path, said: Mapping[str, Any], key: str) -> str:
    value = said.get(key, "")
    if not isinstance(value, str):
        raise UsageError(f"{file}: {key} is a text, not {value!r}")
    return value


def _words(file: Path, said: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = said.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise UsageError(f"{file}: {key} is a list of texts, not {value!r}")
    return tuple(value)
