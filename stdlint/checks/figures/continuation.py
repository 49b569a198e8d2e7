"""Repeat the number and the title where a figure or table goes on over the page, and add “（续）”.

“续表1” hides the number behind another word; a repeated title without “（续）” looks like a second table.

转页接排的图和表应重复编号，后接题目（可省略）和“（续）”或“（第#页/共*页）”。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.captions import Caption, Continuation
from stdlint.views.wording import fold

malformed_figure_continuation = Check(
    id="FIG050",
    message="接排的图应重复编号和图题并加“（续）”，如“图1　图题（续）”，不写“{quote}”。",
    message_en="A continued figure repeats number and title and adds （续）, as in “图1　图题（续）”, not “{quote}”.",
    bad="""
        # 4 要求

        ![结构](a.png)

        图1　结构

        ![结构](b.png)

        ⟦续图1⟧
    """,
    good="""
        # 4 要求

        ![结构](a.png)

        图1　结构

        ![结构](b.png)

        图1　结构（续）
    """,
    more=(
        (
            """
            # 4 要求

            ![结构](a.png)

            图1　结构

            ![结构](b.png)

            图1　⟦结构　续⟧
            """,
            """
            # 4 要求

            ![结构](a.png)

            图1　结构

            ![结构](b.png)

            图1　结构（续）
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        ![结构](a.png)

        图1　结构

        ![结构](b.png)

        图1（第2页/共2页）

        ![手续](c.png)

        图2　办理的后续手续
        """,
    ),
)

malformed_table_continuation = Check(
    id="TAB080",
    message="接排的表应重复编号和表题并加“（续）”，如“表1　表题（续）”，不写“{quote}”。",
    message_en="A continued table repeats number and title and adds （续）, as in “表1　表题（续）”, not “{quote}”.",
    bad="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        ⟦续表1⟧

        | 长 | 宽 |
        |---|---|
        | 30 | 40 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        表1　尺寸（续）

        | 长 | 宽 |
        |---|---|
        | 30 | 40 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            ⟦（续表）⟧

            | 长 | 宽 |
            |---|---|
            | 30 | 40 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表1　尺寸（续）

            | 长 | 宽 |
            |---|---|
            | 30 | 40 |
            """,
        ),
        (
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表1　⟦续⟧

            | 长 | 宽 |
            |---|---|
            | 30 | 40 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表1　尺寸（续）

            | 长 | 宽 |
            |---|---|
            | 30 | 40 |
            """,
        ),
        (
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表1　⟦尺寸⟧

            | 长 | 宽 |
            |---|---|
            | 30 | 40 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表1　尺寸（续）

            | 长 | 宽 |
            |---|---|
            | 30 | 40 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        表1（续）

        | 长 | 宽 |
        |---|---|
        | 30 | 40 |

        表2　连续

        | 长 | 宽 |
        |---|---|
        | 30 | 40 |

        续表时应注明。
        """,
    ),
)

_CHECKS = {"figure": (malformed_figure_continuation, "图"), "table": (malformed_table_continuation, "表")}


@malformed_figure_continuation.finder
@malformed_table_continuation.finder
def find(doc: Document) -> Iterator[Finding]:
    for one in doc.continuations:
        check, sign = _CHECKS[one.kind]
        if not one.right:
            yield _finding(doc, check, sign, one)
    for kind, (check, _) in _CHECKS.items():
        last: Caption | None = None
        for caption in doc.captions:
            if caption.kind != kind:
                continue
            span = doc.blocks[caption.block].span
            same = last is not None and last.number == caption.number and fold(last.title) == fold(caption.title)
            if same and caption.number and caption.title and span[0] < span[1]:
                yield check.at(span, fix=[Edit(span[1], span[1], "（续）")], safe=False)
            last = caption


def _finding(doc: Document, check: Check, sign: str, one: Continuation) -> Finding:
    """Report a continuation; the number and the title that it lacks are those of the caption before it."""
    block = doc.blocks[one.block]
    before = [caption for caption in doc.captions if caption.kind == one.kind and caption.block < one.block]
    same = [caption for caption in before if not one.number or caption.number == one.number]
    if not same:
        return check.at(block.span)
    first = same[-1]
    title = first.title
    if block.kind == "caption":
        return check.at(block.span, fix=f"{title or one.title}（续）", safe=False)
    gap = "　" if title else ""
    return check.at(_whole(doc, one), fix=f"{sign}{first.number}{gap}{title}（续）", safe=False)


def _whole(doc: Document, one: Continuation) -> Span:
    start, end = doc.blocks[one.block].span
    said = doc.text[start:end]
    return start + len(said) - len(said.lstrip()), start + len(said.rstrip())
