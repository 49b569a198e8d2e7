"""Call annexes 附录A, 附录B … without a gap, and nothing else.

The letter stands even if there is only one annex. No rule skips the letters I and O. Accessories of a product are
附件, too: only what is numbered or cited like an annex is looked at.

附录编为“附录A”“附录B”，从A起连续，只有一个附录时也编号；不称“附件”“附表”“附图”。没有跳过字母I和O的规定。产品的“附件”（零配件）不查。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.outline import Section
from stdlint.views.pointers import OWN
from stdlint.views.wording import BLANK

malformed_annex_number = Check(
    id="ANX040",
    message="附录的编号应为大写字母，“{quote}”应编为“{right}”。",
    message_en="Annexes are designated by capital letters: “{quote}” should be “{right}”.",
    bad="""
        # 4 要求

        # ⟦附录一⟧（资料性）　试验记录
    """,
    good="""
        # 4 要求

        # 附录A（资料性）　试验记录
    """,
    more=(
        (
            """
            # 4 要求

            装置应完好。

            ⟦附录一⟧（规范性）　试验装置

            装置应采用不锈钢制造。
            """,
            """
            # 4 要求

            装置应完好。

            附录A（规范性）　试验装置

            装置应采用不锈钢制造。
            """,
        ),
        (
            """
            # 4 要求

            # ⟦附录1⟧（规范性）　试验方法

            # ⟦附录2⟧（资料性）　试验记录
            """,
            """
            # 4 要求

            # 附录A（规范性）　试验方法

            # 附录B（资料性）　试验记录
            """,
        ),
        (
            """
            # 4 要求

            # ⟦附录a⟧（规范性）　试验方法

            # 附录B（资料性）　试验记录
            """,
            """
            # 4 要求

            # 附录A（规范性）　试验方法

            # 附录B（资料性）　试验记录
            """,
        ),
        (
            """
            # 4 要求

            # ⟦附录⟧（规范性）　试验方法
            """,
            """
            # 4 要求

            # 附录A（规范性）　试验方法
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        # 附录A（规范性）　试验方法

        # 附　录　B（资料性）　试验记录

        # 附录I（资料性）　其他
        """,
    ),
)

broken_annex_lettering = Check(
    id="ANX041",
    message="附录的编号应从A起连续，这里应是附录{right}，而不是附录{letter}。",
    message_en="Annex letters run on from A: this should be Annex {right}, not Annex {letter}.",
    bad="""
        # 4 要求

        记录见附录A，方法见附录C。

        # 附录A（资料性）　试验记录

        # ⟦附录C⟧（资料性）　试验方法

        ## C.1 仪器
    """,
    good="""
        # 4 要求

        记录见附录A，方法见附录B。

        # 附录A（资料性）　试验记录

        # 附录B（资料性）　试验方法

        ## B.1 仪器
    """,
    more=(
        (
            """
            # 4 要求

            # ⟦附录B⟧（资料性）　试验记录
            """,
            """
            # 4 要求

            # 附录A（资料性）　试验记录
            """,
        ),
        (
            """
            # 4 要求

            # 附录A（资料性）　试验记录

            # ⟦附录A⟧（资料性）　试验方法

            # 附录C（资料性）　其他
            """,
            """
            # 4 要求

            # 附录A（资料性）　试验记录

            # 附录B（资料性）　试验方法

            # 附录C（资料性）　其他
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        # 附录A（规范性）　试验方法

        # 附录B（资料性）　试验记录
        """,
        """
        # 附录C（规范性）　试验方法
        """,
        """
        # 4 要求

        # 附件A（规范性）　试验方法

        # 附录B（资料性）　试验记录
        """,
    ),
)

attachment_for_annex = Check(
    id="ANX042",
    message="“{quote}”应称为附录，编为“附录A”“附录B”。",
    message_en="“{quote}” is an annex and called 附录 with a letter.",
    bad="""
        # 4 要求

        记录格式见⟦附件A⟧。
    """,
    good="""
        # 4 要求

        记录格式见附录A。
    """,
    more=(
        (
            """
            # 4 要求

            记录格式按⟦附表1⟧填写，结构见⟦附图2⟧，其他见⟦附件⟧。

            # ⟦附表⟧
            """,
            """
            # 4 要求

            记录格式按表A.1填写，结构见图A.1，其他见附录B。

            # 附录B（资料性）　记录
            """,
        ),
        (
            """
            # 4 要求

            记录见⟦附件A⟧和⟦附件B⟧。

            # ⟦附件A⟧（资料性）　记录

            ⟦附件B⟧

            （资料性）

            其他
            """,
            """
            # 4 要求

            记录见附录A和附录B。

            # 附录A（资料性）　记录

            附录B

            （资料性）

            其他
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        电气附件应齐全，附件包括扳手和说明书，附件3个，附表面处理报告，附图样2张，附件A类。随机附件见装箱单。
        见GB/T 1234—2020附件A，按《消防法》附件1执行，填写附表格。

        # 附录A（资料性）　合同

        附件1：清单

        见附件1。
        """,
        """
        # 10 随行文件和附件

        ## 10.1 附件

        电钻的附件应齐备，附件的清单见附件。
        """,
    ),
)

_NUMBER = patterns.compile(rf"附{BLANK}*录{BLANK}*(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}}|[a-z](?![A-Za-z]))?")
_HEADING = patterns.compile(
    rf"附{BLANK}*[件表图](?:{BLANK}*(?P<number>[A-Z](?![A-Za-z])|\d{{1,2}}(?!\d)|[一二三四五六七八九十]{{1,2}}))?"
    rf"(?P<kind>{BLANK}*[（(](?:规范性|资料性))?"
)
_KIND_ALONE = patterns.compile(rf"{BLANK}*[（(](?:规范性|资料性)(?:附录)?[）)]{BLANK}*$")
_UNNUMBERED = patterns.compile(
    r"附[件表图](?<=(?:(?<![意可常预])见|按|按照|填写|符合)附[件表图])(?=所示|规定|执行|[。；，）)])"
)


@malformed_annex_number.finder
@broken_annex_lettering.finder
@attachment_for_annex.finder
def find(doc: Document) -> Iterator[Finding]:
    annexes = doc.outline.all("annex")
    for position, annex in enumerate(annexes):
        match = None if annex.number else _NUMBER.match(doc.text, *annex.head)
        if match is not None:
            right = f"附录{chr(ord('A') + position)}"
            yield malformed_annex_number.at(match.span(), fix=right, safe=False, right=right)
    headings = list(_attached(doc))
    if not headings and any(s.element in ("scope", "references", "terms", "clause") for s in doc.outline.top):
        yield from _lettering(doc, annexes)
    yield from _attachments(doc)
    yield from headings


def _lettering(doc: Document, annexes: list[Section]) -> Iterator[Finding]:
    """Report the first letter that does not follow, and letter this annex anew with all that is numbered in it."""
    for position, annex in enumerate(annexes):
        right = chr(ord("A") + position)
        if len(annex.number) != 1 or not annex.number.isalpha() or annex.label is None:
            return
        if annex.number != right:
            letters = [other.number for other in annexes]
            edits = _relettered(doc, annex, right) if letters.count(annex.number) == 1 else _own(doc, annex, right)
            fix = edits if right not in letters else None
            yield broken_annex_lettering.at(annex.label, fix=fix, safe=False, letter=annex.number, right=right)
            return


def _own(doc: Document, annex: Section, right: str) -> list[Edit]:
    labels = [section.label for section in annex.walk() if section.label and section.number[:1] == annex.number]
    places = [doc.text.find(annex.number, *label) for label in labels]
    return [Edit(at, at + 1, right) for at in places if at >= 0]


def _relettered(doc: Document, annex: Section, right: str) -> list[Edit]:
    edits = _own(doc, annex, right)
    for pointer in doc.pointers:
        if (
            pointer.whose == OWN
            and not pointer.implied
            and pointer.number[:1] == annex.number
            and pointer.kind != "attachment"
        ):
            at = doc.text.find(annex.number, *pointer.span)
            edits += [Edit(at, at + 1, right)] if at >= 0 else []
    for caption in doc.captions:
        label = doc.blocks[caption.block - 1] if caption.block else doc.blocks[0]
        if caption.number.startswith(annex.number) and label.kind == "label":
            at = doc.text.find(annex.number, *label.span)
            edits += [Edit(at, at + 1, right)] if at >= 0 else []
    return edits


def _attachments(doc: Document) -> Iterator[Finding]:
    for pointer in doc.pointers:
        region = doc.regions[pointer.block]
        if pointer.kind != "attachment" or pointer.whose != OWN or (region.element == "annex" and not region.normative):
            continue
        if pointer.verb:
            fix = f"附录{pointer.number}" if len(pointer.number) == 1 and pointer.number.isalpha() else None
            named = doc.text[pointer.span[0] + 1] == "件"
            yield attachment_for_annex.at(pointer.span, fix=fix if named else None, safe=False)
    accessories = any(section.number and "附件" in section.title for section in doc.walk())
    for match in doc.matches(_UNNUMBERED) if not accessories else ():
        region = doc.region_at(match.start())
        if region.element != "annex" or region.normative:
            yield attachment_for_annex.at(match.span())


def _attached(doc: Document) -> Iterator[Finding]:
    """Report the headings of attachments."""
    for match in doc.matches(_HEADING):
        index = doc.block_at(match.start())
        if match.start() == doc.blocks[index].span[0] and _opens_annex(doc, index, match):
            end = match.end("number") if match["number"] else match.start() + 2
            yield attachment_for_annex.at((match.start(), end), fix=_right(doc, match), safe=False)


def _opens_annex(doc: Document, index: int, match: regex.Match[str]) -> bool:
    """Say whether a block is the heading of an attachment: by its style, or by the kind in it or under it."""
    block, region = doc.blocks[index], doc.regions[index]
    if block.table >= 0 or block.label or region.element == "annex" or block.kind in ("item", "caption"):
        return False
    if match["kind"]:
        return True
    rest = doc.text[match.end() : block.span[1]].strip()
    if block.kind == "heading":
        return bool(match["number"]) or not rest
    below = next((doc.said(at) for at in range(index + 1, min(index + 4, len(doc.blocks))) if doc.said(at).strip()), "")
    return not rest and _KIND_ALONE.match(below) is not None


def _right(doc: Document, match: regex.Match[str]) -> str | None:
    letter = match["number"] or ""
    return f"附录{letter}" if "件" in match.group()[:3] and letter.isascii() and letter.isalpha() else None
