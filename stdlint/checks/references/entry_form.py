"""Give each listed document its number and its whole title.

An entry is found by its number and understood by its title; international documents have both a Chinese and the
original title. A number still open cannot be found, and a document listed twice belongs to neither place. An entry
reported for lack of a title is not also reported for lack of a translation.

清单中的每个文件要有编号和名称，国际或国外文件还要有中文译名和原文名称；编号不留空，同一文件只列一次。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.entries import Entry
from stdlint.views.wording import BLANK, fold, has_chinese

reference_without_title = Check(
    id="REF050",
    message="引用文件“{name}”没有给出名称。",
    message_en="The entry “{name}” gives no title.",
    bad="""
        # 2 规范性引用文件

        ⟦GB/T 191⟧

        GB/T 6388　运输包装收发货标志

        ⟦GB/T 3102（所有部分）⟧
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 6388　运输包装收发货标志

        GB/T 3102（所有部分）　量和单位
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦ISO 780⟧；

            GB/T 6388　运输包装收发货标志
            """,
            """
            # 2 规范性引用文件

            ISO 780　包装　图示标志（Packaging — Graphical symbols）

            GB/T 6388　运输包装收发货标志
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191

        包装储运图示标志

        | 编号 | 名称 |
        |---|---|
        | GB/T 4208 | 外壳防护等级 |
        """,
        """
        # 参考文献

        [1] GB/T 191
        """,
    ),
)

reference_without_number = Check(
    id="REF051",
    message="引用文件“{title}”没有给出文件编号。",
    message_en="The entry “{title}” gives no document number.",
    bad="""
        # 2 规范性引用文件

        ⟦包装储运图示标志⟧

        GB/T 6388　运输包装收发货标志

        ⟦《食品安全国家标准　食品添加剂使用标准》⟧
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 6388　运输包装收发货标志

        GB 2760　食品安全国家标准　食品添加剂使用标准
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 2423.17　环境试验

        第2部分：试验方法　试验Ka：盐雾

        中华人民共和国药典（2020年版）

        药品经营质量管理规范（国家药品监督管理局令第28号）

        李某. 标准化方法[M]. 北京: 标准出版社, 2020.

        国家标准

        GB/T XXXXX　信息技术　术语

        GB.T 19714　网络安全技术　证书管理协议

        农业部1025号公告—18—2008　动物源性食品中残留的检测方法

        职业性尘肺病诊断标准编制手册
        """,
        """
        # 2 规范性引用文件

        GB/T 17626.2　电磁兼容　试验和测量技术　静电放电抗扰度试验及其他各项试验

        和测量方法
        """,
    ),
)

untranslated_reference = Check(
    id="REF053",
    message="“{name}”应先给出名称的中文译名，再在圆括号中给出原文名称。",
    message_en="“{name}” is listed with a Chinese title first and its original title in parentheses.",
    bad="""
        # 2 规范性引用文件

        下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

        ⟦ISO 9000　Quality management systems⟧

        ⟦IEC 60027（所有部分）　Letter symbols to be used in electrical technology⟧
    """,
    good="""
        # 2 规范性引用文件

        下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

        ISO 9000　质量管理体系（Quality management systems）

        IEC 60027（所有部分）　电工技术用字母符号（Letter symbols to be used in electrical technology）
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

            ⟦ISO 9000:2015　Quality management systems（质量管理体系）⟧
            """,
            """
            # 2 规范性引用文件

            下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

            ISO 9000:2015　质量管理体系（Quality management systems）
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

        ISO 9000　质量管理体系（Quality management systems）

        ASTM D638　塑料拉伸性能的试验方法（Standard test method for tensile properties of plastics）

        # 参考文献

        [1] ISO 9001　Quality management systems — Requirements
        """,
    ),
)

original_title_missing = Check(
    id="REF054",
    message="“{name}”的中文译名之后应在圆括号中给出原文名称。",
    message_en="“{name}” is listed with its original title in parentheses behind the translation.",
    bad="""
        # 2 规范性引用文件

        ⟦ISO 9000　质量管理体系⟧

        ⟦IEC 60529:2013　外壳防护等级（IP代码）⟧
    """,
    good="""
        # 2 规范性引用文件

        ISO 9000　质量管理体系（Quality management systems）

        IEC 60529:2013　外壳防护等级（IP代码）[Degrees of protection provided by enclosures (IP Code)]
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦ISO 9000　质量管理体系　Quality management systems⟧
            """,
            """
            # 2 规范性引用文件

            ISO 9000　质量管理体系（Quality management systems）
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        ISO 9000　质量管理体系（Quality management systems）

        ISO 80000（所有部分）　量和单位(Quantities and units)

        GB/T 4208　外壳防护等级（IP代码）

        JJG 99　砝码

        ISO 6507-1　金属材料　维氏硬度试验

        （Metallic materials — Vickers hardness test）

        # 参考文献

        [1] ISO 9001　质量管理体系　要求
        """,
    ),
)

placeholder_reference = Check(
    id="REF056",
    message="引用文件的编号“{number}”尚未确定，应补全。",
    message_en="The number “{number}” is still open; complete it.",
    bad="""
        # 2 规范性引用文件

        ⟦GB/T XXXXX⟧　术语

        ⟦GB/T 191—XXXX⟧　包装储运图示标志
    """,
    good="""
        # 2 规范性引用文件

        GB/T 20000.1　标准化工作指南　第1部分：标准化和相关活动的通用术语

        GB/T 191—2008　包装储运图示标志
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦YD/T ××××—××××⟧　通信设备

            ⟦GB/T 6388—202X⟧　运输包装收发货标志

            # 参考文献

            [1] ⟦T/CAS XXX—2024⟧　术语
            """,
            """
            # 2 规范性引用文件

            YD/T 1234—2020　通信设备

            GB/T 6388—2025　运输包装收发货标志

            # 参考文献

            [1] T/CAS 290—2024　术语
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        JTG D60　公路桥涵设计通用规范

        GB/T 4208　外壳防护等级（IPXX）

        ISO 105-X12　纺织品　色牢度试验（Textiles — Tests for colour fastness）

        # 4 要求

        编号为GB/T XXXXX—XXXX。
        """,
    ),
)

duplicate_reference = Check(
    id="REF057",
    message="“{name}”在清单中列了两次。",
    message_en="“{name}” is listed twice.",
    bad="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        ⟦GB/T 191⟧　包装储运图示标志

        ISO/IEC 27000:2018　信息安全（Information security）

        ⟦ISO/IEC 27000:2018⟧　信息安全（Information security）
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        ISO/IEC 27000:2018　信息安全（Information security）
    """,
    more=(
        (
            """
            # 参考文献

            [1] GB 191—2008　包装储运图示标志

            [2] ⟦GB/T 191—2008⟧　包装储运图示标志
            """,
            """
            # 参考文献

            [1] GB/T 191—2008　包装储运图示标志
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191—2000　包装储运图示标志

        GB/T 191—2008　包装储运图示标志

        GB/T 2423（所有部分）　环境试验

        GB/T 2423.1　环境试验

        IEC 80000（所有部分）　量和单位（Quantities and units）

        ISO 80000（所有部分）　量和单位（Quantities and units）

        # 参考文献

        [1] GB/T 191—2000　包装储运图示标志
        """,
    ),
)

