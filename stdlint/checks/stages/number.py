"""Give a published document a real number and real dates, and let the year in the number be that of publication.

“XXXX” keeps a place until the publisher gives the number; nobody can cite a document by it. The year in the number is
the year of publication; in a draft of which the date is open it may already be known or still the year of the project.

正式文件的编号和日期不再是“XXXX”，否则无法引用；编号中的年份是发布的年份。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document


def _cover(number: str, published: str, implemented: str = "2024-10-01", *, stage: str = "published") -> str:
    said = f"        ---\n        stdlint: {{stage: {stage}}}\n        ---\n" if stage else ""
    return (
        f"{said}        ICS 01.120\n\n        CCS A 00\n\n        团体标准\n\n        {number}\n\n"
        f"        公园服务规范\n\n        {published} 发布\n\n        {implemented} 实施\n\n"
        "        北京公园协会　发布\n\n        # 前言\n"
    )


_GOOD = _cover("T/ABC 001—2024", "2024-03-15")

placeholder_number = Check(
    id="STG030",
    message="正式文件的{what}还是占位文字“{quote}”。",
    message_en="The {what_en} of the published document is still the placeholder “{quote}”.",
    bad=_cover("⟦T/ABC XXX—XXXX⟧", "2024-03-15"),
    good=_GOOD,
    more=(
        (_cover("⟦T/ABC 001—XXXX⟧", "⟦XXXX-XX-XX⟧", "⟦XXXX-XX-XX⟧"), _GOOD),
        (_cover("⟦T/××× 001—2024⟧", "⟦2024-××-××⟧"), _GOOD),
        (_cover("⟦DBXX/T 12—2024⟧", "2024-03-15", "⟦20XX年XX月XX日⟧"), _GOOD),
        (_cover("⟦GB/T ××××.2—20××⟧", "2024-03-15"), _GOOD),
    ),
    clean=(
        _cover("XB/T 123—2024", "2024-03-15"),
        _cover("T/XXTX 001—2024", "2024-03-15"),
        _cover("T/ABC XXX—XXXX", "XXXX-XX-XX", "XXXX-XX-XX", stage="approval"),
        _cover("T/ABC XXX—XXXX", "XXXX-XX-XX", "XXXX-XX-XX", stage=""),
        "---\nstdlint: {stage: published}\n---\n# 公园服务规范\n\n# 前言\n\n# 1 范围\n\n编号为T/ABC XXX—XXXX。",
    ),
)

number_year_mismatch = Check(
    id="STG031",
    message="编号中的年份（{year}）与发布日期的年份（{published}）不一致。",
    message_en="The year in the number ({year}) is not that of the date of publication ({published}).",
    bad=_cover("⟦T/ABC 001—2020⟧", "2021-03-15", stage=""),
    good=_cover("T/ABC 001—2021", "2021-03-15", stage=""),
    more=(
        (
            _cover("⟦T/ABC XXX—2020⟧", "2021 - XX - XX", "2021 - XX - XX", stage="consultation"),
            _cover("T/ABC XXX—2021", "2021 - XX - XX", "2021 - XX - XX", stage="consultation"),
        ),
        (
            _cover("⟦GB/T 1234.2—2023⟧/ISO 1234-2:2020", "2024年3月15日"),
            _cover("GB/T 1234.2—2024/ISO 1234-2:2020", "2024年3月15日"),
        ),
    ),
    clean=(
        _cover("GB/T 1234.2—2024/ISO 1234-2:2020", "2024-03-15"),
        _cover("T/ABC 001—XXXX", "2021-03-15", stage=""),
        _cover("T/ABC 001—2021", "XXXX-XX-XX", stage=""),
        _cover("T/ABC 001—202X", "2021-03-15", stage=""),
        _cover("T/ABC 001—2024\n\n        代替 T/ABC 001—2019", "2024-03-15", "2025-01-01"),
    ),
)

_DATES = {
    "publication": ("发布日期", "date of publication"),
    "implementation": ("实施日期", "date of implementation"),
}
_OPEN = patterns.compile(
    r"(?<=[/／]|DB)[X×x]{2,}(?![A-Za-wyz])|(?<=[\d \u3000.—–-])[X×x]{2,}(?![A-Za-wyz])|×{2}|(?<=[—–-]\d{3})[X×x]"
    r"|(?<=[A-Z]{2})[X×]{2,}(?=[—–-])|(?<=[—–-])Y{4}|[?？_＿*＊]{2,}"
)


@placeholder_number.finder
@number_year_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    page, cover = doc.cover_page, doc.cover
    if page.number is not None:
        span = cover.number_span or page.number.span
        if _OPEN.search(doc.text, *span):
            yield placeholder_number.at(span, what="编号", what_en="number")
        publication = page.date("publication")
        year = publication.parts[0] if publication else ""
        if cover.year.isdigit() and year.isdigit() and cover.year != year:
            yield number_year_mismatch.at(span, year=cover.year, published=year)
    for date in page.dates:
        if not all(part.isdigit() for part in date.parts if part):
            what, what_en = _DATES[date.what]
            yield placeholder_number.at(date.span, what=what, what_en=what_en)
