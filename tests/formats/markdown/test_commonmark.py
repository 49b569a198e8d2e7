"""Compare the blocks and texts with those of markdown-it-py, where stdlint does not differ on purpose."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
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


HTML_BLOCKS = re.compile(
    r"(?:address|article|aside|blockquote|body|caption|center|d[dlt]|details|div|fig\w+|footer|form|h[1-6]|head(?:er)?"
    r"|hr|html|li|main|nav|[ou]l|p|pre|section|summary|table|t(?:body|[dhr]|foot|head))"
)
"""Tags that begin and end a paragraph."""


class Page(HTMLParser):
    """The paragraphs of an HTML block as a browser shows them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.words = ""

    def end(self) -> list[tuple[str, str]]:
        inner = next((tag for tag in reversed(self.open) if tag in ("td", "th", "pre", "li")), "")
        kind = {"td": "cell", "th": "cell", "pre": "code", "li": "item"}.get(inner, "para")
        if kind == "code":
            words = code(self.words)
        else:
            words = squeezed(plain(PARSER.parseInline(self.words.strip())[0].children))
        if words:
            self.found.append((kind, words))
        self.words = ""
        return self.found

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if HTML_BLOCKS.fullmatch(tag):
            self.end()
        if tag in ("img", "br"):
            self.words += OBJECT if tag == "img" else LINE_BREAK
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if HTML_BLOCKS.fullmatch(tag):
            self.end()
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.words += data


def plain(tokens: list[Token] | None) -> str:
    parts = []
    for token in tokens or []:
        if token.type in WORDLESS:
            parts.append(WORDLESS[token.type])
        elif token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type == "html_inline" and token.content.startswith("<img"):
            parts.append(OBJECT)
    return "".join(parts)


def squeezed(text: str) -> str:
    """Return a text with single blanks, and none between Chinese characters."""
    return re.sub(r"(?<=[\u3001-\uffef]) (?=[\u3001-\uffef])", "", " ".join(text.split()))


def code(text: str) -> str:
    """Return code without the indent of its lines: what is left of a tab is counted in one way or another."""
    return "\n".join(line.strip() for line in text.strip().splitlines())


def theirs(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    stack: list[str] = []
    fresh = False
    for token in PARSER.parse(text):
        quoted = "blockquote" in stack
        if token.type in ("fence", "code_block"):
            found.append(("code", code(token.content)))
            fresh = False
        elif token.type == "html_block":
            page = Page()
            page.feed(token.content)
            found += [("quote" if quoted and kind == "para" else kind, words) for kind, words in page.end()]
        elif token.type == "inline":
            inner = stack[-1]
            kind = "quote" if quoted else "para"
            if inner in ("th", "td"):
                kind = "cell"
            elif inner.startswith("heading") and not quoted:
                kind = "heading" + inner[-1]
            elif fresh and stack[-2:-1] == ["list_item"] and not quoted:
                kind = "item"
            fresh = False
            found.append((kind, squeezed(plain(token.children))))
        elif token.nesting == 1:
            stack.append(token.type.removesuffix("_open") + (token.tag[1] if token.type == "heading_open" else ""))
            fresh = token.type == "list_item_open" or (fresh and token.type == "paragraph_open")
        elif token.nesting == -1:
            stack.pop()
    return [(kind, words) for kind, words in found if words]


def ours(text: str) -> list[tuple[str, str]]:
    source = read(text.encode())
    found = []
    for block in source.blocks:
        words = source.text[slice(*block.span)]
        kind = block.kind + (str(block.level) if block.kind == "heading" else "")
        words = code(words.replace(LINE_BREAK, "\n")) if kind == "code" else squeezed(words)
        if words and kind != "label":
            found.append((kind, words))
    return found


EXAMPLES = json.loads((Path(__file__).parents[2] / "data" / "commonmark-examples.json").read_text(encoding="utf-8"))
DIFFERENT = {
    "commonmark 148": "an HTML table goes on to its end tag, blank lines or not: OCR writes them so",
    "commonmark 180": "a browser ends “<?…” at the first “>”, the specification at “?>”, and so does stdlint",
    "commonmark 191": "an HTML table goes on to its end tag, whatever the indent of its lines",
    "commonmark 356": "an asterisk between two digits is a multiplication sign in a draft standard",
    "gfm 202": "a line without “|” ends a table: authors write the next paragraph straight below it",
    "gfm 204": "cells beyond the last column of the head are read: their text is in the draft",
}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (f"{spec} {example['number']}", example["markdown"])
        for spec in ("commonmark", "gfm")
        for example in EXAMPLES[spec]
    ],
)
def test_the_examples_of_the_specifications_read_as_they_say(name: str, text: str) -> None:
    assert (ours(text) == theirs(text)) == (name not in DIFFERENT)


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
    assume(re.search(r"\\\(.*\\\)", text) is None)  # a formula of TeX, which CommonMark does not know
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
