"""Write an entry as number, gap and title, and nothing behind them.

Neither title marks nor quotes stand around the title, and no punctuation closes the entry, in the normative references
as in the bibliography. Entries in the form of GB/T 7714 end as that form demands.

清单中的文件写成“编号　名称”，编号与名称之间空一个汉字的间隙，名称不加书名号或引号，其后不加标点。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.entries import Entry
from stdlint.views.wording import BLANK

punctuation_after_reference = Check(
    id="REF040",
    message="引用文件之后不应有标点符号“{sign}”。",
    message_en="No punctuation follows an entry of the references; delete “{sign}”.",
    bad="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志⟦；⟧

        GB/T 6388　运输包装收发货标志⟦。⟧
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 6388　运输包装收发货标志
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            GB/T 191—2008⟦，⟧

            ISO 780　包装　图示标志（Packaging — Graphical symbols）⟦.⟧

            中华人民共和国药典⟦；⟧
            """,
            """
            # 2 规范性引用文件

            GB/T 191—2008

            ISO 780　包装　图示标志（Packaging — Graphical symbols）

            中华人民共和国药典
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        李某. 标准化原理[M]. 北京: 标准出版社, 2020.

        GB/T 2423.1　环境试验　第2部分：试验方法　试验A：

        低温

        以上文件的获取方式见附录A。
        """,
    ),
)

title_marks_in_reference = Check(
    id="REF041",
    message="清单中的文件名称不加书名号或引号，应写“{title}”。",
    message_en="Titles in the references carry no title marks or quotes; write “{title}”.",
    bad="""
        # 2 规范性引用文件

        GB/T 191⟦《包装储运图示标志》⟧

        GB/T 6388　⟦“运输包装收发货标志”⟧
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 6388　运输包装收发货标志
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦《中华人民共和国药典》⟧（2020年版）

            ISO 780 ⟦《包装　图示标志》⟧（Packaging — Graphical symbols）
            """,
            """
            # 2 规范性引用文件

            中华人民共和国药典（2020年版）

            ISO 780　包装　图示标志（Packaging — Graphical symbols）
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　《中华人民共和国药典》应用指南

        《中华人民共和国计量法》
        """,
    ),
)

missing_reference_gap = Check(
    id="REF042",
    message="编号与名称之间应空一个汉字的间隙，写成“{number}　{title}……”。",
    message_en="Number and title of an entry are separated by one full-width space: “{number}　{title}…”.",
    bad="""
        # 2 规范性引用文件

        ⟦GB/T 191包⟧装储运图示标志

        ⟦GB/T 2423（所有部分）环⟧境试验
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 2423（所有部分）　环境试验
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦GB/T 191—2008，包⟧装储运图示标志

            ⟦GB/T 6388：运⟧输包装收发货标志

            ⟦GB 50016—2014（2018年版）建⟧筑设计防火规范
            """,
            """
            # 2 规范性引用文件

            GB/T 191—2008　包装储运图示标志

            GB/T 6388　运输包装收发货标志

            GB 50016—2014（2018年版）　建筑设计防火规范
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191—2008版　包装储运图示标志

        GB/T 3102系列标准　量和单位
        """,
        """
        # 2 规范性引用文件

        GB/T 191 包装储运图示标志

        GB/T 6388  运输包装收发货标志

        GB/T 2423 （所有部分） 环境试验

        GB 50016—2014（2018年版） 建筑设计防火规范

        GB/T 10001《公共信息图形符号》

        GB/T 3102.1～GB/T 3102.13　量和单位

        GB/T 7408.1—2023、GB/T 7408.2—2023　日期和时间

        | 编号 | 名称 |
        |---|---|
        | GB/T 4208 | 外壳防护等级 |
        """,
    ),
)

