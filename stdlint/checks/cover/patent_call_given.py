"""Call for patent information on the cover of a draft that goes out for comments or for review.

Who reads a draft may know of a patent in it. Only where the file has a cover can the call be missing.

征求意见稿和送审稿的封面提示读者把所知道的相关专利告知起草者；文件中没有封面时不作判断。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit, Span
from stdlint.views.stage import STAGES

_CALL = "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。"


def _cover(*lines: str, level: str = "团体标准", title: str = "公园服务规范", stage: str = "") -> str:
    said = f"        ---\n        stdlint: {{stage: {stage}}}\n        ---\n" if stage else ""
    given = "".join(f"        {line}\n\n" for line in lines)
    return (
        f"{said}        {level}\n\n        T/ABC 001—XXXX\n\n        {title}\n\n{given}"
        "        XXXX-XX-XX 发布\n\n        XXXX-XX-XX 实施\n\n        # 前言\n"
    )


missing_patent_call = Check(
    id="COV060",
    message=f"{{label}}的封面没有征集专利信息的提示：“{_CALL}”",
    message_en=f"The cover of a {{label_en}} calls for patent information: “{_CALL}”",
    bad=_cover("⟦（征求意见稿）⟧"),
    good=_cover("（征求意见稿）", _CALL),
    more=(
        (
            _cover("⟦(送审稿)⟧", "（本草案完成时间：2026年5月12日）"),
            _cover("(送审稿)", "（本草案完成时间：2026年5月12日）", _CALL),
        ),
        (_cover(title="⟦公园服务规范⟧", stage="review"), _cover(_CALL, stage="review")),
        (_cover("⟦（工作组讨论稿）⟧"), _cover("（工作组讨论稿）", _CALL)),
        (
            "# T/ABC 001—XXXX\n\n# 公园服务规范\n\n⟦（征求意见稿）⟧\n\n# 前言\n\n# 1 范围",
            f"# T/ABC 001—XXXX\n\n# 公园服务规范\n\n（征求意见稿）\n\n{_CALL}\n\n# 前言\n\n# 1 范围",
        ),
    ),
    clean=(
        _cover("（报批稿）"),
        _cover(),
        _cover(stage="published"),
        _cover("（征求意见稿）", "在提交反馈意见的同时，请附上相关专利及支持文件。"),
        _cover("（征求意见稿）", "在提交反馈意见时，请将您知道的相关专利", "连同支持性文件一并附上。"),
        "# 公园服务规范（征求意见稿）\n\n# 前言\n\n# 1 范围",
        "---\nstdlint: {stage: consultation}\n---\n# 公园服务规范\n\n# 前言\n\n# 1 范围",
        _cover("（征求意见稿）").replace("# 前言", f"# 目次\n\n        # 前言\n\n        {_CALL}"),
    ),
)

_ELSEWHERE = patterns.compile("相关专利|支持性文件")
_COMPLETED = patterns.compile("[（(]?本(?:草案|稿|文件)?.{0,6}(?:完成|时间|日期)")


@missing_patent_call.finder
def find(doc: Document) -> Iterator[Finding]:
    page, cover, stage = doc.cover_page, doc.cover, doc.stage.name
    if page.call or not stage or not (page.whole or (cover.present and cover.stage)):
        return
    if _ELSEWHERE.search(doc.text) and any("附上" in doc.said(index) for index in _calls(doc)):
        return
    span = cover.stage_span or doc.first_span()
    end = _below(doc, span)
    yield missing_patent_call.at(
        span, fix=[Edit(end, end, "\n" + _CALL)], safe=False, label=STAGES[stage][0], label_en=STAGES[stage][1]
    )


def _calls(doc: Document) -> set[int]:
    """Return the blocks that speak of patents: a text box may be read behind the cover."""
    return {doc.block_at(match.start()) for match in _ELSEWHERE.finditer(doc.text)}


def _below(doc: Document, span: Span) -> int:
    """Return where the call is put: below the stage, and below the date of completion that stands with it."""
    block = doc.block_at(span[0])
    following = doc.blocks[block + 1] if block + 1 < len(doc.blocks) else None
    if following is not None and _COMPLETED.match(doc.said(following).strip()):
        return following.span[1]
    return doc.blocks[block].span[1]
