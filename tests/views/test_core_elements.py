"""Core elements under whatever title."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.core_elements import (
    KEEPS_RECORDS,
    METHOD_SENTENCE,
    binding,
    is_method,
    is_requirements,
    names_methods,
    names_no_procedure,
    names_requirements,
    names_traces,
    sets_requirements,
    tables_give_methods,
)


def _doc(*titles: str) -> Document:
    text = "# 1 范围\n\n" + "\n\n".join(f"# {number} {title}" for number, title in enumerate(titles, 4))
    return Document(markdown.read(text.encode()))


@pytest.mark.parametrize(
    "title", ["证实方法", "检验", "要求和试验方法", "验收", "服务评价与改进", "符合性测试", "检验规则"]
)
def test_a_title_can_name_methods(title: str) -> None:
    assert names_methods(_doc("要求", title).chapters)


@pytest.mark.parametrize("title", ["测量范围", "检测设备", "水质监测", "数据分析", "报文结构"])
def test_other_titles_name_no_methods(title: str) -> None:
    assert not names_methods(_doc("要求", title).chapters)


def test_methods_stand_in_a_column_that_names_documents_words_or_clauses_that_there_are() -> None:
    text = "# 1 范围\n\n# 4 要求\n\n表1　性能\n\n| 特性 | 试验方法 |\n|---|---|\n| 壁厚 | {} |"
    for cell, given in (("GB/T 6672", True), ("目测", True), ("5.2", True), ("9.9", False), ("—", False)):
        doc = Document(markdown.read(text.format(cell).encode()))
        assert tables_give_methods(doc.tables, frozenset(("1", "4", "5.2"))) is given


@pytest.mark.parametrize("text", ["按GB/T 6672规定的方法测量", "按5.2试验", "用卡尺测量壁厚"])
def test_a_sentence_can_tell_a_method(text: str) -> None:
    assert METHOD_SENTENCE.search(text)


@pytest.mark.parametrize("text", ["适用于温度测量", "系统应采用监测设备", "按需求配置", "按时检测"])
def test_other_sentences_tell_no_method(text: str) -> None:
    assert not METHOD_SENTENCE.search(text)


def test_requirements_are_told_by_titles_apart_from_those_on_packing_and_inspection() -> None:
    assert names_requirements(_doc("安全要求").chapters)
    assert not names_requirements(_doc("包装、运输和贮存要求", "检验要求").chapters)


def test_requirements_are_told_by_sentences_in_chapters_that_give_no_methods() -> None:
    titles = {
        "智能运输系统": True,
        "接口": True,
        "试验方法": False,
        "包装": False,
        "订货内容": False,
        "分类和标记": False,
    }
    for title, told in titles.items():
        doc = Document(markdown.read(f"# 1 范围\n\n# 4 {title}\n\n报文应完整。".encode()))
        assert sets_requirements(doc.chapters, doc.clause_modals) is told


def test_titles_and_sentences_on_methods_require_nothing() -> None:
    text = "# 1 范围\n\n# 4 试验方法\n\n## 4.1 剪切性能\n\n# 附录A（规范性）　误差的测量\n\n测量应在室内进行。"
    doc = Document(markdown.read(text.encode()))
    assert not sets_requirements(doc.chapters, doc.clause_modals)


def test_annexes_that_nothing_mentions_bind_nobody() -> None:
    annexes = "# 附录A（规范性）　甲\n\n按A.1试验。\n\n# 附录B（规范性）　乙\n\n# 附录C（规范性）　丙"
    doc = Document(
        markdown.read(f"# 前言\n\n增加了附录C。\n\n# 1 范围\n\n# 4 要求\n\n按表B.1检验。\n\n{annexes}".encode())
    )
    assert [chapter.section.title for chapter in binding(doc.chapters, doc.pointers)] == ["要求", "乙"]


def test_chapters_of_requirements_and_of_methods_are_told_apart() -> None:
    chapters = _doc("技术要求", "试验方法", "检验规则", "包装要求", "基本原则和要求").chapters
    assert [chapter.section.title for chapter in chapters if is_requirements(chapter)] == ["技术要求"]
    assert [chapter.section.title for chapter in chapters if is_method(chapter)] == ["试验方法"]


@pytest.mark.parametrize("title", ["生产档案", "追溯方法", "质量验收", "记录", "质量控制"])
def test_a_title_can_name_what_traces_a_procedure(title: str) -> None:
    assert names_traces(_doc("播种", title).chapters)
    assert not names_traces(_doc("播种", "收获").chapters)


def test_records_are_kept_by_sentences_too() -> None:
    assert KEEPS_RECORDS.search("应建立健全生产档案。")
    assert KEEPS_RECORDS.search("操作票保存1年。")
    assert KEEPS_RECORDS.search("单据由用户签字，保存3年。")
    assert not KEEPS_RECORDS.search("记录温度。")


def test_a_procedure_can_stand_under_any_title_but_a_few() -> None:
    assert names_no_procedure(_doc("基本原则", "管理要求", "设施设备").outline)
    assert not names_no_procedure(_doc("管理要求", "播种").outline)
    assert names_no_procedure(_doc("管理要求", "追溯方法").outline)
    assert not names_no_procedure(_doc("操作要求").outline)
