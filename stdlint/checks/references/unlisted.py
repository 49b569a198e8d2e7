"""List every cited document: what is cited normatively in Clause 2, what is cited informatively in the bibliography.

Each document is reported once, where it is first cited. Without a bibliography only its absence is reported.

规范性引用的文件列入第2章，资料性引用的文件列入参考文献。每个文件只在第一次提及处报告；没有参考文献时只报告缺少参考
文献。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.citations import Citation
from stdlint.views.mentions import Mention, base_of, by_document, covers, listed, takes_in

unlisted_reference = Check(
    id="REF081",
    message="{name}在文中被规范性引用，应列入规范性引用文件。",
    message_en="{name} is cited normatively; it shall be listed in Clause 2.",
    bad="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191和⟦GB/T 6388⟧的规定。按⟦GB/T 2423.17⟧规定的方法进行试验。

        # 附录A（规范性）数据格式

        数据应按⟦GB/T 7408.1⟧的规定表示。
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        GB/T 2423.17　环境试验　第17部分

        GB/T 6388　运输包装收发货标志

        GB/T 7408.1　日期和时间

        # 4 标志

        标志应符合GB/T 191和GB/T 6388的规定。按GB/T 2423.17规定的方法进行试验。

        # 附录A（规范性）数据格式

        数据应按GB/T 7408.1的规定表示。
    """,
    clean=(
        """
        # 2 规范性引用文件

        ＧＢ／Ｔ 191　包装储运图示标志

        # 4 标志

        标志应符合GB/T 191的规定。
        """,
        """
        ICS 01.120

        GB/T 3001.2—2024

        # 前言

        本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

        # 1 范围

        # 2 规范性引用文件

        GB/T 2423（所有部分）　环境试验

        # 4 标志

        按GB/T 2423.17规定的方法进行试验，应符合GB/T 3001.2的规定。标志应清晰（见GB/T 191）。GB/T 3001.1给出了术语。

        “应符合GB/T 6388的规定”是示例。应采用螺栓 GB/T 5782-M12×80。
        """,
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 3 术语和定义

        GB/T 4122.1界定的术语和定义适用于本文件。

        # 4 标志

        标志应符合GB/T 191的规定，标志的用语应符合GB/T 4122.1的规定。
        """,
        """
        # 包装评价　指南

        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 4 评价

        | 对象 | 依据 |
        |---|---|
        | 标志 | GB/T 191 |

        # 参考文献

        [1] GB/T 191　包装储运图示标志
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

            Marking shall conform to ISO 780 and ⟦ISO 7000⟧. Test the label in accordance with ⟦ISO 2233:2000⟧.

            # Annex A (normative) Data

            Data shall be as specified in ⟦ISO 8601-1⟧.
            """,
            """
            # 2 Normative references

            The following documents are referred to in the text in such a way that some or all of their content
            constitutes requirements of this document. For dated references, only the edition cited applies.

            ISO 780, *Packaging — Distribution packaging — Graphical symbols*

            ISO 2233:2000, *Conditioning*

            ISO 7000, *Symbols*

            ISO 8601-1, *Date and time*

            # 4 Marking

            Marking shall conform to ISO 780 and ISO 7000. Test the label in accordance with ISO 2233:2000.

            # Annex A (normative) Data

            Data shall be as specified in ISO 8601-1.
            """,
        ),
    ),
    clean_english=(
        """
        # 2 Normative references

        The following documents are referred to in the text in such a way that some or all of their content
        constitutes requirements of this document. For dated references, only the edition cited applies.

        ISO 780, *Packaging — Distribution packaging — Graphical symbols*

        IEC 60068 (all parts), *Environmental testing*

        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        threaded fastener with a head

        Note 1 to entry: A bolt shall conform to ISO 4014.

        [SOURCE: ISO 1891-1:2019, 3.1]

        # 4 Marking

        Marking shall conform to ISO 780. Test as specified in IEC 60068-2-11. Marking should conform to ISO 7000.
        The label shall be legible (see ISO 3864-1). The quality system can be in accordance with ISO 9001. The
        label may be made in accordance with ISO 7010. The supplier shall record the standard applied, for example
        ISO 9001. “Shall conform to ISO 8601” is an example.

        The key words "MUST" and "MAY" are to be interpreted as described in RFC 2119.

        EXAMPLE Bolt ISO 4017 – M12 × 80

        NOTE Users conform to ISO 9004.

        # Annex A (informative) Guidance

        If used, the form shall conform to ISO 8601-1.

        # Bibliography

        [1] ISO 1891-1:2019, *Vocabulary*
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
    english=(
        (
            """
            # 2 Normative references

            There are no normative references in this document.

            # 4 Marking

            The package shall be marked.

            NOTE See ⟦ISO 780⟧.

            # Bibliography

            [1] ISO 7000, *Symbols*
            """,
            """
            # 2 Normative references

            There are no normative references in this document.

            # 4 Marking

            The package shall be marked.

            NOTE See ISO 780.

            # Bibliography

            [1] ISO 780, *Packaging*

            [2] ISO 7000, *Symbols*
            """,
        ),
    ),
    clean_english=(
        """
        # Foreword

        A list of all parts in the ISO 12345 series can be found on the ISO website. This second edition cancels
        and replaces the first edition (ISO 12345-1:2006), which has been technically revised.

        # 2 Normative references

        There are no normative references in this document.

        # 4 Marking

        The package shall be marked. See ISO 12345-2.

        EXAMPLE Bolt ISO 4014 - M12 × 80

        NOTE See ISO 780.

        # Bibliography

        [1] ISO 780, *Packaging*
        """,
    ),
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
    english=(
        (
            """
            # 2 Normative references

            There are no normative references in this document.

            # 4 Marking

            The package shall be marked.

            NOTE 1 See ⟦ISO 780⟧.

            NOTE 2 See ISO 7000.
            """,
            """
            # 2 Normative references

            There are no normative references in this document.

            # 4 Marking

            The package shall be marked.

            NOTE 1 See ISO 780.

            NOTE 2 See ISO 7000.

            # Bibliography

            [1] ISO 780, *Packaging*

            [2] ISO 7000, *Symbols*
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

        NOTE For the history, see ISO 780.
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
    english=(
        (
            """
            # 2 Normative references

            There are no normative references in this document.

            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ⟦ISO 9000:2015⟧, 3.6.2]

            # Bibliography

            [1] ISO 780, *Packaging*
            """,
            """
            # 2 Normative references

            There are no normative references in this document.

            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            [SOURCE: ISO 9000:2015, 3.6.2]

            # Bibliography

            [1] ISO 780, *Packaging*

            [2] ISO 9000:2015, *Quality management systems*
            """,
        ),
    ),
)

_SAMPLE = patterns.compile(r"示例|样例|实例|案例|格式|模板|样式|样表|对照|差异|记录|档案|台账|登记|报告")
_CLAUSES = ("clause", "annex", "symbols", "title")


@unlisted_reference.finder
@unlisted_informative_reference.finder
@missing_bibliography.finder
@source_not_in_bibliography.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.outline.first("references") is None:
        return
    bibliography = doc.outline.first("bibliography") is not None
    missing = False
    told: list[Citation] = []
    wide = [one for one in doc.full_width if doc.region_at(one.span[0]).element in ("references", "bibliography")]
    introduced = doc.terms.lead_in[:1]
    for key, group in by_document([m for m in doc.mentions if not _covered(doc, m)]).items():
        if listed(key, doc.references) or any(takes_in(citation, key) for citation in told):
            continue
        if any(one.names(group[0].citation.name) for one in wide):
            continue
        strict = next((m for m in group if m.strict and m.region.element in _CLAUSES), None)
        if (named := next((m for m in group if m.strict and m.citation.block in introduced), None)) is not None:
            told.append(named.citation)
            continue
        if strict is not None:
            told.append(strict.citation)
            yield unlisted_reference.at(strict.citation.span, name=_name(doc, strict))
        elif any(m.way == "normative" for m in group) or _in_bibliography(doc, key):
            continue
        elif bibliography:
            check = source_not_in_bibliography if group[0].source else unlisted_informative_reference
            yield check.at(group[0].citation.span, name=_name(doc, group[0]))
        elif not missing and (first := next((m for m in group if m.way == "informative"), None)):
            missing = True
            yield missing_bibliography.at(first.citation.span, name=_name(doc, first))


def _name(doc: Document, mention: Mention) -> str:
    start, end = mention.citation.span
    written = doc.text[start:end]
    return written if written[:1].isupper() else mention.citation.name


def _in_bibliography(doc: Document, key: tuple[str, str]) -> bool:
    """Say whether the bibliography lists a document, itself, with all parts, or by a part of it."""
    return any(covers(citation, key) for citation in doc.references.named_informatively)


def _covered(doc: Document, mention: Mention) -> bool:
    """Say whether the mention is none to be listed: a sample, a second name, or a series listed by its parts."""
    if _in_sample(mention):
        return True
    citation = mention.citation
    start = citation.span[0]
    if mention.sample or doc.text[start - 1 : start] in ("/", "／"):
        return True
    return citation.series is not None and any(
        other.key[0] == citation.key[0] and base_of(other.number) == base_of(citation.number)
        for other in doc.references.named
    )


def _in_sample(mention: Mention) -> bool:
    """Say whether the mention stands in an annex that is a sample or form, the text of a normative annex left out."""
    if mention.region.normative and mention.region.role == "text":
        return False
    section = mention.region.section
    while section.parent is not None and not (section.element == "annex" and _SAMPLE.search(section.title)):
        section = section.parent
    return section.element == "annex" and _SAMPLE.search(section.title) is not None
