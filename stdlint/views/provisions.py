"""Classify sentences by the type of clause they make.

Source: GB/T 1.1—2020, 9.1 and Annex C; ISO/IEC Directives, Part 2, clause 7; reference gbt-1.1-2020.md, 13.4.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import Source, Span
from stdlint.views.modals import (
    CAPABILITY,
    PERMISSION,
    POSSIBILITY,
    RECOMMENDATION,
    REQUIREMENT,
    Modal,
    chinese,
    english,
    provides,
)
from stdlint.views.wording import BLANK, Spans

INSTRUCTION = "instruction"
STATEMENT = "statement"

_STRENGTH = (REQUIREMENT, RECOMMENDATION, PERMISSION, INSTRUCTION, CAPABILITY, POSSIBILITY)
_SENTENCE = patterns.compile(r"[^。；！？\u2028\n]+[。；！？]?[”』」）)]?")
_ENGLISH_SENTENCE = patterns.compile(r"(?:[^.;!?\u2028\n]|[.](?=\S|[ \u00a0]\p{Ll}))+[.;!?]?")
_STOPS = "。；！？\u2028"
_STOP = patterns.compile(r"[。；！？\u2028][”』」）)]?")
_SILENT = frozenset(("label", "toc", "header", "footer", "code", "formula"))

_IMPERATIVE = patterns.compile(
    rf"{BLANK}*(?:(?:再|然后|随后|最后|先|首先|接着|同时|分别|立即|重新|缓慢|小心|准确|精确|用[^，。；]{{1,20}}?|在[^，。；]{{1,25}}?[下中上内前后时]，?|于[^，。；]{{1,16}}?[下中上内]，?"
    rf"|待[^，。；]{{1,20}}?[后时]，?|当[^，。；]{{1,25}}?时，?)*)"
    r"(?:按(?!时|期|钮|键|压|需|比例)|按照|依照|将(?!来|近)|把|称取|量取|吸取|移取|取(?!决|得|代|向|消|自|值|样(?:量|器|点))|打开|关闭|开启|启动|调节(?!器|阀|范围|装置)|加入|放入|置于|浸入|注入(?!口)"
    r"|重复|记录(?!仪|表|单|的|应|数据|内容|和|、|为|格式)|测量(?!结果|范围|值|精度|误差|设备|仪|的|点|时|系统|装置|不确定度|方法|和|、|用|应|宜|可|为)|测定(?!结果|值|方法|的|时|和|、|应|用|应|下限|低限|范围)"
    r"|计算(?!结果|机|公式|方法|的|值|时|和|、|应|模型|资源|能力)|称量(?!瓶|范围|的|和|结果|皿)|过滤(?!器|后|的)|冷却(?!水|后|器|的|系统|时间|塔)|加热(?!器|炉|到|的|装置|时|和|温度)|混匀|摇匀|静置|稀释(?!剂|液|倍)|定容|滴加|滴定(?!管|法|度|液|剂|时)"
    r"|观察(?!孔|窗|者|结果|的)|检查(?!结果|井|人员|项目|的|表|和|、|内容|应|方法)|读取|擦拭|清洗(?!机|剂|液|的|后|和|设备|、)|干燥(?!器|箱|的|剂|后|失重)|安装(?!的|方式|时|位置|在|和|、|应|孔|尺寸|高度)|拆下|连接(?!器|件|线|管|的|方式|应|处)|接通|断开|选取|选择(?!性|的|时|和|应|题)|制备(?!的|方法|好)|剪取|截取|抽取|使用(?!说明|者|的|环境|寿命|条件|年限|范围|性能|时|和|、|场所|单位|方|过程|于|应|频|期|人|手册|温度|用)|采用(?!的))"
)
_STATES = patterns.compile(
    r"(?:是|为|属于|称为|称作|分为|包括(?!但)|构成|等于|取决于|见表|见图|给出了|由[^，。；]{1,20}组成)"
)
_ENGLISH_IMPERATIVE = patterns.compile(
    r"(?:Add|Apply|Calculate|Close|Connect|Cool|Determine|Dissolve|Do\snot|Ensure|Fill|Heat|Measure|Mix|Open|Place|Prepare"
    r"|Record|Remove|Repeat|Rinse|Select|Set|Start|Stop|Switch|Take|Transfer|Turn|Use|Wash|Weigh)\s"
)


class Sentence(NamedTuple):
    """A sentence: its span and block, the type of clause it makes, and its verbal forms in order."""

    span: Span
    block: int
    type: str
    modals: tuple[Modal, ...]

    def first(self, *types: str) -> Modal | None:
        """Return the first verbal form of one of the types that makes a provision, or None."""
        return next((m for m in self.modals if m.type in types and not m.attributive), None)


class Provisions:
    """The verbal forms of a draft, and its sentences on demand."""

    __slots__ = ("_cache", "_lang", "_source", "_starts", "modals")

    def __init__(self, source: Source, quoted: Spans, lang: str) -> None:
        found = chinese(source.text) if lang == "zh" else english(source.text)
        self.modals: list[Modal] = _said(source, found, quoted)
        self._starts = [modal.span[0] for modal in self.modals]
        self._source = source
        self._lang = lang
        self._cache: dict[int, list[Sentence]] = {}

    def within(self, span: Span) -> list[Modal]:
        """Return the verbal forms inside a span."""
        return self.modals[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]

    def sentences(self, block: int) -> list[Sentence]:
        """Return the sentences of a block."""
        if block not in self._cache:
            self._cache[block] = self.split(self._source.blocks[block].span, block)
        return self._cache[block]

    def split(self, span: Span, block: int) -> list[Sentence]:
        """Return the sentences of a span inside a block."""
        pattern = _SENTENCE if self._lang == "zh" else _ENGLISH_SENTENCE
        found = []
        for match in pattern.finditer(self._source.text, span[0], span[1]):
            modals = tuple(self.within(match.span()))
            found.append(Sentence(match.span(), block, self._type(match.group(), modals), modals))
        return found

    def bounds(self, offset: int, block: int) -> Span:
        """Return the span of the sentence of `block` that holds `offset`, without classifying it."""
        first, last = self._source.blocks[block].span
        if self._lang != "zh":
            sentence = self.at(offset, block)
            return sentence.span if sentence else (first, last)
        text = self._source.text
        start = max([text.rfind(stop, first, offset) for stop in _STOPS]) + 1
        match = _STOP.search(text, offset, last)
        return max(start, first), match.end() if match else last

    def at(self, offset: int, block: int) -> Sentence | None:
        """Return the sentence of `block` that holds `offset`, or None."""
        if self._lang == "zh":
            span = self.bounds(offset, block)
            modals = tuple(self.within(span))
            return Sentence(span, block, self._type(self._source.text[span[0] : span[1]], modals), modals)
        return next((s for s in self.sentences(block) if s.span[0] <= offset < s.span[1]), None)

    def _type(self, text: str, modals: tuple[Modal, ...]) -> str:
        types = {modal.type for modal in modals if not modal.attributive}
        if types and not types <= {CAPABILITY, POSSIBILITY}:
            return next(kind for kind in _STRENGTH if kind in types)
        if imperative(text, self._lang):
            return INSTRUCTION
        return next((kind for kind in _STRENGTH if kind in types), STATEMENT)


def imperative(text: str, lang: str = "zh") -> bool:
    """Say whether a sentence begins with a verb that tells somebody to do something."""
    if lang != "zh":
        return _ENGLISH_IMPERATIVE.match(text.lstrip()) is not None
    match = _IMPERATIVE.match(text)
    return match is not None and _STATES.search(text, match.end()) is None


def _said(source: Source, found: Iterator[Modal], quoted: Spans) -> list[Modal]:
    """Keep what the draft itself says: not quoted, not in numbers, code, headers or the table of contents."""
    blocks = source.blocks
    index = 0
    last = len(blocks) - 1
    code = Spans([(a.offset, a.offset + max(len(a.text), 1)) for a in source.anchors if a.kind == "code"])
    kept = []
    for modal in found:
        start, end = modal.span
        while index < last and blocks[index + 1].span[0] <= start:
            index += 1
        block = blocks[index]
        if block.kind in _SILENT or end > block.span[1] or start in quoted or start in code:
            continue
        kept.append(modal)
    return kept


_COMMAND = patterns.compile(
    rf"{BLANK}*(?:(?:试验|使用|测定|测试|测量|检验|称量|安装|装配|操作|取样|开机)前，?)?(?:先)?(?P<verb>按照|按(?!时|期|钮|键|压|需|比例)"
    r"|将(?!来|近|会|自动|进行|不|有|在|对|由|被|按|开始|继续|通过|产生|发生|出现|影响|降低|增加|减少)|把|称取|量取|吸取|移取|打开|关闭|开启|启动|加入|放入|置于|浸入)(?P<rest>[^。；]*)"
)
_ACTION = patterns.compile(r"进行|测定|试验|检验|测量|计算|操作|执行|放|置|加热|加入|关|打开|保存|处理|称|干燥|清洗|浸")
_TELLS = patterns.compile(
    r"是|为|属于|视为|称为|看作|作为|定义|记为|分为|归|有(?:利|助)于|可|能|会|使|导致|意味|的结果|时|后，|得到|表明|给出|见|包括|由|指|相当于"
)


_ENGLISH_COMMAND = patterns.compile(
    rf"\s*(?P<verb>{_ENGLISH_IMPERATIVE.pattern[3:-3]})\s(?:the|an?|each|all|this|these|both|it|at\sleast)\s"
    r"|\s*(?P<verb>Do\snot)\s\p{Ll}"
)
_FIXED = patterns.compile(
    r"ISO/IEC\sDirectives|should\sbe\snoted|patent|held\sresponsible|should\sbe\sdirected\sto|may\snot\sbe\sreferred\sto"
    r"|may\snot\srepresent\sthe\slatest|without\snotice|[Nn]o\sliability|shall\sattach|status\sof\sa\snational\sstandard"
    r"|latest\sedition\sof\sthis|shall\sbe\swithdrawn|endorsement|may\sparticipate|[Ee]quivalent\sproducts\smay\sbe\sused"
    r"|[Rr]ecipients\sof\sthis|IEC\sPublications?|independent\scertification|all\srights\sreserved|(?:CEN|CENELEC)\smembers"
)


def fixed(text: str, sentence: Span) -> bool:
    """Say whether a sentence belongs to a paragraph that the publishing bodies prescribe, which says “shall” freely."""
    return _FIXED.search(text, *sentence) is not None


def commands(text: str, span: Span, lang: str = "zh") -> Span | None:
    """Return the verb of a sentence that plainly tells somebody to do something, or None.

    Stricter than `imperative`: made for places where an instruction would be a fault.
    """
    if lang != "zh":
        told = _ENGLISH_COMMAND.match(text, *span)
        return told.span("verb") if told else None
    match = _COMMAND.match(text, *span)
    if match is None or _TELLS.search(match["rest"]) or not _ACTION.search(match["rest"]):
        return None
    return match.span("verb")


def provision(text: str, sentence: Sentence, lang: str) -> Span | None:
    """Return the words by which a sentence provides something where nothing may be provided, or None."""
    if lang == "zh":
        modal = sentence.first(REQUIREMENT, RECOMMENDATION, PERMISSION)
    else:
        modal = next((m for m in sentence.modals if provides(text, m, sentence.span)), None)
    return modal.span if modal else commands(text, sentence.span, lang)
