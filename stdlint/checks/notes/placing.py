"""Put a note below the text that it concerns.

A note that stands in front of the text of its clause, or between a lead-in and its list, explains what nobody has read
yet. Notes of tables and figures, and those of term entries, have their own rules (TAB120, TAB130, FIG090, TRM032).

注宜置于所涉及的章、条或段的下方；放在正文之前或引导语与列项之间时，读者还不知道它说明什么。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.notes import Note

misplaced_note = Check(
    id="NTE020",
    message="注宜置于所涉及的章、条或段的下方，不宜放在{where}。",
    message_en="A note should follow the text that it concerns; this one stands {where_en}.",
    bad="""
        # 5 要求

        ## 5.1 外观

        注：⟦外观用目测。⟧

        外观应完好。

        ## 5.2 尺寸

        尺寸应符合GB/T 1的规定。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        注：外观用目测。

        ## 5.2 尺寸

        尺寸应符合GB/T 1的规定。
    """,
    more=(
        (
            """
            # 5 要求

            检查下列内容：

            注：⟦检查用目测。⟧

            a) 外观；

            b) 尺寸。
            """,
            """
            # 5 要求

            检查下列内容：

            a) 外观；

            b) 尺寸。

            注：检查用目测。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        注：要求分为两类。

        ## 5.1 外观

        外观应完好。

        注：外观用目测。

        尺寸应符合GB/T 1的规定。

        ## 5.2 标志

        5.2.1　标志应清晰。

        注：标志为矩形。

        5.2.2　标志应牢固。
        """,
    ),
)

_ELEMENTS = frozenset(("introduction", "scope", "symbols", "clause", "annex"))


@misplaced_note.finder
def find(doc: Document) -> Iterator[Finding]:
    for note in doc.notes:
        first = note.blocks[0]
        if note.kind != "note" or note.table >= 0 or doc.regions[first].element not in _ELEMENTS:
            continue
        section = doc.outline.owner[first]
        if first == _first(section.body) and section.titled and section.title and _has_text(doc, note):
            yield misplaced_note.at(doc.blocks[first].span, where="正文之前", where_en="in front of the text")
        elif _parts_list(doc, note):
            where = "引导语和列项之间"
            yield misplaced_note.at(doc.blocks[first].span, where=where, where_en="between a lead-in and its list")


def _first(body: list[int]) -> int:
    return body[0] if body else -1


def _has_text(doc: Document, note: Note) -> bool:
    """Say whether text of the same clause follows."""
    following = (at for at in doc.outline.owner[note.blocks[0]].body if at > note.blocks[-1])
    return any(
        doc.regions[at].role == "text" and doc.blocks[at].kind in ("para", "item") and doc.said(at).strip()
        for at in following
    )


def _parts_list(doc: Document, note: Note) -> bool:
    """Say whether a paragraph with a colon stands in front of the note, and an item of a list behind it."""
    before = note.blocks[0] - (2 if doc.blocks[note.blocks[0] - 1].kind == "label" else 1)
    behind = note.blocks[-1] + 2
    if before < 0 or behind >= len(doc.blocks) or doc.regions[before].role != "text":
        return False
    owner = doc.outline.owner
    same = owner[before] is owner[note.blocks[0]] is owner[behind]
    item = doc.blocks[behind].kind == "item" and doc.regions[behind].role == "text"
    return same and item and doc.said(before).rstrip().endswith(("：", ":"))
