"""Set the values of health and safety characteristics in the standard, not at the supplier's discretion.

A standard may leave it to the supplier to state values that only tell products apart; where health or safety depends
on them, that leaves the user without protection. The characteristic is sought in the sentence, in the row of a table,
and in the titles above. What the supplier states in methods, marking and instructions for use is left alone.

涉及健康和安全的特性值在标准中规定，不由供方自定；只用于区分产品的特性值可由供方明示。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.outline import Section

supplier_declared_value = Check(
    id="KND127",
    message="“{characteristic}”涉及健康或安全，其值应在标准中规定，不应“{quote}”。",
    message_en="“{characteristic}” concerns health or safety; set its value instead of leaving it open (“{quote}”).",
    bad="""
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        绝缘电阻⟦由制造商规定⟧。
    """,
    good="""
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        绝缘电阻应不小于2 MΩ。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            ## 4.1 甲醛释放量

            限量⟦由供方自行确定⟧，重金属含量企业可⟦自行确定⟧。苯含量应不大于⟦制造商声明的值⟧。

            ## 4.2 性能

            性能应符合表1的规定。

            表1　性能

            | 项目 | 指标 |
            |---|---|
            | 泄漏电流 | ⟦由生产企业声明⟧ |
            | 颜色 | 由生产企业声明 |
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            ## 4.1 甲醛释放量

            限量应不大于0.1 mg/m³，重金属含量应不大于1 mg/kg。苯含量应不大于1 mg/kg。

            ## 4.2 性能

            性能应符合表1的规定。

            表1　性能

            | 项目 | 指标 |
            |---|---|
            | 泄漏电流 | 不大于0.5 mA |
            | 颜色 | 由生产企业声明 |
            """,
        ),
    ),
    clean=(
        """
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        颜色由制造商规定。绝缘电阻应不小于2 MΩ，外壳的颜色由制造商规定。

        耐压试验用的插头由制造商提供，安全说明由制造商给出。

        ## 4.2 温升

        额定容量由制造商规定。温升的测量位置由制造商规定，充电器应符合制造商的规定。

        注：绝缘电阻由制造商规定。

        # 5 试验方法

        绝缘电阻的测试点由制造商规定。

        # 8 标志

        安全警示由制造商规定。
        """,
    ),
)

_SUPPLIER = (
    "(?:供方|供货方|制造商|制造厂商?|制造方|生产商|生产厂商?|生产厂家|厂家|生产企业|制造企业|企业|供应商|供货商|生产者"
    "|生产方)"
)
_STATES = "(?:自行|自主)?(?:的)?(?:规定|确定|声明|明示|决定|自定|给出|提供)(?!的(?!值|限|数|要求))"
_VALUE = "的(?:数?值|限[值量]|指标|要求)"
_LEFT = (
    *(
        patterns.compile(rf"{said}{_VALUE}(?<=[于合足到过](?P<left>{_SUPPLIER}(?:所|自行)?{said}{_VALUE}))")
        for said in ("规定", "声明", "明示", "标称", "宣称")
    ),
    *(
        patterns.compile(rf"{end}的{said}(?<=[于合足到过](?P<left>{_SUPPLIER}的{said}))")
        for end in ("商", "方")
        for said in ("规定", "要求")
    ),
    patterns.compile(rf"由{_SUPPLIER}{_STATES}"),
    patterns.compile(rf"自(?<={_SUPPLIER}(?:可|可以)?自)(?:行|主)?(?:规定|确定|决定|声明|定)"),
)
_CLAUSE = patterns.compile(r"[^，。；：、\n\u2028]*$")
_AMOUNT = (
    r"(?:的?(?:含量|释放量|迁移量|溶出量|残留量?|限[值量度]|数?值|指标|要求|大小|等级|浓度|总量|性能|强度|具体|最[大小高低]|允许|实际|上限|下限|范围))*"
    rf"(?:[（(][^（）()]*[）)])?(?:可以?|均|都|则|应|也|由)?(?:{_SUPPLIER}(?:可以?|应)?)?(?:应?(?:不应?)?[大小高低](?:于)|应?(?:符合|满足|达到|不?超过))?$"
)
_ITS_VALUE = patterns.compile(rf"^(?:其|具体|相应|各)?{_AMOUNT}")
_OF_IT = patterns.compile(rf"^{_AMOUNT}")

_SAFETY = patterns.compile(
    r"绝缘(?:电阻|强度)?|耐(?:电)?压|介电强度|电气强度|(?:泄漏|接触|漏)电流|接地(?:电阻|连续性)?|防触电|触电|阻燃(?:性能?|等级)?|燃烧性能|防火|毒性|有毒|有害物质|重金属"
    r"|[铅镉汞砷铬](?:含量|溶出量|迁移量)?|甲醛(?:释放量|含量)?|苯(?:系物)?|放射性|辐射|卫生(?:指标|要求)|微生物|菌落|大肠菌|致病菌|农药残留|兽药残留|迁移量|挥发性有机"
    r"|安全(?:系数|距离|阀|性能|要求)?|防爆|爆炸|温升|表面温度|制动(?:距离|力|性能)"
)


@supplier_declared_value.finder
def find(doc: Document) -> Iterator[Finding]:
    aside = ("verification", "inspection", "marking", "packing", "sampling")
    spans = [(c.section.first, c.section.last) for c in doc.chapters if c.roles.isdisjoint(aside)]
    told: set[int] = set()
    for match in (match for pattern in _LEFT for match in doc.matches(pattern)):
        if match.end() in told:
            continue
        told.add(match.end())
        span = match.span("left" if "left" in match.re.groupindex else 0)
        block = doc.block_at(span[0])
        region = doc.regions[block]
        if not region.normative or region.role not in ("text", "cell") or region.element not in ("clause", "annex"):
            continue
        if any(first <= block < last for first, last in spans) and (named := _characteristic(doc, block, span)):
            yield supplier_declared_value.at(span, characteristic=named)


def _characteristic(doc: Document, block: int, span: tuple[int, int]) -> str:
    """Return the characteristic of health or safety that a place is about, or “”."""
    first = doc.sentence(span[0])[0]
    clause = _CLAUSE.search(doc.text[first : span[0]])
    said = clause.group().strip() if clause else ""
    for match in _SAFETY.finditer(said):
        if _OF_IT.match(said[match.end() :]):
            return match.group()
    if not _ITS_VALUE.match(said):
        return ""
    told = next(reversed([*_SAFETY.finditer(doc.text, first, span[0])]), None)
    if told is None and doc.blocks[block].table >= 0:
        told = _SAFETY.search(_row(doc, block))
    section: Section | None = doc.regions[block].section
    while told is None and section is not None and section.parent is not None and doc.blocks[block].table < 0:
        told = _SAFETY.search(section.title) if section.titled else None
        section = section.parent
    return told.group() if told else ""


def _row(doc: Document, block: int) -> str:
    """Return the text of the table row that holds a block."""
    cells = doc.source.tables[doc.blocks[block].table].cells
    row = next((cell.row for cell in cells if block in cell.blocks), -1)
    return " ".join(doc.said(at) for cell in cells if cell.row == row for at in cell.blocks)
