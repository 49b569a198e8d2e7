"""Write the zero before the point of a decimal below one.

A point alone is easily overlooked: “.5 mm” is read as 5 mm.

小于1的小数，小数点前的0不能省略：“.5 mm”容易误读为5 mm。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

missing_leading_zero = Check(
    id="NUM130",
    message="小于1的小数应写出小数点前的0，“{quote}”写为“{right}”。",
    message_en="Write the zero before the decimal point: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        厚度应不大于⟦.5⟧ mm。
    """,
    good="""
        # 4 要求

        厚度应不大于0.5 mm。
    """,
    more=(
        (
            """
            # 4 要求

            偏差应为±⟦.05⟧ mm，系数为⟦．46⟧，厚度应为0.1 mm～⟦.3⟧ mm。

            | 项目 | 指标 |
            |---|---|
            | 系数 | ⟦.25⟧ |
            | 厚度/mm | ≥⟦.5⟧ |
            """,
            """
            # 4 要求

            偏差应为±0.05 mm，系数为0.46，厚度应为0.1 mm～0.3 mm。

            | 项目 | 指标 |
            |---|---|
            | 系数 | 0.25 |
            | 厚度/mm | ≥0.5 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        厚度应不大于0.5 mm。应符合GB/T 5169.11、.12的规定。见5.2 .1，文件名为a.5和.5z，版本为.5.1，等....5，
        地址为https://a.example/.5，“.5”，
        扩展名为.7z，第 .5条，V.5，A.1。
        """,
    ),
)

_DECIMAL = patterns.compile(
    r"(?<=^|[\n（(，：:±～~≥≤＞＜><=＝×为于至达 \u00a0\u3000])"
    r"(?<![\dA-Za-z.)）第条章][ \u00a0\u3000]*)[.．]\d+(?![\d.．A-Za-z_])"
)


@missing_leading_zero.finder
def find(doc: Document) -> Iterator[Finding]:
    for match in doc.matches(_DECIMAL):
        if doc.region_at(match.start()).element in ("references", "bibliography", "contents"):
            continue
        if any(one.span[0] <= match.start() < one.span[1] for one in doc.citations):
            continue
        right = "0" + match.group().replace("．", ".")
        yield missing_leading_zero.at(match.span(), fix=right, right=right)
