"""Fixing: what is certain is put right, everything else stays, and it comes to an end."""

from __future__ import annotations

import io
import sys
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import stdlint
from stdlint.check import Check
from stdlint.fixing import Fixed, fix
from stdlint.formats import docx, markdown
from stdlint.formats.docx.tracked import paragraphs
from stdlint.linting import Codes, Demand, lint_file
from stdlint.model import Edit
from stdlint.result import DocumentReport, Result
from tests import docx_builder as word
from tests.fakes import check, packs
from tests.helpers import TODAY, word_twin

__all__ = ["packs"]

FIXTURES = Path(__file__).parent.parent / "fixtures"
SEEDED = sorted((FIXTURES / "seeded").glob("*.md"))
DEMAND = Demand(today=TODAY)

UNCOVERED = {("numerals", "REF083"), ("wording", "WRD060")}
"""Findings that a safe fix brings to light: of a number or an abbreviation that was too miswritten to be read."""


def fixed(text: str, *, unsafe: bool = False, select: str = "") -> Fixed:
    return stdlint.fix(text.encode(), "a.md", unsafe=unsafe, select=select.split())


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {member.filename: archive.read(member) for member in archive.infolist()}


def said(paragraph: str) -> bytes:
    """Return a Word draft with a clause and one more paragraph."""
    return word.build(
        "1 范围", "其它1。", paragraph, footnotes=word.para("脚注"), extra={"word/media/a.png": b"\x89PNG"}
    )


def test_what_is_certain_is_put_right_and_nothing_else_changes() -> None:
    done = fixed("# 4 要求\n\n*其它*要求  \n见 GB/T 191-2008，必须合格。\n", select="WRD101 NUM200 MOD010")
    assert done.data.decode() == "# 4 要求\n\n*其他*要求  \n见 GB/T 191—2008，必须合格。\n"
    assert [(result.rule, result.place.quote) for result in done.applied] == [
        ("WRD101", "其它"),
        ("NUM200", "GB/T 191-2008"),
    ]
    assert [result.rule for result in done.report.findings] == ["MOD010"]
    assert done.rounds == 1
    assert done.report.document is None


def test_what_is_not_certain_is_put_right_only_when_asked() -> None:
    text = "# 4 要求\n\n产品必须合格。\n"
    assert fixed(text, select="MOD010").data == text.encode()
    done = fixed(text, select="MOD010", unsafe=True)
    assert done.data.decode() == "# 4 要求\n\n产品应合格。\n"
    assert done.report.findings == ()


