"""Checklists: the questions are whole, a form can be written, filled in and read, and what is open is found."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest

from stdlint.checklist import Answers, Unanswered, answers, as_docx, as_markdown, names, open_questions, read_checklist
from stdlint.checklist.questions import YES_NO
from stdlint.formats import docx, markdown, reader
from stdlint.model import Source
from stdlint.profile import UsageError

FIXTURES = Path(__file__).parent.parent / "fixtures"
FORMS = [(name, lang) for name in names() for lang in ("zh", "en")]
QUESTIONS = [(name, question) for name in names() for question in read_checklist(name).questions]

HEAD = "| 序号 | 问题 | 答复（是/否/不适用） | 说明或证据 |\n| --- | --- | --- | --- |\n"
Fill = Callable[[str], tuple[str, str]]
"""What a person writes for a question, by its number: the answer and the words beside it."""


def filled_markdown(form: str, fill: Fill) -> Source:
    """Fill in a Markdown form row by row."""
    lines = form.splitlines()
    for at, line in enumerate(lines):
        if line.endswith(" |  |  |"):
            answer, words = fill(line.split("|")[1].strip())
            lines[at] = line.removesuffix("  |  |") + f" {answer} | {words} |"
    return markdown.read("\n".join(lines).encode())


def filled_word(form: bytes, fill: Fill) -> Source:
    """Fill in a Word form row by row: what is ticked replaces the boxes of the form."""
    document = python_docx.Document(BytesIO(form))
    for table in document.tables[1:]:
        for row in table.rows[1:]:
            answer, words = fill(row.cells[0].text)
            if row.cells[2]._tc is row.cells[3]._tc:
                row.cells[2].text = answer + words
            else:
                if answer:
                    row.cells[2].text = answer
                row.cells[3].text = words
    return docx.read(saved(document))


def saved(document: Any) -> bytes:
    """Return a document of python-docx as a file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def good_answer(id_: str) -> tuple[str, str]:
    """Return an answer that fits the question."""
    question = next(question for _, question in QUESTIONS if question.id == id_)
    if question.kind == "text":
        return "", "见编制说明第3章。"
    return question.choices[0].title, ""


def form_of(rows: str, title: str = "需求分析检查表") -> Source:
    """Read a Markdown form that says what it is by its title only."""
    return markdown.read(f"# {title}\n\n{HEAD}{rows}\n".encode())


def verdict(answer: str, words: str = "", id_: str = "F1") -> str:
    """Return what is read from one row: the choice, or why the question is open."""
    form = "可行性分析检查表" if id_.startswith("F") else "类型确定检查表" if id_.startswith("T") else "需求分析检查表"
    read = answers(form_of(f"| {id_} | 该实践…… | {answer} | {words} |", form))
    assert read is not None
    open_ = [one.why for one in read.unanswered if one.question.id == id_]
    return open_[0] if open_ else next(one.chosen for one in read.given if one.question.id == id_)


def ids(open_: tuple[Unanswered, ...]) -> list[str]:
    return [one.question.id for one in open_]


@pytest.mark.parametrize(("name", "question"), QUESTIONS, ids=lambda value: getattr(value, "id", value))
def test_a_question_is_whole(name: str, question: Any) -> None:
    assert question.id.startswith(name[0].upper())
    assert question.id[1:].isdigit()
    assert question.text.endswith(("？", "。"))
    assert question.text_en.endswith(("?", "."))
    assert question.text.count("？") == 1
    assert question.clause.startswith({"need": "4", "feasibility": "5", "type": "6"}[name])
    assert question.kind in ("yes-no", "text", "choice")
    assert (question.kind == "text") == (not question.choices)
    assert not question.reason or question.choices == YES_NO
    if question.kind == "choice":
        assert len({one.name for one in question.choices}) == len(question.choices) > 2
        assert all(one.title and one.title_en and one.when and one.when_en for one in question.choices)


def test_no_question_can_be_taken_for_another() -> None:
    texts = [text for _, question in QUESTIONS for text in (question.text, question.text_en)]
    assert len({question.id for _, question in QUESTIONS}) == len(QUESTIONS)
    assert not [(one, other) for one in texts for other in texts if one is not other and one in other]


def test_groups_stand_in_the_order_of_the_guide() -> None:
    for name in names():
        clauses = [group.clause for group in read_checklist(name).groups]
        assert name == "need" or clauses == sorted(clauses)


