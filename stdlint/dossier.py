"""Tell what each file of a submission is: the draft, its explanatory note, the table of comments, records and letters.

The content decides where it is sure, else the file name does. Source: reference stages.md, 2.1 and 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from stdlint import patterns
from stdlint.document import Document
from stdlint.model import CHECKLIST, LINE_BREAK, Source
from stdlint.views.comment_table import DECISION, DEMANDED
from stdlint.views.explanatory_note import is_note
from stdlint.views.wording import fold

DRAFT, NOTE, COMMENTS, MINUTES = "draft", "explanatory-note", "comment-table", "minutes"
EXPERTS, FORM, LETTER, OTHER = "experts", "form", "letter", "other"

ROLES: dict[str, tuple[str, str]] = {
    DRAFT: ("标准草案", "draft standard"),
    NOTE: ("编制说明", "explanatory note"),
    COMMENTS: ("征求意见汇总处理表", "table of comments"),
    MINUTES: ("审查会议纪要或函审结论", "minutes or conclusion of the review"),
    EXPERTS: ("审查专家名单", "list of reviewers"),
    FORM: ("检查表", "checklist"),
    LETTER: ("公文", "letter"),
    OTHER: ("其他文件", "other document"),
}
"""What a file of a submission can be, in Chinese and English."""

_FORM = patterns.compile(r"(?:需求分析|可行性分析|类型确定)检查表(?:[(（].{1,20}[)）])?$")
_TITLES = (
    (
        EXPERTS,
        patterns.compile(
            r"(?:审查|评审|函审|专家|参会|参加)[^。，]{0,16}(?:名单|签到[表册]?|签[字名]表)$|^.{0,30}签到[表册]$"
        ),
    ),
    (
        MINUTES,
        patterns.compile(
            r"(?:审查|评审|审定|会议)[^。，]{0,12}纪要$|函审(?:结论|意见)表?$|(?:审查|评审)(?:会)?(?:结论|意见)$"
        ),
    ),
    (COMMENTS, patterns.compile(r"意见[^。，]{0,4}(?:汇总|处理)[^。，]{0,8}(?:表|一览)?(?:[(（].{1,12}[)）])?$")),
    (
        LETTER,
        patterns.compile(
            r"^关于.{2,80}的?(?:复?函|通知|请示|报告|公告|公示|申请)$|^(?:征求意见|报批|送审)(?:的?公?函|通知|公文|报告)$"
        ),
    ),
)
_NAMES = (
    (FORM, patterns.compile("检查表")),
    (NOTE, patterns.compile("编[制写]说明|编制情况说明|起草说明|(?i:explanatory[-_]?note)")),
    (COMMENTS, patterns.compile("意见.{0,4}(?:汇总|处理)|汇总处理表|(?i:comments?[-_]?table)")),
    (EXPERTS, patterns.compile("专家.{0,4}(?:名单|签)|签到|(?:审查|评审|参会).{0,8}名单|(?i:experts|reviewers)")),
    (
        MINUTES,
        patterns.compile(
            "纪要|(?i:minutes)|函审结论|函审单|(?<![据按照])(?:审查|评审)(?:会)?(?:结论|意见)(?!修改|修订|完善|后)"
        ),
    ),
    (
        LETTER,
        patterns.compile(
            r"公文|(?:报批|送审|征求意见|征集)的?(?:公?函|通知|报告|请示)|^关于.+(?:函|通知|请示|报告|公告)|公示|反馈表"
        ),
    ),
    (DRAFT, patterns.compile("讨论稿|征求意见稿?|送审稿|报批稿|发布稿|出版稿|草案|标准文本|正式[稿版]|标准$")),
)
_ELEMENTS = ("foreword", "introduction", "scope", "references", "terms")
_ENDING = patterns.compile(r"\.[A-Za-z]{2,8}$")
_LONGEST_TITLE = 40
_TOP = 12
"""How many lines at the beginning are searched for the title of a document."""


def role_of(name: str, doc: Document | None) -> str:
    """Return what a file of a submission is, one of `ROLES`: by its content if it could be read, and by its name."""
    named = _by_name(name)
    if doc is None:
        return named or OTHER
    source = doc.source
    if source.meta.get(CHECKLIST):
        return FORM
    is_draft = source.format != "xlsx" and doc.is_draft
    if is_note(source) and not (is_draft and _begins_as_draft(doc)):
        return NOTE
    if is_draft and not (named == NOTE and not doc.cover.number):
        return DRAFT
    lines = _first_lines(source)
    if any(_FORM.search(line) for line in lines):
        return FORM
    if titled := next((role for line in lines for role, pattern in _TITLES if pattern.search(line)), ""):
        return titled
    columns = doc.comment_table.columns
    if DECISION in columns and len(columns & DEMANDED.keys()) > 2:
        return COMMENTS
    return named or OTHER


def holds(role: str, path: str, doc: Document | None) -> bool:
    """Say whether a file, whatever it is, holds the minutes or the list of reviewers too, by its name or its lines."""
    base = _base(path)
    if any(pattern.search(base) for named, pattern in _NAMES if named == role):
        return True
    titles = [pattern for titled, pattern in _TITLES if titled == role]
    return doc is not None and any(
        pattern.search(line) for line in _lines(doc.source) if len(line) < _LONGEST_TITLE for pattern in titles
    )


def is_companion(role: str, doc: Document) -> bool:
    """Say whether a file of that role goes with a draft and is certainly none itself."""
    return role not in (DRAFT, OTHER) or doc.format == "xlsx"


def no_draft(role: str) -> tuple[str, str]:
    """Return, in English and Chinese, a sentence on a file that is no draft, and what to do with it."""
    chinese, english = ROLES[role]
    what = f" ({english})" if role != OTHER else ""
    was = f"（{chinese}）" if role != OTHER else ""
    return (
        f"This is not a draft{what}; skipped. Put it into a folder with its draft and use “stdlint gate FOLDER”.",
        f"不是标准草案{was}，已跳过；请与草案放入同一文件夹，用“stdlint gate 文件夹”检查。",
    )


def _begins_as_draft(doc: Document) -> bool:
    """Say whether a draft only has a chapter that is called as notes are: elements or a whole cover stand above it."""
    head = doc.explanatory_note.head[0]
    page = doc.cover_page
    return any(s.head[0] < head for s in doc.outline.top if s.element in _ELEMENTS) or bool(
        page.number and (page.ics or page.ccs) and page.dates and page.dates[0].span[0] < head
    )


def _first_lines(source: Source) -> list[str]:
    """Return the first lines."""
    return list(islice(_lines(source), _TOP))


def _lines(source: Source) -> Iterator[str]:
    """Yield the lines, folded; numbered ones, and those with nothing to read, left out."""
    before = ""
    for block in source.blocks:
        numbered, before = before == "label", block.kind
        if numbered or block.kind in ("label", "toc", "header", "footer"):
            continue
        yield from filter(None, map(fold, source.text[slice(*block.span)].split(LINE_BREAK)))


def _base(path: str) -> str:
    return _ENDING.sub("", fold(path.replace("\\", "/").rpartition("/")[2]))


def _by_name(name: str) -> str:
    base = _base(name)
    return next((role for role, pattern in _NAMES if pattern.search(base)), "")
