"""Make provisions statements: no question mark, no exclamation mark, no slash in place of 和 or 或.

A provision asks nothing and exclaims nothing. Between words a slash leaves open whether both are meant or one of them;
“和/或” says so, and in names of units it is a division. Quoted warnings, examples and forms may have all of them.

条文不用问号和感叹号。汉字之间的斜线不能说明是“和”还是“或”；“和/或”、单位名称中的斜线、成对的状态（如“合格/
不合格”）不报告。引用的警示语、示例和表格不受此限。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.punctuation import ASKING, SLASH

question_or_exclamation_mark = Check(
    id="PUN250",
    message="条文中不用“{mark}”，应改为陈述句。",
    message_en="A provision has no “{mark}”; make it a statement.",
    bad="""
        # 4 要求

        操作时注意安全⟦！⟧
    """,
    good="""
        # 4 要求

        操作时应佩戴防护眼镜。
    """,
    more=(
        (
            """
            # 4 要求

            试样是否合格⟦？⟧由检验人员判定⟦!⟧
            """,
            """
            # 4 要求

            试样是否合格，由检验人员判定。
            """,
        ),
    ),
    clean=(
        """
        # 引言

        为什么要制定本文件？

        # 4 要求

        标志上应有“高压危险！”字样，问卷应包括“您是否满意？”。阶乘记为n!。应符合错误！未找到引用源。的规定。

        示例：小心触电！

        | 问题 | 回答 |
        |---|---|
        | 是否满意？ | 是 |

        # 附录 A

        （资料性）

        问卷

        您是否满意？
        """,
    ),
)

bare_slash = Check(
    id="PUN260",
    message="“{quote}”中的斜线含义不明，宜写为“和”“或”或“和/或”。",
    message_en="The slash in “{quote}” is ambiguous; write 和, 或 or 和/或.",
    bad="""
        # 4 要求

        ⟦设计/制造⟧单位应保存记录。
    """,
    good="""
        # 4 要求

        设计和制造单位应保存记录。
    """,
    clean=(
        """
        # 4 要求

        包装和/或运输应符合规定，流量为5立方米/小时，价格以万元/年计，输出为合格/不合格，引用写明章/条编号。

        操作路径为文件/编辑/保存，开/关状态由指示灯显示，电压有高/低两级。路径为/数据/标准/。

        | 设计/制造 | 单位 |
        |---|---|
        | 甲方/乙方 | 丙方 |
        """,
    ),
)


@question_or_exclamation_mark.finder
@bare_slash.finder
def find(doc: Document) -> Iterator[Finding]:
    for sites in doc.punctuation(ASKING):
        marks = {doc.text[slice(*site.span)]: site for site in reversed(sites)}
        for mark, site in marks.items():
            yield question_or_exclamation_mark.at(site.span, mark=mark)
    for sites in doc.punctuation(SLASH):
        for site in sites:
            yield bare_slash.at(site.span, quote=doc.text[slice(*site.span)])
