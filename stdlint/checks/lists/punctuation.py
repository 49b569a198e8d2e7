"""Close the items of a list as its lead-in demands.

Behind a colon items end with semicolons or commas, behind a full stop with full stops, and the last item always ends
with a full stop. The last item of a list inside an item may end either way. Half-width marks are told by PUN010, a
lead-in with a wrong ending by LST020.

引语以“：”结尾时各项以“；”或“，”结尾，引语以“。”结尾时各项以“。”结尾；最后一项均以“。”结尾。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.lists import Item, List, closing, numbers_paragraphs
from stdlint.views.wording import is_chinese

wrong_item_punctuation = Check(
    id="LST021",
    message="引语以“{lead}”结尾，各项末尾应为“{right}”{found}。",
    message_en="The lead-in ends with “{lead}”, so the items shall end with “{right}”.",
    bad="""
        # 5 检验

        检查包括：

        ——颜色⟦。⟧

        ——光泽。

        ——划痕。
    """,
    good="""
        # 5 检验

        检查包括：

        ——颜色；

        ——光泽；

        ——划痕。
    """,
    more=(
        (
            """
            # 5 检验

            尺寸应符合下列要求：

            a) 长度不大于10 mm⟦;⟧

            b) 宽度不大于5 mm；

            c) 高度不大于3 mm。
            """,
            """
            # 5 检验

            尺寸应符合下列要求：

            a) 长度不大于10 mm；

            b) 宽度不大于5 mm；

            c) 高度不大于3 mm。
            """,
        ),
        (
            """
            # 5 检验

            检查下列项目。

            a) 颜色应均匀⟦；⟧

            b) 光泽应一致；

            c) 表面应无划痕。
            """,
            """
            # 5 检验

            检查下列项目。

            a) 颜色应均匀。

            b) 光泽应一致。

            c) 表面应无划痕。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            - ⟦颜色⟧
            - 光泽
            - 划痕
            """,
            """
            # 5 检验

            检查包括：

            - 颜色；
            - 光泽；
            - 划痕。
            """,
        ),
        (
            """
            # 5 检验

            检查包括：

            ——颜色⟦：⟧

            ——光泽；

            ——划痕。
            """,
            """
            # 5 检验

            检查包括：

            ——颜色；

            ——光泽；

            ——划痕。
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

        2) 背面。

        c) 划痕（见表1）；

        d) 裂纹；（需要时检查）

        e) 尺寸，按下式计算：

        $$d = a + b$$

        f) 标签；或

        g) “标志”。
        """,
        """
        # 5 检验

        检查包括:

        ——颜色;

        ——光泽,

        ——划痕。
        """,
        """
        # 5 检验

        抽样按下列步骤进行。

        a) 取样。先混匀，再分样。

        取样量不少于10 g。

        b) 保存。（见附录A）
        """,
    ),
)

wrong_last_item_punctuation = Check(
    id="LST022",
    message="列项的最后一项应以“。”结尾。",
    message_en="The last item shall end with a full stop.",
    bad="""
        # 5 检验

        检查包括：

        ——颜色；

        ——光泽⟦；⟧
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

            b) ⟦光泽⟧

            # 6 判定

            全部合格时判为合格。
            """,
            """
            # 5 检验

            检查包括：

            a) 颜色；

            b) 光泽。

            # 6 判定

            全部合格时判为合格。
            """,
        ),
        (
            """
            # 5 检验

            检验分为：

            a) 出厂检验；

            b) 型式检验，包括：

            1) 外观；

            2) 尺寸⟦；⟧
            """,
            """
            # 5 检验

            检验分为：

            a) 出厂检验；

            b) 型式检验，包括：

            1) 外观；

            2) 尺寸。
            """,
        ),
    ),
    clean=(
        """
        # 5 检验

        检查包括：

        ——颜色；

        ——光泽，按公式(1)计算：

        $$d = a + b$$
        """,
        """
        # 5 检验

        检查包括：

        ——颜色；

        ——光泽……
        """,
    ),
)

mixed_item_punctuation = Check(
    id="LST023",
    message="同一列项各项末尾的标点应一致，此处为“{sign}”，其他为“{right}”。",
    message_en="The items of one list shall end alike: here “{sign}”, elsewhere “{right}”.",
    bad="""
        # 5 检验

        检查包括：

        ——颜色；

        ——光泽⟦，⟧

        ——划痕。
    """,
    good="""
        # 5 检验

        检查包括：

        ——颜色；

        ——光泽；

        ——划痕。
    """,
    clean=(
        """
        # 5 检验

        检查包括：

        ——颜色，

        ——光泽，

        ——划痕。
        """,
    ),
)

_FULL = {";": "；", ",": "，", ":": "："}
_LOOSE = frozenset("？！…")


class _End(NamedTuple):
    """Where an item ends: the span of its mark, empty where there is none, and the block with its last words."""

    span: Span
    sign: str
    block: int


@wrong_item_punctuation.finder
@wrong_last_item_punctuation.finder
@mixed_item_punctuation.finder
def find(doc: Document) -> Iterator[Finding]:
    for one in doc.lists:
        if _is_closed(doc, one) or numbers_paragraphs(doc.source, one):
            continue
        ends = _ends(doc, one)
        bare = len(one.items) > 1 and all(end is not None and not end.sign for end in ends)
        if one.lead_in >= 0:
            yield from _items(doc, one, ends, bare)
        if one.outer is None and not bare:
            yield from _last(doc, one)


def _is_closed(doc: Document, one: List) -> bool:
    """Say whether a list, as most do, has a colon, semicolons and a full stop, or full stops throughout."""
    blocks = [one.lead_in, *(item.end for item in one.items)]
    if min(blocks) < 0 or any(item.below is not None for item in one.items):
        return False
    signs = "".join([doc.text[doc.blocks[block].span[1] - 1] for block in blocks])
    return signs.strip("。") == "" or (signs[0] == "：" and signs[-1] == "。" and signs[1:-1].strip("；") == "")


def _ends(doc: Document, one: List) -> list[_End | None]:
    """Return the ends of the items, None where an item ends with a list, a formula or the like."""
    return [None if item.below is not None else _end(doc, item) for item in one.items]


def _end(doc: Document, item: Item) -> _End | None:
    end = closing(doc.source, item.end) if item.end >= 0 else None
    return None if end is None else _End(end[0], _FULL.get(end[1], end[1]), item.end)


def _items(doc: Document, one: List, ends: list[_End | None], bare: bool) -> Iterator[Finding]:
    lead = closing(doc.source, one.outer.end if one.outer is not None and one.outer.end >= 0 else one.lead_in)
    sign = "" if lead is None else _FULL.get(lead[1], lead[1])
    if sign not in ("：", "。"):
        return
    known = [end for end in ends[:-1] if end is not None and end.sign not in _LOOSE]
    commas = sum(end.sign == "，" for end in known)
    usual = "，" if commas > sum(end.sign == "；" for end in known) else "；"
    right = usual if sign == "：" else "。"
    wrong = [end for end in known if end.sign != right and not (sign == "：" and end.sign in ("；", "，"))]
    wrong = wrong or [end for end in known if _is_narrow(doc, end)]
    if wrong:
        edits = [Edit(*end.span, right) for end in wrong]
        if bare and ends[-1] is not None and one.outer is None:
            edits.append(Edit(*ends[-1].span, "。"))
        yield wrong_item_punctuation.at(
            _words(doc, wrong[0]), fix=edits, safe=False, lead=sign, right=right, found=_said(doc, wrong[0])
        )
        return
    odd = [end for end in known if end.sign != right]
    if odd:
        edits = [Edit(*end.span, right) for end in odd]
        yield mixed_item_punctuation.at(odd[0].span, fix=edits, safe=False, sign=odd[0].sign, right=right)


def _is_narrow(doc: Document, end: _End) -> bool:
    """Say whether an item ends with a half-width mark that no rule on Chinese text meets: “10 mm;”."""
    before, sign = doc.text[end.span[0] - 1 : end.span[1]][:1], doc.text[end.span[0] : end.span[1]]
    return sign in _FULL and not is_chinese(before)


def _said(doc: Document, end: _End) -> str:
    written = doc.text[end.span[0] : end.span[1]]
    return f"，不为“{written if written in _FULL else end.sign}”" if end.sign else ""


def _words(doc: Document, end: _End) -> Span:
    return end.span if end.sign else doc.blocks[end.block].span


def _last(doc: Document, one: List) -> Iterator[Finding]:
    item = one.items[-1]
    while item.below is not None:
        item = item.below.items[-1]
    end = _end(doc, item)
    if end is None or end.sign == "。" or end.sign in (*_LOOSE, "："):
        return
    if not end.sign and one.follows >= 0 and doc.blocks[one.follows].kind not in ("para", "note", "example"):
        return
    if len(one.items) > 1:
        yield wrong_last_item_punctuation.at(_words(doc, end), fix=[Edit(*end.span, "。")])
