"""State no provisions in the scope.

The scope says what the document is about and what it applies to, in statements.

范围用陈述的形式说明文件的对象和适用界限。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.modals import PERMISSION, RECOMMENDATION, REQUIREMENT
from stdlint.views.provisions import commands, provision
from stdlint.views.scope import NOTICE

provision_in_scope = Check(
    id="SCP030",
    message="范围中不写条款，“{word}”所在的句子应移至正文或改为陈述。",
    message_en="A scope contains no provisions; move the sentence with “{word}” to the body or make it a statement.",
    bad="""
        # 1 范围

        螺栓⟦应⟧符合GB/T 5782的规定。
    """,
    good="""
        # 1 范围

        本文件规定了螺栓的要求。
    """,
    more=(("# 1 范围\n\n⟦按⟧第5章进行试验。", "# 1 范围\n\n本文件描述了试验方法。"),),
    clean=(
        """
        # 1 范围

        本文件规定了应急照明的可靠性、可追溯性、功能和性能的要求，给出了不应使用的材料的信息。

        本文件适用于能承受5 J冲击的灯具，其他灯具可参照使用。本文件可作为验收的依据。本文件不适用于可能接触酸的场所。

        警告：操作人员应佩戴护目镜。
        """,
    ),
    english=(
        (
            """
            # 1 Scope

            This document specifies requirements for bolts.

            Bolts ⟦shall⟧ conform to ISO 898-1. They ⟦should⟧ be coated.
            """,
            """
            # 1 Scope

            This document specifies requirements for bolts.
            """,
        ),
    ),
    clean_english=(
        """
        # 1 Scope

        This document specifies requirements for bolts that shall withstand 50 N, and what should be recorded.
        It is applicable to places where flammable gases may be present, and to materials which may be
        hazardous.

        It is not applicable to bolts that may be coated. Users need not be trained; the aim of the tests is
        to be fast. The method can be used for paint cans.

        NOTE Bolts of May 2020 are excluded.
        """,
    ),
)

_GOVERNING = patterns.compile(r"(?:规定|确立|描述|提供|给出|界定|适用于|明确)")
_REFERENCE = patterns.compile(r"可(?:以)?(?:作为)?(?:参照|参考|供参考)|(?<=本文件[也亦]?)可(?:以)?(?:用于|作为|供)")


@provision_in_scope.finder
def find(doc: Document) -> Iterator[Finding]:
    for top in doc.outline.all("scope"):
        for index in doc.provision_blocks(top):
            if doc.lang == "en":
                yield from _english(doc, index)
                continue
            if NOTICE.match(doc.text, *doc.blocks[index].span):
                continue
            for sentence in doc.provisions.sentences(index):
                modal = sentence.first(REQUIREMENT, RECOMMENDATION, PERMISSION)
                if modal and (_attribute(doc, modal.span) or _REFERENCE.match(doc.text, modal.span[0])):
                    continue
                span = modal.span if modal else commands(doc.text, sentence.span)
                if span:
                    yield provision_in_scope.at(span, word=doc.text[span[0] : span[1]])
                    break


def _english(doc: Document, index: int) -> Iterator[Finding]:
    for sentence in doc.provisions.sentences(index):
        span = provision(doc.text, sentence, "en")
        if span:
            yield provision_in_scope.at(span, word=doc.text[slice(*span)])


_OF = patterns.compile(r"[^，。；\n]{1,20}的(?=\p{Han})")


def _attribute(doc: Document, span: tuple[int, int]) -> bool:
    """Say whether the verbal form stands in an attribute of what the document specifies or applies to."""
    before = doc.text[max(0, span[0] - 60) : span[0]].rpartition("。")[2]
    governed = _GOVERNING.search(before) is not None
    return governed and _OF.match(doc.text, span[1]) is not None
