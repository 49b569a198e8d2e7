"""Do not divide the normative references or the bibliography into clauses.

Both are plain lists. Groups of a bibliography may have descriptive headings, but those carry no numbers.

规范性引用文件和参考文献都是一份清单，不分条；参考文献可用不编号的标题分组。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.outline import Section

subdivided_normative_references = Check(
    id="REF011",
    message="“规范性引用文件”不应分条，“{title}”应删除。",
    message_en="Normative references are not divided into subclauses; delete “{title}”.",
    bad="""
        # 2 规范性引用文件

        下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。

        ## 2.1 ⟦国家标准⟧

        GB/T 191　包装储运图示标志

        ## 2.2 国际标准

        ISO 780　包装　图示标志（Packaging — Graphical symbols）
    """,
    good="""
        # 2 规范性引用文件

        下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。

        GB/T 191　包装储运图示标志

        ISO 780　包装　图示标志（Packaging — Graphical symbols）
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ## ⟦法律法规⟧

            中华人民共和国计量法

            ## 标准规范

            GB/T 191　包装储运图示标志
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ### 2.1 ⟦GB/T 191　包装储运图示标志⟧

            ### 2.2 GB/T 6388　运输包装收发货标志
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            GB/T 6388　运输包装收发货标志
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 3 术语和定义

        ## 3.1 一般术语
        """,
        """
        # 2 规范性引用文件

        ## GB/T 97640—2024

        GB/T 191　包装储运图示标志
        """,
    ),
)

subdivided_bibliography = Check(
    id="BIB015",
    message="“参考文献”不应分条，“{title}”不应编号。",
    message_en="A bibliography is not divided into subclauses; “{title}” has no number.",
    bad="""
        # 4 要求

        # 参考文献

        # 1 ⟦国家标准⟧

        [1] GB/T 191　包装储运图示标志

        # 2 国际标准

        [2] ISO 780　Packaging — Graphical symbols
    """,
    good="""
        # 4 要求

        # 参考文献

        # 国家标准

        [1] GB/T 191　包装储运图示标志

        # 国际标准

        [2] ISO 780　Packaging — Graphical symbols
    """,
    more=(
        (
            """
            # 4 要求

            # 参考文献

            1　⟦国家标准⟧

            [1] GB/T 191　包装储运图示标志

            2　国际标准

            [2] ISO 780　Packaging — Graphical symbols
            """,
            """
            # 4 要求

            # 参考文献

            国家标准

            [1] GB/T 191　包装储运图示标志

            国际标准

            [2] ISO 780　Packaging — Graphical symbols
            """,
        ),
        (
            """
            # 4 要求

            # 参考文献

            ## ⟦一、标准⟧

            [1] GB/T 191　包装储运图示标志

            ## 二、专著

            [2] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.
            """,
            """
            # 4 要求

            # 参考文献

            [1] GB/T 191　包装储运图示标志

            [2] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.
            """,
        ),
        (
            """
            # 4 要求

            # 参考文献

            一、⟦法律法规⟧

            [1] 中华人民共和国计量法

            二、标准

            [2] GB/T 191　包装储运图示标志
            """,
            """
            # 4 要求

            # 参考文献

            法律法规

            [1] 中华人民共和国计量法

            标准

            [2] GB/T 191　包装储运图示标志
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        # 参考文献

        ## 国家标准

        [1] GB/T 191　包装储运图示标志
        """,
        """
        # 1 范围

        # 参考文献

        [1] GB/T 191　包装储运图示标志

        # 2 要求

        应完好。

        # 编制说明

        # 1 工作简况

        任务来源。
        """,
    ),
)

_GROUP = patterns.compile(r"标准|文件|文献|法律|法规|规范|规章|政策|资料|国际|国内|国外|其他")
_COUNTED = patterns.compile(r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、.．]|第[一二三]部分")
_RUNNING = patterns.compile(r"[A-Z]{1,3}(?:/[A-Z]+)?\s?\d")


@subdivided_normative_references.finder
@subdivided_bibliography.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.outline.all("references"):
        divided = (part for part in section.children if part.number or _is_group(part))
        if (first := next(divided, None)) is not None:
            yield subdivided_normative_references.at(first.place, title=first.title or first.number)
    if (span := _numbered_group(doc)) is not None:
        yield subdivided_bibliography.at(span, title=doc.text[span[0] : span[1]])


def _is_group(part: Section) -> bool:
    return part.titled and len(part.title) <= 16 and bool(_GROUP.search(part.title)) and not _RUNNING.match(part.title)


def _numbered_group(doc: Document) -> Span | None:
    """Return where the bibliography is divided: below it, behind it with numbers from 1 on, or in its lines."""
    for section in doc.outline.all("bibliography"):
        numbered = next((part for part in section.children if part.number or _COUNTED.match(part.title)), None)
        behind = next(iter(doc.outline.top[doc.outline.top.index(section) + 1 :]), None)
        if numbered is None and behind is not None and _holds_entries(doc, behind):
            numbered = behind
        if numbered is not None:
            return numbered.place
    for entry in doc.entries.bibliography:
        if entry.group and not entry.cell and entry.marker and doc.text[entry.marker[0]] not in "[［【—":
            return entry.span
    return None


def _holds_entries(doc: Document, section: Section) -> bool:
    """Say whether a clause with the number 1 holds nothing but entries with their numbers in brackets."""
    if section.element != "clause" or section.number != "1" or not section.body:
        return False
    return all(doc.blocks[index].label[:1] in ("[", "［") for index in section.body)
