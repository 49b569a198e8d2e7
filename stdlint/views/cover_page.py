"""Take the cover apart: classification, level, numbers, dates, publishing body, titles, each with its place.

A field counts as given as soon as anything like it stands on the cover, however it is written: whether it is written
well is another question. Covers of published documents that were taken from PDF files have lost their pictures and
some of their lines, so what is missing there cannot be told.

Source: GB/T 1.1—2020, 8.1 and 10.3.1; reference gbt-1.1-2020.md, 3; word-documents.md, 4.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import OBJECT, Source, Span
from stdlint.views.cover import Cover, Piece
from stdlint.views.wording import BLANK, fold, has_chinese


class Line(NamedTuple):
    """A line of the cover without the blanks around it; `folded` is it as `fold` leaves it."""

    span: Span
    text: str
    folded: str


class Date(NamedTuple):
    """A date on the cover. `what`: publication or implementation; `parts`: year, month and day as written, or “”."""

    span: Span
    what: str
    text: str
    parts: tuple[str, str, str]

    @property
    def value(self) -> tuple[int, int, int] | None:
        """Year, month and day, None while one of them is not known."""
        year, month, day = self.parts
        return (int(year), int(month), int(day)) if all(part.isdigit() for part in self.parts) else None


@dataclass(slots=True, eq=False)
class CoverPage:
    """The lines of the cover by what they say.

    `number` is the line of the document's own number; `loose` says that it only looks like one and could not be read
    (“GB/T 1234-20”). `level` names the level: national, guidance (指导性技术文件), industry, local, group or
    enterprise, “” where no line does. `title` and `english` are the pieces of the titles on the cover, `heads` the
    titles set as headings, on the cover and on body page 1. `draft`: the cover shows that the document is not
    published yet. `missing` names the fields that are certainly missing: ics, ccs, level, number, date, publisher,
    title, english.
    """

    lines: list[Line] = field(default_factory=list)
    ics: list[Line] = field(default_factory=list)
    ccs: list[Line] = field(default_factory=list)
    level: str = ""
    level_line: Line | None = None
    number: Line | None = None
    loose: bool = False
    replaced: list[Line] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    publisher: list[Line] = field(default_factory=list)
    title: list[Piece] = field(default_factory=list)
    english: list[Piece] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    marks: list[Line] = field(default_factory=list)
    call: list[Line] = field(default_factory=list)
    draft: bool = False
    missing: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether this is a cover, not just a number and a title above the text."""
        return sum(map(bool, (self.ics or self.ccs, self.level, self.dates, self.publisher))) >= 2

    @property
    def titles(self) -> list[Piece]:
        """The pieces of the Chinese title wherever it stands: on the cover, and as a heading."""
        seen = {span for _, span in self.title}
        return [*self.title, *(piece for piece in self.heads if piece[1] not in seen and has_chinese(piece[0]))]

    @property
    def main_title(self) -> list[Piece]:
        """The pieces of the title to judge: those on the cover, else the last heading that is a title."""
        return self.title or self.titles[-1:]

    @property
    def body_titles(self) -> list[Piece]:
        """The Chinese titles behind the cover, on body page 1."""
        last = self.lines[-1].span[1] if self.lines else 0
        return [piece for piece in self.heads if piece[1][0] >= last and has_chinese(piece[0])]

    def date(self, what: str) -> Date | None:
        """Return the first date of publication or of implementation."""
        return next((date for date in self.dates if date.what == what), None)

    def first_line(self) -> Span:
        """Return the span of the first line."""
        return self.lines[0].span if self.lines else (0, 0)


