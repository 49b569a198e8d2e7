"""List each symbol and abbreviation once, without a number, in alphabetical order, and only if the text uses it.

Capitals stand before small letters, a letter alone before one with an index, indexes of letters before those of digits,
Greek behind Latin. Lists that follow the subject (subclauses with titles of their own), mixed lists whose parts are in
order, signs that begin with a digit and pictures are left alone. An order is wrong only if neither telling capitals
apart nor ignoring them explains it.

符号和缩略语不编号，按字母顺序列出，每个只列一次，只列文中使用的。
缩略语写“API：应用程序接口（Application Programming Interface）”。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import OBJECT, Edit, Span
from stdlint.views.symbols import ABBREVIATION, SYMBOL, Clause, Entry

numbered_symbol = Check(
    id="SYM030",
    message="符号和缩略语不编号，应删去“{quote}”。",
    message_en="Symbols and abbreviations are not numbered; delete “{quote}”.",
    bad="""
        # 4 缩略语

        下列缩略语适用于本文件。

        ⟦a)⟧ DNA：脱氧核糖核酸（Deoxyribonucleic Acid）

        b) RNA：核糖核酸（Ribonucleic Acid）
    """,
    good="""
        # 4 缩略语

        下列缩略语适用于本文件。

        DNA：脱氧核糖核酸（Deoxyribonucleic Acid）

        RNA：核糖核酸（Ribonucleic Acid）
    """,
    more=(
        (
            """
            # 4 符号

            下列符号适用于本文件。

            | ⟦序号⟧ | 符号 | 说明 |
            |---|---|---|
            | 1 | t | 时间 |
            | 2 | v | 速度 |
            """,
            """
            # 4 符号

            下列符号适用于本文件。

            | 符号 | 说明 |
            |---|---|
            | t | 时间 |
            | v | 速度 |
            """,
        ),
        (
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            ⟦（1）⟧ DNA：脱氧核糖核酸（Deoxyribonucleic Acid）

            （2） RNA：核糖核酸（Ribonucleic Acid）
            """,
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            DNA：脱氧核糖核酸（Deoxyribonucleic Acid）

            RNA：核糖核酸（Ribonucleic Acid）
            """,
        ),
        (
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            ## ⟦4.1⟧ DNA 脱氧核糖核酸

            ## 4.2 RNA 核糖核酸
            """,
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            DNA：脱氧核糖核酸

            RNA：核糖核酸
            """,
        ),
    ),
    clean=(
        """
        # 4 符号和缩略语

        ## 4.1 符号

        下列符号适用于本文件。

        - t——时间；
        - v——速度。

        ## 4.2 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
        """,
    ),
)

symbols_out_of_order = Check(
    id="SYM040",
    message="符号和缩略语宜按字母顺序列出，“{said}”宜在“{before}”之前。",
    message_en="Symbols and abbreviations should be in alphabetical order: “{said}” before “{before}”.",
    bad="""
        # 4 缩略语

        下列缩略语适用于本文件。

        USB：通用串行总线（Universal Serial Bus）

        ⟦API⟧：应用程序接口（Application Programming Interface）
    """,
    good="""
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）

        USB：通用串行总线（Universal Serial Bus）
    """,
    more=(
        (
            """
            # 4 符号

            下列符号适用于本文件。

            a——加速度，单位为米每二次方秒（m/s²）；

            ⟦A⟧——面积，单位为平方米（m²）；

            t——时间，单位为秒（s）。
            """,
            """
            # 4 符号

            下列符号适用于本文件。

            A——面积，单位为平方米（m²）；

            a——加速度，单位为米每二次方秒（m/s²）；

            t——时间，单位为秒（s）。
            """,
        ),
        (
            """
            # 4 符号

            下列符号适用于本文件。

            | 符号 | 说明 |
            |---|---|
            | α | 角度 |
            | ⟦b⟧ | 宽度 |
            """,
            """
            # 4 符号

            下列符号适用于本文件。

            | 符号 | 说明 |
            |---|---|
            | b | 宽度 |
            | α | 角度 |
            """,
        ),
    ),
    clean=(
        """
        # 4 符号和缩略语

        下列符号和缩略语适用于本文件。

        A——面积；

        a——加速度；

        B——磁感应强度；

        b——宽度；

        C——电容；

        Cm——摩尔热容；

        C2——第二电容；

        t——时间；

        α——角度；

        η——效率。

        3GPP：第三代合作伙伴计划（3rd Generation Partnership Project）

        AI：人工智能（Artificial Intelligence）

        eNB：演进型基站（Evolved Node B）

        EPC：演进分组核心网（Evolved Packet Core）
        """,
        """
        # 4 符号

        ## 4.1 力学量

        下列符号适用于本文件。

        F——力

        E——弹性模量
        """,
    ),
)

malformed_abbreviation_entry = Check(
    id="SYM060",
    message="缩略语条目宜写为“缩略语：中文（英文全称）”，“{said}”不符合。",
    message_en="An abbreviation is given as abbreviation: Chinese (English); “{said}” is not.",
    bad="""
        # 4 缩略语

        下列缩略语适用于本文件。

        API⟦—⟧应用程序接口（Application Programming Interface）

        USB—通用串行总线（Universal Serial Bus）
    """,
    good="""
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）

        USB：通用串行总线（Universal Serial Bus）
    """,
    more=(
        (
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            ⟦API⟧ 应用程序接口（Application Programming Interface）

            USB：通用串行总线（Universal Serial Bus）
            """,
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            API：应用程序接口（Application Programming Interface）

            USB：通用串行总线（Universal Serial Bus）
            """,
        ),
        (
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            API：⟦Application Programming Interface，应用程序接口⟧

            USB：通用串行总线（Universal Serial Bus）
            """,
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            API：应用程序接口（Application Programming Interface）

            USB：通用串行总线（Universal Serial Bus）
            """,
        ),
        (
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            API：⟦Application Programming Interface（应用程序接口）⟧

            PC：个人计算机（Personal Computer）
            """,
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            API：应用程序接口（Application Programming Interface）

            PC：个人计算机（Personal Computer）
            """,
        ),
        (
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            API⟦（Application Programming Interface）：应用程序接口⟧；

            PC：个人计算机（Personal Computer）。
            """,
            """
            # 4 缩略语

            下列缩略语适用于本文件。

            API：应用程序接口（Application Programming Interface）；

            PC：个人计算机（Personal Computer）。
            """,
        ),
    ),
    clean=(
        """
        # 4 符号和缩略语

        下列符号和缩略语适用于本文件。

        A——面积

        UAB——A、B两点间的电压

        API: 应用程序接口(Application Programming Interface)

        CPU——中央处理器（Central Processing Unit）

        IoT：物联网（Internet of Things）

        LAN：局域网（Local Area Network，见GB/T 5271.25）

        Wi-Fi：无线保真

        XML：可扩展标记语言（eXtensible Markup Language）
        """,
    ),
)

