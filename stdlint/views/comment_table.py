"""Read a table of comments on a draft (征求意见汇总处理表): its columns, its rows, and the numbers that sum it up.

The national form has 序号, 标准章条编号, 意见内容, 提出单位, 处理意见, 备注; associations use others (章节号, 原文,
修改建议, 理由). Source: reference stages.md, 3.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import LINE_BREAK, Cell, Source, Span
from stdlint.views.pointers import canonical
from stdlint.views.wording import fold

NUMBER, CLAUSE, COMMENT, SOURCE, DECISION, REMARK = "number", "clause", "comment", "source", "decision", "remark"
ORIGINAL, REASON = "original", "reason"
ACCEPTED, PARTLY, REJECTED, EXPLAINED = "accepted", "partly", "rejected", "explained"

DEMANDED: dict[str, tuple[str, str]] = {
    CLAUSE: ("标准章条编号", "clause"),
    COMMENT: ("意见内容", "comment"),
    SOURCE: ("提出单位", "source"),
    DECISION: ("处理意见", "disposition"),
}
"""The columns that every table of comments has, in Chinese and English."""

_COLUMNS = (
    (NUMBER, r"^(?:意见)?(?:序号?|编号|项次|no\.?|#|号)$"),
    (REMARK, r"(?:处理|处置|采纳)的?(?:理由|原因|说明|依据)|^备注|^附注"),
    (DECISION, r"处理|处置|采纳|答复|回复|落实|结论|^(?:最终)?结果"),
    (
        SOURCE,
        r"提出(?:单位|人|者|专家|方|部门|机构|意见的?[单人])|单位|专家(?!意见)|委员(?!意见)|来源|姓名|反馈(?:人|者|方)|^意见人$",
    ),
    (ORIGINAL, r"原文|原条[文款]|原内容|原标准|条[款文]内容|^修改前"),
    (
        CLAUSE,
        r"(?:章条?|条款?|条文|章节|节)(?:的?(?:编号|序号|号|项|标题|名称))*$|^(?:标准)?章条|位置|^章|^条款?+(?!修改|意见|建议)",
    ),
    (COMMENT, r"(?<!有无|是否有)(?:意见|建议|修改|修订)(?!的?(?:条数|数量?|总数))"),
    (REASON, r"理由|原因|依据"),
    (REMARK, r"说明"),
)
"""What headers say of the columns, the more telling first."""

_TICKS = {"采纳": ACCEPTED, "部分采纳": PARTLY, "未采纳": REJECTED, "不采纳": REJECTED, "不予采纳": REJECTED}
_HEADS = tuple((role, patterns.compile(pattern)) for role, pattern in _COLUMNS)
_LONGEST_HEAD = 24
_COUNTED = patterns.compile(r"[（(]?(\d{1,4})[）)]?[.．、]?")
_DONE = (
    "(?:修改|修订|修正|更正|改正|改为|改写|改成|补充|增补|增加|添加|新增|删除|删去|删掉|合并|拆分|移至|移到|调整|完善|优化"
    "|明确|细化|核实|统一|更新|替换|规范|重新|列出|给出)"
)
"""What was done on a comment, and says that it is accepted."""

_DECISION = patterns.compile(
    r"(?:[（(]?\d{1,2}[）).、．]|[①-⑨])?(?:经[^，。；]{1,12}[，,])?(?:[该此本]?条?意见)?(?:已|拟|予以|建议|原则上?|基本|全部|完全|均|对该?意见)*"
    r"(?:(?P<partly>部分(?:予以)?(?:采纳|接受|同意|采用|吸收|修改)|(?:采纳|接受|同意)部分|酌情采纳)"
    r"|(?P<rejected>(?:未|不|不予|未予|暂不|没有|拒绝|暂未|不拟|不宜|不能|无法|不作|不做|未作)(?:予以?)?(?:采纳|接受|同意|采用|修改)|维持原(?:文|条)|保留原(?:文|条)|不改|[否×✗]$)"
    rf"|(?P<accepted>(?:[是√✓☑])$|采纳|接受|同意|采用|吸收|(?:按照?|根据|依据|参照)?(?:[该此]|专家|评审|有关|相关)?(?:意见|建议|要求)?(?:已|进行|作|做)*(?:了?{_DONE})"
    rf"|已?(?:将|把|在|对)(?:(?!讨论|研究|协商)[^，。；,;]){{1,24}}{_DONE})"
    r"|(?P<explained>同(?:上|前|(?:第|序号|编号|意见)\d)|[参详]?见(?:第|序号|编号|意见)\d{1,3}条?|解释|释疑|答复|回复|说明|无需处理|不属于|感谢))"
)
_POINTS = patterns.compile(r"[；;\n\u2028]|(?=[（(]?(?<!\d)\d{1,2}[）)、．])|(?=[①-⑨])")
_STATUS = patterns.compile("(?P<partly>部分采纳)|(?P<rejected>(?:未|不|不予|未予|暂不)采纳)|(?P<accepted>采纳)")
_IDLE = patterns.compile(r"^(?:该|此|本|其|这)?条?(?:意见|建议)?|[，。、；：:,.;\s（）()]+|理由|原因|备注|[/／—\-无]")
_NO_COMMENT = patterns.compile(
    r"(?:无|没有|暂无)(?:其[他它])?(?:修改)?(?:意见|建议|异议)?(?:[和或与、]建议|或意见)?[。.]?|[/／—-]+"
    r"|(?:同意|赞同|认可)(?:该|此|本)?(?:征求意见稿|标准|文件|文本)?(?:内容)?(?:[，,；;](?:无|没有)(?:其[他它])?(?:修改)?(?:意见|建议))?[。.]?"
)
_NUMBER = r"[^\d\n。；;]{0,12}?(?P<n>\d{1,5})(?![\d.．%％年月日\-])"
_QUOTED = r"(?:[《“\"「][^》”\"」\n]*[》”\"」])?"
_COUNTS = (
    (
        "answered_with",
        patterns.compile(
            rf"(?:回[函复][，,、]?(?:并|且|中)?|其中[，,]?)[^\d。；;\n，,]{{0,6}}有(?:建议|意见)(?:或(?:意见|建议))?的?(?:单位|家)?{_NUMBER}"
        ),
    ),
    ("answered_with", patterns.compile(rf"(?:提出|有|反馈)了?(?:建议|意见)(?:或(?:意见|建议))?的?单位{_NUMBER}")),
    ("silent", patterns.compile(rf"(?:没有|未|无|没)(?:有)?(?:回[函复]|收回){_NUMBER}")),
    (
        "answered",
        patterns.compile(
            rf"(?<!没有|未|无|没|[并且])(?:回[函复]|收回)(?![，,]?(?:并|且|中)?[^\d。；;\n，,]{{0,6}}有(?:建议|意见)){_NUMBER}"
        ),
    ),
    ("sent", patterns.compile(rf"(?:发送|发出|发函|寄送|送达|印发)[^\d\n。；;，,《“\"「]{{0,12}}{_QUOTED}{_NUMBER}")),
)
_TALLY = (
    r"(?:的)?(?:意见|建议|条数|数量|数)*[^\d\n。；;，,、]{0,4}?(?P<n>\d{1,4})(?:\s*[条项个点]|(?![\d.．%％年月日章]))"
)
_TALLIES = (
    (PARTLY, patterns.compile(rf"部分采纳(?!率){_TALLY}")),
    (REJECTED, patterns.compile(rf"(?:未|不|不予|未予|没有)采纳(?!率){_TALLY}")),
    (ACCEPTED, patterns.compile(rf"(?<!部分|[未不予有])采纳(?!率){_TALLY}")),
    ("total", patterns.compile(r"(?:共|合计|总计|总数)[^\d\n。；;，,]{0,12}?(?P<n>\d{1,4})\s*[条项]")),
)
_OWN = patterns.compile(r"起草(?:工作)?组|编制(?:工作)?组|工作组|课题组|项目组|起草单位|编写组")
_ORGANIZATION = patterns.compile(
    r"[^\s（(、，,；;/：:]{2,}?(?:公司|大学|学院|研究院|研究所|科学院|中心|协会|学会|商会|联合会|委员会|集团|总站|医院|[局厅厂院站部处队馆所会社])(?=$|[\s（(、，,；;/：:）)])"
)


class Entry(NamedTuple):
    """What a cell says, with a line break for every paragraph behind the first, and where its paragraphs stand.

    `span` is the first of `spans`. `inherited`: it stands in a cell above that goes on here.
    """

    text: str = ""
    span: Span = (0, 0)
    spans: tuple[Span, ...] = ()
    inherited: bool = False

    def __bool__(self) -> bool:
        """Say whether anything stands there."""
        return bool(self.text.strip())


EMPTY = Entry()


@dataclass(slots=True, eq=False)
class Row:
    """A comment: its entries by column. `first`: a header or the title of a group stands directly above it."""

    entries: dict[str, Entry]
    first: bool = False

    def __getitem__(self, column: str) -> Entry:
        """Return the entry of a column, an empty one where there is none."""
        return self.entries.get(column, EMPTY)

    @property
    def blank(self) -> bool:
        """Whether the row waits to be filled in: at most its number and the clause stand there."""
        said = (entry for column, entry in self.entries.items() if column not in (NUMBER, CLAUSE))
        return not any(entry and not entry.inherited for entry in said)

    @property
    def silent(self) -> bool:
        """Whether the row only says that somebody has no comment (“无意见”)."""
        return _NO_COMMENT.fullmatch(fold(self[COMMENT].text)) is not None

    @property
    def place(self) -> Span:
        """Where to report on the comment: at its text, else at the first entry of its own."""
        entry = self[COMMENT] or next((e for e in self.entries.values() if e and not e.inherited), EMPTY)
        return entry.span

    @property
    def digits(self) -> int | None:
        """The number of the comment, None where it has none that counts on."""
        match = _COUNTED.fullmatch(self[NUMBER].text.strip())
        return int(match[1]) if match else None


class Count(NamedTuple):
    """A number that sums the table up.

    `kind`: sent, answered, answered_with (comments), silent; accepted, partly, rejected, total.
    """

    kind: str
    value: int
    span: Span


@dataclass(slots=True, eq=False)
class CommentTable:
    """The comments of all tables. `columns` are those that exist, `heads` their header cells by column.

    `head` is the first header cell, None without a header. `counts` holds the first number of each kind.
    """

    columns: set[str] = field(default_factory=set)
    heads: dict[str, Span] = field(default_factory=dict)
    head: Span | None = None
    rows: list[Row] = field(default_factory=list)
    counts: dict[str, Count] = field(default_factory=dict)

    @property
    def comments(self) -> list[Row]:
        """The rows that hold a comment; those that say there is none are left out."""
        return [row for row in self.rows if not row.blank and not row.silent]


def comment_table(source: Source) -> CommentTable:
    """Return the comments of a document, with an empty table where it has none."""
    reading = _Reading(source)
    for index, table in enumerate(source.tables):
        if not table.depth:
            reading.read(_by_row(table.cells), index)
    reading.count()
    return reading.found


def decision(text: str) -> tuple[str, str]:
    """Return what was decided (accepted, partly, rejected, explained, or “” if unclear), and the words behind it."""
    folded = fold(text)
    if match := _DECISION.match(folded):
        return match.lastgroup or "", folded[match.end() :]
    status = _STATUS.search(folded)
    return (status.lastgroup or "", folded[: status.start()]) if status else ("", folded)


def decisions(text: str) -> list[tuple[str, str]]:
    """Return what was decided on each point of a comment, “1）采纳；2）未采纳，……”, with the words behind it."""
    found: list[tuple[str, str]] = []
    for piece in filter(None, _POINTS.split(text)):
        kind, rest = decision(piece) if "采纳" in piece else ("", piece)
        if kind:
            found.append((kind, rest))
        elif found:
            found[-1] = found[-1][0], found[-1][1] + rest
    return found if len(found) > 1 else [decision(text)]


def is_reason(text: str) -> bool:
    """Say whether words give a reason, and not only signs or “该意见”."""
    return len(_IDLE.sub("", fold(text))) >= 2


def organizations(text: str) -> set[str]:
    """Return the organizations that sent a comment, the drafters themselves left out."""
    if _OWN.search(text):
        return set()
    return {fold(match.group()) for match in _ORGANIZATION.finditer(text.replace(LINE_BREAK, "、"))}


_DOCUMENT = r"(?:[A-Z]{2,}|[A-Z]{1,4}/[A-Z]+)(?:/[A-Z]+)*[ \u00a0\u3000]*\d[\d.]*(?:[ ]*[—–-][ ]*\d{4})?"
_PLACE = patterns.compile(
    rf"{_DOCUMENT}|[Pp]\.?\s*\d+|第?\s*\d+(?:\s*[、～~\-—]\s*\d+)?\s*[页行段句款处]"
    r"|附\s*录?\s*(?P<annex>[A-Z](?![A-Za-z])(?:\s*[.．]?\s*\d{1,2}(?:[.．]\d{1,2})*)?)"
    r"|表\s*(?P<table>(?:[A-Z]\s*[.．]?\s*)?\d{1,3})|图\s*(?P<figure>(?:[A-Z]\s*[.．]?\s*)?\d{1,3})"
    r"|公?式\s*[（(]?\s*(?P<formula>(?:[A-Z]\s*[.．]?\s*)?\d{1,3})\s*[）)]?"
    r"|第\s*(?P<clause>\d{1,2}|[一二三四五六七八九十]{1,3})\s*章|(?<![\d.．])(?P<clause>\d{1,2})\s*章"
    r"|(?<![\d.．A-Za-z])(?P<clause>(?:[1-9]\d?|[A-Z])(?:[.．]\d{1,2})+)(?![\d%％‰℃])"
    r"|(?:^|(?<=[、，,；;/～~至和及与\-—]))\s*(?P<clause>[1-9]\d?)"
    r"(?=\s*(?:$|[、，,；;/～~至和及与\-—])|[ \u3000]+[\p{Han}A-Z《])"
)
_PROPOSED = patterns.compile("新增|增[加设补列]|补充|添加")


class Target(NamedTuple):
    """A place of the commented draft: its kind (clause, annex, table, figure, formula), number and span."""

    kind: str
    number: str
    span: Span


def targets(text: str, span: Span) -> list[Target]:
    """Return the numbered places that a cell names: “5.1、5.3 a)”, “附录A”, “表1”; none of those still to be added."""
    said = text[span[0] : span[1]]
    if _PROPOSED.search(said):
        return []
    return [
        Target(match.lastgroup, canonical(match[match.lastgroup]), _words(match, span[0]))
        for match in _PLACE.finditer(said)
        if match.lastgroup
    ]


def _words(match: regex.Match[str], at: int) -> Span:
    said = match.group()
    return at + match.end() - len(said.lstrip()), at + match.start() + len(said.rstrip())


def _by_row(cells: Iterable[Cell]) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    return [rows[row] for row in sorted(rows)]


class _Reading:
    """Go through the tables; one without a header goes on with the columns of the one before."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found = CommentTable()
        self.columns: dict[int, str] = {}
        self.header: list[str] = []
        self.above: dict[int, Entry] = {}
        self.taken: set[int] = set()
        self.first = True

    def read(self, rows: list[list[Cell]], table: int) -> None:
        """Read one table."""
        at = next((i for i, row in enumerate(rows) if self._is_header(row)), None)
        if at is None and not self._goes_on(rows):
            return
        if at is not None:
            self._take_header(rows[at])
            at = self._under(rows, at)
        for row in rows[0 if at is None else at + 1 :]:
            if [fold(entry.text) for entry in self._entries(row)] == self.header:
                self._mark(row)
            else:
                self._row(row)

    def _goes_on(self, rows: list[list[Cell]]) -> bool:
        """Say whether a table without header holds comments: as many columns, and a number in front."""
        numbers = [column for column, role in self.columns.items() if role == NUMBER]
        if not numbers or not rows or len(rows[0]) != len(self.header):
            return False
        entry = next((self._entry(cell) for cell in rows[0] if cell.column == numbers[0]), EMPTY)
        return _COUNTED.fullmatch(entry.text.strip()) is not None

    def _entries(self, row: list[Cell]) -> list[Entry]:
        return [self._entry(cell) for cell in row]

    def _entry(self, cell: Cell) -> Entry:
        blocks = [self.source.blocks[index] for index in cell.blocks]
        said = [b for b in blocks if b.kind != "label" and b.span[0] < b.span[1]]
        text = LINE_BREAK.join(
            self.source.text[slice(*block.span)] for block in blocks if block.span[0] < block.span[1]
        )
        spans = tuple(self._stripped(block.span) for block in said or blocks)
        return Entry(text, spans[0], spans) if spans else EMPTY

    def _stripped(self, span: Span) -> Span:
        text = self.source.text[slice(*span)]
        return span[0] + len(text) - len(text.lstrip()), span[0] + len(text.rstrip())

    def _is_header(self, row: list[Cell]) -> bool:
        entries = self._entries(row)
        filled = [fold(entry.text) for entry in entries if entry]
        if len(filled) < 2 or any(len(text) > _LONGEST_HEAD or text.isdigit() for text in filled):
            return False
        roles = {_role(text) for text in filled} - {""}
        says = not roles.isdisjoint((COMMENT, DECISION, *_TICKS))
        return says and len(roles) >= 2 and (NUMBER in roles or len(roles) * 2 > len(filled))

    def _take_header(self, row: list[Cell]) -> None:
        self.columns = {}
        entries = self._entries(row)
        self.header = [fold(entry.text) for entry in entries]
        for cell, entry in zip(row, entries, strict=True):
            role = _role(fold(entry.text))
            if role == REASON and DECISION in self.columns.values():
                role = REMARK
            if role:
                self.columns.update(dict.fromkeys(range(cell.column, cell.column + cell.columns), role))
                self.found.heads.setdefault(role, entry.span)
        self._mark(row)
        if ticked := next((role for role in self.columns.values() if role in _TICKS), ""):
            self.found.heads.setdefault(DECISION, self.found.heads[ticked])
        self.found.columns |= set(self.found.heads)
        if self.found.head is None:
            self.found.head = next(entry.span for entry in entries if entry)

    def _under(self, rows: list[list[Cell]], at: int) -> int:
        """Take a second line of the header, “采纳 | 部分采纳 | 未采纳”, and return where the header ends."""
        below = rows[at + 1] if at + 1 < len(rows) else []
        ticks = {cell.column: fold(self._entry(cell).text) for cell in below if self._entry(cell)}
        if len(ticks) < 2 or not all(text in _TICKS for text in ticks.values()):
            return at
        self.columns.update(ticks)
        self._mark(below)
        return at + 1

    def _mark(self, row: list[Cell]) -> None:
        self.taken.update(index for cell in row for index in cell.blocks)
        self.first = True

    def _row(self, row: list[Cell]) -> None:
        entries: dict[str, Entry] = {}
        own = [cell for cell in row if self._entry(cell)]
        if len(own) == 1 and not (self.columns.get(own[0].column) == NUMBER and self._counts(own[0])):
            self.first = True
            return
        for cell in row:
            role = self.columns.get(cell.column, "")
            entry = self._entry(cell)
            if cell.merged and not entry:
                entry = self.above.get(cell.column, EMPTY)._replace(inherited=True)
            self.above[cell.column] = entry
            if role in _TICKS and entry:
                role, entry = DECISION, entry._replace(text=role)
            if role and entry:
                known = entries.get(role)
                entries[role] = _joined(known, entry) if known else entry
        if not own or any(_SUM.match(fold(self._entry(cell).text)) for cell in own[:1]):
            return
        self.found.rows.append(Row(entries, self.first))
        self.first = False
        self.taken.update(index for cell in row for index in cell.blocks)

    def _counts(self, cell: Cell) -> bool:
        return _COUNTED.fullmatch(self._entry(cell).text.strip()) is not None

    def count(self) -> None:
        """Look for the numbers that sum the table up in all that is no comment."""
        for text, offsets in self._lines():
            for kind, pattern in (*_COUNTS, *_TALLIES):
                for match in pattern.finditer(text):
                    start = offsets[match.start("n")]
                    span = (start, start + len(match["n"]))
                    self.found.counts.setdefault(kind, Count(kind, int(match["n"]), span))

    def _lines(self) -> Iterator[tuple[str, list[int]]]:
        """Yield the lines outside the comments, a row of a table as one, with the offset of each character."""
        rows: dict[int, tuple[int, int]] = {}
        for index, table in enumerate(self.source.tables):
            for cell in table.cells:
                rows.update(dict.fromkeys(cell.blocks, (index, cell.row)))
        line: tuple[int, int] | None = None
        text, offsets = "", list[int]()
        for index, block in enumerate(self.source.blocks):
            if index in self.taken or block.kind in ("toc", "header", "footer"):
                continue
            if text and (rows.get(index) is None or rows.get(index) != line):
                yield text, offsets
                text, offsets = "", []
            line = rows.get(index)
            said = self.source.text[slice(*block.span)]
            text += f"{said}\t"
            offsets += range(block.span[0], block.span[1] + 1)
        yield text, offsets


def _joined(one: Entry, other: Entry) -> Entry:
    return Entry(f"{one.text}{LINE_BREAK}{other.text}", one.span, one.spans + other.spans, one.inherited)


_SUM = patterns.compile(r"合计|总计|小计|统计|说明[:：]?|注[:：]")


def _role(head: str) -> str:
    """Return which column a folded header names, or “”."""
    if head in _TICKS:
        return head
    return next((role for role, pattern in _HEADS if pattern.search(head.casefold())), "")
