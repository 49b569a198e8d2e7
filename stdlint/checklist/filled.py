"""Read a filled form: which checklist it is, what each question is answered, and which are open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stdlint.checklist.answering import is_nothing, meant, says_none
from stdlint.checklist.questions import Checklist, Question, names, read_checklist
from stdlint.model import CHECKLIST, OBJECT, Cell, Source, Span
from stdlint.views.wording import UNSAID, fold

_HEADS = (
    ("序号", "编号", "题号", "no."),
    ("问题", "检查内容", "检查项", "question"),
    ("答复", "回答", "答案", "结论", "answer"),
    ("说明", "证据", "理由", "备注", "explanation", "evidence", "reason"),
)
_NUMBER = re.compile(r"[A-Z]?(\d+)[.、)]?")
_LONGEST_TITLE = 40
_LONGEST_LINE = 120
_NO_LINES = UNSAID | {"cell", "label", "footnote"}

_WHY = {
    "blank": ("没有答复", "is not answered"),
    "unclear": ("的答复不明确，需选定一项", "is answered with none or several of the choices"),
    "reason": ("答“否”，但没有说明理由", "is answered “no” without a reason"),
    "missing": ("不在表中", "is not in the form"),
}


class Answer(NamedTuple):
    """What a question is answered: a choice, or “words” for other words; the words beside it; and the place."""

    question: Question
    chosen: str
    words: str
    span: Span


class Unanswered(NamedTuple):
    """A question without answer, and where it should stand. `why`: blank, unclear, reason, missing."""

    question: Question
    span: Span
    why: str = "blank"

    def said(self, lang: str | None) -> str:
        """Return what is wrong as a sentence in “en”, else in Chinese."""
        if lang == "en":
            return f"Question {self.question.id} “{self.question.text_en}” {_WHY[self.why][1]}."
        return f"问题{self.question.id}“{self.question.text}”{_WHY[self.why][0]}。"


class Answers(NamedTuple):
    """A form that somebody filled in: what is answered, and what is open, in the order of the questions."""

    checklist: Checklist
    given: tuple[Answer, ...]
    unanswered: tuple[Unanswered, ...]


class _Row(NamedTuple):
    """A row of a table by its columns: the text, and the first block with text, of each cell.

    `headed`: a row above it names the columns.
    """

    texts: tuple[str, str, str, str]
    spans: tuple[Span | None, ...]
    headed: bool


def answers(source: Source) -> Answers | None:
    """Return what a form answers, or None if the file is no form of a checklist.

    A form says itself what it is (“stdlint.checklist” in its front matter or properties), or tells it by its title and
    the numbers of its questions.
    """
    stated = source.meta.get(CHECKLIST, "")
    stated = stated if stated in names() else ""
    for name in (stated,) if stated else _titled(source):
        checklist = read_checklist(name)
        title = _heading(source, (checklist.title, checklist.title_en), _LONGEST_TITLE)
        if title is None and not stated:
            continue
        asked = _asked(checklist, list(_rows(source)))
        if asked or stated:
            return _answers(source, checklist, asked, title)
    return None


def _answers(source: Source, checklist: Checklist, asked: dict[str, list[_Row]], title: Span | None) -> Answers:
    given: list[Answer] = []
    unanswered: list[Unanswered] = []
    place = title or next((block.span for block in source.blocks if block.span[0] < block.span[1]), (0, 0))
    for group in checklist.groups:
        heading = _heading(source, (group.title, group.title_en)) or place
        for question in group.questions:
            read = [_read(question, row, heading) for row in asked.get(question.id, ())]
            read = read or [Unanswered(question, heading, "missing")]
            one = next((one for one in read if isinstance(one, Answer)), read[0])
            if isinstance(one, Answer):
                given.append(one)
            else:
                unanswered.append(one)
    return Answers(checklist, tuple(given), tuple(unanswered))


def _read(question: Question, row: _Row, heading: Span) -> Answer | Unanswered:
    _, _, answer, words = row.texts
    span = row.spans[2] or row.spans[1] or row.spans[0] or heading
    if question.kind == "text":
        said = [text for text in dict.fromkeys((answer, words)) if says_none(text) or not is_nothing(text)]
        if not said:
            return Unanswered(question, row.spans[2] or row.spans[3] or span)
        return Answer(question, "words", "\n".join(said), row.spans[2] or row.spans[3] or span)
    found = meant(answer.replace(OBJECT, " "), question.choices)
    if found.chosen == "several" or (not found.chosen and question.kind == "choice" and not _is_untouched(answer)):
        return Unanswered(question, span, "unclear")
    if not found.chosen:
        return Unanswered(question, span)
    if question.reason and found.chosen == "no" and not any(_is_reason(text) for text in (found.words, words)):
        return Unanswered(question, span, "reason")
    return Answer(question, found.chosen, words.strip(), span)


def _is_reason(text: str) -> bool:
    return not is_nothing(text) and not says_none(text)


def _is_untouched(answer: str) -> bool:
    """Say whether an answer is blank, or the choices of the form as they were printed."""
    return is_nothing(answer) or "□" in answer or "☐" in answer


def open_questions(source: Source) -> tuple[Unanswered, ...]:
    """Return the questions of a form that are not answered; none where the file is no form."""
    read = answers(source)
    return read.unanswered if read else ()


def _titled(source: Source) -> list[str]:
    """Return the checklists whose title a file with tables says anywhere."""
    text = fold(source.text).casefold() if source.tables else ""
    lists = map(read_checklist, names())
    return [one.name for one in lists if any(fold(title).casefold() in text for title in (one.title, one.title_en))]


def _heading(source: Source, titles: Sequence[str], more: int = 12) -> Span | None:
    """Return the first line that is one of the titles with no more than a few characters beside it."""
    wanted = [fold(title).casefold() for title in titles]
    for block in source.blocks:
        if block.kind not in _NO_LINES and block.span[1] - block.span[0] < _LONGEST_LINE:
            line = fold(source.text[slice(*block.span)]).casefold()
            if any(title in line and len(line) <= len(title) + more for title in wanted):
                return block.span
    return None


def _asked(checklist: Checklist, rows: list[_Row]) -> dict[str, list[_Row]]:
    """Return the rows of each question: known by the question itself or its number; the rest by what counts them."""
    asked: dict[str, list[_Row]] = {}
    texts = {fold(text).casefold(): one.id for one in checklist.questions for text in (one.text, one.text_en)}
    ids = {question.id for question in checklist.questions}
    counts = {question.id[1:]: question.id for question in checklist.questions}
    left: list[tuple[str, _Row]] = []
    for row in rows:
        cell, number = fold(row.texts[1]).casefold(), fold(row.texts[0]).upper()
        id_ = next((id_ for text, id_ in texts.items() if text in cell), number if number in ids else "")
        if id_:
            asked.setdefault(id_, []).append(row)
        elif row.headed and (match := _NUMBER.fullmatch(number)):
            left.append((counts.get(match[1], ""), row))
    for id_, row in left if asked else ():
        if id_ and id_ not in asked:
            asked[id_] = [row]
    return asked


def _rows(source: Source) -> Iterator[_Row]:
    columns = (0, 1, 2, 3)
    headed = False
    above = ["", "", "", ""]
    for table in source.tables:
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for cells in rows.values():
            texts = [_text(source, cell) for cell in cells]
            if head := _columns(texts, cells):
                columns, headed, above = head, True, ["", "", "", ""]
                continue
            placed = [_at(cells, column) for column in columns]
            above = [
                before if cell is not None and cell.merged else "" if cell is None else _text(source, cell)
                for cell, before in zip(placed, above, strict=True)
            ]
            spans = tuple([None if cell is None else _span(source, cell) for cell in placed])
            yield _Row((above[0], above[1], above[2], above[3]), spans, headed)


def _columns(texts: list[str], cells: list[Cell]) -> tuple[int, int, int, int] | None:
    """Return the columns of number, question, answer and words, if this row names them; -1 for none."""
    found: list[int] = []
    for heads in _HEADS:
        at = [cell.column for text, cell in zip(texts, cells, strict=True) if fold(text).casefold().startswith(heads)]
        found.append(at[0] if at else -1)
    number, question, answer, words = found
    return None if question < 0 or answer < 0 else (number, question, answer, words)


def _at(cells: list[Cell], column: int) -> Cell | None:
    """Return the cell of a row that stands in a column."""
    return next((cell for cell in cells if cell.column <= column < cell.column + cell.columns), None)


def _text(source: Source, cell: Cell) -> str:
    return "\n".join([source.text[slice(*source.blocks[at].span)] for at in cell.blocks])


def _span(source: Source, cell: Cell) -> Span | None:
    """Return the first block of a cell that says something; None if there is none."""
    spans = [source.blocks[at].span for at in cell.blocks]
    return next((span for span in spans if source.text[slice(*span)].strip()), None)
