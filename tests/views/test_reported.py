"""Demands that others make."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.views.modals import REQUIREMENT
from stdlint.views.reported import is_others


def _others(text: str) -> list[bool]:
    doc = Document(markdown.read(f"# 1 范围\n\n# 4 总则\n\n{text}".encode()))
    return [
        is_others(doc.text, doc.sentence(modal.span[0]), modal)
        for modal in doc.clause_modals
        if modal.type == REQUIREMENT
    ]


@pytest.mark.parametrize(
    "text",
    [
        "依据《中华人民共和国消防法》的规定，通道必须畅通。",
        "宜在协议中约定：供应商应在24 h内交货。",
        "GB/T 24353要求组织应识别风险。",
        "宜确定应由谁负责，宜明确哪些物资应优先发放。",
        "应由社区承担的费用宜单独列支。",
        "供应商承诺其产品必须耐用的，宜保存承诺书。",
        "应指出的是，结果只反映当年的情况。",
    ],
)
def test_what_others_demand_is_not_demanded_by_the_draft(text: str) -> None:
    told = _others(text)
    assert told
    assert all(told)


@pytest.mark.parametrize(
    "text", ["组织应记录结果。", "应遵守《物业管理条例》。", "应符合GB/T 24353的要求，应公开结果。"]
)
def test_what_the_draft_demands_is_its_own(text: str) -> None:
    told = _others(text)
    assert told
    assert not any(told)
