"""Every example of every check, in Markdown and in Word: exactly the marked words are found, and fixing them helps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from stdlint.check import Check
from stdlint.model import Source
from stdlint.profile import Use
from tests.helpers import all_uses, fixed, read, rule_table, run, strip

FORMATS = ("markdown", "docx")


def _cases() -> Iterator[object]:
    for name, use in all_uses().items():
        for format_ in (name for name in FORMATS if name in use.check.formats):
            for number, (bad, good) in enumerate(use.check.examples()):
                yield pytest.param(use.check, format_, bad, good, id=f"{use.check.id}-{format_}-{number}-{name}")


def _clean_cases() -> Iterator[object]:
    for name, use in all_uses().items():
        for format_ in FORMATS:
            for number, text in enumerate(use.check.traps()):
                yield pytest.param(use.check, format_, text, id=f"{use.check.id}-{format_}-{number}-{name}")


def _said(source: Source, check: Check) -> list[str]:
    return [source.text[slice(*finding.span)] for finding in run(check, source)]


@pytest.mark.parametrize(("check", "format_", "bad", "good"), list(_cases()))
def test_bad_example_gives_exactly_the_marked_words(check: Check, format_: str, bad: str, good: str) -> None:
    text, marked = strip(bad)
    assert marked or "[^1]" in text, "the bad example marks nothing"
    source = read(text, format_)
    found = run(check, source)
    said = [source.text[slice(*finding.span)] for finding in found]
    assert said == (marked or ["\ufffc"])
    places = [source.text[: finding.span[0]].count(word) for finding, word in zip(found, said, strict=True)]
    assert places == _ordinals(source, bad, said)
    for finding in found:
        fields = {"quote": "…", **finding.fields}
        assert check.message.format(**fields)
        assert check.message_en.format(**fields)


def _ordinals(source: Source, bad: str, said: list[str]) -> list[int]:
    """Count which occurrence of its words each mark stands on, so that a finding at a wrong place is told."""
    pieces = bad.split("⟦")
    before = ""
    found: list[int] = []
    for piece in pieces[:-1]:
        before += piece.replace("⟧", "")
        found.append(before.count(pieces[len(found) + 1].split("⟧")[0]))
    return found or [source.text[: source.text.find(word)].count(word) for word in said]


@pytest.mark.parametrize(("check", "format_", "text"), list(_clean_cases()))
def test_good_examples_and_traps_are_silent(check: Check, format_: str, text: str) -> None:
    assert _said(read(text, format_), check) == []


@pytest.mark.parametrize(("check", "format_", "bad", "good"), list(_cases()))
def test_fixing_the_bad_example_gives_the_good_one(check: Check, format_: str, bad: str, good: str) -> None:
    source = read(strip(bad)[0], format_)
    found = run(check, source)
    promised = rule_table()[check.id]["fix"]
    offered = {"safe" if finding.fix.safe else "unsafe" for finding in found if finding.fix}
    assert offered <= {promised}
    if offered:
        assert fixed(source, found).text == read(good, format_).text


@pytest.mark.parametrize("use", list(all_uses().values()), ids=lambda use: use.check.id)
def test_a_promised_fix_is_offered(use: Use) -> None:
    promised = rule_table()[use.check.id]["fix"]
    sources = [read(strip(bad)[0], use.check.formats[0]) for bad, _ in use.check.examples()]
    assert any(finding.fix for source in sources for finding in run(use.check, source)) == (promised != "none")
