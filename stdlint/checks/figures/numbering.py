"""Number figures and tables with Arabic numerals from 1 on through the whole document.

The numbers do not depend on the clauses, so that a reader finds “Table 7” without knowing where it stands; a figure or
table that is inserted late shifts the others. A table has no parts, so no letter follows its number.

图和表从引言起分别用阿拉伯数字连续编号，直到附录之前，与章条编号无关；每个附录内从1重新开始。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.captions import Caption, label_span
from stdlint.views.figures import malformed_number as malformed_figure
from stdlint.views.pointers import OTHER, canonical
from stdlint.views.tables import malformed_number as malformed_table
from stdlint.views.wording import fold

malformed_figure_number = Check(
    id="FIG020",
    message="“{quote}”：图用阿拉伯数字从1起编号，写作“图1”“图2”，不带章的编号。",
    message_en="“{quote}”: figures are numbered Figure 1, Figure 2 …, without the number of the clause.",
    bad="""
        # 4 要求

        结构见图4-1。

        ![结构](a.png)

        ⟦图4-1⟧　结构
    """,
    good="""
        # 4 要求

        结构见图1。

        ![结构](a.png)

        图1　结构
    """,
    more=(
        (
            """
            # 4 要求

            ![结构](a.png)

            ⟦图4.1⟧　结构

            ![尺寸](b.png)

            ⟦图4.2⟧　尺寸
            """,
            """
            # 4 要求

            ![结构](a.png)

            图1　结构

            ![尺寸](b.png)

            图2　尺寸
            """,
        ),
        (
            """
            # 4 要求

            ![结构](a.png)

            ⟦图一⟧　结构
            """,
            """
            # 4 要求

            ![结构](a.png)

            图1　结构
            """,
        ),
        (
            """
            # 4 要求

            ![结构](a.png)

            标引序号说明：

            1——泵体。

            ⟦附图1⟧　结构
            """,
            """
            # 4 要求

            ![结构](a.png)

            标引序号说明：

            1——泵体。

            图1　结构
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        ![结构](a.png)

        图1　结构

        # 附录A（资料性）　示例

        ![示例](b.png)

        图A.1　示例
        """,
    ),
)

broken_figure_numbering = Check(
    id="FIG021",
    message="此处的图应编为“图{expected}”，而不是“图{number}”：{why}。",
    message_en="This should be Figure {expected}, not Figure {number}: {why_en}.",
    bad="""
        # 4 要求

        ![结构](a.png)

        图1　结构

        尺寸见图3。

        ![尺寸](b.png)

        ⟦图3⟧　尺寸
    """,
    good="""
        # 4 要求

        ![结构](a.png)

        图1　结构

        尺寸见图2。

        ![尺寸](b.png)

        图2　尺寸
    """,
    more=(
        (
            """
            # 4 要求

            ![结构](a.png)

            ⟦图2⟧　结构
            """,
            """
            # 4 要求

            ![结构](a.png)

            图1　结构
            """,
        ),
        (
            """
            # 4 要求

            ![结构](a.png)

            图1　结构

            ![尺寸](b.png)

            ⟦图1⟧　尺寸
            """,
            """
            # 4 要求

            ![结构](a.png)

            图1　结构

            ![尺寸](b.png)

            图2　尺寸
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        ![结构](a.png)

        图1　结构

        # 附录A（资料性）　示例

        ![示例](b.png)

        图A.1　示例

        # 附录B（资料性）　图样

        ![图样](c.png)

        图B.1　图样
        """,
        """
        # 4 要求

        ![正视](a.png)

        a) 正视图

        ![侧视](b.png)

        b) 侧视图

        图1　结构

        ![尺寸](c.png)

        图2　尺寸

        ![尺寸](d.png)

        图2　尺寸（续）

        ![质量](d.png)

        图3　质量
        """,
    ),
)

malformed_table_number = Check(
    id="TAB020",
    message="“{quote}”：表用阿拉伯数字从1起编号，写作“表1”“表2”，不带章的编号。",
    message_en="“{quote}”: tables are numbered Table 1, Table 2 …, without the number of the clause.",
    bad="""
        # 4 要求

        尺寸应符合表4-1的规定。

        ⟦表4-1⟧　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    good="""
        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
    """,
    more=(
        (
            """
            # 4 要求

            ⟦表一⟧　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
        ),
        (
            """
            # 4 要求

            ⟦表 4.1⟧　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
        ),
        (
            """
            # 4 要求

            ⟦表（1）⟧　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            """,
        ),
        (
            """
            # 4 要求

            尺寸应符合表1～表1-1的规定。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表2　质量

            | 毛重 | 净重 |
            |---|---|
            | 10 | 20 |

            ⟦表1-1⟧　厚度

            | 厚 | 允差 |
            |---|---|
            | 10 | 2 |
            """,
            """
            # 4 要求

            尺寸应符合表1～表3的规定。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表2　质量

            | 毛重 | 净重 |
            |---|---|
            | 10 | 20 |

            表3　厚度

            | 厚 | 允差 |
            |---|---|
            | 10 | 2 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        GB/T 1.1—2020的表4-1给出了示例。

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
        """,
    ),
)

