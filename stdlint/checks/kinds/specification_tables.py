"""Make a table of requirements required by the text: “应符合表1的规定”.

Values in a table bind nobody until a sentence says so; “见表1” only points at it. The rule reads the tables in the
chapter of requirements that give values, by their columns, titles or cells; a table of types, codes or symbols is only
seen. Where one sentence requires the table, others may point at it.

要求的表只有经要求型条款提及（“应符合表1的规定”）才构成要求，“见表1”只是指出其位置。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.core_elements import is_requirements
from stdlint.views.modals import REQUIREMENT
from stdlint.views.pointers import OWN, Pointer, canonical
from stdlint.views.tables import DATA, DataTable
from stdlint.views.wording import fold

requirements_table_not_required = Check(
    id="KND068",
    message="表{number}是对要求的规定，应由要求型条款提及，例如“应符合表{number}的规定”。",
    message_en="Table {number} sets requirements; a requirement cites it, e.g. “应符合表{number}的规定”.",
    bad="""
        # 户外机柜技术规范

        # 4 要求

        ## 4.1 性能

        特性值见⟦表1⟧。

        表1　性能

        | 特性 | 特性值 |
        |---|---|
        | 壁厚/mm | ≥3 |
    """,
    good="""
        # 户外机柜技术规范

        # 4 要求

        ## 4.1 性能

        特性值应符合表1的规定。

        表1　性能

        | 特性 | 特性值 |
        |---|---|
        | 壁厚/mm | ≥3 |
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            理化指标如⟦表1⟧所示。

            表1　理化指标

            | 项目 | 一级 | 二级 |
            |---|---|---|
            | 水分/% | ≤12 | ≤14 |

            踏板力见⟦表3⟧。

            表3　踏板力

            | 行程 | 力/N |
            |---|---|
            | 起始 | 15～25 |

            感官指标见⟦表2⟧，净含量应不低于标示值。

            表2　感官指标

            | 项目 | 指标 |
            |---|---|
            | 色泽 | 白色 |

            # 5 试验方法

            按表1逐项试验。
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 4 技术要求

            理化指标应符合表1的规定。

            表1　理化指标

            | 项目 | 一级 | 二级 |
            |---|---|---|
            | 水分/% | ≤12 | ≤14 |

            踏板力应符合表3的规定。

            表3　踏板力

            | 行程 | 力/N |
            |---|---|
            | 起始 | 15～25 |

            感官指标应符合表2的规定，净含量应不低于标示值。

            表2　感官指标

            | 项目 | 指标 |
            |---|---|
            | 色泽 | 白色 |

            # 5 试验方法

            按表1逐项试验。
            """,
        ),
    ),
    clean=(
        """
        # 户外机柜技术规范

        # 4 要求

        机柜的型号见表1。

        表1　型号

        | 型号 | 高度/mm |
        |---|---|
        | 大 | 50～100 |

        性能见表2，并应满足表2的要求。

        性能见表2，且应在常温下达到其规定。

        表2　性能指标

        | 特性 | 特性值 |
        |---|---|
        | 壁厚/mm | ≥3 |

        尺寸（见表3）应均匀。

        表3　尺寸限值

        | 特性 | 特性值 |
        |---|---|
        | 壁厚/mm | ≥3 |

        ## 4.2 安装

        安装应符合以下规定：

        - 间距见表5；
        - 位置居中。

        表5　间距要求

        | 特性 | 特性值 |
        |---|---|
        | 间距/mm | ≥3 |

        # 5 试验方法

        试验参数见表4。

        表4　参数

        | 参数 | 要求 |
        |---|---|
        | 温度/℃ | ≤30 |
        """,
    ),
)

_VALUES = patterns.compile(r"特性值|指标|要求|限值|限量|规定值|允许(?:值|偏差|误差)|极限偏差|标准值|合格")
_LIMIT = patterns.compile(r"[≥≤＞＜±]|不[大小高低多少][于]|不[超得]过?")
_LIMIT_OR_RANGE = patterns.compile(rf"{_LIMIT.pattern}|\d[^\d\s]{{0,4}}[～~]\d")
_TYPES = patterns.compile(
    "型|规格|参数|代[号码]|类|系列|推荐|示例|换算|用量|条件|编号|长度|字节|取值|周期|时[间期]|季|等级|级别"
)
"""Words of tables that give what to choose from, or what to go by."""
_POINTS = patterns.compile(r"\p{Han}{2}(?:应)?(?:参?见|如|列于|列在|示于|在)$")
_REFERS = patterns.compile("[其该此表]|规定|要求|上述|以下|下列|如下")
_STATES = patterns.compile(r"[见如示列]|给出")
_BINDS = patterns.compile("符合|满足|达到|不超")
_BINDS_HERE = patterns.compile("符合|满足|达到|不超|按照?|执行|规定的")


@requirements_table_not_required.finder
def find(doc: Document) -> Iterator[Finding]:
    spans = [(c.section.first, c.section.last) for c in doc.chapters if is_requirements(c)]
    tables = [
        table
        for table in doc.tables
        if table.use == DATA
        and table.number
        and any(first <= table.first < last for first, last in spans)
        and _gives_values(table)
    ]
    if not tables:
        return
    mentions: dict[str, list[Pointer]] = {}
    for pointer in doc.pointers:
        if pointer.kind == "table" and pointer.whose == OWN:
            mentions.setdefault(pointer.number, []).append(pointer)
    for table in tables:
        found = mentions.pop(canonical(table.number), [])
        here = [pointer for pointer in found if any(first <= pointer.block < last for first, last in spans)]
        if here and not any(_requires(doc, pointer, pointer in here) for pointer in found):
            yield requirements_table_not_required.at(here[0].span, number=table.number)


def _gives_values(table: DataTable) -> bool:
    heads = [entry.text for row in table.rows[: table.header] for entry in row]
    if any(_VALUES.search(fold(text)) for text in (table.title, *heads)):
        return True
    limit = _LIMIT if _TYPES.search(fold(" ".join((table.title, *heads)))) else _LIMIT_OR_RANGE
    return any(limit.search(entry.text) for row in table.body for entry in row)


def _requires(doc: Document, pointer: Pointer, here: bool) -> bool:
    """Say whether the sentence of a mention requires something, or does more than point: “符合表1的规定”.

    `here`: it stands among the requirements.
    """
    sentence = doc.sentence(pointer.span[0])
    if here and (_demands(doc, _about(doc, pointer, sentence)) or _is_demanded(doc, pointer.block)):
        return True
    around = doc.text[max(sentence[0], pointer.span[0] - 3) : min(sentence[1], pointer.span[1] + 3)]
    binds = _BINDS_HERE if here else _BINDS
    return _STATES.search(around) is None and binds.search(doc.text, *sentence) is not None


def _about(doc: Document, pointer: Pointer, sentence: Span) -> Span:
    """Return what a sentence says of a table that it mentions: its clause where that has a subject of its own."""
    text, (start, end) = doc.text, pointer.span
    first = max(text.rfind("，", sentence[0], start) + 1, sentence[0])
    stop = text.find("，", end, sentence[1])
    last = stop if stop >= 0 else sentence[1]
    aside = text[sentence[0] : first] + text[last : sentence[1]]
    return sentence if _REFERS.search(aside) or not _POINTS.search(text, first, start) else (first, last)


def _demands(doc: Document, span: Span) -> bool:
    return any(modal.type == REQUIREMENT for modal in doc.verbs(span))


def _is_demanded(doc: Document, block: int) -> bool:
    """Say whether a list item stands below a sentence that requires its items: “应符合以下规定：”."""
    for one in doc.lists:
        if any(item.block == block for item in one.items):
            return one.lead_in >= 0 and _demands(doc, doc.blocks[one.lead_in].span)
    return False
