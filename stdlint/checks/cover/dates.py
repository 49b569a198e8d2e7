"""Give the cover the dates of publication and implementation, as year-month-day.

“2024-03-15 发布” and “2024-10-01 实施”; in drafts “XXXX-XX-XX”. Nothing is implemented before it is published. The
date at which a draft was completed is no cover date.

封面给出发布日期和实施日期，形式为“年-月-日”，草案可为“XXXX-XX-XX”；实施不早于发布。“本草案完成时间”不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.cover_page import Date
from stdlint.views.wording import BLANK

_TOP = """
        ICS 01.120

        CCS A 00

        团体标准

        T/ABC 001—2024

        公园服务规范
"""
_END = """
        北京公园协会　发布

        # 前言
"""
_PUBLISHED = """
        2024-03-15 发布
"""
_IMPLEMENTED = """
        2024-10-01 实施
"""
_GOOD = _TOP + _PUBLISHED + _IMPLEMENTED + _END

missing_cover_date = Check(
    id="COV015",
    message="封面没有{what}日期。",
    message_en="The cover does not show the date of {what_en}.",
    bad=_TOP
    + """
        ⟦2024-03-15 发布⟧
"""
    + _END,
    good=_GOOD,
    more=(
        (
            _TOP
            + """
        ⟦2024-10-01 实施⟧
"""
            + _END,
            _GOOD,
        ),
        (
            _TOP
            + """
        ⟦北京公园协会　发布⟧

        # 前言
""",
            _GOOD,
        ),
    ),
    clean=(
        _TOP
        + """
        2024年3月15日发布　　2024年10月1日实施
"""
        + _END,
        _TOP
        + """
        发布日期：2024-03-15

        实施日期：2024-10-01
"""
        + _END,
        _TOP
        + """
        2024-03-15

        发布

        2024-10-01

        实施
"""
        + _END,
        """
        # T/ABC 001—2025

        # 养老服务指南

        2025-03-15 发布

        # 前言
        """,
    ),
)

malformed_cover_date = Check(
    id="COV018",
    message="封面的日期写作“年-月-日”的形式，如“2024-03-15”，不写作“{written}”。",
    message_en="Write a date on the cover in the form “2024-03-15”, not “{written}”.",
    bad=_TOP
    + """
        ⟦2024年3月15日⟧发布
"""
    + _IMPLEMENTED
    + _END,
    good=_TOP
    + """
        2024-03-15发布
"""
    + _IMPLEMENTED
    + _END,
    more=(
        (
            _TOP
            + """
        ⟦2024.3.15⟧ 发布　⟦2024/10/01⟧ 实施
"""
            + _END,
            _TOP
            + """
        2024-03-15 发布　2024-10-01 实施
"""
            + _END,
        ),
        (
            _TOP
            + """
        ⟦2024—03—15⟧ 发布

        ⟦2024-10-1⟧ 实施
"""
            + _END,
            _GOOD,
        ),
        (
            _TOP
            + """
        ⟦20240315⟧ 发布

        ⟦2024年10月1日⟧ 起实施
"""
            + _END,
            _TOP
            + """
        2024-03-15 发布

        2024-10-01 起实施
"""
            + _END,
        ),
    ),
    clean=(
        _TOP
        + """
        （本草案完成时间：2026年5月12日）

        2024 - XX - XX 发布

        202X-XX-XX 实施
"""
        + _END,
        _TOP
        + """
        发布日期：2024-03-15
        实施日期：2024-10-01
        发布单位：北京公园协会
"""
        + _END,
        _TOP
        + """
        2024－03－15 发布

        2024‐10‐01 实施
"""
        + _END,
    ),
)

implementation_before_publication = Check(
    id="COV019",
    message="实施日期{implemented}早于发布日期{published}。",
    message_en="The date of implementation {implemented} precedes the date of publication {published}.",
    bad=_TOP
    + _PUBLISHED
    + """
        ⟦2023-10-01⟧ 实施
"""
    + _END,
    good=_GOOD,
    more=(
        (
            _TOP
            + """
        2024年3月15日发布　⟦2024年1月1日⟧实施
"""
            + _END,
            _TOP
            + """
        2024年3月15日发布　2024年3月15日实施
"""
            + _END,
        ),
    ),
    clean=(
        _TOP
        + """
        2024-03-15 发布

        2024-XX-XX 实施
"""
        + _END,
    ),
)

_GOOD_FORM = patterns.compile(rf"[\dX×x]{{4}}{BLANK}*[-‐‑－−]{BLANK}*[\dX×x]{{2}}{BLANK}*[-‐‑－−]{BLANK}*[\dX×x]{{2}}")
_NAMES = {"publication": "发布", "implementation": "实施"}


@missing_cover_date.finder
@malformed_cover_date.finder
@implementation_before_publication.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    published, implemented = page.date("publication"), page.date("implementation")
    if "date" in page.missing:
        missing = [what for what in _NAMES if page.date(what) is None]
        given = page.dates or page.publisher or page.lines
        line = next(line for line in page.lines if line.span[0] <= given[0].span[0] < line.span[1])
        what_en = " and ".join(missing)
        yield missing_cover_date.at(line.span, what="和".join(_NAMES[what] for what in missing), what_en=what_en)
    for date in page.dates:
        if not _GOOD_FORM.fullmatch(date.text) or not _exists(date):
            yield malformed_cover_date.at(date.span, fix=_form(date), written=date.text)
    if published and implemented and published.value and implemented.value and implemented.value < published.value:
        yield implementation_before_publication.at(
            implemented.span, implemented=implemented.text, published=published.text
        )


def _exists(date: Date) -> bool:
    """Say whether month and day are possible, or not yet known."""
    if date.value is None:
        return True
    _, month, day = date.value
    return 1 <= month <= 12 and 1 <= day <= (30 if month in (4, 6, 9, 11) else 29 if month == 2 else 31)


def _form(date: Date) -> str | None:
    """Return the date in its prescribed form; None where it is not given whole, or is none."""
    year, month, day = date.parts
    if not (year and month and day and _exists(date)):
        return None
    return f"{year}-{_two(month)}-{_two(day)}"


def _two(part: str) -> str:
    return part if len(part) == 2 else ("0" if part.isdigit() else "X") + part
