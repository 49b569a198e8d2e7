"""Tell from the name of a paragraph style what it is for, in Word's own families and those of the GB templates.

Source: reference word-documents.md, section 2. Style ids mean nothing; the same name is written in several cases.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

DIGITS = "一二三四五六七八九"


class Role(NamedTuple):
    """What a style is for: heading, title, note, example, caption, item, formula, toc, para (surely no heading), "".

    `level`: of a heading from 1, of an item its depth from 1; 0 where the name does not tell.
    """

    kind: str = ""
    level: int = 0


_PREFIX = regex.compile(r"^标准文件_|\s+")
_WORD_HEADING = regex.compile(
    r"(?:heading|标题|標題|titre|überschrift|título|titulo|titolo|見出し|제목|заголовок|kop|rubrik|overskrift|otsikko"
    r"|nagłówek|nadpis|başlık|appendixheading|annexheading)([1-9])"
)
_CLAUSE_HEADING = regex.compile(r"(?:附录)?([一二三四五六七八九])级条标题")
_TOP_HEADING = regex.compile(
    r"(?:附录)?章标题|附录(?:标识|标题)|(?:前言|引言|目录|目次|参考文献|索引)(?:、[^、]+)*标题|目次|tocheading|toc标题|目录标题"
    r"|introtitle|forewordtitle|bibliotitle|bibliographytitle|annex|annextitle|zzforeword|zzintroduction|zzcontents"
    r"|zzbiblio|zzindex"
)
_ISO_ANNEX = regex.compile(r"a([2-6])")
_TITLE = regex.compile(r"(?:封面|正文)?标准名称(?:标题)?|文件名称|title|zzstdtitle")
_TOC = regex.compile(r"(?:toc|目录|目次)[1-9]|tableoffigures|图表目录|contents[1-9]")
_NOTE = regex.compile(r"注(?:[：:×xX\d（(].*)?|notes?|noteindent|notecontinued")
_EXAMPLE = regex.compile(r"示例(?!后).*|examples?|exampleindent|examplecontinued")
_CAPTION = regex.compile(r".*(?:图标题|表标题)|caption|题注|(?:annex)?(?:figure|table)title")
_ITEM = regex.compile(r".*(?:列项|[一二三四五]级项)(?!说明).*|list(?:bullet|number)[1-9]?|列表(?:项目符号|编号)[1-9]?")
_ITEM_DEPTH = regex.compile(r"([一二三四五])级|(?:bullet|number|符号|编号)([1-9])$")


def role_of(name: str) -> Role:
    """Return what a style of that name is for."""
    plain = _PREFIX.sub("", name).casefold()
    if "无标题" in plain or "术语条" in plain:
        return Role("para")
    if match := _WORD_HEADING.fullmatch(plain) or _ISO_ANNEX.fullmatch(plain):
        return Role("heading", int(match[1]))
    if match := _CLAUSE_HEADING.fullmatch(plain):
        return Role("heading", DIGITS.index(match[1]) + 2)
    if _TOP_HEADING.fullmatch(plain):
        return Role("heading", 1)
    for pattern, kind in ((_TITLE, "title"), (_TOC, "toc"), (_NOTE, "note"), (_EXAMPLE, "example")):
        if pattern.fullmatch(plain):
            return Role(kind)
    if _CAPTION.fullmatch(plain):
        return Role("caption")
    if _ITEM.fullmatch(plain):
        return Role("item", _depth(plain))
    return Role("formula" if "公式" in plain and "说明" not in plain else "")


def _depth(plain: str) -> int:
    """Return the depth that the name tells; in the older family 数字编号列项 is the second level of a list."""
    if match := _ITEM_DEPTH.search(plain):
        return DIGITS.index(match[1]) + 1 if match[1] else int(match[2])
    return 2 if plain.startswith("数字编号列项") else 0