unused_abbreviation = Check(
    id="SYM061",
    message="缩略语“{said}”在文中没有使用，宜从清单中删去。",
    message_en="The abbreviation “{said}” is not used in the text; it need not be listed.",
    bad="""
        # 4 缩略语

        下列缩略语适用于本文件。

        ⟦API⟧：应用程序接口（Application Programming Interface）

        USB：通用串行总线（Universal Serial Bus）

        # 5 要求

        设备应有USB接口，外壳应无裂纹。
    """,
    good="""
        # 4 缩略语

        下列缩略语适用于本文件。

        USB：通用串行总线（Universal Serial Bus）

        # 5 要求

        设备应有USB接口，外壳应无裂纹。
    """,
    clean=(
        """
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）

        # 5 要求

        设备应有API和USB接口，外壳应无裂纹。

        # 6 缩略语

        USB：通用串行总线（Universal Serial Bus）

        # 7 试验方法

        目视检查外壳。
        """,
        """
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）

        IoT：物联网（Internet of Things）

        PLC：可编程逻辑控制器（Programmable Logic Controller）

        VOC：挥发性有机化合物（Volatile Organic Compounds）

        # 5 要求

        设备应有PLC-A型控制器和IOT平台，挥发物TVOCs与VOCs应符合表1的规定。

        表1　指标

        | 项目 | 要求 |
        |---|---|
        | API版本 | 不低于2.0 |
        """,
        """
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
        """,
    ),
)

duplicate_abbreviation = Check(
    id="SYM063",
    message="“{said}”已列出，同一符号或缩略语只列一次。",
    message_en="“{said}” is listed already; a symbol or abbreviation is listed only once.",
    bad="""
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）

        ⟦API⟧：应用编程接口（Application Programming Interface）
    """,
    good="""
        # 4 缩略语

        下列缩略语适用于本文件。

        API：应用程序接口（Application Programming Interface）
    """,
    clean=(
        """
        # 4 符号

        下列符号适用于本文件。

        T——温度；

        t——时间；

        $T_1$——初始温度；

        $T_2$——最终温度。
        """,
    ),
)

