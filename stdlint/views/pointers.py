"""Find every mention of a place: a clause, an annex, a figure, a table, a formula, a list item, a page.

Source: GB/T 1.1—2020, 9.5.3 (how places are named), 9.5.5 (pointers); reference gbt-1.1-2020.md, section 20.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.model import Cell, Source, Span
from stdlint.views.citations import NOT_UNIT, Citation
from stdlint.views.outline import Outline
from stdlint.views.regions import Region
from stdlint.views.wording import BLANK, Spans

OWN, OTHER, UNSURE = "own", "other", "unsure"
"""Into which document a mention points: this one, another one, or one that the words leave open."""

_ONES = "一二三四五六七八九"
_CHINESE = "[一二三四五六七八九十]{1,3}"
_NUMBER = rf"(?:[A-Z]{BLANK}?[.．\-—–]?{BLANK}?)?\d{{1,3}}(?:[.．\-—–]\d{{1,3}})*(?![\d])(?:[a-z](?![A-Za-z)）]))?"
_NO_COUNT = (
    rf"(?!{BLANK}?(?:[个种张幅只台块份套名篇次倍级栏行类项层段位组支根人年月日元件%‰°℃×]|条(?!规)|列(?![出于入示明])"
    rf"|[A-Za-zμΩ](?!{BLANK}?[)）])|[.．]\d))"
)
_DECIMAL = r"(?:[1-9]\d?|[A-Z])(?:[.．][1-9]\d?){1,6}"
_WORD = r"(?:章(?!程)|条(?![件形码纹幅目带状款理])|小?节(?![能电约点水])|款(?!式)|项(?!目))"
_ENDS_HERE = rf"(?={BLANK}*(?:[，。；：）)（(、和与及的所中规要给列]|$|\n))"
_FORMULA_NUMBER = r"(?:[A-Z][.．\-]?)?\d{1,3}(?:[.．\-]\d{1,3})*[a-z]?"
_TOKENS = tuple(
    patterns.compile(pattern)
    for pattern in (
        rf"附{BLANK}*录{BLANK}*(?P<annex>[A-Z](?![A-Za-z])(?:[.．]\d{{1,2}})*|{_CHINESE}(?![览致些般并同])|\d{{1,2}}(?![\d年.]))",
        rf"附{BLANK}*[件表图]{BLANK}*(?P<attachment>[A-Z](?![A-Za-z])(?:[.．\-]?\d{{1,2}})*"
        rf"|\d{{1,2}}(?![\d年])(?:[.\-]\d{{1,2}})?{_NO_COUNT}|{_CHINESE}{_ENDS_HERE})",
        rf"图(?<![意企力地蓝绘附制版构]图){BLANK}*(?P<figure>{_NUMBER}{_NO_COUNT}|{_CHINESE}{_ENDS_HERE})",
        rf"表(?<![代仪手钟图报填外电水气油转压能度速计秒附怀发]表){BLANK}*(?P<table>{_NUMBER}{_NO_COUNT}|{_CHINESE}{_ENDS_HERE})",
        rf"公{BLANK}*式{BLANK}*(?:[（(]{BLANK}*(?P<formula>{_FORMULA_NUMBER}|{_CHINESE}){BLANK}*[）)]|(?P<formula>{_FORMULA_NUMBER}{_NO_COUNT}))",
        rf"(?<!公{BLANK}*)式(?<=(?:^|方程|[按由见用将入和从与及据、，。；照于以到至～（(或的在对把\n\d]{BLANK}*)式){BLANK}*"
        rf"(?:[（(]{BLANK}*(?P<formula>{_FORMULA_NUMBER}|{_CHINESE}){BLANK}*[）)]|(?P<formula>{_FORMULA_NUMBER}{_NO_COUNT}))",
        rf"式(?<=(?P<behind>[（(]{_FORMULA_NUMBER}[）)]){BLANK}*式)(?=[。，；中的计、）)])",
        rf"第{BLANK}*(?:(?P<chapter>(?:\d{{1,2}}|{_CHINESE})(?:{BLANK}*[、,和与及至～~]{BLANK}*第?{BLANK}*(?:\d{{1,2}}|{_CHINESE}))*){BLANK}*章(?!程)"
        rf"|(?P<sub>{_DECIMAL}(?:{BLANK}*{_WORD}|(?!\d|{BLANK}*[部版次阶批])))"
        rf"|(?P<article>(?:\d{{1,2}}|{_CHINESE}){BLANK}*(?:条(?![件形码纹幅目带状款理])|节(?![能电约点水])))"
        rf"|(?P<page>\d{{1,4}}(?:{BLANK}*[、～~至—-]{BLANK}*第?\d{{1,4}})*){BLANK}*页(?!面|码|岩|/))",
        rf"页(?<=[见按如在]{BLANK}*(?P<page>\d{{1,4}}){BLANK}*页)(?!面|码|/)",
        *(
            rf"{word}(?<=(?:[见按照合据足和与在]|本文件的?){BLANK}*{word}){BLANK}*(?P<named>{_DECIMAL})(?![\d.．A-Za-z])"
            for word in ("章节", "条款")
        ),
        rf"章(?<=(?<![\d.．A-Za-z\-—第]|第{BLANK})(?P<short>[1-9]\d?){BLANK}*章)(?![程节鱼])",
        rf"(?<=(?<![\d.．A-Za-z\-—/第]|[A-Za-z/]{BLANK})(?P<bare>[1-9]\d?|[A-Z]))\.(?=[1-9])"
        r"(?:(?<!\n(?:\d\d?|[A-Z])\.)|(?=[1-9][\d.]*\p{Han}))",
        *(
            rf"{verb}(?:第|本文件的?)?{BLANK}?[（(]?{BLANK}?(?P<lone>[1-9]\d?)(?={BLANK}*(?:[。；）)]|的(?:规定|要求|方法)|(?:[、和与～至]|[，,]{BLANK}?见){BLANK}?\d))"
            for verb in ("见", "按照?", "符合")
        ),
        rf"(?<=[见按照合据足除述项的条]{BLANK}?)(?P<item>[a-z]){BLANK}?[)）]",
        rf"(?<![（(A-Za-z\d])(?P<item>[a-z]){BLANK}?[)）]项",
    )
)
"""Each begins with a letter of its own, so that a search for it runs fast."""

_BARE = patterns.compile(rf"(?:{_DECIMAL})(?:{BLANK}?{_WORD}|(?![\d.．]|[A-Za-z](?!{BLANK}?[)）])|[\-—]\d))")
_MORE = patterns.compile(
    rf"{BLANK}*(?P<join>、|,|和|与|及|或|以及|～|~|〜|至|到|[—–-]{{1,2}}){BLANK}*(?:[（(]{BLANK}*(?P<number>{_FORMULA_NUMBER}){BLANK}*[）)]"
    rf"|(?P<number>{_NUMBER}|[A-Z](?![A-Za-z\d])){_NO_COUNT}(?!\d|{BLANK}*[章节页]))"
)
_PART = patterns.compile(
    rf"{BLANK}*(?:的|中的?|列项(?:的)?)?{BLANK}*[（(]?(?P<letter>[a-z]){BLANK}?[)）](?:{BLANK}*(?P<digit>\d{{1,2}}){BLANK}?[)）])?"
)
_LETTER = patterns.compile(
    rf"{BLANK}*(?P<join>、|,|和|与|及|或|以及|～|~|〜|至|到|[—–-]{{1,2}}){BLANK}*(?P<letter>[a-z]){BLANK}?[)）](?:{BLANK}*(?P<digit>\d{{1,2}}){BLANK}?[)）])?"
)
_JOINS = patterns.compile(
    rf"{BLANK}*(?:、|，|,|；|和|与|及|或|以及|～|~|〜|至|到|[—–-]{{1,2}}|/)?{BLANK}*(?:其|中?的|中)?(?:列项)?{BLANK}*"
)
_RANGE = patterns.compile(rf"{BLANK}*(?:～|~|〜|至|到|[—–-]{{1,2}}){BLANK}*")
_DIGITS = patterns.compile(rf"\d{{1,3}}|{_CHINESE}")
_VERB = patterns.compile(
    r"(?<![意可常预罕看听偏])(?:参见|详见|另见|见)|请?参阅|参考|参照|按照|按(?![钮键时期])|依照|依据|根据|遵照|遵守|遵循|符合|满足|执行|采用|使用|利用|达到"
    r"|(?<![例假比诸])如(?!果)|列[于入]|示于|给出于|删除|增加|更改|修改|将"
)
_STOPS = "。；：！？\u2028"
_BETWEEN_VERB = rf"(?:了|本(?:文件|标准|规范|规程|部分|章)(?:中)?的?|上述|第|条款?|[（(])*{BLANK}*$"
_AHEAD_SURE = patterns.compile(
    rf"(?:(?<![意可常预罕看听偏])见|参见|详见|参阅){_BETWEEN_VERB}"
    rf"|本(?:文件|标准|规范|规程|部分|附录)(?:中的?|的)?{BLANK}*$|(?:条款|章条|条号|条文)(?:号|编号)?[：:]?{BLANK}*$"
)
_AHEAD_BY = patterns.compile(rf"(?:按照?|依照|遵照|参照|符合|依据|根据|遵守|遵循|执行|满足){_BETWEEN_VERB}")
_DOES = patterns.compile(
    rf"(?:{BLANK}*[、，,和与及～~至]{BLANK}*{_DECIMAL})*(?:的?(?:规定|要求|方法|步骤)|{BLANK}*)(?:进行|执行|测[定试量]|试验|检[验测查]|操作|处理|验证|评[定价]|判定|计算|取样|抽样|制备|配制|校准|调[节整]|安装|标[定志]|实施|办理|编[制写])"
)
_AHEAD_WEAK = patterns.compile(rf"(?:[除由对在将从用以经与和及或跟、，；（(]|采用|使用|本条){BLANK}*$")
_COMPARES = patterns.compile(
    rf"(?:[于到为达过±≥≤=＝<>~～×至比值约数率第]|[超不][过足]|版本?|[Vv]|等级|级|型号|[表图式]{BLANK}*[A-Z]?[.\d]*){BLANK}*$"
)
_BEHIND_SURE = patterns.compile(
    rf"{BLANK}*(?:(?:中|所|的|中的|所列|条款?|节)*(?:规定|给出|所述|描述|界定|确立|要求|方法|步骤|内容|相关|有关)|中(?!位|值|心|等|级)|列项"
    rf"|条(?![件形码纹幅目带状理])|节(?![能电约点水])|[a-z]{BLANK}?[)）]|第[{_ONES}]段|的[图表注]|以?外[，,])"
)
_FACTOR = patterns.compile(
    rf"{BLANK}*(?:[:∶：/]{BLANK}*\d|[计取折]|倍|分(?!别)|元|考虑|比例|左右|以[上下内]|进行?(?:缩放|放大))"
)
_OTHERS = patterns.compile(
    r"(?:(?:19|20)\d\d(?:年)?(?:版本?)?|[旧原前上老]版本?|原(?:文件|标准|文)|版(?:本|标准)?|》(?:[（(][^（）()]*[）)])?|(?<![本国])(?:法|条例|办法|规章|合同|协议)"
    r"|(?:该|此|其|它|引用|所引|国家|行业|国际|欧洲|相应|相关|被引用|被代替|所代替)(?:的)?(?:标准|文件|规范|规程|部分|指南|版本)|ISO标准|IEC标准)"
    rf"(?:中的?|的|之|里|[：:])?{BLANK}*(?:第)?{BLANK}*$"
)
_THEIRS = patterns.compile(rf"(?<![尤与及和极])其(?:中的?)?{BLANK}*$")
_REACH = patterns.compile(
    rf"(?:[（(][^（）()\n]{{0,30}}[）)]|的?所有部分|{BLANK}|《[^《》\n]*》|标准|文件|中|的|之|里|规定|给出|所述|描述|界定|列出|定义|术语|条目|条款|附录[A-Z]|[“\"§：:]|第|(?<comma>[，,])){{0,6}}"
)
_SILENT = frozenset(("toc", "header", "footer", "code", "title", "caption", "formula"))
_ELSEWHERE = frozenset(("cover", "contents", "title", "references", "bibliography", "index", "header", "footer"))
_METHOD_COLUMN = patterns.compile(r"章条|条款|条文|条号|条目|方法|章节")
_ALONE = patterns.compile(
    rf"(?:{_DECIMAL}|第?\d{{1,2}}章?)(?:(?:[、，,；;/～~—\-]|{BLANK}|和|及)+(?:{_DECIMAL}|第?\d{{1,2}}章?))*{BLANK}*"
)
_SAME = r"(?:各|有关|相关|相应|的|[一二三四五六七八九十两几\d]{1,2}[个条]?)?(?:条款|章节|条文|章条)(?![：:])"
_TEXTS = tuple(
    patterns.compile(pattern)
    for pattern in (
        r"(?<![意可常预罕看听偏])见(?P<text>[上下前后]文(?![档件字本])|[前上下]述|[前后上下]面(?!的?[图表公])|[上下前后](?=[。，；）)])|以[上下](?!图|表|公?式)|[上下前后]一?[章条节款](?!件))",
        r"文(?<=(?P<text>(?<![上见])[上下前后]文))(?=中|所|规定|给出|描述|提[到及])",
        rf"(?P<text>上述{_SAME})",
        r"所述(?<=(?P<text>如[上前]所述))",
        r"条款(?<=(?P<text>(?:以上|前述|上列|前列)(?:各|有关)?条款))(?![：:])",
        r"一[章条节](?<=(?<!见)(?P<text>[上下前后]一[章条节]))(?=[的中规所之。，；）)])",
    )
)
_OBJECT_ENDS = r"(?![\dA-Z一二三四五六七八九十达示面明述情况册片形样谱纸层格单书像案观决彰扬演皮]|[（(][\dA-Z])"
_OBJECTS = tuple(
    patterns.compile(
        rf"{sign}(?<=(?:^|[，。；：（(、\n]|见|按照?|由|用|据|照|合|足|如|以|从|在|将|与|和|入|列于|示于|使用|采用|遵守){BLANK}*"
        rf"(?P<object>(?:下列|如下|以下|下面的?|上面的?|下|上|左|右)(?:公(?=式))?{sign})){_OBJECT_ENDS}"
        rf"|{sign}(?<=(?:(?<![例假比诸])如|(?<![意可常预罕看听偏])见)(?P<object>{sign}))(?={BLANK}*(?:所示|中?所[列示述]|[，。；）)]))"
    )
    for sign in ("图", "表", "式")
)
_KINDS = {
    "chapter": "clause",
    "lone": "clause",
    "article": "clause",
    "short": "clause",
    "behind": "formula",
    "sub": "subclause",
    "named": "subclause",
    "bare": "subclause",
}
_WORDS = frozenset("章条节款项")
_SECTION_WORD = patterns.compile(rf"{BLANK}*小?[章条节款项]$|^[章条][节款]{BLANK}*")
_QUANTITY = patterns.compile(NOT_UNIT)
_UPTO = patterns.compile(rf"{BLANK}*[～~〜至]{BLANK}*{_DECIMAL}(?![\d.．A-Za-z]){NOT_UNIT}")
_SEE_AHEAD = patterns.compile(rf"见[（(]?{BLANK}*$")
_HYPHEN = patterns.compile(r"[\-—–]")
_SEPARATORS = patterns.compile(r"[．\-—–]")
_CLOSES = patterns.compile(rf"(?:{BLANK}*[、，和或]{BLANK}*{_DECIMAL})*{BLANK}*[）)]")
_THING = patterns.compile(rf"(?![分值数率度])\p{{Han}}{BLANK}*[（(]{BLANK}*$")
_BRACKETED = patterns.compile(rf"[式表图]{BLANK}*[（(]{BLANK}*$")
_COMPARING = patterns.compile("差异|结构(?:性)?(?:编号|变化|对照|调整)|对照")
_OPEN = patterns.compile(r"[（(\[［][^（）()\[\]［］]*$")
_OPEN_SEE = patterns.compile(r"[（(][^（）()]*见[^（）()]*$")
_FOREIGN_COLUMN = patterns.compile("ISO|IEC|EN|对应|国际|原(?:标准|文件)|代替|被采用")
_WHAT = {"图": "figure", "表": "table", "式": "formula"}
_FAMILY = {"clause": "text", "subclause": "text", "annex": "text", "item": "text", "attachment": "text"}


class Pointer(NamedTuple):
    """A mention of a place, found once for all rules.

    `kind`: clause (“第4章”, also “见4”), subclause (“5.2”, “A.1”), annex, attachment (“附件A”, “附表1”), figure, table,
    formula, item (“a)”), page, or text (“见上文”). `number` is canonical (“5.2”, “A.1”, “1”): no blanks, figures for
    Chinese numerals, a point for every dash; compare it with `canonical(caption.number)`. It is “” of a relative
    mention (“见下表”, “如上图”, “按下式”). `within`: of an item the clause named in front of it, or “”. `part`: the
    letter of a part of a figure (“图1 a)”). `span` holds the words of this mention: “第5.2条”; of “表1、2和4” the
    first is “表1”, the others “2” and “4”. `implied`: stands only between the ends of a range (“表1～表4” mentions 2
    and 3, with the span of the whole). `verb`: the last word such as 见, 按, 符合 in front of it in its sentence, or
    “”, with `verb_span`. `whose`: “own”, “other” (another document or an old edition), “unsure” (either).

    Titles, captions, contents, lists of documents, quotations and code are not read; English drafts give nothing.
    """

    kind: str
    number: str
    span: Span
    block: int
    whose: str = OWN
    verb: str = ""
    verb_span: Span = (0, 0)
    within: str = ""
    part: str = ""
    implied: bool = False


@lru_cache(4096)
def canonical(number: str) -> str:
    """Return a number without blanks, with figures for Chinese numerals and a point between all its parts."""
    number = "".join(number.split())
    if number and all(char in _ONES + "十" for char in number):
        return _counted(number)
    number = _SEPARATORS.sub(".", number)
    return f"{number[0]}.{number[1:]}" if number[1:2].isdigit() and number[0].isalpha() else number


def _counted(number: str) -> str:
    tens, ten, ones = number.rpartition("十")
    value = (_ONES.find(tens) + 1 if tens else 1) * 10 if ten else 0
    return str(value + (_ONES.find(ones) + 1 if ones else 0))


def pointers(
    source: Source,
    outline: Outline,
    regions: list[Region],
    citations: list[Citation],
    quoted: Spans,
    sources: list[Span],
    compound: frozenset[str],
    lang: str,
) -> list[Pointer]:
    """Return the mentions of places in document order.

    `compound` holds the canonical numbers of captions, which tell “表1-3” from “表1～表3”.
    """
    if lang != "zh":
        return []
    reader = _Reader(source, outline, regions, citations, quoted, Spans(sources), compound)
    return sorted([*reader.read(), *reader.relative()], key=lambda pointer: pointer.span)


class _Found(NamedTuple):
    """What looks like a mention: where it stands, which pattern found it, and the number it says."""

    start: int
    end: int
    kind: str
    said: str


class _Reader:
    """Take one mention after the other: members of an enumeration share verb and document with the one before."""

    def __init__(
        self,
        source: Source,
        outline: Outline,
        regions: list[Region],
        citations: list[Citation],
        quoted: Spans,
        sources: Spans,
        compound: frozenset[str],
    ) -> None:
        self._source, self._regions, self._quoted, self._sources = source, regions, quoted, sources
        self._text = source.text
        self._starts = [block.span[0] for block in source.blocks]
        self._citations = citations
        self._cited = [citation.span[0] for citation in citations]
        self._numbers = {section.number for section in outline.walk() if section.number}
        self._compound = compound
        self._compared: set[int] = set()
        for annex in outline.all("annex"):
            if _COMPARING.search(annex.title):
                self._compared.update(range(annex.first, annex.last))
        self._last: Pointer | None = None
        self._firm = False

    def read(self) -> Iterator[Pointer]:
        """Yield the mentions that name a number."""
        end = -1
        for found in sorted(self._found()):
            if found.start < end:
                continue
            block = self._block(found.start)
            if found.kind == "cell":
                number = canonical(_SECTION_WORD.sub("", found.said))
                whose = UNSURE if block in self._compared else OWN
                yield Pointer("subclause", number, (found.start, found.end), block, whose)
                continue
            if not self._speaks(block, found.start, found.end) or not self._believed(found, block):
                continue
            end = found.end
            for pointer in self._pointers(found, block):
                if not pointer.implied:
                    self._last = pointer
                    end = max(end, pointer.span[1])
                yield pointer

    def _found(self) -> Iterator[_Found]:
        """Yield what looks like a mention, in no order."""
        for pattern in _TOKENS:
            for match in pattern.finditer(self._text):
                kind = match.lastgroup or ""
                start, end = min(match.start(), match.start(kind)), match.end()
                if kind == "bare":
                    whole = _BARE.match(self._text, start)
                    if whole is None:
                        continue
                    yield _Found(start, whole.end(), kind, whole.group())
                elif kind == "lone":
                    yield _Found(match.start(kind), end, kind, match[kind])
                else:
                    yield _Found(start, end, kind, match[kind])
        yield from self._in_method_columns()

    def relative(self) -> Iterator[Pointer]:
        """Yield the mentions that say only “above” and “below”."""
        for pattern in (*_TEXTS, *_OBJECTS):
            for match in pattern.finditer(self._text):
                kind = match.lastgroup or ""
                start, end = match.span(kind)
                block = self._block(start)
                if self._speaks(block, start, end):
                    verb, spoken = self._verb(start, block)
                    yield Pointer(_WHAT.get(match[kind][-1], "text"), "", (start, end), block, OWN, verb, spoken)

    def _block(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _speaks(self, block: int, start: int, end: int) -> bool:
        """Say whether a place is text of the draft itself."""
        region = self._regions[block]
        if region.role in _SILENT or region.element in _ELSEWHERE or end > self._source.blocks[block].span[1]:
            return False
        if self._source.blocks[block].kind == "label" or start in self._quoted:
            return False
        at = bisect_right(self._cited, start) - 1
        return at < 0 or start >= self._citations[at].span[1]

    def _in_method_columns(self) -> Iterator[_Found]:
        """Yield the numbers that fill the cells of columns which name clauses or methods."""
        for table in self._source.tables:
            columns = {cell.column for cell in table.cells if cell.row == 0 and self._names_clauses(cell)}
            for cell in table.cells if columns else ():
                for at in cell.blocks if cell.column in columns else ():
                    if self._fills(at):
                        for match in _BARE.finditer(self._text, *self._source.blocks[at].span):
                            yield _Found(match.start(), match.end(), "cell", match.group())

    def _names_clauses(self, cell: Cell) -> bool:
        said = "".join(self._text[slice(*self._source.blocks[at].span)] for at in cell.blocks)
        return _METHOD_COLUMN.search(said) is not None and not _FOREIGN_COLUMN.search(said)

    def _fills(self, block: int) -> bool:
        start, end = self._source.blocks[block].span
        return _ALONE.fullmatch(self._text, start, end) is not None

    def _believed(self, found: _Found, block: int) -> bool:
        """Tell clause numbers from quantities, versions and grades; all other kinds name themselves."""
        start, end, kind, said = found
        if kind == "lone":
            return canonical(said) in self._numbers or self._chained(start, block)
        if kind != "bare":
            return True
        if _FACTOR.match(self._text, end) or not (_QUANTITY.match(self._text, end) or _UPTO.match(self._text, end)):
            return False
        opening = self._source.blocks[block].span[0]
        before = self._text[max(opening, start - 24) : start]
        if _BRACKETED.search(before):
            return False
        if self._chained(start, block) or _OTHERS.search(before) or self._reach(start, opening) is not None:
            return True
        number = canonical(_SECTION_WORD.sub("", said))
        behind = _BEHIND_SURE.match(self._text, end) is not None
        ahead = _AHEAD_SURE.search(before) is not None or (
            _AHEAD_BY.search(before) is not None and (behind or self._likely(number, end))
        )
        worded = said[-1] in _WORDS and (said[-1] != "节" or ahead or behind)
        if number[0].isalpha() and number[0] not in self._numbers:
            return (ahead and behind) or worded or _SEE_AHEAD.search(before) is not None
        if ahead or ((behind or worded) and not _COMPARES.search(before)):
            return True
        if before.endswith(("（", "(")):
            return self._referred(number, before, end)
        return number in self._numbers and _AHEAD_WEAK.search(before) is not None

    def _likely(self, number: str, end: int) -> bool:
        """Say whether a number behind “按” is that of a clause, not a factor: there is one, or it has siblings."""
        if number in self._numbers or _DOES.match(self._text, end):
            return True
        parent, deep = number.rpartition(".")[0], number.count(".") > 1
        return (
            (deep and number.split(".")[0] in self._numbers)
            or f"{parent}.1" in self._numbers
            or f"{parent}.2" in self._numbers
        )

    def _referred(self, number: str, before: str, end: int) -> bool:
        """Say whether a number alone in parentheses is that of a clause: “溶液（6.9）”."""
        if _CLOSES.match(self._text, end) is None or not _THING.search(before):
            return False
        return number in self._numbers or f"{number.rpartition('.')[0]}.2" in self._numbers

    def _chained(self, start: int, block: int) -> bool:
        last = self._last
        return (
            last is not None
            and last.block == block
            and last.span[1] <= start
            and _JOINS.fullmatch(self._text, last.span[1], start) is not None
        )

    def _pointers(self, found: _Found, block: int) -> Iterator[Pointer]:
        start, end, kind, said = found
        named = _KINDS.get(kind, kind)
        number = canonical(said.strip("（）()") if kind == "behind" else said)
        if kind in ("sub", "bare", "article"):
            number = canonical(_SECTION_WORD.sub("", said))
        elif kind == "annex" and "." in number:
            named = "subclause"
        before = self._last if self._chained(start, block) else None
        whose = self._whose(start, block, named)
        verb, spoken = (before.verb, before.verb_span) if before else self._verb(start, block)
        one = Pointer(named, number, (start, end), block, whose, verb, spoken)
        if kind == "chapter":
            yield from self._counted(found, one)
            return
        if before is not None and before.kind == named and _RANGE.fullmatch(self._text, before.span[1], start):
            yield from _between(before, one)
        if kind in ("figure", "table"):
            yield from self._with_part(one)
        else:
            yield one
        if named in ("figure", "table", "formula", "annex"):
            yield from self._more(one)
        elif named in ("subclause", "clause"):
            yield from self._items(one)
        elif named == "item":
            yield from self._letters(one, end)

    def _counted(self, found: _Found, one: Pointer) -> Iterator[Pointer]:
        """Yield the chapters of “第4章” or of “第4、5章”."""
        offset = self._text.index(found.said, found.start)
        numbers = list(_DIGITS.finditer(found.said))
        last: Pointer | None = None
        for number in numbers:
            span = one.span if len(numbers) == 1 else (offset + number.start(), offset + number.end())
            pointer = one._replace(number=canonical(number.group()), span=span)
            if last is not None and _RANGE.search(self._text, last.span[1], span[0]):
                yield from _between(last, pointer)
            yield pointer
            last = pointer
        if last is not None and len(numbers) == 1:
            yield from self._items(last)

    def _with_part(self, one: Pointer) -> Iterator[Pointer]:
        """Yield “图1 a)”, “表1a”, and “表1-3” as one number or as a range, whichever the captions say."""
        number = one.number
        if "." in number and number not in self._compound and number.count(".") == 1:
            first, _, last = number.partition(".")
            if first in self._compound and last in self._compound and _HYPHEN.search(self._text, *one.span):
                ends = [one._replace(number=first), one._replace(number=last)]
                yield from (ends[0], *_between(*ends), ends[1])
                return
        if number[-1:].isalpha() and number not in self._compound:
            yield one._replace(number=number[:-1], part=number[-1])
            return
        part = _PART.match(self._text, one.span[1]) if one.kind == "figure" else None
        yield one._replace(part=part["letter"] if part else "")

    def _more(self, one: Pointer) -> Iterator[Pointer]:
        """Yield the further numbers of “表1、2和4”, “公式(1)～(3)”, “附录A和B”."""
        last = one
        while match := _MORE.match(self._text, last.span[1]):
            number = canonical(match["number"])
            letter = number.isalpha()
            if letter != (one.kind == "annex") or match.end() > self._source.blocks[one.block].span[1]:
                return
            start = match.end("join")
            while self._text[start].isspace():
                start += 1
            pointer = one._replace(number=number, span=(start, match.end()))
            if _RANGE.match(match["join"]):
                yield from _between(last, pointer)
            yield pointer
            last = pointer

    def _items(self, one: Pointer) -> Iterator[Pointer]:
        """Yield the list items named behind a clause: “5.3 a)～c)”."""
        match = _PART.match(self._text, one.span[1])
        if match is None:
            return
        item = one._replace(
            kind="item", number=_lettered(match), span=(match.start("letter"), match.end()), within=one.number
        )
        yield item
        yield from self._letters(item, match.end())

    def _letters(self, item: Pointer, end: int) -> Iterator[Pointer]:
        last = item
        while match := _LETTER.match(self._text, end):
            pointer = item._replace(number=_lettered(match), span=(match.start("letter"), match.end()))
            if _RANGE.match(match["join"]):
                yield from _between(last, pointer)
            yield pointer
            last, end = pointer, match.end()

    def _verb(self, start: int, block: int) -> tuple[str, Span]:
        opening = max(self._source.blocks[block].span[0], start - 40)
        opening = max([opening, *(self._text.rfind(stop, opening, start) + 1 for stop in _STOPS)])
        found = list(_VERB.finditer(self._text, opening, start))
        return (found[-1].group(), found[-1].span()) if found else ("", (0, 0))

    def _whose(self, start: int, block: int, kind: str) -> str:
        """Say into which document a mention points."""
        last = self._last
        if start in self._sources:
            return OTHER
        if last is not None and self._chained(start, block):
            return self._inherited(last, start, kind)
        self._firm = False
        opening = self._source.blocks[block].span[0]
        if (reach := self._reach(start, opening)) is not None:
            return UNSURE if reach["comma"] and not _OPEN.search(self._text[opening:start]) else OTHER
        before = self._text[max(opening, start - 30) : start]
        if _OTHERS.search(before):
            self._firm = True
            return OTHER
        if _THEIRS.search(before):
            return UNSURE
        if self._regions[block].element == "annex" and block in self._compared:
            return UNSURE
        if self._regions[block].element == "foreword" and not _OPEN_SEE.search(self._text[opening:start]):
            return UNSURE
        return OWN

    def _reach(self, start: int, opening: int) -> regex.Match[str] | None:
        """Return the words between the number of a document and a place right behind it: “GB/T 1234—2020中的5.2”."""
        at = bisect_left(self._cited, start) - 1
        if at < 0 or self._cited[at] < opening:
            return None
        citation = self._citations[at]
        return _REACH.fullmatch(self._text, (citation.series or citation.span)[1], start)

    def _inherited(self, last: Pointer, start: int, kind: str) -> str:
        same = _FAMILY.get(last.kind, last.kind) == _FAMILY.get(kind, kind)
        if last.whose == OTHER and not (self._firm or same):
            between = self._text[last.span[1] : start]
            return OTHER if "的" in between or "中" in between or not between.strip() else UNSURE
        return last.whose


def _lettered(match: regex.Match[str]) -> str:
    return f"{match['letter']}.{match['digit']}" if match["digit"] else str(match["letter"])


def _between(first: Pointer, last: Pointer) -> Iterator[Pointer]:
    """Yield what stands between the ends of a range."""
    (head, _, low), (other, _, high) = first.number.rpartition("."), last.number.rpartition(".")
    if head != other or len(low) > 2 or len(high) > 2:
        return
    span = (first.span[0], last.span[1])
    if low.isdigit() and high.isdigit():
        inside = [str(number) for number in range(int(low) + 1, int(high))]
    elif len(low) == len(high) == 1:
        inside = [chr(code) for code in range(ord(low) + 1, ord(high))]
    else:
        return
    for number in inside:
        yield last._replace(number=f"{head}.{number}" if head else number, span=span, part="", implied=True)
