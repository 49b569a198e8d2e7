"""At which stage a draft stands, by its settings, its cover, its file name, or its dates."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.project import Project
from stdlint.views.stage import Stage, stage_of_file
from tests import docx_builder as word
from tests.formats.docx.test_cover import drop_down, set2020

_DRAFT = "XXXX-XX-XX 发布\n\nXXXX-XX-XX 实施"
_PUBLISHED = "2024-03-15 发布\n\n2024-10-01 实施"


def _document(label: str = "", name: str = "", *, dates: str = _DRAFT, setting: str = "") -> Document:
    number = "T/ABC 001—2024" if dates == _PUBLISHED else "T/ABC 001—XXXX"
    text = (
        f"ICS 01.120\n\nCCS A 00\n\n团体标准\n\n{number}\n\n公园服务规范\n\n{label}\n\n{dates}\n\n"
        "北京公园协会　发布\n\n# 前言\n\n# 1 范围\n"
    )
    return Document(markdown.read(text.encode()), name=name, demanded=Project(stage=setting))


@pytest.mark.parametrize(
    ("label", "stage"),
    [
        ("（工作组讨论稿）", "working-draft"),
        ("（讨论稿）", "working-draft"),
        ("（草案）", "working-draft"),
        ("（征求意见讨论稿）", "working-draft"),
        ("（征求意见稿）", "consultation"),
        ("(征求意见稿)", "consultation"),
        ("【征求意见稿】", "consultation"),
        ("征求意见稿", "consultation"),
        ("征 求 意 见 稿", "consultation"),
        ("（公开征求意见稿）", "consultation"),
        ("（第2次征求意见稿）", "consultation"),
        ("（征求意见稿第二稿）", "consultation"),
        ("征求意见稿（第二稿）", "consultation"),
        ("征求意见稿 2024-05-01", "consultation"),
        ("征求意见稿完成时间：2019-5-8", "consultation"),
        ("（征求意见稿完成时间：2019-5-8）", "consultation"),
        ("（征求\n\n意见稿）", "consultation"),
        ("公园服务规范（征求意见稿）", "consultation"),
        ("公园服务规范征求意见稿", "consultation"),
        ("（送审讨论稿）", "review"),
        ("（送审稿）", "review"),
        ("（标准送审稿）", "review"),
        ("（报批稿）", "approval"),
    ],
)
def test_the_cover_tells_the_stage(label: str, stage: str) -> None:
    document = _document(label)
    assert (document.stage.name, document.stage.told_by, document.stage.cover) == (stage, "cover", stage)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "（英文版）",
        "（试行）",
        "（第1版）",
        "（本草案完成时间：2024-05-01）",
        "（本稿完成日期：2024-05-01）",
        "（征求意见草案）",
        "草案版次选择",
        "征求意见稿编写指南",
        "标准草案编写规程",
        "现将《公园服务规范》征求意见稿印发给你们，请研究。",
    ],
)
def test_other_lines_of_the_cover_tell_no_stage(label: str) -> None:
    assert _document(label).stage == Stage()


@pytest.mark.parametrize(
    ("label", "odd"),
    [
        ("（征求稿）", "（征求稿）"),
        ("（征求意见草案）", "（征求意见草案）"),
        ("（征求意见）", "（征求意见）"),
        ("（征求意见版）", "（征求意见版）"),
        ("（终稿）", "（终稿）"),
        ("（送审版）", "（送审版）"),
        ("(报批版 20240501)", "(报批版 20240501)"),
        ("公园服务规范（第三稿）", "（第三稿）"),
        ("审定稿", "审定稿"),
        ("草案版次选择", "草案版次选择"),
        ("（英文版）", ""),
        ("（2017年版）", ""),
        ("（试行）", ""),
        ("（征求意见稿）", ""),
        ("稿件终稿管理", ""),
    ],
)
def test_words_that_are_meant_as_a_stage_are_found(label: str, odd: str) -> None:
    document = _document(label)
    span = document.cover.odd_stage
    assert (document.text[slice(*span)] if span else "") == odd
    assert odd not in document.cover.title or not odd


@pytest.mark.parametrize(
    ("result", "stage"), [(2, "working-draft"), (3, "consultation"), (4, "review"), (6, "approval")]
)
def test_the_drop_down_of_the_word_template_tells_the_stage(result: int, stage: str) -> None:
    assert Document(docx.read(set2020(stage=drop_down(result)))).stage.name == stage


def test_a_drop_down_that_nobody_touched_tells_no_stage() -> None:
    document = Document(docx.read(set2020(stage=drop_down(1))))
    assert document.stage.name == ""
    assert document.cover.odd_stage is not None


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("GBT 1234 征求意见稿.docx", "consultation"),
        ("附件1：公园服务规范（征求意见稿）.docx", "consultation"),
        ("公园服务规范 公开征求意见.docx", "consultation"),
        ("标准 征求意见 稿.md", "consultation"),
        ("公园服务规范（工作组讨论稿）.docx", "working-draft"),
        ("征求意见讨论稿.docx", "working-draft"),
        ("公园服务规范-送审讨论稿v2.docx", "review"),
        ("2024/送审稿/公园服务规范-送审版.docx", "review"),
        ("报批稿-20240101.docx", "approval"),
        ("C:\\标准\\GB 报批版.docx", "approval"),
        ("1.标准正式发布稿.docx", "published"),
        ("公园服务规范-正式版.docx", "published"),
        ("GA_T 1365-2017 出版稿.docx", "published"),
        ("意见表格设计规范（征求意见稿）.docx", "consultation"),
        ("公告编写规范（报批稿）.docx", "approval"),
        ("征求意见稿", "consultation"),
    ],
)
def test_the_file_name_tells_the_stage(name: str, stage: str) -> None:
    assert stage_of_file(name) == stage
    document = _document(name=name)
    assert (document.stage.name, document.stage.told_by) == (stage, "file")


@pytest.mark.parametrize(
    "name",
    [
        "公园服务规范.docx",
        "T_ABC 001-2024 公园服务规范.docx",
        "送审稿/公园服务规范.docx",
        "送审稿修改后报批稿.docx",
        "XX标准（送审稿）编制说明.docx",
        "编制说明（征求意见稿）.docx",
        "征求意见稿意见汇总处理表.docx",
        "公园服务规范 征求意见反馈表.docx",
        "关于征求《公园服务规范》意见的函.docx",
        "关于公开征求意见稿意见的通知.docx",
        "送审稿审查会议纪要.docx",
        "送审稿对照表.docx",
        "",
    ],
)
def test_other_file_names_and_those_of_companions_tell_none(name: str) -> None:
    assert stage_of_file(name) == ""


def test_a_real_number_and_real_dates_on_a_whole_cover_tell_that_it_is_published() -> None:
    document = _document(dates=_PUBLISHED)
    assert document.stage == Stage("published", "dates")
    assert _document().stage == Stage()


@pytest.mark.parametrize("label", ["（报批稿）", "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。"])
def test_what_only_drafts_show_keeps_real_dates_from_telling(label: str) -> None:
    assert _document(label, dates=_PUBLISHED).stage.name != "published"


def test_a_number_and_a_title_without_a_cover_tell_no_stage() -> None:
    text = "# GB/T 1234—2024\n\n# 螺栓\n\n2024-03-15 发布\n\n# 前言\n\n# 1 范围\n"
    assert Document(markdown.read(text.encode())).stage == Stage()


def test_settings_win_over_the_cover_and_the_cover_over_the_file_name() -> None:
    assert _document("（送审稿）", "报批稿.docx", setting="consultation").stage == Stage(
        "consultation", "setting", "consultation", "review", "approval"
    )
    assert _document("（送审稿）", "报批稿.docx").stage == Stage("review", "cover", "", "review", "approval")


def test_settings_may_use_the_chinese_names_and_unknown_ones_tell_nothing() -> None:
    assert _document(setting="报批稿").stage.name == "approval"
    assert _document(setting="nowhere").stage == Stage()


def test_a_draft_without_further_words_is_at_the_stage_that_its_file_name_tells() -> None:
    assert _document("（草案）", "征求意见稿.docx").stage.name == "consultation"
    assert _document("（草案）", "征求意见稿.docx").stage.cover == "consultation"


def test_a_label_of_several_runs_and_blanks_is_read_in_word() -> None:
    data = word.build(
        word.para("T/ABC 001—XXXX"), word.para(word.runs("（ 送 审 稿 ）")), word.para("前　言"), word.para("1　范围")
    )
    assert Document(docx.read(data)).stage.name == "review"
