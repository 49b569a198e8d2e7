"""Say what the result looks like, and what the test report tells about it.

A result is comparable when all laboratories round it alike, and traceable when the report says of which sample, by
which method, with which deviations and on which day it was got.

试验数据处理说明结果保留的位数和修约规则；试验报告至少包括样品、所用标准和方法、结果、偏离、异常现象和日期。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.chapters import roles_of
from stdlint.views.measured import measured
from stdlint.views.outline import Section
from stdlint.views.wording import fold

incomplete_test_report = Check(
    id="KND213",
    message="“{title}”宜至少包括样品、所用标准和方法、结果、偏离、异常现象和日期，此处没有{missing}。",
    message_en="A test report names sample, method, result, deviations, anomalies and date; lacking: {missing_en}.",
    bad="""
        # 木材　含水率的测定

        # 7 ⟦试验报告⟧

        试验报告包括样品和结果。
    """,
    good="""
        # 木材　含水率的测定

        # 7 试验报告

        试验报告包括样品、方法、结果、偏离、异常现象和日期。
    """,
    more=(
        (
            """
            # 木材　含水率的测定

            # 7 ⟦试验报告⟧

            试验报告应至少给出以下内容：

            a) 样品的名称；
            b) 本文件编号；
            c) 试验结果；
            d) 试验日期。
            """,
            """
            # 木材　含水率的测定

            # 7 试验报告

            试验报告应至少给出以下内容：

            a) 样品的名称；
            b) 本文件编号；
            c) 试验结果；
            d) 与试验步骤的差异；
            e) 观察到的异常现象；
            f) 试验日期。
            """,
        ),
    ),
    clean=(
        """
        # 密封条老化性能的测定

        # 8 试验报告

        试验报告应包括以下内容：

        a) 密封条的名称和来源；
        b) 本文件编号和所用的方法；
        c) 试验结果；
        d) 与规定的试验步骤的差异；
        e) 试验中的异常现象；
        f) 试验日期。
        """,
        """
        # 木材　含水率的测定

        # 7 试验报告

        试验报告的格式见附录A。

        # 附录A（资料性）　试验报告格式
        """,
        """
        # 木材　含水率的测定

        # 7 试验报告

        ## 7.1 样品

        给出试件的编号。

        ## 7.2 其他

        给出本标准编号、测定值、任何不同于本方法的操作、试验中的异常情况和试验时间。
        """,
        """
        # 食品　菌落总数的测定

        # 7 结果与报告

        ## 7.1 菌落总数的报告

        按菌落数报告。
        """,
        """
        # 木材　含水率的测定

        # 7 结果报告与处理

        取平均值。
        """,
    ),
)

rounding_not_stated = Check(
    id="KND214",
    message="“{title}”宜说明结果保留的位数和修约规则。",
    message_en="“{title}” does not say to how many places the result is given, nor how it is rounded.",
    bad="""
        # 木材　含水率的测定

        # 6 ⟦试验数据处理⟧

        结果按公式（1）计算。
    """,
    good="""
        # 木材　含水率的测定

        # 6 试验数据处理

        结果按公式（1）计算，修约至一位小数。
    """,
    more=(
        (
            """
            # 木材　含水率的测定

            # 5 试验步骤

            称取5 g试样，精确至0.01 g。

            # 6 ⟦结果计算⟧

            ## 6.1 质量

            计算两次测定的平均值。
            """,
            """
            # 木材　含水率的测定

            # 5 试验步骤

            称取5 g试样，精确至0.01 g。

            # 6 结果计算

            ## 6.1 质量

            计算两次测定的平均值，精确至0.1%。
            """,
        ),
    ),
    clean=(
        *(
            f"""
            # 木材　含水率的测定

            # 6 结果计算

            结果按公式（1）计算。{text}
            """
            for text in (
                "按GB/T 8170的规定修约。",
                "保留三位有效数字。",
                "结果保留到小数点后一位。",
                "结果取整数。",
                "计算结果表示到0.1%。",
                "结果精确到1 mg/kg。",
            )
        ),
        """
        # 木材　含水率的测定

        # 6 结果

        记录观察到的现象。
        """,
        """
        # 木材　含水率的测定

        # 6 结果计算

        结果按公式（1）计算。

        # 7 试验报告

        结果保留一位小数。
        """,
        """
        # 木材　含水率的测定

        # 5 试验步骤

        含水率修约至0.1%。

        # 6 结果计算

        结果按公式（1）计算。
        """,
        """
        # 木材　含水率的测定

        # 附录A（资料性）　试验报告

        样品：
        """,
    ),
)

_REPORT = patterns.compile(r"(?:试验|测试|检测|检验|测定|测量|分析|检定|校准)?报告书?(?:的?内容)?")
_ELSEWHERE = patterns.compile(
    r"(?:按照?|见|符合|参照|执行|依据)[^。；\n]{0,8}(?:附录|[表图]\s?[A-Z\d]|GB|ISO|RB|CNAS|相关|有关)|格式|式样|按照?规定"
)
_ITEMS = (
    (
        "样品",
        "sample",
        patterns.compile("样|试件|试材|试料|材料|产品|受试|被[测试]|试块|试片|对象|名称|来源|批号|型号|牌号"),
    ),
    ("所用标准和方法", "standard and method", patterns.compile("本文件|标准|方法|编号|依据|本部分|规程")),
    ("结果", "result", patterns.compile("结果|数据|[测数定]值|含量|平均值|结论")),
    (
        "偏离",
        "deviations",
        patterns.compile("偏离|差异|改变|变更|不同|不一致|未规定|未包括|没有规定|任选|自由选择|附加|修改"),
    ),
    ("异常现象", "anomalies", patterns.compile("异常|现象|特殊|意外|特征|情况|影响|问题|备注|说明")),
    ("日期", "date", patterns.compile("日期|时间|年月|[年月]、?日")),
)
_CALCULATES = patterns.compile("计算|公式|式[（(]")
_ROUNDS = patterns.compile(
    r"修约|8170|有效数|小数|保留|取整|整数|位数|(?:精确|准确|表示|计算|报告|修整|取|精度)[到至为]|四舍|精确度"
)
_ROUNDING = patterns.compile(r"修约|有效数字|有效位数|位小数|小数点后")


@incomplete_test_report.finder
@rounding_not_stated.finder
def find(doc: Document) -> Iterator[Finding]:
    data: list[Section] = []
    rounded = False
    for chapter in doc.chapters:
        for section in chapter.section.walk():
            roles = roles_of(section.title) if section.titled else frozenset()
            if "report" in roles and _REPORT.fullmatch(fold(section.title)) and "data" not in roles:
                if chapter.section.element == "clause":
                    yield from _incomplete(doc, section)
                rounded = rounded or _ROUNDS.search(_said(doc, section)) is not None
            elif "data" in roles and "report" not in roles:
                said = _said(doc, section)
                rounded = rounded or _ROUNDS.search(said) is not None
                if _CALCULATES.search(said):
                    data.append(section)
    if data and not rounded and not _rounds_elsewhere(doc):
        yield rounding_not_stated.at(data[0].place, title=data[0].title)


def _rounds_elsewhere(doc: Document) -> bool:
    return any(doc.region_at(match.start()).element in ("clause", "annex") for match in _ROUNDING.finditer(doc.text))


def _said(doc: Document, section: Section) -> str:
    return "\n".join(doc.said(index) for index in section.blocks() if doc.blocks[index].kind != "label")


def _incomplete(doc: Document, section: Section) -> Iterator[Finding]:
    """Report what a report lacks, unless it is described elsewhere or left open."""
    said = _said(doc, section).removeprefix(doc.text[slice(*section.head)])
    if not said.strip() or _ELSEWHERE.search(said):
        return
    given = any(word in said for word in measured(doc.cover.title))
    missing = [
        (what, what_en)
        for what, what_en, pattern in _ITEMS
        if not pattern.search(said) and not (given and what_en == "result")
    ]
    if missing:
        yield incomplete_test_report.at(
            section.place,
            title=section.title,
            missing="、".join(what for what, _ in missing),
            missing_en=", ".join(en for _, en in missing),
        )
