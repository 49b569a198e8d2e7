"""Make a list only of two items or more.

Items stand side by side; a single one is the end of its sentence. A single item with another letter than a) is told by
LST050.

列项列出的是并列的各项，只有一项时写成一句话即可。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import LINE_BREAK
from stdlint.views.lists import ORDINARY, introduces

single_item_list = Check(
    id="LST070",
    message="列项只有一项，宜并入引语。",
    message_en="The list has only one item.",
    bad="""
        # 5 检验

        检查包括：

        ——⟦颜色。⟧

        # 6 判定

        全部合格时判为合格。
    """,
    good="""
        # 5 检验

        检查颜色。

        # 6 判定

        全部合格时判为合格。
    """,
    clean=(
        """
        # 5 检验

        检查颜色。

        ——颜色见图1。

        检查包括：

        a) 颜色；

        注：光泽不检查。

        b) 划痕。
        """,
        """
        # 5 检验

        按公式(1)计算：

        $$d = a + b$$

        式中：

        ——d为直径。
        """,
    ),
)


@single_item_list.finder
def find(doc: Document) -> Iterator[Finding]:
    for one in doc.lists:
        item = one.items[0]
        if len(one.items) > 1 or one.lead_in < 0 or one.kind not in ORDINARY or item.ordinal > 1:
            continue
        block = doc.blocks[item.block]
        if introduces(doc.source, one.lead_in) and LINE_BREAK not in doc.said(block):
            yield single_item_list.at(block.span)
