"""Give a vocabulary its term entries, indexes to find them by, and groups once there are many.

Nothing but term entries makes a vocabulary; its readers come with a word, Chinese or foreign, and look it up in an
index, and they understand a concept from those beside it.

术语标准的核心是术语条目；读者按中文或外文词语查找，因此有索引；条目较多时按概念体系分组。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.pinyin import precedes
from stdlint.views.terms import Entry
from stdlint.views.wording import fold

_MIXED = "电压信号频率滤波带宽噪声衰减增益天线调制相位终端波形功率阻抗耦合失真采样编码基站载波码元"
_SORTED = "保护波长仓库错误电流反馈方法管理函数基准控制脉冲频率平台热阻时钟特性完整误差信道增益"
"""Terms of two characters each."""


def _list(terms: str, group: str = "", indent: int = 8) -> str:
    """Return the entries of an example."""
    words = [terms[at : at + 2] for at in range(0, len(terms), 2)]
    gap = "\n\n" + " " * indent
    return "".join(
        f"{gap}### 3.{group}{number}{gap}{word}　term{gap}用于说明的概念。" for number, word in enumerate(words, 1)
    )


vocabulary_without_entries = Check(
    id="KND150",
    message="术语标准应有术语条目，但没有找到任何条目。",
    message_en="A vocabulary shall have term entries; none was found.",
    bad="""
        # 灌溉用水计量　术语

        # 1 范围

        本文件界定了灌溉用水计量的术语和定义。

        # 3 ⟦术语和定义⟧

        下列术语和定义适用于本文件。
    """,
    good="""
        # 灌溉用水计量　术语

        # 1 范围

        本文件界定了灌溉用水计量的术语和定义。

        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        灌区　irrigation district

        能独立供应灌溉用水的区域。
    """,
    more=(
        (
            """
            # 灌溉用水计量　词汇

            # 1 范围

            本文件界定了灌溉用水计量的词汇。

            # 3 ⟦术语和定义⟧

            本文件没有需要界定的术语和定义。

            # 4 要求

            ## 4.1 计量点

            计量点应设在渠首。
            """,
            """
            # 灌溉用水计量　词汇

            # 1 范围

            本文件界定了灌溉用水计量的词汇。

            # 3 术语和定义

            ### 3.1

            计量点　metering point

            为计量而选定的断面。
            """,
        ),
        (
            """
            ---
            stdlint: {kind: terminology}
            ---

            # ⟦灌溉用水计量⟧

            # 1 范围

            本文件界定了灌溉用水计量的术语和定义。

            # 2 规范性引用文件

            本文件没有规范性引用文件。
            """,
            """
            ---
            stdlint: {kind: terminology}
            ---

            # 灌溉用水计量

            # 1 范围

            本文件界定了灌溉用水计量的术语和定义。

            # 3 计量

            ### 3.1

            灌区　irrigation district

            能独立供应灌溉用水的区域。
            """,
        ),
    ),
    clean=(
        """
        # 灌溉用水计量　术语

        # 3 术语和定义

        灌区　irrigation district

        能独立供应灌溉用水的区域。
        """,
        """
        # 灌溉用水计量　术语

        # 3 术语和定义

        下列术语和定义适用于本文件。

        | 编号 | 术语 | 英文 | 定义 |
        |---|---|---|---|
        | 3.1 | 灌区 | irrigation district | 能独立供应灌溉用水的区域 |
        """,
        """
        # 灌溉用水计量　术语

        # 3 一般术语

        ## 3.1 灌区

        能独立供应灌溉用水的区域。

        ## 3.2 计量点

        为计量而选定的断面。
        """,
    ),
)

vocabulary_without_index = Check(
    id="KND151",
    message="术语标准应有索引，此处没有索引。",
    message_en="A vocabulary has an index; there is none.",
    bad="""
        # ⟦灌溉用水计量　术语⟧

        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        灌区　irrigation district

        能独立供应灌溉用水的区域。

        # 参考文献

        [1] SL 56—2013　农村水利技术术语
    """,
    good="""
        # 灌溉用水计量　术语

        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        灌区　irrigation district

        能独立供应灌溉用水的区域。

        # 参考文献

        [1] SL 56—2013　农村水利技术术语

        # 索引

        灌区……3.1

        irrigation district……3.1
    """,
    clean=(
        f"""
        # 通信　术语

        # 3 术语和定义

        下列术语和定义适用于本文件。{_list(_MIXED[:8])}

        # 索引

        电压……3.1

        频率……3.3

        信号……3.2
        """,
        """
        # 灌溉用水计量　术语

        # 3 术语和定义

        ### 3.1

        灌区　irrigation district

        能独立供应灌溉用水的区域。

        # 附录A（资料性）　术语索引

        | 术语 | 编号 |
        |---|---|
        | 灌区 | 3.1 |
        """,
        """
        # 灌溉用水计量　术语

        # 3 术语和定义

        下列术语和定义适用于本文件。
        """,
        """
        # 灌溉用水计量　术语

        # 3 术语和定义

        ### 3.1

        灌区

        能独立供应灌溉用水的区域。

        # 索引

        灌区……3.1
        """,
    ),
)

ungrouped_vocabulary = Check(
    id="KND152",
    message="术语标准的条目宜按概念分组，“{title}”的{count}个条目没有分组。",
    message_en="The entries of a vocabulary are grouped by concepts; the {count} entries of “{title}” are not.",
    bad=f"""
        # 通信　术语

        # 3 ⟦术语和定义⟧

        下列术语和定义适用于本文件。{_list(_MIXED)}
    """,
    good=f"""
        # 通信　术语

        # 3 术语和定义

        下列术语和定义适用于本文件。

        ## 3.1 电

        {_list(_MIXED[:18], "1.")}

        ## 3.2 通信

        {_list(_MIXED[18:], "2.")}
    """,
    clean=(
        f"""
        # 通信　术语

        # 3 术语和定义

        下列术语和定义适用于本文件。{_list(_MIXED[:24])}
        """,
        f"""
        # 通信　术语

        # 3 术语和定义

        下列术语和定义适用于本文件。{_list(_SORTED)}
        """,
    ),
)

_INDEX = patterns.compile("索引")
_DEFINED = patterns.compile("术语|定义|词条|名词|释义|解释")


@vocabulary_without_entries.finder
@vocabulary_without_index.finder
@ungrouped_vocabulary.finder
def find(doc: Document, *, most: int = 20) -> Iterator[Finding]:
    """`most`: how many entries a chapter may hold without groups."""
    entries = [*doc.terms.entries, *doc.terms.unnumbered]
    if not entries:
        if not _defines_otherwise(doc):
            section = doc.outline.first("terms")
            yield vocabulary_without_entries.at(section.place if section else doc.first_span())
        return
    if not doc.outline.all("index") and not any(_INDEX.search(section.title) for section in doc.walk()):
        yield vocabulary_without_index.at(doc.first_span())
    yield from _ungrouped(entries, most)


def _defines_otherwise(doc: Document) -> bool:
    """Say whether entries may stand in a table, or under titles of another form in chapters of their own."""
    if any(_DEFINED.search(entry.text) for table in doc.tables for entry in table.rows[0]):
        return True
    leaves = [
        section
        for section in doc.walk()
        if section.number and section.body and not section.children and section.chapter.element == "clause"
    ]
    return any(not doc.verbs(doc.blocks[section.body[-1]].span) for section in leaves)


def _ungrouped(entries: list[Entry], most: int) -> Iterator[Finding]:
    """Report a chapter whose many entries stand directly under it, unless they follow the alphabet."""
    parents = {id(entry.section.parent): entry.section.parent for entry in entries if entry.section is not None}
    if len(entries) <= most or len(parents) != 1:
        return
    chapter = next(iter(parents.values()))
    if chapter is None or chapter.parent is not None or any(entry.section is None for entry in entries):
        return
    words = [fold(entry.text) for entry in entries]
    foreign = [entry.english[0].text.casefold() if entry.english else "" for entry in entries]
    if foreign == sorted(foreign) and len(set(foreign)) > 1:
        return
    if any(precedes(word, above) for above, word in pairwise(words)):
        yield ungrouped_vocabulary.at(chapter.place, title=fold(chapter.title), count=len(entries))
