"""Put the enumeration comma “、” only between the words of an enumeration.

No “、” stands before 和, 以及, 及 and 等, which close the enumeration, nor behind a bracketed number, whose brackets
set it off already. A word such as 第一 or 首先 is followed by “，”. Between quotations and titles the marks themselves
separate, so “、” is usually left out.

顿号只用于并列词语之间：“和”“以及”“及”“等”之前不用；带括号的序号之后不用；“第一”“首先”之后用逗号；并列的
引号、书名号之间通常不用。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.punctuation import BEFORE_AND, BEHIND_NUMBER, BEHIND_SEQUENCE, BETWEEN_QUOTES

comma_between_title_marks = Check(
    id="PUN030",
    message="并列的引号或书名号之间通常不用顿号。",
    message_en="Between quotations or titles side by side “、” is usually left out.",
    bad="""
        # 4 要求

        按《甲办法》⟦、⟧《乙办法》、《丙办法》和《丁办法》的规定执行。
    """,
    good="""
        # 4 要求

        按《甲办法》《乙办法》《丙办法》和《丁办法》的规定执行。
    """,
    more=(
        (
            """
            # 4 要求

            标志上应有“易碎”⟦、⟧“向上”字样。
            """,
            """
            # 4 要求

            标志上应有“易碎”“向上”字样。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        按《甲办法》（2020年版）、《乙办法》和“甲”、乙的规定执行。
        """,
    ),
)

comma_after_bracketed_number = Check(
    id="PUN050",
    message="带括号的序号之后不用顿号。",
    message_en="A bracketed number is not followed by “、”.",
    bad="""
        # 4 要求

        （一）⟦、⟧外观
    """,
    good="""
        # 4 要求

        （一）外观
    """,
    more=(
        (
            """
            # 4 要求

            检查项目包括：

            a)⟦、⟧外观；

            b)⟦、⟧尺寸。
            """,
            """
            # 4 要求

            检查项目包括：

            a)外观；

            b)尺寸。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合第（一）、（二）项和图1（a）、图1（b）的规定，颜色（红）、光泽和尺寸见表1。

        (a)、(b)两种情况应分开，①、②可互换。

        一、外观
        """,
    ),
)

comma_after_sequence_word = Check(
    id="PUN060",
    message="“{word}”之后用逗号，不用顿号。",
    message_en="“{word}” is followed by “，”, not by “、”.",
    bad="""
        # 4 要求

        第一⟦、⟧外观应完好。
    """,
    good="""
        # 4 要求

        第一，外观应完好。
    """,
    more=(
        (
            """
            # 4 要求

            检查的步骤如下：首先⟦、⟧切断电源；其次⟦、⟧打开外壳。最后⟦、⟧记录读数。
            """,
            """
            # 4 要求

            检查的步骤如下：首先，切断电源；其次，打开外壳。最后，记录读数。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        第一、二项和第一、第三项应全检，第一、2项应抽检。应坚持安全第一、预防为主。首先、其次、最后表示次序。
        """,
    ),
)

comma_before_and = Check(
    id="PUN070",
    message="“{word}”之前不用顿号。",
    message_en="“{word}” is not preceded by “、”.",
    bad="""
        # 4 要求

        应检查颜色、光泽⟦、⟧和划痕。
    """,
    good="""
        # 4 要求

        应检查颜色、光泽和划痕。
    """,
    more=(
        (
            """
            # 4 要求

            缺陷包括裂纹、气孔⟦、⟧等。无裂纹、毛刺⟦、⟧等缺陷。应检查外壳、接线⟦、⟧以及接地，记录温度、湿度⟦、⟧及气压。
            """,
            """
            # 4 要求

            缺陷包括裂纹、气孔等。无裂纹、毛刺等缺陷。应检查外壳、接线以及接地，记录温度、湿度及气压。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应准确、及时、等距地标记。原料包括玉石、和田玉、等离子体，应与环境相适应、与用途相符、或者另行说明。

        应做到安全、和谐，信息应准确、及时。
        """,
    ),
)


@comma_between_title_marks.finder
@comma_after_bracketed_number.finder
@comma_after_sequence_word.finder
@comma_before_and.finder
def find(doc: Document) -> Iterator[Finding]:
    for sites in doc.punctuation(BETWEEN_QUOTES):
        yield comma_between_title_marks.at(sites[0].span, fix=[edit for site in sites for edit in site.edits])
    for sites in doc.punctuation(BEHIND_NUMBER):
        yield comma_after_bracketed_number.at(sites[0].span, fix=sites[0].edits)
    for sites in doc.punctuation(BEHIND_SEQUENCE):
        for site in sites:
            word = next(
                (w for w in ("首先", "其次", "再次", "最后") if doc.text.endswith(w, 0, site.span[0])),
                doc.text[site.span[0] - 2 : site.span[0]],
            )
            yield comma_after_sequence_word.at(site.span, fix=site.edits, word=word)
    for sites in doc.punctuation(BEFORE_AND):
        for site in sites:
            after = doc.text[site.span[1] : site.span[1] + 2]
            yield comma_before_and.at(site.span, fix=site.edits, word=after if after == "以及" else after[0])
