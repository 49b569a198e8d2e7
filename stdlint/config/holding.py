"""Say what holds for a draft in the end: the settings, what the draft itself tells, and the rules that they change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from stdlint import profile
from stdlint.config.settings import Settings, Told
from stdlint.document import Document
from stdlint.pack import Pack
from stdlint.profile import Use

DRAFT, DEFAULT = "draft", "default"
"""What tells a value where no file with settings does."""


class Held(NamedTuple):
    """A value, who tells it (“draft”, “default” or a file), and the key in that file."""

    key: str
    value: Any
    by: str
    said: str = ""


class Changed(NamedTuple):
    """A rule that the settings switch on or off, or whose severity or options they change, and who says so.

    `now` is “off”, or its severity; `before` the same without the settings, “” for a rule of an organisation.
    """

    rule: str
    name: str
    before: str
    now: str
    options: Mapping[str, Any]
    by: tuple[Held, ...] = ()


class Holding(NamedTuple):
    """The values in the order of the settings, and the rules that are changed."""

    values: list[Held]
    changed: list[Changed]


def holding(settings: Settings, doc: Document | None) -> Holding:
    """Return what holds; `doc` is the draft, None for a folder."""
    packs = settings.packs or (profile.packs_for(doc)[0] if doc else ())
    return Holding(list(_values(settings, doc)), list(_changed(settings, packs)) if packs else [])


def _values(settings: Settings, doc: Document | None) -> Iterator[Held]:
    told: dict[str, list[Told]] = {}
    for one in settings.told:
        told.setdefault(one.key, []).append(one)
    yield from _of_draft(settings, doc, told)
    for key, usual in (("select", []), ("ignore", []), ("extend-select", []), ("fail-on", "error")):
        yield from _told(told.pop(key, [])) if key in told else [Held(key, usual, DEFAULT)]
    for rest in told.values():
        yield from _told(rest)


def _of_draft(settings: Settings, doc: Document | None, told: dict[str, list[Told]]) -> Iterator[Held]:
    """Yield language, kind, stage and packs: what the draft states wins over what is settled for it."""
    settled = {key: told.pop(key, []) for key in ("lang", "kind", "stage", "packs", "extend-packs")}
    if doc is None:
        for key in ("kind", "stage", "packs"):
            yield from _told(settled[key]) if settled[key] else [Held(key, "", DEFAULT)]
    else:
        kinds, stage = ",".join(doc.kinds), doc.stage.name
        usual = settings.usual
        for key, value in (("kind", kinds), ("stage", stage)):
            if settled[key] and value == getattr(usual, key):
                yield from _told(settled[key])
            else:
                yield Held(key, value, DRAFT if value else DEFAULT)
        packs = list(profile.packs_for(doc)[0])
        yield from _told(settled["packs"]) if settled["packs"] else [Held("packs", packs, DRAFT)]
    yield from _told(settled["extend-packs"]) if settled["extend-packs"] else [Held("extend-packs", [], DEFAULT)]
    yield from _told(settled["lang"]) if settled["lang"] else [Held("lang", doc.lang if doc else "", DRAFT)]


def _told(told: list[Told]) -> Iterator[Held]:
    for one in told:
        value = one.value[1] if one.key.startswith("clauses.") else one.value
        yield Held(one.key, value, one.file, one.said)


def _changed(settings: Settings, packs: profile.Packs) -> Iterator[Changed]:
    before = {use.check.name: use for use in profile.load(packs)}
    now = {use.check.name: use for use in profile.load((*packs, *settings.besides), **settings.codes._asdict())}
    for name in (*before, *(name for name in now if name not in before)):
        was, is_ = before.get(name), now.get(name)
        if was and is_ and (was.severity, was.options, was.clause) == (is_.severity, is_.options, is_.clause):
            continue
        use = is_ or was
        if use is not None:
            said = tuple(_by(settings, use))
            options = is_.options if is_ else {}
            earlier = _state(was) if was or name in profile.own_codes() else ""
            yield Changed(use.check.id, name, earlier, _state(is_), options, said)


def _state(use: Use | None) -> str:
    return use.severity if use else "off"


def _by(settings: Settings, use: Use) -> Iterator[Held]:
    """Yield who speaks about a rule: settings by name or id, codes that mean it, packs that hold it."""
    names = (use.check.name, use.check.id)
    for one in settings.told:
        if one.key.startswith("checks."):
            if one.key.removeprefix("checks.").strip('"') in (names[0], names[1], names[1].lower()):
                yield Held(one.key, one.value, one.file, one.said)
        elif (one.key == "select" and not profile.is_meant(use.check, one.value)) or (
            one.key in ("ignore", "extend-select") and profile.is_meant(use.check, one.value)
        ):
            yield Held(one.key, one.value, one.file, one.said)
    for pack in settings.besides:
        whole = profile.itself(pack)
        if whole.path and use.check.name in whole.checks:
            yield Held("pack", _said(whole), whole.path, "")


def _said(pack: Pack) -> str:
    return pack.title
