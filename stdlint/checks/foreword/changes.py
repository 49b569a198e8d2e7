"""Word each technical change as added, altered or deleted, and point to the clause concerned.

Users of the old edition look up what has changed; a pointer into the old edition names its year, since the clauses of
both editions have the same kind of numbers.

主要技术变化逐项写“增加了”“更改了”“删除了”，并指明所在章条；指向旧版的写明年份，便于对照两版查找。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.foreword import Foreword, Statement, targets
from stdlint.views.levels import miswritten
from stdlint.views.wording import fold

nonstandard_change_verb = Check(
    id="FWD073",
    message="技术变化宜用“增加了”“更改了”“删除了”表述，不用“{word}”。",
    message_en="A technical change is worded with “增加了”, “更改了” or “删除了”, not “{word}”.",
    bad="""
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) ⟦修改了⟧试验温度（见5.2，2009年版的5.1）；

        b) ⟦新增⟧“硬度”的要求（见5.3）；

        c) ⟦取消了⟧包装的要求（见2009年版的7.1）。

        # 5 要求
    """,
    good="""
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 更改了试验温度（见5.2，2009年版的5.1）；

        b) 增加了“硬度”的要求（见5.3）；

        c) 删除了包装的要求（见2009年版的7.1）。

        # 5 要求
    """,
    more=(
        (
            """
            # 前言

            主要技术变化如下：

            ——⟦修订了⟧试验温度（见5.2）；

            ——将“硬度”⟦修改为⟧“强度”（见5.3）；

            ——⟦修改⟧并完善了术语（见第3章）。
            """,
            """
            # 前言

            主要技术变化如下：

            ——更改了试验温度（见5.2）；

            ——将“硬度”更改为“强度”（见5.3）；

            ——更改并完善了术语（见第3章）。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 增加了修改记录的要求（见5.2）；

        b) 将“硬度”更改为“强度”（见5.3，2009年版的5.1）；

        c) 调整了章的顺序（见第6章）；

        d) 修改记录的要求并入附录A。

        本文件修改采用ISO 898:2013。
        """,
        """
        # 前言

        本标准代替GB/T 1—2000。

        本标准与GB/T 1—2000相比主要变化如下：

        ——修改了试验温度。
        """,
    ),
)

change_without_pointer = Check(
    id="FWD074",
    message="这项技术变化宜指明所在的章条，如“（见5.2）”。",
    message_en="The technical change does not point to the clause concerned, as in “（见5.2）”.",
    bad="""
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) ⟦增加了试验温度的要求；⟧

        b) 更改了硬度（见4.2，2009年版的4.1）。

        # 4 要求

        ## 4.1 试验温度

        试验温度应为23 ℃。

        ## 4.2 硬度
    """,
    good="""
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 增加了试验温度的要求（见4.1）；

        b) 更改了硬度（见4.2，2009年版的4.1）。

        # 4 要求

        ## 4.1 试验温度

        试验温度应为23 ℃。

        ## 4.2 硬度
    """,
    more=(
        (
            """
            # 前言

            主要技术变化如下：

            ——⟦增加了强度的要求；⟧

            ——增加了硬度的要求。
            """,
            """
            # 前言

            主要技术变化如下：

            ——增加了强度的要求（见5.2）；

            ——增加了硬度的要求（见第6章）。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 更改了文件名称；

        b) 更改了以下术语：

        1) 更改了“螺栓”的定义（见3.1，2009年版的3.2）；

        2) 增加了“螺钉”的定义（3.2）；

        c) 增加了硬度的要求（见表2和附录A）；

        d) 删除了强度的要求（2009年版的5.2）。
        """,
        """
        # 前言

        主要技术变化如下：

        ——XXXXXX（见X.X）；

        ——××××。
        """,
    ),
)

dangling_change_pointer = Check(
    id="FWD075",
    message="技术变化所指的{number}在本文件中不存在。",
    message_en="The clause to which the change points, {number}, does not exist in this document.",
    bad="""
        # 前言

        主要技术变化如下：

        a) 增加了试验温度的要求（见⟦15.2⟧）；

        b) 增加了硬度的要求（见4.1和⟦附录C⟧）。

        # 4 要求

        ## 4.1 试验温度

        ## 4.2 硬度
    """,
    good="""
        # 前言

        主要技术变化如下：

        a) 增加了试验温度的要求（见4.2）；

        b) 增加了硬度的要求（见4.1和第4章）。

        # 4 要求

        ## 4.1 试验温度

        ## 4.2 硬度
    """,
    clean=(
        """
        # 前言

        主要技术变化如下：

        a) 更改了试验温度（见4.1，2009年版的15.2）；

        b) 更改了硬度（见2009年版的6.1和6.2，本版的4.2）；

        c) 删除了强度的要求（见7.2）；

        d) 更改了术语（见3.1，GB/T 191—2008的3.9）；

        e) 更改了尺寸（见表A.3），公差由1.5更改为2.5（见4.1）。

        # 3 术语和定义

        下列术语和定义适用于本文件。

        3.1

        **螺栓** bolt

        有头的紧固件。

        # 4 要求

        ## 4.1 试验温度

        ## 4.2 硬度
        """,
        """
        # 前言

        主要技术变化如下：

        a) 更改了试验温度（见15.2）。
        """,
    ),
)

change_pointer_without_edition = Check(
    id="FWD076",
    message="删除的内容在旧版中，{number}前宜写明版本年份，如“见2009年版的{number}”。",
    message_en="What was deleted stands in the old edition; name its year in front of {number}.",
    bad="""
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 删除了试验温度的要求（见⟦5.2⟧）。
    """,
    good="""
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 删除了试验温度的要求（见2009年版的5.2）。
    """,
    more=(
        (
            """
            # 前言

            主要技术变化如下：

            a) 删除试验温度的要求（见上一版的⟦5.2⟧）；

            b) 删除了术语（⟦第3章⟧）。
            """,
            """
            # 前言

            主要技术变化如下：

            a) 删除试验温度的要求（见2009年版的5.2）；

            b) 删除了术语（2009年版的第3章）。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        主要技术变化如下：

        a) 删除了试验温度的要求（见2009年版的5.2和6.1）；

        b) 删除了硬度的要求，增加了强度的要求（见5.3）；

        c) 删除了试验方法（见GB/T 1—2009的5.2）；

        d) 更改了术语（见3.1）。
        """,
    ),
)

_VERBS = patterns.compile(
    r"(?P<alter>修改|修订|变更|改变|改动)(?:了|(?=[“《并]|[和、及与](?:完善|补充|调整|细化|增加|更新)))"
    r"|(?P<add>新增加?|添加|增添|新增设)(?:了|(?=[“《\u4e00-\u9fff]))"
    r"|(?P<delete>取消|去掉|去除|移除|删去|剔除)(?:了|(?=[“《\u4e00-\u9fff]))"
)
_INTO = patterns.compile("将[^。；\n]{1,120}?(?P<into>(?:修改|修订|变更|改变)为)")
_WORDS = {"alter": "更改", "add": "增加", "delete": "删除"}
_DELETED = patterns.compile("(?:删除|取消|去掉|去除|移除|删去|剔除)")
_MIXED = patterns.compile("增加|更改|修改|改为|将|调整|合并|并入|移至")
_POINTS = patterns.compile(
    r"见[^。；]{0,14}?(?:\d|[A-Z](?![a-z])|附录|[表图章条]|式|前言|引言|封面|目次|参考文献|索引|[×X])"
    r"|[（(](?:对应|第|附录|表|图)?[ \u3000]?(?:[A-Z]\.)?\d+(?:\.\d+)*[）)章，、]|\d{4}年?版"
    r"|附录[ \u3000]?[A-Z]|[第表图][ \u3000]?\d"
)
_NEEDS_NONE = patterns.compile(
    r"名称|题目|标题|前言|引言|封面|目[次录]|参考文献|索引|全文|格式|编排|结构|编辑性|文字|英文|引用(?:文件|标准)|标准(?:的)?性质"
    r"|强制|推荐性|[×＊*]|[Xx]{2,}|……"
)
_END = patterns.compile(r"[。；;，,、.\s\u3000]*$")


@nonstandard_change_verb.finder
@change_without_pointer.finder
@dangling_change_pointer.finder
@change_pointer_without_edition.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or foreword.legacy:
        return
    lists = [statement for statement in foreword.all("changes") if statement.items]
    known = _numbers(doc) if lists else set()
    for statement in lists:
        for item in statement.items:
            yield from _verb(doc, item)
            yield from _targets(doc, foreword, item, known)
        yield from _pointless(doc, statement)


def _verb(doc: Document, item: Span) -> Iterator[Finding]:
    if match := _VERBS.match(doc.text, *item):
        kind = str(match.lastgroup)
        fix = _WORDS[kind] + ("" if kind == "alter" and not match.group().endswith("了") else "了")
        yield nonstandard_change_verb.at(match.span(), fix=fix, word=match.group())
    elif match := _INTO.match(doc.text, *item):
        yield nonstandard_change_verb.at(match.span("into"), fix="更改为", word=match["into"])


def _targets(doc: Document, foreword: Foreword, item: Span, known: set[str]) -> Iterator[Finding]:
    """Follow the pointers of a change: what was deleted stands in the old edition, all else in this document."""
    found = targets(doc.text, item)
    if not found:
        return
    deleted = _DELETED.match(doc.text, *item) is not None and not _MIXED.search(doc.text, *item)
    if deleted and not any(target.dated for target in found):
        first = found[0]
        fix = [Edit(first.span[0], first.span[0], f"{year}年版的")] if (year := _year(foreword)) else None
        fix = None if first.old else fix
        number = doc.text[slice(*first.span)]
        yield change_pointer_without_edition.at(first.span, fix=fix, safe=False, number=number)
    elif not deleted:
        for target in found:
            if target.old or not known or target.number in known:
                continue
            if target.number not in miswritten(doc.source):
                yield dangling_change_pointer.at(target.span, number=doc.text[slice(*target.span)])


def _year(foreword: Foreword) -> str:
    """Return the year of the one document that is replaced, or “”."""
    replaced = foreword.first("replacement")
    years = set(_YEAR.findall(replaced.text.partition("相比")[0])) if replaced else set()
    return years.pop() if len(years) == 1 else ""


_YEAR = patterns.compile(r"\d—((?:19|20)\d\d)(?!\d)")


def _numbers(doc: Document) -> set[str]:
    """Return the numbers of all clauses, annexes and term entries, none where only the front of a draft is there."""
    if not any(section.number and section.element in ("clause", "annex") for section in doc.outline.top):
        return set()
    numbers = {section.number for section in doc.walk() if section.number}
    numbers.update(entry.number for entry in doc.terms.entries)
    numbers.discard("")
    return numbers


def _pointless(doc: Document, statement: Statement) -> Iterator[Finding]:
    """Report the changes without pointer; where none of the list has one, only the first."""
    bare = [item for item in statement.items if _needs_pointer(doc, item)]
    if bare and not any(_POINTS.search(doc.text, *item) for item in statement.items):
        bare = bare[:1]
    for item in bare:
        number = _place(doc, item)
        end = _END.search(doc.text, *item)
        at = end.start() if end else item[1]
        fix = [Edit(at, at, f"（见{number}）")] if number else None
        yield change_without_pointer.at(item, fix=fix, safe=False)


def _needs_pointer(doc: Document, item: Span) -> bool:
    said = doc.text[slice(*item)].rstrip()
    if said.endswith(("：", ":")) or len(said) < 4:
        return False
    return not _POINTS.search(said) and not _NEEDS_NONE.search(said)


def _place(doc: Document, item: Span) -> str:
    """Return the number of the one clause whose title an addition names, or “”."""
    said = fold(doc.text[slice(*item)])
    if not said.startswith(("增加", "新增", "更改")):
        return ""
    named = [s for s in doc.walk() if s.number and s.titled and len(fold(s.title)) > 2 and fold(s.title) in said]
    longest = max((len(fold(s.title)) for s in named), default=0)
    best = [s for s in named if len(fold(s.title)) == longest]
    if len(best) != 1:
        return ""
    number = best[0].number
    return f"第{number}章" if number.isdigit() else f"附录{number}" if number.isalpha() else number
