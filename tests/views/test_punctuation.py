"""Which places of a Chinese text have a wrong punctuation mark."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views import punctuation


def found(text: str, kind: str) -> list[str]:
    source = markdown.read(f"# 4 要求\n\n{text}\n".encode())
    sites = [site for block in Document(source).punctuation(kind) for site in block]
    return [source.text[slice(*site.span)] for site in sites]


@pytest.mark.parametrize(
    "text",
    [
        "命令为`设置,保存`。",
        "见https://example.cn/标准,号。",
        "流动相为甲醇:水=1:1。",
        "编号为A-1,A-2。",
        "取函数f(x,点数)的值。",
        "[来源：GB/T 1.1—2020,3.2]",
    ],
)
def test_a_half_width_mark_of_code_numbers_and_sources_is_right(text: str) -> None:
    assert found(text, punctuation.HALF_WIDTH) == []


@pytest.mark.parametrize(
    "text",
    [
        "外观完好,无裂纹。",
        "外观（见图1）,尺寸见表1。",
        "完好, 无裂纹。",
        "按GB/T 191,应包装木箱。",
        "外观完好,5 min后称量。",
    ],
)
def test_a_half_width_comma_of_a_chinese_sentence_is_wrong(text: str) -> None:
    assert found(text, punctuation.HALF_WIDTH) == [","]


@pytest.mark.parametrize(
    "text",
    [
        "按5.2 a)和b)进行。",
        "按（见5.2 a)）进行。",
        "取(0,5]和[0,5)。",
        "（图1(b)）",
        "条件1）和条件2）",
        "坐标为（x, y）。",
    ],
)
def test_markers_of_items_and_intervals_need_no_partner(text: str) -> None:
    assert found(text, punctuation.UNPAIRED) == []
    assert found(text, punctuation.MIXED) == []


def test_a_bracket_whose_partner_stands_in_the_next_paragraph_is_only_cut() -> None:
    assert found("时刻（\n\nUTC时间）表示。", punctuation.UNPAIRED) == []
    assert found("时刻（\n\nUTC时间表示。", punctuation.UNPAIRED) == ["（"]


def test_a_bracket_before_an_item_marker_is_unpaired_rather_than_mixed() -> None:
    assert found("应符合规定（见5.2 a)。", punctuation.UNPAIRED) == ["（"]
    assert found("应符合规定（见5.2)。", punctuation.MIXED) == ["（见5.2)"]


def test_dots_in_series_of_symbols_and_in_code_are_right() -> None:
    assert found("取x1，x2，…，xn和`甲...`。", punctuation.ELLIPSIS) == []
    assert found("取颜色、光泽...，并记录。", punctuation.ELLIPSIS) == ["..."]


def test_a_number_of_a_document_and_its_title_are_set_apart_by_a_space() -> None:
    assert found("按GB/T 2423.1 电工产品 环境试验的规定进行，并记录。", punctuation.SPACE) == []
    assert found("在23 ℃下放置2 h后应能正常 采集，并记录。", punctuation.SPACE) == ["常 采"]


def test_straight_quotes_of_inches_and_data_are_right() -> None:
    assert found('管径为5"和6"，值为{"名称":"样品"}。', punctuation.STRAIGHT) == []
    assert found('以下称为"样品"。', punctuation.STRAIGHT) == ['"样品"']


def test_sites_of_one_paragraph_come_together() -> None:
    source = markdown.read("# 4 要求\n\n甲,乙,丙。\n\n丁,戊。\n".encode())
    assert [len(sites) for sites in Document(source).punctuation(punctuation.HALF_WIDTH)] == [2, 1]


def test_a_curly_quote_with_a_straight_partner_is_no_unpaired_mark() -> None:
    assert found('代号为“A型"。', punctuation.STRAIGHT) == ['“A型"']
    assert found('代号为“A型"。', punctuation.UNPAIRED) == []
