"""Take the call for patent information off the cover when the draft goes to approval.

The call asks those who comment for the patents that they know. After review nobody comments any more.

征集专利信息的提示写给提意见的人；送审之后不再征求意见，报批稿和正式文件的封面应删除这一提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Edit

_CALL = "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。"


def _cover(label: str, call: str = "", stage: str = "approval") -> str:
    said = f"        ---\n        stdlint: {{stage: {stage}}}\n        ---\n" if stage else ""
    lines = "".join(f"        {line}\n\n" for line in (label, *call.split("\n")) if line)
    return (
        f"{said}        团体标准\n\n        T/ABC 001—XXXX\n\n        公园服务规范\n\n{lines}"
        "        XXXX-XX-XX 发布\n\n        XXXX-XX-XX 实施\n\n        # 前言\n"
    )


leftover_patent_call = Check(
    id="STG040",
    message="报批稿和正式文件的封面不再有征集专利信息的提示，应删除。",
    message_en="Delete the call for patent information; it has no place on the cover after review.",
    bad=_cover("（报批稿）", f"⟦{_CALL}⟧", ""),
    good=_cover("（报批稿）", "", ""),
    more=(
        (_cover("", f"⟦{_CALL}⟧", "published"), _cover("", "", "published")),
        (
            _cover("（报批稿）", "⟦在提交反馈意见的同时，请附上相关专利及支持文件。⟧"),
            _cover("（报批稿）"),
        ),
        (
            _cover("（报批稿）", "⟦在提交反馈意见时，请将您知道的相关专利⟧\n连同支持性文件一并附上。"),
            _cover("（报批稿）"),
        ),
        (
            _cover("（报批稿）⟦（在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。）⟧"),
            _cover("（报批稿）"),
        ),
    ),
    clean=(
        _cover("（送审稿）", _CALL, ""),
        _cover("（征求意见稿）", _CALL, ""),
        _cover("", _CALL, ""),
        _cover("（报批稿）").replace("# 前言", "# 前言\n\n        请在反馈意见时提供相关专利。"),
    ),
)


_SENTENCE = patterns.compile(
    r"[（(]?(?:在提交|在反馈|提交|反馈|请)[^。\n]{0,30}专利[^。\n]{0,40}?(?:附上|提交|提供|反馈|告知)[^。\n]{0,6}?(?:。[）)]?|[）)]|$)"
)
_REST = ("连同", "一并", "支持性文件")


@leftover_patent_call.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    titles = {span[0] for _, span in page.title}
    lines = [line for line in page.call if line.span[0] not in titles]
    if not lines:
        return
    first, last = lines[0], page.lines.index(lines[-1])
    if sentence := _SENTENCE.search(doc.text, *first.span):
        yield leftover_patent_call.at(sentence.span(), fix="", safe=False)
        return
    below = page.lines[last + 1] if last + 1 < len(page.lines) else None
    if below is not None and below.folded.startswith(_REST):
        edits = [Edit(*first.span, ""), Edit(*below.span, "")]
        yield leftover_patent_call.at(first.span, fix=edits, safe=False)
    else:
        yield leftover_patent_call.at(first.span)
