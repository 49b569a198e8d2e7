"""Hold the order in which the chapters of a product or test method standard stand, and rank titles by it.

Source: GB/T 20001.10—2014, Table 1; GB/T 20001.4—2015; reference kinds.md, sections 6 and 10.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from stdlint import patterns
from stdlint.views.wording import fold

ORDERS: dict[str, tuple[regex.Pattern[str], ...]] = {
    "product": tuple(
        patterns.compile(pattern)
        for pattern in (
            r"^(?:产品)?(?:分类|分级|型式|型号|规格|品种|类别|命名|标记|编码|代号|基本参数)",
            r"^(?:技术|性能|质量|安全)?要求|[与和及、](?:技术)?要求|^技术(?:指标|条件|规格)$",
            r"^(?:取样|抽样|采样)|[与和及、](?:取样|抽样|采样)",
            r"(?:试验|检验|测试|检测|测定|分析|证实|检查|验证)方法",
            r"检验规则|验收规则|^(?:检验|验收)$|^检验与?判定|判定规则",
            r"^(?:产品)?(?:标志|标签|标识|铭牌|随行文件|使用说明书|质量证明书)|[与和及、](?:标志|标签|标识|随行文件|质量证明书)",
            r"^(?:包装|运输|贮存|储存|贮运|储运|贮藏)|[与和及、](?:包装|运输|贮存|储存|贮运|储运|贮藏)",
        )
    ),
    "test-method": tuple(
        patterns.compile(pattern)
        for pattern in (
            r"^(?:方法|测定|试验|检测|测试)?(?:原理|方法提要|方法概要)$",
            r"^(?:化学)?反应式$",
            r"^(?:试验|测试|检测|测量|环境)(?:环境)?条件$",
            r"^(?:试剂|标准物质)|^材料$",
            r"^(?:试验|测试|检测|测量|分析)?(?:用)?(?:仪器|设备|装置|器具)",
            r"^(?:样品|试样|试件|样本|取样|采样|抽样)",
            r"(?:试验|测定|分析|测试|检测|测量|操作)(?:步骤|程序|过程)$|^(?:步骤|试验|测定|测量)$",
            r"^(?:试验|测试|测定|检测|测量|分析)?(?:数据|结果)的?(?:处理|计算|表示|表述)|^结果$|^计算$",
            r"^(?:方法)?(?:精密度|重复性|再现性|允许差|不确定度|测量不确定度|准确度)",
            r"^质量(?:保证|控制)",
            r"^(?:试验|测试|检测|测定|检验)报告$",
        )
    ),
}
"""For each kind what the titles of its chapters look like, in order."""


@lru_cache(1024)
def ranks(kind: str, title: str) -> frozenset[int]:
    """Return the places in the order of a kind that a title takes; none where it is not foreseen there."""
    folded = fold(title)
    return frozenset(rank for rank, pattern in enumerate(ORDERS[kind]) if pattern.search(folded))
