"""Give the ICS number and the CCS number at the top of the cover.

They stand on two lines: “ICS”, a gap and the class number; “CCS”, a gap, a letter and two digits. The label “CCS” is
new in 2020. Enterprise standards have covers of their own. Placeholders are normal in a draft, but not beside the
real number, where a template has left them.

封面左上角给出ICS号和CCS号，各占一行；2020年版起第二行也有“CCS”字样。企业标准的封面可不给出。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.cover_page import Line
from stdlint.views.wording import BLANK, fold

_REST = """

        中华人民共和国国家标准

        GB/T 1234—XXXX

        螺栓　技术规范

        Bolts—Technical specification

        （征求意见稿）

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        国家市场监督管理总局　发布

        # 前言
"""

missing_ics = Check(
    id="COV010",
    message="封面没有ICS号。",
    message_en="The cover shows no ICS number.",
    bad="        ⟦CCS A 00⟧" + _REST,
    good="        ICS 01.120\n\n        CCS A 00" + _REST,
    clean=(
        "        ICS XX.XXX\n\n        CCS X XX" + _REST,
        """
        # T/ABC 001—2025

        # 养老服务指南

        # 前言
        """,
        """
        # 中华人民共和国金融行业标准

        JR/T 0325—2024

        # 区域性股权市场数字身份技术规范

        # Technical specification for decentralized identity of regional equity markets

        2024-12-24 发布 2024-12-24 实施

        ## 目次
        """,
        """
        某某有限公司企业标准

        Q/ABC 001—2025

        电子秤

        2025-03-15 发布

        2025-04-01 实施

        某某有限公司　发布

        # 前言
        """,
        """
        UDC 621.3

        中华人民共和国国家标准

        GB 1234—85

        螺栓　技术条件

        Bolts

        1985-03-15 发布

        1985-10-01 实施

        国家标准局　发布

        # 1 范围
        """,
    ),
)

missing_ccs = Check(
    id="COV011",
    message="封面没有CCS号。",
    message_en="The cover shows no CCS number.",
    bad="        ⟦ICS 01.120⟧" + _REST,
    good="        ICS 01.120\n\n        CCS A 00" + _REST,
    clean=("        ICS 01.120　CCS A 00" + _REST, "        ICS 01.120\n\n        CCS" + _REST),
)

malformed_ics = Check(
    id="COV012",
    message="“{quote}”不是ICS号的写法，ICS号写作“ICS 01.120”的形式。",
    message_en="“{quote}” is not how an ICS number is written; write it in the form “ICS 01.120”.",
    bad="        ⟦ICS01.120⟧\n\n        CCS A 00" + _REST,
    good="        ICS 01.120\n\n        CCS A 00" + _REST,
    more=(
        ("        ⟦ICS：01.120.20⟧\n\n        CCS A 00" + _REST, "        ICS 01.120.20\n\n        CCS A 00" + _REST),
        ("        ⟦ICS号 01.120⟧\n\n        CCS A 00" + _REST, "        ICS 01.120\n\n        CCS A 00" + _REST),
        ("        ⟦ics 01.120⟧\n\n        CCS A 00" + _REST, "        ICS 01.120\n\n        CCS A 00" + _REST),
    ),
    clean=(
        "        ICS 01.120; 03.080.30\n\n        CCS A 00" + _REST,
        "        ICS 35. 240. 40\n\n        CCS A 11" + _REST,
        "        ICS 01.120　CCS A 00" + _REST,
        "        ICS XX.XXX.XX\n\n        CCS X XX" + _REST,
        "        ICS　01\n\n        CCS A 00" + _REST.replace("Bolts", "Plastics"),
    ),
)

malformed_ccs = Check(
    id="COV013",
    message="“{quote}”不是CCS号的写法，CCS号写作“CCS A 00”的形式。",
    message_en="“{quote}” is not how a CCS number is written; write it in the form “CCS A 00”.",
    bad="        ICS 01.120\n\n        ⟦A 00⟧" + _REST,
    good="        ICS 01.120\n\n        CCS A 00" + _REST,
    more=(
        ("        ICS 01.120\n\n        ⟦CCS：A 00⟧" + _REST, "        ICS 01.120\n\n        CCS A 00" + _REST),
        ("        ICS 01.120\n\n        ⟦CCSA 00⟧" + _REST, "        ICS 01.120\n\n        CCS A 00" + _REST),
        ("        ICS 01.120\n        ⟦A 00⟧" + _REST, "        ICS 01.120\n        CCS A 00" + _REST),
        ("        ICS 01.120\n\n        ⟦CSS A 00⟧" + _REST, "        ICS 01.120\n\n        CCS A 00" + _REST),
    ),
    clean=(
        "        ICS 01.120\n\n        CCS L 60/69" + _REST,
        "        ICS 01.120\n\n        CCS A 00；B 01" + _REST,
        "        ICS 01.120\n\n        CCS A00" + _REST,
        "        ICS XX.XXX\n\n        X XX" + _REST,
    ),
)

_CODE = r"\d{2}(?:\.\d{3}(?:\.\d{2})?)?"
_ICS = patterns.compile(rf"(?P<label>(?i:ICS)?(?:号|分类号)?[:：]?)(?P<code>{_CODE}(?:[;；,，、/]{_CODE})*)")
_ICS_GOOD = patterns.compile(rf"ICS{BLANK}+\d[^:：]*")
_CLASS = r"[A-Z]\d{2}(?:/[A-Z]?\d{2})?"
_CCS = patterns.compile(rf"(?P<label>(?i:C[CS]S)?(?:号|分类号)?[:：]?)(?P<code>{_CLASS}(?:[;；,，、]{_CLASS})*)")
_CCS_GOOD = patterns.compile(rf"CCS{BLANK}+[A-Z][^:：]*")
_PLACEHOLDER = patterns.compile(r"[X×x.\-/]+")
_LABEL = patterns.compile(rf"(?i:ICS|C[CS]S)?(?:号|分类号)?{BLANK}*[:：]?{BLANK}*")
_TALK = patterns.compile("[\u4e00-\u9fff]{3}")


@missing_ics.finder
@missing_ccs.finder
def find_missing(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    if "ics" in page.missing:
        yield missing_ics.at(page.ccs[0].span if page.ccs else page.first_line())
    if "ccs" in page.missing:
        yield missing_ccs.at(page.ics[0].span if page.ics else page.first_line())


@malformed_ics.finder
@malformed_ccs.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    if not page.whole:
        return
    for line in page.ics:
        if line not in page.ccs:
            yield from _written(malformed_ics, line, page.ics)
    for line in page.ccs:
        if line not in page.ics:
            yield from _written(malformed_ccs, line, page.ccs)


def _written(check: Check, line: Line, lines: list[Line]) -> Iterator[Finding]:
    """Judge one line; a fix only puts the label right, since the class itself can be anything."""
    name, pattern, good = ("ICS", _ICS, _ICS_GOOD) if check is malformed_ics else ("CCS", _CCS, _CCS_GOOD)
    rest = fold(line.text[_label(line.text) :])
    if _TALK.search(line.folded) or line.folded.startswith("UDC") or not rest:
        return
    if _PLACEHOLDER.fullmatch(rest):
        if any(other is not line and pattern.fullmatch(other.folded) for other in lines):
            yield check.at(line.span)
        return
    if pattern.fullmatch(line.folded):
        if not good.fullmatch(line.text):
            start = line.span[0]
            yield check.at(line.span, fix=[Edit(start, start + _label(line.text), name + " ")])
        return
    yield check.at(line.span)


def _label(text: str) -> int:
    match = _LABEL.match(text)
    return match.end() if match else 0
