"""Refer to every figure and every table in the text, by its number.

The text says what the figure or table is for: whether its values shall be met or it only explains. One that is never
mentioned is outside the document's provisions.

每幅图和每个表均应在条文中提及其编号，并由提及的方式表明应遵守还是供参考。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.captions import Caption, label_span
from stdlint.views.pointers import OTHER, canonical
from stdlint.views.tables import FORM

uncited_figure = Check(
    id="FIG010",
    message="文中没有提及“{label}”，每幅图应在文中用编号提及。",
    message_en="“{label}” is not mentioned: every figure shall be referred to in the text by its number.",
    bad="""
        # 4 要求

        产品由三部分组成。

        ![结构](a.png)

        ⟦图1⟧　结构
    """,
    good="""
        # 4 要求

        产品由三部分组成，见图1。

        ![结构](a.png)

        图1　结构
    """,
    more=(
        (
            """
            # 4 要求

            产品的结构见图1和GB/T 1.1—2020的图2。

            ![结构](a.png)

            图1　结构

            ![尺寸](b.png)

            ⟦图2⟧　尺寸
            """,
            """
            # 4 要求

            产品的结构见图1和图2。

            ![结构](a.png)

            图1　结构

            ![尺寸](b.png)

            图2　尺寸
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        产品的结构见图1～图3，局部见图 4 a)。

        ![结构](a.png)

        图1　结构

        ![尺寸](b.png)

        图2　尺寸

        ![质量](c.png)

        图3　质量

        ![正视](d.png)

        a) 正视图

        ![侧视](e.png)

        b) 侧视图

        图4　局部
        """,
        """
        # 4 要求

        产品的结构如下图所示。

        ![结构](a.png)

        图1　结构
        """,
    ),
)

uncited_table = Check(
    id="TAB010",
    message="文中没有提及“{label}”，每个表应在文中用编号提及。",
    message_en="“{label}” is not mentioned: every table shall be referred to in the text by its number.",
    bad="""
        # 4 要求

        产品有两种规格。

        ⟦表1⟧　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    good="""
        # 4 要求

        产品的尺寸应符合表1的规定。

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    more=(
        (
            """
            # 4 要求

            试验方法见附录A。

            # 附录A（规范性）　试验

            试验应在20 ℃进行。

            ⟦表A.1⟧　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 4 要求

            试验方法见附录A。

            # 附录A（规范性）　试验

            试验应在20 ℃进行，尺寸见表A.1。

            表A.1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        产品的尺寸应符合表1、2的规定，质量按表 3确定。

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        表2　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        表3　质量

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |
        """,
    ),
)

_CHECKS = {"figure": uncited_figure, "table": uncited_table}


@uncited_figure.finder
@uncited_table.finder
def find(doc: Document) -> Iterator[Finding]:
    captions = [caption for caption in doc.captions if caption.kind in _CHECKS and caption.number]
    if not captions:
        return
    mentioned = {(p.kind, p.number) for p in doc.pointers if p.kind in _CHECKS and p.whose != OTHER}
    relative = {(p.kind, p.block) for p in doc.pointers if p.kind in _CHECKS and not p.number}
    seen: set[tuple[str, str]] = set()
    for caption in captions:
        key = (caption.kind, canonical(caption.number))
        if key in seen or key in mentioned or _is_part(doc, caption, mentioned):
            continue
        seen.add(key)
        if not _is_near(doc, caption, relative) and not _is_elsewhere(doc, caption):
            label = doc.blocks[caption.block].label
            yield _CHECKS[caption.kind].at(label_span(doc.source, caption.block), label=label)


def _is_part(doc: Document, caption: Caption, mentioned: set[tuple[str, str]]) -> bool:
    """Say whether a caption is that of a subfigure, or of a subtable whose table is mentioned."""
    if caption.kind == "figure" and caption.block not in {figure.caption for figure in doc.figures}:
        return True
    return caption.number[-1].isalpha() and (caption.kind, canonical(caption.number[:-1])) in mentioned


def _is_near(doc: Document, caption: Caption, relative: set[tuple[str, int]]) -> bool:
    """Say whether the text in front mentions it as “下图”: relative-figure-reference says how to mention it."""
    return any((caption.kind, block) in relative for block in range(max(caption.block - 12, 0), caption.block))


def _is_elsewhere(doc: Document, caption: Caption) -> bool:
    """Say whether it stands where nobody looks for a mention: front and back matter, quotations, forms of an annex."""
    region = doc.regions[caption.block]
    if region.element in ("cover", "contents", "foreword", "bibliography", "index"):
        return True
    return any(table.caption == caption.block and table.use == FORM and table.informative for table in doc.tables)
