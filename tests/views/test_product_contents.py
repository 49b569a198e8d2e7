"""The contents of a product standard by its scope and its titles."""

from __future__ import annotations

from stdlint.views.product_contents import contents_of, contents_of_title, listed, same


def _names(text: str) -> list[str]:
    return [one.name for one in listed(text, (0, len(text)))]


def test_the_list_of_a_scope_is_taken_apart() -> None:
    text = "本文件规定了修枝剪的分类和标记、技术要求以及包装、运输和贮存，描述了对应的试验方法"
    assert _names(text) == ["分类", "标记", "技术要求", "包装", "运输", "贮存", "试验方法"]
    assert all(text[slice(*one.span)] == one.name for one in listed(text, (0, len(text))))


def test_what_lists_no_two_contents_is_no_list() -> None:
    assert _names("本文件规定了修枝剪的要求。") == []
    assert _names("本文件描述了钢中碳的测定方法。") == []


def test_words_mean_contents_under_their_usual_names() -> None:
    assert contents_of("检验方法") == {"methods"}
    assert contents_of("检验") == {"methods", "inspection"}
    assert contents_of("订货内容") == frozenset()
    assert contents_of("术语与型号", loosely=True) == {"classification"}


def test_a_title_means_something_only_where_all_its_items_do() -> None:
    assert contents_of_title("标志、包装和贮存") == {"marking", "packing"}
    assert contents_of_title("运输、贮存和销售") == frozenset()


def test_transport_and_storage_have_other_names() -> None:
    assert same("运输", "包装与储运")
    assert same("贮存", "运输和储存")
    assert not same("运输", "包装和贮存")
