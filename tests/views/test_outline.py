"""How drafts of many shapes are read: elements, clauses, annexes, and places in them."""

from __future__ import annotations

import inspect

import pytest

from stdlint.document import Document
from stdlint.formats import docx, markdown
from stdlint.views.outline import Section
from tests.docx_builder import build, para


def _doc(text: str) -> Document:
    return Document(markdown.read(inspect.cleandoc(text).encode()))


def _tree(text: str) -> str:
    return _shown(_doc(text).outline.top)


def _shown(sections: list[Section]) -> str:
    """Return the sections on one line: “1 scope”, “4 clause(4.1 4.2)”, “A annex”."""
    words = []
    for section in sections:
        inner = _shown(section.children)
        name = section.element if section.parent is None else section.title if not section.number else ""
        words.append(" ".join(w for w in (section.number, name) if w) + (f"({inner})" if inner else ""))
    return " ".join(words)


FRONT = "foreword 1 scope 2 references 3 terms"


@pytest.mark.parametrize(
    "chapter",
    [
        "# {n} {t}",
        "# {n}　{t}",
        "# {n}. {t}",
        "## {n}{t}",
        "# 第{n}章　{t}",
        "**{n}　{t}**",
        "{n}　{t}",
        "{n} {t}",
        "{n}  {t}",
    ],
)
def test_chapters_are_told_by_their_numbers_however_they_are_written(chapter: str) -> None:
    titles = ("范围", "规范性引用文件", "术语和定义", "分类", "试验方法")
    lines = [chapter.format(n=n, t=t) + "\n\n正文应在此。" for n, t in enumerate(titles, 1)]
    assert _tree("前　言\n\n本文件由甲归口。\n\n" + "\n\n".join(lines)) == FRONT + " 4 clause 5 clause"


def test_chinese_numerals_count_as_chapter_numbers() -> None:
    assert (
        _tree("# 前言\n\n# 一、范围\n\n# 二、规范性引用文件\n\n# 三、术语和定义\n\n# 四、要求") == FRONT + " 4 clause"
    )


def test_headings_without_numbers_are_counted() -> None:
    text = (
        "# 前言\n\n# 范围\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 要求\n\n## 外观\n\n# 附录A（规范性）方法\n\n## 仪器"
    )
    doc = _doc(text)
    assert _shown(doc.outline.top) == FRONT + " 4 clause(4.1) A annex(A.1)"
    assert doc.outline.chapters[0].implied


def test_a_number_alone_takes_the_title_below_it() -> None:
    outline = _doc("# 1\n\n# 范围\n\n文。\n\n# 4\n\n要求\n\n# 4.1\n\n外观\n\n外观应完好。").outline
    assert [(s.number, s.title) for s in outline.walk()] == [("1", "范围"), ("4", "要求"), ("4.1", "外观")]


@pytest.mark.parametrize(
    "annex",
    [
        "# 附录A（资料性）　记录",
        "# 附 录 A （资料性附录） 记录",
        "# 附录Ａ\n\n# （资料性）\n\n# 记录",
        "附　录　A\n（资料性）\n记录",
        "### 附录A\n\n(资料性)\n\n## 记录",
        "# 附录A　记录（资料性）",
        "附录A　记录\n\n（资料性）",
    ],
)
def test_an_annex_heading_may_stand_in_pieces(annex: str) -> None:
    section = _doc(f"# 4 要求\n\n文。\n\n{annex}\n\nA.1 表见表A.1。").outline.all("annex")[0]
    assert (section.number, section.status, section.title) == ("A", "资料性", "记录")
    assert [child.number for child in section.children] == ["A.1"]


BODY = (
    "前　言\n\n本文件由甲归口。\n\n1　范围\n\n文。\n\n2　要求\n\n文。\n\n附录A（资料性）　记录\n\nA.1　文。\n\n"
    "参考文献\n\n[1] 甲"
)


