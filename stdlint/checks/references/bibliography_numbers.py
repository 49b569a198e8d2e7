"""Number the entries of the bibliography [1], [2], [3] … without a gap.

The text cites an entry by that number. Lines that only head a group carry none. One finding tells of all entries that
are numbered in the same wrong way; of a broken sequence the first break is told.

参考文献每一条前有方括号编号，从[1]起连续，文中按这个编号引用；分组的标题不编号。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.entries import Entry

unnumbered_bibliography_entry = Check(
    id="BIB011",
    message="参考文献的每一条应有“[n]”形式的编号，这里有{count}条没有。",
    message_en="Every entry of the bibliography is numbered [n]; {count} here are not.",
    bad="""
        # 参考文献

        ⟦1)⟧ GB/T 191　包装储运图示标志

        2) GB/T 6388　运输包装收发货标志
    """,
    good="""
        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] GB/T 6388　运输包装收发货标志
    """,
    more=(
        (
            """
            # 参考文献

            ⟦GB/T 191⟧　包装储运图示标志

            GB/T 6388　运输包装收发货标志

            中华人民共和国计量法
            """,
            """
            # 参考文献

            [1] GB/T 191　包装储运图示标志

            [2] GB/T 6388　运输包装收发货标志

            [3] 中华人民共和国计量法
            """,
        ),
        (
            """
            # 参考文献

            ⟦1、⟧GB/T 191　包装储运图示标志

            2、李某. 标准化原理[M]. 北京: 标准出版社, 2020.
            """,
            """
            # 参考文献

            [1] GB/T 191　包装储运图示标志

            [2] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.
            """,
        ),
        (
            """
            # 参考文献

            ⟦【1】⟧GB/T 191　包装储运图示标志
            """,
            """
            # 参考文献

            [1] GB/T 191　包装储运图示标志
            """,
        ),
        (
            """
            # 参考文献

            [1] GB/T 191　包装储运图示标志

            ⟦GB/T 6388⟧　运输包装收发货标志

            [2] GB/T 9174　一般货物运输包装通用技术条件
            """,
            """
            # 参考文献

            [1] GB/T 191　包装储运图示标志

            [2] GB/T 6388　运输包装收发货标志

            [3] GB/T 9174　一般货物运输包装通用技术条件
            """,
        ),
    ),
    clean=(
        """
        # 参考文献

        国家标准

        [1] GB/T 191　包装储运图示标志

        ［2］ ISO 780　Packaging

        https://www.iso.org

        其他文献

        - [3] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.

        本清单列出了起草时查阅的文献。
        """,
        """
        # 参考文献

        | 序号 | 文件 |
        |---|---|
        | 1 | GB/T 191 |
        """,
    ),
)

broken_bibliography_numbering = Check(
    id="BIB012",
    message="参考文献的编号应从[1]起连续，这里应为[{right}]。",
    message_en="Entries of the bibliography are numbered consecutively from [1]; this is [{right}].",
    bad="""
        # 参考文献

        [1] GB/T 191　包装储运图示标志

        ⟦[3]⟧ GB/T 6388　运输包装收发货标志

        [4] GB/T 9174　一般货物运输包装通用技术条件
    """,
    good="""
        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] GB/T 6388　运输包装收发货标志

        [3] GB/T 9174　一般货物运输包装通用技术条件
    """,
    more=(
        (
            """
            # 参考文献

            ⟦[2]⟧ GB/T 191　包装储运图示标志
            """,
            """
            # 参考文献

            [1] GB/T 191　包装储运图示标志
            """,
        ),
        (
            """
            # 参考文献

            ## 国家标准

            [1] GB/T 191　包装储运图示标志

            ## 国际标准

            ⟦[1]⟧ ISO 780　Packaging
            """,
            """
            # 参考文献

            ## 国家标准

            [1] GB/T 191　包装储运图示标志

            ## 国际标准

            [2] ISO 780　Packaging
            """,
        ),
    ),
    clean=(
        """
        # 参考文献

        ## 国家标准

        [1] GB/T 191　包装储运图示标志

        ## 国际标准

        [2] ISO 780　Packaging
        """,
        """
        # 参考文献

        [1] GB/T 191　包装储运图示标志

        GB/T 6388　运输包装收发货标志

        [3] GB/T 9174　一般货物运输包装通用技术条件
        """,
    ),
)

_LITERATURE = patterns.compile(r"[\[［][A-Z]{1,2}(?:/[A-Z]{2})?[\]］]")


@unnumbered_bibliography_entry.finder
@broken_bibliography_numbering.finder
def find(doc: Document) -> Iterator[Finding]:
    entries = [entry for entry in doc.entries.bibliography if not (entry.cell or entry.group)]
    lists: dict[int, list[Entry]] = {}
    for entry in entries:
        lists.setdefault(doc.outline.owner[entry.reference.block].chapter.first, []).append(entry)
    for found in lists.values():
        bracketed = any(entry.reference.ordinal for entry in found)
        counted = [entry for entry in found if _counts(doc, entry, bracketed)]
        yield from _unnumbered(doc, counted, len(counted) == len(found))
        yield from _broken(doc, counted)


def _counts(doc: Document, entry: Entry, bracketed: bool) -> bool:
    """Say whether a line is an entry of its own; among numbered ones, lines that nothing marks may belong to others."""
    if entry.reference.ordinal or entry.number or entry.placeholder or (entry.marker and not entry.prose):
        return True
    if entry.prose or entry.continued:
        return False
    return not bracketed or entry.law or _LITERATURE.search(doc.text, *entry.span) is not None


def _unnumbered(doc: Document, entries: list[Entry], sure: bool) -> Iterator[Finding]:
    wrong = [entry for entry in entries if not entry.reference.ordinal]
    if not any(entry.number or entry.law or entry.marker or entry.reference.ordinal for entry in entries) or not wrong:
        return
    first = wrong[0]
    start, end = first.marker or first.number or first.span
    edits = [_numbered(doc, entry, at) for at, entry in enumerate(entries, 1) if not entry.reference.ordinal]
    sure = sure and all(entry.reference.ordinal in (0, at) for at, entry in enumerate(entries, 1))
    yield unnumbered_bibliography_entry.at((start, end), fix=edits if sure else None, count=len(wrong))


def _numbered(doc: Document, entry: Entry, position: int) -> Edit:
    """Return the edit that gives an entry its number."""
    if entry.label and entry.marker:
        return Edit(*entry.marker, _bracket(doc, entry, position))
    start = entry.marker[0] if entry.marker else entry.span[0]
    return Edit(start, entry.span[0], f"[{position}] ")


def _bracket(doc: Document, entry: Entry, position: int) -> str:
    wide = entry.marker is not None and doc.text[entry.marker[0]] == "［"
    return f"［{position}］" if wide else f"[{position}]"


def _broken(doc: Document, entries: list[Entry]) -> Iterator[Finding]:
    """Report the first number that does not follow; an entry without number may have been counted or not."""
    last = skipped = 0
    for at, entry in enumerate(entries):
        ordinal = entry.reference.ordinal
        if not ordinal:
            skipped += 1
            continue
        if not last < ordinal <= last + 1 + skipped and entry.marker:
            rest = [below for below in entries[at:] if below.reference.ordinal]
            edits = [_numbered(doc, below, last + 1 + number) for number, below in enumerate(rest)]
            yield broken_bibliography_numbering.at(entry.marker, fix=edits, safe=False, right=last + 1)
            return
        last, skipped = ordinal, 0
