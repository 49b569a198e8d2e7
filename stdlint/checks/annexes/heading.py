"""Head an annex with its number, its kind and its title.

In Word the three stand on three lines; Markdown knows no such heading, so there the line breaks are not looked at.

附录的标题由编号、“（规范性）”或“（资料性）”、标题三行组成。Markdown的标题只有一行，不查换行。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import LINE_BREAK, Span
from stdlint.views.outline import Section
from stdlint.views.wording import BLANK, fold

missing_annex_kind = Check(
    id="ANX050",
    message="附录应在编号之下标明“（规范性）”或“（资料性）”。",
    message_en="An annex is marked “（规范性）” or “（资料性）” under its number.",
    bad="""
        # 4 要求

        # 附录A　⟦试验记录⟧
    """,
    good="""
        # 4 要求

        # 附录A（资料性）　试验记录
    """,
    more=(
        (
            """
            # 4 要求

            附录A

            ⟦试验记录⟧

            A.1　概述

            附录B

            （规范性）

            试验方法

            B.1　概述
            """,
            """
            # 4 要求

            附录A

            （资料性）

            试验记录

            A.1　概述

            附录B

            （规范性）

            试验方法

            B.1　概述
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        # 附录A（资料性）　试验记录

        # 附录B（规范性附录）　试验方法

        # 附录C

        （资料性）

        其他

        # 附录一（资料性）　另一个
        """,
    ),
)

superseded_annex_kind = Check(
    id="ANX051",
    message="附录的性质“{quote}”是旧版的写法，应为“{right}”。",
    message_en="“{quote}” is the form of an older edition: it should read “{right}”.",
    bad="""
        # 4 要求

        # 附录A⟦（资料性附录）⟧　试验记录
    """,
    good="""
        # 4 要求

        # 附录A（资料性）　试验记录
    """,
    more=(
        (
            """
            # 4 要求

            附录A

            ⟦(规范性附录)⟧

            试验方法

            A.1　概述

            # 附录B⟦（提示的附录）⟧　试验记录

            # 附录D ⟦规范性附录⟧ 试验装置

            # 附录C⟦（补充件）⟧　试验步骤
            """,
            """
            # 4 要求

            附录A

            (规范性)

            试验方法

            A.1　概述

            # 附录B（资料性）　试验记录

            # 附录D （规范性） 试验装置

            # 附录C（规范性）　试验步骤
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        见附录A（资料性附录）。

        # 附录A（资料性）　试验记录

        # 附录B( 规范性 )　试验方法
        """,
    ),
)

missing_annex_title = Check(
    id="ANX052",
    message="附录{letter}没有标题。",
    message_en="Annex {letter} has no title.",
    bad="""
        # 4 要求

        # ⟦附录A⟧（资料性）

        ## A.1 概述
    """,
    good="""
        # 4 要求

        # 附录A（资料性）　试验记录

        ## A.1 概述
    """,
    more=(
        (
            """
            # 4 要求

            ⟦附录A⟧

            （资料性）

            A.1　概述

            记录的内容见表A.1。
            """,
            """
            # 4 要求

            附录A

            （资料性）

            试验记录

            A.1　概述

            记录的内容见表A.1。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        # 附录A（资料性）

        试验记录

        # 附录B　试验方法
        """,
    ),
)

malformed_annex_heading = Check(
    id="ANX053",
    message="附录的编号、性质和标题应依次分三行，“{title}”应在性质之后另起一行。",
    message_en="Number, kind and title of an annex stand on three lines in this order: “{title}” begins the third.",
    bad="""
        # 4 要求

        # 附录A⟦（资料性）试验记录⟧
    """,
    good="""
        # 4 要求

        附录A

        （资料性）

        试验记录

        ## A.1 概述
    """,
    more=(
        (
            """
            # 4 要求

            # 附录A

            ⟦试验记录⟧

            （资料性）

            ## A.1 概述
            """,
            """
            # 4 要求

            # 附录A

            （资料性）

            试验记录

            ## A.1 概述
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        附录A

        （资料性）

        试验记录

        ## A.1 概述
        """,
    ),
    formats=("docx",),
)

_BRACKETED = patterns.compile(rf"[（(]{BLANK}*$")
_CLOSED = patterns.compile(rf"(?P<annex>{BLANK}*的?附录)?{BLANK}*[）)]")
_RIGHT = {
    "规范性": "规范性",
    "资料性": "资料性",
    "标准的": "规范性",
    "提示的": "资料性",
    "补充件": "规范性",
    "参考件": "资料性",
}
_STATUS_WORDS = patterns.compile("规范性|资料性|推荐性|标准的|提示的|补充件|参考件")


@missing_annex_kind.finder
@superseded_annex_kind.finder
@missing_annex_title.finder
@malformed_annex_heading.finder
def find(doc: Document) -> Iterator[Finding]:
    for annex in doc.outline.all("annex"):
        title = fold(annex.title).strip("()")
        if annex.status_span is None:
            if not _STATUS_WORDS.search(annex.title) and not _follows(doc, annex):
                yield missing_annex_kind.at(annex.place)
        else:
            yield from _kind(doc, annex, annex.status_span)
        if not title and annex.number and annex.label and not _titled_below(doc, annex):
            yield missing_annex_title.at(annex.label, letter=annex.number)


def _follows(doc: Document, annex: Section) -> bool:
    """Say whether the kind stands in one of the lines below, where no heading was seen in it."""
    return any(_STATUS_WORDS.search(doc.said(at)) and len(doc.said(at)) < 12 for at in annex.body[:2])


def _titled_below(doc: Document, annex: Section) -> bool:
    """Say whether a short line under the number looks like the title."""
    first = next(iter(annex.body), None)
    if first is None:
        return False
    block, said = doc.blocks[first], doc.said(first).strip()
    plain = block.kind in ("para", "heading") and block.table < 0 and not block.label
    return plain and 0 < len(said) <= 40 and not said.endswith(("。", "：", "；", ":"))


def _kind(doc: Document, annex: Section, status: Span) -> Iterator[Finding]:
    block = doc.blocks[doc.block_at(status[0])].span
    before = _BRACKETED.search(doc.text, block[0], status[0])
    behind = _CLOSED.match(doc.text, status[1], block[1])
    start, end = (before.start() if before else status[0]), (behind.end() if behind else status[1])
    said = doc.text[slice(*status)]
    right = _RIGHT.get(annex.status, "")
    if not before and doc.text.startswith("附录", end):
        yield superseded_annex_kind.at((start, end + 2), fix=f"（{right}）", right=f"（{right}）")
    elif right and (said != right or (behind is not None and behind["annex"])):
        brackets = (doc.text[start], doc.text[end - 1]) if before and behind else ("（", "）")
        yield superseded_annex_kind.at((start, end), fix=right.join(brackets), right=f"（{right}）")
    one_line = block[0] <= annex.head[0] and annex.head[1] <= block[1] and annex.head[0] < annex.head[1]
    if doc.format == "docx" and one_line and end <= annex.head[0] and LINE_BREAK not in doc.text[end : annex.head[0]]:
        yield malformed_annex_heading.at((start, annex.head[1]), title=annex.title)
    elif doc.format == "docx" and fold(annex.title).strip("()") and annex.head[1] <= start:
        yield malformed_annex_heading.at(annex.head, title=annex.title)
