"""Generate drafts whose every paragraph has a mark of its own, to compare the labels that programs give them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.docx_builder import abstract, build, level, num, numbered, para, run, style, table

OUTLINES = [f'<w:outlineLvl w:val="{depth}"/>' for depth in range(10)]
DECIMAL = [level(i, "decimal", ".".join(f"%{n}" for n in range(1, i + 2))) for i in range(9)]

LANGUAGE = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
LANGUAGE += "<w:pPrDefault/></w:docDefaults>"


class Draft:
    """A draft while it is written; each paragraph says “款” and its number."""

    def __init__(self, numbering: str = "", styles: str = "") -> None:
        self.numbering = numbering
        self.styles = styles
        self.body: list[str] = []
        self.count = 0

    def mark(self) -> str:
        """Return the text of the next paragraph."""
        self.count += 1
        return f"款{self.count:04}"

    def paragraph(self, num_id: int | None = None, ilvl: int | None = None, style_id: str = "", more: str = "") -> str:
        """Return a paragraph; `more` are further properties."""
        numbers = "" if num_id is None and ilvl is None else numbered(num_id, ilvl)
        return para(self.mark(), style_id, numbers + more)

    def add(self, num_id: int | None = None, ilvl: int | None = None, style_id: str = "", more: str = "") -> None:
        """Append a paragraph."""
        self.body.append(self.paragraph(num_id, ilvl, style_id, more))

    def docx(self) -> bytes:
        """Return the file."""
        return build(*self.body, numbering=self.numbering, styles=LANGUAGE + self.styles)


def override(ilvl: int, start: int | None = None, lvl: str = "") -> str:
    """Return a `w:lvlOverride`."""
    begin = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{ilvl}">{begin}{lvl}</w:lvlOverride>'


def template() -> Draft:
    """SET2020: an empty carrier, styles that inherit their list from the chapter, annexes, notes, tables, lists."""
    chapters = [level(0, "none", "%1"), *(_below(n) for n in range(1, 7))]
    annexes = [level(0, "upperLetter", "附录%1"), level(1, "decimal", "%1.%2　"), level(2, "decimal", "%1.%2.%3　")]
    styles = style("ch", "标准文件_章标题", properties=numbered(2, 1) + OUTLINES[0])
    styles += style("c1", "标准文件_一级条标题", "ch", numbered(None, 2) + OUTLINES[1])
    styles += style("c2", "标准文件_二级条标题", "c1", numbered(None, 3) + OUTLINES[2])
    styles += style("c3", "标准文件_三级条标题", "c2", numbered(None, 4) + OUTLINES[3])
    styles += style("u1", "标准文件_一级无标题", "c1", OUTLINES[9]) + style("t1", "标准文件_术语条一", "u1")
    styles += style("an", "标准文件_附录标识", properties=numbered(3, 0) + OUTLINES[0])
    styles += style("a1", "标准文件_附录一级条标题", "an", numbered(None, 1) + OUTLINES[1])
    styles += style("a2", "标准文件_附录二级条标题", "a1", numbered(None, 2) + OUTLINES[2])
    styles += style("tb", "标准文件_正文表标题", properties=numbered(4, 0))
    styles += style("fg", "标准文件_正文图标题", properties=numbered(5, 0))
    numbering = abstract(2, *chapters) + abstract(3, *annexes)
    numbering += abstract(4, level(0, "decimal", "表%1　")) + abstract(5, level(0, "decimal", "图%1　"))
    numbering += abstract(6, level(0, "lowerLetter", "%1)　"), level(1, "decimal", "%2)　"), level(2, "bullet", "——"))
    numbering += abstract(7, level(0, "decimal", "注%1：")) + abstract(8, level(0, "decimal", "[%1]"))
    for number in range(2, 9):
        numbering += num(number, number)
    fresh = 20
    draft = Draft("", styles)
    for chapter in range(6):
        draft.add(style_id="ch")
        for clause in range(chapter % 4):
            draft.add(style_id="c1")
            for item in range(clause + 1):
                draft.add(style_id="c2" if item % 2 else "u1")
            numbering += num(fresh, 6, override(0, 1)) + num(fresh + 1, 7, override(0, 1))
            for ilvl in (0, 1, 1, 0, 1, 2, 2, 0):
                draft.add(fresh, ilvl)
            for _ in range(2):
                draft.add(fresh + 1, 0)
            fresh += 2
            draft.add(style_id="tb")
            draft.add(style_id="fg")
            draft.add(style_id="t1")
            draft.add(style_id="c3")
    for annex in range(3):
        draft.add(style_id="an")
        for _ in range(annex + 1):
            draft.add(style_id="a1")
            draft.add(style_id="a2")
            draft.add(style_id="a2")
    for _ in range(3):
        draft.add(8, 0)
    draft.numbering = numbering
    return draft


def _below(ilvl: int) -> str:
    return level(ilvl, "decimal", "%1" + ".".join(f"%{n}" for n in range(2, ilvl + 2)) + "　")


def levels() -> Draft:
    """Nine levels in an order that skips, returns and begins below the top."""
    draft = Draft(abstract(1, *DECIMAL) + abstract(2, *DECIMAL) + num(1, 1) + num(2, 2))
    for ilvl in (1, 2, 0, 1, 1, 3, 2, 3, 0, 4, 1, 8, 7, 6, 5, 4, 3, 2, 1, 0, 2, 2, 1):
        draft.add(1, ilvl)
    chance = Random(3)
    for _ in range(60):
        draft.add(2, chance.choice((0, 1, 1, 2, 2, 2, 3, 3, 4)))
    return draft


def overrides() -> Draft:
    """Instances of one list: restarted once, on several levels, with levels of their own."""
    three = (level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "%3."))
    numbering = abstract(1, *three) + abstract(2, *three) + num(1, 1) + num(2, 1, override(0, 1))
    numbering += num(3, 1, *(override(i, 1) for i in range(9))) + num(4, 1, override(0, 7), override(1, 3))
    numbering += num(5, 2, override(0, lvl=level(0, "upperRoman", "(%1)", start=4)))
    numbering += num(6, 2, override(0, 2, level(0, "upperLetter", "%1、", start=4)))
    draft = Draft(numbering)
    uses = "1.0 1.0 1.1 2.0 2.0 2.1 2.1 1.0 3.0 3.1 3.1 3.0 3.1 2.0 4.0 4.1 4.1 4.0 4.1 1.0 1.1 3.0 3.1"
    uses += " 5.0 5.0 6.0 6.0 6.0"
    for use in uses.split():
        draft.add(int(use[0]), int(use[2]))
    return draft


def restarts() -> Draft:
    """`w:lvlRestart` of every sort."""
    numbering = ""
    lists = [("", "", ""), ("", "", "1"), ("", "1", "2"), ("", "", "2"), ("", "", "7"), ("", "0", ""), ("", "", "0")]
    for number, restart in enumerate(lists, 1):
        made = [
            level(i, "decimal", "%" + str(i + 1) + ")", f'<w:lvlRestart w:val="{r}"/>' if r else "")
            for i, r in enumerate(restart)
        ]
        numbering += abstract(number, *made) + num(number, number)
    draft = Draft(numbering)
    for number in range(1, len(lists) + 1):
        for ilvl in (0, 1, 2, 2, 1, 2, 0, 2, 1, 2, 0, 1, 1, 2):
            draft.add(number, ilvl)
    return draft


FORMATS = {
    "decimal": (1, 9, 99, 1000),
    "decimalZero": (1, 9, 99),
    "upperLetter": (1, 26, 52),
    "lowerLetter": (1, 26, 52, 78),
    "upperRoman": (1, 8, 39, 1998),
    "lowerRoman": (3, 48, 89, 398),
    "ordinal": (1, 10, 20, 110),
    "cardinalText": (1, 11, 19, 98),
    "ordinalText": (1, 11, 19, 98),
    "hex": (9, 15, 254),
    "chicago": (1, 4),
    "chineseCounting": (1, 9, 19, 98),
    "chineseCountingThousand": (1, 9, 19, 99, 109, 119, 999, 1009),
    "chineseLegalSimplified": (1, 9, 19, 99, 109),
    "ideographDigital": (1, 9, 19, 99),
    "ideographTraditional": (1, 8),
    "ideographZodiac": (1, 10),
    "ideographZodiacTraditional": (1, 11, 59),
    "ideographLegalTraditional": (1, 9, 19, 99),
    "ideographEnclosedCircle": (1, 8),
    "japaneseCounting": (1, 9, 19, 99, 199),
    "japaneseLegal": (1, 9, 19),
    "japaneseDigitalTenThousand": (1, 9, 19),
    "taiwaneseCounting": (1, 9, 19),
    "taiwaneseCountingThousand": (1, 9, 19, 99),
    "taiwaneseDigital": (1, 9, 19),
    "koreanCounting": (1, 9, 19),
    "koreanDigital": (1, 9, 19),
    "decimalEnclosedCircle": (1, 17),
    "decimalEnclosedCircleChinese": (1, 8),
    "decimalEnclosedParen": (1, 17),
    "decimalEnclosedFullstop": (1, 17),
    "decimalFullWidth": (1, 9),
    "decimalHalfWidth": (1, 9),
    "numberInDash": (1, 9),
    "russianLower": (1, 27),
    "aiueoFullWidth": (1, 30),
    "none": (1,),
}


def formats() -> Draft:
    """Every number format of Chinese, Japanese and Latin drafts, three numbers from several starts."""
    draft = Draft()
    number = 0
    for form, starts in FORMATS.items():
        for start in starts:
            number += 1
            draft.numbering += abstract(number, level(0, form, "第%1条", start=start))
            for _ in range(3):
                draft.add(number, 0)
    for n in range(1, number + 1):
        draft.numbering += num(n, n)
    return draft


def legal() -> Draft:
    """Levels that show all numbers in figures."""
    lists = [("upperRoman", "decimal"), ("chineseCounting", "decimal"), ("upperLetter", "decimalZero")]
    draft = Draft()
    for number, (top, below) in enumerate(lists, 1):
        made = (
            level(0, top, "第%1章"),
            level(1, below, "%1.%2", "<w:isLgl/>"),
            level(2, "decimal", "%1.%2.%3"),
            level(3, "decimal", "%1.%2.%4", '<w:isLgl w:val="0"/>'),
        )
        draft.numbering += abstract(number, *made)
        for ilvl in (0, 1, 1, 2, 3, 0, 1, 2, 3):
            draft.add(number, ilvl)
    draft.numbering += "".join(num(n, n) for n in (1, 2, 3))
    return draft


def linked() -> Draft:
    """Lists that are those of a numbering style, and numbers tied to paragraph styles by their level."""
    styles = style("ls", "列表", properties=numbered(2), kind="numbering")
    styles += style("one", properties=numbered(4)) + style("two", properties=numbered(4))
    styles += style("three", "three", "two") + style("four", "four", "one", numbered(None, 1))
    numbering = abstract(1, extra='<w:numStyleLink w:val="ls"/>')
    numbering += abstract(2, *DECIMAL[:3], extra='<w:styleLink w:val="ls"/>')
    numbering += abstract(
        4, level(0, "decimal", "甲%1", style_id="one"), level(1, "decimal", "乙%1-%2", style_id="two")
    )
    numbering += num(1, 1) + num(2, 2) + num(3, 1, override(0, 5)) + num(4, 4)
    draft = Draft(numbering, styles)
    for num_id, ilvl in (
        (1, 0),
        (1, 1),
        (1, 1),
        (1, 2),
        (1, 0),
        (2, 0),
        (2, 1),
        (1, 1),
        (1, 0),
        (3, 0),
        (3, 1),
        (3, 0),
    ):
        draft.add(num_id, ilvl)
    for name in ("one", "two", "two", "three", "one", "four", "two", "one"):
        draft.add(style_id=name)
    return draft


def shared() -> Draft:
    """Several instances of one list that go on from one another, as 2011 files have them."""
    draft = Draft(abstract(32, *DECIMAL[:4]) + "".join(num(n, 32) for n in (21, 19, 4, 5)))
    for num_id, ilvl in ((21, 0), (19, 1), (4, 2), (4, 2), (19, 1), (5, 3), (4, 2), (21, 0), (19, 1), (4, 2), (5, 3)):
        draft.add(num_id, ilvl)
    return draft


def switched() -> Draft:
    """Styles with numbers: switched off, on another level, by a list of the paragraph's own."""
    styles = style("n", properties=numbered(1)) + style("m", "m", "n", numbered(0)) + style("o", "o", "m", numbered(2))
    styles += style("p", "p", "n", numbered(None, 1))
    numbering = abstract(1, *DECIMAL[:3]) + abstract(2, level(0, "lowerLetter", "%1)"), level(1, "decimal", "%2）"))
    draft = Draft(numbering + num(1, 1) + num(2, 2), styles)
    for name, num_id, ilvl in (
        *(
            ("n", None, None),
            ("m", None, None),
            ("o", None, None),
            ("p", None, None),
            ("n", 0, None),
            ("p", None, None),
        ),
        *(("n", 2, 0), ("n", 2, 1), ("n", None, None), ("n", 0, 0), ("p", 1, 2), ("", 1, 1), ("", 9, 0), ("p", 1, 0)),
    ):
        draft.add(num_id, ilvl, name)
    return draft


