"""Define only terms that the document uses, each once.

A term is defined when it is used at least twice; its English equivalent, abbreviation and admitted forms count.

界定的术语在文中至少使用两次；英文对应词、缩略语和许用术语的使用也算。同一术语只界定一次。
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.terms import Entry
from stdlint.views.wording import fold, is_chinese

term_not_used = Check(
    id="TRM100",
    message="术语“{term}”在文中没有使用，不应界定。",
    message_en="The term “{term}” is not used in the document; it need not be defined.",
    bad="""
        # 3 术语和定义

        ### 3.1

        ⟦参考物质⟧　reference material

        特性足够均匀的材料。

        ### 3.2

        试样　test piece

        用于试验的材料。

        # 4 要求

        试样应干燥，试样应标记。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        试样　test piece

        用于试验的材料。

        # 4 要求

        试样应干燥，试样应标记。
    """,
    clean=(
        """
        # 螺栓　术语

        # 3 术语和定义

        ### 3.1

        螺栓　bolt

        带头的紧固件。

        # 4 通用术语
        """,
        """
        # 3 术语和定义

        ### 3.1

        物联网　internet of things；IoT

        连接物的网络。

        ### 3.2

        （公共信息）图形符号　graphical symbol

        传递信息的图形。

        # 4 要求

        IoT设备应标记，IoT设备应登记。图形符号应清晰，图形符号应完整。
        """,
        """
        # 3 术语和定义

        ### 3.1

        LED影厅　LED auditorium

        使用LED屏幕放映的影厅。

        ### 3.2

        二氧化碳当量　carbon dioxide equivalent

        CO2e

        以二氧化碳表示的辐射强迫。

        # 4 要求

        LED 影厅的亮度应均匀，LED 影厅应遮光，二氧化碳当量应记录。

        | 二氧化碳当量 | 值 |
        |---|---|
        | CO2 | 1 |
        """,
        """
        # 3 术语和定义

        ### 3.1

        层　layer

        对象按性质划分的一级。

        ### 3.2

        转速1)　rotational speed

        单位时间的转数。

        # 4 要求

        每一层应编号，层与层之间应隔开。转速应稳定，转速应显示。
        """,
        """
        # 3 术语和定义

        ### 3.1

        额定电压　rated voltage

        U_rat

        规定的电压值。

        # 4 要求

        额定电压应声明，U_rat应标在铭牌上。
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

            ⟦washer⟧

            flat ring

            # 4 Requirements

            The bolts shall be marked.
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head

            # 4 Requirements

            The bolts shall be marked.
            """,
        ),
    ),
    clean_english=(
        """
        # Fasteners — Vocabulary

        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        washer

        flat ring

        # 4 General
        """,
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        material property

        property of a material

        ### 3.2

        non-destructive testing

        NDT

        test without damage

        ### 3.3

        point of sale

        place where a bolt is sold

        ### 3.4

        assembly

        set of bolts

        ### 3.5

        heat treatment

        controlled heating

        # 4 Requirements

        Material properties shall be tested by NDT. Points of sale shall be named. Assemblies are marked.
        Heat-treated bolts are sold.
        """,
    ),
)

term_used_once = Check(
    id="TRM101",
    message="术语“{term}”在文中只使用一次，界定的术语应至少使用两次。",
    message_en="The term “{term}” is used only once; a defined term is used at least twice.",
    bad="""
        # 3 术语和定义

        ### 3.1

        ⟦试样⟧　test piece

        用于试验的材料。

        # 4 要求

        试样应干燥。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        试样　test piece

        用于试验的材料。

        # 4 要求

        试样应干燥，试样应标记。
    """,
)

duplicate_term = Check(
    id="TRM160",
    message="术语“{term}”在{number}中已经界定。",
    message_en="The term “{term}” is already defined in {number}.",
    bad="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。

        ### 3.2

        ⟦文件⟧　document

        写成的材料。
    """,
    good="""
        # 3 术语和定义

        ### 3.1

        文件　document

        固定在介质上的信息。
    """,
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        〈标准化〉文件　document

        固定在介质上的信息。

        ### 3.2

        〈计算机〉文件　file

        一组记录。
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

            ⟦bolt⟧

            long fastener
            """,
            """
            # 3 Terms and definitions

            For the purposes of this document, the following terms and definitions apply.

            ### 3.1

            bolt

            threaded fastener with a head
            """,
        ),
    ),
    clean_english=(
        """
        # 3 Terms and definitions

        For the purposes of this document, the following terms and definitions apply.

        ### 3.1

        bolt

        \\<fasteners\\> threaded part with a head

        ### 3.2

        bolt

        \\<locks\\> sliding bar
        """,
    ),
)

