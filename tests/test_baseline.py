"""A baseline knows findings again in a draft that was edited, and tells only what is new and what is settled."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from stdlint import baseline
from stdlint.baseline import Baseline, Entry, against, compare, entries, narrowed, read, render, updated
from stdlint.cli.baseline import baseline as command
from stdlint.formats import markdown
from stdlint.linting import Codes, Demand, lint_file
from stdlint.profile import UsageError
from stdlint.result import DocumentReport, without_numbers
from tests import docx_builder as word
from tests.helpers import word_twin

ROOT = Path(__file__).parent.parent
SEEDED = sorted((ROOT / "fixtures" / "seeded").glob("*.md"))
TODAY = date(2026, 1, 1)
MODALS = Codes(select=("MOD010",))
FORMATS = ("markdown", "docx")

DRAFT = """# 1 范围

本文件规定了产品的要求。

# 4 要求

## 4.1 外观

产品表面应平整，按5.2检验时必须无裂纹，尺寸应符合表1的规定。

## 4.2 包装

包装必须完好。

包装箱必须有封条，封条应完整。

# 5 试验方法

## 5.1 总则

按附录A准备试样，试样必须干燥。

## 5.2 外观检验

在自然光下目视检验，见A.1。

# 附录A（规范性）试样

## A.1 制备

