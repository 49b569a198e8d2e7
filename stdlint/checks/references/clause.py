"""Date the reference when a specific clause, figure, table or annex of another document is named.

The next edition may number its clauses differently.

其他文件换版后章、条、图、表的编号可能改变，指明具体内容时要注日期。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import Spans

undated_reference_to_clause = Check(
    id="REF100",
    message="引用{name}的{place}时应注日期。",
    message_en="A reference to {place} of {name} shall be dated.",
    bad="""
        # 4 试验

        按⟦GB/T 2423.17第5章⟧进行，并应符合⟦GB/T 191中5.2⟧和⟦GB/T 6388 表1⟧的规定。
    """,
    good="""
        # 4 试验

        按GB/T 2423.17—2008第5章进行，并应符合GB/T 191—2008中5.2和GB/T 6388—1986 表1的规定。
    """,
    more=(
        (
            """
            # 4 试验

            ——按⟦GB/T 2423.17标准第5.2条⟧进行；

            ——按⟦GB/T 191《包装储运图示标志》的附录A⟧和⟦JJG 99中“5.3”⟧检定；

            ——按GB/T 5169.11—2017和⟦GB/T 1690.1中式（2）⟧计算。

            | 项目 | 方法 |
            |---|---|
            | 硬度 | ⟦GB/T 230.1 第7章⟧ |
            """,
            """
            # 4 试验

            ——按GB/T 2423.17—2008第5.2条进行；

            ——按GB/T 191—2008《包装储运图示标志》的附录A和JJG 99—2022中5.3检定；

            ——按GB/T 5169.11—2017和GB/T 1690.1—2010中式（2）计算。

            | 项目 | 方法 |
            |---|---|
            | 硬度 | GB/T 230.1—2018 第7章 |
            """,
        ),
    ),
    clean=(
        """
        # 4 试验

        应符合GB/T 191和表1的规定。应符合GB/T 191及附录A的规定。水质应符合GB/T 5750.4的规定。

        按GB/T 20001（所有部分）编写，第5章除外。应符合GB/T 1.1—2016中4.1第二段的规定。GB/T 191的2.5倍不适用。

        按GB/T 9969、表2和图1检验。GB/T 1019 5 mm的缝隙不计。

        螺距为GB/T 196的1.5倍，间隙为GB/T 1804中0.5 mm以下的一级，水应为GB/T 6682中3级水，见GB/T 191，5.2不适用。

        | 项目 | 方法 |
        |---|---|
        | 硬度 | GB/T 230.1<br>6.2 |
        """,
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1 5.2]
        """,
    ),
    english=(
        (
            """
            # 4 Marking

            Marking shall be as specified in ⟦ISO 780, Table 1⟧, ⟦ISO 7000, 5.2⟧ and ⟦Annex B of ISO 3864-1⟧.
            """,
            """
            # 4 Marking

            Marking shall be as specified in ISO 780:2015, Table 1, ISO 7000:2019, 5.2 and ISO 3864-1:2011, Annex B.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Marking

        Marking shall conform to ISO 780 and Table 1. The length of ISO 4014 bolts in Table 1, and of ISO 4017, 5.2
        mm, is given in Clause 5. See ISO 1234:—, Table 1, and ISO 780:2015, Annex A. The symbols of ISO 7000 in
        Annex B apply. IETF RFC 7049, 3.2 applies. ISO 14617 (all parts) and Clause 5 apply.
        """,
    ),
)

_FROZEN = ("RFC", "3GPP", "FIPS", "NIST")


@undated_reference_to_clause.finder
def find(doc: Document) -> Iterator[Finding]:
    in_source = Spans([line.span for line in doc.sources])
    for citation in doc.citations:
        if citation.locator is None or citation.year or citation.code.startswith(_FROZEN):
            continue
        start = citation.span[0]
        if start in in_source or (start in doc.quoted and doc.text[doc.quoted.around(start)[0]] != "《"):  # type: ignore[index]
            continue
        if doc.regions[citation.block].element in ("references", "bibliography", "cover", "contents"):
            continue
        if citation.locator[0] < start:
            place = doc.text[slice(*citation.locator)]
            yield undated_reference_to_clause.at(
                (citation.locator[0], citation.span[1]), name=citation.name, place=place
            )
            continue
        end = citation.locator[1]
        place = doc.text[citation.locator[0] : end]
        if doc.text.startswith("”", end) and "“" in doc.text[start:end]:
            end += 1
        yield undated_reference_to_clause.at((start, end), name=citation.name, place=place)
