"""Explanatory notes: to which standard they belong, and what they cover."""

from __future__ import annotations

from datetime import date

import pytest

from stdlint.formats import markdown
from stdlint.views.explanatory_note import (
    ExplanatoryNote,
    drafting_units,
    explanatory_note,
    same_title,
    tells_title,
)


def _note(text: str) -> ExplanatoryNote:
    return explanatory_note(markdown.read(text.encode()))


@pytest.mark.parametrize(
    ("head", "title", "stage"),
    [
        ("《图书角服务指南》（征求意见稿）编制说明", "图书角服务指南", "consultation"),
        ("国家标准《图书角服务　第1部分：通则》（送审稿）编制说明", "图书角服务　第1部分：通则", "review"),
        ("《图书角服务指南》团体标准编制说明（报批稿）", "图书角服务指南", "approval"),
        ("《图书角服务指南（征求意见稿）》编制说明", "图书角服务指南", "consultation"),
        ("图书角服务指南\n\n编制说明\n\n（送审稿）", "图书角服务指南", "review"),
        (
            "团体标准\n\n图书角服务指南\n\n（征求意见稿）\n\n编 制 说 明\n\n东山阅读协会",
            "图书角服务指南",
            "consultation",
        ),
        ("图书角服务指南国家标准修订编制说明", "图书角服务指南", ""),
        ("附件2\n\n《图书角服务指南》编制说明", "图书角服务指南", ""),
        ("编制说明", None, ""),
    ],
)
def test_the_title_page_names_standard_and_stage(head: str, title: str | None, stage: str) -> None:
    note = _note(f"{head}\n\n一、工作简况\n\n略。")
    assert note.present
    assert (note.title and note.title.text) == title
    assert note.stage_name == stage


@pytest.mark.parametrize(
    "text",
    [
        "关于提交编制说明的通知",
        "编制说明编写指南",
        "请审阅附件中的编制说明。",
        "征求意见稿和编制说明",
        "# 1 范围\n\n本文件规定了…",
    ],
)
def test_what_only_speaks_of_a_note_is_none(text: str) -> None:
    assert not _note(text).present


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024年3月1日至2024年4月30日公开征求意见。", (date(2024, 3, 1), date(2024, 4, 30))),
        ("公开征求意见的时间为2024年3月1日—4月30日。", (date(2024, 3, 1), date(2024, 4, 30))),
        ("2024-03-01至2024-04-30在网上征求意见", (date(2024, 3, 1), date(2024, 4, 30))),
        ("2024.3.1～2024.4.30，征求意见。", (date(2024, 3, 1), date(2024, 4, 30))),
        ("2024年3月1日至2024年4月30日开展调研。之后征求意见。", None),
        ("2024年4月30日至2024年3月1日征求意见。", None),
        ("2024年13月1日至2024年14月1日征求意见。", None),
    ],
)
def test_the_period_of_public_comments(text: str, period: tuple[date, date] | None) -> None:
    found = _note(text).period
    assert (found and (found.start, found.end)) == period


def test_a_period_counts_both_its_ends() -> None:
    period = _note("2024年3月1日至2024年3月30日公开征求意见。").period
    assert period is not None
    assert period.days == 30


@pytest.mark.parametrize(
    ("text", "units", "open_"),
    [
        ("本文件起草单位：东山大学、西山科技（东山）有限公司。", ["东山大学", "西山科技（东山）有限公司"], False),
        ("本标准由东山大学、西山研究中心和南山图书馆共同起草。", ["东山大学", "西山研究中心", "南山图书馆"], False),
        ("由东山大学、西山公司等8家单位共同起草。", ["东山大学", "西山公司"], True),
        ("牵头单位为东山大学，参编单位有西山公司、南山公司。", ["东山大学", "西山公司", "南山公司"], False),
        ("起草单位和人员分工见表1。本标准由东山协会提出并归口。", [], False),
    ],
)
def test_the_drafting_units(text: str, units: list[str], open_: bool) -> None:
    found, ends_open = drafting_units(text)
    assert [text[slice(*piece.span)] for piece in found] == units
    assert ends_open == open_


