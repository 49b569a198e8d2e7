"""Give each term entry its number, term, English equivalent and definition, and keep the order of its parts.

条目依次有编号、术语、英文对应词和定义，示例、注、来源跟在定义之后。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.terms import Entry
from stdlint.views.wording import has_chinese

missing_english_equivalent = Check(
    id="TRM030",
    message="术语“{term}”缺少英文对应词。",
    message_en="The term “{term}” lacks its English equivalent.",
    bad="""
        # 3 术语和定义

        ### 3.1

        ⟦文件⟧

        固定在介质上的信息。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件

        document

        固定在介质上的信息。

        ### 3.2 LED影厅 LED auditorium

        使用LED屏幕放映的影厅。

        ### 3.3

        X射线　X-ray

        波长很短的电磁波。

        ### 3.4

        物联网（internet of things；IoT）

        连接物的网络。
        """,
        """
        # 数字孪生　概念和术语

        # 3 术语和定义

        ## 3.1

        数字孪生　digital twin

        目标实体的数字表示。

        # 4 数字孪生的概念

        ## 4.1 概述

        数字孪生的构成如图1所示。

        ## 4.2 成熟度

        成熟度分为三级。
        """,
    ),
)

missing_definition = Check(
    id="TRM031",
    message="术语“{term}”缺少定义。",
    message_en="The term “{term}” lacks its definition.",
    bad="""
        # 3 术语和定义

        ### 3.1

        ⟦文件　document⟧

        ### 3.2

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

        ### 3.1

        文件　document

        〈信息〉固定在介质上的信息。

        ### 3.2

        速度　velocity

        v

        位移对时间的导数。
        """,
    ),
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            ⟦bolt⟧

            ### 3.2

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

        ### 3.1

        **quantity**

        *Q*

        \\<fluids\\> volume that flows through a section

        ### 3.2

        **batch**

        **lot**

        DEPRECATED: consignment

        quantity of bolts that consists of:

        - one size;
        - one grade

        Note 1 to entry: A batch may be divided.

        ### 3.3 plate

        flat part
        """,
        """
        # 3 Terms and definitions

        ## 3.1 General

        For the purposes of this document, the following terms and definitions apply.

        ## 3.2 Terms related to bolts

        ### 3.2.1

        bolt

        threaded fastener with a head

        ## 3.3 Symbols and abbreviated terms

        d diameter
        """,
    ),
)

term_entry_out_of_order = Check(
    id="TRM032",
    message="“{late}”应位于“{early}”之前：条目的内容依次为术语、英文、符号、定义、图式、示例、注、来源。",
    message_en="{late_en} belongs before {early_en}: {order_en}.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        [来源：GB/T 20000.1—2014，5.2]

        注：⟦介质包括纸。⟧
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        注：介质包括纸。

        [来源：GB/T 20000.1—2014，5.2]
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            固定在介质上的信息。

            注：介质包括纸。

            示例：⟦图书。⟧
            """,
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            固定在介质上的信息。

            示例：图书。

            注：介质包括纸。
            """,
        ),
        (
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            注：介质包括纸。

            ⟦固定在介质上的信息。⟧
            """,
            """
            # 3 术语和定义

            ### 3.1

            文件　document

            固定在介质上的信息。

            注：介质包括纸。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。[来源：GB/T 20000.1—2014，5.2]

        注：介质包括：

        - 纸；
        - 磁带。
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

            [SOURCE: ISO 1891-1:2019, 3.1]

            Note 1 to entry: ⟦A bolt may have a nut.⟧
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            Note 1 to entry: A bolt may have a nut.

            [SOURCE: ISO 1891-1:2019, 3.1]
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        threaded fastener with a head

        EXAMPLE 1 A hexagon bolt.

        EXAMPLE 2 A square bolt.

        Note 1 to entry: The following apply:

        - large bolts;
        - small bolts.

        Note 2 to entry: See ISO 4014.

        [SOURCE: ISO 1891-1:2019, 3.1, modified — The notes have been added.]
        """,
    ),
)

_SENTENCE = patterns.compile("[。；：]")
_RANK = {"definition": 0, "example": 1, "note": 2, "source": 3}
_NAMES = {
    "definition": ("定义", "the definition"),
    "example": ("示例", "the example"),
    "note": ("注", "the note"),
    "source": ("来源", "the source"),
}


@missing_english_equivalent.finder
@missing_definition.finder
@term_entry_out_of_order.finder
def find(doc: Document) -> Iterator[Finding]:
    for entry in doc.terms.entries:
        term = entry.text.replace("\ufffc", "").strip()
        if not term or len(term) > (40 if doc.lang == "zh" else 100) or _SENTENCE.search(term):
            continue
        if not entry.english and has_chinese(term):
            yield missing_english_equivalent.at(entry.term, term=term)
        if not any(what in ("definition", "figure") for what, _, _ in entry.contents):
            yield missing_definition.at(entry.line, term=term)
        yield from _order(doc, entry)


_ORDER = {
    "zh": "term, English, symbol, definition, figure, example, note, source",
    "en": "the parts of an entry are term, definition, examples, notes to entry, source",
}


def _order(doc: Document, entry: Entry) -> Iterator[Finding]:
    inline = {block for what, _, block in entry.contents if what in ("definition", "note")}
    last = ""
    defined = False
    for what, span, block in entry.contents:
        if what not in _RANK or (what == "source" and block in inline) or (what == "definition" and defined):
            continue
        defined = defined or what == "definition"
        if last and _RANK[what] < _RANK[last]:
            early, late = _NAMES[last], _NAMES[what]
            order = _ORDER[doc.lang]
            yield term_entry_out_of_order.at(
                span, late=late[0], early=early[0], late_en=late[1].capitalize(), early_en=early[1], order_en=order
            )
            return
        last = what
