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
_ASIDE = patterns.compile(r"[（(][^（）()]*[）)]$")
_NUMBER = patterns.compile(
    rf"(?<![A-Za-z/])(?P<code>GB(?:[/／][TZ])?|DB{BLANK}?\d{{2,6}}(?:[/／][TZ])?|T[/／][A-Z]{{2,}}?"
    rf"|Q[/／][A-Z0-9]{{2,}}?(?:{BLANK}[A-Z]+)?|[A-Z]{{2,3}}(?:[/／][TZ])?|ISO(?:/IEC)?|IEC)"
    rf"(?P<gap>{BLANK}*)(?P<number>(?:\d+|[X×x]{{2,}})(?:[.-](?:\d{{1,3}}|[X×x]{{1,3}}))*)S?"
    rf"{BLANK}*(?P<dash>{DASH}{{1,2}}|[:：]){BLANK}*(?P<year>(?:19|20)\d{{2}}|2\d[\dX×x][X×x]|[X×xY]{{4}})"
)
_LONGEST_NUMBER = 30
_STAGE = patterns.compile(
    r"[（(]?(工作组讨论稿|征求意见讨论稿|讨论稿|(?<!本)草案稿?(?!版次)|征求意见稿|送审讨论稿|送审稿|报批稿)[）)]?"
)
_LEVEL = patterns.compile(r"中华人民共和国国家标准|中华人民共和国.{1,12}行业标准|地方标准|团体标准|企业标准")
_LABEL = patterns.compile(rf"{BLANK}*(?:(?:标准|文件)?(?:中文|英文)?名称|英文译名|中文题名|英文题名){BLANK}*[:：]")
_FURNITURE = patterns.compile(
    r"ICS|CCS|备案号|代替|[A-Z]\d{2}$|发布|实施$|在提交反馈意见|中华人民共和国|(?:国家|行业|地方|团体|企业)标准$"
    r"|本?草案完成时间|点击此处|工作组讨论稿|征求意见稿|送审稿|报批稿|^[X×\d年月日.\-—]+$"
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
    `stage` is one of 征求意见稿 …, `level` one of national, industry, local, group, enterprise. `lines` are the lines
    in front of the first element, `names` and `names_en` those of them that make the Chinese and the English title,
    `heads` the headings that are titles, wherever they stand in front of Clause 1.
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
    if (match := _STAGE.search(joined)) is not None:
        facts.stage = match[1]
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
    if (stage := _STAGE.search(line, start)) is not None:
        end = stage.start()
    if label := _LABEL.match(line, start, end):
        start = label.end()
    text = line[start:end].strip().strip("《》")
    if len(fold(text)) < 2 or _FURNITURE.search(fold(text)) or _NUMBER.search(text):
        return "", (at, at)
    first = at + line.index(text, start)
    return text, (first, first + len(text))


_PART = patterns.compile(r"第[\dX×一二三四五六七八九十]+部分|part\s?\d+")
_KINDS = tuple(
    (name, patterns.compile(pattern))
    for name, pattern in (
        ("management-system", r"管理体系[\s　]*(?:要求|规范)?(?:及|和|与)?[\s　]*(?:要求|使用指南)$"),
        ("terminology", r"(?:术语(?:和定义)?|词汇|名词术语|vocabulary|terminology)$"),
        ("", r"要求(?:及|和|与)[\s　]*(?:使用|应用|实施)指南$"),
        ("guidance", r"(?:指南|指导|guidance|guidelines?)$"),
        ("specification", r"(?:规范|specifications?)$"),
        ("code-of-practice", r"(?:规程|code of practice)$"),
        (
            "test-method",
            r"(?:(?:试验|测试|检测|检验|分析|测定|测量|鉴定|鉴别|检查)(?:方法|法)|的?测定|滴定法|光度法|色谱法|质谱法|光谱法|重量法"
            r"|test methods?|methods of test)$|的测定[\s　(（]|determination of\s",
        ),
        (
            "classification",
            r"(?:分类(?:(?:[与和及]|以及)(?:代码|编码|分级|命名))?|(?:分类)?编码|分类代码|代码|classification|coding)$",
        ),
        ("symbols", r"(?:图形符号|文字符号|符号|标志|symbols?|signs?)$"),
        ("evaluation", r"(?:评价|评价指标(?:体系)?|评价(?:规则|通则|导则|方法|要求|准则)|evaluation)$"),
    )
)


def kind(title: str) -> str:
    """Return the document kind that the last words of a title tell, or “”.

    Where the name of a part tells none, the words in front of “第×部分” do.
    """
    text = _ASIDE.sub("", title.strip()).strip().casefold()
    part = _PART.search(text)
    for words in (text, text[: part.start()].rstrip(" 　—-") if part else ""):
        for name, pattern in _KINDS:
            if words and pattern.search(words):
                return name
    return ""
