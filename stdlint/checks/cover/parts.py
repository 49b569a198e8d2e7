"""Count a part the same in the number, in the title and in the foreword, and write it “第1部分：” with its own title.

The number of a part follows the sequence number with a full stop, “GB/T 14048.1”. Parts have no parts. Food safety
standards and some old series have numbers of parts without part titles; a draft that calls itself a part has both.

部分的编号、名称和前言中的部分号一致，名称写作“第1部分：”加补充元素；部分不再分成分部分。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.cover_page import CoverPage
from stdlint.views.wording import BLANK


def _with(number: str, title: str, foreword: str = "文。") -> str:
    return f"""
        ICS 01.120

        CCS A 00

        团体标准

        {number}

        {title}

        （征求意见稿）

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        # 前言

        {foreword}

        # {title.replace("⟦", "").replace("⟧", "")}

        # 1 范围
    """


part_number_mismatch = Check(
    id="NAM060",
    message="部分号不一致：{where}为{said}，{other}为{right}。",
    message_en="The part numbers differ: {said_en} in the {where_en}, {right_en} in the {other_en}.",
    bad=_with("T/ABC 123.2—2020", "螺栓　⟦第1部分⟧：总则"),
    good=_with("T/ABC 123.1—2020", "螺栓　第1部分：总则"),
    more=(
        (_with("⟦T/ABC 123—2020⟧", "螺栓　第1部分：总则"), _with("T/ABC 123.1—2020", "螺栓　第1部分：总则")),
        (_with("⟦T/ABC 123.1—2020⟧", "螺栓　总则"), _with("T/ABC 123—2020", "螺栓　总则")),
        (
            _with("T/ABC 123.1—2020", "螺栓　第1部分：总则", "本文件是T/ABC 123《螺栓》的⟦第2部分⟧。"),
            _with("T/ABC 123.1—2020", "螺栓　第1部分：总则", "本文件是T/ABC 123《螺栓》的第1部分。"),
        ),
    ),
    clean=(
        _with("T/ABC XXX—XXXX", "螺栓　第1部分：总则"),
        _with("T/ABC 123.21—2020", "螺栓　第21部分：总则", "本文件是T/ABC 123《螺栓》的第21部分。"),
        _with("T/ABC 123.1—2020", "螺栓　第一部分：总则"),
        _with("T/ABC 123.1—2020", "螺栓　第1部分：总则", "本文件分为以下部分：——第2部分：试验方法。"),
        _with("T/ABC 123.X—2020", "螺栓　第X部分：总则"),
        _with("GB/T 14048.5—2017", "低压开关设备　第5-1部分：控制电路电器"),
        """
        中华人民共和国国家标准

        GB 5009.3—2016

        食品安全国家标准　食品中水分的测定

        2016-08-31 发布

        # 前言
        """,
    ),
)

malformed_part_title = Check(
    id="NAM061",
    message="部分的名称写作“第{number}部分：”加补充元素，不写作“{quote}”。",
    message_en="A part title reads “第{number}部分：” followed by its own title, not “{quote}”.",
    bad=_with("T/ABC 123.1—2020", "螺栓　⟦第一部分⟧　总则"),
    good=_with("T/ABC 123.1—2020", "螺栓　第1部分：总则"),
    more=(
        (_with("T/ABC 123.1—2020", "螺栓　⟦第1部分⟧ 总则"), _with("T/ABC 123.1—2020", "螺栓　第1部分：总则")),
        (_with("T/ABC 123.1—2020", "螺栓　⟦第1部分:⟧总则"), _with("T/ABC 123.1—2020", "螺栓　第1部分：总则")),
        (_with("T/ABC 123.1—2020", "螺栓　⟦第1部分：⟧　总则"), _with("T/ABC 123.1—2020", "螺栓　第1部分：总则")),
        (_with("T/ABC 123.1—2020", "螺栓　⟦第1部分—⟧总则"), _with("T/ABC 123.1—2020", "螺栓　第1部分：总则")),
        (_with("T/ABC 123.12—2020", "螺栓　⟦第十二部分：⟧总则"), _with("T/ABC 123.12—2020", "螺栓　第12部分：总则")),
        (_with("T/ABC 123.1—2020", "螺栓　⟦第1部份：⟧总则"), _with("T/ABC 123.1—2020", "螺栓　第1部分：总则")),
        (_with("T/ABC 123.1—2020", "螺栓　⟦第1部分⟧"), _with("T/ABC 123.1—2020", "螺栓　第1部分：总则")),
    ),
    clean=(
        _with("T/ABC 123.X—2020", "螺栓　第X部分：总则"),
        _with("T/ABC 123.1—2020", "螺栓 第 1 部分：总则"),
        """
        T/ABC 123.1—2020

        螺栓

        第1部分：

        总则

        2020-01-01 发布

        # 前言
        """,
    ),
)

subdivided_part = Check(
    id="NAM062",
    message="部分不再分成分部分，不写“{quote}”。",
    message_en="A part is not divided into subparts; do not write “{quote}”.",
    bad=_with("⟦T/ABC 123.1.2—2020⟧", "螺栓　第1部分：总则"),
    good=_with("T/ABC 123.1—2020", "螺栓　第1部分：总则"),
    more=((_with("T/ABC 123.1—2020", "螺栓　⟦第1.2部分⟧：总则"), _with("T/ABC 123.1—2020", "螺栓　第1部分：总则")),),
    clean=(
        _with("GB/T 14048.5—2017", "低压开关设备　第5-1部分：控制电路电器"),
        _with("Q/ABC 1.2.3—2017", "螺栓"),
    ),
)

_NUMERALS = "一二三四五六七八九十"
_PART = patterns.compile(
    rf"(?P<written>第(?P<gap>{BLANK}*)(?P<number>\d{{1,3}}(?:[.-]\d{{1,2}})?|[X×x]{{1,3}}|[{_NUMERALS}]{{1,3}}){BLANK}*(?P<word>部[分份])(?!的|组成)"
    rf"(?P<sign>{BLANK}*[：:—―–\-、，,.．])?)(?P<space>{BLANK}*)(?P<rest>.?)"
)
_STATED = patterns.compile(rf"第{BLANK}*(\d{{1,3}}|[{_NUMERALS}]{{1,3}}){BLANK}*部[分份]")
_SUBPART = patterns.compile(r"第\d+\.\d+(?:部分|分部分)|第\d+分部分")
_SERIES = patterns.compile("食品安全国家标准")


@malformed_part_title.finder
def find_written(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    pieces = page.titles
    span: Span | None = None
    number = ""
    edits: list[Edit] = []
    for text, (start, _) in pieces:
        match = _PART.search(text)
        if match is None or _is_right(match, (text, start) == _last_piece(page)):
            continue
        if span is None:
            span = (start + match.start(), start + match.end("written"))
            number = _count(match["number"])
        if match["rest"] and match["rest"] not in "）)】":
            edits.append(Edit(start + match.start(), start + match.end("space"), f"第{_count(match['number'])}部分："))
    if span is not None:
        yield malformed_part_title.at(span, fix=edits, number=number)


def _last_piece(page: CoverPage) -> tuple[str, int]:
    text, span = page.main_title[-1]
    return text, span[0]


def _is_right(match: regex.Match[str], last: bool) -> bool:
    """Say whether the part is written well, or a line ends in it, so that nobody can tell."""
    if "." in match["number"]:
        return True
    if not match["rest"] and not last:
        return True
    counted = match["number"][0] not in _NUMERALS
    good = counted and match["word"] == "部分" and match["sign"] == "："
    return good and bool(match["rest"]) and not match["space"].strip(" \u00a0\u2002\u2009")


@part_number_mismatch.finder
@subdivided_part.finder
def find(doc: Document) -> Iterator[Finding]:
    page, cover = doc.cover_page, doc.cover
    titled = next(((match, at) for text, (at, _) in page.titles if (match := _PART.search(text))), None)
    for text, (at, _) in page.main_title:
        if subpart := _SUBPART.search(text):
            yield subdivided_part.at((at + subpart.start(), at + subpart.end()))
            return
    own = cover.sequence.replace("-", ".").split(".") if page.number and not cover.code.startswith("Q") else []
    span = cover.number_span
    if span is not None and len(own) > 2:
        yield subdivided_part.at(span)
        return
    title = _count(titled[0]["number"]) if titled else ""
    if span is not None and own and own[0].isdigit():
        yield from _against_number(doc, span, own[1] if len(own) > 1 else "", titled, title)
    yield from _against_foreword(doc, title)


def _against_number(
    doc: Document, span: Span, number: str, titled: tuple[regex.Match[str], int] | None, title: str
) -> Iterator[Finding]:
    """Compare the part in the document number with that in the title."""
    if titled is not None and title.isdigit():
        match, at = titled
        if number.isdigit() and number != title:
            place = (at + match.start(), at + match.end("word"))
            yield _differ(place, ("名称", "title", title), ("编号", "number", number))
        elif not number:
            yield _differ(span, ("编号", "number", ""), ("名称", "title", title))
    elif titled is None and number.isdigit() and _is_part(doc) and doc.cover.title:
        yield _differ(span, ("编号", "number", number), ("名称", "title", ""))


def _is_part(doc: Document) -> bool:
    """Say whether the title must tell the part: that of a draft, or of a document whose foreword calls it a part."""
    if any(_SERIES.search(text) for text, _ in doc.cover_page.titles):
        return False
    return doc.cover_page.draft or bool(doc.foreword and doc.foreword.first("part"))


def _against_foreword(doc: Document, title: str) -> Iterator[Finding]:
    statement = doc.foreword.first("part") if doc.foreword else None
    if statement is None or not title.isdigit():
        return
    match = _STATED.search(doc.text, *statement.span)
    if match and (said := _count(match[1])) != title:
        yield _differ(match.span(), ("前言", "foreword", said), ("名称", "title", title))


def _differ(span: Span, here: tuple[str, str, str], there: tuple[str, str, str]) -> Finding:
    """Return the finding for two places (name, English name, part number or “”) that do not agree."""
    return part_number_mismatch.at(
        span,
        where=here[0],
        where_en=here[1],
        said=f"第{here[2]}部分" if here[2] else "没有部分号",
        said_en=f"part {here[2]}" if here[2] else "none",
        other=there[0],
        other_en=there[1],
        right=f"第{there[2]}部分" if there[2] else "没有部分号",
        right_en=f"part {there[2]}" if there[2] else "none",
    )


def _count(number: str) -> str:
    """Return a number in digits: “十二” is 12, “二十” is 20."""
    if number[0] not in _NUMERALS:
        return number
    tens, ten, ones = number.partition("十")
    if not ten:
        return "".join(str(_NUMERALS.index(char) + 1) for char in number)
    high = _NUMERALS.index(tens) + 1 if tens else 1
    return str(high * 10 + (_NUMERALS.index(ones[0]) + 1 if ones else 0))
