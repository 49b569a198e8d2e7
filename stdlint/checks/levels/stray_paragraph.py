"""Let every paragraph of the text belong to a clause.

Between the title on the first page and Clause 1 stand at most warnings; what else is written there has no number and
cannot be cited.

正文的每一段都属于某一章或条；文件名称与第1章之间只可有重要提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import fold

paragraph_outside_clause = Check(
    id="LVL130",
    message="这一段不属于任何章、条，应编入某一章。",
    message_en="This paragraph belongs to no clause; move it into one.",
    bad="""
        # 螺栓　技术规范

        ⟦螺栓的外观应完好。⟧

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        本文件没有规范性引用文件。
    """,
    good="""
        # 螺栓　技术规范

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        本文件没有规范性引用文件。
    """,
    more=(
        (
            """
            团体标准

            螺栓　技术规范

            # 前言

            本文件由甲协会归口。

            螺栓　技术规范

            ⟦外观应完好。⟧

            # 1 范围

            本文件规定了螺栓的要求。
            """,
            """
            团体标准

            螺栓　技术规范

            # 前言

            本文件由甲协会归口。

            螺栓　技术规范

            # 1 范围

            本文件规定了螺栓的要求。
            """,
        ),
    ),
    clean=(
        """
        # 螺栓　技术规范

        重要提示：本文件没有给出全部的安全措施。

        # 1 范围

        本文件规定了螺栓的要求。
        """,
        """
        # 螺栓　技术规范

        警告——使用本文件的人员应有实践经验。

        # 1 范围

        本文件规定了螺栓的要求。
        """,
        """
        # 螺栓厂的网站

        本站介绍螺栓。

        ## 安装

        螺栓应拧紧。
        """,
    ),
)

_WARNING = patterns.compile(r"重要提示|安全提示|提示|警示|警告|危险|注意|小心|请注意|注[：:]")
_FOREWORD = patterns.compile(r"起草|归口|专利|发布|代替|提出")


@paragraph_outside_clause.finder
def find(doc: Document) -> Iterator[Finding]:
    first = next((section for section in doc.outline.top if section.number == "1"), None)
    if first is None or first.implied or first.element != "scope":
        return
    for section in doc.outline.top:
        if section is first:
            return
        if section.element != "title":
            continue
        for index in section.body:
            block = doc.blocks[index]
            if block.kind != "para" or block.table >= 0 or doc.regions[index].role != "text":
                continue
            text = fold(doc.said(index))
            if text.endswith("。") and not _WARNING.match(text.lstrip("【[")) and not _FOREWORD.search(text):
                yield paragraph_outside_clause.at(block.span)
                return
