"""Give a management system standard the harmonized structure and a title that says which sort it is.

All standards with requirements for management systems share clauses 4 to 10, so that an organization can run several
systems as one. The titles of a document that adopts an international one may be worded as its Chinese text has always
been (组织所处的环境 …). Guidelines are free in their structure.

管理体系要求标准的第4章至第10章采用统一的标题和次序，并设统一结构的条，便于组织整合多个管理体系；名称写明要求或指南。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.outline import Section
from stdlint.views.wording import fold

_CHAPTERS = """
        # 能源管理体系　要求

        # 1 范围

        本文件规定了能源管理体系的要求。

        # {four}

        {subclauses}

        # 5 领导作用

        最高管理者应证实其领导作用。

        # 6 策划

        组织应策划。

        # 7 支持

        组织应提供资源。

        # 8 {eight}

        组织应策划和控制过程。

        # 9 {nine}

        组织应监视绩效。

        {last}
"""
_IMPROVE = """# 10 改进

        组织应持续改进。"""


def _with(
    four: str = "4 组织环境",
    subclauses: str = "组织应确定内部和外部因素。",
    eight: str = "运行",
    nine: str = "绩效评价",
    last: str = _IMPROVE,
) -> str:
    return _CHAPTERS.format(four=four, subclauses=subclauses, eight=eight, nine=nine, last=last)


nonharmonized_clause_title = Check(
    id="KND250",
    message="{where}应为“{due}”：第4章至第10章依次为组织环境、领导作用、策划、支持、运行、绩效评价、改进。",
    message_en="{where_en} should be “{due}”: Clauses 4 to 10 have the titles and order of the harmonized structure.",
    bad=_with("4 ⟦管理职责⟧"),
    good=_with(),
    more=(
        (_with(eight="⟦实施与运行⟧"), _with()),
        (_with(eight="⟦绩效评价⟧", nine="运行"), _with()),
        (_with(nine="⟦绩效评价⟧", last=""), _with()),
        (
            _with("4 ⟦总则⟧\n\n        组织应建立体系。\n\n        # 5 组织环境").replace(
                "# 5 领导作用", "# 6 领导作用"
            ),
            _with(),
        ),
    ),
    clean=(
        _with().replace("能源管理体系　要求", "能源管理体系　指南").replace("组织环境", "概述"),
        """
        GB/T 23331—2020

        能源管理体系　要求及使用指南

        # 前言

        本文件使用翻译法等同采用ISO 50001:2018《能源管理体系　要求及使用指南》。

        # 4 组织所处的环境

        组织应确定因素。

        # 5 领导作用

        应。

        # 6 策划

        应。

        # 7 支持

        应。

        # 8 运行

        应。

        # 9 绩效评价

        应。

        # 10 改进

        应。
        """,
        """
        GB/T 29490—2013

        企业知识产权管理体系　要求

        # 4 知识产权管理体系

        应建立体系。

        # 5 管理职责

        应承诺。
        """,
    ),
)

missing_harmonized_subclause = Check(
    id="KND251",
    message="第{number}章“{quote}”中没有统一结构规定的条：{missing}。",
    message_en="Clause {number} “{quote}” lacks subclauses of the harmonized structure: {missing}.",
    bad="""
        # 能源管理体系　要求

        # 9 ⟦绩效评价⟧

        ## 9.1 监视

        组织应监视绩效。

        # 10 改进

        ## 10.1 持续改进

        组织应持续改进。

        ## 10.2 不合格和纠正措施

        组织应采取纠正措施。
    """,
    good="""
        # 能源管理体系　要求

        # 9 绩效评价

        ## 9.1 监视、测量、分析和评价

        组织应监视绩效。

        ## 9.2 内部审核

        组织应进行内部审核。

        ## 9.3 管理评审

        最高管理者应评审。

        # 10 改进

        ## 10.1 持续改进

        组织应持续改进。

        ## 10.2 不合格和纠正措施

        组织应采取纠正措施。
    """,
    more=(
        (
            """
            # 能源管理体系　要求

            # 4 ⟦组织环境⟧

            ## 4.1 理解组织及其环境

            组织应确定因素。

            ## 4.2 确定能源管理体系的范围

            组织应确定范围。

            ## 4.3 能源管理体系

            组织应建立体系。
            """,
            """
            # 能源管理体系　要求

            # 4 组织环境

            ## 4.1 理解组织及其环境

            组织应确定因素。

            ## 4.2 理解相关方的需求和期望

            组织应确定相关方。

            ## 4.3 确定能源管理体系的范围

            组织应确定范围。

            ## 4.4 能源管理体系

            组织应建立体系。
            """,
        ),
    ),
    clean=(
        """
        # 能源管理体系　要求及使用指南

        # 7 支持

        ## 7.1 资源

        应。

        ## 7.2 人员能力和意识

        应。

        ## 7.3 信息交流

        应。

        ## 7.4 文件化信息

        应。
        """,
        """
        # 能源管理体系　要求

        # 9 绩效评价

        9.1 组织应监视绩效。

        9.2 组织应进行内部审核。
        """,
    ),
)

nonstandard_management_system_title = Check(
    id="KND252",
    message="名称“{quote}”应为“××管理体系　要求”“××管理体系　指南”或“××管理体系　要求及使用指南”。",
    message_en="The title “{quote}” should be “… management systems — Requirements”, “— Guidelines” or both.",
    bad="""
        # ⟦能源管理体系规范⟧

        # 1 范围

        本文件规定了能源管理体系的要求。
    """,
    good="""
        # 能源管理体系　要求及使用指南

        # 1 范围

        本文件规定了能源管理体系的要求。
    """,
    more=(
        (
            """
            # ⟦能源管理体系⟧

            # 1 范围

            本文件规定了能源管理体系的要求。
            """,
            """
            # 能源管理体系　要求

            # 1 范围

            本文件规定了能源管理体系的要求。
            """,
        ),
        (
            """
            # ⟦能源管理体系　规范及使用指南⟧

            # 1 范围

            本文件规定了能源管理体系的要求。
            """,
            """
            # 能源管理体系　要求及使用指南

            # 1 范围

            本文件规定了能源管理体系的要求。
            """,
        ),
    ),
    clean=(
        """
        # 能源管理体系　指南

        # 1 范围

        本文件提供了能源管理体系的指导。
        """,
        """
        # 能源管理体系　第1部分：要求

        # 1 范围

        本文件规定了能源管理体系的要求。
        """,
        """
        # 能源管理体系要求

        # 1 范围

        本文件规定了能源管理体系的要求。
        """,
        """
        # 能源管理体系　实施指南

        # 1 范围

        本文件提供了能源管理体系的指导。
        """,
    ),
)


class Harmonized(NamedTuple):
    """A clause of the harmonized structure: its title, how adopted documents word it, and the subclauses it has."""

    title: str
    adopted: regex.Pattern[str]
    subclauses: dict[str, regex.Pattern[str]]


_STRUCTURE: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "组织环境",
        "组织(?:所处)?的?环境",
        {
            "理解组织及其环境": "环境|内外?部.*因素",
            "理解相关方的需求和期望": "相关方",
            "确定管理体系的范围": "范围",
            "管理体系": "管理体系(?:及其过程)?$|^体系",
        },
    ),
    (
        "领导作用",
        "领导(?:作用|力)?(?:[和与].*参与)?",
        {"领导作用和承诺": "领导|承诺", "方针": "方针", "岗位、职责和权限": "岗位|职责|角色|权限"},
    ),
    (
        "策划",
        "策划|规划",
        {"应对风险和机遇的措施": "风险|机遇|机会", "目标及其实现的策划": "目标", "变更的策划": "变更|更改"},
    ),
    (
        "支持",
        "支持",
        {
            "资源": "资源",
            "能力": "能力",
            "意识": "意识",
            "沟通": "沟通|交流",
            "成文信息": "成文信息|文件化?信息|文件",
        },
    ),
    ("运行", "运行", {"运行的策划和控制": "(?:策划|规划).*控制|运行.*(?:策划|控制|规划)"}),
    (
        "绩效评价",
        "绩效评[价估]",
        {"监视、测量、分析和评价": "监视|测量|监测", "内部审核": "审核", "管理评审": "评审"},
    ),
    ("改进", "改进", {"持续改进": "持续改进|^改进", "不合格和纠正措施": "不合格|不符合|纠正"}),
)

STRUCTURE = tuple(
    Harmonized(
        title,
        patterns.compile(rf"^(?:{adopted})$"),
        {name: patterns.compile(pattern) for name, pattern in subclauses.items()},
    )
    for title, adopted, subclauses in _STRUCTURE
)
"""Clauses 4 to 10 in order."""

_NEWER = frozenset(("变更的策划",))
"""Subclauses that older international documents do not have yet."""
_SINCE = 2023
"""The year from which on documents follow the harmonized structure: GB/T 20001.11 applies since May of it."""
_TITLE = patterns.compile(
    r"管理体系[\s　]*(?:第.{1,3}部分[：:][\s　]*)?(?:要求|要求及使用指南|(?!.*(?:要求|规范|标准)).*指南)$"
)


@nonharmonized_clause_title.finder
@missing_harmonized_subclause.finder
@nonstandard_management_system_title.finder
def find(doc: Document) -> Iterator[Finding]:
    if _is_older(doc):
        return
    title = doc.cover.title.strip()
    if "管理体系" in title and not _TITLE.search(title):
        yield nonstandard_management_system_title.at(doc.first_span())
    if "guidance" in doc.kinds:
        return
    chapters = [chapter.section for chapter in doc.chapters if chapter.section.element == "clause"]
    yield from _titles(doc, chapters)
    for chapter in chapters:
        at = _place(doc, chapter)
        if at is not None:
            yield from _subclauses(doc, chapter, STRUCTURE[at])


def _is_older(doc: Document) -> bool:
    """Say whether the document was published before there was a harmonized structure to follow."""
    year = doc.cover.year
    return (year.isdigit() and int(year) < _SINCE) or (doc.foreword is not None and doc.foreword.legacy)


def _place(doc: Document, chapter: Section) -> int | None:
    """Return which clause of the harmonized structure a chapter is, by its title."""
    title = fold(chapter.title)
    adopts = doc.adoption.claimed
    for at, clause in enumerate(STRUCTURE):
        if title == clause.title or (adopts and clause.adopted.match(title)):
            return at
    return None


def _titles(doc: Document, chapters: list[Section]) -> Iterator[Finding]:
    """Compare the chapters with the structure, each wrong title by itself, and up to where the order breaks."""
    places = [_place(doc, chapter) for chapter in chapters]
    found = {place for place in places if place is not None}
    if len(chapters) < 2 or not _begins(chapters, places):
        return
    for at, clause in enumerate(STRUCTURE):
        if at >= len(chapters):
            where, where_en = f"“{chapters[-1].title}”之后", f"What follows “{chapters[-1].title}”"
        elif places[at] == at:
            continue
        else:
            where, where_en = f"第{at + 4}章的标题“{chapters[at].title}”", f"Clause {at + 4} “{chapters[at].title}”"
        chapter = chapters[min(at, len(chapters) - 1)]
        yield nonharmonized_clause_title.at(chapter.place, where=where, where_en=where_en, due=clause.title)
        replaced = at < len(chapters) and places[at] is None and at not in found
        if not replaced or len(found) < 2:
            return


def _begins(chapters: list[Section], places: list[int | None]) -> bool:
    """Say whether the chapters in hand are Clauses 4 to 10: an extract that begins later is not judged."""
    return chapters[0].number in ("", "3", "4") or places[0] == 0


def _subclauses(doc: Document, chapter: Section, clause: Harmonized) -> Iterator[Finding]:
    titles = [fold(section.title) for section in chapter.walk() if section is not chapter and section.titled]
    if not titles:
        return
    adopts = doc.adoption.claimed
    missing = [
        name
        for name, pattern in clause.subclauses.items()
        if not any(map(pattern.search, titles)) and not (adopts and name in _NEWER)
    ]
    if missing:
        said = "".join(f"“{name}”" for name in missing)
        yield missing_harmonized_subclause.at(chapter.place, number=chapter.number, missing=said)
