"""Keep technical differences out of an identical adoption.

What is adopted identically says the same as the international document; only minimal editorial changes are listed. If
there are technical differences, the adoption is a modified one.

等同采用的文件与国际文件的技术内容相同，前言只列出最小限度的编辑性改动；有技术差异就不是等同采用。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.adoption import DIFFERENCES, IDENTICAL

technical_differences_in_idt = Check(
    id="ADO050",
    message="等同采用的文件不应有“{quote}”：只能有最小限度的编辑性改动，否则是修改采用。",
    message_en="An identical adoption has no technical differences (“{quote}”), only minimal editorial changes.",
    bad="""
        # 前言

        本文件等同采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015的⟦技术差异⟧如下：

        ——增加了8.4。
    """,
    good="""
        # 前言

        本文件等同采用ISO 9001:2015《质量管理体系》。

        本文件做了下列最小限度的编辑性改动：

        ——增加了3.4的注2。
    """,
    more=(
        (
            """
            # 前言

            本文件使用翻译法等同采用IEC 60335-1:2020《家用》，⟦技术性差异⟧及其原因见附录NA。
            """,
            """
            # 前言

            本文件使用翻译法等同采用IEC 60335-1:2020《家用》。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件等同采用ISO 9001:2015《质量管理体系》，无技术差异。
        """,
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术差异如下：

        a) 增加了硬度的要求（见5.2）。

        本文件等同采用ISO 9001:2015《质量管理体系》。
        """,
        """
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        本文件与ISO 9001:2015的技术差异及其原因如下：

        ——增加了8.4，以适应我国的技术条件。
        """,
    ),
)

difference_annex_in_idt = Check(
    id="ADO051",
    message="等同采用的文件不应有“{quote}”的附录。",
    message_en="An identical adoption has no annex “{quote}”.",
    bad="""
        # 前言

        本文件等同采用ISO 9001:2015《质量管理体系》。

        # 1 范围

        # 附录NA

        （资料性）

        # ⟦本文件与ISO 9001:2015的技术差异及其原因⟧

        表NA.1给出了差异。
    """,
    good="""
        # 前言

        本文件等同采用ISO 9001:2015《质量管理体系》。

        # 1 范围
    """,
    more=(
        (
            """
            # 前言

            本文件等同采用ISO 9001:2015《质量管理体系》。

            # 1 范围

            # 附录A

            （资料性）

            # ⟦结构编号对照一览表⟧

            表A.1给出了对照。
            """,
            """
            # 前言

            本文件等同采用ISO 9001:2015《质量管理体系》。

            # 1 范围

            # 附录A

            （资料性）

            # 记录的示例

            表A.1给出了示例。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件修改采用ISO 9001:2015《质量管理体系》。

        # 1 范围

        # 附录A

        （资料性）

        # 本文件与ISO 9001:2015的技术差异及其原因

        表A.1给出了差异。
        """,
        """
        # 前言

        本文件等同采用ISO 9001:2015《质量管理体系》。

        # 1 范围

        # 附录A

        （资料性）

        # 本文件与ISO 9001:2008的对照

        表A.1给出了对照。
        """,
    ),
)

_DENIED = patterns.compile(r"(?:无|没有|不存在|未|不涉及|不构成|不属于|不引起|非)[^，。；]{0,8}$")
_OLDER = patterns.compile(r"(?<![A-Za-z])(?:GB|[A-Z]{2}/T)[^，。]{0,40}(?:相比|的)|代替|年版|主要技术变化")


@technical_differences_in_idt.finder
@difference_annex_in_idt.finder
def find(doc: Document) -> Iterator[Finding]:
    adoption, foreword = doc.adoption, doc.foreword
    if adoption.degree != IDENTICAL:
        return
    for span, _ in foreword.sentences if foreword else ():
        match = DIFFERENCES.search(doc.text, *span)
        if match is None or _OLDER.search(doc.text, *span) or _DENIED.search(doc.text, span[0], match.start()):
            continue
        yield technical_differences_in_idt.at(match.span())
    for annex in adoption.annexes:
        yield difference_annex_in_idt.at(annex.span)
