"""Write the dash as “——”, the ellipsis as “……” and the middle dot as “·”.

Hyphens, single or triple dashes, dots and bullets are stand-ins from the keyboard. A hyphen in compounds, a one-em dash
between two places, points or quantities, and dots between the first and the last of numbered symbols are right and not
reported. An ellipsis and 等 say the same twice.

破折号为“——”，省略号为“……”，间隔号为“·”。复合词的短横线、起止的一字线、“x1，…，xn”之类的符号序列不报告；
省略号与“等”只用一个。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.punctuation import DASH, DOT, ELLIPSIS, ETC

malformed_dash = Check(
    id="PUN140",
    message="破折号写成了“{quote}”，应为“——”。",
    message_en="The dash is written “{quote}”; it shall be “——”.",
    bad="""
        # 4 要求

        应测定速度⟦--⟧单位时间的路程。
    """,
    good="""
        # 4 要求

        应测定速度——单位时间的路程。
    """,
    more=(
        (
            """
            # 4 要求

            应测定速度⟦－－⟧单位时间的路程，记录温度⟦———⟧环境温度，附件⟦—⟧包括电缆和接头应完好，湿度⟦--⟧环境湿度。
            """,
            """
            # 4 要求

            应测定速度——单位时间的路程，记录温度——环境温度，附件——包括电缆和接头应完好，湿度——环境湿度。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        车辆-路侧单元的接口、应力—应变曲线、秦岭—淮河一线、温度—时间曲线、A01-农业见表1。

        ——外观；

        使用--verbose选项，使用----分隔。
        """,
    ),
)

malformed_ellipsis = Check(
    id="PUN150",
    message="省略号写成了“{quote}”，应为“……”。",
    message_en="The ellipsis is written “{quote}”; it shall be “……”.",
    bad="""
        # 4 要求

        应检查颜色、光泽⟦...⟧
    """,
    good="""
        # 4 要求

        应检查颜色、光泽……
    """,
    more=(
        (
            """
            # 4 要求

            应检查颜色、光泽⟦…⟧，并记录温度、湿度⟦。。。⟧

            应检查颜色、光泽、⟦......⟧
            """,
            """
            # 4 要求

            应检查颜色、光泽……，并记录温度、湿度……

            应检查颜色、光泽、……
            """,
        ),
    ),
    clean=(
        """
        # 目次

        范围…………1

        要求.........2

        # 1 范围

        本文件规定了产品的要求。

        # 4 要求

        取1，2，…，n和x1、x2、…、xn，第1、第2、…、第n个试样，路径为../甲...x。应写为“甲...”。

        颜色、光泽……应均匀。
        """,
    ),
)

ellipsis_with_etc = Check(
    id="PUN160",
    message="“{quote}”中省略号与“等”重复，只用一个。",
    message_en="“{quote}”: an ellipsis and 等 say the same; use one.",
    bad="""
        # 4 要求

        应检查颜色、光泽⟦等……⟧
    """,
    good="""
        # 4 要求

        应检查颜色、光泽等
    """,
    more=(
        (
            """
            # 4 要求

            应检查颜色、光泽⟦等...⟧，并记录温度、湿度、⟦……等⟧。
            """,
            """
            # 4 要求

            应检查颜色、光泽等，并记录温度、湿度等。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        本文件由……等提出。质量分为一等……三等，颜色、光泽……等级。
        """,
    ),
)

malformed_middle_dot = Check(
    id="PUN190",
    message="间隔号写成了“{quote}”，应为“·”。",
    message_en="The middle dot is written “{quote}”; it shall be “·”.",
    bad="""
        # 4 要求

        采用约翰⟦•⟧史密斯提出的方法。
    """,
    good="""
        # 4 要求

        采用约翰·史密斯提出的方法。
    """,
    more=(
        (
            """
            # 前言

            本文件主要起草人：买买提⟦.⟧艾山、约翰⟦・⟧史密斯。
            """,
            """
            # 前言

            本文件主要起草人：买买提·艾山、约翰·史密斯。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        采用约翰·史密斯提出的方法，单位为N•m。

        • 外观；
        """,
    ),
)


@malformed_dash.finder
@malformed_ellipsis.finder
@ellipsis_with_etc.finder
@malformed_middle_dot.finder
def find(doc: Document) -> Iterator[Finding]:
    for kind, check, safe in (
        (DASH, malformed_dash, False),
        (ELLIPSIS, malformed_ellipsis, True),
        (ETC, ellipsis_with_etc, False),
        (DOT, malformed_middle_dot, True),
    ):
        for sites in doc.punctuation(kind):
            for site in sites:
                yield check.at(site.span, fix=site.edits, safe=safe, quote=doc.text[slice(*site.span)])
