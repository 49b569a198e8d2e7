"""Require every characteristic that is inspected.

An inspection item without a requirement cannot be judged. The items are those of the table or the list of inspection
items; one counts as required where its name, or a clause named in its row, is found outside the chapters on methods and
inspection. Items named only by their clauses are the business of the rules on pointers.

检验项目要有据可判：每个检验项目都应在技术要求中有规定，否则检验结果无法判定。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.chapters import Chapter
from stdlint.views.lists import List
from stdlint.views.regions import PROVISION_ROLES
from stdlint.views.tables import DATA, DataTable
from stdlint.views.wording import fold

tested_characteristic_not_required = Check(
    id="KND128",
    message="检验项目“{name}”在技术要求中没有规定。",
    message_en="“{name}” is inspected, but nothing is required of it.",
    bad="""
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        外观应完好，尺寸应符合图样。

        # 5 检验规则

        检验项目：外观、尺寸和⟦硬度⟧。
    """,
    good="""
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        外观应完好，尺寸应符合图样。硬度应不小于50 HRC。

        # 5 检验规则

        检验项目：外观、尺寸和硬度。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            ## 4.1 外观

            外观应完好。

            ## 4.2 绝缘

            绝缘电阻应不小于7 MΩ。

            # 5 试验方法

            测量硬度。

            # 6 检验规则

            出厂检验的项目包括：

            - 外观；
            - ⟦跌落⟧；
            - 按合同增加的项目。

            型式检验应检验以下项目：

            - 外观；
            - ⟦防水⟧。

            检验项目应符合表1的规定。

            表1　检验项目

            | 序号 | 检验项目 | 技术要求 | 试验方法 |
            |---|---|---|---|
            | 1 | 外观检查 | 4.1 | 5.1 |
            | 2 | 耐电压 | 4.2 | 5.2 |
            | 3 | ⟦刀片硬度⟧ | 4.9 | 5.3 |
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            ## 4.1 外观

            外观应完好。

            ## 4.2 绝缘

            绝缘电阻应不小于7 MΩ。刀片硬度应不小于50 HRC。

            # 5 试验方法

            测量硬度。

            # 6 检验规则

            出厂检验的项目包括：

            - 外观；
            - 按合同增加的项目。

            型式检验应检验以下项目：

            - 外观。

            检验项目应符合表1的规定。

            表1　检验项目

            | 序号 | 检验项目 | 技术要求 | 试验方法 |
            |---|---|---|---|
            | 1 | 外观检查 | 4.1 | 5.1 |
            | 2 | 耐电压 | 4.2 | 5.2 |
            | 3 | 刀片硬度 | 4.9 | 5.3 |
            """,
        ),
    ),
    clean=(
        """
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        表1　理化指标

        | 项目 | 指标 |
        |---|---|
        | 水分/% | ≤12 |
        | 粗 蛋 白/% | ≥6 |

        # 5 检验规则

        出厂检验项目为水分、粗蛋白（干基）、包装、外观质量、外形尺寸和净含量。型式检验项目为本文件规定的全部项目。检验项目见表2。

        # 6 包装

        净含量应符合规定，外观应完好，外形和安装尺寸应符合图样。
        """,
        """
        ---
        stdlint: {kind: product}
        ---

        # 5 检验规则

        检验项目：硬度。
        """,
    ),
)

_ITEMS = patterns.compile(
    r"(?:检验|试验)的?项目(?!应符合|按|见)(?:应|至少|主要)?(?:包括|包含|有|为|是)?(?:下列项目|以下项目)?[：:]?(?P<items>[\p{Han}、（）()A-Za-z]{2,80})(?=[。；\n]|$)"
)
_LISTS = patterns.compile(r"(?:检验|试验)的?(?:以下|下列|如下)?项目[^。；\n]{0,8}[：:]$")
_LONGEST = 12
"""Characters of the name of an item; a longer one is a sentence."""
_SPLIT = patterns.compile(r"[、]|以及|[和及与](?!其)")
_VAGUE = patterns.compile(r"本|全部|所有|规定|要求|章|条|表|每|应|由|一致|相同|上述|除|部分|按|见|项|[为是有在的之]")
_COUNTS = patterns.compile("样品|样本|试样|数量|件数|台数|抽样|判定|合格|合计|总数|周期|频次")
"""Rows of a table of tests that say how many are tested, or when."""
_HEAD = patterns.compile(r"^(?:检验|试验|检测|测试|检查)?(?:项目|项目名称)$|^(?:检验|试验|检测|测试)(?:特性|参数)$")
_ASIDE = patterns.compile(r"[（(][^（）()]*[）)]")
_SUFFIX = patterns.compile(r"(?:的?(?:试验|检验|检测|测试|测定|测量|检查|验证|要求))+$")
_TAIL = patterns.compile("(?:质量|性能|指标|项目|情况|特性|允许偏差|偏差|公差|等级)$")
_JOINS = patterns.compile(r"[、/／和及与或]|以及")
_CLAUSE = patterns.compile(r"(?<![\d.])(?:\d{1,2}|[A-Z])(?:\.\d{1,2})+(?![\d.])")


@tested_characteristic_not_required.finder
def find(doc: Document) -> Iterator[Finding]:
    inspection = [c for c in doc.chapters if c.section.element == "clause" and "inspection" in c.roles]
    others = [c for c in doc.chapters if not _is_test(c)]
    if not inspection or not any("requirements" in c.roles for c in others):
        return
    items = list(_items(doc, inspection))
    if not items:
        return
    said = _joined("".join(doc.text[doc.blocks[c.section.first].span[0] : _end(doc, c)] for c in others))
    lacking = [item for item in items if not _is_required(item[0], said)]
    numbers = {section.number for c in others for section in c.section.walk()} if lacking else set()
    for name, span, beside in lacking:
        if numbers.isdisjoint(_CLAUSE.findall(beside)):
            yield tested_characteristic_not_required.at(span, name=name)


def _joined(text: str) -> str:
    """Return a text without its blanks: “粗 蛋 白”."""
    return text.replace(" ", "").replace("\u3000", "").replace("\u2028", "")


def _is_test(chapter: Chapter) -> bool:
    roles = chapter.roles
    return "requirements" not in roles and not roles.isdisjoint(("verification", "inspection", "sampling"))


def _end(doc: Document, chapter: Chapter) -> int:
    return doc.blocks[chapter.section.last - 1].span[1]


def _items(doc: Document, chapters: list[Chapter]) -> Iterator[tuple[str, Span, str]]:
    """Yield the names of the items that are inspected, their spans, and what else stands in their rows."""
    for chapter in chapters:
        for table in doc.tables:
            if table.use == DATA and chapter.section.first <= table.first < chapter.section.last:
                yield from _in_table(doc, table)
        for one in doc.lists:
            if chapter.section.first <= one.items[0].block < chapter.section.last:
                yield from _in_list(doc, one)
        for index in chapter.section.blocks():
            if doc.regions[index].role in PROVISION_ROLES and doc.blocks[index].table < 0:
                yield from _in_sentence(doc, doc.blocks[index].span)


def _in_table(doc: Document, table: DataTable) -> Iterator[tuple[str, Span, str]]:
    heads = [e.cell.column for row in table.rows[: table.header] for e in row if _HEAD.search(fold(e.text))]
    if len(heads) != 1:
        return
    for row in table.body:
        for entry in row:
            tested = entry.cell.column == heads[0] and not _COUNTS.search(entry.text)
            if tested and entry.cell.columns == 1 and len(entry.cell.blocks) == 1:
                span = doc.blocks[entry.cell.blocks[0]].span
                yield entry.text, span, " ".join(other.text for other in row if other is not entry)


def _in_list(doc: Document, one: List) -> Iterator[tuple[str, Span, str]]:
    """Yield the items of a list that a sentence introduces as what is inspected."""
    if one.lead_in < 0 or not _LISTS.search(doc.text, *doc.blocks[one.lead_in].span):
        return
    for item in one.items:
        start, end = doc.blocks[item.block].span
        name = doc.text[start:end].rstrip("；。;. ")
        if len(name) <= _LONGEST and not _VAGUE.search(name):
            yield name, (start, start + len(name)), ""


def _in_sentence(doc: Document, span: Span) -> Iterator[tuple[str, Span, str]]:
    for match in _ITEMS.finditer(doc.text, *span):
        start, end = match.span("items")
        items = []
        for stop in [*(m.span() for m in _SPLIT.finditer(doc.text, start, end)), (end, end)]:
            items.append((doc.text[start : stop[0]], (start, stop[0])))
            start = stop[1]
        if not any(_VAGUE.search(name) for name, _ in items):
            yield from ((name, place, "") for name, place in items)


def _is_required(name: str, said: str) -> bool:
    """Say whether a text speaks of a characteristic, or of any of those that its name joins."""
    bare = _joined(_ASIDE.sub("", name))
    topic = _SUFFIX.sub("", bare) or bare
    if len(topic) < 2 or not any("\u4e00" <= char <= "\u9fff" for char in topic):
        return True
    parts = [part for part in _JOINS.split(topic) if len(part) > 1]
    names = {_TAIL.sub("", part) or part for part in (topic, *parts)}
    return any(name in said or _in_pairs(name, said) for name in names)


def _in_pairs(name: str, said: str) -> bool:
    """Say whether a text has every pair of characters of a name of four or six: “外形和安装尺寸” has 外形尺寸."""
    return len(name) in (4, 6) and all(name[at : at + 2] in said for at in range(0, len(name), 2))
