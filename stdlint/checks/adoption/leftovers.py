"""Remove what only the international document can say: its foreword, its patent notice, its data bases of terms.

“ISO和IEC维护的用于标准化的术语数据库” may stay in an identical adoption, which keeps the text as it is.

删除只适用于国际文件的陈述，如国际文件的前言、对ISO导则和专利网页的指引；术语数据库的指引只可在等同采用的文件中保留。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.adoption import IDENTICAL

leftover_iso_statement = Check(
    id="ADO070",
    message="“{quote}”是国际文件自身的陈述，应删除。",
    message_en="“{quote}” fits only the international document.",
    bad="""
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ⟦ISO和IEC维护的用于标准化的术语数据库地址如下：⟧

        ——ISO在线浏览平台：https://www.iso.org/obp；

        ——IEC电子开放平台：https://www.electropedia.org。
    """,
    good="""
        # 3 术语和定义

        下列术语和定义适用于本文件。
    """,
    more=(
        (
            """
            # 前言

            ⟦本国际标准由ISO/TC 176质量管理和质量保证技术委员会编制。⟧

            本文件由××归口。
            """,
            """
            # 前言

            本文件由××归口。
            """,
        ),
        (
            """
            # 前言

            ⟦ISO（国际标准化组织）是各国标准化机构（ISO成员团体）的世界性联合会。⟧

            ⟦国际标准的起草遵循ISO/IEC导则第2部分的规则（见www.iso.org/directives）。⟧

            本文件由××归口。
            """,
            """
            # 前言

            本文件由××归口。
            """,
        ),
        (
            """
            # 引言

            ⟦使用者须注意，ISO不应负责识别任何或所有此类专利权，见www.iso.org/patents。⟧
            """,
            """
            # 引言

            本文件给出指导。
            """,
        ),
        (
            """
            # 1 范围

            ⟦本国际标准⟧规定了螺栓的要求。
            """,
            """
            # 1 范围

            本文件规定了螺栓的要求。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件等同采用ISO 9001:2015《质量管理体系》。

        # 3 术语和定义

        ISO和IEC维护的用于标准化的术语数据库地址如下：

        ——ISO在线浏览平台：https://www.iso.org/obp。
        """,
        """
        # 引言

        ISO/TC 176制定的质量管理标准得到广泛使用，ISO成员团体参与了调查。
        """,
        """
        # 前言

        本文件等同采用ISO 9001:2015《质量管理体系》。

        本文件做了下列最小限度的编辑性改动：

        ——用“本文件”代替“本国际标准”。
        """,
        """
        # 参考文献

        [1] ISO/IEC Directives, Part 2:2021 Principles and rules[S/OL]. https://www.iso.org/directives
        """,
    ),
)

_DATABASES = patterns.compile(r"(?:ISO|IEC)[^。\n]{0,12}维护[^。\n]{0,16}术语(?:数据)?库")
_BODY = "(?:ISO|IEC|国际标准化组织|国际电工委员会)"
_LEFTOVER = patterns.compile(
    r"(?P<whole>本国际标准由"
    rf"|本(?:文件|标准|部分)由{_BODY}[^。\n]{{0,60}}(?:技术委员会|TC|SC)[^。\n]{{0,60}}(?:制定|编制|起草|编写|提出)"
    rf"|{_BODY}[^。\n]{{0,30}}是[^。\n]{{0,40}}(?:世界性|全球性|国际性)[^。\n]{{0,12}}(?:联合会|联合体|联盟|组织)"
    r"|国际标准[^。\n]{0,10}(?:起草|编写)[^。\n]{0,12}(?:遵循|按照|根据|依据)[^。\n]{0,6}ISO/IEC[ 　]?导则"
    r"|国际标准(?:是)?(?:遵循|按照|根据|依据)ISO/IEC[ 　]?导则[^。\n]*起草"
    r"|(?:ISO|IEC)(?:和IEC|/IEC)?(?:不应|不|不会|均不)(?:应)?(?:负责|承担)[^。\n]{0,24}专利"
    r"|www\.iso\.org/(?:directives|patents|iso/foreword\.html|members\.html)"
    r"|This document was prepared by (?:Joint )?Technical Committee)"
    r"|本国际标准(?!化)"
)
_SIGNS = ("本国际标准", "www.iso.org", "ISO", "IEC", "国际标准化组织", "国际电工委员会", "This document was prepared")
_APART = frozenset(("references", "bibliography", "cover", "title", "contents", "footnote", "header", "footer"))


@leftover_iso_statement.finder
def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    if not any(sign in text for sign in _SIGNS):
        return
    if "维护" in text and IDENTICAL not in doc.adoption.degrees:
        for match in doc.matches(_DATABASES):
            yield leftover_iso_statement.at(doc.stripped(doc.sentence(match.start())))
    last = -1
    for match in doc.matches(_LEFTOVER):
        block = doc.block_at(match.start())
        if block != last and doc.regions[block].element not in _APART:
            last = block
            span = doc.sentence(match.start()) if match["whole"] else match.span()
            yield leftover_iso_statement.at(doc.stripped(span))
