"""Find the blocks that open elements, clauses and annexes.

A heading is told by its number first and by style or heading level second, since real drafts type their numbers and
fake their headings (reference word-documents.md, sections 2, 3 and 7). The table of contents repeats every heading,
and samples quoted in a draft have headings of their own: neither opens an element of the draft.
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.model import LINE_BREAK, OBJECT, Block, Source, Span
from stdlint.views.contents import contents
from stdlint.views.elements import UNNUMBERED, element_of
from stdlint.views.heads import BACK, ENDS_RUNNING, FIXED, FRONT, RUNNING, STRUCTURE, Head, said
from stdlint.views.order import Reading, imply_numbers
from stdlint.views.wording import BLANK, fold, has_chinese

_NO_COUNT = patterns.compile("[^零一二三四五六七八九十0-9]")
_NUMBER = patterns.compile(r"(?:\d{1,3}|[A-Z])(?:\.\d{1,3})*\.?")
_LISTED = patterns.compile(r"\d{1,2}\)")
_ANNEX_LABEL = patterns.compile(r"(?:附录|Annex)([A-Z])")
_CHINESE = "[一二三四五六七八九十]{1,3}"
_COUNTED = patterns.compile(
    rf"(?:第{BLANK}*(?:{_CHINESE}|\d{{1,2}}){BLANK}*章|(?:{_CHINESE}|\d{{1,2}})、|\d{{1,2}}[．.](?!\d)){BLANK}*"
)
_AUTOMATIC = patterns.compile(rf"第?(?:{_CHINESE}|\d{{1,2}})[章条篇、．.]?")
_COUNTED_ANNEX = patterns.compile(
    r"附录[\s\u3000]*[一二三四五六七八九十1-9]{1,2}[\s\u3000]*[（(](?:规范性|资料性)(?:附录)?[）)][^。，；：]{0,40}"
)
_STATUS = patterns.compile(
    rf"[（(]{BLANK}*(规范性|资料性|推荐性|标准的|提示的|补充件|参考件|normative|informative)"
    rf"(?:附录|{BLANK}?annex)?{BLANK}*[)）]"
)
_BARE_STATUS = patterns.compile(rf"(规范性|资料性)(?:(?:附录)?{BLANK}*$|附录{BLANK})")
_TOC_LINE = patterns.compile(rf"(?:[.…·．。⋯]{{3,}}|\t){BLANK}*[\dIVXivxⅠ-ⅻ]+{BLANK}*$")
_RUNNING_TITLE = patterns.compile(r"[A-Z]{1,6}(?:/[A-Z]{1,6})?\s?[\dX.]+(?:—|-|–|:)(?:(?:19|20)\d\d|X{2,4})")
_HINT = patterns.compile(r"重要提示|警示|警告|危险|安全提示|注意[：:—]")
_SENTENCE = patterns.compile("[。，；]|(?<!部分)[：:]|^本(?:文件|标准|部分)|(?:发布|实施|修订)$")
_PAGE_SIGNS = tuple("0123456789IVXivx")
_LONGEST_WEAK = 30
_COUNT_SIGNS = frozenset("第一二三四五六七八九十0123456789")
_DIGITS = "零一二三四五六七八九十"


def heads(source: Source) -> list[Head]:
    """Return what opens the sections of a draft, in document order."""
    found = _candidates(source, contents(source))
    found = _joined(source, found)
    found = Reading(found).believed()
    imply_numbers(found)
    return _without_cover(_with_title(source, _without_running(found)))


def _without_cover(found: list[Head]) -> list[Head]:
    """Leave out the headings of a cover: the title stands again behind the front matter, or behind the cover alone."""
    body = next((at for at, head in enumerate(found) if head.chapter or head.element in FIXED), 0)
    front = next((at for at, head in enumerate(found) if head.element in FRONT), body)
    if front == body > 1 and fold(found[body - 1].title) in [fold(head.title) for head in found[: body - 1]]:
        front = body - 1
    if any(not head.number and head.element in ("", "title") for head in found[front:body]):
        return [head for head in found[:front] if head.number] + found[front:]
    return found


def _without_running(found: list[Head]) -> list[Head]:
    """Leave out, behind the first clause, headings that are running titles or the beginning of a list."""
    first = next((at for at, head in enumerate(found) if head.chapter), len(found))
    return [
        head
        for at, head in enumerate(found)
        if at < first
        or head.number
        or head.element
        or not (head.title.endswith(ENDS_RUNNING) or _RUNNING_TITLE.fullmatch(head.title))
    ]


def _candidates(source: Source, contents: range) -> list[Head]:
    found: list[Head] = []
    label = -1
    for index, block in enumerate(source.blocks):
        if block.kind == "label":
            label = index
            continue
        at, label = label, -1
        if block.table >= 0 or index in contents:
            continue
        if block.kind not in STRUCTURE and (block.kind != "item" or at < 0):
            continue
        if at < 0 and block.kind == "para" and block.span[1] - block.span[0] > _LONGEST_WEAK:
            continue
        text = said(source, block)
        if text.endswith(_PAGE_SIGNS) and _TOC_LINE.search(text):
            continue
        head = _labelled(source, block, index, at, text) if at >= 0 else _unlabelled(block, index, text)
        if head is None and at < 0 and text[0:1] == "附" and _is_annex(source, index, text):
            head = Head(index, index, "", text, block.span, element="annex")
        if head is None and at < 0 and len(text) < 3 and text.isdecimal():
            head = _alone(source, index, text)
        if head is not None:
            found.append(head)
    _take_for_scope(found)
    found = _without_items(source, _without_counted(source, found))
    styled = {head.element for head in found if not head.weak}
    return [head for head in found if not (head.weak and not head.number and head.element in styled)]


def _without_counted(source: Source, found: list[Head]) -> list[Head]:
    """Take “一、” for the number of a clause only where the draft has no other numbers and its scope is numbered so.

    Between two clauses with other numbers it counts where it closes the gap between them.
    """
    chapters = [head for head in found if head.chapter and not head.counted]
    numbered = bool(chapters)
    anchored = any(head.counted and head.element in FIXED for head in found)
    kept = []
    for head in found:
        unnumbered = head.element in UNNUMBERED and not head.weak
        closes = head.counted and _closes_gap(head, chapters)
        if head.counted and not (unnumbered or closes) and (numbered or (head.weak and not anchored)):
            if head.weak:
                continue
            block = source.blocks[head.block]
            head = Head(head.first, head.block, "", said(source, block), block.span, head.level)
        kept.append(head)
    return kept


def _closes_gap(head: Head, chapters: list[Head]) -> bool:
    """Say whether the clauses around a head leave out its number, and only that."""
    before = next((other.chapter for other in reversed(chapters) if other.first < head.first), 0)
    behind = next((other.chapter for other in chapters if other.first > head.first), 0)
    follows = before == head.chapter - 1 and (before > 0 or head.element == "scope")
    return follows and behind == head.chapter + 1


def _without_items(source: Source, found: list[Head]) -> list[Head]:
    """Take items for clauses only where the scope, the references or the terms are items of such a list, too."""
    listed = [head for head in found if source.blocks[head.block].kind == "item" and not head.counted]
    if any(head.element in FIXED and not source.blocks[head.block].typed for head in listed):
        return found
    return [head for head in found if head not in listed or head.element or source.blocks[head.block].bold]


def _take_for_scope(found: list[Head]) -> None:
    """Take the first clause for the scope where its title says so in words of its own: “范围和目的”."""
    if not any(head.element == "scope" for head in found):
        first = next((head for head in found if head.chapter == 1), None)
        if first is not None and not first.element and "范围" in first.title and len(fold(first.title)) <= 12:
            first.element = "scope"


def _labelled(source: Source, block: Block, index: int, at: int, text: str) -> Head | None:
    label = source.blocks[at].span
    folded = block.label if _NUMBER.fullmatch(block.label) and block.label.isascii() else fold(block.label)
    if block.kind != "item" and (annex := _ANNEX_LABEL.fullmatch(folded)):
        return Head(
            at, index, annex[1], text, block.span, element="annex", label=label, annex=True, written=block.level
        )
    if block.kind == "item" and not block.typed and block.level == 1 and _LISTED.fullmatch(folded):
        if not _is_short(text) or text.endswith(ENDS_RUNNING):
            return None
        element = element_of(text)
        return Head(at, index, folded[:-1], text, block.span, element=element, label=label, weak=True, counted=True)
    if not _NUMBER.fullmatch(folded):
        return _counted(block, index, at, text, label) if block.kind == "heading" and not block.typed and text else None
    return _numbered(block, index, at, text, label, folded.rstrip("."))


def _counted(block: Block, index: int, at: int, text: str, label: Span) -> Head:
    """Read a heading that Word numbers in another way than clauses: “第一章”, “一、”, or with a bullet."""
    number = str(_value(block.label)) if block.level == 1 and _AUTOMATIC.fullmatch(fold(block.label)) else ""
    element = element_of(text) if len(text) <= 60 else ""
    level = max(block.level, 1)
    return Head(at, index, number, text, block.span, level, element=element, label=label, counted=bool(number))


def _numbered(block: Block, index: int, at: int, text: str, label: Span, number: str) -> Head | None:
    top = "." not in number
    if top and number.isalpha():
        return None
    element = element_of(text) if top else ""
    weak = block.kind != "heading"
    if weak and ".0" in number:
        return None
    if weak and top and not element and (len(text) > (20 if has_chinese(text) else 60) or RUNNING.search(text)):
        return None
    clause = element or (block.bold and text) or (not block.typed and block.level == 1 and _is_short(text))
    if block.kind == "item" and not (top and clause):
        return None
    return Head(at, index, number, text, block.span, max(block.level, 1), element=element, label=label, weak=weak)


def _unlabelled(block: Block, index: int, text: str) -> Head | None:
    weak = block.kind == "para"
    start = block.span[0]
    counted = _COUNTED.match(text) if text[:1] in _COUNT_SIGNS else None
    if counted and not (weak and (RUNNING.search(text) or text.endswith(ENDS_RUNNING))):
        title = text[counted.end() :]
        element = element_of(title)
        if title:
            number = str(_value(counted.group()))
            span = (start + counted.end(), block.span[1])
            label = (start, start + len(counted.group().rstrip()))
            level = max(block.level, 1)
            return Head(index, index, number, title, span, level, element=element, label=label, weak=weak, counted=True)
    element = element_of(text) if len(text) <= (16 if weak else 60) else ""
    if not weak:
        element = element or ("title" if block.kind == "title" else "")
        return Head(index, index, "", text, block.span, max(block.level, 1), element=element)
    if element in UNNUMBERED or (element in FIXED and (block.bold or block.centred)):
        return Head(index, index, "", text, block.span, element=element, weak=True)
    return None


def _is_annex(source: Source, index: int, text: str) -> bool:
    """Say whether a line opens an annex with a number of another kind: “附录一（规范性）……”, in one line or several."""
    if _COUNTED_ANNEX.fullmatch(text):
        return True
    if len(text) > 5 or element_of(text) != "annex" or index + 1 >= len(source.blocks):
        return False
    return _STATUS.match(said(source, source.blocks[index + 1]).strip()) is not None


def _alone(source: Source, index: int, text: str) -> Head | None:
    """Take a number on a line of its own for that of a clause where the lines below it say so; else it is a page's."""
    blocks = source.blocks[index : index + 12]
    if len(blocks) < 2 or blocks[1].kind not in STRUCTURE or blocks[1].table >= 0:
        return None
    block, title = blocks[:2]
    goes_on = next((b.label for b in blocks if b.label[:1].isdecimal()), "").startswith(f"{text}.")
    fixed = FIXED.get(element_of(said(source, title))) == int(text)
    above = title.kind == "heading" and int(text) > 3 and element_of(said(source, title)) in ("", "symbols")
    if not (fixed or goes_on or above or (block.bold and title.bold)):
        return None
    return Head(index, index, text, "", (block.span[1],) * 2, label=block.span, weak=True)


