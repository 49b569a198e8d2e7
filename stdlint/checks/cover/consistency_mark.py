"""Give the mark of consistency with an international document as its number, its title and the degree.

It stands in parentheses under the English title, “（ISO 9001:2015，Quality management systems—Requirements，IDT）”; the
degree is IDT, MOD or NEQ. The title is left out where it is the same as the English title above.

与国际文件的一致性程度标识置于英文译名之下的括号中，由国际文件编号、（名称）和IDT、MOD或NEQ组成。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.cover_page import CoverPage, Line

_TOP = """
        ICS 03.120

        CCS A 00

        中华人民共和国国家标准

        GB/T 19001—XXXX

        质量管理体系　要求

        Quality management systems—Requirements
"""
_END = """
        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        国家市场监督管理总局　发布

        # 前言
"""


def _with(mark: str) -> str:
    return f"{_TOP}\n        {mark}\n{_END}"


malformed_consistency_mark = Check(
    id="COV030",
    message="一致性程度标识“{quote}”写作“（ISO 9001:2015，IDT）”的形式：括号、国际文件编号、（名称）、IDT或MOD或NEQ。",
    message_en="Write the mark “{quote}” in the form “（ISO 9001:2015，IDT）”: number, title, IDT, MOD or NEQ.",
    bad=_with("⟦（ISO 9001:2015 等同采用）⟧"),
    good=_with("（ISO 9001:2015，IDT）"),
    more=(
        (_with("⟦（ISO 9001:2015 IDT）⟧"), _with("（ISO 9001:2015，IDT）")),
        (_with("⟦（ISO 9001:2015，idt）⟧"), _with("（ISO 9001:2015，IDT）")),
        (_with("⟦（IDT ISO 9001:2015）⟧"), _with("（ISO 9001:2015，IDT）")),
        (_with("⟦ISO 9001:2015，IDT⟧"), _with("（ISO 9001:2015，IDT）")),
        (_with("⟦（等同采用ISO 9001:2015）⟧"), _with("（ISO 9001:2015，IDT）")),
        (_with("⟦（ISO 9001:2015，EQV）⟧"), _with("（ISO 9001:2015，IDT）")),
        (
            _with("⟦（ISO 9001:2015，Quality management systems—Requirements）⟧"),
            _with("（ISO 9001:2015，Quality management systems—Requirements，IDT）"),
        ),
    ),
    clean=(
        _with("(ISO 9001:2015, Quality management systems—Requirements, MOD)"),
        _with("（ISO/IEC 27001:2022，Information security，cybersecurity and privacy protection，NEQ）"),
        _with("（IEC 60335-2-9:2019+AMD1:2020，IDT）"),
        _with("（ISO 9001:2015，Quality management\n\n        systems—Requirements，IDT）"),
        _with("（ISO 1:2000，MOD；ISO 2:2001，NEQ）"),
        _with("（征求意见稿）"),
    ),
)

_GOOD = patterns.compile(
    r"[（(](?:ISO|IEC|ITU|CISPR|IEEE|EN|ASTM|CIE|OIML|CAC|CODEX)[^，,]*\d[^，,]*[，,].*?(?<=[，,])(?:IDT|MOD|NEQ)[)）]"
)
_LONGEST = 4
"""Lines on which a mark may stand."""


@malformed_consistency_mark.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    for line in page.marks:
        if not _GOOD.fullmatch(_whole(page, line)):
            yield malformed_consistency_mark.at(line.span)


def _whole(page: CoverPage, line: Line) -> str:
    """Return the folded mark with the lines on which it goes on."""
    text = line.folded
    position = page.lines.index(line)
    for below in page.lines[position + 1 : position + _LONGEST]:
        if not text.startswith(("(", "（")) or text.endswith((")", "）")):
            break
        text += below.folded
    return text
