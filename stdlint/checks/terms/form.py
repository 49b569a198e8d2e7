"""Set out terms as entries, not as a table, and without footnotes.

术语逐条列出，不编成表；需要补充的信息用注，不用脚注。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import fold

terms_in_table = Check(
    id="TRM130",
    message="术语条目不应编成表的形式。",
    message_en="Term entries are not set out as a table.",
    bad="""
        # 3 术语和定义

        下列术语和定义适用于本文件。

        | ⟦术语⟧ | 定义 |
        |---|---|
        | 文件 | 固定在介质上的信息 |
    """,
    good="""
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        # 4 缩略语

        | 缩略语 | 含义 |
        |---|---|
        | DOC | 文件 |
        """,
        """
        # 3 术语、定义和缩略语

        ## 3.1 术语和定义

        ### 3.1.1

        文件　document

        固定在介质上的信息。

        ## 3.2 缩略语

        | 缩略语 | 中文术语 | 英文全称 |
        |---|---|---|
        | DOC | 文件 | document |
        """,
    ),
)

footnote_in_terms = Check(
    id="TRM131",
    message="术语条目不准许有脚注，应改用注。",
    message_en="Term entries have no footnotes; use a note.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件⟦[^1]⟧　document

        固定在介质上的信息。

        [^1]: 包括纸质文件。
    """.replace("⟦[^1]⟧", "[^1]"),
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        注：包括纸质文件。
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            文件⟦1)⟧　document

            固定在介质上的信息。
            """,
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            固定在介质（见图1）上的信息。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        # 4 试剂

        使用试剂A[^1]。

        [^1]: 该试剂由多家供应商提供。
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt⟦¹⁾⟧

            threaded fastener with a head
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            Note 1 to entry: The head may be square.
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        fastener of length (in size 1) and of the area (l = 5 m²) with a head
        """,
    ),
)

_HEAD = patterns.compile(r"术语|名词|词条|^(?:概念|名称|中文名?称?)$")
_SIGNS = patterns.compile(r"缩略|缩写|略语|符号|代号")
_MEANING = patterns.compile(r"定义|解释|含义|说明|英文|释义")


_TYPED_MARK = patterns.compile(r"(?<=[\u4e00-\u9fff])\d[)）](?=$|[，。；\u3000 ]|\n)")


_ENGLISH_MARK = patterns.compile(r"(?<=[a-z]{3})(?:[¹²³]+[⁾)]|\d[)](?=$|[,.;\s]))")


@terms_in_table.finder
@footnote_in_terms.finder
def find(doc: Document) -> Iterator[Finding]:
    for table in doc.source.tables:
        head = [index for cell in table.cells if cell.row == 0 for index in cell.blocks]
        if not head or doc.regions[head[0]].element != "terms":
            continue
        named = next((index for index in head if _HEAD.search(fold(doc.said(index)))), None)
        if any(_SIGNS.search(doc.said(index)) for index in head):
            continue
        if named is not None and any(_MEANING.search(doc.said(index)) for index in head):
            yield terms_in_table.at(doc.blocks[named].span)
    inside = {block for entry in doc.terms.entries for block in entry.blocks}
    for anchor in doc.source.anchors:
        if anchor.kind in ("footnote", "endnote") and doc.block_at(anchor.offset) in inside:
            yield footnote_in_terms.at((anchor.offset, anchor.offset + 1))
    marks = _TYPED_MARK if doc.lang == "zh" else _ENGLISH_MARK
    for entry in doc.terms.entries:
        for start, end in (entry.term if doc.lang == "zh" else entry.line, *entry.definition):
            for match in marks.finditer(doc.text, start, end):
                before = doc.text[start : match.start()]
                if before.count("（") + before.count("(") <= before.count("）") + before.count(")"):
                    yield footnote_in_terms.at(match.span())
