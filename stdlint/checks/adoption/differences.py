"""Say in the foreword of a modified adoption what differs from the international document, and why.

Who knows the international document has to find out where this one departs from it: technical differences with their
reasons, structural changes with a comparison of the clause numbers. Long lists stand in an informative annex.

修改采用的文件在前言（或附录）中说明结构调整、技术差异及其原因；调整或差异较多时，用资料性附录列出一览表。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.adoption import MODIFIED
from stdlint.views.foreword import Foreword, Statement, told

missing_technical_differences = Check(
    id="ADO040",
    message="修改采用国际文件的，前言应说明技术差异及其原因，{missing}。",
    message_en="The foreword of a modified adoption lacks {missing_en}.",
    bad="""
        # 前言

        本文件⟦修改采用⟧ISO 9:2015《……》。

        本文件由××归口。
    """,
    good="""
        # 前言

        本文件修改采用ISO 9:2015《……》。

        本文件与ISO 9:2015相比，存在较多技术差异，技术差异及其原因一览表见附录A。

        本文件由××归口。
    """,
    more=(
        (
            """
            # 前言

            本标准使用重新起草法⟦修改采用⟧ISO 9001:2015《质量管理体系》（英文版）。

            本文件由××归口。
            """,
            """
            # 前言

            本标准使用重新起草法修改采用ISO 9001:2015《质量管理体系》（英文版）。

            本文件与ISO 9001:2015的技术性差异及其原因如下：

            ——删除了7.3，不属于本文件规定的内容。

            本文件由××归口。
            """,
        ),
        (
            """
            # 前言

            本文件修改采用ISO 9001:2015《质量管理体系》。

            ⟦本文件与ISO 9001:2015的技术差异如下：⟧

            ——删除了7.3；

            ——增加了8.4（见8.4）。

            本文件由××归口。
            """,
            """
            # 前言

            本文件修改采用ISO 9001:2015《质量管理体系》。

            本文件与ISO 9001:2015的技术差异及其原因如下：

            ——删除了7.3，我国已有单独的规定；

            ——增加了8.4（见8.4）。

            本文件由××归口。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015相比做了下述结构调整：

        ——第4章对应ISO 9001:2015的第5章。
        """,
        """
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015的技术差异如下：

        ——增加了8.4（见8.4），以适应我国的技术条件。
        """,
        """
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        # 1 范围

        # 附录A

        （资料性）

        本文件与ISO 9001:2015的技术差异及其原因

        表A.1给出了差异。
        """,
        """
        # 前言

        GB/T 19001—2008修改采用ISO 9001:2008《质量管理体系》。
        """,
    ),
)

missing_structure_comparison = Check(
    id="ADO041",
    message="前言写明“{quote}”，但没有给出与国际文件的结构编号对照一览表。",
    message_en="The foreword says “{quote}” but no table compares the numbers of the clauses.",
    bad="""
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015相比，⟦在结构上有较多调整⟧。
    """,
    good="""
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015相比，在结构上有较多调整。两个文件之间的结构编号变化对照一览表见附录A。
    """,
    more=(
        (
            """
            # 前言

            本文件修改采用ISO 9001:2015《质量管理体系》。

            本文件与ISO 9001:2015相比，⟦做了较大的结构调整⟧，技术差异及其原因如下：

            ——删除了7.3，以适应我国的技术条件。
            """,
            """
            # 前言

            本文件修改采用ISO 9001:2015《质量管理体系》。

            本文件与ISO 9001:2015相比，做了较大的结构调整，章条编号对照情况见附录A。

            本文件与ISO 9001:2015的技术差异及其原因如下：

            ——删除了7.3，以适应我国的技术条件。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015相比做了下述结构调整：

        ——第4章对应ISO 9001:2015的第5章。
        """,
        """
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015相比，在结构上有较多调整。

        # 1 范围

        # 附录A

        （资料性）

        本文件与ISO 9001:2015的章条编号对照

        表A.1给出了对照。
        """,
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，除结构有较大调整外，主要技术变化如下：

        a) 增加了硬度的要求（见5.2）。
        """,
    ),
)

