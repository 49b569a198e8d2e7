"""Use full-width marks in Chinese sentences.

A half-width comma, semicolon, colon or full stop beside Chinese characters comes from the keyboard, not from the
author. Marks in numbers, ratios, codes, addresses and English text are not reported; nor are those at the end of
headings, captions, cells and references, for which other rules ask for no mark at all.

中文句子中的标点为全角“，。；：”，半角标点多为输入法所致。数字、比例、代码、网址和英文中的标点不报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.punctuation import HALF_STOP, HALF_WIDTH

half_width_punctuation = Check(
    id="PUN010",
    message="中文句子中用了半角标点“{mark}”，应改为全角“{right}”。",
    message_en="A Chinese sentence has the half-width mark “{mark}”; use the full-width “{right}”.",
    bad="""
        # 4 要求

        外观完好⟦,⟧无裂纹。
    """,
    good="""
        # 4 要求

        外观完好，无裂纹。
    """,
    more=(
        (
            """
            # 4 要求

            外观应符合下列规定⟦:⟧

            a) 颜色均匀⟦;⟧

            b) 无裂纹（见5.2）⟦,⟧无毛刺；

            c) 温度⟦:⟧25 ℃；

            d) 加热5 min⟦,⟧冷却10 min,称量。
            """,
            """
            # 4 要求

            外观应符合下列规定：

            a) 颜色均匀；

            b) 无裂纹（见5.2），无毛刺；

            c) 温度：25 ℃；

            d) 加热5 min，冷却10 min，称量。
            """,
        ),
        (
            """
            # 4 要求

            颜色均匀⟦,⟧光泽一致, 无裂纹,无毛刺。设备应接地⟦;⟧接地电阻应不大于4 Ω。
            """,
            """
            # 4 要求

            颜色均匀，光泽一致，无裂纹，无毛刺。设备应接地；接地电阻应不大于4 Ω。
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        GB/T 191　包装储运图示标志

        # 4 要求

        比例尺为1:500，乙醇:水的体积比为1:3。数据类型为DECIMAL（长度,小数），时间为12:30。

        应符合5.2 a)和GB/T 1.1（SAC/TC 286）的规定，网址为https://example.cn/标准,号，键值为{名称,数值}。

        流动相为甲醇:水（60:40），取$a,b$两点，英文名为Directives for standardization: Part 1，见“甲,乙”。

        坐标为（x,y），f(x,y)为函数，序列为1,2,3。

        # 参考文献

        [1] 张三, 李四. 标准化的方法[J]. 标准科学, 2020(3): 1-5.
        """,
    ),
)

half_width_full_stop = Check(
    id="PUN020",
    message="中文句末用了“{mark}”，应改为句号“。”。",
    message_en="A Chinese sentence ends with “{mark}”; use “。”.",
    bad="""
        # 4 要求

        外观完好⟦.⟧
    """,
    good="""
        # 4 要求

        外观完好。
    """,
    more=(
        (
            """
            # 4 要求

            外观完好⟦.⟧表面无裂纹. 尺寸符合图样（见图1）.

            外观应完好，表面应无裂纹⟦．⟧

            两次测定之差应不大于0.5%⟦.⟧

            包装应符合GB/T 191⟦.⟧
            """,
            """
            # 4 要求

            外观完好。表面无裂纹。尺寸符合图样（见图1）。

            外观应完好，表面应无裂纹。

            两次测定之差应不大于0.5%。

            包装应符合GB/T 191。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件主要起草人：买买提.艾山、张三。

        # 4 要求

        一.总则

        应符合GB/T 1.1和5.2.1的规定。见附录A.1，文件名为说明.docx，数量为3.5 kg等。

        颜色、光泽...
        """,
    ),
)

_WIDE = str.maketrans(",;:?!", "，；：？！")


@half_width_punctuation.finder
@half_width_full_stop.finder
def find(doc: Document) -> Iterator[Finding]:
    for sites in doc.punctuation(HALF_WIDTH):
        mark = doc.text[slice(*sites[0].span)]
        marks = {doc.text[slice(*site.span)]: site for site in reversed(sites)}
        for mark, first in marks.items():
            edits = [edit for site in sites if doc.text[slice(*site.span)] == mark for edit in site.edits]
            yield half_width_punctuation.at(first.span, fix=edits, mark=mark, right=mark.translate(_WIDE))
    for sites in doc.punctuation(HALF_STOP):
        edits = [edit for site in sites for edit in site.edits]
        yield half_width_full_stop.at(sites[0].span, fix=edits, mark=doc.text[slice(*sites[0].span)])
