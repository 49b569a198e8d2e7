"""List in the scope of a product standard what its chapters give, and nothing else.

The list is the abstract of the document: readers decide by it whether they find test methods or inspection rules there.
What is compared are the contents that the rules for product standards foresee, each under its usual names; a list that
ends in “等”, and words that mean something else, are left alone. A specification lists its requirements by what they
are about, so that chapters beside them need not be listed. A missing chapter of requirements is KND120's, a missing one
of methods in a specification KND060's.

范围所列内容是产品标准的内容提要，应与各章一致：列出的都有对应的章，各章的内容都列出。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.core_elements import METHOD_SENTENCE, tables_give_methods
from stdlint.views.outline import Section
from stdlint.views.product_contents import OPEN, Listed, contents_of, contents_of_title, listed, same
from stdlint.views.wording import fold

scope_list_mismatch = Check(
    id="KND121",
    message="范围所列内容与各章不一致：{what}。",
    message_en="The scope does not list what the clauses give: {what_en}.",
    bad="""
        ---
        stdlint: {kind: product}
        ---

        # 1 范围

        本文件规定了修枝剪的技术要求和⟦试验方法⟧。

        # 4 技术要求

        修枝剪应完好。
    """,
    good="""
        ---
        stdlint: {kind: product}
        ---

        # 1 范围

        本文件规定了修枝剪的技术要求。

        # 4 技术要求

        修枝剪应完好。
    """,
    more=(
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 1 范围

            ⟦本文件规定了修枝剪的技术要求和试验方法⟧。本文件适用于园艺用修枝剪。

            # 4 技术要求

            # 5 试验方法

            # 6 检验规则

            # 7 标志、包装和贮存
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 1 范围

            本文件规定了修枝剪的技术要求、试验方法、检验规则、标志、包装和贮存。本文件适用于园艺用修枝剪。

            # 4 技术要求

            # 5 试验方法

            # 6 检验规则

            # 7 标志、包装和贮存
            """,
        ),
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 1 范围

            ⟦本文件规定了修枝剪的技术要求和检验规则⟧。

            # 4 技术要求

            # 5 试验方法

            # 6 检验规则
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 1 范围

            本文件规定了修枝剪的技术要求、试验方法和检验规则。

            # 4 技术要求

            # 5 试验方法

            # 6 检验规则
            """,
        ),
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 1 范围

            本文件规定了修枝剪的⟦分类⟧、要求、检验规则以及标志、包装、⟦运输⟧和贮存，描述了对应的试验方法。

            # 4 要求

            # 5 试验方法

            # 6 检验规则

            # 7 标志、包装和贮存
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 1 范围

            本文件规定了修枝剪的要求、检验规则以及标志、包装和贮存，描述了对应的试验方法。

            # 4 要求

            # 5 试验方法

            # 6 检验规则

            # 7 标志、包装和贮存
            """,
        ),
        (
            """
            ---
            stdlint: {kind: product}
            ---

            # 1 范围

            本文件规定了修枝剪的⟦分类⟧、要求、检验规则、⟦标志、包装和运输⟧，描述了⟦试验方法⟧。

            # 4 要求

            ## 4.1 剪切试验

            修枝剪应完好。

            # 5 检验规则

            ## 5.1 检验分类

            检验项目见表1。

            表1　检验项目

            | 项目 | 试验方法 |
            |---|---|
            | 外观 | 6.2 |
            """,
            """
            ---
            stdlint: {kind: product}
            ---

            # 1 范围

            本文件规定了修枝剪的要求和检验规则。

            # 4 要求

            ## 4.1 剪切试验

            修枝剪应完好。

            # 5 检验规则

            ## 5.1 检验分类

            检验项目见表1。

            表1　检验项目

            | 项目 | 试验方法 |
            |---|---|
            | 外观 | 6.2 |
            """,
        ),
    ),
    clean=(
        """
        ---
        stdlint: {kind: product}
        ---

        # 1 范围

        本标准规定了钢管的订货内容、尺寸、外形和重量、型式、技术要求、检验规则、包装、标志和质量证明书，描述了试验方法。

        # 4 订货内容

        # 5 型式和要求

        ## 5.1 尺寸

        # 6 试验方法

        # 7 验收

        # 8 包装、标志和质量证明书
        """,
        """
        ---
        stdlint: {kind: product}
        ---

        # 1 范围

        本文件规定了修枝剪的技术要求、试验方法等内容。

        # 4 技术要求

        # 5 试验方法

        # 6 检验规则
        """,
        """
        ---
        stdlint: {kind: product}
        ---

        # 1 范围

        本文件规定了修枝剪的安全要求。本文件适用于修枝剪的检验。

        # 4 安全要求

        # 5 试验方法
        """,
        """
        ---
        stdlint: {kind: product}
        ---

        # 1 范围

        本文件规定了修枝剪的要求、检验方法、检验规则、标识、包装、运输和储存。

        # 4 要求

        # 5 试验方法

        # 6 检验

        # 7 标志、包装和贮运
        """,
        """
        ---
        stdlint: {kind: product}
        ---

        # 1 范围

        本文件规定了修枝剪的分类、要求和检验规则，描述了试验方法。

        # 4 要求

        ## 4.1 型式

        ## 4.2 壁厚

        按GB/T 6672规定的方法测量，壁厚应不小于3 mm。用卡尺测量长度，长度应不小于30 mm。

        # 5 检验规则
        """,
    ),
)

