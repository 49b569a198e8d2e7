"""Read the facts of the cover: number, title, level, stage. What else stands on it is read by `cover_page`.

Source: GB/T 1.1—2020, 8.1; reference word-documents.md, section 4. Markdown drafts often have no cover.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from stdlint import patterns
from stdlint.model import LINE_BREAK, Source, Span
from stdlint.views.outline import Outline
from stdlint.views.wording import BLANK, DASH, fold, has_chinese

_ENGLISH_WORD = patterns.compile("[A-Za-z]{3}")
_POINTED = patterns.compile("[。，；]")
_NUMBER = patterns.compile(
    rf"(?<![A-Za-z/])(?P<code>GB(?:[/／][TZ])?|DB{BLANK}?(?:\d{{2,6}}|[X×]{{2,6}})(?:[/／][TZ])?|T[/／](?:[A-Z]{{2,}}?|×{{2,}}?)"
    rf"|Q[/／][A-Z0-9]{{2,}}?(?:{BLANK}[A-Z]+)?|[A-Z]{{2,3}}(?:[/／][TZ])?|ISO(?:/IEC)?|IEC)"
    rf"(?P<gap>{BLANK}*)(?P<number>(?:\d+|[X×x]{{2,}})(?:[.-](?:\d{{1,3}}|[X×x]{{1,3}}))*)S?"
    rf"{BLANK}*(?P<dash>{DASH}{{1,2}}|[:：]){BLANK}*(?P<year>(?:19|20)\d{{2}}|2\d[\dX×x][X×x]|[X×xY]{{4}})"
)
_LONGEST_NUMBER = 30
_STAGES = ("工作组讨论稿", "征求意见讨论稿", "讨论稿", "征求意见稿", "送审讨论稿", "送审稿", "报批稿", "草案稿", "草案")
_STAGE_WORD = "|".join(rf"{BLANK}*".join(word) for word in _STAGES)
_OPEN, _CLOSE, _WITHIN = "[（(【\\[〔]", "[）)】\\]〕]", "[^（(）)【】\\[\\]〔〕\n]"
_OWN = r"(?<!本|意见|送审|报批|修订|工作组)"
_STAGE = patterns.compile(
    rf"{_OPEN}{_WITHIN}{{0,12}}?{_OWN}(?P<word>{_STAGE_WORD})(?!版次){_WITHIN}{{0,24}}{_CLOSE}"
    rf"|(?:^|(?<=[：:]|{BLANK})){_OWN}(?P<word>{_STAGE_WORD})(?={BLANK}|完成|[（(]第)"
    rf"|{_OPEN}?{_OWN}(?P<word>{_STAGE_WORD}){BLANK}*{_CLOSE}?{BLANK}*$"
)
"""A stage as a cover gives it: in brackets, by itself, or behind the title."""
_STAGE_ACROSS = patterns.compile(rf"[（(](?P<word>{'|'.join(_STAGES)})[）)]")
_ODD_DRAFT = (
    "(?:征求|征意见|征求意|征询意见|征集意见|求意见|意见征求|意见|最?终|定|审查|审定|审议|评审|报审|上报|待批|待审|初|研讨|工作组?|草|修[改订]"
    "|公示|内审|会审|函审|预审|立项|申报|样|发布|出版|正式|第?[一二三四五六七八九]|第?\\d)稿"
    "|(?:征求意见|送审|报批|修订|工作组)草案|草案版次选择|征求意见初稿|工作组草稿"
)
_ODD_STAGE = patterns.compile(
    rf"{_OPEN}(?:第?[一二三四五六七八九十\d]+次|公开|(?:团体|企业|国家|行业|地方)?标准)?"
    rf"(?:{_ODD_DRAFT}|(?:征求意见|送审|报批|讨论|最?终|初)版|征求意见|(?:送审|报批)本?)"
    rf"[\dVv.—\-年月日第一二三次稿版 ]{{0,16}}{_CLOSE}$"
    rf"|^(?:{_ODD_DRAFT})$"
)
"""What is meant as a stage and is none."""
_LEVEL = patterns.compile(r"中华人民共和国国家标准|中华人民共和国.{1,12}行业标准|地方标准|团体标准|企业标准")
_LABEL = patterns.compile(rf"{BLANK}*(?:(?:标准|文件)?(?:中文|英文)?名称|英文译名|中文题名|英文题名){BLANK}*[:：]")
_FURNITURE = patterns.compile(
    r"ICS|CCS|备案号|代替|[A-Z]\d{2}$|发布|实施$|在提交反馈意见|中华人民共和国|(?:国家|行业|地方|团体|企业)标准$"
    r"|本?草案完成时间|本稿完成|点击此处|工作组讨论稿|征求意见稿|送审稿|报批稿|^[X×\d年月日.\-—]+$"
    r"|(?:委员会|协会|学会|联合会|联盟|公司|总局|管理局|监督局|人民政府|研究院|研究所|中心)$"
)


Line = tuple[int, str]
"""A line of the cover: its offset, and what it says."""
Piece = tuple[str, Span]
"""What a line says besides number and stage, and where it stands."""


@dataclass(slots=True)
class Cover:
    """What the cover says; “” and None where it says nothing.

    `number` is the document's own number as written, `base` its sequence number without part (“20001” of
    GB/T 20001.1), `gap` what stands between its code and its sequence number, `dash` the sign before its year.
    `stage` is one of 征求意见稿 …, `stage_span` its place with the brackets around it, None where a line ends inside,
    `odd_stage` the place of words that are meant as a stage and are none. `level` is one of national, industry, local,
    group, enterprise. `lines` are the lines in front of the first element, `names` and `names_en` those of them that
    make the Chinese and the English title, `heads` the headings that are titles, wherever they stand in front of
    Clause 1.
    """

    present: bool = False
    number: str = ""
    number_span: Span | None = None
    code: str = ""
    sequence: str = ""
    year: str = ""
    title: str = ""
    title_span: Span | None = None
    title_en: str = ""
    stage: str = ""
    stage_span: Span | None = None
    odd_stage: Span | None = None
    level: str = ""
    gap: str = ""
    dash: str = ""
    lines: list[Line] = field(default_factory=list)
    names: list[Piece] = field(default_factory=list)
    names_en: list[Piece] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)

    @property
    def base(self) -> str:
        """The sequence number without its part, “” while it is not given."""
        head = self.sequence.split(".")[0].split("-")[0]
        return head if head.isdigit() else ""


def cover(source: Source, outline: Outline) -> Cover:
    """Return the facts of the cover, with the title on body page 1 where there is one."""
    lines, heads = _lines(source, outline)
    facts = Cover(lines=lines, heads=[piece for piece in (_named(*head) for head in heads) if piece[0]])
    at = _number(facts, lines)
    joined = fold("".join(line for _, line in lines))
    _stage(facts, lines, joined)
    facts.level = _level(joined, facts.code)
    facts.present = bool(facts.number or _LEVEL.search(joined) or joined.startswith("ICS"))
    _titles(facts, lines[at:] + lines[:at], {start for start, _ in heads})
    _headline(facts)
    if not facts.number:
        _running(facts, source, outline)
    if not facts.title and source.format == "markdown":
        facts.title = source.meta.get("title", "").strip()
    return facts


def _lines(source: Source, outline: Outline) -> tuple[list[Line], list[Line]]:
    """Return the lines in front of the first element, and those of headings that are titles, each with its offset."""
    lines: list[Line] = []
    heads: list[Line] = []
    front = True
    for section in outline.top:
        front = front and section.element in ("cover", "title")
        if section.element == "title" and section.title:
            heads.append((section.head[0], source.text[slice(*section.head)]))
        if not front:
            continue
        for part in section.walk():
            spans = [part.head] if section.element == "title" and part.title else []
            for start, end in [*spans, *(source.blocks[index].span for index in part.body)]:
                at = start
                for line in source.text[start:end].split(LINE_BREAK):
                    if line.strip():
                        lines.append((at, line))
                    at += len(line) + 1
    return lines, heads


def _number(facts: Cover, lines: list[Line]) -> int:
    """Take the document's own number, and return how many lines stand above and with it."""
    for position, (at, line) in enumerate(lines):
        match = _NUMBER.search(line)
        if match is None or "代替" in fold(line[: match.start()]):
            continue
        _take(facts, match, at)
        return position + 1
    return 0


