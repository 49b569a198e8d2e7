"""Let the explanatory note agree with the draft: in title, stage and drafting organizations.

Who reviews a draft takes the note for the story of this very text; a note that names another title, another stage or
other organizations was written for another edition. The draft is needed; without it nothing is compared. A list of
organizations that ends in “等” may leave some out.

编制说明与文件配套提交，文件名称、阶段和起草单位应一致；未给出文件时不作比较。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.explanatory_note import ExplanatoryNote, tells_title
from stdlint.views.foreword import names
from stdlint.views.stage import STAGES
from stdlint.views.wording import fold

_DRAFT = """\
团体标准

T/ABC 012—XXXX

社区图书角服务指南

（送审稿）

# 前言

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

本文件起草单位：东山图书馆、东山大学、西山社区服务有限公司。

# 社区图书角服务指南

# 1 范围

本文件提供了社区图书角服务的指导。
"""


def _note(title: str, work: str = "") -> str:
    return f"        # {title}\n\n        ## 一、工作简况\n\n        {work or '本项目由东山阅读推广协会下达。'}\n"


explanatory_note_mismatch = Check(
    id="STG080",
    message="编制说明与所附文件的{what}不一致：{difference}。",
    message_en="The {what_en} in the explanatory note is not that of the draft: {difference_en}.",
    bad=_note("《社区图书角服务指南》（⟦征求意见稿⟧）编制说明"),
    good=_note("《社区图书角服务指南》（送审稿）编制说明"),
    more=(
        (
            _note("团体标准《⟦社区图书室服务指南⟧》编制说明（送审稿）"),
            _note("团体标准《社区图书角服务指南》编制说明（送审稿）"),
        ),
        (
            _note("⟦社区图书角服务规范⟧\n\n        ## 编制说明\n\n        （⟦报批稿⟧）"),
            _note("社区图书角服务指南\n\n        ## 编制说明\n\n        （送审稿）"),
        ),
        (
            _note(
                "《社区图书角服务指南》编制说明", "本文件由东山图书馆、⟦东山师范大学⟧、西山社区服务有限公司共同起草。"
            ),
            _note("《社区图书角服务指南》编制说明", "本文件由东山图书馆、东山大学、西山社区服务有限公司共同起草。"),
        ),
        (
            _note("《社区图书角服务指南》编制说明", "本文件起草单位：⟦东山图书馆、东山大学⟧。"),
            _note("《社区图书角服务指南》编制说明", "本文件起草单位：东山图书馆、东山大学、西山社区服务有限公司。"),
        ),
    ),
    clean=(
        _note("《社区图书角服务指南》团体标准编制说明", "本文件由东山图书馆、东山大学等单位共同起草。"),
        _note("《社区图书角 服务指南》\n\n        编 制 说 明\n\n        （送审稿）"),
        _note("社区图书角\n\n        服务指南\n\n        编制说明\n\n        （送审稿）"),
        _note("《T/ABC 012—XXXX 社区图书角服务指南》编制说明", "起草单位和人员分工见表1。"),
        _note("《社区图书角服务指南》编制说明", "主要起草单位为东山图书馆，参加单位有东山大学和西山社区服务有限公司。"),
        _note("编制说明", "征求意见稿于2025年3月完成，送审稿于2025年8月完成。"),
        _note(
            "《社区图书角服务指南》（修订）编制说明", "起草单位：东山图书馆（牵头）、东山大学、西山社区服务有限公司。"
        ),
    ),
    beside={"draft": _DRAFT},
)

_PLACEHOLDER = patterns.compile(r"[×…]|(?<![A-Za-z])[Xx]{2,}|某某|待定")
_ASIDE = patterns.compile(r"[（(](?:牵头|主编|组长|负责)[^（）()]*[）)]$")


@explanatory_note_mismatch.finder
def find(doc: Document) -> Iterator[Finding]:
    draft = doc.beside.get("draft")
    if draft is None:
        return
    note = doc.explanatory_note
    if note.title and draft.cover.title and not tells_title(note, doc.text, draft.cover.title):
        yield explanatory_note_mismatch.at(
            note.title.span,
            what="名称",
            what_en="title",
            difference=f"文件的名称为“{draft.cover.title}”",
            difference_en=f"the draft is called “{draft.cover.title}”",
        )
    stage = draft.stage.cover or draft.stage.file or draft.stage.name
    if note.stage and stage and note.stage_name != stage:
        chinese, english = STAGES[stage]
        yield explanatory_note_mismatch.at(
            note.stage.span,
            what="阶段",
            what_en="stage",
            difference=f"文件为“{chinese}”",
            difference_en=f"the draft is a {english}",
        )
    yield from _units(doc, note, draft)


def _units(doc: Document, note: ExplanatoryNote, draft: Document) -> Iterator[Finding]:
    """Report the organizations that the foreword does not have, else the list in which some of its own are missing."""
    said = draft.foreword.all("units") if draft.foreword else []
    wanted = {_name(name): name for one in said for name, _ in names(draft.text, one)}
    if not wanted or not note.units or any(map(_PLACEHOLDER.search, wanted.values())):
        return
    extra = [piece for piece in note.units if _name(piece.text) not in wanted]
    for piece in extra:
        yield explanatory_note_mismatch.at(
            piece.span,
            what="起草单位",
            what_en="list of drafting organizations",
            difference=f"前言没有列出“{piece.text}”",
            difference_en=f"the foreword does not list “{piece.text}”",
        )
    everything = fold(doc.text)
    missing = "、".join(name for key, name in wanted.items() if key not in everything)
    if missing and not extra and not note.open_units:
        first, last = note.units[0].span, note.units[-1].span
        together = doc.block_at(first[0]) == doc.block_at(last[0])
        yield explanatory_note_mismatch.at(
            (first[0], last[1]) if together else first,
            what="起草单位",
            what_en="list of drafting organizations",
            difference=f"缺少前言列出的“{missing}”",
            difference_en=f"“{missing}” of the foreword is missing",
        )


def _name(name: str) -> str:
    return fold(_ASIDE.sub("", name.strip()))
