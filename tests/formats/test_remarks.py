"""Comments that say something to stdlint are found in both formats, with the words of which they speak."""

from __future__ import annotations

import pytest

from stdlint.formats import docx, markdown
from stdlint.model import Source
from tests import docx_builder as word

SAID = "stdlint: ignore MOD010 理由"
C = f"<!-- {SAID} -->"


def _read(text: str) -> Source:
    return markdown.read(text.encode())


def _places(text: str) -> list[tuple[str, bool, int]]:
    """Return the text from the beginning of the block up to each comment, whether it stands apart, and its line."""
    source = _read(text)
    blocks = [block.span[0] for block in source.blocks]
    return [
        (source.text[max([at for at in blocks if at <= r.span[0]], default=0) : r.span[0]], r.apart, r.line)
        for r in source.remarks
    ]


def _following(text: str) -> list[str]:
    source = _read(text)
    return [source.text[r.span[0] :].split("\n")[0] for r in source.remarks]


@pytest.mark.parametrize(
    ("text", "following", "line"),
    [
        (f"{C}\n\n# 5 要求\n\n甲\n", "5", 1),
        (f"# 5 要求\n{C}\n甲\n", "甲", 2),
        (f"甲\n\n{C}\n## 5.1 乙\n", "5.1", 3),
        (f"甲\n{C}\n乙\n", "乙", 2),
        (f"> 甲\n> {C}\n> 乙\n", "乙", 2),
        (f"- 甲\n{C}\n- 丙\n", "——", 2),
        (f"- {C}\n  丙\n", "——", 1),
        (f"1. 甲\n\n   {C}\n\n   乙\n", "乙", 3),
        (f"{C}\n\n![](a.png)\n\n图1 标题\n", "\ufffc", 1),
        (f"甲\n\n{C}\n\n$$\na=b\n$$\n", "\ufffc", 3),
        (f"---\ntitle: x\n---\n{C}\n甲\n", "甲", 4),
        (f"甲\n\n{C}", "", 3),
        (f"甲\n\n<!-- {SAID}\n   第二行 -->\n\n乙\n", "乙", 3),
    ],
)
def test_a_comment_that_stands_apart_is_at_the_next_block(text: str, following: str, line: int) -> None:
    assert _following(text) == [following]
    assert [(r.apart, r.line) for r in _read(text).remarks] == [(True, line)]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (f"甲乙{C}丙\n", "甲乙"),
        (f"甲乙\n     {C}\n丙\n", "甲乙"),
        (f"**甲乙** {C}\n\n丙\n", "甲乙"),
        (f"{C} 甲\n", ""),
        (f"# 5 要求 {C}\n\n甲\n", "要求"),
        (f"| a | b |\n|---|---|\n| x | {C} y |\n", ""),
        (f"| a | b |\n|---|---|\n| x {C} | y |\n", "x"),
        (f"| a | b |\n|---|---|\n| x | {C} |\n", "x"),
        (f"<table><tr><td>甲</td><td>{C}乙</td></tr></table>\n", ""),
        (f"甲[^1]\n\n[^1]: 乙{C}丙\n", "乙"),
    ],
)
def test_a_comment_inside_a_block_is_where_it_stands(text: str, before: str) -> None:
    assert [(said, apart) for said, apart, _ in _places(text)] == [(before, False)]


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{C}\n```\n",
        f"`{C}` 甲\n",
        f"甲\n\n    {C}\n",
        f"甲\\{C}\n",
        f"---\ntitle: {C}\n---\n甲\n",
        "甲 <!-- 待定 -->\n",
        "stdlint 甲\n",
        f"甲 {C[:-3]}\n",
    ],
)
def test_what_is_no_comment_to_stdlint_is_none(text: str) -> None:
    assert _read(text).remarks == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_comments_are_found_in_every_encoding_and_with_windows_line_ends(encoding: str) -> None:
    text = f"# 5 要求\r\n\r\n产品应通过检验。\r\n\r\n{C}\r\n乙乙\r\n"
    source = markdown.read(text.encode(encoding))
    assert [(r.text, r.apart, r.line, source.text[r.span[0] :]) for r in source.remarks] == [(SAID, True, 5, "乙乙\n")]


def test_a_file_without_such_a_comment_is_not_scanned(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: bytes) -> tuple[str, str]:
        raise AssertionError("the file is decoded again")

    quiet, spoken = _read("stdlint <!-- 待定 --> 甲\n"), _read(f"甲 {C}\n")
    monkeypatch.setattr("stdlint.formats.markdown.remarks.decode", refuse)
    assert quiet.remarks == []
    with pytest.raises(AssertionError):
        _ = spoken.remarks


def commented(*comments: str, body: str) -> bytes:
    """Return a Word file with comments numbered from 0, their texts cut into runs of three characters."""
    said = "".join(
        f'<w:comment w:id="{n}" w:author="甲">{word.para(word.runs(text, 3))}</w:comment>'
        for n, text in enumerate(comments)
    )
    return word.build(
        body, extra={"word/comments.xml": word.part("comments", said)}, related={"comments.xml": "comments"}
    )


def on(number: int, content: str) -> str:
    """Return runs with a comment on them."""
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{at(number)}'


def at(number: int) -> str:
    """Return the mark of a comment, which hangs on a point if no words are given."""
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def test_a_comment_of_word_has_the_words_on_which_it_lies() -> None:
    body = word.para(word.run("产品") + on(0, word.runs("必须好")) + word.run("。")) + word.para(word.run("后") + at(1))
    source = docx.read(commented(SAID, "Stdlint：忽略 MOD", body=body))
    assert [(r.text, source.text[slice(*r.span)], r.apart, r.line) for r in source.remarks] == [
        (SAID, "必须好", False, 0),
        ("Stdlint：忽略 MOD", "", False, 0),
    ]
    assert source.text[: source.remarks[1].span[0]].endswith("后")


def test_an_answer_and_a_comment_on_several_paragraphs_are_found() -> None:
    body = word.para('<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>' + word.run("甲甲")) + word.para(
        word.run("乙乙") + '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/>' + at(0) + at(1)
    )
    source = docx.read(commented(SAID, "stdlint: ignore REF", body=body))
    assert [source.text[slice(*r.span)] for r in source.remarks] == ["甲甲\n乙乙"] * 2


def test_the_layout_of_a_word_file_without_such_a_comment_is_not_read() -> None:
    source = docx.read(commented("请核对", body=word.para(on(0, word.run("必须")))))
    assert source.remarks == []
    assert source._layout is None


def test_a_file_of_nothing_but_a_comment_says_nothing() -> None:
    assert _read(f"{C}\n").remarks == []
    assert docx.read(commented(SAID, body=f"<w:p>{at(0)}</w:p>")).remarks == []


def test_where_only_the_layout_can_tell_a_comment_hangs_on_a_point() -> None:
    one, other = word.para(word.run("甲甲") + at(0)), word.para(word.run("乙") + on(1, word.run("丙丙")))
    source = docx.read(commented(SAID, SAID, body=one + other))
    assert [source.text[slice(*r.span)] for r in source.remarks] == ["", "丙丙"]
    assert source.text[: source.remarks[0].span[0]] == "甲甲"


def test_the_layout_is_not_read_for_comments_on_words() -> None:
    source = docx.read(commented(SAID, body=word.para(word.run("乙") + on(0, word.run("丙丙")))))
    assert [source.text[slice(*r.span)] for r in source.remarks] == ["丙丙"]
    assert source._layout is None
