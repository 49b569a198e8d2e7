"""Put the chapters of a product or test method standard in the prescribed order.

Readers look for the technical requirements of a product in front of the test methods, and for the principle of a method
in front of its steps. Chapters that the order does not foresee may stand anywhere; one that gives two things
(“取样和试验方法”) stands at both their places. The first break is reported. Where a chapter comes again, as in
documents that give several methods one after another, the order begins anew. A draft that adopts an international
document identically or with modifications has that document's order.

产品标准按“分类—技术要求—取样—试验方法—检验规则—标志—包装、运输和贮存”、试验方法标准按“原理—试剂—仪器—样品—步骤—数据处理
—精密度—报告”的次序排列各章，读者在固定的位置查到所需的内容。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.clause_order import ranks
from stdlint.views.core_elements import FOREIGN
from stdlint.views.outline import Section

clauses_out_of_order_for_kind = Check(
    id="KND012",
    message="“{title}”应位于“{other}”之前。",
    message_en="“{title}” stands before “{other}”.",
    bad="""
        ---
        stdlint: {kind: product}
        ---

        # 4 分类

        # 5 试验方法

        # 6 ⟦技术要求⟧

        # 7 检验规则
    """,
    good="""
        ---
        stdlint: {kind: product}
        ---

        # 4 分类

        # 5 技术要求

        # 6 试验方法

        # 7 检验规则
    """,
    more=(
        (
            """
            # 聚合物乳液　残留单体的测定　气相色谱法

            # 1 范围

            # 4 原理

            # 5 仪器设备

            # 6 ⟦试剂和材料⟧

            # 7 试验步骤

            # 8 结果计算
            """,
            """
            # 聚合物乳液　残留单体的测定　气相色谱法

            # 1 范围

            # 4 原理

            # 5 试剂和材料

            # 6 仪器设备

            # 7 试验步骤

            # 8 结果计算
            """,
        ),
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 要求

            # 5 包装、运输和贮存

            # 6 ⟦试验方法⟧

            # 7 检验规则
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 要求

            # 5 试验方法

            # 6 检验规则

            # 7 包装、运输和贮存
            """,
        ),
    ),
    clean=(
        """
        ---
        stdlint: {kind: product}
        ---

        # 4 订货内容

        # 5 尺寸、外形和重量

        # 6 技术要求

        # 7 取样和试验方法

        # 8 检验规则

        # 9 包装、标志和质量证明书

        # 10 使用要求

        # 附录A（规范性）　技术要求的补充
        """,
        """
        ---
        stdlint: {kind: test-method}
        ---

        # 4 原理

        # 5 试剂

        # 6 试验步骤

        # 7 结果计算

        # 8 原理

        # 9 试剂

        # 10 试验步骤
        """,
        """
        # 前言

        本文件等同采用ISO 98765:2021《塑料　密度的测定》。

        # 塑料　密度的测定

        # 1 范围

        # 4 仪器

        # 5 试剂

        # 6 试验步骤
        """,
    ),
)


@clauses_out_of_order_for_kind.finder
def find(doc: Document, *, order: str = "product") -> Iterator[Finding]:
    if doc.adoption.degree in FOREIGN:
        return
    before: list[tuple[frozenset[int], Section]] = []
    taken: frozenset[int] = frozenset()
    for chapter in doc.chapters:
        section = chapter.section
        places = ranks(order, section.title) if section.element == "clause" else None
        if not places:
            continue
        if places <= taken:
            before, taken = [], frozenset()
        other = next((earlier for known, earlier in before if min(known) > max(places)), None)
        if other is not None:
            yield clauses_out_of_order_for_kind.at(section.place, title=section.title, other=other.title)
            return
        before.append((places, section))
        taken |= places
