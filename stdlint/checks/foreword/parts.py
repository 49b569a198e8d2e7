"""Say in the foreword of a part to which document it belongs, and list the parts that are published.

Nobody can tell from one part alone what the others hold and which of them exist.

分为部分的文件，每个部分的前言说明其所属的文件，并列出已经发布的各部分，读者据此了解全貌。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.foreword import part

missing_part_statement = Check(
    id="FWD080",
    message="本文件是系列中的一个部分，前言应写“本文件是……《……》的第{part}部分。”。",
    message_en="This document is a part; the foreword does not say of which document it is Part {part}.",
    bad="""
        GB/T 1234.1—2026

        螺栓　第1部分：尺寸

        # ⟦前言⟧

        本文件由××归口。

        # 1 范围
    """,
    good="""
        GB/T 1234.1—2026

        螺栓　第1部分：尺寸

        # 前言

        本文件是GB/T 1234《螺栓》的第1部分。

        本文件由××归口。

        # 1 范围
    """,
    more=(
        (
            """
            GB/T 1234.1—2026

            螺栓　第1部分：尺寸

            # ⟦前言⟧

            GB/T 1234已经发布了以下部分：

            ——第1部分：尺寸。

            # 1 范围
            """,
            """
            GB/T 1234.1—2026

            螺栓　第1部分：尺寸

            # 前言

            本文件是GB/T 1234《螺栓》的第1部分。GB/T 1234已经发布了以下部分：

            ——第1部分：尺寸。

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        GB/T 1234.1—2026

        螺栓　第1部分：尺寸

        # 前言

        GB/T 1234《螺栓》分为以下部分：

        ——第1部分：尺寸。

        # 1 范围
        """,
        """
        GB/T 1234—2026

        螺栓

        # 前言

        本文件由××归口。

        # 1 范围
        """,
        """
        GB/T 1234.1—2018

        螺栓　第1部分：尺寸

        # 前言

        本部分按照GB/T 1.1—2009给出的规则起草。

        本部分由××归口。

        # 1 范围
        """,
    ),
)

missing_part_list = Check(
    id="FWD081",
    message="前言说明了本文件是一个部分，但未列出已经发布的部分。",
    message_en="The foreword says that this document is a part but does not list the published parts.",
    bad="""
        # 前言

        ⟦本文件是GB/T 1234《螺栓》的第1部分。⟧

        本文件由××归口。
    """,
    good="""
        # 前言

        本文件是GB/T 1234《螺栓》的第1部分。GB/T 1234已经发布了以下部分：

        ——第1部分：尺寸；

        ——第2部分：公差。

        本文件由××归口。
    """,
    more=(
        (
            """
            # 前言

            本文件是GB/T 1234《螺栓》的第1部分。⟦GB/T 1234已经发布了以下部分：⟧

            本文件由××归口。
            """,
            """
            # 前言

            本文件是GB/T 1234《螺栓》的第1部分。GB/T 1234已经发布了以下部分：

            ——第1部分：尺寸。

            本文件由××归口。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件为GB/T 1234《螺栓》的第1部分。GB/T 1234拟由三个部分构成。
        """,
        """
        # 前言

        本文件是GB/T 1234的第1部分，GB/T 1234已经发布了第1部分和第2部分。
        """,
    ),
)

part_list_out_of_order = Check(
    id="FWD082",
    message="部分的清单宜按部分编号排列，第{part}部分的位置不对。",
    message_en="The parts are listed in the order of their numbers; Part {part} is out of place.",
    bad="""
        # 前言

        本文件是GB/T 1234《螺栓》的第1部分。GB/T 1234已经发布了以下部分：

        ——第2部分：公差；

        ——⟦第1部分：尺寸；⟧

        ——第3部分：硬度。
    """,
    good="""
        # 前言

        本文件是GB/T 1234《螺栓》的第1部分。GB/T 1234已经发布了以下部分：

        ——第1部分：尺寸；

        ——第2部分：公差；

        ——第3部分：硬度。
    """,
    more=(
        (
            """
            # 前言

            GB/T 1234分为以下部分：

            ——第10部分：公差；

            ——⟦第9部分：尺寸。⟧
            """,
            """
            # 前言

            GB/T 1234分为以下部分：

            ——第9部分：尺寸；

            ——第10部分：公差。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        GB/T 1234分为以下部分：

        ——第1部分：通用要求；

        ——第2-1部分：公差；

        ——第2-10部分：尺寸，代替第1部分的附录A；

        ——第21部分：硬度。
        """,
    ),
)

_LISTED = patterns.compile(r"[\s\u3000]*第[ ]?(\d{1,3}(?:[-—–.]\d{1,3})*)[ ]?部分")
_DIGITS = patterns.compile(r"\d+")


@missing_part_statement.finder
@missing_part_list.finder
@part_list_out_of_order.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or foreword.legacy or not foreword.sentences:
        return
    own, lists = foreword.first("part"), foreword.all("parts")
    if own is None and not any("《" in one.text for one in lists) and (number := part(doc.cover)):
        yield missing_part_statement.at(foreword.section.place, part=number)
    if own is None and not lists:
        return
    open_ = [one for one in lists if one.text.endswith("：") and not one.items]
    if not lists and own is not None and not own.items and "发布了" not in own.text:
        yield missing_part_list.at(own.span)
    elif open_:
        yield missing_part_list.at(open_[0].span)
    for one in lists or ([own] if own else []):
        yield from _order(doc, one.items)


def _order(doc: Document, items: list[Span]) -> Iterator[Finding]:
    before: tuple[int, ...] = ()
    for item in items:
        match = _LISTED.match(doc.text, *item)
        if match is None:
            continue
        number = tuple(map(int, _DIGITS.findall(match[1])))
        if number < before:
            yield part_list_out_of_order.at(item, part=match[1])
            return
        before = number