_NUMBER = patterns.compile(
    r"(?:[（(]?(?:[a-z]|\d{1,3}|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⑳]|\d{1,2}(?:[.．]\d{1,2}){1,3})"
)
_WRONG_MARK = patterns.compile(r"[—–－─―-]|--|[=＝]|[，,]|\s+")
_ENGLISH_FIRST = patterns.compile(
    r"(?P<english>[A-Z][A-Za-z]+(?:[ \-][A-Za-z]+)+)[ ]?(?:[，,；;][ ]?(?P<chinese>\p{Han}[^（()），,；;。]{1,40})"
    r"|[（(](?P<chinese>\p{Han}[^（()）]{1,40})[）)])(?P<end>[。；;]?)"
)
_BRACKETED = patterns.compile(
    r"[（(](?P<english>[A-Za-z][^（()）]{3,80})[）)]\s*[：:—\-]+\s*(?P<chinese>\p{Han}[^（()）；;。]*)(?P<end>[；;。]?)"
)
_PARTS = patterns.compile(r"(?P<letter>[A-Za-z])|(?P<greek>[\u0370-\u03ff])|(?P<digits>\d+)|(?P<other>.)")
_SKIPPED = patterns.compile(r"[{}_\\^,，\-‐‑/. +·'′’()（）]")
_JOINS = patterns.compile(r"(?<=[A-Za-z0-9])[{}_\\^\-‐‑/. +·](?=[A-Z0-9])|[{}_\\^]")
_SHORT = 3
_MOST = 4
_EXCERPT = 4_000
"""A text shorter than this that uses hardly any abbreviation is an excerpt."""
_ENDS = "；;。.，,"
_CHINESE = patterns.compile(r"\p{Han}{6}")
_Key = tuple[tuple[int, str, int], ...]


@numbered_symbol.finder
@symbols_out_of_order.finder
@malformed_abbreviation_entry.finder
@duplicate_abbreviation.finder
def find(doc: Document) -> Iterator[Finding]:
    seen: set[str] = set()
    for clause in doc.symbols.clauses:
        yield from _numbered(doc, clause)
        yield from _malformed(doc, clause)
        doubled = [entry for entry in clause.entries if _is_double(entry, seen)]
        for entry in doubled:
            yield duplicate_abbreviation.at(entry.head, said=doc.text[slice(*entry.head)])
        if clause.alphabetical:
            yield from _disordered(doc, clause, doubled)


def _is_double(entry: Entry, seen: set[str]) -> bool:
    double = entry.said in seen and bool(entry.said) and OBJECT not in entry.said
    seen.add(entry.said)
    return double


def _numbered(doc: Document, clause: Clause) -> Iterator[Finding]:
    if clause.ordinal != (0, 0):
        yield numbered_symbol.at(clause.ordinal)
        return
    labels = [entry.label for entry in clause.entries if entry.label >= 0]
    labels = [at for at in labels if _NUMBER.fullmatch(doc.said(at).strip())]
    if labels:
        edits = [Edit(*doc.blocks[at].span, "") for at in labels]
        titled = any(doc.blocks[at + 1].kind == "heading" for at in labels)
        fix = edits if not titled and all(doc.blocks[at].typed for at in labels) else None
        yield numbered_symbol.at(doc.blocks[labels[0]].span, fix=fix)


def _malformed(doc: Document, clause: Clause) -> Iterator[Finding]:
    """Report the first wrong mark, mended at every entry, or the first entry that begins with the English."""
    named = [entry for entry in clause.entries if entry.kind == ABBREVIATION and entry.mark[0] < entry.mark[1]]
    wrong = [entry for entry in named if _WRONG_MARK.fullmatch(doc.text, *entry.mark)]
    wrong = [entry for entry in wrong if _is_expanded(doc, entry)]
    if wrong:
        first = wrong[0]
        blank = doc.text[slice(*first.mark)].isspace()
        place = first.head if blank else first.mark
        said = doc.text[slice(*first.head)] if blank else doc.text[first.head[0] : first.mark[1]]
        yield malformed_abbreviation_entry.at(place, fix=[Edit(*entry.mark, "：") for entry in wrong], said=said)
        return
    for entry in named:
        match = _ENGLISH_FIRST.fullmatch(doc.text, *entry.meaning) or _BRACKETED.fullmatch(doc.text, *entry.meaning)
        if match is not None:
            span = match.start(), match.end() - len(match["end"])
            right = f"{match['chinese']}（{match['english']}）"
            fix = f"：{right}" if doc.text[span[0]] in "（(" else right
            yield malformed_abbreviation_entry.at(span, fix=fix, said=doc.text[slice(*span)])
            return


def _is_expanded(doc: Document, entry: Entry) -> bool:
    first = doc.text[entry.meaning[0]]
    return "\u4e00" <= first <= "\u9fff"


