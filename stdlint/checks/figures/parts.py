"""Set the key, paragraphs, notes and footnotes of a figure in this order between the figure and its caption.

What stands below the caption is taken for text of the clause: a note there belongs to the clause, not to the figure.

图与图题之间依次为标引序号说明、段、注、图脚注，最后是编号和图题；它们都不放在图题之下。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.figures import Figure, Part

figure_parts_out_of_order = Check(
    id="FIG090",
    message="{what}应置于{where}，图下依次为标引序号说明、段、注、脚注、编号和图题。",
    message_en="{what_en} shall stand {where_en}: the order is key, paragraphs, notes, footnotes, caption.",
    bad="""
        # 4 要求

        ![结构](a.png)

        图1　结构

        注：⟦未按比例。⟧
    """,
    good="""
        # 4 要求

        ![结构](a.png)

        注：未按比例。

        图1　结构
    """,
    more=(
        (
            """
            # 4 要求

            ![结构](a.png)

            图1　结构

            ⟦标引序号说明：⟧

            1——钉芯；

            2——钉体。
            """,
            """
            # 4 要求

            ![结构](a.png)

            标引序号说明：

            1——钉芯；

            2——钉体。

            图1　结构
            """,
        ),
        (
            """
            # 4 要求

            ![结构](a.png)

            注：未按比例。

            ⟦标引序号说明：⟧

            1——钉芯。

            图1　结构
            """,
            """
            # 4 要求

            ![结构](a.png)

            标引序号说明：

            1——钉芯。

            注：未按比例。

            图1　结构
            """,
        ),
        (
            """
            # 4 要求

            ![结构](a.png)

            a 不含涂层。

            注：⟦未按比例。⟧

            图1　结构
            """,
            """
            # 4 要求

            ![结构](a.png)

            注：未按比例。

            a 不含涂层。

            图1　结构
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        ![结构](a.png)

        标引序号说明：

        1——钉芯。

        钉芯的材料由供需双方商定。

        注：未按比例。

        a 不含涂层。

        图1　结构

        钉芯的头部应与头部的形状一致。

        注：头部的形状见5.2。
        """,
        """
        # 3 术语和定义

        ### 3.1

        钉　nail

        固定用的紧固件，见图1。

        ![钉](a.png)

        图1　钉

        注：钉有多种。
        """,
    ),
)

_ORDER = {"unit": -1, "picture": 0, "sub": 0, "lead": 1, "item": 1, "paragraph": 2, "note": 3, "footnote": 4}
_NAMES = {
    "lead": ("标引序号说明", "The key"),
    "item": ("标引序号说明", "The key"),
    "paragraph": ("段", "Paragraphs"),
    "note": ("注", "Notes"),
    "footnote": ("图脚注", "Footnotes"),
}


@figure_parts_out_of_order.finder
def find(doc: Document) -> Iterator[Finding]:
    for figure in doc.figures:
        if figure.caption < 0 or figure.above:
            continue
        last = max((place for place, part in enumerate(figure.parts) if part.kind in ("picture", "sub")), default=0)
        if late := _late(figure.parts[last:]):
            part, before = late
            where, where_en = _NAMES[before.kind]
            yield _finding(doc, part, f"{where}之前", f"before {where_en.lower()}")
        elif figure.behind and figure.parts and not _is_of_clause(doc, figure):
            yield _finding(doc, figure.behind[0], "图题之上", "above the caption")


def _is_of_clause(doc: Document, figure: Figure) -> bool:
    """Say whether what follows the caption is a note of the term entry, or one that goes on counting in the clause."""
    if figure.behind[0].kind != "note":
        return False
    return figure.region.element == "terms" or figure.behind[0].label.strip("注：: ") not in ("", "1")


def _late(parts: list[Part]) -> tuple[Part, Part] | None:
    """Return the first part that stands behind what it should precede, and that."""
    highest: Part | None = None
    for part in parts:
        if part.kind not in _NAMES:
            continue
        if highest is not None and _ORDER[part.kind] < _ORDER[highest.kind]:
            return part, highest
        if highest is None or _ORDER[part.kind] > _ORDER[highest.kind]:
            highest = part
    return None


def _finding(doc: Document, part: Part, where: str, where_en: str) -> Finding:
    what, what_en = _NAMES[part.kind]
    return figure_parts_out_of_order.at(
        doc.blocks[part.block].span, what=what, what_en=what_en, where=where, where_en=where_en
    )
