"""Set a draft as the authoring tool of about 2011 does, whose files mix its own styles with leftovers of older ones.

Chapters have outline level 1 (written 0-based), 附录章标题 is clause A.1, the title of an annex stands in the paragraph
of its label, three lists share one abstractNum, list markers and some captions are typed, examples both typed and
numbered. Style ids mean nothing. The cover is made of text boxes, each twice in the XML.
"""

from __future__ import annotations

from itertools import groupby

from tests.template import words
from tests.template.draft import Draft, Piece, cover_lines, own_number
from tests.template.package import pack
from tests.template.words import BREAK, CENTRE, END, PAGE, SEPARATE, TAB, numbered, run, runs

_BLACK = '<w:rFonts w:ascii="SimHei" w:eastAsia="SimHei"/>'
_SONG = '<w:rFonts w:ascii="SimSun" w:eastAsia="SimSun"/>'
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="420" w:rightChars="-50"/>'


# role: (style name, parent role, paragraph properties, run properties)
_STYLES: dict[str, tuple[str, str, str, str]] = {
    "para": ("标准文件_段", "", _INDENT, _SONG),
    "para2": ("标准文件_段落", "para", "", _SONG),
    "para3": ("段", "", _INDENT, _SONG),
    "chapter": ("标准文件_章标题", "", numbered(21, 0) + words.outline(1), _BLACK),
    "clause2": ("标准文件_一级条标题", "chapter", numbered(19, 1) + words.outline(2), _BLACK),
    "clause3": ("二级条标题", "clause2", numbered(4, 2) + words.outline(3), _BLACK),
    "clause4": ("标准文件_三级条标题", "clause3", words.level(3) + words.outline(4), _BLACK),
    "untitled2": ("一级无标题条", "clause2", words.outline(9), _SONG),
    "untitled3": ("标准文件_二级无标题条", "clause3", words.outline(9), _SONG),
    "untitled4": ("三级无标题条", "clause4", words.outline(9), _SONG),
    "introduction2": ("标准文件_引言一级条标题", "", words.outline(2), _BLACK),
    "annex": ("标准文件_附录标识", "", PAGE + numbered(41, 0) + CENTRE + words.outline(0), _BLACK),
    "annex2": ("标准文件_附录章标题", "", numbered(42, 1) + words.outline(1), _BLACK),
    "annex3": ("标准文件_附录一级条标题", "annex2", words.level(2) + words.outline(2), _BLACK),
    "annex-untitled2": ("附录无标题条", "annex2", words.outline(9), _SONG),
    "annex-untitled3": ("附录一级无标题条", "annex3", words.outline(9), _SONG),
    "front": ("标准文件_前言、引言标题", "", PAGE + CENTRE + words.outline(0), _BLACK + '<w:sz w:val="32"/>'),
    "contents": ("标准文件_目次、标准名称标题", "", PAGE + CENTRE, _BLACK + '<w:sz w:val="32"/>'),
    "bibliography": ("标准文件_参考文献、索引标题", "", PAGE + CENTRE + words.outline(0), _BLACK),
    "dash": ("标准文件_破折号列项", "", "", _SONG),
    "dot": ("列项·（二级）", "", "", _SONG),
    "dots": ("列项·（三级）", "", "", _SONG),
    "letter": ("标准文件_字母编号列项", "", "", _SONG),
    "digit": ("标准文件_数字编号列项", "", "", _SONG),
    "note": ("标准文件_注：", "", numbered(5, 0), _SONG),
    "notes": ("注×：", "", "", _SONG),
    "example": ("示例", "", numbered(10, 0), _SONG),
    "examples": ("标准文件_示例×：", "", numbered(15, 0), _SONG),
    "figure": ("标准文件_正文图标题", "", numbered(11, 0) + CENTRE, _BLACK),
    "table": ("标准文件_正文表标题", "", numbered(6, 0) + CENTRE, _BLACK),
    "formula": ("标准文件_正文公式", "", CENTRE, _SONG),
    "cell": ("标准文件_表格", "", CENTRE, _SONG),
    "code": ("标准文件_封面标准分类号", "", "", _BLACK),
    "class": ("封面标准名称", "", CENTRE, _BLACK + '<w:sz w:val="44"/>'),
    "number": ("封面标准编号", "", '<w:jc w:val="right"/>', _BLACK + '<w:sz w:val="28"/>'),
    "replaces": ("标准代替", "", '<w:jc w:val="right"/>', _BLACK),
    "name": ("标准文件_封面标准名称", "", CENTRE, _BLACK + '<w:sz w:val="48"/>'),
    "english": ("封面标准英文名称", "", CENTRE, _BLACK + '<w:sz w:val="28"/>'),
    "draft": ("标准文件_封面标准文稿类别", "", CENTRE, _BLACK),
    "date": ("封面发布日期", "", "", _BLACK),
    "body": ("标准部门", "", CENTRE, _BLACK),
    "footnote": ("footnote text", "", "", _SONG),
    "header": ("标准文件_页眉", "", '<w:jc w:val="right"/>', _BLACK),
}
_IDS = {role: f"a{'f' * (number % 5)}{number * 7 % 90}" for number, role in enumerate(_STYLES)}
_UNDEFINED = "a9x"
_LEADER = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs>'

