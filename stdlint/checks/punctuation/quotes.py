"""Quote with “ ” and, inside them, with ‘ ’.

Straight quotes come from the keyboard, corner brackets from vertical or traditional typesetting. The full stop stands
inside the quotation marks or behind them, not in both places. Inches, program text and data keep their straight quotes.

引号用弯引号“ ”和‘ ’，不用直引号和直角引号；句号、逗号只放在引号内或引号外。英寸、程序和数据中的直引号不报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.punctuation import CORNER, DOUBLED_STOP, STRAIGHT

straight_quotes = Check(
    id="PUN100",
    message="中文用了直引号（{quote}），应改为弯引号“ ”或‘ ’。",
    message_en="Chinese text has straight quotes ({quote}); use “ ” or ‘ ’.",
    bad="""
        # 4 要求

        以下称为⟦"样品"⟧。
    """,
    good="""
        # 4 要求

        以下称为“样品”。
    """,
    more=(
        (
            """
            # 4 要求

            标志上应有⟦"易碎"⟧和"向上"字样，⟦'甲类'⟧区域应隔离，代号为⟦“A型"⟧。
            """,
            """
            # 4 要求

            标志上应有“易碎”和“向上”字样，‘甲类’区域应隔离，代号为“A型”。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        管径为5"和6"，屏幕为13.3"液晶屏。格式为{"名称":"样品"}，属性为type="样品"。

        英文名为the "sample" holder of type B，角度为5'30"。
        """,
    ),
)

corner_brackets = Check(
    id="PUN101",
    message="用了直角引号（{quote}），应改为“ ”。",
    message_en="Corner brackets are used as quotes ({quote}); use “ ”.",
    bad="""
        # 4 要求

        以下称为⟦「样品」⟧。
    """,
    good="""
        # 4 要求

        以下称为“样品”。
    """,
    more=(
        (
            """
            # 4 要求

            标志上应有⟦「易碎『甲类』」⟧字样。代号为⟦『甲』⟧。
            """,
            """
            # 4 要求

            标志上应有“易碎‘甲类’”字样。代号为“甲”。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        不应使用直角引号“「”和“」”。
        """,
    ),
)

doubled_stop_at_quote = Check(
    id="PUN110",
    message="引号内外重复使用了“{mark}”，只保留一个。",
    message_en="“{mark}” stands inside and outside the quotes; keep one.",
    bad="""
        # 4 要求

        结果写为“完好⟦。”。⟧
    """,
    good="""
        # 4 要求

        结果写为“完好”。
    """,
    more=(
        (
            """
            # 4 要求

            标志上写“易碎⟦，”，⟧并注明日期。
            """,
            """
            # 4 要求

            标志上写“易碎”，并注明日期。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        说明书应写明：“使用前切断电源。”标志写为“易碎”。应回答“是否完好？”。
        """,
    ),
)


@straight_quotes.finder
@corner_brackets.finder
@doubled_stop_at_quote.finder
def find(doc: Document) -> Iterator[Finding]:
    for sites in doc.punctuation(STRAIGHT):
        kinds = {doc.text[site.span[0]] + doc.text[site.span[1] - 1]: site for site in reversed(sites)}
        for kind, first in kinds.items():
            same = [s for s in sites if doc.text[s.span[0]] + doc.text[s.span[1] - 1] == kind]
            yield straight_quotes.at(
                first.span,
                fix=[edit for site in same for edit in site.edits],
                safe=False,
                quote=doc.text[slice(*first.span)],
            )
    for sites in doc.punctuation(CORNER):
        for site in sites:
            yield corner_brackets.at(site.span, fix=site.edits, quote=doc.text[slice(*site.span)])
    for sites in doc.punctuation(DOUBLED_STOP):
        for site in sites:
            yield doubled_stop_at_quote.at(site.span, fix=site.edits, mark=doc.text[site.span[0]])