def _take(facts: Cover, match: regex.Match[str], at: int) -> None:
    facts.number = match.group().strip()
    facts.number_span = (at + match.start(), at + match.end())
    facts.code, facts.sequence, facts.year = match["code"], match["number"], match["year"]
    facts.gap, facts.dash = match["gap"], match["dash"]


def _stage(facts: Cover, lines: list[Line], joined: str) -> None:
    for at, line in lines:
        if match := _STAGE.search(line):
            facts.stage, facts.stage_span = fold(match["word"]), (at + match.start(), at + match.end())
            return
    if across := _STAGE_ACROSS.search(joined):
        facts.stage = across["word"]
        return
    for at, line in lines:
        if match := _ODD_STAGE.search(line.strip()):
            at += line.index(match.group())
            facts.odd_stage = (at, at + len(match.group()))
            return


def _running(facts: Cover, source: Source, outline: Outline) -> None:
    """Take the number from a running title that stands between the paragraphs, where the cover is a picture."""
    for section in outline.top:
        if section.element not in ("scope", "terms", "symbols", "clause", "annex"):
            continue
        for index in section.blocks():
            start, end = source.blocks[index].span
            alone = source.blocks[index].kind in ("para", "heading") and end - start < _LONGEST_NUMBER
            if alone and (match := _NUMBER.fullmatch(source.text[start:end].strip())) is not None:
                facts.number, facts.number_span = match.group(), (start, end)
                facts.code, facts.sequence, facts.year = match["code"], match["number"], match["year"]
                return


