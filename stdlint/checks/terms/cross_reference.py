"""Point from a definition only to entries that exist, right behind their term.

定义中提及其他条目时，在术语之后给出其编号，编号与术语要对得上。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
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
    english=(
        (
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            ### 3.2

            shank

            part of a bolt (⟦3.9⟧)
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            ### 3.2

            shank

            part of a bolt (3.1)
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        fastener conforming to the requirements (see 5.2) of a nominal size (1.5)
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

        ### 3.3

        过程1)　process

        体系（3.1）中的活动。

        ### 3.4

        产品　product

        过程（3.3）的结果。
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

            ### 3.2

            shank

            part of a screw (⟦3.1⟧)
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            ### 3.2

            shank

            part of a bolt (3.1)
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

        ### 3.2

        non-destructive testing

        test of *bolts* (3.1) that leaves their material properties (3.3) unchanged

        ### 3.3

        material property

        result of NDT (3.2) or of what is tested non-destructively (see 3.2)

        Note 1 to entry: For bolts of steel (3.1), see 5.2.
        """,
    ),
)

_TO_ENGLISH = patterns.compile(r"[ \u3000]+[A-Za-z]")
_OR = patterns.compile("[、/／]")
_POINTER = patterns.compile(
    r"[（(][ \u3000]*+(?:(?:见|see\b)[ \u3000]*+)?(?P<number>\d{1,2}(?:\.\d{1,3})+)[ \u3000]*+[）)]"
)
_MARK = patterns.compile(r"\d{1,2}[)）]$")
"""The mark of a footnote behind a term."""
_BRACKETED = patterns.compile(r"[（(]([^（）()]*)[）)]")
_ASIDE = patterns.compile(r"[（(][^（）()]*[）)]|〈[^〈〉]*〉")


@dangling_term_reference.finder
@term_reference_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    entries: dict[str, list[Entry]] = {}
    for entry in doc.terms.entries:
        entries.setdefault(entry.number, []).append(entry)
    numbers = {section.number for section in doc.walk() if section.number}
    chapters = {number.split(".")[0] for number in entries if number}
    stray = doc.terms.unnumbered
    regular = _regular(doc.terms.entries)
    astray = [*stray, *(entry for entry in doc.terms.entries if stray or id(entry.section) not in regular)]
    excused = frozenset(name for entry in astray for name in _names(entry))
    for entry in doc.terms.entries:
        for what, span, _ in entry.contents:
            if what not in ("definition", "note"):
                continue
            for match in _POINTER.finditer(doc.text, *span):
                number, place = match["number"], match.span("number")
                if number.split(".")[0] not in chapters or (number in numbers and number not in entries):
                    continue
                before = _POINTER.split(doc.text[max(span[0], match.start() - 40) : match.start()])[-1]
                before = before.rstrip("”’\"'》 ")
                meant = entries.get(number, [])
                if doc.lang != "zh":
                    english = _english(doc, (span[0], match.start()), number, meant, place)
                    if english is not None and (not meant or "see" not in match.group()):
                        yield english
                    continue
                if any(_close(before, name) for other in meant for name in _names(other)):
                    continue
                if any(before[at:] in excused for at in range(len(before))):
                    continue
                if not meant:
                    yield dangling_term_reference.at(place, number=number)
                else:
                    term = meant[0].text.strip("\ufffc ")
                    yield term_reference_mismatch.at(place, number=number, term=term)


def _regular(entries: list[Entry]) -> set[int]:
    """Return the sections whose number is the one that their place gives; of another, the number is what is wrong."""
    parents = {id(e.section.parent): e.section.parent for e in entries if e.section and e.section.parent}
    return {
        id(child)
        for parent in parents.values()
        for count, child in enumerate((child for child in parent.children if child.number), 1)
        if child.number == f"{parent.number}.{count}"
    }


def _names(entry: Entry) -> list[str]:
    """Return what the concept of an entry may be called."""
    text = entry.text.replace("\ufffc", "")
    names = [_ASIDE.sub("", text).strip(), _BRACKETED.sub(r"\1", text).strip(), *(e.text for e in entry.english)]
    names += [_ASIDE.sub("", _TO_ENGLISH.split(line)[0]).strip() for line in entry.admitted]
    names.append(_MARK.sub("", names[0]))
    return [name for name in (*names, *_OR.split(names[0])) if name]


_WORDS = patterns.compile(r"[^\W_]+")


def _english(doc: Document, before: Span, number: str, meant: list[Entry], place: Span) -> Finding | None:
    """Return what is wrong with a pointer of an English draft: the words before it share no stem with the term."""
    if not meant:
        return dangling_term_reference.at(place, number=number)
    near = [word.casefold() for word in _WORDS.findall(_POINTER.split(doc.text[slice(*before)])[-1])][-7:]
    names = [name for entry in meant for name in (entry.text, *entry.admitted)]
    words = [word.casefold() for name in names for word in _WORDS.findall(_ASIDE.sub("", name))]
    initials = {"".join(word[0] for word in _WORDS.findall(name)).casefold() for name in names if name}
    if not near or any(_akin(one, other) for one in near for other in words) or not initials.isdisjoint(near):
        return None
    return term_reference_mismatch.at(place, number=number, term=meant[0].text.strip("\ufffc "))


def _akin(one: str, other: str) -> bool:
    """Say whether two words may be forms of one another: “properties” and “property”."""
    stem = min(len(one), len(other))
    stem = stem if stem < 4 else max(3, stem - 3)
    return one[:stem] == other[:stem]


def _close(before: str, name: str) -> bool:
    """Say whether the text before a pointer ends with a name, or has it close by."""
    return before.endswith(name) or name in before[-len(name) - 6 :]
