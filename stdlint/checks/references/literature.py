"""Give standards in the bibliography by number and title, and other literature in the form of GB/T 7714.

A standard is found by its number, so it needs no type code [S]; a book or paper is found by author, title, type code,
publisher and year. An entry in a form of its own is reported for that alone.

参考文献中的标准写编号和名称，不加“[S]”；图书、论文、网页按GB/T 7714著录，名称之后给出文献类型标识。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.entries import Entry
from stdlint.views.wording import BLANK

malformed_bibliography_entry = Check(
    id="BIB018",
    message="标准以外的文献按GB/T 7714著录：{lack}。",
    message_en="Literature other than standards is given in the form of GB/T 7714: {lack_en}.",
    bad="""
        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] ⟦《标准化原理》，李某著⟧
    """,
    good="""
        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.
    """,
    more=(
        (
            """
            # 参考文献

            [1] ⟦李某，王某．包装材料的老化．包装工程，2019，40（3）：12-18⟧

            [2] ⟦李某. 标准化原理. 北京: 标准出版社, 2020.⟧

            [3] ⟦包装网站 https://www.example.com/a⟧

            [4] ⟦李某. 包装材料的老化[EB/OL]. 2020.⟧

            [5] ⟦李某. 标准化原理[M]. 北京: 标准出版社, 2020: P12.⟧
            """,
            """
            # 参考文献

            [1] 李某, 王某. 包装材料的老化[J]. 包装工程, 2019, 40(3): 12-18.

            [2] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.

            [3] 包装标准的检索[EB/OL]. (2020-01-02)[2021-03-04]. https://www.example.com/a.

            [4] 李某. 包装材料的老化[EB/OL]. (2020-01-02)[2021-03-04]. https://www.example.com/a.

            [5] 李某. 标准化原理[M]. 北京: 标准出版社, 2020: 12.
            """,
        ),
    ),
    clean=(
        """
        # 参考文献

        [1] 中华人民共和国标准化法（2017年11月4日修订）

        [2] 中华人民共和国药典（2020年版）

        [3] 中国统计年鉴

        [4] ISO 780　Packaging — Graphical symbols

        [5] 李某, 王某. 包装材料的老化[J/OL]. 包装工程, 2019. https://doi.org/10.1000/1.

        [6] 新闻出版总署令第8号

        [7] EU 2016/679 General Data Protection Regulation

        https://www.iso.org
        """,
    ),
)

document_type_code_on_standard = Check(
    id="BIB019",
    message="参考文献中的标准给出编号和名称，不加“{code}”。",
    message_en="A standard in the bibliography is given by number and title, without “{code}”.",
    bad="""
        # 参考文献

        [1] GB/T 191—2008 包装储运图示标志⟦[S].⟧
    """,
    good="""
        # 参考文献

        [1] GB/T 191—2008　包装储运图示标志
    """,
    more=(
        (
            """
            # 参考文献

            [1] GB/T 191—2008, 包装储运图示标志⟦[S]. 北京: 中国标准出版社, 2008.⟧

            [2] GB/T 6388—1986　运输包装收发货标志⟦［S］⟧

            [3] ISO 780:2015　Packaging — Graphical symbols⟦[S]⟧
            """,
            """
            # 参考文献

            [1] GB/T 191—2008　包装储运图示标志

            [2] GB/T 6388—1986　运输包装收发货标志

            [3] ISO 780:2015　Packaging — Graphical symbols
            """,
        ),
        (
            """
            # 参考文献

            [1] 全国包装标准化技术委员会. 包装储运图示标志: GB/T 191—2008⟦[S]. 北京: 中国标准出版社, 2008.⟧
            """,
            """
            # 参考文献

            [1] GB/T 191—2008　包装储运图示标志
            """,
        ),
    ),
    clean=(
        """
        # 参考文献

        [1] GB/T 191—2008　包装储运图示标志

        [2] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.
        """,
    ),
)

unknown_document_type_code = Check(
    id="BIB020",
    message="“{code}”不是规定的文献类型标识。",
    message_en="“{code}” is no known document type code.",
    bad="""
        # 参考文献

        [1] 李某. 标准化原理⟦[X]⟧. 北京: 标准出版社, 2020.
    """,
    good="""
        # 参考文献

        [1] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.
    """,
    more=(
        (
            """
            # 参考文献

            [1] 李某. 包装材料的老化⟦[EB/0L]⟧. (2020-01-02)[2021-03-04]. https://www.example.com/a.

            [2] 李某. 标准化原理⟦［m］⟧. 北京: 标准出版社, 2020.
            """,
            """
            # 参考文献

            [1] 李某. 包装材料的老化[EB/OL]. (2020-01-02)[2021-03-04]. https://www.example.com/a.

            [2] 李某. 标准化原理［M］. 北京: 标准出版社, 2020.
            """,
        ),
    ),
    clean=(
        """
        # 参考文献

        [1] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.

        [2] 李某. 包装材料的老化[D/OL]. 北京: 某大学, 2020[2021-03-04]. https://www.example.com/a.

        [3] 李某. 包装[C]//包装工程论文集. 北京: 标准出版社, 2020.

        [4] 包装数据[DS/OL]. (2020-01-02)[2021-03-04]. https://www.example.com/a.

        [5] ISO 780　Packaging [ISO]

        [6] 李某. 无铅焊料[Sn]的应用[J]. 包装工程, 2019, 40(3): 12-18.
        """,
    ),
)

title_marks_in_bibliography = Check(
    id="BIB021",
    message="参考文献中的文件名称不加书名号，应写“{title}”。",
    message_en="Titles in the bibliography carry no title marks; write “{title}”.",
    bad="""
        # 参考文献

        [1] GB/T 191⟦《包装储运图示标志》⟧
    """,
    good="""
        # 参考文献

        [1] GB/T 191　包装储运图示标志
    """,
    more=(
        (
            """
            # 参考文献

            [1] ⟦《中华人民共和国计量法》⟧（2018年修正）

            [2] 李某. ⟦《标准化原理》⟧[M]. 北京: 标准出版社, 2020.
            """,
            """
            # 参考文献

            [1] 中华人民共和国计量法（2018年修正）

            [2] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.
            """,
        ),
    ),
    clean=(
        """
        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] 关于印发《包装管理办法》的通知

        [3] 《中华人民共和国药典》应用指南

        [4] 李某. 《红楼梦》研究[M]. 北京: 标准出版社, 2020.

        [5] 《标准化原理》，李某著
        """,
    ),
)

_CODE = patterns.compile(
    r"(?<=[^\s，,;；])\s?(?P<code>[\[［](?P<type>[A-Za-z]{1,2})(?:/(?P<carrier>[A-Za-z0-9]{2}))?[\]］])(?=\s?(?:[.．。,，]|//|$))"
)
_STANDARD_CODE = patterns.compile(
    rf"{BLANK}*[\[［]{BLANK}*S{BLANK}*(?:/{BLANK}*OL{BLANK}*)?[\]］](?:{BLANK}*[.．。,，;；](?:.*(?:出版社|\d{{4}}).*)?)?"
)
_TYPES = frozenset(["A", "C", "CM", "CP", "D", "DB", "DS", "EB", "G", "J", "K", "M", "N", "P", "PP", "R", "S", "Z"])
_CARRIERS = frozenset(["MT", "DK", "CD", "OL"])
_SIGNS = patterns.compile(
    r"(?:编?著|主编|编写组|译)(?:[.．，,。；（(\s]|$)|出版社|学报|第\d{1,3}[期卷]|\d{1,3}\s?[（(]\d{1,2}[）)]\s?[:：]\s?\d"
    r"|\bet\sal\b|\bVol\.|\bpp?\.\s?\d"
    r"|https?://|www\.|学位论文|[12]\d{3}[，,]\s?\d{1,3}\s?[（(]\d"
)
_ADDRESS = patterns.compile(r"https?:|www\.|(?i:doi)|10\.\d{4}")
_PAGES = patterns.compile(r"\b(?:P\.?\s?\d|pp\.\s?\d)")
_URL_ONLY = patterns.compile(r"https?:\S+|www\.\S+")
_NAMED = patterns.compile(r"[.．：:，,]\s*《[^《》]+》(?=\s*(?:[\[［（(.．，,]|$))")


@malformed_bibliography_entry.finder
@document_type_code_on_standard.finder
@unknown_document_type_code.finder
@title_marks_in_bibliography.finder
def find(doc: Document) -> Iterator[Finding]:
    for entry in doc.entries.bibliography:
        if entry.cell or entry.group or (entry.prose and not entry.marker):
            continue
        code = _CODE.search(doc.text, *entry.span)
        cited = any(citation.block == entry.reference.block for citation in doc.references.named_informatively)
        if cited and (standard := _STANDARD_CODE.search(doc.text, *entry.span)) is not None:
            yield _without_code(doc, entry, standard)
        elif code is not None and not _known(code):
            yield unknown_document_type_code.at(code.span("code"), code=code["code"])
        elif not (cited or entry.law or entry.continued) and (lack := _lack(doc, entry, code)) is not None:
            span = (entry.span[0], entry.span[1])
            yield malformed_bibliography_entry.at(span, lack=lack[0], lack_en=lack[1])
            continue
        if (marks := _marks(doc, entry)) is not None:
            yield _unmarked(doc, entry, marks)


def _known(code: regex.Match[str]) -> bool:
    return code["type"] in _TYPES and (code["carrier"] is None or code["carrier"] in _CARRIERS)


def _without_code(doc: Document, entry: Entry, code: regex.Match[str]) -> Finding:
    """Report “[S]” with what follows it; the fix also leaves one full-width space behind the number."""
    said = code.group().strip()
    start = code.end() - len(code.group().lstrip())
    edits = None
    if entry.number and entry.gap[1] <= code.start() and not entry.marks:
        edits = [Edit(code.start(), entry.span[1], "")]
        if doc.text[slice(*entry.gap)] != "　":
            edits.insert(0, Edit(*entry.gap, "　"))
    return document_type_code_on_standard.at(
        (start, code.end()), fix=edits, code=said[: said.find("]") + 1] or said[:3]
    )


def _lack(doc: Document, entry: Entry, code: regex.Match[str] | None) -> tuple[str, str] | None:
    """Say what an entry of literature lacks, in Chinese and English; None where it may be something else."""
    text = doc.text[slice(*entry.span)]
    if code is None:
        if _SIGNS.search(text) and not _URL_ONLY.fullmatch(text):
            return "名称之后没有文献类型标识", "no type code stands behind the title"
        return None
    if code["carrier"] == "OL" and not _ADDRESS.search(text):
        return "联机文献没有给出获取和访问路径", "an online document gives no address"
    if _PAGES.search(text):
        return "页码前不加字母", "no letter stands in front of pages"
    return None


def _marks(doc: Document, entry: Entry) -> Span | None:
    """Return the span of 《…》 around the whole title."""
    if entry.marks is not None and doc.text[entry.marks[0]] == "《":
        return entry.marks
    named = _NAMED.search(doc.text, *entry.span) if entry.number is None else None
    return (doc.text.index("《", named.start()), named.end()) if named else None


def _unmarked(doc: Document, entry: Entry, marks: Span) -> Finding:
    start, end = marks
    behind_number = entry.number is not None and start == entry.gap[1]
    opening = Edit(entry.gap[0] if behind_number else start, start + 1, "　" if behind_number else "")
    title = doc.text[start + 1 : end - 1]
    return title_marks_in_bibliography.at(marks, fix=[opening, Edit(end - 1, end, "")], title=title)
