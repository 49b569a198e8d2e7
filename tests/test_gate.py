"""The gate: submissions are found, judged in order, and told in every form."""

from __future__ import annotations

import json
import os
import re
import shutil
from datetime import date
from pathlib import Path

import click.testing
import pytest
from lxml import etree

from stdlint import cli
from stdlint.gate import Verdict, items, judge
from stdlint.model import ReadError
from stdlint.reports.gate import html, junit, text
from stdlint.reports.gate import json as as_json
from stdlint.submission import Given, Submission, submissions
from stdlint.views.project import Project
from stdlint.views.stage import STAGES
from tests.helpers import all_uses

FIXTURES = Path(__file__).parent.parent / "fixtures"
DRAFT = FIXTURES / "guidance.md"
TODAY = date(2026, 11, 25)


def read(path: Path, stage: str = "") -> list[Submission]:
    return list(submissions(str(path), Given(Project(stage=stage), TODAY)))


def verdict(path: Path, stage: str = "", *, fail_on: str = "error", lang: str = "zh") -> Verdict:
    (submission,) = read(path, stage)
    return judge(submission, stage, today=TODAY, fail_on=fail_on, lang=lang)


def outcomes(said: Verdict) -> dict[str, str]:
    return {answer.item.id: answer.outcome for answer in said.answers}


def run(*arguments: str) -> click.testing.Result:
    return click.testing.CliRunner().invoke(cli.cli, ["gate", "--today", "2026-11-25", *arguments])


def folder(path: Path, **files: str) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (path / f"{name}.md").write_text(content, encoding="utf-8")
    return path


def test_every_finding_has_an_item_at_every_stage() -> None:
    for stage in STAGES:
        asked = [item for item in items() if stage in item.stages]
        assert all(any(id_.startswith(item.rules) for item in asked if item.rules) for id_ in ("XXX000", "COV010"))
        assert len({item.id for item in asked}) == len(asked)


def test_the_rules_that_items_name_exist() -> None:
    ids = {use.check.id for use in all_uses().values()}
    for item in items():
        assert all(any(id_.startswith(rule) for id_ in ids) for rule in item.rules), item.id


def test_a_draft_by_itself_passes_without_its_companions() -> None:
    said = verdict(DRAFT)
    assert said.stage == "consultation"
    assert said.passed
    assert outcomes(said)["G10"] == "unchecked"


def test_a_folder_has_to_hold_the_companions_of_the_stage(tmp_path: Path) -> None:
    shutil.copy(DRAFT, tmp_path / "征求意见稿.md")
    assert not verdict(tmp_path).passed
    assert {id_ for id_, outcome in outcomes(verdict(tmp_path)).items() if outcome == "failed"} == {"G10"}
    assert outcomes(verdict(tmp_path, "approval"))["G17a"] == "failed"
    (tmp_path / "编制说明.pdf").write_bytes(b"%PDF")
    assert outcomes(verdict(tmp_path))["G10"] == "passed"


def test_the_same_draft_fails_later_for_what_may_not_remain() -> None:
    said = verdict(DRAFT, "approval")
    failed = {answer.item.id: {r.result.rule for r in answer.reasons if r.result} for answer in said.answers}
    assert "STG040" in failed["G14"]
    assert not said.passed


