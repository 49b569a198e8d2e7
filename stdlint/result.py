"""Say findings for people: the place in words, the quotation, the message, and a fingerprint that survives editing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from stdlint.check import Fix
from stdlint.document import Document
from stdlint.engine import Found
from stdlint.model import LINE_BREAK, OBJECT, Edit, Span
from stdlint.views.wording import fold

Where = Callable[..., tuple[int, int]]
"""A format's `where(source, offset)`: line and column from 1."""

_LONGEST_QUOTE = 60
_CONTEXT = 30
_SIGNS = ((LINE_BREAK, " "), ("\n", " "), ("\t", " "), (OBJECT, "□"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands. What does not apply is None.

    `element` is “范围”, “前言”, “附录A” …, `clause` “5.2.1”, `paragraph` counts from 1 inside the clause (None: in its
    heading). Lines and columns count from 1 and exist in Markdown only. `offset` and `end_offset` count characters of
    the text that stdlint read. `quote` is the text reported, shortened. `before` and `after` are its surroundings.
    """

    element: str | None
    clause: str | None
    paragraph: int | None
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    offset: int
    end_offset: int
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A finding in words. `clause` is the provision of the drafting standard, None for conventions.

    `identity` is what `fingerprint` is made of: rule, words, their paragraph, and how often they occurred before.
    `fixed` is the text of the span after the fix, None where there is no fix or it reaches outside the span.
    """

    rule: str
    name: str
    severity: str
    message: str
    clause: str | None
    place: Place
    fix: Fix | None
    identity: str
    fixed: str | None = None

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that stay the same while the draft is edited elsewhere."""
        from hashlib import sha256

        return sha256(self.identity.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What was found in one file.

    `kinds` are the kinds of document, the main one first, `level` tells who makes it, `stage` at which stage it stands.
    `errors` are sentences about what could not be read or checked, `notes` such about what was not checked on purpose.
    `is_other`: nothing in it looks like a standard, not even a numbered clause. `role` is what the file is, one of
    `dossier.ROLES`; what goes with a draft is not checked as one.
    """

    path: str
    format: str | None = None
    title: str | None = None
    number: str | None = None
    packs: tuple[str, ...] = ()
    lang: str = "zh"
    findings: tuple[Result, ...] = ()
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    level: str | None = None
    stage: str | None = None
    is_draft: bool = field(default=True, compare=False)
    is_other: bool = field(default=False, compare=False)
    role: str = field(default="draft", compare=False)

    def count(self) -> dict[str, int]:
        """Return the number of findings by severity."""
        return count([self])


def count(reports: Iterable[DocumentReport]) -> dict[str, int]:
    """Return the number of findings of all reports by severity."""
    counted = Counter(result.severity for report in reports for result in report.findings)
    return {severity: counted[severity] for severity in ("error", "warning", "info")}


def report(
    doc: Document,
    found: Sequence[Found],
    errors: Sequence[str],
    *,
    path: str,
    packs: Sequence[str],
    lang: str,
    where: Where | None,
    notes: Sequence[str] = (),
    role: str = "draft",
) -> DocumentReport:
    """Return the report on a document from its findings."""
    seen: Counter[str] = Counter()
    results: list[Result] = []
    problems = list(errors)
    for one in found:
        try:
            results.append(_result(doc, one, lang, where if doc.format == "markdown" else None, seen))
        except (KeyError, IndexError, ValueError) as error:
            check = one.use.check
            problems.append(
                f"Internal error in {check.id} {check.name} ({type(error).__name__}: {error}); please report it."
            )
    return DocumentReport(
        path=path,
        format=doc.format,
        title=doc.cover.title or None,
        number=doc.cover.number or None,
        packs=tuple(packs),
        kinds=doc.kinds,
        level=doc.level or None,
        stage=doc.stage.name or None,
        lang=lang,
        findings=tuple(results),
        errors=tuple(problems),
        notes=tuple(notes),
        is_draft=doc.is_draft,
        is_other=doc.is_other,
        role=role,
    )


def _result(doc: Document, one: Found, lang: str, where: Where | None, seen: Counter[str]) -> Result:
    use, finding = one
    check, span = use.check, finding.span
    said = doc.text[span[0] : span[1]]
    template = check.message if lang == "zh" else check.message_en
    return Result(
        rule=check.id,
        name=check.name,
        severity=use.severity,
        message=template.format(**{"quote": plain(said), **finding.fields}),
        clause=use.clause or None,
        place=_place(doc, span, where),
        fix=finding.fix,
        identity=_identity(check.id, said, doc.said(doc.block_at(span[0])), seen),
        fixed=_fixed(doc.text, span, finding.fix.edits) if finding.fix else None,
    )


def _place(doc: Document, span: Span, where: Where | None) -> Place:
    start, end = span
    spot = doc.place(start)
    line, column = where(doc.source, start) if where else (None, None)
    end_line, end_column = where(doc.source, end) if where else (None, None)
    before, after = _surroundings(doc, span)
    said = plain(doc.text[start:end])
    return Place(
        element=spot.element or None,
        clause=spot.clause or None,
        paragraph=spot.paragraph or None,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        offset=start,
        end_offset=end,
        quote=shorten(said) if said.strip() else (before + said + after).strip(),
        before=before,
        after=after,
    )


def _surroundings(doc: Document, span: Span) -> tuple[str, str]:
    """Return what stands before and after a span in its block; of a label, the block that it numbers."""
    index = doc.block_at(span[0])
    block = doc.blocks[index]
    first, last = block.span
    before = doc.text[max(first, span[0] - _CONTEXT) : span[0]]
    if span[0] - _CONTEXT > first:
        before = "…" + before
    if block.kind == "label" and index + 1 < len(doc.blocks):
        last = doc.blocks[index + 1].span[1]
    after = doc.text[span[1] : min(last, span[1] + _CONTEXT)]
    if span[1] + _CONTEXT < last:
        after += "…"
    return plain(before), plain(after)


def plain(text: str) -> str:
    """Return `text` on one line, with a sign for each object."""
    for sign, shown in _SIGNS:
        text = text.replace(sign, shown)
    return text


def shorten(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Cut `text` in the middle if it is longer than `longest` characters."""
    if len(text) <= longest:
        return text
    half = (longest - 1) // 2
    return f"{text[:half]}…{text[half + 1 - longest :]}"


def _identity(rule: str, said: str, paragraph: str, seen: Counter[str]) -> str:
    """Return rule, words, their paragraph, and how often they occurred before."""
    content = "\0".join((rule, fold(said), fold(paragraph)))
    seen[content] += 1
    return f"{content}\0{seen[content]}"


def _fixed(text: str, span: Span, edits: Sequence[Edit]) -> str | None:
    """Return the text of the span after the edits, None if one of them reaches outside it."""
    start, end = span
    said = text[start:end]
    for edit in sorted(edits, reverse=True):
        if edit.start < start or edit.end > end:
            return None
        said = said[: edit.start - start] + edit.text + said[edit.end - start :]
    return plain(said)
