"""Tell the kinds of a document: what it is a standard of, by its title first, then by its scope and its chapters.

Source: GB/T 1.1—2020, 6.1.4.2, Table 1, 8.5.3 and 8.11, Table 4; GB/T 20001.x; reference kinds.md, section 2.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

import regex

from stdlint import patterns


class Kind(NamedTuple):
    """A kind of document: what people call it, the last words of its titles, and the scopes that tell it."""

    zh: str
    en: str
    title: regex.Pattern[str] | None
    scope: regex.Pattern[str] | None


KINDS: dict[str, Kind] = {
    "management-system": Kind(
        "管理体系",
        "management system",
        patterns.compile(r"管理体系[\s　]*(?:(?:要求|规范|标准)?(?:及|和|与)?[\s　]*(?:要求|使用指南|指南)?)$"),
        None,
    ),
    "terminology": Kind(
        "术语",
        "vocabulary",
        patterns.compile(r"(?:术语(?:和定义)?|词汇|名词术语|vocabulary|terminology)$"),
        patterns.compile(r"本\p{Han}{2,3}界定了[^。]*?(?:术语|定义|词汇)[^。]*"),
    ),
    "evaluation": Kind(
        "评价",
        "evaluation",
        patterns.compile(
            r"(?:评价|评价(?:指标|指标体系|规则|通则|导则|方法|要求|准则|规范|规程|细则|标准|技术规范)|evaluation)$"
        ),
        None,
    ),
    "guidance": Kind(
        "指南",
        "guidance",
        patterns.compile(r"(?:指南|指导|guidance|guidelines?)$"),
        patterns.compile(r"本\p{Han}{2,3}(?:提供|给出)了[^。]*?(?:指导|建议|指南)(?:和[^。，]{0,6})?(?:[，。]|$)"),
    ),
    "specification": Kind(
        "规范",
        "specification",
        patterns.compile(r"(?:规范|技术条件|specifications?)$"),
        patterns.compile(r"本\p{Han}{2,3}规定了[^。]*?要求[^。]*描述了[^。]*?证实方法[^。]*"),
    ),
    "code-of-practice": Kind(
        "规程",
        "code of practice",
        patterns.compile(r"(?:规程|code of practice)$"),
        patterns.compile(r"本\p{Han}{2,3}确立了[^。，]*?程序[^。]*"),
    ),
    "test-method": Kind(
        "试验方法",
        "test method",
        patterns.compile(
            r"(?:(?:试验|测试|检测|检验|分析|测定|测量|鉴定|鉴别|检查)(?:方法|法)|的?测定|滴定法|光度法|色谱法|质谱法|光谱法|重量法"
            r"|test methods?|methods of test)$|的测定[\s　(（]|determination of\s"
        ),
        patterns.compile(
            r"本\p{Han}{2,3}描述了[^。]*?(?:(?:试验|测试|检测|检验|分析|测量|鉴定|鉴别|检查|检定|校准)的?方法|测定|试验|原理|[定析谱度]法)[^。]*"
        ),
    ),
    "classification": Kind(
        "分类",
        "classification",
        patterns.compile(
            r"(?:分类(?:(?:[与和及]|以及)(?:代码|编码|分级|命名))?|(?:分类)?编码|分类代码|代码|classification|coding)$"
        ),
        patterns.compile(
            r"本\p{Han}{2,3}(?:确立|规定|给出)了[^。，]*?(?:分类|编码|代码)(?:[与和及、][^。，要]{0,8})?(?:[，。]|$)"
        ),
    ),
    "symbols": Kind(
        "符号",
        "symbols",
        patterns.compile(r"(?:图形符号|文字符号|符号|标志|symbols?|signs?)$"),
        patterns.compile(r"本\p{Han}{2,3}(?:界定|规定)了[^。，]*?符号(?:[^。，要]{0,8})?(?:[，。]|$)"),
    ),
    "product": Kind("产品", "product", None, None),
    "service": Kind("服务", "service", None, None),
}
"""The kinds by their names, in the order in which titles are asked."""

SCOPE_VERBS: dict[str, tuple[str, ...]] = {
    "terminology": ("界定",),
    "symbols": ("界定", "规定"),
    "classification": ("确立", "规定", "给出"),
    "test-method": ("描述",),
    "specification": ("规定",),
    "code-of-practice": ("确立",),
    "guidance": ("提供", "给出"),
    "product": ("规定",),
    "management-system": ("规定", "提供", "给出"),
}
"""The verbs with which the scope of a kind says what the document does, the usual one first."""

TITLE_WORDS: dict[str, regex.Pattern[str]] = {
    "terminology": patterns.compile("术语|词汇|名词|vocabulary|terminology"),
    "symbols": patterns.compile("符号|标志|标识|代号|symbols?|signs?"),
    "classification": patterns.compile("分类|编码|代码|分级|类目|类别|classification|coding"),
    "test-method": patterns.compile(
        "法|测定|试验|测试|检测|检验|分析|测量|检定|鉴定|检查|验证|determination|test|method"
    ),
    "specification": patterns.compile("规范|技术条件|specification"),
    "code-of-practice": patterns.compile("规程|code of practice"),
    "guidance": patterns.compile("指南|指导|导则|建议|guidance|guideline"),
    "evaluation": patterns.compile("评价|评估|评定|测评|评级|evaluation|assessment"),
}
"""The words of which the title of a kind has one, older ones included."""

_ASIDE = patterns.compile(r"[（(][^（）()]*[）)]$")
_PART = patterns.compile(r"第[\dX×一二三四五六七八九十]+部分|part\s?\d+")
_USE = patterns.compile(r"要求(?:及|和|与)[\s　]*(?:使用|应用|实施)指南$")
_BOTH = patterns.compile(
    r"(?:要求|条件|指标|限[值量额]|规格|参数|性能)(?:及其?|以及|和|与|、)[^\s　]{0,8}(?:方法|法|规则)$"
)
"""The ends of titles of documents that give methods besides requirements."""
_GUIDED = patterns.compile(r"管理体系[\s　]*指南$")
_MANAGEMENT = patterns.compile(r"管理体系[\s　]*指南")
_EVALUATION = patterns.compile(r"评价[\s　]*指南")
_AND_EVALUATION = patterns.compile("[与和及、]评价$")
"""What is evaluated besides something else: by indicators only where a chapter gives some."""
_SERVICE = patterns.compile(
    "服务(?!器|端|接口|总线|网格|程序|进程|组件|框架|协议|平台|系统|软件|机器人|[车舱区站]|(?:数据|信息)(?:交换|接口|元))"
)
_PRODUCT_ROLES = frozenset(("inspection", "marking", "packing"))
"""What only the chapters of a standard for goods are for."""


def kinds(title: str, opening: str, roles: Collection[str]) -> tuple[str, ...]:
    """Return the kinds of a document, the one that its title tells first; none where nothing tells it.

    `opening` is the first sentence of the scope, `roles` what the chapters are for (see `chapters`). Where the name of
    a part tells no kind, the words in front of “第×部分” do. A technical specification may be a product standard too,
    and whatever is about a service is a service standard besides.
    """
    text = _ASIDE.sub("", title.strip()).strip().casefold()
    part = _PART.search(text)
    before = text[: part.start()].rstrip(" 　—-") if part else ""
    first = _of_title(text) or _of_title(before)
    if first == "evaluation" and "indicators" not in roles and any(map(_AND_EVALUATION.search, (text, before))):
        first = ""
    first = first or _of_content(opening, roles)
    return tuple(dict.fromkeys(name for name in (first, *_besides(first, text, roles)) if name))


def _of_title(words: str) -> str:
    """Return the kind that the last words of a title tell, or “”."""
    for name, kind in KINDS.items():
        if kind.title is not None and name != "service" and kind.title.search(words):
            return "guidance" if name == "management-system" and _GUIDED.search(words) else name
        if name == "management-system" and (_USE.search(words) or _BOTH.search(words)):
            return ""
    return ""


def _of_content(opening: str, roles: Collection[str]) -> str:
    """Return the kind that scope and chapters tell where the title has no word for it: a product, most often."""
    given = _PRODUCT_ROLES.intersection(roles)
    if given and "verification" in roles and ("requirements" in roles or ("inspection" in given and len(given) > 1)):
        return "product"
    told = [name for name, kind in KINDS.items() if kind.scope is not None and kind.scope.match(opening)]
    return told[0] if len(told) == 1 else ""


def _besides(first: str, text: str, roles: Collection[str]) -> Iterator[str]:
    """Yield the kinds that a document has besides its first one."""
    if first == "guidance" and _MANAGEMENT.search(text):
        yield "management-system"
    if first == "guidance" and _EVALUATION.search(text):
        yield "evaluation"
    if first == "specification" and len(_PRODUCT_ROLES.intersection(roles)) > 1:
        yield "product"
    if _SERVICE.search(text):
        yield "service"


def kind_of_title(title: str) -> str:
    """Return the kind that a title tells by itself, or “”."""
    return next(iter(kinds(title, "", ())), "")
