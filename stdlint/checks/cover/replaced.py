"""Name the replaced documents on the cover as in the foreword: “代替”, then their numbers, on one line.

What does not go on one line is left to the foreword: the line then ends in “等”. How the numbers themselves are
written is judged like that of every other number.

封面上被代替文件的编号前加“代替”，不超过一行，其余的在前言中给出；封面与前言给出的被代替文件一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.citations import Citation
from stdlint.views.cover_page import CoverPage, Line
from stdlint.views.wording import BLANK, is_chinese

_TOP = """
        ICS 01.120

        CCS A 00

        中华人民共和国国家标准

        GB/T 1234—XXXX
"""
_END = """
        螺栓　技术规范

        Bolts—Technical specification

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        国家市场监督管理总局　发布

        # 前言

        本文件代替GB/T 1234—2009《螺栓　技术规范》，与GB/T 1234—2009相比，主要技术变化如下：
"""
_GOOD = (
    _TOP
    + """
        代替 GB/T 1234—2009
"""
    + _END
)

malformed_replaced_number = Check(
    id="COV020",
    message="封面上被代替文件的编号前写“代替”{other}。",
    message_en="Put “代替”{other_en} in front of a replaced number on the cover.",
    bad=_TOP
    + """
        ⟦替代⟧ GB/T 1234—2009
"""
    + _END,
    good=_GOOD,
    more=(
        (
            _TOP
            + """
        ⟦代替：⟧GB/T 1234—2009
"""
            + _END,
            _GOOD,
        ),
        (
            _TOP
            + """
        ⟦取代⟧ GB/T 1234—2009
"""
            + _END,
            _GOOD,
        ),
        (
            _TOP
            + """
        ⟦代⟧ GB/T 1234—2009
"""
            + _END,
            _GOOD,
        ),
        (
            _TOP
            + """
        ⟦本文件代替⟧GB/T 1234—2009
"""
            + _END,
            _GOOD,
        ),
        (
            _TOP
            + """
        ⟦GB/T 1234—2009⟧
"""
            + _END,
            _GOOD,
        ),
    ),
    clean=(
        _TOP
        + """
        代　替　GB/T 1234—2009
"""
        + _END,
        _TOP
        + """
        部分代替 GB/T 1234—2009
"""
        + _END,
        _TOP
        + """
        代替
"""
        + _END,
        _TOP
        + """
        （代替GB/T 1234—2009）
"""
        + _END,
        _TOP
        + """
        ISO 9999:2015
"""
        + _END,
    ),
)

replaced_number_mismatch = Check(
    id="COV021",
    message="封面与前言给出的被代替文件不一致：{where}没有{name}。",
    message_en="Cover and foreword name different replaced documents: {name} is not in the {where_en}.",
    bad=_TOP
    + """
        代替 ⟦GB/T 1234—2000⟧
"""
    + _END,
    good=_GOOD,
    more=(
        (
            _TOP
            + """
        ⟦代替 GB/T 1234—2009⟧

        螺栓　技术规范

        # 前言

        本文件代替GB/T 1234—2009《螺栓　技术规范》和GB/T 1235—2009《螺栓　试验方法》。与GB/T 1234—2009相比，变化如下：
""",
            _TOP
            + """
        代替 GB/T 1234—2009，GB/T 1235—2009

        螺栓　技术规范

        # 前言

        本文件代替GB/T 1234—2009《螺栓　技术规范》和GB/T 1235—2009《螺栓　试验方法》。与GB/T 1234—2009相比，变化如下：
""",
        ),
        (
            _TOP.replace("GB/T 1234—XXXX", "⟦GB/T 1234—XXXX⟧") + _END,
            _GOOD,
        ),
    ),
    clean=(
        _TOP
        + """
        代替 GB/T 1234—2009等

        螺栓　技术规范

        # 前言

        本文件代替GB/T 1234—2009《螺栓》、GB/T 1235—2009《螺母》和GB/T 1236—2009《垫圈》。
        """,
        _TOP
        + """
        代替 GB/T 1234-2009

        螺栓　技术规范

        # 前言

        本文件代替GB/T 1234—2009《螺栓》。本文件所代替文件的历次版本发布情况为：

        - 1990年首次发布为GB/T 1234—1990。
        """,
        _TOP
        + """
        代替 GB 1234—90

        螺栓　技术规范

        # 前言

        本文件代替GB 1234—1990《螺栓》。
        """,
        _TOP
        + """
        代替 GB/T 1234—2009，GB/T 1235—2009

        螺栓　技术规范

        # 前言

        本文件代替以下文件：

        - GB/T 1234—2009《螺栓》；
        - GB/T 1235—2009《螺母》。
        """,
        """
        # 螺栓　技术规范

        # 前言

        本文件代替GB/T 1234—2009《螺栓》。
        """,
    ),
)

multi_line_replaced_numbers = Check(
    id="COV022",
    message="封面上被代替文件的编号超过一行，其余的在前言中给出。",
    message_en="The replaced numbers take more than one line on the cover; leave the rest to the foreword.",
    bad=_TOP
    + """
        代替 GB/T 1234—2009，

        ⟦GB/T 1235—2009，⟧

        GB/T 1236—2009
"""
    + _END,
    good=_TOP
    + """
        代替 GB/T 1234—2009等
"""
    + _END,
    more=(
        (
            _TOP
            + """
        代替 GB/T 1234—2009

        ⟦代替 GB/T 1235—2009⟧
"""
            + _END,
            _GOOD,
        ),
        (
            _TOP
            + """
        ⟦代替 GB/T 123.1—2009，GB/T 123.2—2009，GB/T 123.3—2009，GB/T 123.4—2009，GB/T 123.5—2009，GB/T 123.6—2009⟧
