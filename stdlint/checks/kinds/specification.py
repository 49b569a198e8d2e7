"""Give a specification the methods that verify its requirements.

What is required and cannot be verified is no use to anybody. The methods may stand in a chapter of their own, with the
requirements, in an annex, or in a column of a table, under whatever title; the rule speaks only where nothing of all
that is there. Where nothing is required either, KND061 speaks alone.

规范标准的核心技术要素是“要求”和“证实方法”：没有证实方法，就无法判定是否符合。证实方法可以单独设章、与要求合并、写入附录或表格。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.chapters import Chapter
from stdlint.views.core_elements import (
    METHOD_SENTENCE,
    binding,
    has_own_structure,
    names_methods,
    sets_requirements,
    tables_give_methods,
)
from stdlint.views.regions import PROVISION_ROLES

specification_without_verification = Check(
    id="KND060",
    message="规范标准没有给出证实方法，应设“证实方法”一章，或者与要求合并、写入附录。",
    message_en="The specification gives no methods of verification, be it in a clause of their own or an annex.",
    bad="""
        # ⟦冷链周转箱技术规范⟧

        # 1 范围

        # 4 要求

        周转箱的壁厚应不小于3 mm。

        # 参考文献
    """,
    good="""
        # 冷链周转箱技术规范

        # 1 范围

        # 4 要求

        周转箱的壁厚应不小于3 mm。

        # 5 证实方法

        # 参考文献
    """,
    more=(
        (
            """
            # ⟦物业信息交换规范⟧

            # 1 范围

            # 2 规范性引用文件

            # 4 报文结构

            ## 4.1 报文头要求

            报文头应符合表1的规定。

            表1　报文头

            | 序号 | 数据元 | 证实方法 |
            |---|---|---|
            | 1 | 版本号 | 7.2 |

            # 5 分析测量系统接口

            接口应采用专线。
            """,
            """
            # 物业信息交换规范

            # 1 范围

            # 2 规范性引用文件

            # 4 报文结构

            ## 4.1 报文头要求

            报文头应符合表1的规定。

            表1　报文头

            | 序号 | 数据元 | 证实方法 |
            |---|---|---|
            | 1 | 版本号 | 查看报文 |

            # 5 分析测量系统接口

            接口应采用专线。
            """,
        ),
    ),
    clean=(
        "# 周转箱技术规范\n\n# 1 范围\n\n# 4 要求和试验方法\n\n箱体应完好。",
        "# 周转箱技术规范\n\n# 1 范围\n\n# 4 要求\n\n箱体应完好。\n\n# 5 验收",
        "# 周转箱技术规范\n\n# 1 范围\n\n# 4 要求\n\n壁厚（见附录A）应不小于3 mm。\n\n# 附录A（规范性）　壁厚的测量",
        "# 周转箱技术规范\n\n# 1 范围\n\n# 4 要求\n\n## 4.1 壁厚\n\n按GB/T 6672规定的方法测量，壁厚应不小于3 mm。",
        "# 家政服务规范\n\n# 1 范围\n\n# 4 服务要求\n\n服务应准时。\n\n# 5 服务评价与改进",
        "# 水厂设计规范\n\n# 1 范围\n\n# 4 要求\n\n## 4.1 一般要求\n\n## 4.2 检测方法",
        "# 4 要求\n\n箱体应完好。",
    ),
)


@specification_without_verification.finder
def find_unverified(doc: Document) -> Iterator[Finding]:
    chapters = binding(doc.chapters, doc.pointers)
    if not doc.is_draft or not has_own_structure(chapters, doc.adoption.degree) or names_methods(chapters):
        return
    numbers = frozenset(section.number for section in doc.walk())
    if tables_give_methods(doc.tables, numbers) or any(_tells_method(doc, chapter) for chapter in chapters):
        return
    if sets_requirements(doc.chapters, doc.clause_modals):
        yield specification_without_verification.at(doc.first_span())


def _tells_method(doc: Document, chapter: Chapter) -> bool:
    return any(
        doc.regions[index].role in PROVISION_ROLES and METHOD_SENTENCE.search(doc.text, *doc.blocks[index].span)
        for index in chapter.section.blocks()
    )
