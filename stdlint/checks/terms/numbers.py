"""Number the term entries within their clause, one after the other, each number on a line of its own.

条目编号以所在章、条的编号为前缀，依次连续，单独占一行。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.outline import Section

unnumbered_term_entry = Check(
    id="TRM040",
    message="术语“{term}”没有条目编号。",
    message_en="The term “{term}” has no entry number.",
    bad="""
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ⟦文件　document⟧

        固定在介质上的信息。
    """,
    good="""
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    clean=(
        """
        # 术语和定义

        下列术语和定义适用于本文件。

        ## 文件　document

        固定在介质上的信息。

        # 要求
        """,
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        文书　paper

        固定在介质上的信息。
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ⟦bolt⟧

            threaded fastener with a head
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head
            """,
        ),
    ),
    clean_english=(
        """
        # Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ## bolt

        threaded fastener with a head

        ## nut

        fastener with a hole

        # Requirements
        """,
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ISO and IEC maintain terminology databases for use in standardization at the following addresses:

        - ISO Online browsing platform: available at https://www.iso.org/obp
        - IEC Electropedia: available at https://www.electropedia.org/

        ### 3.1

        bolt

        threaded fastener with a head

        screw

        long fastener that has no nut
        """,
    ),
)

term_number_outside_clause = Check(
    id="TRM041",
    message="条目编号{number}应以所在章、条的编号{parent}为前缀。",
    message_en="The entry number {number} shall begin with the number {parent} of its clause.",
    bad="""
        # 3 术语和定义

        ### ⟦4.1⟧

        文件　document

        固定在介质上的信息。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### ⟦4.1⟧

            bolt

            threaded fastener with a head
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head
            """,
        ),
    ),
)

term_on_number_line = Check(
    id="TRM042",
    message="条目编号应单独占一行，术语“{term}”另起一行（共{count}处）。",
    message_en="The entry number stands on a line of its own; “{term}” goes to the next line ({count} entries).",
    bad="""
        # 3 术语和定义

        ## 3.1 ⟦文件　document⟧

        固定在介质上的信息。
    """,
    good="""
        # 3 术语和定义

        ## 3.1

        文件　document

        固定在介质上的信息。
    """,
)

skipped_term_number = Check(
    id="TRM161",
    message="条目编号{number}与前一编号不连续，应为{expected}。",
    message_en="The entry number {number} does not follow the one before; it should be {expected}.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        ### ⟦3.3⟧

        标准　standard

        为各种活动提供规则的文件。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        ### 3.2

        标准　standard

        为各种活动提供规则的文件。
    """,
    clean=(
        """
        # 3 术语和定义

        ## 3.1 文件

        ### 3.1.1

        文件　document

        固定在介质上的信息。

        ## 3.2 活动

        ### 3.2.1

        标准化　standardization

        制定标准的活动。
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            ### ⟦3.3⟧

            nut

            fastener with a threaded hole
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            ### 3.2

            nut

            fastener with a threaded hole
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ## 3.1 Terms related to bolts

        ### 3.1.1

        bolt

        threaded fastener with a head

        ## 3.2 Terms related to nuts

        ### 3.2.1

        nut

        fastener with a threaded hole
        """,
    ),
)


@unnumbered_term_entry.finder
@term_number_outside_clause.finder
@term_on_number_line.finder
@skipped_term_number.finder
def find(doc: Document) -> Iterator[Finding]:
    terms = doc.terms
    for entry in terms.unnumbered:
        yield unnumbered_term_entry.at(entry.line, term=entry.text.strip())
    glued = [entry for entry in terms.entries if entry.same_line and _typed(doc, entry.section)]
    if glued:
        yield term_on_number_line.at(glued[0].line, term=glued[0].text.strip(), count=len(glued))
    strays = [entry.line[0] for entry in terms.unnumbered]
    parents: dict[int, Section] = {}
    for section in [*terms.groups, *(entry.section for entry in terms.entries if entry.section)]:
        parent = section.parent
        if parent is not None and parent.number and section.label and not section.implied:
            parents.setdefault(id(parent), parent)
    for parent in parents.values():
        yield from _numbers(doc, parent, strays)


def _typed(doc: Document, section: Section | None) -> bool:
    return section is not None and section.label is not None and doc.blocks[doc.block_at(section.label[0])].typed


def _numbers(doc: Document, parent: Section, strays: list[int]) -> Iterator[Finding]:
    """Report the first number outside the parent clause, and the first that does not follow the one before.

    `strays` are the places of entries without number; the number that such an entry should have may be left out.
    """
    prefix = parent.number + "."
    outside = False
    count = 0
    before = parent.first
    for child in parent.children:
        if not child.number or child.label is None:
            continue
        start = doc.blocks[before].span[0]
        skipped = sum(start < place < child.label[0] for place in strays)
        before = child.first
        count += 1
        if not child.number.startswith(prefix):
            if not outside:
                outside = True
                yield term_number_outside_clause.at(child.label, number=child.number, parent=parent.number)
            continue
        last = child.number.removeprefix(prefix)
        if not last.isdigit():
            continue
        if count <= int(last) <= count + skipped:
            count = int(last)
        elif int(last) != count:
            if not outside and _typed(doc, child):
                yield skipped_term_number.at(child.label, number=child.number, expected=f"{prefix}{count}")
            return