"""
            + _END,
            _GOOD,
        ),
    ),
    clean=(
        _TOP
        + """
        代替 GB/T 1234—2009，GB/T 1235—2009，GB/T 1236—2009
"""
        + _END,
    ),
)

_WORD = patterns.compile(
    rf"(?P<open>[（(])?(?P<word>(?:本文件|本标准|本部分)?(?:全部|部分)?(?:代{BLANK}*替|替代|取代|替换|代)(?:了|标准号?|文件|编号)?{BLANK}*[:：]?)"
    rf"(?P<gap>{BLANK}*)(?=[A-Z])"
)
_RIGHT = patterns.compile(rf"(?:部分)?代{BLANK}*替{BLANK}*")
_NUMBERS = patterns.compile(r"(?:(?:GB|DB|T/|Q/|[A-Z]{2,3}/[TZ]|[A-Z]{2})[^\u4e00-\u9fff]*\d[，,、;；]?)+等?")
_COMPARED = patterns.compile(rf"[，,。；]{BLANK}*与|。|与[^，。《》]{{3,40}}相比")
_WIDEST = 92
"""Half-width characters of the size prescribed (10.5 pt) that go on one line."""


@malformed_replaced_number.finder
@multi_line_replaced_numbers.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    for line in page.replaced:
        match = _WORD.match(line.text)
        if match is None or match["open"] or _RIGHT.fullmatch(match["word"]):
            continue
        start = line.span[0]
        first = match.start("word")
        fix = [Edit(start + first, start + match.end(), "代替 ")]
        word = match["word"].strip()
        span = (start + first, start + first + len(word))
        yield malformed_replaced_number.at(span, fix=fix, other=f"，不写“{word}”", other_en=f", not “{word}”,")
    if bare := _bare(doc):
        fix = [Edit(bare.span[0], bare.span[0], "代替 ")]
        yield malformed_replaced_number.at(bare.span, fix=fix, other="", other_en="")
    beyond = _beyond(page)
    if beyond is not None:
        yield multi_line_replaced_numbers.at(beyond)


def _bare(doc: Document) -> Line | None:
    """Return the line below the own number that gives, without “代替”, a number that the foreword says is replaced."""
    page = doc.cover_page
    statement = doc.foreword.first("replacement") if doc.foreword else None
    if statement is None or page.replaced or page.number not in page.lines[:-1]:
        return None
    below = page.lines[page.lines.index(page.number) + 1]
    if not _NUMBERS.fullmatch(below.folded):
        return None
    stated = {_name(citation) for citation in _replaced_in_foreword(doc, statement.span, statement.items)}
    shown = {_name(citation) for citation in doc.citations if below.span[0] <= citation.span[0] < below.span[1]}
    return below if shown & stated else None


def _beyond(page: CoverPage) -> Span | None:
    """Return the line with which the replaced numbers begin to take more than one."""
    if not page.replaced:
        return None
    first = page.replaced[0]
    position = page.lines.index(first)
    if position + 1 < len(page.lines):
        below = page.lines[position + 1]
        if below in page.replaced or (below is not page.number and _NUMBERS.fullmatch(below.folded)):
            return below.span
    return first.span if _width(first) > _WIDEST else None


def _width(line: Line) -> int:
    return sum(2 if is_chinese(char) or char in "—，、；" else 1 for char in line.text)


@replaced_number_mismatch.finder
def find_mismatch(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    statement = doc.foreword.first("replacement") if doc.foreword else None
    if statement is None or not page.number or page.loose or not (page.replaced or page.whole):
        return
    stated = _replaced_in_foreword(doc, statement.span, statement.items)
    if not stated or _bare(doc) or any("等" in line.folded for line in page.replaced):
        return
    shown = _shown(doc, page)
    names = {_name(citation) for citation in stated}
    extra = next((citation for citation in shown if _name(citation) not in names), None)
    if extra is not None:
        yield replaced_number_mismatch.at(
            extra.span, where="前言中", where_en="foreword", name=doc.text[slice(*extra.span)]
        )
        return
    known = {_name(citation) for citation in shown}
    lost = next((citation for citation in stated if _name(citation) not in known), None)
    if lost is not None and (shown or (page.draft and not page.replaced)):
        place = page.replaced[0].span if page.replaced else page.number.span
        yield replaced_number_mismatch.at(place, where="封面上", where_en="cover", name=doc.text[slice(*lost.span)])


def _shown(doc: Document, page: CoverPage) -> list[Citation]:
    """Return the replaced numbers on the cover, those on further lines included."""
    if not page.replaced:
        return []
    position = page.lines.index(page.replaced[0])
    spans = [line.span for line in page.replaced]
    for line in page.lines[position + 1 :]:
        if not _NUMBERS.fullmatch(line.folded):
            break
        spans.append(line.span)
    return [citation for citation in doc.citations if any(start <= citation.span[0] < end for start, end in spans)]


def _replaced_in_foreword(doc: Document, span: Span, items: list[Span]) -> list[Citation]:
    """Return the numbers that the foreword says are replaced: those in front of “，与……相比”, or of the list."""
    start = max(doc.text.find(word, *span) for word in ("代替", "替代", "取代"))
    stop = _COMPARED.search(doc.text, start, span[1])
    spans = [(start, stop.start() if stop else span[1])]
    cited = [c for c in doc.citations if c.national and any(first <= c.span[0] < last for first, last in spans)]
    if not cited:
        cited = [c for c in doc.citations if c.national and any(first <= c.span[0] < last for first, last in items)]
    return [citation for citation in cited if citation.year]


def _name(citation: Citation) -> tuple[tuple[str, str], str]:
    return citation.key, citation.year[-2:]
