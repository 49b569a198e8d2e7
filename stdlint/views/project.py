"""Know what is said about a draft besides its text: its kind, its stage, and the data of its project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OWN

_SEPARATORS = patterns.compile(r"[、，,;；\n]+")


class Project(NamedTuple):
    """What a command line, a configuration or the draft's own front matter states; “” and () where it states nothing.

    `kind` and `stage` are names of kinds and stages, `title` the title of the project, `number` its number in the
    programme, `units` the drafting units, `drafters` the drafters.
    """

    kind: str = ""
    stage: str = ""
    title: str = ""
    number: str = ""
    units: tuple[str, ...] = ()
    drafters: tuple[str, ...] = ()

    def over(self, other: Project) -> Project:
        """Return this, with what it leaves open taken from `other`."""
        return Project(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))  # type: ignore[arg-type]


NOTHING = Project()
"""What is stated where nobody states anything."""


def project(said: Mapping[str, str]) -> Project:
    """Return what the entries “stdlint.kind”, “stdlint.units” … of a file state."""
    found = {name: said.get(OWN + name, "").strip() for name in Project._fields}
    return Project(
        **{name: _bare(found[name]) for name in ("stage", "title", "number")},
        kind=",".join(_listed(found["kind"])),
        units=_listed(found["units"]),
        drafters=_listed(found["drafters"]),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_bare, _SEPARATORS.split(text.strip("[]")))))


def _bare(word: str) -> str:
    return word.strip().strip("\"'").strip()
