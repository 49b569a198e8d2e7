"""Load packs: which checks a drafting standard demands, with clause, severity and options.

A pack is `packs/NAME.toml`. Packs overlay each other key by key, the later wins, and `false` removes a check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from stdlint import kept
from stdlint.check import Check
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

SEVERITIES = ("error", "warning", "info")
BASES = ("requirement", "recommendation", "statement", "convention")
CERTAINTIES = ("deterministic", "heuristic", "data")
_OWN_DOCUMENT = ("GB", "ISO", "IEC", "《")

Entry = dict[str, Any]


class UsageError(Exception):
    """A pack, rule or option that does not exist; the message is one sentence for people."""


class Pack(NamedTuple):
    """A drafting standard, a document kind or a stage as data: check names with what the pack says about each."""

    name: str
    title: str
    lang: str
    checks: dict[str, Entry | bool]


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


def unknown(stated: Project, lang: str = "en") -> str:
    """Return a sentence about a kind or a stage that does not exist, “” where there is none."""
    kinds = filter(None, map(str.strip, stated.kind.split(",")))
    wrong = [(kind, "kind of document", "文件类型", KINDS) for kind in kinds if kind not in KINDS]
    if stated.stage and stated.stage not in STAGES:
        wrong.append((stated.stage, "stage", "阶段", STAGES))  # type: ignore[arg-type]
    if not wrong:
        return ""
    word, english, chinese, known = wrong[0]
    if lang == "zh":
        return f"没有名为“{word}”的{chinese}，可用的有：{'、'.join(known)}。"
    return f"unknown {english} “{word}”" + (nearest(word, known) or f"; known are {', '.join(known)}")


def refuse_unknown(stated: Project) -> None:
    """Raise UsageError for a kind or a stage that does not exist."""
    if sentence := unknown(stated):
        raise UsageError(sentence)


@cache
def pack_names() -> tuple[str, ...]:
    """Return the names of all packs."""
    return tuple(sorted(path.stem for path in PACKS.glob("*.toml")))


@cache
def read_pack(name: str) -> Pack:
    """Return a pack by its name."""
    if name not in pack_names():
        raise UsageError(f"unknown pack “{name}”{nearest(name, pack_names())}")
    text = (PACKS / f"{name}.toml").read_text(encoding="utf-8")
    data = kept.get(("pack", text), lambda: _parsed(text))
    title = data.get("title", name)
    checks: dict[str, Entry | bool] = {}
    for check, said in data.get("checks", {}).items():
        checks[check] = said
        if isinstance(said, dict) and said.get("clause") and not said["clause"].startswith(_OWN_DOCUMENT):
            checks[check] = {**said, "clause": f"{title}, {said['clause']}"}
    return Pack(name, title, data.get("lang", "zh"), checks)


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
    packs: Sequence[str],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
) -> list[Use]:
    """Return the checks to run, in the order of the packs; only their modules are imported."""
    return list(chosen(tuple(packs), tuple(select), tuple(ignore), tuple(extend_select)))


@cache
def chosen(
    packs: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], extend_select: tuple[str, ...]
) -> tuple[Use, ...]:
    """Return what `load` returns, made once for many files."""
    entries = merge(map(read_pack, packs))
    names = _matching(select, entries) if select else {n for n, said in entries.items() if said.get("default", True)}
    names |= _matching(extend_select, entries)
    names -= _matching(ignore, entries)
    return tuple([_use(name, said) for name, said in entries.items() if name in names and _is_whole(name, said)])


def rows(packs: Sequence[str] = ()) -> list[Use]:
    """Return every check of the packs (default: of all packs), each once, whether it runs unasked or not."""
    listed: dict[str, Entry] = {}
    for pack in [(name,) for name in pack_names()] if not packs else [tuple(packs)]:
        for name, said in merge(map(read_pack, pack)).items():
            if "module" in said:
                listed.setdefault(name, said)
    return [_use(name, said) for name, said in listed.items()]


def _is_whole(name: str, said: Entry) -> bool:
    """Say whether an entry is a check, and not only what a kind or a stage changes in a check that is not there."""
    return "module" in said or all(name != use.check.name for use in rows())


def find_rule(code: str, packs: Sequence[str] = ()) -> list[Use]:
    """Return one rule by its id or name, as each of the packs that have it uses it."""
    asked = [tuple(packs)] if packs else [(name,) for name in pack_names()]
    listed = [use for names in asked for use in rows(names)]
    found = [use for use in listed if code.upper() == use.check.id or code == use.check.name]
    if not found:
        raise UsageError(f"unknown rule “{code}”{nearest(code, _codes(listed))}")
    return found


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


def load_check(name: str, module: str) -> Check:
    """Return the check called `name` of `stdlint.checks.MODULE`, with its name and documentation filled in."""
    try:
        home = import_module(f"stdlint.checks.{module}")
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("stdlint.checks"):
            raise
        raise UsageError(f"check {name}: there is no module stdlint/checks/{module.replace('.', '/')}.py") from None
    check = getattr(home, name.replace("-", "_"), None)
    if not isinstance(check, Check):
        names = [key.replace("_", "-") for key, value in vars(home).items() if isinstance(value, Check)]
        raise UsageError(f"unknown check “{name}” in {module}{nearest(name, names)}")
    check.name = name
    check.doc = (home.__doc__ or "").strip()
    return check


def _use(name: str, said: Entry) -> Use:
    if "module" not in said:
        raise UsageError(f"unknown check “{name}”{nearest(name, [use.check.name for use in rows()])}")
    check = load_check(name, said["module"])
    known = {"module", "clause", "severity", "basis", "certainty", "default", "lang"}
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
    everywhere = {use.check.name: use.check.id for use in rows()}
    meant = {name for name, id_ in everywhere.items() if name == code or id_.startswith(code.upper())}
    if not meant or not code:
        raise UsageError(f"unknown rule “{code}”{nearest(code, _codes(rows()))}")
    yield from meant & entries.keys()


def _codes(uses: Iterable[Use]) -> list[str]:
    return [code for use in uses for code in (use.check.id, use.check.name)]


def nearest(word: str, known: Iterable[str]) -> str:
    """Return “; did you mean …?”, or “” where nothing is near."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.5)
    return f"; did you mean “{by_folded[near[0]]}”?" if near else ""
