"""One draft, typed as real authors type without a template: read alike, and silent."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import stdlint
from stdlint import formats
from stdlint.document import Document
from stdlint.formats import markdown
from stdlint.reports import outline
from tests.formats.docx.writers import WRITERS
from tests.template.draft import Draft

FIXTURES = Path(__file__).parents[3] / "fixtures"


@cache
def _draft() -> Draft:
    return Draft(markdown.read((FIXTURES / "looks.md").read_bytes()))


@cache
def _docx(name: str) -> bytes:
    return WRITERS[name](_draft()).docx()


SLIPS = {
    "": {"TOC030", "ANX053", "ANX100"},
    "FullWidth": {"NUM460", "LVL021"},
    "ListButton": {"LVL021"},
    "Boxes": {"LVL021"},
    "ThreeLines": {"ANX051"},
}
"""What these authors do wrong indeed: all type contents, set an annex on one line, draw no end line; then by writer."""


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_gives_the_same_outline(name: str) -> None:
    content = json.loads(outline.as_json(Document(formats.reader("x.docx").read(_docx(name))), ""))
    expected: dict[str, Any] = json.loads((FIXTURES / "looks.outline.json").read_text(encoding="utf-8"))
    assert {key: content[key] for key in expected} == expected


@pytest.mark.parametrize("name", WRITERS)
def test_a_conforming_draft_is_silent_whoever_typed_it(name: str) -> None:
    report = stdlint.lint(_docx(name), "draft.docx")
    found = [finding for finding in report.findings if finding.rule not in SLIPS[""] | SLIPS.get(name, set())]
    assert [f"{f.rule} {f.place.clause} {f.place.quote}" for f in found] == []
    assert report.errors == ()
