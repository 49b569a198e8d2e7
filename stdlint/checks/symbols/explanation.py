"""Explain symbols and abbreviations in statements.

What has to be done with a quantity stands in a clause, not in the list of symbols.

符号和缩略语的说明用陈述；对量的要求写入条文。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.elements import element_of
from stdlint.views.modals import RECOMMENDATION, REQUIREMENT

provision_in_symbol_explanation = Check(
    id="SYM050",
    message="符号和缩略语的说明中不写要求或推荐，“{word}”所在的说明应改为陈述。",
    message_en="The explanation of a symbol contains no requirement or recommendation; make “{word}” a statement.",
    bad="""
        # 4 符号

        下列符号适用于本文件。

        t：时间，⟦应⟧以秒计
    """,
    good="""
        # 4 符号

        下列符号适用于本文件。

        t：时间，单位为秒（s）
    """,
    clean=(
        """
        # 4 符号和缩略语

        下列符号和缩略语适用于本文件。

        σ：应力

        ERP：应急响应计划（Emergency Response Plan）
        """,
    ),
)


@provision_in_symbol_explanation.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.walk():
        if section.element != "symbols" and not (section.element == "terms" and element_of(section.title) == "symbols"):
            continue
        for index in section.body:
            if doc.regions[index].role not in ("text", "cell"):
                continue
            for sentence in doc.provisions.sentences(index):
                modal = sentence.first(REQUIREMENT, RECOMMENDATION)
                if modal:
                    yield provision_in_symbol_explanation.at(modal.span, word=modal.word)
                    break
