"""List in the table of contents what the text has, with the same numbers and titles, in the prescribed order.

A table of contents that was typed, or not updated after the last change, sends readers to clauses that do not exist.
Nothing is said where most entries are not found in the text: then the contents or the text were read badly. What stands
in the wrong order in the text too is a matter of ELM020; subclauses are listed as needed.

目次与正文不一致，读者就找不到内容；目次应列出前言、引言、章、附录、参考文献和索引，条、图、表在需要时列出。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.contents_entries import Contents, ContentsEntry, Target, same_title
from stdlint.views.elements import called

_TEXT = """
        # 前言

        本文件由××××归口。

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 3 术语和定义

        本文件没有需要界定的术语和定义。

        # 4 要求

        螺栓应完好。

        # 5 试验方法

        目测检查。

        # 附录A（资料性）　试验记录

        试验记录见表A.1。

        # 参考文献

        [1] GB/T 1216　外径千分尺
"""

_RIGHT = """
        # 目次

        前言……Ⅱ

        1　范围……1

        2　规范性引用文件……1

        3　术语和定义……1

        4　要求……1

        5　试验方法……2

        附录A（资料性）　试验记录……3

        参考文献……4
"""

toc_entry_missing = Check(
    id="TOC010",
    message="目次中没有列出{names}。",
    message_en="The table of contents does not list {names}.",
    bad="""
        # ⟦目次⟧

        前言……Ⅱ

        1　范围……1

        3　术语和定义……1

        4　要求……1

        5　试验方法……2

        附录A（资料性）　试验记录……3
"""
    + _TEXT,
    good=_RIGHT + _TEXT,
    more=(
        (
            """
        # ⟦目次⟧

        - 1 范围 1

        - 2 规范性引用文件 1

        - 3 术语和定义 1

        - 4 要求 1

        - 5 试验方法 2

        - 附录A（资料性） 试验记录 3

        - 参考文献 4
"""
            + _TEXT,
            _RIGHT + _TEXT,
        ),
    ),
    clean=(
        """
        # 目次

        前言……Ⅱ

        1　范围……1

        2　规范性引用文件……1
"""
        + _TEXT,
        """
        # 目次

        前　　言

        1 范围

        2 规范性引用文件

        3 术语和定义

        4 要求

        5 试验方法

        附录 A (资料性) 试验记录

        参考文献
"""
        + _TEXT,
        _TEXT,
    ),
)

toc_entry_without_target = Check(
    id="TOC011",
    message="目次列出的“{entry}”在文中不存在。",
    message_en="The entry “{entry}” of the table of contents does not exist in the text.",
    bad=_RIGHT.replace("        附录A", "        6　⟦附则⟧……2\n\n        附录A") + _TEXT,
    good=_RIGHT + _TEXT,
    more=(
        (_RIGHT.replace("        1　范围", "        ⟦引言⟧……Ⅲ\n\n        1　范围") + _TEXT, _RIGHT + _TEXT),
        (
            _RIGHT.replace("        参考文献", "        附录B（规范性）　⟦试样⟧……4\n\n        参考文献") + _TEXT,
            _RIGHT + _TEXT,
        ),
    ),
    clean=(
        _RIGHT.replace("        4　要求……1", "        GB/T 1234—2020\n\n        4　要求……1\n\n        Ⅰ") + _TEXT,
        """
        # 目次

        1 范围……1

        2 总则……1

        3 分类……2

        4 标志……5

        5 包装……6

        # 1 范围

        本文件规定了螺栓的要求。
        """,
    ),
)

toc_entry_differs = Check(
    id="TOC012",
    message="目次中的“{entry}”与文中的“{title}”不一致。",
    message_en="The entry “{entry}” of the table of contents differs from “{title}” in the text.",
    bad=_RIGHT.replace("5　试验方法", "5　⟦试验⟧") + _TEXT,
    good=_RIGHT + _TEXT,
    more=(
        (_RIGHT.replace("4　要求", "4　⟦技术要求⟧") + _TEXT, _RIGHT + _TEXT),
        (
            _RIGHT.replace("5　试验方法", "⟦6⟧　试验方法") + _TEXT,
            _RIGHT + _TEXT,
        ),
        (_RIGHT.replace("附录A（资料性）　试验记录", "附录A（规范性）　⟦试验记录⟧") + _TEXT, _RIGHT + _TEXT),
    ),
    clean=(
        _RIGHT.replace("5　试验方法", "5 试 验 方 法").replace("附录A（资料性）", "附 录 A (资料性)") + _TEXT,
        _RIGHT.replace("1　", "").replace("2　", "").replace("3　", "").replace("4　", "").replace("5　", "") + _TEXT,
    ),
)

toc_out_of_order = Check(
    id="TOC013",
    message="目次中“{entry}”的次序与文中不同。",
    message_en="“{entry}” stands in another order in the table of contents than in the text.",
    bad="""
        # 目次

        1　范围……1

        2　规范性引用文件……1

        ⟦前言⟧……Ⅱ

        3　术语和定义……1

        4　要求……1

        5　试验方法……2

        附录A（资料性）　试验记录……3

        参考文献……4
