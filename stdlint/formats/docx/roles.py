"""Tell from the name of a paragraph style what it is for, in Word's own families and those of the GB templates.

Source: reference word-documents.md, section 2. Style ids mean nothing; the same name is written in several cases.
"""

from __future__ import annotations

from typing import NamedTuple

from stdlint import patterns

DIGITS = "一二三四五六七八九"


class Role(NamedTuple):
    """What a style is for: heading, title, note, example, caption, item, formula, toc, para (surely no heading), "".

    `level`: of a heading from 1, of an item its depth from 1; 0 where the name does not tell.
    """

    kind: str = ""
    level: int = 0


_PREFIX = patterns.compile(r"^标准文件_|\s+")
_WORD_HEADING = patterns.compile(
    r"(?:heading|标题|標題|titre|überschrift|título|titulo|encabezado|titolo|titlu|titel|見出し|제목|заголовок|kop|rubrik"
    r"|overskrift|otsikko|nagłówek|nadpis|naslov|címsor|başlık|επικεφαλίδα|judul|tiêuđề|đầuđề|appendixheading|annexheading"
    r"|appendix|附录标题)([1-9])"
)
_LEVEL_HEADING = patterns.compile(r"(?:附录)?([一二三四五六七八九])级(条?)标题")
_TOP_HEADING = patterns.compile(
    r"(?:附录)?章标题|附录(?:标识|标题)|(?:前言|引言|目录|目次|参考文献|索引)(?:、[^、]+)*标题|目次|tocheading|toc标题"
    r"|contentsheading|indexhead(?:ing)?|introtitle|forewordtitle|bibliotitle|bibliographytitle|annex|annextitle"
    r"|zzforeword|zzintroduction|zzcontents|zzbiblio|zzindex"
)
_ISO_ANNEX = patterns.compile(r"a([2-6])")
_UNTITLED = patterns.compile(r".*(?:无标题|术语条).*|p[2-6]|termnum|terms?(?:\(s\))?|definition")
_TITLE = patterns.compile(r"(?:封面|正文)?标准名称(?:标题)?|文件名称|标题|title|maintitle[1-3]?|zzstdtitle")
_TOC = patterns.compile(
    r"(?:toc|目录|目次|목차|verzeichnis|sommario|оглавление|inhopg|innehåll|obsah|contents|wpsoffice手动目录)[1-9]"
    r"|tableoffigures|图表目录|插图目录|表目录"
)
_NOTE = patterns.compile(r"注(?:[：:×xX\d（(].*)?|notes?|noteindent|notecontinued")
_EXAMPLE = patterns.compile(r"示例(?!后).*|examples?|exampleindent|examplecontinued")
_CAPTION = patterns.compile(
    r".*(?:图标题|表标题)|[图表](?:题|名)|题注|caption|illustration|(?:annex)?(?:figure|table)(?:title|caption)"
)
_ITEM = patterns.compile(
    r".*(?:列项|[一二三四五]级项)(?!说明).*|list(?:bullet|number)?[1-9]?|numbering[1-9]|列表(?:项目符号|编号)[1-9]?"
)
_FORMULA = patterns.compile(r"(?!.*说明).*公式.*|formula|equation")
_ITEM_DEPTH = patterns.compile(r"([一二三四五])级|(?:list|bullet|number|numbering|符号|编号)([1-9])$")


def role_of(name: str) -> Role:
    """Return what a style of that name is for."""
    plain = _PREFIX.sub("", name).casefold()
    if _UNTITLED.fullmatch(plain):
        return Role("para")
    if match := _WORD_HEADING.fullmatch(plain) or _ISO_ANNEX.fullmatch(plain):
        return Role("heading", int(match[1]))
    if match := _LEVEL_HEADING.fullmatch(plain):
        return Role("heading", DIGITS.index(match[1]) + (2 if match[2] else 1))
    if _TOP_HEADING.fullmatch(plain):
        return Role("heading", 1)
    for pattern, kind in ((_TITLE, "title"), (_TOC, "toc"), (_NOTE, "note"), (_EXAMPLE, "example")):
        if pattern.fullmatch(plain):
            return Role(kind)
    if _CAPTION.fullmatch(plain):
        return Role("caption")
    if _ITEM.fullmatch(plain):
        return Role("item", _depth(plain))
    return Role("formula" if _FORMULA.fullmatch(plain) else "")


def _depth(plain: str) -> int:
    """Return the depth that the name tells; in the older family 数字编号列项 is the second level of a list."""
    if match := _ITEM_DEPTH.search(plain):
        return DIGITS.index(match[1]) + 1 if match[1] else int(match[2])
    return 2 if plain.startswith("数字编号列项") else 0
