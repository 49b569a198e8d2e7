"""List in Clause 2 exactly what the text cites normatively.

A document that is listed and never cited, or cited only in notes, examples, sources and informative annexes, does not
belong there; one that stands in both lists has to be taken out of one. The draft itself and GB/T 1.1 have rules of
their own (REF086, REF087).

第2章只列规范性引用的文件：文中没有提及的、只在注、示例、来源和资料性附录中提及的，都不列入；同一文件不列入两个清单
。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.citations import Citation
from stdlint.views.entries import is_drafting_rule, is_own
from stdlint.views.mentions import Mention, base_of, covers, takes_in
from stdlint.views.references import Reference

uncited_reference = Check(
    id="REF080",
    message="{name}列入了规范性引用文件，但文中没有提及。",
    message_en="{name} is listed as a normative reference but never cited.",
    bad="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        ⟦GB/T 6388—1986⟧　运输包装收发货标志

        # 4 标志

        标志应符合GB/T 191的规定。
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191的规定。
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        # 3 术语和定义

        # 4 标志

        标志应符合ＧＢ／Ｔ 191—2008的规定。
        """,
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 2423（所有部分）　环境试验

        GB/T 5169.12　电工电子产品着火危险试验　第12部分

        GB/T 16733　国家标准制定程序的阶段划分及代码

        中华人民共和国药典

        # 4 标志

        标志应符合GB 191的规定，按GB/T 2423.17进行盐雾试验。程序应符合GB/T16733的规定。

        | 项目 | 方法 |
        |---|---|
        | 灼热丝 | GB/T 5169.11、5169.12 |
        """,
    ),
    english=(
        (
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ⟦ISO 780⟧, *Packaging — Graphical symbols*

            # 4 Marking

            The package shall be marked with a mass of 780 g.
            """,
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ISO 780.
            """,
        ),
    ),
    clean_english=(
        """
        # 2 Normative references

        The following documents are referred to in the text in such a way that some or all of their content
        constitutes requirements of this document. For dated references, only the edition cited applies.

        ISO 780, *Packaging — Distribution packaging — Graphical symbols*

        ISO 6507 (all parts), *Vickers hardness test*

        ISO 1:2016, *Standard temperature*

        EN ISO 6892-1, *Tensile testing*

        The Convention on Road Traffic

        ISO 4014, *Bolts*

        # 4 Marking

        Marking shall conform to ISO 780 and ISO 6507-1. Tensile tests shall be in accordance with ISO 6892-1.
        Bolts shall conform to ISO 4016, 4014 or 4017.
        """,
    ),
)

informatively_cited_reference = Check(
    id="REF082",
    message="{name}只在注、示例、来源或资料性附录中提及，应列入参考文献。",
    message_en="{name} is cited only in notes, examples, sources or informative annexes; list it in the bibliography.",
    bad="""
        # 2 规范性引用文件

        ⟦GB/T 191⟧　包装储运图示标志

        # 4 标志

        标志应清晰。

        注：标志见GB/T 191。
    """,
    good="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 4 标志

        标志应清晰。

        注：标志见GB/T 191。

        # 参考文献

        [1] GB/T 191　包装储运图示标志
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191的规定。

        注：标志见GB/T 191。
        """,
    ),
    english=(
        (
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ⟦ISO 780⟧, *Packaging — Graphical symbols*

            # 4 Marking

            The package shall be marked.

            NOTE See ISO 780.
            """,
            """
            # 2 Normative references

            There are no normative references in this document.

            # 4 Marking

            The package shall be marked.

            NOTE See ISO 780.

            # Bibliography

            [1] ISO 780, *Packaging — Graphical symbols*
            """,
        ),
    ),
    clean_english=(
        """
        # 2 Normative references

        The following documents are referred to in the text in such a way that some or all of their content
        constitutes requirements of this document. For dated references, only the edition cited applies.

        ISO 780, *Packaging — Distribution packaging — Graphical symbols*

        # 4 Marking

        Marking shall conform to ISO 780.

        NOTE See ISO 780.
        """,
    ),
)

reference_in_both_lists = Check(
    id="REF084",
    message="{name}已列入规范性引用文件，不宜再列入参考文献。",
    message_en="{name} is already a normative reference; it is not listed in the bibliography again.",
    bad="""
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191—2008的规定。

        # 参考文献

        [1] ⟦GB/T 191—2008⟧　包装储运图示标志
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191—2008　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191—2008的规定。
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 20000.1—2014　标准化工作指南

        # 参考文献

        [1] GB/T 20000.1—2002　标准化工作指南

        [2] GB/T 20000.2　标准化工作指南
        """,
    ),
    english=(
        (
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ISO 780.

            # Bibliography

            [1] ⟦ISO 780⟧, *Packaging — Graphical symbols*
            """,
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ISO 780.
            """,
        ),
    ),
    clean_english=(
        """
        # 2 Normative references

        The following documents are referred to in the text in such a way that some or all of their content
        constitutes requirements of this document. For dated references, only the edition cited applies.

        ISO 780:2015, *Packaging — Distribution packaging — Graphical symbols*

        # 4 Marking

        Marking shall conform to ISO 780:2015.

        # Bibliography

        [1] ISO 780:1997, *Packaging*
        """,
    ),
)

reference_without_provision = Check(
    id="REF085",
    message="{name}列入了规范性引用文件，但没有一处引用在要求型或指示型条款中。",
    message_en="{name} is a normative reference, but no requirement or instruction cites it.",
    bad="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 标志

        标志见⟦GB/T 191⟧。
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191的规定。
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 6388　运输包装收发货标志

        # 4 包装

        选用符合GB/T 191规定的标志，由技术人员配备符合GB/T 6388要求的Ⅰ级标志。
        """,
        """
        # 2 规范性引用文件

        GB/T 2918　塑料　试样状态调节和试验的标准环境

        # 4 试样

        ## 4.1 状态调节

        试验前，试样在GB/T 2918规定的标准环境中调节至少16 h。
        """,
        """
        # 包装　指南

        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 标志

        标志宜符合GB/T 191的规定。
        """,
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 6388　运输包装收发货标志

        GB/T 1　术语

        # 3 术语和定义

        GB/T 1界定的术语和定义适用于本文件。

        # 4 标志

        标志应符合下列文件的规定：

        - GB/T 191；
        - 按GB/T 6388进行检验。
        """,
    ),
    english=(
        (
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            For marking, see ⟦ISO 780⟧.
            """,
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ISO 780.
            """,
        ),
        (
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking should conform to ⟦ISO 780⟧.
            """,
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780, *Packaging — Distribution packaging — Graphical symbols*

            # 4 Marking

            Marking shall conform to ISO 780.
            """,
        ),
    ),
    clean_english=(
        """
        # 2 Normative references

        The following documents are referred to in the text in such a way that some or all of their content
        constitutes requirements of this document. For dated references, only the edition cited applies.

        ISO 780, *Packaging — Distribution packaging — Graphical symbols*

        ISO 6507-1, *Hardness*

        ISO 9000, *Vocabulary*

        ISO 4014, *Bolts*

        ISO 3269, *Acceptance*

        # 3 Terms and definitions

        For the purposes of this document, the terms and definitions given in ISO 9000 apply.

        # 4 Marking

        Carry out the test in accordance with ISO 6507-1. The following apply:

        - marking shall conform to ISO 780.

        For acceptance, ISO 3269 applies. Bolts may be tested in accordance with ISO 4014.
        """,
    ),
)


@uncited_reference.finder
@informatively_cited_reference.finder
@reference_in_both_lists.finder
@reference_without_provision.finder
def find(doc: Document) -> Iterator[Finding]:
    mentioned: dict[tuple[str, str], list[Mention]] = {}
    for mention in doc.mentions:
        key = mention.citation.key
        mentioned.setdefault((key[0], base_of(key[1])), []).append(mention)
    seen: set[tuple[str, str]] = set()
    for reference in doc.references.normative:
        entry = reference.citation
        if entry is None or entry.key in seen:
            continue
        seen.add(entry.key)
        found = _mentions(entry, mentioned.get((entry.key[0], base_of(entry.number)), []))
        name = doc.text[entry.span[0] : entry.span[1]]
        if not found:
            told = doc.lang == "zh" and (is_drafting_rule(entry) or is_own(entry, doc.cover))
            if not told and _has_technical_text(doc) and not _named_loosely(doc, reference):
                yield uncited_reference.at(entry.span, name=name)
        elif all(mention.way == "informative" and not mention.see for mention in found):
            yield informatively_cited_reference.at(entry.span, name=name)
        elif not any(mention.way == "normative" or mention.sample for mention in found):
            first = next(mention for mention in found if mention.see or mention.way == "neutral")
            yield reference_without_provision.at(first.citation.span, name=entry.name)
    yield from _twice(doc)


def _mentions(entry: Citation, related: list[Mention]) -> list[Mention]:
    """Return the mentions of a listed document among those of its series."""
    meant = {
        mention.citation.key
        for mention in related
        if covers(entry, key := mention.citation.key) or _of_whole(entry, key) or takes_in(mention.citation, entry.key)
    }
    return [mention for mention in related if mention.citation.key in meant]


def _of_whole(entry: Citation, key: tuple[str, str]) -> bool:
    """Say whether a part of a document is cited that is listed, wrongly, by its bare number."""
    return entry.number == base_of(entry.number) and entry.key == (key[0], base_of(key[1]))


def _has_technical_text(doc: Document) -> bool:
    """Say whether there is any text behind Clause 2 that could cite (a clause kept in a file of its own has none)."""
    return any(section.element in ("terms", "symbols", "clause", "annex") for section in doc.outline.top)


def _named_loosely(doc: Document, reference: Reference) -> bool:
    """Say whether the bare number stands in the text as one of several (“GB/T 6388、191”), or its title in 《》."""
    citation = reference.citation
    if citation is None:
        return True
    number, family = regex.escape(citation.number), regex.escape(citation.key[0])
    loose = regex.compile(
        rf"{family}[^。；]*?\d[^。；]{{0,12}}?[、，,和与及或/～~至]\s*{number}(?![\d.]*\d)(?!\s?[A-Za-zμ%°℃])"
        rf"|(?:{regex.escape(citation.code)}|国标|标准)[（(]?\s*{number}(?![\d.]*\d)"
    )
    if doc.lang != "zh":
        token = regex.compile(rf"(?:[A-Z]\s?|,\s|-\s?|\b(?:and|or|to)\s){number}(?![\w-]|[.,]\d)")
        return any(not _is_outside(doc, match.start()) for match in token.finditer(doc.text))
    if any(one.names(citation.name) for one in doc.full_width):
        return True
    title = doc.text[citation.span[1] : reference.span[1]].strip(" \u3000\t")
    places = _places(doc.text, citation.number)
    if len(title) > 4:
        places += [at for at in _places(doc.text, f"《{title}》") if not _is_outside(doc, at)]
        if any(doc.text[at] == "《" for at in places):
            return True
    blocks = {doc.block_at(at) for at in places if not _is_outside(doc, at)}
    return any(loose.search(doc.said(index)) for index in blocks)


def _places(text: str, words: str) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _is_outside(doc: Document, offset: int) -> bool:
    elements = ("cover", "contents", "foreword", "references", "bibliography", "title")
    return doc.region_at(offset).element in elements


def _twice(doc: Document) -> Iterator[Finding]:
    normative = {r.key: r.citation for r in doc.references.normative if r.citation}
    for reference in doc.references.bibliography:
        citation, other = reference.citation, normative.get(reference.key) if reference.key else None
        if citation and other and (not citation.year or not other.year or citation.year == other.year):
            yield reference_in_both_lists.at(citation.span, name=citation.name)
