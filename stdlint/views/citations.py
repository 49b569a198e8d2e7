"""Find every standard number in the text: which document, dated or not, and the clause it points at.

Source: GB/T 1.1—2020, 8.1 (numbers), 9.5.4.1 (dated and undated), reference gbt-1.1-2020.md, 21.2.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import Source, Span
from stdlint.views.wording import BLANK, DASH, UNSAID

_SECTOR = (
    "AQ|BB|CB|CECS|CH|CJJ|CJ|CY|DA|DL|DY|DZ|EJ|FZ|GA|GC|GH|GM|GY|HB|HG|HJ|HS|HY|JB|JC|JGJ|JGT|JG|JJF|JJG|JR|JTG|JTS|JT|JY|KA"
    "|LB|LD|LS|LY|MH|MR|MT|MZ|NB|NY|QB|QC|QJ|QX|RB|SB|SC|SF|SH|SJ|SL|SN|SW|SY|TB|TD|TSG|TY|WB|WH|WJ|WM|WS|WW|XB|XF|YB|YC"
    "|YD|YJ|YS|YY|YZ|ZY"
)
_CODE = (
    r"GB(?:(?:" + BLANK + r"?[/／\\∕-]" + BLANK + r"?[TZ])|Z(?:[/／]T)?|T|J)?|GJB(?:[/／]Z)?"
    r"|DBS?" + BLANK + r"?\d{2,4}(?:[/／](?:[TZ]|(?=" + BLANK + r"?\d)))?"
    r"|T[/／](?:\d{2,4})?[A-Z]{2,}(?:-[A-Z]+)?|Q[/／][A-Z]{2,}(?:-[A-Z]+)?|JJ[FG][（(]\p{Han}{1,4}[）)]|(?:"
    + _SECTOR
    + r")(?:[/／][TZ])?"
)
_THIN = r"[ \u2002-\u200a\u202f]"
_YEAR_DASH = rf"{DASH}{{1,2}}|[:：]|[一─━﹣_](?=(?:19|20)\d\d(?!\d))"
_BEGINS = r"(?<![A-Za-z0-9])(?<![A-Za-z][/／])"
_NATIONAL = patterns.compile(
    rf"{_BEGINS}(?:(?P<code>{_CODE})(?P<gap>{BLANK}*)(?P<number>\d{{1,6}}(?:[.．]{_THIN}?\d{{1,3}})*)(?P<letter>[A-Z](?![A-Za-z0-9]))?"
    rf"|(?P<code>JTG(?:[/／]T)?|TSG)(?P<gap>{BLANK}*)(?P<number>[A-Z]\d{{1,4}}(?:-\d\d(?=\D))?))(?!\d)"
    rf"(?:(?P<before>{BLANK}*)(?P<dash>{_YEAR_DASH})(?P<behind>{BLANK}*)(?P<year>(?:19|20)\d{{2}}(?!\d)|\d{{2}}(?![\dA-Za-z.%×~～])))?"
)
_BODY = (
    r"ISO(?:/IEC)?(?:/IEEE)?(?:/(?:TS|TR|PAS|DIS|FDIS|CD|WD|ASTM|CIE|OECD))?(?:" + BLANK + r"?(?:Guide|指南))?"
    r"|IEC(?:/(?:TS|TR|PAS|IEEE))?(?:"
    + BLANK
    + r"?(?:TS|TR|Guide))?|ITU-[TR]|IEEE(?:"
    + BLANK
    + r"Std\.?)?|EN(?:"
    + BLANK
    + r"ISO)?|ASTM|RFC|CISPR|3GPP(?:"
    + BLANK
    + r"T[SR])?|ETSI(?:"
    + BLANK
    + r"(?:EN|TS|TR|ES))?|JIS|DIN(?:"
    + BLANK
    + r"(?:EN|ISO))*|OIML|UL|ANSI|NIST(?:"
    + BLANK
    + r"(?:SP|IR))?|CIE|FIPS(?:"
    + BLANK
    + r"PUB)?|SAE|API(?:"
    + BLANK
    + r"(?i:Spec|Std|RP))|ASME|BS(?:"
    + BLANK
    + r"EN)?"
)
_NUMBERED = (
    rf"(?P<gap>{BLANK}*)(?P<number>(?<=OIML{BLANK}*)[A-Z]{BLANK}\d{{1,3}}(?:-\d)?|(?<=JIS{BLANK}*)[A-Z]{BLANK}?\d{{4}}"
    rf"|(?<=(?:EN|TS|TR|ES){BLANK})\d{{3}}{BLANK}\d{{3}}(?:-\d{{1,2}})*|(?<=ASTM{BLANK}*)[A-Z]\d(?:/[A-Z]\d+M)?(?:-\d\d)?|(?:[A-Z]{{1,2}}[.-]?)?\d{{2,6}}(?:(?<=\b105)-[A-Z]\d\d|[.-]\d{{1,3}}(?!\d))*)(?!\d)"
    rf"(?:(?P<before>{BLANK}*)(?P<dash>[:：]|{DASH}{{1,2}})(?P<behind>{BLANK}*)(?P<year>(?:19|20)\d{{2}})(?!\d))?"
)
_FOREIGN = patterns.compile(rf"{_BEGINS}(?P<code>{_BODY}){_NUMBERED}")
_FOREIGN_ENGLISH = patterns.compile(rf"{_BEGINS}(?P<code>ISO(?:/IEC){{0,1}}{BLANK}(?:TS|TR|PAS)|{_BODY}){_NUMBERED}")
_ASTM = patterns.compile(r"([A-Z]{1,2}\d+(?:/[A-Z]\d+M)?)-(\d{2})")
_COLOUR = frozenset(("1931", "1960", "1964", "1976"))
_PARTS = r"(?:所有|全部|各)(?:的)?部分|all" + BLANK + "parts"
_SERIES = patterns.compile(rf"{BLANK}*(?:[（(]{BLANK}*(?:{_PARTS}|全部|所有){BLANK}*[）)]|的?{_PARTS})")
_TITLE = patterns.compile(BLANK + r"*《[^《》\n]*》")
_GAP = r"[ \t\u00a0\u2002-\u200a\u202f\u3000]*"
NOT_UNIT = (
    rf"(?!\d|{_GAP}(?:[A-Za-zμΩ°℃℉%‰][^）)]|[A-Za-zμΩ°℃℉%‰]$|[×～~±]|倍|个|条件|次|级|版|年|月|日|天|小时|分钟|秒|元|万|亿|米|厘|毫|微|千|克|吨"
    r"|升|度|折|寸|英|节电|号|型|代|类|种|块|件|台|层|层|档|点|分))"
)
_LOCATOR = patterns.compile(
    rf"{_GAP}(?:标准|文件)?{_GAP}(?:(?:中|的|之|里)(?:的)?{_GAP})?[“\"§]?(?P<place>第{_GAP}\d{{1,2}}(?:\.\d{{1,2}})*{_GAP}[章条节]"
    rf"|第[一二三四五六七八九十]{{1,3}}[章条]|第{_GAP}\d{{1,2}}(?:\.\d{{1,2}})+{NOT_UNIT}|\d{{1,2}}(?:\.\d{{1,2}}){{1,6}}{NOT_UNIT}(?:条(?!形)|节|款)?"
    rf"|\d{{1,2}}章|附{_GAP}录{_GAP}[A-Z](?:\.\d+)*|[A-Z]\.\d{{1,2}}(?:\.\d{{1,2}})*{NOT_UNIT}|(?:表|图){_GAP}(?:[A-Z]\.)?\d{{1,3}}"
    rf"|(?:公)?式{_GAP}[（(][A-Z]?\.?\d+[）)])"
)
_ENGLISH_LOCATOR = patterns.compile(
    r",?[ \u00a0](?:(?:in|of|see)[ \u00a0])?(?P<place>(?:Clauses?|Annex|Tables?|Figures?|Formula)[ \u00a0][A-Z]?\.?\d*"
    rf"|\d{{1,2}}(?:\.\d{{1,2}})+{NOT_UNIT}|[A-Z]\.\d{{1,2}}(?:\.\d{{1,2}})*{NOT_UNIT})"
)
_NO_QUANTITY = (
    r"(?!\d|[.,]\d|[ \u00a0\u202f]?(?:%|‰|°|×|±|Ω|[µμ]|(?:[kmcMGnhd]?(?:m|g|Pa|V|A|W|J|N|Hz|l|L|mol|K|bar)|min|s"
    r"|h|d|dB|ppm|times|years?"
    r"|months?|days?|hours?|minutes?|seconds?)(?:[²³/]|\b)))"
)
_PLACE_BEHIND = patterns.compile(
    r",?[ \u00a0](?P<place>(?:Clauses?|Annex(?:es)?|Tables?|Figures?|Formulae?)[ \u00a0](?:[A-Z](?:\.\d+)*"
    r"|\d+(?:\.\d+)*)\b"
    rf"|(?:\d{{1,2}}|[A-Z])(?:\.\d{{1,2}})+{_NO_QUANTITY})"
)
_PLACE_BEFORE = patterns.compile(
    r"(?P<place>(?<=\b(?:[Ii]n|with|see|to)[ \u00a0])\d{1,2}(?:\.\d{1,2})+(?=,?[ \u00a0]of)"
    r"|\b(?:[Cc]lauses?|[Ss]ubclauses?|Annex(?:es)?|Tables?|Figures?|Formulae?)[ \u00a0](?:[A-Z]"
    r"|\d{1,2})(?:\.\d{1,2})*)"
    r",?[ \u00a0](?:of|in)[ \u00a0]$"
)
_MORE = patterns.compile(
    BLANK + rf"*(?:、|和|与|及|或|,|，|以及){BLANK}*(?P<number>\d{{3,6}}(?:\.\d{{1,3}})*|\.\d{{1,3}})(?!\d)"
    rf"(?:{DASH}{{1,2}}(?P<year>(?:19|20)\d{{2}})(?!\d))?(?![.%℃A-Za-z]|{BLANK}*[A-Za-z℃%°μ])"
)
_TO = patterns.compile(rf"{BLANK}*(?:(?P<tilde>～|~|〜|至|到)|—|–|-){BLANK}*")
_TO_PART = patterns.compile(r"(?P<number>\d{1,6}(?:\.\d{1,3})+|\d{1,2}(?=\D))(?!\d)")
_SURE = ("AQ", "CECS", "CJJ", "HJ", "JGJ", "JJF", "JJG", "JTG", "JTS", "TSG")
_CITED_BEFORE = patterns.compile(rf"(?:符合|按照?|依照|依据|根据|执行|遵守|遵循|满足|见|参照|来源：){BLANK}*$")
_WIDTH = str.maketrans("／（）", "/()")
_STROKES = str.maketrans("\\∕-", "///")
_WIDE = "ＧＢＴ０１２３４５６７８９"
_HALF = {sign: sign - 0xFEE0 for sign in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_BLANKS = patterns.compile(BLANK)
_TITLE_FOLLOWS = patterns.compile(BLANK + r"+[（(]?\p{Han}")
_CITED_BEHIND = patterns.compile(
    rf"{BLANK}*(?:的(?:规定|要求|方法|第|相关|有关|附录)|中(?:的|第|表|图|附录|规定|\d)|[（(](?:所有|全部)部分|界定|规定|描述|给出|标准|执行|第\d|附录|《)"
)


class Citation(NamedTuple):
    """A standard number in the text.

    `code` is folded (“GB/T”), `number` the sequence number with its part (“2423.17”), `year` four or two
    digits or “”, `dash` the sign before the year. `key` tells which document it is, whatever its date:
    (“GB”, “2423.17”); GB, GB/T and GB/Z share one sequence of numbers. `series`: “（所有部分）” follows. `locator`
    is the clause, table or annex of that document that is named right behind it (in an English draft also
    before it, “5.2 of ISO 780”), or None. `upto`: the last document of a range “GB/T 1.1～GB/T 1.9”.
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