def test_a_draft_without_findings_is_returned_as_it_is() -> None:
    done = fixed("# 4 要求\n\n产品应合格。\n", select="WRD101")
    assert (done.data, done.applied, done.rounds) == ("# 4 要求\n\n产品应合格。\n".encode(), (), 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(encoding: str, end: str) -> None:
    text = end.join(["# 4 要求", "", "其它要求和产品的质量应符合标准的规定，见GB/T 191-2008。", ""])
    done = stdlint.fix(text.encode(encoding), "a.md", select=["WRD101", "NUM200"])
    assert done.data == text.replace("其它", "其他").replace("191-2008", "191—2008").encode(encoding)


def test_every_other_part_of_a_word_file_stays_byte_for_byte() -> None:
    data = said("见GB/T 191-2008。")
    done = stdlint.fix(data, "a.docx", select=["WRD101", "NUM200"])
    assert [result.rule for result in done.applied] == ["WRD101", "NUM200"]
    assert docx.read(done.data).text.startswith("1\n范围\n其他1。\n见GB/T 191—2008。\n")
    before, after = parts(data), parts(done.data)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


@pytest.mark.parametrize(
    "change",
    [
        f'<w:ins w:id="1" w:author="王" w:date="2026-01-01T00:00:00Z">{word.run("其它")}</w:ins>',
        f'{word.run("其它")}<w:del w:id="1" w:author="王"><w:r><w:delText>很</w:delText></w:r></w:del>',
        f'{word.run("其它")}<w:moveTo w:id="1" w:author="王">{word.run("好。")}</w:moveTo>',
    ],
)
def test_a_paragraph_with_tracked_changes_is_not_touched(change: str) -> None:
    paragraph = f"<w:p>{change}</w:p>"
    done = stdlint.fix(said(paragraph), "a.docx", select=["WRD101"])
    assert [result.place.paragraph for result in done.applied] == [1]
    assert [result.place.paragraph for result in done.withheld] == [2]
    assert [result.rule for result in done.report.findings] == ["WRD101"]
    assert paragraph.encode() in parts(done.data)["word/document.xml"]


def test_a_label_belongs_to_the_paragraph_with_tracked_changes() -> None:
    change = f'<w:ins w:id="1" w:author="王">{word.run("好")}</w:ins>'
    source = docx.read(word.build("1 范围", f"<w:p>{word.run('注1：其它')}{change}</w:p>", "注2：其它"))
    assert [source.text[slice(*span)] for span in paragraphs(source)] == ["注1：", "其它好"]


def test_a_change_of_formatting_alone_does_not_hold_up_a_fix() -> None:
    change = '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="王"><w:rPr/></w:rPrChange></w:rPr>'
    done = stdlint.fix(said(f"<w:p><w:r>{change}<w:t>其它</w:t></w:r></w:p>"), "a.docx", select=["WRD101"])
    assert len(done.applied) == 2
    assert done.withheld == ()


def test_tracked_changes_elsewhere_hold_up_nothing_else_in_word() -> None:
    change = f'<w:p><w:ins w:id="1" w:author="王">{word.run("好。")}</w:ins></w:p>'
    done = stdlint.fix(said(change), "a.docx", select=["WRD101"])
    assert (len(done.applied), done.withheld) == (1, ())


def test_the_result_of_a_field_is_left_and_the_rest_is_fixed() -> None:
    field = f"<w:p>{word.field('REF a', word.run('其它'))}</w:p>"
    done = stdlint.fix(said(field), "a.docx", select=["WRD101"])
    assert [result.place.paragraph for result in done.applied] == [1]
    assert [result.place.paragraph for result in done.report.findings] == [2]


def test_what_somebody_said_is_not_wrong_is_left() -> None:
    text = "# 4 要求\n\n<!-- stdlint: ignore WRD101 旧名 -->\n其它要求。\n\n其它条件。\n"
    done = fixed(text, select="WRD101")
    assert done.data.decode() == text.replace("其它条件", "其他条件")
    assert len(done.report.dropped) == 1


def test_what_goes_with_a_draft_is_left() -> None:
    path = FIXTURES / "dossiers" / "review" / "explanatory-note.md"
    data = path.read_bytes() + "\n其它意见。\n".encode()
    done = stdlint.fix(data, path.name, unsafe=True)
    assert (done.data, done.report.role) == (data, "explanatory-note")


def test_who_calls_chooses_what_is_fixed() -> None:
    def first(report: DocumentReport) -> tuple[Result, ...]:
        return tuple(result for result in report.findings if result.place.line == 3)

    text = "# 4 要求\n\n其它要求。\n\n其它条件。\n"
    done = fix(text.encode(), "a.md", Demand(codes=Codes(select=("WRD101",))), choose=first)
    assert done.data.decode() == text.replace("其它要求", "其他要求")


def test_a_file_that_cannot_be_read_and_an_unknown_rule_are_errors() -> None:
    with pytest.raises(stdlint.ReadError):
        stdlint.fix(b"PK", "a.docx")
    with pytest.raises(stdlint.UsageError):
        stdlint.fix(b"# 1 a\n", "a.md", select=["XYZ"])


def two(monkeypatch: pytest.MonkeyPatch, one: Check, other: Check) -> None:
    """Let the only pack consist of two checks."""
    module = ModuleType("stdlint.checks.fake", "Say why.")
    vars(module).update(must_for_shall=one, ought_for_shall=other, vague_requirement=check("MOD030", "适当"))
    monkeypatch.setitem(sys.modules, "stdlint.checks.fake", module)


def test_fixes_that_do_not_settle_change_nothing_and_are_told(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two(monkeypatch, check("MOD010", "甲", fix="乙"), check("MOD040", "乙", fix="甲"))
    data = "# 4 要求\n\n甲方必须。\n".encode()
    done = stdlint.fix(data, "a.md")
    assert done.data == data
    assert done.applied == ()
    assert [result.rule for result in done.report.findings] == ["MOD010"]
    assert done.report.errors == (
        "Internal error: the fixes of MOD010 do not settle, so nothing was changed; please report it.",
    )


def test_of_fixes_that_touch_each_other_the_first_is_made_first(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two(monkeypatch, check("MOD010", "甲乙", fix="丙"), check("MOD040", "乙丁", fix="戊"))
    done = stdlint.fix("# 4 要求\n\n甲乙丁，乙丁。\n".encode(), "a.md")
    assert done.data.decode() == "# 4 要求\n\n丙丁，戊。\n"
    assert [result.rule for result in done.applied] == ["MOD010", "MOD040"]


def test_two_insertions_at_one_place_are_not_made_both(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = check("MOD010", "甲"), check("MOD040", "甲")
    for made in (one, other):

        @made.finder
        def find(doc, made=made):  # type: ignore[no-untyped-def]
            if "甲。" not in doc.text:
                at = doc.text.index("甲") + 1
                yield made.at((at - 1, at), fix=[Edit(at, at, "。")])

    two(monkeypatch, one, other)
    done = stdlint.fix("# 4 要求\n\n甲\n".encode(), "a.md")
    assert done.data.decode() == "# 4 要求\n\n甲。\n"
    assert [result.rule for result in done.applied] == ["MOD010"]


def test_a_fix_of_several_edits_is_made_wholly_or_not_at_all(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = check("MOD040", "丁")

    @pair.finder
    def find(doc, **_):  # type: ignore[no-untyped-def]
        if "乙" in doc.text and "丁" in doc.text:
            places = [doc.text.index("乙"), doc.text.index("丁")]
            yield pair.at((places[1], places[1] + 1), fix=[Edit(at, at + 1, "己") for at in places])

    two(monkeypatch, check("MOD010", "甲乙", fix="丙"), pair)
    done = stdlint.fix("# 4 要求\n\n甲乙和丁。\n".encode(), "a.md")
    assert done.data.decode() == "# 4 要求\n\n丙和丁。\n"
    assert [result.rule for result in done.applied] == ["MOD010"]


def test_a_fix_that_cannot_be_written_is_dropped_and_the_others_are_made(
    packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two(monkeypatch, check("MOD010", "甲", fix="\0"), check("MOD040", "甲乙", fix="丙"))
    done = stdlint.fix(word.build("1 要求", "甲乙和甲丁。", "甲乙。"), "a.docx")
    assert docx.read(done.data).text == "1\n要求\n丙和甲丁。\n丙。\n"
    assert [result.rule for result in done.report.findings] == ["MOD010"]
    assert done.report.errors == ()


@cache
def _drafts(path: Path) -> dict[str, bytes]:
    data = path.read_bytes()
    return {path.name: data, f"{path.stem}.docx": word_twin(markdown.read(data))}


def _remaining(done: Fixed, *, unsafe: bool) -> list[str]:
    return [result.rule for result in done.report.findings if result.fix and (unsafe or result.fix.safe)]


@pytest.mark.parametrize("path", SEEDED, ids=lambda path: path.stem)
def test_safe_fixes_leave_no_safe_fix_and_bring_no_finding(path: Path) -> None:
    for name, data in _drafts(path).items():
        done = fix(data, name, DEMAND)
        assert done.report.errors == ()
        assert _remaining(done, unsafe=False) == []
        if done.applied:
            before = Counter(result.rule for result in lint_file(data, name, DEMAND).findings)
            after = Counter(result.rule for result in done.report.findings)
            assert {(path.stem, rule) for rule in after - before} <= UNCOVERED


@pytest.mark.parametrize("path", SEEDED, ids=lambda path: path.stem)
def test_all_fixes_together_come_to_an_end(path: Path) -> None:
    for name, data in _drafts(path).items():
        done = fix(data, name, DEMAND, unsafe=True)
        assert done.report.errors == ()
        assert _remaining(done, unsafe=True) == []
        assert fix(done.data, name, DEMAND, unsafe=True).applied == ()
