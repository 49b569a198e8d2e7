"""Find what the core elements of a standard are for under whatever title: requirements, methods, steps, records.

A core element is rarely called as the rules for its kind call it. So what is sought here is any sign of it, in
chapters, subclauses, annexes and the columns of tables.

Source: GB/T 1.1—2020, 8.11; GB/T 20001.5—2017, 6.4.2.1; GB/T 20001.6—2017, 6.4 and 6.5; reference kinds.md, 4 to 6.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from stdlint import patterns
from stdlint.views.adoption import IDENTICAL, MODIFIED
from stdlint.views.chapters import Chapter
from stdlint.views.modals import REQUIREMENT, Modal
from stdlint.views.outline import Outline, Section
from stdlint.views.pointers import Pointer
from stdlint.views.tables import DataTable
from stdlint.views.wording import fold

FOREIGN = frozenset((IDENTICAL, MODIFIED))
"""The degrees of adoption with which a draft has the structure of an international document, not one of its own."""

_ACT = (
    "(?:试验|测试|检测|检验|检查|测定|测量|验证|证实|核查|测评|评价|评估|评定|检定|鉴定|验收|审核|考核|校验|抽查|抽检"
    "|自查|督查|督导|监督)"
)
_NAMES_METHODS = patterns.compile(
    rf"{_ACT}的?(?:方法|法|程序|规则|步骤|要求|内容|指标)?(?:$|[与和及、])|(?:{_ACT}|分析|监测|确认)的?(?:方法|规则|程序)"
    "|证实|符合性|满意度|追溯|合格判定"
)
_SURELY_METHODS = patterns.compile(rf"{_ACT}的?(?:方法|规则|程序|步骤)|证实|验证|验收|符合性|(?:试验|检验|测试)$")
_METHOD_COLUMN = patterns.compile(
    rf"^(?:{_ACT}|对应)?的?(?:方法|依据)(?:标准|章条号?|条款)?$|{_ACT}的?方法|^(?:检验|试验|测试)$"
)
_METHOD_CELL = patterns.compile(r"[A-Z]{2}(?:/[TZ])?[ \u3000]?\d|\p{Han}{2}")
METHOD_SENTENCE = patterns.compile(
    r"按(?!时|期|需)[^。；，\n]{1,50}?(?:试验|检验|测定|检测|测试|测量|验证|校验)(?!设备|仪器|装置|数据|系统|机构|人员|结果|项目|要求|报告)"
    r"|(?<![适使采应费信利作专通])用(?![于户途])[^。；，\n]{1,15}?(?:测量|测定|称量|检测|目测|检查)"
)
"""A sentence that tells by which method something is to be judged."""

_REQUIRES = patterns.compile("要求|指标|特性|限值|限量|技术内容|规定$|性能")
_TRACES = patterns.compile(
    rf"追溯|溯源|证实|记录|档案|台账|台帐|归档|存档|日志|文件管理|信息管理|资料|{_ACT}(?:$|[与和及、])|{_ACT}的?(?:方法|规则|程序|要求|记录)"
    r"|质量(?:控制|管理|保证)|质控|监控|改进|报告|票证?管理"
)
KEEPS_RECORDS = patterns.compile(
    r"(?:建立|填写|保存|留存|归档|健全)[^。；\n]{0,16}?(?:记录|档案|台账|追溯|操作票|工作票|单据|凭证)|(?:记录|档案|台账|资料|单据|凭证|操作票|工作票|表单)[^。；\n]{0,14}?(?:保存|留存|归档|存档|填写|建档)"
    r"|可追溯|签[字名](?:确认|[^。；\n]{0,8}?(?:保存|留存|归档|存档))"
)
"""A sentence that makes people keep records of what they did."""

_NO_PROCEDURE = patterns.compile(
    r"(?:要求|原则|总则|通则|概述|职责|责任|分工|人员|机构|组织|条件|环境|设备|设施|仪器|工具|器具|材料|场所|指标|规定|分类|分级|标志|标识|符号|代号|缩略语"
    r"|记录|档案|台账|追溯|追溯方法|证实方法|(?:检验|试验|测试|检测)(?:方法|规则)|保障|制度)$"
)
_PROCEDURE = patterns.compile(
    "操作|作业|施工|流程|程序|步骤|实施|工艺|技术|阶段|过程|(?<!追溯|证实|检验|试验|检测|测试)方法"
)
_GOODS = patterns.compile(
    r"^(?:产品)?(?:标志|标签|标识|铭牌|随行文件|使用说明书|包装|运输|贮存|储存|贮运|储运|贮藏)(?:的?要求)?(?:$|[、和与及])"
    r"|^(?:取样|抽样|采样|检验|验收|判定|组批)"
)
"""Titles of what comes with goods: their marks and packing, and how they are inspected."""

_ASIDE = patterns.compile(
    rf"{_GOODS.pattern}|^(?:{_ACT}|分析)的?(?:方法|规则|程序|步骤)?$|证实|{_ACT}的?(?:方法|规则)$|原则$|总则$|^(?:追溯|记录|档案)|^符号|^缩略语|分类$"
    r"|^(?:产品)?(?:分类|标记|命名|代号)(?:$|[、和及与])|^订货"
)
"""Titles of chapters in which nothing is required of a product or a service itself."""

_MEASURES = patterns.compile(rf"{_ACT}(?:$|的?(?:方法|规则|程序|步骤|装置|条件|记录))")
"""Titles of annexes that give a method or what it needs."""


def own_sections(outline: Outline, *elements: str) -> Iterator[Section]:
    """Yield the titled sections of clauses, annexes …, in document order."""
    for top in outline.top:
        if top.element in elements:
            yield from (section for section in top.walk() if section.titled)


def _titled(chapters: list[Chapter]) -> Iterator[Section]:
    return (section for chapter in chapters for section in chapter.section.walk() if section.titled)


def has_own_structure(chapters: list[Chapter], degree: str) -> bool:
    """Say whether a draft has chapters of its own, in an order of its own: it adopts no document that rules them.

    `degree` is that of adoption. A draft without any chapter of its own is told of that by another rule.
    """
    return degree not in FOREIGN and any(chapter.section.element == "clause" for chapter in chapters)


def is_method(chapter: Chapter) -> bool:
    """Say whether a chapter gives methods and nothing that is required."""
    return "verification" in chapter.roles and chapter.roles.isdisjoint(("requirements", "inspection"))


def is_requirements(chapter: Chapter) -> bool:
    """Say whether a clause gives the requirements: not those on packing, nor those on inspection."""
    if chapter.section.element != "clause" or "requirements" not in chapter.roles:
        return False
    title = fold(chapter.section.title)
    return "原则" not in title and _GOODS.search(title) is None


def binding(chapters: list[Chapter], pointers: list[Pointer]) -> list[Chapter]:
    """Return the clauses, and the annexes that a clause or another annex mentions: the others bind nobody."""
    annexes = {chapter.section.number: chapter.section for chapter in chapters if chapter.section.element == "annex"}
    if not annexes:
        return chapters
    start = min(chapter.section.first for chapter in chapters)
    mentioned = set()
    for pointer in pointers:
        annex = annexes.get(pointer.number[:1])
        if annex and pointer.block >= start and not annex.first <= pointer.block < annex.last:
            mentioned.add(annex.number)
    return [c for c in chapters if c.section.element == "clause" or c.section.number in mentioned]


def names_methods(chapters: list[Chapter]) -> bool:
    """Say whether any title says that methods stand below it."""
    for chapter in chapters:
        if _NAMES_METHODS.search(fold(chapter.section.title)):
            return True
        below = (section for section in chapter.section.walk() if section is not chapter.section and section.titled)
        if any(_SURELY_METHODS.search(fold(section.title)) for section in below):
            return True
    return False


def tables_give_methods(tables: list[DataTable], numbers: frozenset[str]) -> bool:
    """Say whether a column of a table gives methods: words, documents, or clauses that there are (`numbers`)."""
    for table in tables:
        columns = {
            entry.cell.column
            for row in table.rows[: table.header]
            for entry in row
            if _METHOD_COLUMN.search(fold(entry.text))
        }
        cells = (entry.text for row in table.body for entry in row if entry.cell.column in columns)
        if columns and any(_METHOD_CELL.search(text) or not numbers.isdisjoint(text.split("、")) for text in cells):
            return True
    return False


def names_requirements(chapters: list[Chapter]) -> bool:
    """Say whether any title says that something is required below it; methods, packing and inspection apart."""
    return any(
        _REQUIRES.search(title := fold(section.title))
        and not _GOODS.search(title)
        and (section.parent is None or not _ASIDE.search(fold(section.chapter.title)))
        for section in _titled(chapters)
    )


def sets_requirements(chapters: list[Chapter], modals: Iterable[Modal]) -> bool:
    """Say whether anything is required: by a title, or by a sentence in a chapter that gives no methods."""
    if names_requirements(chapters):
        return True
    heads = [chapter.section.head[0] for chapter in chapters]
    for modal in modals:
        at = bisect_right(heads, modal.span[0]) - 1
        if modal.type == REQUIREMENT and at >= 0 and not _sets_none(chapters[at].section):
            return True
    return False


def _sets_none(section: Section) -> bool:
    """Say whether a chapter or annex requires nothing of a product or a service itself, by its title."""
    title = fold(section.title)
    return _ASIDE.search(title) is not None or (section.element == "annex" and _MEASURES.search(title) is not None)


def names_traces(chapters: list[Chapter]) -> bool:
    """Say whether any title says that records, tracing or verification stand below it."""
    return any(_TRACES.search(fold(section.title)) for section in _titled(chapters))


def names_no_procedure(outline: Outline) -> bool:
    """Say whether every title is that of something in which no steps can stand: requirements, principles, records."""
    titles = (fold(section.title) for section in own_sections(outline, "clause", "annex"))
    return all(_NO_PROCEDURE.search(title) and not _PROCEDURE.search(title) for title in titles)
