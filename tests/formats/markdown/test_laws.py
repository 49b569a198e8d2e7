from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from stdlint.formats import labels
from stdlint.formats.markdown import read, where, write
from stdlint.formats.markdown.decode import decode
from stdlint.model import Edit, ReadError, Source

SEED = Path(__file__).parents[3] / "fixtures" / "service-excellence.md"

WORDS = st.text(alphabet="产品检验温度", min_size=1, max_size=8)
INLINE = st.sampled_from(
    [
        "**{}**",
        "*{}*",
        "`{}`",
        "[{}](https://a.b/c)",
        "{}，",
        "{} kPa ",
        "Xyz**{}m**",
        "xyz",
        "{}&lt;",
        "{}\\*",
        "{}<br>",
        "~~{}~~",
        "<b>{}</b>",
        "$x_1$",
        "![{}](a.png)",
        "{}[^1]",
        "<https://a.b/c>",
        "{}<!-- {} -->",
        "{}&nbsp;&#8212;",
        "5*3 ",
        "**{}：**",
        "{}。",
        "{}^[{}]",
        "[{}]{{.b}}",
        "{}{{{{ a_b }}}}",
        "{}{{% b %}}",
        "\\(x_1\\)",
        "`{}`{{=html}}",
        "![{}](a.png){{#b}}",
    ]
)
PIECE = st.builds(lambda form, words: form.replace("{}", words), INLINE, WORDS)
LINE = st.builds(
    lambda first, rest: first + "".join(words + piece for words, piece in rest),
    PIECE | WORDS,
    st.lists(st.tuples(WORDS, PIECE | WORDS), max_size=2),
)
BLOCK = st.sampled_from(
    [
        "# 1 {}\n",
        "# {} {{#a .b}}\n",
        "### 3.1\n",
        "{}\n{}\n{}\n",
        "{}  \n{}\\\n{}\n",
        "- {}\n- {}\n    - {}\n\n    {}\n",
        "1. {}\n2. {}\n   {}\n",
        "1) {}\n2) {}\n",
        "a) {}；\n   1) {}；\nb) {}。\n",
        "——{}；\n——{}。\n",
        "> {}\n> {}\n>\n> 注：{}\n",
        "注1：{}\n注2：{}\n",
        "4.1 {}\n\n4.2 {}\n",
        "{}。\n[来源：GB/T 1.1—2020，{}]\n",
        "| {} | {} |\n|---|---|\n| {} | 注：{} |\n",
        "| a |\n|---|\n| 注1：{} |\n| 注2：{} |\n",
        "<table>\n<tr><td>{}</td><td>{}</td></tr>\n</table>\n",
        '<div align="center">表1　{}</div>\n',
        "```\n{}\n  {}\n```\n",
        "　　{}\n",
        "    {}\n",
        "{}\n===\n",
        "[^1]: {}\n    {}\n",
        "$$\nE=mc^2\n$$ （1）\n",
        "式中：\nF——{}；\nm——{}。\n",
        "[^1]: {}\n",
        "---\n",
        "{}\n: {}\n",
        "{}\n\n:   {}\n    {}\n",
        "| a |\n|---|\n| {} |\n\n: {} {{#b}}\n",
        "- [ ] {}\n- [x] {}\n",
        '!!! note "{}"\n\n    {}\n\n    - {}\n',
        "::: note\n{}\n:::\n",
        "> [!NOTE] {}\n> {}\n",
        "| {}\n| {}\n",
        "+----+----+\n| {} | {} |\n| {} | {} |\n+====+====+\n| {} | {} |\n+----+----+\n",
        "{}    {}\n----  ----\n{}    {}\n",
        "(@) {}\n(@a) {}\n",
        "#. {}\n#. {}\n",
        "\\begin{{equation}}\nx_1 \\tag{{2}}\n\\end{{equation}}\n",
        "\\[ x_1 \\tag{{3}} \\]\n",
        "\\[\nx_1\n\\]\n",
        "<pre>\n{}\n\n{}</pre>\n",
        "- {}\n\n      x = 1\n",
        "{}\n{{: .b}}\n",
        "[b]: https://a.b/c\n  'x'\n{}\n",
        "include::{}[]\n",
        "{{% include {} %}}\n",
        "\\newpage\n",
    ]
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw a draft of a few blocks."""
    parts = []
    for form in draw(st.lists(BLOCK, min_size=1, max_size=6)):
        while "{}" in form:
            form = form.replace("{}", draw(LINE), 1)
        parts.append(form.replace("{{", "{").replace("}}", "}"))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return "\n".join(parts).replace("\n", end)


def check_origins(source: Source) -> None:
    raw, _ = decode(source.data)
    locked = {offset for start, end in source.locked for offset in range(start, end)}
    for offset, character in enumerate(source.text):
        origin = source.origin(offset)
        if origin.node >= 0 and offset not in locked:
            assert raw[origin.offset] == character
        assert where(source, offset) >= (1, 1)


def check_blocks(source: Source) -> None:
    end = -1
    for block in source.blocks:
        assert block.span[0] == end + 1
        end = block.span[1]
        assert source.text[end] == "\n"
        assert "\n" not in source.text[block.span[0] : end]
    assert len(source.text) == end + 1


def editable_span(source: Source, start: int, end: int) -> bool:
    block = next(block for block in source.blocks if block.span[0] <= start <= block.span[1])
    if block.kind == "code" and start == block.span[0] and not source.editable(start, start + 1):
        return False
    return block.kind != "label" and end <= block.span[1] and source.editable(start, end)


def label_stays(source: Source, edit: Edit) -> bool:
    """Say whether the paragraph has the same label, if any, after the edit: labels depend on what follows them."""
    block = next(block for block in source.blocks if block.span[0] <= edit.start <= block.span[1])
    start, end = block.span
    label = f"{block.label} " if block.typed and block.label else ""
    before = label + source.text[start:end]
    after = label + source.text[start : edit.start] + edit.text + source.text[edit.end : end]
    heading, strong, item = block.kind == "heading", block.bold or block.centred, block.kind == "item"
    first = labels.split(before, heading=heading, strong=strong, item=item)
    second = labels.split(after, heading=heading, strong=strong, item=item)
    return (first and first[:2]) == (second and second[:2])


def check_law(source: Source, edit: Edit) -> None:
    expected = source.text[: edit.start] + edit.text + source.text[edit.end :]
    assert read(write(source, [edit])).text == expected


@given(documents())
@settings(max_examples=300, deadline=None)
def test_every_character_stands_where_its_origin_says(text: str) -> None:
    source = read(text.encode())
    check_blocks(source)
    check_origins(source)
    assert write(source, []) == source.data


@given(documents(), st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_edit_changes_what_it_says_and_nothing_else(text: str, data: st.DataObject) -> None:
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
    source = read(text.encode(encoding))
    assume(source.text)
    start = data.draw(st.integers(0, len(source.text) - 1))
    end = min(start + data.draw(st.integers(0, 6)), len(source.text))
    assume(editable_span(source, start, end))
    edit = Edit(start, end, data.draw(WORDS))
    assume(label_stays(source, edit))
    check_law(source, edit)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_the_seed_obeys_the_law(data: st.DataObject) -> None:
    source = read(SEED.read_bytes())
    start = data.draw(st.integers(0, len(source.text) - 1))
    end = min(start + data.draw(st.integers(0, 6)), len(source.text))
    assume(editable_span(source, start, end))
    edit = Edit(start, end, data.draw(WORDS))
    assume(label_stays(source, edit))
    check_law(source, edit)


def test_the_origins_of_the_seed() -> None:
    source = read(SEED.read_bytes())
    check_blocks(source)
    check_origins(source)


SYNTAX = st.text(alphabet="#*_`~[]()<>!&$|\\-+=:1.)a \t\n\r>{}/^—注：表1，产\u3000\ufeff\"'@%?xT", max_size=120)


@given(SYNTAX)
@settings(max_examples=500, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        source = read(text.encode())
    except ReadError:
        return
    check_blocks(source)
    check_origins(source)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_no_bytes_break_the_reader(data: bytes) -> None:
    with contextlib.suppress(ReadError):
        check_blocks(read(data))


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "*",
        "<",
        "$",
        "`",
        ">",
        "**a",
        "[a](",
        '<a b="',
        "- ",
        "~~a",
        "$a ",
        "![",
        "\\",
        "&a;",
        "*a ",
        "_a",
        "](",
        "|",
        "$$",
        "<!--",
        "``a`",
        "<td colspan=99>",
        "[^a]",
        "(",
        "a\n",
        "|\n",
        "1) ",
        "a**b_",
        "<table>",
        "<p>",
        "{",
        "[a][",
        "\t",
        "-\n",
        "[^a]:",
        "> [a]: ",
        "[a]: /u '\n",
        "^[",
        "^[a]",
        "\\(",
        "\\(a_",
        "\\[\n",
        "{{",
        "{%a",
        "a]{.b ",
        "{.b#",
        ": ",
        ":   a\n\n",
        "a\n: b\n",
        "!!! a\n\n    ",
        "--8<--\n",
        "--- ---\n",
        "a\n--- ---\n\n",
        "---\na\n--- ---\n",
        "+--+\n",
        "| a\n",
        "\\begin{a}\n",
        "<?",
        "<![CDATA[",
        "<div ",
        "</td",
        "`a`{",
        "`a|` ",
        "(@) a\n",
        "#. a\n",
        "- [ ] ",
        "甲\n\n",
        "# 甲\n",
        "甲　\n\n",
    ],
)
def test_long_runs_of_syntax_take_linear_time(text: str) -> None:
    data = (text * (200_000 // len(text))).encode()
    check_blocks(read(data))
