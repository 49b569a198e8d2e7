"""Count the items of every list from a) or 1), and let only one such list stand in a subclause.

“见5.2 b)” must lead to one item. Word goes on counting where a new list ought to begin, and letters are forgotten when
items are moved. Mixed markers are told by LST031. Where a quarter of the lists have gaps, the file holds only pieces of
a draft: then only the first is told.

列项的字母或数字每次从a)或1)起连续；同一条中有两个这样的列项时，“5.2 b)”指的是哪一项就不清楚了。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.lists import DIGIT, LETTER, List
from stdlint.views.wording import fold

broken_list_numbering = Check(
    id="LST050",
    message="列项的编号“{marker}”应为“{right}”。",
    message_en="The list marker “{marker}” should be “{right}”.",
    bad="""
        # 5 检验

        检查包括：

        a) 颜色；

        ⟦c)⟧ 光泽；

        d) 划痕。
    """,
    good="""
        # 5 检验

        检查包括：

        a) 颜色；

        b) 光泽；

        c) 划痕。
    """,
    more=(
        (
            """
            # 5 检验

            检查包括：

            ⟦b)⟧ 颜色；

            c) 光泽。
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

            a) 颜色，分为：

            1) 正面；

            ⟦1)⟧ 背面；

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
    ),
    clean=(
        """
        # 5 检验

        检查包括：

        a) 颜色，分为：

        1) 正面；

        2) 背面；

        b) 光泽，分为：

        1) 正面；

        2) 背面；

        注：背面可以不检查。

        c) 划痕。

        还检查：

        d) 裂纹；

        e) 尺寸。
        """,
        """
        # 5 检验

        检查包括：

        a) 颜色；b) 光泽；

        c) 划痕。
        """,
    ),
)

several_lettered_lists = Check(
    id="LST060",
    message="同一条中有两个编号的列项，引用“{marker}”时不能区分，宜分条。",
    message_en="A subclause has two lists with the same numbering; a citation of “{marker}” would be ambiguous.",
    bad="""
        # 5 检验

        ## 5.1 外观

        检查包括：

        a) 颜色；

        b) 光泽。

        记录包括：

        ⟦a)⟧ 日期；

        b) 地点。

        ## 5.2 尺寸

        尺寸见表1。
    """,
    good="""
        # 5 检验

        ## 5.1 外观

        检查包括：

        a) 颜色；

        b) 光泽。

        ## 5.2 记录

        记录包括：

        a) 日期；

        b) 地点。

        ## 5.3 尺寸

        尺寸见表1。
    """,
    clean=(
        """
        # 5 检验

        检查包括：

        ——颜色；

        ——光泽。

        记录包括：

        a) 日期；

        b) 地点。

        报告包括：

        1) 日期；

        2) 结论。
        """,
    ),
)


@broken_list_numbering.finder
@several_lettered_lists.finder
def find(doc: Document) -> Iterator[Finding]:
    seen: dict[tuple[int, str], int] = {}
    counted = [one for one in doc.lists if one.kind in (LETTER, DIGIT)]
    broken = [finding for one in counted if (finding := _broken(doc, one))]
    yield from broken[:1] if len(broken) > 3 and len(broken) * 4 > len(counted) else broken
    for one in counted:
        kind = one.kind
        if one.outer is None and one.items[0].ordinal == 1:
            key = (id(one.section), kind)
            seen[key] = seen.get(key, 0) + 1
            if seen[key] == 2:
                span = one.items[0].marker
                yield several_lettered_lists.at(span, marker=doc.text[span[0] : span[1]])


def _broken(doc: Document, one: List) -> Finding | None:
    """Return a finding at the first marker that does not follow the one before; the fix counts anew from there."""
    at = next((at for at, item in enumerate(one.items) if item.ordinal != at + 1), -1)
    if at < 0 or any(item.kind != one.kind for item in one.items):
        return None
    item = one.items[at]
    right = _marker(one.kind, at + 1)
    if at and right in fold(doc.said(one.items[at - 1].block)):
        return None
    edits = [Edit(*later.marker, _marker(one.kind, at + 1 + i)) for i, later in enumerate(one.items[at:])]
    written = doc.text[item.marker[0] : item.marker[1]]
    fix = edits if len(one.items) <= 26 else None
    return broken_list_numbering.at(item.marker, fix=fix, safe=False, marker=written, right=right)


def _marker(kind: str, ordinal: int) -> str:
    rounds, letter = divmod(ordinal - 1, 26)
    return f"{chr(97 + letter) * (rounds + 1)})" if kind == LETTER else f"{ordinal})"
