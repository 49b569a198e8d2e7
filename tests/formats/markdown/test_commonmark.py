"""Compare the blocks and texts with those of markdown-it-py, where stdlint does not differ on purpose."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from stdlint.formats.markdown import read
from stdlint.model import LINE_BREAK, OBJECT

PARSER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
WORDLESS = {"softbreak": " ", "hardbreak": LINE_BREAK, "image": OBJECT}

SAMPLES = [
    "# one\n\n## two ##\n\n### three #\n\n#four\n\n####### seven\n",
    "# *a* `b` [c](d)\n",
    "one\n===\n\ntwo\nlines\n---\n\n---\n\n***\n\n_ _ _\n",
    "para\nwrapped  \nhard\\\nbreak\n\nnext\n",
    "- a\n- b\n  - c\n    - d\n- e\n",
    "- a\n\n- b\n\n  para\n\n  - c\n",
    "* a\n+ b\n- c\n",
    "- a\n    - b\n        - c\n",
    "-\ta\n\t- b\n\n\tpara\n",
    "1. a\n2. b\n   - c\n3. d\n",
    "para\n- item\npara lazy\n",
    "para\n2. no item\n",
    "para\n1. item\n",
    "- a\n\n\n- b\n",
    "-\n  a\n",
    "- # heading\n- para\n",
    "> quote\nlazy\n> more\n\n> other\n",
    "> - a\n>   b\n> - c\n\npara\n",
    "> # h\n> para\n>> deep\n",
    "- > quote in item\n\n  para\n",
    "```\ncode *a*\n\n  more\n```\npara\n",
    "~~~ python\na\n```\n~~~\n",
    "````\n```\n````\n",
    "```\nopen to the end\n",
    "- ```\n  code\n  ```\n- b\n",
    "para\n\n    code\n      more\n\n    third\n\npara\n",
    "para\n    continued\n",
    "| a | b |\n|---|:-:|\n| c | `d` |\n| e \\| f | **g** |\n\npara\n",
    "a | b\n--- | ---\nc | d\n",
    "para\n| a |\n|---|\n| b |\n",
    "| a | b |\n|---|\n",
    "*a* **b** ***c*** _d_ __e__ *f **g** h* **i *j* k**\n",
    "a*b*c a_b_c 5 * 3 * 2 ** x ** *a_ _b*\n",
    "**a* b *c** d* *e**\n",
    "*a [b*](c) d*\n",
    "`a*b*` ``c ` d`` ` e ` `f\n",
    "[a](b) [c](<d e> 'f') [g] [h](i j) [k](l(m)n) \\[o](p)\n",
    "[a [b](c) d](e)\n",
    "![a](b) [![c](d)](e) ![f]\n",
    "[a] [b][a] [a][] [c][d]\n\n[a]: http://x 'title'\n",
    "<http://a.b> <c@d.e> <f g> a < b > c\n",
    "a <b>c</b> <i title='x>y'>d</i> <!-- e --> f\n",
    "&lt; &amp; &#8212; &nbsp;x &notanentity; &copy\n",
    "\\*a\\* \\_ \\a \\\\ \\`b\\`\n",
    "~~a~~ b~c ~~d\n",
    "中文**强调**中文，*也*强调。\n换行\n",
    "a\n\n\n\nb\n",
    "   # indented\n\n   para\n",
    "a  \n  b\n",
    "# \n\n##\n",
]


def plain(tokens: list[Token] | None) -> str:
    parts = []
    for token in tokens or []:
        if token.type in WORDLESS:
            parts.append(WORDLESS[token.type])
        elif token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
    return "".join(parts)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def theirs(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    stack: list[str] = []
    fresh = False
    for token in PARSER.parse(text):
        if token.type in ("fence", "code_block"):
            if token.content.strip():
                found.append(("code", squeezed(token.content)))
            fresh = False
        elif token.type == "inline":
            words = squeezed(plain(token.children))
            inner = stack[-1]
            if inner in ("th", "td"):
                kind = "cell"
            elif inner.startswith("heading"):
                kind = "quote" if "blockquote" in stack else "heading" + inner[-1]
            elif fresh and stack[-2] == "list_item":
                kind = "quote" if "blockquote" in stack else "item"
            else:
                kind = "quote" if "blockquote" in stack else "para"
            fresh = False
            if words:
                found.append((kind, words))
        elif token.nesting == 1:
            stack.append(token.type.removesuffix("_open") + (token.tag[1] if token.type == "heading_open" else ""))
            fresh = token.type == "list_item_open" or (fresh and token.type == "paragraph_open")
        elif token.nesting == -1:
            stack.pop()
    return found


def ours(text: str) -> list[tuple[str, str]]:
    source = read(text.encode())
    return [
        (block.kind + (str(block.level) if block.kind == "heading" else ""), squeezed(source.text[slice(*block.span)]))
        for block in source.blocks
        if block.kind != "label" and source.text[slice(*block.span)].strip()
    ]


@pytest.mark.parametrize("text", SAMPLES)
def test_blocks_and_texts_are_those_of_commonmark(text: str) -> None:
    assert ours(text) == theirs(text)


INLINE = st.lists(
    st.sampled_from(["*", "**", "_", "a", " b ", "`", "[", "[a](u)", "]", "\\", "!", "(", ")", "<b>", "&lt;"]),
    max_size=14,
).map("".join)


@given(INLINE)
@settings(max_examples=500, deadline=None)
def test_inline_syntax_is_that_of_commonmark(text: str) -> None:
    text = "xx" + text + "xx"
    assert ours(text) == theirs(text)


LINES = st.lists(
    st.sampled_from(
        ["a", "- a", "  - b", "  c", "    d", "> e", "> - f", "", "# g", "```", "1. h", "   i", "---", "* k"]
    ),
    max_size=9,
)


@given(LINES)
@settings(max_examples=500, deadline=None)
def test_block_structure_is_that_of_commonmark(lines: list[str]) -> None:
    text = "x\n\n" + "\n".join(lines)
    assert ours(text) == theirs(text)
