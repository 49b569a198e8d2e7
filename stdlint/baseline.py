"""Tell new findings from those that were there when a baseline was written.

A baseline is a JSON file with one finding per line. Findings are recognised by their words and what stands around
them, never by where they stand, so that a draft may be renumbered, moved about and edited.
"""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple
from unicodedata import normalize

from stdlint.profile import UsageError
from stdlint.result import DocumentReport, Notice, Result, shorten, without_numbers, without_ordinal

SCHEMA = "stdlint-baseline/1"

_KEPT = 20
"""How many characters before and after the words are written down."""

_COMPARED = 12
_NEAR = 6
_BESIDE = 2
_ENOUGH = 6
"""How many characters around the words are compared, and how many of them mean something."""


class Entry(NamedTuple):
    """A finding that is known.

    `fingerprint` is that of rule, words and paragraph, equal for findings that only their order tells apart. `clause`
    and `paragraph` are where it stood, `quote` its words, `before` and `after` what stood around them. `message` is
    there only for what has no words of its own: something missing, told at a heading or a title.
    """

    rule: str
    fingerprint: str
    clause: str = ""
    paragraph: int = 0
    quote: str = ""
    before: str = ""
    after: str = ""
    message: str = ""


Entries = tuple[Entry, ...]


@dataclass(frozen=True)
class Baseline:
    """What a baseline file holds: the findings by file, whose names are relative to the folder of `path`, with “/”."""

    path: str
    files: Mapping[str, Entries] = field(default_factory=dict)

    def name_of(self, draft: str) -> str | None:
        """Return the name of a draft in this baseline; None where it has none: standard input, another drive."""
        if draft == "-":
            return None
        try:
            name = os.path.relpath(_real(draft), os.path.dirname(_real(self.path)))
        except ValueError:
            return None
        return normalize("NFC", name.replace(os.sep, "/"))

    def exists(self, name: str) -> bool:
        """Say whether a file named in the baseline is there."""
        return os.path.exists(os.path.join(os.path.dirname(_real(self.path)), name))


class Compared(NamedTuple):
    """The findings that are new, how many are known, and the known ones that are no longer there."""

    new: tuple[Result, ...]
    known: int
    stale: Entries


def entries(report: DocumentReport) -> Entries:
    """Return the findings of a report as a baseline writes them down, in document order."""
    return tuple(_entry(result) for result in report.findings)


def compare(report: DocumentReport, known: Sequence[Entry]) -> Compared:
    """Pair findings with known ones, one to one, the surest pairs first; what is left over is new or stale.

    Nothing is stale of rules that did not run, of a file that could not be checked whole, and of what the draft says
    is not wrong.
    """
    found, old = entries(report), tuple(known)
    pairs = _paired(found, old)
    left = [entry for at, entry in enumerate(old) if at not in pairs.values()]
    dropped = tuple(_entry(one.result) for one in report.dropped)
    excused = set(_paired(dropped, left).values())
    ran = {use.check.id for use in report.uses} if not report.errors else set()
    return Compared(
        tuple(result for at, result in enumerate(report.findings) if at not in pairs),
        len(pairs),
        tuple(entry for at, entry in enumerate(left) if at not in excused and entry.rule in ran),
    )


def narrowed(report: DocumentReport, known: Sequence[Entry], path: str = "") -> DocumentReport:
    """Return a report with its new findings only, and a notice for each stale entry of the baseline `path`."""
    compared = compare(report, known)
    notices = [_notice(entry, report.lang, path) for entry in compared.stale]
    return replace(
        report, findings=compared.new, known=report.known + compared.known, notices=(*report.notices, *notices)
    )


def against(baseline: Baseline, reports: Sequence[DocumentReport]) -> list[DocumentReport]:
    """Return reports with their new findings only; a file that was renamed keeps what was known of it."""
    known = _known(baseline, reports)
    return [
        narrowed(report, given, baseline.path) if given else report
        for report, given in zip(reports, known, strict=True)
    ]


