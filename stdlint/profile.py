"""Load packs: which checks a drafting standard demands, with clause, severity and options.

A pack is `packs/NAME.toml`. Packs overlay each other key by key, the later wins, and `false` removes a check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from stdlint import kept
from stdlint.check import Check
from stdlint.pack import BASES as BASES
from stdlint.pack import CERTAINTIES as CERTAINTIES
from stdlint.pack import SEVERITIES as SEVERITIES
from stdlint.pack import Entry as Entry
from stdlint.pack import Pack as Pack
from stdlint.pack import Packs as Packs
from stdlint.pack import UsageError as UsageError
from stdlint.pack import clause_of, is_check, unknown_word
from stdlint.pack import nearest as nearest
from stdlint.views.kinds import KINDS
from stdlint.views.stage import STAGES

if TYPE_CHECKING:
    from stdlint.document import Document
    from stdlint.views.project import Project

PACKS = Path(__file__).with_name("packs")
BASE = {"zh": "gbt-1.1", "en": "iso-directives-2"}
"""The drafting standard for the language of a draft."""

COMPANIONS = ("explanatory-note", "comment-table", "comment-table-settled")
"""The packs for the documents that go with a draft: 编制说明, and 征求意见汇总处理表 before and after review."""

PLUGINS = "stdlint.packs"
"""The entry points by which other packages offer packs: each names a function that returns the path of a TOML file."""


class Use(NamedTuple):
    """A check as a profile uses it.

    `clause` is the text for people (“GB/T 1.1—2020, 8.7.3.4”), “” for conventions. `options` are those that differ
    from the check's own. `default`: whether it runs unasked. `lang`: the language of the drafts that the pack is for.
    """

    check: Check
    clause: str = ""
    severity: str = "warning"
    basis: str = "convention"
    certainty: str = "deterministic"
    options: Mapping[str, Any] = MappingProxyType({})
    default: bool = True
    lang: str = "zh"


def default_packs(lang: str) -> tuple[str, ...]:
    """Return the packs for a draft of which nothing is known but its language."""
    name = BASE.get(lang, BASE["zh"])
    return (name if name in pack_names() else BASE["zh"],)


def packs_for(doc: Document) -> tuple[tuple[str, ...], str]:
    """Return the packs that a draft itself asks for, and a sentence where it asks for none.

    They are those of its language, of its kinds and of its stage, each where there is one.
    """
    if doc.is_engineering_code:
        return (), "An engineering construction standard follows other drafting rules; not checked without --pack."
    names = (*(f"kind-{kind}" for kind in reversed(doc.kinds)), f"stage-{doc.stage.name}")
    own = [name for name in names if name in pack_names() and read_pack(name).lang == doc.lang]
    return (*default_packs(doc.lang), *own), ""


def unknown(stated: Project) -> UsageError | None:
    """Return the error for a kind or a stage that does not exist."""
    for kind in filter(None, map(str.strip, stated.kind.split(","))):
        if kind not in KINDS:
            return unknown_word(kind, KINDS, "kind of document", "文件类型")
    if stated.stage and stated.stage not in STAGES:
        return unknown_word(stated.stage, STAGES, "stage", "阶段")
    return None


def refuse_unknown(stated: Project) -> None:
    """Raise UsageError for a kind or a stage that does not exist."""
    if error := unknown(stated):
        raise error


@cache
def pack_names() -> tuple[str, ...]:
    """Return the names of all packs."""
    return tuple(sorted(path.stem for path in PACKS.glob("*.toml")))


@cache
def read_pack(name: str) -> Pack:
    """Return a pack by its name: one of stdlint's own, or one that another installed package offers."""
    if name in pack_names():
        text = (PACKS / f"{name}.toml").read_text(encoding="utf-8")
        return _pack(name, kept.get(("pack", text), lambda: _parsed(text)))
    return _plugged(name)


def _plugged(name: str) -> Pack:
    from importlib.metadata import entry_points

    offered = {one.name: one for one in entry_points(group=PLUGINS)}
    if name not in offered:
        raise unknown_word(name, [*pack_names(), *offered], "pack", "规则包")
    try:
        file = Path(offered[name].load()())
    except Exception as error:
        raise UsageError(f"pack “{name}” cannot be loaded ({type(error).__name__}: {error})") from error
    return _whole(file, name, modules=True)


