"""Judge submissions: does a draft with its companions pass the gate of a stage, and if not, why.

Source: reference stages.md, section 2.1. The items stand in `gates.toml`, in the order in which a secretary asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from stdlint import kept
from stdlint.checklist import open_questions
from stdlint.document import Document
from stdlint.dossier import COMMENTS, DRAFT, EXPERTS, FORM, MINUTES, NOTE, ROLES, holds
from stdlint.linting import Demand, lint_document
from stdlint.profile import COMPANIONS
from stdlint.result import DocumentReport, Result
from stdlint.submission import Part, Submission
from stdlint.views.stage import STAGES

GROUPS = {
    "dossier": ("材料", "Documents"),
    "cover": ("封面", "Cover"),
    "foreword": ("前言", "Foreword"),
    "elements": ("要素", "Elements"),
    "stage": ("阶段要求", "Demands of the stage"),
    "body": ("正文", "Text"),
    "companions": ("附件内容", "Companion documents"),
    "hints": ("提示", "Hints"),
}
"""The groups of items in order, in Chinese and English."""

_PASSED, _FAILED, _REMARKED, _UNCHECKED = "passed", "failed", "remarked", "unchecked"
_DAYS = {"national": 60, "group": 30}
"""The least number of days for public comments: reference stages.md, section 4."""
_YEARS = 5
"""A document is reviewed within five years: Standardization Law, Article 29."""
_MARKUP = {"consultation": "warning", "review": "warning", "approval": "error", "published": "error"}


class Item(NamedTuple):
    """What is asked of a submission: by rules, by a document that has to be there, or about one of the documents."""

    id: str
    group: str
    zh: str
    en: str
    stages: tuple[str, ...]
    rules: tuple[str, ...] = ()
    role: str = ""
    about: str = ""


class Reason(NamedTuple):
    """A sentence about an item in the language of the verdict, and where it comes from.

    `result` is the finding, None where the sentence is not about words of a document; `path` the file, and `spot` the
    clause or element of it where there is no finding to tell it.
    """

    severity: str
    message: str
    path: str = ""
    spot: str = ""
    result: Result | None = None


class Answer(NamedTuple):
    """An item with its outcome: passed, failed, remarked (passed, with something to look at), unchecked."""

    item: Item
    outcome: str
    reasons: tuple[Reason, ...] = ()


@dataclass(slots=True)
class Verdict:
    """Whether a submission passes.

    `path` is the file or folder, `stage` the gate, `answers` the items in order, `reports` what was found in each file,
    `parts` the files with what they are. `errors` are sentences about what could not be read or judged, `notes` such
    about parts of files that were not read.
    """

    path: str
    stage: str
    lang: str
    draft: DocumentReport | None = None
    answers: list[Answer] = field(default_factory=list)
    reports: list[DocumentReport] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether every item that was asked is in order."""
        return not self.errors and all(answer.outcome != _FAILED for answer in self.answers)

    def count(self, outcome: str) -> int:
        """Return the number of items with an outcome."""
        return sum(answer.outcome == outcome for answer in self.answers)


@cache
def items() -> tuple[Item, ...]:
    """Return the items in order."""
    import tomllib

    text = Path(__file__).with_name("gates.toml").read_text(encoding="utf-8")
    order = list(STAGES)
    said = kept.get(("gates", text), lambda: tomllib.loads(text)["items"])
    return tuple(
        Item(
            one["id"],
            one["group"],
            one["zh"],
            one["en"],
            tuple(order[order.index(one.get("from", order[0])) : order.index(one.get("to", order[-1])) + 1]),
            tuple(one.get("rules", ())),
            one.get("role", ""),
            one.get("about", ""),
        )
        for one in said
    )


def judge(submission: Submission, stage: str, *, lang: str = "zh", fail_on: str = "error", today: date) -> Verdict:
    """Return the verdict on a submission at the gate of `stage`, by default the stage of its draft.

    Findings of severity `fail_on` (error or warning) and above fail an item.
    """
    verdict = Verdict(submission.path, stage, lang)
    for part in submission.parts:
        verdict.parts.append((part.path, part.role))
        if part.error is not None:
            verdict.errors.append(f"{part.path}: {part.error[lang == 'zh']}")
    if submission.draft is None or submission.draft.doc is None:
        if not verdict.errors:
            verdict.errors.append(_told(lang, *_no_draft(submission)))
        return verdict
    if submission.draft.doc.is_engineering_code:
        sentences = (
            "草案遵循工程建设标准的编写规定，不能判定。",
            "The draft is an engineering code; it cannot be judged.",
        )
        verdict.errors.append(_told(lang, *sentences))
        return verdict
    verdict.stage = stage = stage or submission.draft.doc.stage.name
    if not stage:
        verdict.errors.append(
            _told(
                lang,
                "看不出草案所处的阶段，请用 --stage 指明。",
                "The draft does not tell its stage; name it with --stage.",
            )
        )
        return verdict
    _Judge(submission, verdict, fail_on, today).run()
    return verdict


