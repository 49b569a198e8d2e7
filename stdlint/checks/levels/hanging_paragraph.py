"""Let no paragraph hang between a title and the first subclause below it.

A paragraph there belongs to no subclause, so it cannot be cited: the number of the clause would mean everything below
it too. The lead-ins of terms and of symbols, warnings and what is no paragraph (figures, tables, notes) may stand
there. Below a clause without title only LVL060 speaks.

章标题或条标题与下一层次的条之间的段无法单独引用：引用章、条的编号时，所指的不止这一段。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.levels import lists_things, miswritten, named
from stdlint.views.outline import Section
from stdlint.views.wording import fold

hanging_paragraph = Check(
    id="LVL080",
    message="“{title}”与下一层次的条之间有悬置段，宜将其编为条或移至他处。",
    message_en="A paragraph hangs between the title “{title}” and its first subclause.",
    bad="""
        # 5 要求

        ⟦产品应完好。⟧

        ## 5.1 外观

        外观应无裂纹。

        ## 5.2 尺寸

        尺寸见表1。
    """,
    good="""
        # 5 要求

        ## 5.1 通用要求

        产品应完好。

        ## 5.2 外观

        外观应无裂纹。

        ## 5.3 尺寸

        尺寸见表1。
    """,
    more=(
        (
            """
            # 附录A（规范性）　试验装置

            ⟦本附录规定了试验装置的组成：⟧

            a) 机架；

            b) 夹具。

            ## A.1 机架

            机架应固定。

            ## A.2 夹具

            夹具应可调。
            """,
            """
            # 附录A（规范性）　试验装置

            ## A.1 机架

            机架应固定。

            ## A.2 夹具

            夹具应可调。
            """,
        ),
        (
            """
            # 6 检验规则

            ## 6.1 组批

            ⟦组批的原则如下。⟧

            6.1.1　同一班次生产的产品为一批。

            6.1.2　每批不多于500件。

            ## 6.2 抽样

            随机抽取10件。
            """,
            """
            # 6 检验规则

            ## 6.1 组批

            6.1.1　同一班次生产的产品为一批。

            6.1.2　每批不多于500件。

            ## 6.2 抽样

            随机抽取10件。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        5.l　外观

        外观应完好。

        5.2　尺寸

        尺寸应准确。
        """,
        """
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。

        # 4 符号和缩略语

        下列符号和缩略语适用于本文件。

        ## 4.1 符号

        m：质量。

        ## 4.2 缩略语

        DNA：脱氧核糖核酸
        """,
        """
        # 引言

        本文件给出了指导。

        ## 0.1 总则

        近年来应用广泛。
        """,
        """
        # 6 试验方法

        警示——试验中使用的硫酸有腐蚀性。

        ## 6.1 试剂

        硫酸。

        ## 6.2 步骤

        注：操作时戴手套。

        ### 6.2.1 制样

        称取试样。

        ### 6.2.2 测定

        加入硫酸。
        """,
        """
        # 5 试剂和材料

        除非另有说明，仅使用分析纯试剂。

        5.1　硫酸。

        5.2　盐酸。

        # 6 试验方法

        ## 6.1 防水

        按附录A测定。

        ## 6.2 外观

        目测检查。
        """,
    ),
)

_WARNING = patterns.compile(r"重要提示|安全提示|提示|警示|警告|危险|注意|小心")
_SENTENCE = patterns.compile(r"[。：；:]")


@hanging_paragraph.finder
def find(doc: Document) -> Iterator[Finding]:
    for parent, members in doc.levels.divided:
        if not parent.body or parent.element == "symbols" or lists_things(fold(parent.title)):
            continue
        first = members[0].first
        if first > parent.body[0] and (parent.titled or named(doc.source, parent)):
            paragraph = _paragraph(doc, parent, first)
            number = f"{parent.number}.1"
            hidden = members[0].number != number and number in miswritten(doc.source)
            if paragraph >= 0 and not hidden:
                yield hanging_paragraph.at(doc.blocks[paragraph].span, title=parent.title)


def _paragraph(doc: Document, section: Section, end: int) -> int:
    """Return the first paragraph of a section in front of a block, or -1."""
    for index in section.body:
        if index >= end:
            break
        block = doc.blocks[index]
        if block.kind != "para" or block.table >= 0 or doc.regions[index].role != "text":
            continue
        text = doc.said(index)
        if _SENTENCE.search(text) and not _WARNING.match(text) and not text.startswith(("单位", "式中")):
            return index
    return -1
