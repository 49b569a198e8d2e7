"""Leave no space between Chinese characters.

Such spaces are left over from scanning, copying and justification. The gaps that the standard prescribes or that
authors mean are not reported: in titles and headings, behind run-in headings, in lists of documents and names, in
cells without sentences, and full-width spaces.

汉字之间的空格多为扫描、复制或排版时的遗留。标题和文件名称各要素之间的间隔、引用文件清单、人名、没有句子的表格单元
格以及全角空格不报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.punctuation import SPACE

space_in_chinese = Check(
    id="PUN280",
    message="汉字“{before}”与“{after}”之间有空格，应删除。",
    message_en="There is a space between the Chinese characters “{before}” and “{after}”; remove it.",
    bad="""
        # 4 要求

        产品的外⟦观 完⟧好，表面 光滑。
    """,
    good="""
        # 4 要求

        产品的外观完好，表面光滑。
    """,
    more=(
        (
            """
            # 4 要求

            4.1 外壳应无⟦裂 纹⟧，接缝应平整。

            4.2 检查应包括：

            a) 对存⟦在 较⟧大分歧的部位，应复查；

            b) 其他部位。
            """,
            """
            # 4 要求

            4.1 外壳应无裂纹，接缝应平整。

            4.2 检查应包括：

            a) 对存在较大分歧的部位，应复查；

            b) 其他部位。
            """,
        ),
    ),
    clean=(
        """
        # 前　言

        本文件主要起草人：张 三、李 四。

        # 2 规范性引用文件

        GB/T 2423.1 电工电子产品环境试验 第2部分：试验方法 试验A：低温

        # 4 要求

        4.1 外观 表面应光滑，无裂纹。

        应按GB/T 2423.1 电工电子产品 环境试验的规定进行，见《环境试验 第1部分》，温度为25 ℃。

        姓 名

        | 姓 名 | 外 观 |
        |---|---|
        | 张 三 | 完 好 |
        """,
    ),
)


@space_in_chinese.finder
def find(doc: Document) -> Iterator[Finding]:
    for sites in doc.punctuation(SPACE):
        start, end = sites[0].span
        edits = [edit for site in sites for edit in site.edits]
        yield space_in_chinese.at((start, end), fix=edits, before=doc.text[start], after=doc.text[end - 1])