def _value(counted: str) -> int:
    """Return the number that “第十二章”, “一、” or “3、” says."""
    digits = _NO_COUNT.sub("", counted)
    if digits.isdigit():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    value = _figures(ones)
    return value + (_figures(tens) if tens else 1) * 10 if ten else value


def _figures(digits: str) -> int:
    return int("0" + "".join(str(_DIGITS.index(digit)) for digit in digits))


def _joined(source: Source, found: list[Head]) -> list[Head]:
    """Join headings that stand in several paragraphs: an annex in three lines, a number alone above its title."""
    opens = {head.block: head for head in found}
    gone: set[int] = set()
    element = ""
    for position, head in enumerate(found):
        if head.block in gone:
            continue
        if head.annex:
            _annex_pieces(source, head, opens, gone)
        elif head.number and not head.title:
            below = found[position + 1] if position + 1 < len(found) else head
            divided = below.first == head.block + 2 and below.number.startswith(f"{head.number}.")
            _take_title(source, head, opens, gone, "" if divided else element)
        if head.element or head.chapter:
            element = head.element
    return [head for head in found if head.block not in gone]


def _take_title(source: Source, head: Head, opens: dict[int, Head], gone: set[int], element: str) -> None:
    """Give a number that stands alone the title below it."""
    index = head.block + 1
    if index >= len(source.blocks):
        return
    block = source.blocks[index]
    other = opens.get(index)
    text = said(source, block).strip()
    if other is not None:
        if other.number or (other.element in (*FRONT, *BACK, "annex", "title") and not head.chapter):
            return
        gone.add(index)
        head.above = not other.weak
    elif block.kind != "para" or block.table >= 0 or (element == "terms" and not head.chapter) or not _is_short(text):
        return
    head.pieces.append(index)
    head.title, head.span = text, block.span
    head.element = element_of(text) if head.chapter else ""


