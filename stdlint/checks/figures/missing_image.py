"""Give every figure caption its figure, and every picture an image that the file holds.

Pictures are lost when a draft is copied together or converted. A figure may be a picture, a drawing with text boxes, a
formula, a table or code; a caption with none of them near it has lost it. A Markdown file without any picture has lost
all of them on its way, and nothing is said of the single ones.

图题应有对应的图；图像丢失或仅链接到本机文件时，收件人看不到图。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import OBJECT
from stdlint.views.captions import label_span
from stdlint.views.figures import Figure

missing_image = Check(
    id="FIG110",
    message="图{number}没有对应的图，或图像无法读取。",
    message_en="Figure {number} has no picture, or its image cannot be read.",
    bad="""
        # 4 结构

        结构见图1，外形见图2。

        ![结构](1.png)

        图1　结构

        外形应符合设计要求。

        ⟦图2⟧　外形
    """,
    good="""
        # 4 结构

        结构见图1，外形见图2。

        ![结构](1.png)

        图1　结构

        外形应符合设计要求。

        ![外形](2.png)

        图2　外形
    """,
    more=(
        (
            """
            # 4 结构

            尺寸应符合表1的规定，结构见图1。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            产品的结构如下。

            ⟦图1⟧　结构
            """,
            """
            # 4 结构

            尺寸应符合表1的规定，结构见图1。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            产品的结构如下。

            ![结构](1.png)

            图1　结构
            """,
        ),
        (
            """
            # 4 结构

            结构应符合图1的规定。

            ⟦图1⟧　结构

            # 5 要求

            产品应完好。
            """,
            """
            # 4 结构

            结构应符合图1的规定。

            ![结构](1.png)

            图1　结构

            # 5 要求

            产品应完好。
            """,
        ),
    ),
    clean=(
        """
        # 4 结构

        结构见图1和图2。

        图1　结构

        外形应符合设计要求。

        图2　外形
        """,
        """
        # 4 结构

        流程见图1，代码见图2，菜单见图3。

        | 输入 | 输出 |
        |---|---|
        | 甲 | 乙 |

        图1　流程

        ```
        a = b
        ```

        图2　代码

        ![菜单](3.png)

        图3　菜单

        图3　菜单（续）
        """,
        """
        # 4 编码

        代码的结构见图1，示例见图2。

        □□□ / □□□□□□

        图1　代码的结构

        ![示例](2.png)

        图2　示例
        """,
    ),
)


_DRAWN = patterns.compile("□{2}|[│┌┐└┘├┤┬┴┼]|─{3}")


@missing_image.finder
def find(doc: Document) -> Iterator[Finding]:
    lost = [anchor.offset for anchor in doc.source.anchors if anchor.lost]
    figures = [figure for figure in doc.figures if figure.caption >= 0 and not figure.continued]
    blind = {block for offset in lost if (block := doc.block_at(offset)) >= 0}
    told: list[Figure] = []
    for figure in figures:
        shown = set(figure.pictures)
        if (shown and shown <= blind) or (not shown and not _stands_near(doc, figure)):
            told.append(figure)
    if len(told) > 1 and len(told) * 2 > len(figures) and not blind:
        return
    for figure in told:
        yield missing_image.at(label_span(doc.source, figure.caption), number=figure.number)


def _stands_near(doc: Document, figure: Figure) -> bool:
    """Say whether anything that may be the figure stands above its caption, or directly below it."""
    at, caption = figure.caption, doc.blocks[figure.caption]
    if caption.table >= 0 or caption.kind == "box":
        return True
    below = doc.blocks[at + 1 : at + 3]
    if any(_shows(doc, at + 1 + n) for n in range(len(below))):
        return True
    captioned = {table.index for table in doc.tables if table.caption >= 0}
    for near in range(at - 1, -1, -1):
        if doc.blocks[near].table in captioned:
            return False
        if _shows(doc, near):
            return True
        if doc.blocks[near].kind == "caption" or near in doc.outline.titles:
            return False
    return False


def _shows(doc: Document, index: int) -> bool:
    block = doc.blocks[index]
    if block.kind in ("code", "formula", "box", "quote") or block.table >= 0:
        return True
    said = doc.text[block.span[0] : block.span[1]]
    return OBJECT in said or _DRAWN.search(said) is not None
