"""Pair brackets, quotes and title marks, both of one form.

A bracket that opens in full width closes in full width. Inside 《》 a further title stands in 〈〉. A mark without
partner leaves open where the aside, the quotation or the title ends. Markers of list items such as “a)”, half-open
intervals such as “(0,5]” and pairs that a page or a cell cuts apart are not reported.

括号、引号、书名号应成对，一对括号的全角、半角一致；书名号内再用书名号时用单书名号。列项编号“a)”、半开区间和被
分页、分格隔开的括号不报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.punctuation import MIXED, NESTED, UNPAIRED

mixed_bracket_width = Check(
    id="PUN120",
    message="“{first}”和“{last}”不是一对，括号的全角、半角应一致。",
    message_en="“{first}” and “{last}” are no pair; both brackets shall have the same width.",
    bad="""
        # 4 要求

        外观应完好⟦（见5.2)⟧。
    """,
    good="""
        # 4 要求

        外观应完好（见5.2）。
    """,
    more=(
        (
            """
            # 4 要求

            应由委员会⟦(SAC/TC 1）⟧确认，颜色⟦（红、蓝（浅）等)⟧应均匀。
            """,
            """
            # 4 要求

            应由委员会（SAC/TC 1）确认，颜色（红、蓝（浅）等）应均匀。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合（见5.2 a)）和（见5.2的a)、b)）的规定，按5.2 a)～c)进行。范围为（0,5]和[0,5)，f(x)见（图1(b)）。
        """,
    ),
)

unpaired_bracket = Check(
    id="PUN121",
    message="“{mark}”没有配对的另一半。",
    message_en="“{mark}” has no partner.",
    bad="""
        # 4 要求

        外观应完好⟦（⟧见5.2。
    """,
    good="""
        # 4 要求

        外观应完好（见5.2）。
    """,
    more=(
        (
            """
            # 4 要求

            标志上应有⟦“⟧易碎字样。

            尺寸应符合图样5.2⟦）⟧的规定，色差（ΔE）应不大于2。

            按《甲办法》⟦》⟧执行。
            """,
            """
            # 4 要求

            标志上应有“易碎”字样。

            尺寸应符合图样（5.2）的规定，色差（ΔE）应不大于2。

            按《甲办法》执行。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        按5.2 a)、第1)项、（一）和ii)的规定，取[0,5)或（5,10]，应符合图1a)的规定。

        说明如下：“外观应完好。

        尺寸应合格。”

        时刻采用（

        UTC时间）表示。
        """,
        """
        # 4 试剂

        使用试剂A1)。

        1) 市售产品。
        """,
    ),
)

nested_title_marks = Check(
    id="PUN210",
    message="书名号内的“{quote}”应用单书名号〈〉。",
    message_en="Inside 《》 the title “{quote}” takes 〈〉.",
    bad="""
        # 4 要求

        按《关于⟦《办法》⟧的说明》执行。
    """,
    good="""
        # 4 要求

        按《关于〈办法〉的说明》执行。
    """,
    clean=(
        """
        # 4 要求

        按《关于〈办法〉的说明》和《甲办法》《乙办法》执行。
        """,
    ),
)


@mixed_bracket_width.finder
@unpaired_bracket.finder
@nested_title_marks.finder
def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    for sites in doc.punctuation(MIXED):
        for site in sites:
            yield mixed_bracket_width.at(
                site.span, fix=site.edits, first=text[site.span[0]], last=text[site.span[1] - 1]
            )
    for sites in doc.punctuation(UNPAIRED):
        lone = next((site for site in sites if not _marks_footnote(doc, site.span[0])), None)
        if lone is not None:
            yield unpaired_bracket.at(lone.span, mark=text[lone.span[0]])
    for sites in doc.punctuation(NESTED):
        for site in sites:
            yield nested_title_marks.at(site.span, fix=site.edits, quote=text[slice(*site.span)])


def _marks_footnote(doc: Document, at: int) -> bool:
    """Say whether a bracket closes the mark of a text footnote behind a letter: “试剂A1)”."""
    before = doc.text[at - 1]
    if doc.text[at] not in ")）" or not before.isdecimal() or not doc.text_footnotes:
        return False
    return int(before) in {footnote.number for footnote in doc.text_footnotes}
