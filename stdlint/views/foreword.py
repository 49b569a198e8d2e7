"""Read the statements of the foreword: which they are, where they stand, and the lists that they open.

Source: GB/T 1.1—2020, 8.3 a) to h); reference gbt-1.1-2020.md, 5 and 24.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import LINE_BREAK, OBJECT, Block, Source, Span
from stdlint.views.cover import Cover
from stdlint.views.fixed import SELF, normal
from stdlint.views.outline import Outline, Section

ORDER = (
    "basis",
    "part",
    "replacement",
    "international",
    "patent",
    "committee",
    "units",
    "drafters",
    "history",
)
"""The order in which the statements are given; “parts”, “changes” and “proposer” stand with their neighbours."""

RANK = {kind: rank for rank, kind in enumerate(ORDER)} | {"parts": 1, "changes": 2, "proposer": 5}
EDITION = "2020"
"""The edition of GB/T 1.1 by which documents are drafted."""


class Statement(NamedTuple):
    """A sentence of the foreword that says one of the things listed in 8.3.

    `kind`: basis, part, parts, replacement, changes, international, patent, proposer, committee, units, drafters,
    history, annexes. A sentence that says two things makes two statements. `text` is folded. `items` are the spans of
    the list items, or lines of names, below it. `broken`: it goes on in the next paragraph, `span` ends with this one.
    """

    kind: str
    span: Span
    block: int
    text: str
    items: list[Span]
    broken: bool = False


def told(text: str, statement: Statement) -> str:
    """Return a statement with its list; `text` is that of the source."""
    return statement.text + "".join(text[slice(*span)] for span in statement.items)


class Target(NamedTuple):
    """A clause or annex to which a change points; `old`: one of the replaced edition, `dated`: with its year."""

    span: Span
    number: str
    old: bool
    dated: bool


@dataclass(slots=True, eq=False)
class Foreword:
    """The foreword: its statements in order, every sentence in it, and the numbers in front of its paragraphs.

    `edition` is the year of GB/T 1.1 named by the drafting basis, “” if it names none. `legacy`: an old foreword that
    says “本标准” throughout and not by which of today's rules it was drafted.
    """

    section: Section
    statements: list[Statement] = field(default_factory=list)
    sentences: list[tuple[Span, str]] = field(default_factory=list)
    numbers: list[Span] = field(default_factory=list)
    last: int = 0
    edition: str = ""
    legacy: bool = False

    def all(self, *kinds: str) -> list[Statement]:
        """Return the statements of some kinds, in document order."""
        return [statement for statement in self.statements if statement.kind in kinds]

    def first(self, kind: str) -> Statement | None:
        """Return the first statement of a kind, or None."""
        return next((statement for statement in self.statements if statement.kind == kind), None)

    def has(self, *kinds: str) -> bool:
        """Say whether a statement of one of the kinds stands in the foreword."""
        return any(statement.kind in kinds for statement in self.statements)


_BASIS = patterns.compile(
    r"(?=.*(?:按|依据|根据|遵照|依照|遵循))(?!.*(?:代替|一致性程度))"
    r"(?:.*(?:GB/?T?1[.．]1(?!\d)|标准化工作导则|(?<=按照?|依据|根据)GB/T(?:1[.．]2|2000[0-9]|20001)).*"
    r"(?:起草|编写|编制|制定|制订|撰写)(?:而成|的|本文件|本标准)?(?:。?$|，))"
)
_ANNEXES = patterns.compile(r"附录.{0,40}?[为是](?:规范|资料|标准|提示)(?:性|的)")
_HISTORY = patterns.compile(r"首次(?:发布|制定|制订|编制)|第[一二三四五六七八九十\d]+次(?:修订|修改)")
_PART = patterns.compile(rf"{SELF}(?:是|为|属于).{{0,100}}(?:第.{{1,8}}?|一个?|组成)部分")
_PARTS = patterns.compile(
    r"(?:发布了?|分为|分成|包括|包含|下列|以下|如下).{0,30}部分|由.{0,30}部分(?:组成|构成)|部分(?:组成|构成)"
)
_REPLACED = patterns.compile(
    rf"(?:代替|替代|取代)了?(?:以下|下列|并废止|或废止|[：《]|[A-Z]{{1,4}}(?:/[TZ])?\d|[QT]/[A-Z]|GJB)"
    rf"|^(?:{SELF})?(?:部分|整合并?|合并)?(?:代替|替代|取代)"
)
_CHANGES = patterns.compile(
    r"(?:主要|技术)(?:技术|内容|性)*(?:变化|修改|修订|变动|变更|差异|改动)|修订的?(?:主要)?内容"
    r"|(?:变化|修改|修订|变更|改动)(?:内容|情况|之处)?(?:如下|为：|有：|包括)"
    r"|相比.*(?:变化|修改|修订|变更|改动|调整|更改|增加|删除)"
    r"|(?:无|没有|未做|未作|未进行|仅做了?|仅作了?|仅进行了?).{0,12}(?:变化|修改|变动|改动|修订)"
)
_INTERNATIONAL = patterns.compile(
    r"(?:等同|修改|等效|参照)采用|非等效|一致性程度|技术性?差异|编辑性(?:改动|修改)：|翻译法|重新起草法|一致性对应关系"
    r"|与(?:ISO|IEC|ITU|EN|ASTM).{0,80}(?:相比|差异)"
)
_PATENT = patterns.compile(r"专利.{0,40}(?:责任|识别|使用|立场)|(?:涉及|识别).{0,20}专利|专利持有人")
_COMMITTEE = patterns.compile(
    r"由.+归口|归口(?:单位|部门|管理|标委会)?[^，。：]{0,6}(?:：|为|是|于)|归口。?$|负责业务管理"
)
_PROPOSER = patterns.compile(
    r"由.+提出(?:[并、和及，。与]|归口|$)|提出(?:单位|部门)?(?:及归口单位|并归口)?(?:：|为)|提出。$"
)
_UNITS = patterns.compile(
    r"(?:起草|编制|编写|制定|制订|研制|主编|主起草)(?:单位|机构)[^：。，]{0,8}(?:：|[为是有]|$)"
    r"|由.{2,}?(?:负责|主要|共同|参加|组织)*起草(?:、|。|$|和)|(?:负责|参加|主要)起草单位"
)
_DRAFTERS = patterns.compile(r"(?:起草|编制|编写|制定|制订|撰写|编撰)(?:人员?|者)[^：。，]{0,6}(?:：|[为是有]|$)")
_KINDS = (
    ("part", _PART),
    ("parts", _PARTS),
    ("replacement", _REPLACED),
    ("changes", _CHANGES),
    ("international", _INTERNATIONAL),
)
_SENTENCE = patterns.compile(
    r"[^。\n\u2028]+?(?:。|$|(?=[\n\u2028])"
    r"|(?<=[^，、：:（(“\s　])(?=[ \u3000]*本(?:文件|标准|部分)[ \u3000]*(?:主要)?(?:参加)?起草(?:单位|人)))"
)
_OPENS = patterns.compile(rf"(?:{SELF}|请注意|由|与.{{2,60}}相比|[A-Z]+/[TZ]?\d+.{{0,60}}(?:分为|发布|由))")
_NAMED = patterns.compile(r"(?:单位|人员?|机构|者)[^：]{0,6}：")
_PAGE = patterns.compile("[IVXivxⅠ-Ⅻⅰ-ⅻ\\d]{1,5}")
_SHORTEST_LINE = 24
"""How long a line is at least that ends where the page does, not where the sentence does."""
_NUMBER = patterns.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_ENDS_TITLE = ("。", "；", "：", "，", "、", ";", ":", ",")
_OLD_TITLE = "标准的结构和编写"
_BEHIND = ("introduction", "title", "scope")
_YEAR = patterns.compile(r"1[.．]1[^\d《]{0,3}((?:19|20)\d\d)")


def foreword(source: Source, outline: Outline) -> Foreword | None:
    """Return the foreword, or None where the draft has none."""
    section = outline.first("foreword")
    if section is None:
        return None
    last = extent(outline, section)
    found = Foreword(section, last=last, numbers=numbers(source, section.first, last))
    _Reading(source, found).read(_body(outline, section, last))
    basis = found.first("basis")
    if basis is not None:
        year = _YEAR.search(basis.text)
        found.edition = year[1] if year else "2009" if _OLD_TITLE in basis.text else ""
    found.legacy = _is_legacy(found, basis)
    return found


def _is_legacy(found: Foreword, basis: Statement | None) -> bool:
    """Say whether an old edition was followed: its wording throughout, and no sign of today's."""
    others = [text for _, text in found.sentences if basis is None or text != basis.text]
    if any("本文件" in text for text in others) or (basis and not "" < found.edition < EDITION):
        return False
    return sum(map(_says_old, others)) > (basis is None)


