"""Number what stands in an annex with its letter, and leave scope, references and terms to the body.

Subclauses are A.1, A.1.1; figures, tables and formulas 图A.1, 表A.1, (A.1), in each annex from 1. Annexes that show a
document as a sample keep its numbers.

附录中的条、图、表、公式都以附录的字母开头编号；附录中不设“范围”“规范性引用文件”“术语和定义”。以附录给出文件示例、模板的，示例中的编号
不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.captions import NAMES, Caption
from stdlint.views.elements import element_of
from stdlint.views.outline import Section
from stdlint.views.pointers import canonical

clause_number_without_annex_letter = Check(
    id="ANX060",
    message="附录{letter}中的条应以字母开头编号，“{quote}”应为“{right}”。",
    message_en="Subclauses of Annex {letter} begin with its letter: “{quote}” should be “{right}”.",
    bad="""
        # 4 要求

        # 附录A（规范性）　方法

        ## ⟦1.1⟧ 概述

        ## 1.2 步骤
    """,
    good="""
        # 4 要求

        # 附录A（规范性）　方法

        ## A.1 概述

        ## A.2 步骤
    """,
    more=(
        (
            """
            # 1 范围

            # 附录A（规范性）　方法

            ⟦1.1⟧　概述

            方法见图1。

            1.2　步骤

            1.1 g试样加热至1.2 ℃。
            """,
            """
            # 1 范围

            # 附录A（规范性）　方法

            A.1　概述

            方法见图1。

            A.2　步骤

            1.1 g试样加热至1.2 ℃。
            """,
        ),
        (
            """
            # 4 要求

            # 附录A（规范性）　方法

            ## ⟦1⟧ 仪器

            ## 2 步骤

            ### 2.1 称量
            """,
            """
            # 4 要求

            # 附录A（规范性）　方法

            ## A.1 仪器

            ## A.2 步骤

            ### A.2.1 称量
            """,
        ),
        (
            """
            # 4 要求

            # 附录A（规范性）　方法

            ## ⟦A1⟧ 仪器

            ## A-2 步骤
            """,
            """
            # 4 要求

            # 附录A（规范性）　方法

            ## A.1 仪器

            ## A.2 步骤
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        # 附录A（规范性）　方法

        ## A.1 概述

        1) 步骤一；
        2) 步骤二。

        # 附录B（资料性）　标准示例

        ## 前言

        ## 1 范围

        ## 2 规范性引用文件

        # 附录C（资料性）　合同模板

        ## 1 总则

        ## 2 责任
        """,
    ),
)

object_number_without_annex_letter = Check(
    id="ANX061",
    message="附录{letter}中的{kind}应编为“{right}”，不编为“{quote}”。",
    message_en="The {kind_en}s of Annex {letter} carry its letter: “{right}”, not “{quote}”.",
    bad="""
        # 4 要求

        # 附录A（规范性）　方法

        ⟦表A-1⟧　记录

        | 项目 | 数值 |
        |---|---|
        | 长度 | 20 |
    """,
    good="""
        # 4 要求

        # 附录A（规范性）　方法

        表A.1　记录

        | 项目 | 数值 |
        |---|---|
        | 长度 | 20 |
    """,
    more=(
        (
            """
            # 4 要求

            # 附录B（规范性）　方法

            ![结构](a.png)

            ⟦图5⟧　结构

            ![结构](b.png)

            ⟦图B2⟧　剖面

            $$ a=b $$ ⟦（7）⟧

            $$ b=c $$ （B.2）
            """,
            """
            # 4 要求

            # 附录B（规范性）　方法

            ![结构](a.png)

            图B.1　结构

            ![结构](b.png)

            图B.2　剖面

            $$ a=b $$ （B.1）

            $$ b=c $$ （B.2）
            """,
        ),
    ),
    clean=(
        """
        # 4 要求

        表1　尺寸

        | 项目 | 数值 |
        |---|---|
        | 长度 | 20 |

        # 附录A（规范性）　方法

        表A.1　记录

        | 项目 | 数值 |
        |---|---|
        | 长度 | 20 |

        表A.1　记录（续）

        $$ a=b $$ （A.1）

        # 附录B（资料性）　报告示例

        表1　结果

        | 项目 | 数值 |
        |---|---|
        | 长度 | 20 |
        """,
    ),
)

scope_in_annex = Check(
    id="ANX070",
    message="附录中不设置“{quote}”。",
    message_en="An annex has no “{quote}”.",
    bad="""
        # 4 要求

        # 附录A（规范性）　方法

        ## A.1 ⟦范围⟧

        ## A.2 步骤
    """,
    good="""
        # 4 要求

        # 附录A（规范性）　方法

        ## A.1 概述

        ## A.2 步骤
    """,
    more=(
        (
            """
            # 4 要求

            # 附录A（规范性）　方法

            ## A.1 ⟦适用范围⟧

            ## A.2 ⟦规范性引用文件⟧

            ## A.3 ⟦术语和定义⟧

            ## A.4 步骤
            """,
            """
            # 4 要求

            # 附录A（规范性）　方法

            ## A.1 概述

            ## A.2 步骤
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 4 要求

        # 附录A（规范性）　方法

        ## A.1 测量范围

        ## A.2 步骤

        ### A.2.1 范围

        # 附录B（资料性）　标准示例

        ## 前言

        ## 1 范围

        ## 3 术语和定义
        """,
    ),
)

_SAMPLE = patterns.compile(
    r"模板|范本|示例|样表|样本|样式|样例|格式|文本|合同|协议|承诺书|告知书|通知书|说明书|报告|招标|标书|规章|制度|实例|案例"
)
_JOINED = patterns.compile(r"(?P<letter>[A-Z])[-－—]?\d{1,2}(?:[.\-－—]\d{1,2})*(?=\s|\p{Han})")
_NUMBER_BEHIND = patterns.compile(r"[（(][^（()）]*[）)]\s*$")


@clause_number_without_annex_letter.finder
@object_number_without_annex_letter.finder
@scope_in_annex.finder
def find(doc: Document) -> Iterator[Finding]:
    for annex in doc.outline.all("annex"):
        if len(annex.number) != 1 or not annex.number.isalpha():
            continue
        if not _shows(annex):
            for section in annex.children:
                own = section.number[:1] in ("", annex.number)
                if own and section.titled and element_of(section.title) in ("scope", "references", "terms"):
                    yield scope_in_annex.at(section.head)
            yield from _clauses(doc, annex)
            yield from _objects(doc, annex)


def _shows(annex: Section) -> bool:
    """Say whether an annex shows a document as a sample, which has numbers of its own."""
    if annex.status in ("资料性", "提示的", "参考件") and _SAMPLE.search(annex.title):
        return True
    return any(element_of(s.title) in ("foreword", "contents", "introduction") for s in annex.walk() if s is not annex)


def _clauses(doc: Document, annex: Section) -> Iterator[Finding]:
    """Report the first number without the letter, and put the letter to all of them."""
    joined = [
        match.span()
        for section in annex.walk()
        if not section.number and (match := _JOINED.match(doc.text, *section.head)) and match["letter"] == annex.number
    ]
    for span in joined[:1]:
        edits = [Edit(*place, canonical(doc.text[slice(*place)])) for place in joined]
        right = canonical(doc.text[slice(*span)])
        yield clause_number_without_annex_letter.at(span, fix=edits, safe=False, letter=annex.number, right=right)
    wrong = [s for s in annex.walk() if s.number[:1].isdigit() and s.label is not None and not s.implied]
    if not wrong or wrong[0].label is None:
        return
    firsts = {section.parts[0] for section in wrong}
    drop = len(firsts) == 1 and all(len(section.parts) > 1 for section in wrong)
    rights = [".".join((annex.number, *section.parts[drop:])) for section in wrong]
    edits = [Edit(*section.label, right) for section, right in zip(wrong, rights, strict=True) if section.label]
    yield clause_number_without_annex_letter.at(
        wrong[0].label, fix=edits, safe=False, letter=annex.number, right=rights[0]
    )


def _objects(doc: Document, annex: Section) -> Iterator[Finding]:
    count = {"figure": 0, "table": 0, "formula": 0}
    for caption in doc.captions:
        if not annex.first <= caption.block < annex.last or not caption.number:
            continue
        count[caption.kind] += 1
        if caption.number.startswith(f"{annex.number}."):
            continue
        number = canonical(caption.number)
        if not number.startswith(f"{annex.number}."):
            number = f"{annex.number}.{count[caption.kind]}"
        yield _wrong(doc, caption, annex.number, number)


def _wrong(doc: Document, caption: Caption, letter: str, number: str) -> Finding:
    zh, en = NAMES[caption.kind]
    span: Span = doc.blocks[caption.block].span
    if caption.kind == "formula":
        behind = _NUMBER_BEHIND.search(doc.text, *span)
        span = behind.span() if behind else span
        right = f"（{number}）" if doc.text[span[0]] == "（" else f"({number})"
        fix = right if behind else None
    else:
        span = doc.blocks[caption.block - 1].span if doc.blocks[caption.block - 1].kind == "label" else span
        at = doc.text.find(caption.number, *span)
        right = f"{zh}{number}"
        fix = doc.text[span[0] : at] + number + doc.text[at + len(caption.number) : span[1]] if at >= 0 else None
    return object_number_without_annex_letter.at(
        span, fix=fix, safe=False, letter=letter, kind=zh, kind_en=en, right=right
    )