def test_an_unknown_checklist_is_named() -> None:
    with pytest.raises(UsageError, match="unknown checklist “needs”; there are need, feasibility, type"):
        read_checklist("needs")


@pytest.mark.parametrize(("name", "lang"), FORMS)
def test_in_a_form_nobody_filled_in_every_question_is_open(name: str, lang: str) -> None:
    checklist = read_checklist(name)
    sources = (
        docx.read(as_docx(checklist, lang, "社区服务指南")),
        markdown.read(as_markdown(checklist, lang, "社区服务指南").encode()),
    )
    for source in sources:
        assert source.meta["stdlint.checklist"] == name
        assert "社区服务指南" in source.text
        read = answers(source)
        assert read is not None
        assert read.checklist is checklist
        assert [one.question for one in read.unanswered] == list(checklist.questions)
        assert {one.why for one in read.unanswered} == {"blank"}
        for one in read.unanswered:
            assert source.text[slice(*one.span)].strip()
            assert "\n" not in source.text[slice(*one.span)]


@pytest.mark.parametrize(("name", "lang"), FORMS)
def test_in_a_filled_form_no_question_is_open(name: str, lang: str) -> None:
    checklist = read_checklist(name)
    for source in (
        filled_word(as_docx(checklist, lang), good_answer),
        filled_markdown(as_markdown(checklist, lang), good_answer),
    ):
        read = answers(source)
        assert read is not None
        assert not read.unanswered
        assert [one.question for one in read.given] == list(checklist.questions)


@pytest.mark.parametrize("name", names())
def test_in_a_form_filled_in_part_exactly_the_rest_is_open(name: str) -> None:
    checklist = read_checklist(name)
    left = [question.id for question in checklist.questions][1::3]

    def fill(id_: str) -> tuple[str, str]:
        return ("", "") if id_ in left else good_answer(id_)

    for source in (filled_word(as_docx(checklist, "zh"), fill), filled_markdown(as_markdown(checklist, "zh"), fill)):
        read = answers(source)
        assert read is not None
        assert ids(read.unanswered) == left


def test_a_box_clicked_in_word_is_an_answer() -> None:
    document = python_docx.Document(BytesIO(as_docx(read_checklist("type"), "zh")))
    level = document.tables[2].rows[1].cells[2]
    boxes = [text for text in level._tc.xpath(".//w:sdt//w:t") if text.text == "☐"]
    assert len(boxes) == 6
    boxes[1].text = "☑"
    read = answers(docx.read(saved(document)))
    assert read is not None
    assert [(one.question.id, one.chosen) for one in read.given] == [("T3", "group")]


@pytest.mark.parametrize(
    ("written", "chosen"),
    [
        ("是", "yes"),
        ("是。", "yes"),
        ("是，见编制说明3.2", "yes"),
        ("√", "yes"),
        ("V", "yes"),
        ("Yes", "yes"),
        ("☑是 □否 □不适用", "yes"),
        ("■是□否", "yes"),
        ("√是  否", "yes"),
        ("是√   否", "yes"),
        ("是（√） 否（ ）", "yes"),
        ("【√】是 【　】否", "yes"),
        ("[x] 是 [ ] 否", "yes"),
        ("是● 否○", "yes"),
        ("☒是 ☐否", "yes"),
        ("☑是 ☒否", "yes"),
        ("是，但不适用于农村社区", "yes"),
        ("无", "none"),
        ("N/A", "none"),
        ("n.a.", "none"),
        ("不适用", "none"),
        ("/", "none"),
        ("□是 □否 ☑不适用", "none"),
        ("基本符合", "words"),
        ("", "blank"),
        ("是/否", "blank"),
        ("是 / 否 / 不适用", "blank"),
        ("是或否", "blank"),
        ("□是 □否", "blank"),
        ("□是　□否　□不适用", "blank"),
        ("是□ 否□", "blank"),
        ("是（ ） 否（ ）", "blank"),
        ("是否", "blank"),
        ("待定", "blank"),
        ("待补充。", "blank"),
        ("（待填写）", "blank"),
        ("TBD", "blank"),
        ("……", "blank"),
        ("☑是 ☑否", "unclear"),
        ("否", "reason"),
        ("×", "reason"),
        ("□是 ☑否", "reason"),
        ("没有", "reason"),
        ("不满足", "reason"),
        ("否，只有一家单位试用", "no"),
        ("□是 ☑否 □不适用，只有一家单位试用", "no"),
        ("尚未，计划下半年试点", "no"),
        ("没有交叉", "words"),
        ("●", "yes"),
        ("N / A", "none"),
        ("不确定", "blank"),
        ("待专家论证后确定", "blank"),
        ("□是 □否（请在□内打√）", "blank"),
    ],
)
def test_an_answer_is_read_as_people_write_it(written: str, chosen: str) -> None:
    assert verdict(written) == chosen


