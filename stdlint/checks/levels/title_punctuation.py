"""Let no punctuation stand at the end of titles.

A title is not a sentence. Whether “5.2 防水。” is a title with a full stop or a short clause without title is told by
what stands below it and by its verb.

章、条、图、表的标题不是句子，末尾不加标点。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.levels import names
from stdlint.views.outline import Section

heading_punctuation = Check(
    id="LVL090",
    message="标题“{title}”末尾不用标点“{sign}”。",
    message_en="The heading “{title}” ends with the punctuation mark “{sign}”.",
    bad="""
        # 5 要求

        ## 5.1 外观⟦。⟧

        外观应完好。

        ## 5.2 尺寸⟦：⟧

        尺寸见表1。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## 5.2 尺寸

        尺寸见表1。
    """,
    more=(
        (
            """
            # 5 技术要求⟦；⟧

            ## 5.1 什么是外观⟦？⟧

            外观是看得见的性质。

            ## 5.2 尺寸

            外观应完好。

            # 附录A（规范性）　试验装置⟦。⟧

            装置由机架组成。
            """,
            """
            # 5 技术要求

            ## 5.1 什么是外观

            外观是看得见的性质。

            ## 5.2 尺寸

            外观应完好。

            # 附录A（规范性）　试验装置

            装置由机架组成。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        ## 5.1 外壳应防水。

        ## 5.2 检验项目包括：

        a) 外观；

        b) 尺寸。

        ## 5.3 外观（见图1）

        外观应完好。

        ## 5.4 尺寸等……

        尺寸见表1。
        """,
    ),
)

caption_punctuation = Check(
    id="LVL091",
    message="{kind}题“{title}”末尾不用标点“{sign}”。",
    message_en="The caption “{title}” ends with the punctuation mark “{sign}”.",
    bad="""
        # 5 尺寸

        尺寸见表1。

        表1　规格系列⟦。⟧

        | 长 | 宽 |
        |----|----|
        | 10 | 20 |
    """,
    good="""
        # 5 尺寸

        尺寸见表1。

        表1　规格系列

        | 长 | 宽 |
        |----|----|
        | 10 | 20 |
    """,
    more=(
        (
            """
            # 5 结构

            结构见图1。

            ![结构](a.png)

            图1　产品的结构⟦；⟧
            """,
            """
            # 5 结构

            结构见图1。

            ![结构](a.png)

            图1　产品的结构
            """,
        ),
    ),
    clean=(
        """
        # 5 尺寸

        表1　给出了尺寸。

        | 长 | 宽 |
        |----|----|
        | 10 | 20 |

        表2　规格（续）

        | 长 | 宽 |
        |----|----|
        | 10 | 20 |
        """,
    ),
)

_SIGNS = "。；：，、！？;:,!?．."
_TYPED = patterns.compile(
    r"\n(?P<kind>表|图)[ \u3000]?(?:[A-Z][.．]?)?\d+(?:[.．-]\d+)?[ \u3000]+"
    r"(?P<title>[^\n，。；：]{1,40})(?P<sign>[。；：])\n"
)
_SAYS = patterns.compile(r"(?:给出|规定|列出|中|的|所|为|是|示|应|表示|说明|描述|提供|可|见|和|与|及|至|或)")


@heading_punctuation.finder
@caption_punctuation.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.walk():
        text = section.title
        if text and text[-1] in _SIGNS and _is_title(doc, section):
            end = section.head[0] + len(text)
            stem = text.rstrip(_SIGNS)
            span = (section.head[0] + len(stem), end)
            if stem and not section.implied:
                yield heading_punctuation.at(span, fix="", title=stem, sign=text[len(stem) :])
    yield from _captions(doc)


def _is_title(doc: Document, section: Section) -> bool:
    text = section.title
    if section.element in ("cover", "title") or text.endswith(("……", "...")) or not (names(text) or text[-1] in "？！"):
        return False
    if section.element == "annex" and section.parent is None:
        return True
    block = doc.blocks[doc.block_at(section.head[0])]
    if not (block.kind == "heading" or block.bold) or "无标题" in block.style:
        return False
    body = [index for index in section.body if doc.blocks[index].span[0] > section.head[0]]
    if text[-1] in "：:" and body and doc.blocks[body[0]].kind == "item":
        return False
    return bool(body or section.children)


def _captions(doc: Document) -> Iterator[Finding]:
    for caption in doc.captions:
        start, end = doc.blocks[caption.block].span
        text = doc.text[start:end].rstrip()
        if caption.kind != "formula" and text and text[-1] in "。；：，、！？" and caption.title:
            stem = text.rstrip(_SIGNS)
            span = (start + len(stem), start + len(text))
            kind = "表" if caption.kind == "table" else "图"
            yield caption_punctuation.at(span, fix="", kind=kind, title=stem.strip(), sign=text[len(stem) :])
    for match in _TYPED.finditer(doc.text):
        index = doc.block_at(match.start("sign"))
        if (
            doc.blocks[index].kind == "para"
            and not _SAYS.match(match["title"])
            and _is_caption(doc, index, match["kind"])
        ):
            yield caption_punctuation.at(
                match.span("sign"), fix="", kind=match["kind"], title=match["title"], sign=match["sign"]
            )


def _is_caption(doc: Document, index: int, kind: str) -> bool:
    """Say whether a paragraph stands above a table, or below a picture."""
    if kind == "表":
        return any(block.table >= 0 for block in doc.blocks[index + 1 : index + 3])
    before = doc.blocks[index - 1] if index else None
    return before is not None and "\ufffc" in doc.said(before)
