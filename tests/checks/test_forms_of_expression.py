"""What examples cannot show of the forms of expression: objects without a caption."""

from __future__ import annotations

import pytest

from stdlint.document import Document
from stdlint.engine import lint
from stdlint.formats import markdown
from tests.helpers import uses_for

TABLE = "| 章条 | 变化 |\n|---|---|\n| 5.2 | 增加 |"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (f"# 前言\n\n{TABLE}\n\n# 1 范围\n", [("ELM050", "章条")]),
        ("# 前言\n\n![标识](a.png)\n\n# 1 范围\n", [("ELM050", "\ufffc")]),
        ("# 1 范围\n\n本文件适用于：\n\n$$ l=2d $$\n\n# 2 规范性引用文件\n", [("ELM052", "\ufffc")]),
        ("# 1 范围\n\n长度$l$大于20 mm。\n\n# 2 规范性引用文件\n", []),
    ],
)
def test_objects_without_caption_are_found(draft: str, expected: list[tuple[str, str]]) -> None:
    source = markdown.read(draft.encode())
    uses = [use for use in uses_for("zh").values() if use.check.id in ("ELM050", "ELM052")]
    found, _ = lint(Document(source), uses, strict=True)
    assert [(one.finding.check.id, source.text[slice(*one.finding.span)]) for one in found] == expected
