"""Read which ISO or IEC document a draft adopts, how nearly, and where it says so: cover, number and foreword.

Only a statement about the draft itself counts: foreword and references name many documents that it does not adopt, and
tell how nearly other documents adopt theirs.

Source: GB/T 1.1—2020, 8.1 and 8.3 d); reference kinds.md, section 16.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import Source, Span
from stdlint.views.citations import Citation
from stdlint.views.cover_page import CoverPage, Line
from stdlint.views.fixed import SELF
from stdlint.views.foreword import Foreword
from stdlint.views.outline import Outline
from stdlint.views.wording import BLANK, fold

IDENTICAL, MODIFIED, NOT_EQUIVALENT = "IDT", "MOD", "NEQ"

BODIES = ("ISO", "IEC", "CISPR")
"""The bodies whose documents GB/T 1.2 is about."""

_CODE = rf"(?:ISO|IEC|CISPR)(?:/(?:IEC|IEEE|TS|TR|PAS|CIE|ASTM))*{BLANK}*(?:(?:TS|TR|PAS|Guide|指南){BLANK}*)?"
DOCUMENT = rf"{_CODE}\d"
"""How the number of an ISO or IEC document begins."""
_CLAIM = patterns.compile(
    rf"(?<=(?:{SELF}|^{BLANK}*)(?:[的在]?技术内容上?)?(?:[是为系])?{BLANK}*(?:(?:使用|采用|通过|以|按照?)?(?:翻译法|重新起草法))?{BLANK}*)"
    r"(?:(?P<IDT>等同)(?:翻译)?|(?P<MOD>修改)|(?P<NEQ>非等效|非等同))地?采用"
    rf"(?=了?{BLANK}*(?:国际(?:标准|文件)|ISO|IEC|CISPR)(?!的))"
    r"|一致性程度(?:[为是]|[：:])?[“\"]?(?:(?<!非)(?P<IDT>等同(?:采用)?|IDT)|(?P<MOD>修改(?:采用)?|MOD)|(?P<NEQ>非等效|NEQ))(?!的)"
)
_SUBJECT = patterns.compile(rf"{SELF}|(?:^|[，,；;]){BLANK}*(?:[与其]|一致性程度|使用|采用|等同|修改|非等效|参考)")
_ABOUT = patterns.compile(rf"{DOCUMENT}|国际标准|国际文件")
_MADE_OTHERWISE = patterns.compile("改为|变为|变更为|调整为|修改为|替换|代替了")
_RELATES = patterns.compile("参考|参照|采用|一致|相同|等同|等效|翻译|译自|转化|起草|编制|IDT|MOD|NEQ|EQV")
_WHOLE = patterns.compile(rf"{SELF}(?!的?(?:附录|第|图|表|\d))")
_COMPARES = patterns.compile("相比|差异")
_DEGREE_MARK = patterns.compile(r"(?<![A-Za-z])(IDT|MOD|NEQ)(?![A-Za-z])|(?<!非)(等同)|(修改)|(非等效)")
_LATE_MARK = patterns.compile(rf"{DOCUMENT}.*(?<![A-Za-z])(?:IDT|MOD|NEQ|EQV|idt|eqv|neq)(?![A-Za-z])")
"""A mark behind the English title, where lines of the cover have become one."""
_DUAL = patterns.compile(rf"(?<=\d{{4}}|[X×Y]{{4}}){BLANK}*[/／]{BLANK}*{DOCUMENT}[\d.:：X×/A-Za-z+—-]*")
_PIECE = patterns.compile("[^;；]+")
_NUMBER = patterns.compile(rf"{_CODE}(\d+(?:-\d+)*)")
_NATIONAL = patterns.compile(rf"附录{BLANK}?N[A-Z](?![A-Za-z.])")
_LONGEST_MARK = 4
"""Lines on which a mark, or the head of an annex, may stand."""
DIFFERENCES = patterns.compile("技术性?(?:的)?差异")
COMPARISON = patterns.compile(
    "(?:结构|章条|章节|条款|条文)(?:编号|号)?的?(?:变化|调整|差异|变动)*(?:情况)?的?(?:对照|对比|比较|变化|一览)|对照一览表|编号的?(?:变化)?对照"
)


class Claim(NamedTuple):
    """Where a draft says how nearly it follows a document; `number` is its (“9001”), “” if none is named."""

    degree: str
    span: Span
    number: str = ""


class Annex(NamedTuple):
    """An annex of technical differences or of compared structures: its title and where it stands."""

    title: str
    span: Span


@dataclass(slots=True, eq=False)
class Adoption:
    """What cover, number and foreword say of the international document.

    `marks` stand on the cover, `statements` in the foreword. `dual` is the span of the international number in a dual
    number. `marked` is the span of a mark of ISO or IEC, whatever degree it names, or None. `related` are the sentences
    of the foreword that say something of the draft and an international document, in whatever words.
    `annexes` are those of technical differences and of compared structures.
    """

    marks: list[Claim] = field(default_factory=list)
    statements: list[Claim] = field(default_factory=list)
    dual: Span | None = None
    marked: Span | None = None
    related: list[Span] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)

    @property
    def degrees(self) -> frozenset[str]:
        """The degrees that cover and foreword name."""
        return frozenset(claim.degree for claim in (*self.marks, *self.statements))

    @property
    def degree(self) -> str:
        """The degree, where all that is said of it agrees; else “”."""
        degrees = self.degrees or ({IDENTICAL} if self.dual else set())
        return next(iter(degrees)) if len(degrees) == 1 else ""

    @property
    def claimed(self) -> bool:
        """Whether anything says that the draft is based on an international document."""
        return bool(self.marks or self.statements or self.dual or self.marked)

    @property
    def has_differences_annex(self) -> bool:
        """Whether an annex lists the technical differences."""
        return any(DIFFERENCES.search(annex.title) for annex in self.annexes)

    @property
    def has_comparison_annex(self) -> bool:
        """Whether an annex compares the numbers of the clauses."""
        return any(COMPARISON.search(annex.title) for annex in self.annexes)


def adoption(
    source: Source, outline: Outline, page: CoverPage, foreword: Foreword | None, citations: list[Citation]
) -> Adoption:
    """Return what a draft says of the document that it adopts."""
    found = Adoption()
    _read_cover(found, page)
    if foreword is not None:
        _read_foreword(found, source, foreword, citations)
    titles = [(annex.title, annex.place) for annex in outline.all("annex")]
    for title, span in (*titles, *_national(source, outline)):
        folded = fold(title)
        if DIFFERENCES.search(folded) or COMPARISON.search(folded):
            found.annexes.append(Annex(folded, span))
    return found


def _national(source: Source, outline: Outline) -> Iterator[tuple[str, Span]]:
    """Yield the titles of annexes that are counted NA, NB … apart from those of the international document."""
    if _NATIONAL.search(source.text) is None:
        return
    for index, block in enumerate(source.blocks):
        if not _NATIONAL.match(source.text, *block.span) or outline.owner[index].element in ("contents", "foreword"):
            continue
        for below in source.blocks[index : index + _LONGEST_MARK]:
            title = source.text[slice(*below.span)]
            if "。" in title or below.kind == "toc":
                break
            yield title, below.span


def _read_cover(found: Adoption, page: CoverPage) -> None:
    if page.number is not None:
        start = page.number.span[0]
        dual = _DUAL.search(page.number.text)
        if dual is not None:
            found.dual = start + dual.start(), start + dual.end()
            found.marks += _degrees(page.number.text[dual.end() :], start + dual.end())
    for mark in page.lines:
        if mark not in page.marks and (mark is page.number or not _LATE_MARK.search(mark.text)):
            continue
        text = _whole(page, mark)
        if _ABOUT.search(text) is None:
            continue
        found.marked = found.marked or mark.span
        found.marks += _degrees(text, mark.span[0])


def _whole(page: CoverPage, mark: Line) -> str:
    """Return a mark with the lines on which it goes on."""
    text = mark.text
    at = page.lines.index(mark)
    for below in page.lines[at + 1 : at + _LONGEST_MARK]:
        if not text.startswith(("(", "（")) or text.endswith((")", "）")):
            break
        text += "\n" + below.text
    return text


def _degrees(text: str, start: int) -> list[Claim]:
    """Return the degrees in a mark, each with the number before it; only the last sign counts for a document."""
    found = []
    for piece in _PIECE.finditer(text):
        degrees = list(_DEGREE_MARK.finditer(piece.group()))
        if degrees:
            last = degrees[-1]
            degree = last[1] or ("IDT" if last[2] else "MOD" if last[3] else "NEQ")
            number = _NUMBER.search(piece.group())
            at = start + piece.start() + last.start()
            found.append(Claim(degree, (at, at + len(last.group())), number[1] if number else ""))
    return found


def _read_foreword(found: Adoption, source: Source, foreword: Foreword, citations: list[Citation]) -> None:
    first = foreword.section.place[1]
    last = max((span[1] for span, _ in foreword.sentences), default=first)
    inside = [one for one in citations if first <= one.span[0] < last]
    for span, text in foreword.sentences:
        if _ABOUT.search(text) is None and "一致性程度" not in text:
            continue
        said = source.text[slice(*span)]
        named = [one for one in inside if span[0] <= one.span[0] < span[1]]
        claims = _claims(said, span[0], named)
        found.statements += claims
        relates = _ABOUT.search(text) and _WHOLE.search(text) and _RELATES.search(text)
        if claims or (relates and not _COMPARES.search(text)):
            found.related.append(span)


def _of_bodies(named: list[Citation]) -> list[Citation]:
    return [one for one in named if not one.national and one.code.startswith(BODIES)]


def _claims(said: str, start: int, named: list[Citation]) -> list[Claim]:
    """Return the degrees that a sentence states of the draft itself."""
    if _MADE_OTHERWISE.search(said):
        return []
    found = []
    for match in _CLAIM.finditer(said):
        subjects = list(_SUBJECT.finditer(said, 0, match.end()))
        if not subjects:
            continue
        at = start + subjects[-1].start()
        between = [one for one in named if at <= one.span[0] < start + match.start()]
        if any(one.national for one in between):
            continue
        documents = _of_bodies(between) or _of_bodies(named)
        if documents or not named:
            degree = match.lastgroup or ""
            found.append(
                Claim(degree, (start + match.start(), start + match.end()), documents[0].number if documents else "")
            )
    return found
