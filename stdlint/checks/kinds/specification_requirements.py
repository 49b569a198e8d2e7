"""Set requirements in a specification and in a product standard.

They are the core of both, under the title “要求” or “技术要求”. A draft that calls them by what they are about
(报文结构, 接口) and says “应” there has them too, so the rules speak only where no title and no sentence requires
anything. A draft without any chapter of its own is told by the rule on missing technical clauses.

“要求”“技术要求”是规范标准和产品标准的核心技术要素，没有要求就没有可供符合的内容。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.core_elements import binding, has_own_structure, sets_requirements

specification_without_requirements = Check(
    id="KND061",
    message="规范标准没有规定要求，应有“要求”一章。",
    message_en="The specification sets no requirements; it has a clause “要求”.",
    bad="""
        # ⟦冷链周转箱技术规范⟧

        # 1 范围

        # 3 术语和定义

        # 4 试验方法

        试验时应佩戴手套。
    """,
    good="""
        # 冷链周转箱技术规范

        # 1 范围

        # 3 术语和定义

        # 4 要求

        # 5 试验方法

        试验时应佩戴手套。
    """,
    more=(
        (
            "---\nstdlint: {kind: specification}\n---\n\n# 1 ⟦范围⟧\n\n# 3 术语和定义\n\n# 4 原则\n\n# 5 验收",
            "---\nstdlint: {kind: specification}\n---\n\n# 1 范围\n\n# 3 术语和定义\n\n# 4 服务要求\n\n# 5 验收",
        ),
        (
            """
            # ⟦冷链周转箱技术规范⟧

            # 1 范围

            # 4 分类和标记

            标记应采用大写字母。

            # 5 试验方法

            ## 5.1 堆码性能

            # 附录A（规范性）　壁厚的测量装置

            装置应水平放置。
            """,
            """
            # 冷链周转箱技术规范

            # 1 范围

            # 4 分类和标记

            标记应采用大写字母。

            # 5 性能

            # 6 试验方法

            ## 6.1 堆码性能

            # 附录A（规范性）　壁厚的测量装置

            装置应水平放置。
            """,
        ),
    ),
    clean=(
        "# 票据交换规范\n\n# 1 范围\n\n# 4 报文结构\n\n报文应采用JSON格式。\n\n# 5 测试",
        "# 票据交换规范\n\n# 1 范围\n\n# 4 接口\n\n## 4.1 安全要求\n\n# 5 测试",
        "# 4 试验方法",
        "# 车辆接入规范\n\n# 1 范围\n\n# 4 智能运输系统\n\n消息应采用JSON格式。\n\n# 5 测试",
        "# 票据交换规范\n\n# 1 范围\n\n# 3 术语和定义",
    ),
)

product_without_technical_requirements = Check(
    id="KND120",
    message="产品标准没有规定技术要求，应有“技术要求”一章。",
    message_en="The product standard sets no technical requirements; it has a clause “技术要求”.",
    bad="""
        ---
        stdlint: {kind: product}
        ---

        # ⟦手持式修枝剪⟧

        # 1 范围

        # 3 术语和定义

        # 4 试验方法

        # 5 标志、包装、运输和贮存

        包装上应有标志。
    """,
    good="""
        ---
        stdlint: {kind: product}
        ---

        # 手持式修枝剪

        # 1 范围

        # 3 术语和定义

        # 4 技术要求

        # 5 试验方法

        # 6 标志、包装、运输和贮存

        包装上应有标志。
    """,
    more=(
        (
            "---\nstdlint: {kind: product}\n---\n\n# 1 ⟦范围⟧\n\n# 3 术语和定义\n\n# 4 分类\n\n# 5 检验规则",
            "---\nstdlint: {kind: product}\n---\n\n# 1 范围\n\n# 3 术语和定义\n\n# 4 质量指标\n\n# 5 检验规则",
        ),
        (
            """
            # ⟦手持式修枝剪⟧

            # 1 范围

            # 4 订货内容

            合同应写明型号。

            # 5 试验方法

            ## 5.1 剪切性能

            # 6 检验规则

            # 7 标志、包装
            """,
            """
            # 手持式修枝剪

            # 1 范围

            # 4 订货内容

            合同应写明型号。

            # 5 技术要求

            # 6 试验方法

            ## 6.1 剪切性能

            # 7 检验规则

            # 8 标志、包装
            """,
        ),
    ),
    clean=(
        "---\nstdlint: {kind: product}\n---\n\n# 1 范围\n\n# 3 术语和定义\n\n# 4 尺寸\n\n直径应为5 mm。\n\n# 5 试验",
        "---\nstdlint: {kind: product}\n---\n\n# 1 范围\n\n# 3 术语和定义\n\n# 4 感官特性\n\n# 5 试验方法",
        "---\nstdlint: {kind: product}\n---\n\n# 1 范围\n\n# 3 术语和定义",
    ),
)


@specification_without_requirements.finder
def find_specification(doc: Document) -> Iterator[Finding]:
    if _requires_nothing(doc):
        yield specification_without_requirements.at(doc.first_span())


@product_without_technical_requirements.finder
def find_product(doc: Document) -> Iterator[Finding]:
    if _requires_nothing(doc):
        yield product_without_technical_requirements.at(doc.first_span())


def _requires_nothing(doc: Document) -> bool:
    if not doc.is_draft or not has_own_structure(doc.chapters, doc.adoption.degree):
        return False
    chapters = binding(doc.chapters, doc.pointers)
    spans = [(chapter.section.first, chapter.section.last) for chapter in chapters]
    modals = (
        modal
        for modal in doc.clause_modals
        if any(first <= doc.block_at(modal.span[0]) < last for first, last in spans)
    )
    return not sets_requirements(chapters, modals)
