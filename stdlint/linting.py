"""Lint one document with the packs that it asks for, and say what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdlint import engine, profile, result
from stdlint.document import Document
from stdlint.result import DocumentReport, Where


class Codes(NamedTuple):
    """Which rules to use: ids, beginnings of ids, names, “ALL”."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    extend_select: Sequence[str] = ()


ALL_DEFAULTS = Codes()
"""The rules that run unasked."""


def lint_document(
    doc: Document,
    path: str,
    *,
    packs: Sequence[str] = (),
    codes: Codes = ALL_DEFAULTS,
    lang: str | None = None,
    where: Where | None = None,
) -> DocumentReport:
    """Return the report on a document; `packs` are those to hold it to, by default those that it asks for itself."""
    names, note = (tuple(packs), "") if packs else profile.packs_for(doc)
    uses = profile.load(names or profile.default_packs("zh"), **codes._asdict())
    found, errors = engine.lint(doc, uses if names else [])
    lang = lang or doc.lang
    unknown = profile.unknown(doc.project, lang)
    return result.report(
        doc,
        found,
        [*errors, *([unknown] if unknown else [])],
        path=path,
        packs=names,
        lang=lang,
        where=where,
        notes=[*([note] if note else []), *(sentences[lang == "zh"] for sentences in doc.source.unread)],
    )
