"""Leave it to the product standard what a good result is.

A test method that also says what passes cannot be used for another product or another grade.

试验方法标准只描述怎样得到结果，指标的合格界限由产品标准规定。
试验条件、试剂、仪器、样品的要求，以及精密度、空白、校准的限值不是产品指标。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.chapters import roles_of
from stdlint.views.measured import measured
from stdlint.views.modals import REQUIREMENT
from stdlint.views.outline import Section
from stdlint.views.wording import fold

limit_in_test_method = Check(
    id="KND212",
    message="试验方法标准不宜规定指标的合格界限（“{quote}”），合格界限由产品标准规定。",
    message_en="A test method sets no limits for the product (“{quote}”); the product standard does.",
    bad="""
        # 木材　含水率的测定

        # 5 试验步骤

        称取5 g试样。

        # 6 试验数据处理

        含水率⟦应不大于5%⟧。
    """,
    good="""
        # 木材　含水率的测定

        # 5 试验步骤

        称取5 g试样。

        # 6 试验数据处理

        含水率按公式（1）计算。
    """,
    more=(
        (
            """
            # 木材　含水率的测定

            # 7 结果计算

            含水率不超过12%时，⟦判定为合格⟧。
            """,
            """
            # 木材　含水率的测定

            # 7 结果计算

            含水率按公式（1）计算。
            """,
        ),
        (
            """
            # 木材　含水率的测定

            # 4 要求

            木材的含水率⟦不应大于12%⟧，外观⟦应符合表1的规定⟧。

            # 6 试验步骤

            产品的密度⟦应为（0.50±0.02） g/cm³⟧。

            # 7 结果计算

            含水率不大于12%的⟦判为合格⟧。含水率⟦不小于5%⟧。
            """,
            """
            # 木材　含水率的测定

            # 6 试验步骤

            称取5 g试样。

            # 7 结果计算

            含水率按公式（1）计算。
            """,
        ),
    ),
    clean=(
        """
        # 木材　含水率的测定

        # 7 试验步骤

        含水率不大于12%时，烘干2 h；含水率不小于30%的试样先风干。
        """,
        """
        # 木材　含水率的测定

        # 4 试验条件

        环境温度应为（20±2） ℃，相对湿度应不大于70%。

        # 5 试剂或材料

        无水乙醇的纯度应不小于99%，含水率应不大于0.5%。

        # 6 仪器设备

        天平的精度应不低于0.01 g。

        # 7 样品

        样品的含水率应不大于50%。

        # 8 试验步骤

        烘箱温度应不高于105 ℃。空白试验的含水率应不大于0.1%。两次测定含水率之差应不大于0.5%，否则重新测定。

        # 9 精密度

        含水率的重复性限应不大于0.3%。
        """,
        """
        # 水质　氨氮的测定　纳氏试剂分光光度法

        # 8 试验步骤

        校准曲线的相关系数应不小于0.999。氨氮浓度应在测定范围内，超出时稀释后重新测定。试样体积应不小于50 mL。

        # 9 质量保证和控制

        氨氮的加标回收率应在90%～110%之间，结果判为合格。

        # 10 准备

        标准系列中氨氮的浓度应为0.5 mg/L。试样中氨氮的浓度应不大于2 mg/L。
        """,
    ),
)

_LIMIT = patterns.compile(
    r"(?:应当?|须|必须)(?:不(?:大于|小于|超过|低于|高于|少于|多于)|(?:大|小|高|低|少|多)于|[≤≥<>＜＞≦≧]"
    r"|在[^。；，\n]{1,20}(?:之间|范围内)|为\s*[（(]?\d|达到\s?\d|符合(?:表|[^。；，\n]{0,16}?(?:要求|规定)))"
    r"|不[应得](?:大|小|高|低|少|多)于|不应超过"
)
_PASSES = patterns.compile(r"判(?:定为?|为)?不?合格(?!证|率|的?[样试])|视为不?合格|[即均则]为不?合格")
_STATED = patterns.compile(
    r"(?:的?(?:质量分数|体积分数|质量浓度|含量|浓度|量|值|平均值))?"
    r"(?P<limit>不(?:大于|小于|超过|低于|高于|少于)\s*(?:\d|表)[^，：、的时者则\n]*?(?=[。；\n]))"
)
_REST = patterns.compile(r"[^。；，：、\n]*")
_PRODUCT = patterns.compile(r"^(?:本?产品|成品|制品|商品|合格品)")
_OTHER_SUBJECT = patterns.compile(
    r"空白|校准|标准[溶曲物]|曲线|试剂|溶剂|仪器|设备|装置|传感|天平|量程|精度|误差|[偏之]差|差值|平行|重复|再现|回收|相关系数|检出|定量限|不确定|分度"
    r"|测[量定]范围|环境|标准偏差|变异|极差|分辨|水样|基线|工作|加标|质控|称样|取样|试验用|两次|对照|参比|实验室|标样|系列|配制|混合|储备|试样|试件|移取|吸取"
)
_AGAIN = "方可|才能|重新|否则|稀释|超出|弃去|舍去|重做|重复|可用|有效"
_REPEATS = patterns.compile(f"时[，,]|{_AGAIN}")
_RETESTS = patterns.compile(_AGAIN)
_CHAPTER = patterns.compile(r"^(?:技术|质量|性能|产品|理化|卫生)?(?:要求|指标)|限[值量]|合格判定|判定规则|验收")
_DEMANDS, _APART, _OPEN = "demands", "apart", "open"
_QUIET = frozenset(("reagents", "apparatus", "samples", "precision", "assurance", "principle", "sampling", "report"))
_QUIET_TITLE = patterns.compile(r"条件|环境|仪器|校准|空白|曲线|精密|质控|质量控制|一般|通用|总则|安全|准备|人员|要求$")


@limit_in_test_method.finder
def find(doc: Document) -> Iterator[Finding]:
    words = measured(doc.cover.title)
    known: dict[int, str] = {}
    for start, end in sorted({*_demanded(doc), *_passing(doc), *_stated(doc, words)}):
        region = doc.region_at(start)
        if not region.normative or region.role not in ("text", "cell") or region.element not in ("clause", "annex"):
            continue
        place = known.get(id(region.section)) or known.setdefault(id(region.section), _place(region.section))
        if place != _APART and _is_limit(doc, (start, end), place, words):
            yield limit_in_test_method.at((start, end))


def _demanded(doc: Document) -> Iterator[Span]:
    """Yield what is demanded with “应”: “应不大于5%”."""
    for modal in doc.clause_modals:
        match = _LIMIT.match(doc.text, modal.span[0]) if modal.type == REQUIREMENT else None
        if match:
            rest = _REST.match(doc.text, match.end(), doc.blocks[doc.block_at(match.start())].span[1])
            yield match.start(), rest.end() if rest else match.end()


def _passing(doc: Document) -> Iterator[Span]:
    for match in doc.matches(_PASSES):
        yield match.span()


def _stated(doc: Document, words: tuple[str, ...]) -> Iterator[Span]:
    """Yield limits without “应” where nothing but what is measured stands in front: “含水率不大于5%。”"""
    for word in words:
        at = doc.text.find(word)
        while at >= 0:
            match = _STATED.match(doc.text, at + len(word))
            before = doc.text[max(doc.sentence(at)[0], 0) : at].strip() if match else ""
            if match and (not before or before.endswith("，")):
                yield match.span("limit")
            at = doc.text.find(word, at + len(word))


def _place(section: Section) -> str:
    """Say whether a clause stands in a chapter of requirements, of something else than results, or in neither."""
    if _CHAPTER.search(fold(section.chapter.title)):
        return _DEMANDS
    above: Section | None = section
    while above is not None:
        if above.titled and (roles_of(above.title) & _QUIET or _QUIET_TITLE.search(fold(above.title))):
            return _APART
        above = above.parent
    return _OPEN


def _is_limit(doc: Document, span: Span, place: str, words: tuple[str, ...]) -> bool:
    """Say whether a limit is one of the product: among requirements, or of what the title says is measured."""
    first, last = doc.sentence(span[0])
    subject, limit = fold(doc.text[first : span[0]]), doc.text[slice(*span)]
    own = subject.rpartition("，")[2]
    if place == _OPEN and "合格" not in limit:
        of_product = any(word in own for word in words) or _PRODUCT.search(own) is not None
        if not of_product or "符合" in limit:
            return False
    for word in words:
        subject = subject.replace(word, "")
    if _OTHER_SUBJECT.search(subject):
        return False
    repeats = _RETESTS if "合格" in limit else _REPEATS
    return not repeats.search(doc.text[first:last])
