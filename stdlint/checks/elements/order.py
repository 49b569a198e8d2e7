"""Put the elements in the prescribed order, each once.

Table 3 fixes position and order of the informative elements; annexes stand behind the body and before the bibliography.
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.elements import ORDER, called
from stdlint.views.outline import Section
from stdlint.views.wording import fold

element_out_of_order = Check(
    id="ELM020",
    message="“{title}”应位于“{other}”之前。",
    message_en="“{title}” stands before “{other}”.",
    bad="""
        # 1 范围

        # 2 要求

        # 参考文献

        # 附录A（资料性）　⟦试验记录⟧
    """,
    good="""
        # 1 范围

        # 2 要求

        # 附录A（资料性）　试验记录

        # 参考文献
    """,
    more=(
        (
            """
            # 引言

            # ⟦前言⟧

            # 1 范围
            """,
            """
            # 前言

            # 引言

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        # 目次

        - 前言 I
        - 引言 II
        - 1 范围 1
        - 参考文献 9

        # 前言

        # 引言

        # 螺栓

        # 1 范围

        # 附录A（规范性）　方法

        # 参考文献

        # 索引
        """,
    ),
)

clause_after_annex = Check(
    id="ELM021",
    message="“{title}”位于附录之后，正文的章应位于附录之前。",
    message_en="“{title}” stands behind an annex; no clause follows an annex.",
    bad="""
        # 7 要求

        # 附录A（资料性）　试验记录

        # 8 ⟦检验规则⟧
    """,
    good="""
        # 7 要求

        # 8 检验规则

        # 附录A（资料性）　试验记录
    """,
    clean=(
        """
        # 7 要求

        # 附录A（规范性）　方法

        # 1 仪器

        ## 1.1 天平

        ## A.2 步骤
        """,
    ),
)

duplicate_element = Check(
    id="ELM024",
    message="“{title}”重复，前面已有“{other}”。",
    message_en="“{title}” occurs again: “{other}” stands before it.",
    bad="""
        # 4 符号和缩略语

        # 5 要求

        # 9 ⟦缩略语⟧
    """,
    good="""
        # 4 符号和缩略语

        # 5 要求
    """,
    clean=(
        """
        # 4 符号

        # 5 缩略语

        # 6 要求

        # 附录A（规范性）　术语和定义
        """,
    ),
)

_MOVABLE = frozenset(("contents", "foreword", "introduction", "annex", "bibliography", "index"))


@element_out_of_order.finder
@clause_after_annex.finder
@duplicate_element.finder
def find(doc: Document) -> Iterator[Finding]:
    tops = [s for s in doc.outline.top if s.element in ORDER and s.element not in ("cover", "title")]
    yield from _repeated(doc, tops)
    after_annex = False
    highest: Section | None = None
    for section in tops:
        rank = ORDER.index(section.element)
        if section.element == "annex":
            after_annex = True
        if section.element in ("scope", "references", "terms", "symbols", "clause") and after_annex:
            yield clause_after_annex.at(section.place, title=_name(section))
            return
        if highest and rank < ORDER.index(highest.element) and _MOVABLE & {section.element, highest.element}:
            yield element_out_of_order.at(section.place, title=_name(section), other=_name(highest))
            return
        if highest is None or rank >= ORDER.index(highest.element):
            highest = section


def _name(section: Section) -> str:
    if section.element == "annex":
        return f"附录{section.number}"
    return fold(section.title) or section.number or called(section.element, "zh")


def _repeated(doc: Document, tops: list[Section]) -> Iterator[Finding]:
    seen: dict[str, Section] = {}
    for position, section in enumerate(tops):
        if section.element in ("clause", "annex") or (section.element == "terms" and doc.kind == "terminology"):
            continue
        other = seen.setdefault(section.element, section)
        split = section.element in ("symbols", "index") and tops[position - 1].element == section.element
        if other is not section and not split:
            yield duplicate_element.at(section.place, title=_name(section), other=_name(other))