_ICS = patterns.compile(
    r"(?<![A-Za-z])(?:ICS(?![A-WYZ]{2})|(?i:ICS)(?=[\d:：]))|^UDC|国际标准分类|^\d{2}\.\d{3}(?:\.\d{2})?$"
)
_CCS = patterns.compile(
    r"(?<![A-Za-z])(?:C[CS]S(?![A-WYZ]{2})|(?i:CCS)(?=[:：]|[A-Z]\d))|^[A-Z](?:\d\d|XX|××)(?:/\d\d)?$|中国标准文献分类"
    r"|ICS[\d.]+[A-Z]\d\d|^UDC"
)
_CLASSIFIED = patterns.compile(r"(?:ICS|CCS|CSS|UDC|备案号)", regex.IGNORECASE)
_LEVEL = patterns.compile(
    r"(?P<guidance>标准化指导性技术文件)|(?P<national>中华人民共和国国家标准(?!化))|(?P<industry>中华人民共和国.{1,16}行业标准)"
    r"|(?P<local>地方标准)|(?P<group>团体标准(?!化))|(?P<enterprise>企业标准(?!化))"
)
_LEVEL_LIKE = patterns.compile(r"(?:标准|指导性技术文件|计量检定规程|计量技术规范|校准规范)(?:[（(].*[）)])?$")
_NUMBER_LIKE = patterns.compile(
    r"(?:GB|DB|T/|Q/|[A-Z]{2,3}/[TZ])[^\u4e00-\u9fff]{0,28}$|[A-Z]{2,3}[\dX×_][^\u4e00-\u9fff]{3,20}$|(?:标准|文件)编号|编号[:：]"
)
_REPLACED = patterns.compile(
    r"[（(]?(?:本文件|本标准|本部分)?(?:全部|部分)?(?:代替|替代|取代|替换|代(?=GB|DB|[A-Z]{2}))"
)
_GAP = rf"{BLANK}*(?:[-—–―－‐‑−./．·]|{{}}){BLANK}*"
_DATE = patterns.compile(
    rf"(?:(?P<before>发布|实施)(?:日期|时间)?{BLANK}*[:：]{BLANK}*)?"
    rf"(?P<date>(?<![\dX×x])(?P<year>[12X×x][\dX×x]{{3}})"
    rf"(?:{_GAP.format('年')}(?P<month>[\dX×x]{{1,2}})(?:{_GAP.format('月')}(?P<day>[\dX×x]{{1,2}})(?:{BLANK}*[日号])?|{BLANK}*月)?"
    rf"|(?P<month>\d\d)(?P<day>\d\d)|{BLANK}*年)?"
    rf"|[〇○零一二三四五六七八九]{{4}}年[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)(?![\dX×x])"
    rf"(?:{BLANK}*(?:(?P<publication>发{BLANK}*布|批{BLANK}*准)|(?P<implementation>起?(?:实{BLANK}*施|施{BLANK}*行)))(?!日期|时间|单位|机构))?"
)
_ISSUED = patterns.compile(r"(?:(?P<publication>发布|批准)|(?P<implementation>实施|施行))(?:日期)?$")
_BODY = patterns.compile(
    r"(?:委员会|协会|学会|联合会|商会|促进会|研究会|联盟|公司|集团|总局|管理局|监督局|[局部厅署会院厂]|人民政府|研究所|中心|大学|银行|合作社"
    r"|办公室)$"
)
_PUBLISHES = patterns.compile(r"[\u4e00-\u9fff)](?<![日号])发布$")
_SENTENCE = patterns.compile("[。；]$|，.*。")
_CALL = patterns.compile("专利.*(?:附上|提交|提供|反馈|告知)|(?:附上|提交|反馈).*专利")
_MARK = patterns.compile(
    r"[（(]?(?:IDT|MOD|NEQ|EQV|等同|修改|非等效|等效)?(?:采用)?[:：]?(?:ISO|IEC|ITU|CISPR|IEEE|EN|ASTM)[\d/:.-].*"
    r"(?:IDT|MOD|NEQ|EQV|采用|等效|等同|修改|[)）])$|[（(](?:ISO|IEC|ITU)[\d/]",
    regex.IGNORECASE,
)
_JOIN = patterns.compile(
    rf"(?<=\S){BLANK}+(?=C[CS]S{BLANK}*[A-Z:：]|代{BLANK}*替{BLANK}*[A-Z])|(?<=^ICS[^A-Z]*\d){BLANK}+(?=[A-Z]{BLANK}?\d\d$)"
)
"""Where two lines of a cover have become one, in Markdown by a soft line break."""
_PLACEHOLDER = patterns.compile("[X×x]{2}")
_FOOD = patterns.compile("食品安全国家标准")
"""Documents whose covers have neither ICS and CCS numbers nor an English title."""
_LATIN = patterns.compile("[A-WYZa-wyz]{4}|英文")
_LONGEST = 150


