"""Give both ends of a range their unit, and join them with “～”.

“10～12 kPa” leaves the unit of the first value to be guessed, and a hyphen or “~” can be read as a minus sign or
as “about”. Counts (“3～5个”) have no unit symbol and are left alone; so are ranges in table cells whose unit stands in
the header.

数值范围的两端都带单位，用浪纹线“～”连接；“10～12 kPa”前一个数值的单位只能靠猜，连字符和“~”又容易误认为负号或约数。
“3～5个”之类的计数不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.quantities import BLANKS, DASHES, TILDES, Chain
from stdlint.views.units import LOOSE, PERCENT, SYMBOLS, is_legal, named

range_with_one_unit = Check(
    id="NUM050",
    message="范围“{quote}”的两端都应带单位。",
    message_en="Both ends of the range “{quote}” shall have the unit.",
    bad="""
        # 4 要求

        压力应为⟦10～12 kPa⟧，温度应为⟦-5～40℃⟧。
    """,
    good="""
        # 4 要求

        压力应为10 kPa～12 kPa，温度应为-5℃～40℃。
    """,
    more=(
        (
            """
            # 4 要求

            加热⟦5至10 min⟧，升温速率为⟦1.5～2.0 ℃/min⟧。
            """,
            """
            # 4 要求

            加热5 min至10 min，升温速率为1.5 ℃/min～2.0 ℃/min。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        压力应为10 kPa～12 kPa，温度应为0 ℃～10 ℃，取3～5个试样，重复2～3次，pH应为6～8。含量为63%～67%。
        型号为3～5A类。
        见5.1～5.3，第3～5 级。浓度为1.0×10⁻³ mol/L～2.0×10⁻³ mol/L。GB/T 1.1～GB/T 1.9的 5 mm。

        | 项目 | 指标 |
        |---|---|
        | 厚度/mm | 10～12 |
        """,
    ),
)

range_with_one_percent_sign = Check(
    id="NUM051",
    message="范围“{quote}”的两端都应带百分号。",
    message_en="Both ends of the range “{quote}” shall have the percent sign.",
    bad="""
        # 4 要求

        相对湿度应为⟦63～67%⟧。
    """,
    good="""
        # 4 要求

        相对湿度应为63%～67%。
    """,
    more=(
        (
            """
            # 4 要求

            含盐量应为⟦0.5～1.5 ‰⟧，负荷应为⟦0至100%⟧。
            """,
            """
            # 4 要求

            含盐量应为0.5 ‰～1.5 ‰，负荷应为0%至100%。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        相对湿度应为63%～67%，含量应为（10～12）%。
        """,
    ),
)

wrong_range_sign = Check(
    id="NUM060",
    message="数值范围用浪纹线“～”，不用“{sign}”。",
    message_en="A range of values is written with “～”, not with “{sign}”.",
    bad="""
        # 4 要求

        压力应为⟦10 kPa~12 kPa⟧。
    """,
    good="""
        # 4 要求

        压力应为10 kPa～12 kPa。
    """,
    more=(
        (
            """
            # 4 要求

            取⟦3 ~ 5⟧个试样，相对湿度为⟦45%〜75%⟧。

            | 项目 | 指标 |
            |---|---|
            | 厚度/mm | ⟦10~12⟧ |
            """,
            """
            # 4 要求

            取3～5个试样，相对湿度为45%～75%。

            | 项目 | 指标 |
            |---|---|
            | 厚度/mm | 10～12 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        压力应为10 kPa～12 kPa。约为~5 mm。H~2~O和10~3~。地址为https://a.example/~5/10~12。
        """,
    ),
)

dash_for_range = Check(
    id="NUM062",
    message="数值范围用浪纹线“～”，不用“{sign}”。",
    message_en="A range of values is written with “～”, not with “{sign}”.",
    bad="""
        # 4 要求

        压力应为⟦10 kPa-12 kPa⟧。
    """,
    good="""
        # 4 要求

        压力应为10 kPa～12 kPa。
    """,
    more=(
        (
            """
            # 4 要求

            压力应为⟦10-12 kPa⟧，相对湿度为⟦45%—75%⟧，取⟦3-5⟧个试样，重复⟦2–3⟧次，每批⟦5-10⟧只，容量为⟦1-20⟧吨。
            """,
            """
            # 4 要求

            压力应为10 kPa～12 kPa，相对湿度为45%～75%，取3～5个试样，重复2～3次，每批5～10只，容量为1～20吨。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        浓度为5×10-3 mol/L和10-3 mol/L，型号为XJ-5-10 A和M5-10 mm，应符合GB/T 5782—2016 mm，2020-2025年，2020-05-06日，
        电话010-12个，代码为1-2 A，
        表1-3，8-5=3 m，温度为-5 ℃。应采用ISO 80000-1和2-氯-3 g，图2-5 m。1-2-3 mm，2019—2021年。
        """,
    ),
)

_REFERS = patterns.compile(r"(?:[表图式章条录录例注第]|[A-Z]\.)[ \u3000（(]*$")
_POINTS = patterns.compile(r"(?:见|按照?|符合)$")
_NAMED = patterns.compile(named(SYMBOLS) + "|小时|分钟|公斤|公里")
_COUNTS = frozenset("个次人名天秒件台家倍岁周只头株组套批遍滴片粒支瓶袋箱")
_TIMES_TEN = patterns.compile(r"[×xX*·][ ]*$")


@range_with_one_unit.finder
@range_with_one_percent_sign.finder
@wrong_range_sign.finder
@dash_for_range.finder
def find(doc: Document) -> Iterator[Finding]:
    for chain in doc.quantities.chains:
        if len(chain.parts) != 2:
            continue
        sign = chain.signs
        bare = not any(part.token for part in chain.parts)
        before = doc.text[max(chain.span[0] - 6, 0) : chain.span[0]]
        if _REFERS.search(before) or (bare and _POINTS.search(before)):
            continue
        if sign in DASHES:
            yield from _dashed(doc, chain)
        elif sign in TILDES or sign in "至到":
            yield from _with_one_unit(doc, chain)
            if sign in TILDES and sign != "～" and _rises(doc, chain):
                yield wrong_range_sign.at(chain.span, fix=[Edit(*chain.joints[0], "～")], sign=sign)


def _with_one_unit(doc: Document, chain: Chain) -> Iterator[Finding]:
    first, last = chain.parts
    if first.token or not last.token or chain.closed:
        return
    unit = doc.text[last.number[1] : last.unit[1]]
    edit = Edit(first.number[1], first.number[1], unit)
    if last.token in PERCENT:
        yield range_with_one_percent_sign.at(chain.span, fix=[edit])
    elif is_legal(last.token) and not _is_class(doc, chain):
        yield range_with_one_unit.at(chain.span, fix=[edit])


def _rises(doc: Document, chain: Chain) -> bool:
    first, last = chain.parts
    signed = first.sign[0] < first.sign[1] or last.sign[0] < last.sign[1]
    return signed or not doc.quantities.value(first) >= doc.quantities.value(last)


def _is_class(doc: Document, chain: Chain) -> bool:
    """Say whether the letter behind the range names a class or type: “3～5A类”."""
    last = chain.parts[1]
    if last.token not in LOOSE:
        return False
    glued = last.gap[0] == last.gap[1] and "." not in doc.quantities.said(last)
    return glued or doc.text[last.unit[1]] in "级类型组号区-"


def _dashed(doc: Document, chain: Chain) -> Iterator[Finding]:
    first, last = chain.parts
    quantities = doc.quantities
    said, then = quantities.said(first), quantities.said(last)
    if not quantities.value(first) < quantities.value(last) or first.sign[0] < first.sign[1]:
        return
    if said.startswith("0") and "." not in said and said != "0":
        return
    if _TIMES_TEN.search(doc.text, max(chain.span[0] - 3, 0), chain.span[0]):
        return
    if said == "10" and doc.source.is_raised((chain.joints[0][0], last.number[1])):
        return
    loose = last.token in LOOSE and "." not in said + then and len(then) == 1
    known = last.token in PERCENT or (is_legal(last.token) and not loose and not _is_class(doc, chain))
    unit = doc.text[last.number[1] : last.unit[1]]
    if known and first.token in ("", last.token):
        edits = [Edit(*chain.joints[0], ("" if first.token else unit) + "～")]
        yield dash_for_range.at(chain.span, fix=edits, safe=False, sign=chain.signs)
    elif not first.token and not last.token and len(then) < 4 and _is_count(doc.text, chain.span[1]):
        yield dash_for_range.at(chain.span, fix=[Edit(*chain.joints[0], "～")], safe=False, sign=chain.signs)


def _is_count(text: str, end: int) -> bool:
    behind = text[end : end + 8].lstrip(BLANKS)
    return behind[:1] in _COUNTS or _NAMED.match(behind) is not None
