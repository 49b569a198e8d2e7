"""Read what the scope states: its paragraphs, and the sentence that opens it.

Source: GB/T 1.1—2020, 8.5; reference gbt-1.1-2020.md, section 7.
"""

from __future__ import annotations

from typing import NamedTuple

from stdlint import patterns
from stdlint.model import Source, Span
from stdlint.views.outline import Outline, Section
from stdlint.views.regions import PROVISION_ROLES, Region

VERBS = "规定|确立|描述|提供|给出|界定"
"""The verbs with which a scope says what the document does."""

_SENTENCE = patterns.compile(r"[^。\u2028\n]+。?")
_STATUTE = r"《[^》\n]{2,40}(?:法|条例|办法|规定|意见|通知|决定|规划|纲要|方案)》"
NOTICE = patterns.compile(r"(?:重要提示|危险|警告|警示|注意)[：:—]")
"""What an important notice begins with."""
_AIMS = (
    "进一步|更好地?|贯彻|规范|加强|保障|保证|促进|提高|推动|推进|落实|适应|满足|防止|防治|预防|指导|引导|统一|确保"
    "|实现|提升|便于|方便|配合|做好|解决"
)
_THEREFORE = r"(?=，(?:特?此?[制编]|本\p{Han}|(?:依据|根据|结合|按照)[^。；\n]*[制编]))"
_PURPOSE = patterns.compile(
    rf"[ \u3000]*(?P<said>(?:为了|为(?:{_AIMS})|(?:为|根据|依据|依照|按照|遵照|结合)[^，。；\n]{{0,30}}{_STATUTE})"
    rf"[^。；\n]*?{_THEREFORE}|(?:随着|近年|当前|目前|鉴于|由于|为此)[^。；\n]*?(?:{_THEREFORE}|(?=[。；\n])))"
)
_MADE = r"(?:的?(?:编制|制定|编写|目的|宗旨)[^。；，\n]{0,10}?)?"
_AIM = patterns.compile(
    rf"(?P<said>(?:本\p{{Han}}{{1,8}}?{_MADE}(?:旨在|的?目的(?:是|在于)|是为了)"
    r"|(?<=，)(?:旨在|其?目的(?:是|在于)|以期|从而)|特制定本)[^。；\n]*)"
)


class Scope(NamedTuple):
    """The scope of a draft: its section, the blocks of its statements, and the span of its first sentence."""

    section: Section
    blocks: tuple[int, ...]
    opening: Span


def scope(source: Source, outline: Outline, regions: list[Region]) -> Scope | None:
    """Return the scope, None where there is none or nothing stands in it."""
    section = outline.first("scope")
    if section is None:
        return None
    blocks = tuple(
        index
        for index in section.blocks()
        if regions[index].role in PROVISION_ROLES
        and source.blocks[index].kind in ("para", "item", "heading")
        and source.text[slice(*source.blocks[index].span)].strip()
        and not NOTICE.match(source.text, *source.blocks[index].span)
    )
    if not blocks:
        return None
    first = _SENTENCE.search(source.text, *source.blocks[blocks[0]].span)
    return Scope(section, blocks, first.span() if first else source.blocks[blocks[0]].span)


def background(text: str, span: Span) -> Span | None:
    """Return the span of the words that tell why the document was made, None where a paragraph tells nothing so."""
    start, end = span
    while sentence := _SENTENCE.search(text, start, end):
        match = _PURPOSE.match(text, *sentence.span()) or _AIM.search(text, *sentence.span())
        if match is not None and "适用" not in match["said"]:
            first, last = match.span("said")
            return first, last
        start = sentence.end()
    return None
