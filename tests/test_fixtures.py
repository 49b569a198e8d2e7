"""Whole drafts and the text reports they have to give; conforming ones give none."""

from __future__ import annotations

import csv
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

import stdlint
from stdlint.cli import cli
from stdlint.formats import markdown
from stdlint.profile import COMPANIONS, rows
from tests.helpers import all_uses, word_twin
from tests.template import docx

FIXTURES = Path(__file__).parent.parent / "fixtures"
CONFORMING = (
    "product",
    "guidance",
    "test-method",
    "specification",
    "terminology",
    "series-part",
    "local-procedure",
    "group-evaluation",
    "formulas",
    "management-system",
    "data-exchange",
    "identical-part",
    "mandatory-product",
    "service",
    "symbols",
    "classification",
    "modified-adoption",
)
ENGLISH = ("international-standard", "international-guidance")
ENDINGS = ("md", "docx")
SEED = "service-excellence"


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", CONFORMING)
def test_a_conforming_draft_is_silent(name: str, ending: str) -> None:
    path = FIXTURES / f"{name}.{ending}"
    report = stdlint.lint(path.read_bytes(), path.name, select=("ALL",))
    assert [f"{f.rule} {f.place.clause} {f.place.quote}" for f in report.findings] == []
    assert report.errors == ()


@pytest.mark.parametrize("name", ENGLISH)
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_conforming_english_draft_is_silent(name: str, ending: str) -> None:
    data = (FIXTURES / f"{name}.md").read_bytes()
    report = stdlint.lint(data if ending == "md" else word_twin(markdown.read(data)), f"{name}.{ending}")
    assert report.packs == ("iso-directives-2",)
    assert [f"{f.rule} {f.place.clause} {f.place.quote}" for f in report.findings] == []
    assert report.errors == ()


@pytest.mark.parametrize("name", CONFORMING)
def test_the_word_twin_of_a_conforming_draft_is_up_to_date(name: str) -> None:
    made = _members(docx((FIXTURES / f"{name}.md").read_bytes()))
    kept = _members((FIXTURES / f"{name}.docx").read_bytes())
    assert kept == made, f"run: python -m tests.template fixtures/{name}.md"


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("path", sorted(FIXTURES.rglob("*.expected")), ids=lambda path: path.name)
def test_a_draft_gives_the_expected_report(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FIXTURES)
    result = CliRunner().invoke(cli, ["check", "--fail-on", "never", str(path.relative_to(FIXTURES).with_suffix(""))])
    assert result.exit_code == 0
    assert result.output == path.read_text(encoding="utf-8")


def test_every_rule_that_speaks_unasked_is_planted_in_a_seeded_draft() -> None:
    reports = [path.read_text(encoding="utf-8") for path in (FIXTURES / "seeded").glob("*.expected")]
    planted = {match for report in reports for match in re.findall(r"(?m)^    \S+  ([A-Z]{3}\d{3}) ", report)}
    chinese = [use for use in all_uses().values() if use.default and use.lang == "zh"]
    word_only = {use.check.id for use in chinese if "markdown" not in use.check.formats} | {"ANX053"}
    too_long = {"TOC052"}
    companions = {check.id for name in COMPANIONS for check in (use.check for use in rows((name,)))}
    assert {use.check.id for use in chinese} - word_only - too_long - companions - planted == set()


def _rows(verdict: str, *parts: str) -> list[dict[str, str]]:
    with (FIXTURES / f"{SEED}.findings.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["verdict"] == verdict and row["part"] in parts]


def _findings(ending: str) -> tuple[str, list[stdlint.Result]]:
    from stdlint import formats

    path = FIXTURES / f"{SEED}.{ending}"
    data = path.read_bytes()
    text = formats.reader(path.name).read(data).text
    return text, list(stdlint.lint(data, path.name).findings)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "row", _rows("expected", "core", "base", "kinds"), ids=lambda row: f"{row['clause']}-{row['rules']}"
)
def test_the_seed_draft_shows_what_a_reviewer_finds(row: dict[str, str], ending: str) -> None:
    text, findings = _findings(ending)
    rules = row["rules"].split()
    places = [text.find(row["quote"])]
    while places[-1] >= 0:
        places.append(text.find(row["quote"], places[-1] + 1))
    spans = [(at, at + len(row["quote"])) for at in places[:-1]]
    assert spans, "the quotation is not in the draft"
    assert [
        finding
        for finding in findings
        if finding.rule in rules
        and any(finding.place.offset < end and start < finding.place.end_offset for start, end in spans)
        and (not row["clause"] or row["clause"] in (finding.place.clause, finding.place.element))
    ]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "row", _rows("must-not", "core", "base", "kinds"), ids=lambda row: f"{row['clause']}-{row['rules']}"
)
def test_the_seed_draft_raises_no_false_alarm(row: dict[str, str], ending: str) -> None:
    text, findings = _findings(ending)
    hits = [
        finding
        for finding in findings
        if finding.rule in row["rules"].split()
        and (
            not row["quote"] or row["quote"] in text[max(0, finding.place.offset - 30) : finding.place.end_offset + 30]
        )
        and (not row["clause"] or row["clause"] in (finding.place.clause, finding.place.element))
    ]
    assert hits == []
