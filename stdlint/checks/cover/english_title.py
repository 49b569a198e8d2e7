"""Set the English title in sentence case, element by element, as a noun phrase.

The first letter of each element is a capital, the rest is not. Proper names, acronyms, genus names and units keep their
capitals, so only an element most of whose words are capitalised is reported.

英文译名各元素的首字母大写、其余小写（专有名词、缩略语、属名和单位除外），整个译名是名词短语。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.cover import Piece
from stdlint.views.wording import BLANK

_TOP = """
        ICS 21.060

        CCS J 13

        中华人民共和国国家标准

        GB/T 1234.1—XXXX
"""
_END = """
        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        国家市场监督管理总局　发布

        # 前言
"""


def _with(english: str, chinese: str = "螺栓　第1部分：试验方法") -> str:
    return f"{_TOP}\n        {chinese}\n\n        {english}\n{_END}"


miscased_english_title = Check(
    id="COV041",
    message="英文译名“{element}”只有首字母（和专有名词）大写，其余小写。",
    message_en="Write the element “{element}” of the English title in sentence case.",
    bad=_with("⟦Directives For Standardization⟧"),
    good=_with("Directives for standardization"),
    more=(
        (
            _with("⟦Bolts And Nuts—Part 1: Test Methods⟧"),
            _with("Bolts and nuts—Part 1: Test methods"),
        ),
        (_with("⟦bolts—Part 1: Test methods⟧"), _with("Bolts—Part 1: Test methods")),
        (_with("⟦Bolts—Part 1: test methods⟧"), _with("Bolts—Part 1: Test methods")),
        (
            _with("⟦Outdoor Folding Chairs - Part 1 Technical Specification for Metal Frames⟧"),
            _with("Outdoor folding chairs - Part 1 Technical specification for metal frames"),
        ),
        (
            _with("⟦Technical Specification for Intelligent Parking Management System⟧"),
            _with("Technical specification for intelligent parking management system"),
        ),
        (_with("⟦BOLTS—TECHNICAL SPECIFICATION⟧"), _with("Bolts—Technical specification")),
    ),
    clean=(
        _with("Technical specification for Beijing Daxing International Airport"),
        _with("pH meters—Part 1: Test methods"),
        _with("Internet of Things—Part 1: Test methods"),
        _with("Terminology for BeiDou Navigation Satellite System"),
        _with("Information technology—Open Systems Interconnection—Extensible Markup Language (XML)"),
        _with("Guides for standardization—Part 2: Adoption of International Standards"),
        _with("Determination of Escherichia coli O157—PCR method"),
        _with("Rules for the use of IPv6 and RFID in GB/T 1234"),
        _with("Specification for 5G base stations—WLAN"),
        _with("n-Butanol for industrial use—Test methods"),
    ),
)

english_title_sentence = Check(
    id="COV044",
    message="英文译名宜为名词短语，不宜为句子（“{verb}”）。",
    message_en="The English title is a noun phrase, not a sentence (“{verb}”).",
    bad=_with("⟦Good practices are translated into guidelines⟧"),
    good=_with("Guidelines for translating good practices"),
    more=(
        (_with("⟦How to test bolts⟧"), _with("Test methods for bolts")),
        (_with("⟦This standard specifies the test of bolts⟧"), _with("Test methods for bolts")),
    ),
    clean=(
        _with("Requirements for products which are in contact with food"),
        _with("Aluminium can for beverages"),
    ),
)

_JOINT = patterns.compile(rf"{BLANK}*(?:—|―|——|--|–|:){BLANK}*|{BLANK}+[-－]{BLANK}+")
_WORD = patterns.compile(r"[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*")
_NAMES = patterns.compile(
    r"International Standards?|Internet of Things|Open Systems Interconnection|Basic Reference Model"
    rf"|(?:^|(?<=[—―–-]{BLANK}*))[Pp](?i:art){BLANK}*(?:\d+|[IVX]+\b|(?:one|two|three|four|five)\b)"
    r"|BeiDou(?: [A-Z][a-z]+)+|(?:[A-Z][A-Za-z-]* ){2,}(?=\([A-Z]{2,}\))"
)
_LONG_WORD = patterns.compile("[A-Z]{5}")
_SMALL_WORDS = "a an the of for and or in on to with by from at as its into under within between using"
_SMALL = frozenset(_SMALL_WORDS.split())
_ORDINARY_WORDS = """
acceptance accreditation activities analysis appliances application applications assessment bolts building calculation
certification classification code coding collection communication competence components construction control
cultivation data definition definitions description design detection determination development devices digital
directives drafting elderly electric electronic energy engineering enterprise enterprises environment environmental
equipment evaluation examination food framework function functional general guidance guide guideline guidelines
hazardous identification implementation index indicators industrial industry information inspection installation
intelligent interface laboratory maintenance management manufacturing marking material materials measurement method
methods model monitoring network online operation packaging parameters parking performance personnel plant platform
practice practices preparation principles procedure procedures process processing product production products
professional protection public quality reference reliability report requirement requirements research resources risk
rule rules safety security service services signs smart software specification specifications standard standardization
standards statistical storage structure supervision supply support symbols system systems technical technique
technology terminology terms test testing tests tool tools training transport transportation urban use vocabulary
waste water work
"""
_ORDINARY = frozenset(_ORDINARY_WORDS.split())
"""Words that are no names: one of them with a capital shows that the author capitalises words."""
_ABSTRACT = patterns.compile("(?:tion|sion|ment|ness|ity|ology|ical|ance|ence|able)s?$")
_ENDS_BEFORE = frozenset(("", " ", ",", "—", "―", ":"))
_VERB = patterns.compile(
    r"(?<!which )(?<!that )(?<!who )\b(?:(?:is|are|was|were|shall|should|does|cannot)\b"
    r"|(?:has|have|can|will|must) be(?:en)?\b|(?:specifies|describes|applies|provides)\b)"
    r"|^(?:How to|This (?:standard|document|part))\b"
)


@miscased_english_title.finder
@english_title_sentence.finder
def find(doc: Document) -> Iterator[Finding]:
    opens = True
    for piece in doc.cover_page.english:
        yield from _cased(piece, opens)
        if match := _VERB.search(piece[0]):
            yield english_title_sentence.at(piece[1], verb=match.group())
        opens = piece[0].rstrip().endswith(("—", ":", "：", "-"))


def _cased(piece: Piece, opens: bool) -> Iterator[Finding]:
    """Report a line whose elements are capitalised word by word, or begin with a small letter."""
    text, span = piece
    if text.isupper() and len(_LONG_WORD.findall(text)) > 1:
        yield miscased_english_title.at(span, element=text)
        return
    wrong: list[regex.Match[str]] = []
    raised: list[regex.Match[str]] = []
    for start, end in _elements(text):
        words = _words(text, start, end)
        if words and (start > 0 or opens) and _begins_small(text, words[0], start):
            wrong.append(words[0])
        raised += _raised(words[1:] if start > 0 or opens else words)
    if any(_ordinary(word.group()) for word in raised):
        wrong += raised
    if wrong:
        edits = [Edit(span[0] + w.start(), span[0] + w.start() + 1, w.group()[0].swapcase()) for w in wrong]
        first = min(word.start() for word in wrong)
        element = next(text[start:end].strip() for start, end in _elements(text) if start <= first < end)
        yield miscased_english_title.at(span, fix=edits, safe=False, element=element)


def _elements(text: str) -> list[Span]:
    """Return the spans of the elements of a line, “Part 1” and what stands behind it apart."""
    joints = [match.span() for match in _JOINT.finditer(text)]
    return list(zip([0, *(end for _, end in joints)], [*(start for start, _ in joints), len(text)], strict=True))


def _words(text: str, start: int, end: int) -> list[regex.Match[str]]:
    """Return the words of an element that may be judged: no proper names, no “Part one”."""
    names = [match.span() for match in _NAMES.finditer(text, start, end)]
    return [
        word
        for word in _WORD.finditer(text, start, end)
        if not any(first <= word.start() < last for first, last in names)
    ]


def _raised(words: list[regex.Match[str]]) -> list[regex.Match[str]]:
    """Return the capitalised ones of some words if they are the most."""
    raised = [word for word in words if word.group()[0].isupper() and word.group()[1:].islower()]
    content = [word for word in words if word.group().casefold() not in _SMALL]
    return raised if len(raised) * 2 > len(content) else []


def _begins_small(text: str, word: regex.Match[str], start: int) -> bool:
    said = word.group()
    alone = said.isalpha() and said.islower() and len(said) > 2
    return alone and text[start : word.start()].strip() == "" and text[word.end() : word.end() + 1] in _ENDS_BEFORE


def _ordinary(word: str) -> bool:
    lowered = word.casefold()
    return lowered in _ORDINARY or lowered in _SMALL or _ABSTRACT.search(lowered) is not None
