"""Set the number and title of a figure below it, those of a table above it.

Whoever reads a table needs its title first; a figure is seen at once. Where the caption stands on the other side, it is
taken for that of the neighbour.

图的编号和图题在图的下方，表的编号和表题在表的上方。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.captions import label_span
from stdlint.views.tables import LAYOUT

figure_caption_above = Check(
    id="FIG040",
    message="“{label}”的编号和图题应置于图的下方。",
    message_en="The caption “{label}” shall stand below the figure.",
    bad="""
        # 4 要求

        ⟦图1⟧　结构

        ![结构](a.png)
    """,
    good="""
        # 4 要求

        ![结构](a.png)

        图1　结构
    """,
    more=(
        (
            """
            # 4 要求

            ⟦图1⟧　结构

            单位为毫米

            ![结构](a.png)

            ⟦图2⟧　尺寸

            ![尺寸](b.png)

            尺寸应符合图样。
            """,
            """
            # 4 要求

            单位为毫米

            ![结构](a.png)

            图1　结构

            ![尺寸](b.png)

            图2　尺寸

            尺寸应符合图样。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        单位为毫米

        ![结构](a.png)

        标引序号说明：

        1——钉芯。

        注：未按比例。

        图1　结构

        ![尺寸](b.png)

        图2　尺寸
        """,
        """
        # 4 要求

        ![结构](a.png)

        图1　结构

        ![结构](b.png)

        图1　结构（续）
        """,
    ),
)

table_caption_below = Check(
    id="TAB050",
    message="“{label}”的编号和表题应置于表的上方。",
    message_en="The caption “{label}” shall stand above the table.",
    bad="""
        # 4 要求

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        ⟦表1⟧　尺寸
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    more=(
        (
            """
            # 4 要求

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            ⟦表1⟧　尺寸

            | 毛重 | 净重 |
            |---|---|
            | 10 | 20 |

            ⟦表2⟧　质量

            质量应称量。
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表2　质量

            | 毛重 | 净重 |
            |---|---|
            | 10 | 20 |

            质量应称量。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        表2　质量

        单位为克

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |
        """,
        """
        # 4 要求

        ![结构](a.png)

        | 件号 | 名称 |
        |---|---|
        | 1 | 钉芯 |

        图1　结构
        """,
    ),
)


@figure_caption_above.finder
@table_caption_below.finder
def find(doc: Document) -> Iterator[Finding]:
    for figure in doc.figures:
        if figure.above and figure.caption >= 0:
            label = label_span(doc.source, figure.caption)
            yield figure_caption_above.at(label, label=doc.blocks[figure.caption].label or doc.said(figure.caption))
    for table in doc.tables:
        if table.below and table.use != LAYOUT:
            label = label_span(doc.source, table.caption)
            yield table_caption_below.at(label, label=doc.blocks[table.caption].label or doc.said(table.caption))