def _says_old(text: str) -> bool:
    return text.startswith(("本标准", "本部分", "本规范", "本规程", "本指导性技术文件"))


def extent(outline: Outline, section: Section) -> int:
    """Return the block behind the foreword or introduction, numbered clauses that stand in it included."""
    at = outline.top.index(section)
    for position in range(at + 1, len(outline.top)):
        following = outline.top[position]
        if following.element != "clause":
            inside = following.element in _BEHIND and all(s.number for s in outline.top[at + 1 : position])
            return following.first if inside else section.last
    return section.last


def numbers(source: Source, first: int, last: int) -> list[Span]:
    """Return the numbers in front of paragraphs and headings between two blocks, those of lists left out."""
    found: list[Span] = []
    blocks = source.blocks
    for index in range(first + 1, last - 1):
        label, block = blocks[index], blocks[index + 1]
        if label.kind != "label" or block.kind not in ("para", "heading") or not _NUMBER.fullmatch(block.label):
            continue
        said = source.text[slice(*block.span)].rstrip()
        if "." in block.label.rstrip(".") or (len(said) <= 25 and not said.endswith(_ENDS_TITLE)):
            found.append(label.span)
    return found


def _body(outline: Outline, section: Section, last: int) -> list[int]:
    """Return the blocks of the foreword, those under numbers that stand in it included."""
    at = outline.top.index(section)
    inside = [section, *(s for s in outline.top[at + 1 :] if s.first < last)]
    return sorted(index for top in inside for index in top.blocks() if index < last)


