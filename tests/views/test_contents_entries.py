"""Entries of the table of contents are read in the shapes that drafts give them."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.contents_entries import page_value

BODY = "\n\n# 前言\n\n甲。\n\n# 1 范围\n\n甲。\n\n# 2 要求\n\n甲。\n\n# 附录A（资料性）　记录\n\n甲。\n"


def read(contents: str) -> list[tuple[str, str, str, str]]:
    found = Document(markdown.read(f"# 目次\n\n{contents}{BODY}".encode())).contents
    assert found is not None
    return [(entry.kind, entry.number, entry.title, entry.page) for entry in found.entries]


WANTED = [
    ("foreword", "", "前言", "Ⅱ"),
    ("clause", "1", "范围", "1"),
    ("clause", "2", "要求", "2"),
    ("annex", "A", "记录", "3"),
]
LINES = ("前言{}Ⅱ", "1　范围{}1", "2　要求{}2", "附录A（资料性）　记录{}3")


@pytest.mark.parametrize("leader", ["……", " …… ", "...........", ". . . . . ", "········"])
@pytest.mark.parametrize("join", ["\n\n", "\n\n- "])
def test_lines_with_leaders(leader: str, join: str) -> None:
    assert read(join.lstrip("\n").replace("-", "-") + join.join(LINES).format(*[leader] * 4)) == WANTED


def test_cells_of_a_table() -> None:
    rows = "\n".join(f"| {line.format(' | ')} |" for line in LINES)
    assert read(f"| 内容 | 页码 |\n|---|---|\n{rows}")[-4:] == WANTED


def test_an_entry_over_two_lines() -> None:
    assert read("前言……Ⅱ\n\n1　范围……1\n\n2　要求……2\n\n附录A（资料性）\n\n记录……3") == WANTED


def test_running_heads_are_no_entries() -> None:
    assert read("前言……Ⅱ\n\n1　范围……1\n\nGB/T 1234—2020\n\n2　要求……2\n\n附录A（资料性）　记录……3") == WANTED


@pytest.mark.parametrize(("page", "value"), [("12", 12), ("Ⅳ", 4), ("IV", 4), ("iii", 3), ("XII", 12), ("", 0)])
def test_pages_in_both_numerals(page: str, value: int) -> None:
    assert page_value(page) == value
