"""Run checks over a document: the verb `lint`, and the one net under a crashing check."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from stdlint.check import Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.profile import Use

WINS: tuple[tuple[str, str], ...] = (
    ("TRM141", "REF100"),
    ("MOD031", "MOD030"),
    ("ADD01", "MOD"),
    ("ADD01", "WRD"),
    *((fixed, other) for fixed in ("FWD01", "REF02", "TRM02", "SYM02") for other in ("CIT01", "NUM20", "PUN")),
    *((statement, "CIT01") for statement in ("FWD041", "FWD062", "FWD091", "FWD101", "FWD110")),
    ("FWD07", "CIT03"),
    ("FWD062", "PUN"),
    ("FWD041", "PUN29"),
    ("INT040", "INT020"),
    ("COV080", "NUM2"),
    ("REF056", "ELM070"),
    ("ELM070", "WRD060"),
    ("NAM061", "PUN01"),
    *(("ANX061", numbering) for numbering in ("FIG021", "TAB021")),
    ("LVL110", "PUN28"),
    ("GEN030", "MOD"),
    ("SYM050", "MOD"),
    *(("LST02", other) for other in ("PUN01", "PUN29", "UNI01")),
    ("LST030", "PUN14"),
    ("LVL021", "NUM460"),
    ("LVL090", "PUN25"),
    ("UNI060", "TAB061"),
    ("UNI220", "NUM090"),
    *((value, "UNI03") for value in ("NUM03", "NUM04", "NUM05", "NUM07")),
    ("EQN040", "PUN260"),
    ("BIB018", "CIT070"),
    ("ELM072", "PUN25"),
    ("ELM053", "BIB014"),
    ("ELM052", "FIG010"),
    ("BIB015", "ELM021"),
    ("EQN041", "EQN032"),
    ("FIG070", "NTE010"),
    ("NTE010", "PUN28"),
    ("OTH020", "WRD060"),
    ("FIG08", "LST"),
    ("TAB040", "ANX061"),
    *(("TAB092", other) for other in ("NUM", "PUN")),
    ("TAB100", "PUN"),
    ("ADO100", "ADO011"),
    ("STG030", "ELM070"),
    ("STG040", "COV061"),
    ("STG050", "ELM070"),
    ("GEN030", "KND030"),
    *(("KND030", other) for other in ("MOD", "WRD020", "GEN01")),
    ("KND010", "SCP021"),
    ("NAM040", "KND011"),
    ("KND011", "NAM050"),
    ("KND035", "LST010"),
    ("KND094", "LST030"),
    ("KND170", "TAB090"),
    ("KND173", "TAB090"),
)
"""Beginnings of ids: where findings of both touch the same words, only the first is told."""


class Found(NamedTuple):
    """A finding, and the use of its check that asked for it."""

    use: Use
    finding: Finding


def lint(doc: Document, uses: Sequence[Use], *, strict: bool = False) -> tuple[list[Found], list[str]]:
    """Return the findings in document order, and a sentence for each check that crashed.

    A finder that several checks share runs once. A fix that would change computed text is withheld. With `strict` a
    crash goes through to the caller.
    """
    found: list[Found] = []
    errors: list[str] = []
    for siblings in runs(doc, uses):
        try:
            found += _run(doc, siblings)
        except Exception as error:
            if strict:
                raise
            names = ", ".join(f"{use.check.id} {use.check.name}" for use in siblings)
            errors.append(f"Internal error in {names} ({type(error).__name__}: {error}); please report it.")
    found.sort(key=_order)
    return _without_beaten(_without_doubles(found)), errors


def runs(doc: Document, uses: Sequence[Use]) -> list[list[Use]]:
    """Return the uses that speak on this draft, those together that one run of a finder serves."""
    runs: dict[tuple[object, str], list[Use]] = {}
    for use in uses:
        check = use.check
        if doc.format in check.formats and doc.lang == use.lang and doc.lang in check.langs:
            runs.setdefault((check.find, repr(sorted(use.options.items()))), []).append(use)
    return list(runs.values())


def _run(doc: Document, siblings: Sequence[Use]) -> list[Found]:
    asked = {id(use.check): use for use in siblings}
    find = siblings[0].check.find
    if find is None:
        raise TypeError("the check has no finder")
    found: list[Found] = []
    for finding in find(doc, **siblings[0].options):
        use = asked.get(id(finding.check))
        if use is not None:
            start, end = finding.span
            if not 0 <= start <= end <= len(doc.text):
                raise ValueError(f"there is no text at {finding.span}")
            if finding.fix and not all(doc.source.editable(edit.start, edit.end) for edit in finding.fix.edits):
                finding.fix = None
            found.append(Found(use, finding))
    return found


def _order(found: Found) -> tuple[Span, str]:
    return found.finding.span, found.use.check.id


def _without_doubles(found: list[Found]) -> list[Found]:
    kept: dict[tuple[Span, str], Found] = {}
    for one in found:
        kept.setdefault(_order(one), one)
    return list(kept.values())


def _without_beaten(found: list[Found]) -> list[Found]:
    """Drop findings on words about which a stronger rule speaks."""
    ids = {one.use.check.id for one in found}
    for winner, loser in WINS:
        if any(id_.startswith(winner) for id_ in ids) and any(id_.startswith(loser) for id_ in ids):
            spans = [one.finding.span for one in found if one.use.check.id.startswith(winner)]
            found = [
                one for one in found if not one.use.check.id.startswith(loser) or not _touches(one.finding.span, spans)
            ]
    return found


def _touches(span: Span, spans: list[Span]) -> bool:
    """Say whether `span` shares words with one of the sorted `spans`."""
    if span in spans:
        return True
    before = bisect_left(spans, (span[1], -1))
    return any(end > span[0] for _, end in spans[:before])
