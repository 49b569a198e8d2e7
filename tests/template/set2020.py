"""Set a draft as the template of 2020 does: styles by role, every number automatic.

Chapters stand on level 1 below an empty level 0, subclauses inherit their numId, the label of an annex is automatic
and its status stands behind a line break, hidden carriers count the annexes for their figures and tables, notes and
lists are restarted by `startOverride`. The cover is a table and frames with form fields; the stage is the entry of a
drop-down list, the issuing body a picture.
"""

from __future__ import annotations

from itertools import groupby

import regex

from tests.template import words
from tests.template.draft import Draft, Piece, cover_lines, own_number
from tests.template.package import pack
from tests.template.words import BREAK, CENTRE, END, PAGE, PICTURE, SEPARATE, TAB, numbered, run, runs

_BLACK = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimHei"/>'
_SONG = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun"/>'
_LARGE = _BLACK + '<w:sz w:val="32"/>'
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="420"/>'
_HANG = '<w:ind w:left="840" w:hanging="420"/>'
_DEEP = '<w:ind w:left="1260" w:hanging="420"/>'
_TABS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs>'
_TINY = '<w:spacing w:line="14" w:lineRule="exact"/>'
_WHITE = '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>'
_RIGHT = '<w:jc w:val="right"/>'


# role: (style name, parent role, paragraph properties, run properties)
_STYLES: dict[str, tuple[str, str, str, str]] = {
    "para": ("标准文件_段", "", _INDENT, _SONG),
    "chapter": ("标准文件_章标题", "", numbered(2, 1) + words.outline(0), _BLACK),
    "clause2": ("标准文件_一级条标题", "chapter", words.level(2) + words.outline(1), _BLACK),
    "clause3": ("标准文件_二级条标题", "clause2", words.level(3) + words.outline(2), _BLACK),
    "clause4": ("标准文件_三级条标题", "clause3", words.level(4) + words.outline(3), _BLACK),
    "untitled2": ("标准文件_一级无标题", "clause2", words.outline(9), _SONG),
    "untitled3": ("标准文件_二级无标题", "clause3", words.outline(9), _SONG),
    "untitled4": ("标准文件_三级无标题", "clause4", words.outline(9), _SONG),
    "term2": ("标准文件_术语条一", "untitled2", words.outline(9), _BLACK),
    "term3": ("标准文件_术语条二", "untitled3", words.outline(9), _BLACK),
    "term4": ("标准文件_术语条三", "untitled4", words.outline(9), _BLACK),
    "introduction2": ("标准文件_引言一级条标题", "", numbered(18, 1) + words.outline(1), _BLACK),
    "annex": ("标准文件_附录标识", "", PAGE + numbered(3, 0) + CENTRE + words.outline(0), _BLACK),
    "annex-title": ("标准文件_附录章标题", "", CENTRE, _BLACK),
    "annex2": ("标准文件_附录一级条标题", "", numbered(3, 1) + words.outline(1), _BLACK),
    "annex3": ("标准文件_附录二级条标题", "annex2", words.level(2) + words.outline(2), _BLACK),
    "annex-untitled2": ("标准文件_附录一级无标题", "annex2", words.outline(9), _SONG),
    "annex-untitled3": ("标准文件_附录二级无标题", "annex3", words.outline(9), _SONG),
    "carrier-table": ("标准文件_附录表标号", "", numbered(17, 0) + _TINY, _WHITE),
    "carrier-figure": ("标准文件_附录图标号", "", numbered(16, 0) + _TINY, _WHITE),
    "front": ("标准文件_前言、引言标题", "", PAGE + CENTRE + words.outline(0), _LARGE),
    "contents": ("标准文件_目录标题", "", PAGE + CENTRE, _LARGE),
    "title": ("标准文件_正文标准名称", "", CENTRE, _LARGE),
    "bibliography": ("标准文件_参考文献标题", "", PAGE + CENTRE + words.outline(0), _BLACK),
    "index": ("标准文件_索引标题", "", PAGE + CENTRE + words.outline(0), _BLACK),
    "entry": ("标准文件_索引项", "", "", _SONG),
    "reference": ("标准文件_参考文献条目", "", numbered(7, 0) + _INDENT, _SONG),
    "dash": ("标准文件_破折号列项", "", numbered(8, 0) + _HANG, _SONG),
    "dot": ("标准文件_二级项2", "", numbered(9, 0) + _DEEP, _SONG),
    "letter": ("标准文件_字母编号列项（一级）", "", _HANG, _SONG),
    "digit": ("标准文件_数字编号列项（二级）", "", _DEEP, _SONG),
    "dots": ("标准文件_三级项", "", numbered(9, 0) + '<w:ind w:left="1680" w:hanging="420"/>', _SONG),
    "note": ("标准文件_注：", "", numbered(5, 0) + _INDENT, _SONG),
    "notes": ("标准文件_注×：", "", _INDENT, _SONG),
    "example": ("标准文件_示例：", "", numbered(10, 0) + _INDENT, _SONG),
    "examples": ("标准文件_示例×：", "", _INDENT, _SONG),
    "table": ("标准文件_正文表标题", "", numbered(6, 0) + CENTRE, _BLACK),
    "figure": ("标准文件_正文图标题", "", numbered(11, 0) + CENTRE, _BLACK),
    "annex-table": ("标准文件_附录表标题", "", numbered(17, 1) + CENTRE, _BLACK),
    "annex-figure": ("标准文件_附录图标题", "", numbered(16, 1) + CENTRE, _BLACK),
    "formula": ("标准文件_正文公式", "", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs>', _SONG),
    "unit": ("标准文件_图表单位", "", _RIGHT, _SONG),
    "cell": ("标准文件_表格", "", CENTRE, _SONG),
    "toc1": ("toc 1", "", _TABS, _SONG),
    "toc2": ("toc 2", "", '<w:ind w:left="210"/>' + _TABS, _SONG),
    "toc0": ("table of figures", "", _TABS, _SONG),
    "code": ("标准文件_文献分类号", "", "", _BLACK),
    "class": ("标准文件_文件层次", "", '<w:jc w:val="distribute"/>', _BLACK + '<w:sz w:val="48"/>'),
    "number": ("标准文件_文件编号", "", _RIGHT, _BLACK + '<w:sz w:val="28"/>'),
    "replaces": ("标准文件_替换文件编号", "", _RIGHT, _BLACK),
    "name": ("标准文件_封面标准名称", "", CENTRE, _BLACK + '<w:sz w:val="52"/>'),
    "english": ("标准文件_封面标准英文名称", "", CENTRE, _BLACK + '<w:sz w:val="28"/>'),
    "degree": ("标准文件_一致程度", "", CENTRE, _BLACK + '<w:sz w:val="28"/>'),
    "cover": ("标准文件_封面正文", "", CENTRE, _BLACK),
    "date": ("标准文件_封面发布日期", "", "", _BLACK + '<w:sz w:val="28"/>'),
    "footnote": ("footnote text", "", "", _SONG),
    "header": ("标准文件_页眉偶数页", "", _RIGHT, _BLACK),
}
_IDS = {role: f"a{number}" for number, role in enumerate(_STYLES)}

_DECIMAL = [("none", "%1"), *(("decimal", "%1" + ".".join(f"%{i}" for i in range(2, n)) + "　") for n in range(3, 8))]
_LISTS: dict[int, tuple[tuple[tuple[str, str], str], ...]] = {
    2: tuple(zip(_DECIMAL, ("", "chapter", "clause2", "clause3", "clause4", ""), strict=True)),
    3: (
        (("upperLetter", "附录%1"), "annex"),
        (("decimal", "%1.%2　"), "annex2"),
        (("decimal", "%1.%2.%3　"), "annex3"),
    ),
    5: ((("none", "注："), "note"),),
    6: ((("decimal", "表%1　"), "table"),),
    7: ((("decimal", "[%1]　"), "reference"),),
    8: ((("bullet", "——"), "dash"),),
    9: ((("bullet", "·　"), "dot"),),
    10: ((("none", "示例："), "example"),),
    11: ((("decimal", "图%1　"), "figure"),),
    12: ((("lowerLetter", "%1)　"), "letter"), (("decimal", "%2)　"), "digit")),
    13: ((("decimal", "%1)　"), ""),),
    14: ((("decimal", "注%1："), ""),),
    15: ((("decimal", "示例%1："), ""),),
    16: ((("upperLetter", "%1"), "carrier-figure"), (("decimal", "图%1.%2　"), "annex-figure")),
    17: ((("upperLetter", "%1"), "carrier-table"), (("decimal", "表%1.%2　"), "annex-table")),
    18: ((("none", "%1"), ""), (("decimal", "%10.%2　"), "introduction2")),
}
_RESTARTING = {"letter": 12, "digit": 13, "notes": 14, "examples": 15}

_STAGES = (
    " ",
    "草案版次选择",
    "（工作组讨论稿）",
    "（征求意见稿）",
    "（送审讨论稿）",
    "（送审稿）",
    "（报批稿）",
)


class _Setter:
    """Set one draft; `restarts` are the numbered instances made so far, as (numId, abstractNumId)."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.restarts: list[tuple[int, int]] = []
        self.marks = 0

    def body(self) -> str:
        """Return the paragraphs, tables and sections."""
        made = ""
        before = ""
        for role, group in groupby(self.draft.pieces, lambda piece: piece.role if piece.role in _WHOLE else ""):
            pieces = list(group)
            if role == "cover":
                made += self.cover(pieces) + _section("titlePg")
            elif role == "toc":
                made += self.contents(pieces)
            else:
                for piece in pieces:
                    if before in _FRONT and piece.element not in _FRONT:
                        made += _section("roman")
                    before = piece.element
                    made += self.piece(piece)
        return made + self.para("para", _END)

    def piece(self, piece: Piece) -> str:
        role = piece.role
        annex = piece.element == "annex"
        if role == "grid":
            return words.grid(piece, self.cell)
        if role == "annex":
            label = self.para("annex", BREAK + run(f"（{piece.extra}）"))
            title = self.para("annex-title", self.words(piece))
            return label + title + self.para("carrier-figure", "") + self.para("carrier-table", "")
        if role == "clause":
            head = "introduction" if piece.label.startswith("0.") else "annex" if annex else "clause"
            return self.heading(f"{head}{piece.depth}", piece)
        if role == "untitled":
            return self.para(f"{'annex-' if annex else ''}untitled{piece.depth}", self.words(piece))
        if role == "term":
            return self.para(f"term{piece.depth}", BREAK + self.words(piece) if piece.text else "")
        if role in ("table", "figure") and piece.text.endswith("（续）"):
            return self.para(role, run(f"{piece.label}　") + self.words(piece), numbered(0, 0))
        if role in ("table", "figure"):
            return self.para(f"annex-{role}" if annex else role, self.words(piece))
        if role in ("note", "example"):
            return self.counted(role + "s", piece) if piece.digits else self.para(role, self.words(piece))
        if role in ("letter", "digit"):
            return self.listed(piece)
        if role == "dot":
            return self.para("dots" if piece.depth > 2 else "dot", self.words(piece))
        if role == "formula":
            number = TAB + run(f"（{piece.extra}）") if piece.extra else ""
            return self.para("formula", self.words(piece) + number)
        if role == "title":
            control = '<w:sdt><w:sdtPr><w:tag w:val="NEW_STAND_NAME"/></w:sdtPr><w:sdtContent>'
            return self.para("title", control + self.words(piece) + "</w:sdtContent></w:sdt>")
        if role in ("front", "index"):
            return self.heading(role, piece, spaced=True)
        if role in ("chapter", "bibliography"):
            return self.heading(role, piece)
        if role == "entry" and piece.bold:
            return self.para("entry", words.content(self.draft, piece, "<w:b/>"))
        return self.para(role if role in _STYLES else "para", self.words(piece))

    def heading(self, role: str, piece: Piece, spaced: bool = False) -> str:
        """Set a heading with the bookmark that the contents refer to; “前　言” is spaced by its characters."""
        self.marks += 1
        text = regex.sub(r"\s", "", piece.text) if spaced and len(piece.text) < 5 else ""
        inner = run(text[:1], '<w:spacing w:val="320"/>') + run(text[1:]) if text else self.words(piece)
        return self.para(role, words.bookmarked(f"_Toc{self.marks:08}", self.marks, inner))

    def listed(self, piece: Piece) -> str:
        """Set an item; numbers below letters are the second level of the same list."""
        if piece.role == "digit" and piece.depth > 1:
            last = [n for n, abstract in self.restarts if abstract == _RESTARTING["letter"]][-1]
            return self.para("digit", self.words(piece), numbered(last, 1))
        return self.counted(piece.role, piece)

    def counted(self, role: str, piece: Piece) -> str:
        """Set a paragraph with an automatic number; “1” and “a” start a new count."""
        if piece.digits in ("1", "a"):
            self.restarts.append((100 + len(self.restarts), _RESTARTING[role]))
        last = [n for n, abstract in self.restarts if abstract == _RESTARTING[role]][-1]
        return self.para(role, self.words(piece), numbered(last, 0))

    def cell(self, piece: Piece) -> str:
        return self.piece(piece) if piece.role != "cell" else self.para("cell", self.words(piece))

    def words(self, piece: Piece) -> str:
        return words.content(self.draft, piece, "<w:b/>") if piece.bold else words.content(self.draft, piece)

    def para(self, role: str, inner: str, properties: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{_IDS[role]}"/>{properties}</w:pPr>{inner}</w:p>'

    def contents(self, pieces: list[Piece]) -> str:
        """Set the table of contents as a field that runs over its paragraphs, and the lists of figures and tables."""
        made = ""
        for position, piece in enumerate(pieces):
            page = words.field(f"PAGEREF _Toc{position:08} \\h ", run(piece.extra))
            link = f'<w:hyperlink w:anchor="_Toc{position:08}">{runs(piece.text)}{TAB}{page}</w:hyperlink>'
            first = not position or bool(pieces[position - 1].depth) is not bool(piece.depth)
            kind = r'TOC \o "1-3" \h \z \u ' if piece.depth else r'TOC \h \z \c "图" '
            before = (END if position else "") + words.begin(kind) + SEPARATE if first else ""
            made += self.para(f"toc{piece.depth}", before + link)
        return made + f"<w:p>{END}</w:p>"

    def cover(self, pieces: list[Piece]) -> str:
        lines = cover_lines(pieces)
        codes = [line for name, line in lines if name in ("ics", "ccs")]
        rows = [f"<w:tr><w:tc><w:tcPr/>{self.para('code', self.code(line))}</w:tc></w:tr>" for line in codes]
        made = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"
        made += self.frame("class", self.form("c1", "GB"), 1)
        drawn = False
        for position, (name, line) in enumerate(lines):
            if name in ("ics", "ccs"):
                continue
            if name == "body":
                made += "" if drawn else self.frame("cover", PICTURE, position)
                drawn = True
                continue
            made += self.frame(*self.line(name, line), position)
        return made

    def line(self, name: str, line: str) -> tuple[str, str]:
        """Return role and runs of a line of the cover."""
        if name == "number":
            code, number, year = regex.fullmatch(r"(\S+?) ?(\d[\d.]*)—(.*)", line).groups()  # type: ignore[union-attr]
            number = self.form("NSTD_CODE_F", number)
            return "number", self.form("", code) + run(" ") + number + run("—") + self.form("NSTD_CODE_B", year)
        if name == "replaces":
            return "replaces", self.form("OSTD_CODE", line)
        if name == "stage":
            entries = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in _STAGES)
            chosen = f'<w:result w:val="{_STAGES.index(line)}"/>'
            data = f'<w:ffData><w:name w:val="下拉1"/><w:ddList>{chosen}{entries}</w:ddList></w:ffData>'
            return "cover", words.field(" FORMDROPDOWN ", "", data)
        if name == "title":
            return "name", self.form("CSTD_NAME", line)
        if name == "english":
            return "english", self.form("ESTD_NAME", line)
        if name == "issued":
            bookmark = "PLSH_DATE_Y" if line.endswith("发布") else "CROT_DATE_Y"
            return "date", self.form(bookmark, line[:4]) + run(line[4:])
        return ("class" if name == "level" else "cover"), runs(line)

    def code(self, line: str) -> str:
        head, _, code = line.partition(" ")
        return run(head + " ") + self.form("ICS" if head == "ICS" else "CSDN", code)

    def form(self, name: str, text: str) -> str:
        """Return a text form field with the bookmark that tools find it by."""
        data = f'<w:ffData><w:name w:val="{name}"/><w:textInput/></w:ffData>'
        made = words.field(" FORMTEXT ", runs(text), data)
        if not name:
            return made
        self.marks += 1
        return words.bookmarked(name, self.marks, made)

    def frame(self, role: str, inner: str, position: int) -> str:
        place = f'w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="center" w:y="{1400 + 850 * position}"'
        return self.para(role, inner, f'<w:framePr w:w="9300" w:hSpace="142" w:vSpace="142" {place}/>')

    def notes(self) -> str:
        mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>' + run(" ")
        return "".join(
            f'<w:footnote w:id="{number}">{self.para("footnote", mark + self.words(piece))}</w:footnote>'
            for number, piece in enumerate(self.draft.footnotes, 1)
        )


_WHOLE = ("cover", "toc")
_FRONT = ("contents", "foreword", "introduction")


_END = '<w:r><w:pict><v:line from="150pt,0" to="310pt,0" strokeweight="1.5pt"/></w:pict></w:r>'


def _section(kind: str) -> str:
    return f"<w:p><w:pPr>{_page(kind)}</w:pPr></w:p>"


def _page(kind: str) -> str:
    look = {"titlePg": "", "roman": '<w:pgNumType w:fmt="upperRoman" w:start="1"/>'}
    numbers = look.get(kind, '<w:pgNumType w:start="1"/>')
    top = -338 if kind == "titlePg" else 1928
    margins = f'<w:pgMar w:top="{top}" w:right="1134" w:bottom="1134" w:left="1134" w:gutter="284"/>'
    head = "" if kind == "titlePg" else '<w:headerReference w:type="default" r:id="rId7"/>'
    first = "<w:titlePg/>" if kind == "titlePg" else ""
    size = '<w:pgSz w:w="11906" w:h="16838"/>'
    return f'<w:sectPr>{head}<w:type w:val="nextPage"/>{size}{margins}{numbers}{first}</w:sectPr>'


def _styles() -> str:
    made = ""
    for role, (name, parent, paragraph, look) in _STYLES.items():
        size = "" if "<w:sz " in look else '<w:sz w:val="21"/>'
        made += words.style(_IDS[role], name, _IDS[parent] if parent else "", paragraph, look + size)
    return made


def _numbering(restarts: list[tuple[int, int]]) -> str:
    abstracts = numbers = ""
    for id_, levels in _LISTS.items():
        made = [(form, text, _IDS[role] if role else "") for (form, text), role in levels]
        abstracts += words.abstract(id_, *made)
        numbers += words.num(id_, id_)
    return abstracts + numbers + "".join(words.num(number, of, restart=True) for number, of in restarts)


def docx(draft: Draft) -> bytes:
    """Return a draft as a Word file."""
    setter = _Setter(draft)
    body = setter.body() + _page("body")
    header = setter.para(
        "header", words.field(" STYLEREF  标准文件_文件编号  \\* MERGEFORMAT ", run(own_number(draft)))
    )
    return pack(body, _styles(), _numbering(setter.restarts), setter.notes(), header)
