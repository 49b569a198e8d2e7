"""Give the methods in the order of the requirements.

Readers go from a requirement to its method and back; where both stand in one order, numbers and tables are easy to
follow. A method belongs to a requirement where their titles say the same thing (“尺寸”, “尺寸测量”); others are left
out. The first break is reported.

证实方法（试验方法）宜与要求的先后次序一致，便于对照。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.core_elements import is_method, is_requirements
from stdlint.views.outline import Section
from stdlint.views.wording import fold

verification_out_of_order = Check(
    id="KND064",
    message="“{title}”宜位于“{other}”之前，与要求的次序一致。",
    message_en="“{title}” should stand before “{other}”, in the order of the requirements.",
    bad="""
        # 户外机柜技术规范

        # 1 范围

        # 4 要求

        ## 4.1 外观

        ## 4.2 尺寸

        # 5 证实方法

        ## 5.1 尺寸测量

        ## 5.2 ⟦外观检查⟧
    """,
    good="""
        # 户外机柜技术规范

        # 1 范围

        # 4 要求

        ## 4.1 外观

        ## 4.2 尺寸

        # 5 证实方法

        ## 5.1 外观检查

        ## 5.2 尺寸测量
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            ## 4.1 一般要求

            ## 4.2 外观和结构

            ## 4.3 刀片硬度

            ## 4.4 绝缘电阻

            ## 4.5 剪切性能

            # 5 试验方法

            ## 5.1 试验条件

            ## 5.2 外观和结构

            ## 5.3 绝缘电阻试验

            ## 5.4 ⟦刀片硬度的测定⟧

            ## 5.5 剪切力

            # 6 检验规则

            ## 6.1 外观和结构
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            ## 4.1 一般要求

            ## 4.2 外观和结构

            ## 4.3 刀片硬度

            ## 4.4 绝缘电阻

            ## 4.5 剪切性能

            # 5 试验方法

            ## 5.1 试验条件

            ## 5.2 外观和结构

            ## 5.3 刀片硬度的测定

            ## 5.4 绝缘电阻试验

            ## 5.5 剪切力

            # 6 检验规则

            ## 6.1 外观和结构
            """,
        ),
        (
            """
            # 户外机柜技术规范

            # 4 要求

            ## 4.1 测量性能

            ### 4.1.1 漂移

            ### 4.1.2 响应时间

            # 5 证实方法

            ## 5.1 测量性能

            ### 5.1.1 响应时间

            ### 5.1.2 ⟦漂移⟧
            """,
            """
            # 户外机柜技术规范

            # 4 要求

            ## 4.1 测量性能

            ### 4.1.1 漂移

            ### 4.1.2 响应时间

            # 5 证实方法

            ## 5.1 测量性能

            ### 5.1.1 漂移

            ### 5.1.2 响应时间
            """,
        ),
    ),
    clean=(
        """
        # 户外机柜技术规范

        # 4 要求

        ## 4.1 尺寸

        ## 4.2 尺寸稳定性

        ## 4.3 电阻

        # 5 要求

        ## 5.1 外观

        # 6 试验方法

        ## 6.1 试验条件

        ## 6.2 仪器

        ## 6.3 尺寸

        ## 6.4 表面质量

        ## 6.5 电阻
        """,
    ),
)

_SUFFIX = patterns.compile(
    r"(?:[的之]?(?:试验|检验|检测|测试|测定|测量|检查|验证|证实|评价|核查|要求|方法|程序|步骤|性能))+$|[（(][^（）()]*[）)]$"
)
_BLANKS = patterns.compile(r"[\s\u3000、和与及]+")


@verification_out_of_order.finder
def find(doc: Document) -> Iterator[Finding]:
    required = [below for c in doc.chapters if is_requirements(c) and not is_method(c) for below in c.section.children]
    methods = [section.children for c in doc.chapters if (section := c.section).element == "clause" and is_method(c)]
    places = _places(required)
    for children in methods if required else ():
        found = _break(required, places, children)
        if found is not None:
            section, other = found
            yield verification_out_of_order.at(section.place, title=section.title, other=other.title)
            return


def _break(required: list[Section], places: dict[str, int], methods: list[Section]) -> tuple[Section, Section] | None:
    """Return the first method out of the order of the requirements, and the one that it should precede, or None.

    What stands below a method is compared with what stands below its requirement.
    """
    before: list[tuple[int, Section]] = []
    for section in methods:
        place = places.get(_topic(section.title), -1) if section.titled else -1
        if place < 0:
            continue
        other = next((earlier for at, earlier in before if at > place), None)
        if other is not None:
            return section, other
        before.append((place, section))
        below = required[place].children
        found = _break(below, _places(below), section.children) if below and section.children else None
        if found is not None:
            return found
    return None


def _topic(title: str) -> str:
    """Return what a title is about, without the words that make it a test or a requirement."""
    folded = fold(title)
    bare = _SUFFIX.sub("", folded)
    return _BLANKS.sub("", bare or folded)


def _places(required: list[Section]) -> dict[str, int]:
    """Return the places of the topics of requirements, -1 where several are about one."""
    places: dict[str, int] = {}
    for at, section in enumerate(required):
        if section.titled and (topic := _topic(section.title)):
            places[topic] = -1 if topic in places else at
    return places
