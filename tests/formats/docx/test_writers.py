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


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_gives_the_same_outline(name: str) -> None:
    content = json.loads(outline.as_json(Document(formats.reader("x.docx").read(_docx(name))), ""))
    expected: dict[str, Any] = json.loads((FIXTURES / "looks.outline.json").read_text(encoding="utf-8"))
    assert {key: content[key] for key in expected} == expected


@pytest.mark.parametrize("name", WRITERS)
def test_a_conforming_draft_is_silent_whoever_typed_it(name: str) -> None:
    report = stdlint.lint(_docx(name), "draft.docx")
    assert [f"{f.rule} {f.place.clause} {f.place.quote}" for f in report.findings] == []
    assert report.errors == ()
