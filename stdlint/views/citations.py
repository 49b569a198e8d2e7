"""Find every standard number in the text: which document, dated or not, and the clause it points at.

Source: GB/T 1.1—2020, 8.1 (numbers), 9.5.4.1 (dated and undated), reference gbt-1.1-2020.md, 21.2.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from stdlint.model import Source, Span
from stdlint.views.wording import BLANK, DASH

_SECTOR = (
    "AQ|BB|CB|CECS|CH|CJJ|CJ|CY|DA|DL|DY|DZ|EJ|FZ|GA|GC|GH|GM|GY|HB|HG|HJ|HS|HY|JB|JC|JGJ|JGT|JG|JJF|JJG|JR|JTG|JTS|JT|JY|KA"
    "|LB|LD|LS|LY|MH|MR|MT|MZ|NB|NY|QB|QC|QJ|QX|RB|SB|SC|SF|SH|SJ|SL|SN|SW|SY|TB|TD|TSG|TY|WB|WH|WJ|WM|WS|WW|XB|XF|YB|YC"
    "|YD|YJ|YS|YY|YZ|ZY"
)
_CODE = (
    r"GB(?:(?:" + BLANK + r"?[/／]" + BLANK + r"?[TZ])|Z(?:[/／]T)?|T|J)?|GJB(?:[/／]Z)?|DB\d{2,4}(?:[/／][TZ])?"
    r"|T[/／][A-Z]{2,}(?:-[A-Z]+)?|Q[/／][A-Z]{2,}(?:-[A-Z]+)?|(?:" + _SECTOR + r")(?:[/／][TZ])?"
)
_NATIONAL = regex.compile(
    rf"(?<![A-Za-z0-9/／])(?P<code>{_CODE})(?P<gap>{BLANK}*)(?P<number>\d{{1,6}}(?:[.．]\d{{1,3}})*)(?!\d)"
    rf"(?:(?P<before>{BLANK}*)(?P<dash>{DASH}{{1,2}}|[:：])(?P<behind>{BLANK}*)(?P<year>(?:19|20)\d{{2}}(?!\d)|\d{{2}}(?![\dA-Za-z.%×~～])))?"
)
_BODY = (
    r"ISO(?:/IEC)?(?:/IEEE)?(?:/(?:TS|TR|PAS|DIS|FDIS|CD|WD|ASTM|CIE|OECD))?(?:" + BLANK + r"?(?:Guide|指南))?"
    r"|IEC(?:/(?:TS|TR|PAS|IEEE))?(?:"
    + BLANK
    + r"?(?:TS|TR|Guide))?|ITU-[TR]|IEEE(?:"
    + BLANK
    + r"Std)?|EN(?:"
    + BLANK
    + r"ISO)?|ASTM|RFC|CISPR|3GPP(?:"
    + BLANK
    + r"T[SR])?|ETSI(?:"
    + BLANK
    + r"(?:EN|TS|TR|ES))?|JIS|DIN(?:"
    + BLANK
    + r"(?:EN|ISO))*|OIML|UL|ANSI|NIST|CIE|FIPS|SAE|API|ASME|BS(?:"
    + BLANK
    + r"EN)?"
)
_FOREIGN = regex.compile(
    rf"(?<![A-Za-z0-9/])(?P<code>{_BODY})(?P<gap>{BLANK}*)(?P<number>(?:[A-Z]{{1,2}}[.-]?)?\d{{2,6}}(?:[.-]\d{{1,3}}(?!\d))*)(?![\d])"
    rf"(?:(?P<before>{BLANK}*)(?P<dash>[:：]|{DASH}{{1,2}})(?P<behind>{BLANK}*)(?P<year>(?:19|20)\d{{2}})(?!\d))?"
)
_SERIES = regex.compile(
    BLANK + r"*[（(]" + BLANK + r"*(?:所有部分|全部部分|all" + BLANK + r"parts)" + BLANK + r"*[）)]"
)
_TITLE = regex.compile(BLANK + r"*《[^《》\n]*》")
_NOT_UNIT = r"(?!" + BLANK + r"*(?:倍|mm|cm|m\b|kg|g\b|℃|%|‰|V\b|A\b|kPa|MPa|个|条件|次|级|版|年))"
_LOCATOR = regex.compile(
    BLANK
    + r"*(?:(?:中|的|之|里)(?:的|，)?"
    + BLANK
    + r"*)?(?P<place>第"
    + BLANK
    + r"*\d{1,2}(?:\.\d{1,2})*"
    + BLANK
    + r"*[章条节]|第[一二三四五六七八九十]{1,3}[章条]|第"
    + BLANK
    + r"*\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?:\.\d{1,2}){1,6}(?!\d)"
    + _NOT_UNIT
    + r"(?:条|节|款)?|附"
    + BLANK
    + r"*录"
    + BLANK
    + r"*[A-Z](?:\.\d+)*|[A-Z]\.\d{1,2}(?:\.\d{1,2})*|(?:表|图)"
    + BLANK
    + r"*(?:[A-Z]\.)?\d{1,3}|(?:公)?式"
    + BLANK
    + r"*[（(]\d+[）)])"
)
_ENGLISH_LOCATOR = regex.compile(
    r",?\s(?:(?:in|of|see)\s)?(?P<place>(?:Clauses?|Annex|Tables?|Figures?|Formula)\s[A-Z]?\.?\d*|\d{1,2}(?:\.\d{1,2})+|[A-Z]\.\d{1,2}(?:\.\d{1,2})*)"
)
_MORE = regex.compile(
    BLANK + rf"*(?:、|和|与|及|,|，){BLANK}*(?P<number>\d{{3,6}}(?:\.\d{{1,3}})*)(?!\d)"
    rf"(?:{DASH}{{1,2}}(?P<year>(?:19|20)\d{{2}})(?!\d))?(?![.%℃A-Za-z]|{BLANK}*[A-Za-z℃%°μ])"
)
_TO = regex.compile(BLANK + r"*(?:～|~|〜|至|到|—|–|-)" + BLANK + "*")


class Citation(NamedTuple):
    """A standard number in the text.

    `code` is folded (“GB/T”), `number` the sequence number with its part (“2423.17”), `year` four or two digits or “”,
    `dash` the sign before the year. `key` tells which document it is, whatever its date: (“GB”, “2423.17”); GB, GB/T
    and GB/Z share one sequence of numbers. `series`: “（所有部分）” follows. `locator` is the clause, table or annex of
    that document that is named right behind it, or None. `upto`: the last document of a range “GB/T 1.1～GB/T 1.9”.
    """

    span: Span
    block: int
    code: str
    number: str
    year: str = ""
    dash: str = ""
    dash_span: Span | None = None
    gap: str = ""
    national: bool = True
    series: Span | None = None
    locator: Span | None = None
    upto: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The document, whatever its date: family of codes and sequence number."""
        return family(self.code), self.number

    @property
    def name(self) -> str:
        """The number without its date, as it should be written."""
        return f"{self.code} {self.number}"

    @property
    def dated(self) -> bool:
        """Whether a year stands behind the number."""
        return bool(self.year)


