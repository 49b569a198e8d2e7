"""End a paragraph of sentences with a full stop.

Only paragraphs that are certainly sentences are looked at: they contain a provision, or sentences with a full stop
before. Headings, captions, list items and cells have rules of their own; lead-ins of lists, formulas, tables and
figures, explanations of symbols, lines of keys and values, and text that a scan has cut into lines are left alone.

由句子构成的段，段末应有句号。标题、列项、表格单元格另有规则；列项、公式、图表之前的引语，符号说明，“名称：内容”式的行
和扫描件中被断开的行不报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import OBJECT, Edit
from stdlint.views.outline import Section
from stdlint.views.provisions import imperative

missing_full_stop = Check(
    id="PUN290",
    message="段末没有句号，应在“{end}”之后加“。”。",
    message_en="The paragraph has no full stop; add “。” behind “{end}”.",
    bad="""
        # 4 要求

        ⟦外观应完好⟧
    """,
    good="""
        # 4 要求

        外观应完好。
    """,
    more=(
        (
            """
            # 1 范围

            本文件规定了产品的要求，⟦描述了试验方法⟧

            # 4 要求

            ## 4.1 外观

            产品的颜色应均匀。表面无裂纹、⟦气孔和毛刺⟧

            ## 4.2 尺寸

            ⟦尺寸应符合表1的规定（见5.2）⟧

            尺寸宜用卡尺测量，每件测量3次。

            # 5 标志

            标志应清晰，⟦高度不应小于5 mm⟧

            # 6 检查

            按5.2的规定检查标志，⟦记录每件的检查结果⟧
            """,
            """
            # 1 范围

            本文件规定了产品的要求，描述了试验方法。

            # 4 要求

            ## 4.1 外观

            产品的颜色应均匀。表面无裂纹、气孔和毛刺。

            ## 4.2 尺寸

            尺寸应符合表1的规定（见5.2）。

            尺寸宜用卡尺测量，每件测量3次。

            # 5 标志

            标志应清晰，高度不应小于5 mm。

            # 6 检查

            按5.2的规定检查标志，记录每件的检查结果。
            """,
        ),
        (
            """
            # 4 总则

            4.1 满足保护环境、节约资源和保障安全的社会公益需求；

            4.2 满足消费者权益保护、公共服务和健康的社会公益需求；

            4.3 符合组织参与国际事务、国际贸易、⟦突破技术性贸易壁垒的需求⟧

            # 5 要求

            外观应完好。
            """,
            """
            # 4 总则

            4.1 满足保护环境、节约资源和保障安全的社会公益需求；

            4.2 满足消费者权益保护、公共服务和健康的社会公益需求；

            4.3 符合组织参与国际事务、国际贸易、突破技术性贸易壁垒的需求。

            # 5 要求

            外观应完好。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件起草单位：甲公司、乙公司

        # 4 要求

        ## 4.1 外观要求

        外观应符合下列规定

        ——颜色均匀；

        ——无裂纹。

        质量应按公式（1）计算

        $$m = a + b$$

        式中：

        m——质量；

        a——初始质量，应不小于5 g

        尺寸应符合表1的规定

        表1 尺寸

        | 项目 | 应符合的值 |
        |---|---|
        | 长度 | 5 |

        联系电话：应急办公室

        应用说明

        说明书应写明：“使用前切断电源。”

        检查项目包括：

        颜色应均匀

        表面应光滑

        外观应符合图1的规定

        ![](a.png)

        试验报告应包括以下内容，按顺序

        样品的名称、编号和状态。
        """,
    ),
)

_ENDS = frozenset("。；：，、！？…”’.．;:,!?—～~|" + OBJECT)
_INTRODUCES = patterns.compile(r"如下|以下|下列|[见如]?[图表]\s?[A-Z]?[.\d]+所示|如下所示|包括|为$|公式")
_SYMBOL = patterns.compile(r"[^—\n]{0,14}——|[^\u4e00-\u9fff“《（(\d]")
_SENTENCE = patterns.compile("。.*[\u4e00-\u9fff]{2}")
_OPENS = ("本文件", "本标准", "本部分")
_LAST_CLAUSE = patterns.compile(r"[^，。；：、]{1,24}$")
_FEW = 3
"""Paragraphs without stop in front of others from which on the text is taken for lines of a scan."""

_FULL_LINE = 30
"""Characters of the shortest line that a scan cuts."""

_ELEMENTS = frozenset(("foreword", "introduction", "scope", "clause", "annex"))


@missing_full_stop.finder
def find(doc: Document) -> Iterator[Finding]:
    text, blocks = doc.text, doc.blocks
    candidates = [
        index
        for index, block in enumerate(blocks)
        if block[1] == "para" and text[block[0][1] - 1] not in _ENDS and block.table < 0
    ]
    found = [index for index in candidates if _is_running(doc, index)]
    followed = [index for index in found if _next_is_plain(doc, index)]
    cut = set(followed) if len(followed) > _FEW else {index for index in followed if not _is_closed(doc, index)}
    for index in found:
        if index not in cut:
            start, end = blocks[index].span
            end = start + len(text[start:end].rstrip())
            words = _LAST_CLAUSE.search(text, start, end)
            first = words.start() if words else end - 1
            yield missing_full_stop.at((first, end), fix=[Edit(end, end, "。")], end=text[first:end])


def _is_running(doc: Document, index: int) -> bool:
    """Say whether a block is a paragraph of sentences that introduces nothing."""
    block, region = doc.blocks[index], doc.regions[index]
    if region.role != "text" or region.element not in _ELEMENTS or block.bold or block.centred:
        return False
    said = doc.said(index).strip()
    if not said or said[-1] in _ENDS or _SYMBOL.match(said) or "起草" in said[:12] or " " * 3 in said:
        return False
    last = said.rpartition("。")[2]
    if last[0] in "（(" and last.find("）" if last[0] == "（" else ")") == len(last) - 1:
        return False
    if "：" in last and not last.rpartition("：")[2].startswith("“"):
        return False
    if said.count("（") != said.count("）") and said.count("(") == said.count(")"):
        return False
    if _closes_series(doc, index):
        return True
    return _is_sentence(doc, index, said) and _stands_alone(doc, index, last)


def _closes_series(doc: Document, index: int) -> bool:
    """Say whether a paragraph is the last of several that are separated by “；”."""
    before = index - 1
    while before >= 0 and doc.blocks[before].kind == "label":
        before -= 1
    following = _following(doc, index)
    section = doc.regions[index].section
    last = following < 0 or doc.regions[following].section not in (section, section.parent, *_siblings(section))
    alike = (
        before >= 0
        and doc.blocks[before].kind == "para"
        and doc.blocks[before].label[:2] == doc.blocks[index].label[:2]
    )
    return last and alike and doc.said(before).rstrip().endswith("；")


def _siblings(section: Section) -> list[Section]:
    return section.parent.children if section.parent else []


def _is_sentence(doc: Document, index: int, said: str) -> bool:
    if said.startswith(_OPENS) and len(said) > 8:
        return True
    provides = any(not modal.attributive for modal in doc.verbs(doc.blocks[index].span))
    provides = provides or (len(said) > 10 and imperative(said))
    return (provides and doc.regions[index].element not in ("foreword", "introduction")) or bool(_SENTENCE.search(said))


def _stands_alone(doc: Document, index: int, last: str) -> bool:
    """Say whether a paragraph neither introduces what follows nor is one of several lines behind a colon."""
    following = _following(doc, index)
    if following >= 0:
        block = doc.blocks[following]
        if block.kind in ("item", "formula", "caption", "code", "quote", "cell", "title") or block.table >= 0:
            return False
        if OBJECT in doc.said(following)[:2] or (_INTRODUCES.search(last) and block.kind == "para"):
            return False
        if doc.said(following).startswith(("式中", "其中：")):
            return False
    before = index - 1
    while before >= 0 and doc.blocks[before].kind == "para" and doc.said(before)[-1:] not in "。！？":
        if doc.said(before).rstrip().endswith(("：", ":", "；", ";", OBJECT)) or doc.said(before).startswith("式中"):
            return False
        before -= 1
    return True


def _following(doc: Document, index: int) -> int:
    """Return the next block that is no label, header or footnote, or -1."""
    apart = ("label", "header", "footer", "footnote", "box", "toc")
    return next((i for i in range(index + 1, len(doc.blocks)) if doc.blocks[i].kind not in apart), -1)


def _next_is_plain(doc: Document, index: int) -> bool:
    """Say whether an unnumbered paragraph follows, so that the text may only be cut into lines."""
    following = _following(doc, index)
    return following >= 0 and doc.blocks[following].kind == "para" and not doc.blocks[following].label


def _is_closed(doc: Document, index: int) -> bool:
    """Say whether the paragraph behind begins a sentence of its own: it ends with “。”, and this one is short."""
    said = doc.said(_following(doc, index)).strip()
    return said.endswith("。") and len(doc.said(index)) < _FULL_LINE
