"""Keep the notes and footnotes of a table inside it, below its body, in the order paragraphs, notes, footnotes.

Outside the frame a note belongs to the clause, and a footnote to nothing: the table is copied and they stay behind.

表的注和脚注应在表框之内、表身之下；依次为段、注、表脚注。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.footnotes import is_foreign
from stdlint.views.tables import LAYOUT, DataTable, Entry, is_footnote

table_note_outside_table = Check(
    id="TAB120",
    message="表的{what}应在表框之内，不放在表的下方。",
    message_en="{what_en} of a table shall stand inside its frame, not below it.",
    bad="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        注：⟦已测量。⟧
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
        | 注：已测量。 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　尺寸

            | 长<sup>a</sup> | 宽 |
            |---|---|
            | 10 | 20 |

            ⟦a　不含涂层。⟧
            """,
            """
            # 4 要求

            表1　尺寸

            | 长<sup>a</sup> | 宽 |
            |---|---|
            | 10 | 20 |
            | a　不含涂层。 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        尺寸用卡尺测量。

        注：卡尺见GB/T 21389。
        """,
    ),
)

table_parts_out_of_order = Check(
    id="TAB130",
    message="{what}应在{before}之前：表内依次为表头、表身、段、注、表脚注。",
    message_en="{what_en} shall stand before {before_en}: the order is header, body, paragraphs, notes, footnotes.",
    bad="""
        # 4 要求

        表1　尺寸

        | 长<sup>a</sup> | 宽 |
        |---|---|
        | 10 | 20 |
        | a 不含涂层。 |
        | 注：⟦已测量。⟧ |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长<sup>a</sup> | 宽 |
        |---|---|
        | 10 | 20 |
        | 注：已测量。 |
        | a 不含涂层。 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | 注：已测量。 |
            | ⟦30⟧ | 40 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | 30 | 40 |
            | 注：已测量。 |
            """,
        ),
        (
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | 注：已测量。 |
            | ⟦长应在20 ℃时测量。⟧ |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | 长应在20 ℃时测量。 |
            | 注：已测量。 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 长<sup>a</sup> | 宽 |
        |---|---|
        | 10 | 20 |
        | 长应在20 ℃时测量。 |
        | 注1：已测量。 |
        | 注2：可测量。 |
        | a 不含涂层。 |
        """,
    ),
)

_ORDER = {"body": 0, "paragraph": 1, "note": 2, "footnote": 3}
_NAMES = {
    "body": ("表身", "the body"),
    "paragraph": ("段", "paragraphs"),
    "note": ("注", "notes"),
    "footnote": ("表脚注", "footnotes"),
}
_ENDS = ("。", "；", "：")


@table_note_outside_table.finder
@table_parts_out_of_order.finder
def find(doc: Document) -> Iterator[Finding]:
    for table in doc.tables:
        if table.use == LAYOUT or not table.captioned:
            continue
        if table.behind:
            block = table.behind[0]
            note = doc.blocks[block].kind == "note"
            if note and doc.blocks[block].label.strip("注：: ") not in ("", "1"):
                continue
            what, what_en = ("注", "Notes") if note else ("脚注", "Footnotes")
            if note or _is_marked(table, doc.said(block)[:1]):
                yield table_note_outside_table.at(doc.blocks[block].span, what=what, what_en=what_en)
        if late := _late(doc, table):
            part, block, other = late
            what, what_en = _NAMES[part]
            before, before_en = _NAMES[other]
            yield table_parts_out_of_order.at(
                doc.blocks[block].span, what=what, what_en=what_en.capitalize(), before=before, before_en=before_en
            )


def _is_marked(table: DataTable, letter: str) -> bool:
    """Say whether a letter stands as the mark of a footnote at the end of a cell."""
    return any(entry.text.endswith(letter) for row in table.rows for entry in row if entry.text)


def _late(doc: Document, table: DataTable) -> tuple[str, int, str] | None:
    """Return the first part behind one that it should precede: what it is, its block, and the other."""
    first = next((place for place in range(table.header, len(table.rows)) if table.across[place]), len(table.rows))
    highest = "body"
    for place in range(first, len(table.rows)):
        row = table.rows[place]
        for block in [block for entry in row for block in entry.cell.blocks if doc.blocks[block].kind != "label"]:
            part = _part(doc, row, block) if table.across[place] else "body"
            if part is None:
                continue
            if _ORDER[part] < _ORDER[highest] and (part != "body" or highest != "paragraph"):
                return part, block, highest
            if _ORDER[part] > _ORDER[highest]:
                highest = part
    return None


def _part(doc: Document, row: list[Entry], block: int) -> str | None:
    """Say what a paragraph across a table is; None for titles between rows."""
    if doc.blocks[block].kind == "note":
        return "note"
    said = doc.said(block)
    if is_footnote(said) or (len(row) == 1 and is_foreign(said)):
        return "footnote"
    return "paragraph" if said.rstrip().endswith(_ENDS) or (len(row) == 1 and len(said) > 20) else None
