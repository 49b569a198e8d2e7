"""Give the full address of a document that is cited from the web.

The reader must be able to find it: an entry marked as an online document, or one that names a website, needs the
address as it was published. What is also printed needs none.

引用网络文件应给出足以查到该文件的信息，写出完整的网址；只写“某某网站”的查不到。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document

incomplete_web_reference = Check(
    id="CIT070",
    message="引用网络文件应给出完整的网址，“{quote}”之后没有网址。",
    message_en="A document cited from the web needs its full address; none follows “{quote}”.",
    bad="""
        # 参考文献

        [1] 见某某⟦网站⟧。
    """,
    good="""
        # 参考文献

        [1] 某某指南[EB/OL]. (2024-03-01)[2024-05-06]. https://www.example.com/guide
    """,
    more=(
        (
            """
            # 4 要求

            数据格式见管理部门⟦官方网站⟧。

            # 参考文献

            [1] 螺栓选用指南⟦[EB/OL]⟧. 2024.

            [2] 张某. 螺栓数据库⟦[DB/OL]⟧.
            """,
            """
            # 4 要求

            数据格式见管理部门官方网站（https://www.example.com/data）。

            # 参考文献

            [1] 螺栓选用指南[EB/OL]. 2024. https://www.example.com/guide

            [2] 张某. 螺栓数据库[DB/OL]. www.example.com/bolts
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        企业应在其网站公布服务承诺。投诉渠道包括网站、电话和信函。网站应每日更新，见5.2。结果见“某某网站”。

        # 参考文献

        [1] 螺栓手册[M]. 北京：机械工业出版社，2020

        [2] GB/T 29799　网页内容可访问性指南

        [3] 网站设计规范
        """,
    ),
)

_SEES = r"(?:见|来源于|来自|下载自|查阅|登录)[^，。；：\n]{0,20}?"
_ONLINE = (
    patterns.compile(r"/OL[\]］](?<=(?P<site>[\[［](?:EB|DB|M|J|R|S|CP|N|C|D)?/OL[\]］]))"),
    patterns.compile(rf"网[站页址](?<={_SEES}(?P<site>(?:官方)?网[站页址]))(?=[。；）)\n]|上|$)"),
    patterns.compile(rf"官网(?<={_SEES}(?P<site>官网))(?=[。；）)\n]|上|$)"),
)
_ADDRESS = patterns.compile(r"https?[:：]|www\.|[a-z0-9-]+\.(?:com|cn|org|net|gov|int|eu)\b|doi")


@incomplete_web_reference.finder
def find(doc: Document) -> Iterator[Finding]:
    for pattern in _ONLINE:
        for match in doc.matches(pattern):
            start, end = doc.blocks[doc.block_at(match.start())].span
            if not _ADDRESS.search(doc.text, start, end):
                yield incomplete_web_reference.at(match.span("site"))