@lru_cache(512)
def family(code: str) -> str:
    """Return the code that documents with one sequence of numbers share: GB for GB/T and GB/Z, ISO for ISO/IEC."""
    if code.startswith(("ISO", "IEC")):
        return "ISO Guide" if code.endswith(("Guide", "指南")) else code[:3]
    if code.startswith(("IEEE", "NIST", "FIPS", "3GPP")):
        return code.split()[0]
    if code.startswith(("T/", "Q/", "GJB")):
        return code
    return "GBZ" if code.startswith("GBZ") else "GB" if code == "GBT" else code.partition("/")[0]


def citations(source: Source, lang: str) -> list[Citation]:
    """Return every standard number of the text in document order, the table of contents and code left out."""
    text = source.text.translate(_HALF) if any(sign in source.text for sign in _WIDE) else source.text
    found = [_national(text, match) for match in _NATIONAL.finditer(text)]
    if lang == "en":
        found += [_english_place(text, _foreign(text, match)) for match in _FOREIGN_ENGLISH.finditer(text)]
    else:
        found += [_foreign(text, match) for match in _FOREIGN.finditer(text)]
    found.sort(key=lambda c: c.span)
    kept: list[Citation] = []
    doubtful: list[Citation] = []
    for citation in _in_blocks(source, found):
        if kept and citation.span[0] < kept[-1].span[1]:
            continue
        if _is_number(source, citation, kept):
            kept.append(citation)
            kept += _abbreviated(text, citation)
        elif citation.national and citation.gap:
            doubtful.append(citation)
    sure = {citation.key for citation in kept} if doubtful else set()
    again = [citation for citation in doubtful if citation.key in sure]
    return sorted(kept + again, key=lambda c: c.span) if again else kept


