"""State known patents in the introduction with the prescribed words.

Holders and users of a patent rely on the exact words about its validity and its licence.

已知专利的说明关系到专利的效力和许可承诺，引言中的文字是固定的。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.fixed import SELF, normal

altered_patent_statement = Check(
    id="INT040",
    message="已知专利的说明应使用规定的文字：“{right}”",
    message_en="A known patent is stated with the prescribed words: “{right}”",
    bad="""
        # 引言

        本文件的发布机构提请注意，声明符合本文件时，可能涉及到5.2与铆接相关的专利的使用。

        ⟦本文件的发布机构对于该专利的有效性不持立场。⟧

        # 1 范围
    """,
    good="""
        # 引言

        本文件的发布机构提请注意，声明符合本文件时，可能涉及到5.2与铆接相关的专利的使用。

        本文件的发布机构对于该专利的真实性、有效性和范围无任何立场。

        # 1 范围
    """,
    more=(
        (
            """
            # 引言

            ⟦本文件涉及以下专利：一种铆接方法（ZL 2020 1 0000000.0）。⟧

            # 1 范围
            """,
            """
            # 引言

            本文件的发布机构提请注意，声明符合本文件时，可能涉及到5.2与铆接相关的专利的使用。

            # 1 范围
            """,
        ),
        (
            """
            # 引言

            本文件的发布机构提请注意，声明符合本文件时，可能涉及到5.2与铆接相关的专利的使用。

            ⟦请注意除上述专利外，本文件的某些内容仍可能涉及专利，发布机构不负责识别。⟧

            # 1 范围
            """,
            """
            # 引言

            本文件的发布机构提请注意，声明符合本文件时，可能涉及到5.2与铆接相关的专利的使用。

            请注意除上述专利外，本文件的某些内容仍可能涉及专利。本文件的发布机构不承担识别专利的责任。

            # 1 范围
            """,
        ),
    ),
    clean=(
        """
        # 引言

        本文件的发布机构提请注意，声明符合本文件时，可能涉及到5.2、6.3与铆接、焊接相关的专利的使用。

        本文件的发布机构对于该专利的真实性、有效性和范围无任何立场。

        该专利持有人已向本文件的发布机构承诺，他愿意同任何申请人在合理且无歧视的条款和条件下，就专利授权许可进行谈判。
        该专利持有人的声明已在本文件的发布机构备案。相关信息可以通过以下联系方式获得：

        专利持有人姓名：张三

        地址：东山市

        请注意除上述专利外，本文件的某些内容仍可能涉及专利。本文件的发布机构不承担识别专利的责任。

        # 1 范围
        """,
        """
        # 引言

        本文件不涉及专利许可的商业条款。专利是创新的重要成果，知识产权管理涉及专利的申请、使用和许可。专利持有人众多，企业需要管理。

        # 1 范围
        """,
    ),
)

_OPENING = "本文件的发布机构提请注意，声明符合本文件时，可能涉及到……[条]……与……[内容]……相关的专利的使用。"
_NOTICE = "请注意除上述专利外，本文件的某些内容仍可能涉及专利。"
_DUTY = "本文件的发布机构不承担识别专利的责任。"
_FIXED = (
    (r"真实性|有效性.*立场|不持.*立场|立场", "本文件的发布机构对于该专利的真实性、有效性和范围无任何立场。"),
    (
        r"(?=.*专利)(?=.*(?:承诺|同意|愿意))(?=.*(?:许可|谈判|授权))",
        "该专利持有人已向本文件的发布机构承诺，他愿意同任何申请人在合理且无歧视的条款和条件下，就专利授权许可进行谈判。",
    ),
    (r"(?=.*声明)(?=.*备案)", "该专利持有人的声明已在本文件的发布机构备案。"),
    (r"(?:除上述专利|仍有?可能涉及专利|其他专利).*识别", _NOTICE + _DUTY),
    (r"除上述专利|仍有?可能涉及专利|其他专利", _NOTICE),
    (r"(?=.*识别)(?=.*责任)", _DUTY),
)
_ANCHORS = tuple((patterns.compile(anchor), sentence) for anchor, sentence in _FIXED)
_STATES = patterns.compile(
    rf"{SELF}(?:的发布机构提请|[^。\n]{{0,30}}(?<![不未])涉及[^。\n]{{0,10}}(?:以下|下列|如下|到)?[^。\n]{{0,40}}专利|[^。\n]{{0,40}}专利的使用)"
    r"|专利持有人(?:已|姓名|的声明)|专利号[：:]"
)
_RIGHT_OPENING = patterns.compile(r"本文件的发布机构提请注意，声明符合本文件时，可能涉及到?.+与.+相关的专利的使用。")
_OPENS = patterns.compile(rf"{SELF}.*(?:(?<![不未])涉及.*专利|专利的使用)")
_DISCLAIMS = patterns.compile(rf"请注意{SELF}|除上述")
_SENTENCE = patterns.compile(r"[^。\n\u2028]+。?")
_PLURAL = patterns.compile("(?<!除)(?:这些|上述|这一|以下|该等)(?=专利)")
_SELF = patterns.compile(SELF)


@altered_patent_statement.finder
def find(doc: Document) -> Iterator[Finding]:
    introduction = doc.outline.first("introduction")
    if introduction is None:
        return
    blocks = list(introduction.blocks())
    texts = [text for text in map(doc.said, blocks) if "专利" in text]
    if any(_STATES.search(text) for text in texts):
        yield from _altered(doc, blocks)


def _altered(doc: Document, blocks: list[int]) -> Iterator[Finding]:
    """Report the first sentence of the statement that departs from the prescribed words."""
    for index in blocks:
        start, end = doc.blocks[index].span
        for match in _SENTENCE.finditer(doc.text, start, end):
            span = _stripped(doc.text, match)
            said = _PLURAL.sub("该", _SELF.sub("本文件", normal(match.group())))
            right = _departs(said)
            if right:
                fix = None if right == _OPENING else right
                yield altered_patent_statement.at(span, fix=fix, safe=False, right=right)
                return


def _departs(said: str) -> str:
    """Return the prescribed sentence in whose place a sentence stands, “” if it is that sentence or none of them."""
    if "专利" not in said:
        return ""
    for anchor, sentence in _ANCHORS:
        if anchor.search(said):
            return "" if said == normal(sentence) else sentence
    if _OPENS.match(said) and not _DISCLAIMS.match(said) and not _RIGHT_OPENING.fullmatch(said):
        return _OPENING
    return ""


def _stripped(text: str, match: regex.Match[str]) -> Span:
    said = match.group()
    return match.start() + len(said) - len(said.lstrip()), match.start() + len(said.rstrip())
