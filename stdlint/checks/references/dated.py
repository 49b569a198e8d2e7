"""Cite a document as it is listed: dated with the same year, or undated.

A dated entry means that only that edition applies; a text that leaves the year out says the opposite. Foreword, lists
and “[来源：…]” (which is always dated) are left aside.

清单注日期，表示只有该版本适用；文中不注日期，意思就相反。前言、清单和必注日期的“[来源：…]”不比较。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.mentions import Mention, by_document
from stdlint.views.wording import BLANK

dated_citation_of_undated_reference = Check(
    id="REF090",
    message="文中注日期引用{name}，清单中也应注日期。",
    message_en="{name} is cited with its year; list it with its year.",
    bad="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 标志

        标志应符合⟦GB/T 191—2008⟧的规定。
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191—2008的规定。
    """,
    clean=(
        """
        # 前言

        本文件按照GB/T 1.1—2020的规定起草。

        # 2 规范性引用文件

        GB/T 1.1　标准化工作导则　第1部分：标准化文件的结构和起草规则

        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 1.1—2020，3.1]

        # 4 编写

        编写应符合GB/T 1.1的规定。
        """,
    ),
    english=(
        (
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ⟦ISO 780:2015⟧.
            """,
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780:2015, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ISO 780:2015.
            """,
        ),
    ),
    clean_english=(
        """
        # Foreword

        This edition replaces ISO 780:1997.

        # 2 Normative references

        The following documents are referred to in the text in such a way that some or all of their content
        constitutes requirements of this document. For dated references, only the edition cited applies.

        ISO 780, *Packaging — Distribution packaging — Graphical symbols*

        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        threaded fastener with a head

        [SOURCE: ISO 780:2015, 3.6.2]

        # 4 Marking

        Marking shall conform to ISO 780.

        NOTE ISO 780:1997 differs.
        """,
    ),
)

undated_citation_of_dated_reference = Check(
    id="REF091",
    message="清单中为{listed}，文中引用也应注日期。",
    message_en="{listed} is listed with its year; cite it with its year.",
    bad="""
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        # 4 标志

        标志应符合⟦GB/T 191⟧的规定。
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191—2008的规定。
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191—2008的规定，其位置应符合GB/T 191中5.2的规定。

        注：标志的历史见GB/T 191，标志的含义见GB/T 191—2000的表1。
        """,
    ),
    english=(
        (
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780:2015, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ⟦ISO 780⟧.
            """,
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780:2015, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ISO 780:2015.
            """,
        ),
    ),
    clean_english=(
        """
        # 2 Normative references

        The following documents are referred to in the text in such a way that some or all of their content
        constitutes requirements of this document. For dated references, only the edition cited applies.

        ISO 780:2015, *Packaging — Distribution packaging — Graphical symbols*

        ISO 1234:—, *Draft*

        # 4 Marking

        Marking shall conform to ISO 780:2015, Clause 5, and ISO 1234:—, Table 1.

        NOTE For the history, see ISO 780.
        """,
    ),
)

citation_year_mismatch = Check(
    id="REF092",
    message="文中为{name}，清单中为{listed}，年份号应一致。",
    message_en="The text cites {name}, the list has {listed}; the years shall agree.",
    bad="""
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        # 4 标志

        标志应符合⟦GB/T 191—2000⟧的规定。
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191—2008的规定。
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191—2000　包装储运图示标志

        GB/T 191—2008　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191—2000或GB/T 191—2008的规定。
        """,
        """
        # 2 规范性引用文件

        GB/T 191—08　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191—2008的规定。
        """,
    ),
    english=(
        (
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780:2015, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ⟦ISO 780:1997⟧.
            """,
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780:2015, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ISO 780:2015.
            """,
        ),
    ),
    clean_english=(
        """
        # 2 Normative references

        The following documents are referred to in the text in such a way that some or all of their content
        constitutes requirements of this document. For dated references, only the edition cited applies.

        ISO 780:2015, *Packaging — Distribution packaging — Graphical symbols*

        ISO 780:1997, *Packaging*

        # 4 Marking

        Marking shall conform to ISO 780:2015 or ISO 780:1997.
        """,
    ),
)

