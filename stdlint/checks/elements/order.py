"""Put the elements in the prescribed order, each once.

Table 3 fixes position and order of the informative elements; annexes stand behind the body and before the bibliography.

资料性要素的位置和次序由表3规定；附录位于正文之后、参考文献之前；每个要素只出现一次。
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
        (
            """
            # 目次

            - 1 范围 1

            # 1 范围

            # ⟦前言⟧

            # 2 规范性引用文件

            # 索引

            # ⟦参考文献⟧
            """,
            """
            # 目次

            - 1 范围 1

            # 前言

            # 1 范围

            # 2 规范性引用文件

            # 参考文献

            # 索引
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
        """
        目　次

        前言

        1　范围

        2　要求

        附录A（资料性）　记录

        参考文献

        前　言

        本文件由××××归口。

        1　范围

        本文件规定了螺栓的要求。

        2　要求

        螺栓应完好。

        附录A
        （资料性）
        记录

        参考文献
        """,
    ),
    english=(
        (
            """
            # 1 Scope

            # 2 Requirements

            # Bibliography

            # Annex A (informative) ⟦Test record⟧
            """,
            """
            # 1 Scope

            # 2 Requirements

            # Annex A (informative) Test record

            # Bibliography
            """,
        ),
        (
            """
            # Introduction

            # ⟦Foreword⟧

            # 1 Scope
            """,
            """
            # Foreword

            # Introduction

            # 1 Scope
            """,
        ),
    ),
    clean_english=(
        """
        # Contents

        - Foreword iii

        - 1 Scope 1

        # Foreword

        # Introduction

        # Bolts — Requirements

        # 1 Scope

        # 2 Normative references

        # Annex A (normative) Method

        # Bibliography

        # Index
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
        """
        # 1 范围

        # 2 规范性引用文件

        # 3 起草

        # 附录A（资料性）　标准示例

        ## 前言

        ## 1 范围

        ## 2 规范性引用文件

        ## 3 要求

        ## 4 试验方法

        # 附录B（资料性）　其他示例
        """,
    ),
    english=(
        (
            """
            # 7 Requirements

            # Annex A (informative) Test record

            # 8 ⟦Inspection⟧
            """,
            """
            # 7 Requirements

            # 8 Inspection

            # Annex A (informative) Test record
            """,
        ),
    ),
    clean_english=(
        """
        # 7 Requirements

        # Annex A (normative) Method

        ## A.1 General

        ## A.2 Procedure
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
    more=(
        (
            """
            # 4 符号

            # 5 ⟦符号和缩略语⟧
            """,
            """
            # 4 符号和缩略语
            """,
        ),
    ),
    clean=(
        """
        # 4 符号

        # 5 缩略语

        # 6 要求

        # 附录A（规范性）　术语和定义
        """,
        """
        # 前言

        # 1 范围

        # 2 规范性引用文件

        # 附录A（资料性）　标准示例

        ## 前言

        ## 1 范围

        ## 参考文献

        # 参考文献
        """,
    ),
    english=(
        (
            """
            # 4 Symbols

            # 5 Requirements

            # 9 ⟦Abbreviated terms⟧
            """,
            """
            # 4 Symbols and abbreviated terms

            # 5 Requirements
            """,
        ),
    ),
    clean_english=(
        """
        # 4 Symbols

        # 5 Abbreviated terms

        # 6 Requirements

        # Annex A (normative) Terms and definitions
        """,
    ),
)

_BODY = frozenset(("scope", "references", "terms", "symbols", "clause"))
_FRONT = frozenset(("contents", "foreword", "introduction"))
_BACK = frozenset(("annex", "bibliography", "index"))


@element_out_of_order.finder
@clause_after_annex.finder
@duplicate_element.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.is_engineering_code:
        return
    tops = [s for s in doc.outline.top if s.element in ORDER and s.element not in ("cover", "title")]
    tops = [s for s in tops if s.element != "clause" or s.number]
    yield from _repeated(doc, tops)
    if late := next((s for s, before in _breaks(tops) if s.element in _BODY and "annex" in before), None):
        yield clause_after_annex.at(late.place, title=_name(doc, late))
    told: set[str] = set()
    for section, before in _breaks(tops):
        part = "front" if section.element in _FRONT else "back"
        others = [s for element, s in before.items() if {section.element, element} & (_FRONT | _BACK)]
        if part in told or not others or (section.element in _BODY and "annex" in before):
            continue
        told.add(part)
        other = min(others, key=lambda s: ORDER.index(s.element))
        yield element_out_of_order.at(section.place, title=_name(doc, section), other=_name(doc, other))


def _breaks(tops: list[Section]) -> Iterator[tuple[Section, dict[str, Section]]]:
    """Yield each section behind elements that belong behind it, with the last of each of these."""
    seen: dict[str, Section] = {}
    for section in tops:
        before = {e: s for e, s in seen.items() if ORDER.index(e) > ORDER.index(section.element)}
        if before:
            yield section, before
        seen[section.element] = section


def _name(doc: Document, section: Section) -> str:
    if doc.lang == "en":
        called_so = f"Annex {section.number}" if section.element == "annex" else section.title
        return called_so or section.number or called(section.element, "en")
    if section.element == "annex":
        return f"附录{section.number}"
    return fold(section.title) or section.number or called(section.element, "zh")


def _repeated(doc: Document, tops: list[Section]) -> Iterator[Finding]:
    seen: dict[str, Section] = {}
    for position, section in enumerate(tops):
        if section.element in ("clause", "annex"):
            continue
        other = seen.setdefault(section.element, section)
        if section.element == "terms" and doc.kind == "terminology" and fold(section.title) != fold(other.title):
            continue
        split = tops[position - 1].element == section.element == "index" or _splits(tops[position - 1], section)
        if other is not section and not split:
            yield duplicate_element.at(section.place, title=_name(doc, section), other=_name(doc, other))


def _splits(before: Section, section: Section) -> bool:
    """Say whether two neighbours share symbols and abbreviated terms between them (“符号”, “缩略语”)."""
    if not before.element == section.element == "symbols":
        return False
    titles = before.title.casefold(), section.title.casefold()
    return not any(kind in titles[0] and kind in titles[1] for kind in ("符号", "略语", "symbol", "abbreviat"))
