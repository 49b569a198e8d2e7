"""Find the places at which a punctuation mark is wrong in Chinese text.

Source: GB/T 15834—2011; reference typography.md, section 1, and gbt-1.1-2020.md, 21.4. The guards are calibrated there
on 20 million characters. Numbers of blocks, code, formulas, URLs, quotations, titles and English text are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import Edit, Source, Span
from stdlint.views.regions import Region
from stdlint.views.wording import Spans, is_chinese

HALF_WIDTH = "half-width mark"
HALF_STOP = "half-width full stop"
BETWEEN_QUOTES = "、 between quotations"
BEHIND_NUMBER = "、 behind a bracketed number"
BEHIND_SEQUENCE = "、 behind a sequence word"
BEFORE_AND = "、 before a conjunction"
SECOND_COLON = "second colon"
STRAIGHT = "straight quotes"
CORNER = "corner brackets"
DOUBLED_STOP = "stop inside and outside quotes"
MIXED = "brackets of two widths"
UNPAIRED = "unpaired mark"
DASH = "malformed dash"
ELLIPSIS = "malformed ellipsis"
ETC = "ellipsis with 等"
DOT = "malformed middle dot"
NESTED = "title in a title"
DOUBLED = "doubled mark"
ASKING = "question or exclamation mark"
SLASH = "slash between words"
SPACE = "space between characters"


class Site(NamedTuple):
    """A place at which a mark is wrong: its words, its block, and the edits that put it right."""

    span: Span
    block: int
    edits: tuple[Edit, ...] = ()


class Punctuation:
    """The wrong places of a draft by kind; of each kind, those of one block together."""

    __slots__ = ("_found",)

    def __init__(self, found: dict[str, dict[int, list[Site]]]) -> None:
        self._found = found

    def __call__(self, kind: str) -> Iterator[list[Site]]:
        """Yield the sites of a kind, block by block."""
        for block in sorted(self._found.get(kind, ())):
            yield sorted(self._found[kind][block])


Found = Iterator[tuple[str, Site]]

_H = "\u4e00-\u9fff\u3400-\u4dbf"
_LEFT = _H + "”’》〉）】〕"
_RIGHT = _H + "“‘《〈（【〔\u2028"
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_STOPS = "。；：，、"
_SILENT = frozenset(("label", "toc", "header", "footer", "code", "formula"))
_RUNNING = frozenset(("text", "note", "footnote", "example"))
_ENDING_IS_ANOTHER_RULE = frozenset(("title", "caption", "cell"))
_LISTS = frozenset(("references", "bibliography"))
_SIGNS = frozenset("℃Ω°")
_DRAFTERS = "起草人"

_COMMAS = tuple(
    patterns.compile(rf"{mark}(?<=[{_LEFT}{_STOPS}].)|{mark}(?<=[0-9A-Za-z%℃Ω°)].)(?=[{_H}])") for mark in ",;"
)
_OTHER_MARKS = tuple(patterns.compile(rf"{mark}(?<=[{_LEFT}].)") for mark in (":", r"\?", "!"))
_CHINESE_FOLLOWS = patterns.compile(rf"[ \u00a0]?(?=[{_RIGHT}\ufffc])|[ \u00a0]*$", regex.MULTILINE)
_LATIN_FOLLOWS = patterns.compile(r"[ \u00a0]?(?=[0-9A-Za-z])")
_RATIO = patterns.compile(r"\d[:：∶]\d|[体质摩物]\S{0,4}比|比例|[（(]V/V|m/m")
_CALL = patterns.compile(r"[A-Za-z0-9_][（(][^（）()\n]*$|\{[^{}\n]*$|://[^ \t\u3000\n]*$")
_SOURCE = patterns.compile(r"[\[［【〔](?:来源|出处)[^\]］】〕]*$")
_DATA = patterns.compile(r"[{}<>\\=]|://|\w@\w")

_FULL_STOP = patterns.compile(rf"\.(?<=[{_LEFT}。]\.)")
_STOP_BEHIND_NUMBER = patterns.compile(r"\.(?<=(?:[0-9%℃)]|附录[A-Z])\.)[ \u00a0]*$", regex.MULTILINE)
_STOP_FOLLOWS = patterns.compile(rf"[ \u00a0]?(?=[{_RIGHT}])|[ \u00a0]*$", regex.MULTILINE)
_COUNT = patterns.compile(r"第?[一二三四五六七八九十]+[章节条]?|附录|图|表")

_ENUMERATION = patterns.compile(
    rf"、(?:(?P<between>(?<=[”》]、)(?=[“《]))"
    rf"|(?P<and>(?=等(?:[，。；、：）)的\n]|应(?![力变急])|[均都]应|缺[陷项]|情[况形]|问题|因素|内容|方面|措施|项目|指标|设[备施]|材料|信息|部[位件门]|现象|形式|方[式法])|和(?![平谐睦解田服纸声弦])(?![{_H}]{{0,2}}》)|以及|及(?!时|格|早|第)))"
    r"|(?P<number>(?<=[）)\n①-⑳]、))"
    r"|(?<=(?P<word>第[一二三四五六七八九十]|首先|其次|再次|最后)、)(?![一二三四五六七八九十第\d]|其次|再次|最后))"
)
_BRACKETED = patterns.compile(r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-z])[）)]|[①-⑳]|[a-z][）)]")

_SECOND_COLON = patterns.compile(
    r"：(?P<between>[^：。；！？“”（）()《》\n\u2028\t\u3000_]*)：(?!\d|$)", regex.MULTILINE
)
_KEY = patterns.compile("[，、 ][^，、 ]{1,6}$")
_EXEMPLIFIES = ("例如", "如", "即", "注", "例", "比如")

_STRAIGHT = patterns.compile(r"\"(?P<inner>[^\"“”\n]{1,60})[\"”]|“(?P<inner>[^\"“”\n]{1,60})\"")
_SINGLE_QUOTES = patterns.compile(rf"'(?P<inner>[{_H}][^'\n]{{0,30}})'")
_CORNER = patterns.compile(r"「[^「」\n]*」")
_WHITE_CORNER = patterns.compile(r"『[^『』\n]*』")
_CORNERS = {"「": "“", "」": "”", "『": "“", "』": "”"}
_INNER_CORNERS = {**_CORNERS, "『": "‘", "』": "’"}
_STOP_TWICE = tuple(patterns.compile(rf"{mark}(?:(?<=。.)。|(?<=，.)，)") for mark in "”’")

_DASHES = tuple(
    patterns.compile(rf"{dash}(?<=[{_LEFT}][ \u00a0]?{dash})(?=[ \u00a0]?[{_RIGHT}])")
    for dash in ("-(?:--?| -)", "－{2,3}", "–{2,3}", "─{2,3}", "—(?:——| —)")
)
_SINGLE_DASH = patterns.compile(rf"—(?<=[{_H}]—)(?=(?:即|也就是|例如|包括|特别是|尤其是)[{_H}])")
_DOTS = (patterns.compile(r"\.\.\.+"), patterns.compile("…+"), patterns.compile("⋯+"))
_MANY_STOPS = patterns.compile(rf"。。。+(?<=[{_LEFT}]。+)")
_NOT_ETC_BEFORE = frozenset("一二三四五六七八九十高中初同平优劣上下对相均特甲乙丙几何")
_NOT_ETC_AFTER = frozenset("级效同价待分于离温压腰边高长距比额量值候式号")
_MIDDLE_DOTS = tuple(patterns.compile(rf"{dot}(?<=[{_H}]{dot})(?=[{_H}])") for dot in "•・‧．")
_WIDE_STOP_ENDS = patterns.compile(rf"．(?<=[{_LEFT}]．)$", regex.MULTILINE)

_DOUBLED = tuple(patterns.compile(f"{mark}[{_STOPS}]+") for mark in _STOPS)
_BROKEN_FIELD = ("错误", "Error")
_ASKING = (patterns.compile("？"), patterns.compile("！"))
_SLASH = patterns.compile(rf"/(?<=[{_H}]/)(?=[{_H}])")
_EITHER = patterns.compile(
    r"[和与及]/或|章/条|开/关|关/开|上/下|正/负|进/出|男/女|是/否|有/无|左/右|大/小|高/低|通/断|主/备|读/写|收/发|交/直|内/外|前/后|输入/输出|发送/接收|接收/发送|上传/下载|上行/下行|打开/关闭|开启/关闭|启动/停止|正常/异常|合格/不合格|通过/不通过"
)
_PER = patterns.compile(
    r"(?:万|亿|千|百)?(?:元|吨|千克|公斤|克|升|毫升|米|公里|千米|立方米|平方米|次|人|件|台|个|辆|株|只|头|瓦|焦|帕|牛|字节|比特|位|帧|转|点|[^，。；：、]{1,2}数)/"
)
_PER_WHAT = patterns.compile(
    r"(?:秒|分钟?|小时|天|日|周|月|年|吨|千克|公斤|克|升|毫升|平方米|立方米|平方厘米|次|人|台|件|个|亩|公顷|米|户|车|只|头|床|班|批|百克|单位)(?![\u4e00-\u9fff]{2})"
)
_FUNCTION_WORDS = frozenset("由应将对在为和与或及的按从向把被经用")
_CURVE = patterns.compile("曲线|特性|关系|比值?$|图$")
_SPACES = tuple(patterns.compile(rf"{blank}(?<=[{_H}]{blank})[ \u00a0]*(?=[{_H}])") for blank in (" ", "\u00a0"))
_WORDS = patterns.compile(rf"(?:[{_H}][^{_H}\n]*+){{4}}")
_MARKS_A_SENTENCE = patterns.compile("[，。；]")
_SAYS_A_SENTENCE = patterns.compile(r"[，。；]|应(?![急用力变答对])")
_NUMBERED_TITLE = patterns.compile(r"[A-Z]{2}(?:/[A-Z])?[ \u00a0]?\d[\d.]*(?:—(?:19|20)\d\d)?[ \u00a0][^，。；]*$")
_LONGEST_RUN_IN = 14

_INSIDE = "[^（）()“”《》\\n]*+"
_LEFT_OVER = tuple(
    patterns.compile(pattern)
    for opens, closes in ("（）", "()", "“”", "《》")
    for pattern in (
        rf"{re.escape(opens)}(?!{_INSIDE}{re.escape(closes)})",
        rf"{re.escape(closes)}(?<!(?:{re.escape(opens)}{_INSIDE[:-1]}|\n[0-9A-Za-z]{{1,3}}){re.escape(closes)})",
    )
)
_PAIRED = patterns.compile("[（）()“”《》]")
_ITEM = patterns.compile(
    r"(?:(?<![A-Za-z0-9(（])[a-z]{1,4}|\d[a-z]|(?<![A-Za-z0-9.(（])\d{1,2}|(?<![(（])[一二三四五六七八九十])[)）]"
)
_INTERVAL = patterns.compile(r"[（(][^（）()\[\]\n]{1,24}\]|\[[^（）()\[\]\n]{1,24}[）)]")
_CLOSES = {"）": "（", ")": "（", "”": "“", "》": "《"}
_OPENS = {"（": "（", "(": "（", "“": "“", "《": "《"}
_FURTHEST = 6
"""Blocks over which a pair of marks may reach: text is cut by pages and cells."""


def punctuation(
    source: Source, regions: Sequence[Region], quoted: Spans, block_at: Callable[[int], int]
) -> Punctuation:
    """Return the places of a Chinese draft at which a punctuation mark is wrong."""
    found: dict[str, dict[int, list[Site]]] = {}
    for kind, site in _Reader(source, regions, quoted, block_at).sites():
        found.setdefault(kind, {}).setdefault(site.block, []).append(site)
    return Punctuation(found)


class _Reader:
    """Look at the text once for each mark."""

    def __init__(
        self, source: Source, regions: Sequence[Region], quoted: Spans, block_at: Callable[[int], int]
    ) -> None:
        self.text = source.text
        self.blocks = source.blocks
        self.regions = regions
        self.quoted = quoted
        self.block_at = block_at
        self.told: set[int] = set()
        self.code = Spans([(a.offset, a.offset + max(len(a.text), 1)) for a in source.anchors if a.kind == "code"])

    def sites(self) -> Found:
        """Yield every wrong place with its kind."""
        for look in (
            self._marks,
            self._full_stops,
            self._wide_stops,
            self._enumeration,
            self._colons,
            self._straight_quotes,
            self._corner_brackets,
            self._stops_at_quotes,
            self._dashes,
            self._ellipses,
            self._middle_dots,
            self._doubled,
            self._asking,
            self._slashes,
            self._spaces,
            self._pairs,
        ):
            yield from look()

    def _matches(self, *wanted: regex.Pattern[str]) -> Iterator[tuple[regex.Match[str], int]]:
        """Yield the matches that the draft itself says in its text, each with its block."""
        for pattern in wanted:
            for match in pattern.finditer(self.text):
                start = match.start()
                block = self._speaking(start)
                if block >= 0 and start not in self.quoted:
                    yield match, block

    def _speaking(self, offset: int) -> int:
        """Return the block at `offset`, or -1 where nothing is said in Chinese sentences."""
        block = self.block_at(offset)
        return -1 if self.blocks[block].kind in _SILENT or offset in self.code else block

    def _said(self, block: int) -> str:
        start, end = self.blocks[block].span
        return self.text[start:end]

    def _marks(self) -> Found:
        text = self.text
        for match, block in self._matches(*_COMMAS, *_OTHER_MARKS):
            start, mark = match.start(), match.group()
            region, wide = self.regions[block], _WIDE[mark]
            if text[start - 1] in _STOPS or text[start + 1] == mark:
                yield from self._twice(start, block, wide)
                continue
            follows = _CHINESE_FOLLOWS.match(text, start + 1)
            end = follows.end() if follows else start + 1
            if region.element == "bibliography" or not self._is_chinese_mark(start, block, end if follows else -1):
                continue
            site = Site(match.span(), block, (Edit(start, end, wide),))
            asks = mark in "?!" and region.normative and region.role == "text"
            yield (ASKING, site._replace(edits=())) if asks else (HALF_WIDTH, site)

    def _twice(self, start: int, block: int, wide: str) -> Found:
        """Yield a mark that is there twice, in half width or in both widths."""
        before = self.text[start - 1] in _STOPS
        span = (start - 1, start + 1) if before else (start, start + 2)
        if _CHINESE_FOLLOWS.match(self.text, span[1]):
            yield DOUBLED, Site(span, block, (Edit(*span, self.text[start - 1] if before else wide),))

    def _is_chinese_mark(self, start: int, block: int, follows: int) -> bool:
        """Say whether a half-width mark belongs to a Chinese sentence; `follows` is where Chinese goes on, or -1."""
        text, region, (first, last) = self.text, self.regions[block], self.blocks[block].span
        mark, before = text[start], text[first:start]
        if follows == last and (region.role in _ENDING_IS_ANOTHER_RULE or region.element in _LISTS):
            return False
        if mark == ":" and follows != last and _RATIO.search(text, first, last):
            return False
        if _CALL.search(before[-60:]) or _SOURCE.search(before):
            return False
        if follows >= 0 and not (before[-1:].isascii() or before[-1:] in _SIGNS):
            return True
        if region.element in _LISTS or region.role not in _RUNNING or _DATA.search(text, first, last):
            return False
        if follows >= 0:
            return _WORDS.search(text, first, last) is not None
        return _LATIN_FOLLOWS.match(text, start + 1) is not None

    def _full_stops(self) -> Found:
        text = self.text
        for match, block in self._matches(_FULL_STOP):
            start, end = match.span()
            follows = _STOP_FOLLOWS.match(text, end)
            if text.startswith(".", end) or text[start - 1] == "。":
                pair = (start - 1, end) if text[start - 1] == "。" else (start, end + 1)
                if not text.startswith(".", pair[1]) and _STOP_FOLLOWS.match(text, pair[1]):
                    yield DOUBLED, Site(pair, block, (Edit(*pair, "。"),))
                continue
            first, last = self.blocks[block].span
            region = self.regions[block]
            if not follows or region.element == "bibliography" or _COUNT.fullmatch(text, first, start):
                continue
            if follows.end() == last and (region.role in _ENDING_IS_ANOTHER_RULE or region.element in _LISTS):
                continue
            if text[start - 1] == "." or region.element in ("cover", "title"):
                continue
            if follows.end() < last and _DRAFTERS in self._said(block):
                yield DOT, Site(match.span(), block, (Edit(start, end, "·"),))
            else:
                yield HALF_STOP, Site(match.span(), block, (Edit(start, follows.end(), "。"),))

    def _wide_stops(self) -> Found:
        """Yield full-width dots, and half-width ones behind numbers, that end a paragraph."""
        for match, block in self._matches(_STOP_BEHIND_NUMBER):
            start, region = match.start(), self.regions[block]
            said = _WORDS.search(self.text, self.blocks[block].span[0], start)
            if said and region.role in _RUNNING and region.element not in (*_LISTS, "cover", "title"):
                yield HALF_STOP, Site((start, start + 1), block, (Edit(*match.span(), "。"),))
        for match, block in self._matches(_WIDE_STOP_ENDS):
            if self.regions[block].role not in _ENDING_IS_ANOTHER_RULE:
                yield HALF_STOP, Site(match.span(), block, (Edit(*match.span(), "。"),))

    def _enumeration(self) -> Found:
        text = self.text
        for match, block in self._matches(_ENUMERATION):
            start, first = match.start(), self.blocks[block].span[0]
            site = Site(match.span(), block, (Edit(*match.span(), ""),))
            if match["between"] is not None:
                yield BETWEEN_QUOTES, site
            elif match["and"] is not None:
                yield BEFORE_AND, site
            elif match["number"] is not None:
                label = text[first:start] or (self._said(block - 1) if block else "")
                if _BRACKETED.fullmatch(label.rstrip("\u3000 ")) and not _BRACKETED.match(text, start + 1):
                    yield BEHIND_NUMBER, site
            elif (opens := match.start("word")) == first or text[opens - 1] in "。；：\u2028":
                yield BEHIND_SEQUENCE, site._replace(edits=(Edit(*match.span(), "，"),))

    def _colons(self) -> Found:
        text = self.text
        for match, block in self._matches(_SECOND_COLON):
            region, end = self.regions[block], match.end()
            if region.role not in ("text", "note") or region.element in ("cover", "title", *_LISTS):
                continue
            between = match["between"]
            if (
                _KEY.search(between)
                or between.endswith(_EXEMPLIFIES)
                or not any(map(is_chinese, between))
                or text[end - 2].isdigit()
            ):
                continue
            yield SECOND_COLON, Site((end - 1, end), block, (Edit(end - 1, end, ""),))

    def _straight_quotes(self) -> Found:
        text = self.text
        if '"' not in text and "'" not in text:
            return
        for pattern in (_STRAIGHT, _SINGLE_QUOTES):
            for match in pattern.finditer(text):
                start, end = match.span()
                block = self._speaking(start)
                if block < 0 or self._is_data(start, end, block):
                    continue
                chinese = any(map(is_chinese, match["inner"])) or is_chinese(text[start - 1]) or is_chinese(text[end])
                if chinese:
                    self.told |= {start, end - 1}
                    marks = "‘’" if text[start] == "'" else "“”"
                    edits = (Edit(start, start + 1, marks[0]), Edit(end - 1, end, marks[1]))
                    yield STRAIGHT, Site((start, end), block, tuple(e for e in edits if text[e.start] != e.text))

    def _is_data(self, start: int, end: int, block: int) -> bool:
        """Say whether straight quotes belong to inches, to data or to words that are quoted already."""
        text, span = self.text, self.blocks[block].span
        around = self.quoted.around(start)
        if around is not None and around[0] != start and text[around[0]] not in "\"'":
            return True
        if _DATA.search(text, *span) or text.startswith(":", end) or _CALL.search(text, span[0], start):
            return True
        return start > span[0] and text[start - 1].isascii() and text[start - 1].isalnum()

    def _corner_brackets(self) -> Found:
        text = self.text
        for match in (*_CORNER.finditer(text), *_WHITE_CORNER.finditer(text)):
            start, end = match.span()
            block = self._speaking(start)
            around = self.quoted.around(start)
            if block < 0 or (around is not None and around != (start, end)):
                continue
            marks = _INNER_CORNERS if text[start] == "「" else _CORNERS
            edits = tuple(Edit(at, at + 1, marks[text[at]]) for at in range(start, end) if text[at] in marks)
            yield CORNER, Site((start, end), block, edits)

    def _stops_at_quotes(self) -> Found:
        for pattern in _STOP_TWICE:
            for match in pattern.finditer(self.text):
                start, end = match.start() - 1, match.end()
                block = self._speaking(start)
                if block >= 0:
                    yield DOUBLED_STOP, Site((start, end), block, (Edit(start, start + 1, ""),))

    def _dashes(self) -> Found:
        text = self.text
        for match, block in self._matches(*_DASHES, _SINGLE_DASH):
            region = self.regions[block]
            if region.role in ("title", "caption") or region.element in ("cover", "title", *_LISTS):
                continue
            start, end = match.span()
            blank = " \u00a0"
            edit = Edit(start - (text[start - 1] in blank), end + (text[end] in blank), "——")
            yield DASH, Site((start, end), block, (edit,))

    def _ellipses(self) -> Found:
        text = self.text
        for match, block in self._matches(*_DOTS):
            start, end = match.span()
            first, last = self.blocks[block].span
            if self._is_beside_etc(start, end):
                before = text[start - 1] == "等"
                comma = not before and text[start - 1] in "、，"
                span = (start - 1, end) if before else (start, end + 1)
                yield ETC, Site(span, block, (Edit(start - comma, end, ""),))
            elif self._is_malformed(start, end, first, last):
                yield ELLIPSIS, Site((start, end), block, (Edit(start, end, "……"),))
        for match, block in self._matches(_MANY_STOPS):
            yield ELLIPSIS, Site(match.span(), block, (Edit(*match.span(), "……"),))

    def _is_beside_etc(self, start: int, end: int) -> bool:
        text = self.text
        if text[start - 1 : start] == "等" and text[start - 2] not in _NOT_ETC_BEFORE:
            return True
        sentence = max(text.rfind(mark, 0, start) for mark in "。；：\n")
        enumerates = text.find("、", sentence + 1, start) >= 0
        return text.startswith("等", end) and text[end + 1] not in _NOT_ETC_AFTER and enumerates

    def _is_malformed(self, start: int, end: int, first: int, last: int) -> bool:
        """Say whether dots in a Chinese sentence are no ellipsis of six dots; variables and leaders are left alone."""
        text, length = self.text, end - start
        if (length > 6) if text[start] == "." else length not in (1, 3):
            return False
        before, behind = text[first:start].rstrip("、，, "), text[end:last].lstrip("、，, ")
        left = before[-1:]
        chinese = is_chinese(left) or (left != "" and left in "”》）")
        return chinese and (not behind or is_chinese(behind[0]) or behind[0] in "。；：）)”》“《（")

    def _middle_dots(self) -> Found:
        for match, block in self._matches(*_MIDDLE_DOTS):
            if match.group() == "．" and self._said(block).rstrip().endswith("．"):
                yield HALF_STOP, Site(match.span(), block, (Edit(*match.span(), "。"),))
            else:
                yield DOT, Site(match.span(), block, (Edit(*match.span(), "·"),))

    def _doubled(self) -> Found:
        text = self.text
        for match, block in self._matches(*_DOUBLED):
            start, end = match.span()
            marks = set(match.group())
            mentioned = len(marks) > 2 or text[start - 1] in "“（("
            if mentioned or text[start - 1] in _STOPS or (marks == {"。"} and end - start > 2):
                continue
            kept = next(mark for mark in _STOPS if mark in marks)
            yield DOUBLED, Site((start, end), block, (Edit(start, end, kept),))

    def _asking(self) -> Found:
        for match, block in self._matches(*_ASKING):
            region = self.regions[block]
            broken = self.text.endswith(_BROKEN_FIELD, 0, match.start())
            if region.normative and region.role == "text" and region.element != "title" and not broken:
                yield ASKING, Site(match.span(), block)

    def _slashes(self) -> Found:
        text = self.text
        for match, block in self._matches(_SLASH):
            start, (first, last) = match.start(), self.blocks[block].span
            left, right = _run(text, start, first, -1), _run(text, start + 1, last, 1)
            alone = len(left) == 1 or len(right) == 1
            path = text[start - len(left) - 1] == "/" or text[start + 1 + len(right)] == "/"
            region = self.regions[block]
            if alone or path or _CURVE.search(right) or region.role not in ("text", "note") or region.element in _LISTS:
                continue
            near = text[max(first, start - 6) : start + 7]
            if _EITHER.search(near) or (_PER.search(near[:7]) and _PER_WHAT.match(text, start + 1)):
                continue
            if len(left) > 2 and left[0] in _FUNCTION_WORDS:
                left = left[1:]
            shown = [min(len(word), 2) if len(word) > 4 else len(word) for word in (left, right)]
            yield SLASH, Site((start - shown[0], start + 1 + shown[1]), block)

    def _spaces(self) -> Found:
        text = self.text
        for match, block in self._matches(*_SPACES):
            region, here = self.regions[block], self.blocks[block]
            if region.role not in (*_RUNNING, "cell") or region.element in ("cover", "title", *_LISTS):
                continue
            first, last = here.span
            said, at = text[first:last], match.start() - first
            before = said[:at]
            aligned = at <= 2 and said[match.end() - first + 1 : match.end() - first + 2] in ("：", ":")
            run_in = at <= _LONGEST_RUN_IN and not _SAYS_A_SENTENCE.search(before) and " " not in before
            if (
                aligned
                or not _MARKS_A_SENTENCE.search(said)
                or (run_in and here.kind != "item" and (here.label or here.bold))
            ):
                continue
            if _DRAFTERS in said or "起草单位" in said or _NUMBERED_TITLE.search(before):
                continue
            start, end = match.span()
            yield SPACE, Site((start - 1, end + 1), block, (Edit(start, end, ""),))

    def _pairs(self) -> Found:
        """Yield brackets of two widths, nested titles, and marks without partner."""
        blocks = dict.fromkeys(self._speaking(m.start()) for pattern in _LEFT_OVER for m in pattern.finditer(self.text))
        blocks.pop(-1, None)
        alone: list[tuple[int, int]] = []
        for block in blocks:
            pairs, lone = self._paired(block)
            alone += [(at, block) for at in lone if at not in self.told]
            yield from self._mixed(pairs, block)
            if not any(self.text[at] in "《》" for at in lone):
                yield from self._nested(pairs, block)
        for at, block in _without_cut(self.text, alone):
            yield UNPAIRED, Site((at, at + 1), block)

    def _paired(self, block: int) -> tuple[list[Span], list[int]]:
        """Pair the marks of a block: the offsets of each pair, and of the marks that have no partner."""
        text, (first, last) = self.text, self.blocks[block].span
        marks = [m.start() for m in _PAIRED.finditer(text, first, last)]
        items = {m.end() - 1 for m in _ITEM.finditer(text, first, last)}
        half_open = {at for m in _INTERVAL.finditer(text, first, last) for at in range(*m.span())}
        pairs, lone = _pair(text, [at for at in marks if at not in half_open and at not in items])
        for at in [at for at in lone if text[at] in "（("]:
            closing = min((item for item in items if item > at), default=-1)
            if closing >= 0 and (text[at] + text[closing] in ("（）", "()") or not text[closing - 1].isalpha()):
                pairs.append((at, closing))
                lone.remove(at)
        return pairs, lone

    def _mixed(self, pairs: list[Span], block: int) -> Found:
        text = self.text
        for start, end in pairs:
            if text[start] + text[end] in ("（)", "(）") and start not in self.quoted:
                half = end if text[end] == ")" else start
                edit = Edit(half, half + 1, "）" if half == end else "（")
                yield MIXED, Site((start, end + 1), block, (edit,))

    def _nested(self, pairs: list[Span], block: int) -> Found:
        text = self.text
        titles = [pair for pair in pairs if text[pair[0]] == "《"]
        for start, end in titles:
            if any(first < start and end < last for first, last in titles):
                yield NESTED, Site((start, end + 1), block, (Edit(start, start + 1, "〈"), Edit(end, end + 1, "〉")))


def _run(text: str, at: int, limit: int, step: int) -> str:
    """Return the Chinese characters in front of `at` (step -1) or from it on, up to `limit`."""
    end = at
    if step < 0:
        while end > limit and is_chinese(text[end - 1]):
            end -= 1
        return text[end:at]
    while end < limit and is_chinese(text[end]):
        end += 1
    return text[at:end]


def _pair(text: str, marks: Sequence[int]) -> tuple[list[Span], list[int]]:
    opened: dict[str, list[int]] = {"（": [], "“": [], "《": []}
    pairs: list[Span] = []
    lone: list[int] = []
    for at in marks:
        char = text[at]
        if char in _OPENS:
            opened[_OPENS[char]].append(at)
        elif stack := opened[_CLOSES[char]]:
            pairs.append((stack.pop(), at))
        else:
            lone.append(at)
    return pairs, sorted(lone + [at for stack in opened.values() for at in stack])


def _without_cut(text: str, alone: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop marks whose partner stands in one of the next blocks: a page, a cell or a paragraph cut them apart."""
    alone = sorted(alone)
    blocks = [block for _, block in alone]
    cut: set[int] = set()
    for at, block in alone:
        partner = _OPENS.get(text[at])
        if partner is None:
            continue
        for other, _ in alone[bisect_right(blocks, block) : bisect_right(blocks, block + _FURTHEST)]:
            if other not in cut and _CLOSES.get(text[other]) == partner:
                cut |= {at, other}
                break
    return [(at, block) for at, block in alone if at not in cut]
