"""Join the elements of the English title by em dashes, and write a part as “Part n: ”.

ISO puts blanks around the dash, which nobody minds. A colon or a tight hyphen can be meant otherwise, so they are only
told where the Chinese title has more elements than the English one.

英文译名的元素之间用一字线，部分写作“Part n: ”。冒号和紧连的连字符只在中文名称的元素比英文译名多时才认为是分隔元素。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
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


wrong_english_title_separator = Check(
    id="COV042",
    message="英文译名的元素之间用一字线“—”，不用“{separator}”。",
    message_en="Join the elements of the English title by an em dash “—”, not “{separator}”.",
    bad=_with("⟦Bolts - Test methods⟧"),
    good=_with("Bolts—Test methods"),
    more=(
        (_with("⟦Bolts -- Part 1: Test methods⟧"), _with("Bolts—Part 1: Test methods")),
        (_with("⟦Bolts–Part 1: Test methods⟧"), _with("Bolts—Part 1: Test methods")),
        (_with("⟦Bolts - Part 1: Test methods – Torsion⟧"), _with("Bolts—Part 1: Test methods—Torsion")),
        (_with("⟦Bolts-Test methods⟧"), _with("Bolts—Test methods")),
        (_with("⟦Bolts: Test methods⟧"), _with("Bolts—Test methods")),
        (_with("⟦Bolts——Part 1: Test methods⟧"), _with("Bolts—Part 1: Test methods")),
    ),
    clean=(
        _with("Bolts — Part 1: Test methods"),
        _with("Hand-held X-Ray tools—Part 1: Test methods"),
        _with("Sino-European trains—Part 1: Test methods"),
        _with("Anti-Corruption services", "反腐败服务"),
        _with("Software engineering: an overview", "软件工程概览"),
    ),
)

malformed_english_part = Check(
    id="COV043",
    message="英文译名中的部分写作“Part {number}: ”，不写作“{written}”。",
    message_en="Write the part in the English title as “Part {number}: ”, not “{written}”.",
    bad=_with("Bolts—⟦part 1⟧ General"),
    good=_with("Bolts—Part 1: General"),
    more=(
        (_with("Bolts—⟦Part 1：⟧General"), _with("Bolts—Part 1: General")),
        (_with("Bolts—⟦Part1:⟧ General"), _with("Bolts—Part 1: General")),
        (_with("Bolts—⟦Part 1—⟧General"), _with("Bolts—Part 1: General")),
        (_with("Bolts—⟦Part I:⟧ General"), _with("Bolts—Part 1: General")),
        (_with("Bolts—⟦PART 1:⟧ General"), _with("Bolts—Part 1: General")),
        (_with("Bolts—⟦Part one:⟧ General"), _with("Bolts—Part 1: General")),
        (_with("Bolts—⟦Part 1.⟧ General"), _with("Bolts—Part 1: General")),
    ),
    clean=(
        _with("Bolts—Part 21: General", "螺栓　第21部分：总则"),
        _with("Bolts—Part 1:\n\n        General"),
        _with("Maintenance of part 1 components", "1号零件的维护"),
        _with("Low-voltage switchgear—Part 5-1: Control circuit devices", "低压开关设备　第5-1部分：控制电路电器"),
    ),
)

_DASH = patterns.compile("—|―")
_SEPARATOR = patterns.compile(
    rf"{BLANK}+[-–－‒−─]{BLANK}+|{BLANK}*(?:--+|——+|[–－‒─]){BLANK}*(?=[A-Z])|{BLANK}*[-－]{BLANK}*(?=Part\b)"
    r"|(?<=[a-z]{3}\)?)-(?=[A-Z][a-z]{2})|(?<=[a-z]{2}\)?)[:：][ \u3000]*(?=[A-Z])"
)
_NUMERAL = r"(?:\d{1,3}|(?:I{1,3}|IV|VI{0,2})|one|two|three|four|five|six|seven)"
_BEFORE_SIGN = patterns.compile(rf"(?i)part{BLANK}*{_NUMERAL}$")
_PART = patterns.compile(
    rf"(?:(?<=^|[—―–-]{BLANK}*)|(?<= ))(?P<written>(?P<word>[Pp]art|PART)(?P<gap>{BLANK}*)(?P<number>{_NUMERAL})"
    rf"(?![A-Za-z\d-]|[.]\d)(?P<sign>{BLANK}*[:：.,—―–-])?)(?P<space>{BLANK}*)(?P<rest>.?)",
    regex.IGNORECASE,
)
_WORDS = "one two three four five six seven"
_ROMAN = "i ii iii iv v vi vii"
_NUMERALS = {word: str(n) for words in (_WORDS, _ROMAN) for n, word in enumerate(words.split(), 1)}
_CHINESE_PART = patterns.compile(r"第\s*([\d一二三四五六七八九十]+)\s*部[分份]")


@wrong_english_title_separator.finder
@malformed_english_part.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    if not page.english:
        return
    chinese = "　".join(text for text, _ in page.title)
    lacking = sum(len(_DASH.findall(text)) for text, _ in page.english) < len(chinese.split()) - 1
    for piece in page.english:
        yield from _separated(piece, lacking)
        if _CHINESE_PART.search(chinese):
            yield from _parts(piece)


def _separated(piece: Piece, lacking: bool) -> Iterator[Finding]:
    """Report wrong signs between elements; a colon or a tight hyphen only where the Chinese title has more elements."""
    text, span = piece
    found = [
        match
        for match in _SEPARATOR.finditer(text)
        if (lacking or match.group() not in ("-", ":", ": ", "：")) and not _behind_part(text, match.start())
    ]
    if found:
        edits = [Edit(span[0] + match.start(), span[0] + match.end(), "—") for match in found]
        yield wrong_english_title_separator.at(span, fix=edits, separator=found[0].group().strip())


def _behind_part(text: str, at: int) -> bool:
    return _BEFORE_SIGN.search(text[:at].rstrip()) is not None


def _parts(piece: Piece) -> Iterator[Finding]:
    """Report “part 1 General”."""
    match = _PART.search(piece[0])
    if match is None:
        return
    right = match["written"] == f"{match['word']} {match['number']}:" and match["word"] == "Part"
    numeral = match["number"].casefold()
    number = _NUMERALS.get(numeral, numeral)
    if right and match["number"].isdigit() and (match["space"] or not match["rest"]):
        return
    start = piece[1][0]
    first, last = match.span("written")
    stop = match.end("space")
    fix = [Edit(start + first, start + stop, f"Part {number}: ")] if match["rest"] else None
    yield malformed_english_part.at(
        (start + first, start + last), fix=fix, number=number, written=match["written"].strip()
    )