制备时必须戴手套，步骤见表A.1。
"""


def lint(text: str, format_: str = "markdown", codes: Codes = MODALS) -> DocumentReport:
    demand = Demand(codes=codes, today=TODAY)
    data = text.encode()
    if format_ == "docx":
        return lint_file(word_twin(markdown.read(data)), "draft.docx", demand)
    return lint_file(data, "draft.md", demand)


def told(report: DocumentReport, known: tuple[Entry, ...]) -> tuple[list[str | None], list[str]]:
    """Return the clauses of the new findings and those of the stale entries."""
    compared = compare(report, known)
    return [one.place.clause for one in compared.new], [one.clause for one in compared.stale]


def replaced(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@cache
def known_of(format_: str) -> tuple[Entry, ...]:
    found = entries(lint(DRAFT, format_))
    assert [one.clause for one in found] == ["4.1", "4.2", "4.2", "5.1", "A.1"]
    return found


RENUMBERED = replaced(
    DRAFT,
    ("# 5 试", "# 6 试"),
    ("5.1", "6.1"),
    ("5.2", "6.2"),
    ("# 4 要求\n\n## 4.1", "# 4 总体\n\n产品应可用。\n\n# 5 要求\n\n## 5.1"),
    ("## 4.2", "## 5.2"),
    ("表1", "表3"),
    ("附录A", "附录B"),
    ("A.1", "B.1"),
)
SWAPPED = re.sub(r"(## 4\.1.*?)(## 4\.2.*?)(?=# 5 )", r"\2\1", DRAFT, flags=re.DOTALL)
NOTHING_NEW = {
    "a clause and an annex were put in above": RENUMBERED,
    "two clauses were swapped": SWAPPED,
    "a typo in the same paragraph": replaced(DRAFT, ("产品表面应平整", "产品的表面应平滑"), ("应完整", "应当完好")),
    "a typo beside the words": replaced(DRAFT, ("试样必须干燥", "样品必须干燥")),
    "the end of the paragraph": replaced(DRAFT, ("尺寸应符合表1的规定", "大小应满足表2的要求")),
    "a paragraph was put in": replaced(DRAFT, ("包装必须完好。", "包装应环保。\n\n包装必须完好。")),
    "a paragraph was moved to another clause": replaced(
        DRAFT, ("包装必须完好。\n\n", ""), ("目视检验，见A.1。", "目视检验，见A.1。\n\n包装必须完好。")
    ),
    "blanks and full-width digits": replaced(DRAFT, ("按5.2检验", "按 ５.２ 检验")),
}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("edited", NOTHING_NEW.values(), ids=NOTHING_NEW)
def test_an_edit_elsewhere_makes_nothing_new_and_nothing_stale(edited: str, format_: str) -> None:
    assert edited != DRAFT
    assert told(lint(edited, format_), known_of(format_)) == ([], [])


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("edited", "new", "stale"),
    [
        (replaced(DRAFT, ("封条应完整", "封条必须完整")), ["4.2"], []),
        (replaced(DRAFT, ("在自然光下", "必须在自然光下")), ["5.2"], []),
        (replaced(DRAFT, ("包装必须完好。", "包装必须完好。\n\n包装必须完好。")), ["4.2"], []),
        (replaced(DRAFT, ("包装必须完好", "包装应完好")), [], ["4.2"]),
        (replaced(RENUMBERED, ("制备时必须", "制备时应")), [], ["A.1"]),
        (replaced(RENUMBERED, ("在自然光下", "必须在自然光下")), ["6.2"], []),
        (replaced(DRAFT, ("包装箱必须有封条，封条应完整", "标签上必须注明产地")), ["4.2"], ["4.2"]),
        (replaced(DRAFT, ("包装必须完好", "包装应完好"), ("在自然光下", "必须在自然光下")), ["5.2"], ["4.2"]),
    ],
    ids=[
        "a second one in the same paragraph",
        "one in another paragraph",
        "a copied paragraph",
        "one was corrected",
        "one was corrected, and all renumbered",
        "one more, and all renumbered",
        "another sentence in its place",
        "one was corrected and another made",
    ],
)
def test_a_new_defect_is_new_and_a_corrected_one_is_stale(
    edited: str, new: list[str], stale: list[str], format_: str
) -> None:
    assert told(lint(edited, format_), known_of(format_)) == (new, stale)


def test_automatic_numbers_of_word_change_nothing() -> None:
    numbering = word.abstract(0, word.level(0, "decimal", "%1"), word.level(1, "decimal", "%1.%2")) + word.num(1, 0)
    styles = word.style("h1", "heading 1", properties='<w:outlineLvl w:val="0"/>')

    def drafted(*titles: str) -> DocumentReport:
        body = "".join(
            word.para(title, "h1", word.numbered(1, 0)) + word.para(f"{title}必须合格，且应平整。") for title in titles
        )
        data = word.build(body, styles=styles, numbering=numbering)
        return lint_file(data, "draft.docx", Demand(codes=MODALS, today=TODAY))

    known = entries(drafted("外观", "尺寸"))
    assert [one.clause for one in known] == ["1", "2"]
    assert told(drafted("外观", "颜色", "尺寸"), known) == (["2"], [])
    assert told(drafted("尺寸", "外观"), known) == ([], [])


def test_what_is_missing_is_known_though_the_title_changed() -> None:
    text = "# 1 范围\n\n本文件规定了产品的要求。\n\n# 2 术语和定义\n\n本文件没有需要界定的术语和定义。\n"
    codes = Codes(select=("ELM012",))
    known = entries(lint(text, codes=codes))
    assert len(known) == 1
    assert known[0].message
    assert told(lint(replaced(text, ("术语和定义\n", "术语与定义\n")), codes=codes), known) == ([], [])


def test_the_codes_of_documents_are_words_and_numbers_of_clauses_are_not() -> None:
    same = ("见5.2和附录A的表A.1，列项a)", "见 6.12 和附录B的表B.3，列项c)")
    assert without_numbers(same[0]) == without_numbers(same[1]) == "见#和附录#的表#,列项#)".replace(",", "，")
    assert without_numbers("见Annex A, NOTE 2") == without_numbers("见Annex B, NOTE 3")
    codes = ("GB/T 1.1—2020", "GB/T 1.2—2020", "GB/T 1.1—2009", "T/CAS 12", "T/CAS 13", "DB31/T 12", "ISO 9001:2015")
    assert len({without_numbers(f"应符合{code}的规定") for code in codes}) == len(codes)


def test_findings_of_one_file_have_fingerprints_of_their_own() -> None:
    for path in SEEDED[::6]:
        prints = [one.fingerprint for one in seeded(path).findings]
        assert len(prints) == len(set(prints)), path


def test_rules_that_did_not_run_and_suppressed_findings_are_not_stale() -> None:
    known = (*known_of("markdown"), Entry("WRD010", "0" * 16, quote="遵守"))
    assert told(lint(DRAFT), known) == ([], [])
    silenced = replaced(DRAFT, ("包装必须完好", "<!-- stdlint: ignore MOD010 法律用语 -->\n\n包装必须完好"))
    report = lint(silenced)
    assert len(report.dropped) == 1
    assert told(report, known) == ([], [])


def test_a_report_tells_how_much_is_known_and_what_is_settled() -> None:
    edited = lint(replaced(DRAFT, ("包装必须完好", "包装应完好"), ("在自然光下", "必须在自然光下")))
    report = narrowed(edited, known_of("markdown"), "base.json")
    assert [one.place.clause for one in report.findings] == ["5.2"]
    assert report.known == 4
    notice = report.notices[-1]
    assert (notice.kind, notice.path) == ("stale-baseline", "base.json")
    assert notice.message == "基线中的MOD010（4.2 “必须”）已经改正，可用 stdlint baseline write 更新基线。"


@cache
def seeded(path: Path) -> DocumentReport:
    return lint_file(path.read_bytes(), path.name, Demand(today=TODAY))


def _families(report: DocumentReport) -> Counter[str]:
    return Counter(one.identity.rpartition("\0")[0] for one in report.findings)


def _clean(report: DocumentReport, paragraphs: list[str]) -> list[int]:
    """Return the indexes of plain paragraphs in which nothing was found."""
    bad = {line for one in report.findings for line in range(one.place.line or 0, (one.place.end_line or 0) + 1)}
    found, line = [], 1
    for at, paragraph in enumerate(paragraphs):
        if re.match(r"[\u4e00-\u9fff]{4}", paragraph) and not bad & set(range(line, line + paragraph.count("\n") + 2)):
            found.append(at)
        line += paragraph.count("\n") + 2
    return found


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_an_edited_draft_has_no_new_finding_that_it_had_before(data: st.DataObject) -> None:
    """New is only what stands there more often than it did: random paragraphs put in, moved, deleted, renumbered."""
    path = data.draw(st.sampled_from(SEEDED))
    report = seeded(path)
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    clean = _clean(report, paragraphs)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(1, len(paragraphs) - 1))
        match data.draw(st.sampled_from(["put in", "move", "delete", "renumber"])):
            case "put in":
                paragraphs.insert(at, "产品的表面应平整。")
                clean = [one + (one >= at) for one in clean]
            case "move" if clean:
                paragraphs.insert(at, paragraphs.pop(clean.pop()))
                clean = []
            case "delete" if clean:
                paragraphs.pop(clean.pop())
            case _:
                paragraphs = [re.sub(r"(?m)^(#+ |见)6\b", r"\g<1>7", one) for one in paragraphs]
    edited = lint_file("\n\n".join(paragraphs).encode(), path.name, Demand(today=TODAY))
    compared = compare(edited, entries(report))
    more = _families(edited) - _families(report)
    assert not Counter(one.identity.rpartition("\0")[0] for one in compared.new) - more
    assert compared.known + len(compared.new) == len(edited.findings)


_CHAPTER = re.compile(
    r"(?m)(^#+ |第|(?<![\w./—:-])|(?<=[\u4e00-\u9fff]))([5-9])((?:\.\d)+(?![\d.]*\s?[a-zA-Z%℃])|(?=章|\s|\u3000))"
)
ABOUT_NUMBERS = re.compile("LVL01|TOC01|KND25")
"""Rules on what a chapter put in breaks by itself: the order of chapters, the contents."""


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("path", SEEDED[::5], ids=lambda path: path.name)
def test_a_chapter_put_into_a_seeded_draft_makes_nothing_new(path: Path, format_: str) -> None:
    before = path.read_text(encoding="utf-8")
    shifted = _CHAPTER.sub(lambda said: f"{said[1]}{int(said[2]) + 1}{said[3]}", before)
    after = re.sub("(?m)^# 6 ", "# 5 总体\n\n产品可用。\n\n# 6 ", shifted, count=1)
    report = lint(after, format_, Codes())
    compared = compare(report, entries(lint(before, format_, Codes())))
    assert not [one.message for one in compared.new if not ABOUT_NUMBERS.match(one.rule)]
    assert not [one for one in compared.stale if not ABOUT_NUMBERS.match(one.rule)]


@pytest.mark.parametrize("path", SEEDED[::4], ids=lambda path: path.name)
def test_a_seeded_draft_is_wholly_known_to_its_own_baseline(path: Path) -> None:
    report = seeded(path)
    written = Baseline("b.json", {path.name: entries(report)})
    known = tuple(Entry(**one) for one in json.loads(render(written))["files"][path.name])
    assert compare(report, known) == ((), len(report.findings), ())


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(command, ["write", *arguments])
    return done.exit_code, done.output


def test_a_baseline_is_written_with_a_finding_a_line_and_paths_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "中文 名.md").write_text(DRAFT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("drafts", "--select", "MOD010") == (0, "stdlint-baseline.json：1个文件的5个问题\n")
    text = (tmp_path / "stdlint-baseline.json").read_text(encoding="utf-8")
    assert sum('"rule"' in line for line in text.splitlines()) == 5
    assert '"drafts/中文 名.md": [' in text
    assert str(tmp_path) not in text
    monkeypatch.chdir(drafts)
    run(str(drafts), "--select", "MOD010", "--output", "../stdlint-baseline.json")
    assert (tmp_path / "stdlint-baseline.json").read_text(encoding="utf-8") == text
    again = read("../stdlint-baseline.json")
    assert [len(known) for known in again.files.values()] == [5]
    report = lint_file((drafts / "中文 名.md").read_bytes(), "中文 名.md", Demand(codes=MODALS, today=TODAY))
    assert [(one.findings, one.known) for one in against(again, [report])] == [((), 5)]


def test_writing_keeps_other_files_and_other_rules_and_forgets_files_that_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_text(DRAFT, encoding="utf-8")
    assert run(".", "--select", "MOD010,SCP")[0] == 0
    before = read("stdlint-baseline.json").files
    assert any(one.rule.startswith("SCP") for one in before["a.md"])
    Path("c.md").unlink()
    Path("a.md").write_text(replaced(DRAFT, ("包装必须完好", "包装应完好")), encoding="utf-8")
    code, said = run("a.md", "--select", "MOD010")
    assert code == 0
    assert f"c.md: 文件已不存在，不再登记其{len(before['c.md'])}个问题。" in said
    after = read("stdlint-baseline.json").files
    assert set(after) == {"a.md", "b.md"}
    assert after["b.md"] == before["b.md"]
    assert len(after["a.md"]) == len(before["a.md"]) - 1
    assert {one.rule for one in after["a.md"]} == {one.rule for one in before["a.md"]}


def test_nothing_is_written_if_a_draft_cannot_be_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(DRAFT, encoding="utf-8")
    Path("b.docx").write_bytes(b"PK no zip")
    code, said = run("a.md", "b.docx")
    assert code == 2
    assert "was not written" in said
    assert not Path("stdlint-baseline.json").exists()
    assert run("-")[0] == 2
    with pytest.raises(UsageError, match="not a baseline"):
        CliRunner().invoke(command, ["write", "a.md", "--output", "a.md"], catch_exceptions=False)
    assert Path("a.md").read_text(encoding="utf-8") == DRAFT


def test_a_renamed_file_keeps_what_was_known_of_it(tmp_path: Path) -> None:
    at = str(tmp_path / "base.json")
    known = Baseline(at, {"old.md": known_of("markdown"), "other.md": (Entry("MOD010", "0" * 16),)})
    report = lint(replaced(DRAFT, ("在自然光下", "必须在自然光下")))
    (renamed,) = against(known, [DocumentReport(str(tmp_path / "new.md"), findings=report.findings)])
    assert (len(renamed.findings), renamed.known) == (1, 5)
    (tmp_path / "old.md").touch()
    (copied,) = against(known, [DocumentReport(str(tmp_path / "new.md"), findings=report.findings)])
    assert (len(copied.findings), copied.known) == (6, 0)


def test_a_file_has_a_name_in_the_baseline_from_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    for at in ("../base.json", str(tmp_path / "base.json")):
        assert Baseline(at).name_of("a.md") == Baseline(at).name_of(str(tmp_path / "sub/a.md")) == "sub/a.md"
        assert Baseline(at).name_of("../../a.md") == "../a.md"
    assert Baseline("base.json").name_of("-") is None
    with pytest.raises(UsageError, match="cannot be named"):
        updated(Baseline("base.json"), [DocumentReport("-")])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no JSON"),
        ("[1]", "does not say"),
        ('{"version": "2.1.0"}', "does not say"),
        ('{"schema": "stdlint-baseline/2", "files": {}}', "does not know"),
        ('{"schema": "stdlint-baseline/1"}', "damaged"),
        ('{"schema": "stdlint-baseline/1", "files": {"a.md": 1}}', "damaged"),
        ('{"schema": "stdlint-baseline/1", "files": {"a.md": ["x"]}}', "damaged"),
        ('{"schema": "stdlint-baseline/1", "files": {"a.md": [{"rule": "MOD010"}]}}', "damaged"),
        ('{"schema": "stdlint-baseline/1", "files": {"a.md": [{"rule": 1, "fingerprint": "x"}]}}', "damaged"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused_in_one_sentence(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "base.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        read(str(path))
    with pytest.raises(UsageError, match="cannot be read"):
        read(str(tmp_path / "none.json"))


def test_an_empty_baseline_and_an_odd_file_name_can_be_read_again(tmp_path: Path) -> None:
    for files in ({}, {"a\udc80“b”.md": known_of("markdown")}):
        path = tmp_path / "base.json"
        path.write_bytes(baseline.render(Baseline(str(path), files)).encode(errors="backslashreplace"))
        assert read(str(path)).files == files
