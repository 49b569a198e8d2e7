"""Point from a definition only to entries that exist, right behind their term."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.terms import Entry

dangling_term_reference = Check(
    id="TRM090",
    message="条目{number}不存在。",
    message_en="There is no entry {number}.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        标准（⟦3.9⟧）的载体。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        标准（3.2）的载体。

        ### 3.2

        标准　standard

        为各种活动提供的规则。
    """,
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        文件　document

        符合要求（5.2）的载体，密度为水的倍数（1.5）。
        """,
    ),
)

term_reference_mismatch = Check(
    id="TRM091",
    message="条目{number}的术语是“{term}”，与编号前的文字不符。",
    message_en="The term of entry {number} is “{term}”, which is not what stands before the number.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        规则（⟦3.2⟧）的载体。

        ### 3.2

        标准　standard

        为各种活动提供的规则。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        标准（3.2）的载体。

        ### 3.2

        标准　standard

        为各种活动提供的规则。
    """,
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        体系　system

        相互关联的要素。

        ### 3.2

        管理体系　management system；MS

        MS（3.2）和体系（见3.1）、质量管理体系（3.2）的集合。
        """,
    ),
)

_POINTER = regex.compile(r"[（(]\s*(?:见\s*)?(?P<number>\d{1,2}(?:\.\d{1,3})+)\s*[）)]")
_ASIDE = regex.compile(r"[（(][^（）()]*[）)]|〈[^〈〉]*〉")


@dangling_term_reference.finder
@term_reference_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    entries = {entry.number: entry for entry in doc.terms.entries if entry.number}
    numbers = {section.number for section in doc.walk() if section.number}
    chapters = {number.split(".")[0] for number in entries}
    for entry in doc.terms.entries:
        for what, span, _ in entry.contents:
            if what not in ("definition", "note"):
                continue
            for match in _POINTER.finditer(doc.text, *span):
                number = match["number"]
                if number.split(".")[0] not in chapters:
                    continue
                place = match.span("number")
                if number not in numbers:
                    yield dangling_term_reference.at(place, number=number)
                elif number in entries and not _named(
                    doc.text[max(0, match.start() - 40) : match.start()], entries[number]
                ):
                    yield term_reference_mismatch.at(place, number=number, term=entries[number].text.strip())


def _named(before: str, entry: Entry) -> bool:
    """Say whether the text before a pointer ends with the term or one of its other names, or has it close by."""
    names = [_ASIDE.sub("", entry.text).strip(), *(e.text for e in entry.english)]
    names += [_ASIDE.sub("", line).strip() for line in entry.admitted]
    names += regex.findall(r"[（(]([^（）()]+)[）)]", entry.text)
    tail = before[-24:].rstrip("”’\"'》 ")
    return any(name and (tail.endswith(name) or name in tail[-len(name) - 8 :]) for name in names)