def test_warnings_fail_where_that_is_asked(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(re.sub("本文件起草单位：.*\n", "", DRAFT.read_text(encoding="utf-8")), encoding="utf-8")
    assert verdict(draft).passed
    assert not verdict(draft, fail_on="warning").passed


def test_a_draft_that_tells_no_stage_cannot_be_judged(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("# 1 范围\n\n本文件规定了螺栓的要求。\n", encoding="utf-8")
    said = verdict(tmp_path / "draft.md")
    assert said.errors == ["看不出草案所处的阶段，请用 --stage 指明。"]
    assert not said.passed


def test_a_folder_without_draft_cannot_be_judged(tmp_path: Path) -> None:
    (tmp_path / "审查会议纪要.pdf").write_bytes(b"%PDF")
    assert verdict(tmp_path).errors == ["材料中没有标准草案。"]
    with pytest.raises(ReadError, match="nothing to judge"):
        read(folder(tmp_path / "empty"))
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "nowhere")


def test_a_file_that_cannot_be_read_is_told_and_leaves_the_verdict_open(tmp_path: Path) -> None:
    shutil.copy(DRAFT, tmp_path / "征求意见稿.md")
    (tmp_path / "编制说明.docx").write_bytes(b"PK\x03\x04 broken")
    said = verdict(tmp_path)
    assert len(said.errors) == 1
    assert "编制说明.docx" in said.errors[0]
    assert text.summary([said]) == "判定了 1 份材料：0 份通过，0 份不通过，1 份不能判定"


def test_a_folder_of_folders_holds_a_submission_in_each(tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        shutil.copy(DRAFT, folder(tmp_path / name) / "征求意见稿.md")
    assert [Path(one.path).name for one in read(tmp_path)] == ["乙", "甲"]


def test_drafts_of_different_titles_in_one_folder_are_judged_apart(tmp_path: Path) -> None:
    for name in ("guidance", "product"):
        shutil.copy(FIXTURES / f"{name}.md", tmp_path / f"{name}.md")
    said = read(tmp_path)
    assert [Path(one.path).name for one in said] == ["guidance.md", "product.md"]
    assert not any(one.is_folder for one in said)


def test_the_draft_of_the_stage_is_judged_and_the_commented_one_is_known(tmp_path: Path) -> None:
    words = DRAFT.read_text(encoding="utf-8")
    folder(tmp_path, 征求意见稿=words, 送审稿=words.replace("（征求意见稿）", "（送审稿）"))
    (late,) = read(tmp_path)
    assert late.draft is not None
    assert late.commented is not None
    assert (Path(late.draft.path).stem, Path(late.commented.path).stem) == ("送审稿", "征求意见稿")
    (early,) = read(tmp_path, "consultation")
    assert early.draft is not None
    assert Path(early.draft.path).stem == "征求意见稿"


def test_an_old_document_is_due_for_review(tmp_path: Path) -> None:
    (draft,) = read(FIXTURES / "group-evaluation.md", "published")
    said = judge(draft, "published", today=date(2036, 1, 1))
    (age,) = [answer for answer in said.answers if answer.item.id == "G31"]
    assert "已满5年，需要复审" in age.reasons[0].message
    assert age.outcome == "remarked"
    (age,) = [answer for answer in judge(draft, "published", today=TODAY).answers if answer.item.id == "G31"]
    assert age.reasons == ()


def test_exit_status(tmp_path: Path) -> None:
    assert run(str(DRAFT)).exit_code == 0
    assert run(str(DRAFT), "--stage", "approval").exit_code == 1
    assert run(str(DRAFT), str(tmp_path / "nowhere.md")).exit_code == 2
    assert run(str(tmp_path)).exit_code == 2


def test_an_unknown_stage_is_told_with_the_nearest() -> None:
    failed = run(str(DRAFT), "--stage", "aproval")
    assert "unknown stage “aproval”; did you mean “approval”?" in failed.stderr


def test_text_tells_the_verdict_first(tmp_path: Path) -> None:
    said = text.render([verdict(DRAFT, "approval")])
    assert said.splitlines()[2].startswith("  结论：不通过（")
    assert "✗ G14  已删去征集专利信息的提示" in said
    assert "\x1b" not in said
    assert "\x1b[1;31m" in text.render([verdict(DRAFT, "approval")], colour=True)
    assert "Verdict: failed" in text.render([verdict(DRAFT, "approval", lang="en")])


def test_json_holds_every_item_with_its_reasons() -> None:
    said = json.loads(as_json.render([verdict(DRAFT, "approval")]))
    (one,) = said["submissions"]
    assert said["schema"] == "stdlint-gate/1"
    assert said["summary"] == {"passed": 0, "failed": 1, "unclear": 0}
    assert (one["stage"], one["passed"], one["kinds"], one["level"]) == ("approval", False, ["guidance"], "group")
    (patent,) = [item for item in one["items"] if item["id"] == "G14"]
    assert patent["outcome"] == "failed"
    assert patent["reasons"][0]["finding"]["rule"] == "STG040"


def test_junit_is_well_formed_and_counts() -> None:
    said = [verdict(DRAFT, "approval"), verdict(DRAFT)]
    root = etree.fromstring(junit.render(said).encode())
    assert root.get("failures") == str(said[0].count("failed"))
    assert len(root.findall("testsuite")) == 2
    assert root.get("tests") == str(len(root.findall(".//testcase")))
    assert len(root.findall(".//failure")) == said[0].count("failed")
    assert all(case.get("message") for case in root.iterfind(".//failure"))


def test_the_page_needs_nothing_and_runs_nothing(tmp_path: Path) -> None:
    draft = tmp_path / "<script>alert(1)<script>.md"
    words = DRAFT.read_text(encoding="utf-8").replace(
        "社区应急物资储备点", "<b onclick='x()'>社区</b>&lt;script&gt;alert(2)"
    )
    draft.write_text(words, encoding="utf-8")
    page = html.render([verdict(draft, "approval"), verdict(DRAFT)])
    assert "<script" not in page
    assert "onclick='x()'" not in page
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page)
    assert "@import" not in page
    assert "url(" not in page
    root = etree.HTML(page)
    assert len(root.findall(".//article")) == 3
    assert root.find(".//meta[@name='viewport']") is not None


def test_a_page_of_one_verdict_tells_its_name() -> None:
    page = html.render([verdict(DRAFT, lang="en")])
    assert "<title>Verdict · T/ESRA 018—XXXX" in page
    assert '<html lang="en">' in page


def test_a_page_is_written_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "verdict.html"
    done = run(str(DRAFT), "--output-format", "html", "--output", str(target))
    assert done.output == "判定了 1 份材料：1 份通过，0 份不通过\n"
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


DOSSIERS = FIXTURES / "dossiers"
_APPROVAL = {"G14", "G17a", "G17b"}
"""What dossiers of earlier stages lack for approval: the call for patents removed, minutes, list of reviewers."""


@pytest.mark.parametrize(
    ("name", "stage", "failed", "remarked"),
    [
        ("consultation", "consultation", set(), set()),
        ("consultation", "review", {"G13"}, {"G19"}),
        ("consultation", "approval", _APPROVAL | {"G13"}, {"G19"}),
        ("review", "review", set(), set()),
        ("review", "approval", _APPROVAL, {"G19"}),
        ("review", "published", _APPROVAL | {"G18", "G19"}, set()),
        ("review", "consultation", set(), {"G27"}),
        ("review-word", "review", set(), set()),
        ("review-word", "approval", _APPROVAL, {"G19"}),
    ],
)
def test_the_sample_dossiers_pass_their_stage_and_fail_later_for_the_right_items(
    name: str, stage: str, failed: set[str], remarked: set[str]
) -> None:
    said = verdict(DOSSIERS / name, stage)
    told = outcomes(said)
    assert {id_ for id_, outcome in told.items() if outcome == "failed"} == failed
    assert {id_ for id_, outcome in told.items() if outcome == "remarked"} == remarked
    assert said.errors == []
    assert said.passed is not bool(failed)


def test_two_runs_are_equal_to_the_byte() -> None:
    for form in ("text", "json", "junit", "html"):
        arguments = (*map(str, DOSSIERS.iterdir()), "--stage", "approval", "--output-format", form)
        assert run(*arguments).output == run(*arguments).output


def test_a_companion_named_by_itself_is_no_draft() -> None:
    said = run(str(DOSSIERS / "consultation" / "explanatory-note.md"))
    assert said.exit_code == 2
    assert "这个文件不是标准草案（编制说明）；请指定草案，或放有草案及其附件的文件夹。" in said.output
    said = run(str(DOSSIERS / "review" / "comment-table.xlsx"), "--lang", "en")
    assert "This is not a draft (table of comments); name the draft, or a folder" in said.output


def test_a_draft_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "征求意见稿.pdf").write_bytes(b"%PDF")
    assert verdict(tmp_path).errors == ["不能读取草案“征求意见稿.pdf”，请另存为.docx。"]


