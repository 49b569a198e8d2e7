"""State no provisions in the foreword.

The foreword tells how the document came about; whoever wants something done has to say so in the body.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.modals import PERMISSION, RECOMMENDATION, REQUIREMENT

provision_in_foreword = Check(
    id="FWD020",
    message="前言中不写条款，“{word}”所在的句子应移至正文或改为陈述。",
    message_en="A foreword contains no provisions; move the sentence with “{word}” to the body or make it a statement.",
    bad="""
        # 前言

        各单位⟦应⟧按本文件执行。

        # 1 范围

        本文件规定了螺栓的要求。
    """,
    good="""
        # 前言

        本文件为首次发布。

        # 1 范围

        本文件规定了螺栓的要求。
    """,
    clean=(
        """
        # 前言

        本文件代替GB/T 1234—2010《螺栓》，与GB/T 1234—2010相比，除结构调整和编辑性改动外，主要技术变化如下：

        a) 增加了“应密封”的要求（见5.2）；

        b) 将螺栓不应生锈的要求更改为宜镀锌（见5.3）；

        c) 删除了不得使用的材料（见2010年版的4.1）。

        请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

        本文件由应急管理部提出。

        本文件起草单位：适应科技有限公司、宜昌可能电子有限公司。

        本文件主要起草人：应建国、能宜、可应。

        # 1 范围

        本文件规定了螺栓的要求。
        """,
    ),
)

_NAMES = regex.compile(r"起草(?:单位|人)|历次版本|首次发布为|提出|归口|专利|起草。$|代替|参加单位|负责解释")
_CHANGE = regex.compile(
    r"^[\s\u3000]*(?:——)?(?:增加|删除|更改|将|修改|调整|细化|补充|完善|合并|纳入|明确|增补|更新|重新)"
)


@provision_in_foreword.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.outline.all("foreword"):
        names = False
        for index in section.body:
            text = doc.said(index)
            names = not text.startswith("本文件") and names if not _NAMES.search(text) else "起草" in text
            if names or _NAMES.search(text) or _CHANGE.search(text) or doc.regions[index].role != "text":
                continue
            for sentence in doc.provisions.sentences(index):
                modal = sentence.first(REQUIREMENT, RECOMMENDATION, PERMISSION)
                if modal:
                    yield provision_in_foreword.at(modal.span, word=modal.word)
                    break
