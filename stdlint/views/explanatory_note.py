"""Read an explanatory note (编制说明): to which standard it belongs, and which of the ten items it covers.

The ten items are those of national standards; associations name some of them otherwise, and join others. An item is
covered by a heading, by the words in front of a colon or at the beginning of a paragraph, or by a sentence that says
nothing else. Source: reference stages.md, 3.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import LINE_BREAK, Source, Span
from stdlint.views.stage import LABELS
from stdlint.views.wording import fold

_UNSAID = frozenset(("label", "toc", "header", "footer", "code", "footnote"))
_MARK = patterns.compile(r"编[制写]说明|编制情况说明|起草说明")
_NO_MARK = patterns.compile(r"[。；？]|(?:见|按|提交|附|及|和|与)(?:编[制写]|起草)")
_BEHIND_MARK = patterns.compile(
    r"(?:[(（【\[].{1,20}[)）】\]]|[—-].{1,12}|[-_]?(?:初|送审|征求意见|报批|讨论|工作组讨论)稿|[:：]|\d)*"
)
_STAGE = patterns.compile("|".join(sorted(LABELS, key=len, reverse=True)))
_STAGED = patterns.compile(rf"[ \u3000]*[（(【\[]?(?:{'|'.join(sorted(LABELS, key=len, reverse=True))})[）)】\]]?$")
_QUOTED = patterns.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_PLAN = patterns.compile(
    r"(?P<plan>(?<![\dA-Za-z])20\d{6}-[TQZ]-\d{3}(?!\d))"
    r"|(?:计划|项目)(?:项目)?(?:编号|号|代号)[:：为是\s]*(?P<plan>[A-Z\d][A-Z\d/.〔〕\[\]\-—]{3,30}(?:号|-\d+)?)"
)
_DAY = r"(?:(?P<{0}y>20\d\d)\s*[年\-./]\s*)?(?P<{0}m>\d{{1,2}})\s*[月\-./]\s*(?P<{0}d>\d{{1,2}})\s*日?"
_PERIOD = patterns.compile(
    _DAY.format("a").replace("?P<ay>20\\d\\d)\\s*[年\\-./]\\s*)?", "?P<ay>20\\d\\d)\\s*[年\\-./]\\s*)")
    + r"[^\d。；;\n]{0,8}?(?:至|到|—|–|～|~|－|-)+[^\d。；;\n]{0,4}"
    + _DAY.format("b")
)
_CONSULTED = patterns.compile(r"征求意见|征集意见|公示|意见征[求集]|公开征求")
_NUMBERED = patterns.compile(
    r"第[一二三四五六七八九十]{1,3}[章节部]|[（(]?[一二三四五六七八九十]{1,3}[）)、．.]"
    r"|[（(]?\d{1,2}(?:[.．]\d{1,2})*[）)、．. \u3000]|[①-⑩]"
)
_LEAD = patterns.compile(r"(?P<said>[^。：:；;\n]{2,60}?)(?P<end>[。：:]|$)")
_PLAIN = patterns.compile(
    r"(?:国家|行业|地方|团体|企业|推荐性|强制性|指导性技术文件|\d{4}年度?)*标准(?:的?制?修订|制定|制订)?$|^(?:国家|行业|地方|团体|企业|推荐性)*标准"
)
_NUMBER = patterns.compile(r"^[A-Z]{1,4}(?:/[A-Z]+)*[ \u3000]*[\dX×]+(?:\.\d+)*(?:[ ]?[—–-][ ]?[\dX×]{4})?[ \u3000]*")
_LEVEL = patterns.compile("团体标准|国家标准(?=[制计项编修《（(])|行业标准|地方标准")
"""What standards are called of which a note speaks first."""
_NATIONAL = patterns.compile("以国际标准为基础的|同类标准技术内容的对比")
_SIGNS = patterns.compile(r"[《》〈〉“”\"‘’：:，,、·—–―－‐\-]")
_REVISED = patterns.compile(
    r"本次修订|本(?:标准|文件)的?修订|(?<![制定、/)）])修订(?:任务|背景|前后|项目)|(?:本标准|本文件)(?:拟|将)?(?:代替|替代)[^。\n]{0,6}[A-Z]"
)
_REVISION = patterns.compile(r"(?<![制定][、/(]?)修订")


class Part(NamedTuple):
    """What an item consists of: its name, how headings call it, and which sentences say it without heading."""

    name: str
    name_en: str
    head: regex.Pattern[str]
    sentence: regex.Pattern[str]
    revised: bool = False


class Item(NamedTuple):
    """One of the items that a note covers. `either`: another item that may stand for it where the two are joined."""

    id: str
    parts: tuple[Part, ...]
    either: str = ""


_NO = "(?:无|没有|未|不|尚无|暂无|不存在|未见)"
_NONE = "(?:没有|无|尚无|暂无|未见|不存在|未查到|未检索到|未发现)"
_FOREIGN = "(?:国际|国外|国内外|ISO|IEC|发达国家)"


def _part(name: str, name_en: str, head: regex.Pattern[str], sentence: regex.Pattern[str]) -> Part:
    return Part(name, name_en, head, sentence)


ITEMS = (
    Item(
        "EXP-01",
        (
            _part(
                "工作简况",
                "outline of the work",
                patterns.compile(
                    r"工作(?:简况|概况|情况|过程|简介)|(?:任务|项目|计划)的?来源|(?<!基础的)(?:起草|编制|制定|制订|编写|研制)(?:的?工作)?(?:过程|情况|概况|背景|经过)"
                    r"|(?:项目|标准)(?:概况|背景)|立项(?:背景|情况)|^概况"
                ),
                patterns.compile(
                    r"(?:任务|项目)来源|(?:下达|列入|批准立项)[^。\n]{0,30}(?:计划|项目)[^。\n]{0,30}(?:起草|编制|承担|计划号)"
                ),
            ),
        ),
    ),
    Item(
        "EXP-02",
        (
            _part(
                "编制原则",
                "drafting principles",
                patterns.compile(r"原则(?!性)"),
                patterns.compile(r"(?:遵循|坚持|按照|本着|依据|遵守|基于|贯彻)[^。\n]{0,40}原则"),
            ),
            _part(
                "主要内容及其确定依据",
                "main content and its basis",
                patterns.compile(
                    r"主要[^。]{0,12}(?:内容|条款|指标|要求|依据)|内容(?:的?(?:说明|确定|依据|解释)|及)|(?:确定|编制|制定|起草|技术|主要)(?:的?)依据|论据"
                    r"|(?:技术|关键)(?:内容|指标|要求|参数)|条款(?:的?)(?:说明|解释|内容)|标准内容"
                ),
                patterns.compile(r"本(?:标准|文件)(?:主要)?(?:规定|提供|给出|确立|界定|描述)了"),
            ),
            Part(
                "修订前后技术内容的对比",
                "comparison with the former edition",
                patterns.compile(
                    r"(?:新旧|新老|修订前后|前后|与(?:原|上一?|旧|现行|[A-Z\d])[^。]{0,24})[^。]{0,20}(?:对比|差异|比较|变化)|主要(?:技术)?(?:变化|差异|修改)|修订的?(?:主要)?内容|主要修[订改]"
                ),
                patterns.compile(
                    r"相比[^。\n]{0,40}(?:变化|修改|更改|调整|增加|删除)|(?:新旧|修订前后)[^。\n]{0,30}(?:对比|差异|比较|变化)"
                ),
                revised=True,
            ),
        ),
    ),
    Item(
        "EXP-03",
        (
            _part(
                "试验验证、技术经济论证和预期效益",
                "trials, economic argument and expected benefits",
                patterns.compile(
                    r"[试实]验(?!方法)[^。]{0,10}(?:分析|报告|情况|结果|综述)|验证|论证|效益|试用|试点|预期(?:的?)(?:效果|作用|成果)|经济(?:效果|分析)"
                ),
                patterns.compile(
                    r"(?:预期|产生|带来|取得|形成)[^。\n]{0,20}效益|(?:开展|进行|组织)了[^。\n]{0,16}(?:试验|验证|试用|试点)"
                    rf"|(?:试验|验证)[^。\n]{{0,15}}(?:表明|结果|证明)|{_NO}(?:涉及|需要?|进行)[^。\n]{{0,8}}(?:试验|验证)"
                ),
            ),
        ),
    ),
    Item(
        "EXP-04",
        (
            _part(
                "与国际、国外同类标准技术内容的对比情况",
                "comparison with international and foreign documents",
                patterns.compile(
                    rf"{_FOREIGN}[^。]{{0,25}}(?:对比|比较|水平|同类|对标|类似|现状|比对)|(?:对比|比较|对标|比对)[^。]{{0,20}}{_FOREIGN}"
                ),
                patterns.compile(
                    rf"{_NONE}[^。\n采]{{0,12}}{_FOREIGN}[^。\n]{{0,20}}(?:标准|文件)|{_FOREIGN}[^。\n]{{0,8}}{_NONE}[^。\n]{{0,20}}(?:标准|文件)"
                    rf"|{_FOREIGN}[^。\n]{{0,20}}(?:同类|类似|相关|相应|对应)[^。\n]{{0,20}}(?:对比|比较|相当|水平|一致|差异)"
                ),
            ),
        ),
        "EXP-05",
    ),
    Item(
        "EXP-05",
        (
            _part(
                "以国际标准为基础的起草情况",
                "use of international documents",
                patterns.compile(
                    r"(?:采用|引用|转化)[^。]{0,10}(?:国际|国外|ISO|IEC)|采标|以国际标准为基础|国际(?:国外)?标准[^。]{0,12}(?:采用|转化|程度|版权|起草)|一致性程度"
                ),
                patterns.compile(
                    rf"{_NO}[^。\n]{{0,8}}采用[^。\n]{{0,12}}{_FOREIGN}|{_NO}(?:涉及)?[^。\n]{{0,6}}采标|(?:等同|修改)采用|非等效"
                    r"|以[^。\n]{0,20}国际标准为基础"
                ),
            ),
        ),
        "EXP-04",
    ),
    Item(
        "EXP-06",
        (
            _part(
                "与有关法律、行政法规及相关标准的关系",
                "relation to laws, regulations and other documents",
                patterns.compile(
                    r"(?:法律|法规|强制性|政策|规章|(?:现行|相关|有关|其[他它]|现有)(?:的)?(?:国家|行业|各级)?标准)[^。]{0,30}(?:关系|协调|一致|符合|冲突|抵触|衔接|配套|矛盾)"
                    r"|(?:关系|协调性?|符合|遵守|衔接)[^。]{0,20}(?:法律|法规|强制性)|^与[^。]{0,20}(?:法律|法规|强制性)|标准的?协调性"
                ),
                patterns.compile(
                    r"(?:法律|法规|强制性)[^。\n]{0,40}(?:协调|一致|(?:无|没有|不存在|不)(?:[^。\n]{0,6})(?:冲突|矛盾|抵触|违背)|衔接|配套)"
                    r"|(?:不违反|不违背|不抵触)[^。\n]{0,20}(?:法律|法规|强制性)"
                ),
            ),
        ),
    ),
    Item(
        "EXP-07",
        (
            _part(
                "重大分歧意见的处理",
                "handling of major dissent",
                patterns.compile(r"分歧|重大(?:的)?(?:不同)?意见|争议"),
                patterns.compile(
                    r"(?:重大|较大|原则性?|显著|任何)[^。\n]{0,6}分歧|分歧意见|(?:无|没有|未|不存在)[^。\n]{0,12}分歧"
                ),
            ),
        ),
    ),
    Item(
        "EXP-08",
        (
            _part(
                "涉及专利的说明",
                "statement on patents",
                patterns.compile(r"专利|知识产权"),
                patterns.compile(
                    r"(?:涉及|识别|发现|存在|含|侵犯|检索)[^。\n]{0,20}(?:专利|知识产权)|(?:专利|知识产权)[^。\n]{0,20}(?:涉及|问题|风险|声明|披露|许可)"
                ),
            ),
        ),
    ),
    Item(
        "EXP-09",
        (
            _part(
                "实施标准的要求和措施建议",
                "requirements and suggestions for implementation",
                patterns.compile(
                    r"(?:贯彻|实施|宣贯|推广|执行)[^。]{0,20}(?:措施|建议|要求|方案|日期)|(?:措施|实施|贯彻|宣贯|推广)[^。]{0,4}建议|过渡期|实施日期"
                ),
                patterns.compile(
                    r"过渡期|建议[^。\n]{0,40}(?:实施|宣贯|贯彻)|(?:发布|批准)[^。\n]{0,12}后[^。\n]{0,12}(?:个月|实施)|宣贯(?:培训|会|工作)"
                ),
            ),
        ),
    ),
    Item(
        "EXP-10",
        (
            _part(
                "其他应当说明的事项",
                "other matters",
                patterns.compile(r"其[他它余](?:$|.{0,15}(?:事项|说明|问题|情况|内容|事宜))|^其[他它余]|废止现行"),
                patterns.compile(r"(?:无|没有)其[他它][^。\n]{0,16}(?:说明|事项)|其[他它](?:应|需|予)[^。\n]{0,6}说明"),
            ),
        ),
    ),
)
"""The ten items in order."""


class Piece(NamedTuple):
    """A text and where it stands."""

    text: str
    span: Span


class Line(NamedTuple):
    """A line of the text; `marked`: a number stands in front of it, or it is set as a heading."""

    text: str
    span: Span
    marked: bool


class Period(NamedTuple):
    """The days on which the draft was laid open for comments, the first and the last."""

    start: date
    end: date
    span: Span

    @property
    def days(self) -> int:
        """How many days it lasted, both ends included."""
        return (self.end - self.start).days + 1


@dataclass(slots=True, eq=False)
class ExplanatoryNote:
    """The facts of a note. `head` is its title line; `present` says whether a title calls the document a note.

    `title` is that of the standard, `stage` that of the draft to which it belongs (with its span). `units` are the
    drafting units that a list names; `open_units`: the list ends in “等”. `covered` holds, by item and part, where it
    is covered. `revised`: the standard is a revision. `joined`: comparison with and use of international documents may
    be one item, as in notes on other than national standards that do not follow the wording of national ones.
    """

    head: Span
    present: bool = False
    title: Piece | None = None
    stage: Piece | None = None
    number: Piece | None = None
    units: list[Piece] = field(default_factory=list)
    open_units: bool = False
    period: Period | None = None
    covered: dict[tuple[str, str], Span] = field(default_factory=dict)
    revised: bool = False
    joined: bool = False

    @property
    def stage_name(self) -> str:
        """The name of the stage, “” where the title names none."""
        return LABELS.get(self.stage.text, "") if self.stage else ""

    def missing(self, *, revised: bool = False) -> Iterator[tuple[Item, list[Part]]]:
        """Yield the items that are not covered, each with its parts that are missing.

        The comparison with the former edition is demanded only of a revision.
        """
        for item in ITEMS:
            parts = [part for part in item.parts if revised or self.revised or not part.revised]
            open_ = [part for part in parts if (item.id, part.name) not in self.covered]
            if open_ and not (self.joined and any(id_ == item.either for id_, _ in self.covered)):
                yield item, open_


def explanatory_note(source: Source) -> ExplanatoryNote:
    """Return what an explanatory note says; of any other document, what can be found of it."""
    lines = list(_lines(source))
    note = ExplanatoryNote(lines[0].span if lines else (0, 0))
    behind = _heading(note, lines)
    text = source.text
    level = _LEVEL.search(text)
    note.joined = not (level and level.group() == "国家标准") and not _NATIONAL.search(text)
    note.revised = note.revised or _REVISED.search(text) is not None
    if match := _PLAN.search(text):
        note.number = Piece(match["plan"], match.span("plan"))
    note.period = _period(text)
    units = drafting_units(text)
    note.units, note.open_units = units
    _cover(note, source, lines[behind:])
    return note


def is_note(source: Source) -> bool:
    """Say whether the title of a document calls it an explanatory note."""
    lines = list(islice(_lines(source), _TOP))
    return _heading(ExplanatoryNote((0, 0)), lines) > 0


def same_title(one: str, other: str) -> bool:
    """Say whether two titles are the same but for blanks and signs between their elements, and 标准 at the end."""
    first, second = sorted((_bare(one), _bare(other)), key=len)
    return second in (first, f"{first}标准")


def tells_title(note: ExplanatoryNote, text: str, title: str) -> bool:
    """Say whether a note names a title, in one line or, above the words 编制说明, in several."""
    if note.title is None or same_title(note.title.text, title):
        return note.title is not None
    quoted = text[max(note.title.span[0] - 1, 0)] == "《"
    return not quoted and _bare(title) in _bare("".join(text[: note.head[1]].split()))


def _bare(title: str) -> str:
    return _SIGNS.sub("", fold(_NUMBER.sub("", title.strip())))


def _lines(source: Source) -> Iterator[Line]:
    """Yield the lines of the text, labels and what repeats other text left out."""
    for index, block in enumerate(source.blocks):
        if block.kind in _UNSAID:
            continue
        at = block.span[0]
        marked = block.kind == "heading" or block.bold or (index > 0 and source.blocks[index - 1].kind == "label")
        for line in source.text[slice(*block.span)].split(LINE_BREAK):
            if said := line.strip():
                start = at + len(line) - len(line.lstrip())
                yield Line(said, (start, start + len(said)), marked or _NUMBERED.match(said) is not None)
            at += len(line) + 1


_TOP = 30
"""How many lines a title page has at most."""

_LONGEST_HEAD = 60
_LONGEST_PLAIN = 30
"""How long a heading is at most, and one that nothing marks as a heading."""


def _heading(note: ExplanatoryNote, lines: list[Line]) -> int:
    """Read the title of a note, and return how many lines it takes."""
    for index, line in enumerate(lines[:_TOP]):
        said = fold(line.text)
        mark = _MARK.search(said)
        if mark is None or len(said) > 90 or _NO_MARK.search(_QUOTED.sub("", said[: mark.end()])):
            continue
        if not _BEHIND_MARK.fullmatch(said, mark.end()):
            continue
        note.present = True
        last = index + 1
        while last < len(lines[:_TOP]) and _STAGE.fullmatch(fold(lines[last].text).strip("()[]【】")):
            last += 1
        note.head = line.span
        note.stage = _first(_STAGE, lines[:last])
        note.title = _title(lines[:last], index)
        note.revised = any(_REVISION.search(fold(_QUOTED.sub("", piece.text))) for piece in lines[:last])
        return last
    return 0


def _first(pattern: regex.Pattern[str], lines: list[Line]) -> Piece | None:
    for line in reversed(lines):
        if match := pattern.search(line.text):
            return Piece(match.group(), (line.span[0] + match.start(), line.span[0] + match.end()))
    return None


def _title(lines: list[Line], mark: int) -> Piece | None:
    """Return the title of the standard: in 《》, else what stands in front of 编制说明 or on the lines above it."""
    for line in reversed(lines):
        if match := _QUOTED.search(line.text):
            title = _STAGED.sub("", match[1])
            start = line.span[0] + match.start(1)
            return Piece(title, (start, start + len(title)))
    above = [_named(line) for line in lines[: mark + 1]]
    found = [piece for piece in above if piece is not None]
    return found[-1] if found else None


def _named(line: Line) -> Piece | None:
    """Return what a line says besides 编制说明, the stage and the level of the standard."""
    end = len(line.text)
    for pattern in (_SPACED_MARK, _STAGE):
        if match := pattern.search(line.text):
            end = min(end, match.start())
    said = line.text[:end].rstrip("（([【 　")
    said = said[: match.start()] if (match := _PLAIN.search(said)) and match.start() else said
    if match := _PLAIN.match(said):
        said = "" if match.end() == len(said) else said
    if len(fold(said)) < 3 or _FURNITURE.search(fold(said)):
        return None
    return Piece(said, (line.span[0], line.span[0] + len(said)))


_SPACED_MARK = patterns.compile(
    r"编[\s\u3000]*[制写][\s\u3000]*(?:情[\s\u3000]*况[\s\u3000]*)?说[\s\u3000]*明|起草说明"
)
_FURNITURE = patterns.compile(
    r"^(?:ICS|CCS|附件\d*|\d|GB|标准编制组|.{0,12}(?:起草组|编制组|工作组)$|.{0,30}(?:学会|协会|委员会)$)|^二[〇○零]"
)


def _period(text: str) -> Period | None:
    """Return the first period in a sentence that speaks of comments."""
    for match in _PERIOD.finditer(text):
        start = max(text.rfind(sign, 0, match.start()) for sign in "。\n")
        ends = [at for sign in "。\n" if (at := text.find(sign, match.end())) >= 0]
        if not _CONSULTED.search(text, start + 1, min(ends, default=len(text))):
            continue
        year = int(match["ay"])
        try:
            first = date(year, int(match["am"]), int(match["ad"]))
            last = date(int(match["by"] or year), int(match["bm"]), int(match["bd"]))
        except ValueError:
            continue
        if first <= last:
            return Period(first, last, match.span())
    return None


_UNITS = patterns.compile(
    r"(?:起草|编制|编写|制定|研制|牵头|参[加与编]|主编|承担)(?:的?主要)?(?:起草|编制)?单位"
    r"(?:主要)?(?:[有为是:：]|包括|如下)+[ \u3000]*"
    r"(?P<names>(?:(?!(?:参[编加与]|起草|牵头|主编|编制)单位)[^。；;\n\u2028]){3,600})"
    r"|由(?P<names>[^。；;，,\n\u2028]{3,600}?)(?:等(?:单位)?)?(?:共同|联合|负责|牵头|主要|承担|参与)*(?:起草|编制)"
)
_SPLIT = patterns.compile(r"[、，,]|(?<=[公司院所心会学局厂团部])[和及](?=\p{Han}{3})")
_ETC = patterns.compile(r"等(?:单位|\d+家.*|[一-十]+家.*)?$")
_UNIT_ENDS = patterns.compile(
    r"(?:公司|大学|学校|集团|政府|联盟|[院所中心会局厅厂团部站队委处馆社园库署办网店行校]|[）)])$"
)


def drafting_units(text: str) -> tuple[list[Piece], bool]:
    """Return the drafting units that sentences of `text` list, each once, and whether a list ends in “等”."""
    found: dict[str, Piece] = {}
    open_ = False
    for match in _UNITS.finditer(text):
        start, end = match.span("names")
        open_ = open_ or "等" in text[end : end + 3] or _ETC.search(text[start:end].strip()) is not None
        at = start
        for name in _SPLIT.split(text[start:end]):
            at = text.index(name, at)
            plain = _ETC.sub("", name.strip())
            if _UNIT_ENDS.search(plain) and 3 <= len(plain) <= 40 and _LISTED.search(plain) is None:
                first = text.index(plain, at)
                found.setdefault(fold(plain), Piece(plain, (first, first + len(plain))))
            at += len(name)
    return list(found.values()), open_


_LISTED = patterns.compile(r"[：:]|标准|^(?:负责|承担|参与|组织|收集|起草)|起草组|工作组|编制组|技术委员会归口")


def _cover(note: ExplanatoryNote, source: Source, lines: list[Line]) -> None:
    """Find where each item is covered: by headings first, else by a sentence."""
    parts = [(item.id, part) for item in ITEMS for part in item.parts]
    for line in lines:
        if said := _lead(line):
            for id_, part in parts:
                if part.head.search(said):
                    note.covered.setdefault((id_, part.name), line.span)
    for id_, part in parts:
        if (id_, part.name) not in note.covered and (match := part.sentence.search(source.text)):
            note.covered[id_, part.name] = match.span()


def _lead(line: Line) -> str:
    """Return the words that head a paragraph, folded: a heading, or what stands in front of a colon; else “”."""
    said = fold(line.text)
    if numbered := _NUMBERED.match(line.text):
        said = fold(line.text[numbered.end() :]).lstrip("、.：:")
    match = _LEAD.match(said)
    if match is None or (match["end"] == "。" and not line.marked):
        return ""
    limit = _LONGEST_HEAD if line.marked or match["end"] in ("：", ":") else _LONGEST_PLAIN
    if len(match["said"]) > limit or (not line.marked and "，" in match["said"]):
        return ""
    return match["said"]