def test_an_engineering_code_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# 江州市街道照明技术规程（征求意见稿）\n\n# 1 总则\n\n1.0.1 为规范照明，制定本规程。\n\n# 2 术语\n",
        encoding="utf-8",
    )
    assert verdict(tmp_path / "a.md").errors == ["草案遵循工程建设标准的编写规定，不能判定。"]


def test_the_verdict_is_never_written_over_the_submission(tmp_path: Path) -> None:
    shutil.copytree(DOSSIERS / "review", tmp_path / "a")
    table = tmp_path / "a" / "comment-table.xlsx"
    before = table.read_bytes()
    done = run(str(tmp_path / "a"), "--output", str(table))
    assert done.exit_code == 2
    assert "is one of the files to check and would be overwritten" in done.output
    assert table.read_bytes() == before
    assert run(str(tmp_path / "a"), "--output", str(tmp_path / "nowhere" / "a.txt")).exit_code == 2


def test_the_last_of_several_drafts_is_judged_and_told(tmp_path: Path) -> None:
    words = DRAFT.read_text(encoding="utf-8")
    folder(tmp_path, **{f"征求意见稿 第{number}稿": words for number in (2, 9, 10)})
    said = verdict(tmp_path)
    assert said.draft is not None
    assert Path(said.draft.path).stem == "征求意见稿 第10稿"
    assert "判定的草案：征求意见稿 第10稿.md（另有：" in text.render([said])
    assert "标准草案（本次判定）" in html.render([said])
    assert json.loads(as_json.render([said]))["submissions"][0]["draft"] == said.draft.path


