"""Write clause numbers in Arabic numerals, joined by full stops and with nothing behind them.

“第一章” and “一、” are the numbers of laws and reports; with a comma, a hyphen or a letter that only looks like a digit
in it, a number is found neither by readers nor by programs. Numbers that Word computes are told once: one list makes
them all.

章、条用阿拉伯数字编号，各层之间用下脚点，末尾不加点；不用“第一章”“一、”，也不混入形近的字母。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.levels import LOOKALIKES, counted
from stdlint.views.outline import Section
from stdlint.views.regions import CLAUSES
from stdlint.views.wording import fold

nonarabic_clause_number = Check(
    id="LVL013",
    message="编号“{label}”应使用阿拉伯数字。",
    message_en="The number “{label}” shall be written in Arabic numerals.",
    bad="""
        # ⟦第一章⟧ 范围

        # ⟦第二章⟧ 规范性引用文件
    """,
    good="""
        # 1 范围

        # 2 规范性引用文件
    """,
    more=(
        (
            """
            # ⟦第一章⟧　范围

            本文件规定了要求。

            # 2　规范性引用文件

            本文件没有规范性引用文件。
            """,
            """
            # 1　范围

            本文件规定了要求。

            # 2　规范性引用文件

            本文件没有规范性引用文件。
            """,
        ),
        (
            """
            # ⟦一、⟧范围

            本文件规定了要求。

            # ⟦二、⟧规范性引用文件

            本文件没有规范性引用文件。
            """,
            """
            # 1　范围

            本文件规定了要求。

            # 2　规范性引用文件

            本文件没有规范性引用文件。
            """,
        ),
        (
            """
            # 4 分类

            产品分为两类。

            # ⟦第五章⟧　要求

            外观应完好。

            # 6 试验方法

            目测检查。
            """,
            """
            # 4 分类

            产品分为两类。

            # 5　要求

            外观应完好。

            # 6 试验方法

            目测检查。
            """,
        ),
        (
            """
            # 4 分类

            产品分为两类。

            # ⟦Ⅴ⟧ 要求

            外观应完好。
            """,
            """
            # 4 分类

            产品分为两类。

            # 5 要求

            外观应完好。
            """,
        ),
    ),
    clean=(
        """
        # 附录A（资料性）　合同示例

        ## 第一章 总则

        合同双方遵守下列约定。
        """,
        """
        # 5 要求

        ## 5.1 第一章内容的编写

        内容应完整。

        ## 5.2 一、二次回路

        回路应导通。
        """,
    ),
)

clause_number_punctuation = Check(
    id="LVL021",
    message="编号“{label}”应写为“{number}”。",
    message_en="The number “{label}” shall be written “{number}”.",
    bad="""
        # 5 要求

        ## ⟦5.1.⟧ 外观

        外观应完好。

        ## ⟦5．2⟧ 尺寸

        尺寸见表1。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## 5.2 尺寸

        尺寸见表1。
    """,
    more=(
        (
            """
            # 5 要求

            ## ⟦5-1⟧ 外观

            外观应完好。

            ## ⟦5、2⟧ 尺寸

            尺寸见表1。

            ## ⟦5。3⟧ 质量

            质量见表2。

            # ⟦第6章⟧ 试验方法

            目测检查。
            """,
            """
            # 5 要求

            ## 5.1 外观

            外观应完好。

            ## 5.2 尺寸

            尺寸见表1。

            ## 5.3 质量

            质量见表2。

            # 6 试验方法

            目测检查。
            """,
        ),
        (
            """
            # 3 术语和定义

            本文件没有需要界定的术语和定义。

            # ⟦4、⟧分类

            产品分为两类。

            # 5 要求

            ## 5.1 外观

            外观应完好。

            ## ⟦5-2⟧ 尺寸

            尺寸见表1。

            ## 5.3 质量

            质量见表2。
            """,
            """
            # 3 术语和定义

            本文件没有需要界定的术语和定义。

            # 4　分类

            产品分为两类。

            # 5 要求

            ## 5.1 外观

            外观应完好。

            ## 5.2 尺寸

            尺寸见表1。

            ## 5.3 质量

            质量见表2。
            """,
        ),
        (
            """
            3　术语和定义

            本文件没有需要界定的术语和定义。

            ⟦4、⟧分类

            产品分为两类。

            5　要求

            5.1　外观

            外观应完好。

            ⟦5-2⟧　尺寸

            尺寸见表1。

            5.3　质量

            质量见表2。

            ⟦5.4、⟧包装

            包装应完好。
            """,
            """
            3　术语和定义

            本文件没有需要界定的术语和定义。

            4　分类

            产品分为两类。

            5　要求

            5.1　外观

            外观应完好。

            5.2　尺寸

            尺寸见表1。

            5.3　质量

            质量见表2。

            5.4　包装

            包装应完好。
            """,
        ),
        (
            """
            # ⟦1、⟧范围

            本文件规定了要求。

            # ⟦2、⟧规范性引用文件

            本文件没有规范性引用文件。
            """,
            """
            # 1　范围

            本文件规定了要求。

            # 2　规范性引用文件

            本文件没有规范性引用文件。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        ## 5.1 外观

        ### 5-羟基色氨酸

        含量见表1。

        ### 2,4-二硝基苯酚

        含量见表2。

        ### 5-10 岁儿童

        剂量见表3。
        """,
    ),
)

lookalike_in_number = Check(
    id="LVL023",
    message="编号“{label}”中混入了与数字形近的字母，应为“{number}”。",
    message_en="The number “{label}” contains a letter that looks like a digit; it should be “{number}”.",
    bad="""
        # 5 要求

        ## ⟦5.l⟧ 外观

        外观应完好。

        ## 5.2 尺寸

        尺寸见表1。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        外观应完好。

        ## 5.2 尺寸

        尺寸见表1。
    """,
    more=(
        (
            """
            # 5 要求

            ## 5.9 外观

            ⟦5.1O⟧　外壳应防水。

            5.11　外壳应防尘。
            """,
            """
            # 5 要求

            ## 5.9 外观

            5.10　外壳应防水。

            5.11　外壳应防尘。
            """,
        ),
        (
            """
            # 附录A（规范性）　装置

            ## ⟦A.I⟧ 组成

            装置由机架和夹具组成。
            """,
            """
            # 附录A（规范性）　装置

            ## A.1 组成

            装置由机架和夹具组成。
            """,
        ),
    ),
    clean=(
        """
        # 5 要求

        ## 5.1 外观

        l) 颜色；

        O.1 型产品见表1。

        ## 5.2 I型产品

        尺寸见表1。
        """,
    ),
)

_NUMBERED = CLAUSES | {"references", "terms"}
_JOINED = patterns.compile(
    r"(\d{1,2}|[A-Z])((?:[-–—－,，、。·:：．.]{1,2}\d{1,2}){1,5})[.．、。]?(?=[ \u3000\u4e00-\u9fff])"
)
_LINE = patterns.compile(
    r"\n(?P<number>\d{1,2}(?:(?:[-–—－、。·，]\d{1,2}){1,4}[.．、]?|(?:\.\d{1,2}){1,4}[、。，]))"
    r"(?=[ \u3000]*\p{Han})[^\n。；：，]{1,30}(?=\n)"
)
_SIGNS = patterns.compile(r"[-–—－,，、。·:：．.]+")
_MIXED = patterns.compile(
    r"(?:\d{1,2}|[A-Z])(?:[.．](?:\d{1,2}|\d?[lIO|]\d?))*[.．]\d?[lIO|]\d?(?:[.．]\d{1,2})*(?=[ \u3000\u4e00-\u9fff\n])"
)
_SUSPECT = patterns.compile(r"\.\d?[lIO|]")


@nonarabic_clause_number.finder
@clause_number_punctuation.finder
@lookalike_in_number.finder
def find(doc: Document) -> Iterator[Finding]:
    computed = False
    annexed = False
    for section in doc.walk():
        annexed = annexed or section.element == "annex"
        if section.element not in _NUMBERED or (annexed and section.element != "annex"):
            continue
        label = section.label
        if section.number and label is not None and not section.implied:
            if doc.text[label[0] : label[1]] != section.number and not _is_apart(section):
                typed = doc.blocks[doc.block_at(label[0])].typed
                if typed or not computed:
                    computed = computed or not typed
                    yield from _labelled(doc, section.number, label)
        elif not section.number and section.first < section.last and doc.blocks[section.first].kind == "heading":
            yield from _counted(doc, section) if section.parent is None else _joined(section.parent, section)
    yield from _lookalikes(doc)
    yield from _typed(doc)


def _typed(doc: Document) -> Iterator[Finding]:
    """Judge a line that is the next clause where it stands, but for the signs in its number."""
    for match in _LINE.finditer(doc.text):
        index = doc.block_at(match.start("number"))
        block, section = doc.blocks[index], doc.regions[index].section
        if block.kind != "para" or block.table >= 0 or section.element not in CLAUSES or not section.number:
            continue
        written = match["number"]
        number = _SIGNS.sub(".", written).rstrip(".")
        if number == _next(section) and not any(other.number == number for other in _siblings(doc, section)):
            fix = number if doc.text[match.end("number")].isspace() else number + "　"
            yield clause_number_punctuation.at(match.span("number"), fix=fix, label=written, number=number)


def _siblings(doc: Document, section: Section) -> list[Section]:
    return section.parent.children if section.parent else doc.outline.top


def _is_apart(section: Section) -> bool:
    """Say whether a section is an annex, or belongs to a text that is quoted."""
    return section.element == "annex" if section.parent is None else section.number.isdigit()


def _labelled(doc: Document, number: str, label: Span) -> Iterator[Finding]:
    """Judge a number that was read, against the way it is written."""
    written = doc.text[label[0] : label[1]]
    behind = doc.text[label[1]]
    gap = "" if behind == "\n" or behind.isspace() else "　"
    if counted(written)[0] == written and not any(char.isdecimal() for char in written):
        yield nonarabic_clause_number.at(label, fix=number + gap, safe=False, label=written)
    elif fold(written).strip("第章.、") == number and (fold(written) != number or "．" in written):
        yield clause_number_punctuation.at(label, fix=number + gap, label=written, number=number)


def _counted(doc: Document, section: Section) -> Iterator[Finding]:
    """Judge a heading that is numbered “第五章” between others that have Arabic numerals."""
    count, number = counted(section.title)
    if not count or section.element == "annex":
        return
    before = [s for s in doc.outline.chapters if s.number.isdigit() and s.first < section.first]
    if not before or int(before[-1].number) + 1 == number:
        gap = "" if section.title[len(count) :].startswith((" ", "　")) else "　"
        span = _at(section, (0, len(count)))
        if any(char.isdecimal() for char in count):
            yield clause_number_punctuation.at(span, fix=f"{number}{gap}", label=count, number=number)
        else:
            yield nonarabic_clause_number.at(span, fix=f"{number}{gap}", safe=False, label=count)


def _joined(parent: Section, section: Section) -> Iterator[Finding]:
    """Judge a heading whose number is not read because other signs than full stops join it."""
    joined = _JOINED.match(section.title)
    if joined is None:
        return
    number = joined[1] + _SIGNS.sub(".", joined[2])
    if number in (_expected(parent, section), _next(parent)):
        span = _at(section, joined.span())
        yield clause_number_punctuation.at(span, fix=number, label=joined.group(), number=number)


def _expected(parent: Section, section: Section) -> str:
    """Return the number that a clause ought to have at its place."""
    at = parent.children.index(section)
    before = parent.children[at - 1].parts if at else ()
    last = int(before[-1]) if before and before[-1].isdigit() else at
    return f"{parent.number}.{last + 1}"


def _next(section: Section) -> str:
    """Return the number behind that of a clause, “” where a letter or nothing numbers it."""
    *above, last = section.parts or ("",)
    return ".".join((*above, str(int(last) + 1))) if last.isdigit() else ""


def _at(section: Section, span: Span) -> Span:
    return section.head[0] + span[0], section.head[0] + span[1]


def _lookalikes(doc: Document) -> Iterator[Finding]:
    """Report what would be the number of a clause where it stands, were it not for a letter in it."""
    for suspect in _SUSPECT.finditer(doc.text):
        index = doc.block_at(suspect.start())
        block = doc.blocks[index]
        match = _MIXED.match(doc.text, block.span[0])
        if match is None or not match.start() < suspect.end() <= match.end():
            continue
        if block.kind not in ("heading", "para") or block.table >= 0 or match.end() > block.span[1]:
            continue
        section = doc.regions[index].section
        number = match.group().translate(LOOKALIKES)
        if section.element in CLAUSES and _could_be(section, number):
            yield lookalike_in_number.at(
                match.span(), fix=[Edit(*match.span(), number)], safe=False, label=match.group(), number=number
            )


def _could_be(section: Section, number: str) -> bool:
    held = number.rpartition(".")[0]
    above: Section | None = section
    while above is not None:
        if above.number == held:
            return True
        above = above.parent
    return False
