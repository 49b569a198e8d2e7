"""Leave findings out that an author has said are not wrong: by a comment in the draft, or in a file beside it.

A comment begins with “stdlint:”. In Markdown `<!-- stdlint: ignore MOD010 the law is quoted -->` speaks of the next
block, `off` … `on` of what stands between them, `file` of the whole draft; a comment of Word speaks of the words on
which it lies.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdlint.document import Document
from stdlint.engine import Found
from stdlint.model import Span
from stdlint.profile import Use


class Suppression(NamedTuple):
    """What an author says is not wrong.

    `codes` are ids, beginnings of ids, names or “ALL”. It holds for the findings that touch `span` (None: anywhere),
    stand in `clause` (“5.2”, “附录A”, “前言”, a title; “”: anywhere) and report text that holds `words`. It stands at
    `place` in the draft, or (None) in the file `path`; `line` counts from 1, 0 where there are no lines. `said` is its
    text. `but` are spans in which a code holds again. `roughly`: `span` are words that somebody marked; where no
    finding touches them, the only one in their sentence is meant.
    """

    codes: tuple[str, ...]
    reason: str = ""
    span: Span | None = None
    clause: str = ""
    words: str = ""
    place: Span | None = None
    path: str = ""
    line: int = 0
    said: str = ""
    but: tuple[tuple[str, Span], ...] = ()
    roughly: bool = False


class Trouble(NamedTuple):
    """What is wrong with a suppression.

    `kind`: unused, unopened (`on` without `off`), nowhere (there is no such clause), unreasoned, unknown (no such
    rule), malformed, unclosed (a comment without end). `code` is the rule meant where it is about one, the clause of
    “nowhere”; `near` is what may have been meant.
    """

    kind: str
    suppression: Suppression
    code: str = ""
    near: str = ""


class Applied(NamedTuple):
    """The findings that stay, those left out with what left them out, and what is wrong with the suppressions."""

    kept: list[Found]
    dropped: list[tuple[Found, Suppression]]
    troubles: list[Trouble]


def stated(doc: Document, uses: Sequence[Use] = ()) -> tuple[list[Suppression], list[Trouble]]:
    """Return the suppressions that stand in a draft, and those that cannot be understood.

    `uses` are the rules that run, those of an organisation among them; the rules of stdlint's own packs are known.
    """
    if not (doc.source.remarks and doc.blocks):
        return [], []
    from stdlint.suppression.statements import statements

    return statements(doc, uses)


def apply(
    doc: Document,
    found: Sequence[Found],
    uses: Sequence[Use],
    suppressions: Sequence[Suppression],
    troubles: Sequence[Trouble] = (),
) -> Applied:
    """Leave out what is suppressed; `uses` are the rules that ran: a suppression of others is not told as unused."""
    if not suppressions:
        return Applied(list(found), [], list(troubles))
    from stdlint.suppression.application import applied

    return applied(doc, found, uses, suppressions, troubles)