dated_and_undated_citation = Check(
    id="REF093",
    message="{name}在文中有的注日期，有的不注日期，宜统一。",
    message_en="{name} is cited both dated and undated; use one form throughout.",
    bad="""
        # 4 标志

        标志应符合GB/T 191—2008的规定。

        # 5 包装

        包装应符合⟦GB/T 191⟧的规定。
    """,
    good="""
        # 4 标志

        标志应符合GB/T 191—2008的规定。

        # 5 包装

        包装应符合GB/T 191—2008的规定。
    """,
    english=(
        (
            """
            # 4 Marking

            Marking shall conform to ISO 780:2015.

            # 5 Packing

            Packing shall conform to ⟦ISO 780⟧.
            """,
            """
            # 4 Marking

            Marking shall conform to ISO 780:2015.

            # 5 Packing

            Packing shall conform to ISO 780:2015.
            """,
        ),
    ),
)


@dated_citation_of_undated_reference.finder
@undated_citation_of_dated_reference.finder
@citation_year_mismatch.finder
@dated_and_undated_citation.finder
def find(doc: Document) -> Iterator[Finding]:
    years: dict[tuple[str, str], set[str]] = {}
    names: dict[tuple[str, str], str] = {}
    for reference in doc.references.normative:
        citation = reference.citation
        if citation and not citation.series:
            years.setdefault(citation.key, set()).add(citation.year)
            names[citation.key] = doc.text[citation.span[0] : citation.span[1]]
    for key, group in by_document([m for m in doc.mentions if _counts(m)]).items():
        if key in years:
            yield from _against_list(doc, group, years[key], names[key])
        else:
            yield from _uniform(group)


def _counts(mention: Mention) -> bool:
    """Say whether the date of a mention has to agree: not in notes, sources and other places that only inform."""
    return not mention.citation.series and not mention.sample and (mention.way != "informative" or mention.see)


def _against_list(doc: Document, group: list[Mention], listed: set[str], name: str) -> Iterator[Finding]:
    told: set[Check] = set()
    agree = any(mention.citation.year in listed and not mention.see for mention in group)
    for position, mention in enumerate(group):
        citation, year = mention.citation, _year(doc, mention)
        if any(_same_year(other, year) for other in listed) or (citation.locator and not year):
            continue
        earlier = any(_same_clause(other, mention) and other.citation.year for other in group[:position])
        if year and listed != {""}:
            check = citation_year_mismatch
        elif (mention.see and agree) or (not year and earlier):
            check = dated_and_undated_citation
        else:
            check = dated_citation_of_undated_reference if year else undated_citation_of_dated_reference
        if check in told:
            continue
        told.add(check)
        cited = doc.text[citation.span[0] : citation.span[1]]
        yield check.at(citation.span, name=cited if year else citation.name, listed=name)


def _same_year(one: str, other: str) -> bool:
    """Say whether two years agree, one of which may be short (“08” for 2008), or both are missing."""
    return bool(one and other and (one.endswith(other) or other.endswith(one))) or one == other


_EDITION = patterns.compile(rf"{BLANK}*[（(，,]?{BLANK}*((?:19|20)\d{{2}})(?:年?版|{BLANK}*[）)])")


def _year(doc: Document, mention: Mention) -> str:
    """Return the year of a citation, also where it is written otherwise: “GB/T 191（2008版）”."""
    edition = _EDITION.match(doc.text, mention.citation.span[1])
    return mention.citation.year or (edition[1] if edition else "")


def _same_clause(other: Mention, mention: Mention) -> bool:
    return other.region.section is mention.region.section


def _uniform(group: list[Mention]) -> Iterator[Finding]:
    dated = [mention for mention in group if mention.citation.year]
    undated = [mention for mention in group if not mention.citation.year]
    if dated and undated and any(mention.way != "informative" for mention in group):
        odd = (undated if len(undated) <= len(dated) else dated)[0]
        yield dated_and_undated_citation.at(odd.citation.span, name=odd.citation.name)
