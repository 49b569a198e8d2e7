"""Read the facts of the cover: number, title, level, stage, dates.

Source: GB/T 1.1—2020, 8.1; reference word-documents.md, section 4. Markdown drafts often have no cover.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from stdlint.model import LINE_BREAK, Source, Span
from stdlint.views.outline import Outline
from stdlint.views.wording import BLANK, DASH, fold, has_chinese

_NUMBER = regex.compile(
    rf"(?<![A-Za-z/])(?P<code>GB(?:[/／][TZ])?|DB\d{{2,4}}(?:[/／][TZ])?|T[/／][A-Z]{{2,}}?|Q[/／][A-Z0-9]{{2,}}?|[A-Z]{{2,3}}(?:[/／][TZ])?"
    rf"|ISO(?:/IEC)?|IEC){BLANK}*(?P<number>(?:\d+|[X×x]{{2,}})(?:[.-](?:\d{{1,3}}|[X×x]{{1,3}}))*)"
    rf"{BLANK}*(?:{DASH}{{1,2}}|[:：]){BLANK}*(?P<year>(?:19|20)\d{{2}}|[X×x]{{4}})"
)
_STAGE = regex.compile(r"[（(]?(工作组讨论稿|讨论稿|草案|征求意见稿|送审讨论稿|送审稿|报批稿)[）)]?")
_LEVEL = regex.compile(r"中华人民共和国国家标准|中华人民共和国.{1,12}行业标准|地方标准|团体标准|企业标准")
_FURNITURE = regex.compile(
    r"ICS|CCS|备案号|代替|[A-Z]\d{2}$|发布|实施|在提交反馈意见|中华人民共和国|(?:国家|行业|地方|团体|企业)标准"
    r"|本草案完成时间|点击此处|工作组讨论稿|征求意见稿|送审稿|报批稿"
)


@dataclass(slots=True)
class Cover:
    """What the cover says; “” and None where it says nothing.

    `number` is the document's own number as written, `base` its sequence number without part (“20001” of
    GB/T 20001.1), `stage` one of 征求意见稿 …, `level` one of national, industry, local, group, enterprise.
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

    @property
    def base(self) -> str:
        """The sequence number without its part, “” while it is not given."""
        head = self.sequence.split(".")[0].split("-")[0]
        return head if head.isdigit() else ""


def cover(source: Source, outline: Outline) -> Cover:
    """Return the facts of the cover, with the title on body page 1 where the cover gives none."""
    facts = Cover()
    section = next((s for s in outline.top if s.element == "cover"), None)
    lines: list[tuple[int, str]] = []
    if section is not None:
        for index in section.body:
            start, end = source.blocks[index].span
            at = start
            for line in source.text[start:end].split(LINE_BREAK):
                if line.strip():
                    lines.append((at, line))
                at += len(line) + 1
    titles = [s for s in outline.top if s.element == "title" and s.title]
    _number(facts, lines or [(s.head[0], s.title) for s in titles])
    joined = fold("".join(line for _, line in lines))
    if (match := _STAGE.search(joined)) is not None:
        facts.stage = match[1]
    facts.level = _level(joined, facts.code)
    facts.present = bool(facts.number or _LEVEL.search(joined) or regex.match(r"ICS", joined))
    if titles:
        facts.title, facts.title_span = titles[-1].title, titles[-1].head
    _titles(facts, lines)
    return facts


def _number(facts: Cover, lines: list[tuple[int, str]]) -> None:
    for at, line in lines:
        if "代替" in fold(line):
            continue
        if match := _NUMBER.search(line):
            facts.number = match.group().strip()
            facts.number_span = (at + match.start(), at + match.end())
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


def _titles(facts: Cover, lines: list[tuple[int, str]]) -> None:
    for at, line in lines:
        text = line.strip()
        folded = fold(text)
        if _FURNITURE.search(folded) or _NUMBER.search(line) or _STAGE.fullmatch(folded) or len(folded) < 4:
            continue
        if has_chinese(text):
            if not facts.title:
                start = at + len(line) - len(line.lstrip())
                facts.title, facts.title_span = text, (start, start + len(text))
        elif not facts.title_en and regex.search("[A-Za-z]{3}", text):
            facts.title_en = text


_KINDS = (
    ("terminology", r"(?:术语|词汇|vocabulary)$"),
    ("guidance", r"(?:指南|指导|导则|guidance|guidelines?)$"),
    ("specification", r"(?:规范|specifications?)$"),
    ("code-of-practice", r"(?:规程|code of practice)$"),
    (
        "test-method",
        r"(?:试验方法|测试方法|检测方法|分析方法|测定(?:方法)?|的测定.*|.*test methods?|determination of.*)$",
    ),
    ("classification", r"(?:分类(?:[与和及](?:代码|编码))?|编码(?:规则)?)$"),
    ("symbols", r"(?:图形符号|符号|标志)$"),
)


def kind(title: str) -> str:
    """Return the document kind that the last words of a title tell, or “”."""
    text = title.strip().casefold()
    for name, pattern in _KINDS:
        if regex.search(pattern, text):
            return name
    return ""
