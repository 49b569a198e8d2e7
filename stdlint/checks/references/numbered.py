"""List the normative references without serial numbers or bullets.

A document is found by its own number. Serial numbers belong to the bibliography.

规范性引用文件按文件编号查找，清单中的文件前面不加序号、方括号编号、破折号或圆点。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.entries import Entry

numbered_reference = Check(
    id="REF030",
    message="引用文件清单中的文件不编号，“{marker}”应删除（共{count}项）。",
    message_en="Entries of the references carry no numbers or bullets; delete “{marker}” ({count} entries).",
    bad="""
        # 2 规范性引用文件

        ⟦[1]⟧ GB/T 191　包装储运图示标志

        [2] GB/T 6388　运输包装收发货标志
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 6388　运输包装收发货标志
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦1、⟧GB/T 191　包装储运图示标志

            2、GB/T 6388　运输包装收发货标志
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            GB/T 6388　运输包装收发货标志
            """,
        ),
        (
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            ⟦——⟧GB/T 6388　运输包装收发货标志
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            GB/T 6388　运输包装收发货标志
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ⟦a)⟧ GB/T 191　包装储运图示标志

            b) 中华人民共和国药典
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            中华人民共和国药典
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ⟦（1）⟧GB/T 191　包装储运图示标志
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ⟦·⟧GB/T 191　包装储运图示标志
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        H.264　视频编码

        # 4 编码
        """,
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 参考文献

        [1] GB/T 6388　运输包装收发货标志
        """,
        """
        # 2 规范性引用文件

        | 序号 | 编号 |
        |---|---|
        | 1 | GB/T 191 |
        """,
    ),
)


@numbered_reference.finder
def find(doc: Document) -> Iterator[Finding]:
    numbered = [entry for entry in doc.entries.normative if _is_numbered(doc, entry)]
    if not numbered:
        return
    first = numbered[0].marker
    assert first is not None
    edits = [Edit(entry.marker[0], _stop(entry), "") for entry in numbered if entry.marker]
    yield numbered_reference.at(first, fix=edits, marker=doc.text[slice(*first)], count=len(numbered))


_RECOMMENDATION = patterns.compile(r"[A-Z]\.\d{3,4}")


def _is_numbered(doc: Document, entry: Entry) -> bool:
    """Say whether a serial number or bullet stands in front of an entry; Markdown needs “-” to tell the lines apart."""
    if entry.marker is None or entry.prose or entry.cell or _RECOMMENDATION.fullmatch(doc.text, *entry.marker):
        return False
    return not (entry.computed and doc.format == "markdown" and not doc.text[entry.marker[0]].isdigit())


def _stop(entry: Entry) -> int:
    """Return the end of what goes with a marker: the blank behind it, where both stand in one block."""
    assert entry.marker is not None
    return entry.marker[1] if entry.label else entry.span[0]