all_parts_with_part_title = Check(
    id="REF058",
    message="引用所有部分时，名称中不给出“{part}”。",
    message_en="An entry for all parts does not give the title of one part; delete “{part}”.",
    bad="""
        # 2 规范性引用文件

        GB/T 3102（所有部分）　量和单位　⟦第1部分：空间和时间⟧
    """,
    good="""
        # 2 规范性引用文件

        GB/T 3102（所有部分）　量和单位
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ISO 80000（所有部分）　量和单位　⟦第1部分：总则⟧（Quantities and units — Part 1: General）
            """,
            """
            # 2 规范性引用文件

            ISO 80000（所有部分）　量和单位（Quantities and units）
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 3102（所有部分）　量和单位

        GB/T 2423.1　环境试验　第1部分：总则
        """,
    ),
)

_STANDARD = patterns.compile(
    r"(?:要求|规范|规程|标准|方法|测定|检验|检测|通则|导则|总则|指南|术语|词汇|标志|分类|代码|编码|规则|符号|条件|限值|限量|尺寸|型式|系列|图样|图形|测试"
    r"|数据集|数据元|格式|协议|接口|试验)(?:[（(][^（）()]*[）)])?$|第[\d一二三四五六七八九十]+部分"
)
_OTHER = patterns.compile(
    r"[\[［][A-Z]{1,2}(?:/[A-Z]{2})?[\]］]|https?:|药典|公约|协定|预案|手册|年版|年鉴|公告|目录|名录|大纲|教程|出版社|[〔\[（(]\d{4}|令第?\d|号[）)]?$"
)
_PART = patterns.compile(r"第[\d一二三四五六七八九十]{1,3}部分[^（(]*")
_LONGEST_TITLE = 60
_REST = patterns.compile(rf"(?:{BLANK}|[A-Z/]{{2,8}}{BLANK}?[\d.\-—:]+|[、，,；和及与～~]|[（(]所有部分[）)])*")


