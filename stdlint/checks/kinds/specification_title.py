"""Say “规范” in the title of a specification, not “技术条件”.

“技术条件” is an old word for the same thing that tells nobody which kind of document it is. The fix changes it wherever
the title of the document stands.

规范标准的名称宜用“规范”“技术规范”，不宜用“技术条件”。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span

technical_conditions_in_title = Check(
    id="KND063",
    message="名称不宜用“{quote}”，宜用“技术规范”。",
    message_en="The title should say “技术规范” (technical specification) rather than “{quote}”.",
    bad="""
        # 离心泵　⟦技术条件⟧

        # 1 范围

        本文件规定了离心泵的要求。

        # 2 规范性引用文件
    """,
    good="""
        # 离心泵　技术规范

        # 1 范围

        本文件规定了离心泵的要求。

        # 2 规范性引用文件
    """,
    more=(
        (
            """
            JB/T 98765—XXXX

            离心泵通用⟦技术条件⟧

            XXXX-XX-XX发布

            # 前言

            # 离心泵通用技术条件

            # 1 范围
            """,
            """
            JB/T 98765—XXXX

            离心泵通用技术规范

            XXXX-XX-XX发布

            # 前言

            # 离心泵通用技术规范

            # 1 范围
            """,
        ),
        (
            "# 离心泵　⟦技术条件⟧　第2部分：轴封规范\n\n# 1 范围",
            "# 离心泵　技术规范　第2部分：轴封规范\n\n# 1 范围",
        ),
    ),
    clean=(
        "# 离心泵　技术规范\n\n# 1 范围\n\n本文件规定了离心泵的技术条件。",
        "# 离心泵　技术条件的编制规范\n\n# 1 范围",
    ),
)

_CONDITIONS = patterns.compile(
    r"技术条件(?=(?:[（(][^（）()]*[）)])?[ 　]*(?:$|第[\dX×一二三四五六七八九十]+部[分份]))"
)


@technical_conditions_in_title.finder
def find(doc: Document) -> Iterator[Finding]:
    places: list[Span] = []
    for text, span in doc.cover_page.titles:
        if match := _CONDITIONS.search(text):
            places.append((span[0] + match.start(), span[0] + match.end()))
    if places:
        fix = [Edit(*place, "技术规范") for place in places]
        yield technical_conditions_in_title.at(min(places), fix=fix, safe=False)