broken_table_numbering = Check(
    id="TAB021",
    message="此处的表应编为“表{expected}”，而不是“表{number}”：{why}。",
    message_en="This should be Table {expected}, not Table {number}: {why_en}.",
    bad="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        质量应符合表3的规定。

        ⟦表3⟧　质量

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |
    """,
    good="""
        # 4 要求

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        质量应符合表2的规定。

        表2　质量

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |
    """,
    more=(
        (
            """
            # 附录A（规范性）　试验

            表A.1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            ⟦表A.3⟧　质量

            | 毛重 | 净重 |
            |---|---|
            | 10 | 20 |
            """,
            """
            # 附录A（规范性）　试验

            表A.1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表A.2　质量

            | 毛重 | 净重 |
            |---|---|
            | 10 | 20 |
            """,
        ),
    ),
    clean=(
        """
        # 前言

        主要变化见表1。

        表1　主要变化

        | 章 | 变化 |
        |---|---|
        | 4 | 增加 |

        # 4 要求

        尺寸应符合表1的规定。

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 1 | 2 |
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

        表2　质量

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |

        # 附录B（规范性）　试验

        表B.1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
        """,
        """
        # 4 要求

        尺寸应符合表1和表3的规定。

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        表　厚度

        | 厚 | 允差 |
        |---|---|
        | 10 | 2 |

        表3　质量

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |
        """,
    ),
)

subtable = Check(
    id="TAB040",
    message="“{quote}”：不准许将表再分为分表，应编为单独的表。",
    message_en="“{quote}”: a table may not be divided into subtables; number it as a table of its own.",
    bad="""
        # 4 要求

        表1　质量

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |

        ⟦表2a⟧　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        ⟦表2b⟧　厚度

        | 厚 | 允差 |
        |---|---|
        | 10 | 2 |
    """,
    good="""
        # 4 要求

        表1　质量

        | 毛重 | 净重 |
        |---|---|
        | 10 | 20 |

        表2　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        表3　厚度

        | 厚 | 允差 |
        |---|---|
        | 10 | 2 |
    """,
    more=(
        (
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            ⟦表1-1⟧　厚度

            | 厚 | 允差 |
            |---|---|
            | 10 | 2 |
            """,
            """
            # 4 要求

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |

            表2　厚度

            | 厚 | 允差 |
            |---|---|
            | 10 | 2 |
            """,
        ),
    ),
)