def tables() -> Draft:
    """Numbers in cells, cell after cell and row after row, in nested tables, and on behind them."""
    draft = Draft(abstract(1, *DECIMAL[:2]) + abstract(2, level(0, "lowerLetter", "%1)")) + num(1, 1) + num(2, 2))
    draft.add(1, 0)
    inner = table([draft.paragraph(1, 1), draft.paragraph(2, 0)])
    rows = [[draft.paragraph(1, 1), draft.paragraph(2, 0)] for _ in range(3)]
    draft.body.append(table([inner + "<w:p/>", draft.paragraph(1, 1)], *rows))
    draft.add(1, 1)
    draft.add(2, 0)
    draft.body.append(table([draft.paragraph(1, 0)], [draft.paragraph(1, 0)]))
    draft.add(1, 0)
    return draft


def revised() -> Draft:
    """Paragraphs that are deleted, inserted, hidden, empty; lists that were changed."""
    draft = Draft(abstract(1, *DECIMAL[:2]) + abstract(2, level(0, "decimal", "%1.")) + num(1, 1) + num(2, 2))
    old = f'<w:pPrChange w:id="9" w:author="a"><w:pPr>{numbered(2, 0)}</w:pPr></w:pPrChange>'
    draft.add(1, 0)
    draft.add(1, 1, more='<w:rPr><w:ins w:id="1" w:author="a"/></w:rPr>')
    draft.add(1, 1, more=old)
    draft.add(1, 1)
    draft.body.append(para("", properties=numbered(1, 1)))
    draft.add(1, 1)
    draft.body.append(para(run("隐", "<w:vanish/>"), properties=numbered(1, 1) + "<w:rPr><w:vanish/></w:rPr>"))
    draft.add(1, 1)
    draft.body.append(f"<w:sdt><w:sdtContent>{draft.paragraph(1, 0)}{draft.paragraph(1, 1)}</w:sdtContent></w:sdt>")
    draft.add(more=old)
    draft.add(2, 0)
    draft.add(2, 0)
    return draft


