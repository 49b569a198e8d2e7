"""Use in an element only the forms of expression that Table 3 allows there.

A foreword has no figures, tables or formulas; normative references are a list; a scope has no figures or formulas;
a bibliography has only its list and footnotes. In Word, tables without a caption often serve the layout: those of a
foreword are left alone. Term entries in tables and footnotes to terms have rules of their own.

各要素只用表3允许的表述形式：前言不含图、表、公式，规范性引用文件和参考文献以清单给出，范围不含图和公式。Word中没有表题的表常用于排版，
前言中的不查。
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import OBJECT, Span
from stdlint.views.outline import Section

table_or_figure_in_foreword = Check(
    id="ELM050",
    message="前言中不应有图、表或公式。",
    message_en="A foreword contains no figures, tables or formulas.",
    bad="""
        # 前言

        主要技术变化见表1。

        ⟦表1⟧　主要变化

        | 章条 | 变化 |
        |---|---|
        | 5.2 | 增加 |

        # 1 范围
    """,
    good="""
        # 前言

        主要技术变化如下：

        a) 增加了尺寸（见5.2）。

        # 1 范围
    """,
    more=(
        (
            """
            # 前言

            文件的关系如下：

            ![关系](a.png)

            ⟦图1⟧　文件的关系

            # 1 范围
            """,
            """
            # 前言

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件由中国机械工业联合会提出（见表1）。

        # 1 范围

        表1　尺寸

        | 项目 | 数值 |
        |---|---|
        | 长度 | 20 |
        """,
    ),
)

table_in_normative_references = Check(
    id="ELM051",
    message="规范性引用文件应以清单给出，不应使用表或图。",
    message_en="Normative references are a list, not a table or figure.",
    bad="""
        # 2 规范性引用文件

        | ⟦序号⟧ | 标准号 | 名称 |
        |---|---|---|
        | 1 | GB/T 191 | 包装储运图示标志 |
    """,
    good="""
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦表1⟧　引用文件

            | 序号 | 标准号 | 名称 |
            |---|---|---|
            | 1 | GB/T 191 | 包装储运图示标志 |

            # 3 术语和定义
            """,
            """
            # 2 规范性引用文件

            GB/T 191　包装储运图示标志

            # 3 术语和定义
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 3 术语和定义

        | 术语 | 定义 |
        |---|---|
        | 螺栓 | 紧固件 |
        """,
    ),
)

figure_in_scope = Check(
    id="ELM052",
    message="范围中不应有图或公式。",
    message_en="A scope contains no figures or formulas.",
    bad="""
        # 1 范围

        本文件适用于图1所示的螺栓。

        ![螺栓](a.png)

        ⟦图1⟧　适用界限
    """,
    good="""
        # 1 范围

        本文件适用于六角头螺栓。
    """,
    clean=(
        """
        # 1 范围

        本文件适用于长度$l$大于20 mm的螺栓，尺寸见表1。

        表1　尺寸

        | 项目 | 数值 |
        |---|---|
        | 长度 | 20 |

        # 2 要求

        ![螺栓](a.png)

        图1　螺栓
        """,
    ),
)

note_in_bibliography = Check(
    id="ELM053",
    message="参考文献只由文件清单和脚注组成，不应有注、图或表。",
    message_en="A bibliography consists of its list and footnotes only, without notes, figures or tables.",
    bad="""
        # 参考文献

        [1] GB/T 1.2

        注：⟦见其附录A。⟧
    """,
    good="""
        # 参考文献

        [1] GB/T 1.2
    """,
    more=(
        (
            """
            # 参考文献

            [1] GB/T 1.2

            ⟦表1⟧　其他文件

            | 序号 | 文件 |
            |---|---|
            | 1 | GB/T 191 |
            """,
            """
            # 参考文献

            [1] GB/T 1.2
            """,
        ),
    ),
    clean=(
        """
        # 参考文献

        [1] GB/T 1.2[^1]

        [2] 注释学

        [^1]: 该文件正在修订。

        # 索引

        | 螺栓 | 3.1 |
        |---|---|
        | 螺母 | 3.2 |
        """,
    ),
)


@table_or_figure_in_foreword.finder
@table_in_normative_references.finder
@figure_in_scope.finder
@note_in_bibliography.finder
def find(doc: Document) -> Iterator[Finding]:
    for section in doc.outline.top:
        if section.element == "foreword":
            found = _objects(doc, section, {"figure", "table", "formula"}, tables=doc.format == "markdown")
            check = table_or_figure_in_foreword
        elif section.element == "references":
            found, check = _objects(doc, section, {"figure", "table", "formula"}), table_in_normative_references
        elif section.element == "scope":
            found, check = _objects(doc, section, {"figure", "formula"}, tables=False), figure_in_scope
        elif section.element == "bibliography":
            found = _objects(doc, section, {"figure", "table"}) + _notes(doc, section)
            check = note_in_bibliography
        else:
            continue
        if found:
            yield check.at(min(found))


def _objects(doc: Document, section: Section, kinds: set[str], *, tables: bool = True) -> list[Span]:
    """Return the first object of an element: its caption's label, a table's first words, a formula on its own line."""
    found = []
    caption = next((c for c in doc.captions if section.first <= c.block < section.last and c.kind in kinds), None)
    if caption is not None:
        label = doc.blocks[caption.block - 1]
        found.append(label.span if label.kind == "label" else doc.blocks[caption.block].span)
    if "formula" in kinds:
        found += [doc.blocks[at].span for at in section.blocks() if doc.blocks[at].kind == "formula"][:1]
    if "figure" in kinds and not found and doc.format == "markdown":
        found += [doc.blocks[at].span for at in section.blocks() if _is_picture(doc, at)][:1]
    if tables and not found:
        filled = (at for at in section.blocks() if doc.blocks[at].table >= 0 and doc.said(at).strip())
        found += [doc.blocks[at].span for at in filled if _is_table(doc, at)][:1]
    return found


def _is_picture(doc: Document, index: int) -> bool:
    """Say whether a paragraph is nothing but a picture (in Word that may be a line that was drawn)."""
    return doc.blocks[index].kind == "para" and doc.said(index).strip() == OBJECT


def _is_table(doc: Document, index: int) -> bool:
    """Say whether a cell stands in a table that deserves the name: two columns and two rows."""
    cells = doc.source.tables[doc.blocks[index].table].cells
    return max(cell.row for cell in cells) > 0 and max(cell.column for cell in cells) > 0


def _notes(doc: Document, section: Section) -> list[Span]:
    blocks = [note.blocks[0] for note in doc.notes if note.kind in ("note", "example")]
    at = bisect_left(blocks, section.first)
    return [doc.blocks[index].span for index in blocks[at : at + 1] if index < section.last]