_METHODS = patterns.compile("(?:试验|检验|检测|测试|测定|证实)方法|的测定|测定法|^方法$")
_STRUCTURE = patterns.compile("结构|类型|组成|参数|等级")
_APPLIES = patterns.compile("适用")
_RULES = patterns.compile("(?:检验|验收|判定)规则")
_INSPECTION = patterns.compile(
    rf"{_RULES.pattern}|(?:检验|试验|缺陷|样品)的?(?:分类|分级|等级|类型)|(?:出厂|型式|例行|交收|周期|定型|验收)(?:检验|试验)"
)
"""Words of titles on inspection that look like those of methods and of classification."""
_ENDS = "，"
_LOOKS = frozenset(("methods", "classification"))
_FEW = 2
"""How many sentences that tell a method stand for methods without a title of their own."""


@scope_list_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    if doc.scope is None:
        return
    found = listed(doc.text, doc.scope.opening)
    if not found or not any(chapter.section.element == "clause" for chapter in doc.chapters):
        return
    sections = [s for s in doc.walk() if s.titled and s.element in ("clause", "annex")]
    given = frozenset(content for section in sections for content in _gives(section))
    titles = [section.title for section in sections]
    left = {"requirements"} | ({"methods"} if "specification" in doc.kinds else set())
    missing: list[Span] = []
    last: Listed | None = None
    for one in found:
        if not one.contents or not one.contents.isdisjoint(left) or _is_given(doc, one, given, titles):
            last = None
            continue
        beside = last is not None and _ENDS not in doc.text[last.span[1] : one.span[0]]
        missing[-1:] = [(missing[-1][0], one.span[1])] if beside else [*missing[-1:], one.span]
        last = one
    for span in missing:
        name = doc.text[slice(*span)]
        yield scope_list_mismatch.at(span, what=f"没有对应“{name}”的章", what_en=f"no clause corresponds to “{name}”")
    if doc.kind != "specification":
        yield from _unlisted(doc, doc.scope.opening, found)


def _gives(section: Section) -> frozenset[str]:
    """Return what a title says that stands below it; of methods and kinds only what a chapter or a plain word says."""
    title = fold(section.title)
    contents = contents_of(title, loosely=True)
    if contents.isdisjoint(_LOOKS):
        return contents
    bare = _INSPECTION.sub("", title)
    looks = contents_of(bare, loosely=True) & _LOOKS
    below = section.parent is not None or section.element == "annex"
    if below and "methods" in looks and not _METHODS.search(bare):
        looks -= {"methods"}
    if below and "classification" in looks:
        looks &= contents_of(_STRUCTURE.sub("", bare), loosely=True) | {"methods"}
    return contents - _LOOKS | looks


def _is_given(doc: Document, one: Listed, given: frozenset[str], titles: list[str]) -> bool:
    """Say whether something below a title, or in a table or sentence, is what an item of the list names."""
    name, contents = one.name, one.contents
    if not contents.isdisjoint(given):
        return "packing" not in contents or any(same(name, title) for title in titles) or _is_said(doc, name)
    if "methods" in contents:
        numbers = frozenset(section.number for section in doc.walk())
        return tables_give_methods(doc.tables, numbers) or _tells_methods(doc)
    return _is_said(doc, name)


def _tells_methods(doc: Document) -> bool:
    """Say whether some sentences of the requirements tell how they are tested."""
    told = (
        match
        for chapter in doc.chapters
        if "requirements" in chapter.roles
        for index in doc.provision_blocks(chapter.section)
        for match in METHOD_SENTENCE.finditer(doc.text, *doc.blocks[index].span)
    )
    return len([*islice(told, _FEW)]) == _FEW


def _is_said(doc: Document, name: str) -> bool:
    return any(
        name in (said := doc.said(index)) and name in _INSPECTION.sub("", said)
        for chapter in doc.chapters
        for index in chapter.section.blocks()
        if doc.blocks[index].kind != "toc"
    )


def _unlisted(doc: Document, opening: Span, found: list[Listed]) -> Iterator[Finding]:
    """Report the chapters that the list does not name, all in one finding."""
    said = " ".join(doc.said(index) for index in doc.scope.blocks) if doc.scope else ""
    aims = _APPLIES.search(said)
    told = said[: aims.start()] if aims else said
    if OPEN.search(told):
        return
    named = contents_of(told, loosely=True)
    if contents_of(_RULES.sub("", told), loosely=True).isdisjoint(("methods", "inspection")):
        named -= {"methods"}
    missing = []
    for chapter in doc.chapters:
        contents = contents_of_title(chapter.section.title) if chapter.section.element == "clause" else frozenset()
        if contents and contents.isdisjoint(named):
            missing.append(chapter.section)
    if missing:
        names = "、".join(f"“{section.title}”" for section in missing)
        end = opening[1] - (doc.text[opening[1] - 1] == "。")
        numbers = ", ".join(f"“{section.title}”" for section in missing)
        yield scope_list_mismatch.at((opening[0], end), what=f"没有列出{names}", what_en=f"it leaves out {numbers}")