_ASIDE = patterns.compile(r"[（(][^（）()]*[）)]|〈[^〈〉]*〉")
_TAG = patterns.compile(r"<[^<>\n]{1,60}>\s*$")
_OR = patterns.compile("[；;、/／]")
_TO_ENGLISH = patterns.compile(r"[\s\u3000]+[A-Za-z]")
_BRACKETED = patterns.compile(r"[（(]([^（）()]*)[）)]")
_DEPRECATED = patterns.compile(r"^(?:许用|拒用|被取代)(?:术语)?[：:]?")
_MARK = patterns.compile(r"\^?\d{1,2}[)）]\^?$")
_DOMAIN = patterns.compile(r"\s*[<⟨〈][^<>⟨⟩〈〉\n]{1,60}[>⟩〉]")
_SENTENCE = patterns.compile("[。；：]")
_LONGEST_TERM = 100
_OUTSIDE = frozenset(
    ("cover", "contents", "title", "foreword", "references", "bibliography", "index", "header", "footer")
)


@term_not_used.finder
@term_used_once.finder
@duplicate_term.finder
def find(doc: Document) -> Iterator[Finding]:
    yield from _duplicates(doc)
    bodies = [section for section in doc.outline.top if section.element in ("clause", "annex", "symbols")]
    if doc.kind == "terminology" or not bodies or not doc.terms.entries:
        return
    if doc.lang != "zh":
        yield from _english(doc)
        return
    forms = {id(entry): _names(doc, entry) for entry in doc.terms.entries if not _SENTENCE.search(entry.text)}
    places = _places(_plain(_inside(doc)), {name for names in forms.values() for name in names})
    for entry in doc.terms.entries:
        names = forms.get(id(entry))
        if not names or not entry.definition:
            continue
        own = _plain("\n".join(map(doc.said, sorted(entry.blocks))))
        if any(len(places[name]) > 2 * own.count(name) + 4 for name in names):
            continue
        count = _count(names, places) - _count(names, _places(own, names))
        if count <= 0:
            yield term_not_used.at(entry.term, term=entry.text.strip())
        elif count == 1:
            yield term_used_once.at(entry.term, term=entry.text.strip())


_STEM = patterns.compile(r"(?:ments?|ations?|ies|y|es|s|is|us|um|on|a|e|ing|ed)$")
_BREAK = patterns.compile(r"[^\w\ufffc]+")


def _english(doc: Document) -> Iterator[Finding]:
    """Report the terms of an English draft of which no form stands outside their own entry."""
    if "vocabulary" in doc.cover.title.casefold():
        return
    everything = " ".join(_BREAK.split(_inside(doc).casefold()))
    for entry in doc.terms.entries:
        if not entry.definition or not entry.text.strip():
            continue
        names = {_ASIDE.sub("", entry.text), *_BRACKETED.findall(entry.text), *entry.admitted}
        own = " ".join(_BREAK.split(" ".join(map(doc.said, sorted(entry.blocks))).casefold()))
        own += " " + " ".join(_BREAK.split(" ".join(entry.admitted).casefold()))
        if not any(_used(everything, own, name) for name in names):
            yield term_not_used.at(entry.term, term=entry.text.strip())


def _used(text: str, own: str, name: str) -> bool:
    words = [word for word in _BREAK.split(name.casefold()) if word]
    if not words:
        return True
    stems = [_STEM.sub("", word) if len(word) > 4 else word for word in words]
    pattern = regex.compile(r"\b" + r"\w{0,4} ?(?:(?:of|the|and|for|in) )?".join(map(regex.escape, stems)))
    return sum(1 for _ in pattern.finditer(text)) > sum(1 for _ in pattern.finditer(own))


