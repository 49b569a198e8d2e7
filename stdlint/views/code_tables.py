"""Read the code tables of a classification standard: codes with their names, levels and parents.

A table has one column of codes whose length tells the level, or a column of codes for each level side by side
(大类, 中类, 小类), with the names of the classes beside them or in one column for all. What stands to the left of a
code (the classes above, a facet) is its context; a blank there repeats what stands above.

Source: reference kinds.md, section 9 (GB/T 20001.3—2015).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT
from stdlint.views.tables import DataTable
from stdlint.views.tables import Entry as Cell
from stdlint.views.wording import fold

_RANK = r"(?:门类|大类|中类|小类|细类|子类|亚类|[一二三四五六]级(?:类|分类|类目|类别)?|第[一二三四五六]级(?:类目?)?)"
_CODED = patterns.compile(
    rf"(?:{_RANK}|(?:数字|字母|数值|分类|类目|类别|行业|产品|唯一|信息|阿拉伯|拉丁)?)(?:代码|编码|类号|分类号|代码值|编码值|代号|码)(?:\([^()]*\))?"
)
_RANKED = patterns.compile(rf"(?:代码|编码|类别|类目)?{_RANK}(?:\([^()]*\))?")
_NAMED = patterns.compile(
    rf"(?:{_RANK}|中文|汉语|分类|类目|类别|产品|项目|行业|代码|类)?(?:名称|名|含义)(?:\([^()]*\))?|类目|类别|类目名称|类别名称|分类|内容|代码含义|编码含义"
)
_ORDINAL = patterns.compile(r"序号|编号|顺序号|行号|No\.?")
_OF_VALUES = patterns.compile(r"特性|参数|指标|数据元|字段|标识符|物料|标准(?:编号|代号|号)|符号")
_ABOUT_CODES = patterns.compile(r"长度|位数|类型|数量|个数|容量|范围|段|结构|说明|格式|示例|版本|组成|名称?$")
_COMPARES = patterns.compile(r"对照|对应|映射|转换|比较|新旧")
_CODE = patterns.compile(r"[A-Za-z]{0,4}\d{1,12}[A-Za-z]?|[A-Za-z]{1,4}|[A-Za-z\d]{1,6}(?:[.\-·][A-Za-z\d]{1,6}){1,4}")
_FIGURES = patterns.compile(r"([A-Z]{0,3})(\d+)")
_COMPOSED = patterns.compile(r"([A-Z]{0,3})(?:[.\-·]?\d+)*")
_PARTED = frozenset(".-·")


class Class(NamedTuple):
    """A class: its code and name, the cells of both, and its context.

    `level` is the place of its code's column among those of the table. `above` holds what stands to the left of the
    code, with what is repeated filled in; `parent` is the code in the next column of codes to the left, or “”.
    """

    code: str
    name: str
    cell: Cell
    named: Cell | None
    level: int
    above: tuple[str, ...]
    parent: str


@dataclass(slots=True)
class CodeTable:
    """A list of classes: those of one table and its continuations, between two titles across it.

    `table` is the first table. `levels` counts the columns of codes.
    """

    table: DataTable
    levels: int
    classes: list[Class] = field(default_factory=list)

    @property
    def tiered(self) -> bool:
        """Whether every level has a column of its own."""
        return self.levels > 1


class _Layout(NamedTuple):
    """The columns of codes, for each the column of its names (-1: none), and the columns that say nothing of a class.

    `first` and `last` bound the columns. `goes_on`: the list goes on in the columns beside it.
    """

    codes: tuple[int, ...]
    names: tuple[int, ...]
    skipped: frozenset[int]
    first: int
    last: int
    goes_on: bool = False


def code_tables(found: list[DataTable]) -> list[CodeTable]:
    """Return the lists of codes of a draft; tables of values that only have codes besides are none."""
    made: list[CodeTable] = []
    for table in found:
        layouts = list(_layouts(table))
        sides = [_lists(table, layout) for layout in layouts]
        whole = len(sides) > 1 and all(len(side) == 1 for side in sides) and all(layout.goes_on for layout in layouts)
        lists = [_joined([side[0] for side in sides])] if whole else [one for side in sides for one in side]
        if table.continued and lists and made and made[-1].levels == lists[0].levels:
            made[-1].classes += lists.pop(0).classes
        made += lists
    return made


def _joined(sides: list[CodeTable]) -> CodeTable:
    """Return the lists that stand side by side as one."""
    first = sides[0]
    for side in sides[1:]:
        first.classes += side.classes
    return first


def parents(classes: list[Class]) -> dict[str, str]:
    """Return for each code of one column the longest other code with which it begins, “” where there is none."""
    codes = {one.code for one in classes}
    return {code: parent_of(code, codes) for code in codes}


def parent_of(code: str, codes: Collection[str]) -> str:
    """Return the longest of some codes with which a code begins, at one of its signs where it has any, or “”."""
    ends = list(range(len(code) - 1, 0, -1))
    if not _PARTED.isdisjoint(code):
        ends = [end for end in ends if code[end] in _PARTED]
    return next((code[:end] for end in ends if code[:end] in codes), "")


def _signs(code: str) -> int:
    return sum(char in _PARTED for char in code)


def below(classes: list[Class]) -> dict[int, list[Class]]:
    """Return the classes that stand directly below another, in order, by the place of that one.

    A code whose length no other has may be a slip and has none below it, unless it is the shortest.
    """
    codes = [one.code for one in classes]
    depth = _signs if any(map(_signs, codes)) else len
    times = Counter(map(depth, codes))
    found: dict[int, list[Class]] = {}
    open_: list[int] = []
    for at, one in enumerate(classes):
        while open_ and depth(codes[open_[-1]]) >= depth(one.code):
            open_.pop()
        if open_:
            found.setdefault(open_[-1], []).append(one)
        if times[depth(one.code)] > 1 or depth(one.code) == min(times):
            open_.append(at)
    return found


def misnamed(classes: list[Class]) -> dict[str, str]:
    """Return the codes below which at least two classes all begin with another code that is not there, and that one.

    None is returned unless other classes begin with the code of the one above them.
    """
    codes = {one.code for one in classes}
    fitting = 0
    found: dict[str, str] = {}
    for at, children in below(classes).items():
        code = classes[at].code
        begun = {child.code[: len(code)] for child in children}
        fitting += len(children) if begun == {code} else 0
        if len(children) > 1 and len(begun) == 1 and begun.isdisjoint(codes):
            found[code] = begun.pop()
    return found if fitting > len(found) else {}


def misplaced(classes: list[Class]) -> dict[str, str]:
    """Return the codes that stand below another class than the one with whose code they begin, and the code of that.

    Where most do, the classes are not in the order of their codes, and none is returned. What follows from a code that
    is given twice is left out, and of the codes below one class only the first is returned.
    """
    above = parents(classes)
    times = Counter(one.code for one in classes)
    fitting = 0
    found: dict[str, str] = {}
    for at, children in below(classes).items():
        code = classes[at].code
        fitting += sum(above[child.code] == code for child in children)
        wrong = [child.code for child in children if above[child.code] not in ("", code)]
        if times[code] == 1 and wrong and times[wrong[0]] == 1:
            found[wrong[0]] = code
    return found if len(found) * 2 <= fitting else {}


def counted(classes: list[Class]) -> bool:
    """Say whether the codes only count the classes: 1, 2, 3 … 10."""
    shapes = [_FIGURES.fullmatch(one.code) for one in classes]
    figures = [int(shape[2]) if shape else -1 for shape in shapes]
    steps = [after - before for before, after in pairwise(figures)]
    return len(set(steps)) == 1 and steps[0] == 1


def plain(classes: list[Class]) -> bool:
    """Say whether all codes are figures behind the same number of letters."""
    shapes = [_FIGURES.fullmatch(one.code) for one in classes]
    return all(shapes) and len({len(shape[1]) for shape in shapes if shape}) == 1


def composed(classes: list[Class]) -> bool:
    """Say whether all codes are the same number of letters, alone or, at least one, with figures behind them."""
    shapes = [_COMPOSED.fullmatch(one.code) for one in classes]
    figured = any(shape is not None and len(shape[1]) < len(shape[0]) for shape in shapes)
    return figured and all(shapes) and len({len(shape[1]) for shape in shapes if shape}) == 1


def odd_length(codes: list[str]) -> str:
    """Return the one code whose length differs from that of at least three others that agree, or “”."""
    lengths = Counter(map(len, codes))
    if len(lengths) != 2:
        return ""
    (_, most), (length, few) = lengths.most_common(2)
    return next(code for code in codes if len(code) == length) if few == 1 and most >= 3 else ""


def _layouts(table: DataTable) -> Iterator[_Layout]:
    """Yield the lists that stand in a table side by side."""
    heads = _heads(table)
    if any(_OF_VALUES.search(said) for _, said in heads) or _COMPARES.search(table.title):
        return
    coded = [column for column, said in heads if _is_code(table, column, said)]
    named = [column for column, said in heads if column not in coded and (_NAMED.search(said) or _RANKED.match(said))]
    skipped = frozenset(column for column, said in heads if _ORDINAL.fullmatch(said))
    names = _names(coded, named) if coded and named else []
    if len(coded) < 2 or _ranked(dict(heads), coded, names):
        if any(name >= 0 for name in names):
            yield _Layout(tuple(coded), tuple(names), skipped, 0, table.width)
    elif len(set(names)) == 1:
        for code in coded:
            others = frozenset(other for other in coded if other != code)
            yield _Layout((code,), (names[0],), skipped | others, 0, table.width)
    elif -1 not in names and len(set(names)) == len(names):
        alike = len({dict(heads)[column] for column in coded}) == 1
        bounds = [*(min(code, name) for code, name in zip(coded, names, strict=True)), table.width]
        for place, (code, name) in enumerate(zip(coded, names, strict=True)):
            yield _Layout((code,), (name,), skipped, bounds[place], bounds[place + 1], alike)


def _ranked(said: dict[int, str], coded: list[int], names: list[int]) -> bool:
    """Say whether each column of codes is for a level, by its header or that of its names."""
    pairs = zip(coded, names, strict=False)
    return all(_RANKED.match(said[code]) or _RANKED.match(said.get(name, "")) for code, name in pairs)


def _heads(table: DataTable) -> list[tuple[int, str]]:
    """Return what the header says of every column, the rows of a header joined."""
    columns: dict[int, str] = {}
    for row in table.rows[: _head_rows(table)]:
        for entry in row:
            for column in range(entry.cell.column, entry.cell.column + entry.cell.columns):
                said = fold(entry.text)
                columns[column] = columns.get(column, "") + said if said != columns.get(column, "") else said
    return sorted(columns.items())


def _head_rows(table: DataTable) -> int:
    """Return the rows of the header; in Markdown its second row may be an ordinary one."""
    rows = table.header
    if rows < len(table.rows) and _goes_on(table.rows[rows]):
        rows += 1
    return rows


def _goes_on(row: list[Cell]) -> bool:
    said = [fold(entry.text) for entry in row if entry.text]
    return len(said) > 1 and all(any(head.fullmatch(text) for head in (_RANKED, _CODED, _NAMED)) for text in said)


def _is_code(table: DataTable, column: int, said: str) -> bool:
    """Say whether a column holds codes: by its header, and by nearly all of its cells."""
    if not (_CODED.search(said) or _RANKED.search(said)) or _ABOUT_CODES.search(said):
        return False
    cells = [
        fold(entry.text)
        for row in table.rows[_head_rows(table) : table.tail]
        for entry in row
        if entry.cell.column == column and entry.text and entry.cell.columns == 1
    ]
    fitting = sum(_CODE.fullmatch(text) is not None for text in cells)
    return fitting > 0 and fitting * 10 >= len(cells) * 9


def _names(coded: list[int], named: list[int]) -> list[int]:
    """Return for each column of codes that of its names: to the left, to the right, or one at the end for all."""
    if named and named[0] < coded[0] and named[-1] < coded[-1]:
        return [max((name for name in named if name < column), default=-1) for column in coded]
    bounds = [*coded[1:], max([*named, *coded]) + 1]
    right = [
        next((name for name in named if column < name < until), -1) for column, until in zip(coded, bounds, strict=True)
    ]
    if len(coded) > 1 and right[-1] >= 0 and all(name < 0 for name in right[:-1]):
        return [right[-1]] * len(coded)
    return right


def _lists(table: DataTable, layout: _Layout) -> list[CodeTable]:
    lists = [CodeTable(table, len(layout.codes))]
    above: dict[int, str] = {}
    for at in range(_head_rows(table), table.tail):
        if table.across[at]:
            lists.append(CodeTable(table, len(layout.codes)))
            above = {}
            continue
        columns = range(layout.first, layout.last)
        cells = {entry.cell.column: entry for entry in table.rows[at] if entry.cell.column in columns}
        lists[-1].classes += _classes(layout, cells, above)
    return [one for one in lists if one.classes]


def _classes(layout: _Layout, cells: dict[int, Cell], above: dict[int, str]) -> Iterator[Class]:
    """Yield the classes of a row, from left to right; `above` holds what the columns said last."""
    for column, cell in sorted(cells.items()):
        said = fold(cell.text)
        if not said or cell.cell.merged or column in layout.skipped:
            continue
        if column in layout.codes and _CODE.fullmatch(said) and OBJECT not in said:
            level = layout.codes.index(column)
            named = cells.get(layout.names[level])
            name = fold(named.text) if named else ""
            if above.get(column) != said or (name and name != above.get(layout.names[level])):
                own = (column, layout.names[level])
                left = tuple(above[other] for other in sorted(above) if other < column and other not in own)
                parent = above.get(layout.codes[level - 1], "") if level else ""
                yield Class(said, name, cell, named, level, left, parent)
        if above.get(column) != said:
            for other in [other for other in above if other > column]:
                del above[other]
            above[column] = said
