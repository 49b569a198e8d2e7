"""Say what holds for one file, and where each value comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from stdlint import profile
from stdlint.config import finding
from stdlint.config.finding import Said
from stdlint.config.globs import matches
from stdlint.config.shape import PATHS, adds
from stdlint.linting import ClauseSetting, Codes
from stdlint.pack import Entry, Pack, UsageError
from stdlint.tables import inside
from stdlint.views.project import Project

_PROJECT = ("title", "number", "units", "drafters")


class Told(NamedTuple):
    """A value, the file that says so (“” for a default), and the key in that file.

    `key` is the setting (“ignore”, “checks.too-deep”), `said` where it stands in the file (“files."a.md".ignore”).
    """

    key: str
    value: Any
    file: str = ""
    said: str = ""


@dataclass(frozen=True)
class Settings:
    """What holds for one file; `path` is the nearest file with settings, “” where there is none.

    `packs` are taken instead of those that a draft asks for, `besides` are laid over them. `usual` is the kind and
    stage of drafts that state none themselves, and the data of the project. `baseline` is a path or “”. `told` is
    every value that somebody settled, in the order in which they hold, the last wins.
    """

    path: str = ""
    packs: tuple[str | Pack, ...] = ()
    besides: tuple[str | Pack, ...] = ()
    codes: Codes = field(default_factory=Codes)
    lang: str = ""
    usual: Project = field(default_factory=Project)
    clauses: tuple[ClauseSetting, ...] = ()
    baseline: str = ""
    fail_on: str = ""
    excluded: tuple[tuple[Path, str], ...] = ()
    told: tuple[Told, ...] = ()

    def is_excluded(self, path: str) -> bool:
        """Say whether a file is left out, even if it is named."""
        return bool(self.excluded) and any(matches(_absolute(path), *pattern) for pattern in self.excluded)


NONE = Settings()
"""The settings where nothing is settled."""


def settings_for(path: str) -> Settings:
    """Return the settings that hold for a file. Raises UsageError for settings that are wrong."""
    try:
        file = _absolute(path)
    except OSError:
        return NONE
    said = finding.found(file.parent)
    if not said:
        return NONE
    tables = tuple(
        (layer, pattern)
        for layer in said
        for pattern in layer.said.get("files", {})
        if matches(file, layer.file.parent, pattern)
    )
    _refuse_unknown(tuple(layer.file for layer in said))
    return _settings(tuple(layer.file for layer in said), tuple((layer.file, pattern) for layer, pattern in tables))


def _absolute(path: str) -> Path:
    return Path(path).resolve()


@cache
def _settings(files: tuple[Path, ...], tables: tuple[tuple[Path, str], ...]) -> Settings:
    """Return the settings of a chain of files, with those tables of theirs that mean the file."""
    layers = _layers(files)
    told: dict[str, list[Told]] = {}
    for key, value, layer, at in [*_values(layers), *_values_of_files(layers, tables)]:
        one = Told(key, value, str(layer.file), layer.before + at)
        if adds(key) or key.startswith(("checks.", "clauses.")):
            told.setdefault(key, []).append(one)
        else:
            told[key] = [one]
    return _made(layers[-1], told)


def _layers(files: tuple[Path, ...]) -> tuple[Said, ...]:
    return finding.found(files[-1].parent)


Value = tuple[str, Any, Said, str]
"""A setting, its value, who says it, and where it stands there."""


def _values(layers: Iterable[Said]) -> Iterator[Value]:
    for layer in layers:
        for key, value in layer.said.items():
            if key in ("extend", "files"):
                continue
            if key == "clauses":
                for clause, settled in value.items():
                    yield inside("clauses", clause), (clause, settled), layer, inside("clauses", clause)
            elif key in ("project", "checks"):
                yield from _inner(key, value, layer, key)
            else:
                yield key, value, layer, key


def _values_of_files(layers: Iterable[Said], tables: Iterable[tuple[Path, str]]) -> Iterator[Value]:
    by_file = {layer.file: layer for layer in layers}
    for file, pattern in tables:
        layer, place = by_file[file], inside("files", pattern)
        for key, value in layer.said["files"][pattern].items():
            if key == "checks":
                yield from _inner(key, value, layer, f"{place}.{key}")
            else:
                yield key, value, layer, f"{place}.{key}"


def _inner(key: str, table: Mapping[str, Any], layer: Said, place: str) -> Iterator[Value]:
    for name, value in table.items():
        yield inside(key, name), value, layer, inside(place, name)


def _made(nearest: Said, told: Mapping[str, list[Told]]) -> Settings:
    def last(key: str, usual: Any = "") -> Any:
        return told[key][-1].value if key in told else usual

    def added(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for one in told.get(key, []) for word in one.value))

    packs, besides = (_packs(told.get(key, [])) for key in PATHS)
    checks = _checks(nearest, told, (*packs, *besides))

    def codes(key: str) -> tuple[str, ...]:
        # A rule of an organisation may be named for files that its pack is not laid over.
        return tuple(code for code in added(key) if profile.means_rule(code, (*packs, *besides)))

    baseline = told["baseline"][-1] if "baseline" in told else None
    exclude = told["exclude"][-1] if "exclude" in told else None
    return Settings(
        path=str(nearest.file),
        packs=packs,
        besides=(*besides, *([checks] if checks.checks else [])),
        codes=Codes(tuple(last("select", ())), codes("ignore"), codes("extend-select")),
        lang=last("lang"),
        usual=Project(
            last("kind"),
            last("stage"),
            *(_project(last(f"project.{name}", None), name) for name in _PROJECT),  # type: ignore[arg-type]
        ),
        clauses=tuple(_clause(*one.value) for key, said in told.items() if key.startswith("clauses.") for one in said),
        baseline=str(Path(baseline.file).parent / baseline.value) if baseline else "",
        fail_on=last("fail-on"),
        excluded=tuple((Path(exclude.file).parent, pattern) for pattern in exclude.value) if exclude else (),
        told=tuple(one for said in told.values() for one in said),
    )


def _project(value: Any, name: str) -> str | tuple[str, ...]:
    if name in ("units", "drafters"):
        return tuple(value or ())
    return value or ""


def _clause(clause: str, settled: Mapping[str, Any]) -> ClauseSetting:
    return ClauseSetting(clause, tuple(settled.get("ignore", ())), dict(settled.get("severities", {})))


def _packs(told: Iterable[Told]) -> tuple[str | Pack, ...]:
    """Return packs by name or, where a path is given, themselves."""
    packs: dict[str, str | Pack] = {}
    for one in told:
        for name in one.value:
            packs[name] = _pack(name, Path(one.file), one.said)
    return tuple(packs.values())


def _pack(name: str, file: Path, key: str) -> str | Pack:
    try:
        pack = profile.itself(name, file.parent)
        return pack if pack.path else name
    except UsageError as error:
        raise error.at(key).at(str(file)) from None


def _checks(nearest: Said, told: Mapping[str, list[Told]], packs: profile.Packs) -> Pack:
    """Return what the settings say about single rules as the last pack; a rule of packs that are not used is left."""
    known = profile.known_rules(packs)
    merged: dict[str, Entry | bool] = {}
    for key, said in told.items():
        if not key.startswith("checks."):
            continue
        for one in said:
            name = profile.named(key.removeprefix("checks.").strip('"'), packs)
            if name not in known:
                continue
            entry = profile.override(one.value, f"{one.file}: {one.said}")
            before = merged.get(name)
            merged[name] = {**before, **entry} if isinstance(before, dict) and isinstance(entry, dict) else entry
    return Pack(nearest.file.name, nearest.file.name, "zh", merged)


@cache
def _refuse_unknown(files: tuple[Path, ...]) -> None:
    """Raise UsageError for a kind, stage, pack, rule, option or severity that does not exist, for any file."""
    layers = _layers(files)
    packs = [
        pack
        for layer in layers
        for place, table in _tables(layer)
        for key in PATHS
        for pack in _packs([Told(key, table.get(key, []), str(layer.file), inside(place, key))])
    ]
    for layer in layers:
        for place, table in _tables(layer):
            _refuse_unknown_in(layer, table, (layer.before + place).strip("."), packs)
        for clause, settled in layer.said.get("clauses", {}).items():
            at = f"{layer.file}: {layer.before}{inside('clauses', clause)}"
            profile.refuse_unknown_codes(settled.get("ignore", ()), packs, f"{at}.ignore")
            profile.refuse_unknown_codes(settled.get("severities", ()), packs, f"{at}.severities")


def _tables(layer: Said) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "", layer.said
    for pattern, table in layer.said.get("files", {}).items():
        yield inside("files", pattern), table


def _refuse_unknown_in(layer: Said, table: Mapping[str, Any], place: str, packs: profile.Packs) -> None:
    try:
        profile.refuse_unknown(Project(table.get("kind", ""), table.get("stage", "")))
    except UsageError as error:
        raise error.at(place).at(str(layer.file)) from None
    for key in ("select", "ignore", "extend-select"):
        profile.refuse_unknown_codes(table.get(key, ()), packs, f"{layer.file}: {inside(place, key)}")
    profile.settled(table.get("checks", {}), packs, f"{layer.file}: {inside(place, 'checks')}")