@pytest.mark.parametrize(
    ("words", "chosen"),
    [("只有一家单位试用。", "no"), ("", "reason"), ("无", "reason"), ("待补", "reason"), ("—", "reason")],
)
def test_no_needs_a_reason_where_the_question_asks_for_one(words: str, chosen: str) -> None:
    assert verdict("否", words) == chosen


def test_no_is_enough_where_no_reason_is_asked_for() -> None:
    assert verdict("否", id_="N1") == "no"


def test_words_beside_a_blank_are_no_yes() -> None:
    assert verdict("", "见附件1") == "blank"


@pytest.mark.parametrize(
    ("written", "words", "chosen"),
    [
        ("无", "", "words"),
        ("", "N/A", "words"),
        ("", "2023年起在三个区使用", "words"),
        ("2023年起", "在三个区使用", "words"),
        ("", "", "blank"),
        ("", "待定", "blank"),
        ("√", "", "blank"),
    ],
)
def test_a_question_for_words_takes_words_in_either_column(written: str, words: str, chosen: str) -> None:
    assert verdict(written, words, "F5") == chosen


@pytest.mark.parametrize(
    ("written", "chosen"),
    [
        ("团体标准", "group"),
        ("制定团体标准", "group"),
        ("□企业标准 ☑团体标准 □地方标准", "group"),
        ("企业标准□ 团体标准√", "group"),
        ("Group standard", "group"),
        ("推荐性国家标准（GB/T）", "recommended"),
        ("", "blank"),
        ("□企业标准 □团体标准 □地方标准", "blank"),
        ("待定", "blank"),
        ("√", "blank"),
        ("企业标准、团体标准", "unclear"),
        ("不制定企业标准，制定团体标准", "unclear"),
        ("团体标准，不制定企业标准", "group"),
        ("√企业标准 √团体标准", "unclear"),
        ("国标", "unclear"),
    ],
)
def test_a_choice_is_one_of_those_offered(written: str, chosen: str) -> None:
    assert verdict(written, id_="T3") == chosen


def test_what_is_open_is_said_with_its_place() -> None:
    source = form_of("| N1 | 相关…… | □是 □否 | |\n| N2 | 组织…… | 是 | |")
    read = answers(source)
    assert read is not None
    first = read.unanswered[0]
    assert open_questions(source) == read.unanswered
    assert source.text[slice(*first.span)] == "□是 □否"
    assert first.said("zh") == "问题N1“相关组织是否需要一项标准，用来围绕顾客体验和顾客愉悦设计服务？”没有答复。"
    assert first.said("en").endswith("customer delight?” is not answered.")


def test_deleted_questions_are_told_at_the_heading_of_their_group() -> None:
    form = as_markdown(read_checklist("need"), "zh")
    kept = "\n".join(line for line in form.splitlines() if not line.startswith(("| N2", "| N8")))
    source = filled_markdown(kept, good_answer)
    read = answers(source)
    assert read is not None
    told = [(one.question.id, one.why, source.text[slice(*one.span)]) for one in read.unanswered]
    assert [(id_, why) for id_, why, _ in told] == [("N2", "missing"), ("N8", "missing")]
    assert "需求的类别" in told[0][2]
    assert "结论" in told[1][2]


def test_a_form_without_its_tables_is_still_the_form_that_it_says() -> None:
    read = answers(markdown.read("---\nstdlint: {checklist: type}\n---\n\n见附件。\n".encode()))
    assert read is not None
    assert {one.why for one in read.unanswered} == {"missing"}


@pytest.mark.parametrize(("name", "lang"), FORMS)
def test_a_form_is_known_by_its_title_where_its_properties_are_lost(name: str, lang: str) -> None:
    source = docx.read(as_docx(read_checklist(name), lang))
    source.meta.clear()
    read = answers(source)
    assert read is not None
    assert read.checklist.name == name
    assert {one.why for one in read.unanswered} == {"blank"}