missing_difference_annex = Check(
    id="ADO090",
    message="前言列出了{count}项技术差异，宜改用资料性附录“技术差异及其原因一览表”给出。",
    message_en="The foreword lists {count} technical differences; an informative annex is the place for so many.",
    bad="""
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        ⟦本文件与ISO 9001:2015的技术差异及其原因如下：⟧

        ——删除了4.1，以适应我国的技术条件；

        ——删除了4.2，以适应我国的技术条件；

        ——删除了4.3，以适应我国的技术条件；

        ——删除了4.4，以适应我国的技术条件；

        ——删除了4.5，以适应我国的技术条件；

        ——删除了4.6，以适应我国的技术条件；

        ——删除了4.7，以适应我国的技术条件；

        ——删除了4.8，以适应我国的技术条件；

        ——删除了4.9，以适应我国的技术条件；

        ——删除了5.1，以适应我国的技术条件；

        ——删除了5.2，以适应我国的技术条件。

        本文件由××归口。
    """,
    good="""
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015相比存在较多技术差异，技术差异及其原因一览表见附录A。

        本文件由××归口。

        # 1 范围

        # 附录A

        （资料性）

        技术差异及其原因一览表

        表A.1给出了差异。
    """,
    clean=(
        """
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015的技术差异及其原因如下：

        ——删除了4.1，以适应我国的技术条件；

        ——删除了4.2，以适应我国的技术条件。

        本文件由××归口。
        """,
    ),
)

_SAID = patterns.compile("差异|结构.{0,12}(?:调整|变化|改动|变动)|(?:调整|改变)了?.{0,6}结构")
_REASON = patterns.compile(
    "原因|理由|以[便适符保提满与利增方使求达和确免避防增]|便于|为了|由于|因[为此]?|适[应合用]|考虑|鉴于|国情|我国|目的|满足|协调|符合|属于|需要|需求|避免|保证|提高|方便"
)
_MANY = patterns.compile(
    "(?:在)?结构上?(?:有|做了|作了|进行了|存在)?(?:较[多大]的?|重大|很大的?)(?:的)?(?:调整|变化|改动|变动)"
    "|(?:做|作|进行|有)了?(?:较[多大]的?|重大的?)(?:的)?(?:文件)?结构(?:性)?(?:上的)?(?:调整|变化|改动|变动)"
    "|结构(?:调整|变化|改动|变动)较[多大]"
)


@missing_technical_differences.finder
@missing_structure_comparison.finder
@missing_difference_annex.finder
def find(doc: Document, *, most: int = 10) -> Iterator[Finding]:
    adoption, foreword = doc.adoption, doc.foreword
    if foreword is None or adoption.degree != MODIFIED or not adoption.statements:
        return
    said = _said(doc, foreword)
    listed = _listed(foreword)
    if not _SAID.search(said) and not adoption.annexes:
        missing, missing_en = "现未说明", "the technical differences and their reasons"
        yield missing_technical_differences.at(adoption.statements[0].span, missing=missing, missing_en=missing_en)
    elif listed and not adoption.has_differences_annex and not _REASON.search(told(doc.text, listed)):
        missing, missing_en = "现未说明原因", "the reasons of the technical differences"
        yield missing_technical_differences.at(listed.span, missing=missing, missing_en=missing_en)
    if not adoption.has_comparison_annex and "对照" not in said:
        yield from _unlisted_structure(doc, foreword)
    if listed and len(listed.items) > most and not adoption.has_differences_annex:
        yield missing_difference_annex.at(listed.span, count=len(listed.items))


def _said(doc: Document, foreword: Foreword) -> str:
    """Return the whole foreword, lists and tables included."""
    first, last = foreword.section.first, foreword.last
    return doc.text[doc.blocks[first].span[0] : doc.blocks[last - 1].span[1]] if last > first else ""


def _listed(foreword: Foreword) -> Statement | None:
    """Return the statement below which the technical differences are listed."""
    return next((s for s in foreword.all("international") if "差异" in s.text and s.items), None)


def _unlisted_structure(doc: Document, foreword: Foreword) -> Iterator[Finding]:
    for statement in foreword.all("international"):
        match = _MANY.search(doc.text, *statement.span)
        if match is not None:
            span: Span = match.span()
            yield missing_structure_comparison.at(span)
            return
