"""Introduce a short form once, then use it.

The first use in the text gives the full name with “（以下简称“××”）”; from there on the short form stands. A short form
that is never used, or a full name that goes on, only confuses.

首次使用全称并给出“（以下简称“××”）”，之后用简称。给出的简称未使用，或其后仍用全称，都是多余的。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.wording import UNSAID, is_chinese

unused_short_form = Check(
    id="WRD050",
    message="给出的简称“{short}”在后文未使用。",
    message_en="The short form “{short}” is not used afterwards.",
    bad="""
        # 4 要求

        应由标准化管理委员会⟦（以下简称“管委会”）⟧批准。
    """,
    good="""
        # 4 要求

        应由标准化管理委员会批准。
    """,
    more=(
        (
            """
            # 4 要求

            应符合《安全操作规程》⟦（以下简称规程）⟧的规定，规格见表1。
            """,
            """
            # 4 要求

            应符合《安全操作规程》的规定，规格见表1。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应由标准化管理委员会（以下简称“管委会”）批准，由管委会发布。应采用应用程序接口（以下简称API），API应公开。
        """,
    ),
)

full_name_after_short_form = Check(
    id="WRD051",
    message="已给出简称“{short}”，此处仍用全称“{full}”，应使用简称。",
    message_en="The short form “{short}” has been introduced, but here stands “{full}”; use the short form.",
    bad="""
        # 4 要求

        应由标准化管理委员会（以下简称“管委会”）批准，经⟦标准化管理委员会⟧同意后发布。
    """,
    good="""
        # 4 要求

        应由标准化管理委员会（以下简称“管委会”）批准，经管委会同意后发布。
    """,
    more=(
        (
            """
            # 4 要求

            道路交通信号控制机（以下简称信号机）应接地，信号机应防水。

            ⟦道路交通信号控制机⟧应设置铭牌，道路交通信号控制机应防尘。
            """,
            """
            # 4 要求

            道路交通信号控制机（以下简称信号机）应接地，信号机应防水。

            信号机应设置铭牌，信号机应防尘。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应由标准化管理委员会（以下简称“管委会”）批准，由管委会发布，见《标准化管理委员会章程》。

        电力系统安全稳定控制装置（以下简称“装置”）应接地，装置应防水，自动控制装置应防尘。

        # 5 道路交通信号控制机

        道路交通信号控制机（以下简称“信号机”）应接地，信号机应防水。
        """,
        """
        # 4 要求

        家用燃气取暖器（以下简称“取暖器”）应接地，取暖器应防水，移动式燃气取暖器应防倾倒。
        """,
    ),
)

_INTRODUCED = patterns.compile(
    r"[（(]以下(?:均|都)?(?:统一)?(?:简称|统称|称)(?:为|作)?[:：]?\s?[“‘\"「《]?(?P<short>[^“”‘’\"「」《》（）()，。；、\n]{1,20})[”’\"」》]?[）)]"
)
_NAME = patterns.compile(r"[\u4e00-\u9fffA-Za-z0-9·\-]{3,40}$")
_FUNCTION_WORD = frozenset("由对和与及或在为是的了按向将应该本以于从用经到使把被")
_SHORTEST = 4


@unused_short_form.finder
@full_name_after_short_form.finder
def find(doc: Document) -> Iterator[Finding]:
    if "以下" not in doc.text or "称" not in doc.text:
        return
    for match in _INTRODUCED.finditer(doc.text):
        block = doc.blocks[doc.block_at(match.start())]
        if block.kind in UNSAID or match.end() > block.span[1]:
            continue
        short = match["short"].strip()
        full = _full_name(doc, match, short)
        again = _uses(doc, full, match.end()) if full else []
        if again:
            yield from _full_again(doc, full, short, again)
        elif not _is_used(doc.text, short, full, match):
            yield unused_short_form.at(match.span(), short=short)


def _full_again(doc: Document, full: str, short: str, places: list[int]) -> Iterator[Finding]:
    blocks: dict[int, list[int]] = {}
    for at in places:
        blocks.setdefault(doc.block_at(at), []).append(at)
    for offsets in blocks.values():
        edits = [Edit(at, at + len(full), short) for at in offsets]
        span = (offsets[0], offsets[0] + len(full))
        yield full_name_after_short_form.at(span, fix=edits, safe=False, short=short, full=full)


def _full_name(doc: Document, match: regex.Match[str], short: str) -> str:
    """Return the full name in front of a short form: the longest that occurs again, else the words as they stand."""
    text, first = doc.text, doc.blocks[doc.block_at(match.start())].span[0]
    run = _NAME.search(text, first, match.start())
    if run is None:
        return ""
    words = run.group()
    for cut in range(len(words) - max(_SHORTEST, len(short) + 1) + 1):
        name = words[cut:]
        begins = cut == 0 or words[cut - 1] in _FUNCTION_WORD
        if begins and name[0] not in _FUNCTION_WORD and _abbreviates(short, name) and text.find(name, match.end()) >= 0:
            return name
    return ""


def _abbreviates(short: str, name: str) -> bool:
    """Say whether the characters of the short form occur in the name in their order."""
    rest = iter(name)
    return all(char in rest for char in short)


def _uses(doc: Document, name: str, after: int) -> list[int]:
    """Return where the draft itself says a name behind an offset: not in titles, quotations, lists and longer names."""
    found: list[int] = []
    at = doc.text.find(name, after)
    while at >= 0:
        region = doc.region_at(at)
        named = region.role in ("text", "cell") and region.element not in ("references", "bibliography", "foreword")
        longer = is_chinese(doc.text[at - 1]) and doc.text[at - 1] not in _FUNCTION_WORD
        if named and not longer and at not in doc.quoted and doc.blocks[doc.block_at(at)].kind != "label":
            found.append(at)
        at = doc.text.find(name, at + len(name))
    return found


def _is_used(text: str, short: str, full: str, match: regex.Match[str]) -> bool:
    """Say whether a short form occurs behind its introduction as more than a part of the full name."""
    behind = text[match.end() :]
    return short in (behind.replace(full, "") if full and full != short else behind)
