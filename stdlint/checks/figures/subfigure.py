"""Number subfigures a), b) …, on one level, and let them share key, notes and footnotes.

A subfigure with a key or notes of its own, or with parts of its own, is a figure of its own.

分图用a)、b)编号，只准许有一个层次；各分图有各自的标引序号说明、注或脚注时，应编为单独的图。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.captions import label_span
from stdlint.views.figures import Figure, Part
from stdlint.views.wording import fold

malformed_subfigure_number = Check(
    id="FIG080",
    message="分图应编为“a)”“b)”，不写“{quote}”。",
    message_en="Subfigures are numbered a), b), not “{quote}”.",
    bad="""
        # 4 要求

        ![正视](a.png)

        ⟦图1-1⟧　正视图

        ![侧视](b.png)

        图1-2　侧视图

        图1　结构
    """,
    good="""
        # 4 要求

        ![正视](a.png)

        a) 正视图

        ![侧视](b.png)

        b) 侧视图

        图1　结构
    """,
    more=(
        (
            """
            # 4 要求

            ![正视](a.png)

            ⟦（a）⟧正视图

            ![侧视](b.png)

            （b）侧视图

            图1　结构
            """,
            """
            # 4 要求

            ![正视](a.png)

            a) 正视图

            ![侧视](b.png)

            b) 侧视图

            图1　结构
            """,
        ),
        (
            """
            # 4 要求

            ![正视](a.png)

            ⟦图1a⟧　正视图

            ![侧视](b.png)

            图1b　侧视图

            图1　结构
            """,
            """
            # 4 要求

            ![正视](a.png)

            a) 正视图

            ![侧视](b.png)

            b) 侧视图

            图1　结构
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        ![正视](a.png)

        a) 正视图

        ![侧视](b.png)

        b) 侧视图

        图1　结构
        """,
        """
        # 4 要求

        结构分为：

        1) 甲型；

        2) 乙型。

        ![结构](a.png)

        图1　结构
        """,
    ),
)

nested_subfigure = Check(
    id="FIG081",
    message="分图只准许有一个层次，“{quote}”在分图之下。",
    message_en="Only one level of subfigures is permitted; “{quote}” stands below a subfigure.",
    bad="""
        # 4 要求

        ![正视](a.png)

        a) 正视图

        ![局部](b.png)

        ⟦1)⟧ 局部

        ![侧视](c.png)

        b) 侧视图

        图1　结构
    """,
    good="""
        # 4 要求

        ![正视](a.png)

        a) 正视图

        ![局部](b.png)

        b) 局部

        ![侧视](c.png)

        c) 侧视图

        图1　结构
    """,
)

subfigure_with_own_key = Check(
    id="FIG083",
    message="分图有各自的{what}，各分图应编为单独的图。",
    message_en="The subfigures have {what_en} of their own; number them as separate figures.",
    bad="""
        # 4 要求

        ![正视](a.png)

        a) 正视图

        注：⟦未按比例。⟧

        ![侧视](b.png)

        b) 侧视图

        注：已按比例。

        图1　结构
    """,
    good="""
        # 4 要求

        ![正视](a.png)

        注：未按比例。

        图1　正视图

        ![侧视](b.png)

        注：已按比例。

        图2　侧视图
    """,
    more=(
        (
            """
            # 4 要求

            ![正视](a.png)

            ⟦标引序号说明：⟧

            1——钉芯。

            a) 正视图

            ![侧视](b.png)

            标引序号说明：

            1——钉体。

            b) 侧视图

            图1　结构
            """,
            """
            # 4 要求

            ![正视](a.png)

            标引序号说明：

            1——钉芯。

            图1　正视图

            ![侧视](b.png)

            标引序号说明：

            1——钉体。

            图2　侧视图
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        ![正视](a.png)

        a) 正视图

        ![侧视](b.png)

        b) 侧视图

        标引序号说明：

        1——钉芯。

        注：未按比例。

        图1　结构
        """,
    ),
)

_RIGHT = patterns.compile(r"[a-z]\)")
_DIGIT = patterns.compile(r"\(?\d+\)|[①-⑳]|[a-zA-Z]\d.*")
_OWN = {
    "lead": ("标引序号说明", "a key"),
    "item": ("标引序号说明", "a key"),
    "note": ("注", "notes"),
    "footnote": ("脚注", "footnotes"),
}


@malformed_subfigure_number.finder
@nested_subfigure.finder
@subfigure_with_own_key.finder
def find(doc: Document) -> Iterator[Finding]:
    for figure in doc.figures:
        subs = figure.subfigures
        if figure.caption < 0 or len(subs) < 2 or len(figure.pictures) < 2:
            continue
        lettered = any(_RIGHT.fullmatch(fold(sub.label)) for sub in subs)
        wrong = [sub for sub in subs if not _RIGHT.fullmatch(fold(sub.label))]
        digits = [sub for sub in wrong if _DIGIT.fullmatch(fold(sub.label))]
        if lettered and digits:
            yield nested_subfigure.at(_mark(doc, digits[0]))
        elif wrong:
            yield _malformed(doc, subs, wrong)
        if own := _own(figure):
            what, what_en = _OWN[own.kind]
            yield subfigure_with_own_key.at(doc.blocks[own.block].span, what=what, what_en=what_en)


def _mark(doc: Document, sub: Part) -> Span:
    """Return the span of what numbers a subfigure."""
    block = doc.blocks[sub.block]
    if block.label:
        return label_span(doc.source, sub.block)
    start = block.span[0]
    return start, start + len(sub.label)


def _malformed(doc: Document, subs: list[Part], wrong: list[Part]) -> Finding:
    """Report the first wrong number; the fix gives all of them letters in their order."""
    edits = [Edit(*_mark(doc, sub), f"{chr(ord('a') + place)})") for place, sub in enumerate(subs[:26]) if sub in wrong]
    return malformed_subfigure_number.at(_mark(doc, wrong[0]), fix=edits, safe=False)


def _own(figure: Figure) -> Part | None:
    """Return the first key, note or footnote that stands between the subfigures."""
    places = [place for place, part in enumerate(figure.parts) if part.kind == "sub"]
    pictures = [place for place, part in enumerate(figure.parts) if part.kind == "picture"]
    last = max(pictures)
    found = [part for part in figure.parts[min(places[0], pictures[0]) : last] if part.kind in _OWN]
    return found[0] if found else None
