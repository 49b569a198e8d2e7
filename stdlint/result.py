"""Say findings for people: the place in words, the quotation, the message, and a fingerprint that survives editing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from stdlint.check import Fix
from stdlint.document import Document
from stdlint.engine import Found
from stdlint.model import LINE_BREAK, OBJECT, Edit, Span
from stdlint.profile import Use
from stdlint.suppression import Suppression, Trouble
from stdlint.views.wording import fold

Where = Callable[..., tuple[int, int]]
"""A format's `where(source, offset)`: line and column from 1."""

_LONGEST_QUOTE = 60
_CONTEXT = 30
_NUMBERS = re.compile(
    r"(?P<code>(?<![A-Za-z])(?:(?!NOTE|EXAMPLE|TABLE|FIGURE|ANNEX|CLAUSE|PART)[A-Z]{2,}|[A-Z](?=\s?/))[A-Z\d]*"
    r"(?:\s?/\s?[A-Z\d]+)*\s*\d[\d.]*(?:\s*[—–―:：-]\s*\d+)*)"
    r"|(?P<named>附录|附件|(?i:annex|appendix))\s*[A-Z](?![A-Za-z])(?:\.\d+)*"
    r"|(?<![A-Za-z])[A-Z](?:\.\d+)+"
    r"|\d+(?:\.\d+)*"
    r"|(?<![A-Za-z(（])[a-z](?=[)）])"
)
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

    `identity` is what `fingerprint` is made of: rule, words, their paragraph (numbers apart, which change when
    clauses are put in), and how often they occurred before. `fixed` is the text of the span after the fix, None where
    there is no fix or it reaches outside the span.
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


class Dropped(NamedTuple):
    """A finding left out, and why: the reason of the suppression (“” without one) and what says so."""

    result: Result
    reason: str
    by: Suppression


class Notice(NamedTuple):
    """Something to know that is no finding: a suppression that serves nothing, what a baseline still holds.

    `kind`: unused-suppression, unreasoned-suppression, unknown-rule, malformed-suppression, stale-baseline. `place`
    is where it stands in the draft, None where it stands in the file `path`, at `line` if it has lines (else 0).
    """

    kind: str
    message: str
    place: Place | None = None
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What was found in one file.

    `kinds` are the kinds of document, the main one first, `level` tells who makes it, `stage` at which stage it
    stands. `errors` are sentences about what could not be read or checked, `notes` such about what was not checked on
    purpose. `is_other`: nothing in it looks like a standard, not even a numbered clause. `role` is what the file is,
    one of `dossier.ROLES`; what goes with a draft is not checked as one. `dropped` are findings that somebody said
    are not wrong, `notices` what to know besides. `known` counts the findings that a baseline knows, which are left
    out. `uses` are the rules that ran. `kept` returns what was read, if that was asked for; ask for `document`, once.
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
    dropped: tuple[Dropped, ...] = ()
    notices: tuple[Notice, ...] = ()
    known: int = 0
    uses: tuple[Use, ...] = field(default=(), compare=False, repr=False)
    kept: Callable[[], Document] | None = field(default=None, compare=False, repr=False)

    @property
    def document(self) -> Document | None:
        """What was read; of many files it is read anew each time."""
        return self.kept() if self.kept else None

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
    dropped: Sequence[tuple[Found, Suppression]] = (),
    troubles: Sequence[Trouble] = (),
    uses: Sequence[Use] = (),
    keep: bool = False,
) -> DocumentReport:
    """Return the report on a document from its findings."""
    seen: Counter[str] = Counter()
    results: list[Result] = []
    left_out: list[Dropped] = []
    problems = list(errors)
    where = where if doc.format == "markdown" else None
    given = [*((one, None) for one in found), *dropped]
    for one, by in sorted(given, key=lambda pair: pair[0].finding.span) if dropped else given:
        try:
            result = _result(doc, one, lang, where, seen)
        except (KeyError, IndexError, ValueError) as error:
            check = one.use.check
            problems.append(
                f"Internal error in {check.id} {check.name} ({type(error).__name__}: {error}); please report it."
            )
            continue
        if by is None:
            results.append(result)
        else:
            left_out.append(Dropped(result, by.reason, by))
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
        dropped=tuple(left_out),
        notices=tuple(_notice(doc, trouble, lang, where) for trouble in troubles),
        uses=tuple(uses),
        kept=(lambda: doc) if keep else None,
    )