def test_a_title_may_change_between_stages(tmp_path: Path) -> None:
    words = DRAFT.read_text(encoding="utf-8")
    late = words.replace("（征求意见稿）", "（送审稿）").replace("建设和运行指南", "建设与运行指南")
    (one,) = read(folder(tmp_path, 征求意见稿=words, 送审稿=late))
    assert one.draft is not None
    assert Path(one.draft.path).stem == "送审稿"


def test_companions_go_to_the_draft_whose_whole_title_they_name(tmp_path: Path) -> None:
    words = DRAFT.read_text(encoding="utf-8")
    title = "社区应急物资储备点建设和运行指南"
    other = words.replace(title, f"智慧{title}的扩展和大规模推广应用评价细则")
    folder(tmp_path, 甲=words, 乙=other)
    note = f"# 《智慧{title}的扩展和大规模推广应用评价细则》编制说明\n\n一、工作简况\n"
    (tmp_path / "编制说明.md").write_text(note, encoding="utf-8")
    assert {Path(one.path).stem: len(one.of("explanatory-note")) for one in read(tmp_path)} == {"甲": 0, "乙": 1}


def test_a_list_beside_folders_does_not_join_them(tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        shutil.copytree(DOSSIERS / "consultation", tmp_path / name)
    (tmp_path / "README.md").write_text("# 清单\n", encoding="utf-8")
    (tmp_path / "清单.xlsx.txt").write_text("", encoding="utf-8")
    assert [Path(one.path).name for one in read(tmp_path)] == ["乙", "甲"]


def test_links_lead_nowhere_twice(tmp_path: Path) -> None:
    shutil.copytree(DOSSIERS / "consultation", tmp_path / "a" / "b")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path)
    (one,) = read(tmp_path)
    assert Path(one.path) == tmp_path / "a" / "b"
    assert run(str(tmp_path / "a" / "b"), f"{tmp_path}/a/b/", str(tmp_path / "a")).output.count("结论") == 2