@cache
def pack_at(path: Path) -> Pack:
    """Return the pack of an organisation from its file; its name is that of the file."""
    return _whole(path, path.stem, modules=False)


def _whole(file: Path, name: str, *, modules: bool) -> Pack:
    """Read a pack of others and refuse what is wrong with it; only installed ones may bring `modules`."""
    from stdlint import house

    pack = house.read(file, name, modules=modules)
    own = own_codes()
    taken = set(own.values())
    checks: dict[str, Entry | bool] = {}
    others: dict[str, Entry | bool] = {}
    for check, said in pack.checks.items():
        if not isinstance(said, dict) or not is_check(said):
            others[check] = said
            continue
        checks[check] = said
        id_ = use_of(check, said).check.id
        if check in own or id_ in taken:
            rule = check if check in own else id_
            raise UsageError(f"{file}: there is a rule {rule} already; choose another name or id")
        taken.add(id_)
    return Pack(name, pack.title, pack.lang, {**checks, **settled(others, [pack], f"{file}: checks")}, str(file))


def settled(said: Mapping[str, Any], packs: Packs, place: str) -> dict[str, Entry | bool]:
    """Return what is said about rules, by name, or raise UsageError with `place` in front.

    A rule is given by name or id, what is said is a severity, true or false, or a table of severity, default, clause
    and options. `packs` hold the rules known besides stdlint's own.
    """
    entries = known_rules(packs)
    found: dict[str, Entry | bool] = {}
    for code, value in said.items():
        name = named(code, packs)
        if not name:
            raise unknown_rule(code, _ids(packs)).at(place)
        found[name] = entry = override(value, f"{place}.{code}")
        if isinstance(entry, dict):
            try:
                use_of(name, {**entries[name], **entry})
            except UsageError as error:
                raise error.at(f"{place}.{code}") from None
    return found


def named(code: str, packs: Packs) -> str:
    """Return the name of the rule with a name or id, of stdlint's own or of the packs; “” where there is none."""
    if code in known_rules(packs):
        return code
    return next((name for name, id_ in _ids(packs).items() if id_ == code.upper()), "")


def override(value: object, place: str) -> Entry | Literal[False]:
    """Return what changes a rule as a table, or False: given as a severity, true, false, or a table."""
    if value is False:
        return False
    if value is True:
        return {"default": True}
    if isinstance(value, str):
        return {"severity": value}
    if not isinstance(value, dict):
        raise UsageError(f"{place} is a severity, true, false or a table, not {value!r}")
    for key in ("module", "home", "check"):
        if key in value:
            raise UsageError(f"{place}: unknown setting “{key}”")
    for key, kind in (("default", bool), ("clause", str)):
        if key in value and not isinstance(value[key], kind):
            raise UsageError(f"{place}.{key} is {'true or false' if kind is bool else 'a text'}, not {value[key]!r}")
    return value


def known_rules(packs: Packs) -> dict[str, Entry]:
    """Return what stands first about each rule that is a check, of stdlint's own packs and of others."""
    return _first_entries(tuple(itself(pack) for pack in (*pack_names(), *packs)))


@cache
def _first_entries(packs: tuple[Pack, ...]) -> dict[str, Entry]:
    listed: dict[str, Entry] = {}
    for pack in packs:
        for name, said in pack.checks.items():
            if isinstance(said, dict) and is_check(said):
                listed.setdefault(name, said)
    return listed


@cache
def own_codes() -> Mapping[str, str]:
    """Return the id of every rule of stdlint's own, by name."""
    texts = [(PACKS / f"{name}.toml").read_text(encoding="utf-8") for name in pack_names()]
    return kept.get(("ids", *texts), lambda: {use.check.name: use.check.id for use in rows()})


def _ids(packs: Packs) -> Mapping[str, str]:
    """Return the ids of stdlint's own rules and of those of other packs, by name."""
    return _with_own(known_rules(packs)) if packs else own_codes()


def _with_own(entries: Mapping[str, Entry]) -> Mapping[str, str]:
    """Return the ids of stdlint's own rules and of those of some entries, by name."""
    own = own_codes()
    others = {name: said for name, said in entries.items() if name not in own and is_check(said)}
    return {**own, **{name: use_of(name, said).check.id for name, said in others.items()}}


