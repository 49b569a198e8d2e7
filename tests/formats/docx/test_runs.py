"""How a paragraph is cut into runs, and what stands between them, changes nothing that is read or found."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element

from stdlint.document import Document
from stdlint.engine import lint
from stdlint.formats import docx, markdown
from stdlint.formats.docx.names import PPR, RPR, XML_SPACE, P, R, T, W
from stdlint.model import Block, Source
from tests.helpers import all_uses, strip, word_twin

FIXTURES = sorted((Path(__file__).parents[3] / "fixtures").glob("*.docx"))
EXAMPLES = sorted({strip(text)[0] for use in all_uses().values() for pair in use.check.examples() for text in pair})
NOISE = ("color", "FF0000"), ("lang", "en-GB"), ("sz", "21"), ("kern", "2"), ("noProof", "1"), ("spacing", "4")
BETWEEN = ("proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd")
WRAPPERS = ("ins", "smartTag", "hyperlink", "sdt", "moveTo", "customXml", "dir", "bdo")


def texts(paragraph: _Element) -> list[_Element]:
    """Return the runs that hold nothing but one text and properties."""
    found = []
    for run in paragraph.iter(R):
        inner = [child.tag for child in run if child.tag != RPR]
        if inner == [T]:
            found.append(run)
    return found


def said(run: _Element) -> str:
    text = run.find(T)
    assert text is not None
    return text.text or ""


def say(run: _Element, words: str) -> None:
    text = run.find(T)
    assert text is not None
    text.text = words
    text.set(XML_SPACE, "preserve")


def is_kept(run: _Element) -> bool:
    """Say whether blanks at the ends of its text are shown, or there are none."""
    text = run.find(T)
    assert text is not None
    return text.get(XML_SPACE) == "preserve" or said(run) == said(run).strip()


def split(paragraph: _Element, chance: Random) -> None:
    for run in texts(paragraph):
        words = said(run)
        if len(words) > 1 and is_kept(run):
            at = chance.randrange(1, len(words))
            other = copy.deepcopy(run)
            say(run, words[:at])
            say(other, words[at:])
            run.addnext(other)


def merge(paragraph: _Element, chance: Random) -> None:
    for run in texts(paragraph):
        other = run.getnext()
        if (
            other is not None
            and other in texts(paragraph)
            and is_kept(run)
            and is_kept(other)
            and chance.random() < 0.7
        ):
            one, two = (b"".join(map(etree.tostring, each.iterchildren(RPR))) for each in (run, other))
            if one == two:
                say(other, said(run) + said(other))
                run.getparent().remove(run)  # type: ignore[union-attr]


def between(paragraph: _Element, chance: Random) -> None:
    for run in texts(paragraph):
        run.addprevious(etree.Element(W + chance.choice(BETWEEN), {W + "id": "9"}))


def bookmark(paragraph: _Element, chance: Random) -> None:
    name = f"_Ref{chance.randrange(1000)}"
    for run in texts(paragraph)[:3]:
        run.addprevious(etree.Element(W + "bookmarkStart", {W + "id": "7", W + "name": name}))
        run.addnext(etree.Element(W + "bookmarkEnd", {W + "id": "7"}))


def empty(paragraph: _Element, chance: Random) -> None:
    for run in texts(paragraph):
        nothing = etree.Element(R)
        if chance.random() < 0.5:
            etree.SubElement(nothing, RPR)
        if chance.random() < 0.5:
            etree.SubElement(nothing, T)
        run.addnext(nothing)


def session(paragraph: _Element, chance: Random) -> None:
    for element in (paragraph, *texts(paragraph)):
        element.set(W + chance.choice(("rsidR", "rsidRPr")), f"00{chance.randrange(16**6):06X}")


def page(paragraph: _Element, chance: Random) -> None:
    for run in texts(paragraph):
        if chance.random() < 0.3:
            text = run.find(T)
            assert text is not None
            text.addprevious(etree.Element(W + "lastRenderedPageBreak"))


def wrap(paragraph: _Element, chance: Random) -> None:
    for run in texts(paragraph):
        parent = run.getparent()
        if parent is None or chance.random() < 0.5:
            continue
        outer = etree.Element(W + chance.choice(WRAPPERS), {W + "id": "8", W + "author": "甲"})
        parent.replace(run, outer)
        if outer.tag == W + "sdt":
            outer.attrib.clear()
            etree.SubElement(outer, W + "sdtPr")
            outer = etree.SubElement(outer, W + "sdtContent")
        outer.append(run)


def dress(paragraph: _Element, chance: Random) -> None:
    for run in texts(paragraph):
        properties = run.find(RPR)
        if properties is None:
            properties = etree.Element(RPR)
            run.insert(0, properties)
        name, value = chance.choice(NOISE)
        if properties.find(W + name) is None:
            etree.SubElement(properties, W + name, {W + "val": value})


def mark(paragraph: _Element, _: Random) -> None:
    """Put the look of a tracked change of formatting on the paragraph mark."""
    properties = paragraph.find(PPR)
    if properties is not None and properties.find(RPR) is None and properties.find(W + "sectPr") is None:
        look = etree.SubElement(properties, RPR)
        etree.SubElement(look, W + "rFonts", {W + "hint": "eastAsia"})


CHANGES: dict[str, Callable[[_Element, Random], None]] = {
    change.__name__: change for change in (split, merge, between, bookmark, empty, session, page, wrap, dress, mark)
}


def disturbed(data: bytes, changes: list[str], seed: int) -> bytes:
    """Return the file with every paragraph of the document part changed."""
    chance = Random(seed)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                for paragraph in list(root.iter(P)):
                    for change in changes:
                        CHANGES[change](paragraph, chance)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, content)
    return out.getvalue()


def read(source: Source) -> tuple[str, list[Block], object, list[tuple[str, tuple[int, int], str]]]:
    """Return text, blocks, tables and what all checks find."""
    found, errors = lint(Document(source), list(all_uses().values()), strict=True)
    assert errors == []
    findings = [(one.use.check.id, one.finding.span, repr(one.finding.fields)) for one in found]
    return source.text, source.blocks, source.tables, findings


@cache
def fixture(path: Path) -> tuple[bytes, object]:
    data = path.read_bytes()
    return data, read(docx.read(data))


@cache
def example(number: int) -> tuple[bytes, object]:
    data = word_twin(markdown.read(EXAMPLES[number].encode()))
    return data, read(docx.read(data))


CHOSEN = st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=5)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
@settings(deadline=None, max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHOSEN, seed=st.integers(0, 1 << 16))
def test_a_whole_draft_reads_the_same(path: Path, changes: list[str], seed: int) -> None:
    data, before = fixture(path)
    assert read(docx.read(disturbed(data, changes, seed))) == before


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(number=st.integers(0, len(EXAMPLES) - 1), changes=CHOSEN, seed=st.integers(0, 1 << 16))
def test_the_examples_of_the_checks_read_the_same(number: int, changes: list[str], seed: int) -> None:
    data, before = example(number)
    assert read(docx.read(disturbed(data, changes, seed))) == before


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_reads_the_same_on_its_own(change: str) -> None:
    data, before = fixture(next(path for path in FIXTURES if path.stem == "service-excellence"))
    changed = disturbed(data, [change], 1)
    assert changed != data
    assert read(docx.read(changed)) == before