_CLAUSES = tuple(
    ("decimal", ".".join(f"%{i}" for i in range(1, n)) + "　", _IDS[role])
    for n, role in enumerate(("chapter", "clause2", "clause3", "clause4"), 2)
)
_ANNEXES = (
    ("upperLetter", "附 录 %1", _IDS["annex"]),
    ("decimal", "%1.%2　", _IDS["annex2"]),
    ("decimal", "%1.%2.%3　", _IDS["annex3"]),
)
_LISTS: dict[int, tuple[tuple[str, str, str], ...]] = {
    32: _CLAUSES,
    40: _ANNEXES,
    5: (("none", "注：", ""),),
    6: (("decimal", "表%1　", ""),),
    10: (("none", "示例：", ""),),
    11: (("decimal", "图%1　", ""),),
    14: (("decimal", "注%1：", ""),),
    15: (("decimal", "示例%1：", ""),),
    50: (("bullet", "\uf0d8", ""),),
    51: (("bullet", "\uf06c", ""),),
}
_NUMS = {21: 32, 19: 32, 4: 32, 41: 40, 42: 40, 5: 5, 6: 6, 10: 10, 11: 11, 15: 15, 50: 50, 51: 51}
"""numId → abstractNum: three count chapters and clauses together, two the annexes."""


