"""Write document numbers in their prescribed form.

“GB/T 1.1—2020”: a one-em dash before a year of four digits. International documents keep their own form, “ISO
9001:2015”.

国内文件编号为代号、顺序号、一字线和四位年份，如“GB/T 1.1—2020”；国际文件保持自己的写法，
如“ISO 9001:2015”。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.citations import Citation
from stdlint.views.wording import BLANK

hyphen_in_dated_reference = Check(
    id="NUM200",
    message="文件编号的年份前用一字线“—”，不用“{dash}”。",
    message_en="The year of a national document number follows an em dash “—”, not “{dash}”.",
    bad="""
        # 4 要求

        应符合⟦GB/T 1.1-2020⟧和⟦YD/T 1234–2020⟧的规定。
    """,
    good="""
        # 4 要求

        应符合GB/T 1.1—2020和YD/T 1234—2020的规定。
    """,
    clean=(
        """
        # 4 要求

        应符合GB/T 1.1—2020和ISO 9001:2015、IEC 60027-2、EN 10204-2004的规定。螺栓 GB/T 5782-M12×80。联系电话010-2020。
        """,
    ),
)

short_year_in_document_number = Check(
    id="NUM203",
    message="年份号应为四位数字，“{year}”应补全。",
    message_en="The year has four digits; complete “{year}”.",
    bad="""
        # 4 要求

        应符合⟦GB/T 191—08⟧的规定。
    """,
    good="""
        # 4 要求

        应符合GB/T 191—2008的规定。
    """,
    more=(
        (
            "# 4 要求\n\n应按⟦GB/T 4857.5-92⟧第5章的规定试验。",
            "# 4 要求\n\n应按GB/T 4857.5—1992第5章的规定试验。",
        ),
    ),
    clean=(
        """
        # 前言

        本文件及其所代替文件的历次版本发布情况为：

        - 1973年首次发布为GB 191—73。

        # 4 要求

        应符合GB/T 5750.1-13的规定。应采用挡圈 GB/T 896-10。
        """,
    ),
)

colon_in_dated_reference = Check(
    id="NUM204",
    message="国内文件编号的年份前用一字线“—”，不用冒号。",
    message_en="The year of a national document number follows an em dash “—”, not a colon.",
    bad="""
        # 4 要求

        应符合⟦GB/T 1.1:2020⟧的规定。
    """,
    good="""
        # 4 要求

        应符合GB/T 1.1—2020的规定。
    """,
    clean=(
        """
        # 4 要求

        应符合ISO 9001:2015和CECS 160:2004的规定。代替GB/T 191：2008年发布。GB/T 191：2008-10-01实施。
        """,
    ),
)

edition_suffix = Check(
    id="NUM207",
    message="注日期引用写年份号，不写“{suffix}”。",
    message_en="A dated reference gives the year, not “{suffix}”.",
    bad="""
        # 4 要求

        应符合⟦GB/T 1.1—2020版⟧的规定。
    """,
    good="""
        # 4 要求

        应符合GB/T 1.1—2020的规定。
    """,
    more=(
        (
            """
            # 4 要求

            应符合⟦GB/T 191（2008版）⟧的规定。
            """,
            """
            # 4 要求

            应符合GB/T 191—2008的规定。
            """,
        ),
        (
            """
            # 4 要求

            应符合⟦GB/T 191—2008年版⟧、⟦GB/T 6388（1986）⟧、⟦GB/T 1019 2008年版⟧和⟦ISO 9001:2015版⟧的规定。
            """,
            """
            # 4 要求

            应符合GB/T 191—2008、GB/T 6388—1986、GB/T 1019—2008和ISO 9001:2015的规定。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        防火应符合GB 50016—2014（2018年版）的规定。
        """,
        """
        # 前言

        增加了温度的要求（见5.2，2009年版的5.1）。GB/T 1.1—2020版本的差异见附录A。
        """,
    ),
)

dash_in_international_reference = Check(
    id="NUM208",
    message="ISO、IEC文件编号的年份前为冒号，不用“{dash}”。",
    message_en="In ISO and IEC numbers the year follows a colon, not “{dash}”.",
    bad="""
        # 4 要求

        应符合⟦ISO 9001—2015⟧和⟦IEC 61508-1-2010⟧的规定。
    """,
    good="""
        # 4 要求

        应符合ISO 9001:2015和IEC 61508-1:2010的规定。
    """,
    clean=(
        """
        # 4 要求

        应符合ISO 9001:2015、ISO 80000-1和EN 10204-2004的规定。
        """,
    ),
    english=(
        (
            """
            # 4 Requirements

            The system shall conform to ⟦ISO 9001-2015⟧ and ⟦IEC 61508-1–2010⟧.
            """,
            """
            # 4 Requirements

            The system shall conform to ISO 9001:2015 and IEC 61508-1:2010.
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Requirements

        The system shall conform to ISO 9001:2015, ISO 80000-1, IEC 60601-2-10, ISO 1234:—, ASTM E18-20 and
        EN 10204-2004.
        """,
    ),
)

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_EDITION = patterns.compile(
    rf"{BLANK}*(?:年?版(?!本|权|面|式|次)|[（(]{BLANK}*{_YEAR}{BLANK}*(?:年?版)?{BLANK}*[）)]|[，,]?{BLANK}*{_YEAR}年?版(?!本|的\d))"
)
_CITED = patterns.compile(rf"(?:按|照|符合|依据|根据|执行|遵守|满足|达到|采用|见|和|与|及|或|、){BLANK}*$")
_DATE_GOES_ON = patterns.compile(r"年|[-./]\d{1,2}")


@hyphen_in_dated_reference.finder
@short_year_in_document_number.finder
@colon_in_dated_reference.finder
@edition_suffix.finder
@dash_in_international_reference.finder
def find(doc: Document) -> Iterator[Finding]:
    for citation in doc.citations:
        if _quoted(doc, citation):
            continue
        if citation.national:
            yield from _national(doc, citation)
        elif (edition := _EDITION.match(doc.text, citation.span[1])) and (year := _edition_year(citation, edition)):
            yield _with_edition(doc, citation, edition, ":", year)
        elif citation.year and citation.dash not in (":", "：") and citation.code.startswith(("ISO", "IEC")):
            right = _with_year(doc, citation, ":", citation.year)
            yield dash_in_international_reference.at(citation.span, fix=right, safe=False, dash=citation.dash)


def _quoted(doc: Document, citation: Citation) -> bool:
    around = doc.quoted.around(citation.span[0])
    return around is not None and doc.text[around[0]] in '“‘「『"'


def _national(doc: Document, citation: Citation) -> Iterator[Finding]:
    foreword = doc.regions[citation.block].element == "foreword"
    year = citation.year
    edition = _EDITION.match(doc.text, citation.span[1])
    if edition and (full := _edition_year(citation, edition)):
        yield _with_edition(doc, citation, edition, "—", full)
        return
    if not year:
        return
    if len(year) == 2:
        opening, start = doc.blocks[citation.block].span[0], citation.span[0]
        cited = start == opening or _CITED.search(doc.text, opening, start)
        certain = citation.dash == "—" or (cited and ("." not in citation.number or int(year) > 79))
        if not foreword and certain:
            full = ("19" if int(year) > 50 else "20") + year
            yield short_year_in_document_number.at(
                citation.span, fix=_with_year(doc, citation, "—", full), safe=False, year=year
            )
    elif citation.dash in (":", "："):
        if not citation.code.startswith("CECS") and not _DATE_GOES_ON.match(doc.text, citation.span[1]):
            yield colon_in_dated_reference.at(citation.span, fix=_with_year(doc, citation, "—", year))
    elif citation.dash not in ("—", "―"):
        yield hyphen_in_dated_reference.at(citation.span, fix=_with_year(doc, citation, "—", year), dash=citation.dash)


def _edition_year(citation: Citation, edition: regex.Match[str]) -> str:
    """Return the year of “GB/T 191—2008版” or “GB/T 191（2008版）”; “” for a right one: “GB 50016—2014（2018年版）”."""
    written = edition["year"] or ""
    if (citation.year and written) or not (citation.national or "版" in edition.group()):
        return ""
    return citation.year or written


def _with_edition(doc: Document, citation: Citation, edition: regex.Match[str], dash: str, year: str) -> Finding:
    suffix = edition.group().strip(" （()），,")
    right = _with_year(doc, citation, dash, year)
    span = (citation.span[0], edition.end())
    return edition_suffix.at(span, fix=right, safe=False, suffix=suffix if suffix.startswith(year) else year + suffix)


def _with_year(doc: Document, citation: Citation, dash: str, year: str) -> str:
    """Return the number as written, with another dash and year."""
    end = citation.dash_span[0] if citation.dash_span else citation.span[1]
    return doc.text[citation.span[0] : end].rstrip() + dash + year
