"""Read term entries in their various layouts, and the source lines behind them.

Source: GB/T 1.1—2020, 8.7.3, 10.3.5; reference word-documents.md, section 6. An entry's number may stand alone, on the
term's line, in a heading of its own, or in one paragraph with line breaks.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import LINE_BREAK, Source, Span
from stdlint.views.elements import element_of
from stdlint.views.outline import Outline, Section
from stdlint.views.wording import BLANK, fold, has_chinese, is_chinese

_OPENS_ENGLISH = patterns.compile("[（(]?[A-Za-z]{2}")
_APPLIES = patterns.compile("适用于本文件|适用于本标准|适用于本部分")
_ENGLISH_WORD = patterns.compile("[A-Za-z]{2}")
_STOPPED = patterns.compile(r"。|；(?!\s*[A-Za-z])")
_GOES_ON = patterns.compile(r"[A-Za-z,;；-]\s*[a-z]{3}")
_LONG_ENGLISH = patterns.compile(r"[（(]?[A-Za-z]{4,}|[a-z]{2,}")
_LETTER = patterns.compile("[A-Za-z]")
_ASIDE = patterns.compile("[（(][^）)]*[）)]")
_ENGLISH_LINE = patterns.compile("[（(]?[A-Za-z][A-Za-z -]{2}")
_POINTED = patterns.compile("[。；：，]")
SOURCE_LINE = patterns.compile(
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
_SOURCE_BARE = patterns.compile(
    r"(?P<open>[\[［【])"
    + BLANK
    + r"*(?P<body>(?:(?:改写|修改)(?:自)?"
    + BLANK
    + r"*)?(?:GB|ISO|IEC|[A-Z]{2}/T|[A-Z]{2} ?\d+[.\d]*[—–-]\d{4}|DB|T/|JJ)[^\[\]［］【】\n]*?)(?P<close>[\]］】])(?="
    + BLANK
    + r"*[。.；]?"
    + BLANK
    + r"*(?:$|\u2028|\n))"
)
_SOURCE_OPEN = patterns.compile(
    BLANK
    + r"*(?P<word>来源|出处|源自|引自|摘自|改写自?)"
    + BLANK
    + r"*(?:[：:]|于|自)?"
    + BLANK
    + r"*(?P<body>(?:GB|ISO|IEC|[A-Z]{2}/T|DB|T/|JJ|《)[^\n]*)$"
)
_SOURCE_ALONE = patterns.compile(
    BLANK
    + r"*(?P<open>[（(])"
    + BLANK
    + r"*(?P<body>(?:GB|ISO|IEC|[A-Z]{2}/[TZ]|DB\d|T/|JJ[FG])[^（）()\[\]\n]*\d)(?P<close>[）)])[。.]?"
    + BLANK
    + r"*$"
)
_SOURCE_NESTED = patterns.compile(
    r"(?P<open>\[)(?P<word>SOURCE)\s*(?P<colon>:)?\s*(?P<body>[^\n\u2028]*)(?P<close>\])[.]?\s*(?=$|\u2028|\n)"
)
"""A source of an English draft that quotes something in square brackets."""
_SYMBOL = patterns.compile(r"[A-Za-zα-ωΑ-Ω\ufffc][A-Za-z0-9α-ωΑ-Ω_{}\\/()（）,，; \ufffc]{0,14}")
_GROUP = patterns.compile(
    r"概述|总则|通则|一般(?:规定|要求|原则|说明|概念)?|通用|说明|基本术语|基础术语|.*(?:术语|概念|定义|名词)(?:和定义)?|.*(?:类|方面|有关|相关|领域)(?:的)?(?:术语)?"
)
_SIGN_TITLE = patterns.compile(r"[^A-Za-z]*(?:符号|缩略语|缩写|略语|代号|记号|下标|单位)[^A-Za-z]*")
_CASE = patterns.compile(r"[〈<][^〈〉<>]{1,20}[〉>]" + BLANK + "*")
_ABBREVIATION = patterns.compile(r"[A-Z][A-Za-z0-9/&+.\-]{0,11}s?")


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

    def add(self, other: Terms) -> None:
        """Take in what another chapter holds."""
        self.entries += other.entries
        self.groups += other.groups
        self.lead_in += other.lead_in
        self.loose += other.loose
        self.unnumbered += other.unnumbered


LEAD_IN = patterns.compile(
    r"适用于本|界定的|确立的术语|(?:下列|以下|如下)(?:的)?(?:术语|定义)|术语和定义适用|(?:术语|定义)(?:如下|见下)"
    r"|(?:没有|不涉及|不提供|不界定|未|无)[^。；，\n]{0,10}(?:术语|定义)"
    r"|For\sth(?:e|is)\s.*appl(?:y|ies)|No\sterms\sand\sdefinitions"
)
"""What only the introductory sentence of the terms says."""


def terms(source: Source, outline: Outline, kind: str, lang: str) -> Terms:
    """Return the term entries of the draft; in a terminology standard the other chapters may hold entries too."""
    section = outline.first("terms")
    result = Terms(section, [], [], [], [], [])
    chapters = [s for s in outline.top if s.element == "terms"]
    if kind == "terminology":
        chapters += [s for s in outline.top if s.element == "clause"]
        chapters.sort(key=lambda s: s.first)
    read = _read if lang == "zh" else _read_english
    for chapter in chapters:
        found = Terms(section, [], [], [], [], [])
        read(source, chapter, found)
        if chapter.element == "terms" or lang != "zh" or not found.entries or any(e.english for e in found.entries):
            result.add(found)
    return result


def _read(source: Source, section: Section, result: Terms) -> None:
    """Read a chapter or concept group; its numbered leaves are entries."""
    rest: list[int] = []
    for index in section.body:
        block = source.blocks[index]
        if block.span == section.head:
            continue
        if block.kind in ("para", "item", "heading") and LEAD_IN.search(_text(source, block.span)):
            result.lead_in.append(index)
        else:
            rest.append(index)
    _take_unnumbered(source, rest, result)
    for child in section.children:
        _read_child(source, child, result)


def _read_child(source: Source, child: Section, result: Terms) -> None:
    title = fold(child.title)
    divided = any(grand.number for grand in child.children)
    if not child.number:
        if _looks_like_term(child.title) and child.body:
            result.unnumbered.append(_entry(source, child, result))
            return
        if LEAD_IN.search(child.title):
            result.lead_in.append(_head_block(source, child))
        _read(source, child, result)
    elif element_of(title) == "symbols" or (not divided and _holds_signs(source, child)):
        return
    elif divided and _looks_like_term(child.title or _first_text(source, child)):
        result.groups.append(child)
        result.entries.append(_entry(source, child, result))
        for grand in child.children:
            _read_child(source, grand, result)
    elif divided or element_of(title) == "terms" or _introduces(source, child):
        result.groups.append(child)
        _read(source, child, result)
    else:
        result.entries.append(_entry(source, child, result))


def _introduces(source: Source, child: Section) -> bool:
    """Say whether a titled clause groups entries, stands among such groups, or holds the introductory sentence."""
    title = fold(child.title)
    english = _OPENS_ENGLISH.match(_first_text(source, child))
    if not child.titled or not title or _is_term(title) or english:
        return False
    own = [index for index in child.body if source.blocks[index].span != child.head]
    if _GROUP.fullmatch(title) or (own and all(source.blocks[index].table >= 0 for index in own)):
        return True
    if any(LEAD_IN.search(_text(source, source.blocks[index].span)) for index in child.body):
        return True
    siblings = child.parent.children if child.parent else []
    return any(grand.number for other in siblings for grand in other.children)


def _take_unnumbered(source: Source, indexes: list[int], result: Terms) -> None:
    """Sort text without entry numbers into entries and other text."""
    found = _unnumbered(source, indexes)
    used = {block for entry in found for block in entry.blocks}
    result.unnumbered += found
    result.loose += [index for index in indexes if index not in used]


def _first_text(source: Source, section: Section) -> str:
    return _text(source, source.blocks[section.body[0]].span) if section.body else ""


def _holds_signs(source: Source, child: Section) -> bool:
    """Say whether a clause without further clauses explains symbols or abbreviations instead of a term."""
    first = next((i for i in child.body if source.blocks[i].span != child.head), -1)
    if first < 0:
        return False
    text = _text(source, source.blocks[first].span)
    if _APPLIES.search(text):
        return "术语" not in text
    return _SIGN_TITLE.fullmatch(fold(child.title)) is not None and (
        has_chinese(text) or source.blocks[first].kind in ("cell", "caption")
    )


def _is_term(title: str) -> bool:
    return _ENGLISH_WORD.search(title) is not None


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


def _head_block(source: Source, section: Section) -> int:
    """Return the index of the block that holds the title of a section, else of its first block."""
    for index in range(section.first, section.last):
        if source.blocks[index].span == section.head and source.blocks[index].kind != "label":
            return index
    return section.first


def _entry(source: Source, section: Section, result: Terms) -> Entry:
    """Read the entry that a section holds, with its clauses unless they are entries themselves.

    Entries whose number was left out, and which stand below this one, are added to `result`.
    """
    head = _head_block(source, section)
    titled = section.head[0] != section.head[1]
    indexes = [head] if titled else []
    indexes += [index for index in section.body if index != head]
    if not any(child.number for child in section.children):
        for child in section.children:
            indexes += [i for i in range(child.first, child.last) if source.blocks[i].kind != "label"]
    pieces: list[tuple[Span, int]] = []
    for index in indexes:
        span, kind = source.blocks[index].span, source.blocks[index].kind
        if kind == "para" and _text(source, span).strip().isdecimal():
            continue
        pieces += [(line, index) for line in _lines(source, span) or ([span] if kind in _ADDED else [])]
    if not pieces:
        empty = section.place
        return Entry(section, empty, head, empty, "", empty, [], False)
    (first, block), *others = pieces
    lines, below = _head_lines(source, first)
    below = (
        below
        or bool(others and others[0][1] == block)
        or source.text.startswith(LINE_BREAK, source.blocks[block].span[0])
    )
    same_line = section.label is not None and titled and head <= section.first + 1 and not below
    entry = _term_line(source, section, (lines[0], block), same_line)
    others = [(line, block) for line in lines[1:]] + others
    stray = _stray(source, others)
    _contents(source, entry, others[:stray])
    if stray < len(others):
        _take_unnumbered(source, list(dict.fromkeys(index for _, index in others[stray:])), result)
    return entry


_INLINE = patterns.compile(
    r"(?P<head>[^，。；：\n]{0,30}[\u4e00-\u9fff）)〉]"
    + BLANK
    + r"{1,4}[A-Za-z][A-Za-z0-9 ,\-/()（）;；'’\u3000]{2,90}?)"
    + rf"(?:{BLANK}+|{BLANK}*[：:]{BLANK}*)(?P<rest>[\u4e00-\u9fff〈“][^\n]{{7,}})"
)
_COLON = patterns.compile(
    r"(?P<head>[^，。；：:（）()\n]{1,20}[\u4e00-\u9fff](?:[（(][A-Za-z][A-Za-z0-9 ,;；/-]{2,60}[）)])?)[：:]"
    + BLANK
    + r"*(?P<rest>[\u4e00-\u9fff〈“][^\n]{7,})"
)


def _head_lines(source: Source, span: Span) -> tuple[list[Span], bool]:
    """Cut the first line of an entry where term, English and definition stand in one block.

    The second value says that they were typed on lines of their own (soft breaks of Markdown), so that the number
    stands alone as well.
    """
    cuts = _soft_breaks(source, span)
    start = span[0]
    found: list[Span] = []
    for left, right in cuts:
        text = source.text[start:left]
        if len(text) > 120 or _STOPPED.search(text) or (found and has_chinese(text) and not _looks_like_term(text)):
            break
        if _GOES_ON.match(source.text, left - 1):
            continue
        found.append((start, left))
        start = right
    if found:
        return [*found, (start, span[1])], True
    text = _text(source, span)
    match = _INLINE.fullmatch(text) or _COLON.fullmatch(text)
    if match is None:
        return [span], False
    return [(start, start + match.end("head")), (start + match.start("rest"), span[1])], False


def _soft_breaks(source: Source, span: Span) -> list[Span]:
    """Return where lines of a Markdown file were joined: at a blank that stands for the break, or at none."""
    found: list[Span] = []
    if source.format != "markdown":
        return found
    starts, nodes, offsets, text = source.starts, source.nodes, source.offsets, source.text
    run = bisect_right(starts, span[0])
    while run < len(starts) and starts[run] < span[1]:
        at = starts[run]
        if nodes[run] < 0:
            if text[at] == " ":
                found.append((at, at + 1))
        elif (
            nodes[run - 1] >= 0
            and offsets[run] == offsets[run - 1] + at - starts[run - 1] + 1
            and is_chinese(text[at - 1])
            and is_chinese(text[at])
        ):
            found.append((at, at))
        run += 1
    return found


def _stray(source: Source, pieces: list[tuple[Span, int]]) -> int:
    """Return the position of the first term line below a whole definition: an entry that lost its number."""
    defined = False
    for position, (span, block) in enumerate(pieces[:-1]):
        text = _text(source, span)
        if source.blocks[block].kind not in ("para", "heading"):
            continue
        follower, below = pieces[position + 1]
        if (
            defined
            and not source.blocks[block].label
            and _looks_like_term(text)
            and source.blocks[below].kind == "para"
            and has_chinese(_text(source, follower))
            and _text(source, follower).endswith(("。", "：", "；"))
        ):
            return position
        defined = defined or (has_chinese(text) and text.endswith(("。", "]", "］", "；")))
    return len(pieces)


def _unnumbered(source: Source, indexes: list[int]) -> list[Entry]:
    """Find entries that carry no number: a line “术语　english” with a definition below it."""
    found: list[Entry] = []
    position = 0
    while position < len(indexes):
        index = indexes[position]
        block = source.blocks[index]
        following = indexes[position + 1] if position + 1 < len(indexes) else -1
        lines, _ = _head_lines(source, block.span)
        own = [(line, index) for line in lines[1:]]
        term = block.kind in ("para", "heading") and not block.label and _looks_like_term(_text(source, lines[0]))
        position += 1
        if not term or (following < 0 and not own):
            continue
        entry = _term_line(source, None, (lines[0], index), False)
        while position < len(indexes):
            other = source.blocks[indexes[position]]
            if other.kind in ("para", "heading") and _looks_like_term(_text(source, other.span)):
                break
            own += [(line, indexes[position]) for line in _lines(source, other.span)]
            position += 1
        _contents(source, entry, own)
        found.append(entry)
    return found


_TERM_LINE = patterns.compile(
    r"[^，。；：\[\]［］\n]{0,30}[\u4e00-\u9fff）)]"
    + BLANK
    + r"{0,4}(?=[^\n]*[a-z]{3})[（(]?[A-Za-z][A-Za-z0-9 ,\-/()（）;；.'’]{2,90}"
)


def _looks_like_term(text: str) -> bool:
    return _TERM_LINE.fullmatch(text.strip()) is not None


def _term_line(source: Source, section: Section | None, piece: tuple[Span, int], same_line: bool) -> Entry:
    span, block = piece
    text = _text(source, span)
    cut, resume, stop = _split_term(text)
    start = span[0]
    term_start = start
    if (case := _CASE.match(text)) is not None and case.end() < cut:
        term_start += case.end()
    english = _english(text[resume:stop], start + resume) if resume < stop else []
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


_GAPS = patterns.compile(BLANK + "+")


_LONGEST = 200
"""A longer line is no term line."""
_IN_BRACKETS = patterns.compile(
    r"(?P<term>[^\n]*[\u4e00-\u9fff〉])"
    + BLANK
    + r"*[（(]"
    + BLANK
    + r"*(?P<english>(?=[^（()）]*[a-z]{3})[^（()）\u4e00-\u9fff]+)[）)]"
)
_BEHIND_SEMICOLON = patterns.compile(
    r"(?P<term>[^；;A-Za-z]*[\u4e00-\u9fff）)])[；;]" + BLANK + r"*(?P<english>(?=.*[a-z]{3})[A-Za-z][^\u4e00-\u9fff]*)"
)
_GLUED = patterns.compile(r"[\u4e00-\u9fff）)](?=[A-Z]?[a-z]{3,}(?:-[a-z]+)*(?:" + BLANK + r"|$|[；;，,]))")


def _split_term(text: str) -> tuple[int, int, int]:
    """Return where the term ends and where its English begins and ends (all the length of the line without any)."""
    length = len(text)
    if length > _LONGEST:
        return length, length, length
    if (match := _IN_BRACKETS.fullmatch(text)) is not None:
        return match.end("term"), match.start("english"), match.end("english")
    if (match := _BEHIND_SEMICOLON.fullmatch(text)) is not None:
        return match.end("term"), match.start("english"), length
    gaps = [gap for gap in _GAPS.finditer(text) if _is_gap(text[: gap.start()], text[gap.end() :])]
    wide = [gap for gap in gaps if gap.end() - gap.start() > 1 or gap.group() not in " \u00a0"]
    glued = _GLUED.search(text)
    for gap in [*wide, *gaps]:
        if glued is None or gap.end() <= glued.end():
            return gap.start(), gap.end(), length
    last = max((i for i, char in enumerate(text) if is_chinese(char) or char in "）〉"), default=-1)
    tail = text[last + 1 :]
    if glued is not None and glued.end() == last + 1:
        return last + 1, last + 1, length
    if last >= 0 and _LONG_ENGLISH.match(tail) and not _ABBREVIATION.fullmatch(tail.strip("（）()")):
        return last + 1, last + 1, length
    return length, length, length


def _is_gap(left: str, right: str) -> bool:
    """Say whether the term may end and its English begin at a gap: “维生素 C　vitamin C” goes on behind the first."""
    if not has_chinese(left) or left.endswith(("；", ";", "，", ",")) or not _LETTER.search(right):
        return False
    if has_chinese(_ASIDE.sub("", right)):
        return False
    token, _, rest = right.partition(" ")
    return not (len(token) < 4 and token.upper() == token and token in rest.split())


_EQUIVALENT = patterns.compile(r"[^；;，,]+")


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


_ADDED = ("note", "example", "footnote")
_NOTE = patterns.compile(r"注" + BLANK + r"*[\d\ufffc]{0,2}" + BLANK + r"*[：:]")


def _contents(source: Source, entry: Entry, pieces: list[tuple[Span, int]]) -> None:
    defined = False
    for position, (span, block) in enumerate(pieces):
        kind = source.blocks[block].kind
        text = _text(source, span)
        if kind in _ADDED or _NOTE.match(text):
            kind = kind if kind in _ADDED else "note"
            entry.contents.append((kind, span, block))
            if kind == "note":
                _take_sources(source, entry, span, block, "zh")
            continue
        if kind in ("caption", "formula", "cell", "code") or (text.strip() and not text.strip("\ufffc 　")):
            what = "figure" if defined or kind in ("caption", "cell", "code") else "symbol"
            entry.contents.append((what, span, block))
            continue
        whole = source_lines(source, span, block, "zh")
        if not whole and (match := _SOURCE_ALONE.fullmatch(text)) is not None:
            place, body = _shifted(match.span(), span[0]), _shifted(match.span("body"), span[0])
            whole = [SourceLine(place, block, body, "", "", match["open"] + match["close"])]
        if whole and whole[0].span[0] <= span[0] + 1:
            entry.sources += whole
            entry.contents += [("source", line.span, block) for line in whole]
            continue
        following = _text(source, pieces[position + 1][0]) if position + 1 < len(pieces) else ""
        if not defined and _is_admitted(text, following):
            entry.admitted.append(text)
            _, resume, stop = _split_term(text)
            more = _english(text[resume:stop], span[0] + resume)
            entry.english += more
            if more:
                entry.contents.append(("english", span, block))
            continue
        if (
            not defined
            and not has_chinese(text)
            and not entry.english
            and _ENGLISH_LINE.match(text)
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


def _shifted(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _is_admitted(text: str, following: str) -> bool:
    """Say whether a line above the definition gives another term for the concept."""
    if len(text) > 80 or not has_chinese(text):
        return False
    cut, resume, _ = _split_term(text)
    if cut > 20 or _POINTED.search(text[:cut]):
        return False
    if resume < len(text) or text.startswith(("许用", "拒用", "被取代", "〈")):
        return True
    return len(text) < 12 and following.endswith(("。", "：")) and len(following) > len(text)


def _take_sources(source: Source, entry: Entry, span: Span, block: int, lang: str) -> None:
    lines = source_lines(source, span, block, lang)
    entry.sources += lines
    entry.contents += [("source", line.span, block) for line in lines]


def source_lines(source: Source, span: Span, block: int, lang: str) -> list[SourceLine]:
    """Return the source statements that end a line of `span`, or make it up."""
    text = source.text
    for pattern in (SOURCE_LINE, _SOURCE_BARE):
        if found := [_statement(match, block) for match in pattern.finditer(text, *span)]:
            return found
    if text.startswith("[SOURCE", span[0]) and lang == "en":
        nested = _SOURCE_NESTED.match(text, *span)
        return [_statement(nested, block)] if nested else []
    bare = _SOURCE_OPEN.match(text, *span)
    if bare is None:
        return []
    return [SourceLine((bare.start("word"), bare.end("body")), block, bare.span("body"), bare["word"], "", "")]


def _statement(match: regex.Match[str], block: int) -> SourceLine:
    names = match.groupdict()
    word, colon = names.get("word") or "", names.get("colon") or ""
    return SourceLine(match.span(), block, match.span("body"), word, colon, match["open"] + match["close"])


_SOURCE_WORDS = patterns.compile(r"来源|出处|源自|引自|摘自|改写自|SOURCE")


def all_sources(source: Source, lang: str) -> list[SourceLine]:
    """Return the source statements of the whole draft, at the end of a line or paragraph."""
    found: list[SourceLine] = []
    index = 0
    done = -1
    for match in _SOURCE_WORDS.finditer(source.text):
        while source.blocks[index].span[1] <= match.start():
            index += 1
        block = source.blocks[index]
        if index == done or block.kind in ("toc", "header", "footer", "code", "label"):
            continue
        done = index
        lines = source_lines(source, block.span, index, lang)
        found += [line for line in lines if _SOURCE_WORDS.search(source.text, *line.span)]
    return found


ENGLISH_LEAD_IN = patterns.compile(
    r"[Ff]or\sthe\spurposes?\sof\s|\b(?:terms|definitions?)\b[^.\n]{0,160}?\bappl(?:y|ies)\b"
    r"|\bfollowing\s(?:terms|definitions)\b[^.\n]{0,60}?\b(?:are\s(?:used|given|defined)|appear)\b"
    r"|[Nn]o\sterms\s(?:and|or)\sdefinitions\b|[Nn]o\s(?:specific\s)?terms\s(?:are|have)\b"
)
"""What only the introductory sentence of the terms of an English draft says."""

_DATABASES = patterns.compile(r"maintains?\sterminolog(?:y|ical)\sdatabases|iso\.org/obp|electropedia\.org")
_NO_ENTRY = patterns.compile(
    r"(?i:general|overview|introduction|conventions?|notations?|acronyms?|nomenclature|units?|abbreviat.*|symbols?.*|.*\bsymbols)"
)
_GROUP_TITLE = patterns.compile(
    r"(?i:(?:general\s)?terms\b.*|.*\b(?:terms|definitions|concepts|vocabulary)|general|.*\brelated\sto\b.*)"
)
_BEFORE_DEFINITION = patterns.compile(r"(?P<kind>DEPRECATED|ADMITTED|Deprecated)\s?:\s*(?P<term>.+)")
_ENTRY_LINE = patterns.compile(r"DEPRECATED\s?:|\[\s?(?:SOURCE|Source)\b|Note\s\d+\sto\sentry|EXAMPLE\b")
_ENGLISH_SOURCE = patterns.compile(
    r"(?P<open>[\[(])?\s*(?P<word>(?i:source|adapted\sfrom|from))?\s*(?P<colon>:)?\s*"
    r"(?P<body>(?:ISO|IEC|EN|ASTM|IEEE|ITU|BS|DIN|ANSI|CEN|OIML|IETF|RFC|JCGM|IEV)\b[^\[\]\n]*?)(?P<close>[\])])?\s*[.]?"
)
_SHORT_TERM = patterns.compile(r"[\p{L}\p{N}\ufffc][\p{L}\p{N}\ufffc \-/’'(),⟨⟩<>&+]{0,70}")
_UNNUMBERED_TERM = patterns.compile(r"[a-z][A-Za-z]*(?:[ -][A-Za-z]+){0,4}")
_CONNECTIVES = frozenset(("where", "and", "or", "with", "in which", "if", "then", "note", "source", "example", "for"))


def _read_english(source: Source, section: Section, result: Terms) -> None:
    """Read a chapter or concept group of an English draft; its numbered leaves are entries."""
    rest: list[int] = []
    databases: list[int] = []
    for index in section.body:
        block = source.blocks[index]
        if block.span == section.head:
            continue
        text = _text(source, block.span)
        if _DATABASES.search(text):
            databases.append(index)
        elif block.kind in ("para", "item", "heading") and ENGLISH_LEAD_IN.search(text):
            result.lead_in.append(index)
        else:
            rest.append(index)
    if result.lead_in:
        result.lead_in += databases
    _take_english(source, rest, result)
    for child in section.children:
        _read_english_child(source, child, result)


def _read_english_child(source: Source, child: Section, result: Terms) -> None:
    title = child.title.strip()
    divided = bool(child.children)
    own = [index for index in child.body if source.blocks[index].span != child.head]
    if element_of(fold(title)) == "symbols" or (title and _NO_ENTRY.fullmatch(title) and not divided):
        return
    if not child.number:
        if not divided and _UNNUMBERED_TERM.fullmatch(title) and own:
            result.unnumbered.append(_english_entry(source, child))
            return
        if ENGLISH_LEAD_IN.search(title):
            result.lead_in.append(_head_block(source, child))
        _read_english(source, child, result)
    elif divided or (
        title and _GROUP_TITLE.fullmatch(title) and title[0].isupper() and element_of(fold(title)) == "terms"
    ):
        result.groups.append(child)
        if not (title and _GROUP_TITLE.fullmatch(title)) and (len(own) > 1 or (title[:1].islower() and own)):
            result.entries.append(_english_entry(source, child))
            for grand in child.children:
                _read_english_child(source, grand, result)
        else:
            _read_english(source, child, result)
    else:
        result.entries.append(_english_entry(source, child))


def _english_entry(source: Source, section: Section) -> Entry:
    """Read the entry that a section of an English draft holds."""
    head = _head_block(source, section)
    titled = section.head[0] != section.head[1]
    indexes = [head] if titled else []
    indexes += [index for index in section.body if index != head]
    return _english_pieces(source, section, indexes) or Entry(
        section, section.place, head, section.place, "", section.place, [], False
    )


def _english_pieces(source: Source, section: Section | None, indexes: list[int]) -> Entry | None:
    pieces: list[tuple[Span, int]] = []
    for index in indexes:
        span, kind = source.blocks[index].span, source.blocks[index].kind
        for line in _lines(source, span) or ([span] if kind in _ADDED else []):
            if kind in ("para", "heading"):
                pieces += [(part, index) for part in _wrapped(source, line, first=not pieces)]
            else:
                pieces.append((line, index))
    if not pieces:
        return None
    (span, block), *others = pieces
    text = _text(source, span)
    term = text.rstrip("¹²³⁴⁵⁶⁷⁸⁹⁾\ufffc ")
    end = span[0] + len(term)
    entry = Entry(section, span, block, (span[0], end), term, (span[1], span[1]), [], False)
    _english_contents(source, entry, others)
    return entry


def _wrapped(source: Source, span: Span, first: bool) -> list[Span]:
    """Cut a paragraph of a Markdown file where a line of an entry begins: behind the term, before a source or note."""
    cuts = _soft_breaks(source, span)
    found: list[Span] = []
    start = span[0]
    for left, right in cuts:
        opens = first and not found and left - span[0] <= 70 and source.text[left - 1] not in ".,;:"
        whole = source.text[start] != "[" or source.text.find("]", start, left) > 0
        if opens or _ENTRY_LINE.match(source.text, right) or (whole and _ENTRY_LINE.match(source.text, start)):
            found.append((start, left))
            start = right
    return [*found, (start, span[1])]


def _english_contents(source: Source, entry: Entry, pieces: list[tuple[Span, int]]) -> None:
    defined = False
    for position, (span, block) in enumerate(pieces):
        kind = source.blocks[block].kind
        text = _text(source, span)
        if kind not in _ADDED and (added := _ADDED_LINE.match(text)):
            kind = "example" if added.group().startswith("EXAMPLE") else "note"
        if kind in _ADDED:
            entry.contents.append((kind, span, block))
            _take_sources(source, entry, span, block, "en")
            continue
        if kind in ("caption", "formula", "cell", "code") or not text.strip("\ufffc "):
            entry.contents.append(("figure" if defined or kind != "formula" else "symbol", span, block))
            continue
        whole = _english_sources(source, span, block)
        if whole and whole[0].span[0] <= span[0] + 1:
            entry.sources += whole
            entry.contents += [("source", line.span, block) for line in whole]
            continue
        if not defined and (other := _BEFORE_DEFINITION.fullmatch(text)):
            entry.admitted.append(other["term"].strip())
            continue
        if not defined and kind == "para" and _admits(source, text, pieces[position + 1 :]):
            entry.admitted.append(text.strip())
            continue
        defined = True
        end = whole[0].span[0] if whole else span[1]
        entry.contents.append(("definition", (span[0], end), block))
        entry.sources += whole
        entry.contents += [("source", line.span, block) for line in whole]


_ADDED_LINE = patterns.compile(r"Note\s(?:\d+\s)?to\sentry\s?:|Note(?:\s\d+)?\s?:|NOTE(?:\s\d+)?\b|EXAMPLE(?:\s\d+)?\b")


def _admits(source: Source, text: str, following: list[tuple[Span, int]]) -> bool:
    """Say whether a line above the definition gives another term or the symbol of the concept."""
    if not following or not _SHORT_TERM.fullmatch(text) or len(text.split()) > 6:
        return False
    span, block = following[0]
    below = _text(source, span)
    if source.blocks[block].kind != "para" or _ADDED_LINE.match(below) or _english_sources(source, span, block):
        return False
    return not (below[:1].isupper() and below.rstrip().endswith("."))


def _english_sources(source: Source, span: Span, block: int) -> list[SourceLine]:
    text = _text(source, span)
    if "SOURCE" in text and (found := source_lines(source, span, block, "en")):
        return found
    match = _ENGLISH_SOURCE.fullmatch(text)
    if match is None:
        return []
    opened, word = match["open"] or "", match["word"] or ""
    if not (opened == "[" or (word and (opened or match["colon"]))):
        return []
    body = _shifted(match.span("body"), span[0])
    place = _shifted((match.start(), match.end("close") if match["close"] else match.end("body")), span[0])
    return [SourceLine(place, block, body, word, match["colon"] or "", opened + (match["close"] or ""))]


def _take_english(source: Source, indexes: list[int], result: Terms) -> None:
    """Sort text without entry numbers into entries (a short line in lower case above a longer one) and other text."""
    starts = [
        position
        for position, index in enumerate(indexes[:-1])
        if _opens_english(source, index) and _defines(source, indexes[position + 1])
    ]
    for position, stop in zip(starts, [*starts[1:], len(indexes)], strict=False):
        entry = _english_pieces(source, None, indexes[position:stop])
        if entry is not None:
            result.unnumbered.append(entry)
    result.loose += indexes[: starts[0]] if starts else indexes


def _opens_english(source: Source, index: int) -> bool:
    block = source.blocks[index]
    text = _text(source, block.span).strip()
    return (
        block.kind in ("para", "heading")
        and not block.label
        and text not in _CONNECTIVES
        and len(text) < 50
        and _UNNUMBERED_TERM.fullmatch(text) is not None
    )


def _defines(source: Source, index: int) -> bool:
    block = source.blocks[index]
    text = _text(source, block.span).strip()
    return (
        block.kind == "para"
        and not block.label
        and len(text.split()) > 1
        and (text[0].islower() or text[0] == "<" or text.startswith(("A ", "An ", "The ")))
        and not _opens_line(text)
    )


def _opens_line(text: str) -> bool:
    return _ADDED_LINE.match(text) is not None or _ENTRY_LINE.match(text) is not None