@lru_cache(512)
def _folded(code: str) -> str:
    folded = _BLANKS.sub("", code).translate(_WIDTH).rstrip("/")
    return folded.translate(_STROKES) if folded.startswith("GB") else folded


def _national(text: str, match: regex.Match[str]) -> Citation:
    said, gap, number, letter, dash, year = match.group("code", "gap", "number", "letter", "dash", "year")
    code = _folded(said)
    lettered = letter and code.startswith(("GJB", "QJ", "HB"))
    if not number.isdigit():
        number = _BLANKS.sub("", number).replace("．", ".")
    if lettered:
        number += letter
    year, end = year or "", match.end()
    if (letter and not lettered) or (len(year) == 2 and dash in (":", "：")):
        year, end = "", match.end("number")
    return _cited(text, match, Citation((match.start(), end), -1, code, number, year, *_dash(match, year), gap))


def _foreign(text: str, match: regex.Match[str]) -> Citation:
    code = _BLANKS.sub(" ", match["code"]).strip()
    number, year = match["number"], match["year"] or ""
    if not year and code == "ASTM" and (short := _ASTM.fullmatch(number)):
        number, year = short[1], short[2]
    dash = _dash(match, year)
    return _cited(text, match, Citation(match.span(), -1, code, number, year, *dash, match["gap"], national=False))


