"""Find the settings that hold for a folder, and read them with what they extend."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from stdlint import tables
from stdlint.config.shape import SETTINGS
from stdlint.pack import UsageError

NAMES = ("stdlint.toml", "pyproject.toml")


class Said(NamedTuple):
    """What one file says, its shape known to be right; `before` is what stands in front of its keys (tool.stdlint.)."""

    file: Path
    said: dict[str, Any]
    before: str = ""


@cache
def found(folder: Path) -> tuple[Said, ...]:
    """Return what the settings for a folder say: what is extended first, the nearest file last; () where none is."""
    for name in NAMES:
        file = folder / name
        if file.is_file() and (own := _read(file)) is not None:
            return tuple(_chain(own, (file,)))
    return found(folder.parent) if folder.parent != folder else ()


def _chain(own: Said, open_: tuple[Path, ...]) -> Iterator[Said]:
    """Yield what a file extends, and the file itself; `open_` are the files that are being extended, to see a cycle."""
    given = own.said.get("extend", [])
    for name in [given] if isinstance(given, str) else given:
        file = (own.file.parent / name).resolve()
        if file in open_:
            raise UsageError(f"{own.file}: extend goes in a circle: {' → '.join(map(str, (*open_, file)))}")
        try:
            extended = _read(file)
        except UsageError as error:
            raise error.at("extend").at(str(own.file)) from None
        if extended is None:
            raise UsageError(f"{own.file}: extend: {file} has no table tool.stdlint")
        yield from _chain(extended, (*open_, file))
    yield own


def _read(file: Path) -> Said | None:
    """Return the settings of a file, None where a pyproject.toml has none."""
    said = tables.read(file)
    if file.name != "pyproject.toml":
        tables.refuse_wrong(said, SETTINGS, file)
        return Said(file, said)
    tools = said.get("tool")
    own = tools.get("stdlint") if isinstance(tools, dict) else None
    if own is None:
        return None
    tables.refuse_wrong(own, SETTINGS, file, "tool.stdlint")
    return Said(file, own, "tool.stdlint.")
