"""One draft at all five stages: what a working draft may leave open, nothing may when the document is published."""

from __future__ import annotations

from datetime import date

import pytest

import stdlint
from stdlint.formats import docx, markdown
from stdlint.profile import read_pack, rows
from stdlint.views.stage import STAGES
from tests.formats.docx.test_cover import drop_down, set2020
from tests.helpers import word_twin

_CALL = "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。\n\n"

_BODY = """
# 前言

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

本文件代替GB/T 97531—2014《园艺用手持式电动修枝剪》，与GB/T 97531—2014相比，除结构调整和编辑性改动外，主要技术变化如下：

a) 更改了刀片硬度的要求（见4.1，2014年版的5.2）。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由××××提出。

本文件由××××归口。

# 园艺用手持式电动修枝剪

# 1 范围

本文件规定了园艺用手持式电动修枝剪的要求。

本文件适用于园艺用手持式电动修枝剪的设计和生产。

# 2 规范性引用文件

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T XXXXX　园艺机械　安全

# 3 术语和定义

本文件没有需要界定的术语和定义。

# 4 要求

## 4.1 刀片

刀片的硬度待定。

## 4.2 电池

电池应符合GB/T XXXXX的规定。
"""


def _cover(*lines: str, number: str = "GB/T XXXXX—2020", dates: tuple[str, str] = ("2021-XX-XX", "2021-XX-XX")) -> str:
    return "".join(
        f"{line}\n\n"
        for line in (
            "中华人民共和国国家标准",
            number,
            "代替 GB/T 97531—2014",
            "园艺用手持式电动修枝剪",
            *lines,
            f"{dates[0]} 发布",
            f"{dates[1]} 实施",
            "国家市场监督管理总局　国家标准化管理委员会　发布",
        )
    )


_REAL = ("2019-03-15", "2019-10-01")

DRAFTS = {
    "open": _cover("（点击此处添加与国际标准一致性程度的标识）") + _BODY,
    "called": _cover(_CALL) + _BODY,
    "labelled": _cover("（报批稿）") + _BODY,
    "dated": _cover(number="GB/T 97531—2019", dates=_REAL) + _BODY,
    "sector": "ICS 65.060.70\n\nCCS B 93\n\n"
    + _cover(number="LY/T 97531—2019", dates=_REAL).replace("中华人民共和国国家", "中华人民共和国林业行业")
    + _BODY,
    "bare": _BODY,
}
"""The draft as its authors left it; with the call for patents, a stage, real dates; of a sector; without a cover."""

ON, WARN, INFO, OFF = "error", "warning", "info", "–"

TABLE = {
    #                     20     30     40     50     60
    "COV010": ("open", (WARN, ON, ON, ON, ON)),
    "COV011": ("open", (WARN, ON, ON, ON, ON)),
    "COV040": ("open", (WARN, ON, ON, ON, ON)),
    "COV050": ("sector", (OFF, OFF, OFF, OFF, WARN)),
    "COV060": ("open", (WARN, ON, ON, OFF, OFF)),
    "STG011": ("open", (WARN, WARN, WARN, WARN, OFF)),
    "STG014": ("labelled", (OFF, OFF, OFF, OFF, ON)),
    "STG030": ("open", (OFF, OFF, OFF, OFF, ON)),
    "STG031": ("open", (INFO, INFO, INFO, ON, ON)),
    "STG040": ("called", (OFF, OFF, OFF, ON, ON)),
    "STG050": ("open", (OFF, OFF, OFF, ON, ON)),
    "STG062": ("dated", (OFF, OFF, OFF, OFF, INFO)),
    "ELM015": ("bare", (INFO, ON, ON, ON, ON)),
    "ELM070": ("open", (INFO, WARN, ON, ON, ON)),
    "ELM071": ("open", (WARN, ON, ON, ON, ON)),
    "FWD060": ("open", (INFO, WARN, WARN, ON, ON)),
    "FWD061": ("open", (INFO, WARN, WARN, ON, ON)),
    "FWD100": ("open", (INFO, WARN, WARN, WARN, WARN)),
    "REF056": ("open", (INFO, WARN, WARN, ON, ON)),
    "ANX100": ("open", (INFO, INFO, WARN, ON, ON)),
}
"""Rule: the draft that breaks it, and how loudly it speaks at each stage, from working draft to publication."""