class _Setter:
    """Set one draft; `restarts` counts the lists of numbered notes."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.restarts = 0
        self.paragraphs = 0

    def body(self) -> str:
        """Return the paragraphs and tables."""
        made = ""
        for role, group in groupby(self.draft.pieces, lambda piece: piece.role if piece.role in _WHOLE else ""):
            pieces = list(group)
            if role == "cover":
                made += self.cover(pieces)
            elif role == "toc":
                made += self.contents(pieces)
            else:
                made += "".join(map(self.piece, pieces))
        return made + self.para("para", _RULE, CENTRE)

    def piece(self, piece: Piece) -> str:
        role, annex = piece.role, piece.element == "annex"
        inner = words.content(self.draft, piece)
        if role == "grid":
            return words.grid(piece, self.cell)
        if role == "annex":
            status = f"（{piece.extra}）" if piece.extra else ""
            return self.para("annex", BREAK + run(status) + BREAK + inner)
        if role == "clause" and piece.label.startswith("0."):
            return self.para("introduction2", run(f"{piece.label}　") + inner)
        if role == "clause":
            return self.para(f"{'annex' if annex else 'clause'}{piece.depth}", inner)
        if role == "untitled":
            return self.para(f"{'annex-' if annex else ''}untitled{piece.depth}", inner)
        if role == "term":
            return self.para(f"clause{piece.depth}", inner)
        if role == "title":
            return self.para("chapter", inner, numbered(0) + PAGE + CENTRE + words.outline(0))
        if role in ("table", "figure"):
            typed = annex or role == "table"
            return self.para(role, run(f"{piece.label}　") + inner if typed else inner, numbered(0) if typed else "")
        if role in ("note", "example"):
            return self.added(piece, inner)
        if role in ("letter", "digit"):
            return self.para(role, run(f"{piece.label}　") + inner)
        if role in ("dash", "dot"):
            marker = "——" if role == "dash" else "·"
            return self.para("dots" if piece.depth > 2 else role, run(marker) + inner)
        if role == "reference":
            return self.para("para2", run(f"{piece.label}　") + inner)
        if role == "formula":
            number = TAB + run(f"（{piece.extra}）") if piece.extra else ""
            return self.para("formula", inner + number)
        if role == "contents":
            return self.para("contents", run("目", '<w:spacing w:val="320"/>') + run("次"))
        if role == "front":
            return self.para("front", run(f"{piece.text[0]}        {piece.text[-1]}"))
        if role == "index":
            return self.para("bibliography", run("索  引"))
        if role in ("chapter", "bibliography"):
            return self.para(role, inner)
        return self.text(inner)

    def cell(self, piece: Piece) -> str:
        return self.piece(piece) if piece.role != "cell" else self.para("cell", words.content(self.draft, piece))

    def text(self, inner: str) -> str:
        """Set running text in one of the styles that it has in such files, with their noise."""
        self.paragraphs += 1
        role = ("para", "para2", "", "para3")[self.paragraphs % 4]
        noise = self.para("para", "") if self.paragraphs % 9 == 0 else ""
        if self.paragraphs == 1:
            data = '<w:fldData xml:space="preserve">ZQBKAHoAdABYAFEAdAA0AFYATgBVAFoA</w:fldData>'
            noise = f"<w:p>{words.field(' ADDIN CNKISM.UserStyle', '', data)}</w:p>"
        return self.para(role, inner) + noise

    def added(self, piece: Piece, inner: str) -> str:
        """Set a note or an example; numbered examples are typed as well, as in many such files."""
        if not piece.digits:
            return self.para(piece.role, inner)
        if piece.role == "example":
            return self.para("examples", run(piece.label) + inner)
        self.restarts += piece.digits == "1"
        return self.para("notes", inner, numbered(100 + self.restarts, 0))

    def para(self, role: str, inner: str, properties: str = "") -> str:
        style = f'<w:pStyle w:val="{_IDS[role]}"/>' if role else ""
        return f"<w:p><w:pPr>{style}{properties}</w:pPr>{inner}</w:p>"

    def contents(self, pieces: list[Piece]) -> str:
        """Set the contents in a content control, in a style that is not defined, their numbers typed."""
        made = ""
        for position, piece in enumerate(pieces):
            before = "" if position else words.begin(' TOC \\o "1-3" \\h \\z \\u ') + SEPARATE
            line = runs(piece.text) + TAB + run(piece.extra)
            made += f'<w:p><w:pPr><w:pStyle w:val="{_UNDEFINED}"/>{_LEADER}</w:pPr>{before}{line}</w:p>'
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{made}<w:p>{END}</w:p></w:sdtContent></w:sdt>"

    def cover(self, pieces: list[Piece]) -> str:
        """Set the cover as text boxes in one paragraph, and the section that ends with it."""
        boxes = ""
        for position, (role, group) in enumerate(groupby(cover_lines(pieces), lambda line: _BOXES[line[0]])):
            inside = "".join(self.para(role, runs(line)) for _, line in group)
            boxes += _box(inside, 40 + 62 * position)
        ended = f"<w:p><w:pPr>{_section()}</w:pPr></w:p>"
        return f"<w:p>{boxes}{_RULE}</w:p>{ended}"

    def notes(self) -> str:
        mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>' + run(" ")
        return "".join(
            f'<w:footnote w:id="{number}">{self.para("footnote", mark + words.content(self.draft, piece))}</w:footnote>'
            for number, piece in enumerate(self.draft.footnotes, 1)
        )


_WHOLE = ("cover", "toc")
_BOXES = {
    "ics": "code",
    "ccs": "code",
    "level": "class",
    "number": "number",
    "replaces": "replaces",
    "title": "name",
    "english": "english",
    "mark": "english",
    "region": "class",
    "stage": "draft",
    "drafted": "draft",
    "patents": "draft",
    "issued": "date",
    "body": "body",
}


def _box(inside: str, top: int) -> str:
    """Return a text box as Word 2010 writes it: once as a shape, once more as VML for older readers."""
    shape = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin">'
        '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page">'
        f"<wp:posOffset>{top * 12700}</wp:posOffset></wp:positionV>"
        '<wp:extent cx="5940000" cy="700000"/><wp:wrapNone/><wp:docPr id="2" name="文本框"/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5940000" cy="700000"/></a:xfrm><a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )
    old = f"<v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


_RULE = '<w:r><w:pict><v:line from="0,180pt" to="460pt,180pt"/></w:pict></w:r>'


def _section() -> str:
    size = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1134" w:bottom="1134" w:left="1418"/>'
    return f'<w:sectPr><w:headerReference w:type="default" r:id="rId7"/>{size}</w:sectPr>'


def _styles() -> str:
    """Return the styles that are used, and a crowd of leftovers, some of them tied to lists of bullets."""
    made = ""
    for role, (name, parent, paragraph, look) in _STYLES.items():
        made += words.style(_IDS[role], name, _IDS[parent] if parent else "", paragraph, look)
    names = {name for name, *_ in _STYLES.values()}
    for number, name in enumerate(_LEFTOVERS):
        if name not in names:
            bullet = numbered(50 + number % 2) if number % 3 == 0 else ""
            made += words.style(f"zz{number}", name, "", bullet + words.outline(number % 4), _BLACK)
    return made


_LEFTOVERS = tuple(
    prefix + name
    for name in (
        *("章标题", "一级条标题", "三级条标题", "四级条标题", "五级条标题", "一级无标题", "五级无标题", "术语条一"),
        *("正文表标题", "正文图标题", "附录标识", "附录章标题", "附录一级条标题", "附录表标题", "附录图标题", "列项——"),
        *(
            "字母编号列项（一级）",
            "列项●",
            "示例内容",
            "前言标题",
            "其他标准称谓",
            "参考文献标题",
            "索引标题",
            "目录标题",
        ),
        *("封面一致性程度标识", "文献分类号", "发布部门", "图表脚注", "附录公式", "封面正文", "首示例"),
    )
    for prefix in ("", "标准文件_")
)


def _numbering(restarts: int) -> str:
    made = "".join(words.abstract(id_, *levels) for id_, levels in _LISTS.items())
    made += "".join(words.num(number, of) for number, of in _NUMS.items())
    return made + "".join(words.num(101 + number, 14, restart=True) for number in range(restarts))


def docx(draft: Draft) -> bytes:
    """Return a draft as a Word file."""
    setter = _Setter(draft)
    body = setter.body() + _section()
    header = setter.para("header", words.field(" STYLEREF 标准文件_文件编号 ", run(own_number(draft))))
    return pack(body, _styles(), _numbering(setter.restarts), setter.notes(), header)
