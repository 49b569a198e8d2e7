"""Which notes and examples belong together, and what introduces them in a wrong form."""

from __future__ import annotations

import inspect

from stdlint.document import Document
from stdlint.formats import markdown


def _document(text: str) -> Document:
    return Document(markdown.read(inspect.cleandoc(text).encode()))


def _series(text: str) -> list[list[str]]:
    doc = _document(text)
    return [[doc.text[slice(*member.label)] for member in one.members] for one in doc.note_series]


def _leads(text: str) -> list[tuple[str, str, int]]:
    doc = _document(text)
    return [(lead.kind, doc.text[slice(*lead.span)].strip(), lead.number) for lead in doc.note_leads]


def test_clauses_and_term_entries_have_series_of_their_own() -> None:
    assert _series("""
        # 3 术语和定义

        ### 3.1

        文件　document

        信息。

        注1：甲。

        注2：乙。

        # 4 要求

        ## 4.1 外观

        外观应完好。

        注：丙。

        示例：丁。
    """) == [["注1：", "注2："], ["注："], ["示例："]]


def test_notes_in_a_table_are_apart_from_those_of_the_clause() -> None:
    assert _series("""
        # 4 要求

        尺寸应符合表1的规定。

        注：甲。

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
        | 注：乙。 |
    """) == [["注："], ["注："]]


def test_a_note_below_a_table_belongs_to_whichever_series_it_completes() -> None:
    text = """
        # 4 要求

        尺寸应符合表1的规定。

        {}

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        {}
    """
    assert _series(text.format("注1：甲。", "注2：乙。")) == [["注1：", "注2："]]
    assert _series(text.format("注：甲。", "注：乙。")) == [["注："], ["注："]]


def test_notes_in_one_paragraph_count_each() -> None:
    assert _series("# 4 要求\n\n应完好。\n\n注1：甲。注2：乙。\n") == [["注1：", "注2："]]


def test_a_wrong_lead_counts_as_a_note() -> None:
    doc = _document("# 4 要求\n\n应完好。\n\n注1、甲。\n\n注2：乙。\n")
    assert [one.break_at for one in doc.note_series] == [-1]


def test_wrong_leads_are_told_with_their_numbers() -> None:
    assert _leads("""
        # 4 要求

        应完好。

        备注2：甲。

        注①：乙。

        注三：丙。

        （注：丁。）

        例1　戊。

        【示例】己。
    """) == [
        ("note", "备注2：", 2),
        ("note", "注①：", 1),
        ("note", "注三：", 3),
        ("note", "（注：", 0),
        ("example", "例1", 1),
        ("example", "【示例】", 0),
    ]


def test_keys_forms_and_running_text_are_no_leads() -> None:
    assert (
        _leads("""
        # 4 要求

        注意：甲。注1和注2适用。

        说明：1——乙。

        例外情况见附录A。

        | 备注：丙 | 丁 |
        |---|---|
        | 1 | 2 |

        # 附录A（资料性）　记录表

        备注：戊。
    """)
        == []
    )


def test_circled_and_bare_raised_figures_are_footnotes_under_a_text_that_carries_them() -> None:
    doc = _document("# 4 要求\n\n试剂①和溶液②应合格。\n\n① 甲。\n\n② 乙。\n\n试样¹应干燥。\n\n¹ 丙。\n")
    assert [note.kind for note in doc.notes] == ["footnote", "footnote", "footnote"]
    assert [one.number for one in doc.text_footnotes] == [1, 2, 1]


def test_a_list_with_circled_figures_is_no_footnote() -> None:
    assert _document("# 4 要求\n\n包括下列试剂①：\n\n① 甲；\n\n② 乙。\n").notes == []
