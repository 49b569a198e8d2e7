"""Give a part, and a document that involves patents, an introduction.

The introduction of a part tells what the whole document is divided into and why; patents are stated in it.

部分的引言说明文件为何分为若干部分以及各部分的关系；涉及专利的文件在引言中说明专利，这两种文件都要有引言。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.elements import ORDER
from stdlint.views.foreword import part

missing_introduction = Check(
    id="INT010",
    message="{why}，应设置引言。",
    message_en="{why_en}; it shall have an introduction.",
    bad="""
        GB/T 1234.1—2026

        螺栓　第1部分：尺寸

        # 前言

        本文件是GB/T 1234《螺栓》的第1部分。

        # 1 ⟦范围⟧
    """,
    good="""
        GB/T 1234.1—2026

        螺栓　第1部分：尺寸

        # 前言

        本文件是GB/T 1234《螺栓》的第1部分。

        # 引言

        螺栓是常用的紧固件。

        # 1 范围
    """,
    more=(
        (
            """
            # 前言

            该专利持有人已向本文件的发布机构承诺，他愿意就专利授权许可进行谈判。

            # 1 ⟦范围⟧
            """,
            """
            # 前言

            该专利持有人已向本文件的发布机构承诺，他愿意就专利授权许可进行谈判。

            # 引言

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        GB/T 1234—2026

        螺栓

        # 前言

        本文件由××归口。

        # 1 范围
        """,
        """
        GB/T 1234.1—2018

        螺栓　第1部分：尺寸

        # 前言

        本部分按照GB/T 1.1—2009给出的规则起草。

        本部分由××归口。

        # 1 范围
        """,
        """
        GB/T 1234.1—2026

        螺栓　第1部分：尺寸

        # 1 范围
        """,
    ),
)


@missing_introduction.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or foreword.legacy or doc.outline.first("introduction") is not None:
        return
    patents = any("专利持有人" in s.text or "专利的使用" in s.text for s in foreword.all("patent"))
    if not patents and not part(doc.cover):
        return
    rank = ORDER.index("introduction")
    following = next((s for s in doc.outline.top if s.element in ORDER and ORDER.index(s.element) > rank), None)
    if following is None:
        return
    why, why_en = (
        ("文件涉及专利", "The document involves patents") if patents else ("文件是一个部分", "The document is a part")
    )
    yield missing_introduction.at(following.place, why=why, why_en=why_en)
