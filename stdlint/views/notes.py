"""Find the additional information: notes, examples and text footnotes, with the paragraphs that belong to them.

Source: GB/T 1.1—2020, 9.2, 9.10 to 9.12.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT, Source, Span
from stdlint.views.outline import Outline, Section

if TYPE_CHECKING:
    from stdlint.views.figures import Figure
    from stdlint.views.regions import Region
    from stdlint.views.tables import DataTable
    from stdlint.views.terms import Terms

_KINDS = frozenset(("note", "example", "footnote"))
_FOOTED = frozenset(("para", "item"))
_RAISED = patterns.compile(r"[¹²³⁴-⁹]+[⁾)）]")
_RAISED_FORMULA = patterns.compile(r"[$\s]*\^\s*\{?\s*\d{1,2}\s*[)）]\s*\}?[$\s]*")
_RAISED_BARE = patterns.compile(r"[¹²³⁴-⁹]{1,2}(?=[ \u3000\u4e00-\u9fff“《])")
_RAISED_FIGURES = frozenset("¹²³⁴⁵⁶⁷⁸⁹")
_MARK = patterns.compile(r"\d{1,2}[)）]|[①-⑳]")
_NUMBER = patterns.compile(r"\d+")
_INNER = patterns.compile(r"(?<=[。；）\u2028])[ \u3000]*(?P<label>(?:注|示例)\s?(?P<number>\d{1,2})\s?[：:])")
_LEAD_FIRST = frozenset("备附说注例举实范比示（(【[")
_ORDINAL = r"[（(]?(?:\d{1,2}|[①-⑳一二三四五六七八九十])[)）]?"
_SET_OFF = r"[】\]][：:]?"
_NUMBERED = rf"[：:、，；;]|[.．](?!\d)|{_SET_OFF}|(?<=[\d）)①-⑳])[ \u3000]+(?=[\u4e00-\u9fff“])"
_LEAD = patterns.compile(
    r"(?P<open>[（(【\[]?)[ \u3000]*(?:"
    rf"(?P<note>备[ \u3000]*注|附注|注解|注释|说明)[ \u3000]*(?P<n1>{_ORDINAL})?[ \u3000]*(?:[：:]|{_SET_OFF})"
    rf"|(?P<plain>注)[ \u3000]*(?:(?P<n2>{_ORDINAL})[ \u3000]*(?:{_NUMBERED})"
    rf"|[、；;]|——?|[.．](?!\d)|{_SET_OFF}|(?<=[（(【\[]注)[：:]"
    r"|(?<=(?:^|\n)注)[ \u3000]{1,2}(?=[\u4e00-\u9fff]{2})(?![ \u3000]+[意入册射塑水明释解销视重模油浆塞胶满]))"
    rf"|(?P<example>举例说明|举例|例如|比如|实例|范例)[ \u3000]*(?P<n3>{_ORDINAL})?[ \u3000]*(?:[：:]|{_SET_OFF})"
    rf"|(?P<short>示例|例)[ \u3000]*(?:(?P<n4>{_ORDINAL})[ \u3000]*(?:{_NUMBERED}|$)"
    rf"|[；;]|——?|{_SET_OFF}|$|(?<=[（(【\[]示例)[：:]|(?<!示)(?<=例)[：:])"
    r")[ \u3000]*"
)
_HOLD_LEADS = frozenset(("introduction", "scope", "terms", "symbols", "clause", "annex"))
_FORM = patterns.compile(
    r"记录|表$|样式|样表|格式|报告|模板|合同|协议|问卷|申请|登记|示例|范例|案例|图例|证书|程序清单|代码"
)
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LOOSE = frozenset(("说明", "备注", "例如", "比如"))
_KEY = patterns.compile(r"[\w.]{1,6}[ \u3000]*(?:—|─|－|--)")
_NO_OWNER = frozenset(("cover", "title", "contents", "bibliography", "index", "footnote", "header", "footer"))


WORDS = {"note": "注", "example": "示例"}
"""The word that introduces each kind."""


class Note(NamedTuple):
    """A note, example or text footnote: `kind`, and its blocks, the labelled one first.

    `table` is the index of the table it stands in, or -1.
    """

    kind: str
    blocks: tuple[int, ...]
    table: int = -1


class Lead(NamedTuple):
    """What introduces a note or example in another form than “注1：”: its span, and the number it gives or 0."""

    kind: str
    block: int
    span: Span
    number: int


class Member(NamedTuple):
    """A note or example of a series: the span of its label, its number or 0, whether the label has another form."""

    label: Span
    number: int
    wrong: bool = False


class Series(NamedTuple):
    """The notes or examples of one clause, term entry, table or figure, in order."""

    kind: str
    members: tuple[Member, ...]

    @property
    def break_at(self) -> int:
        """The place of the first member whose number is not the right one, or -1; one alone has no number."""
        if len(self.members) == 1:
            return 0 if self.members[0].number and not self.members[0].wrong else -1
        numbers = (
            i for i, one in enumerate(self.members) if one.number != i + 1 and not (one.wrong and not one.number)
        )
        return next(numbers, -1)


def notes(source: Source, outline: Outline) -> list[Note]:
    """Return the notes, examples and text footnotes in document order.

    A note that ends with a colon owns the list behind it; an example whose label stands alone owns what follows.
    """
    found: list[Note] = []
    blocks = source.blocks
    taken = -1
    for index, block in enumerate(blocks):
        kind = block.kind
        if kind in _FOOTED and _typed_footnote(source, outline, index):
            kind = "footnote"
        if kind not in _KINDS or index <= taken:
            continue
        members = [index]
        at = _next(source, index)
        text = source.text[block.span[0] : block.span[1]].rstrip()
        alone = block.kind == "example" and not text
        listing = text.endswith(("：", ":"))
        while at >= 0 and outline.owner[at] is outline.owner[index] and blocks[at].table == block.table:
            follower = blocks[at]
            content = "示例内容" in follower.style or (block.kind == "example" and follower.kind in ("quote", "code"))
            first = alone and len(members) == 1 and follower.kind in ("para", "item", "formula", "caption", "cell")
            more_items = follower.kind == "item" and (listing or (alone and blocks[members[-1]].kind == "item"))
            if not (content or first or more_items) or at in _heads(outline, at):
                break
            members.append(at)
            at = _next(source, at)
        taken = members[-1]
        found.append(Note(kind, tuple(members), block.table))
    return found


def _typed_footnote(source: Source, outline: Outline, index: int) -> bool:
    """Say whether a paragraph is a typed footnote: “¹⁾ …”, or “1) …”, “① …” and “¹ …” under a text with the mark."""
    block = source.blocks[index]
    if block.kind == "para":
        start, end = block.span
        first = source.text[start : start + 1]
        if first == OBJECT:
            at = bisect_left(source.anchors, start, key=lambda anchor: anchor.offset)
            text = source.anchors[at].text if at < len(source.anchors) else ""
            return _RAISED_FORMULA.fullmatch(text) is not None
        if first not in _RAISED_FIGURES:
            return False
        if _RAISED.match(source.text, start, end) is not None:
            return True
        bare = _RAISED_BARE.match(source.text, start, end)
        return bare is not None and index > 0 and _carries(source, outline, index - 1, index, bare.group())
    if block.kind != "item" or not _MARK.fullmatch(block.label) or index < 2:
        return False
    before = index - 2
    while before > 1 and source.blocks[before].kind == "item" and _MARK.fullmatch(source.blocks[before].label):
        before -= 2
    return _carries(source, outline, before, index, block.label)


def _carries(source: Source, outline: Outline, before: int, index: int, mark: str) -> bool:
    """Say whether the paragraph `before` has the mark of a footnote behind a word, and introduces nothing."""
    block = source.blocks[before]
    if block.kind != "para" or outline.owner[before] is not outline.owner[index]:
        return False
    text = source.text[block.span[0] : block.span[1]].rstrip()
    at = text.find(mark)
    return at > 0 and not text.endswith(("：", ":")) and (text[at - 1].isalpha() or text[at - 1] in "”）")


def _next(source: Source, index: int) -> int:
    at = index + 1
    while at < len(source.blocks) and source.blocks[at].kind == "label":
        at += 1
    return at if at < len(source.blocks) else -1


def _heads(outline: Outline, at: int) -> tuple[int, ...]:
    """Return `(at,)` where the block opens a section (it is then in no body)."""
    return () if at in outline.owner[at].body else (at,)


def ordinal(written: str) -> int:
    """Return the number that “1”, “（1）”, “①” or “一” says, 0 for “”."""
    bare = written.strip("（()） \u3000")
    if bare.isascii() and bare.isdigit():
        return int(bare)
    return _CIRCLED.find(bare) + 1 if bare and bare in _CIRCLED else _DIGITS.get(bare, 0)


def leads(source: Source, outline: Outline, regions: list[Region], tables: list[DataTable]) -> list[Lead]:
    """Return what introduces notes and examples in a wrong form (“备注：”, “注1、”, “举例：”), in document order."""
    text, blocks = source.text, source.blocks
    found: list[Lead] = []
    for index, block in enumerate(blocks):
        start, end = block[0]
        if start == end or text[start] not in _LEAD_FIRST or block.kind not in ("para", "cell"):
            continue
        region = regions[index]
        if region.element not in _HOLD_LEADS or index in outline.titles or region.role not in ("text", "cell"):
            continue
        match = _LEAD.match(text, start, end)
        if match is None or (block.kind == "cell" and not _is_across(index, block.table, tables)):
            continue
        kind = "note" if match["note"] or match["plain"] else "example"
        word = match["note"] or match["example"] or match["short"] or ""
        if (match["open"] and not _encloses(match["open"], match.group(), text[start:end])) or (
            word in _LOOSE and not _is_additional(source, index, text[match.end() : end])
        ):
            continue
        if (word in _LOOSE or word == "例") and _is_form(region.section):
            continue
        number = ordinal(match["n1"] or match["n2"] or match["n3"] or match["n4"] or "")
        if match["short"] == "例" and not number and kind == "example" and not text[match.end() : end]:
            continue
        found.append(Lead(kind, index, (start, match.end()), number))
    return found


def _is_across(index: int, table: int, tables: list[DataTable]) -> bool:
    """Say whether a cell is a row across a table that gives data, below its header."""
    made = next((one for one in tables if one.index == table), None)
    if made is None or made.use != "data" or not made.captioned:
        return False
    rows = enumerate(zip(made.rows, made.across, strict=True))
    return any(place and across and index in row[0].cell.blocks for place, (row, across) in rows)


def _encloses(opening: str, lead: str, said: str) -> bool:
    """Say whether a bracket in front of a lead is closed in the lead or at the end of the paragraph."""
    closing = {"（": "）", "(": ")", "【": "】", "[": "]"}[opening]
    return closing in lead or said.rstrip("。 ").endswith((closing, "）"))


def _is_form(section: Section) -> bool:
    """Say whether a section stands in an annex that shows a form, a record or another document."""
    top: Section | None = section
    while top is not None:
        if top.element == "annex" and _FORM.search(top.title):
            return True
        top = top.parent
    return False


def _is_additional(source: Source, index: int, rest: str) -> bool:
    """Say whether “说明：”, “备注：” or “例如：” begins a sentence of its own, not a key or a continuation."""
    near = [
        source.text[slice(*source.blocks[at].span)] for at in (index - 1, index + 1) if 0 <= at < len(source.blocks)
    ]
    if any(OBJECT in said or said.startswith(("图", "式中")) for said in near) or _KEY.match(rest):
        return False
    before = near[0].rstrip() if index else ""
    return rest.rstrip().endswith(("。", "）")) and not before.endswith(("，", "：", ":", "、"))


def series(
    source: Source,
    outline: Outline,
    found: Iterable[Note],
    wrong: Iterable[Lead],
    tables: list[DataTable],
    figures: list[Figure],
    terms: Terms,
) -> list[Series]:
    """Return the notes and the examples, those of one owner together.

    Those directly below a table, in a figure or below a listed reference belong to it, or to its clause: whichever of
    the two counts well.
    """
    every: list[tuple[int, str, Member]] = []
    for note in found:
        if note.kind != "footnote":
            every += _members(source, note)
    every += [(lead.block, lead.kind, Member(lead.span, lead.number, True)) for lead in wrong]
    every.sort(key=lambda one: one[2].label)
    keys = _owners(tables, figures, terms)
    inside = {table.index: f"table {table.number or table.index}" for table in tables if table.use != "layout"}
    groups: dict[tuple[str, str], list[Member]] = {}
    clauses: dict[tuple[str, str], list[Member]] = {}
    shared: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for block, kind, member in every:
        section = outline.owner[block]
        if section.element in _NO_OWNER or not (section.number or section.title):
            continue
        clause = (kind, str(id(section)))
        own = inside.get(source.blocks[block].table, "") or keys.get(block, "")
        listed = not own and section.element == "references"
        own = f"entry {_above(source, block)}" if listed else own
        key = (kind, own) if own else clause
        groups.setdefault(key, []).append(member)
        if not own or block in keys or listed:
            clauses.setdefault(clause, []).append(member)
            shared.setdefault(clause, set()).add(key)
    for clause, members in clauses.items():
        whole = Series(clause[0], tuple(members))
        parts = [key for key in shared[clause] if key in groups]
        broken = any(Series(key[0], tuple(groups[key])).break_at >= 0 for key in parts)
        if broken and whole.break_at < 0:
            for key in parts:
                groups.pop(key)
            groups[clause] = members
    return [Series(kind, tuple(members)) for (kind, _), members in groups.items()]


def _above(source: Source, block: int) -> int:
    """Return the block that a note or several in a row stand below."""
    while block > 0 and source.blocks[block].kind in ("label", "note", "example"):
        block -= 1
    return block


def _members(source: Source, note: Note) -> list[tuple[int, str, Member]]:
    """Return a note as a member of a series, and those behind it in the same paragraph (“注1：…。注2：…”)."""
    first = note.blocks[0]
    block = source.blocks[first]
    label = source.blocks[first - 1].span if first and source.blocks[first - 1].kind == "label" else block.span
    number = _NUMBER.search(block.label)
    made = [(first, note.kind, Member(label, int(number.group()) if number else 0, block.label[:1] in ("N", "E")))]
    inner = _INNER.finditer(source.text, *block.span)
    return made + [(first, note.kind, Member(one.span("label"), int(one["number"]), True)) for one in inner]


def _owners(tables: list[DataTable], figures: list[Figure], terms: Terms) -> dict[int, str]:
    """Return for the blocks of notes outside a frame the table, figure or term entry that they may belong to."""
    keys: dict[int, str] = {}
    for number, entry in enumerate((*terms.entries, *terms.unnumbered)):
        keys.update((block, f"entry {number}") for what, _, block in entry.contents if what in ("note", "example"))
    for table in tables:
        keys.update((block, f"table {table.number or table.index}") for block in table.behind)
    for number, figure in enumerate(figures):
        subs = 0
        for part in (*figure.parts, *figure.behind):
            subs += part.kind == "sub"
            if part.kind == "note":
                keys[part.block] = f"figure {number}" + (f" {subs}" if 0 < subs < len(figure.subfigures) else "")
    return keys
