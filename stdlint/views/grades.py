"""Read the ranges of scores that grades stand for: “≥90”, “80≤S＜90”, “90（含）～100”, “60分以下”.

Source: reference kinds.md, section 11.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import OBJECT, Source, Span
from stdlint.views.outline import Outline
from stdlint.views.regions import Region
from stdlint.views.tables import DataTable, Entry
from stdlint.views.wording import fold, has_chinese


class Bound(NamedTuple):
    """An end of a range; `closed` says whether the value itself belongs to it, None if that is not said."""

    value: Decimal
    closed: bool | None


class Range(NamedTuple):
    """A range of scores; None stands for an end that is open to infinity."""

    low: Bound | None
    high: Bound | None

    @property
    def places(self) -> int:
        """The decimals of its bounds."""
        return max((places(bound.value) for bound in (self.low, self.high) if bound), default=0)


class Grade(NamedTuple):
    """A grade: the span of the words that give its range, and the range."""

    span: Span
    range: Range


def places(value: Decimal) -> int:
    """Return the number of decimals."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


_WORDS = (
    ("大于或等于", "≥"), ("大于等于", "≥"), ("不小于", "≥"), ("不低于", "≥"), ("不少于", "≥"), ("达到", "≥"),
    ("小于或等于", "≤"), ("小于等于", "≤"), ("不大于", "≤"), ("不高于", "≤"), ("不超过", "≤"), ("不多于", "≤"),
    ("大于", ">"), ("高于", ">"), ("超过", ">"), ("小于", "<"), ("低于", "<"), ("不足", "<"), ("不满", "<"),
    ("少于", "<"), ("＜", "<"), ("＞", ">"), ("≧", "≥"), ("≦", "≤"), ("⩾", "≥"), ("⩽", "≤"), ("〈", "<"), ("〉", ">"),
    ("\\geqslant", "≥"), ("\\leqslant", "≤"), ("\\geq", "≥"), ("\\leq", "≤"), ("\\ge", "≥"), ("\\le", "≤"),
    ("\\gt", ">"), ("\\lt", "<"), (">=", "≥"), ("<=", "≤"), ("及以上", "以上"), ("及以下", "以下"), ("含本数", "含"),
)  # fmt: skip
"""How comparisons are said, and the sign for each, the longer words first."""

_NO_SCORE = (
    r"(?![A-Za-zμΩ℃°\d.年月天日个次人项家万元米条名岁级星倍种类件台套处周秒户批页章张间米吨]|分钟|小时|学时|工作日)"
)
"""What shows that a number is none of a score."""
_ASIDE = r"(?P<{0}c>\((?:不?含|不包括|包括|包含)(?:\d+(?:\.\d+)?(?:分|%)?)?\))?"
_N = r"(?P<{0}>\d+(?:\.\d+)?)" + _NO_SCORE + r"(?:分|%|点)?" + _ASIDE + r"(?:分|%)?"
_V = r"[^\d≤≥<>～~()\[\],，;；。且]{0,12}"
_JOIN = r"(?:,|，|、|;|且|并且|并|但|而|,且|，且|，但|至|~|～|-|—)?"
_RANGE = r"(?:～|~|-{1,2}|—{1,2}|–|―|－|至|到)"
_FORMS = tuple(
    (name, patterns.compile(form))
    for name, form in (
        ("up", rf"{_N.format('a')}(?P<as>[≤<]){_V}(?P<bs>[≤<]){_N.format('b')}"),
        ("down", rf"{_N.format('b')}(?P<bs>[≥>]){_V}(?P<as>[≥>]){_N.format('a')}"),
        ("both", rf"(?P<as>[≥>]){_N.format('a')}{_JOIN}{_V}(?P<bs>[≤<]){_N.format('b')}"),
        ("both", rf"(?P<bs>[≤<]){_N.format('b')}{_JOIN}{_V}(?P<as>[≥>]){_N.format('a')}"),
        ("both", rf"{_N.format('a')}以上{_JOIN}{_V}(?P<bs>[≤<]){_N.format('b')}"),
        ("between", rf"{_N.format('a')}以上{_ASIDE.format('a')}{_JOIN}{_V}{_N.format('b')}以下{_ASIDE.format('b')}"),
        ("interval", r"(?P<ao>[(\[])(?P<a>\d+(?:\.\d+)?)分?[,，](?P<b>\d+(?:\.\d+)?)分?(?P<bo>[)\]])"),
        ("span", rf"{_N.format('a')}{_RANGE}{_N.format('b')}"),
        ("above", rf"{_N.format('a')}以上{_ASIDE.format('a')}"),
        ("below", rf"{_N.format('b')}以下{_ASIDE.format('b')}"),
        ("least", rf"(?P<as>[≥>]){_N.format('a')}(?:以上)?"),
        ("most", rf"(?P<bs>[≤<]){_N.format('b')}(?:以下)?"),
        ("swapped", rf"{_N.format('a')}(?P<as>[≤<])(?!\d)"),
        ("swapped", rf"{_N.format('b')}(?P<bs>[≥>])(?!\d)"),
    )
)  # fmt: skip
_REST = patterns.compile(r"\d|[≤≥<>]|以上|以下|或")
_FORMULA = patterns.compile(r"\\[a-zA-Z]+|[{}$]")


