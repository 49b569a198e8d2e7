from __future__ import annotations

from dataclasses import replace

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.profile import Use
from stdlint.reports import concise, grouped, text
from stdlint.result import DocumentReport, Notice, report
from tests import docx_builder as word
from tests.golden import MUST, sample


def _report(doc: Document, path: str, words: str) -> DocumentReport:
    from stdlint.engine import Found

    start = doc.text.index(words)
    found = [Found(Use(MUST, "", "error"), MUST.at((start, start + len(words))))]
    return report(doc, found, [], path=path, packs=[], lang="zh", where=markdown.where, keep=True)


def _markdown(source: str, words: str) -> DocumentReport:
    return _report(Document(markdown.read(source.encode())), "a.md", words)


def test_the_source_of_markdown_is_marked_cell_by_cell() -> None:
    shown = text.render([_markdown("# 标题\n\n\t甲ab必须用。\n\n系统a必须用。\n", "必须")], source=True)
    assert "    3 │     甲ab必须用。\n      │         ^^^^\n" in shown
    shown = text.render([_markdown("# 标题\n\n系统a必须用。\n", "必须")], source=True)
    assert "    3 │ 系统a必须用。\n      │      ^^^^\n" in shown


def test_words_over_several_lines_are_marked_on_each() -> None:
    shown = text.render([_markdown("# 标题\n\n甲乙\n丙丁戊\n", "乙丙丁")], source=True)
    assert "    3 │ 甲乙\n      │   ^^\n    4 │ 丙丁戊\n      │ ^^^^\n" in shown


def test_the_source_of_word_is_its_whole_paragraph_wrapped() -> None:
    data = word.build("1 范围", "前" * 80 + "系统必须可用。" + "后" * 80)
    shown = text.render([_report(Document(docx.read(data)), "a.docx", "必须")], source=True)
    lines = [line.removeprefix("    │ ") for line in shown.splitlines() if line.startswith("    │ ")]
    assert "".join(lines) == "前" * 80 + "系统【必须】可用。" + "后" * 80
    assert len(lines) > 2
    assert all(text.width(line) <= 94 for line in lines)


def test_without_the_document_there_is_no_source() -> None:
    without = [replace(one, kept=None) for one in sample()]
    assert text.render(without, source=True) == text.render(sample())
    assert text.render(sample(), source=True) != text.render(sample())


def test_suppressed_findings_are_listed_with_reason_and_place_only_where_asked() -> None:
    shown = text.render(sample(), suppressed=True)
    assert "    忽略  GLD010  用“应”表述要求，不用“必须” <&>  引用法律|原文 <i> (第 5 行的注释)\n" in shown
    assert "    忽略  GLD020  多余的空格  未说明理由 (草案 1,终稿#2.stdlint.toml:4)\n" in shown
    assert "忽略  GLD" not in text.render(sample())


def test_notices_are_told_of_a_file_without_findings() -> None:
    notice = Notice("stale-baseline", "基线中有 2 个问题已不存在。", None, "base.json")
    reports = [DocumentReport("a.md", "markdown", notices=(notice,))]
    said = "base.json\n    说明  基线中有 2 个问题已不存在。  stale-baseline\n"
    assert text.render(reports) == f"a.md\n{said}\n检查了 1 个文件：没有发现问题\n"
    assert said in grouped.render(reports)
    assert concise.render(reports).startswith("base.json: stale-baseline 基线中有 2 个问题已不存在。\n")


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "检查了 1 个文件：没有发现问题；另有 2 个问题已注明忽略；另有 12 个已知问题（基线）"),
        ("en", "1 file checked: nothing found; 2 suppressed; 12 known (baseline)"),
    ],
)
def test_the_last_line_tells_what_is_left_out(lang: str, line: str) -> None:
    dropped = sample()[0].dropped
    assert text.summary([DocumentReport("a", "markdown", lang=lang, dropped=dropped, known=12)]) == line


