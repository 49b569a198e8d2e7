"""Give the source of copied text as “[来源：文件编号，章/条编号]”.

Term entries have rules of their own; this is about any other text.

抄录其他文件的内容时，在其下方或其后给出出处，写明文件编号和章、条编号。术语条目的来源另有规则。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document

malformed_source_line = Check(
    id="CIT060",
    message="抄录内容的出处应写为“[来源：文件编号，章/条编号]”。",
    message_en="The source of copied text is given as “[来源：document, clause]”.",
    bad="""
        # 4 要求

        标志分为指示标志和警告标志⟦（摘自GB/T 191—2008，5.2）⟧。
    """,
    good="""
        # 4 要求

        标志分为指示标志和警告标志[来源：GB/T 191—2008，5.2]。
    """,
    clean=(
        """
        # 4 要求

        标志分为两类。

        [来源：GB/T 191—2008，5.2]

        标志应符合规定（见GB/T 191—2008，5.2）。人口数据（来源：国家统计局）见表1。
        """,
    ),
)


@malformed_source_line.finder
def find(doc: Document) -> Iterator[Finding]:
    inside = {line.span for entry in doc.terms.entries for line in entry.sources}
    for line in doc.sources:
        region = doc.regions[line.block]
        if line.span in inside or region.element in ("terms", "cover", "foreword", "references", "bibliography"):
            continue
        cited = any(line.body[0] <= c.span[0] < line.body[1] for c in doc.citations)
        right = line.brackets in ("[]", "［］") and line.word == "来源" and line.colon in ("：", ":")
        if cited and not right:
            body = doc.text[line.body[0] : line.body[1]].strip()
            yield malformed_source_line.at(line.span, fix=f"[来源：{body}]", safe=False)
