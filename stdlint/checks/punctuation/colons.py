"""Use at most one colon in a sentence.

What the second colon introduces is subordinate to what the first one introduced, and the reader loses the levels. A
second colon at the end of a paragraph is accepted: there the levels are shown by paragraphs of their own. Lines of
keys and values are left alone.

一个句子内套用两个冒号，层次不清。段末的冒号引出另起的段落，可以接受；“地址：……，电话：……”之类的行不报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.punctuation import SECOND_COLON

two_colons_in_sentence = Check(
    id="PUN090",
    message="一个句子中用了两个冒号，宜改写或另起一段。",
    message_en="A sentence has two colons; reword it or begin a new paragraph.",
    bad="""
        # 4 要求

        要求如下：外观⟦：⟧完好。
    """,
    good="""
        # 4 要求

        要求如下：外观完好。
    """,
    clean=(
        """
        # 前言

        联系方式：北京市某路1号，电话：010-12345678，邮箱：bzh@example.cn。

        # 4 要求

        外观：应符合下列要求：

        ——颜色：均匀；光泽：一致。

        比例：1：500。时间：8：30开始。部分缺陷：例如：裂纹。输入数据（包括：编号）如下：编号（例：1）。

        姓名：____职务：____

        注：下列缺陷不计：划痕。
        """,
    ),
)


@two_colons_in_sentence.finder
def find(doc: Document) -> Iterator[Finding]:
    for sites in doc.punctuation(SECOND_COLON):
        yield two_colons_in_sentence.at(sites[0].span, fix=sites[0].edits, safe=False)
