"""Read the tables of indicators of an evaluation standard: levels, weights, scores, totals.

A cell that is merged with the one above it, or left blank below it, goes on with what that one says. Whatever is not
understood makes a column unreadable, so that nothing is said of it.

Source: reference kinds.md, section 11.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import Source, Span
from stdlint.views.tables import DataTable, Entry
from stdlint.views.wording import fold

WEIGHT, SCORE = "weight", "score"


class Amount(NamedTuple):
    """A weight or score: its value, how it is written (“%” or “”), and where."""

    value: Decimal
    unit: str
    span: Span


@dataclass(slots=True, eq=False)
class Indicator:
    """An indicator: its name as folded, its level from 1, what is above and below it, and its weight and score.

    `scores` are those of its criteria; they add up to its score, unless only one of the criteria can be met. `stated`:
    its score stands behind its name.
    """

    name: str
    span: Span
    level: int
    parent: Indicator | None = None
    children: list[Indicator] = field(default_factory=list)
    amounts: dict[str, Amount] = field(default_factory=dict)
    scores: list[Decimal] = field(default_factory=list)
    stated: bool = False


@dataclass(slots=True, eq=False)
class IndicatorTable:
    """A table of indicators.

    `heads` are the spans of the heads of weight and score, `units` what these say of the unit, `readable` which of
    the two are understood. `levels` are the levels that have columns, `roots` the indicators of the outermost one.
    `total` is the total that the table itself states, by what it is of; `bonus`: scores can be won or lost besides.
    `rules`: a column says how scores are given. `variants` are the same table with the weights of another column, as
    for another sort of object. `title` and `text`, all that the table says, are folded.
    """

    table: DataTable
    title: str = ""
    levels: list[int] = field(default_factory=list)
    roots: list[Indicator] = field(default_factory=list)
    heads: dict[str, Span] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    readable: set[str] = field(default_factory=set)
    total: dict[str, Amount] = field(default_factory=dict)
    bonus: bool = False
    rules: bool = False
    text: str = ""
    variants: dict[int, IndicatorTable] = field(default_factory=dict)

    def at(self, level: int) -> list[Indicator]:
        """Return the indicators of a level."""
        found = self.roots
        for _ in range(self.levels.index(level)):
            found = [child for one in found for child in one.children]
        return found

    @property
    def leaves(self) -> list[Indicator]:
        """The indicators of the innermost level."""
        return self.at(self.levels[-1]) if self.levels else []


_WHAT = "(?:指标|项目|内容|要素|因素|因子|要点)"
_LEVEL = patterns.compile(
    rf"^(?:评价|考核|测评)?(?:第?(?P<n>[一二三四1-4])(?:级|层)(?:评价|考核)?{_WHAT}?"
    r"|(?P<one>准则层|维度|评价维度|指标类别|类别|类目|评价类别|评价方面)"
    rf"|(?P<last>(?:评价|考核|考评|评定|评估|测评|检查|评分)?(?:{_WHAT}|项)|指标层|指标项|指标名称))"
    r"(?:名称)?(?:及(?:分值|权重))?[A-Z]?(?:\([^()]*\))?$"
)
_HINT = patterns.compile("指标|项|内容|要素|因素|因子|要点|准则|维度|类|方面|层")
_NUMERALS = "一二三四"
_WEIGHT = patterns.compile(r"权重|权值|比重|占比")
_SCORE = patterns.compile(
    r"^(?:[一二三四1-4]级指标)?(?:标准|指标|设定|最高|评价|基本|参考|应得|基准)?"
    r"(?:分值|满分|分数|标准分|配分|赋分值?|基准分|总分|应得分|参考分|基本分|最高分|最高得分)(?:值|设置|分配|分)?(?:[(/].*)?$"
)
_COMBINED = patterns.compile("综合|组合|合成|全局|总|累[计积]|最终|绝对|全部")
"""What tells a weight that is the product of others."""
_BELOW = patterns.compile(r"名称|内容|序号|(?:权重|权值|比重|占比)(?:值|系数)?(?:\([^()]*\))?")
_OF_LEVEL = patterns.compile("([一二三四1-4])级")
_RULE = patterns.compile(
    "评分|打分|计分|取值|赋分(?!值)|扣分|得分|评价标准|评价要求|评价方法|评判|评定标准|计算方法|考核标准|评价要点|等级"
)
_TOTAL = patterns.compile(r"^(?:合计|总计|总分|总和|共计|总分值|分值合计|权重合计|满分)(?:\(.*\))?$")
_SUBTOTAL = patterns.compile("^小计")
_BONUS = patterns.compile("加分|附加|奖励|扣分项|减分|否决|一票")
_AMOUNT = patterns.compile(r"(\d*\.?\d+)(分|[%％])?")
_IN_NAME = patterns.compile(
    r"^(?P<name>.*?)\(?(?<=[(])(?:(?P<what>权重|分值|满分|共|计)[:：为]?)?(?P<value>\d*\.?\d+)(?P<unit>分|[%％])?\)$"
)
_HEAD_TOTAL = patterns.compile(r"(?:总分|满分|共|合计|\()(?:值)?(?:为|:|：|是)?(\d{2,4})分?\)?")
_TITLE_TOTAL = patterns.compile(r"(?:总分|满分|总分值|共|合计)(?:值)?(?:为|:|：|是)?(\d{2,4})分?|\((\d{2,4})分\)")
_PERCENT = "%％"
_LONGEST_NAME = 40


def indicator_tables(source: Source, tables: list[DataTable]) -> list[IndicatorTable]:
    """Return the tables of indicators, those that go on on another page joined."""
    found: list[IndicatorTable] = []
    for table in tables:
        if not any(_HINT.search(entry.text) for row in table.rows[: _header(table)] for entry in row):
            continue
        across = _across(source, table)
        if across is not None:
            found.append(across)
            continue
        heads = _heads(table)
        if table.continued and found and heads == _heads(found[-1].table):
            _read_rows(source, found[-1], table, heads)
            for column, variant in found[-1].variants.items():
                _read_rows(source, variant, table, heads, column)
            found[-1].text += _text(table)
            continue
        if not any(_LEVEL.match(head) for head in heads.values()):
            continue
        made = IndicatorTable(table, fold(table.title))
        made.text = _text(table)
        made.rules = any(
            _RULE.search(head) and not _SCORE.match(head) and not _WEIGHT.search(head) for head in heads.values()
        )
        _read_rows(source, made, table, heads)
        if made.levels and made.roots:
            _read_names(source, made, heads)
            for column in _other_weights(heads):
                made.variants[column] = IndicatorTable(table, made.title)
                _read_rows(source, made.variants[column], table, heads, column)
            found.append(made)
    return found


def _across(source: Source, table: DataTable) -> IndicatorTable | None:
    """Return a table with the indicators side by side, their weights or scores in the rows below; else None."""
    head, *rows = table.rows
    if not rows or len(head) < 3 or not _LEVEL.match(fold(head[0].text)):
        return None
    made = IndicatorTable(table, fold(table.title), [1], text=_text(table))
    for entry in head[1:]:
        if entry.cell.blocks and not _TOTAL.match(fold(entry.text)):
            made.roots.append(Indicator(fold(entry.text), source.blocks[entry.cell.blocks[0]].span, 1))
    for row in rows:
        first = fold(row[0].text)
        what = WEIGHT if _WEIGHT.match(first) else SCORE if _SCORE.match(first) else ""
        amounts = [_amount(source, entry) for entry in row[1:]]
        if not what or what in made.readable or len(row) != len(head):
            return None
        made.readable.add(what)
        made.heads[what] = source.blocks[row[0].cell.blocks[0]].span
        if any(sign in first for sign in _PERCENT):
            made.units[what] = "%"
        stated = _title_total(made.title, {}, {}, what)
        if len(amounts) == len(made.roots) + 1 and amounts[-1] is not None:
            made.total[what] = amounts[-1]
        elif stated is not None:
            made.total[what] = Amount(stated, "", made.heads[what])
        for indicator, amount in zip(made.roots, amounts, strict=False):
            if amount is None:
                made.readable.discard(what)
                break
            indicator.amounts[what] = amount
    return made


def _amount(source: Source, entry: Entry) -> Amount | None:
    """Return the number that a cell gives, None if it gives anything else."""
    match = _AMOUNT.fullmatch(fold(entry.text))
    if match is None or not entry.cell.blocks:
        return None
    return Amount(
        Decimal(match[1]), "%" if match[2] and match[2] in _PERCENT else "", source.blocks[entry.cell.blocks[0]].span
    )


def _named(source: Source, entry: Entry) -> tuple[str, dict[str, Amount]]:
    """Return a name, and the weight or score in parentheses behind it: “服务能力（30分）”."""
    name = fold(entry.text)
    match = _IN_NAME.match(name)
    if match is None:
        return name, {}
    value, unit = Decimal(match["value"]), (match["unit"] or "").replace("％", "%")
    what = WEIGHT if unit == "%" or match["what"] == "权重" or value < 1 else SCORE if unit == "分" else ""
    amount = Amount(value, unit if unit == "%" else "", source.blocks[entry.cell.blocks[0]].span)
    return match["name"].rstrip("("), {what: amount} if what else {}


def _text(table: DataTable) -> str:
    return "\n".join(fold(entry.text) for row in table.rows for entry in row if entry.text)


def _heads(table: DataTable) -> dict[int, str]:
    heads: dict[int, str] = {}
    for row in table.rows[: _header(table)]:
        for entry in row:
            for column in range(entry.cell.column, entry.cell.column + entry.cell.columns):
                heads[column] = heads.get(column, "") + fold(entry.text)
    return heads


def _other_weights(heads: dict[int, str]) -> list[int]:
    """Return the columns of weights of a level that has one already."""
    levels = _level_columns(heads)
    known: set[int] = set()
    found = []
    for column, head in sorted(heads.items()):
        if column in levels or not _WEIGHT.search(head) or _COMBINED.search(head) or heads.get(column - 1) == head:
            continue
        level = _level_of(head, column, levels)
        if level in known:
            found.append(column)
        known.add(level)
    return found


def _read_rows(
    source: Source, made: IndicatorTable, table: DataTable, heads: dict[int, str], weights: int = -1
) -> None:
    """Read the rows of a table; `weights` is the one column of weights to read, -1 for the first of every level."""
    levels = _level_columns(heads)
    if not levels:
        return
    first = not made.levels
    made.levels = sorted(set(levels.values()))
    if weights >= 0:
        heads = {column: head for column, head in heads.items() if column in levels or column == weights}
    amounts = _amount_columns(made, source, table, heads, levels)
    if first:
        made.readable = {what for what, _ in amounts.values()}
        for what in made.readable:
            stated = _title_total(fold(table.title), heads, amounts, what)
            if stated is not None:
                made.total[what] = Amount(
                    stated, "", source.blocks[table.caption].span if table.caption >= 0 else made.heads[what]
                )
    _Rows(source, made, levels, amounts).read(table)


def _read_names(source: Source, made: IndicatorTable, heads: dict[int, str]) -> None:
    """Take weights or scores that only stand behind names as those of the table, where a whole level has them."""
    for column, level in _level_columns(heads).items():
        indicators = made.at(level)
        for what in (WEIGHT, SCORE):
            if what in made.heads or len(indicators) < 2 or not all(what in one.amounts for one in indicators):
                continue
            span = _head_span(source, made.table, column)
            if span is not None:
                made.heads[what] = span
                made.readable.add(what)


def _level_columns(heads: dict[int, str]) -> dict[int, int]:
    """Return the level of each column of indicators."""
    levels: dict[int, int] = {}
    for column, head in sorted(heads.items()):
        match = _LEVEL.match(head)
        if match is None or (column and heads.get(column - 1) == head and column - 1 in levels):
            continue
        if match["n"]:
            level = _NUMERALS.find(match["n"]) + 1 or int(match["n"])
        else:
            level = max(levels.values(), default=0) + 1
            if (
                levels
                and match["last"]
                and level > 1
                and not any("维度" in h or "类" in h or "准则" in h for h in heads.values())
            ):
                continue
        if level in levels.values():
            return {}
        levels[column] = level
    return levels


def _amount_columns(
    made: IndicatorTable, source: Source, table: DataTable, heads: dict[int, str], levels: dict[int, int]
) -> dict[int, tuple[str, int]]:
    """Return what the columns of weights and scores are of: the level they name, else the nearest to the left."""
    found: dict[int, tuple[str, int]] = {}
    for column, head in sorted(heads.items()):
        if column in levels:
            continue
        what = WEIGHT if _WEIGHT.search(head) else SCORE if _SCORE.match(head) else ""
        if not what or (column and heads.get(column - 1) == head and column - 1 in found):
            continue
        level = _level_of(head, column, levels)
        span = _head_span(source, table, column)
        if span is None or level not in levels.values() or (what, level) in found.values():
            continue
        found[column] = what, level
        made.heads[what] = span
        if any(sign in head for sign in _PERCENT):
            made.units[what] = "%"
    return found


def _level_of(head: str, column: int, levels: dict[int, int]) -> int:
    """Return the level that a column of weights or scores is for: that which it names, else the nearest to its left."""
    match = _OF_LEVEL.search(head)
    left = [level for at, level in levels.items() if at < column]
    return (_NUMERALS.find(match[1]) + 1 or int(match[1])) if match else left[-1] if left else 0


def _header(table: DataTable) -> int:
    """Return the rows of the header, with the one below merged heads: “名称”, “权重” under “一级指标”."""
    rows = table.header
    if rows < len(table.rows) and any(entry.cell.columns > 1 for entry in table.rows[rows - 1]):
        said = [fold(entry.text) for entry in table.rows[rows] if entry.text]
        if len(said) > 1 and all(_BELOW.fullmatch(one) or _LEVEL.match(one) or _SCORE.match(one) for one in said):
            rows += 1
    return rows


def _head_span(source: Source, table: DataTable, column: int) -> Span | None:
    for row in reversed(table.rows[: _header(table)]):
        for entry in row:
            if entry.cell.column == column and entry.text and entry.cell.blocks:
                return source.blocks[entry.cell.blocks[0]].span
    return None


def _title_total(title: str, heads: dict[int, str], amounts: dict[int, tuple[str, int]], what: str) -> Decimal | None:
    if what != SCORE:
        return None
    match = _TITLE_TOTAL.search(title)
    if match is None:
        for column, (kind, _) in amounts.items():
            match = _HEAD_TOTAL.search(heads[column]) if kind == what else None
            if match:
                return Decimal(match[1])
        return None
    return Decimal(match[1] or match[2])


class _Rows:
    """Go through the rows and keep which indicator of each level is open."""

    def __init__(
        self, source: Source, made: IndicatorTable, levels: dict[int, int], amounts: dict[int, tuple[str, int]]
    ) -> None:
        self.source = source
        self.made = made
        self.levels = levels
        self.amounts = amounts
        self.open: dict[int, Indicator] = {}
        self.fresh: set[int] = set()
        self.named: set[int] = set()
        self.latest: Decimal | None = None

    def read(self, table: DataTable) -> None:
        """Read the body of a table."""
        for row in table.rows[_header(table) :]:
            named = next((fold(entry.text) for entry in row if entry.text), "")
            if _BONUS.search(named):
                self.made.bonus = True
            if _SUBTOTAL.match(named) or any(_SUBTOTAL.match(fold(entry.text)) for entry in row):
                continue
            if _TOTAL.match(named):
                self._total(row)
            elif len(row) > 1 and row[0].cell.columns < table.width:
                self._row(row)

    def _total(self, row: list[Entry]) -> None:
        for entry in row:
            what, _ = self.amounts.get(entry.cell.column, ("", 0))
            amount = _amount(self.source, entry) if what else None
            if amount is not None:
                self.made.total.setdefault(what, amount)

    def _row(self, row: list[Entry]) -> None:
        self.fresh = set()
        self.named = set()
        for entry in row:
            level = self.levels.get(entry.cell.column)
            if level is not None:
                self._name(entry, level)
        for entry in row:
            what, level = self.amounts.get(entry.cell.column, ("", 0))
            if what and entry.text and not entry.cell.merged:
                self._value(entry, what, level)

    def _name(self, entry: Entry, level: int) -> None:
        """Open the indicator of a cell, unless it goes on from the row above."""
        if not entry.text or entry.cell.merged or not entry.cell.blocks:
            return
        self.named.add(level)
        name, amounts = _named(self.source, entry)
        known = self.open.get(level)
        upper = [one for one in self.levels.values() if one < level]
        if known is not None and known.name == name and not self.fresh.intersection(upper):
            return
        parent = self.open.get(max(upper)) if upper else None
        if upper and parent is None:
            self.made.readable.clear()
            return
        made = Indicator(name, self.source.blocks[entry.cell.blocks[0]].span, level, parent, amounts=amounts)
        made.stated = SCORE in amounts
        (parent.children if parent else self.made.roots).append(made)
        self.open[level] = made
        for lower in [one for one in self.open if one > level]:
            del self.open[lower]
        self.fresh.add(level)

    def _value(self, entry: Entry, what: str, level: int) -> None:
        """Keep an amount. The scores of several criteria of one indicator are added up, where its name is not repeated
        or they differ; the same score again may be that of merged cells that were torn apart.
        """
        indicator = self.open.get(level)
        amount = _amount(self.source, entry)
        if indicator is None or amount is None:
            self.made.readable.discard(what)
            return
        known = indicator.amounts.get(what)
        if what == SCORE:
            indicator.scores.append(amount.value)
            if indicator.stated:
                return
        if known is None:
            indicator.amounts[what] = amount
        elif level < max(self.levels.values()):
            if known.value != amount.value:
                self.made.readable.discard(what)
        elif what == SCORE and (level not in self.named or amount.value != self.latest):
            indicator.amounts[what] = known._replace(value=known.value + amount.value)
        else:
            self.made.readable.discard(what)
        self.latest = amount.value if level == max(self.levels.values()) and what == SCORE else self.latest
