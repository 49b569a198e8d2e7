"""Let a document call itself “本文件”.

Since the 2020 edition every standardizing document calls itself so, whatever its kind; a part is no exception. Words
in quotation marks and titles are left alone, and so are words that only begin alike: 样本标准差, 本标准溶液, 基本规范.

文件自身一律称为“本文件”，部分、规范、规程、指南也不例外。引号和书名号中的文字不查，“样本标准差”“本标准溶液”“基本规范”之类
只是字面相同。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit

this_standard = Check(
    id="CIT010",
    message="文件自身应称为“本文件”，不称“{name}”。",
    message_en="A document calls itself “本文件”, not “{name}”.",
    bad="""
        # 1 范围

        ⟦本标准⟧规定了螺栓的要求。

        ⟦本标准⟧适用于钢制螺栓，本标准不适用于木螺钉。
    """,
    good="""
        # 1 范围

        本文件规定了螺栓的要求。

        本文件适用于钢制螺栓，本文件不适用于木螺钉。
    """,
    more=(
        (
            """
            # 前言

            ⟦本国家标准⟧由中国机械工业联合会提出。

            # 5 要求

            除⟦本标准⟧另有规定外，螺栓应符合下列要求：

            a) ⟦本标准⟧5.2的规定；
            b) 图样的规定。

            注：⟦本团体标准⟧的表面粗糙度见GB/T 1031。
            """,
            """
            # 前言

            本文件由中国机械工业联合会提出。

            # 5 要求

            除本文件另有规定外，螺栓应符合下列要求：

            a) 本文件5.2的规定；
            b) 图样的规定。

            注：本文件的表面粗糙度见GB/T 1031。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        样本标准差应不大于0.5。基本标准体系由三层构成，样本标准偏差见表1。将本标准溶液稀释10倍，本标准物质在4 ℃下保存。
        日本标准和原版本标准不适用。“本标准”改为“本文件”。《本标准实施指南》另行发布。本标准化文件的成本标准由企业制定。
        """,
    ),
)

this_part = Check(
    id="CIT011",
    message="文件自身应称为“本文件”，不称“{name}”。",
    message_en="A document calls itself “本文件”, not “{name}”.",
    bad="""
        # 1 范围

        ⟦本规程⟧适用于钢制螺栓的检验。
    """,
    good="""
        # 1 范围

        本文件适用于钢制螺栓的检验。
    """,
    more=(
        (
            """
            # 前言

            ⟦本部分⟧为GB/T 1234的第2部分，本部分由中国机械工业联合会提出。

            # 1 范围

            ⟦本技术规范⟧规定了螺栓的要求。

            ⟦本指导性技术文件⟧不适用于木螺钉。

            # 4 要求

            选用螺栓时宜遵守⟦本指南⟧和⟦本导则⟧的规定。
            """,
            """
            # 前言

            本文件为GB/T 1234的第2部分，本文件由中国机械工业联合会提出。

            # 1 范围

            本文件规定了螺栓的要求。

            本文件不适用于木螺钉。

            # 4 要求

            选用螺栓时宜遵守本文件和本文件的规定。
            """,
        ),
        (
            """
            # 1 范围

            ⟦本规定⟧适用于钢制螺栓。

            ⟦本办法⟧自发布之日起实施。
            """,
            """
            # 1 范围

            本文件适用于钢制螺栓。

            本文件自发布之日起实施。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        基本规范由企业制定。基本试验规程、基本操作规范和基本技术规范见附录A。样本部分损坏时重新取样。本部分别计算，本规范性要素不变。本方法、本试验和本系统不在此列。
        版本指南见附录A，成本规定见合同。“本规范”是旧称。选取样本规程序号为偶数的样品。本部门按本规定值调整，本办法律部负责。
        """,
    ),
)

_STANDARD = patterns.compile(
    r"本(?:(?:国家|行业|地方|团体|企业|推荐性|强制性)?(?:技术)?标准)(?<![样基成根日资版原文副脚抄范读课书藏]本标准)"
    r"(?![化差偏品样器砂煤件气箱块片量]|物质|溶液|体系|曲线|菌|条件下|大气|状态|工况|试剂|试样|砝码|油|粒子)"
)
_OTHER_NAMES = patterns.compile(
    r"本(?:部分(?![别人地件品区域企员])|(?:技术|管理|操作|服务|检测|试验|检定|校准|指导性|标准化)?(?:规范(?!性|化)|规程(?!序)|导则|指南(?!针)|通则|准则|指导性?(?:技术)?文件)"
    r"|(?:技术|标准化)文件|技术条件(?!下)|(?:规定|办法|细则|制度)(?=适用于|规定了|自发布|自\d|由\p{Han}{2,20}(?:提出|归口|解释|负责)))"
    r"(?<![样基成根日资版原文副脚抄范读课书藏]本(?:技术|管理|操作|服务|检测|试验|检定|校准|指导性|标准化)?(?:部分|规范|规程|导则|指南|通则|准则|规定|办法|细则|制度))"
)


@this_standard.finder
@this_part.finder
def find(doc: Document) -> Iterator[Finding]:
    yield from _named(doc, this_standard, _STANDARD, safe=True)
    yield from _named(doc, this_part, _OTHER_NAMES, safe=False)


def _named(doc: Document, check: Check, pattern: regex.Pattern[str], *, safe: bool) -> Iterator[Finding]:
    """Report each wrong name once in a paragraph, and mend all its places there."""
    told: dict[tuple[int, str], list[regex.Match[str]]] = {}
    for match in doc.matches(pattern):
        told.setdefault((doc.block_at(match.start()), match.group()), []).append(match)
    for (_, name), found in told.items():
        edits = [Edit(*match.span(), "本文件") for match in found]
        yield check.at(found[0].span(), fix=edits, safe=safe, name=name)
