"""Give the cover its number, its category, its publishing body and, on national and sector standards, an English title.

In drafts the number may still be “GB/T XXXXX—XXXX”. The publishing body of a national standard is often a picture.

封面给出文件编号、文件的层次或类别、发布机构；国家标准和行业标准还要给出英文译名。草案的编号可为“GB/T XXXXX—XXXX”。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.cover_page import CoverPage

_TOP = """
        ICS 01.120

        CCS A 00
"""
_LEVEL = """
        中华人民共和国国家标准
"""
_NUMBER = """
        GB/T 1234—XXXX
"""
_TITLE = """
        螺栓　技术规范
"""
_ENGLISH = """
        Bolts—Technical specification
"""
_DATES = """
        （征求意见稿）

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施
"""
_BODY = """
        国家市场监督管理总局　发布
"""
_END = """
        # 前言
"""
_GOOD = _TOP + _LEVEL + _NUMBER + _TITLE + _ENGLISH + _DATES + _BODY + _END

missing_document_number = Check(
    id="COV014",
    message="封面没有文件编号。",
    message_en="The cover shows no document number.",
    bad=_TOP
    + """
        ⟦中华人民共和国国家标准⟧
"""
    + _TITLE
    + _ENGLISH
    + _DATES
    + _BODY
    + _END,
    good=_GOOD,
    more=(
        (
            _TOP
            + """
        ⟦中华人民共和国国家标准⟧

        代替 GB/T 1234—2009
"""
            + _TITLE
            + _ENGLISH
            + _DATES
            + _BODY
            + _END,
            _GOOD,
        ),
    ),
    clean=(
        _TOP
        + _LEVEL
        + """
        GB/T XXXXX—20XX
"""
        + _TITLE
        + _ENGLISH
        + _DATES
        + _BODY
        + _END,
        """
        ICS 01.120

        CCS A 00

        地方标准

        DBXX/T XXXX—XXXX

        公园服务规范

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        ××市场监督管理局　发布

        # 前言
        """,
        """
        # 螺栓　技术规范

        # 前言

        # 1 范围
        """,
    ),
)

missing_publishing_body = Check(
    id="COV016",
    message="封面没有发布机构。",
    message_en="The cover names no publishing body.",
    bad=_TOP
    + _LEVEL
    + _NUMBER
    + _TITLE
    + _ENGLISH
    + """
        （征求意见稿）

        XXXX-XX-XX 发布

        ⟦XXXX-XX-XX 实施⟧
"""
    + _END,
    good=_GOOD,
    clean=(
        """
        ICS 01.120

        CCS A 00

        团体标准

        T/ABC 001—XXXX

        公园服务规范

        （征求意见稿）

        XXXX-XX-XX 发布 XXXX-XX-XX 实施

        北京公园协会

        发 布

        # 前言
        """,
        """
        ICS 03.060

        CCS A 11

        # 中 华 人 民 共 和 国 金 融 行 业 标 准

        JR/T 0303—2024

        # 投资研究时序数据参考模型

        # Investment analysis time series data reference model

        2024-04-23 发布 2024-04-23 实施

        ## 目 次
        """,
    ),
)

missing_document_category = Check(
    id="COV017",
    message="封面没有标明文件的层次或类别，如“中华人民共和国国家标准”“团体标准”。",
    message_en="The cover does not state the level or category, such as “中华人民共和国国家标准” or “团体标准”.",
    bad=_TOP
    + """
        ⟦GB/T 1234—XXXX⟧
"""
    + _TITLE
    + _ENGLISH
    + _DATES
    + _BODY
    + _END,
    good=_GOOD,
    clean=(
        """
        ICS 01.120

        CCS A 00

        中国工程建设标准化协会标准

        T/CECS 1234—XXXX

        公园服务规范

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        中国工程建设标准化协会　发布

        # 前言
        """,
        """
        ICS 01.120

        CCS A 00

        Q/ABC 001—XXXX

        电子秤

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        某某有限公司　发布

        # 前言
        """,
    ),
)

missing_english_title = Check(
    id="COV040",
    message="国家标准和行业标准的封面要给出英文译名，这里没有。",
    message_en="The cover of a national or sector standard shows an English title; there is none here.",
    bad=_TOP
    + _LEVEL
    + _NUMBER
    + """
        ⟦螺栓　技术规范⟧
"""
    + _DATES
    + _BODY
    + _END,
    good=_GOOD,
    clean=(
        """
        ICS 83.080

        CCS G 32

        中华人民共和国化工行业标准

        HG/T 1234—XXXX

        塑料　试样

        PLASTICS—TEST SPECIMENS

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        中华人民共和国工业和信息化部　发布

        # 前言
        """,
        """
        ICS 01.120

        CCS A 00

        团体标准

        T/ABC 001—XXXX

        公园服务规范

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        北京公园协会　发布

        # 前言
        """,
        """
        中华人民共和国国家标准

        GB XXXX—XXXX

        食品安全国家标准　食品中水分的测定

        （征求意见稿）

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        国家卫生健康委员会　发布

        # 前言
        """,
    ),
)


@missing_document_number.finder
@missing_publishing_body.finder
@missing_document_category.finder
@missing_english_title.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    if not page.missing:
        return
    if "number" in page.missing:
        yield missing_document_number.at(page.level_line.span if page.level_line else page.first_line())
    if "publisher" in page.missing:
        yield missing_publishing_body.at(_last_date(page))
    if "level" in page.missing:
        yield missing_document_category.at(page.number.span if page.number else page.first_line())
    if "english" in page.missing:
        yield missing_english_title.at(page.title[-1][1] if page.title else doc.first_span())


def _last_date(page: CoverPage) -> Span:
    """Return the line of the last date, or the last line of the cover."""
    last = page.dates[-1].span[0] if page.dates else page.lines[-1].span[0]
    return next((line.span for line in page.lines if line.span[0] <= last < line.span[1]), page.lines[-1].span)