@pytest.mark.parametrize(
    "contents",
    [
        "目　次\n\n前言……Ⅱ\n\n1　范围……1\n\n附录A（资料性）　记录……9\n\n参考文献……10",
        "目　次\n\n前言\n\n1　范围\n\n2　要求\n\n附录A（资料性）　记录\n\n参考文献",
        "目次\n\n1　范围 1\n\n2　要求 1",
        "# 目录\n\n- [前言](#a)\n- [1 范围](#b)\n- 附录A",
        "# 目次\n\n| 前言 | I |\n|---|---|\n| 1 范围 | 1 |",
        "# 目次\n前言 I\n1 范围 1\n2 要求 2\n附录A（资料性） 记录 3\n参考文献 4",
    ],
)
def test_the_table_of_contents_opens_no_elements(contents: str) -> None:
    expected = "contents foreword 1 scope 2 clause A annex(A.1) bibliography"
    assert _tree(f"{contents}\n\n{BODY}") == expected


def test_a_heading_behind_an_unlisted_entry_is_not_swallowed_by_the_contents() -> None:
    assert (
        _tree("# 目次\n\n- 1 范围 1\n\n# 前言\n\n文。\n\n# 前言\n\n文。\n\n# 1 范围")
        == "contents foreword foreword 1 scope"
    )


def test_decimals_and_legends_are_no_clauses() -> None:
    text = """
        # 4 要求

        ## 4.1 尺寸

        2.5 倍于额定值。

        802.11 协议

        1　主轴

        5.8 GHz频段

        # 5 试验

        5.1　目测。

        6　主机
    """
    assert _tree(text) == "4 clause(4.1) 5 clause(5.1)"


@pytest.mark.parametrize("title", ["3D打印要求", "5G网络", "2型设备", "3级响应"])
def test_a_title_may_begin_with_a_digit(title: str) -> None:
    section = _doc(f"# 4 {title}\n\n## 4.1 {title}").outline.top[0]
    assert (section.title, section.children[0].title) == (title, title)
    assert _doc(f"# 4 要求\n\n# {title}").outline.top[-1].number == ""


def test_untitled_clauses_are_told_from_titles() -> None:
    outline = _doc("# 4 要求\n\n## 4.1 外观\n\n### 4.1.1 螺栓应完好。\n\n4.1.2　螺母应完好。\n\n4.2　尺寸").outline
    assert [(s.number, s.titled, len(s.body)) for s in outline.walk()] == [
        ("4", True, 0),
        ("4.1", True, 0),
        ("4.1.1", False, 1),
        ("4.1.2", False, 1),
        ("4.2", True, 0),
    ]


def test_the_title_of_an_annex_may_be_the_name_of_an_element() -> None:
    doc = _doc("# 1 范围\n\n文。\n\n附录A\n\n（资料性）\n\n中文索引\n\n冷链　3.1\n\n# 参考文献\n\n[1] 甲")
    assert [(top.element, top.title) for top in doc.outline.top[1:]] == [
        ("annex", "中文索引"),
        ("bibliography", "参考文献"),
    ]


def test_a_sample_standard_in_an_annex_opens_no_elements() -> None:
    text = """
        # 前言

        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义

        # 4 起草

        # 附录A（资料性）　示例

        ## 前言

        ## 1 范围

        ## 2 规范性引用文件

        ## 5 试验

        ### 5.1 目测

        ## 附录A（规范性）　示例中的附录

        ## 参考文献

        # 附录B（资料性）　其他

        # 参考文献
    """
    tops = _doc(text).outline.top
    assert [s.element for s in tops[5:]] == ["annex", "annex", "bibliography"]


def test_a_heading_without_number_does_not_break_a_clause_apart() -> None:
    assert _tree("# 4 要求\n\n# 4.1 外观\n\n# 注意事项\n\n文。\n\n# 4.2 尺寸") == "4 clause(4.1(注意事项) 4.2)"


def test_title_and_warning_above_the_scope_do_not_stand_in_the_introduction() -> None:
    text = "# 引言\n\n文。\n\n螺栓　技术规范\n\n**警示：应戴护目镜。**\n\n# 1 范围"
    doc = _doc(text)
    assert _shown(doc.outline.top) == "introduction title 1 scope"
    assert (doc.cover.title, doc.kind) == ("螺栓　技术规范", "specification")


