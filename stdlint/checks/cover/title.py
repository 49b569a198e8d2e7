"""Give the same title on the cover and on body page 1.

A draft without a cover has its title at the top. Blanks, dashes and the writing of the part, which other rules judge,
do not make two titles differ. A published document without a title in front of Clause 1 has lost it on the way.

封面和正文首页都有文件名称，并且一致；没有封面的草案名称在最前面。间隙、连接号和部分的写法另有规则检查，不算不一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from stdlint import patterns
from stdlint.check import Check, Finding
from stdlint.document import Document
from stdlint.views.cover import Piece
from stdlint.views.cover_page import CoverPage
from stdlint.views.outline import Section
from stdlint.views.wording import fold

_COVER = """
        ICS 21.060

        CCS J 13

        团体标准

        T/ABC 001—XXXX
"""
_DATES = """
        （征求意见稿）

        XXXX-XX-XX 发布

        XXXX-XX-XX 实施

        北京螺栓协会　发布
"""
_FOREWORD = """
        # 前言

        本文件由北京螺栓协会提出并归口。
"""


def _with(cover: str, body: str) -> str:
    above = f"\n        {cover}\n" if cover else ""
    below = f"\n        # {body}\n" if body else ""
    return f"{_COVER}{above}{_DATES}{_FOREWORD}{below}\n        # 1 范围\n\n        # 2 规范性引用文件\n"


def _title(text: str) -> str:
    return f"        # {text}\n\n        # 前言\n\n        # 1 范围\n\n        # 2 规范性引用文件\n"


missing_title = Check(
    id="NAM010",
    message="{place}没有文件名称。",
    message_en="The title does not stand {place_en}.",
    bad="""
        # 前言

        本文件由甲提出。

        # ⟦1　范围⟧

        # 2　规范性引用文件

        # 3　术语和定义

        # 4　要求
    """.replace("# ⟦1　范围⟧", "# 1　⟦范围⟧"),
    good="""
        # 前言

        本文件由甲提出。

        # 螺栓　试验方法

        # 1　范围

        # 2　规范性引用文件

        # 3　术语和定义

        # 4　要求
    """,
    more=(
        (
            _with("", "公园服务规范").replace("T/ABC 001—XXXX", "⟦T/ABC 001—XXXX⟧"),
            _with("公园服务规范", "公园服务规范"),
        ),
        (_with("公园服务规范", "").replace("范围", "⟦范围⟧"), _with("公园服务规范", "公园服务规范")),
    ),
    clean=(
        _title("螺栓　试验方法"),
        _with("绿色数据中心", "绿色数据中心"),
        """
        # 1 范围

        # 4 要求
        """,
        """
        # 螺栓　试验方法

        # 前言

        本文件由甲提出。

        螺栓

        试验方法

        # 1　范围

        # 2　规范性引用文件

        # 3　术语和定义

        # 4　要求
        """,
    ),
)

inconsistent_title = Check(
    id="NAM011",
    message="此处的名称“{said}”与封面的“{title}”不一致。",
    message_en="The title “{said}” here differs from “{title}” on the cover.",
    bad=_with("螺栓　试验方法", "⟦螺栓　试验规程⟧"),
    good=_with("螺栓　试验方法", "螺栓　试验方法"),
    more=((_with("螺栓　第1部分：总则", "⟦螺栓⟧"), _with("螺栓　第1部分：总则", "螺栓　第1部分：总则")),),
    clean=(
        _with("螺栓　试验方法", "螺栓试验方法"),
        _with("螺栓\n\n        第1部分：试验方法", "螺栓　第1部分：试验方法"),
        _with("螺栓　第1部分：试验方法", "螺栓\n\n        # 第1部分：试验方法"),
        _with("螺栓　第一部分　总则", "螺栓　第1部分：总则"),
        _with("紧固件　螺栓　试验方法", "紧固件　螺栓\n\n        # 试验方法"),
        _with("附件2\n\n        螺栓\n\n        试验方法", "螺栓　试验方法"),
        _with("螺栓　试验方法", "编制说明\n\n        # 螺栓　试验方法"),
        _title("螺栓　试验方法"),
    ),
)

_ALIKE = 0.5
_PLAIN = patterns.compile(r"[（(](?:征求意见稿|送审稿|报批稿|草案|讨论稿)[）)]|[^\w\u4e00-\u9fff]+")
_COUNTED = patterns.compile("第([一二三四五六七八九])部")
_DIGITS = {char: str(number) for number, char in enumerate("一二三四五六七八九", 1)}


@missing_title.finder
def find_missing(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    scope = doc.outline.first("scope")
    if "title" in page.missing and (page.number or page.level_line):
        line = page.number or page.level_line
        if line is not None:
            yield missing_title.at(line.span, place="封面", place_en="on the cover")
    elif scope is not None and doc.outline.first("foreword") and not page.body_titles:
        whole = page.whole and page.draft and bool(page.title)
        alone = not doc.cover.title and not page.lines and _is_whole(doc)
        if (whole or alone) and _follows_text(doc, scope):
            yield missing_title.at(scope.place, place="正文首页“范围”之前", place_en="above “Scope” on body page 1")


def _is_whole(doc: Document) -> bool:
    elements = {section.element for section in doc.outline.top}
    return elements >= {"foreword", "scope", "references", "clause"}


def _follows_text(doc: Document, scope: Section) -> bool:
    """Say whether the block above Clause 1 is a sentence or a heading, so that no title can hide there."""
    for index in range(scope.first - 1, -1, -1):
        block = doc.blocks[index]
        said = doc.said(index).strip()
        if block.kind == "label" or not said:
            continue
        return index in doc.outline.titles or said.endswith(("。", "；", "：", "."))
    return False


@inconsistent_title.finder
def find_inconsistent(doc: Document) -> Iterator[Finding]:
    page = doc.cover_page
    body = page.body_titles
    if not page.title or not body:
        return
    whole = _plain("".join(text for text, _ in page.title))
    said = [_plain(text) for text, _ in body]
    given = {*said, "".join(said)}
    if whole in given or any(run in given and (not _is_part(page) or "部分" in run) for run in _runs(page)):
        return
    piece = max(body, key=lambda candidate: _likeness(_plain(candidate[0]), whole))
    if _likeness(_plain(piece[0]), whole) >= _ALIKE and not _is_divided(doc, piece, whole):
        title = "　".join(text for text, _ in page.title)
        yield inconsistent_title.at(piece[1], said=piece[0], title=title)


def _is_divided(doc: Document, piece: Piece, whole: str) -> bool:
    """Say whether the rest of the title stands in the lines above or below one that has only a part of it."""
    said, index = _plain(piece[0]), doc.block_at(piece[1][0])
    rests = {whole.removeprefix(said), whole.removesuffix(said)} - {whole}
    around = range(max(index - 3, 0), min(index + 4, len(doc.blocks)))
    return "" in rests or any(_plain(doc.said(at)) in rests for at in around)


def _runs(page: CoverPage) -> list[str]:
    """Return every run of lines that may be the title: what stands above and below it may be something else."""
    lines = [_plain(text) for text, _ in page.title]
    return ["".join(lines[start:end]) for start in range(len(lines)) for end in range(start + 1, len(lines) + 1)]


def _is_part(page: CoverPage) -> bool:
    """Say whether a later piece on the cover is the name of a part, which no other line can be."""
    return any(text.startswith("第") and "部分" in text for text, _ in page.title[1:])


def _plain(text: str) -> str:
    """Return a title as it is compared: without signs and blanks, the part counted in digits."""
    return _COUNTED.sub(lambda match: f"第{_DIGITS[match[1]]}部", _PLAIN.sub("", fold(text)))


def _likeness(one: str, other: str) -> float:
    """Return the share of neighbouring characters that the shorter title has in common with the longer one."""
    pairs = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other)]
    fewer = min(map(len, pairs))
    return len(pairs[0] & pairs[1]) / fewer if fewer else float(one in other or other in one)