def unknown_rule(code: str, ids: Mapping[str, str]) -> UsageError:
    """Return the error for a code that means none of the rules with these names and ids."""
    return unknown_word(code, [word for pair in ids.items() for word in pair], "rule", "规则")


def means_rule(code: str, packs: Packs) -> bool:
    """Say whether a code (id, beginning of an id, name, “ALL”) means a rule of stdlint's own or of the packs."""
    if code in ("ALL", "all"):
        return True
    ids = _ids(packs)
    return code in ids or (code != "" and any(id_.startswith(code.upper()) for id_ in ids.values()))


def refuse_unknown_codes(codes: Iterable[str], packs: Packs, place: str) -> None:
    """Raise UsageError with `place` in front for a code that means no rule of stdlint's own or of the packs."""
    for code in codes:
        if not means_rule(code, packs):
            raise unknown_rule(code, _ids(packs)).at(place)


def _pack(name: str, data: Mapping[str, Any]) -> Pack:
    title = data.get("title", name)
    checks: dict[str, Entry | bool] = {}
    for check, said in data.get("checks", {}).items():
        checks[check] = said
        if isinstance(said, dict) and "clause" in said:
            checks[check] = {**said, "clause": clause_of(title, said["clause"])}
    return Pack(name, title, data.get("lang", "zh"), checks)


def itself(pack: str | Pack, folder: Path = Path()) -> Pack:
    """Return a pack given by its name, by the path of its file (absolute or from `folder`), or itself."""
    if isinstance(pack, Pack):
        return pack
    if "/" in pack or "\\" in pack or pack.endswith(".toml"):
        return pack_at((folder / pack.replace("\\", "/")).resolve())
    return read_pack(pack)


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)


def merge(packs: Iterable[Pack]) -> dict[str, Entry]:
    """Overlay packs: key by key, the later wins, `false` removes."""
    merged: dict[str, Entry] = {}
    for pack in packs:
        for name, said in pack.checks.items():
            if isinstance(said, dict):
                merged[name] = {"lang": pack.lang, **merged.get(name, {}), **said}
            elif said is False:
                merged.pop(name, None)
            else:
                raise UsageError(f"pack “{pack.name}”: {name} is a table of settings or false, not {said!r}")
    return merged


def load(
    packs: Packs,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
) -> list[Use]:
    """Return the checks to run, in the order of the packs; only their modules are imported."""
    return list(chosen(tuple(packs), tuple(select), tuple(ignore), tuple(extend_select)))


@cache
def chosen(
    packs: tuple[str | Pack, ...], select: tuple[str, ...], ignore: tuple[str, ...], extend_select: tuple[str, ...]
) -> tuple[Use, ...]:
    """Return what `load` returns, made once for many files."""
    entries = merge(map(itself, packs))
    names = _matching(select, entries) if select else {n for n, said in entries.items() if said.get("default", True)}
    names |= _matching(extend_select, entries)
    names -= _matching(ignore, entries)
    return tuple([use_of(name, said) for name, said in entries.items() if name in names and _is_whole(name, said)])


def rows(packs: Packs = ()) -> list[Use]:
    """Return every check of the packs (default: of all packs), each once, whether it runs unasked or not."""
    listed: dict[str, Entry] = {}
    for pack in [(name,) for name in pack_names()] if not packs else [tuple(packs)]:
        for name, said in merge(map(itself, pack)).items():
            if is_check(said):
                listed.setdefault(name, said)
    return [use_of(name, said) for name, said in listed.items()]


def _is_whole(name: str, said: Entry) -> bool:
    """Say whether an entry is a check, and not only what a kind or a stage changes in a check that is not there."""
    return is_check(said) or name not in known_rules(())


class Bound(NamedTuple):
    """To what a rule is bound: the kinds and the stages at which alone it speaks, and the stages that change it."""

    kinds: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    severities: Mapping[str, str] = MappingProxyType({})


