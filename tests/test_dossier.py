"""What each file of a submission is, by its content and its name."""

from __future__ import annotations

from pathlib import Path

import pytest

import stdlint
from stdlint import formats
from stdlint.document import Document
from stdlint.dossier import ROLES, no_draft, role_of
from stdlint.formats import markdown
from stdlint.model import Source
from tests.template.dossier import written

FIXTURES = Path(__file__).parent.parent / "fixtures"

_TABLE = """
| 序号 | 标准章条编号 | 意见内容 | 提出单位 | 处理意见 | 备注 |
|---|---|---|---|---|---|
| 1 | 5.2 | 改为“宜”。 | 东山大学 | 采纳 | |
"""


def _role(text: str, name: str = "文件.md") -> str:
    return role_of(name, Document(markdown.read(text.strip().encode()), name=name))


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("《社区图书角服务指南》（征求意见稿）编制说明.docx", "explanatory-note"),
        ("《社区图书角服务指南》征求意见稿意见汇总处理表.xlsx", "comment-table"),
        ("02 征求意见汇总处理表.doc", "comment-table"),
        ("社区图书角服务指南（征求意见稿）.docx", "draft"),
        ("送审稿-社区图书角服务指南.pdf", "draft"),
        ("审查会议纪要.pdf", "minutes"),
        ("函审结论表.pdf", "minutes"),
        ("审查专家名单.docx", "experts"),
        ("会议签到表.jpg", "experts"),
        ("需求分析检查表.docx", "form"),
        ("报批公文.pdf", "letter"),
        ("关于征求《社区图书角服务指南》团体标准意见的函.pdf", "letter"),
        ("征求意见函.docx", "letter"),
        ("照片.jpg", "other"),
        ("材料/编制说明/图1.png", "other"),
    ],
)
def test_a_file_that_is_not_read_is_told_by_its_name(name: str, role: str) -> None:
    assert role_of(name, None) == role
    assert role in ROLES


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("# 《社区图书角服务指南》（送审稿）编制说明\n\n一、工作简况", "explanatory-note"),
        ("社区图书角服务指南\n\n编 制 说 明\n\n（送审稿）\n\n一、工作简况", "explanatory-note"),
        (f"# 《社区图书角服务指南》征求意见汇总处理表\n{_TABLE}", "comment-table"),
        (f"承办人：张三\n{_TABLE}", "comment-table"),
        ("# 需求分析检查表\n\n| 问题 | 答复 |\n|---|---|\n| 需要吗 | 是 |", "form"),
        ("---\nstdlint:\n  checklist: need\n---\n\n| 问题 | 答复 |\n|---|---|\n| 需要吗 | 是 |", "form"),
        ("# 《社区图书角服务指南》团体标准审查会会议纪要\n\n2026年5月6日，……", "minutes"),
        ("# 《社区图书角服务指南》函审结论表\n\n同意。", "minutes"),
        ("# 《社区图书角服务指南》审查专家名单\n\n| 姓名 | 单位 |\n|---|---|\n| 张三 | 东山大学 |", "experts"),
        ("# 会议签到表\n\n| 姓名 | 单位 |\n|---|---|\n| 张三 | 东山大学 |", "experts"),
        ("# 关于征求《社区图书角服务指南》意见的函\n\n现将征求意见稿、编制说明印发给你们。", "letter"),
        ("# 关于报批团体标准《社区图书角服务指南》的请示\n\n附件：1. 报批稿；2. 编制说明", "letter"),
        ("说些别的。", "other"),
    ],
)
def test_the_content_tells_what_a_file_is(text: str, role: str) -> None:
    assert _role(text) == role


@pytest.mark.parametrize("name", ["guidance.md", "product.md", "terminology.md", "identical-part.md"])
def test_a_draft_is_a_draft_whatever_its_name(name: str) -> None:
    doc = Document(markdown.read((FIXTURES / name).read_bytes()), name=name)
    assert role_of("编制说明.md", doc) == "draft"
    assert role_of("1.md", doc) == "draft"


