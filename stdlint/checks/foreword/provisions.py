"""State no provisions in the foreword.

The foreword tells how the document came about; whoever wants something done has to say so in the body.

前言说明文件的由来；要人遵守、宜做或可做的事写入正文。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.provisions import fixed, provision

provision_in_foreword = Check(
    id="FWD020",
    message="前言中不写条款，“{word}”所在的句子应移至正文或改为陈述。",
    message_en="A foreword contains no provisions; move the sentence with “{word}” to the body or make it a statement.",
    bad="""
        # 前言

        各单位⟦应⟧按本文件执行。

        # 1 范围

        本文件规定了螺栓的要求。
    """,
    good="""
        # 前言

        本文件为首次发布。

        # 1 范围

        本文件规定了螺栓的要求。
    """,
    more=(
        (
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            使用者⟦应⟧自行识别专利。

            本文件主要起草人：应可欣、宜能。

            各单位⟦宜⟧将意见反馈至归口单位。

            ⟦按⟧本文件进行检验。

            # 1 范围
            """,
            """
            # 前言

            本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

            本文件主要起草人：应可欣、宜能。

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件代替GB/T 1234—2010《螺栓》，与GB/T 1234—2010相比，除结构调整和编辑性改动外，主要技术变化如下：

        a) 增加了“应密封”的要求（见5.2）；

        b) 将螺栓不应生锈的要求更改为宜镀锌（见5.3）；

        c) 删除了不得使用的材料（见2010年版的4.1）。

        请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

        本文件由应急管理部提出。

        本文件起草单位：适应科技有限公司、宜昌可能电子有限公司。

        本文件参加单位：

        宜家能源有限公司

        应知可信公司

        本文件主要起草人：应建国、能宜、可应。

        # 1 范围

        本文件规定了螺栓的要求。
        """,
    ),
    english=(
        (
            """
            # Foreword

            Users ⟦shall⟧ apply this document. It applies to bolts.

            Comments ⟦should⟧ be sent to the secretariat.

            # 1 Scope

            This document specifies requirements for bolts.
            """,
            """
            # Foreword

            This document was prepared by Technical Committee ISO/TC 2.

            # 1 Scope

            This document specifies requirements for bolts.
            """,
        ),
    ),
    clean_english=(
        """
        # Foreword

        ISO (the International Organization for Standardization) is a worldwide federation of national
        standards bodies (ISO member bodies).

        The procedures used to develop this document and those intended for its further maintenance are
        described in the ISO/IEC Directives, Part 1. In particular, the different approval criteria needed for
        the different types of ISO document should be noted. This document was drafted in accordance with the
        editorial rules of the ISO/IEC Directives, Part 2 (see www.iso.org/directives).

        ISO draws attention to the possibility that the implementation of this document may involve the use of
        (a) patent(s). ISO takes no position concerning the evidence, validity or applicability of any claimed
        patent rights in respect thereof. As of the date of publication of this document, ISO had not received
        notice of (a) patent(s) which may be required to implement this document. However, implementers are
        cautioned that this may not represent the latest information, which may be obtained from the patent
        database available at www.iso.org/patents. ISO shall not be held responsible for identifying any or
        all such patent rights.

        This third edition cancels and replaces the second edition (ISO 1234:2011), which has been technically revised.

        The main changes are as follows:

        — it is now stated that the lid shall be closed;

        — samples may be dried; the note on May has been deleted.

        Any feedback or questions on this document should be directed to the user’s national standards body. A
        complete listing of these bodies can be found at www.iso.org/members.html.

        # 1 Scope

        This document specifies requirements for bolts.
        """,
        """
        # European foreword

        This European Standard shall be given the status of a national standard, either by publication of an
        identical text or by endorsement, at the latest by May 2025, and conflicting national standards shall
        be withdrawn at the latest by May 2025.

        # Foreword

        This European Standard shall be given the status of a national standard.

        # 1 Scope
        """,
    ),
)

_NAMES = patterns.compile(r"(?:起草|编制|参编|参加|协作)(?:单位|人员?|人)[^：:。，]{0,6}[：:]|历次版本")
_BOILERPLATE = patterns.compile(
    r"起草。$|^本文件(?:由[^，。]*)?(?:提出|归口)[^，。]*。$|负责解释|发布机构[^。]*专利|咨询"
)
_CHANGES = patterns.compile(r"(?:变化|差异|修改|变动|调整|改动)[^。]{0,12}[：:]$")
_ENGLISH_CHANGES = patterns.compile(r"\b(?:changes?|modifications|differences)\b[^.]*:$")
_CHANGE = patterns.compile(
    r"^[\s\u3000]*(?:——)?(?:增加|删除|更改|将|修改|调整|细化|补充|完善|合并|纳入|明确|增补|更新|重新)"
)


@provision_in_foreword.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.outline.all("foreword"):
        names = changes = False
        for index, line in _lines(doc, section.body):
            text = doc.text[slice(*line)].strip()
            item = doc.blocks[index].kind == "item"
            if _NAMES.search(text) or (names and (item or not text.startswith(("本文件", "请注意")))):
                names = item or not text.endswith("。")
                continue
            names = False
            told = _CHANGES if doc.lang == "zh" else _ENGLISH_CHANGES
            changes = (changes and item) or told.search(text) is not None
            if changes or _BOILERPLATE.search(text) or _CHANGE.search(text) or doc.regions[index].role != "text":
                continue
            for sentence in doc.provisions.split(line, index):
                span = provision(doc.text, sentence, doc.lang)
                if span and not (doc.lang == "en" and fixed(doc.text, sentence.span)):
                    yield provision_in_foreword.at(span, word=doc.text[slice(*span)])
                    break


def _lines(doc: Document, body: list[int]) -> Iterator[tuple[int, Span]]:
    """Yield the lines of the paragraphs: many a foreword is one paragraph with breaks in it."""
    for index in body:
        start, last = doc.blocks[index].span
        while (at := doc.text.find("\u2028", start, last)) >= 0:
            yield index, (start, at)
            start = at + 1
        yield index, (start, last)
