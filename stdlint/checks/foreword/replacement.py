"""Say in the foreword which documents a revision replaces, and list the main technical changes.

Users of the old edition find there what it was called and what they have to do differently.

修订的文件在前言中给出被代替文件的编号和名称，并列出主要技术变化，使用旧版的人据此知道有哪些改动。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.citations import Citation
from stdlint.views.foreword import Foreword, Statement, told

missing_replacement_statement = Check(
    id="FWD070",
    message="{sign}，但前言未说明本文件代替哪个文件。",
    message_en="The foreword does not say which document is replaced, although {sign_en}.",
    bad="""
        GB/T 97531—2026

        代替 GB/T 97531—2014

        # ⟦前言⟧

        本文件由××归口。

        # 1 范围
    """,
    good="""
        GB/T 97531—2026

        代替 GB/T 97531—2014

        # 前言

        本文件代替GB/T 97531—2014《螺栓》，与GB/T 97531—2014相比，主要技术变化如下：

        a) 增加了硬度的要求（见5.2）。

        本文件由××归口。

        # 1 范围
    """,
    more=(
        (
            """
            # ⟦前言⟧

            本文件由××归口。

            本文件及其所代替文件的历次版本发布情况为：

            ——2014年首次发布为GB/T 97531—2014；

            ——本次为第一次修订。
            """,
            """
            # 前言

            本文件代替GB/T 97531—2014《螺栓》。

            本文件由××归口。

            本文件及其所代替文件的历次版本发布情况为：

            ——2014年首次发布为GB/T 97531—2014；

            ——本次为第一次修订。
            """,
        ),
    ),
    clean=(
        """
        GB/T 97531—XXXX

        代替 GB/T XXXXX—XXXX

        # 前言

        本文件由××归口。

        # 1 范围
        """,
        """
        # 前言

        本文件为首次发布。
        """,
        """
        GB/T 97531—2026

        代替 GB/T 97531—2014

        # 前言

        本文件与GB/T 97531—2014相比，主要变化如下：

        ——增加了硬度的要求。

        本文件实施后代替GB/T 97531—2014。
        """,
        """
        GB/T 97531—2018

        代替 GB/T 97531—2014

        # 前言

        本标准按照GB/T 1.1—2009给出的规则起草。

        本标准由××归口。
        """,
    ),
)

replaced_document_without_title = Check(
    id="FWD071",
    message="被代替的{name}应给出名称，如“{name}《……》”。",
    message_en="The replaced document {name} lacks its title.",
    bad="""
        # 前言

        本文件代替⟦GB/T 1.1—2009⟧，与GB/T 1.1—2009相比，主要技术变化如下：

        a) 增加了文件的类别（见第4章）。
    """,
    good="""
        # 前言

        本文件代替GB/T 1.1—2009《标准化工作导则　第1部分：标准的结构和编写》，与GB/T 1.1—2009相比，主要技术变化如下：

        a) 增加了文件的类别（见第4章）。
    """,
    more=(
        (
            """
            # 前言

            本文件代替GB/T 3098.1—2000《紧固件》和⟦GB/T 3098.2—2000⟧。
            """,
            """
            # 前言

            本文件代替GB/T 3098.1—2000《紧固件》和GB/T 3098.2—2000《螺母》。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件代替《标准化工作导则》（GB/T 1.1—2009），与GB/T 1.1—2009相比，主要技术变化如下：

        a) 增加了代替GB/T 20000.1的规定（见第4章）。

        本文件由××归口。

        本文件及其所代替文件的历次版本发布情况为：

        ——1981年首次发布为GB 1.1—1981。
        """,
        """
        # 前言

        本文件代替GB/T ××××—××××《……》、GB/T 191—2008 包装储运图示标志。
        """,
        """
        # 前言

        本标准代替GB/T 1.1—2000。

        本标准由××归口。
        """,
    ),
)

missing_technical_changes = Check(
    id="FWD072",
    message="前言说明了代替旧版，但未列出主要技术变化。",
    message_en="The foreword names the replaced document but does not list the main technical changes.",
    bad="""
        # 前言

        ⟦本文件代替GB/T 1—2009《螺栓》。⟧

        本文件由××归口。
    """,
    good="""
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，除结构调整和编辑性改动外，主要技术变化如下：

        a) 增加了硬度的要求（见5.2）。

        本文件由××归口。
    """,
    more=(
        (
            """
            # 前言

            本文件代替GB/T 1—2009《螺栓》。⟦与GB/T 1—2009相比，主要技术变化如下：⟧

            本文件由××归口。
            """,
            """
            # 前言

            本文件代替GB/T 1—2009《螺栓》。与GB/T 1—2009相比，主要技术变化如下：

            a) 增加了硬度的要求（见5.2）。

            本文件由××归口。
            """,
        ),
    ),
    clean=(
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》。本文件与GB/T 1—2009相比，仅做了编辑性修改，技术内容没有变化。
        """,
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》。

        本次修订的主要内容有：增加了硬度的要求。
        """,
        """
        # 前言

        本文件代替GB/T 1—2009《螺栓》，主要变化如下：

        增加了硬度的要求；

        删除了强度的要求。

        本文件由××归口。
        """,
    ),
)

changes_without_replacement = Check(
    id="FWD077",
    message="前言列出了技术变化，但未说明本文件代替哪个文件。",
    message_en="The foreword lists technical changes but does not name the replaced document.",
    bad="""
        # 前言

        ⟦与上一版相比，主要技术变化如下：⟧

        a) 增加了硬度的要求（见5.2）。
    """,
    good="""
        # 前言

        本文件代替GB/T 1—2009《螺栓》，与GB/T 1—2009相比，主要技术变化如下：

        a) 增加了硬度的要求（见5.2）。
    """,
    clean=(
        """
        # 前言

        本文件修改采用ISO 898:2013《紧固件》。

        本文件与ISO 898:2013相比做了结构调整，主要技术差异及其原因如下：

        ——增加了硬度的要求（见5.2）。
        """,
        """
        # 前言

        本文件与GB/T 1—2009《螺栓》相比，主要技术变化如下：

        a) 增加了硬度的要求（见5.2）。

        本文件代替GB/T 1—2009《螺栓》。
        """,
    ),
)

_REPLACES = patterns.compile(r"(?:代替|替代|取代)[^\n]{0,6}$")
_CUT = patterns.compile(r"相比|[，,。；][ \u3000]*(?:本\S{1,4}?)?(?:与|同|和|主要|除|自)")
_WITHOUT_TITLE = patterns.compile(
    r"[\s\u3000]*+(?:$|[\n，,。；;、和与及并）)]|以及|的(?!《)|中的?|第|标准(?!化)|(?=[^《\u4e00-\u9fff（(A-Za-z—~～-]))"
)
_NAMED_BEFORE = patterns.compile(r"》[\s\u3000]*[（(]?[\s\u3000]*$")
_LISTED = patterns.compile("(?:代替|替代|取代)了?(?:以下|下列)")
_REVISED = patterns.compile(r"第[一二三四五六七八九十\d]+次(?:修订|修改)")


@missing_replacement_statement.finder
@replaced_document_without_title.finder
@missing_technical_changes.finder
@changes_without_replacement.finder
def find(doc: Document) -> Iterator[Finding]:
    foreword = doc.foreword
    if foreword is None or foreword.legacy or not foreword.sentences:
        return
    replacement, changes = foreword.first("replacement"), foreword.first("changes")
    if replacement is None:
        yield from _unnamed(doc, foreword, changes)
        return
    for statement in foreword.all("replacement"):
        yield from _untitled(doc, statement)
    if changes is None and not foreword.has("international"):
        yield missing_technical_changes.at(replacement.span)
    elif changes is not None and changes.text.endswith("：") and not changes.items and not _followed(doc, changes):
        yield missing_technical_changes.at(changes.span)


def _unnamed(doc: Document, foreword: Foreword, changes: Statement | None) -> Iterator[Finding]:
    """Report once that nothing is said of the replaced document, by the surest sign that there is one."""
    if any(_REPLACES.search(text) or "代替" in text for _, text in foreword.sentences if "历次版本" not in text):
        return
    cover = _on_cover(doc, foreword)
    if cover is not None:
        said = doc.text[slice(*cover.span)]
        yield missing_replacement_statement.at(
            foreword.section.place, sign=f"封面写明代替{said}", sign_en=f"the cover says that {said} is"
        )
    elif changes is not None and not foreword.has("international"):
        yield changes_without_replacement.at(changes.span)
    elif any(_REVISED.search(told(doc.text, history)) for history in foreword.all("history")):
        sign, sign_en = "历次版本中写有修订", "its history of versions tells of a revision"
        yield missing_replacement_statement.at(foreword.section.place, sign=sign, sign_en=sign_en)


def _followed(doc: Document, changes: Statement) -> bool:
    """Say whether the changes stand in a table below."""
    following = doc.blocks[changes.block + 1 : changes.block + 2]
    return any(block.kind in ("cell", "caption", "label") for block in following)


def _on_cover(doc: Document, foreword: Foreword) -> Citation | None:
    """Return the document that the cover says is replaced."""
    head = foreword.section.place[0]
    for citation in doc.citations:
        start = citation.span[0]
        if start >= head:
            return None
        ahead = doc.text[max(0, start - 12) : start].replace("\n", "").replace("\u2028", "")
        if citation.year and _REPLACES.search(ahead) and doc.regions[citation.block].element in ("cover", "title"):
            return citation
    return None


def _untitled(doc: Document, statement: Statement) -> Iterator[Finding]:
    """Report the replaced documents whose number stands without title, in the sentence or the list below it."""
    spans = statement.items if _LISTED.search(statement.text) else []
    start, end = statement.span
    at = next((i for i in (doc.text.find(w, start, end) for w in ("代替", "替代", "取代")) if i >= 0), start)
    cut = _CUT.search(doc.text, at, end)
    for first, last in [(at, cut.start() if cut else end), *spans]:
        for citation in doc.citations:
            if citation.span[0] < first or citation.span[0] >= last or not citation.year or citation.upto:
                continue
            if _WITHOUT_TITLE.match(doc.text, citation.span[1]) and not _NAMED_BEFORE.search(
                doc.text, first, citation.span[0]
            ):
                yield replaced_document_without_title.at(citation.span, name=doc.text[slice(*citation.span)])
