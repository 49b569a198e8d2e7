"""Say in the title what kind of document it is: a specification, a code of practice, guidance, a vocabulary.

The kind may also be told by the scope or stated by the author; then the title has to have its word. A specification of
all aspects of a product or a service may be called by the product's name alone. A word of no function type (办法, 手册)
is told by NAM050; where the kind is known, KND011 says which word is right.

文件名称应含有表示功能类型的词；类型也可由范围看出或由起草者说明，这时名称应与之相应。涵盖产品各个方面的规范可只用产品名称。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.kinds import KINDS, TITLE_WORDS

title_without_kind_word = Check(
    id="KND011",
    message="{kind}标准的名称应含有“{kind}”之类的词，“{quote}”中没有。",
    message_en="The title of a document of this kind ({kind_en}) has a word such as “{kind}”; “{quote}” has none.",
    bad="""
        # ⟦物业服务⟧

        # 1 范围

        本文件提供了物业服务的指导。
    """,
    good="""
        # 物业服务指南

        # 1 范围

        本文件提供了物业服务的指导。
    """,
    more=(
        (
            "---\nstdlint: {kind: code-of-practice}\n---\n# ⟦富硒稻米生产⟧\n\n# 1 范围\n\n本文件规定了要求。",
            "---\nstdlint: {kind: code-of-practice}\n---\n# 富硒稻米生产规程\n\n# 1 范围\n\n本文件规定了要求。",
        ),
        (
            "# ⟦农田灌溉　基础⟧\n\n# 1 范围\n\n本文件界定了农田灌溉的术语和定义。",
            "# 农田灌溉　术语\n\n# 1 范围\n\n本文件界定了农田灌溉的术语和定义。",
        ),
        (
            '---\nstdlint: {kind: "specification, service"}\n---\n# ⟦物业服务要求⟧\n\n# 1 范围\n\n本文件规定了要求。',
            '---\nstdlint: {kind: "specification, service"}\n---\n# 物业服务规范\n\n# 1 范围\n\n本文件规定了要求。',
        ),
        (
            "---\nstdlint: {kind: evaluation}\n---\n# ⟦物业服务分级⟧\n\n# 1 范围\n\n本文件规定了要求。",
            "---\nstdlint: {kind: evaluation}\n---\n# 物业服务评价\n\n# 1 范围\n\n本文件规定了要求。",
        ),
    ),
    clean=(
        "# 物业服务\n\n# 1 范围\n\n本文件规定了物业服务的要求。",
        "# 农业机械　术语　第1部分：基础\n\n# 1 范围\n\n本文件界定了农业机械的术语和定义。",
        "# 水质　总磷　燃烧法\n\n# 1 范围\n\n本文件描述了总磷的测定方法。",
        "# 咖啡研磨机\n\n# 1 范围\n\n本文件规定了咖啡研磨机的要求，描述了对应的证实方法。",
        "---\nstdlint: {kind: guidance}\n---\n# 1 范围\n\n本文件提供了物业服务的指导。",
        "---\nstdlint: {kind: product}\n---\n# 咖啡研磨机\n\n# 1 范围\n\n本文件规定了要求。",
        "# 变压器运行导则\n\n# 1 范围\n\n本文件提供了变压器运行的指导。",
    ),
)

_REQUIREMENTS = patterns.compile("要求|标准|准则|规则|通则|规定|办法|制度|服务$")
"""What the title of a specification that does not go by the name of a product ends with."""


@title_without_kind_word.finder
def find(doc: Document) -> Iterator[Finding]:
    words, cover = TITLE_WORDS.get(doc.kind), doc.cover
    if words is None or not cover.title or cover.title_span is None or words.search(cover.title.casefold()):
        return
    if doc.kind == "specification" and not (doc.project.kind and _REQUIREMENTS.search(cover.title)):
        return
    kind = KINDS[doc.kind]
    yield title_without_kind_word.at(cover.title_span, kind=kind.zh, kind_en=kind.en)
