"""Put right what can be put right: write the fixes of the findings into a file until none is left."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from types import ModuleType

from stdlint import formats
from stdlint.document import Document
from stdlint.linting import NOTHING, Demand, lint_file
from stdlint.model import Edit, ReadError, Source, Span
from stdlint.result import DocumentReport, Result

ROUNDS = 10
"""After how many rounds fixes that still change the file count as an error of stdlint."""

Choice = Callable[[DocumentReport], Iterable[Result]]
"""Which findings of a report to fix, among those that have a fix."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after fixing, and the report on it.

    `applied` are the findings fixed, in the order of fixing; `rounds` tells in how many writings. `withheld` are
    findings that remain because their paragraph has tracked changes, which a fix would spoil. Where the fixes do not
    settle, `data` is the file as it was and the report says so in an error.
    """

    data: bytes
    report: DocumentReport
    applied: tuple[Result, ...] = ()
    rounds: int = 0
    withheld: tuple[Result, ...] = ()


def _all(report: DocumentReport) -> Iterable[Result]:
    return report.findings


def fix(data: bytes, filename: str, demand: Demand = NOTHING, *, unsafe: bool = False, choose: Choice = _all) -> Fixed:
    """Return a file with the fixes of its findings made, the safe ones or, with `unsafe`, all.

    Fixes that touch each other are made one after the other, each after linting anew. Raises ReadError, UsageError.
    """
    kept = replace(demand, keep=True)
    now, report = data, lint_file(data, filename, kept)
    first, applied = report, list[Result]()
    for rounds in range(ROUNDS + 1):
        found, withheld = _fixable(report, choose, unsafe)
        written, done = _write(report.document, found, formats.reader(filename))
        if not done:
            return Fixed(now, _as_asked(report, demand), tuple(applied), rounds, tuple(withheld))
        if rounds < ROUNDS:
            applied += done
            try:
                now, report = written, lint_file(written, filename, kept)
            except ReadError:
                break
    rules = ", ".join(sorted({result.rule for result in done}))
    error = f"Internal error: the fixes of {rules} do not settle, so nothing was changed; please report it."
    return Fixed(data, _as_asked(replace(first, errors=(*first.errors, error)), demand), rounds=rounds)


def _as_asked(report: DocumentReport, demand: Demand) -> DocumentReport:
    return report if demand.keep else replace(report, kept=None)


def _fixable(report: DocumentReport, choose: Choice, unsafe: bool) -> tuple[list[Result], list[Result]]:
    """Return the findings whose fixes change something, in document order, and those that tracked changes hold up."""
    if report.document is None:
        return [], []
    source = report.document.source
    found = [
        result
        for result in choose(report)
        if result.fix and (unsafe or result.fix.safe) and not _is_made(source, result.fix.edits)
    ]
    revised = _revised(source) if found else []
    held = [result for result in found if _touches(_edits(result), revised)]
    return sorted((result for result in found if result not in held), key=_edits), held


def _edits(result: Result) -> list[Edit]:
    return sorted(set(result.fix.edits)) if result.fix else []


def _is_made(source: Source, edits: Iterable[Edit]) -> bool:
    return all(source.text[edit.start : edit.end] == edit.text for edit in edits)


def _revised(source: Source) -> list[Span]:
    """Return the spans of the paragraphs in which text was put in or taken out with tracking, sorted."""
    if source.format != "docx":
        return []
    from stdlint.formats.docx.tracked import paragraphs

    return paragraphs(source)


def _touches(edits: Sequence[Edit], spans: Sequence[Span]) -> bool:
    """Say whether an edit shares a character or an end with one of the sorted spans, which do not overlap."""
    for edit in edits:
        at = bisect_left(spans, edit.start, key=lambda span: span[1])
        if at < len(spans) and spans[at][0] <= edit.end:
            return True
    return False


def _write(document: Document | None, found: list[Result], format_: ModuleType) -> tuple[bytes, list[Result]]:
    """Return the file with the fixes made that go together and can be written, and the findings that they fix."""
    while document is not None and found:
        together = _compatible(found)
        refused = _refused(document.source, together, format_)
        if not refused:
            return format_.write(document.source, _joined(together)), together
        found = [result for result in found if result not in refused]
    return b"", []


def _compatible(found: Iterable[Result]) -> list[Result]:
    """Return the findings whose fixes do not touch each other; of those that do, the first."""
    kept: list[Result] = []
    taken: list[Span] = []
    for result in found:
        edits = _edits(result)
        if not _touches(edits, taken):
            kept.append(result)
            for edit in edits:
                insort(taken, (edit.start, edit.end))
    return kept


def _refused(source: Source, found: list[Result], format_: ModuleType) -> list[Result]:
    """Return those findings whose fixes cannot be written: locked text, a character that no file may hold."""
    try:
        format_.write(source, _joined(found))
    except ValueError:
        if len(found) == 1:
            return found
        half = len(found) // 2
        return _refused(source, found[:half], format_) + _refused(source, found[half:], format_)
    return []


def _joined(found: Iterable[Result]) -> list[Edit]:
    return [edit for result in found for edit in _edits(result)]
