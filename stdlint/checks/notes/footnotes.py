"""Number the footnotes of the text 1), 2), 3) through the whole document, and keep them out of tables.

Only typed numbers are judged: those of Word's footnotes and of “[^1]” in Markdown are counted when the page is made. A
typed footnote is told by its mark in the paragraph above it; a list that a colon introduces is none. Footnotes with
letters belong to tables and figures.

条文脚注从前言起在全文连续编号，写作上标的“1)”“2)”，不按页或章重新开始；表中使用表脚注。Word和Markdown自动生成的脚注编号不作判断。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.footnotes import TextFootnote
from stdlint.views.tables import LAYOUT

broken_footnote_numbering = Check(
    id="FTN010",
    message="条文脚注应在全文连续编号，“{mark}”应为“{right}”。",
    message_en="Text footnotes are numbered consecutively through the document: “{mark}” should be “{right}”.",
    bad="""
        # 4 要求

        试剂1)应合格。

        1) 试剂由供方提供。

        # 5 试验

        溶液⟦3)⟧应澄清。

        3) 溶液由供方提供。
    """,
    good="""
        # 4 要求

        试剂1)应合格。

        1) 试剂由供方提供。

        # 5 试验

        溶液2)应澄清。

        2) 溶液由供方提供。
    """,
    more=(
        (
            """
            # 4 要求

            试剂⟦²⁾⟧应合格。

            ²⁾ 试剂由供方提供。

            溶液³⁾应澄清。

            ³⁾ 溶液由供方提供。
            """,
            """
            # 4 要求

            试剂¹⁾应合格。

            ¹⁾ 试剂由供方提供。

            溶液²⁾应澄清。

            ²⁾ 溶液由供方提供。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        试剂1)和溶液2)应合格。

        1) 试剂由供方提供。

        2) 溶液由供方提供。

        检查下列内容，见方法3)：

        1) 外观；

        2) 尺寸。
        """,
        """
        # 4 要求

        试剂应合格[^3]。

        [^3]: 试剂由供方提供。
        """,
    ),
)

malformed_footnote_marker = Check(
    id="FTN011",
    message="条文脚注应编为“1)”“2)”，“{mark}”应写作“{right}”。",
    message_en="Text footnotes are marked 1), 2): write “{right}”, not “{mark}”.",
    bad="""
        # 4 要求

        试剂⟦①⟧应合格。

        ① 试剂由供方提供。
    """,
    good="""
        # 4 要求

        试剂1)应合格。

        1) 试剂由供方提供。
    """,
    more=(
        (
            """
            # 4 要求

            试剂⟦¹⟧应合格。

            ¹ 试剂由供方提供。
            """,
            """
            # 4 要求

            试剂¹⁾应合格。

            ¹⁾ 试剂由供方提供。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        面积为10 m²，包括①外观、②尺寸。

        检查包括：

        ① 外观；

        ② 尺寸。
        """,
    ),
)

restarted_footnotes = Check(
    id="FTN012",
    message="条文脚注的编号应从前言起在全文连续，不应重新从“{mark}”开始。",
    message_en="Text footnotes are numbered through the whole document; they do not restart at “{mark}”.",
    bad="""
        # 4 要求

        试剂1)应合格。

        1) 试剂由供方提供。

        # 5 试验

        溶液⟦1)⟧应澄清。

        1) 溶液由供方提供。
    """,
    good="""
        # 4 要求

        试剂1)应合格。

        1) 试剂由供方提供。

        # 5 试验

        溶液2)应澄清。

        2) 溶液由供方提供。
    """,
)

text_footnote_in_table = Check(
    id="FTN013",
    message="表中的脚注应使用表脚注（上标的a、b……），不使用条文脚注。",
    message_en="A table has table footnotes (superscript a, b …), not text footnotes.",
    bad="""
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长[^1] | 宽 |
        |---|---|
        | 10 | 20 |

        [^1]: 不含涂层。
    """,
    good="""
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长ᵃ | 宽 |
        |---|---|
        | 10 | 20 |
        | ᵃ 不含涂层。 |
    """,
    more=(
        (
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　尺寸

            | 长度⟦1)⟧ | 宽 |
            |---|---|
            | 10 | 20 |
            | 1) 不含涂层。 |

            表2　质量

            | 长⟦¹⁾⟧ | 宽 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 4 要求

            尺寸应符合表1的规定。

            表1　尺寸

            | 长度ᵃ | 宽 |
            |---|---|
            | 10 | 20 |
            | ᵃ 不含涂层。 |

            表2　质量

            | 长ᵃ | 宽 |
            |---|---|
            | 10 | 20 |
            | ᵃ 不含涂层。 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        尺寸应符合表1的规定[^1]。

        表1　尺寸

        | 项目（见5.1 1)） | 密度/（kg/m³） |
        |---|---|
        | 外观 | 5.2 1) |
        | 体积(cm³) | 10 m³ |
        | （1）尺寸 | 列项1) |

        [^1]: 不含涂层。
        """,
    ),
)