punctuation_after_bibliography_entry = Check(
    id="BIB014",
    message="参考文献的文件之后不应有标点符号“{sign}”。",
    message_en="No punctuation follows a standard in the bibliography; delete “{sign}”.",
    bad="""
        # 参考文献

        [1] GB/T 191　包装储运图示标志⟦。⟧

        [2] ISO 780　Packaging — Graphical symbols⟦.⟧
    """,
    good="""
        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] ISO 780　Packaging — Graphical symbols
    """,
    more=(
        (
            """
            # 参考文献

            [1] GB/T 191　包装储运图示标志⟦；⟧

            [2] 中华人民共和国计量法⟦。⟧

            [3] 李某. 标准化原理[M]. 北京: 标准出版社, 2020⟦；⟧
            """,
            """
            # 参考文献

            [1] GB/T 191　包装储运图示标志

            [2] 中华人民共和国计量法

            [3] 李某. 标准化原理[M]. 北京: 标准出版社, 2020
            """,
        ),
    ),
    clean=(
        """
        # 参考文献

        [1] GB/T 191—2008 包装储运图示标志[S].

        [2] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.

        [3] 李某．标准化的方法［J］．标准化，2020，3（2）：12-18．

        [4] 全国标准化委员会. 标准化年报. 2020。
        """,
    ),
)

_LITERATURE = patterns.compile(r"[\[［][A-Z]{1,2}(?:/[A-Z]{2})?[\]］]|\.\s|．|https?:")
_STANDARD_CODE = patterns.compile(rf"[\[［]{BLANK}*S{BLANK}*(?:/{BLANK}*OL{BLANK}*)?[\]］]")
_FIRST = patterns.compile(r"[\p{Han}A-Za-z]")
_TOGETHER = patterns.compile(
    r"版(?:[\s\u3000]|$)|系列标准"
    r"|(?:[和与及或至]\s?)?[A-Z]{1,4}(?:[/／][A-Z]+)?\s?\d|[和与及或至][^。；]{0,12}\d"
)
_SHOWN = 12


@punctuation_after_reference.finder
@title_marks_in_reference.finder
@missing_reference_gap.finder
@punctuation_after_bibliography_entry.finder
def find(doc: Document) -> Iterator[Finding]:
    for entry in doc.entries.normative:
        if entry.prose or entry.cell or entry.group:
            continue
        if _ends_wrongly(doc, entry):
            yield _without(doc, punctuation_after_reference, entry)
        if entry.marks and not entry.law:
            yield _unmarked(doc, entry)
        elif entry.number and _lacks_gap(doc, entry):
            yield _spaced(doc, entry)
    for entry in doc.entries.bibliography:
        wrong = not (entry.prose and not entry.marker) and not entry.cell and not entry.group
        if wrong and _ends_wrongly(doc, entry) and not _STANDARD_CODE.search(doc.text, *entry.span):
            yield _without(doc, punctuation_after_bibliography_entry, entry)


def _ends_wrongly(doc: Document, entry: Entry) -> bool:
    """Say whether punctuation closes the entry that the form of its kind does not have."""
    start, end = entry.closing
    if start == end or entry.continued:
        return False
    if entry.number or doc.text[end - 1] in "；;，、":
        return True
    return doc.text[end - 1] == "。" and not _LITERATURE.search(doc.text, *entry.title)


def _without(doc: Document, check: Check, entry: Entry) -> Finding:
    return check.at(entry.closing, fix="", sign=doc.text[slice(*entry.closing)].strip())


def _unmarked(doc: Document, entry: Entry) -> Finding:
    assert entry.marks is not None
    start, end = entry.marks
    opening = Edit(entry.gap[0] if entry.number else start, start + 1, "　" if entry.number else "")
    title = doc.text[start + 1 : end - 1]
    return title_marks_in_reference.at(entry.marks, fix=[opening, Edit(end - 1, end, "")], title=title)


def _lacks_gap(doc: Document, entry: Entry) -> bool:
    """Say whether number and title are run together, or kept apart by a sign instead of a blank."""
    title = doc.text[slice(*entry.title)]
    gap = doc.text[slice(*entry.gap)]
    return bool(_FIRST.match(title)) and (not gap or bool(gap.strip())) and not _TOGETHER.match(title)


def _spaced(doc: Document, entry: Entry) -> Finding:
    assert entry.number is not None
    start, end = entry.gap
    number = doc.text[slice(*entry.number)]
    title = doc.text[end : min(end + _SHOWN, entry.title[1])]
    span = (entry.number[0], end + 1)
    return missing_reference_gap.at(span, fix=[Edit(start, end, "　")], number=number, title=title)
