"""Tell what the chapters of a standard are for by their titles: requirements, test methods, packing, principles …

Source: GB/T 1.1—2020, 8.8 to 8.11; GB/T 20001.x; reference kinds.md, sections 3 to 12.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.views.outline import Outline, Section
from stdlint.views.wording import fold

_METHOD = "(?:试验|测试|检测|检验|检查|测定|测量|分析|验证|证实|核查|测评|评价|检定|确认|鉴定)"
ROLES: dict[str, regex.Pattern[str]] = {
    "principles": patterns.compile(r"^(?:总则|总体原则|基本原则|原则|通则|\p{Han}{0,10}原则)$"),
    "requirements": patterns.compile(
        r"要求|^(?:技术|性能|质量|服务)(?:指标|特性|规范|条件)$|^(?:指标|特性|技术内容|规定)$"
    ),
    "verification": patterns.compile(
        rf"{_METHOD}(?:方法|法|程序|规则|步骤)?$|{_METHOD}(?:方法|法|程序)?[与和及、]|{_METHOD}方法|证实|检验规则"
    ),
    "sampling": patterns.compile("取样|抽样|采样|扦样|组批"),
    "inspection": patterns.compile(
        "检验规则|验收规则|判定规则|出厂检验|型式检验|^检验$|检验[与及和]?判定|检验分类|质量检验"
    ),
    "classification": patterns.compile(
        r"分类|分级|型式|型号|类别|品种|规格|命名|产品标记|^标记|[、和及与]标记|基本参数|^结构$|^代号|类目|类型"
    ),
    "coding": patterns.compile("编码|代码|标识符|码位"),
    "marking": patterns.compile("标志|标签|随行文件|说明书|铭牌|标识(?!符)"),
    "packing": patterns.compile("包装|运输|贮存|储存|贮运|储运|贮藏|存放"),
    "establishment": patterns.compile("程序的?(?:确立|建立|构成|组成)|(?:流程|程序)$|程序框架|阶段划分"),
    "instructions": patterns.compile("指示|操作|作业|步骤|实施|程序|流程|施工|栽培|养殖|管理|处理|阶段|过程"),
    "traceability": patterns.compile(rf"追溯|证实|记录|档案|台账|{_METHOD}(?:方法)?$|验收|检查|质量控制"),
    "principle": patterns.compile("^(?:方法|测定|试验|检测|分析)?(?:原理|方法提要|方法概要|方法概述)$|原理"),
    "reagents": patterns.compile("试剂|材料|标准物质"),
    "apparatus": patterns.compile("仪器|设备|装置|器具|设施"),
    "samples": patterns.compile("样品|试样|样本|试件|制样"),
    "procedure": patterns.compile(
        rf"(?:{_METHOD}|操作|分析)?(?:步骤|程序|过程)|^(?:测定|试验|测量|测试|操作|检测|分析)$|试验方法|测定方法|操作方法|测试方法|检测方法"
    ),
    "data": patterns.compile(
        "(?:数据|结果)(?:的)?(?:处理|计算|表述|表示|分析|评定|报告|与计算|判定|换算)|(?:处理|计算|表述|表示)(?:数据|结果)|计算|结果"
    ),
    "precision": patterns.compile("精密度|允许差|重复性|再现性|不确定度|准确度|正确度"),
    "assurance": patterns.compile("质量(?:保证|控制)|质控"),
    "report": patterns.compile("报告"),
    "indicators": patterns.compile("指标|评价(?:内容|项目|要素|维度)|评分(?:项目|表)"),
    "scoring": patterns.compile("取值|[评计赋打]分|赋值|权重|计算|测算|评价(?:方法|规则|标准|准则|细则)|评定方法"),
    "results": patterns.compile("结果|等级|分级|判定|评定|结论"),
    "symbols": patterns.compile("符号|标志|图形"),
    "general": patterns.compile("^(?:一般规定|总体要求|通用要求|基本要求|概述|总体|总述)$"),
}
"""What titles say of a chapter's purpose; a title may say several things (“要求和试验方法”)."""


class Chapter(NamedTuple):
    """A chapter or annex of an author's own, and what its title and those of its subclauses say it is for.

    `roles` are those of its own title, `inner` those of the titles below it.
    """

    section: Section
    roles: frozenset[str]
    inner: frozenset[str]


@lru_cache(2048)
def roles_of(title: str) -> frozenset[str]:
    """Return what a title says that a clause is for; nothing for most."""
    folded = fold(title)
    return frozenset(name for name, pattern in ROLES.items() if pattern.search(folded))


def chapters(outline: Outline) -> list[Chapter]:
    """Return the clauses of the top level and the annexes in document order."""
    return [
        Chapter(
            section,
            roles_of(section.title),
            frozenset(role for below in section.walk() if below is not section for role in roles_of(below.title)),
        )
        for section in outline.top
        if section.element in ("clause", "annex") and section.titled
    ]
