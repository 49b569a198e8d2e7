"""Ask for patent information on the cover of a draft in the prescribed words.

“在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。” Whether a draft has the call at all is another rule.

草案封面上征集专利信息的提示使用规定的文字：“在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。”
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.cover_page import CoverPage, Line
from stdlint.views.fixed import normal

_TOP = """
        团体标准

        T/ABC 001—XXXX

        公园服务规范

        （征求意见稿）
"""
_END = """
        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        # 前言
"""
_CALL = "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。"


def _with(call: str) -> str:
    return f"{_TOP}\n        {call}\n{_END}"


altered_patent_call = Check(
    id="COV061",
    message=f"征集专利信息的提示使用规定的文字：“{_CALL}”",
    message_en=f"Use the prescribed words for the call for patent information: “{_CALL}”",
    bad=_with("⟦在提交反馈意见的同时，请附上相关专利及支持文件。⟧"),
    good=_with(_CALL),
    more=(
        (_with("⟦在提交反馈意见时，请将您知道的相关专利连同支持文件一并附上。⟧"), _with(_CALL)),
        (_with("⟦在提交反馈意见时，请将您知道的相关专利与支持性文件一并附上。⟧"), _with(_CALL)),
        (_with("⟦请将你知道的相关专利连同支持性文件一并附上。⟧"), _with(_CALL)),
        (_with("⟦在提交反馈意见时，请将您知道的该标准所涉及必要专利信息连同支持性文件一并附上⟧"), _with(_CALL)),
    ),
    clean=(
        _with("在提交反馈意见时,请将您知道的相关专利连同支持性文件一并附上。"),
        _with("在提交反馈意见时，请将您知道的相关专利\n\n        连同支持性文件一并附上。"),
        _with("（在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上）"),
        """
        # 专利信息提交指南

        # 前言

        请提交相关专利。
        """,
    ),
)

_OPENINGS = ("在", "请", "提交")


@altered_patent_call.finder
def find(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    wanted = normal(_CALL).rstrip("。")
    for line in page.call:
        if line.span[0] in (span[0] for _, span in page.title) or wanted in _around(page, line):
            continue
        whole = line.text.startswith(_OPENINGS) and line.text.rstrip("。").endswith(("附上", "提交", "提供", "文件"))
        yield altered_patent_call.at(line.span, fix=_CALL if whole else None)


def _around(page: CoverPage, line: Line) -> str:
    """Return the line with the one above and the one below, since a narrow box breaks the sentence."""
    position = page.lines.index(line)
    return normal("".join(near.text for near in page.lines[max(0, position - 1) : position + 2]))
