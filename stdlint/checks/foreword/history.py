"""Give the history of versions in the foreword of a revision, behind its usual lead-in.

It lets readers follow a document whose number or title has changed from edition to edition.

修订的文件在前言最后给出历次版本发布情况，读者据此追溯编号、名称改过的旧版。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.fixed import normal, same
from stdlint.views.foreword import Statement

LEAD_IN = "本文件及其所代替文件的历次版本发布情况为："

missing_version_history = Check(
    id="FWD100",
    message="前言说明了代替旧版，但未给出历次版本发布情况。",
    message_en="The foreword names the replaced document but does not give the history of versions.",
    bad="""
        # ⟦前言⟧

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 增加了硬度的要求（见5.2）。

        本文件由××归口。
    """,
    good="""
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 增加了硬度的要求（见5.2）。

        本文件由××归口。

        本文件及其所代替文件的历次版本发布情况为：

        ——2009年首次发布为GB/T 1—2009；

        ——本次为第一次修订。
    """,
    clean=(
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》。

        本文件于2009年首次发布，本次为第一次修订。
        """,
        """
        # 前言

        本文件由××归口。
        """,
        """
        # 前言

        本标准代替GB/T 1—2000。

        本标准由××归口。
        """,
    ),
)

malformed_version_history = Check(
    id="FWD101",
    message="历次版本发布情况的引导语宜写成“{right}”",
    message_en="The history of versions is usually introduced by “{right}”",
    bad="""
        # 前言

        ⟦本标准所代替标准的历次版本发布情况为：⟧

        ——GB/T 1—2009。
    """,
    good="""
        # 前言

        本文件及其所代替文件的历次版本发布情况为：

        ——GB/T 1—2009。
    """,
    more=(
        (
            """
            # 前言

            本文件由××归口。

            ⟦本文件所代替文件历次版本发布情况如下：⟧

            ——GB/T 1—2009；

            ——本次为第一次修订。
            """,
            """
            # 前言

            本文件由××归口。

            本文件及其所代替文件的历次版本发布情况为：

            ——GB/T 1—2009；

            ——本次为第一次修订。
            """,
        ),
        (
            """
            # 前言

            ⟦本文件及其代替文件的历次版本发布情况为：⟧GB/T 1—2009。
            """,
            """
            # 前言

            本文件及其所代替文件的历次版本发布情况为：GB/T 1—2009。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件及其所代替或废止的文件的历次版本发布情况为：

        ——GB/T 1—2009。
        """,
        """
        # 前言

        本文件于2009年首次发布，本次为第一次修订。
        """,
        """
        # 前言

        本标准代替GB/T 1—2000。

        本标准所代替标准的历次版本发布情况为：

        ——GB/T 1—1990。
        """,
    ),
)

_VARIANT = "本文件及其所代替或废止的文件的历次版本发布情况为："
_COLON = patterns.compile("[：:]")


@missing_version_history.finder
@malformed_version_history.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or foreword.legacy:
        return
    if foreword.has("replacement") and not foreword.has("history"):
        yield missing_version_history.at(foreword.section.place)
    for statement in foreword.all("history"):
        if "历次版本" in statement.text and not statement.broken:
            span, whole = _lead_in(doc, statement)
            said = doc.text[slice(*span)]
            if not same(said, LEAD_IN) and not same(said, _VARIANT):
                fix = LEAD_IN if whole and normal(said).startswith("本") else None
                yield malformed_version_history.at(span, fix=fix, right=LEAD_IN)


def _lead_in(doc: Document, statement: Statement) -> tuple[Span, bool]:
    """Return the words up to the colon, or the sentence, and whether nothing else stands in them."""
    start, end = statement.span
    colon = _COLON.search(doc.text, start, end)
    if colon is not None:
        return (start, colon.end()), "首次" not in doc.text[start : colon.end()]
    return statement.span, bool(statement.items) and not statement.text.endswith("。")
