"""Say where something stands by its number, not by “above” and “below”.

What stands above today stands elsewhere tomorrow, and on another page for every reader. Lists are introduced with
“下列” and “如下”; that is no reference.

提及的内容应写明编号，不用“上文”“下文”“上述条款”“下图”“下表”“下式”。引出列项的“下列”“如下”不是提及，不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.captions import NAMES
from stdlint.views.outline import Section
from stdlint.views.pointers import Pointer
from stdlint.views.wording import fold

relative_reference = Check(
    id="CIT051",
    message="不写“{quote}”，应写明章、条的编号。",
    message_en="Give the number of the clause instead of “{quote}”.",
    bad="""
        # 5 要求

        试验方法见⟦下文⟧。

        # 6 试验

        ## 6.1 样品

        ## 6.2 试验方法
    """,
    good="""
        # 5 要求

        试验方法见6.2。

        # 6 试验

        ## 6.1 样品

        ## 6.2 试验方法
    """,
    more=(
        (
            """
            # 5 要求

            螺栓应符合⟦上述条款⟧的规定。

            定义见⟦前述⟧，要求见⟦上文⟧，⟦上文⟧所述的要求和⟦上述各条款⟧均适用。
            """,
            """
            # 5 要求

            螺栓应符合4.2的规定。

            定义见3.1，要求见4.2，4.2所述的要求和4.3均适用。
            """,
        ),
        (
            """
            # 5 要求

            检验按⟦下一章⟧的规定进行。

            # 6 检验

            ## 6.1 抽样

            抽样数量应符合⟦上一章⟧的规定，判定见⟦下一条⟧。

            ## 6.2 判定
            """,
            """
            # 5 要求

            检验按第6章的规定进行。

            # 6 检验

            ## 6.1 抽样

            抽样数量应符合第5章的规定，判定见6.2。

            ## 6.2 判定
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        螺栓应符合下列要求：

        a) 尺寸应符合5.2的规定；
        b) 外观应符合上述要求。

        根据上下文理解，见上文档案的“见下文”。应满足以下条款：见上文件。意见上述人员应答复。上一节车厢、前一条件和下一条形码不变。
        """,
    ),
)

relative_figure_reference = Check(
    id="CIT052",
    message="不写“{quote}”，应写明{kind}的编号。",
    message_en="Give the number of the {kind_en} instead of “{quote}”.",
    bad="""
        # 5 要求

        尺寸见⟦下表⟧。

        表1　尺寸

        | 规格 | 长度 |
        |---|---|
        | M6 | 20 |
    """,
    good="""
        # 5 要求

        尺寸见表1。

        表1　尺寸

        | 规格 | 长度 |
        |---|---|
        | M6 | 20 |
    """,
    more=(
        (
            """
            # 5 要求

            结构如⟦下图⟧所示。

            ![结构](a.png)

            图1　结构

            ⟦上图⟧中的尺寸按⟦下式⟧计算：

            $$ l=2d $$ （1）
            """,
            """
            # 5 要求

            结构如图1所示。

            ![结构](a.png)

            图1　结构

            图1中的尺寸按公式（1）计算：

            $$ l=2d $$ （1）
            """,
        ),
        (
            """
            # 5 要求

            结构如⟦图⟧所示，尺寸应符合⟦如下表⟧的规定，偏差见⟦表⟧。

            ⟦下列公式⟧用于计算质量，⟦下表⟧给出了系数。
            """,
            """
            # 5 要求

            结构如图1所示，尺寸应符合表1的规定，偏差见表2。

            公式（1）用于计算质量，表3给出了系数。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        尺寸见表1，结构如图1所示，按公式（1）计算。要求如下表示：用下表面接触。上述图样、下图形符号和以下表格的式样不变。
        在地下图书馆，以上图片仅供说明；如下示例。地图见图册，见图纸。
        获得省级以上表彰的，得10分；区级以上表扬的，得5分。检查叶片的上表皮。
        """,
    ),
)

_NEIGHBOUR = patterns.compile("[上下前后]一?[章条节]")
_NOUN = patterns.compile(r"\p{Han}{2,12}$")


@relative_reference.finder
@relative_figure_reference.finder
def find(doc: Document) -> Iterator[Finding]:
    for pointer in doc.pointers:
        if pointer.number:
            continue
        if pointer.kind == "text":
            yield relative_reference.at(pointer.span, fix=_clause(doc, pointer), safe=False)
        else:
            zh, en = NAMES[pointer.kind]
            fix = _numbered(doc, pointer)
            yield relative_figure_reference.at(pointer.span, fix=fix, safe=False, kind=zh, kind_en=en)


def _numbered(doc: Document, pointer: Pointer) -> str | None:
    """Return the number of the next figure, table or formula in the direction that is said, where it has one."""
    said = doc.text[slice(*pointer.span)]
    if "列" in said or len(said) == 1:
        return None
    chapter = doc.outline.owner[pointer.block].chapter
    here = [c for c in doc.captions if c.kind == pointer.kind and doc.outline.owner[c.block].chapter is chapter]
    if "上" in said:
        caption = next((c for c in reversed(here) if c.block < pointer.block), None)
    else:
        caption = next((c for c in here if c.block > pointer.block), None)
    if caption is None or not caption.number:
        return None
    return f"公式（{caption.number}）" if pointer.kind == "formula" else f"{NAMES[pointer.kind][0]}{caption.number}"


def _clause(doc: Document, pointer: Pointer) -> str | None:
    """Return the clause that is meant: the next or last one, or the one whose title stands in front of “见”."""
    said = doc.text[slice(*pointer.span)]
    if _NEIGHBOUR.fullmatch(said):
        return _neighbour(doc, pointer, said)
    before = _NOUN.search(doc.text, doc.blocks[pointer.block].span[0], pointer.verb_span[0])
    if pointer.verb != "见" or before is None or pointer.verb_span[1] != pointer.span[0]:
        return None
    meant = [
        s for s in doc.walk() if s.number and s.titled and len(s.title) > 1 and before.group().endswith(fold(s.title))
    ]
    behind = said[0] == "下"
    meant = [s for s in meant if (s.first > pointer.block if behind else s.last <= pointer.block)]
    return _cited(meant[0]) if len(meant) == 1 else None


def _neighbour(doc: Document, pointer: Pointer, said: str) -> str | None:
    step = -1 if said[0] in "上前" else 1
    here = doc.outline.owner[pointer.block]
    if said[-1] == "章":
        here = here.chapter
    siblings = here.parent.children if here.parent else doc.outline.chapters
    if here not in siblings or not 0 <= (at := siblings.index(here) + step) < len(siblings) or not siblings[at].number:
        return None
    return _cited(siblings[at])


def _cited(section: Section) -> str:
    return section.number if "." in section.number else f"第{section.number}章"