def family(code: str) -> str:
    """Return the code without its /T or /Z: documents of one family share one sequence of numbers."""
    if code.startswith(("T/", "Q/", "ISO", "IEC", "GJB")):
        return code
    return "GBZ" if code.startswith("GBZ") else "GB" if code == "GBT" else code.partition("/")[0]


def citations(source: Source) -> list[Citation]:
    """Return every standard number of the text in document order, the table of contents left out."""
    text = source.text
    found = [_cited(text, match, True) for match in _NATIONAL.finditer(text)]
    found += [_cited(text, match, False) for match in _FOREIGN.finditer(text)]
    found = [c for c in found if c is not None]
    for citation in list(found):
        found += _abbreviated(text, citation)
    found.sort(key=lambda c: c.span)
    return _in_blocks(source, _without_overlaps(found))


def _cited(text: str, match: regex.Match[str], national: bool) -> Citation:
    code = regex.sub(BLANK, "" if national else " ", match["code"]).replace("／", "/").strip()
    number = match["number"].replace("．", ".").removeprefix(".")
    year, end = match["year"] or "", match.end()
    if match["dash"] in (":", "：") and len(year) == 2:
        year, end = "", match.end("number")
    series = _SERIES.match(text, end)
    after = series.end() if series else end
    title = _TITLE.match(text, after)
    after = title.end() if title else after
    locator = _LOCATOR.match(text, after) or (_ENGLISH_LOCATOR.match(text, after) if not national else None)
    to = _TO.match(text, end)
    upto = _NATIONAL.match(text, to.end()) if to else None
    return Citation(
        span=(match.start(), end),
        block=-1,
        code=code,
        number=number,
        year=year,
        dash=match["dash"] or "" if year else "",
        dash_span=(match.start("before"), match.end("behind")) if year else None,
        gap=match["gap"],
        national=national,
        series=series.span() if series else None,
        locator=locator.span("place") if locator else None,
        upto=upto["number"] if upto else "",
    )


def _abbreviated(text: str, citation: Citation) -> list[Citation]:
    """Find the further numbers of “GB/T 5169.11、5169.12”: parts of the same document, or numbers with a year."""
    if not citation.national:
        return []
    found: list[Citation] = []
    at = citation.span[1]
    base = citation.number.split(".")[0]
    while match := _MORE.match(text, at):
        number = match["number"]
        if not (match["year"] or (number.startswith(base + ".") and "." in citation.number)):
            break
        span = (match.start("number"), match.end())
        found.append(Citation(span, -1, citation.code, number, match["year"] or "", "—" if match["year"] else ""))
        at = match.end()
    return found


def _without_overlaps(found: list[Citation]) -> list[Citation]:
    kept: list[Citation] = []
    for citation in found:
        if kept and citation.span[0] < kept[-1].span[1]:
            continue
        kept.append(citation)
    return kept


def _in_blocks(source: Source, found: list[Citation]) -> list[Citation]:
    placed: list[Citation] = []
    blocks = source.blocks
    index = 0
    for citation in found:
        while blocks[index].span[1] <= citation.span[0]:
            index += 1
        block = blocks[index]
        if block.kind in ("toc", "header", "footer") or citation.span[1] > block.span[1]:
            continue
        placed.append(citation._replace(block=index))
    return placed
