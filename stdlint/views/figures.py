"""Read the figures of a draft: pictures, caption, subfigures, and what stands between a picture and its caption.

Source: GB/T 1.1—2020, 9.7, 9.11.1, 9.12.2, 10.4.2.1.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from stdlint import patterns
from stdlint.model import OBJECT, Block, Source
from stdlint.views.captions import Caption, Continuation
from stdlint.views.outline import Outline
from stdlint.views.regions import Region
from stdlint.views.tables import LAYOUT, DataTable, is_footnote
from stdlint.views.units import is_unit_statement
from stdlint.views.wording import BLANK

_ELSEWHERE = frozenset(("cover", "title", "contents", "header", "footer", "footnote", "references", "bibliography"))
_NUMBERED = frozenset(("scope", "terms", "symbols", "clause", "annex"))
_FARTHEST = 60
_LOOSE = 4
"""So many paragraphs may stand between a picture and its caption."""

_SHORT = 30
_ENDS = ("。", "；", "：", "，", ":", ";")
_LEAD = patterns.compile(
    r"(?P<lead>标[引注]序号(?:的?说明)?|标[引注](?:的?说明)?|图例(?:说明)?|图注|图中(?:标记|符号|序号|数字|标号)?(?:说明|含义)?|(?:序号|编号|件号|部件|零件|符号|代号|标记|标号)(?:的?说明|名称)|说明|其中|注释|索引序号|[Kk]ey)"
    r"[\s\u3000]*(?P<colon>[：:]?)[\s\u3000]*(?P<rest>.*)"
)
_ITEM = patterns.compile(
    r"(?:\d{1,2}(?:[、,，～~\-—]\d{1,2})*|[A-Za-zα-ωΑ-Ω]{1,2}\d{0,2}'?|\ufffc)[\s\u3000]*"
    r"(?P<join>—{1,3}|⸺|─+|―|－{1,2}|--?|–|[：:]|、|[.．](?!\d)|…+)[\s\u3000]*(?=[\u4e00-\u9fffA-Za-z“])"
)
_SUB = patterns.compile(
    r"(?P<mark>[（(]?[A-Za-z][)）](?!\S*[：:])|[A-Za-z][.．、](?=[\s\u3000]*[\u4e00-\u9fff])|[（(]?\d{1,2}[)）]|[①-⑳]|图?[\s\u3000]*[A-Za-z]?\d*[（(][A-Za-z\d][)）]"
    r"|图[\s\u3000]*(?:[A-Z]\.)?\d+(?:[-－–—.]\d+|[a-z][)）]?))[\s\u3000]*(?P<title>.*)"
)
_FORMULA = patterns.compile(r"(?:公式|[下上]式|关系式|方程|计算|表示|确定|求[出得])[^。]{0,20}[：:]?$")
_ANNOUNCES = patterns.compile(r"图|所示|示意|流程|如下|下列|下面")
_DESIGNATES = patterns.compile(r"(?:型号|标记|代号|编号|编码|命名|代码)[^。]*(?:如下|表示|组成|构成)[^。]*[：:。]?$")
_EXPLAINED = patterns.compile(r"式中|其中|where\b|[….·]*[（(][A-Z]?\.?\d+[）)]")


class Part(NamedTuple):
    """What stands in a figure.

    `kind`: picture, sub, lead, item, paragraph, note, footnote, unit. `label` is “” or, of a subfigure, “a)”.
    """

    kind: str
    block: int
    label: str = ""


@dataclass(slots=True)
class Figure:
    """A figure: `caption` is the block of its caption or -1, and `above` says that the pictures stand below it.

    `parts` are in document order what stands from the first picture to the caption; `behind` is what follows the
    caption and belongs to the figure. `lead` is a paragraph that stands for the caption without being one (“图　结构”),
    or -1.
    """

    region: Region
    caption: int = -1
    number: str = ""
    title: str = ""
    continued: bool = False
    above: bool = False
    lead: int = -1
    parts: list[Part] = field(default_factory=list)
    behind: list[Part] = field(default_factory=list)

    @property
    def pictures(self) -> list[int]:
        """The blocks of its pictures."""
        return [part.block for part in self.parts if part.kind == "picture"]

    @property
    def counts_unnumbered(self) -> bool:
        """Whether it is a figure of the text that ought to have a number and has none, or one of another form."""
        return not self.number and not self.continued and self.region.element in _NUMBERED

    @property
    def subfigures(self) -> list[Part]:
        """The captions of its subfigures."""
        return [part for part in self.parts if part.kind == "sub"]


def key_lead(said: str) -> tuple[str, str, str] | None:
    """Read what introduces a key (“图例：1—钉芯”): its words, the colon, and what follows on the same line."""
    match = _LEAD.fullmatch(said) if len(said) < 400 else None
    return (match["lead"], match["colon"], match["rest"]) if match else None


def key_join(said: str) -> str | None:
    """Return what joins number and name in an item of a key (“1——钉芯”: “——”), None if it is no item."""
    match = _ITEM.match(said)
    return match["join"] if match else None


def sub_mark(said: str) -> str:
    """Return what numbers the caption of a subfigure: “a)”, “图1-1”, “（a）”, or “”."""
    match = _SUB.fullmatch(said) if len(said) <= _SHORT * 2 and not said.endswith(_ENDS) else None
    return match["mark"] if match else ""


def figures(
    source: Source,
    outline: Outline,
    regions: list[Region],
    captions: list[Caption],
    continued: list[Continuation],
    tables: list[DataTable],
) -> list[Figure]:
    """Return the figures in document order: those with a caption, and pictures that stand alone without one."""
    return _Reader(source, outline, regions, tables).read(captions, continued)


class _Reader:
    def __init__(self, source: Source, outline: Outline, regions: list[Region], tables: list[DataTable]) -> None:
        self.source = source
        self.blocks = source.blocks
        self.outline = outline
        self.regions = regions
        self.arranging = {table.index for table in tables if table.use == LAYOUT}
        self.pictures: dict[int, bool] = {}
        """The blocks that are pictures: whether they belong to a figure already."""

    def read(self, captions: list[Caption], continued: list[Continuation]) -> list[Figure]:
        self._find_pictures()
        heads = [(c.block, c.number, c.title, False) for c in captions if c.kind == "figure"]
        heads += [(c.block, c.number, c.title, True) for c in continued if c.kind == "figure"]
        heads.sort()
        if not heads and not self.pictures:
            return []
        mains = {number for _, number, _, _ in heads}
        found: list[Figure] = []
        for block, number, title, goes_on in heads:
            if self._is_sub(number, mains):
                continue
            figure = Figure(self.regions[block], block, number, title, goes_on)
            self._take(figure)
            found.append(figure)
        found += self._alone([figure.caption for figure in found if not figure.parts])
        return sorted(found, key=lambda figure: figure.caption if figure.caption >= 0 else figure.parts[0].block)

    def _find_pictures(self) -> None:
        starts = [block.span[0] for block in self.blocks] if self.source.anchors else []
        for anchor in self.source.anchors:
            if anchor.kind != "picture":
                continue
            index = bisect_right(starts, anchor.offset) - 1
            block = self.blocks[index]
            said = self._said(index)
            if self.regions[index].element in _ELSEWHERE or block.kind in ("header", "footer", "toc", "heading"):
                continue
            if block.table >= 0 and block.table not in self.arranging:
                continue
            rest = said.replace(OBJECT, "").strip()
            if len(rest) <= _SHORT and (said.lstrip().startswith(OBJECT) or not rest):
                self.pictures[index] = False

    def _said(self, index: int) -> str:
        return self.source.text[slice(*self.blocks[index].span)].strip()

    def _is_sub(self, number: str, mains: set[str]) -> bool:
        """Say whether a caption numbers a part of another figure: “图1-1” and “图1a” beside “图1”."""
        for cut in range(1, len(number)):
            main, rest = number[:cut], number[cut:]
            if main in mains and (rest.isalpha() or (rest[0] in "-.－" and rest[1:].isdigit())):
                return not (len(main) == 1 and main.isalpha())
        return False

    def _take(self, figure: Figure) -> None:
        """Find the pictures of a caption: those above it, else those below it."""
        before = self._before(figure)
        below = self._next_picture(figure.caption)
        if before and (below < 0 or not [p for p in before if p.kind == "paragraph"]):
            figure.parts = before
        elif below >= 0:
            figure.above = True
            figure.parts = [Part("picture", below)]
        elif before:
            figure.parts = before
        for block in figure.pictures:
            self.pictures[block] = True
        if not figure.above:
            figure.behind = self._behind(figure.caption)

    def _before(self, figure: Figure) -> list[Part]:
        """Return the parts above a caption, the first of them a picture, or nothing."""
        parts: list[Part] = []
        top = 0
        loose = 0
        for at in range(figure.caption - 1, max(figure.caption - _FARTHEST, -1), -1):
            block = self.blocks[at]
            if block.kind == "label" or (block.kind == "heading" and at not in self.outline.titles):
                continue
            part = self._part(at, figure.number)
            if part is None or self.pictures.get(at):
                break
            loose += part.kind == "paragraph"
            apart = part.kind == "paragraph" and not self._is_between(at)
            if loose > _LOOSE or (top and (apart or len(parts) - top > _LOOSE)):
                break
            parts.append(part)
            if part.kind == "picture":
                top = len(parts)
        return parts[:top][::-1]

    def _is_between(self, at: int) -> bool:
        """Say whether a few words stand directly below a free picture: the name of what is to be seen there."""
        said = self._said(at)
        above = at - 2 if self.blocks[at - 1].kind == "label" else at - 1
        return len(said) <= _SHORT // 2 and not said.endswith(_ENDS) and self.pictures.get(above) is False

    def _part(self, at: int, number: str) -> Part | None:
        """Say what a block is in a figure; None if it cannot stand in one."""
        block = self.blocks[at]
        if at in self.pictures:
            return Part("picture", at)
        if at in self.outline.titles or (block.table >= 0 and block.table not in self.arranging):
            return None
        said = self._said(at)
        if block.kind == "caption":
            rest = block.label.replace(" ", "").lstrip("图")
            own = number and rest.startswith(number) and rest != number
            return Part("sub", at, block.label) if own else None
        if block.kind in ("note", "footnote"):
            return Part("note", at, block.label)
        if block.kind not in ("para", "item", "cell", "box", "quote"):
            return None
        return self._text_part(block, at, said)

    def _text_part(self, block: Block, at: int, said: str) -> Part:
        if is_unit_statement(said):
            return Part("unit", at)
        whole = f"{block.label}{said}"
        if key_lead(whole) and (key_join(whole) is None):
            return Part("lead", at)
        if mark := sub_mark(whole):
            return Part("sub", at, mark)
        if key_join(whole) is not None:
            return Part("item", at)
        return Part("footnote" if not block.label and is_footnote(said) and at else "paragraph", at)

    def _behind(self, caption: int) -> list[Part]:
        """Return the key, notes and footnotes directly behind a caption."""
        parts: list[Part] = []
        for at in range(caption + 1, min(caption + _FARTHEST, len(self.blocks))):
            if self.blocks[at].kind == "label":
                continue
            part = self._part(at, "")
            if part is None or part.kind in ("picture", "sub", "paragraph", "unit"):
                break
            parts.append(part)
        while parts and parts[-1].kind == "lead":
            parts.pop()
        return parts

    def _next_picture(self, caption: int) -> int:
        """Return the free picture directly below a caption, or -1."""
        for at in range(caption + 1, min(caption + 4, len(self.blocks))):
            if at in self.pictures:
                return -1 if self.pictures[at] else at
            if self.blocks[at].kind != "para" or not is_unit_statement(self._said(at)):
                return -1
        return -1

    def _alone(self, bare: list[int]) -> list[Figure]:
        """Return the pictures without a caption, those that are formulas or end the document left out.

        `bare` are captions for which no picture was found: one close by may be this one's.
        """
        found: list[Figure] = []
        last = self._last()
        previous = -2
        lead = -1
        for at, taken in self.pictures.items():
            if taken or at < lead or self.blocks[at].table >= 0 or self.regions[at].role not in ("text", "box"):
                continue
            if self._said(at).replace(OBJECT, "").strip():
                continue
            if at + 1 < len(self.blocks) and _STOPPED.fullmatch(self._said(at + 1)):
                continue
            below, parts = self._led(at)
            if below >= 0:
                lead = below
                found.append(Figure(self.regions[at], lead=lead, parts=parts))
                continue
            if at == last or self._is_formula(at) or (previous != at - 1 and not self._is_announced(at)):
                continue
            if any(abs(caption - at) < _FARTHEST // 2 for caption in bare):
                continue
            if previous == at - 1:
                found[-1].parts.append(Part("picture", at))
            else:
                found.append(Figure(self.regions[at], parts=[Part("picture", at)]))
            previous = at
        return found

    def _last(self) -> int:
        """Return the last block of the text proper."""
        for at in range(len(self.blocks) - 1, -1, -1):
            if self.blocks[at].kind not in ("footer", "header", "footnote", "label"):
                return at
        return -1

    def _led(self, picture: int) -> tuple[int, list[Part]]:
        """Return what stands for a caption below a picture (“图　结构”) with the parts down to it, or -1."""
        parts = [Part("picture", picture)]
        for at in range(picture + 1, min(picture + _FARTHEST, len(self.blocks))):
            block = self.blocks[at]
            if block.kind == "label":
                continue
            said = self._said(at)
            if (
                block.kind in ("para", "caption", "heading")
                and not block.label
                and (is_unnumbered(said) or malformed_number(said))
            ):
                return at, parts
            part = self._part(at, "")
            if part is None or part.kind == "paragraph" or self.pictures.get(at):
                break
            parts.append(part)
        return -1, []

    def _is_announced(self, at: int) -> bool:
        """Say whether the text around a picture says that it is one; scans hold stray pieces of pictures.

        A scheme of what a designation is made of is no figure of the draft.
        """
        said = "".join([self._said(near) for near in range(max(at - 2, 0), at)])
        if _DESIGNATES.search(said):
            return False
        below = self._said(at + 1) if at + 1 < len(self.blocks) else ""
        return _ANNOUNCES.search(said) is not None or is_unnumbered(below) or malformed_number(below) > 0

    def _is_formula(self, at: int) -> bool:
        before = self._said(at - 1) if at else ""
        behind = self._said(at + 1) if at + 1 < len(self.blocks) else ""
        return bool(_FORMULA.search(before) or _EXPLAINED.match(behind))


_UNNUMBERED = patterns.compile(r"图(?:[\s\u3000]*[：:]|[\s\u3000]+\S|$)(?!.*[。；，])")
_STOPPED = patterns.compile(rf"图{BLANK}*(?:[A-Z]\.)?\d{{1,3}}{BLANK}{BLANK}*[^。；：，\n]{{2,40}}[。；：]")
"""A caption that ends like a sentence, so that it was not told for one: another rule deletes the sign."""
_MALFORMED = patterns.compile(
    r"(?:(?:图片|附图|图表|插图|[Ff]ig(?:ure|\.)?|FIGURE)[\s\u3000]*(?:[A-Z][.\-]?)?\d+(?:[.\-]\d+)*"
    r"|图[\s\u3000]*(?:[（(]\d+[）)]|[一二三四五六七八九十]{1,3}(?=[\s\u3000：:]|$)|No\.?\s*\d+|第\d+))(?![\d、和])"
)


def is_unnumbered(said: str) -> bool:
    """Say whether a paragraph below a picture is a caption without a number: “图　结构”."""
    return len(said) <= _SHORT and _UNNUMBERED.match(said) is not None


def malformed_number(said: str) -> int:
    """Return the length of a number of another form at the beginning of a caption (“图一　结构”), or 0."""
    match = _MALFORMED.match(said) if len(said) <= _SHORT and not said.endswith(_ENDS) else None
    return match.end() if match else 0
