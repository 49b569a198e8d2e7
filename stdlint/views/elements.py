"""Know the elements of a standard by their titles.

Source: GB/T 1.1—2020, 6.2.2.3, Table 3; ISO/IEC Directives, Part 2, 6.4, Table 2.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.views.wording import fold

ORDER = (
    "cover",
    "contents",
    "foreword",
    "introduction",
    "title",
    "scope",
    "references",
    "terms",
    "symbols",
    "clause",
    "annex",
    "bibliography",
    "index",
)
"""The elements in the order of Table 3, with the title on body page 1 and the annexes in their places."""


class Name(NamedTuple):
    """How an element is called: its prescribed title in Chinese and English, and every title that is taken for it."""

    zh: str
    en: str
    pattern: regex.Pattern[str]


_SIGN = r"(?:符号|代号|缩略语|缩写词?|缩略词|略语|简称|记号|单位|量)"
_AND = r"(?:[、，和与及以]|以及)"
NAMES: dict[str, Name] = {
    "contents": Name("目次", "Contents", patterns.compile(r"目次|目录|目錄|(?i:(?:table\s?of\s?)?contents)")),
    "foreword": Name("前言", "Foreword", patterns.compile(r"前言|序言?|前叙|(?i:foreword|preface)")),
    "introduction": Name("引言", "Introduction", patterns.compile(r"引言|导言|(?i:introduction)")),
    "scope": Name(
        "范围",
        "Scope",
        patterns.compile(
            r"(?:适用|标准)?范围|(?:主题)?内容[与和及]适用范围|范围[与和及]适用(?:性|对象)"
            r"|(?i:(?:scope|field\s?of\s?application)(?:\s?and\s?field\s?of\s?application)?)"
        ),
    ),
    "references": Name(
        "规范性引用文件",
        "Normative references",
        patterns.compile(
            r"(?:规范性?|主要)?引用(?:的)?(?:文件|标准|规范|文献|资料|法规)(?:[和与及、]\w{2,4}|清单|目录|一览表)?|规范性引用(?:清单)?"
            r"|(?i:normative\s?references?)"
        ),
    ),
    "terms": Name(
        "术语和定义",
        "Terms and definitions",
        patterns.compile(
            rf"(?:名词|专业|主要)?术语(?:{_AND}?(?:其)?(?:定义|解释|释义|说明|含义))?(?:{_AND}?{_SIGN})*"
            rf"|定义(?:{_AND}术语)?(?:{_AND}{_SIGN})*"
            rf"|(?:{_SIGN}{_AND})+术语(?:{_AND}定义)?|名词(?:解释|{_AND}?定义)"
            r"|(?i:(?:terms?(?:\s?and\s?|,\s?))?definitions?(?:(?:,\s?|\s?and\s?)(?:symbols|abbreviat(?:ed\s?terms|ions)))*|terms)"
        ),
    ),
    "symbols": Name(
        "符号和缩略语",
        "Symbols and abbreviated terms",
        patterns.compile(
            rf"(?:符号|缩略语|缩写词?|缩略词|略语|记号|代号{_AND}(?:符号|缩略语))(?:{_AND}?(?:其)?(?:{_SIGN}|说明|定义|含义))*"
            r"|(?i:symbols(?:(?:,\s?|\s?and\s?)abbreviat(?:ed\s?terms|ions))?|abbreviat(?:ed\s?terms|ions))"
        ),
    ),
    "bibliography": Name(
        "参考文献",
        "Bibliography",
        patterns.compile(
            r"(?:主要)?参考(?:文献|资料|标准|文件|书目)(?:资料|目录|清单)?|引用文献|(?i:bibliography|(?:list\s?of\s?)?references)"
        ),
    ),
    "index": Name("索引", "Index", patterns.compile(r"\w{0,10}索引|(?i:(?:alphabetical\s?)?index)")),
}

UNNUMBERED = ("contents", "foreword", "introduction", "bibliography", "index")
"""The elements whose titles carry no number."""

_COUNT = patterns.compile(r"第?[一二三四五六七八九十\d]{1,3}(?:章|[、.．]|篇)")
_ANNEX = patterns.compile(
    r"附录(?:[A-Za-z](?![A-Za-z0-9])|[一二三四五六七八九十](?![、致览些])|\d{1,2}(?![.\d])|(?=\(|$))|(?i:annex\s?[A-Z])(?![A-Za-z0-9])"
)


_SPACED = patterns.compile(r"^.[\s\u3000]|\S[\s\u3000]+\S[\s\u3000]+\S|[A-Z] [A-Z]")
_HINT = patterns.compile(
    r"目[次录錄]|前[言叙]|序|引[言用]|导言|范围|术语|定义|名词|符号|缩[略写]|略语|记号|代号|参考|索引|附录"
    r"|(?i:content|foreword|preface|introduction|scope|field|reference|term|definition|symbol|abbreviat|bibliography|index|annex)"
)
"""What every title of an element holds: a title without it is the author's own, which is soon told."""


@lru_cache(1024)
def element_of(title: str) -> str:
    """Return the element that a heading's title names, or “” (a heading of the author's own)."""
    if not _HINT.search(title) and not _SPACED.search(title):
        return ""
    folded = fold(title).strip(".:：")
    folded = _COUNT.sub("", folded, count=1) if _COUNT.match(folded) else folded
    for element, name in NAMES.items():
        if name.pattern.fullmatch(folded):
            return element
    return "annex" if _ANNEX.match(folded) else ""


def called(element: str, lang: str) -> str:
    """Return what people call an element, for messages and places."""
    others = {"cover": ("封面", "Cover"), "title": ("文件名称", "Title"), "clause": ("正文", "Body")}
    if element in others:
        return others[element][lang == "en"]
    if element == "annex":
        return "附录" if lang == "zh" else "Annex"
    name = NAMES.get(element)
    return "" if name is None else (name.zh if lang == "zh" else name.en)
