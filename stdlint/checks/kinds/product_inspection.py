"""Keep management systems and conformity assessment out of the inspection rules.

How a supplier runs its quality system, and who certifies a product, is no characteristic of the product; inspection
rules that cite GB/T 19001 or a certification scheme normatively make every supplier follow it. What notes and the
bibliography mention binds nobody.

检验规则不规范性引用GB/T 19001等管理体系标准，也不引用合格评定制度：它们不是产品的特性，不宜成为判定产品合格的前提。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.regions import PROVISION_ROLES

management_system_in_inspection = Check(
    id="KND125",
    message="检验规则不应规范性引用管理体系标准或合格评定制度（“{quote}”）。",
    message_en="Inspection rules do not cite management systems or conformity assessment schemes (“{quote}”).",
    bad="""
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        # 6 检验规则

        检验应符合⟦GB/T 19001⟧的规定。
    """,
    good="""
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        # 6 检验规则
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            # 6 检验规则

            ## 6.1 出厂检验

            制造商的质量管理应按⟦ISO 9001:2015⟧执行。其质量管理体系应符合⟦GB/T 24001⟧的要求。

            产品出厂前应通过⟦强制性产品认证⟧。

            ## 6.2 判定

            按GB/T 2828.1判定。
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            # 6 检验规则

            ## 6.1 出厂检验

            ## 6.2 判定

            按GB/T 2828.1判定。
            """,
        ),
    ),
    clean=(
        """
        ---
        stdlint: {kind: product}
        ---

        # 4 技术要求

        环境管理应符合GB/T 24001的规定。

        # 6 检验规则

        检验项目应符合表1的规定，不以产品认证代替检验。申请产品认证时，应进行型式检验。

        注：质量管理体系见GB/T 19001。

        # 7 标志
        """,
    ),
)

_SYSTEMS = frozenset(
    (
        ("GB", "19001"),
        ("ISO", "9001"),
        ("GB", "24001"),
        ("ISO", "14001"),
        ("GB", "45001"),
        ("ISO", "45001"),
        ("GB", "22000"),
        ("ISO", "22000"),
        ("GB", "27065"),
        ("ISO/IEC", "17065"),
        ("GB", "27067"),
        ("ISO/IEC", "17067"),
    )
)
_SCHEME = patterns.compile(
    r"(?:强制性产品|自愿性产品|产品|质量管理?体系|质量|3C|CCC|节能|环境标志|绿色产品)认证(?:实施规则|制度|要求|证书)?(?!时|机构|标[志识])"
    r"|认证(?:实施)?规则|合格评定(?:程序|制度)|质量(?:管理|保证)体系(?!认证(?:时|机构))"
)
_BINDS = patterns.compile("应(?!用|对)|须|按照?|符合|通过|取得|执行|获得")
_DENIES = patterns.compile("不以|不作为|不代替|不涉及|无须|不必|不应|不要求")


@management_system_in_inspection.finder
def find(doc: Document) -> Iterator[Finding]:
    cited = [c for c in doc.citations if c.key in _SYSTEMS]
    named = any(word in doc.text for word in ("认证", "合格评定", "体系"))
    for chapter in doc.chapters if cited or named else ():
        if chapter.section.element != "clause" or "inspection" not in chapter.roles:
            continue
        blocks = {at for at in chapter.section.blocks() if doc.regions[at].role in PROVISION_ROLES}
        spans = [c.span for c in cited if c.block in blocks]
        spans += sorted(m.span() for at in blocks if named for m in _SCHEME.finditer(doc.text, *doc.blocks[at].span))
        told: set[Span] = set()
        for span in spans:
            sentence = doc.sentence(span[0])
            text = doc.text[slice(*sentence)]
            if sentence not in told and _BINDS.search(text) and not _DENIES.search(text):
                told.add(sentence)
                yield management_system_in_inspection.at(span)
