"""Write the document's own number as code, gap, sequence number, em dash and four-digit year, everywhere the same.

In drafts sequence number and year may be “X”. Enterprise numbers have many forms, so only their dash and year are
judged. Numbers of other documents are judged elsewhere, and the year in two digits of an old document is left alone.

文件编号由代号、间隙、顺序号、一字线和四位年份号组成，封面、页眉和正文中一致；草案的顺序号、年份号可为“X”。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.codes import OTHERS, SECTORS, is_region
from stdlint.views.wording import BLANK, DASH, fold


def _with(number: str, category: str = "团体标准") -> str:
    return f"""
        ICS 01.120

        CCS A 00

        {category}

        {number}

        公园服务规范

        Specification for park services

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        # 前言
    """


_SECTOR = "中华人民共和国通信行业标准"
_LOCAL = "地方标准"
_NATIONAL = "中华人民共和国国家标准"

malformed_document_number = Check(
    id="COV080",
    message="文件编号“{quote}”的写法不对，应为代号、间隙、顺序号、一字线和四位年份号，如“T/ABC 001—2020”。",
    message_en="Write the number “{quote}” in the form “T/ABC 001—2020”: code, gap, number, em dash, year.",
    bad=_with("⟦T/CCPITCSC001-2020⟧"),
    good=_with("T/CCPITCSC 001—2020"),
    more=(
        (_with("⟦GB/T 1234-2020⟧", _NATIONAL), _with("GB/T 1234—2020", _NATIONAL)),
        (_with("⟦GB/T1234—2020⟧", _NATIONAL), _with("GB/T 1234—2020", _NATIONAL)),
        (_with("⟦GBT 1234—2020⟧", _NATIONAL), _with("GB/T 1234—2020", _NATIONAL)),
        (_with("⟦GB／T 1234.1–2020⟧", _NATIONAL), _with("GB/T 1234.1—2020", _NATIONAL)),
        (_with("⟦GB/T 1234:2020⟧", _NATIONAL), _with("GB/T 1234—2020", _NATIONAL)),
        (_with("⟦GB/T 1234--XXXX⟧", _NATIONAL), _with("GB/T 1234—XXXX", _NATIONAL)),
        (_with("⟦GB/T 1234—20⟧", _NATIONAL), _with("GB/T 1234—2020", _NATIONAL)),
        (_with("⟦GB/T 1234⟧", _NATIONAL), _with("GB/T 1234—2020", _NATIONAL)),
        (_with("⟦GB/T 1234 2020⟧", _NATIONAL), _with("GB/T 1234—2020", _NATIONAL)),
        (_with("⟦T/CCPITCSCXXX—2020⟧"), _with("T/CCPITCSC 001—2020")),
        (_with("⟦DB11/T1234-2020⟧", _LOCAL), _with("DB11/T 1234—2020", _LOCAL)),
        (_with("⟦YDT 1234—2020⟧", _SECTOR), _with("YD/T 1234—2020", _SECTOR)),
        (_with("⟦Q/ABC001-2020⟧", "某某公司企业标准"), _with("Q/ABC 001—2020", "某某公司企业标准")),
    ),
    clean=(
        _with("GB/T XXXXX—XXXX", _NATIONAL),
        _with("GB/T 19001—2016/ISO 9001:2015", _NATIONAL),
        _with("GB 1234—85", _NATIONAL),
        _with("DB 11/T 1234 — 2020", _LOCAL),
        _with("DBXX/T XXXX—XXXX", _LOCAL),
        _with("T/XXX XXX—2024"),
        _with("T/XXXX—2024"),
        _with("Q/ABC J01.02—2020", "某某公司企业标准"),
        _with("DB/T 12—2020", "中华人民共和国地震行业标准"),
        """
        # 4 要求

        应符合GB/T 191-2008的规定。
        """,
    ),
)

unknown_sector_code = Check(
    id="COV082",
    message="没有行业标准代号“{code}”。",
    message_en="There is no sector code “{code}”.",
    bad=_with("⟦ZZ/T 1234—2020⟧", _SECTOR),
    good=_with("YD/T 1234—2020", _SECTOR),
    clean=(
        _with("XX/T XXXX—XXXX", _SECTOR),
        _with("CJJ 12—2020", _SECTOR),
        _with("KA/T 12—2024", "中华人民共和国矿山安全行业标准"),
        _with("GB/Z 12—2024", "中华人民共和国国家标准化指导性技术文件"),
        _with("NJ 12—1984", "中华人民共和国农机行业标准"),
    ),
)

unknown_region_code = Check(
    id="COV083",
    message="地方标准代号“DB{region}”中没有这个行政区划代码。",
    message_en="“DB{region}” is not the code of a region.",
    bad=_with("⟦DB99/T 12—2020⟧", _LOCAL),
    good=_with("DB11/T 12—2020", _LOCAL),
    more=((_with("⟦DB3299/T 12—2020⟧", _LOCAL), _with("DB3201/T 12—2020", _LOCAL)),),
    clean=(
        _with("DB3301/T 0123—2020", _LOCAL),
        _with("DB 11/T 1234—2020", _LOCAL),
        _with("DB5133/T 1234—2020", _LOCAL),
        _with("DB4403/T 1234—2020", _LOCAL),
        _with("DB130181/T 1234—2020", _LOCAL),
    ),
)

document_number_mismatch = Check(
    id="COV085",
    message="此处的文件编号“{quote}”与封面的“{number}”不一致。",
    message_en="The document number “{quote}” differs from “{number}” on the cover.",
    bad="""
        中华人民共和国国家标准

        GB/T 1234—2020

        螺栓　技术规范

        2020-03-31 发布

        # 前言

        文。

        # 螺栓　技术规范

        # 1 范围

        文。

        ⟦GB/T 1234—2019⟧

        # 2 规范性引用文件
    """,
    good="""
        中华人民共和国国家标准

        GB/T 1234—2020

        螺栓　技术规范

        2020-03-31 发布

        # 前言

        文。

        # 螺栓　技术规范

        # 1 范围

        文。

        GB/T 1234—2020

        # 2 规范性引用文件
    """,
    clean=(
        """
        中华人民共和国国家标准

        GB/T 1234—2020

        螺栓　技术规范

        2020-03-31 发布

        # 前言

        本文件代替GB/T 1234—2009。

        # 1 范围

        文。

        GB/T 1234-2020

        # 2 规范性引用文件

        GB/T 1234.1—2019

        GB/T 1235—2019
        """,
    ),
)

_OLDEST_FULL_YEAR = 50
_LOOSE = patterns.compile(
    rf"(?P<code>T[/／][A-Z]+|(?:DB{BLANK}*\d{{2,6}}|[A-Z]{{2}})(?:{BLANK}*[/／-]?{BLANK}*[TZ])?)"
    rf"{BLANK}*\d{{1,6}}(?:\.\d{{1,3}})*(?:(?P<sign>{BLANK}*[—–―－‐‑−\-:：_.~～/]{{1,2}}{BLANK}*|{BLANK}+)(?P<year>\d{{2,4}})年?)?"
)
_TYPED = patterns.compile(r"([A-Z]{2}|DB\d{2,6})T")
_PLACEHOLDER = patterns.compile("[X×x]+")
_RUNNING = patterns.compile(
    rf"(?<![A-Za-z/])(?:DB{BLANK}?\d{{2,6}}|[TQ][/／][A-Z0-9]+|[A-Z]{{2}})(?:[/／][TZ])?{BLANK}*[\dX×][\d.X×-]*"
    rf"{BLANK}*{DASH}{{1,2}}{BLANK}*[\dX×]{{4}}(?!\d)"
)
_DASHES = patterns.compile(f"{DASH}+")
_LONGEST = 30


@malformed_document_number.finder
@unknown_sector_code.finder
@unknown_region_code.finder
def find(doc: Document) -> Iterator[Finding]:
    page, cover = doc.cover_page, doc.cover
    if page.number is None:
        return
    if page.loose:
        if page.whole:
            yield from _loose(page.number.text, page.number.span)
        return
    span = cover.number_span
    if span is None or cover.code.startswith(("ISO", "IEC", "XX")):
        return
    right = _written(doc)
    if right is not None and right != doc.text[slice(*span)]:
        certain = not (_PLACEHOLDER.search(cover.sequence) and not cover.gap)
        yield malformed_document_number.at(span, fix=right if certain else None)
    code = fold(cover.code)
    head = code.split("/")[0]
    if code.startswith("DB") and head[2:].isdigit():
        if not is_region(head[2:]):
            yield unknown_region_code.at(span, region=head[2:])
    elif len(head) == 2 and head not in SECTORS | OTHERS | {"GB"}:
        yield unknown_sector_code.at(span, code=head)


def _written(doc: Document) -> str | None:
    """Return the number as it should be written; None where it is too short or too free to be judged."""
    cover = doc.cover
    code = cover.code.replace("／", "/")
    if (typed := _TYPED.fullmatch(code)) and code[:2] in SECTORS | {"GB", "DB"}:
        code = f"{typed[1]}/T"
    body = code.partition("/")[2]
    free = _PLACEHOLDER.fullmatch(body) or (code[0] == "Q" and not body.isalpha())
    if not cover.gap and code[:2] in ("T/", "Q/") and free:
        return None
    number = doc.text[slice(*cover.number_span)] if cover.number_span else ""
    good = cover.gap and cover.dash in ("—", "―") and code == cover.code
    return number if good else f"{code} {cover.sequence}—{cover.year}"


def _loose(text: str, span: Span) -> Iterator[Finding]:
    """Report a number without a year, or with one that cannot be read as such."""
    match = _LOOSE.fullmatch(text)
    if match is None or match["code"].startswith(("ICS", "ISO")):
        return
    year = match["year"] or ""
    if len(year) == 2 and int(year) >= _OLDEST_FULL_YEAR:
        return
    yield malformed_document_number.at(span)


@document_number_mismatch.finder
def find_mismatch(doc: Document) -> Iterator[Finding]:
    page, cover = doc.cover_page, doc.cover
    if page.number is None or page.loose or not cover.number:
        return
    own = _comparable(cover.number)
    seen: set[str] = set()
    for match in _elsewhere(doc):
        said = _comparable(match.group())
        if said != own and said not in seen:
            seen.add(said)
            yield document_number_mismatch.at(match.span(), number=cover.number)


def _elsewhere(doc: Document) -> Iterator[regex.Match[str]]:
    """Yield the numbers of page headers, and of running titles that stand between the paragraphs of the text."""
    text, base = doc.text, doc.cover.base
    if doc.format == "docx":
        for block in doc.blocks:
            if block.kind == "header" and (match := _RUNNING.search(text, *block.span)):
                yield match
    at = text.find(base, doc.cover_page.lines[-1].span[1]) if base else -1
    while at >= 0:
        index = doc.block_at(at)
        start, end = doc.blocks[index].span
        alone = doc.blocks[index].kind in ("para", "heading") and end - start < _LONGEST
        if alone and doc.regions[index].element in ("clause", "scope", "title"):
            match = _RUNNING.fullmatch(text, start, end)
            if match and _same_series(doc, match.group()):
                yield match
        at = text.find(base, end)


def _same_series(doc: Document, number: str) -> bool:
    """Say whether a number is the document's own with another year."""
    own = doc.cover.number
    return _DASHES.split(fold(number))[0] == _DASHES.split(fold(own))[0]


def _comparable(number: str) -> str:
    return _DASHES.sub("—", fold(number)).replace("×", "X").upper()
