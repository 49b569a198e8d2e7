"""Point only to clauses, annexes, figures, tables, formulas and list items that exist.

After every restructuring some numbers lead nowhere. Places in other documents and in older editions are not looked up.
Where most of the numbers of a draft lead nowhere, or it has no numbered figure (table, formula) at all, its structure
was not understood or its objects were lost, and nothing is said; nor is it on a part of a draft that does not hold the
clause. “式(9)” is a wrong form, which another rule reports; a number in brackets behind a term, in a definition, is
compared with the entries there.

结构调整后常有编号指空。其他文件和旧版中的编号不核对；文件只是草案的一部分时，不在其中的章不核对。“式(9)”属写法问题，定义中术语
之后括号内的编号要与条目核对，由其他规则报告。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import regex

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.levels import miswritten
from stdlint.views.outline import Section
from stdlint.views.pointers import OWN, Pointer, canonical
from stdlint.views.wording import BLANK

dangling_clause_reference = Check(
    id="CIT030",
    message="文件中没有“{quote}”。",
    message_en="There is no “{quote}” in this document.",
    bad="""
        # 1 范围

        # 2 要求

        ## 2.1 外观

        外观应符合⟦9.9⟧的规定。

        ## 2.2 尺寸
    """,
    good="""
        # 1 范围

        # 2 要求

        ## 2.1 外观

        外观应符合2.2的规定。

        ## 2.2 尺寸
    """,
    more=(
        (
            """
            # 前言

            ——更改了外观的要求（见⟦4.7⟧，2009年版的5.1）。

            # 1 范围

            # 2 要求

            ## 2.1 外观

            外观按2.1～⟦2.6⟧检验（见⟦第8章⟧），溶液（⟦2.9⟧）按2.2和2.1配制，见2.2。

            ## 2.2 尺寸
            """,
            """
            # 前言

            ——更改了外观的要求（见2.1，2009年版的5.1）。

            # 1 范围

            # 2 要求

            ## 2.1 外观

            外观按2.1～2.2检验（见第2章），溶液（2.2）按2.2和2.1配制，见2.2。

            ## 2.2 尺寸
            """,
        ),
        (
            """
            # 1 范围

            # 2 要求

            ## 2.1 外观

            溶液的配制见⟦A.3⟧，除⟦第2.4条⟧外按⟦2.2.5⟧和2.2进行。

            | 检验项目 | 要求章条号 | 试验方法 |
            |---|---|---|
            | 外观 | 2.1 | ⟦3.3⟧ |

            ## 2.2 尺寸

            # 附录A（规范性）　配制

            ## A.1 概述

            ## A.2 步骤
            """,
            """
            # 1 范围

            # 2 要求

            ## 2.1 外观

            溶液的配制见A.2，除2.2外按2.2和2.2进行。

            | 检验项目 | 要求章条号 | 试验方法 |
            |---|---|---|
            | 外观 | 2.1 | 2.2 |

            ## 2.2 尺寸

            # 附录A（规范性）　配制

            ## A.1 概述

            ## A.2 步骤
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 5 要求

        外观见5.1，尺寸见5.2。

        ## 5.l 外观

        外观应完好。

        ## 5-2 尺寸

        尺寸应准确。
        """,
        """
        # 1 范围

        # 2 规范性引用文件

        # 3 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1

        灌区　irrigation district

        能独立供应灌溉用水（3.9）的区域。
        """,
        """
        # 前言

        ——删除了第9章和附录C（见2009年版的第9章、7.4、附录C和表8）；

        ——增加了9.3（见2.1，2009年版的8.1）。

        # 1 范围

        # 2 要求

        ## 2.1 外观

        长度为5.2 mm，不小于3.5，系数按1.25计算，软件为2.0版，符合XML 1.0和IP 5.4的要求，采用V 5.3版本。
        应符合GB/T 1234—2020的5.2和5.3、第8章的规定（见ISO 9001:2015，8.4）。按《规程》第5章和5.1执行。
        该标准的6.2不适用。        坐标系数达到3.5的要求，质量分数为9.5，电流按1.5倍取值。[来源：GB/T 1234—2020，5.3]

        见2.1 a)，见2.1、第2章。规格分为3.5、4.5和5.5三种；比值取3.5或4.5。

        | 项目 | 指标 | 代码 |
        |---|---|---|
        | 外观 | 3.5 | 8.2 |
        """,
        """
        # 4 要求

        外观应符合7.2的规定。
        """,
    ),
)

dangling_annex_reference = Check(
    id="CIT031",
    message="文件中没有“{quote}”。",
    message_en="There is no “{quote}” in this document.",
    bad="""
        # 1 范围

        # 2 要求

        记录的格式见附录A，配制见⟦附录C⟧。

        # 附录A（资料性）　记录
    """,
    good="""
        # 1 范围

        # 2 要求

        记录的格式见附录A，配制见附录A。

        # 附录A（资料性）　记录
    """,
    more=(
        (
            """
            # 1 范围

            # 2 要求

            按附录A～⟦附录C⟧和附录A、⟦D⟧的规定检验。

            # 附录A（规范性）　检验

            # 附录B（规范性）　其他
            """,
            """
            # 1 范围

            # 2 要求

            按附录A～附录B和附录A、B的规定检验。

            # 附录A（规范性）　检验

            # 附录B（规范性）　其他
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件与ISO 1234:2019相比，删除了附录D。

        # 1 范围

        # 2 要求

        按GB/T 1234—2020附录C和附录D的规定，见ISO 1234:2019的附录B。其附录E不适用，“见附录F”。

        # 附录A（规范性）　检验
        """,
        """
        # 4 要求

        记录的格式见附录A。
        """,
    ),
)

dangling_figure_reference = Check(
    id="CIT032",
    message="文件中没有“{quote}”。",
    message_en="There is no “{quote}” in this document.",
    bad="""
        # 1 范围

        # 2 要求

        结构见⟦图9⟧。

        ![结构](a.png)

        图1　结构
    """,
    good="""
        # 1 范围

        # 2 要求

        结构见图1。

        ![结构](a.png)

        图1　结构
    """,
    more=(
        (
            """
            # 1 范围

            # 2 要求

            结构见图1、⟦2⟧和⟦图A.3⟧，剖面见图1 a)和图1b。

            ![结构](a.png)

            图1　结构
            """,
            """
            # 1 范围

            # 2 要求

            结构见图1、1和图1，剖面见图1 a)和图1b。

            ![结构](a.png)

            图1　结构
            """,
        ),
        (
            """
            # 1 范围

            # 2 要求

            结构见⟦图9⟧。
            """,
            """
            # 1 范围

            # 2 要求

            结构见第2章。
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 2 要求

        结构见GB/T 1234—2020图5和该标准的图6，图1-1给出了结构。绘制地图3张，附图样3份，意图2个。

        ![结构](a.png)

        图1-1　结构
        """,
        """
        # 1 范围

        # 2 要求

        结构见图1和图2。
        """,
    ),
)

dangling_table_reference = Check(
    id="CIT033",
    message="文件中没有“{quote}”。",
    message_en="There is no “{quote}” in this document.",
    bad="""
        # 1 范围

        # 2 要求

        尺寸见⟦表9⟧。

        表1　尺寸

        | 规格 | 长度 |
        |---|---|
        | M6 | 20 |
    """,
    good="""
        # 1 范围

        # 2 要求

        尺寸见表1。

        表1　尺寸

        | 规格 | 长度 |
        |---|---|
        | M6 | 20 |
    """,
    more=(
        (
            """
            # 1 范围

            # 2 要求

            尺寸应符合表1～⟦表4⟧的规定。偏差应符合⟦表5⟧的规定。

            注：重量见⟦表A.1⟧。

            表1　尺寸

            | 规格 | 长度 |
            |---|---|
            | M6 | 见⟦表7⟧ |
            """,
            """
            # 1 范围

            # 2 要求

            尺寸应符合表1～表1的规定。偏差应符合表1的规定。

            注：重量见表1。

            表1　尺寸

            | 规格 | 长度 |
            |---|---|
            | M6 | 见表1 |
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 2 要求

        尺寸见GB/T 1234—2020表5和表6，代表3人，发表2篇，仪表8台，表1（续）略，表2种类。见2009年版的表9。

        表1　尺寸

        | 规格 | 长度 |
        |---|---|
        | M6 | 20 |

        表3　其他

        见表3。
        """,
    ),
)

dangling_formula_reference = Check(
    id="CIT034",
    message="文件中没有“{quote}”。",
    message_en="There is no “{quote}” in this document.",
    bad="""
        # 1 范围

        # 2 要求

        长度按⟦公式（9）⟧计算：

        $$ l=2d $$ （1）
    """,
    good="""
        # 1 范围

        # 2 要求

        长度按公式（1）计算：

        $$ l=2d $$ （1）
    """,
    more=(
        (
            """
            # 1 范围

            # 2 要求

            长度按公式(1)和⟦(3)⟧计算：

            $$ l=2d $$ （1）
            """,
            """
            # 1 范围

            # 2 要求

            长度按公式(1)和(1)计算：

            $$ l=2d $$ （1）
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 2 要求

        长度按式(9)和GB/T 1234—2020的公式(7)计算。厚度按公式(2)计算：

        l = 2d （2）

        宽度按公式(3)计算：

        b = 3d………………………………（3）
        """,
    ),
)

dangling_list_item_reference = Check(
    id="CIT035",
    message="没有列项“{item}”。",
    message_en="There is no list item “{item}”.",
    bad="""
        # 1 范围

        # 2 要求

        ## 2.1 外观

        外观应符合下列要求：

        a) 表面平整；
        b) 颜色一致。

        ## 2.2 检验

        检验2.1 ⟦f)⟧的要求。
    """,
    good="""
        # 1 范围

        # 2 要求

        ## 2.1 外观

        外观应符合下列要求：

        a) 表面平整；
        b) 颜色一致。

        ## 2.2 检验

        检验2.1 b)的要求。
    """,
    more=(
        (
            """
            # 1 范围

            # 2 要求

            ## 2.1 外观

            外观应符合下列要求，其中应按⟦d)⟧检验：

            a) 表面平整：
            1) 无凹陷；
            2) 无凸起；
            b) 颜色一致。

            ## 2.2 检验

            检验2.1 a)～⟦c)⟧、2.1 a) 1)、2.1 ⟦a) 3)⟧和2.2 ⟦a)⟧的要求。
            """,
            """
            # 1 范围

            # 2 要求

            ## 2.1 外观

            外观应符合下列要求，其中应按b)检验：

            a) 表面平整：
            1) 无凹陷；
            2) 无凸起；
            b) 颜色一致。

            ## 2.2 检验

            检验2.1 a)～b)、2.1 a) 1)、2.1 a) 2)和2.1 a)的要求。
            """,
        ),
    ),
    clean=(
        """
        # 1 范围

        # 2 要求

        ## 2.1 外观

        按GB/T 1234—2020的5.2 f)检验，函数f(a)和g（b）不变，见图1 c)，按5.9 a)。

        - 表面平整；
        - 颜色一致。

        ## 2.2 检验

        检验2.1 c)的要求。
        """,
    ),
)

self_reference = Check(
    id="CIT036",
    message="“{quote}”就是本条自身的编号。",
    message_en="“{quote}” is the number of this very subclause.",
    bad="""
        # 5 要求

        ## 5.1 外观

        ## 5.2 尺寸

        尺寸应按⟦5.2⟧进行检验。
    """,
    good="""
        # 5 要求

        ## 5.1 外观

        ## 5.2 尺寸

        尺寸应按5.1进行检验。
    """,
    more=(
        (
            """
            # 3 术语和定义

            ### 3.1

            灌区　irrigation district

            能独立供应灌溉用水，与其他灌区（⟦3.1⟧）相邻的区域。
            """,
            """
            # 3 术语和定义

            ### 3.1

            灌区　irrigation district

            能独立供应灌溉用水的区域。
            """,
        ),
        (
            """
            # 5 要求

            5.1　外观应符合⟦5.1⟧的规定。

            5.2　尺寸应符合5.1和⟦第5.2条⟧的规定。

            # 附录A（规范性）　方法

            ## A.1 仪器

            仪器应符合⟦A.1⟧的规定。
            """,
            """
            # 5 要求

            5.1　外观应符合5.2的规定。

            5.2　尺寸应符合5.1和5.1的规定。

            # 附录A（规范性）　方法

            ## A.1 仪器

            仪器应符合A.2的规定。
            """,
        ),
    ),
    clean=(
        """
        # 3 术语和定义

        ### 3.1

        灌区　irrigation district

        由水源（3.1）供水的区域。
        """,
        """
        # 5 要求

        ## 5.2 尺寸

        尺寸应符合下列要求：

        a) 长度按5.2 b)测量；
        b) 宽度按GB/T 1234—2020的5.2测量。

        长度见5.1～5.3，见5.2.1。

        注：5.2中的尺寸不含镀层。

        | 检验项目 | 章条号 |
        |---|---|
        | 尺寸 | 5.2 |
        """,
    ),
)

_CAPTION_LINE = patterns.compile(
    rf"\n(?:续)?{BLANK}*(?P<kind>[图表]){BLANK}*(?P<number>(?:[A-Z][.．\-]?)?\d{{1,3}}(?:[.．\-]\d{{1,3}})*)"
    rf"(?=[\s\u3000:：（(]|\p{{Han}})(?!{BLANK}*(?:[给列规是为中的和与及、]|[～~]|所|应|可))"
)
_NUMBER_AT_END = patterns.compile(rf"[（(]{BLANK}*(?P<number>(?:[A-Z][.．\-]?)?\d{{1,3}}){BLANK}*[）)]{BLANK}*\n")
_ATTACHMENT = patterns.compile(rf"\n附{BLANK}*件{BLANK}*(?P<letter>[A-Z])(?![A-Za-z])")
_CHINESE = patterns.compile("[一二三四五六七八九十]")
_DIGITS = patterns.compile(r"\d+")
_FORMED = patterns.compile("公|[（(]")
_OPENS = patterns.compile(rf"[（(]{BLANK}*(?:见{BLANK}*)?$")
_CLOSES = patterns.compile(rf"{BLANK}*[）)]")
_ENOUGH = 5


@dangling_clause_reference.finder
@dangling_annex_reference.finder
@dangling_figure_reference.finder
@dangling_table_reference.finder
@dangling_formula_reference.finder
@dangling_list_item_reference.finder
@self_reference.finder
def find(doc: Document) -> Iterator[Finding]:
    own = [p for p in doc.pointers if p.whose == OWN and p.number and not p.implied and not _counted(doc, p)]
    if not own:
        return
    there = _There(doc)
    lost: dict[str, list[Finding]] = {}
    looked: dict[str, set[str]] = {}
    for pointer in own:
        kind = "clause" if pointer.kind == "subclause" else pointer.kind
        if kind not in _RULES:
            continue
        looked.setdefault(kind, set()).add(pointer.number)
        if kind == "item":
            if not there.item(pointer):
                yield _RULES[kind].at(pointer.span, item=_item(pointer))
        elif not there.has(kind, pointer):
            if kind == "clause" and (there.of_term(pointer) or pointer.number in there.miswritten):
                continue
            lost.setdefault(kind, []).append(_RULES[kind].at(pointer.span))
        elif pointer.kind in ("clause", "subclause") and _is_here(doc, pointer, own):
            if there.of_term(pointer) and not there.own_term(pointer):
                continue
            yield self_reference.at(pointer.span)
    for kind, found in lost.items():
        missing = {doc.text[slice(*finding.span)] for finding in found}
        if len(missing) < _ENOUGH or 2 * len(missing) <= len(looked[kind]) or kind != "clause":
            yield from found


class _There:
    """What can be pointed to; what the views did not recognise is looked for only when something is missing."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.sections = {s.number: s for s in doc.walk() if s.number}
        self.whole = "1" in self.sections
        self.captions: dict[str, set[str]] = {"figure": set(), "table": set(), "formula": set()}
        for caption in doc.captions:
            self.captions[caption.kind].add(canonical(caption.number))

    @cached_property
    def labelled(self) -> set[str]:
        """The numbers of term entries and of whatever else carries a label, and those above them."""
        labels = {block.label for block in self.doc.blocks if block.kind == "label" and block.label[-1:].isdigit()}
        numbers = {canonical(label) for label in labels} | self.sections.keys()
        numbers |= {entry.number for entry in self.doc.terms.entries}
        return {number[:at] for number in numbers for at in _ends(number)}

    @cached_property
    def miswritten(self) -> frozenset[str]:
        """The numbers that clauses have with a wrong sign or letter in them: another rule says so."""
        return miswritten(self.doc.source)

    @cached_property
    def annexes(self) -> set[str]:
        """The letters of the annexes; where they do not run on, the letters that they should have count, too."""
        annexes = self.doc.outline.all("annex")
        letters = {annex.number or canonical(annex.title[2:3]) for annex in annexes}
        meant = {chr(ord("A") + position) for position in range(len(annexes))}
        return letters | meant | {match["letter"] for match in _ATTACHMENT.finditer(self.doc.text)}

    @cached_property
    def unrecognised(self) -> dict[str, set[str]]:
        """The numbers of figures, tables and formulas in lines that were not told for captions."""
        found: dict[str, set[str]] = {"figure": set(), "table": set(), "formula": set()}
        for line in _CAPTION_LINE.finditer(self.doc.text):
            found["figure" if line["kind"] == "图" else "table"].add(canonical(line["number"]))
        for anchor in self.doc.source.anchors:
            if anchor.kind == "picture" and (match := _CAPTION_LINE.match(f"\n{anchor.text} ")):
                found["figure"].add(canonical(match["number"]))
        for kind, leads in self._leads.items():
            found[kind].update(canonical(number) for lead in leads for number in _DIGITS.findall(lead))
        said = {pointer.span[1] for pointer in self.doc.pointers if pointer.kind == "formula"}
        for last in _NUMBER_AT_END.finditer(self.doc.text):
            if last.end() - 1 not in said:
                found["formula"].add(canonical(last["number"]))
        return found

    @cached_property
    def _leads(self) -> dict[str, list[str]]:
        """What stands for the captions of figures and tables without a proper number; “” where nothing does."""
        figures = [figure for figure in self.doc.figures if figure.counts_unnumbered]
        tables = [table for table in self.doc.tables if table.counts_unnumbered]
        said = self.doc.said
        return {
            "figure": [said(one.lead) if one.lead >= 0 else "" for one in figures],
            "table": [said(one.lead) if one.lead >= 0 else "" for one in tables],
        }

    def _may_be_unnumbered(self, kind: str, number: str) -> bool:
        """Say whether a figure or table without number may be meant: another rule says that it has none."""
        bare = self._leads.get(kind, [])
        last = number.rpartition(".")[2]
        return bool(bare) and last.isdigit() and 0 < int(last) <= len(self.captions[kind]) + len(bare)

    @cached_property
    def defining(self) -> set[int]:
        """The blocks of definitions and notes of term entries."""
        entries = (*self.doc.terms.entries, *self.doc.terms.unnumbered)
        contents = [content for entry in entries for content in entry.contents]
        return {block for what, _, block in contents if what in ("definition", "note")}

    def of_term(self, pointer: Pointer) -> bool:
        """Say whether the number of an entry stands in brackets behind a term: other rules compare the two."""
        if pointer.block not in self.defining or _CLOSES.match(self.doc.text, pointer.span[1]) is None:
            return False
        chapters = {entry.number.split(".")[0] for entry in self.doc.terms.entries}
        return pointer.number.split(".")[0] in chapters and self._bracket(pointer) is not None

    def own_term(self, pointer: Pointer) -> bool:
        """Say whether the term in front of a number is that of the entry that the number belongs to."""
        bracket = self._bracket(pointer)
        before = self.doc.text[: bracket.start()] if bracket else ""
        own = (entry for entry in self.doc.terms.entries if entry.number == pointer.number)
        return any(pointer.block in entry.blocks and before.endswith(entry.text.strip()) for entry in own)

    def _bracket(self, pointer: Pointer) -> regex.Match[str] | None:
        return _OPENS.search(self.doc.text, max(0, pointer.span[0] - 4), pointer.span[0])

    def has(self, kind: str, pointer: Pointer) -> bool:
        """Say whether the place exists, or cannot be known."""
        number = pointer.number
        if kind == "annex":
            return number in self.annexes or not (self.whole or self.annexes)
        if kind == "clause":
            said = self.doc.text[slice(*pointer.span)]
            if number in self.sections or number in self.labelled:
                return True
            known = self.whole or number.split(".")[0] in self.labelled
            return not known or (pointer.kind == "clause" and not said.endswith("章"))
        if (kind == "formula" and not _FORMED.match(self.doc.text, pointer.span[0])) or not self.whole:
            return True
        if not self.captions[kind] and not self._has_none(kind):
            return True
        names = {number, f"{number}{pointer.part}"}
        if names & self.captions[kind] or names & self.unrecognised[kind]:
            return True
        if any(one.rstrip("abcdefgh") == number for one in self.captions[kind]):
            return True
        return self._may_be_unnumbered(kind, number)

    def _has_none(self, kind: str) -> bool:
        """Say whether a draft has nothing of a kind: text copied from a PDF file, without it, names a first."""
        holds = {"figure": ("picture",), "formula": ("picture", "formula"), "table": ("picture",)}[kind]
        if any(anchor.kind in holds for anchor in self.doc.source.anchors) or (kind == "table" and self.doc.tables):
            return False
        return not any(p.kind == kind and p.number.rpartition(".")[2] == "1" for p in self.doc.pointers)

    def item(self, pointer: Pointer) -> bool:
        """Say whether a list item exists, or cannot be known."""
        section = self.sections.get(pointer.within) if pointer.within else self._numbered(pointer.block)
        if section is None or (pointer.within and not self.whole):
            return True
        labels = self._labels(section)
        lettered = [label for label in labels if label[:1].islower()]
        if not lettered:
            return (
                bool(labels) or not pointer.within or any(self.doc.blocks[at].kind == "item" for at in section.blocks())
            )
        letter, _, digit = pointer.number.partition(".")
        if letter not in lettered:
            return False
        behind = labels[labels.index(letter) + 1 :]
        inner = behind[: next((at for at, label in enumerate(behind) if label[:1].islower()), len(behind))]
        return not digit or not inner or digit in inner

    def _numbered(self, block: int) -> Section | None:
        section: Section | None = self.doc.outline.owner[block]
        while section is not None and not section.number:
            section = section.parent
        return section

    def _labels(self, section: Section) -> list[str]:
        blocks = self.doc.blocks
        found = [blocks[at].label.strip().rstrip(")）.、．") for at in section.blocks() if blocks[at].kind == "item"]
        return [label for label in found if label.isalnum()]