def normal(text: str) -> str:
    """Return a text folded, its comparisons as signs."""
    text = fold(text).replace(OBJECT, "")
    for word, sign in _WORDS:
        if word in text:
            text = text.replace(word, sign)
    return _FORMULA.sub("", text) if "\\" in text or "{" in text else text


def range_of(text: str) -> Range | None:
    """Return the range that a text gives, None if it gives none, several, or anything that is not understood."""
    said = normal(text)
    for name, form in _FORMS:
        match = form.search(said)
        if match is None:
            continue
        if _REST.search(said[: match.start()] + " " + said[match.end() :]):
            return None
        return _range(name, match)
    return None


def _range(name: str, match: regex.Match[str]) -> Range | None:
    groups = match.groupdict()
    low, high = groups.get("a"), groups.get("b")
    first = Bound(Decimal(low), _closed(name, groups, "a")) if low else None
    last = Bound(Decimal(high), _closed(name, groups, "b")) if high else None
    if first and last and first.value > last.value and name in ("span", "between"):
        first, last = Bound(last.value, last.closed), Bound(first.value, first.closed)
    if first and last and first.value >= last.value:
        return None
    return Range(first, last)


def _closed(name: str, groups: dict[str, str | None], end: str) -> bool | None:
    """Say whether an end belongs to the range: by its sign, its bracket, or what is said in parentheses."""
    sign, aside, bracket = groups.get(f"{end}s"), groups.get(f"{end}c"), groups.get(f"{end}o")
    if sign:
        return sign in "≤≥"
    if bracket:
        return bracket in "[]"
    if aside:
        return "不" not in aside
    if name in ("above", "below", "between", "both"):
        return True if end == "a" else None
    other = groups.get("bc" if end == "a" else "ac")
    return None if other else True


