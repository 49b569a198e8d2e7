"""Lint one document with the packs that it asks for, and say what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import NamedTuple

from stdlint import engine, formats, places, profile, result, suppression
from stdlint.document import Document
from stdlint.dossier import is_companion, no_draft, role_of
from stdlint.profile import Pack, Packs
from stdlint.result import DocumentReport, Where
from stdlint.suppression import Suppression
from stdlint.views.project import Project


class Codes(NamedTuple):
    """Which rules to use: ids, beginnings of ids, names, “ALL”."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    extend_select: Sequence[str] = ()


ALL_DEFAULTS = Codes()
"""The rules that run unasked."""


class ClauseSetting(NamedTuple):
    """What is settled for one clause (“5.2”, “附录A”, “前言”, a title) and all below it."""

    clause: str
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = {}


@dataclass(frozen=True)
class Demand:
    """What is asked for when a file is linted.

    `packs` are those to hold it to, by default those that it asks for itself; `besides` are laid over them, the last
    wins. `kind` and `stage` win over what the draft tells, `usual` is taken where it tells nothing. `suppressions`
    are those of files beside it; with `strict` none holds, those of the draft neither. With `keep` the report holds
    the document.
    """

    packs: Packs = ()
    besides: Packs = ()
    codes: Codes = ALL_DEFAULTS
    lang: str | None = None
    kind: str = ""
    stage: str = ""
    usual: Project = field(default_factory=Project)
    today: date | None = None
    clauses: Sequence[ClauseSetting] = ()
    suppressions: Sequence[Suppression] = ()
    strict: bool = False
    keep: bool = False


NOTHING = Demand()
"""Lint as the draft itself asks."""


def lint_file(data: bytes, filename: str, demand: Demand = NOTHING) -> DocumentReport:
    """Return the report on a file; what goes with a draft and is none is not checked. Raises ReadError, UsageError."""
    stated = Project(demand.kind, demand.stage)
    profile.refuse_unknown(stated)
    profile.refuse_unknown(demand.usual)
    reader = formats.reader(filename)
    doc = Document(reader.read(data), name=filename, demanded=stated, usual=demand.usual, today=demand.today)
    if not set(profile.COMPANIONS) & set(demand.packs):
        role = role_of(filename, doc)
        if is_companion(role, doc):
            lang = demand.lang or doc.lang
            notes = [no_draft(role)[lang == "zh"]]
            return result.report(doc, [], [], path=filename, packs=(), lang=lang, where=None, notes=notes, role=role)
    return lint_document(doc, filename, demand, where=getattr(reader, "where", None))


def lint_document(doc: Document, path: str, demand: Demand = NOTHING, *, where: Where | None = None) -> DocumentReport:
    """Return the report on a document that was read before."""
    packs: tuple[str | Pack, ...] = tuple(demand.packs)
    note = ""
    if not packs:
        packs, note = profile.packs_for(doc)
    uses = profile.load((*(packs or profile.default_packs("zh")), *demand.besides), **demand.codes._asdict())
    found, errors = engine.lint(doc, uses if packs else [])
    found = _in_clauses(doc, found, demand.clauses)
    own, troubles = suppression.stated(doc, [*uses, *profile.rows(demand.besides)] if demand.besides else uses)
    given = () if demand.strict else (*own, *demand.suppressions)
    applied = suppression.apply(doc, found, uses if packs else (), given, [] if demand.strict else troubles)
    lang = demand.lang or doc.lang
    unknown = profile.unknown(doc.project)
    return result.report(
        doc,
        applied.kept,
        [*errors, *([unknown.said(lang)] if unknown else [])],
        path=path,
        packs=[profile.itself(pack).name for pack in packs],
        lang=lang,
        where=where,
        notes=[*([note] if note else []), *(sentences[lang == "zh"] for sentences in doc.source.unread)],
        dropped=applied.dropped,
        troubles=applied.troubles,
        uses=uses if packs else (),
        keep=demand.keep,
    )


def unread(report: DocumentReport) -> DocumentReport:
    """Return a report that reads its document anew when it is asked for, and until then holds the file alone."""
    doc = report.document
    if doc is None:
        return report
    return replace(report, kept=partial(_read_anew, doc.source.data, doc.name, doc.demanded, doc.usual, doc.today))


def _read_anew(data: bytes, name: str, demanded: Project, usual: Project, today: date | None) -> Document:
    source = formats.reader(name).read(data)
    return Document(source, name=name, demanded=demanded, usual=usual, today=today)


def _in_clauses(doc: Document, found: list[engine.Found], settings: Sequence[ClauseSetting]) -> list[engine.Found]:
    """Apply what is settled for single clauses: leave findings out, or change how serious they are."""
    for setting in settings:
        kept: list[engine.Found] = []
        for use, finding in found:
            if not places.stands_in(doc, finding.span[0], setting.clause):
                kept.append(engine.Found(use, finding))
            elif not profile.is_meant(use.check, setting.ignore):
                severity = next(
                    (said for code, said in setting.severities.items() if profile.is_meant(use.check, (code,))),
                    use.severity,
                )
                kept.append(engine.Found(use._replace(severity=severity), finding))
        found = kept
    return found
