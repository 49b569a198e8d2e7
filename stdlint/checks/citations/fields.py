"""Update cross-reference fields before a draft is handed on.

Word keeps what a field showed when it was last updated; after a clause is moved it shows a number that another clause
has. Fields that show no number, and those whose bookmark is gone, are left out.

交叉引用域保留上次更新时的内容；增删条文后应更新域（全选后按F9），否则所显示的编号会指错。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.wording import fold

_NUMBER = patterns.compile(r"(?:[A-Z]\.?)?\d+(?:[.\-]\d+)*|(?<=附录)[A-Z]")
_BY_NUMBER = patterns.compile(r"\\[nrwNRW](?![a-zA-Z])")

_TARGET = (
    '<w:p><w:pPr><w:pStyle w:val="h1"/></w:pPr><w:bookmarkStart w:id="0" w:name="_Ref1"/>'
    "<w:r><w:t>6　试验方法</w:t></w:r>"
    '<w:bookmarkEnd w:id="0"/></w:p><w:p><w:r><w:t>目测检查。</w:t></w:r></w:p>'
)


def _citing(shown: str) -> str:
    return (
        "<w:p><w:r><w:t>外观按第</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \\r \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>章的规定检查。</w:t></w:r></w:p>'
    )


stale_reference_field = Check(
    id="CIT037",
    message="交叉引用域显示“{shown}”，其目标的编号是“{number}”。",
    message_en="The cross-reference field shows “{shown}”, but the number of its target is “{number}”.",
    bad=_citing("⟦5⟧") + _TARGET,
    good=_citing("6") + _TARGET,
    clean=(_citing("试验方法") + _TARGET, _citing("5") + _TARGET.replace("_Ref1", "_Ref2")),
    formats=("docx",),
)


@stale_reference_field.finder
def find(doc: Document) -> Iterator[Finding]:
    references = doc.source.references
    if not references:
        return
    targets = {name.name: name.span for name in doc.source.bookmarks}
    for reference in references:
        start, end = targets.get(reference.bookmark, (0, 0))
        shown = doc.text[slice(*reference.span)].strip()
        if start == end or not shown or len(shown) > 20 or "\n" in shown:
            continue
        number = _number_at(doc, start, end, _BY_NUMBER.search(reference.switches) is not None)
        one, other = _NUMBER.search(fold(shown)), _NUMBER.search(fold(number))
        if one and other and one.group() != other.group() and not other.group().endswith(f".{one.group()}"):
            yield stale_reference_field.at(reference.span, shown=shown, number=number)


def _number_at(doc: Document, start: int, end: int, by_number: bool) -> str:
    """Return the number of the paragraph of a bookmark, or the words that the bookmark holds, if they are few."""
    block = doc.blocks[doc.block_at(start)]
    if by_number:
        return block.label
    said = doc.text[start:end].strip()
    return said if len(said) <= 20 and "\n" not in said.replace(f"{block.label}\n", "") else ""