"""
    + _TEXT,
    good=_RIGHT + _TEXT,
    more=(
        (
            """
        # 目次

        前言……Ⅱ

        1　范围……1

        2　规范性引用文件……1

        3　术语和定义……1

        4　要求……1

        5　试验方法……2

        参考文献……4

        附录A（资料性）　⟦试验记录⟧……3
"""
            + _TEXT,
            _RIGHT + _TEXT,
        ),
    ),
)

duplicate_toc_entry = Check(
    id="TOC016",
    message="目次中“{entry}”重复。",
    message_en="The table of contents lists “{entry}” twice.",
    bad=_RIGHT.replace("        5　试验方法……2", "        5　试验方法……2\n\n        5　⟦试验方法⟧……2") + _TEXT,
    good=_RIGHT + _TEXT,
    more=(
        (
            _RIGHT.replace("        参考文献……4", "        参考文献……4\n\n        ⟦参考文献⟧……4") + _TEXT,
            _RIGHT + _TEXT,
        ),
    ),
    clean=(
        """
        # 目次

        范围……1

        要求……1

        一般要求……1

        试验方法……2

        一般要求……2

        # 1 范围

        本文件规定了螺栓的要求。

        # 2 要求

        ## 2.1 一般要求

        应完好。

        # 3 试验方法

        ## 3.1 一般要求

        目测检查。
        """,
    ),
)


@toc_entry_missing.finder
@toc_entry_without_target.finder
@toc_entry_differs.finder
@toc_out_of_order.finder
@duplicate_toc_entry.finder
def find(doc: Document) -> Iterator[Finding]:
    contents = doc.contents
    if contents is None or not contents.entries:
        return
    yield from _repeated(contents)
    if not contents.certain:
        return
    if names := _unlisted(contents):
        yield toc_entry_missing.at(contents.head, names="、".join(names))
    own = doc.cover.title
    listed = [e for e in contents.entries if not e.term and e.kind != "contents" and not same_title(e.title, own)]
    yield from _stale(contents, listed)
    if late := _out_of_order(contents):
        yield toc_out_of_order.at(late.span, entry=late.said)


def _repeated(contents: Contents) -> Iterator[Finding]:
    seen: set[tuple[str, str, str]] = set()
    for entry in contents.entries:
        key = (entry.kind, entry.number, "".join(entry.title.split()))
        if entry.kind and entry.kind != "contents" and entry.title and key in seen:
            yield duplicate_toc_entry.at(entry.span, entry=entry.said)
        seen.add(key)


def _unlisted(contents: Contents) -> list[str]:
    """Return what the contents should list and do not; nothing where they break off or hold hardly anything."""
    listed = {entry.target for entry in contents.entries}
    due = [at for at, target in enumerate(contents.targets) if target.top and _is_due(target)]
    missing = [at for at in due if at not in listed]
    tail = next((n for n, at in enumerate(reversed(due)) if at in listed), len(due))
    if len(missing) * 2 > len(due) or tail > 2:
        return []
    return [f"“{_name(contents.targets[at])}”" for at in missing]


def _is_due(target: Target) -> bool:
    return target.kind != "clause" or (target.certain and bool(target.title))


def _name(target: Target) -> str:
    if target.kind == "annex":
        return f"附录{target.number}"
    return f"{target.number}\u3000{target.title}".strip() or called(target.kind, "zh")


def _stale(contents: Contents, listed: list[ContentsEntry]) -> Iterator[Finding]:
    """Report entries without target or with another number or title; a shift of the numbers is told once."""
    numbered = sum(e.kind == "clause" for e in listed) > sum(not e.kind for e in listed)
    captions = _captions_agree(contents)
    shifted = False
    for entry in listed:
        target = contents.of(entry)
        if entry.kind in ("figure", "table") and not captions:
            continue
        if target is None:
            if entry.kind or entry.page:
                yield toc_entry_without_target.at(entry.span, entry=entry.said)
            continue
        if _number_differs(entry, target, numbered):
            if not shifted:
                place = entry.number_span if entry.number else entry.span
                yield toc_entry_differs.at(place, entry=entry.said, title=_name(target))
            shifted = True
            continue
        shifted = False
        titled = entry.title and target.title and not same_title(entry.title, target.title)
        if titled or (entry.status and target.status and entry.status[:2] != target.status[:2]):
            yield toc_entry_differs.at(entry.span, entry=entry.said, title=_full(target))


def _full(target: Target) -> str:
    names = {"annex": "附录", "figure": "图", "table": "表"}
    status = f"（{target.status}）" if target.status else ""
    return f"{names.get(target.kind, '')}{target.number}{status}\u3000{target.title}".strip()


def _number_differs(entry: ContentsEntry, target: Target, numbered: bool) -> bool:
    if not target.number or not target.certain or entry.number == target.number:
        return False
    return bool(entry.number) or numbered


def _captions_agree(contents: Contents) -> bool:
    """Say whether most of the figures and tables listed were found with their titles."""
    pairs = [(e, contents.of(e)) for e in contents.entries if e.kind in ("figure", "table")]
    return sum(bool(t and same_title(e.title, t.title)) for e, t in pairs) * 2 > len(pairs)


def _out_of_order(contents: Contents) -> ContentsEntry | None:
    """Return the first entry that does not stand in the order of the text; figures and tables come last."""
    seen: set[int] = set()
    entries: list[ContentsEntry] = []
    for entry in contents.entries:
        if entry.target >= 0 and entry.target not in seen:
            seen.add(entry.target)
            entries.append(entry)
    ranks = [_rank(contents, entry) for entry in entries]
    if all(one < other for one, other in pairwise(ranks)):
        return None
    kept = _longest_rise(ranks)
    return next(entry for at, entry in enumerate(entries) if at not in kept)


def _rank(contents: Contents, entry: ContentsEntry) -> tuple[int, int]:
    return {"figure": 1, "table": 2}.get(contents.targets[entry.target].kind, 0), entry.target


def _longest_rise(ranks: list[tuple[int, int]]) -> set[int]:
    """Return the indexes of the longest rising sequence, of several the one that begins first."""
    lengths: list[int] = [1] * len(ranks)
    after = [-1] * len(ranks)
    for at in range(len(ranks) - 1, -1, -1):
        for later in range(at + 1, len(ranks)):
            if ranks[at] < ranks[later] and lengths[later] + 1 > lengths[at]:
                lengths[at], after[at] = lengths[later] + 1, later
    at = lengths.index(max(lengths))
    kept: set[int] = set()
    while at >= 0:
        kept.add(at)
        at = after[at]
    return kept
