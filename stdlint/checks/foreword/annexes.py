"""Do not say in the foreword which annexes are normative.

The heading of each annex says it; older forewords repeated it.

附录的性质已经写在附录标题中，前言不再重复说明。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document

annex_kind_in_foreword = Check(
    id="FWD110",
    message="附录的性质由附录标题表明，前言中的“{quote}”宜删去。",
    message_en="The heading of an annex says whether it is normative; “{quote}” is better deleted from the foreword.",
    bad="""
        # 前言

        本文件由××提出并归口。⟦本文件的附录A为规范性附录。⟧
    """,
    good="""
        # 前言

        本文件由××提出并归口。
    """,
    more=(
        (
            """
            # 前言

            ⟦本文件附录A、附录B为规范性附录，附录C为资料性附录。⟧

            本文件由××提出并归口。
            """,
            """
            # 前言

            本文件由××提出并归口。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        两个文件之间的结构编号变化对照一览表见附录A。

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        ——将附录A由资料性附录更改为规范性附录（见附录A）。
        """,
        """
        # 前言

        本标准按照GB/T 1.1—2009给出的规则起草。

        本标准的附录A为规范性附录。
        """,
    ),
)


@annex_kind_in_foreword.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or foreword.legacy:
        return
    for statement in foreword.all("annexes"):
        block = doc.blocks[statement.block]
        alone = not (doc.text[block.span[0] : statement.span[0]] + doc.text[statement.span[1] : block.span[1]]).strip()
        yield annex_kind_in_foreword.at(statement.span, fix=None if alone or statement.broken else "", safe=False)
