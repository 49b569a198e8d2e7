"""Give the figures titles, and the tables, and keep to it in the whole document.

A title tells what is shown without the text around it. Where some have one and others not, a reader looks in vain.

图和表宜有题目；全文中，或者都有图题（表题），或者都没有。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import OBJECT
from stdlint.views.captions import label_span

untitled_figure = Check(
    id="FIG030",
    message="“{label}”没有图题，图宜有图题。",
    message_en="“{label}” has no title; a figure should have one.",
    bad="""
        # 4 要求

        ![结构](a.png)

        ⟦图1⟧
    """,
    good="""
        # 4 要求

        ![结构](a.png)

        图1　结构
    """,
    clean=(
        """
        # 4 要求

        ![结构](a.png)

        图1

        产品的结构

        产品应有三层。
        """,
    ),
)

mixed_figure_titles = Check(
    id="FIG031",
    message="“{label}”没有图题，而其他图有：全文的图，有无图题应一致。",
    message_en="“{label}” has no title, others have: either all figures or none shall have titles.",
    bad="""
        # 4 要求

        ![结构](a.png)

        图1　结构

        ![尺寸](b.png)

        ⟦图2⟧
    """,
    good="""
        # 4 要求

        ![结构](a.png)

        图1　结构

        ![尺寸](b.png)

        图2　尺寸
    """,
    clean=(
        """
        # 4 要求

        ![结构](a.png)

        图1　结构

        ![结构](b.png)

        图1（续）
        """,
    ),
)

untitled_table = Check(
    id="TAB030",
    message="“{label}”没有表题，表宜有表题。",
    message_en="“{label}” has no title; a table should have one.",
    bad="""
        # 4 要求

        ⟦表1⟧

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
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

            ⟦表1⟧

            单位为毫米

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 4 要求

            表1　尺寸

            单位为毫米

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1

        产品的尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
        """,
    ),
)

mixed_table_titles = Check(
    id="TAB031",
    message="“{label}”没有表题，而其他表有：全文的表，有无表题应一致。",
    message_en="“{label}” has no title, others have: either all tables or none shall have titles.",
    bad="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        ⟦表2⟧

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        表2　质量

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |
    """,
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        表1（续）

        | 长 | 宽 |
        |---|---|
        | 30 | 40 |
        """,
    ),
)

_LONGEST_TITLE = 40
_CHECKS = {
    "figure": (untitled_figure, mixed_figure_titles),
    "table": (untitled_table, mixed_table_titles),
}


@untitled_figure.finder
@mixed_figure_titles.finder
@untitled_table.finder
@mixed_table_titles.finder
def find(doc: Document) -> Iterator[Finding]:
    for kind, (untitled, mixed) in _CHECKS.items():
        captions = [caption for caption in doc.captions if caption.kind == kind and caption.number]
        bare = [caption for caption in captions if not caption.title and not _title_below(doc, caption.block)]
        check = untitled if len(bare) == len(captions) else mixed
        for caption in bare:
            yield check.at(label_span(doc.source, caption.block), label=doc.blocks[caption.block].label)


def _title_below(doc: Document, block: int) -> bool:
    """Say whether the title stands in a paragraph of its own below the number."""
    if block + 1 >= len(doc.blocks):
        return False
    below = doc.blocks[block + 1]
    said = doc.said(block + 1).strip()
    if (
        below.kind not in ("para", "caption", "heading")
        or below.label
        or below.table >= 0
        or block + 1 in doc.outline.titles
    ):
        return False
    states_unit = any(table.unit == block + 1 for table in doc.tables)
    return 0 < len(said) <= _LONGEST_TITLE and said[-1] not in "。；：，" and OBJECT not in said and not states_unit