def _cited(text: str, match: regex.Match[str], citation: Citation) -> Citation:
    end = citation.span[1]
    if text[end : end + 1] in _ENDS:
        return citation
    series = _SERIES.match(text, end)
    after = series.end() if series else end
    title = _TITLE.match(text, after, after + 200) if "《" in text[after : after + 4] else None
    after = title.end() if title else after
    locator = _LOCATOR.match(text, after) or (_ENGLISH_LOCATOR.match(text, after) if not citation.national else None)
    return citation._replace(
        series=series.span() if series else None,
        locator=locator.span("place") if locator else None,
        upto=_upto(text, citation),
    )


def _english_place(text: str, citation: Citation) -> Citation:
    """Return a citation of an English draft with the place it names, behind it or before: “5.2 of ISO 780”."""
    start, end = citation.span
    after = citation.series[1] if citation.series else end
    place = _PLACE_BEHIND.match(text, after) or _PLACE_BEFORE.search(text, max(0, start - 40), start)
    return citation._replace(locator=place.span("place") if place else None)


_ENDS = frozenset("，。；）)”》】]：\n")


def _dash(match: regex.Match[str], year: str) -> tuple[str, Span | None]:
    dash = match["dash"] if year else None
    return (dash, (match.start("before"), match.end("behind"))) if dash else ("", None)