def updated(baseline: Baseline, reports: Iterable[DocumentReport]) -> Baseline:
    """Return a baseline with the findings of the reports.

    What it holds of other files stays while they exist, and what it holds of rules that did not run. Raises UsageError
    for a file that cannot be named in it.
    """
    files = {name: known for name, known in baseline.files.items() if baseline.exists(name)}
    for report in reports:
        name = baseline.name_of(report.path)
        if name is None:
            raise UsageError(f"{report.path} cannot be named in {baseline.path}")
        ran = {use.check.id for use in report.uses}
        files[name] = (*entries(report), *(entry for entry in files.get(name, ()) if entry.rule not in ran))
    return Baseline(baseline.path, {name: files[name] for name in sorted(files) if files[name]})


def render(baseline: Baseline) -> str:
    """Return the text of a baseline file."""
    import json

    def said(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    files = ",\n".join(
        f"    {said(name)}: [\n" + ",\n".join(f"      {said(_fields(entry))}" for entry in known) + "\n    ]"
        for name, known in baseline.files.items()
    )
    return f'{{\n  "schema": {said(SCHEMA)},\n  "files": {{\n{files}\n  }}\n}}\n'


def read(path: str) -> Baseline:
    """Read a baseline file. Raises UsageError for one that cannot be read or is none."""
    import json

    try:
        with open(path, encoding="utf-8-sig") as file:
            content = json.load(file)
    except FileNotFoundError:
        raise UsageError(f"{path} cannot be read: there is no such file; stdlint baseline write makes one") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path} is not a baseline: it is no JSON in UTF-8") from None
    schema = content.get("schema") if isinstance(content, dict) else None
    if not isinstance(schema, str) or not schema.startswith("stdlint-baseline/"):
        raise UsageError(f"{path} is not a baseline: it does not say “{SCHEMA}”")
    if schema != SCHEMA:
        raise UsageError(f"{path} says “{schema}”, which this version of stdlint does not know; write it anew")
    files = content.get("files")
    try:
        if not isinstance(files, dict):
            raise TypeError
        return Baseline(path, {name: tuple(_read_entry(one) for one in known) for name, known in files.items()})
    except (TypeError, KeyError):
        raise UsageError(f"{path} is damaged: a finding in it is incomplete; write it anew") from None


def _real(path: str) -> str:
    """Return a path whose folders are the real ones; the file itself may be a link."""
    return os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))


def _fields(entry: Entry) -> dict[str, Any]:
    """Return what is written down of an entry: no empty values."""
    return {name: value for name, value in entry._asdict().items() if value}


def _read_entry(given: object) -> Entry:
    if not isinstance(given, dict):
        raise TypeError
    one = {name: given[name] for name in Entry._fields if name in given}
    if not all(type(value) is (int if name == "paragraph" else str) for name, value in one.items()):
        raise TypeError
    return Entry(rule=one.pop("rule"), fingerprint=one.pop("fingerprint"), **one)


def _entry(result: Result) -> Entry:
    from hashlib import sha256

    place = result.place
    wordless = place.offset == place.end_offset or place.paragraph is None
    return Entry(
        rule=result.rule,
        fingerprint=sha256(without_ordinal(result.identity).encode()).hexdigest()[:16],
        clause=place.clause or place.element or "",
        paragraph=place.paragraph or 0,
        quote=place.quote,
        before=place.before.removeprefix("…")[-_KEPT:],
        after=place.after.removesuffix("…")[:_KEPT],
        message=result.message if wordless else "",
    )