def lines(source: Source, block: Block) -> Iterator[Span]:
    """Yield the lines of a paragraph: many a foreword is one paragraph with breaks in it."""
    start, last = block.span
    while (at := source.text.find(LINE_BREAK, start, last)) >= 0:
        yield start, at
        start = at + 1
    yield start, last


class _Reading:
    """Go through the paragraphs and keep in mind which list or line of names is open."""

    def __init__(self, source: Source, found: Foreword) -> None:
        self.source = source
        self.found = found
        self.open: list[Statement] = []
        self.broken: tuple[int, Span] | None = None

    def read(self, body: list[int]) -> None:
        """Read the paragraphs, and join a sentence that a scan has broken over two of them."""
        for index in body:
            block = self.source.blocks[index]
            if block.kind not in ("para", "item", "heading", "quote"):
                continue
            for line in lines(self.source, block):
                text = normal(self.source.text[slice(*line)])
                if text.strip(OBJECT) and not _PAGE.fullmatch(text):
                    rest = self._joined(block, line, text)
                    if rest != line:
                        text = normal(self.source.text[slice(*rest)])
                    if text:
                        self._line(index, block, rest, text)
        self._flush()

    def _joined(self, block: Block, line: Span, text: str) -> Span:
        """Complete the sentence that the line before left open, and return what is left of this one."""
        broken, self.broken = self.broken, None
        if broken is None or block.kind == "item" or _OPENS.match(text) or (_NAMED.search(text) and kinds(text)):
            self.broken = broken
            self._flush()
            return line
        first = _SENTENCE.match(self.source.text, *line)
        if first is None:
            return line
        index, span = broken
        self._sentence(index, span, normal(self.source.text[slice(*span)] + first.group()), broken=True)
        return first.end(), line[1]

    def _flush(self) -> None:
        """Take a sentence without full stop as it stands."""
        if self.broken is not None:
            (index, span), self.broken = self.broken, None
            self._sentence(index, span, normal(self.source.text[slice(*span)]))

    def _line(self, index: int, block: Block, line: Span, text: str) -> None:
        if self.open and (block.kind == "item" or not self._begins(text)):
            span = _stripped(self.source.text, line)
            for statement in self.open:
                statement.items.append(span)
            if text.endswith("。") and self.open[0].kind in ("units", "drafters"):
                self.open = []
            return
        self.open = []
        for match in _SENTENCE.finditer(self.source.text, *line):
            span = _stripped(self.source.text, match.span())
            if span[0] == span[1]:
                continue
            said = normal(self.source.text[slice(*span)])
            long = match.end() == line[1] and len(text) > _SHORTEST_LINE and block.kind == "para"
            if long and not said.endswith(("。", "：", "；")) and not {"units", "drafters"}.intersection(kinds(said)):
                self.broken = (index, span)
            else:
                self._sentence(index, span, said)

    def _begins(self, text: str) -> bool:
        """Say whether a paragraph begins something new, where names or list items might go on."""
        opener = self.open[0]
        if _OPENS.match(text) or (_NAMED.search(text) and kinds(text)):
            return True
        last = opener.items[-1] if opener.items else opener.span
        closed = self.source.text[last[1] - 1] == "。" or opener.kind in ("units", "drafters")
        return closed and bool(kinds(text))

    def _sentence(self, index: int, span: Span, text: str, *, broken: bool = False) -> None:
        self.found.sentences.append((span, text))
        said = [Statement(kind, span, index, text, [], broken) for kind in kinds(text)]
        self.found.statements += said
        names = [s for s in said if s.kind in ("units", "drafters")]
        self.open = said if text.endswith("：") else names if not text.endswith("。") else []


