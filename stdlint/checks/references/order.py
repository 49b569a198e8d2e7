"""List documents by the body that issued them, then by code and number.

National documents come first (GB, GB/T and GB/Z together), then sector, local and association documents, then ISO,
ISO/IEC and IEC, then other bodies, then other literature. Codes whose place is not regulated (JJF, GJB, engineering
codes from GB 50000 on, laws, the pharmacopoeia) are left out. Only the first break is reported.

引用文件先国家标准（GB、GB/T、GB/Z不分），后行业、地方、团体标准，再ISO、ISO/IEC、IEC和其他机构的文件；同类按代号和顺序号排列
，编号中的部分号按数值比较。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.citations import Citation
from stdlint.views.entries import Entry

references_out_of_order = Check(
    id="REF060",
    message="引用文件的排列次序有误：“{name}”应排在“{before}”之前。",
    message_en="The references are out of order: “{name}” precedes “{before}”.",
    bad="""
        # 2 规范性引用文件

        GB/T 3101　有关量、单位和符号的一般原则

        ⟦GB/T 191⟧　包装储运图示标志
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 3101　有关量、单位和符号的一般原则
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            GB/T 2423.10　环境试验

            ⟦GB/T 2423.3⟧　环境试验

            GB/T 191　包装储运图示标志
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            GB/T 2423.3　环境试验

            GB/T 2423.10　环境试验
            """,
        ),
        (
            """
            # 2 规范性引用文件

            GB 5749　生活饮用水卫生标准

            GB 8978　污水综合排放标准

            ⟦GB/T 191⟧　包装储运图示标志
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            GB 5749　生活饮用水卫生标准

            GB 8978　污水综合排放标准
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ISO 780　包装　图示标志（Packaging — Graphical symbols）

            ⟦YD/T 1234⟧　通信设备

            JB/T 9329　仪器仪表运输
            """,
            """
            # 2 规范性引用文件

            JB/T 9329　仪器仪表运输

            YD/T 1234　通信设备

            ISO 780　包装　图示标志（Packaging — Graphical symbols）
            """,
        ),
        (
            """
            # 2 规范性引用文件

            IEC 60027（所有部分）　电工技术用字母符号（Letter symbols）

            ⟦ISO 80000⟧（所有部分）　量和单位（Quantities and units）
            """,
            """
            # 2 规范性引用文件

            ISO 80000（所有部分）　量和单位（Quantities and units）

            IEC 60027（所有部分）　电工技术用字母符号（Letter symbols）
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 6388　运输包装收发货标志

        GB/T 191　包装储运图示标志
        """,
        """
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        GB 5749　生活饮用水卫生标准

        JJG 99　砝码

        GB/T 6388　运输包装收发货标志

        GB 50016　建筑设计防火规范

        GB/T 20000.1　标准化工作指南

        GJB 150.1A　军用装备实验室环境试验方法

        HG/T 2001　化工标准

        YD/T 1234.2　通信设备

        YD 1234.10　通信设备

        DB11/T 12　北京标准

        T/CAS 290　团体标准

        ISO 80000（所有部分）　量和单位（Quantities and units）

        IEC 60027（所有部分）　电工技术用字母符号（Letter symbols）

        IEC 80000（所有部分）　量和单位（Quantities and units）

        ASTM D638　塑料拉伸性能的试验方法（Standard test method）

        ITU-T G.711　脉冲编码调制（Pulse code modulation）

        中华人民共和国药典
        """,
        """
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        GB/T 191—2000　包装储运图示标志

        GB/T 2423（所有部分）　环境试验

        GB/T 2423.1　环境试验
        """,
    ),
)

bibliography_out_of_order = Check(
    id="BIB013",
    message="参考文献的排列次序有误：“{name}”应排在“{before}”之前。",
    message_en="The bibliography is out of order: “{name}” precedes “{before}”.",
    bad="""
        # 参考文献

        [1] GB/T 3101　有关量、单位和符号的一般原则

        [2] ⟦GB/T 191⟧　包装储运图示标志
    """,
    good="""
        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] GB/T 3101　有关量、单位和符号的一般原则
    """,
    more=(
        (
            """
            # 参考文献

            [1] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.

            [2] ⟦GB/T 191⟧　包装储运图示标志
            """,
            """
            # 参考文献

            [1] GB/T 191　包装储运图示标志

            [2] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.
            """,
        ),
    ),
    clean=(
        """
        # 参考文献

        ## 通用标准

        [1] GB/T 3101　有关量、单位和符号的一般原则

        [2] 中华人民共和国计量法

        ## 包装标准

        [3] GB/T 191　包装储运图示标志

        [4] 李某. 标准化原理[M]. 北京: 标准出版社, 2020.
        """,
        """
        # 参考文献

        包装的国家标准

        [1] GB/T 3101　有关量、单位和符号的一般原则

        国际标准

        [2] ISO 780　Packaging — Graphical symbols

        相关标准

        [3] GB/T 191　包装储运图示标志
        """,
    ),
)

_TOKENS = patterns.compile(r"\d+|[A-Z]+")
_TYPED = patterns.compile(r"[\[［](?!S)[A-Z]{1,2}(?:/[A-Z]{2})?[\]］]")
_SKIPPED = ("GJB", "GBJ", "GBZ", "JJF", "JJG", "TSG", "CECS", "Q/", "ISO Guide", "ISO/IEC Guide")
_BODIES = {"ISO": 0, "ISO/IEC": 1, "ISO/IEC/IEEE": 1, "IEC": 2}
_ENGINEERING = range(50_000, 52_000)
_LITERATURE = 6

Key = tuple[object, ...]


@references_out_of_order.finder
@bibliography_out_of_order.finder
def find(doc: Document) -> Iterator[Finding]:
    normative, bibliography = doc.entries
    if (pair := _first_break(doc, normative)) is not None:
        yield _report(references_out_of_order, pair)
    for group in _groups(doc, bibliography):
        if (pair := _first_break(doc, group)) is not None:
            yield _report(bibliography_out_of_order, pair)
            return


def _report(check: Check, pair: tuple[Entry, Entry]) -> Finding:
    before, entry = pair
    citation = entry.citation
    assert citation is not None
    name = before.citation.name if before.citation else "其他文献"
    return check.at(citation.span, name=citation.name, before=name)


def _first_break(doc: Document, entries: list[Entry]) -> tuple[Entry, Entry] | None:
    """Return the first entry that belongs in front of the one before it, with that."""
    last: tuple[Key, Entry] | None = None
    seen: set[Key] = set()
    for entry in entries:
        key = _key(doc, entry)
        if key is None or (entry.citation and key in seen):
            continue
        seen.add(key)
        if last is not None and key < last[0] and entry.citation:
            return last[1], entry
        last = key, entry
    return None


def _groups(doc: Document, entries: list[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries between the headings of groups, which may stand in an order of their own."""
    group: list[Entry] = []
    section = None
    for entry in entries:
        owner = doc.outline.owner[entry.reference.block]
        unnumbered = not (entry.marker or entry.number or entry.placeholder or entry.continued)
        if owner is not section or entry.group or unnumbered:
            yield group
            group = []
        section = owner
        group.append(entry)
    yield group


def _key(doc: Document, entry: Entry) -> Key | None:
    """Return the place of an entry in the prescribed order, None where that is not regulated."""
    citation = entry.citation
    if citation is None:
        return (_LITERATURE,) if _TYPED.search(doc.text, *entry.span) else None
    code = citation.code
    if code.startswith(_SKIPPED):
        return None
    tokens = _TOKENS.findall(citation.number)
    number = tuple((token.isalpha(), int(token) if token.isdigit() else token) for token in tokens)
    if not citation.national:
        return _foreign(citation, number)
    if code in ("GB", "GB/T", "GB/Z", "GBT"):
        return None if citation.number.isdigit() and int(citation.number) in _ENGINEERING else (0, number)
    group = 2 if code.startswith("DB") else 3 if code.startswith("T/") else 1
    return (group, code if group == 3 else code.partition("/")[0], number)


def _foreign(citation: Citation, number: Key) -> Key:
    code = citation.code
    body = code.split()[0]
    for suffix in ("/TS", "/TR", "/PAS", "/DIS", "/FDIS", "/CD", "/WD"):
        body = body.removesuffix(suffix)
    return (4, _BODIES[body], number) if body in _BODIES else (5, code, number)