@cache
def bounds() -> Mapping[str, Bound]:
    """Return to what the rules are bound, by name; what is bound to nothing is left out."""
    found: dict[str, Bound] = {}
    for name in pack_names():
        axis, _, value = name.partition("-")
        if axis not in ("kind", "stage"):
            continue
        for check, said in read_pack(name).checks.items():
            if not isinstance(said, dict):
                continue
            bound = found.get(check, Bound())
            if "module" in said and axis == "kind":
                bound = bound._replace(kinds=(*bound.kinds, value))
            elif "module" in said:
                bound = bound._replace(stages=(*bound.stages, value))
            if axis == "stage" and "severity" in said:
                bound = bound._replace(severities={**bound.severities, value: said["severity"]})
            found[check] = bound
    order = {stage: at for at, stage in enumerate(STAGES)}
    for check, bound in found.items():
        severities = dict(sorted(bound.severities.items(), key=lambda pair: order[pair[0]]))
        found[check] = Bound(bound.kinds, tuple(sorted(bound.stages, key=order.__getitem__)), severities)
    return found


def load_check(name: str, module: str, package: str = "stdlint.checks") -> Check:
    """Return the check called `name` of a module in a package, with its name and documentation filled in."""
    path = f"{package}.{module}" if package else module
    try:
        home = import_module(path)
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and path.startswith(error.name or "?"):
            raise UsageError(f"check {name}: there is no module {path.replace('.', '/')}.py") from None
        if package:
            raise
        raise UsageError(f"check {name}: {path} cannot be loaded ({type(error).__name__}: {error})") from error
    check = getattr(home, name.replace("-", "_"), None)
    if not isinstance(check, Check):
        names = [key.replace("_", "-") for key, value in vars(home).items() if isinstance(value, Check)]
        raise UsageError(f"unknown check “{name}” in {module}{nearest(name, names)}")
    check.name = name
    check.doc = (home.__doc__ or "").strip()
    return check


def use_of(name: str, said: Entry) -> Use:
    """Return a check as an entry of a pack says; raises UsageError for a check, option or severity that is none."""
    if not is_check(said):
        raise unknown_word(name, [use.check.name for use in rows()], "check", "检查")
    check = said["check"] if "check" in said else load_check(name, said["module"], said.get("home", "stdlint.checks"))
    known = {"module", "home", "check", "clause", "severity", "basis", "certainty", "default", "lang"}
    options = {key: _option(check, key, value) for key, value in said.items() if key not in known}
    return Use(
        check,
        clause=said.get("clause", ""),
        severity=_one_of(SEVERITIES, name, "severity", said.get("severity", "warning")),
        basis=_one_of(BASES, name, "basis", said.get("basis", "convention")),
        certainty=_one_of(CERTAINTIES, name, "certainty", said.get("certainty", "deterministic")),
        options=options,
        default=said.get("default", True),
        lang=said.get("lang", "zh"),
    )


def _option(check: Check, key: str, value: object) -> object:
    known = check.options
    if key not in known:
        raise UsageError(f"{check.name} has no option “{key}”{nearest(key, known)}")
    usual = known[key]
    if isinstance(usual, tuple) and isinstance(value, list):
        value = tuple(value)
    if usual is not None and type(value) is not type(usual):
        raise UsageError(f"{check.name}: {key} is of type {type(usual).__name__}, not {value!r}")
    return value


def _one_of(words: Sequence[str], name: str, key: str, value: object) -> str:
    if isinstance(value, str) and value in words:
        return value
    raise UsageError(f"{name}: {key} is one of {', '.join(words)}, not {value!r}")


def is_meant(check: Check, codes: Iterable[str]) -> bool:
    """Say whether any of the codes (id, beginning of an id, name, “ALL”) means a check."""
    return any(
        code in ("ALL", "all") or code == check.name or (code and check.id.startswith(code.upper())) for code in codes
    )


def _matching(codes: Iterable[str], entries: Mapping[str, Entry]) -> set[str]:
    """Return the names of the checks that the codes mean."""
    return {name for code in codes for name in _meant(code, entries)}


def _meant(code: str, entries: Mapping[str, Entry]) -> Iterator[str]:
    if code in ("ALL", "all"):
        yield from entries
        return
    if code in entries:
        yield code
        return
    everywhere = _with_own(entries)
    meant = {name for name, id_ in everywhere.items() if name == code or id_.startswith(code.upper())}
    if not meant or not code:
        raise unknown_rule(code, everywhere)
    yield from meant & entries.keys()
