"""Do not number the foreword; number the subclauses of an introduction 0.1, 0.2 and so on.

The numbers of the clauses begin with the scope; other numbers in front of it would be there twice.

章号从“范围”开始：前言不分条，引言需要分条时编为0.1、0.2，以免与正文的编号重复。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.foreword import extent, numbers

numbered_foreword_clause = Check(
    id="FWD021",
    message="前言不应分条编号，“{quote}”应删去编号。",
    message_en="A foreword has no numbered subclauses; delete the number “{quote}”.",
    bad="""
        # 前言

        ## ⟦0.1⟧ 起草依据

        本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

        ## 0.2 提出和归口

        本文件由××归口。

        # 1 范围
    """,
    good="""
        # 前言

        ## 起草依据

        本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

        ## 提出和归口

        本文件由××归口。

        # 1 范围
    """,
    more=(
        (
            """
            # 前言

            ⟦0.1⟧　本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            # 引言

            # 1 范围
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            # 引言

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》，主要技术变化如下：

        1) 增加了硬度的要求（见5.2）；

        2) 删除了强度的要求。

        本文件由××归口。

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件
        """,
        """
        # 前言

        本文件由××归口。

        # 1 总则

        本文件规定了螺栓的要求。

        # 2 要求
        """,
    ),
)

wrong_introduction_numbering = Check(
    id="INT030",
    message="引言的条应编为0.1、0.2等，不编为“{quote}”。",
    message_en="The subclauses of an introduction are numbered 0.1, 0.2 and so on, not “{quote}”.",
    bad="""
        # 引言

        ## ⟦1.1⟧ 概述

        螺栓是常用的紧固件。

        ## 1.2 目的

        本文件有助于选用螺栓。

        # 1 范围
    """,
    good="""
        # 引言

        ## 0.1 概述

        螺栓是常用的紧固件。

        ## 0.2 目的

        本文件有助于选用螺栓。

        # 1 范围
    """,
    more=(
        (
            """
            # 引言

            ## ⟦1⟧ 概述

            螺栓是常用的紧固件。

            ## 2 目的

            本文件有助于选用螺栓。

            # 1 范围
            """,
            """
            # 引言

            ## 0.1 概述

            螺栓是常用的紧固件。

            ## 0.2 目的

            本文件有助于选用螺栓。

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        # 引言

        ## 0.1 概述

        螺栓是常用的紧固件。

        ## 0.2 目的

        ### 0.2.1 一般目的

        1.5倍的螺栓直径是常用的长度。2020年以来，螺栓的用量增加。

        # 1 范围

        本文件规定了螺栓的要求。
        """,
        """
        # 引言

        本文件分为以下部分：

        1. 概述

        2. 目的

        # 1 总则

        # 2 规范性引用文件

        # 3 术语和定义
        """,
    ),
)

_SIMPLE = patterns.compile(r"(?:(?P<clause>[1-9]\d?)\.)?[1-9]\d?\.?")


@numbered_foreword_clause.finder
@wrong_introduction_numbering.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is not None and foreword.numbers:
        edits = [Edit(start, end, "") for start, end in foreword.numbers]
        yield numbered_foreword_clause.at(foreword.numbers[0], fix=edits, safe=False)
    introduction = doc.outline.first("introduction")
    if introduction is None:
        return
    found = numbers(doc.source, introduction.first, extent(doc.outline, introduction))
    wrong = [span for span in found if not doc.text.startswith("0.", span[0])]
    if wrong:
        edits = _renumbered(doc, found) if len(wrong) == len(found) else []
        yield wrong_introduction_numbering.at(wrong[0], fix=edits, safe=False)


def _renumbered(doc: Document, found: list[Span]) -> list[Edit]:
    """Return the edits that make 0.1, 0.2 … of the numbers, none where they have several levels."""
    matches = [_SIMPLE.fullmatch(doc.text[slice(*span)]) for span in found]
    clauses = {match["clause"] if match else "?" for match in matches}
    if len(clauses) > 1 or "?" in clauses:
        return []
    return [Edit(start, end, f"0.{count}") for count, (start, end) in enumerate(found, 1)]