def _level(joined: str, code: str) -> str:
    word = _LEVEL.search(joined)
    if word is not None:
        for name, level in (("国家", "national"), ("行业", "industry"), ("地方", "local"), ("团体", "group")):
            if name + "标准" in word.group() or (name == "行业" and "行业标准" in word.group()):
                return level
        return "enterprise"
    prefix = code[:2]
    return {"GB": "national", "DB": "local", "T/": "group", "Q/": "enterprise"}.get(prefix, "industry" if code else "")


def _titles(facts: Cover, lines: list[Line], heads: set[int]) -> None:
    """Take the Chinese title, which may stand on several lines, and the English one below it."""
    open_ = open_en = False
    for at, line in lines:
        text, span = _named(at, line)
        chinese = bool(text) and has_chinese(text)
        open_ = open_ and chinese
        if not text or chinese:
            open_en = False
        elif (open_en or not facts.title_en) and _ENGLISH_WORD.search(text):
            facts.title_en = facts.title_en or text
            facts.names_en.append((text, span))
            open_en = True
        if not chinese:
            continue
        if not facts.title:
            facts.title, facts.title_span = text, span
            facts.names.append((text, span))
            open_ = at not in heads
        elif open_ and len(text) <= 40 and not _POINTED.search(text):
            facts.title += ("" if facts.title.endswith(("：", "、", "的")) else "　") + text
            facts.names.append((text, span))


def _headline(facts: Cover) -> None:
    """Prefer the title that is set as a heading, the one on body page 1 most of all."""
    chinese = [piece for piece in facts.heads if has_chinese(piece[0])]
    chosen = chinese or (facts.heads if not facts.title else [])
    if chosen and fold(chosen[-1][0]) not in fold(facts.title):
        facts.title, facts.title_span = chosen[-1]


def _named(at: int, line: str) -> Piece:
    """Return what a line says besides number and stage, “” if that is no title, and where it stands."""
    start, end = 0, len(line)
    if match := _NUMBER.match(line.lstrip()):
        start = len(line) - len(line.lstrip()) + match.end()
    if (stage := _STAGE.search(line, start) or _ODD_STAGE.search(line.rstrip(), start)) is not None:
        end = stage.start()
    if label := _LABEL.match(line, start, end):
        start = label.end()
    text = line[start:end].strip().strip("《》")
    if len(fold(text)) < 2 or _FURNITURE.search(fold(text)) or _NUMBER.search(text):
        return "", (at, at)
    first = at + line.index(text, start)
    return text, (first, first + len(text))