_PLAIN = patterns.compile(r"\d+")
_ANNEXED = patterns.compile(r"[A-Z]\.\d+")
_LETTERED = patterns.compile(r"((?:[A-Z]\.)?\d+)[a-z]")
_DIVIDED = patterns.compile(r"((?:[A-Z]\.)?\d+)[.\-]\d+")
_CHECKS = {
    "figure": (malformed_figure_number, broken_figure_numbering, "图"),
    "table": (malformed_table_number, broken_table_numbering, "表"),
}


@malformed_figure_number.finder
@broken_figure_numbering.finder
@malformed_table_number.finder
@broken_table_numbering.finder
@subtable.finder
def find(doc: Document) -> Iterator[Finding]:
    for kind, (malformed, broken, sign) in _CHECKS.items():
        heads = _heads(doc, kind)
        wrong = [_is_malformed(doc, heads, place) for place in range(len(heads))]
        for place, caption in enumerate(heads):
            if wrong[place] == "malformed":
                expected = sum(not _in_annex(doc, other) for other in heads[: place + 1])
                edits = _renumber(doc, caption, sign, str(expected))
                yield malformed.at(label_span(doc.source, caption.block), fix=edits, safe=False)
            elif wrong[place] == "subtable":
                yield subtable.at(label_span(doc.source, caption.block))
        yield from _badly_written(doc, kind, malformed, sign, len(heads))
        if not any(wrong):
            yield from _continuity(doc, heads, broken, sign)


def _heads(doc: Document, kind: str) -> list[Caption]:
    """Return the captions that number a figure or table of its own, subfigures left out."""
    heads = [caption for caption in doc.captions if caption.kind == kind and caption.number]
    if kind == "figure":
        mains = {figure.caption for figure in doc.figures}
        heads = [caption for caption in heads if caption.block in mains]
    return [caption for caption in heads if doc.regions[caption.block].element not in ("cover", "contents", "foreword")]


def _is_malformed(doc: Document, heads: list[Caption], place: int) -> str:
    """Say what is wrong with the form of a number: “malformed”, “subtable”, or “”.

    “表5-1” numbers a subtable behind “表5”, by clause elsewhere. The form of numbers in annexes is the matter of
    object-number-without-annex-letter.
    """
    caption = heads[place]
    number = caption.number
    if _PLAIN.fullmatch(number) or _ANNEXED.fullmatch(number):
        return ""
    part = _LETTERED.fullmatch(number) or _DIVIDED.fullmatch(number)
    if caption.kind == "table" and part and (number[-1].isalpha() or _follows_its_table(heads, place, part[1])):
        return "subtable"
    return "" if _in_annex(doc, caption) or number[0].isalpha() else "malformed"


def _follows_its_table(heads: list[Caption], place: int, whole: str) -> bool:
    """Say whether the whole of which a number names a part stands in front, with other parts between at most."""
    for before in reversed(heads[:place]):
        if before.number == whole:
            return True
        divided = _DIVIDED.fullmatch(before.number)
        if divided is None or divided[1] != whole:
            return False
    return False


def _in_annex(doc: Document, caption: Caption) -> bool:
    return doc.regions[caption.block].element == "annex"


def _renumber(doc: Document, caption: Caption, sign: str, number: str) -> list[Edit]:
    """Return the edits that give a caption another number, in its label and wherever the text mentions it."""
    start, end = label_span(doc.source, caption.block)
    edits = [Edit(start, end, f"{sign}{number}")]
    key = (caption.kind, canonical(caption.number))
    for pointer in doc.pointers:
        first, last = pointer.span
        said = doc.text[first:last]
        if (pointer.kind, pointer.number) == key and pointer.whose != OTHER and caption.number in said:
            edits.append(Edit(first, last, said.replace(caption.number, number, 1)))
    return edits


def _badly_written(doc: Document, kind: str, malformed: Check, sign: str, known: int) -> Iterator[Finding]:
    """Report numbers that are none: “表一”, “图（1）”, “Table 1”."""
    leads = [one.lead for one in (doc.figures if kind == "figure" else doc.tables) if one.lead >= 0]
    length_of = malformed_figure if kind == "figure" else malformed_table
    for place, lead in enumerate(leads):
        start = doc.blocks[lead].span[0]
        if length := length_of(doc.said(lead)):
            fix = f"{sign}{place + 1}" if not known else None
            yield malformed.at((start, start + length), fix=fix, safe=False)