def _is_short(text: str) -> bool:
    if not has_chinese(text):
        return 0 < len(text) <= 60 and text[0].isupper() and not text.endswith((".", ";", ":")) and OBJECT not in text
    return len(text) <= 25 and not RUNNING.search(text) and OBJECT not in text


def _annex_pieces(source: Source, head: Head, opens: dict[int, Head], gone: set[int]) -> None:
    _read_annex(source, head, head.block)
    for index in (head.block + 1, head.block + 2):
        if (head.status and head.title) or index >= len(source.blocks):
            return
        block = source.blocks[index]
        text = said(source, block).strip()
        other = opens.get(index)
        if block.kind not in ("heading", "para") or block.label or block.table >= 0:
            return
        if other and other.element and not (other.element == "index" and head.status):
            return
        status = _STATUS.fullmatch(text) or _STATUS.match(text) or _BARE_STATUS.fullmatch(text)
        title = block.kind == "heading" or block.centred or not (text.endswith(ENDS_RUNNING) or "。" in text)
        if not text or len(text) > 60 or not ((status and not head.status) or (title and not head.title)):
            return
        _read_annex(source, head, index)
        head.pieces.append(index)
        gone.add(index)


def _read_annex(source: Source, head: Head, index: int) -> None:
    """Take the status and the title of an annex from one of its lines."""
    start, end = source.blocks[index].span
    text = source.text[start:end]
    match = _STATUS.match(text.lstrip(LINE_BREAK)) or _STATUS.search(text) or _BARE_STATUS.match(text)
    shift = len(text) - len(text.lstrip(LINE_BREAK))
    if match is not None and not head.status:
        at = start + (shift if text.lstrip(LINE_BREAK).startswith(match.group()) else 0)
        head.status, head.status_span = match[1], (at + match.start(1), at + match.end(1))
        before, after = text[: at - start + match.start()].strip(), text[at - start + match.end() :].strip()
        text = after or before
    text = text.strip().lstrip("：:.．").lstrip()
    if index == head.block:
        head.title, head.span = text, _within(source, index, text) if text else (end, end)
    elif text and not head.title:
        head.title, head.span = text, _within(source, index, text)