def _inside(doc: Document) -> str:
    """Return the text in which a term may be used: everything but lists of documents, title, foreword and the like."""
    pieces: list[str] = []
    start = -1
    for block, region in zip(doc.blocks, doc.regions, strict=True):
        if region.element in _OUTSIDE:
            if start >= 0:
                pieces.append(doc.text[start : block.span[0]])
            start = -1
        elif start < 0:
            start = block.span[0]
    return "\n".join([*pieces, doc.text[start:] if start >= 0 else ""])


def _plain(text: str) -> str:
    return fold(text).replace("\ufffc", "").casefold()


def _places(text: str, names: Collection[str]) -> dict[str, list[int]]:
    """Return where each name stands in `text`, found in one pass for all."""
    places: dict[str, list[int]] = {name: [] for name in names}
    begins: dict[str, list[str]] = {}
    for match in _longest(names).finditer(text) if names else ():
        longest = match[0] + match[match.lastindex or 0]
        if longest not in begins:
            begins[longest] = [longest[:end] for end in range(1, len(longest) + 1) if longest[:end] in places]
        for name in begins[longest]:
            places[name].append(match.start())
    return places


def _longest(names: Collection[str]) -> re.Pattern[str]:
    """Return a pattern that matches wherever a name begins: its first character, and in a group the rest of it.

    The names are folded into one tree, so that the time does not grow with their number; the longest name wins.
    """
    tree: dict[str, Any] = {}
    for name in names:
        node = tree
        for char in name:
            node = node.setdefault(char, {})
        node[""] = {}
    return re.compile("|".join(f"{re.escape(char)}(?=({_rest(node)}))" for char, node in tree.items()))


def _rest(node: dict[str, Any]) -> str:
    branches = [re.escape(char) + _rest(deeper) for char, deeper in node.items() if char]
    if not branches or (len(branches) == 1 and "" not in node):
        return "".join(branches)
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


def _count(names: list[str], places: dict[str, list[int]]) -> int:
    """Return how many places hold one of the names; the names are sorted, the longest first."""
    taken: list[Span] = []
    for name in names:
        last = -1
        for at in places[name]:
            if at >= last and not any(start <= at < end for start, end in taken):
                taken.append((at, at + len(name)))
            last = max(last, at + len(name)) if at >= last else last
    return len(taken)


def _names(doc: Document, entry: Entry) -> list[str]:
    """Return every form under which the term may be used, folded, the longest first."""
    term = entry.text.strip()
    bare = _ASIDE.sub("", term)
    names = {bare, _BRACKETED.sub(r"\1", term), *_OR.split(bare)}
    names |= {english.text.strip("（）() ") for english in entry.english}
    for line in entry.admitted:
        names.add(_ASIDE.sub("", _TO_ENGLISH.split(line)[0]))
        names.add(_DEPRECATED.sub("", line))
    names |= {aside for aside in _BRACKETED.findall(term) if aside.isascii()}
    names.add(_MARK.sub("", bare))
    symbols = (doc.text[slice(*span)].strip() for what, span, _ in entry.contents if what == "symbol")
    names |= {symbol for symbol in symbols if len(symbol) > 2}
    plain = {_plain(name) for name in names}
    whole = _plain(bare) if is_chinese(bare[:1] or " ") else ""
    said = (name for name in plain if 1 < len(name) < _LONGEST_TERM or name == whole[:_LONGEST_TERM])
    return sorted(said, key=lambda name: (-len(name), name))


def _domain(doc: Document, definition: Span) -> str:
    """Return the domain “<fasteners>” that a definition begins with; a Markdown reader takes it for a tag."""
    if match := _DOMAIN.match(doc.text, *definition):
        return fold(match.group())
    if doc.format != "markdown":
        return ""
    at = doc.source.origin(definition[0]).offset
    tag = _TAG.search(doc.source.data.decode(doc.source.encoding, "replace")[max(0, at - 64) : at])
    return fold(tag.group()) if tag else ""


def _duplicates(doc: Document) -> Iterator[Finding]:
    seen: dict[str, Entry] = {}
    for entry in doc.terms.entries:
        name = fold(doc.text[entry.line[0] : entry.term[1]])
        if not name:
            continue
        if doc.lang != "zh" and entry.definition:
            name += _domain(doc, entry.definition[0])
        other = seen.setdefault(name, entry)
        if other is not entry:
            yield duplicate_term.at(entry.term, term=entry.text.strip(), number=other.number)