def _continuity(doc: Document, heads: list[Caption], broken: Check, sign: str) -> Iterator[Finding]:
    """Report the first number that does not follow the one before it, in the body and in each annex."""
    series: dict[str, list[Caption]] = {}
    for caption in heads:
        letter = caption.number[0] if _ANNEXED.fullmatch(caption.number) else ""
        if letter or (_PLAIN.fullmatch(caption.number) and not _in_annex(doc, caption)):
            series.setdefault(letter, []).append(caption)
    unnumbered = _unnumbered(doc, sign, {caption.number for caption in heads})
    for letter, captions in series.items():
        lead = f"{letter}." if letter else ""
        if finding := _first_break(doc, captions, lead, broken, sign, unnumbered.get(letter, [])):
            yield finding


def _unnumbered(doc: Document, sign: str, numbers: set[str]) -> dict[str, list[int]]:
    """Return the blocks of figures or tables that count though nothing has their number, by annex (“”: none).

    They have no proper number, or are continuations that an automatic numbering has counted.
    """
    found: dict[str, list[int]] = {}
    if sign == "图":
        bare = [figure.parts[0].block for figure in doc.figures if figure.parts and figure.counts_unnumbered]
    else:
        bare = [table.first for table in doc.tables if table.counts_unnumbered]
    kind = "figure" if sign == "图" else "table"
    bare += [one.block for one in doc.continuations if one.kind == kind and one.number and one.number not in numbers]
    for block in bare:
        section = doc.regions[block].section.chapter
        found.setdefault(section.number if section.element == "annex" else "", []).append(block)
    return found


def _first_break(
    doc: Document, captions: list[Caption], lead: str, broken: Check, sign: str, unnumbered: list[int]
) -> Finding | None:
    numbers = [caption.number for caption in captions]
    last = 0
    before: Caption | None = None
    for caption in captions:
        value = int(caption.number.removeprefix(lead))
        if value == last and before is not None and fold(before.title) == fold(caption.title):
            continue
        passed = sum((before.block if before else -1) < block < caption.block for block in unnumbered)
        hidden = value == last + 2 and _is_hidden(doc, f"{sign}{lead}{last + 1}")
        if hidden or last + 1 < value <= last + 1 + passed:
            last, before = value, caption
            continue
        if value != last + 1:
            why, why_en = _why(f"{sign}{lead}", value, last)
            expected = f"{lead}{last + 1}"
            edits = _renumber(doc, caption, sign, expected)
            if numbers.count(caption.number) > 1 or expected in numbers:
                edits = edits[:1]
            fields = {"expected": expected, "number": caption.number, "why": why, "why_en": why_en}
            return broken.at(label_span(doc.source, caption.block), fix=edits, safe=False, **fields)
        last, before = value, caption
    return None


def _is_hidden(doc: Document, said: str) -> bool:
    """Say whether a paragraph begins with the number that seems to be left out: a caption that is not read as one."""
    at = doc.text.find(f"\n{said}")
    while at >= 0:
        block = doc.blocks[doc.block_at(at + 1)]
        behind = doc.text[at + 1 + len(said) : at + 2 + len(said)]
        if block.kind not in ("toc", "label") and not (behind.isdigit() or behind in ".-"):
            return True
        at = doc.text.find(f"\n{said}", at + 1)
    return False


def _why(sign: str, value: int, last: int) -> tuple[str, str]:
    if not last:
        return "编号从1开始", "the numbers begin at 1"
    if value == last:
        return f"“{sign}{value}”已经用过", f"{value} is already used"
    return f"它前面的是“{sign}{last}”", f"the one before is {last}"