def _within(source: Source, index: int, title: str) -> Span:
    start, end = source.blocks[index].span
    at = source.text.rindex(title, start, end)
    return at, at + len(title)


def _with_title(source: Source, found: list[Head]) -> list[Head]:
    """Add a head where the title, or a warning, stands between the front matter and the first clause."""
    position = next((i for i, head in enumerate(found) if head.chapter or head.element in FIXED), 0)
    front = next((head for head in reversed(found[:position]) if not head.number.startswith("0.")), None)
    if front is None or front.element not in FRONT:
        return found
    start = -1
    above = list(_before(source, found[position].first, found[position - 1].block))
    for index in above:
        text = said(source, source.blocks[index])
        block = source.blocks[index]
        plain = front.element != "contents" and index != above[-1] and has_chinese(text)
        named = (block.bold or block.centred or plain) and 2 <= len(text) <= 50 and OBJECT not in text
        named = named and not _SENTENCE.search(text) and not text.endswith(ENDS_RUNNING)
        if block.kind != "para" or block.label or not (_HINT.match(text) or named):
            break
        start = index
    start = start if start >= 0 else _above_strays(source, above)
    if start < 0:
        return found
    text = said(source, source.blocks[start])
    title = "" if _HINT.match(text) else text
    span = source.blocks[start].span if title else (source.blocks[start].span[0],) * 2
    head = Head(start, start, "", title, span, element="title")
    for index in range(start + 1, above[0] + 1) if title else ():
        block, more = source.blocks[index], said(source, source.blocks[index])
        if not (block.centred and source.blocks[start].centred and has_chinese(more)) or _HINT.match(more):
            break
        head.title += f"　{more.strip()}"
        head.pieces.append(index)
    return [*found[:position], head, *found[position:]]


def _above_strays(source: Source, above: list[int]) -> int:
    """Return the title above the running paragraphs that stand in front of the first clause.

    It stands out, or repeats a line of the cover.
    """
    for index in above[:4]:
        block, text = source.blocks[index], said(source, source.blocks[index])
        if block.kind != "para" or block.label:
            return -1
        if not text.endswith("。"):
            shown = block.bold or block.centred or source.text.find(f"\n{text}\n", 0, block.span[0]) >= 0
            named = shown and 2 <= len(text) <= 50 and has_chinese(text)
            return index if named and index != above[0] and not _SENTENCE.search(text) else -1
    return -1


def _before(source: Source, index: int, last: int) -> Iterator[int]:
    """Yield the blocks above `index`, upwards, until `last`."""
    for above in range(index - 1, last, -1):
        if source.blocks[above].kind not in ("label", "header", "footer", "footnote"):
            yield above