_GRADE = patterns.compile(r"等级|级别|星级|分级|档次|等次|评定|评价(?:结果|结论|等级)|结果|评语|结论|水平|程度")
_SCORE = patterns.compile(r"分|区间|范围|值|指数|条件|标准|率|[A-Za-z]|要求|\ufffc|界限|阈")
_INDICATOR = patterns.compile("指标|项目|内容|要素|因子|参数")
_NAMES = patterns.compile(
    r"优|良|中等|中(?=[（(：:]|为[^。]?\d)|一般|较?差|合格|达标|较?[好强高低弱]|[一二三四五六ⅠⅡⅢⅣⅤⅥA-F1-6]+(?:级|星|等|类|档)|(?<![A-Za-z])[A-F]+(?![A-Za-z])|等级|级"
)
_DIGIT = patterns.compile(r"\d")
_QUICK = patterns.compile(
    r"\d[\d.]*[\s　]*(?:分|%|[（(]含?\d*分?[）)])*[\s　]*(?:及?以[上下]|[～~—–-]|至|到|[≥≤<>＜＞])"
    r"|[≥≤<>＜＞\ufffc]|[\[［(（]\d"
    r"|(?:低于|高于|不足|不满|小于|大于|达到|超过)\D{0,4}\d"
)
_REQUIRES = patterns.compile("(?<!得分)率|(?<![相对适响])应(?!用)|宜|不得")
"""What tells that a sentence is about something else than grades."""
_LONGEST_GRADE = 40
"""How long a paragraph may be that gives one grade of several in a row."""
_PIECE = patterns.compile(r"[^；;。\n\u2028]+")
_PART = patterns.compile(r"[^，,；;。、\n\u2028]+")
_LIST_LEAD = patterns.compile("等级|级别|星级|分级|档次|等次|评价结果|评定|分为")


def of_table(source: Source, table: DataTable) -> list[Grade]:
    """Return the grades of a table, in a column or in a row; none unless all of it is understood."""
    rows = table.rows
    if len(rows) < 2 or table.width < 2:
        return []
    heads = _heads(table)
    if any(_INDICATOR.search(head) for head in heads.values()):
        return []
    named = any(_GRADE.search(head) for head in (*heads.values(), fold(table.title)))
    across = _of_rows(source, table)
    if across or not named:
        return across
    columns = []
    for column, head in heads.items():
        entries = [entry for row in table.body for entry in row if entry.cell.column == column]
        ranges = [range_of(said(source, entry)) for entry in entries]
        if len(entries) >= 2 and all(ranges):
            found = [Grade(_span(source, e), r) for e, r in zip(entries, ranges, strict=True) if r]
            columns.append((head, found))
    if len(columns) != 1 or not _SCORE.search(columns[0][0]):
        return []
    return columns[0][1]


def _heads(table: DataTable) -> dict[int, str]:
    heads: dict[int, str] = {}
    for row in table.rows[: table.header]:
        for entry in row:
            heads[entry.cell.column] = heads.get(entry.cell.column, "") + fold(entry.text)
    return heads


def _of_rows(source: Source, table: DataTable) -> list[Grade]:
    """Return the grades of a table with the grades above and their ranges in the one row below."""
    if len(table.rows) != 2 or not _GRADE.search(fold(table.rows[0][0].text)):
        return []
    head, *entries = table.rows[1]
    ranges = [range_of(said(source, entry)) for entry in entries]
    if len(entries) < 2 or not all(ranges) or not _SCORE.search(fold(head.text)):
        return []
    return [Grade(_span(source, e), r) for e, r in zip(entries, ranges, strict=True) if r]


def said(source: Source, entry: Entry) -> str:
    """Return the text of a cell with its formulas."""
    if OBJECT not in entry.text:
        return entry.text
    return "".join(with_formulas(source, source.blocks[block].span) for block in entry.cell.blocks)


def with_formulas(source: Source, span: Span) -> str:
    """Return a text with the letters of its formulas."""
    text = source.text[slice(*span)]
    if OBJECT not in text:
        return text
    first, last = (bisect_left(source.anchors, end, key=lambda anchor: anchor.offset) for end in span)
    shown = {anchor.offset: anchor.text for anchor in source.anchors[first:last] if anchor.kind == "formula"}
    return "".join(shown.get(span[0] + at, char) if char == OBJECT else char for at, char in enumerate(text))


def _span(source: Source, entry: Entry) -> Span:
    blocks = [source.blocks[block].span for block in entry.cell.blocks]
    return blocks[0] if blocks else (0, 0)


