"""Tell what a product standard contains by the words of its titles, and by the list in its scope.

Source: GB/T 20001.10—2014, Table 1 and 6.3.1; reference kinds.md, section 6.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import Span
from stdlint.views.wording import fold

_WHAT = (
    (
        "classification",
        "(?:产品)?(?:分类|分级|型式|型号|规格|品种|类别|命名|标记|编码|代号|基本参数|结构型式|型式尺寸)(?:与?命名)?",
    ),
    (
        "requirements",
        r"(?:技术|一般|通用|基本|性能|质量|安全|卫生|环保|使用|主要)?(?:要求|指标|特性|条件|参数|性能)|限值|限量",
    ),
    ("sampling", "(?:取样|抽样|采样|扦样)(?:方法|规则)?|组批"),
    ("methods", "(?:试验|检验|测试|检测|测定|分析|证实|检查|验证|试验和检验|测量)(?:方法)?"),
    ("inspection", "(?:检验|验收|判定)规则|检验|验收|检验判定|质量检验"),
    ("marking", "(?:产品)?(?:标志|标签|标识|铭牌)|随行文件|(?:产品|使用)?说明书|质量证明书"),
    ("packing", "(?:产品)?(?:包装|运输|贮存|储存|贮运|储运|贮藏|储藏|存放)|保质期"),
)
_WHOLE = tuple((name, patterns.compile(f"(?:{pattern})")) for name, pattern in _WHAT)
_LOOSE = tuple(
    (name, patterns.compile(pattern))
    for name, pattern in (
        ("classification", "分类|分级|型式|型号|规格|品种|类别|命名|标记|编码|代号|参数|结构|类型|等级|代码|组成"),
        ("requirements", "要求|指标|特性|条件|参数|性能|限值|限量"),
        ("sampling", "取样|抽样|采样|扦样|组批|样品|样本"),
        ("methods", "方法|试验|检验|测试|检测|测定|分析|证实|检查|验证|测量|验收"),
        ("inspection", "检验|验收|判定|检查|组批|合格"),
        ("marking", "标志|标签|标识|铭牌|随[行机]文件|技术文件|说明书|证明书|标示|交付"),
        ("packing", "包装|运输|贮|储|存放|保质期|交付|保管|装运"),
    )
)
_SYNONYMS = (
    frozenset(("包装", "交付")),
    frozenset(("运输", "贮运", "储运", "装运", "搬运", "交付")),
    frozenset(("贮存", "储存", "贮运", "储运", "贮藏", "储藏", "存放", "保管", "保存", "交付")),
)
_OPENING = patterns.compile(r"本\p{Han}{2,3}规定了(?P<list>[^。；\n]+)")
_SPLIT = patterns.compile(r"[、，,]|以及|及其|[和与及](?!其)")
_LEAD = patterns.compile(r"^(?:并|还|同时)?(?:描述|给出|规定|提供|界定|确立)了|^(?:相应|对应|有关|相关)的?")
OPEN = patterns.compile("等(?:内容|方面|要求|规定|级?[。，；]|$)|等$")


class Listed(NamedTuple):
    """An item of the list in a scope: its words, their span, and what contents they may mean."""

    name: str
    span: Span
    contents: frozenset[str]


@lru_cache(1024)
def contents_of(words: str, *, loosely: bool = False) -> frozenset[str]:
    """Return what words mean that are a title or one of its items; `loosely`: that they only contain."""
    folded = fold(words)
    if loosely:
        return frozenset(name for name, pattern in _LOOSE if pattern.search(folded))
    return frozenset(name for name, pattern in _WHOLE if pattern.fullmatch(folded))


def contents_of_title(title: str) -> frozenset[str]:
    """Return what the items of a title mean; nothing where one of them means something else."""
    found = [contents_of(item) for item in _SPLIT.split(title) if item]
    return frozenset().union(*found) if all(found) else frozenset()


def listed(text: str, opening: Span) -> list[Listed]:
    """Return the items of the list in the first sentence of a scope; nothing where it is no such list."""
    match = _OPENING.match(text, *opening)
    if match is None:
        return []
    start, end = match.span("list")
    found: list[Listed] = []
    at = start
    for stop in [*(m.span() for m in _SPLIT.finditer(text, start, end)), (end, end)]:
        found.append(_item(text, at, stop[0]))
        at = stop[1]
    return found if sum(bool(one.contents) for one in found) > 1 else []


def _item(text: str, start: int, end: int) -> Listed:
    words = text[start:end]
    if lead := _LEAD.match(words):
        start += lead.end()
    at = text.rfind("的", start, end)
    start = at + 1 if at >= 0 else start
    name = text[start:end].strip()
    start = text.find(name, start, end)
    return Listed(name, (start, start + len(name)), contents_of(name))


def same(name: str, title: str) -> bool:
    """Say whether a title names what one of the words for transport and storage names."""
    if name in title:
        return True
    return any(name in words and any(word in title for word in words) for words in _SYNONYMS)
