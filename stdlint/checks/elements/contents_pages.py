"""Number the pages in the table of contents as the pages themselves: Roman before the body, Arabic from 1 in it.

The foreword and the introduction stand on pages with capital Roman numerals, the body begins anew with page 1, and
pages do not decrease. The lists of figures and tables begin anew. Entries that stand at a wrong place (TOC013) have
their page with them; they are left out.

目次、前言、引言的页码用大写罗马数字，正文首页起用阿拉伯数字；目次中的页码依次递增，图、表的清单各自从头计。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.contents_entries import Contents, ContentsEntry

decreasing_toc_page = Check(
    id="TOC050",
    message="目次中“{entry}”的页码{page}小于前面的{before}。",
    message_en="The page of “{entry}”, {page}, is less than {before} before it.",
    bad="""
        # 目次

        前言……Ⅱ

        1　范围……1

        4　要求……5

        5　试验方法……⟦3⟧

        # 前言

        本文件由××××归口。

        # 1 范围

        本文件规定了螺栓的要求。

        # 4 要求

        螺栓应完好。

        # 5 试验方法

        目测检查。
    """,
    good="""
        # 目次

        前言……Ⅱ

        1　范围……1

        4　要求……5

        5　试验方法……7

        # 前言

        本文件由××××归口。

        # 1 范围

        本文件规定了螺栓的要求。

        # 4 要求

        螺栓应完好。

        # 5 试验方法

        目测检查。
    """,
    more=(
        (
            """
            # 目次

            前言……Ⅳ

            引言……⟦Ⅲ⟧

            1　范围……1
            """,
            """
            # 目次

            前言……Ⅲ

            引言……Ⅳ

            1　范围……1
            """,
        ),
    ),
    clean=(
        """
        # 目次

        前言……Ⅲ

        引言……Ⅳ

        1　范围……1

        2　要求……1

        附录A（资料性）　记录……9

        参考文献……12

        图1　结构……3

        图2　外形……4

        表1　尺寸……2

        表2　等级……6
        """,
        """
        # 目次

        - 1 范围 1

        - 2 要求 4

        - 参考文献 9

        - 附录A（资料性） 记录 6

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 要求

        螺栓应完好。

        # 附录A（资料性）　记录

        记录见表A.1。

        # 参考文献

        [1] GB/T 1216　外径千分尺
        """,
    ),
)

wrong_toc_page_numeral = Check(
    id="TOC051",
    message="“{entry}”的页码{page}应使用{numerals}。",
    message_en="The page {page} of “{entry}” has the wrong kind of numeral.",
    bad="""
        # 目次

        前言……⟦3⟧

        1　范围……1
    """,
    good="""
        # 目次

        前言……Ⅲ

        1　范围……1
    """,
    more=(
        (
            """
            # 目次

            前言 ⟦ii⟧

            引言 ⟦iii⟧

            1　范围……⟦Ⅳ⟧

            2　要求……Ⅴ
            """,
            """
            # 目次

            前言 II

            引言 III

            1　范围 1

            2　要求 2
            """,
        ),
        (
            """
            # 目次

            前言……⟦1⟧

            引言……⟦2⟧

            1　范围……3
            """,
            """
            # 目次

            前言……Ⅰ

            引言……Ⅱ

            1　范围……1
            """,
        ),
    ),
    clean=(
        """
        # 目次

        前言……1

        引言……11

        1　范围……1
        """,
        """
        # 目次

        前言

        1　范围

        2　类型 I
        """,
    ),
)

_FRONT = ("foreword", "introduction")


@decreasing_toc_page.finder
@wrong_toc_page_numeral.finder
def find(doc: Document) -> Iterator[Finding]:
    contents = doc.contents
    if contents is None:
        return
    entries = [entry for entry in contents.entries if entry.value]
    yield from _numerals(entries)
    yield from _decrease(contents, entries)


def _numerals(entries: list[ContentsEntry]) -> Iterator[Finding]:
    """Report every wrong page of the front matter, and the first of the body."""
    body = [entry for entry in entries if entry.kind in ("clause", "annex")]
    first = body[0].value if body else 0
    for entry in entries:
        if entry.kind not in _FRONT or entry.page.isupper() or _is_single_roman(entry.page):
            continue
        if not (set(entry.page) == {"1"} and first == 1):
            yield wrong_toc_page_numeral.at(entry.page_span, entry=entry.said, page=entry.page, numerals="大写罗马数字")
    roman = [entry for entry in body if not entry.page.isdecimal()]
    if roman:
        entry = roman[0]
        yield wrong_toc_page_numeral.at(entry.page_span, entry=entry.said, page=entry.page, numerals="阿拉伯数字")


def _is_single_roman(page: str) -> bool:
    return all("Ⅰ" <= sign <= "Ⅻ" for sign in page)


def _decrease(contents: Contents, entries: list[ContentsEntry]) -> Iterator[Finding]:
    """Report the first page that is less than the one before it, of the same numerals and the same list."""
    before: ContentsEntry | None = None
    rank = -1
    for entry in entries:
        if entry.kind == "contents":
            continue
        if entry.target >= 0 and entry.kind not in ("figure", "table"):
            if entry.target < rank:
                return
            rank = entry.target
        same = before is not None and _list(before) == _list(entry)
        if before is not None and same and entry.value < before.value:
            yield decreasing_toc_page.at(entry.page_span, entry=entry.said, page=entry.page, before=before.page)
            return
        before = entry


def _list(entry: ContentsEntry) -> tuple[str, bool]:
    """Return in which list of pages an entry stands; front matter with a wrong numeral is told once."""
    kind = "front" if entry.kind in _FRONT else entry.kind if entry.kind in ("figure", "table") else ""
    return kind, entry.page.isdecimal()
