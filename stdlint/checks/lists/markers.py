"""Mark the items of a list with dashes, bullets, letters or numbers, one kind on each level.

The markers are “——” and “·”, or “a)” and “1)” where items are cited or follow one another. What an author's word
processor offers beyond them looks like numbers of clauses or cannot be cited. Markdown syntax only stands for a marker,
and a bullet that Word sets is a glyph of some font: nothing is said about these. “（一）” in front of paragraphs that
are no list is told by LVL110.

列项用“——”“·”或“a)”“1)”标示，同一层次用同一种；“（1）”“①”“1.”等容易与条的编号或公式编号混淆。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.lists import BULLET, DASH, DIGIT, LETTER, ORDINARY, List, closing, numbers_paragraphs

malformed_list_marker = Check(
    id="LST030",
    message="列项不用“{marker}”标示，应使用“——”“·”“a)”或“1)”。",
    message_en="List items are marked with a dash, a bullet, a) or 1), not with “{marker}”.",
    bad="""
        # 5 检验

        检查包括：

        ⟦（1）⟧颜色；

        （2）光泽。
    """,
    good="""
        # 5 检验

        检查包括：

        a) 颜色；

        b) 光泽。
    """,
    more=(
        (
            """
            # 5 检验

            检查包括：

            ⟦i)⟧ 颜色；

            ii) 光泽；

            iii) 划痕。

            ## 5.1 记录

            记录应包括：

            ⟦—⟧日期；

            —地点。
            """,
            """
            # 5 检验

            检查包括：

            a) 颜色；

            b) 光泽；

            c) 划痕。

            ## 5.1 记录

            记录应包括：

            ——日期；

            ——地点。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            ⟦①⟧颜色；

            ②光泽。
            """,
            """
            # 5 检验

            检查包括：

            a) 颜色；

            b) 光泽。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            ⟦1、⟧颜色；

            2、光泽。
            """,
            """
            # 5 检验

            检查包括：

            a) 颜色；

            b) 光泽。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            ⟦A)⟧ 颜色；

            B) 光泽。
            """,
            """
            # 5 检验

            检查包括：

            a) 颜色；

            b) 光泽。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            ⟦（一）⟧颜色；

            （二）光泽。
            """,
            """
            # 5 检验

            检查包括：

            a) 颜色；

            b) 光泽。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            ⟦●⟧颜色；

            ●光泽。
            """,
            """
            # 5 检验

            检查包括：

            ——颜色；

            ——光泽。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            a) 颜色，分为：

            ⟦（1）⟧正面；

            （2）背面；

            b) 光泽。
            """,
            """
            # 5 检验

            检查包括：

            a) 颜色，分为：

            1) 正面；

            2) 背面；

            b) 光泽。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            ⟦第一，⟧颜色；

            第二，光泽。
            """,
            """
            # 5 检验

            检查包括：

            a) 颜色；

            b) 光泽。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            ⟦—⟧ 颜色；

            — 光泽。
            """,
            """
            # 5 检验

            检查包括：

            ——颜色；

            ——光泽。
            """,
        ),
    ),
    clean=(
        """
        # 5 检验

        检查包括：

        a）颜色；

        b）光泽。

        抽样包括：

        1. 取样；
        2. 保存。

        记录包括：

        * 日期；
        * 地点。
        """,
        """
        # 5 检验

        产品应符合下列要求：

        一、二次回路应导通。
        """,
    ),
)

mixed_list_markers = Check(
    id="LST031",
    message="同一列项的同一层次应使用同一种标示，此处“{marker}”与“{first}”不同。",
    message_en="One level of a list shall have one kind of marker; “{marker}” differs from “{first}”.",
    bad="""
        # 5 检验

        检查包括：

        ——颜色；

        ⟦a)⟧ 光泽。
    """,
    good="""
        # 5 检验

        检查包括：

        ——颜色；

        ——光泽。
    """,
    more=(
        (
            """
            # 5 检验

            检查包括：

            a) 颜色；

            b) 光泽；

            ⟦3)⟧ 划痕。
            """,
            """
            # 5 检验

            检查包括：

            a) 颜色；

            b) 光泽；

            c) 划痕。
            """,
        ),
    ),
    clean=(
        """
        # 5 检验

        检查包括：

        a) 颜色：

        ——正面；

        ——背面；

        b) 光泽：

        · 正面；

        · 背面。
        """,
    ),
)

swapped_list_markers = Check(
    id="LST033",
    message="第一层次通常用“——”或“a)”，第二层次通常用“·”或“1)”，此处相反。",
    message_en="The first level usually has a dash or a), the second a bullet or 1); here it is the other way round.",
    bad="""
        # 5 检验

        检查包括：

        ⟦1)⟧ 颜色，分为：

        a) 正面；

        b) 背面；

        2) 光泽。
    """,
    good="""
        # 5 检验

        检查包括：

        a) 颜色，分为：

        1) 正面；

        2) 背面；

        b) 光泽。
    """,
    clean=(
        """
        # 5 检验

        检查包括：

        1) 颜色；

        2) 光泽。
        """,
    ),
)

_SHORT = frozenset(("—", "―", "--", "──"))
_USUAL = {DASH: "——", BULLET: "·"}


@malformed_list_marker.finder
@mixed_list_markers.finder
@swapped_list_markers.finder
def find(doc: Document) -> Iterator[Finding]:
    swapped: set[int] = set()
    for one in doc.lists:
        if numbers_paragraphs(doc.source, one):
            continue
        if one.outer is not None and _goes_on(doc, one):
            yield _mixed(doc, one, 0, one.outer.marker)
            continue
        yield from _malformed(doc, one)
        odd = next((at for at, item in enumerate(one.items) if item.kind != one.kind), 0)
        if odd:
            yield _mixed(doc, one, odd, one.items[0].marker)
        outer = one.parent
        if outer is None or one.level != 2 or id(outer) in swapped:
            continue
        if outer.kind in (DIGIT, BULLET) and one.kind in (LETTER, DASH):
            swapped.add(id(outer))
            yield swapped_list_markers.at(outer.items[0].marker)


def _goes_on(doc: Document, one: List) -> bool:
    """Say whether a list with typed markers goes on with that of its item: the item is closed, and no other follows."""
    outer = one.outer
    if outer is None or one.parent is None or not one.items[0].typed or one.parent.items[-1] is not outer:
        return False
    end = closing(doc.source, outer.end) if outer.end >= 0 else None
    return end is not None and end[1] in ("；", "，", ";", ",")


def _mixed(doc: Document, one: List, at: int, first: tuple[int, int]) -> Finding:
    span = one.items[at].marker
    return mixed_list_markers.at(span, marker=doc.text[span[0] : span[1]], first=doc.text[first[0] : first[1]])


def _malformed(doc: Document, one: List) -> Iterator[Finding]:
    first = one.items[0]
    written = doc.text[first.marker[0] : first.marker[1]]
    short = first.kind == DASH and first.typed and written in _SHORT
    if (first.kind in ORDINARY and not short) or not (first.typed or first.ordinal):
        return
    edits = [
        Edit(*item.marker, _right(one.level, item.ordinal))
        for item in one.items
        if item.kind == first.kind and item.ordinal <= 26
    ]
    yield malformed_list_marker.at(first.marker, fix=edits, safe=False, marker=written)


def _right(level: int, ordinal: int) -> str:
    if not ordinal:
        return _USUAL[DASH if level == 1 else BULLET]
    return f"{chr(96 + ordinal)})" if level == 1 else f"{ordinal})"