def odd() -> Draft:
    """Level texts and levels that are not as one expects."""
    texts = ["第%1", "%1 %1", "%1%", "%0-%1", "%12", "50%-%1", "", "%1。　", "（%1）", "%1-%2", "%%1"]
    draft = Draft()
    for number, text in enumerate(texts, 1):
        draft.numbering += abstract(number, level(0, "decimal", text), level(1, "decimal", "%1.%2"))
        for ilvl in (0, 0, 1):
            draft.add(number, ilvl)
    more = (
        abstract(20, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")).replace("multilevel", "singleLevel"),
        abstract(21, level(0, "bullet", "——"), level(1, "bullet", "·"), level(2, "bullet", "-")),
        abstract(22, level(0, "none", "注："), level(1, "none", ""), level(2, "decimal", "%1%2%3")),
        abstract(23, level(0, "decimal", "%1", start=0), level(1, "decimal", "%1.%2", start=0)),
        abstract(24, level(0, "decimal", "%1."), level(2, "decimal", "%1.%3")),
        abstract(25, level(0, "decimal", "%1.").replace('<w:start w:val="1"/>', "")),
        abstract(26, level(0, "decimal", "%1.", start=70000), level(1, "upperLetter", "%2", start=0)),
        abstract(27, level(0, "decimal", "%1.").replace('<w:numFmt w:val="decimal"/>', "")),
    )
    draft.numbering += "".join(more)
    for number in range(20, 20 + len(more)):
        for ilvl in (0, 0, 1, 2, 1, 0):
            draft.add(number, ilvl)
    draft.numbering += "".join(num(n, n) for n in (*range(1, len(texts) + 1), *range(20, 20 + len(more))))
    return draft


def saved() -> Draft:
    """As LibreOffice saves: a list on every paragraph, no level tied to a style, `numId` 0 where there is none."""
    styles = style("Heading1", "Heading 1", properties=numbered(1, 0)) + style("Heading2", "Heading 2")
    draft = Draft(abstract(1, *DECIMAL[:4]) + abstract(2, *DECIMAL[:4]) + num(1, 1) + num(2, 2), styles)
    for name, num_id, ilvl in (
        *(("Heading1", 1, 0), ("Heading2", 1, 1), ("Heading2", 1, 1), ("", 0, 0), ("Heading1", 1, 0), ("", 2, 0)),
        *(("Heading2", 1, 1), ("", 2, 1), ("Heading1", 0, 0), ("Heading1", 1, 0), ("Heading2", 0, 0), ("", 2, 1)),
    ):
        draft.add(num_id, ilvl, name)
    return draft


def separators() -> Draft:
    """`w:suff` of every sort, which is no part of a label."""
    draft = Draft()
    for number, suffix in enumerate(("tab", "space", "nothing", ""), 1):
        made = level(0, "decimal", "%1、").replace(
            '<w:suff w:val="space"/>', f'<w:suff w:val="{suffix}"/>' if suffix else ""
        )
        draft.numbering += abstract(number, made)
        for _ in range(3):
            draft.add(number, 0)
    draft.numbering += "".join(num(n, n) for n in (1, 2, 3, 4))
    return draft


DRAFTS: dict[str, Callable[[], Draft]] = {
    draft.__name__: draft
    for draft in (
        *(template, levels, overrides, restarts, formats, legal, linked, shared),
        *(switched, tables, revised, odd, saved, separators),
    )
}
