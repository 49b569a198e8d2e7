"""Keep requirements out of clauses of principles.

General principles are stated or recommended; what is required belongs in “总体要求” or in the technical clauses.

总体原则、总则用陈述或推荐表述；需要遵守的内容写入“总体要求”或技术要素。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.reported import is_others
from stdlint.views.wording import fold

requirement_in_principles = Check(
    id="GEN010",
    message="“{title}”中不写要求型条款，“{word}”宜改为“宜”或陈述。",
    message_en="“{title}” contains no requirements; make “{word}” a recommendation or a statement.",
    bad="""
        # 4 总体原则

        ⟦应⟧坚持开放。
    """,
    good="""
        # 4 总体原则

        宜坚持开放。
    """,
    clean=(
        """
        # 4 总则

        相应的应用和响应见第5章。各方应承担的责任见附录A。注释中的“应”除外。

        宜明确哪些物资应优先发放。宜在协议中约定：供应商应在24 h内交货。

        # 5 总体原则和总体要求

        应坚持开放。

        # 附录A（资料性）　示例

        ## A.1 总则

        应坚持开放。
        """,
        """
        # 4 总体原则

        宜坚持开放。

        # 5 试验

        ## 5.1 总则

        应在常温下试验。

        # 附录A（规范性）　步骤

        ## A.1 总则

        应在常温下试验。
        """,
    ),
)

_TITLES = frozenset(("总体原则", "基本原则"))
_CHAPTERS = _TITLES | frozenset(("总则", "原则", "一般原则", "通用原则"))
"""Chapters that are the element of 8.10; below one, “总则” stands for what is general in it."""


@requirement_in_principles.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.walk():
        titles = _TITLES if section.parent else _CHAPTERS
        if section.element != "clause" or fold(section.title) not in titles:
            continue
        for index in doc.provision_blocks(section):
            verbs = doc.verbs(doc.blocks[index].span)
            demands = (m for m in verbs if m.word in ("应", "不应") and not m.attributive)
            modal = next((m for m in demands if not is_others(doc.text, doc.sentence(m.span[0]), m)), None)
            if modal:
                yield requirement_in_principles.at(modal.span, title=section.title, word=modal.word)