_TROUBLES = {
    "unused": (
        "unused-suppression",
        "“{said}”没有用到：这里没有{code}的问题，可删去。",
        "“{said}” serves nothing: there is no finding of {code} here; remove it.",
    ),
    "unopened": (
        "unused-suppression",
        "“{said}”没有用到：它之前没有与它对应的“off”，可删去。",
        "“{said}” serves nothing: no “off” stands before it; remove it.",
    ),
    "nowhere": (
        "unused-suppression",
        "“{said}”没有用到：文件中没有“{code}”。",
        "“{said}” serves nothing: there is no clause “{code}”.",
    ),
    "unreasoned": (
        "unreasoned-suppression",
        "“{said}”没有说明理由，请在规则之后写明。",
        "“{said}” gives no reason; write one behind the rule.",
    ),
    "unknown": (
        "unknown-rule",
        "“{said}”中的“{code}”不是规则的编号或名称{near}。",
        "“{code}” in “{said}” is no id or name of a rule{near}.",
    ),
    "malformed": (
        "malformed-suppression",
        "“{said}”的写法不对，应写作“{right}”。",
        "“{said}” cannot be understood; write “{right}”.",
    ),
    "unclosed": (
        "malformed-suppression",
        "“{said}”没有以“-->”结束，它之后的内容都没有检查。",
        "“{said}” does not end with “-->”; nothing behind it is checked.",
    ),
}


def _notice(doc: Document, trouble: Trouble, lang: str, where: Where | None) -> Notice:
    stands = trouble.suppression
    kind, chinese, english = _TROUBLES[trouble.kind]
    near = trouble.near and (f"; did you mean “{trouble.near}”?" if lang == "en" else f"，是否指“{trouble.near}”")
    said = shorten(plain(stands.said))
    message = (english if lang == "en" else chinese).format(
        said=said, code=trouble.code or "ALL", near=near, right=_right(doc, trouble.code, lang)
    )
    place = _place(doc, stands.place, where) if stands.place else None
    return Notice(kind, message.replace("?.", "?"), place, stands.path, stands.line)


def _right(doc: Document, code: str, lang: str) -> str:
    """Return the right way to write a suppression in a draft."""
    rule, reason = (code or "RULE", "reason") if lang == "en" else (code or "规则编号", "理由")
    said = f"stdlint: ignore {rule} {reason}"
    return f"<!-- {said} -->" if doc.format == "markdown" else said


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
        identity=_identity(check.id, said, _paragraph(doc, span[0]), seen),
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


def _paragraph(doc: Document, offset: int) -> str:
    """Return the text of the block that holds `offset`; of a label, that of the block which it numbers."""
    index = doc.block_at(offset)
    if doc.blocks[index].kind == "label" and index + 1 < len(doc.blocks):
        index += 1
    return doc.said(index)


@lru_cache(16)
def without_numbers(text: str) -> str:
    """Return folded text with “#” for every number that may change when a clause, an annex or a table is put in.

    The codes of documents (“GB/T 1.1—2020”) stay: no renumbering changes them.
    """
    return fold(_NUMBERS.sub(lambda number: number["code"] or f"{number['named'] or ''}#", text))


def without_ordinal(identity: str) -> str:
    """Return what findings have in common that only their order tells apart."""
    return identity.rpartition("\0")[0]


def _identity(rule: str, said: str, paragraph: str, seen: Counter[str]) -> str:
    """Return rule, words, their paragraph, and how often they occurred before."""
    content = "\0".join((rule, without_numbers(said), without_numbers(paragraph)))
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
