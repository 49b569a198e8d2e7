"""Name a place by its number, in the form that the standard gives it.

A clause is “第4章”, a subclause “5.2”, all with Arabic numerals; pages shift with every edition and are never named.
Places in other documents, above all in laws, keep the names they have there.

提及章写“第4章”，提及条只写编号“5.2”，一律用阿拉伯数字；页码随版面变动，不提及。法律法规等其他文件的章、条按其自身的叫法，不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit
from stdlint.views.pointers import OTHER, OWN, Pointer
from stdlint.views.wording import BLANK

malformed_subclause_reference = Check(
    id="CIT020",
    message="提及条只写编号，“{quote}”应为“{number}”。",
    message_en="A subclause is cited by its number alone: “{quote}” should read “{number}”.",
    bad="""
        # 4 要求

        螺栓应按⟦第5.2条⟧的规定检验。
    """,
    good="""
        # 4 要求

        螺栓应按5.2的规定检验。
    """,
    more=(
        (
            """
            # 前言

            ——更改了外观的要求（见⟦4.1条⟧，2009年版的第4.1条）；

            # 4 要求

            应符合⟦第 5.2.1 条⟧、⟦5.3条⟧和⟦5.4节⟧的规定，除⟦第5.5款⟧外见⟦第5.6节⟧，检验按⟦第A.1条⟧进行。

            外观应符合⟦第5.7⟧的规定，尺寸见⟦第5.8章⟧。
            """,
            """
            # 前言

            ——更改了外观的要求（见4.1，2009年版的第4.1条）；

            # 4 要求

            应符合5.2.1、5.3和5.4的规定，除5.5外见5.6，检验按A.1进行。

            外观应符合5.7的规定，尺寸见5.8。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        应符合5.2的规定，在3.2条件下试验，使用1.5节电池，见4.2条形码。按照《中华人民共和国标准化法》第二十条执行。
        应符合GB/T 1234—2020第5.2条的规定，该文件第5.3条不适用。第1.2版软件按第2部分的规定安装。“见第5.2条”是旧的写法。
        """,
    ),
)

malformed_clause_reference = Check(
    id="CIT021",
    message="提及章应写“第{number}章”，不写“{quote}”。",
    message_en="A clause is cited as “第{number}章”, not as “{quote}”.",
    bad="""
        # 4 要求

        检验方法见⟦5⟧。

        # 5 检验
    """,
    good="""
        # 4 要求

        检验方法见第5章。

        # 5 检验
    """,
    more=(
        (
            """
            # 4 要求

            应按⟦5章⟧的规定检验，检验规则（见⟦6⟧）由企业制定，符合⟦第5节⟧的规定，合格判定按⟦6⟧的规定。

            # 5 检验

            # 6 规则
            """,
            """
            # 4 要求

            应按第5章的规定检验，检验规则（见第6章）由企业制定，符合第5章的规定，合格判定按第6章的规定。

            # 5 检验

            # 6 规则
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 2 要求

        第二条　产品应完好。

        检验见第二章第二节。
        """,
        """
        # 4 要求

        检验方法见第5章，第4、5章规定了检验。见图1中4，分为3级，按2执行，见5.2。依照该法第5条处理。每3条取一条。
        按《产品质量法》（2018年修正）第12条的规定。见GB/T 1234—2020第5章。

        # 5 检验
        """,
    ),
)

page_reference = Check(
    id="CIT022",
    message="不应提及页码“{quote}”，应提及章、条、图、表的编号。",
    message_en="Do not cite the page “{quote}”, but the number of the clause, figure or table.",
    bad="""
        # 4 要求

        尺寸见⟦第12页⟧。
    """,
    good="""
        # 4 要求

        尺寸见5.2。
    """,
    more=(
        (
            """
            # 4 要求

            检验方法应符合本文件⟦第3～5页⟧的规定（见⟦第 6 页⟧）。
            """,
            """
            # 4 要求

            检验方法应符合5.2的规定（见5.3）。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        报告共3页，第2页为记录表。首页应有编号，第1页至第3页应装订。按使用说明书第12页安装。图3（第2页/共3页）。
        见GB/T 1234—2020第8页。
        """,
    ),
)

chinese_numeral_in_reference = Check(
    id="CIT024",
    message="提及章、图、表使用阿拉伯数字，“{quote}”应为“{right}”。",
    message_en="References use Arabic numerals: “{quote}” should read “{right}”.",
    bad="""
        # 4 要求

        检验方法见⟦第五章⟧，尺寸见⟦表二⟧。
    """,
    good="""
        # 4 要求

        检验方法见第5章，尺寸见表2。
    """,
    more=(
        (
            """
            # 4 要求

            结构如⟦图一⟧所示，应符合⟦第十二章⟧和⟦表三⟧的规定，按⟦公式（二）⟧计算。
            """,
            """
            # 4 要求

            结构如图1所示，应符合第12章和表3的规定，按公式（2）计算。
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        检验方法见第5章。按照《中华人民共和国标准化法》第三章的规定。代表一人，图一般按比例绘制，如表一样填写。
        依据该条例第二章处理，见“第五章”。
        """,
    ),
)

_WORDED = patterns.compile("[第条节款章项]")
_CHINESE = patterns.compile("[一二三四五六七八九十]+")
_IN_LIST = patterns.compile(rf"\d+(?:{BLANK}*[、,和与及至～~]{BLANK}*第?{BLANK}*\d+)*{BLANK}*章")
_PAGED = patterns.compile(rf"[书册集志典稿卷刊期库]{BLANK}*(?:的|中的?)?{BLANK}*$")
_ON_PAGE = ("见", "按", "如", "符合", "参", "依", "根")


@malformed_subclause_reference.finder
@malformed_clause_reference.finder
@page_reference.finder
@chinese_numeral_in_reference.finder
def find(doc: Document) -> Iterator[Finding]:
    for pointer in doc.pointers:
        if pointer.whose == OTHER or not pointer.number or pointer.implied:
            continue
        if pointer.whose != OWN and doc.regions[pointer.block].element != "foreword":
            continue
        yield from _judged(doc, pointer, doc.text[slice(*pointer.span)])


def _judged(doc: Document, pointer: Pointer, said: str) -> Iterator[Finding]:
    if pointer.kind == "subclause":
        if _WORDED.search(said):
            yield malformed_subclause_reference.at(pointer.span, fix=pointer.number, number=pointer.number)
    elif pointer.kind == "page":
        before = doc.text[max(0, pointer.span[0] - 6) : pointer.span[0]]
        if (pointer.verb.startswith(_ON_PAGE) or before.endswith("本文件")) and not _PAGED.search(before):
            yield page_reference.at(pointer.span)
    elif pointer.kind == "clause" and not said.startswith("第") and said.endswith("章"):
        yield from _clause(doc, pointer)
    elif pointer.kind == "clause" and "章" not in said:
        numbers_text = pointer.span[0] == doc.blocks[pointer.block].span[0] and said.endswith("条")
        goes_on = doc.text[pointer.span[0] - 1] in "章条"
        if not (numbers_text or goes_on or _IN_LIST.match(doc.text, pointer.span[0])):
            yield from _clause(doc, pointer)
    elif pointer.kind in ("clause", "figure", "table", "formula") and (found := _CHINESE.search(said)):
        start = pointer.span[0] + found.start()
        edit = Edit(start, start + len(found.group()), pointer.number)
        right = said.replace(found.group(), pointer.number, 1)
        yield chinese_numeral_in_reference.at(pointer.span, fix=[edit], right=right)


def _clause(doc: Document, pointer: Pointer) -> Iterator[Finding]:
    """Report “见4”, “4章”, “第4条”; of a draft that has such a clause only, since the words may mean a law."""
    if any(section.number == pointer.number for section in doc.outline.top):
        right = f"第{pointer.number}章"
        yield malformed_clause_reference.at(pointer.span, fix=right, safe=False, number=pointer.number)
