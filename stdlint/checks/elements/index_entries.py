"""Let the entries of the index stand in pinyin order and name clauses that exist.

A reader looks a word up by its sound and then goes to the clause named. Words with characters of several readings, or
without a place in the table of common characters, are not compared.

索引按关键词的汉语拼音顺序编排，其后给出的章条、附录、图、表的编号要能在文件中找到；多音字和不常用的字不比较。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import LINE_BREAK, Span
from stdlint.views.pinyin import precedes
from stdlint.views.wording import fold

index_out_of_order = Check(
    id="IDX010",
    message="索引项通常按关键词的汉语拼音顺序编排，“{word}”宜排在“{before}”之前。",
    message_en="Index entries are usually in pinyin order; “{word}” precedes “{before}”.",
    bad="""
        # 3 术语和定义

        # 4 要求

        # 索引

        文件……3

        ⟦标准⟧……4
    """,
    good="""
        # 3 术语和定义

        # 4 要求

        # 索引

        标准……4

        文件……3
    """,
    more=(
        (
            """
            # 4 要求

            # 索引

            B

            包装……4

            W

            文件……4

            温度……4

            ⟦维护⟧……4
            """,
            """
            # 4 要求

            # 索引

            B

            包装……4

            W

            维护……4

            温度……4

            文件……4
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        # 索引

        B

        包装……4

        标准……4

        标准化……4

        W

        温室……4

        文件……4

        重量……4

        长度……4

        DNA……4

        瑕疵……4
        """,
        """
        # 4 要求

        # 索引

        standard……4

        document……4
        """,
    ),
)

dangling_index_locator = Check(
    id="IDX011",
    message="索引项“{word}”所指的{locator}不存在。",
    message_en="The index entry “{word}” names {locator}, which does not exist.",
    bad="""
        # 4 要求

        ## 4.1 标志

        应清晰。

        ## 4.2 标签

        应清晰。

        # 索引

        标签……4.2

        标志……⟦4.9⟧
    """,
    good="""
        # 4 要求

        ## 4.1 标志

        应清晰。

        ## 4.2 标签

        应清晰。

        # 索引

        标签……4.2

        标志……4.1
    """,
    more=(
        (
            """
            # 4 要求

            ## 4.1 标志

            标志见附录A和表1。

            ## 4.2 标签

            应清晰。

            表1 标签

            | 项目 | 值 |
            |---|---|
            | 宽 | 1 |

            # 附录A（规范性）标志

            ## A.1 图形

            # 索引

            标签　　4.2，表1，⟦表2⟧，⟦附录B⟧

            标志　　A.1、⟦A.3⟧

            B
            包装……4.1
            标签纸…… 4.2、⟦4.7⟧
            """,
            """
            # 4 要求

            ## 4.1 标志

            标志见附录A和表1。

            ## 4.2 标签

            应清晰。

            表1 标签

            | 项目 | 值 |
            |---|---|
            | 宽 | 1 |

            # 附录A（规范性）标志

            ## A.1 图形

            # 索引

            标签　　4.2，表1，附录A

            标志　　A.1、A.1

            B
            包装……4.1
            标签纸…… 4.2、4.1
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        # 4 要求

        # 索引

        标准……12

        文件……3.1

        USB 2.0 接口……4
        """,
    ),
)

_NUMBER = r"(?:第?\d+(?:\.\d+)*章?|[A-Z]\.\d+(?:\.\d+)*|(?:附录|表|图)\s?(?:[A-Z]\.?)?\d*)"
_PLACES = rf"(?P<places>{_NUMBER}(?:[\s、，,；;和]+{_NUMBER})*)"
_LEADER = r"[\s\u3000]*(?:[…⋯]+|\.{3,}|·{3,})[\s\u3000….]*"
_ITEM = patterns.compile(rf"(?P<word>[^\s…⋯][^\n…⋯]*?){_LEADER}{_PLACES}(?=\s|$)")
_SPACED = patterns.compile(rf"\s*(?P<word>\S[^\n…⋯]*?[\p{{Han}}A-Za-z）)])[\s\u3000]+{_PLACES}\s*")
_LETTER = patterns.compile(r"[A-Z]\s+(?=\p{Han})")
_PLACE = patterns.compile(r"附录\s?[A-Z]|[表图]\s?(?:[A-Z]\.)?\d+|[A-Z](?:\.\d+)+|\d+(?:\.\d+)+")


class _Item(NamedTuple):
    """An entry of the index: its keyword, and where keyword and numbers stand."""

    word: str
    span: Span
    places: Span


@index_out_of_order.finder
@dangling_index_locator.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.outline.all("index"):
        items = [item for index in section.blocks() for item in _items(doc, index)]
        yield from _disorder(items)
        if items:
            yield from _dangling(doc, items)


def _items(doc: Document, index: int) -> Iterator[_Item]:
    start, end = doc.blocks[index].span
    for line in doc.text[start:end].split(LINE_BREAK):
        found = list(_ITEM.finditer(line)) or [match for match in [_SPACED.fullmatch(line)] if match]
        for match in found:
            letter = _LETTER.match(match["word"])
            first = match.start("word") + (letter.end() if letter else 0)
            span = (start + first, start + match.end("word"))
            places = (start + match.start("places"), start + match.end("places"))
            yield _Item(doc.text[slice(*span)], span, places)
        start += len(line) + 1


def _disorder(items: list[_Item]) -> Iterator[Finding]:
    """Report the first keyword that belongs in front of the one above it."""
    for above, item in pairwise(items):
        if precedes(item.word, above.word):
            yield index_out_of_order.at(item.span, word=item.word, before=above.word)
            return


def _dangling(doc: Document, items: list[_Item]) -> Iterator[Finding]:
    known = {section.number for section in doc.walk()} | {fold(block.label) for block in doc.blocks if block.label}
    known |= {entry.number for entry in doc.terms.entries}
    known |= {f"附录{section.number}" for section in doc.outline.all("annex")}
    for item in items:
        for match in _PLACE.finditer(doc.text, *item.places):
            if fold(match.group()) not in known:
                yield dangling_index_locator.at(match.span(), word=item.word, locator=match.group())