def _severities(text: str, stage: str, ending: str) -> dict[str, set[str]]:
    data = text.encode() if ending == "md" else word_twin(markdown.read(text.encode()))
    report = stdlint.lint(
        data, f"draft.{ending}", stage=stage, extend_select=("ELM015", "STG062"), today=date(2026, 1, 1)
    )
    assert report.stage == stage
    said: dict[str, set[str]] = {}
    for finding in report.findings:
        said.setdefault(finding.rule, set()).add(finding.severity)
    return said


@pytest.mark.parametrize("ending", ["md", "docx"])
@pytest.mark.parametrize("at", range(len(STAGES)), ids=list(STAGES))
@pytest.mark.parametrize("draft", list(DRAFTS))
def test_a_draft_is_judged_by_its_stage(draft: str, at: int, ending: str) -> None:
    said = _severities(DRAFTS[draft], list(STAGES)[at], ending)
    formats = {use.check.id: use.check.formats for use in rows()}
    format_ = "markdown" if ending == "md" else ending
    expected = {
        rule: severities[at]
        for rule, (broken, severities) in TABLE.items()
        if broken == draft and format_ in formats[rule]
    }
    assert {rule: ",".join(said.get(rule, {OFF})) for rule in expected} == expected


def test_every_rule_that_depends_on_the_stage_is_in_the_table() -> None:
    ids = {use.check.name: use.check.id for use in rows()}
    dependent = {ids[name] for stage in STAGES for name in read_pack(f"stage-{stage}").checks}
    assert dependent == set(TABLE)


def test_a_draft_whose_stage_nobody_knows_is_judged_as_it_is_written_in_the_rule_table() -> None:
    report = stdlint.lint(word_twin(markdown.read(DRAFTS["open"].encode())), "draft.docx")
    assert report.stage is None
    said = {finding.rule: finding.severity for finding in report.findings}
    assert {rule: said[rule] for rule in ("COV010", "FWD060", "ELM070", "STG031", "ANX100")} == {
        "COV010": "error",
        "FWD060": "error",
        "ELM070": "warning",
        "STG031": "error",
        "ANX100": "info",
    }
    assert not {"COV060", "STG011", "STG030", "STG040", "STG050"} & set(said)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("公园服务规范.md", ""),
        ("公园服务规范（送审稿）.md", "封面为“征求意见稿”，文件名为“送审稿”"),
        ("公园服务规范（征求意见稿）.md", ""),
        ("公园服务规范（送审稿）编制说明.md", ""),
        ("公园服务规范-发布稿.md", "封面为“征求意见稿”，文件名为“正式文件”"),
    ],
)
def test_the_file_name_is_held_against_the_cover(name: str, said: str) -> None:
    text = "团体标准\n\nT/ABC 001—XXXX\n\n公园服务规范\n\n（征求意见稿）\n\n# 前言\n\n# 1 范围\n"
    report = stdlint.lint(text.encode(), name, select=("STG013",))
    assert [finding.message for finding in report.findings] == ([f"所示的阶段不一致：{said}。"] if said else [])


def test_a_stage_on_a_published_document_is_told_once() -> None:
    report = stdlint.lint(DRAFTS["labelled"].encode(), "发布稿.md", stage="published", select=("STG01",))
    assert [finding.rule for finding in report.findings] == ["STG014"]


def test_a_stage_from_a_drop_down_of_word_is_judged_like_text() -> None:
    data = set2020(stage=drop_down(3))
    report = stdlint.lint(data, "draft.docx", select=("STG", "COV06"))
    assert report.stage == "consultation"
    assert [finding.rule for finding in report.findings] == ["COV060"]
    fix = report.findings[0].fix
    assert fix is not None
    assert _CALL.strip() in docx.read(docx.write(docx.read(data), fix.edits)).text


def test_without_a_date_of_today_no_document_is_due_for_review() -> None:
    report = stdlint.lint(DRAFTS["dated"].encode(), "draft.md", select=("STG062",))
    assert (report.stage, report.findings) == ("published", ())