def test_other_documents_are_no_forms() -> None:
    note = "# 编制说明\n\n见需求分析检查表。\n\n| 序号 | 意见 | 处理 |\n|---|---|---|\n| 1 | 改 | 采纳 |\n"
    assert answers(markdown.read(note.encode())) is None
    assert answers(form_of("| 1 | 自拟的问题 | 是 | |\n| 2 | 自拟的问题 | 否 | |")) is None
    draft = markdown.read((FIXTURES / "guidance.md").read_bytes())
    assert answers(draft) is None
    assert open_questions(draft) == ()


def test_a_secretary_fills_in_a_form_by_hand() -> None:
    """Without properties, renumbered, columns in another order, a reason merged over rows, ticks of all sorts."""
    document = python_docx.Document()
    document.add_paragraph("《社区应急物资储备点建设和运行指南》需求分析检查表")
    table = document.add_table(1, 5)
    for cell, text in zip(table.rows[0].cells, ("编 号", "检查内容", "责任人", "回 答", "备 注"), strict=True):
        cell.text = text
    written = ("√ 是　　□ 否", "是", "☑是\n□否", "√", " 否", "N/A", "无", "")
    for number, (question, answer) in enumerate(zip(read_checklist("need").questions, written, strict=True), 1):
        texts = (str(number), question.text.replace("，", "， "), "宜静", answer, "")
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    table.cell(1, 4).merge(table.cell(3, 4)).text = "见调研报告。"
    source = docx.read(saved(document))
    read = answers(source)
    assert read is not None
    assert [one.chosen for one in read.given] == ["yes", "yes", "yes", "yes", "no", "none", "words"]
    assert [one.words for one in read.given[:4]] == ["见调研报告。"] * 3 + [""]
    assert ids(read.unanswered) == ["N8"]
    assert source.text[slice(*read.unanswered[0].span)].startswith("最主要的需求")


def test_an_answer_merged_over_rows_answers_each_of_them() -> None:
    document = python_docx.Document(BytesIO(as_docx(read_checklist("feasibility"), "zh")))
    table = document.tables[1]
    merged = table.cell(1, 2).merge(table.cell(2, 2))
    merged.text = "☑是 □否 □不适用"
    read = answers(docx.read(saved(document)))
    assert read is not None
    assert [(one.question.id, one.chosen) for one in read.given] == [("F1", "yes"), ("F2", "yes")]


def test_a_form_without_a_column_for_words_can_be_filled_in() -> None:
    rows = "| F1 | 该实践…… | 否 |\n| F2 | 该实践…… | 否，只用一次 |\n| F5 | 该实践…… | 2023年起 |"
    head = "| 序号 | 问题 | 答复 |\n| --- | --- | --- |\n"
    read = answers(markdown.read(f"# 可行性分析检查表\n\n{head}{rows}\n".encode()))
    assert read is not None
    assert [one.question.id for one in read.given] == ["F2", "F5"]


def test_a_picture_is_evidence() -> None:
    assert verdict("", "![来函](letter.png)", "F5") == "words"
    assert verdict("否", "![来函](letter.png)") == "no"
    assert verdict("![](box.png)是 ![](box.png)否") == "blank"


def test_questions_in_other_words_are_known_by_their_numbers() -> None:
    read = answers(form_of("| 1 | 顾客体验方面的需求 | 是 | |\n| N2 | 行业方面的需求 | 是 | |\n| 9 | 自拟 | 是 | |"))
    assert read is not None
    assert [one.question.id for one in read.given] == ["N1", "N2"]


def test_a_question_asked_twice_is_answered_once() -> None:
    read = answers(form_of("| N1 | 相关…… | | |\n| N1 | 相关…… | 是 | 见附件 |"))
    assert read is not None
    assert [one.chosen for one in read.given] == ["yes"]
    assert "N1" not in ids(read.unanswered)


def test_without_python_docx_one_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UsageError, match=r"pip install 'stdlint\[docx\]'"):
        as_docx(read_checklist("need"), "zh")


@pytest.mark.parametrize("path", ["需求分析检查表.md", "可行性分析检查表.docx"])
def test_the_forms_of_the_sample_submission_are_filled_in(path: str) -> None:
    file = FIXTURES / "dossiers" / "consultation" / path
    read: Answers | None = answers(reader(path).read(file.read_bytes()))
    assert read is not None
    assert read.checklist.title == Path(path).stem
    assert not read.unanswered
