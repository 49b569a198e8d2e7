"""Leave nothing of the writing behind: no placeholders, no prompts of the template, no errors of fields.

“待定” in front of a noun is a word like any other (待定系数), and the letters XXXX in the number and the dates of a
draft are as they should be.

不遗留写作过程的痕迹：占位文字、模板的提示文字、域错误。“待定系数”之类是普通用语；草案编号和日期中的“XXXX”是正常的。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import BLANK

leftover_placeholder = Check(
    id="ELM070",
    message="遗留了占位文字“{quote}”。",
    message_en="The placeholder “{quote}” was left in the text.",
    bad="""
        # 4 要求

        试验温度⟦待定⟧。
    """,
    good="""
        # 4 要求

        试验温度为25 ℃。
    """,
    more=(
        (
            """
            # 4 要求

            试验湿度⟦TBD⟧，压力（⟦待补充⟧），流量为⟦？？？⟧，⟦【待确认】⟧。

            ⟦TODO⟧：补充试验步骤。

            | 项目 | 数值 |
            |---|---|
            | 长度 | ⟦待定⟧ |
            """,
            """
            # 4 要求

            试验湿度为50%，压力为1 MPa，流量为2 L/min。

            | 项目 | 数值 |
            |---|---|
            | 长度 | 20 |
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        用待定系数法计算，待确认的订单和待定人员不计。编号为GB/T XXXXX—XXXX。状态为“待定”。等待定位，优待补充人员。
        状态分为待确认、待完善和已完成。

        # 5 缩略语

        TBD：待定（To Be Determined）
        """,
    ),
)

leftover_template_prompt = Check(
    id="ELM071",
    message="应删除模板的提示文字“{quote}”。",
    message_en="Delete the prompt of the template, “{quote}”.",
    bad="""
        # 1 范围

        ⟦点击此处添加与国际标准一致性程度的标识⟧
    """,
    good="""
        # 1 范围
    """,
    more=(
        (
            """
            # 1 范围

            ⟦单击或点击此处输入文字。⟧

            # 3 术语和定义

            ⟦请选择适当的引导语⟧

            # 4 要求

            ⟦单击此处添加标题⟧，⟦请在此处输入内容⟧。⟦选择一项。⟧
            """,
            """
            # 1 范围

            # 3 术语和定义

            # 4 要求
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        系统应显示“点击此处输入文字”。用户点击此处的链接后进入页面，由用户选择一项服务。
        """,
    ),
)

broken_field_error = Check(
    id="ELM072",
    message="遗留了域错误“{quote}”，应更新或重新插入交叉引用。",
    message_en="The field error “{quote}” was left in the text; update the cross-reference or insert it anew.",
    bad="""
        # 4 要求

        应符合⟦错误！未找到引用源。⟧的规定。
    """,
    good="""
        # 4 要求

        应符合5.2的规定。
    """,
    more=(
        (
            """
            # 4 要求

            见⟦错误!未定义书签。⟧和⟦Error! Reference source not found.⟧，尺寸见⟦错误！书签自引用。⟧
            """,
            """
            # 4 要求

            见5.2和5.3，尺寸见5.4。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        出现错误！应停机。系统应提示“错误！未定义书签。”。Error! is shown.
        """,
    ),
)

_WAITS = r"(?:定|补充?|完善|确[认定]|细化|填写?|核[实对]?|续|修改|讨论|明确|商榷?)"
_PLACEHOLDERS = tuple(
    patterns.compile(pattern)
    for pattern in (
        rf"待{_WAITS}(?<![等招接对优看款急亟留【]待\p{{Han}}{{1,2}})(?={BLANK}*(?:[，。；）)\]]|$|\n))",
        rf"【[^【】\n]{{0,8}}(?:待{_WAITS}|此处)[^【】\n]{{0,12}}】",
        rf"\[[^\[\]\n]{{0,8}}(?:待{_WAITS}|此处)[^\[\]\n]{{0,12}}\]",
        r"T(?:BD|BC|BA|ODO)(?![A-Za-z0-9])(?<![A-Za-z0-9]T\w+)",
        r"FIXME(?![A-Za-z0-9])",
        r"\?{3,}",
        r"？{3,}",
    )
)
_ADDS = r"(?:可)?(?:添加|输入|键入|填写|编辑|插入|选择)[^，。；：\n“”]{0,24}(?:(?<=文[字本])。)?"
_PROMPTS = tuple(
    patterns.compile(pattern)
    for pattern in (
        rf"此处(?<=(?P<head>(?:请?(?:单击或点击|点击或单击|单击或点按|单击|点击|双击)|请?在)此处)){_ADDS}",
        rf"这里(?<=(?P<head>(?:请?(?:单击或点击|点击或单击|单击|点击|双击)|请在)这里)){_ADDS}",
        r"此处键入(?<=(?P<head>(?<!在)此处键入))[^，。；\n]{0,12}",
        r"(?P<head>请选择适当的引导语)",
        r"选择一项。(?<=(?:^|\n|[。；\s])(?P<head>选择一项。))",
        r"(?P<head>[Cc]lick (?:or tap )?here to (?:add|enter)[^\n.]{0,30}\.?)",
    )
)
_ERRORS = (
    patterns.compile(
        r"错误[!！]\s*(?:未找到引用源|未定义书签|未知的?文档属性名称|文档中没有指定样式的文字|使用“?开始”?选项卡[^。\n]{0,60}"
        r"|书签自引用|未指定[^。\n]{0,12}|无效[^。\n]{0,12}|链接无效|找不到[^。\n]{0,12}|尚未定义书签)。?"
    ),
    patterns.compile(
        r"Error!\s*(?i:reference source not found|bookmark not defined|no bookmark name given|not a valid link"
        r"|unknown document property name|no text of specified style in document|hyperlink reference not valid"
        r"|use the home tab[^\n.]{0,60})\.?"
    ),
)
_SILENT = frozenset(("cover", "references", "symbols", "title"))


@leftover_placeholder.finder
@leftover_template_prompt.finder
@broken_field_error.finder
def find(doc: Document) -> Iterator[Finding]:
    for pattern in _PLACEHOLDERS:
        for match in doc.matches(pattern):
            region = doc.region_at(match.start())
            if region.element not in _SILENT and "缩略" not in region.section.title:
                yield leftover_placeholder.at(match.span())
    for pattern in _PROMPTS:
        for match in doc.matches(pattern):
            yield leftover_template_prompt.at((match.start("head"), match.end()))
    listed = False
    for pattern in _ERRORS:
        for match in pattern.finditer(doc.text):
            kind = doc.blocks[doc.block_at(match.start())].kind
            if match.start() in doc.quoted or kind == "code" or (kind == "toc" and listed):
                continue
            listed = listed or kind == "toc"
            yield broken_field_error.at(match.span())
