"""Number the notes of a clause from “注1：” when there are several, and leave a single one without a number.

The same holds for examples. Every clause, term entry, table and figure counts anew. A note whose label has another form
counts as one (NTE010 and EXM010 tell of the form). A list of Word that never begins anew is one slip: of the numbers
that Word counts, only the first wrong ones are told.

每一章（未分条）、条、条目、图或表中只有一个注时不编号；有多个时从1起连续编号。示例同此。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.notes import WORDS, Series

numbered_single_note = Check(
    id="NTE011",
    message="此处只有一个注，不应编号，写作“注：”，不写作“{label}”。",
    message_en="There is only one note here; write “注：”, not “{label}”.",
    bad="""
        # 4 要求

        试样应干燥。

        ⟦注1：⟧试样为圆形。
    """,
    good="""
        # 4 要求

        试样应干燥。

        注：试样为圆形。
    """,
    more=(
        (
            """
            # 4 要求

            ## 4.1 外观

            外观应完好。

            ⟦注1：⟧外观用目测。

            ## 4.2 尺寸

            尺寸应符合表1的规定。

            ⟦注2：⟧尺寸用卡尺测量。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | ⟦注 1：⟧已测量。 |
            """,
            """
            # 4 要求

            ## 4.1 外观

            外观应完好。

            注：外观用目测。

            ## 4.2 尺寸

            尺寸应符合表1的规定。

            注：尺寸用卡尺测量。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | 注：已测量。 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        试样应干燥。

        注1：试样为圆形。

        尺寸应符合表1的规定。

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |

        注2：已测量。
        """,
        """
        # 4 要求

        试样应干燥。

        备注1：试样为圆形。

        注2：试样干燥。
        """,
        """
        # 4 要求

        试样应干燥。

        注1：试样为圆形。注2：试样干燥。
        """,
    ),
)

broken_note_numbering = Check(
    id="NTE012",
    message="同一章、条、条目、图或表中的注应从“注1：”起连续编号，“{label}”应为“{right}”。",
    message_en="Notes are numbered from 1 in each clause, entry, figure or table: “{label}” should be “{right}”.",
    bad="""
        # 4 要求

        试样应干燥。

        注1：试样为圆形。

        ⟦注3：⟧试样干燥。
    """,
    good="""
        # 4 要求

        试样应干燥。

        注1：试样为圆形。

        注2：试样干燥。
    """,
    more=(
        (
            """
            # 4 要求

            试样应干燥。

            ⟦注：⟧试样为圆形。

            温度应为20 ℃。

            注：温度为室温。
            """,
            """
            # 4 要求

            试样应干燥。

            注1：试样为圆形。

            温度应为20 ℃。

            注2：温度为室温。
            """,
        ),
        (
            """
            # 4 要求

            检查下列内容：

            a) 外观；

            注1：外观用目测。

            b) 尺寸。

            ⟦注1：⟧尺寸用卡尺测量。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | ⟦注2：⟧已测量。 |
            | 注3：可测量。 |
            """,
            """
            # 4 要求

            检查下列内容：

            a) 外观；

            注1：外观用目测。

            b) 尺寸。

            注2：尺寸用卡尺测量。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | 注1：已测量。 |
            | 注2：可测量。 |
            """,
        ),
    ),
    clean=(
        """
        # 4 结构

        结构见图1。

        ![正视](a.png)

        a) 正视图

        注：不含螺母。

        ![侧视](b.png)

        b) 侧视图

        注：不含垫圈。

        图1　结构
        """,
        """
        # 2 规范性引用文件

        ISO 1　温度（Temperature）

        注：GB/T 1　温度（ISO 1:2022，IDT）

        ISO 2　压力（Pressure）

        注：GB/T 2　压力（ISO 2:2022，IDT）
        """,
        """
        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        文件　document

        固定在介质上的信息。

        注1：介质有纸张。

        注2：介质有磁盘。

        ### 3.2

        介质　medium

        载体。

        注：载体有多种。

        # 4 要求

        ## 4.1 外观

        外观应完好。

        注1：外观用目测。

        注2：外观用仪器测量。

        表1　尺寸

        | 长 | 宽 |
        |---|---|
        | 10 | 20 |
        | 注1：已测量。 |
        | 注2：可测量。 |

        ## 4.2 尺寸

        尺寸应符合表1的规定。

        注：尺寸用卡尺测量。
        """,
    ),
)

numbered_single_example = Check(
    id="EXM011",
    message="此处只有一个示例，不应编号，写作“示例：”，不写作“{label}”。",
    message_en="There is only one example here; write “示例：”, not “{label}”.",
    bad="""
        # 4 要求

        标签应有颜色。

        ⟦示例1：⟧红色标签。
    """,
    good="""
        # 4 要求

        标签应有颜色。

        示例：红色标签。
    """,
    clean=(
        """
        # 4 要求

        标签应有颜色。

        示例1：红色标签。

        标签应有字。

        示例2：黑色字。

        注：标签为矩形。
        """,
    ),
)

broken_example_numbering = Check(
    id="EXM012",
    message="同一章、条或条目中的示例宜从“示例1：”起连续编号，“{label}”宜为“{right}”。",
    message_en="Examples are numbered consecutively from 1 in each clause or entry: “{label}” should be “{right}”.",
    bad="""
        # 4 要求

        标签应有颜色。

        示例1：红色标签。

        ⟦示例3：⟧绿色标签。
    """,
    good="""
        # 4 要求

        标签应有颜色。

        示例1：红色标签。

        示例2：绿色标签。
    """,
    more=(
        (
            """
            # 4 要求

            标签应有颜色。

            ⟦示例：⟧红色标签。

            标签应有字。

            示例：黑色字。
            """,
            """
            # 4 要求

            标签应有颜色。

            示例1：红色标签。

            标签应有字。

            示例2：黑色字。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        ## 4.1 颜色

        标签应有颜色。

        示例1：

        红色标签。

        示例2：

        绿色标签。

        ## 4.2 字

        标签应有字。

        示例：黑色字。
        """,
    ),
)


@numbered_single_note.finder
@broken_note_numbering.finder
@numbered_single_example.finder
@broken_example_numbering.finder
def find(doc: Document) -> Iterator[Finding]:
    counted: set[str] = set()
    for one in doc.note_series:
        at = one.break_at
        if at < 0:
            continue
        span = one.members[at].label
        label = doc.text[slice(*span)]
        if len(one.members) > 1:
            found = _broken(one, at, label)
        else:
            check = numbered_single_note if one.kind == "note" else numbered_single_example
            found = check.at(span, fix=f"{WORDS[one.kind]}：", label=label)
        if doc.blocks[doc.block_at(span[0])].typed:
            yield found
        elif found.check.id not in counted:
            counted.add(found.check.id)
            yield found


def _broken(one: Series, at: int, label: str) -> Finding:
    """Return a finding at the first number that does not follow; the fix counts them all anew."""
    check = broken_note_numbering if one.kind == "note" else broken_example_numbering
    word = WORDS[one.kind]
    edits = [Edit(*member.label, f"{word}{i}：") for i, member in enumerate(one.members, 1) if member.number != i]
    fix = None if any(member.wrong for member in one.members) else edits
    return check.at(one.members[at].label, fix=fix, safe=False, label=label, right=f"{word}{at + 1}：")
