"""Keep to the project: the title and the drafters are those that the project data give.

The project decides on title and drafting organizations; a change needs a decision, not a slip. Without project data
(front matter, document properties or configuration) nothing is compared; gaps and dashes between the elements of a
title do not count.

名称、起草单位和起草人应与所给的项目信息一致；变更须经批准。未给出项目信息时不作比较，名称各元素之间的间隙、连接号不计。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.model import Span
from stdlint.views.foreword import names
from stdlint.views.wording import DASH, fold


def _draft(project: str, title: str, units: str = "东山研究院、东山大学", drafters: str = "张三、李　四") -> str:
    return (
        f"        ---\n        stdlint: {{{project}}}\n        ---\n        # {title}\n\n        # 前言\n\n"
        f"        本文件起草单位：{units}。\n\n        本文件主要起草人：{drafters}。\n\n        # 1 范围\n"
    )


project_mismatch = Check(
    id="STG070",
    message="{what}与项目信息不一致：{difference}。",
    message_en="The {what_en} of the draft is not that of the project data: {difference_en}.",
    bad=_draft("title: 螺母　技术规范", "⟦螺栓　技术规范⟧"),
    good=_draft("title: 螺母　技术规范", "螺母　技术规范"),
    more=(
        (
            _draft("units: [东山研究院, 西山大学]", "螺栓", "东山研究院、⟦东山大学⟧"),
            _draft("units: [东山研究院, 西山大学]", "螺栓", "东山研究院、西山大学"),
        ),
        (
            _draft("units: [东山研究院, 东山大学, 西山大学]", "螺栓", "⟦东山研究院、东山大学⟧"),
            _draft("units: [东山研究院, 东山大学, 西山大学]", "螺栓", "东山研究院、东山大学、西山大学"),
        ),
        (
            _draft("drafters: [张三, 李四]", "螺栓", drafters="张三、李四、⟦王五⟧"),
            _draft("drafters: [张三, 李四]", "螺栓"),
        ),
    ),
    clean=(
        _draft("title: 螺母—技术规范", "螺母　技术规范（征求意见稿）"),
        _draft("title: “《螺母 技术规范》”", "螺母　技术规范"),
        _draft("title: 螺母 第1部分：技术规范", "螺母　第1部分：技术规范"),
        _draft("units: [东山研究院, 东山大学], drafters: [李四, 张三]", "螺栓"),
        _draft("units: [东山研究院（东山）], drafters: [李四]", "螺栓", "东山研究院(东山)", "李 四"),
        _draft("units: [东山研究院], drafters: [张三]", "螺栓", "××××", "×××"),
        _draft("kind: product", "螺栓"),
        "---\nstdlint: {title: 螺母, units: [东山研究院]}\n---\n# 前言\n\n本文件由东山协会提出。\n\n# 1 范围",
    ),
)

_SEPARATORS = patterns.compile(rf"{DASH}|[：:《》“”\"]|[（(](?:工作组讨论稿|征求意见稿|送审稿|报批稿)[）)]")
_PLACEHOLDER = patterns.compile(r"[×…]|(?<![A-Za-z])[Xx]{2,}|某某|待定")
_LISTS = {"units": ("起草单位", "list of drafting organizations"), "drafters": ("主要起草人", "list of main drafters")}


@project_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    project = doc.project
    if project.title:
        yield from _title(doc, project.title)
    for kind, wanted in (("units", project.units), ("drafters", project.drafters)):
        if wanted and doc.foreword is not None:
            yield from _named(doc, kind, wanted)


def _title(doc: Document, wanted: str) -> Iterator[Finding]:
    page = doc.cover_page
    given = {doc.cover.title, "".join(text for text, _ in page.title), *(text for text, _ in page.titles)}
    if doc.cover.title_span and _same(wanted) not in set(map(_same, given)):
        difference, difference_en = f"项目名称为“{wanted}”", f"its title is “{wanted}”"
        yield project_mismatch.at(
            doc.cover.title_span, what="名称", what_en="title", difference=difference, difference_en=difference_en
        )


def _same(title: str) -> str:
    return _SEPARATORS.sub("", fold(title))


def _named(doc: Document, kind: str, wanted: tuple[str, ...]) -> Iterator[Finding]:
    """Report the names that the project does not have, else the line in which some of its names are missing."""
    said = (
        [(name, span) for one in doc.foreword.all(kind) for name, span in names(doc.text, one)] if doc.foreword else []
    )
    if not said or any(_PLACEHOLDER.search(name) for name, _ in said):
        return
    what, what_en = _LISTS[kind]
    expected = {fold(name) for name in wanted}
    extra = [(name, span) for name, span in said if fold(name) not in expected]
    for name, span in extra:
        difference, difference_en = f"其中没有“{name}”", f"it does not have “{name}”"
        yield project_mismatch.at(span, what=what, what_en=what_en, difference=difference, difference_en=difference_en)
    present = {fold(name) for name, _ in said}
    if not extra and (missing := "、".join(name for name in wanted if fold(name) not in present)):
        together = len({doc.block_at(span[0]) for _, span in said}) == 1
        place: Span = (said[0][1][0], said[-1][1][1]) if together else said[0][1]
        difference, difference_en = f"缺少“{missing}”", f"“{missing}” is missing"
        yield project_mismatch.at(place, what=what, what_en=what_en, difference=difference, difference_en=difference_en)
