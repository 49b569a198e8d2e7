"""List every cited document: what is cited normatively in Clause 2, what is cited informatively in the bibliography.

Each document is reported once, where it is first cited. Without a bibliography only its absence is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.mentions import Mention, base_of, listed

unlisted_reference = Check(
    id="REF081",
    message="{name}在文中被规范性引用，应列入规范性引用文件。",
    message_en="{name} is cited normatively; it shall be listed in Clause 2.",
    bad="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191和⟦GB/T 6388⟧的规定。按⟦GB/T 2423.17⟧规定的方法进行试验。
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 2423.17　环境试验　第17部分

        GB/T 6388　运输包装收发货标志

        # 4 标志

        标志应符合GB/T 191和GB/T 6388的规定。按GB/T 2423.17规定的方法进行试验。
    """,
    clean=(
        """
        ICS 01.120

        GB/T 3001.2—2024

        # 前言

        本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

        # 1 范围

        # 2 规范性引用文件

        GB/T 2423（所有部分）　环境试验

        # 4 标志

        按GB/T 2423.17规定的方法进行试验，应符合GB/T 3001.1的规定。标志应清晰（见GB/T 191）。

        “应符合GB/T 6388的规定”是示例。应采用螺栓 GB/T 5782-M12×80。
        """,
    ),
)

unlisted_informative_reference = Check(
    id="REF083",
    message="{name}在文中被资料性引用，应列入参考文献。",
    message_en="{name} is cited informatively; it shall be listed in the bibliography.",
    bad="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 4 标志

        标志应清晰。

        注：标志见⟦GB/T 191⟧。

        # 参考文献

        [1] GB/T 6388　运输包装收发货标志
    """,
    good="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 4 标志

        标志应清晰。

        注：标志见GB/T 191。

        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] GB/T 6388　运输包装收发货标志
    """,
)

missing_bibliography = Check(
    id="BIB010",
    message="{name}被资料性引用，但文件没有参考文献，应设置参考文献并列入该文件。",
    message_en="{name} is cited informatively, but there is no bibliography; add one and list it.",
    bad="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 4 标志

        标志应清晰。

        注1：标志见⟦GB/T 191⟧。

        注2：标签见GB/T 6388。
    """,
    good="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 4 标志

        标志应清晰。

        注1：标志见GB/T 191。

        注2：标签见GB/T 6388。

        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] GB/T 6388　运输包装收发货标志
    """,
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191的规定。

        注：标志的历史见GB/T 191。
        """,
        """
        # 4 标志

        注：标志见GB/T 191。
        """,
    ),
)

source_not_in_bibliography = Check(
    id="CIT061",
    message="来源{name}应列入参考文献。",
    message_en="The source {name} shall be listed in the bibliography.",
    bad="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：⟦GB/T 20000.1—2014⟧，5.2]

        # 参考文献

        [1] GB/T 191　包装储运图示标志
    """,
    good="""
        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1—2014，5.2]

        # 参考文献

        [1] GB/T 191　包装储运图示标志

        [2] GB/T 20000.1—2014　标准化工作指南　第1部分：标准化和相关活动的通用术语
    """,
)

_SAMPLE = regex.compile(r"示例|样例|实例|案例|格式|模板|样式|样表|对照|差异")


@unlisted_reference.finder
@unlisted_informative_reference.finder
@missing_bibliography.finder
@source_not_in_bibliography.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.outline.first("references") is None:
        return
    bibliography = doc.outline.first("bibliography") is not None
    listed_informatively = {(key[0], base_of(key[1])) for r in doc.references.bibliography if (key := r.key)}
    exact = {r.key for r in doc.references.bibliography}
    series = {
        (r.citation.key[0], base_of(r.citation.number))
        for r in doc.references.bibliography
        if r.citation and r.citation.series
    }
    told: set[tuple[str, str]] = set()
    for mention in sorted(doc.mentions, key=lambda m: (not m.strict, m.citation.span)):
        citation = mention.citation
        key = citation.key
        if key in told or listed(key, doc.references) or _covered(doc, mention):
            continue
        name = doc.text[citation.span[0] : citation.span[1]]
        if mention.strict and mention.region.element in ("clause", "annex", "symbols", "title"):
            told.add(key)
            yield unlisted_reference.at(citation.span, name=name)
            continue
        whole = (key[0], base_of(key[1]))
        if key in exact or whole in series or (key[1] == whole[1] and whole in listed_informatively):
            continue
        if mention.region.element == "terms" and mention.strict:
            continue
        told.add(key)
        if not bibliography:
            continue
        check = source_not_in_bibliography if mention.source else unlisted_informative_reference
        yield check.at(citation.span, name=name)
    if not bibliography:
        yield from _first_informative(doc)


def _first_informative(doc: Document) -> Iterator[Finding]:
    for mention in doc.mentions:
        citation = mention.citation
        if mention.way != "informative" or listed(citation.key, doc.references) or _covered(doc, mention):
            continue
        yield missing_bibliography.at(citation.span, name=doc.text[citation.span[0] : citation.span[1]])
        return


def _covered(doc: Document, mention: Mention) -> bool:
    """Say whether the mention is none to be listed: a sample, a designation, or a series listed by its parts."""
    section = mention.region.section
    while section is not None:
        if section.element == "annex" and _SAMPLE.search(section.title):
            return True
        if section.parent is None:
            break
        section = section.parent
    citation = mention.citation
    if doc.text.startswith(("-M", "-A", "－M"), citation.span[1]) or regex.match(
        r"[-－]\S*[×x]", doc.text[citation.span[1] : citation.span[1] + 12]
    ):
        return True
    return citation.series is not None and any(
        r.citation and r.citation.key[0] == citation.key[0] and base_of(r.citation.number) == base_of(citation.number)
        for r in doc.references.normative
    )
