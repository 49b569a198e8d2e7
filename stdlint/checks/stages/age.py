"""Review a document at the latest five years after its publication.

The law wants the review of national, sector and local standards every five years at least. Without today's date nobody
can tell the age of a document; one whose cover says that it was confirmed has been reviewed.

文件发布满五年应复审。不给出当前日期时无从判断；封面注明已经复审确认的，不再提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document


def _cover(published: str, stage: str = "published") -> str:
    return (
        f"        ---\n        stdlint: {{stage: {stage}}}\n        ---\n        ICS 01.120\n\n        CCS A 00\n\n"
        "        团体标准\n\n        T/ABC 001—2024\n\n        公园服务规范\n\n"
        f"        {published} 发布\n\n        2024-10-01 实施\n\n        北京公园协会　发布\n\n        # 前言\n"
    )


review_due = Check(
    id="STG062",
    message="文件发布于{published}，已满五年，应复审。",
    message_en="The document was published on {published}, more than five years ago; it is due for review.",
    bad=_cover("⟦2019-03-15⟧"),
    good=_cover("2024-03-15"),
    more=((_cover("⟦2020年12月31日⟧"), _cover("2021-01-01")),),
    clean=(
        _cover("2021-01-01"),
        _cover("XXXX-XX-XX"),
        _cover("2019-03-15", stage="approval"),
        _cover("（2023年复审确认有效）\n\n        2015-03-15"),
    ),
)

_YEARS = 5
_CONFIRMED = patterns.compile(r"(?:\d{4})年?.{0,4}(?:复审|确认)|(?:复审|确认).{0,8}\d{4}|继续有效")


@review_due.finder
def find(doc: Document) -> Iterator[Finding]:
    date = doc.cover_page.date("publication")
    if doc.today is None or doc.stage.name != "published" or date is None or date.value is None:
        return
    year, month, day = date.value
    today = (doc.today.year, doc.today.month, doc.today.day)
    if (year + _YEARS, month, day) < today and not any(_CONFIRMED.search(line.folded) for line in doc.cover_page.lines):
        yield review_due.at(date.span, published=f"{year}-{month:02}-{day:02}")