def test_the_content_wins_over_the_name() -> None:
    assert _role("# 《社区图书角服务指南》编制说明\n\n一、工作简况", "送审稿.md") == "explanatory-note"
    assert _role(f"# 意见汇总处理表\n{_TABLE}", "编制说明.md") == "comment-table"


def test_the_name_decides_where_the_content_is_not_sure() -> None:
    assert _role("第一条　……", "会议纪要.md") == "minutes"
    assert _role("一、工作简况\n\n二、编制原则", "编制说明.md") == "explanatory-note"
    assert _role("# 征求意见反馈表\n\n| 序号 | 章条 | 意见 | 单位 |\n|---|---|---|---|\n| 1 | | | |") == "other"
    assert _role("社区图书角服务指南", "社区图书角服务指南（征求意见稿）.md") == "draft"


@pytest.mark.parametrize(
    ("path", "role"),
    [
        (path, role)
        for folder, names in {
            "consultation": ("draft.md", "explanatory-note.md"),
            "review": ("draft.md", "commented.md", "explanatory-note.md", "comment-table.xlsx"),
            "review-word": ("draft.docx", "commented.docx", "explanatory-note.docx", "comment-table.docx"),
        }.items()
        for path, role in ((f"{folder}/{name}", name.split(".")[0].replace("commented", "draft")) for name in names)
    ],
)
def test_the_files_of_the_sample_submissions(path: str, role: str) -> None:
    doc = Document(formats.reader(path).read((FIXTURES / "dossiers" / path).read_bytes()), name=path)
    assert role_of("1." + path.rpartition(".")[2], doc) == role


def _content(source: Source) -> tuple[str, list[object]]:
    return source.text, [table.cells for table in source.tables]


@pytest.mark.parametrize(("path", "made"), list(written().items()), ids=lambda one: getattr(one, "name", ""))
def test_the_sample_companions_are_up_to_date(path: Path, made: bytes) -> None:
    read = formats.reader(path.name).read
    assert _content(read(path.read_bytes())) == _content(read(made)), "run: python -m tests.template.dossier"


@pytest.mark.parametrize(
    "text",
    [
        "# 1 范围\n\n# 2 规范性引用文件\n\n# 3 要求\n\n# 编制说明\n\n# 1 工作简况\n",
        "# 前言\n\n# 1 范围\n\n# 编制说明\n",
        "# 需求分析检查表编制指南\n\n# 1 范围\n\n# 2 规范性引用文件\n",
    ],
)
def test_a_draft_stays_a_draft_with_a_chapter_or_a_title_as_companions_have(text: str) -> None:
    assert _role(text) == "draft"


def test_a_numbered_title_is_that_of_a_clause() -> None:
    assert _role("# 4 评价\n\n## 4.1 评审结论\n\n结论应明确。") == "other"
    assert _role("# 评审结论\n\n同意。") == "minutes"


def test_a_draft_changed_after_review_is_not_taken_for_minutes_by_its_name() -> None:
    assert role_of("送审稿（按审查意见修改）.docx", None) == "draft"


@pytest.mark.parametrize("role", ROLES)
def test_what_is_no_draft_is_told_in_one_sentence(role: str) -> None:
    english, chinese = no_draft(role)
    assert english.startswith("This is not a draft")
    assert chinese.startswith("不是标准草案")
    assert chinese.count("。") == 1


def test_a_companion_is_linted_only_as_what_it_is() -> None:
    note = "# 《螺母》编制说明\n\n## 一、工作简况\n\n必须。\n".encode()
    report = stdlint.lint(note, "a.md")
    assert (report.role, report.findings) == ("explanatory-note", ())
    assert report.notes == (no_draft("explanatory-note")[1],)
    assert {one.rule for one in stdlint.lint(note, "a.md", packs=["explanatory-note"]).findings} == {"STG081"}