_FIGURES = str.maketrans("0123456789)", "⁰¹²³⁴⁵⁶⁷⁸⁹⁾")


@broken_footnote_numbering.finder
@malformed_footnote_marker.finder
@restarted_footnotes.finder
def find(doc: Document) -> Iterator[Finding]:
    found = doc.text_footnotes
    if not found:
        return
    for one in found:
        mark = doc.text[slice(*one.marker)]
        if one.number and mark[-1] not in ")）⁾" and doc.text[one.marker[0]] != "\ufffc":
            right = _form(mark, one.number)
            edits = [Edit(*one.mark, right), Edit(*one.marker, right)] if one.mark and one.alone else None
            yield malformed_footnote_marker.at(one.mark or one.marker, fix=edits, mark=mark, right=right)
    if not any(anchor.kind == "footnote" for anchor in doc.source.anchors):
        yield from _counted(doc, found)


def _form(mark: str, number: int) -> str:
    """Return the right mark in the letters of another one."""
    plain = f"{number})"
    return plain.translate(_FIGURES) if mark[0] in "¹²³⁴⁵⁶⁷⁸⁹" else plain


def _counted(doc: Document, found: list[TextFootnote]) -> Iterator[Finding]:
    """Report the first number that restarts and the first that leaves a gap."""
    told: set[str] = set()
    before = 0
    for place, one in enumerate(found):
        number = one.number
        check = restarted_footnotes if number == 1 and before else broken_footnote_numbering
        if number not in (0, before + 1) and check.id not in told:
            told.add(check.id)
            mark = doc.text[slice(*one.marker)]
            right = _form(mark, place + 1)
            edits = _renumbered(doc, found) if check is broken_footnote_numbering else None
            yield check.at(one.mark or one.marker, fix=edits, safe=False, mark=mark, right=right)
        before = number or before + 1


def _renumbered(doc: Document, found: list[TextFootnote]) -> list[Edit] | None:
    """Return the edits that count all footnotes anew, None where a mark is not certain."""
    edits: list[Edit] = []
    for place, one in enumerate(found, 1):
        if one.mark is None or not one.alone:
            return None
        right = _form(doc.text[slice(*one.marker)], place)
        if one.number != place:
            edits += [Edit(*one.mark, right), Edit(*one.marker, right)]
    return edits


@text_footnote_in_table.finder
def find_in_table(doc: Document) -> Iterator[Finding]:
    told: set[int] = set()
    layout = {table.index for table in doc.tables if table.use == LAYOUT} if doc.source.tables else set()
    for anchor in doc.source.anchors:
        if anchor.kind != "footnote":
            continue
        table = doc.blocks[doc.block_at(anchor.offset)].table
        if table >= 0 and table not in layout and table not in told:
            told.add(table)
            yield text_footnote_in_table.at((anchor.offset, anchor.offset + 1))
    for footed in doc.table_footnotes:
        if footed.text_marks and footed.tables[0].index not in told:
            mark = footed.text_marks[0]
            raised = doc.text[mark[0]] in "¹²³⁴⁵⁶⁷⁸⁹"
            number = doc.text[mark[0]]
            if raised or any(note.letter[0] == number for note in footed.foreign):
                yield text_footnote_in_table.at(mark)