def _known(baseline: Baseline, reports: Sequence[DocumentReport]) -> list[Entries]:
    """Return what is known of each file; files that vanished serve those of which nothing is known."""
    names = [baseline.name_of(report.path) for report in reports]
    known = [baseline.files.get(name, ()) if name else () for name in names]
    vanished = {name: found for name, found in baseline.files.items() if found and not baseline.exists(name)}
    vanished = {name: found for name, found in vanished.items() if name not in names}
    if not vanished:
        return known
    for at, report in enumerate(reports):
        if names[at] is None or names[at] in baseline.files or not report.findings:
            continue
        shared = {name: _shared(entries(report), found) for name, found in vanished.items()}
        best = max(shared, key=lambda name: shared[name], default=None)
        if best is not None and shared[best] * 2 >= len(vanished[best]):
            known[at] = vanished.pop(best)
    return known


def _shared(some: Entries, others: Entries) -> int:
    """Return how many findings of two files have the same fingerprint."""
    from collections import Counter

    return (Counter(one.fingerprint for one in some) & Counter(one.fingerprint for one in others)).total()


_Key = Callable[[Entry], Hashable]


def _paired(found: Sequence[Entry], known: Sequence[Entry]) -> dict[int, int]:
    """Return which known finding each of the found ones is, by index."""
    pairs: dict[int, int] = {}
    for key in _KEYS:
        _pair(found, known, key, pairs)
    _pair(found, known, _told, pairs, only=True)
    return pairs


def _pair(
    found: Sequence[Entry], known: Sequence[Entry], key: _Key, pairs: dict[int, int], *, only: bool = False
) -> None:
    """Add the pairs that are equal by `key`, in document order; with `only` those that have no rival."""
    taken = set(pairs.values())
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for at, entry in enumerate(known):
        if at not in taken and (said := key(entry)) is not None:
            waiting[entry.rule, said].append(at)
    if not waiting:
        return
    asking: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, entry in enumerate(found):
        if at not in pairs and (said := key(entry)) is not None:
            asking[entry.rule, said].append(at)
    for said, ones in asking.items():
        if not only or len(ones) == len(waiting[said]) == 1:
            pairs.update(zip(ones, waiting[said], strict=False))


def _same(entry: Entry) -> Hashable:
    return entry.fingerprint, entry.quote, entry.before[-_COMPARED:], entry.after[:_COMPARED]


def _alike(entry: Entry) -> Hashable:
    return entry.fingerprint


def _words_after(entry: Entry) -> Hashable:
    after = without_numbers(entry.after)[:_COMPARED]
    return (without_numbers(entry.quote), after) if len(after) >= _ENOUGH else None


def _words_before(entry: Entry) -> Hashable:
    before = without_numbers(entry.before)[-_COMPARED:]
    return (without_numbers(entry.quote), before) if len(before) >= _ENOUGH else None


def _words_between(entry: Entry) -> Hashable:
    before, after = without_numbers(entry.before)[-_NEAR:], without_numbers(entry.after)[:_NEAR]
    return (without_numbers(entry.quote), before, after) if len(before + after) >= _ENOUGH else None


def _there_after(entry: Entry) -> Hashable:
    return _there(entry, without_numbers(entry.after)[:_BESIDE])


def _there_before(entry: Entry) -> Hashable:
    return _there(entry, without_numbers(entry.before)[-_BESIDE:])


def _there(entry: Entry, beside: str) -> Hashable:
    return (without_numbers(entry.quote), beside, entry.clause, entry.paragraph) if entry.paragraph else None


def _told(entry: Entry) -> Hashable:
    return without_numbers(entry.message) if entry.message else None


_KEYS: tuple[_Key, ...] = (_same, _alike, _words_between, _words_after, _words_before, _there_after, _there_before)
"""By what findings are recognised, the surest first."""


def _notice(entry: Entry, lang: str, path: str) -> Notice:
    words = shorten(entry.quote, 30)
    where = f"{entry.clause} " if entry.clause else ""
    said = (
        f"{entry.rule} of the baseline ({where}“{words}”) is settled; run stdlint baseline write to update it."
        if lang == "en"
        else f"基线中的{entry.rule}（{where}“{words}”）已经改正，可用 stdlint baseline write 更新基线。"
    )
    return Notice("stale-baseline", said, path=path)
