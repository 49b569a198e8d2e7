"""Introduce a note by “注：” or “注1：”, and an example by “示例：” or “示例1：”.

Other words and signs hide what is additional information, and a citation such as “5.2的注1” leads nowhere. Words that
only begin like one (“注意：”, “例如” inside a sentence), keys of figures and fields of forms are something else.

注和示例分别以“注：”“示例：”（多个时编号）引出，读者才能把附加信息与条款区分开；“注意：”、句中的“例如”、图的说明和表格样式中的
“备注”不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.notes import WORDS, Lead
from stdlint.views.wording import has_chinese

malformed_note_label = Check(
    id="NTE010",
    message="注应以“{right}”引出，不写作“{label}”。",
    message_en="A note shall be introduced by “{right}”, not by “{label}”.",
    bad="""
        # 4 要求

        试样应干燥。

        ⟦备注：⟧试样为圆形。
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

            试样应干燥。

            ⟦注1、⟧试样为圆形。

            ⟦注2.⟧试样干燥。

            # 5 试验

            温度应为20 ℃。

            ⟦注 1　⟧温度为室温。

            ⟦注②：⟧湿度为50%。
            """,
            """
            # 4 要求

            试样应干燥。

            注1：试样为圆形。

            注2：试样干燥。

            # 5 试验

            温度应为20 ℃。

            注1：温度为室温。

            注2：湿度为50%。
            """,
        ),
        (
            """
            # 4 要求

            试样应干燥。

            ⟦（注：⟧试样为圆形。）

            # 5 试验

            温度应为20 ℃。

            ⟦说明：⟧温度为室温。

            # 6 标志

            标志应清晰。

            ⟦【注】⟧标志为矩形。

            # 7 颜色

            颜色应均匀。

            ⟦注 ⟧颜色与批次有关。

            表1　尺寸

            | 长 | 宽 |
            |---|---|
            | 10 | 20 |
            | ⟦附注：⟧已测量。 |
            """,
            """
            # 4 要求

            试样应干燥。

            注：试样为圆形。

            # 5 试验

            温度应为20 ℃。

            注：温度为室温。

            # 6 标志

            标志应清晰。

            注：标志为矩形。

            # 7 颜色

            颜色应均匀。

            注：颜色与批次有关。

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

        注意：试样易燃。

        注入溶液，注册编号。注1和注2不适用。

        注：试样为圆形。

        # 5 记录

        说明：

        1——钉芯；

        2——钉体。

        | 序号 | 备注：应填写 |
        |---|---|
        | 1 | 备注： |

        注释应写在代码之前。
        """,
        """
        # 附录A（资料性）　试验记录表

        备注：本表一式两份。

        说明：由检验员填写。
        """,
    ),
)

malformed_example_label = Check(
    id="EXM010",
    message="示例应以“{right}”引出，不写作“{label}”。",
    message_en="An example shall be introduced by “{right}”, not by “{label}”.",
    bad="""
        # 4 要求

        标签应有颜色。

        ⟦举例：⟧红色标签。
    """,
    good="""
        # 4 要求

        标签应有颜色。

        示例：红色标签。
    """,
    more=(
        (
            """
            # 4 要求

            标签应有颜色。

            ⟦例1：⟧红色标签。

            ⟦示例2、⟧绿色标签。

            # 5 标记

            标记应完整。

            ⟦例如：⟧公称直径为32 mm的剪刀标记为J32。

            # 6 编号

            编号应唯一。

            ⟦【示例】⟧编号为001。
            """,
            """
            # 4 要求

            标签应有颜色。

            示例1：红色标签。

            示例2：绿色标签。

            # 5 标记

            标记应完整。

            示例：公称直径为32 mm的剪刀标记为J32。

            # 6 编号

            编号应唯一。

            示例：编号为001。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        标签应有颜色，例如：红色、绿色。

        例外情况见附录A。示例见附录B。例1和例2不适用。

        颜色包括：

        例如：红色。

        示例：红色标签。
        """,
    ),
)

_CLOSING = {"（": "）", "(": ")", "【": "】", "[": "]"}


@malformed_note_label.finder
@malformed_example_label.finder
def find(doc: Document) -> Iterator[Finding]:
    for lead in doc.note_leads:
        check = malformed_note_label if lead.kind == "note" else malformed_example_label
        right = f"{WORDS[lead.kind]}{lead.number or ''}："
        yield check.at(lead.span, fix=_fix(doc, lead, right), safe=False, label=_said(doc, lead), right=right)
    for note in doc.notes:
        label = doc.blocks[note.blocks[0]].label
        if label[:1] in ("N", "E") and has_chinese(doc.said(note.blocks[0])):
            check = malformed_note_label if note.kind == "note" else malformed_example_label
            number = "".join(char for char in label if char.isdigit())
            right = f"{WORDS[note.kind]}{number}："
            yield check.at(doc.blocks[note.blocks[0] - 1].span, label=label, right=right)


def _said(doc: Document, lead: Lead) -> str:
    return doc.text[slice(*lead.span)].strip()


def _fix(doc: Document, lead: Lead, right: str) -> list[Edit] | None:
    """Return the right label, and the end of the paragraph without the bracket that the lead opens."""
    said = doc.text[slice(*lead.span)]
    closing = _CLOSING.get(said[0])
    edits = [Edit(*lead.span, right)]
    if closing is None or closing in said:
        return edits
    end = doc.blocks[lead.block].span[1]
    return [*edits, Edit(end - 1, end, "")] if doc.text[end - 1] == closing else None
