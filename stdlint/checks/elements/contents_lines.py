"""Give every entry of the table of contents its title, every annex its kind, and list no terms and no document title.

Readers choose a clause by its title and see from the contents which annexes are normative; terms are found through the
index. What an entry says otherwise is compared with the text by TOC011 and TOC012.

目次的条目给出编号和标题，附录还给出“（规范性）”或“（资料性）”；术语条目、文件名称和目次本身不列入目次。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.contents_entries import Contents, ContentsEntry, same_title

_TEXT = """
        # 园艺剪　技术规范

        # 1 范围

        本文件规定了园艺剪的要求。

        # 2 规范性引用文件

        本文件没有规范性引用文件。

        # 3 术语和定义

        下列术语和定义适用于本文件。

        ## 3.1

        剪口　opening

        两片剪刃之间的最大距离。

        # 4 要求

        园艺剪应完好。

        # 附录A（资料性）　试验记录

        试验记录见表A.1。
"""

_RIGHT = """
        # 目次

        1　范围……1

        2　规范性引用文件……1

        3　术语和定义……1

        4　要求……2

        附录A（资料性）　试验记录……3
"""

annex_kind_missing_in_toc = Check(
    id="TOC014",
    message="目次中的“{entry}”没有给出“（规范性）”或“（资料性）”。",
    message_en="“{entry}” in the table of contents does not show whether the annex is normative or informative.",
    bad=_RIGHT.replace("附录A（资料性）　试验记录", "附录A　⟦试验记录⟧") + _TEXT,
    good=_RIGHT + _TEXT,
    more=(
        (
            """
        # 目次

        - 1 范围 1

        - 附 录 A ⟦试验记录⟧ 2

        - 附 录 B ⟦典型图样⟧ 3

        # 1 范围

        本文件规定了园艺剪的要求。
            """,
            _RIGHT + _TEXT,
        ),
    ),
    clean=(
        _RIGHT.replace("附录A（资料性）　", "附 录 A (资料性附录) ") + _TEXT,
        _RIGHT.replace("附录A（资料性）　试验记录", "附录A（资料性）\n\n        试验记录") + _TEXT,
    ),
)

title_in_toc = Check(
    id="TOC015",
    message="目次中不应列出“{entry}”。",
    message_en="The table of contents shall not list “{entry}”.",
    bad=_RIGHT.replace("        1　范围", "        ⟦目次⟧……Ⅰ\n\n        1　范围") + _TEXT,
    good=_RIGHT + _TEXT,
    more=(
        (
            _RIGHT.replace("        1　范围", "        ⟦园艺剪　技术规范⟧……1\n\n        1　范围") + _TEXT,
            _RIGHT + _TEXT,
        ),
    ),
    clean=(_RIGHT.replace("4　要求", "4　园艺剪技术规范") + _TEXT,),
)

toc_entry_without_title = Check(
    id="TOC017",
    message="目次的条目“{entry}”没有给出标题。",
    message_en="The entry “{entry}” of the table of contents has no title.",
    bad=_RIGHT.replace("4　要求……2", "⟦4⟧……2") + _TEXT,
    good=_RIGHT + _TEXT,
    more=((_RIGHT.replace("附录A（资料性）　试验记录", "⟦附录A⟧（资料性）") + _TEXT, _RIGHT + _TEXT),),
    clean=(_RIGHT.replace("4　要求……2", "4\n\n        要求……2") + _TEXT,),
)

term_entry_in_toc = Check(
    id="TOC020",
    message="目次中不应列出术语条目“{entry}”{others}。",
    message_en="The table of contents shall not list the term entry “{entry}”.",
    bad=_RIGHT.replace("        4　要求", "        3.1　⟦剪口　opening⟧……1\n\n        4　要求") + _TEXT,
    good=_RIGHT + _TEXT,
    clean=(
        """
        # 目次

        1　范围……1

        3　术语、定义和缩略语……1

        3.1　术语和定义……1

        3.2　缩略语……1

        4　要求……2

        # 1 范围

        本文件规定了园艺剪的要求。

        # 3 术语、定义和缩略语

        ## 3.1 术语和定义

        下列术语和定义适用于本文件。

        ### 3.1.1

        剪口　opening

        两片剪刃之间的最大距离。

        ## 3.2 缩略语

        下列缩略语适用于本文件。

        PC：聚碳酸酯

        # 4 要求

        园艺剪应完好。
        """,
    ),
)


@annex_kind_missing_in_toc.finder
@title_in_toc.finder
@toc_entry_without_title.finder
@term_entry_in_toc.finder
def find(doc: Document) -> Iterator[Finding]:
    contents = doc.contents
    if contents is None:
        return
    for entry in contents.entries:
        if entry.kind == "annex" and not entry.status and entry.title:
            yield annex_kind_missing_in_toc.at(entry.span, entry=entry.said)
        elif not entry.title and entry.page and _has_title(contents, entry):
            yield toc_entry_without_title.at(entry.number_span, entry=entry.said)
        elif entry.kind == "contents" or (not entry.kind and _is_own_title(doc, entry)):
            yield title_in_toc.at(entry.span, entry=entry.said)
    terms = [entry for entry in contents.entries if entry.term and not _is_divided(doc, entry)]
    if terms:
        others = f"等{len(terms)}个条目" if len(terms) > 1 else ""
        yield term_entry_in_toc.at(terms[0].span, entry=terms[0].said, others=others)


def _has_title(contents: Contents, entry: ContentsEntry) -> bool:
    """Say whether what an entry stands for has a title, as far as that is known; other pieces of a line may be lost."""
    target = contents.of(entry)
    return target is None or bool(target.title) or entry.kind == "clause"


def _is_own_title(doc: Document, entry: ContentsEntry) -> bool:
    """Say whether an entry is the title of the document."""
    titles = [doc.cover.title, *(s.title for s in doc.outline.top if s.element == "title")]
    return any(title and same_title(entry.title, title) for title in titles)


def _is_divided(doc: Document, entry: ContentsEntry) -> bool:
    """Say whether clauses stand below what an entry stands for: then it groups terms."""
    prefix = f"{entry.number}."
    return any(term.number.startswith(prefix) for term in doc.terms.entries)
