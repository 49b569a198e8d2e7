"""Tell at which stage a draft stands: by its settings, its cover, its file name, or a number and dates that are real.

Source: GB/T 16733—1997; reference stages.md, sections 1 and 2.
"""

from __future__ import annotations

from typing import NamedTuple

from stdlint import patterns
from stdlint.views.cover import Cover
from stdlint.views.cover_page import CoverPage
from stdlint.views.wording import BLANK

STAGES: dict[str, tuple[str, str]] = {
    "working-draft": ("工作组讨论稿", "working draft"),
    "consultation": ("征求意见稿", "draft for comments"),
    "review": ("送审稿", "draft for review"),
    "approval": ("报批稿", "draft for approval"),
    "published": ("正式文件", "published document"),
}
"""The stages in order: what the document is called in Chinese and English."""

LABELS: dict[str, str] = {
    "工作组讨论稿": "working-draft",
    "讨论稿": "working-draft",
    "征求意见讨论稿": "working-draft",
    "草案": "working-draft",
    "草案稿": "working-draft",
    "征求意见稿": "consultation",
    "送审讨论稿": "review",
    "送审稿": "review",
    "报批稿": "approval",
}
"""What covers call the stages."""

_ANY = ("草案", "草案稿")

_FILE = patterns.compile(
    "(?P<draft>工作组讨论稿|(?:征求意见|送审)?讨论稿(?<!送审讨论稿))"
    "|(?P<consultation>征求意见稿|(?<!草案)征求意见(?!处理|汇总|表|反馈|函|通知|的|情况|草案|后|公告|资料|材料))"
    "|(?P<review>送审讨论稿|送审[稿版本])|(?P<approval>报批[稿版本])"
    "|(?P<published>(?:正式)?(?:发布|出版|印刷)[稿版]|正式[稿版]|正式(?:发布|出版)|已发布)"
)
_COMPANION = patterns.compile(
    r"(?:编制说明|编写说明|汇总(?:处理)?[表稿]|处理(?:汇总)?[表稿]|(?:意见|反馈|回函|投票|签到|函审|专家)\p{Han}{0,4}[表单]|意见汇总|反馈意见"
    r"|审查意见|纪要|审查结论|[函的]?通知|(?:的|意见)函|公告|申报书|任务书|建议书|公文|公函|[对比]照表)(?!\p{Han})"
)
"""What the names of documents that go with a draft hold: they name the draft that they belong to, or another one."""
_SEPARATOR = patterns.compile(r"[\\/]")
_BLANKS = patterns.compile(rf"{BLANK}+")


class Stage(NamedTuple):
    """The stage of a draft, “” where nothing tells it, and what each of its signs says.

    `told_by`: setting, cover, file or dates.
    """

    name: str = ""
    told_by: str = ""
    setting: str = ""
    cover: str = ""
    file: str = ""


def stage(setting: str, cover: Cover, page: CoverPage, file: str) -> Stage:
    """Return the stage of a draft. `setting` is a stage that people name, `file` the name of the file.

    “草案” alone on a cover is a draft at any stage: settings or the name of the file may say which.
    """
    stated = LABELS.get(setting, setting if setting in STAGES else "")
    in_name = stage_of_file(file)
    on_cover = LABELS.get(cover.stage, "")
    if cover.stage in _ANY:
        on_cover = stated or in_name or on_cover
    dates = "published" if cover.odd_stage is None and _is_published(page) else ""
    signs = {"setting": stated, "cover": on_cover, "file": in_name, "dates": dates}
    told_by = next((sign for sign, said in signs.items() if said), "")
    return Stage(signs.get(told_by, ""), told_by, stated, on_cover, in_name)


def stage_of_file(name: str) -> str:
    """Return the stage that a file name tells, or “”; names of documents that go with a draft tell none."""
    base = _BLANKS.sub("", _SEPARATOR.split(name)[-1].rpartition(".")[0] or name)
    if _COMPANION.search(base):
        return ""
    found = {match.lastgroup or "" for match in _FILE.finditer(base)}
    told = {"working-draft" if group == "draft" else group for group in found}
    return told.pop() if len(told) == 1 else ""


def _is_published(page: CoverPage) -> bool:
    """Say whether a whole cover gives a real number and real dates, and nothing of a draft."""
    if not page.whole or page.number is None or page.loose or page.draft:
        return False
    dates = page.date("publication"), page.date("implementation")
    return all(date is not None and date.value is not None for date in dates)
