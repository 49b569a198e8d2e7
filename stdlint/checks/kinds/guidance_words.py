"""Do not let guidance promise requirements, and do not demand that it be conformed to.

A heading “一般要求” or “检验规则” makes the reader expect what guidance does not contain; “符合本指南” treats
guidance as a specification. What others require (顾客要求, 法律法规要求) may be the subject of guidance.

标题“一般要求”“检验规则”预示着指南所没有的内容；“符合本指南”把指南当作规范。顾客、法律法规等他方的要求可作为指南的内容。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.modals import PERMISSION, RECOMMENDATION
from stdlint.views.wording import fold

requirements_heading_in_guidance = Check(
    id="KND033",
    message="指南的标题“{title}”预示着要求，宜改为“……考虑”“……建议”等。",
    message_en="The heading “{title}” promises requirements, which guidance does not contain.",
    bad="""
        # 物业服务指南

        # 1 范围

        # 5 分析

        ## 5.2 ⟦一般要求⟧

        宜分析需求。
    """,
    good="""
        # 物业服务指南

        # 1 范围

        # 5 分析

        ## 5.2 一般考虑

        宜分析需求。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 ⟦技术要求⟧

            # 5 ⟦试验方法⟧

            # 6 ⟦检验规则⟧

            # 7 ⟦要求和建议⟧

            # 附录A（规范性）　⟦人员能力要求⟧
            """,
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 技术考虑

            # 5 试验的策划

            # 6 检验的安排

            # 7 建议

            # 附录A（规范性）　人员能力
            """,
        ),
    ),
    clean=(
        """
        # 物业服务指南

        # 1 范围

        # 4 顾客要求

        # 5 法律法规要求

        # 6 要求的识别

        # 7 相关方的需求和要求

        ## 7.1 识别技术要求的方法

        # 8 试验方法的选择

        # 附录A（资料性）　技术要求
        """,
        "# 物业服务规范\n\n# 1 范围\n\n# 5 一般要求",
    ),
)

conformity_to_guidance = Check(
    id="KND034",
    message="指南供选择使用，不要求“{quote}”。",
    message_en="Guidance is there to choose from; do not demand conformity to it (“{quote}”).",
    bad="""
        # 物业服务指南

        # 1 范围

        # 4 总则

        组织⟦按本指南执行⟧。
    """,
    good="""
        # 物业服务指南

        # 1 范围

        # 4 总则

        组织可参考本文件。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 总则

            服务⟦符合本文件⟧的规定，各方⟦遵守本标准⟧，⟦按照本文件的规定执行⟧，⟦执行本文件⟧。组织应⟦遵循本文件⟧。

            验收⟦按本文件的规定进行⟧。
            """,
            """
            ---
            stdlint: {kind: guidance}
            ---
            # 1 范围

            # 4 总则

            组织可参考本文件。
            """,
        ),
    ),
    clean=(
        """
        # 物业服务指南

        # 前言

        本文件按照GB/T 1.1—2020的规定起草。

        # 1 范围

        本文件适用于物业服务，其他服务参照执行。本文件不用于认证，不要求声称符合本文件。

        # 4 总则

        组织宜遵循本文件给出的建议，可按照本文件执行。满足本文件5.2给出的条件时，宜开展评价。不宜声称符合本文件。

        符合本文件的组织可公开声明，组织声称按照本文件执行时，宜公开依据。

        产品符合GB/T 19001的规定。本文件的术语便于各方理解。
        """,
        "# 物业服务规范\n\n# 1 范围\n\n# 4 总则\n\n组织按本规范执行，符合本文件。",
    ),
)

_OTHERS = (
    "顾客|客户|用户|消费者|相关方|法律|法规|法定|合同|监管|市场|[求望][和与及、]|其他|强制性|标准|采购方|委托方"
    "|政策|社会|公众|业主"
)
_PROMISES = patterns.compile(
    rf"(?<!(?:{_OTHERS})的?)要求(?:$|[和与及、])|^(?:试验|检验|检测|测试)(?:方法|规则)$|^(?:验收|判定)规则$|^(?:型式|出厂)检验$"
)
_ITSELF = "本(?:文件|指南|标准|部分|导则|指导性技术文件)"
_NAMES = patterns.compile(_ITSELF)
_CONFORMS = patterns.compile(r"(?:符合|遵守|遵循|遵照|执行|满足|达到|贯彻执行)了?$")
_BY = patterns.compile(r"(?:按照?|依照|依据|根据)$")
_FOLLOWS = patterns.compile(
    r"(?:[^，。；\n]{0,10}?(?:规定|要求|内容))?(?:进行|严格|认真)?执行|的?(?:规定|要求)(?:进行|开展|实施)"
)
_PLACE = patterns.compile(
    r"[ \u3000]*(?:中|的)?[ \u3000]*(?:\d|第|[表图]|附录|[A-Z]\.\d)"
    r"|的(?!规定|要求|内容|[^，。；]{0,4}(?:规定|要求))"
)
_DENIED = patterns.compile(r"(?:不|无法|无需|无须|并非|避免|未|而非|如|若|是否|当|声称|声明|宣称|宣布)[^，。；]{0,12}$")
_ASIDE = frozenset(("foreword", "cover", "contents", "references", "bibliography", "index", "header", "footer"))


@requirements_heading_in_guidance.finder
def headings(doc: Document) -> Iterator[Finding]:
    for section in doc.walk():
        title = section.title
        if not section.titled or not any(word in title for word in ("求", "方法", "规则", "检验")):
            continue
        if section.chapter.element not in ("clause", "annex") or not doc.region_at(section.head[0]).normative:
            continue
        if _PROMISES.search(fold(title)):
            yield requirements_heading_in_guidance.at(section.head, title=title)


@conformity_to_guidance.finder
def conformity(doc: Document) -> Iterator[Finding]:
    for match in doc.matches(_NAMES):
        span = _conforms(doc, match.span())
        if span is None or doc.region_at(span[0]).element in _ASIDE or _PLACE.match(doc.text, span[1]):
            continue
        first = doc.sentence(span[0])[0]
        chosen = any(modal.type in (RECOMMENDATION, PERMISSION) for modal in doc.verbs((first, span[0])))
        if not chosen and not _DENIED.search(doc.text, first, span[0]):
            yield conformity_to_guidance.at(span)


def _conforms(doc: Document, name: Span) -> Span | None:
    """Return the words that demand conformity to the document where it is named, or None."""
    start, end = name
    if before := _CONFORMS.search(doc.text, max(0, start - 5), start):
        return before.start(), end
    if (before := _BY.search(doc.text, max(0, start - 2), start)) and (follows := _FOLLOWS.match(doc.text, end)):
        return before.start(), follows.end()
    return None