def _disordered(doc: Document, clause: Clause, doubled: list[Entry]) -> Iterator[Finding]:
    """Report the first entry that stands behind one that follows it in the alphabet."""
    entries = [entry for entry in clause.entries if entry.said[:1].isalpha() and entry not in doubled]
    if any(not entry.said for entry in clause.entries):
        return
    mixed = {entry.kind for entry in entries} >= {SYMBOL, ABBREVIATION}
    for kind in (SYMBOL, ABBREVIATION):
        alike = [entry for entry in entries if entry.kind == kind or (not mixed and not entry.kind)]
        for before, entry in pairwise(alike):
            if _follows(before, entry):
                fix = _sorted(doc, clause) if len(alike) == len(clause.entries) else None
                yield symbols_out_of_order.at(entry.head, fix=fix, safe=False, said=entry.said, before=before.said)
                return


def _follows(entry: Entry, other: Entry) -> bool:
    """Say whether `entry` belongs behind `other` in every way of sorting."""
    if entry.said == other.said:
        return False
    single = SYMBOL in (entry.kind, other.kind)
    strict = _key(entry.said, True) > _key(other.said, True)
    if single and len(entry.said) == len(other.said) == 1:
        return strict
    return strict and _key(entry.said, False) > _key(other.said, False) and _plain(entry.said) > _plain(other.said)


def _key(said: str, cased: bool) -> _Key:
    """Return the key of 8.8.3: Latin before Greek, capitals first, letters of an index before digits."""
    found: list[tuple[int, str, int]] = []
    for match in _PARTS.finditer(_SKIPPED.sub("", said)):
        char = match[0]
        if match["letter"]:
            found.append((1, char.lower(), int(char.islower()) if cased else 0))
        elif match["greek"]:
            found.append((3, char.lower(), int(char.islower()) if cased else 0))
        else:
            found.append((2, char.zfill(6), 0) if match["digits"] else (4, char, 0))
    return tuple(found)


def _plain(said: str) -> tuple[int, str]:
    """Return the key of a dictionary: digits before letters, capitals and signs ignored."""
    bare = _SKIPPED.sub("", said).lower()
    return int("\u0370" <= bare[:1] <= "\u03ff"), bare


def _sorted(doc: Document, clause: Clause) -> list[Edit] | None:
    """Return the edits that put a list of plain lines in order; each place keeps its closing mark."""
    entries = clause.entries
    spans = [(entry.head[0], entry.meaning[1]) for entry in entries]
    texts = [doc.text[slice(*span)] for span in spans]
    plain = all(entry.mark[0] < entry.mark[1] for entry in entries) and not any(OBJECT in text for text in texts)
    if not plain or any(doc.blocks[entry.block].table >= 0 for entry in entries):
        return None
    ends = [text[-1] if text.rstrip()[-1:] in _ENDS else "" for text in texts]
    bodies = [text.rstrip().rstrip(_ENDS) for text in texts]
    order = sorted(range(len(entries)), key=lambda at: _key(entries[at].said, True))
    if len({entry.said for entry in entries}) < len(entries):
        return None
    return [
        Edit(*span, bodies[at] + end)
        for span, at, end, text in zip(spans, order, ends, texts, strict=True)
        if bodies[at] + end != text
    ]


@unused_abbreviation.finder
def find_unused(doc: Document) -> Iterator[Finding]:
    signs = doc.symbols
    named = [entry for entry in signs.entries if entry.kind == ABBREVIATION and len(entry.said) > 1]
    if not named or not signs.sections:
        return
    last = signs.sections[-1]
    if last.last >= len(doc.blocks):
        return
    end = doc.blocks[last.last].span[0]
    if not _CHINESE.search(doc.text, end):
        return
    rest = _outside(doc, [(doc.blocks[one.first].span[0], doc.blocks[one.last].span[0]) for one in signs.sections])
    unused = [entry for entry in named if not _is_used(_JOINS.sub("", entry.said).lower(), rest)]
    if len(unused) >= _MOST and 2 * len(unused) > len(named) and len(doc.text) - end < _EXCERPT:
        return
    for entry in unused:
        yield unused_abbreviation.at(entry.head, said=doc.text[slice(*entry.head)])


def _outside(doc: Document, clauses: list[Span]) -> str:
    """Return what stands outside the clauses of symbols, without signs and capitals, formulas included."""
    formulas = [anchor for anchor in doc.source.anchors if anchor.text]
    rest = [a.text for a in formulas if not any(start <= a.offset < end for start, end in clauses)]
    at = 0
    for start, end in clauses:
        rest.append(doc.text[at : max(start, at)])
        at = max(end, at)
    return _JOINS.sub("", "\n".join([*rest, doc.text[at:]])).lower()


def _is_used(said: str, rest: str) -> bool:
    """Say whether an abbreviation stands in the text; a short one only as a word of its own, or in the plural."""
    at = rest.find(said)
    while at >= 0:
        before, behind = rest[at - 1 : at], rest[at + len(said) : at + len(said) + 1]
        if len(said) > _SHORT or not (_is_letter(before) or (_is_letter(behind) and behind != "s")):
            return True
        at = rest.find(said, at + 1)
    return False


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()
