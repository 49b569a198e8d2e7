"""Mention every annex in the text, in the order of the annexes, and in the way that makes it what it is.

An annex is normative if a requirement or an instruction needs it (in guidance also a recommendation), informative if
it is only pointed to. Notes and examples do not decide, nor do words such as “由附录A给出”. An annex whose only mention
stands in the foreword or introduction is mentioned, too.

每个附录都应在文中提及，附录的顺序与首次提及的顺序一致。要求型条款或指示型条款提及的附录是规范性附录（指南中推荐型条款提及的也是），仅
以“见”提及的是资料性附录。注和示例不作判断的依据。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.modals import RECOMMENDATION, REQUIREMENT
from stdlint.views.outline import Section
from stdlint.views.pointers import OTHER, OWN, Pointer
from stdlint.views.provisions import INSTRUCTION, Sentence
from stdlint.views.wording import BLANK

uncited_annex = Check(
    id="ANX010",
    message="文中没有提及附录{letter}。",
    message_en="Annex {letter} is not mentioned in the text.",
    bad="""
        # 4 要求

        应记录温度。

        # 附录A（资料性）　⟦试验记录⟧

        试验记录的格式见图A.1。
    """,
    good="""
        # 4 要求

        应记录温度，试验记录的格式见附录A。

        # 附录A（资料性）　试验记录

        试验记录的格式见图A.1。
    """,
    more=(
        (
            """
            # 4 要求

            应按附录A和GB/T 1234—2020的附录B检验。

            # 附录A（规范性）　检验方法

            # 附录B（资料性）　⟦试验记录⟧

            # 附录C（资料性）　⟦其他⟧
            """,
            """
            # 4 要求

            应按附录A检验，记录见附录B和附录C。

            # 附录A（规范性）　检验方法

            # 附录B（资料性）　试验记录

            # 附录C（资料性）　其他
            """,
        ),
    ),
    clean=(
        """
        # 前言

        ——增加了附录E。

        # 4 要求

        应按附录A～附录C的规定检验，尺寸见表D.1。

        ## 4.1 记录（见附录F）

        # 附录A（规范性）　方法一

        # 附录B（规范性）　方法二

        # 附录C（规范性）　方法三

        # 附录D（资料性）　尺寸

        # 附录E（资料性）　说明

        # 附录F（资料性）　记录
        """,
        """
        # 附录A（资料性）　试验记录

        试验记录的格式见图A.1。
        """,
        """
        # 4 要求

        记录的格式见附件A，方法见附录 B和C。

        # 附录A（资料性）　试验记录

        # 附录B（资料性）　方法

        # 附录C（资料性）　方法
        """,
    ),
)

normatively_cited_informative_annex = Check(
    id="ANX020",
    message="要求按“{quote}”执行，但附录{letter}是资料性附录。",
    message_en="“{quote}” has to be followed here, but Annex {letter} is informative.",
    bad="""
        # 4 要求

        应按⟦附录A⟧测定长度。

        # 附录A（资料性）　长度的测定
    """,
    good="""
        # 4 要求

        应按附录A测定长度。

        # 附录A（规范性）　长度的测定
    """,
    more=(
        (
            """
            # 4 要求

            尺寸应符合⟦附录A⟧的规定。

            按照⟦附录B⟧的步骤测定长度。

            不应使用不满足⟦表C.1⟧的螺栓。

            # 附录A（资料性）　尺寸

            # 附录B（资料性）　步骤

            # 附录C（资料性）　螺栓
            """,
            """
            # 4 要求

            尺寸应符合附录A的规定。

            按照附录B的步骤测定长度。

            不应使用不满足表C.1的螺栓。

            # 附录A（规范性）　尺寸

            # 附录B（规范性）　步骤

            # 附录C（规范性）　螺栓
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应记录温度，记录的格式见附录A。记录宜按附录A编制，可按附录A执行。示例见附录A。应编制记录（见附录A）。

        应按本章的规定检验，附录A给出了记录的格式。应给出符合5.2的说明，可参考附录A。

        注：应按附录A检验。

        # 附录A（资料性）　试验记录
        """,
    ),
)

informatively_cited_normative_annex = Check(
    id="ANX021",
    message="附录{letter}仅以“{verb}”提及，应为资料性附录，或在条款中要求按附录{letter}执行。",
    message_en="Annex {letter} is only pointed to with “{verb}”: it is informative, or a provision has to require it.",
    bad="""
        # 4 要求

        长度的示例见附录A。

        # 附录A（⟦规范性⟧）　长度的示例
    """,
    good="""
        # 4 要求

        长度的示例见附录A。

        # 附录A（资料性）　长度的示例
    """,
    more=(
        (
            """
            # 4 要求

            长度（参见附录A）为20 mm，更多信息见附录B和图B.1。附录A给出了示例。

            # 附录A（⟦规范性⟧）　长度的示例

            # 附录B（⟦规范性⟧）　更多信息
            """,
            """
            # 4 要求

            长度（参见附录A）为20 mm，更多信息见附录B和图B.1。附录A给出了示例。

            # 附录A（资料性）　长度的示例

            # 附录B（资料性）　更多信息
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        长度应满足使用要求（见附录A）。按附录B测定长度，测定步骤见附录B。附录C规定了尺寸。

        | 项目 | 方法 |
        |---|---|
        | 长度 | 见附录D |

        测定见附录E。

        应符合附录E的规定。

        除另有规定外，按表F.1取样，取样数量见附录F。

        # 附录A（规范性）　长度

        # 附录B（规范性）　步骤

        # 附录C（规范性）　尺寸

        # 附录D（规范性）　长度

        # 附录E（规范性）　测定

        # 附录F（规范性）　取样
        """,
    ),
)

annexes_out_of_order = Check(
    id="ANX030",
    message="先提及了附录{letter}，附录的顺序应与首次提及的顺序一致。",
    message_en="Annex {letter} is mentioned first; the order of the annexes follows that of their first mention.",
    bad="""
        # 4 要求

        长度的测定按⟦附录B⟧进行，记录见附录A。

        # 附录A（资料性）　记录

        # 附录B（规范性）　长度的测定
    """,
    good="""
        # 4 要求

        长度的测定按附录A进行，记录见附录B。

        # 附录A（规范性）　长度的测定

        # 附录B（资料性）　记录
    """,
    more=(
        (
            """
            # 4 要求

            应按附录A检验，尺寸见⟦表C.1⟧。

            应按附录D检验，记录见附录B。

            # 附录A（规范性）　检验

            # 附录B（资料性）　记录

            # 附录C（规范性）　尺寸

            # 附录D（规范性）　方法
            """,
            """
            # 4 要求

            应按附录A检验，记录见附录B。

            应按附录D检验，尺寸见表C.1。

            # 附录A（规范性）　检验

            # 附录B（资料性）　记录

            # 附录D（规范性）　方法

            # 附录C（规范性）　尺寸
            """,
        ),
    ),
    clean=(
        """
        # 前言

        ——增加了记录的格式（见附录B）。

        # 4 要求

        应按附录A～附录C检验，见GB/T 1234—2020的附录D，按附录B检验。

        # 附录A（规范性）　检验

        # 附录B（资料性）　记录

        # 附录C（规范性）　尺寸
        """,
    ),
)

_OBEYS = patterns.compile(
    rf"(?:符合|遵守|遵循|遵照|按照|按(?![钮键时])|依照|依据|根据|执行|采用|使用|满足|达到|利用)(?:了|本文件|上述|现行|{BLANK})*"
    rf"(?:[^。；：，（）()]{{0,24}}(?:、|和|与|及|或){BLANK}*)?(?:第|{BLANK})*$"
)
_SEES = patterns.compile(r"见$|参阅$|参考$|参看$")
_INFORMS = patterns.compile(rf"{BLANK}*(?:(?:给出|提供|列出|介绍|列举)了|为[^，。；]{{0,10}}示例)")
_NO_DEMAND = frozenset(("", "将", "增加", "删除", "更改", "修改", "如", "参照", "参考"))
_ANY = patterns.compile(rf"附{BLANK}*录{BLANK}*(?P<letter>[A-Z])(?![A-Za-z])")
_INFORMATIVE = frozenset(("资料性", "提示的", "参考件"))
_NORMATIVE = frozenset(("规范性", "标准的", "补充件"))


class _Mention(NamedTuple):
    pointer: Pointer
    letter: str


@uncited_annex.finder
@normatively_cited_informative_annex.finder
@informatively_cited_normative_annex.finder
@annexes_out_of_order.finder
def find(doc: Document) -> Iterator[Finding]:
    annexes = [annex for annex in doc.outline.all("annex") if len(annex.number) == 1 and annex.number.isalpha()]
    if not annexes or not any(s.element in ("clause", "scope", "terms", "foreword") for s in doc.outline.top):
        return
    letters = [annex.number for annex in annexes]
    outside = list(_outside(doc, annexes))
    yield from _uncited(doc, annexes, {mention.letter for mention in outside})
    yield from _out_of_order(doc, letters, outside)
    types = {REQUIREMENT, INSTRUCTION} | ({RECOMMENDATION} if doc.kind == "guidance" else set())
    for annex in annexes:
        if letters.count(annex.number) == 1 and annex.status_span is not None:
            mine = [mention.pointer for mention in outside if mention.letter == annex.number]
            yield from _of_kind(doc, annex, mine, types)


def _outside(doc: Document, annexes: list[Section]) -> Iterator[_Mention]:
    """Yield the mentions of annexes, or of what stands in them, outside themselves."""
    ranges = {annex.number: (annex.first, annex.last) for annex in annexes}
    for pointer in doc.pointers:
        letter = pointer.number[:1]
        if not letter.isupper() or pointer.whose == OTHER or pointer.kind == "item" or letter not in ranges:
            continue
        first, last = ranges[letter]
        if not first <= pointer.block < last:
            yield _Mention(pointer, letter)


def _uncited(doc: Document, annexes: list[Section], mentioned: set[str]) -> Iterator[Finding]:
    missing = [
        annex
        for position, annex in enumerate(annexes)
        if annex.number not in mentioned and not (_wrongly_lettered(doc, annex, position))
    ]
    if not missing:
        return
    loose = {(match["letter"], doc.block_at(match.start())) for match in _ANY.finditer(doc.text)}
    loose = {
        (letter, block)
        for letter, block in loose
        if doc.blocks[block].kind not in ("toc", "label", "header", "footer")
        and doc.regions[block].element != "contents"
    }
    cited = {(citation.block) for citation in doc.citations}
    for annex in missing:
        blocks = {block for letter, block in loose if letter == annex.number} - cited
        if not any(not annex.first <= block < annex.last for block in blocks if not _names_itself(doc, annex, block)):
            yield uncited_annex.at(annex.place, letter=annex.number)


def _wrongly_lettered(doc: Document, annex: Section, position: int) -> bool:
    """Say whether an annex is mentioned by the letter that it should have."""
    right = chr(ord("A") + position)
    return annex.number != right and any(
        pointer.number == right and pointer.kind == "annex" for pointer in doc.pointers
    )


def _names_itself(doc: Document, annex: Section, block: int) -> bool:
    """Say whether a line repeats the heading of the annex, as a typed table of contents does."""
    return bool(annex.title) and annex.title in doc.said(block) and doc.said(block).lstrip().startswith("附")


def _out_of_order(doc: Document, letters: list[str], outside: list[_Mention]) -> Iterator[Finding]:
    if letters != sorted(set(letters)):
        return
    awaited = list(letters)
    for pointer, letter in outside:
        if pointer.whose != OWN or doc.regions[pointer.block].element in ("foreword", "introduction", "footnote"):
            continue
        if letter not in awaited:
            continue
        if letter != awaited[0]:
            mentioned = {mention.letter for mention in outside if mention.pointer.span >= pointer.span}
            if awaited[0] in mentioned:
                yield annexes_out_of_order.at(pointer.span, letter=letter)
                return
        awaited.remove(letter)


def _of_kind(doc: Document, annex: Section, mine: list[Pointer], types: set[str]) -> Iterator[Finding]:
    """Report the contradiction between what an annex says it is and the way it is mentioned."""
    judged = [(pointer, _way(doc, pointer, types)) for pointer in mine if not pointer.implied]
    if annex.status in _INFORMATIVE:
        strict = next((pointer for pointer, way in judged if way == "obeyed"), None)
        if strict is not None:
            yield normatively_cited_informative_annex.at(strict.span, letter=annex.number)
    elif annex.status in _NORMATIVE:
        decisive = [(pointer, way) for pointer, way in judged if way != "silent"]
        if decisive and all(way == "seen" for _, way in decisive):
            span: Span = annex.status_span or annex.place
            verb = decisive[0][0].verb or "给出"
            yield informatively_cited_normative_annex.at(span, letter=annex.number, verb=verb)


def _way(doc: Document, pointer: Pointer, types: set[str]) -> str:
    """Say how an annex is mentioned: “obeyed” beyond doubt, “seen” only, “silent” (a note …), or “open”."""
    region = doc.regions[pointer.block]
    if not region.normative or region.role not in ("text", "cell"):
        return "silent"
    if region.role == "cell" or pointer.whose != OWN:
        return "open"
    sentence = doc.provisions.at(pointer.span[0], pointer.block)
    if sentence is None:
        return "open"
    before = doc.text[sentence.span[0] : pointer.span[0]]
    parenthesis = max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))
    kind = _kind(sentence, pointer)
    obeys = not parenthesis and (_OBEYS.search(before) is not None or pointer.verb_span[1] == _first(doc, pointer))
    if kind in types and obeys and not _SEES.search(pointer.verb):
        return "obeyed"
    if sentence.type in types or _OBEYS.search(before) or _governed(doc, pointer, types):
        return "open"
    if _SEES.search(pointer.verb) or _INFORMS.match(doc.text, pointer.span[1]):
        return "seen"
    return "open"


def _first(doc: Document, pointer: Pointer) -> int:
    """Return where the mention begins, for a verb right in front of it."""
    return pointer.span[0] if pointer.verb not in _NO_DEMAND else -1


def _kind(sentence: Sentence, pointer: Pointer) -> str:
    """Return the type of the clause around a mention: of the last verbal form in front of it, else of the sentence."""
    before = [m for m in sentence.modals if m.span[1] <= pointer.span[0] and not m.attributive]
    return before[-1].type if before else sentence.type if not sentence.modals else "statement"


def _governed(doc: Document, pointer: Pointer, types: set[str]) -> bool:
    """Say whether the list item stands under a lead-in that requires."""
    index = pointer.block
    if doc.blocks[index].kind != "item":
        return False
    while index > 0 and doc.blocks[index].kind in ("item", "label"):
        index -= 1
    return any(sentence.type in types for sentence in doc.provisions.sentences(index)[-1:])