def kinds(text: str) -> list[str]:
    """Return what a folded sentence of the foreword states, in the order of 8.3."""
    if _ANNEXES.search(text):
        return ["annexes"]
    if _DRAFTERS.search(text):
        return ["drafters"]
    if "历次版本" in text or (_HISTORY.search(text) and not _REPLACED.search(text)):
        return ["history"]
    if _BASIS.match(text):
        return ["basis"]
    if _UNITS.search(text) and not ("由" in text and _COMMITTEE.search(text)):
        return ["units"]
    if _PATENT.search(text):
        return ["patent"]
    found = [kind for kind, pattern in _KINDS if pattern.search(text)]
    if found:
        return _told_apart(found, text)
    found = [kind for kind, pattern in (("proposer", _PROPOSER), ("committee", _COMMITTEE)) if pattern.search(text)]
    return [*found, "units"] if found and _UNITS.search(text) else found


def _told_apart(found: list[str], text: str) -> list[str]:
    """Keep what the sentence is about: changes against an international document are no technical changes."""
    if "international" in found and "replacement" not in found:
        return ["international"]
    if "replacement" in found or "changes" in found:
        return [kind for kind in found if kind in ("replacement", "changes")]
    return found


def _stripped(text: str, span: Span) -> Span:
    said = text[span[0] : span[1]]
    lead = len(said) - len(said.lstrip())
    return span[0] + lead, max(span[0] + len(said.rstrip()), span[0] + lead)


_TARGET = patterns.compile(
    r"(?P<old>(?:19|20)?\d{2}[ \u3000]?年?版|(?P<vague>上一?个?版|前一?版|旧版|原(?:版|标准|文件)?(?=的?第?[\dA-Z附])))"
    r"|(?P<other>[A-Z]+(?:/[A-Z]+)?[ \u3000]?\d+(?:\.\d+)*(?:[ ]?[—–-][ ]?(?P<year>(?:19|20)\d{2}))?)"
    r"|(?P<new>本版|本文件|本标准|现版|新版|(?:[，,；;]|^)[ ]?见)"
    r"|(?<![\d.A-Za-z—表图式-]|[表图式][ \u3000])(?P<number>附录[ \u3000]?[A-Z](?:\.\d+)*(?![A-Za-z])"
    r"|第[ ]?\d{1,2}[ ]?章|(?:[A-Z]|\d{1,2})(?:\.\d{1,2})+)(?!\d)"
)
_ASIDE = patterns.compile(r"[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]")
_POINTS = patterns.compile(
    r"参?见|对应|本|原|上|第\s?\d|附录|\d+(?:\.\d+)*(?![.\d])(?!\s?[A-Za-z%℃°μΩ\u4e00-\u9fff])|\d{4}年?版|[A-Z]\.\d"
)
_CLEAN = patterns.compile(r"[附录第章\s\u3000]")


def targets(text: str, item: Span) -> list[Target]:
    """Return the clauses to which a technical change points: “（见7.5，2009年版的5.2.6）”."""
    found: list[Target] = []
    for aside in _ASIDE.finditer(text, *item):
        said = text[aside.start(1) : aside.end(1)].lstrip()
        if not _POINTS.match(said):
            continue
        old = dated = False
        for match in _TARGET.finditer(text, aside.start(1), aside.end(1)):
            if match["old"] or match["other"]:
                old, dated = True, match["vague"] is None
            elif match["new"]:
                old = dated = False
            else:
                number = _CLEAN.sub("", match["number"])
                found.append(Target(match.span("number"), number, old, dated))
    return found


_PART_TITLE = patterns.compile(r"第[ \u3000]*(\d{1,3}(?:[-—–]\d{1,3})?|[一二三四五六七八九十]{1,3})[ \u3000]*部分")
_PART_NUMBER = patterns.compile(r"\d+\.(\d{1,3})")


def part(cover: Cover) -> str:
    """Return the number of the part that the draft is by its title or document number, or “”."""
    match = _PART_TITLE.search(cover.title) or _PART_NUMBER.fullmatch(cover.sequence)
    return match[1] if match else ""


_LABELLED = patterns.compile(r"[^：:\n]{2,24}?(?:单位|机构|人员?|者)(?:名单)?(?:为|是|有|如下|包括)?[ \u3000]*[：:]")
_BY = patterns.compile(r"由(?P<names>[^。\n]+?)(?:共同|联合|负责|主要|组织|参加|牵头)*起草")
_NAME = patterns.compile(r"(?:[^、，,；;。\n\u2028（）()]|[（(][^（）()\n]*[）)])+")


def names(text: str, statement: Statement) -> list[tuple[str, Span]]:
    """Return the drafting organizations or the drafters that a statement names, each with its place."""
    start, end = statement.span
    if label := _LABELLED.match(text, start, end):
        start = label.end()
    elif by := _BY.search(text, start, end):
        start, end = by.span("names")
    found = []
    for first, last in ((start, end), *statement.items):
        for match in _NAME.finditer(text, first, last):
            span = _stripped(text, match.span())
            if span[0] < span[1]:
                found.append((text[slice(*span)], span))
    return found
