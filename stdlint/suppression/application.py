"""Leave the findings out that suppressions mean, and find the suppressions that serve nothing."""

from __future__ import annotations

from collections.abc import Sequence

from stdlint import places
from stdlint.document import Document
from stdlint.engine import Found, runs
from stdlint.model import Span
from stdlint.profile import Use, is_meant
from stdlint.suppression import Applied, Suppression, Trouble
from stdlint.suppression.extent import block_span, touches
from stdlint.suppression.known import Known


def applied(
    doc: Document,
    found: Sequence[Found],
    uses: Sequence[Use],
    suppressions: Sequence[Suppression],
    troubles: Sequence[Trouble],
) -> Applied:
    """Return the findings that stay, those left out, and what is wrong with the suppressions."""
    by: dict[int, Suppression] = {}
    told = list(troubles)
    known = Known(uses)
    ran = [use for siblings in runs(doc, uses) for use in siblings]
    for suppression in suppressions:
        codes, unknown = _codes(suppression, known)
        told += unknown
        if not suppression.reason:
            told.append(Trouble("unreasoned", suppression))
        nowhere = bool(suppression.clause) and not places.exists(doc, suppression.clause)
        if nowhere:
            told.append(Trouble("nowhere", suppression, suppression.clause))
            continue
        for code in codes:
            meant = _meant(doc, found, suppression, code)
            for index in meant:
                by.setdefault(index, suppression)
            if not meant and any(is_meant(use.check, (code,)) for use in ran):
                told.append(Trouble("unused", suppression, code))
    kept = [one for index, one in enumerate(found) if index not in by]
    dropped = [(found[index], by[index]) for index in sorted(by)]
    return Applied(kept, dropped, sorted(_once(told), key=_order))


def _codes(suppression: Suppression, known: Known) -> tuple[list[str], list[Trouble]]:
    """Return the codes of a suppression, and what is wrong with those that are none."""
    codes: list[str] = []
    unknown: list[Trouble] = []
    for said in suppression.codes:
        code = known.code(said) or known.code(said.upper())
        if code:
            codes.append(code)
        else:
            unknown.append(Trouble("unknown", suppression, said, known.near(said, 0.5)))
    return codes, unknown


def _meant(doc: Document, found: Sequence[Found], suppression: Suppression, code: str) -> list[int]:
    """Return the indexes of the findings of a code that a suppression means."""
    listed = [index for index, one in enumerate(found) if is_meant(one.use.check, (code,))]
    if suppression.words:
        listed = [index for index in listed if suppression.words in doc.text[slice(*found[index].finding.span)]]
    if suppression.clause:
        listed = [index for index in listed if places.stands_in(doc, found[index].finding.span[0], suppression.clause)]
    span = suppression.span
    if span is None:
        return listed
    meant = [index for index in listed if touches(span, found[index].finding.span)]
    if not meant and suppression.roughly:
        return _near(doc, found, listed, span)
    return [index for index in meant if not _is_excepted(found[index], suppression)]


def _near(doc: Document, found: Sequence[Found], listed: Sequence[int], span: Span) -> list[int]:
    """Return the only finding in the sentence of the words that somebody marked, or on the label of their paragraph."""
    start, end = doc.sentence(span[0])[0], doc.sentence(max(span[0], span[1] - 1))[1]
    block = doc.block_at(span[0])
    label = block_span(doc, block)[0], doc.blocks[block].span[0]
    near = [
        index
        for index in listed
        if touches((start, end), found[index].finding.span) or touches(label, found[index].finding.span)
    ]
    return near if len(near) == 1 else []


def _is_excepted(one: Found, suppression: Suppression) -> bool:
    return any(is_meant(one.use.check, (code,)) and touches(span, one.finding.span) for code, span in suppression.but)


def _once(troubles: Sequence[Trouble]) -> list[Trouble]:
    """Tell what is wrong with a comment once, though it may have become several suppressions."""
    seen: dict[tuple[str, str, str, int, str, Span | None], Trouble] = {}
    for trouble in troubles:
        said = trouble.suppression
        seen.setdefault((trouble.kind, trouble.code, said.path, said.line, said.said, said.place), trouble)
    return list(seen.values())


def _order(trouble: Trouble) -> tuple[bool, Span, str, int]:
    said = trouble.suppression
    return said.place is None, said.place or (0, 0), said.path, said.line
