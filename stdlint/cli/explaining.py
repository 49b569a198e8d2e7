"""Gather what is said about rules: as packs and the settings of a project use them, their fixes, their relations.

Only the modules of the rules asked for are imported.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from stdlint.check import Check
from stdlint.engine import WINS
from stdlint.pack import Entry, Pack, is_check
from stdlint.profile import Use, is_meant, itself, load, merge, own_codes, pack_names, rows, unknown_rule, use_of
from stdlint.reports.explain.content import Explained, Settled

if TYPE_CHECKING:
    from stdlint.config import Settings


class Book:
    """The rules of packs (none: of all that stdlint has, and those that the settings bring)."""

    def __init__(self, packs: Sequence[str | Pack], settings: Settings) -> None:
        self.settings = settings
        known: dict[str | Pack, None] = dict.fromkeys((*pack_names(), *settings.packs, *settings.besides))
        self._groups = [tuple(packs)] if packs else [(pack,) for pack in known]
        self._entries = [merge(map(itself, group)) for group in self._groups]

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the rules by their ids."""
        own = own_codes()
        found: dict[str, str] = {}
        for entries in self._entries:
            for name, said in entries.items():
                if is_check(said):
                    found.setdefault(own[name] if name in own else use_of(name, said).check.id, name)
        return dict(sorted(found.items()))

    def meant(self, code: str) -> tuple[list[str], bool]:
        """Return the names of the rules that an id, a name or the beginning of ids means, and whether it means one."""
        names = self.names
        if code in names.values():
            return [code], True
        if code.upper() in names:
            return [names[code.upper()]], True
        begun = [name for id_, name in names.items() if id_.startswith(code.upper())]
        if not begun or not code:
            raise unknown_rule(code, names)
        return begun, False

    def explained(self, name: str) -> Explained:
        """Return all that is said about the rule called `name`."""
        having = [at for at, entries in enumerate(self._entries) if is_check(entries.get(name, {}))]
        uses = [use for at in having for use in load(self._groups[at], select=[name])]
        check = uses[0].check
        return Explained(
            uses,
            fix_of(uses[0]),
            _siblings(check, self._entries[having[0]][name]),
            [loser for winner, loser in WINS if check.id.startswith(winner)],
            [winner for winner, loser in WINS if check.id.startswith(loser)],
            self._settled(self._groups[having[0]], check),
        )

    def _settled(self, group: tuple[str | Pack, ...], check: Check) -> Settled | None:
        """Return how the settings use a rule of a group of packs, None where there are none."""
        if not self.settings.path:
            return None
        asked = (*group, *self.settings.besides)
        said = merge(map(itself, asked)).get(check.name)
        select, ignore = self.settings.codes.select, self.settings.codes.ignore
        ignored = is_meant(check, ignore) or bool(select and not is_meant(check, select))
        path = os.path.relpath(self.settings.path)
        return Settled(path, load(asked, select=[check.name])[0] if said else None, ignored)


def every(packs: Sequence[str], select: Sequence[str] = ()) -> Iterator[Use]:
    """Yield every rule of the packs that the codes mean (none: all), each once, by id."""
    uses = sorted(rows(packs), key=lambda use: use.check.id)
    for code in select:
        if not any(is_meant(use.check, [code]) for use in uses):
            raise unknown_rule(code, {use.check.id: use.check.name for use in uses})
    return (use for use in uses if not select or is_meant(use.check, select))


def fix_of(use: Use) -> str | None:
    """Say what fix a rule offers on its own examples: “safe”, “unsafe” or None."""
    from stdlint import engine
    from stdlint.document import Document
    from stdlint.formats import reader

    read = reader("example.md").read
    for bad, _ in use.check.examples():
        beside = {name: Document(read(text.encode())) for name, text in use.check.beside.items()}
        doc = Document(read(bad.replace("⟦", "").replace("⟧", "").encode()), beside=beside)
        found, _ = engine.lint(doc, [use])
        fixes = [one.finding.fix for one in found if one.finding.fix]
        if fixes:
            return "safe" if all(fix.safe for fix in fixes) else "unsafe"
    return None


def _siblings(check: Check, said: Entry) -> list[tuple[str, str]]:
    """Return id and name of the other checks of the module in which a check stands."""
    if "module" not in said:
        return []
    home = said.get("home", "stdlint.checks")
    module = import_module(f"{home}.{said['module']}" if home else said["module"])
    there: Iterable[tuple[str, object]] = vars(module).items()
    found = {one.id: name.replace("_", "-") for name, one in there if isinstance(one, Check) and one is not check}
    return sorted(found.items())