def test_titles_are_the_same_but_for_blanks_and_signs() -> None:
    assert same_title("图书角　第1部分：通则", "GB/T 123—2024 图书角 第1部分:通则")
    assert same_title("图书角评价", "图书角评价标准")
    assert not same_title("图书角服务指南", "图书角服务规范")


def _missing(text: str, *, revised: bool = False) -> list[str]:
    return [item.id for item, _ in _note(text).missing(revised=revised)]


_ALL = [f"EXP-{number:02}" for number in range(1, 11)]


def test_an_empty_note_covers_nothing() -> None:
    assert _missing("# 《图书角服务指南》编制说明\n") == _ALL


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("## 一、任务来源", "EXP-01"),
        ("一、工作简况，包括任务来源、主要工作过程", "EXP-01"),
        ("3 主要试验（或验证）情况", "EXP-03"),
        ("预期的社会效益：……", "EXP-03"),
        ("与国外同类标准水平的对比", "EXP-04"),
        ("国内外尚无同类标准。", "EXP-04"),
        ("采用国际标准和国外先进标准的程度", "EXP-05"),
        ("本文件未采用国际标准。", "EXP-05"),
        ("与现行法律、法规和强制性标准的协调性", "EXP-06"),
        ("重大分歧意见的处理：无。", "EXP-07"),
        ("起草过程中没有出现重大分歧。", "EXP-07"),
        ("知识产权情况说明", "EXP-08"),
        ("本文件不涉及专利。", "EXP-08"),
        ("贯彻标准的措施建议", "EXP-09"),
        ("建议过渡期为6个月。", "EXP-09"),
        ("十、其他", "EXP-10"),
        ("无其他需要说明的事项。", "EXP-10"),
    ],
)
def test_an_item_is_covered_by_a_heading_or_a_sentence(line: str, item: str) -> None:
    assert item not in _missing(f"# 国家标准《图书角服务指南》编制说明\n\n{line}\n")


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("五、以国际标准为基础的起草情况", "EXP-01"),
        ("五、以国际标准为基础的起草情况", "EXP-04"),
        ("四、与国际、国外同类标准技术内容的对比情况", "EXP-05"),
        ("不断提高国际竞争力，完善标准。", "EXP-04"),
        ("对东山大学的意见未采用。", "EXP-05"),
        ("第6章规定了试验方法。", "EXP-03"),
        ("5.3 试验方法", "EXP-03"),
    ],
)
def test_words_that_mean_something_else_cover_nothing(line: str, item: str) -> None:
    assert item in _missing(f"# 国家标准《图书角服务指南》编制说明\n\n{line}\n")


def test_only_a_revision_compares_with_the_former_edition() -> None:
    text = "# 《图书角服务指南》编制说明\n\n二、编制原则和主要内容\n"
    assert "EXP-02" not in _missing(text)
    assert "EXP-02" in _missing(text, revised=True)
    assert "EXP-02" in _missing(text.replace("编制说明", "（修订）编制说明"))
    assert "EXP-02" not in _missing(text + "\n三、修订前后主要技术内容的变化\n", revised=True)


def test_in_a_note_on_a_group_standard_comparison_and_use_are_one() -> None:
    text = "# {}《图书角服务指南》编制说明\n\n五、采用国际标准的程度\n"
    assert "EXP-04" not in _missing(text.format("团体标准"))
    assert "EXP-04" in _missing(text.format("国家标准"))


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("社区图书角\n\n服务指南\n\n编制说明", True),
        ("《社区图书角\n\n服务指南》\n\n编制说明", True),
        ("《社区图书角服务规范》编制说明", False),
        ("社区图书室\n\n服务指南\n\n编制说明", False),
        ("编制说明", False),
    ],
)
def test_a_title_may_take_several_lines(text: str, tells: bool) -> None:
    source = markdown.read(text.encode())
    assert tells_title(explanatory_note(source), source.text, "社区图书角服务指南") is tells


def test_in_a_note_on_an_industry_standard_comparison_and_use_are_one() -> None:
    said = "# 行业标准《螺母》编制说明\n\n六、与国际、国外对比情况\n"
    assert "EXP-05" not in _missing(said)
    assert "EXP-05" in _missing(said.replace("行业标准", "国家标准"))
