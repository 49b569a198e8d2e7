"""Read term entries in their various layouts, and the source lines behind them.

Source: GB/T 1.1—2020, 8.7.3, 10.3.5; reference word-documents.md, section 6. An entry's number may stand alone, on the
term's line, in a heading of its own, or in one paragraph with line breaks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from stdlint.model import LINE_BREAK, Source, Span
from stdlint.views.elements import element_of
from stdlint.views.outline import Outline, Section
from stdlint.views.wording import BLANK, fold, has_chinese, is_chinese

SOURCE_LINE = regex.compile(
    r"(?P<open>[\[［（(【〔])"
    + BLANK
    + r"*(?:(?P<word>来源|出处|源自|引自|摘自|改写自|SOURCE)"
    + BLANK
    + r"*(?P<colon>[：:]|于)?"
    + BLANK
    + r"*)(?P<body>[^\[\]［］【】\n]*?)(?P<close>[\]］）)】〕])(?="
    + BLANK
    + r"*[。.；]?"
    + BLANK
    + r"*(?:$|\u2028|\n))"
)
_SOURCE_BARE = regex.compile(
    r"(?P<open>[\[［【])"
    + BLANK
    + r"*(?P<body>(?:(?:改写|修改)(?:自)?"
    + BLANK
    + r"*)?(?:GB|ISO|IEC|[A-Z]{2}/T|DB|T/|JJ)[^\[\]［］【】\n]*?)(?P<close>[\]］】])(?="
    + BLANK
    + r"*[。.；]?"
    + BLANK
    + r"*(?:$|\u2028|\n))"
)
_SOURCE_OPEN = regex.compile(
    BLANK
    + r"*(?P<word>来源|出处|源自|引自|摘自|改写自?)"
    + BLANK
    + r"*(?:[：:]|于|自)?"
    + BLANK
    + r"*(?P<body>(?:GB|ISO|IEC|[A-Z]{2}/T|DB|T/|JJ|《)[^\n]*)$"
)
_SYMBOL = regex.compile(r"[A-Za-zα-ωΑ-Ω\ufffc][A-Za-z0-9α-ωΑ-Ω_{}\\/()（）,，; \ufffc]{0,14}")
_GROUP = regex.compile(
    r"概述|总则|通则|一般|通用|基本术语|基础术语|.*(?:术语|概念|定义|名词)(?:和定义)?|.*(?:类|方面|有关|相关|领域)(?:的)?(?:术语)?"
)
_CASE = regex.compile(r"[〈<][^〈〉<>]{1,20}[〉>]" + BLANK + "*")
_ABBREVIATION = regex.compile(r"[A-Z][A-Za-z0-9/&+.\-]{0,11}s?")


class SourceLine(NamedTuple):
    """A statement of where an entry or copied text was taken from: its span with the brackets, and its block.

    `body` is the span of what stands between the word 来源 and the closing bracket; `word` is “来源”, another word or
    “”; `brackets` are the two signs, “” where there are none.
    """

    span: Span
    block: int
    body: Span
    word: str
    colon: str
    brackets: str


class English(NamedTuple):
    """An English equivalent or abbreviation: its span, its text, and the separator written before it."""

    span: Span
    text: str
    separator: str
    separator_span: Span


@dataclass(slots=True, eq=False)
class Entry:
    """A term entry.

    `section` carries the number (None: the entry has none). `line` is the span of the whole term line, `term` that of
    the term, `gap` what stands between term and English. `contents` lists what follows the term in order, as (what,
    span, block) with what of english, symbol, definition, figure, example, note, source.
    """

    section: Section | None
    line: Span
    block: int
    term: Span
    text: str
    gap: Span
    english: list[English]
    same_line: bool
    contents: list[tuple[str, Span, int]] = field(default_factory=list)
    sources: list[SourceLine] = field(default_factory=list)
    admitted: list[str] = field(default_factory=list)

    @property
    def number(self) -> str:
        """The entry number, “” if there is none."""
        return self.section.number if self.section else ""

    @property
    def definition(self) -> list[Span]:
        """The spans of the definition: one, or one per paragraph."""
        return [span for what, span, _ in self.contents if what == "definition"]

    @property
    def blocks(self) -> set[int]:
        """The indexes of all its blocks."""
        return {self.block, *(block for _, _, block in self.contents)}


@dataclass(slots=True, eq=False)
class Terms:
    """What the clause of terms holds: entries, concept groups, lead-in paragraphs, other text."""

    section: Section | None
    entries: list[Entry]
    groups: list[Section]
    lead_in: list[int]
    loose: list[int]
    unnumbered: list[Entry]


_LEAD_IN = regex.compile(
    r"适用于本|界定的|确立的术语|下列术语|以下术语|下列定义|没有(?:需要)?(?:界定|解释|定义)?的?(?:术语|定义)|没有术语|术语和定义适用"
    r"|For\sth(?:e|is)\s.*appl(?:y|ies)|No\sterms\sand\sdefinitions"
)


def terms(source: Source, outline: Outline, kind: str) -> Terms:
    """Return the term entries of the draft; in a terminology standard the other chapters hold entries too."""
    section = outline.first("terms")
    result = Terms(section, [], [], [], [], [])
    chapters = [s for s in outline.top if s.element == "terms"]
    if kind == "terminology":
        chapters += [s for s in outline.top if s.element == "clause"]
        chapters.sort(key=lambda s: s.first)
    for chapter in chapters:
        _read(source, chapter, result)
    return result


def _read(source: Source, section: Section, result: Terms) -> None:
    """Read a chapter or concept group; its numbered leaves are entries."""
    rest: list[int] = []
    for index in section.body:
        if source.blocks[index].span == section.head:
            continue
        text = _text(source, source.blocks[index].span)
        if source.blocks[index].kind in ("para", "item", "heading") and _LEAD_IN.search(text):
            result.lead_in.append(index)
        else:
            rest.append(index)
    result.unnumbered += _unnumbered(source, rest)
    used = {block for entry in result.unnumbered for block in entry.blocks}
    result.loose += [index for index in rest if index not in used]
    for child in section.children:
        title = child.title
        if not child.number:
            _read(source, child, result)
        elif element_of(title) == "symbols":
            continue
        elif any(grand.number for grand in child.children):
            result.groups.append(child)
            _read(source, child, result)
        elif element_of(title) == "terms" or (
            child.titled and title and not _is_term(title) and _GROUP.fullmatch(fold(title))
        ):
            result.groups.append(child)
            _read(source, child, result)
        else:
            result.entries.append(_entry(source, child))


def _is_term(title: str) -> bool:
    return regex.search("[A-Za-z]{2}", title) is not None


def _text(source: Source, span: Span) -> str:
    return source.text[span[0] : span[1]]


def _lines(source: Source, span: Span) -> list[Span]:
    """Cut a block at its line breaks, blanks at both ends left out."""
    found = []
    at = span[0]
    for piece in _text(source, span).split(LINE_BREAK):
        left = at + len(piece) - len(piece.lstrip())
        right = at + len(piece.rstrip())
        if left < right:
            found.append((left, right))
        at += len(piece) + 1
    return found


def _entry(source: Source, section: Section) -> Entry:
    pieces: list[tuple[Span, int]] = []
    head = next(
        (
            i
            for i in range(section.first, section.last)
            if source.blocks[i].span == section.head and source.blocks[i].kind != "label"
        ),
        section.first,
    )
    same_line = section.label is not None and section.head[0] != section.head[1] and head <= section.first + 1
    if section.head[0] != section.head[1]:
        pieces += [(line, head) for line in _lines(source, section.head)]
        if len(pieces) > 1:
            same_line = source.text[section.head[0]] != LINE_BREAK
    for index in section.body:
        if index != head:
            pieces += [(line, index) for line in _lines(source, source.blocks[index].span)]
    for child in section.children:
        for index in range(child.first, child.last):
            if source.blocks[index].kind != "label":
                pieces += [(line, index) for line in _lines(source, source.blocks[index].span)]
    if not pieces:
        empty = section.place
        return Entry(section, empty, head, empty, "", empty, [], False)
    entry = _term_line(source, section, pieces[0], same_line)
    _contents(source, entry, pieces[1:])
    return entry


def _unnumbered(source: Source, indexes: list[int]) -> list[Entry]:
    """Find entries that carry no number: a line “术语　english” with a definition below it."""
    found: list[Entry] = []
    position = 0
    while position < len(indexes):
        index = indexes[position]
        block = source.blocks[index]
        text = _text(source, block.span)
        following = indexes[position + 1] if position + 1 < len(indexes) else -1
        if block.kind in ("para", "heading") and not block.label and following >= 0 and _looks_like_term(text):
            entry = _term_line(source, None, (block.span, index), False)
            pieces: list[tuple[Span, int]] = []
            position += 1
            while position < len(indexes):
                other = source.blocks[indexes[position]]
                if other.kind in ("para", "heading") and _looks_like_term(_text(source, other.span)):
                    break
                pieces += [(line, indexes[position]) for line in _lines(source, other.span)]
                position += 1
            _contents(source, entry, pieces)
            found.append(entry)
        else:
            position += 1
    return found


_TERM_LINE = regex.compile(
    r"[^，。；：\[\]［］\n]{0,30}[\u4e00-\u9fff）)][ \t\u3000\u00a0\u2002-\u200a]{0,4}[A-Za-z][A-Za-z0-9 ,\-/()（）;；.'’]{2,90}"
)


def _looks_like_term(text: str) -> bool:
    return _TERM_LINE.fullmatch(text.strip()) is not None


def _term_line(source: Source, section: Section | None, piece: tuple[Span, int], same_line: bool) -> Entry:
    span, block = piece
    text = _text(source, span)
    cut, resume = _split_term(text)
    start = span[0]
    term_start = start
    if case := _CASE.match(text):
        term_start += case.end()
    english = _english(text[resume:], start + resume) if resume < len(text) else []
    return Entry(
        section=section,
        line=span,
        block=block,
        term=(term_start, start + cut),
        text=text[term_start - start : cut],
        gap=(start + cut, start + resume),
        english=english,
        same_line=same_line,
    )


_GAPS = regex.compile(BLANK + "+")


def _split_term(text: str) -> tuple[int, int]:
    """Return where the term ends and where its English begins (both the length of the line if there is none)."""
    for gap in _GAPS.finditer(text):
        left, right = text[: gap.start()], text[gap.end() :]
        if (
            has_chinese(left)
            and right
            and not has_chinese(regex.sub("[（(][^）)]*[）)]", "", right))
            and regex.search("[A-Za-z]", right)
        ):
            if left.rstrip().endswith(("；", ";", "，", ",")):
                continue
            return gap.start(), gap.end()
    last = max((i for i, char in enumerate(text) if is_chinese(char) or char in "）〉"), default=-1)
    tail = text[last + 1 :]
    if (
        last >= 0
        and regex.match(r"[（(]?[A-Za-z]{4,}|[a-z]{2,}", tail)
        and not _ABBREVIATION.fullmatch(tail.strip("（）()"))
    ):
        return last + 1, last + 1
    return len(text), len(text)


_EQUIVALENT = regex.compile(r"[^；;，,]+")


def _english(text: str, start: int) -> list[English]:
    found: list[English] = []
    at = 0
    for match in _EQUIVALENT.finditer(text):
        piece = match.group()
        left = match.start() + len(piece) - len(piece.lstrip())
        right = match.start() + len(piece.rstrip())
        if left >= right:
            continue
        found.append(
            English(
                (start + left, start + right), text[left:right], text[at : match.start()], (start + at, start + left)
            )
        )
        at = match.end()
    return found


def _contents(source: Source, entry: Entry, pieces: list[tuple[Span, int]]) -> None:
    defined = False
    for span, block in pieces:
        kind = source.blocks[block].kind
        text = _text(source, span)
        if kind in ("note", "example", "footnote"):
            entry.contents.append((kind, span, block))
            if kind == "note":
                _take_sources(source, entry, span, block, inline=True)
            continue
        if kind in ("caption", "formula", "cell", "code") or (text.strip() and not text.strip("\ufffc 　")):
            what = "figure" if defined or kind in ("caption", "cell", "code") else "symbol"
            entry.contents.append((what, span, block))
            continue
        whole = source_lines(source, span, block)
        if whole and whole[0].span[0] <= span[0] + 1:
            entry.sources += whole
            entry.contents += [("source", line.span, block) for line in whole]
            continue
        if not defined and _is_admitted(text):
            entry.admitted.append(text)
            more = _english(text[_split_term(text)[1] :], span[0] + _split_term(text)[1])
            entry.english += more
            if more:
                entry.contents.append(("english", span, block))
            continue
        if (
            not defined
            and not has_chinese(text)
            and not entry.english
            and regex.match("[A-Za-z][A-Za-z -]{2}", text)
            and len(text) < 100
        ):
            entry.english = _english(text, span[0])
            entry.contents.append(("english", span, block))
            continue
        if not defined and _SYMBOL.fullmatch(text) and len(text.split()) < 3:
            entry.contents.append(("symbol", span, block))
            continue
        defined = True
        end = whole[0].span[0] if whole else span[1]
        entry.contents.append(("definition", (span[0], end), block))
        if whole:
            entry.sources += whole
            entry.contents += [("source", line.span, block) for line in whole]


def _is_admitted(text: str) -> bool:
    cut, resume = _split_term(text)
    return (
        has_chinese(text)
        and len(text) <= 80
        and not regex.search("[。；：，]", text[:cut])
        and (resume < len(text) or text.startswith(("许用", "拒用", "被取代", "〈")))
        and cut <= 20
    )


def _take_sources(source: Source, entry: Entry, span: Span, block: int, *, inline: bool) -> None:
    lines = source_lines(source, span, block)
    entry.sources += lines
    entry.contents += [("source", line.span, block) for line in lines]


def source_lines(source: Source, span: Span, block: int) -> list[SourceLine]:
    """Return the source statements that end a line of `span`, or make it up."""
    text = source.text
    found = []
    for pattern in (SOURCE_LINE, _SOURCE_BARE):
        for match in pattern.finditer(text, span[0], span[1]):
            if pattern is _SOURCE_BARE and found:
                continue
            names = match.groupdict()
            body = match.span("body")
            found.append(
                SourceLine(
                    match.span(),
                    block,
                    body,
                    names.get("word") or "",
                    names.get("colon") or "",
                    match["open"] + match["close"],
                )
            )
    if not found and (match := _SOURCE_OPEN.match(text, span[0], span[1])) is not None:
        found.append(
            SourceLine((match.start("word"), match.end("body")), block, match.span("body"), match["word"], "", "")
        )
    return found


_SOURCE_WORDS = regex.compile(r"来源|出处|源自|引自|摘自|改写自|SOURCE")


def all_sources(source: Source) -> list[SourceLine]:
    """Return the source statements of the whole draft, at the end of a line or paragraph."""
    found: list[SourceLine] = []
    index = 0
    for match in _SOURCE_WORDS.finditer(source.text):
        while source.blocks[index].span[1] <= match.start():
            index += 1
        block = source.blocks[index]
        if block.kind in ("toc", "header", "footer", "code", "label"):
            continue
        for line in source_lines(source, block.span, index):
            if line.span[0] <= match.start() < line.span[1] and line not in found[-3:]:
                found.append(line)
    return found