def cover_page(source: Source, cover: Cover) -> CoverPage:
    """Return the fields of the cover; an empty page where the draft has none."""
    page = CoverPage(title=cover.names, english=cover.names_en, heads=cover.heads)
    named = {span[0] for _, span in (*cover.names, *cover.names_en)}
    for at, raw in cover.lines:
        start = 0
        for end in (*(match.start() for match in _JOIN.finditer(raw)), len(raw)):
            if text := raw[start:end].strip():
                first = at + raw.index(text, start)
                page.lines.append(Line((first, first + len(text)), text, fold(text)))
            start = end
    for position, line in enumerate(page.lines):
        if _CALL.search(line.folded):
            page.call.append(line)
        elif len(line.text) <= _LONGEST and not _SENTENCE.search(line.folded):
            _sort(page, position, line, cover, line.span[0] in named)
    own = page.number.text if page.number else ""
    undated = any(_PLACEHOLDER.search(text) for text in (own, *(date.text for date in page.dates)))
    page.draft = bool(cover.stage or page.call or undated)
    if page.whole:
        page.missing = _missing(source, page)
    return page


def _sort(page: CoverPage, position: int, line: Line, cover: Cover, named: bool) -> None:
    """Put a line where it belongs; extraction may have put several fields on one."""
    text = line.folded
    if _ICS.search(text):
        page.ics.append(line)
    if _CCS.search(text):
        page.ccs.append(line)
    if _REPLACED.match(text):
        page.replaced.append(line)
        return
    if cover.number_span and line.span[0] <= cover.number_span[0] < line.span[1]:
        page.number = line
    elif not (page.number or cover.number or named) and _NUMBER_LIKE.match(text) and not _CLASSIFIED.match(text):
        page.number, page.loose = line, True
    elif _MARK.match(text):
        page.marks.append(line)
    if page.level_line is None and (level := _LEVEL.search(text)):
        page.level, page.level_line = level.lastgroup or "", line
    elif page.level_line is None and not named and _LEVEL_LIKE.search(text):
        page.level_line = line
    _date(page, position, line)
    if _PUBLISHES.search(text) or (_BODY.search(text) and not named):
        page.publisher.append(line)


def _date(page: CoverPage, position: int, line: Line) -> None:
    """Take the dates of a line; “发布” and “实施” may stand on the next one."""
    for match in _DATE.finditer(line.text):
        what = "publication" if match["publication"] else "implementation" if match["implementation"] else ""
        if match["before"]:
            what = "publication" if match["before"] == "发布" else "implementation"
        if not what and match.end() == len(line.text) and position + 1 < len(page.lines):
            below = _ISSUED.match(page.lines[position + 1].folded)
            what = (below.lastgroup or "") if below else ""
        if what:
            start, end = (line.span[0] + offset for offset in match.span("date"))
            parts = (match["year"] or "", match["month"] or "", match["day"] or "")
            page.dates.append(Date((start, end), what, match["date"], parts))


def _missing(source: Source, page: CoverPage) -> frozenset[str]:
    """Name the fields that a cover lacks, none where too much is missing for a cover that was read whole."""
    faithful = page.draft or (source.format == "docx" and bool(page.ics or page.ccs))
    pictured = any(OBJECT in line.text for line in page.lines)
    enterprise = page.level == "enterprise" or (page.number is not None and page.number.folded.startswith("Q/"))
    food = any(_FOOD.search(line.folded) for line in page.lines)
    given = {
        "ics": page.ics or enterprise or food,
        "ccs": page.ccs or enterprise or food,
        "level": page.level_line or enterprise,
        "number": page.number,
        "date": (page.date("publication") and page.date("implementation")) or _dates_apart(page),
        "publisher": page.publisher or pictured or not page.draft,
    }
    missing = {name for name, found in given.items() if not found}
    if len(missing) > (3 if faithful else 1):
        return frozenset()
    if not page.title and faithful and not _untold(page):
        missing.add("title")
    bilingual = page.level in ("national", "guidance", "industry") and not food
    if bilingual and not page.english and not _has_latin(page):
        missing.add("english")
    return frozenset(missing)


def _dates_apart(page: CoverPage) -> bool:
    """Say whether the words stand in boxes of their own, so that nobody can tell to which date they belong."""
    return any(line.folded in ("发布", "实施") for line in page.lines) and len(page.dates) < 2


def _untold(page: CoverPage) -> bool:
    """Say whether a line may be the title after all: one that is repeated as a heading, or that ends like a body."""
    repeated = {fold(text) for text, _ in page.heads}
    first = page.dates[0].span[0] if page.dates else 0
    return any(line.folded in repeated for line in page.lines) or any(line.span[0] < first for line in page.publisher)


def _has_latin(page: CoverPage) -> bool:
    apart = [*page.ics, *page.ccs, *page.replaced, *page.marks, page.number]
    return any(_LATIN.search(line.text) for line in page.lines if line not in apart)