def of_text(source: Source, outline: Outline, regions: list[Region]) -> list[list[Grade]]:
    """Return the grades that paragraphs give: each in an item of a list, or several in one sentence."""
    found: list[list[Grade]] = []
    listed: list[Grade] = []
    lead = ""
    for index, block in enumerate(source.blocks):
        region = regions[index]
        if block.kind == "label" or block.table >= 0 or region.element not in ("clause", "annex"):
            if block.kind != "label":
                found, listed = _closed_list(found, listed)
            continue
        line = source.text[slice(*block.span)]
        grades: list[Grade] = []
        if _QUICK.search(line) and any(map(_LIST_LEAD.search, (lead, line, outline.owner[index].title))):
            grades = _pieces(source, block.span)
        if len(grades) == 1 and (block.kind == "item" or len(line) <= _LONGEST_GRADE):
            listed.append(grades[0])
            continue
        if block.kind != "item":
            lead = line
        found, listed = _closed_list(found, listed)
        if len(grades) > 1:
            found.append(grades)
    return _closed_list(found, listed)[0]


def _closed_list(found: list[list[Grade]], listed: list[Grade]) -> tuple[list[list[Grade]], list[Grade]]:
    if len(listed) > 1:
        found.append(listed)
    return found, []


def _pieces(source: Source, span: Span) -> list[Grade]:
    """Return the grades of a paragraph; none unless every part with a number in it is one."""
    text = with_formulas(source, span) if OBJECT in source.text[slice(*span)] else source.text[slice(*span)]
    if not _NAMES.search(text) or not _DIGIT.search(text) or _REQUIRES.search(text):
        return []
    if len(text) != span[1] - span[0]:
        whole = range_of(text)
        return [Grade(span, whole)] if whole else []
    for pattern in (_PIECE, _PART):
        pieces = [m for m in pattern.finditer(text) if _DIGIT.search(m.group())]
        grades = []
        for piece in pieces:
            read = range_of(piece.group()) if _NAMES.search(piece.group()) else None
            if read is None:
                break
            at = _range_span(piece.group(), span[0] + piece.start())
            if not _is_of_score(piece.group()[: at[0] - span[0] - piece.start()]):
                break
            grades.append(Grade(at, read))
        if pieces and len(grades) == len(pieces):
            return grades
    return []


_DELIMITER = patterns.compile("[：:，,（(、；;为在]")
_SCORED = patterns.compile("分|值|指数|结果|级|优|良|中|差|格|标|[好强高低弱]|介于|处于")
_OPENS, _CLOSES = "（([［", "）)]］"
_RAW = patterns.compile(
    r"(?:(?:[≥≤<>＜＞≧≦⩾⩽]|不?(?:大于|小于|高于|低于|少于|超过)(?:或?等于)?|不足|不满|达到)[\s　]*)?"
    r"\d[\d.．]*(?:.*\d[\d.．]*)?(?:[\s　]*(?:分|%))?"
    r"(?:[（(]不?含\d*分?[）)])?(?:及?以[上下])?(?:[（(]不?含\d*分?[）)])?"
)


def _is_of_score(before: str) -> bool:
    """Say whether the words in front of a range do not name another quantity than a score (“面积≥100”)."""
    name = _DELIMITER.split(before)[-1].strip()
    return not has_chinese(name) or _SCORED.search(name) is not None


def _range_span(piece: str, start: int) -> Span:
    """Return the span of the range in a piece of text."""
    match = _RAW.search(piece)
    if match is None:
        return start, start + len(piece)
    first, last = match.span()
    if last < len(piece) and piece[last] in _CLOSES:
        opened = sum(char in _OPENS for char in match.group()) > sum(char in _CLOSES for char in match.group())
        interval = first > 0 and piece[first - 1] in _OPENS and any(comma in match.group() for comma in ",，")
        first, last = first - interval, last + (opened or interval)
    return start + first, start + last