@pytest.mark.parametrize("form", [text.render, concise.render, grouped.render])
def test_control_characters_of_a_file_do_not_reach_the_terminal(form: object) -> None:
    assert callable(form)
    bad = replace(sample()[0], path="a\x1b[31m\nb\udcff.md", title="t\x07")
    shown = form([bad])
    assert not {"\x1b", "\x07", "\udcff"} & set(shown)
    assert "a\\x1b[31m\\nb\\udcff.md" in shown


def test_concise_has_a_line_for_each_finding_and_notice_and_one_for_all() -> None:
    reports = sample()
    expected = sum(len(one.findings) + len(one.notices) for one in reports) + 1
    assert len(concise.render(reports).splitlines()) == expected


def test_grouped_tells_a_rule_once_for_a_file_with_its_number_of_places() -> None:
    shown = grouped.render(sample()[:1])
    assert shown.count("GLD010  ") == 1
    assert "GLD010  用“应”表述要求，不用“必须” <&>  [GB/T 1.1—2020, C.1]  must-for-shall  × 3\n" in shown
    assert shown.index("错误  GLD010") < shown.index("警告  GLD030") < shown.index("警告  GLD040")


def test_grouped_is_coloured_only_where_asked() -> None:
    assert "\x1b[31m错误\x1b[0m" in grouped.render(sample(), colour=True)
    assert "\x1b" not in grouped.render(sample())
    assert "\x1b[31mGLD010\x1b[0m" in concise.render(sample(), colour=True)


def test_a_long_line_of_markdown_is_cut_around_the_words() -> None:
    shown = text.render([_markdown("# 标题\n\n" + "前" * 5000 + "必须" + "后" * 5000 + "\n", "必须")], source=True)
    line, marks = (line.partition(" │ ")[2] for line in shown.splitlines() if " │ " in line)
    assert line.startswith("…前")
    assert line.endswith("后…")
    assert text.width(line) <= 100
    before, words, _ = line.partition("必须")
    assert marks == " " * text.width(before) + "^" * text.width(words)


def test_a_long_paragraph_of_word_is_cut_around_the_words() -> None:
    data = word.build("1 范围", "前" * 5000 + "系统必须可用。" + "后" * 5000)
    shown = text.render([_report(Document(docx.read(data)), "a.docx", "必须")], source=True)
    said = "".join(line.removeprefix("    │ ") for line in shown.splitlines() if line.startswith("    │ "))
    assert said.startswith("…前")
    assert "前系统【必须】可用。后" in said
    assert said.endswith("后…")
    assert 500 < text.width(said) <= 804


def test_a_paragraph_that_was_shown_whole_is_not_shown_again() -> None:
    data = word.build("1 范围", "系统必须可用。")
    shown = text.render([_report(Document(docx.read(data)), "a.docx", "必须")], source=True)
    assert shown.count("系统【必须】可用。") == 1


@pytest.mark.parametrize("sign", ["e\u0301", "\u200b", "\ufe0f"])
def test_signs_that_take_no_cell_do_not_move_the_marks(sign: str) -> None:
    shown = text.render([_markdown(f"# 标题\n\n甲{sign}必须用。\n", "必须")], source=True)
    assert f"    3 │ 甲{sign}必须用。\n      │   {' ' * sign.startswith('e')}^^^^\n" in shown


@pytest.mark.parametrize("form", [text.render, concise.render, grouped.render])
def test_marks_of_direction_do_not_reach_the_terminal(form: object) -> None:
    assert callable(form)
    shown = form([replace(sample()[0], path="a\u202egpj.md", title="b\u2066\u2028")])
    assert not {"\u202e", "\u2066", "\u2028"} & set(shown)
    assert "a\\u202egpj.md" in shown


def test_a_title_without_end_is_cut() -> None:
    first, *_ = text.render([replace(sample()[0], path="a.md", title="长" * 3000)]).splitlines()
    assert text.width(first) <= 170
    assert "长…长" in first
