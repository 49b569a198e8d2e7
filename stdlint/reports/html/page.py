"""Gather what the page shows of a report: summary, chapters with their counts, outline, findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stdlint.document import Document
from stdlint.reports import facts
from stdlint.reports.families import FAMILIES
from stdlint.reports.html import draft
from stdlint.reports.html.draft import Grid, Line, Part
from stdlint.reports.html.words import Words
from stdlint.reports.outline import title_of
from stdlint.reports.rules import reason
from stdlint.reports.text import place_of
from stdlint.result import DocumentReport, Dropped, Notice, Result, plain, shorten
from stdlint.views.elements import called
from stdlint.views.outline import Section

SEVERITIES = ("error", "warning", "info")
_BAR = 100
_OUTLINE_LEVELS = 3


class Bar(NamedTuple):
    """A piece of a bar: severity, where it begins and how long it is, of 100."""

    severity: str
    begin: float
    length: float


@dataclass(slots=True)
class Chapter:
    """A chapter with findings in it or not. `key` tells it from the others of its draft."""

    key: str
    name: str
    part: Part | None = None
    count: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """The number of its findings."""
        return self.count.total()


class Entry(NamedTuple):
    """A line of the outline: id of its place, what it is called, its findings by severity, and what is below it."""

    id: str
    number: str
    title: str
    counts: Counter[str]
    entries: list[Entry]


class Card(NamedTuple):
    """A finding as it is shown. `number` counts from 1; `why` is the reason for the rule, “” where it is not known."""

    number: int
    result: Result
    chapter: str
    spot: str
    why: str
    certain: bool
    basis: str

    @property
    def family(self) -> str:
        """The three letters of its family."""
        return self.result.rule[:3]

    @property
    def added(self) -> str:
        """The words that a fix adds outside the words reported, where it does nothing else; else “”."""
        edits = self.result.fix.edits if self.result.fix else ()
        return plain(edits[0].text).strip() if len(edits) == 1 and edits[0].start == edits[0].end else ""


@dataclass(slots=True)
class View:
    """A report as the page shows it. `id` begins the ids of everything in it."""

    id: str
    report: DocumentReport
    words: Words
    chapters: list[Chapter]
    cards: list[Card]
    outline: list[Entry]
    marks: dict[int, str]

    @property
    def name(self) -> str:
        """Number and title, or the path."""
        report = self.report
        return " ".join(word for word in (report.number, report.title) if word) or report.path

    @property
    def facts(self) -> str:
        """Kind, level, stage and path."""
        report = self.report
        understood = facts.understood(report.kinds, report.level, report.stage, self.words.lang)
        return f"{understood} · {report.path}" if understood else report.path

    @property
    def count(self) -> dict[str, int]:
        """The findings by severity."""
        return self.report.count()

    @property
    def families(self) -> list[tuple[str, str, int]]:
        """The families of the findings: letters, name, number of findings."""
        counted = Counter(card.family for card in self.cards)
        return [(family, self.words.family(family), counted[family]) for family in sorted(counted, key=_family_order)]

    @property
    def troubled(self) -> list[Chapter]:
        """The chapters with findings."""
        return [chapter for chapter in self.chapters if chapter.total]

    def bars(self, chapter: Chapter) -> Iterator[Bar]:
        """Yield the pieces of the bar of a chapter; the longest bar takes 100."""
        longest = max(one.total for one in self.chapters)
        begin = 0.0
        for severity in SEVERITIES:
            if number := chapter.count[severity]:
                length = round(_BAR * number / longest, 2)
                yield Bar(severity, round(begin, 2), length)
                begin += length

    @property
    def first_steps(self) -> str:
        """What to do first."""
        return self.words.first_steps(
            self.count,
            sum(card.result.fixed is not None for card in self.cards),
            max(self.troubled, key=lambda chapter: (chapter.count["error"], chapter.total), default=None),
        )

    def results(self, numbers: Iterable[int]) -> list[Result]:
        """Return findings by number from 0."""
        return [self.report.findings[number] for number in numbers]

    def gravest(self, numbers: Iterable[int]) -> str:
        """Return the gravest severity of some findings."""
        return min((result.severity for result in self.results(numbers)), key=SEVERITIES.index)

    def hint(self, numbers: Iterable[int]) -> str:
        """Return what is said of words when the pointer rests on them: severity, rule and message of each finding."""
        return " ‖ ".join(
            f"{self.words.severity(result.severity)} {result.rule} {result.message}" for result in self.results(numbers)
        )

    def anchor(self, section: Section) -> str:
        """Return the id of the place where a section begins."""
        return self.marks[id(section)]

    def grouped(self, part: Part) -> list[list[Line | Grid]]:
        """Return the content of a part with the items of one list together."""
        groups: list[list[Line | Grid]] = []
        for one in part.content:
            if one.kind == "item" and groups and groups[-1][0].kind == "item":
                groups[-1].append(one)
            else:
                groups.append([one])
        return groups

    def spot(self, told: Dropped | Notice) -> str:
        """Return where a suppressed finding or a notice stands."""
        if isinstance(told, Dropped):
            return place_of(told.result.place)
        if told.place:
            return place_of(told.place)
        return f"{told.path}:{told.line}" if told.path and told.line else told.path


def view(report: DocumentReport, number: int, words: Words) -> View:
    """Return a report as the page shows it; `number` counts the reports of the page from 1."""
    id_ = f"d{number}-"
    doc = report.document
    if doc is None:
        chapters, where = _listed(report)
        outline: list[Entry] = []
        marks: dict[int, str] = {}
    else:
        spans = [(one.place.offset, one.place.end_offset) for one in report.findings]
        chapters, where = _read(doc, draft.parts(doc, spans), report, words)
        marks = {id(section): f"{id_}s{at}" for at, section in enumerate(doc.walk(), 1)}
        outline = list(_outline(doc, doc.outline.top, marks, _counts(doc, report), words))
    return View(id_, report, words, chapters, _cards(report, where, words), outline, marks)


def _listed(report: DocumentReport) -> tuple[list[Chapter], list[Chapter]]:
    """Return the chapters of a report without its draft, and for each finding the one in which it stands."""
    known: dict[str, Chapter] = {}
    where = []
    for result in report.findings:
        name = result.place.element or "—"
        chapter = known.setdefault(name, Chapter(f"c{len(known) + 1}", name))
        chapter.count[result.severity] += 1
        where.append(chapter)
    return list(known.values()), where


def _read(
    doc: Document, found: Sequence[Part], report: DocumentReport, words: Words
) -> tuple[list[Chapter], list[Chapter]]:
    """Return the chapters of a draft, and for each finding the one in which it stands."""
    chapters = [Chapter(f"c{at}", _chapter_name(doc, part.section, words), part) for at, part in enumerate(found, 1)]
    by_section: dict[int, Chapter] = {}
    for chapter, part in zip(chapters, found, strict=True):
        by_section.setdefault(id(part.section), chapter)
    where = []
    for result in report.findings:
        chapter = by_section[id(doc.outline.owner[doc.block_at(result.place.offset)].chapter)]
        chapter.count[result.severity] += 1
        where.append(chapter)
    return chapters, where


def _chapter_name(doc: Document, section: Section, words: Words) -> str:
    number, title = _named(section, words)
    return f"{number} {title}".strip() or doc.place(doc.blocks[section.first].span[0]).element or "—"


def _named(section: Section, words: Words) -> tuple[str, str]:
    """Return number and title of a section as they stand in an outline."""
    number = section.number
    if section.element == "annex" and section.level == 1:
        number = called("annex", words.lang) + (" " if words.lang == "en" else "") + number
    titled = section.titled and section.element not in ("cover", "title")
    title = shorten(plain(title_of(section))).strip() if titled else ""
    return number, title or ("" if number else called(section.element, words.lang))


def _counts(doc: Document, report: DocumentReport) -> dict[int, Counter[str]]:
    """Return the findings of each section and of all below it, by severity."""
    counts: dict[int, Counter[str]] = {}
    for result in report.findings:
        section: Section | None = doc.outline.owner[doc.block_at(result.place.offset)]
        while section is not None:
            counts.setdefault(id(section), Counter())[result.severity] += 1
            section = section.parent
    return counts


def _outline(
    doc: Document, sections: Sequence[Section], ids: dict[int, str], counts: dict[int, Counter[str]], words: Words
) -> Iterator[Entry]:
    for section in sections:
        number, title = _named(section, words)
        if section.level > _OUTLINE_LEVELS or not title:
            yield from _outline(doc, section.children, ids, counts, words)
            continue
        below = list(_outline(doc, section.children, ids, counts, words))
        yield Entry(ids[id(section)], number, title, counts.get(id(section), Counter()), below)


def _cards(report: DocumentReport, where: Sequence[Chapter], words: Words) -> list[Card]:
    uses = {use.check.id: use for use in report.uses}
    whys = {rule: reason(use.check.doc, report.lang).split("\n\n")[-1] for rule, use in uses.items()}
    cards = []
    for number, (result, chapter) in enumerate(zip(report.findings, where, strict=True), 1):
        use = uses.get(result.rule)
        cards.append(
            Card(
                number,
                result,
                chapter.key,
                place_of(result.place),
                whys.get(result.rule, ""),
                use is None or use.certainty != "heuristic",
                words.basis(use.basis if use and result.clause else ""),
            )
        )
    return cards


def _family_order(family: str) -> int:
    return list(FAMILIES).index(family) if family in FAMILIES else len(FAMILIES)