def _upto(text: str, citation: Citation) -> str:
    """Return the last number of “GB/T 1.1～GB/T 1.9”, “GB/T 1.1～1.9” or “GB/T 1.1～9”, or “”."""
    to = _TO.match(text, citation.span[1])
    if to is None or not citation.national:
        return ""
    if last := _NATIONAL.match(text, to.end()):
        return str(last["number"])
    last, base = _TO_PART.match(text, to.end()), citation.number.rpartition(".")[0]
    if last is None or not base or not (to["tilde"] or "." in last["number"]):
        return ""
    number = str(last["number"])
    return number if number.startswith(base + ".") else f"{base}.{number}" if "." not in number else ""


def _is_number(source: Source, citation: Citation, kept: list[Citation]) -> bool:
    """Tell a document number from the grades, units and types that look like one: GH4169, HB 200, CH4, 16 GB 2."""
    text, (start, end) = source.text, citation.span
    code, opening = citation.code, source.blocks[citation.block].span[0]
    before = text[max(opening, start - 8) : start]
    if not citation.national:
        film = code == "ISO" and before.rstrip().endswith("感光度")
        return not (film or (code == "CIE" and citation.number in _COLOUR) or (code == "SAE" and text[end] == "W"))
    if "/" in code or citation.series or (citation.year and not _is_type(citation)):
        return True
    if text.startswith(("型", "系列"), end) and not text.startswith("型式", end):
        return False
    if code in ("GB", "GBT", "GBJ", "GBZ", "GJB") or code.startswith("DB"):
        return not (code == "GB" and before.rstrip()[-1:].isdigit())
    if code.startswith(_SURE) and len(citation.number) + len(citation.gap) > 2:
        return True
    behind = _CITED_BEHIND.match(text, end) is not None
    if not citation.gap:
        return behind and len(citation.number) > 2
    opens = _TITLE_FOLLOWS.match(text, end) and (start == opening or (before[-1:].isspace() and text[end] == "\u3000"))
    follows = kept and text[kept[-1].span[1] : start].strip() in ("、", "和", "与", "及", "或")
    return bool(behind or opens or follows or _CITED_BEFORE.search(before))


def _is_type(citation: Citation) -> bool:
    """Say whether a code of a sector, set close, looks like the type of a product: CJ20-63, DZ47-63."""
    short = len(citation.year) == 2 and len(citation.number) < 4
    return short and not citation.gap and not citation.code.startswith(("GB", "DB", "GJB"))


def _abbreviated(text: str, citation: Citation) -> list[Citation]:
    """Find the further numbers of “GB/T 5169.11、5169.12”: parts of the same document, or numbers with a year."""
    if not citation.national:
        return []
    found: list[Citation] = []
    at = citation.span[1]
    base = citation.number.split(".")[0]
    while match := _MORE.match(text, at):
        number = match["number"]
        number = base + number if number.startswith(".") else number
        if not (match["year"] or (number.startswith(base + ".") and "." in citation.number)):
            break
        year = match["year"] or ""
        short = Citation((match.start("number"), match.end()), citation.block, citation.code, number, year)
        locator = _LOCATOR.match(text, match.end())
        found.append(short._replace(dash="—" if year else "", locator=locator.span("place") if locator else None))
        at = match.end()
    return found


def _in_blocks(source: Source, found: list[Citation]) -> list[Citation]:
    placed: list[Citation] = []
    blocks = source.blocks
    index = 0
    for citation in found:
        while blocks[index].span[1] <= citation.span[0]:
            index += 1
        block = blocks[index]
        if block.kind in UNSAID or citation.span[1] > block.span[1]:
            continue
        placed.append(citation._replace(block=index))
    return placed
