"""Put examples below the clause that they illustrate, not into a clause of their own, and close what frames them.

A clause must have content of its own; an example without the provision beside it has none. Many or long examples go to
an informative annex, whose subclauses may be named after them. In Markdown a block “:::示例” that is not closed
swallows the text behind it.

示例宜置于所涉及的章或条之下，不宜单独设章或条；示例较多时可放入资料性附录。Markdown中“:::示例”没有结束标记时，其后的条文都成了示例。
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.outline import Section
from stdlint.views.wording import fold

example_as_clause = Check(
    id="EXM020",
    message="示例不宜单独设章或条（“{title}”），宜置于所涉及的条文之下。",
    message_en="Examples should not form a clause of their own (“{title}”); put them below the text they illustrate.",
    bad="""
        # 5 标签

        ## 5.1 颜色

        标签应有颜色。

        ## 5.2 ⟦示例⟧

        红色标签。
    """,
    good="""
        # 5 标签

        ## 5.1 颜色

        标签应有颜色。

        示例：红色标签。

        ## 5.2 字

        标签应有字。
    """,
    more=(
        (
            """
            # 5 标签

            标签应有颜色。

            # 6 ⟦应用举例⟧

            红色标签。

            # 附录A（规范性）　计算

            ## A.1 方法

            按公式计算。

            ## A.2 ⟦计算示例2⟧

            结果为10。
            """,
            """
            # 5 标签

            标签应有颜色。

            示例：红色标签。

            # 附录A（规范性）　计算

            按公式计算。

            示例：结果为10。
            """,
        ),
    ),
    clean=(
        """
        # 5 标签

        ## 5.1 示例的编写

        示例应简短。

        ## 5.2 示例图

        见图1。

        # 附录A（资料性）　标签示例

        ## A.1 颜色示例

        红色标签。
        """,
        """
        # 3 术语和定义

        ### 3.1

        示例　example

        举例说明的附加信息。
        """,
    ),
)

unclosed_example = Check(
    id="EXM030",
    message="示例块的{what}标记没有对应的{other}标记，二者应成对。",
    message_en="The {what_en} of this example block has no {other_en}.",
    bad="""
        # 4 要求

        标签应有颜色。

        :::示例
        ⟦红色标签。⟧

        标签应有字。
    """,
    good="""
        # 4 要求

        标签应有颜色。

        :::示例
        红色标签。
        :::

        标签应有字。
    """,
    more=(
        (
            """
            # 4 要求

            标签应有颜色。

            ::: {.example}

            ⟦红色标签。⟧

            ::: example

            绿色标签。

            :::

            标签应有字。
            """,
            """
            # 4 要求

            标签应有颜色。

            ::: {.example}

            红色标签。

            :::

            ::: example

            绿色标签。

            :::

            标签应有字。
            """,
        ),
        (
            """
            # 4 要求

            标签应有颜色。

            ⟦红色标签。⟧

            :::

            ::: 示例

            绿色标签。

            :::
            """,
            """
            # 4 要求

            标签应有颜色。

            ::: 示例

            红色标签。

            :::

            ::: 示例

            绿色标签。

            :::
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        ::: note

        标签应有颜色。

        ::::示例

        红色标签。

        ::::

        :::

        ```
        :::示例
        ```
        """,
    ),
    formats=("markdown",),
)

_TITLE = patterns.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?<![的和与及或、按])(?:示例|举例|实例|范例)|例子)(?:[一二三四五六七八九十]|\d{1,2})?"
)
_ENDS = frozenset("例子0123456789一二三四五六七八九十")
_FENCE = patterns.compile(r"^[ >\t]*(?:(?P<code>```|~~~)|(?P<colons>:{3,})[ \t]*(?P<name>[^\n\r:]*):*[ \t\r]*$)", 8)
_EXAMPLE = patterns.compile(r"示例|举例|[Ee]xample|EXAMPLE")


@example_as_clause.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.walk():
        title = section.title
        if not title or title[-1] not in _ENDS or section.element not in ("clause", "annex"):
            continue
        if section.titled and section.number and _TITLE.fullmatch(fold(title)) and _is_clause(section):
            yield example_as_clause.at(section.head, title=title)


def _is_clause(section: Section) -> bool:
    """Say whether a section is a clause of the body or of a normative annex, and not below one of its like."""
    top = section
    while top.parent is not None:
        top = top.parent
        if _TITLE.fullmatch(fold(top.title)):
            return False
    return section.element == "clause" or (
        top is not section and top.status not in ("资料性", "资料性附录", "informative")
    )


@unclosed_example.finder
def find_unclosed(doc: Document) -> Iterator[Finding]:
    if doc.format != "markdown" or b":::" not in doc.source.data:
        return
    raw = doc.source.data.decode(doc.source.encoding, "replace")
    opened: list[tuple[bool, int]] = []
    lost: list[tuple[int, bool]] = []
    stray: list[int] = []
    coded = examples = False
    for match in _FENCE.finditer(raw):
        if match["code"]:
            coded = not coded
        if match["code"] or coded:
            continue
        name = match["name"].strip()
        if name:
            example = _EXAMPLE.search(name) is not None
            examples = examples or example
            if example and opened and opened[-1][0]:
                lost.append((opened.pop()[1], True))
            opened.append((example, match.end()))
        elif opened:
            opened.pop()
        else:
            stray.append(match.start())
    lost += [(offset, True) for example, offset in opened if example]
    lost += [(offset, False) for offset in stray if examples]
    for offset, opens in sorted(lost):
        span = _near(doc, offset, opens)
        if span is not None:
            what, other = ("起始", "结束") if opens else ("结束", "起始")
            what_en, other_en = ("start", "end") if opens else ("end", "start")
            yield unclosed_example.at(span, what=what, other=other, what_en=what_en, other_en=other_en)


def _near(doc: Document, offset: int, opens: bool) -> Span | None:
    """Return the first block behind an offset of the file, or the last in front of it."""
    blocks = [
        block for block in doc.blocks if block.span[0] < block.span[1] and block.kind not in ("label", "footnote")
    ]
    at = bisect_left(blocks, offset, key=lambda block: doc.source.origin(block.span[0]).offset)
    at = at if opens else at - 1
    return blocks[at].span if 0 <= at < len(blocks) else (blocks[-1].span if blocks else None)
