"""List as normative references only documents that everybody can get and that are standards.

Laws apply anyway and are not made requirements by a standard; enterprise standards cannot be had; a national or sector
standard does not build on local standards; association standards need the committee's consent.

规范性引用的应是国家标准、行业标准和国际标准等可公开获得的文件；法律法规本来就要遵守，不由标准规范性引用。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.citations import Citation
from stdlint.views.entries import Entry

law_in_normative_references = Check(
    id="REF070",
    message="“{title}”是法律法规或政策性文件，不应列入规范性引用文件。",
    message_en="“{title}” is a law, regulation or policy document; it is no normative reference.",
    bad="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        ⟦《中华人民共和国计量法》⟧
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            ⟦中华人民共和国食品安全法（2021年修正）⟧

            ⟦危险化学品安全管理条例⟧

            ⟦《特种设备质量监督与安全监察规定》⟧

            ⟦生活垃圾分类管理办法（住房和城乡建设部令第12号）⟧

            ⟦关于推进养老服务发展的意见（国办发〔2019〕5号）⟧

            ⟦药品经营质量管理规范（国家药品监督管理局令 第28号）⟧

            ⟦消防法⟧

            ⟦定量包装商品计量监督管理办法　国家质量监督检验检疫总局令[2005]第75号⟧
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 15835　出版物上数字用法的规定

        GB/T 601　化学试剂　标准滴定溶液的制备　滴定法

        中华人民共和国药典（2020年版）

        农业部1025号公告—18—2008　动物源性食品中残留的检测方法

        GB/T 1.1—2009　标准化工作导则

        土工试验方法

        工程测量技术规定

        # 参考文献

        [1] 中华人民共和国计量法
        """,
    ),
)

enterprise_standard_referenced = Check(
    id="REF071",
    message="企业标准{name}不能公开获得，不应引用。",
    message_en="The enterprise standard {name} is not publicly available; it is not cited.",
    bad="""
        # 2 规范性引用文件

        ⟦Q/ABC 001⟧　零件

        ⟦Q/320281 ABC 002—2020⟧　零件
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志
    """,
    more=(
        (
            """
            # 参考文献

            [1] ⟦Q/GDW 1234—2020⟧　电力零件
            """,
            """
            # 参考文献

            [1] DL/T 1234—2020　电力零件
            """,
        ),
    ),
    clean=(
        """
        Q/ABC 005—2024

        零件　技术要求

        # 1 范围

        本文件规定了零件的要求。

        # 2 规范性引用文件

        Q/ABC 001　零件
        """,
    ),
)

local_standard_referenced = Check(
    id="REF072",
    message="国家标准和行业标准不宜规范性引用地方标准{name}。",
    message_en="A national or sector standard does not cite the local standard {name} normatively.",
    bad="""
        ICS 55.020

        中华人民共和国国家标准

        GB/T 97641—2024

        包装　技术要求

        # 1 范围

        本文件规定了包装的要求。

        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        ⟦DB11/T 12⟧　包装
    """,
    good="""
        ICS 55.020

        中华人民共和国国家标准

        GB/T 97641—2024

        包装　技术要求

        # 1 范围

        本文件规定了包装的要求。

        # 2 规范性引用文件

        GB/T 191　包装储运图示标志
    """,
    clean=(
        """
        DB11/T 1322—2024

        包装　技术要求

        # 1 范围

        本文件规定了包装的要求。

        # 2 规范性引用文件

        DB11/T 12　包装
        """,
        """
        T/CAS 290—2024

        包装　技术要求

        # 1 范围

        # 2 规范性引用文件

        DB11/T 12　包装
        """,
    ),
)

group_standard_referenced = Check(
    id="REF073",
    message="规范性引用团体标准{name}，应确认其公开、易得、为各方认可，并经归口标准化技术委员会确认。",
    message_en="The association standard {name} is cited only where it is accepted and the committee agrees.",
    bad="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        ⟦T/CAS 290⟧　零件
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志
    """,
    clean=(
        """
        T/CAS 300—2024

        零件　技术要求

        # 1 范围

        本文件规定了零件的要求。

        # 2 规范性引用文件

        T/CAS 290　零件
        """,
        """
        # 参考文献

        [1] T/CAS 290　零件
        """,
    ),
)

_ENTERPRISE = patterns.compile(r"Q[/／][A-Z0-9]{2,}(?:[ \u3000-][A-Z]+)?[ \u3000]?\d+(?:\.\d+)*(?:[—-]\d{4})?(?!\d)")


@law_in_normative_references.finder
@enterprise_standard_referenced.finder
@local_standard_referenced.finder
@group_standard_referenced.finder
def find(doc: Document) -> Iterator[Finding]:
    normative, bibliography = doc.entries
    for entry in normative:
        if entry.law and not entry.group:
            title = doc.text[slice(*entry.title)].replace("《", "").replace("》", "")
            yield law_in_normative_references.at((entry.span[0], entry.title[1]), title=title)
        elif entry.citation is not None and (check := _doubtful(doc, entry.citation)) is not None:
            yield check.at(entry.citation.span, name=entry.citation.name)
    if doc.cover.level != "enterprise":
        yield from _enterprise(doc, [*normative, *bibliography])


def _doubtful(doc: Document, citation: Citation) -> Check | None:
    """Return the check that speaks on an entry by its code and the level of the draft, or None."""
    level, code = doc.cover.level, citation.code
    if code.startswith("DB"):
        return local_standard_referenced if level in ("national", "industry") else None
    if code.startswith("T/"):
        return group_standard_referenced if level not in ("group", "enterprise") else None
    return None


def _enterprise(doc: Document, entries: list[Entry]) -> Iterator[Finding]:
    for entry in entries:
        match = _ENTERPRISE.match(doc.text, *entry.span)
        if match is not None:
            yield enterprise_standard_referenced.at(match.span(), name=match.group())
