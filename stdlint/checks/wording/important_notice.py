"""Put an important notice between the title and the scope, and begin it with a prescribed word.

The reader has to see a danger before anything else. Warnings beside the step that they concern, inside a method, are
usual and stay where they are; so does “警示——” of methods of test.

重要提示位于文件名称与“范围”之间，以“重要提示：”“危险：”“警告：”或“注意：”开头。试验步骤旁的警告以及试验方法标准中的“警示——”不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.outline import Section

malformed_important_notice = Check(
    id="OTH040",
    message="重要提示{what}。",
    message_en="An important notice {what_en}.",
    bad="""
        # 测试方法

        # 1 范围

        ⟦重要提示：⟧本方法使用有毒试剂。

        本文件描述了方法。
    """,
    good="""
        # 测试方法

        重要提示：本方法使用有毒试剂。

        # 1 范围

        本文件描述了方法。
    """,
    more=(
        (
            """
            # 测试产品

            ⟦特别提示：⟧本方法使用有毒试剂。

            # 1 范围

            本文件规定了要求。
            """,
            """
            # 测试产品

            重要提示：本方法使用有毒试剂。

            # 1 范围

            本文件规定了要求。
            """,
        ),
        (
            "# 测试产品\n\n⟦重要提示　⟧本方法使用有毒试剂。\n\n# 1 范围\n\n本文件规定了要求。",
            "# 测试产品\n\n重要提示：本方法使用有毒试剂。\n\n# 1 范围\n\n本文件规定了要求。",
        ),
    ),
    clean=(
        """
        # 测试方法

        警告：本方法使用有毒试剂。

        # 1 范围

        本文件描述了方法。

        # 5 试验

        警示——氢气易燃。

        重要提示：打开通风橱。
        """,
    ),
)

_FIRST = frozenset("重危警注特安提【!！温")
_NOTICE = patterns.compile(
    r"(?P<open>[【\[！!]?)(?P<word>重要提示|特别提示|安全提示|安全警示|安全警告|温馨提示|危险|警告|警示|注意事项|注意|提示|重要说明)"
    r"(?P<sign>[】\]]?[ \u3000]*(?:[：:]|——?|[!！]|[，,、；;]|$)|(?<=重要提示)[ \u3000]+(?=\p{Han}))"
)
_RIGHT = frozenset(("重要提示", "危险", "警告", "注意"))
_ELSEWHERE = frozenset(("scope", "foreword", "introduction", "references"))


@malformed_important_notice.finder
def find(doc: Document) -> Iterator[Finding]:
    scope = doc.outline.first("scope")
    if scope is None:
        return
    for section in doc.outline.top:
        if section.first > scope.last:
            return
        if section.element == "title":
            yield from _in_front(doc, section)
        elif section.element in _ELSEWHERE:
            yield from _misplaced(doc, section)


def _in_front(doc: Document, section: Section) -> Iterator[Finding]:
    """Report a notice at the right place that begins with another word."""
    for block in section.body:
        start, end = doc.blocks[block].span
        match = _NOTICE.match(doc.text, start, end) if start < end and doc.text[start] in _FIRST else None
        if match is None:
            continue
        if match["word"] in _RIGHT and not match["open"] and match["sign"].strip() in ("：", ":"):
            continue
        if match["word"] in ("警示", "警告", "危险") and "—" in match["sign"]:
            continue
        said = match.group().strip()
        yield malformed_important_notice.at(
            match.span(),
            what=f"应以“重要提示：”“危险：”“警告：”或“注意：”开头，不以“{said}”开头",
            what_en=f"begins with “重要提示：”, “危险：”, “警告：” or “注意：”, not with “{said}”",
        )
        return


def _misplaced(doc: Document, section: Section) -> Iterator[Finding]:
    """Report a notice in the foreword, the introduction, the scope or the normative references."""
    for block in section.body:
        start, end = doc.blocks[block].span
        if start == end or doc.text[start] not in _FIRST or doc.blocks[block].table >= 0:
            continue
        match = _NOTICE.match(doc.text, start, end)
        if match is None or not match["sign"] or match["word"] in ("提示", "注意事项", "温馨提示"):
            continue
        said = match.group().strip()
        yield malformed_important_notice.at(
            match.span(),
            what=f"（“{said}”）应位于文件名称与“范围”之间",
            what_en=f"(“{said}”) stands between the title and the scope",
        )
        return