@reference_without_title.finder
@reference_without_number.finder
@untranslated_reference.finder
@original_title_missing.finder
@placeholder_reference.finder
@duplicate_reference.finder
@all_parts_with_part_title.finder
def find(doc: Document) -> Iterator[Finding]:
    for entry in doc.entries.normative:
        if not entry.cell:
            yield from _form(doc, entry)
    for entries in doc.entries:
        for entry in entries:
            if entry.placeholder and not entry.prose:
                number = doc.text[slice(*entry.placeholder)]
                yield placeholder_reference.at(entry.placeholder, number=number)
        yield from _twice(doc, entries)


def _form(doc: Document, entry: Entry) -> Iterator[Finding]:
    text = doc.text
    title = text[slice(*entry.title)]
    if entry.number is None:
        if _lacks_number(doc, entry, title):
            yield reference_without_number.at((entry.title[0], entry.title[1]), title=title.strip("《》“”"))
        return
    citation = entry.citation
    assert citation is not None
    if not entry.continued and _REST.fullmatch(title):
        if not citation.upto:
            yield reference_without_title.at(entry.number, name=text[slice(*entry.number)])
        return
    if citation.series and (part := _PART.search(text, *entry.title)) is not None:
        span = (part.start(), part.start() + len(part.group().rstrip()))
        yield all_parts_with_part_title.at(span, part=text[slice(*span)])
    if citation.national or entry.continued:
        return
    span = (entry.number[0], entry.title[1])
    if not has_chinese(_opening(title)):
        yield untranslated_reference.at(span, name=citation.name)
    elif entry.original is None and not _ends_in_original(title):
        yield original_title_missing.at(span, name=citation.name)


def _opening(title: str) -> str:
    """Return the title up to its first parenthesis."""
    return title[: min(at for at in (title.find("（"), title.find("("), len(title)) if at > 0 or at == len(title))]


_LATIN_END = patterns.compile(r"[（(\[［][^\p{Han}]*[a-z]{2}[^\p{Han}]*[）)\]］]$")


def _ends_in_original(title: str) -> bool:
    return _LATIN_END.search(title.rstrip()) is not None


def _lacks_number(doc: Document, entry: Entry, title: str) -> bool:
    """Say whether an entry has the title of a standard; laws, books and the rest of the line above have no number."""
    if entry.placeholder or entry.law or entry.prose or entry.group or entry.continued or len(title) > _LONGEST_TITLE:
        return False
    if title[:1].isascii():
        return False
    if any(citation.block == entry.reference.block for citation in doc.references.named):
        return False
    return bool(_STANDARD.search(title.strip("《》“”"))) and not _OTHER.search(doc.text, *entry.span)


def _twice(doc: Document, entries: list[Entry]) -> Iterator[Finding]:
    """Report a document that stands twice in one list with the same date; other editions are other documents."""
    seen: set[tuple[object, ...]] = set()
    for entry in entries:
        citation = entry.citation
        if citation is None:
            words = fold(doc.text[slice(*entry.title)])
            if len(words) < 6 or entry.cell or entry.prose or entry.continued or entry.group:
                continue
            key: tuple[object, ...] = (words,)
            span = entry.title
        else:
            key = (*citation.key, citation.year[-2:], bool(citation.series), citation.upto)
            key = key if citation.national else (citation.code, *key)
            span = citation.span
        if key in seen and not (citation and entry.placeholder):
            yield duplicate_reference.at(span, name=doc.text[slice(*span)])
        seen.add(key)
