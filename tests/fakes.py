"""Small documents, checks and packs for the tests of the frame."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import regex

from stdlint import profile
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Block, Edit, Source


def source(*paragraphs: str, format_: str = "markdown") -> Source:
    """Return a source with these paragraphs; one that starts with “# ” is a heading."""
    pieces: list[str] = []
    blocks: list[Block] = []
    starts, offsets = array("i"), array("i")
    length = at = 0
    for paragraph in paragraphs:
        text = paragraph.removeprefix("# ")
        heading = text != paragraph
        blocks.append(Block((length, length + len(text)), "heading" if heading else "para", int(heading)))
        starts.append(length)
        offsets.append(at + len(paragraph) - len(text))
        pieces.append(text + "\n")
        length += len(text) + 1
        at += len(paragraph) + 1
    data = "\n".join(paragraphs).encode()
    zeros = array("i", [0] * len(starts))
    return Source(format_, "".join(pieces), blocks, data, starts, zeros, zeros, offsets)


def document(*paragraphs: str, format_: str = "markdown", lang: str = "zh") -> Document:
    """Return a document with these paragraphs."""
    return Document(source(*paragraphs, format_=format_), lang=lang)


def check(id_: str, word: str, *, name: str = "", fix: str | None = None, **more: object) -> Check:
    """Return a check that finds a word everywhere."""
    made = Check(id_, "不用“{quote}”", "do not write “{quote}”", f"a⟦{word}⟧b", "ab", name=name or id_.lower(), **more)  # type: ignore[arg-type]
    pattern = regex.compile(regex.escape(word))

    @made.finder
    def find(doc: Document, *, most: int = 99) -> Iterator[Finding]:
        for number, match in enumerate(doc.matches(pattern)):
            if number < most:
                yield made.at(match.span(), fix=None if fix is None else [Edit(*match.span(), fix)])

    return made


PACK = """
title = "GB/T 1.1—2020"
lang = "zh"

[checks]
must-for-shall = { module = "fake", clause = "C.1", severity = "error", basis = "requirement" }
ought-for-shall = { module = "fake", severity = "warning" }
vague-requirement = { module = "fake", clause = "GB/T 20001.5—2017, 6.1", severity = "info", default = false }
"""


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Replace the packs by one, “gbt-1.1”, with three checks; return the folder to put more into."""
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "gbt-1.1.toml").write_text(PACK, encoding="utf-8")
    module = ModuleType("stdlint.checks.fake", "Word a requirement with “应”.\n\nBecause.")
    vars(module).update(
        must_for_shall=check("MOD010", "必须", fix="应"),
        ought_for_shall=check("MOD040", "应当", fix="应"),
        vague_requirement=check("MOD030", "适当"),
        other=1,
    )
    monkeypatch.setitem(sys.modules, "stdlint.checks.fake", module)
    monkeypatch.setattr(profile, "PACKS", folder)
    _forget()
    yield folder
    _forget()


def _forget() -> None:
    profile.pack_names.cache_clear()
    profile.read_pack.cache_clear()
    profile.chosen.cache_clear()
    profile.own_codes.cache_clear()
    profile.bounds.cache_clear()