def _counted(doc: Document, pointer: Pointer) -> bool:
    """Say whether the words count in Chinese (“图一”): whether the target does so, too, cannot be told."""
    return _CHINESE.search(doc.text, *pointer.span) is not None


def _ends(number: str) -> list[int]:
    """Return where a number and those above it end: “5.2.1” holds “5” and “5.2”."""
    return [at for at, char in enumerate(number) if char == "."] + [len(number)]


def _item(pointer: Pointer) -> str:
    return f"{pointer.within} {pointer.number.replace('.', ') ')})".strip()


def _is_here(doc: Document, pointer: Pointer, own: list[Pointer]) -> bool:
    """Say whether a clause names itself: not an item of it, not one of a range, not in a note or a table."""
    region = doc.regions[pointer.block]
    section: Section | None = region.section
    while section is not None and not section.number:
        section = section.parent
    if region.role != "text" or section is None or section.number != pointer.number:
        return False
    return not any(p.kind == "item" and p.within == pointer.number and p.block == pointer.block for p in own) and not (
        _in_range(doc, pointer.span)
    )


_RANGE = patterns.compile(rf"{BLANK}*[～~〜至]")


def _in_range(doc: Document, span: Span) -> bool:
    return _RANGE.match(doc.text, span[1]) is not None or doc.text[max(0, span[0] - 1) : span[0]] in ("～", "~", "至")


_RULES = {
    "clause": dangling_clause_reference,
    "annex": dangling_annex_reference,
    "figure": dangling_figure_reference,
    "table": dangling_table_reference,
    "formula": dangling_formula_reference,
    "item": dangling_list_item_reference,
}