@pytest.mark.parametrize(
    "text",
    [
        "# 工具\n\n必须先安装。\n\n## 目录\n\n- [安装](#a)\n\n## 1. 安装\n\n## 2. 使用\n\n## 参考资料",
        "# Introduction\n\n## Contents\n\n## References\n\n## Appendix",
        "# 项目\n\n## 范围\n\n## 术语\n\n## 参考资料",
        "# 更新日志\n\n## 1.2.0\n\n- 修复",
        "# 1 总则\n\n1.0.1 为统一做法，制定本标准。\n\n# 2 术语\n\n# 3 基本规定\n\n# 附录A 记录\n\n# 本标准用词说明",
    ],
)
def test_what_is_no_draft_by_gbt_1_1_is_told(text: str) -> None:
    assert not _doc(text).is_draft


@pytest.mark.parametrize(
    "text",
    [
        "# 1 范围\n\n# 2 规范性引用文件",
        "# 前言\n\n本文件由甲归口。\n\n# 范围",
        "# 4 要求\n\n# 附录A（资料性）",
        "# 2 引用标准\n\n# 3 要求",
    ],
)
def test_pieces_of_a_draft_are_told(text: str) -> None:
    assert _doc(text).is_draft


def test_places_are_those_that_people_count() -> None:
    text = """
        # 4 要求

        ## 4.1 尺寸

        尺寸见表1[^1]。

        表1　尺寸

        | 项 | 值 |
        |---|---|
        | 长 | 甲 |

        表下一段。

        4.2　外观应完好。

        # 附录A（规范性）

        # 方法

        A.1　称样。

        ## 小标题

        小标题下。

        [^1]: 脚注。
    """
    doc = _doc(text)
    places = {doc.said(i): tuple(doc.place(b.span[0])) for i, b in enumerate(doc.blocks) if b.kind != "label"}
    assert places["尺寸见表1\ufffc。"] == ("正文", "4.1", 1)
    assert places["长"] == places["值"] == ("正文", "4.1", 3)
    assert places["表下一段。"] == ("正文", "4.1", 4)
    assert places["外观应完好。"] == ("正文", "4.2", 1)
    assert places["方法"] == ("附录A", "A", 0)
    assert places["称样。"] == ("附录A", "A.1", 1)
    assert places["小标题下。"] == ("附录A", "A.1", 2)
    assert places["脚注。"] == ("脚注", "4.1", 1)


def test_a_word_file_of_plain_paragraphs_has_the_same_outline() -> None:
    lines = BODY.replace("附录A（资料性）　记录", "附录A\n\n（资料性）\n\n记录").split("\n\n")
    doc = Document(docx.read(build(*(para(line) for line in lines))))
    assert _shown(doc.outline.top) == "foreword 1 scope 2 clause A annex(A.1) bibliography"


def test_the_title_stands_behind_an_introduction_that_has_clauses() -> None:
    title = "<w:r><w:rPr><w:b/></w:rPr><w:t>手工皂　技术要求</w:t></w:r>"
    source = docx.read(
        build(
            "引言", "0.1　背景", "手工皂日益普及。", para(title, properties='<w:jc w:val="center"/>'), "1　范围", "文。"
        )
    )
    assert _shown(Document(source).outline.top) == "introduction(0.1) title 1 scope"


def test_numbered_headings_of_the_foreword_and_the_introduction_stand_inside_them() -> None:
    text = """
        # 前言

        ## 1 起草依据

        # 引言

        ## 1 概述

        ## 2 目的

        # 1 范围

        # 2 规范性引用文件
    """
    assert _tree(text) == "foreword(1) introduction(1 2) 1 scope 2 references"


def test_a_chapter_with_another_kind_of_number_counts_where_it_closes_a_gap() -> None:
    text = """
        3　术语和定义

        四、分类

        5　要求

        七、包装
    """
    assert _tree(text) == "3 terms 4 clause 5 clause"


def test_the_title_is_found_above_a_stray_paragraph() -> None:
    text = """
        # 前言

        本文件由甲提出。

        **螺栓　规范**

        螺栓是重要的零件。

        # 1 范围
    """
    assert [(s.element, s.title) for s in _doc(text).outline.top][1] == ("title", "螺栓　规范")


def test_subclauses_of_an_annex_may_lack_its_letter() -> None:
    text = """
        # 1 范围

        # 附录A（规范性）　方法

        1.1　概述

        方法见图1。

        1.2　步骤

        1.5 g试样加热。
    """
    assert _tree(text) == "1 scope A annex(1.1 1.2)"


def test_a_count_that_nobody_writes_stops_nothing() -> None:
    assert _tree("# 三六、其他") == "36 clause"
