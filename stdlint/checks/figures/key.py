"""Introduce the key of a figure with “标引序号说明：” and join number and name by “——”.

The form is the same everywhere, so that nobody takes the key for a note or for a list of the clause.

图中标引序号的含义用“标引序号说明：”引出，每项写为“1——名称；”，最后一项用句号。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.figures import Figure, Part, key_join, key_lead
from stdlint.views.wording import fold

malformed_figure_key = Check(
    id="FIG070",
    message="标引序号应以“标引序号说明：”引出，各项写为“1——名称”，不写“{quote}”。",
    message_en="The key begins with “标引序号说明：” and its items read “1——名称”, not “{quote}”.",
    bad="""
        # 4 要求

        ![结构](a.png)

        ⟦图例：1－钉芯⟧

        图1　结构
    """,
    good="""
        # 4 要求

        ![结构](a.png)

        标引序号说明：

        1——钉芯。

        图1　结构
    """,
    more=(
        (
            """
            # 4 要求

            ![结构](a.png)

            ⟦说明：⟧

            1——钉芯；

            2——钉体。

            图1　结构
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

            标引序号说明：

            ⟦1-钉芯；⟧

            2-钉体。

            图1　结构
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

            ⟦1—钉芯；2—钉体。⟧

            图1　结构
            """,
            """
            # 4 要求

            ![结构](a.png)

            标引序号说明：

            1——钉芯；2——钉体。

            图1　结构
            """,
        ),
        (
            """
            # 4 要求

            ![结构](a.png)

            图1　结构

            ⟦图中：⟧

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
    ),
    clean=(
        """
        # 4 要求

        ![结构](a.png)

        标引序号说明：

        $l$——长度；

        1——钉芯；　　2——钉体。

        注：未按比例。

        图1　结构
        """,
        """
        # 4 要求

        其中：

        1——钉芯；

        2——钉体。
        """,
    ),
)


@malformed_figure_key.finder
def find(doc: Document) -> Iterator[Finding]:
    for figure in doc.figures:
        if figure.caption >= 0:
            span = _first_wrong(doc, figure, figure.parts) or _first_wrong(doc, figure, figure.behind)
            if span is not None:
                yield malformed_figure_key.at(span)


def _first_wrong(doc: Document, figure: Figure, parts: list[Part]) -> Span | None:
    """Return what is wrong with a key: its lead-in, or the first item that has none or is joined in another way."""
    led = False
    for place, part in enumerate(parts):
        block = doc.blocks[part.block]
        said = f"{block.label}{doc.said(part.block)}".strip()
        if part.kind == "lead" and (lead := key_lead(said)):
            words, colon, rest = lead
            if fold(words) == "标引序号说明" and colon and not rest:
                led = True
                continue
            follows = parts[place + 1].kind if place + 1 < len(parts) else ""
            listed = key_join(rest) is not None if rest else follows == "item"
            if not listed:
                continue
            if fold(words) != "标引序号说明" or not colon or key_join(rest) != "——":
                return block.span
            led = True
        elif part.kind == "item":
            if not led or key_join(said) != "——":
                return block.span if _is_key(doc, parts, place, led) else None
            led = True
    return None


def _is_key(doc: Document, parts: list[Part], place: int, led: bool) -> bool:
    """Say whether an item without the right form belongs to a key: it has a lead-in, a dash or a neighbour."""
    if led:
        return True
    said = doc.said(parts[place].block)
    join = key_join(said) or ""
    return said[:1].isdigit() and ((join.strip("—－-–―─⸺") == "" and join != "") or _has_neighbour(parts, place))


def _has_neighbour(parts: list[Part], place: int) -> bool:
    return place + 1 < len(parts) and parts[place + 1].kind == "item"
