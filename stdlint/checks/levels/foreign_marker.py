"""Use no levels but clauses, subclauses, paragraphs and lists.

“（一）”, “①”, “1、” or “第三条” in front of paragraphs are levels of laws and reports. In a standard they cannot be
cited beside the numbers of clauses. Where such markers stand in front of the items of a list, LST030 speaks.

标准的层次只有部分、章、条、段和列项；“（一）”“①”“1、”“第三条”是公文、法规的层次。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.lists import numbers_paragraphs

foreign_level_marker = Check(
    id="LVL110",
    message="层次不用“{marker}”编号，应编为条或列项。",
    message_en="“{marker}” numbers no level of a standard; make it a subclause or a list.",
    bad="""
        # 5 要求

        ⟦（一）⟧外观应完好。

        （二）尺寸应符合表1的规定。

        # 6 试验方法

        目测检查。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## 5.2 尺寸

        尺寸应符合表1的规定。

        # 6 试验方法

        目测检查。
    """,
    more=(
        (
            """
            # 5 要求

            ## ⟦（一）⟧外观

            外观应完好。

            ## （二）尺寸

            尺寸应符合表1的规定。
            """,
            """
            # 5 要求

            ## 5.1 外观

            外观应完好。

            ## 5.2 尺寸

            尺寸应符合表1的规定。
            """,
        ),
        (
            """
            # 5 要求

            产品应安全可靠。

            ⟦①⟧外观应完好。

            外观用目测检查。

            ②尺寸应符合表1的规定。
            """,
            """
            # 5 要求

            5.1　产品应安全可靠。

            5.2　外观应完好。

            外观用目测检查。

            5.3　尺寸应符合表1的规定。
            """,
        ),
        (
            """
            # 5 要求

            ⟦第三条⟧　外观应完好。

            第四条　尺寸应符合表1的规定。
            """,
            """
            # 5 要求

            5.1　外观应完好。

            5.2　尺寸应符合表1的规定。
            """,
        ),
        (
            """
            # 5 要求

            ⟦1、⟧外观应完好。

            2、尺寸应符合表1的规定。
            """,
            """
            # 5 要求

            5.1　外观应完好。

            5.2　尺寸应符合表1的规定。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        产品应符合下列要求：

        （1）外观完好；

        （2）尺寸符合表1的规定。

        一、二次回路应导通。

        第三方机构应独立。
        """,
        """
        # 附录A（资料性）　合同示例

        （一）甲方应付款。

        （二）乙方应交货。
        """,
    ),
)


@foreign_level_marker.finder
def find(doc: Document) -> Iterator[Finding]:
    for one in doc.lists:
        if not numbers_paragraphs(doc.source, one):
            continue
        first = one.items[0]
        region = doc.regions[first.block]
        if region.element != "annex" or region.normative:
            yield foreign_level_marker.at(first.marker, marker=doc.text[first.marker[0] : first.marker[1]])