def test_what_is_no_file_is_passed_over_and_a_broken_link_is_told(tmp_path: Path) -> None:
    shutil.copytree(DOSSIERS / "consultation", tmp_path / "a")
    os.mkfifo(tmp_path / "a" / "pipe.md")
    (tmp_path / "a" / "folder.md").mkdir()
    (tmp_path / "a" / "~$draft.docx").write_bytes(b"")
    assert verdict(tmp_path / "a").passed
    (tmp_path / "a" / "gone.md").symlink_to("nowhere")
    assert "文件无法读取" in verdict(tmp_path / "a").errors[0]


def test_a_folder_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(ReadError, match="cannot be read: Permission denied"):
        read(tmp_path)


def test_the_nearest_settings_hold_for_each_submission(tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        shutil.copytree(DOSSIERS / "consultation", tmp_path / name)
    (tmp_path / "甲" / "stdlint.toml").write_text('[project]\ntitle = "别的标准"\n', encoding="utf-8")
    first, second = json.loads(run(str(tmp_path), "--output-format", "json").output)["submissions"]
    rules = [
        [r["finding"]["rule"] for i in one["items"] for r in i["reasons"] if r["finding"]] for one in (first, second)
    ]
    assert rules == [[], ["STG070"]]


def test_names_and_words_cannot_break_a_report(tmp_path: Path) -> None:
    inner = tmp_path / "\x1b[31m\n\u202e<b>"
    shutil.copytree(DOSSIERS / "consultation", inner)
    (inner / os.fsdecode(b"\xff.pdf")).write_bytes(b"")
    said = verdict(inner, "approval")
    assert "\u202e" not in text.render([said])
    assert not {"\x1b", "\u202e"} & set(html.render([said]))
    assert "\n\u202e" not in text.render([said])
    assert "\u202e" not in html.render([said])
    assert "<b>" not in html.render([said])
    etree.fromstring(junit.render([said]).encode())
    for form in ("text", "json", "junit", "html"):
        assert run(str(inner), "--output-format", form, "--output", str(tmp_path / form)).exit_code == 0
    assert json.loads((tmp_path / "json").read_text(encoding="utf-8"))["submissions"]


def test_stages_and_kinds_may_be_named_in_chinese() -> None:
    said = json.loads(run(str(DRAFT), "--stage", "报批稿", "--kind", "指南、服务", "--output-format", "json").output)
    assert (said["submissions"][0]["stage"], said["submissions"][0]["kinds"]) == ("approval", ["guidance", "service"])


def test_minutes_may_hold_the_list_of_reviewers(tmp_path: Path) -> None:
    def lacking(name: str, content: str) -> set[str]:
        inner = tmp_path / name
        shutil.copytree(DOSSIERS / "review", inner)
        (inner / f"{name}.md").write_text(content, encoding="utf-8")
        told = outcomes(verdict(inner, "approval"))
        return {id_ for id_ in ("G17a", "G17b") if told[id_] == "failed"}

    minutes = "# 《社区应急物资储备点建设和运行指南》审查会议纪要\n\n与会专家一致同意。\n"
    assert lacking("会议纪要", minutes) == {"G17b"}
    assert lacking("审查会议纪要及专家名单", minutes) == set()
    assert lacking("纪要", f"{minutes}\n审查专家名单\n\n| 姓名 | 单位 |\n|---|---|\n| 张三 | 东山大学 |\n") == set()


def test_the_contents_of_a_file_that_is_not_read_are_unchecked(tmp_path: Path) -> None:
    shutil.copy(DRAFT, tmp_path / "征求意见稿.md")
    (tmp_path / "编制说明.pdf").write_bytes(b"%PDF")
    said = verdict(tmp_path)
    assert said.passed
    assert (outcomes(said)["G10"], outcomes(said)["G27"]) == ("passed", "unchecked")
    assert "提示  未检查：不能读取这种文件。  编制说明.pdf" in text.render([said])
