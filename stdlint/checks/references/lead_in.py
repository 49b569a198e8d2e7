"""Introduce the normative references with the prescribed sentence.

There are two: one for a list, one for no list. The older wordings say something else about dated references. Where the
clause is empty only that is reported (REF024), and a wording that contradicts the list is reported for that alone.

引导语只有两种：有引用文件时一种，没有时一种。旧版的引导语对注日期引用的含义说法不同，不再使用。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.fixed import same
from stdlint.views.outline import Section

LISTED = (
    "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；"
    "不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。"
)
NONE = "本文件没有规范性引用文件。"

missing_references_lead_in = Check(
    id="REF020",
    message="引用文件清单前应有引导语“下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款……”",
    message_en="The list of references lacks its introductory sentence.",
    bad="""
        # 2 ⟦规范性引用文件⟧

        GB/T 191　包装储运图示标志
    """,
    good=f"""
        # 2 规范性引用文件

        {LISTED}

        GB/T 191　包装储运图示标志
    """,
    clean=(
        """
        # 2 规范性引用文件

        # 3 术语和定义
        """,
        """
        # 2 规范性引用文件

        无。
        """,
        """
        # 2 规范性引用文件

        下列文件对于本文件的应用是必不可少的。

        GB/T 191　包装储运图示标志
        """,
        """
        # 2 规范性引用文件

        以下引用文件的条款通过引用成为本文件的条款：

        GB/T 191　包装储运图示标志
        """,
        """
        # 2 规范性引用文件

        本文件无规范性引用文件。
        """,
    ),
)

altered_references_lead_in = Check(
    id="REF021",
    message="引用文件的引导语与规定的文字不同，应为“{right}”",
    message_en="The introductory sentence of the references shall read “{right}”",
    bad="""
        # 2 规范性引用文件

        ⟦下列文件的内容构成本文件必不可少的条款。⟧

        GB/T 191　包装储运图示标志
    """,
    good=f"""
        # 2 规范性引用文件

        {LISTED}

        GB/T 191　包装储运图示标志
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本适用于本文件。⟧

            GB/T 191　包装储运图示标志
            """,
            f"""
            # 2 规范性引用文件

            {LISTED}

            GB/T 191　包装储运图示标志
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ⟦下列文件中的内容通过文中的规范性引用而构成本标准必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本标准；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本标准。⟧

            GB/T 191　包装储运图示标志
            """,
            f"""
            # 2 规范性引用文件

            {LISTED}

            GB/T 191　包装储运图示标志
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ⟦以下引用文件的条款通过引用成为本文件的条款：⟧

            GB/T 191　包装储运图示标志
            """,
            f"""
            # 2 规范性引用文件

            {LISTED}

            GB/T 191　包装储运图示标志
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ⟦本文件无规范性引用文件。⟧
            """,
            f"""
            # 2 规范性引用文件

            {NONE}
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ⟦本标准没有引用文件⟧

            # 3 术语和定义
            """,
            f"""
            # 2 规范性引用文件

            {NONE}

            # 3 术语和定义
            """,
        ),
    ),
    clean=(
        """
        # 2 规范性引用文件

        下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中,注日期的引用文件,仅该日期对应的版本适用于本文件;不注日期的引用文件,其最新版本(包括所有的修改单)适用于本文件。

        GB/T 191　包装储运图示标志
        """,
        f"""
        # 2 规范性引用文件

        {LISTED}
        GB/T 191　包装储运图示标志
        GB/T 6388　运输包装收发货标志
        """,
        """
        # 2 规范性引用文件

        下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。

        其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

        GB/T 191　包装储运图示标志
        """,
        """
        # 2 规范性引用文件

        下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用

        于本文件；不注日期的引用文件，其最新版本（包括所有的修改

        单）适用于本文件。

        GB/T 191　包装储运图示标志
        """,
    ),
)

references_lead_in_conflict = Check(
    id="REF022",
    message="引导语与清单不符：{fact}。",
    message_en="The introductory sentence contradicts the list: {fact_en}.",
    bad="""
        # 2 规范性引用文件

        ⟦本文件没有规范性引用文件。⟧

        GB/T 191　包装储运图示标志
    """,
    good=f"""
        # 2 规范性引用文件

        {LISTED}

        GB/T 191　包装储运图示标志
    """,
    more=(
        (
            f"""
            # 2 规范性引用文件

            ⟦{LISTED}⟧

            # 3 术语和定义
            """,
            f"""
            # 2 规范性引用文件

            {NONE}

            # 3 术语和定义
            """,
        ),
        (
            f"""
            # 2 规范性引用文件

            {LISTED}

            ⟦本文件没有规范性引用文件。⟧
            """,
            f"""
            # 2 规范性引用文件

            {NONE}
            """,
        ),
    ),
    clean=(
        f"""
        # 2 规范性引用文件

        {LISTED}

        | 编号 | 名称 |
        |---|---|
        | GB/T 191 | 包装储运图示标志 |
        """,
        f"""
        # 2 规范性引用文件

        {LISTED}

        中华人民共和国药典（2020年版）
        """,
        f"""
        # 2 规范性引用文件

        {LISTED}

        # GB/T 191　包装储运图示标志

        # 3 术语和定义
        """,
    ),
)

superseded_references_lead_in = Check(
    id="REF023",
    message="引导语是旧版GB/T 1.1的文字，应为“{right}”",
    message_en="This is the introductory sentence of an older edition; it shall read “{right}”",
    bad="""
        # 2 规范性引用文件

        ⟦下列文件对于本文件的应用是必不可少的。凡是注日期的引用文件，仅注日期的版本适用于本文件。凡是不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。⟧

        GB/T 191　包装储运图示标志
    """,
    good=f"""
        # 2 规范性引用文件

        {LISTED}

        GB/T 191　包装储运图示标志
    """,
    more=(
        (
            """
            # 2 规范性引用文件

            ⟦下列文件中的条款通过本标准的引用而成为本标准的条款。凡是注日期的引用文件，其随后所有的修改单（不包括勘误的内容）或修订版均不适用于本标准，然而，鼓励根据本标准达成协议的各方研究是否可使用这些文件的最新版本。凡是不注日期的引用文件，其最新版本适用于本标准。⟧

            GB/T 191　包装储运图示标志
            """,
            f"""
            # 2 规范性引用文件

            {LISTED}

            GB/T 191　包装储运图示标志
            """,
        ),
        (
            """
            # 2 引用标准

            ⟦下列标准所包含的条文，通过在本标准中引用而构成为本标准的条文。本标准出版时，所示版本均为有效。所有标准都会被修订，使用本标准的各方应探讨使用下列标准最新版本的可能性。⟧

            GB/T 191　包装储运图示标志
            """,
            f"""
            # 2 引用标准

            {LISTED}

            GB/T 191　包装储运图示标志
            """,
        ),
        (
            """
            # 2 规范性引用文件

            ⟦下列文件对于本规范的应用必不可少。凡注日期的引用文件，仅所注日期的版本适用于本规范。⟧

            GB/T 191　包装储运图示标志
            """,
            f"""
            # 2 规范性引用文件

            {LISTED}

            GB/T 191　包装储运图示标志
            """,
        ),
    ),
)

_SUPERSEDED = patterns.compile(
    r"对于?本\p{Han}{2,8}的(?:应用|使用)[^。]{0,4}必不可少|凡是?(?:不)?注日期|通过(?:在)?本\p{Han}{2,6}的?中?的?引用而[成构]|所包含的条[文款]"
    r"|鼓励根据本|随后所有的修改单|所示版本均为有效"
)
_LIKE = patterns.compile(r"引用|条款|条文|必不可少|适用于本|注日期")
_NUMBERED = patterns.compile(r"[A-Z]{1,4}(?:[/／][A-Z]+)?\s?\d")
_DENIES = patterns.compile(r"(?:没有|无|未|不涉及|不存在)[^。；]{0,8}引用")


@missing_references_lead_in.finder
@altered_references_lead_in.finder
@references_lead_in_conflict.finder
@superseded_references_lead_in.finder
def find(doc: Document) -> Iterator[Finding]:
    section = doc.outline.first("references")
    if section is None:
        return
    said = doc.references.said or _loose(doc)
    if not said:
        if any(entry.number for entry in doc.entries.normative):
            end = section.head[1]
            edit = Edit(end, end, "\n" + LISTED)
            yield missing_references_lead_in.at(section.place, fix=[edit], safe=False)
        return
    spans = [doc.stripped(span) for span in said]
    words = [doc.text[start:end] for start, end in spans]
    denial = next((at for at, text in enumerate(words) if _DENIES.search(text)), None)
    some = _lists_something(doc, section, said)
    if denial is not None and (some or len(words) > 1):
        fact, fact_en = ("清单中列有文件", "documents are listed") if some else ("两种引导语并存", "it says both")
        yield references_lead_in_conflict.at(spans[denial], fact=fact, fact_en=fact_en)
        return
    joined = "".join(words)
    right = NONE if denial is not None else LISTED
    if same(joined, right) or same(joined + _rest(doc, said), right):
        if denial is None and not some and not _listed_as_headings(doc, section):
            fact, fact_en = "清单中没有列出文件", "nothing is listed"
            yield references_lead_in_conflict.at(spans[0], fact=fact, fact_en=fact_en)
        return
    check = superseded_references_lead_in if _SUPERSEDED.search(joined) else altered_references_lead_in
    fix = right if len(spans) == 1 and (some or denial is not None) else None
    yield check.at(spans[0], fix=fix, right=right)


def _rest(doc: Document, said: list[Span]) -> str:
    """Return the text of the lines that follow the lead-in and go on with it, where it is cut into several."""
    rest = ""
    for entry in doc.entries.normative:
        if entry.number or entry.placeholder or entry.span[0] < said[-1][1] or len(rest) > len(LISTED):
            break
        rest += doc.text[slice(*entry.span)]
    return rest


def _loose(doc: Document) -> list[Span]:
    """Return the sentence in front of the first number that is a lead-in in words of its own."""
    for entry in doc.entries.normative[:2]:
        if entry.number or entry.placeholder or entry.cell:
            break
        text = doc.text[slice(*entry.reference.span)].strip()
        if _DENIES.search(text) or (text.endswith(("。", "：", ":")) and _LIKE.search(text)):
            return [entry.reference.span]
    return []


def _lists_something(doc: Document, section: Section, said: list[Span]) -> bool:
    """Say whether anything stands in the clause besides the lead-in."""
    if section.children:
        return True
    taken = {doc.block_at(start): end for start, end in said}
    for index in section.body:
        start, end = doc.blocks[index].span
        if doc.blocks[index].kind not in ("note", "example") and doc.text[taken.get(index, start) : end].strip():
            return True
    return False


def _listed_as_headings(doc: Document, section: Section) -> bool:
    """Say whether the entries were read as headings: the next one begins with a document number."""
    behind = doc.outline.top[doc.outline.top.index(section) + 1 :]
    return bool(behind) and not behind[0].number and _NUMBERED.match(behind[0].title) is not None