def _no_draft(submission: Submission) -> tuple[str, str]:
    """Return, in Chinese and English, why there is no draft to judge."""
    if unread := submission.of(DRAFT):
        name = Path(unread[0].path).name
        return f"不能读取草案“{name}”，请另存为.docx。", f"The draft “{name}” cannot be read; save it as .docx."
    if submission.is_folder:
        return "材料中没有标准草案。", "There is no draft in the submission."
    chinese, english = ROLES[submission.parts[0].role]
    return (
        f"这个文件不是标准草案（{chinese}）；请指定草案，或放有草案及其附件的文件夹。",
        f"This is not a draft ({english}); name the draft, or a folder that holds it and its companions.",
    )


def _told(lang: str, chinese: str, english: str) -> str:
    return chinese if lang == "zh" else english


class _Judge:
    """Collect the reasons for every item."""

    def __init__(self, submission: Submission, verdict: Verdict, fail_on: str, today: date) -> None:
        self.submission = submission
        self.verdict = verdict
        self.stage = verdict.stage
        self.failing = {"error"} if fail_on == "error" else {"error", "warning"}
        self.today = today
        self.asked = [item for item in items() if self.stage in item.stages]
        self.reasons: dict[str, list[Reason]] = {item.id: [] for item in self.asked}
        self.unchecked: set[str] = set()

    def run(self) -> None:
        """Ask every item, in order."""
        draft = self.submission.draft
        assert draft is not None
        assert draft.doc is not None
        doc = draft.doc
        self.verdict.draft = self._report(draft, doc)
        self._companions(doc)
        for item in self.asked:
            if item.role:
                self._ask(item, doc)
            elif item.about:
                self._tell_unread(item)
        for item in self.asked:
            reasons = tuple(self.reasons[item.id])
            if item.about and not self.submission.of(item.about):
                continue
            self.verdict.answers.append(Answer(item, self._outcome(item, reasons), reasons))

    def _outcome(self, item: Item, reasons: Sequence[Reason]) -> str:
        if any(reason.severity in self.failing for reason in reasons):
            return _FAILED
        if item.id in self.unchecked:
            return _UNCHECKED
        return _REMARKED if reasons else _PASSED

    def _say(self, item: Item, severity: str, sentences: tuple[str, str], path: str = "", spot: str = "") -> None:
        """Give a reason; its sentence is told in Chinese or in English."""
        self.reasons[item.id].append(Reason(severity, _told(self.verdict.lang, *sentences), path, spot))

    def _report(self, part: Part, doc: Document, packs: Sequence[str] = ()) -> DocumentReport:
        """Lint a file, and put each finding to the item that it is about."""
        demand = Demand(packs=packs, lang=self.verdict.lang, strict=True)
        report = lint_document(doc, part.path, demand, where=part.where)
        self.verdict.reports.append(report)
        self.verdict.errors += [f"{part.path}: {error}" for error in report.errors]
        self.verdict.notes += [f"{part.path}: {note}" for note in report.notes]
        about = part.role if packs else ""
        for result in report.findings:
            item = next(item for item in self.asked if _is_about(item, about, result.rule))
            self.reasons[item.id].append(Reason(result.severity, result.message, part.path, result=result))
        return report

    def _companions(self, draft: Document) -> None:
        """Check the documents that go with the draft."""
        commented = self.submission.commented
        beside = {"draft": draft} | ({"commented": commented.doc} if commented and commented.doc else {})
        settled = self.stage in ("review", "approval", "published")
        for part in self.submission.parts:
            if part.doc is None or part is self.submission.draft:
                continue
            if part.role == NOTE and self.stage != "working-draft":
                part.doc.beside = beside
                self._report(part, part.doc, COMPANIONS[:1])
            elif part.role == COMMENTS and settled:
                part.doc.beside = beside
                self._report(part, part.doc, COMPANIONS[1:])
            elif part.role == FORM:
                self._form(part, part.doc)

    def _form(self, part: Part, doc: Document) -> None:
        item = next(item for item in self.asked if item.about == FORM)
        for question in open_questions(doc.source):
            spot = _spot(doc, question.span[0], self.verdict.lang)
            self._say(item, "error", (question.said("zh"), question.said("en")), part.path, spot)

    def _tell_unread(self, item: Item) -> None:
        """Tell of the documents of which only the name is known."""
        for part in self.submission.of(item.about):
            if part.doc is None and part.error is None:
                self.unchecked.add(item.id)
                sentences = "未检查：不能读取这种文件。", "Not checked: files of this kind are not read."
                self._say(item, "info", sentences, part.path)

    def _ask(self, item: Item, doc: Document) -> None:
        """Ask what rules cannot tell."""
        if item.role == "markup":
            self._markup(item, doc)
        elif item.role == "catalogue":
            self.unchecked.add(item.id)
            self._say(item, "info", ("未检查：没有标准目录可供对照。", "Not checked: no catalogue of standards."))
        elif item.role == "period":
            self._period(item, doc)
        elif item.role == "age":
            self._age(item, doc)
        elif not self.submission.is_folder:
            self.unchecked.add(item.id)
            self._say(item, "info", ("未检查：只提交了一个文件。", "Not checked: a single file was submitted."))
        elif not self.submission.of(item.role) and not self._holds(item.role):
            english = f"The submission lacks: {item.en[:1].lower()}{item.en[1:]}."
            self._say(item, "error", (f"缺少{item.zh}。", english), self.submission.path)

    def _holds(self, role: str) -> bool:
        """Say whether minutes and list of reviewers are one file."""
        records = [*self.submission.of(MINUTES), *self.submission.of(EXPERTS)]
        return role in (MINUTES, EXPERTS) and any(holds(role, part.path, part.doc) for part in records)

    def _markup(self, item: Item, doc: Document) -> None:
        if doc.format != "docx":
            return
        layout, path = doc.source.layout, doc.name
        if layout.changes:
            spot = _spot(doc, layout.changes[0].span[0], self.verdict.lang)
            zh = f"文件中有{len(layout.changes)}处未接受的修订，第一处在{spot}。"
            en = f"Tracked changes: {len(layout.changes)}, the first one in {spot}."
            self._say(item, _MARKUP[self.stage], (zh, en), path, spot)
        if layout.comments:
            spot = _spot(doc, layout.comments[0].span[0], self.verdict.lang)
            zh = f"文件中有{len(layout.comments)}条批注，第一条在{spot}。"
            en = f"Comments in the file: {len(layout.comments)}, the first one in {spot}."
            self._say(item, _MARKUP[self.stage], (zh, en), path, spot)

    def _period(self, item: Item, doc: Document) -> None:
        """Tell of a comment period that is too short or not over."""
        found = False
        for part in self.submission.of(NOTE):
            period = part.doc.explanatory_note.period if part.doc else None
            if period is None:
                continue
            found = True
            first, last, days = period.start, period.end, period.days
            spot = _spot(part.doc, period.span[0], self.verdict.lang) if part.doc else ""
            least = _DAYS.get(doc.level, 0)
            if days < least:
                zh = f"征求意见期限为{days}天（{first}至{last}），一般不少于{least}天。"
                en = f"The comment period is {days} days ({first} to {last}), usually not less than {least}."
                self._say(item, "info", (zh, en), part.path, spot)
            if self.stage == "review" and self.today <= last:
                zh, en = f"征求意见到{last}才截止。", f"The comment period lasts until {last}."
                self._say(item, "info", (zh, en), part.path, spot)

        if not found:
            self.unchecked.add(item.id)
            english = "Not checked: no explanatory note tells when the draft was open for comments."
            self._say(item, "info", ("未检查：编制说明没有给出征求意见的起止日期。", english))

    def _age(self, item: Item, doc: Document) -> None:
        published = doc.cover_page.date("publication")
        if published is None or published.value is None:
            return
        year, month, day = published.value
        due = year + _YEARS, month, day
        if due < (self.today.year, self.today.month, self.today.day):
            zh = f"本文件发布于{published.text}，已满{_YEARS}年，需要复审。"
            en = f"The document was published on {published.text}; after {_YEARS} years it is due for review."
            self._say(item, "info", (zh, en), doc.name, published.text)


def _is_about(item: Item, about: str, rule: str) -> bool:
    return item.about == about if about else item.rules != () and rule.startswith(item.rules)


def _spot(doc: Document, offset: int, lang: str) -> str:
    spot = doc.place(offset)
    return spot.clause or spot.element or _told(lang, "文件开头", "the beginning")
