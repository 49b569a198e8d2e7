"""Set a Markdown draft in Word as an editor's template does: styles by role, every number automatic.

    python -m tests.template fixtures/product.md …

writes fixtures/product.docx beside each. The numbering is that of the SET2020 template: chapters on level 1 below an
empty level 0, subclauses inheriting their numId, entry numbers in paragraphs of their own, the label of an annex
automatic and its status behind a line break, notes and lists restarted by `startOverride`.
"""

from __future__ import annotations

import struct
import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import regex

from stdlint.formats import markdown
from stdlint.model import LINE_BREAK, OBJECT, Anchor, Block, Source
from stdlint.views.elements import element_of

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_BLACK = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimHei"/>'
_SONG = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun"/>'
_CENTRE = '<w:jc w:val="center"/>'
_PAGE = "<w:pageBreakBefore/>"
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="420"/>'


def _numbered(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


# role: (style name, parent role, paragraph properties, run properties)
_STYLES: dict[str, tuple[str, str, str, str]] = {
    "para": ("标准文件_段", "", _INDENT, _SONG),
    "chapter": ("标准文件_章标题", "", _numbered(1, 2) + _outline(0), _BLACK),
    "clause2": ("标准文件_一级条标题", "chapter", '<w:numPr><w:ilvl w:val="2"/></w:numPr>' + _outline(1), _BLACK),
    "clause3": ("标准文件_二级条标题", "clause2", '<w:numPr><w:ilvl w:val="3"/></w:numPr>' + _outline(2), _BLACK),
    "clause4": ("标准文件_三级条标题", "clause3", '<w:numPr><w:ilvl w:val="4"/></w:numPr>' + _outline(3), _BLACK),
    "untitled2": ("标准文件_一级无标题", "clause2", _outline(9), _SONG),
    "untitled3": ("标准文件_二级无标题", "clause3", _outline(9), _SONG),
    "term2": ("标准文件_术语条一", "untitled2", _outline(9), _BLACK),
    "term3": ("标准文件_术语条二", "untitled3", _outline(9), _BLACK),
    "annex": ("标准文件_附录标识", "", _PAGE + _numbered(0, 3) + _CENTRE + _outline(0), _BLACK),
    "annex-title": ("标准文件_附录章标题", "", _CENTRE, _BLACK),
    "annex2": ("标准文件_附录一级条标题", "", _numbered(1, 3) + _outline(1), _BLACK),
    "annex3": ("标准文件_附录二级条标题", "annex2", '<w:numPr><w:ilvl w:val="2"/></w:numPr>' + _outline(2), _BLACK),
    "annex-untitled2": ("标准文件_附录一级无标题", "annex2", _outline(9), _SONG),
    "front": ("标准文件_前言、引言标题", "", _PAGE + _CENTRE + _outline(0), _BLACK),
    "contents": ("标准文件_目录标题", "", _PAGE + _CENTRE, _BLACK),
    "title": ("标准文件_正文标准名称", "", _PAGE + _CENTRE, _BLACK),
    "bibliography": ("标准文件_参考文献标题", "", _PAGE + _CENTRE + _outline(0), _BLACK),
    "entry": ("标准文件_参考文献条目", "", _numbered(0, 7), _SONG),
    "dash": ("标准文件_破折号列项", "", _numbered(0, 8), _SONG),
    "dot": ("标准文件_二级项2", "", _numbered(0, 9), _SONG),
    "letter": ("标准文件_字母编号列项（一级）", "", "", _SONG),
    "digit": ("标准文件_数字编号列项（二级）", "", "", _SONG),
    "note": ("标准文件_注：", "", _numbered(0, 5), _SONG),
    "notes": ("标准文件_注×：", "", "", _SONG),
    "example": ("标准文件_示例：", "", _numbered(0, 10), _SONG),
    "examples": ("标准文件_示例×：", "", "", _SONG),
    "table": ("标准文件_正文表标题", "", _numbered(0, 6) + _CENTRE, _BLACK),
    "figure": ("标准文件_正文图标题", "", _numbered(0, 11) + _CENTRE, _BLACK),
    "annex-table": ("标准文件_附录表标题", "", _CENTRE, _BLACK),
    "annex-figure": ("标准文件_附录图标题", "", _CENTRE, _BLACK),
    "cell": ("标准文件_表格", "", "", _SONG),
    "toc": ("toc 1", "", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>', _SONG),
    "cover": ("标准文件_封面标准名称", "", "", _BLACK),
    "footnote": ("footnote text", "", "", _SONG),
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
    7: ((("decimal", "[%1]　"), "entry"),),
    8: ((("bullet", "——"), "dash"),),
    9: ((("bullet", "·"), "dot"),),
    10: ((("none", "示例："), "example"),),
    11: ((("decimal", "图%1　"), "figure"),),
    12: ((("lowerLetter", "%1)　"), ""),),
    13: ((("decimal", "%1)　"), ""),),
    14: ((("decimal", "注%1："), ""),),
    15: ((("decimal", "示例%1："), ""),),
}
_RESTARTING = {"letter": 12, "digit": 13, "notes": 14, "examples": 15}


class _Setter:
    """Set one draft; `restarts` are the numbered instances made so far, as (numId, abstractNumId)."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.anchors = {anchor.offset: anchor for anchor in source.anchors}
        self.restarts: list[tuple[int, int]] = []
        self.element = "cover"
        self.footnotes = [i for i, block in enumerate(source.blocks) if block.kind == "footnote"]

    def body(self) -> str:
        """Return the paragraphs and tables."""
        pieces: list[str] = []
        done = -1
        for index, block in enumerate(self.source.blocks):
            if block.kind in ("label", "footnote"):
                continue
            if block.table >= 0 and block.kind != "caption":
                if block.table != done:
                    done = block.table
                    pieces.append(self.table(done))
                continue
            pieces.append(self.block(index, block))
        return "".join(pieces)

    def block(self, index: int, block: Block) -> str:
        text = self.source.text[slice(*block.span)]
        label = regex.sub(r"\s", "", block.label)
        if block.kind == "heading" and not label:
            return self.unnumbered(block, text)
        if regex.fullmatch(r"附录[A-Z]", label):
            self.element = "annex"
            status = regex.match(r"[（(][^（）()]*[）)]", text)
            head = status.group() if status else ""
            lines = self.runs("annex", "", f"<w:r><w:br/><w:t>{escape(head)}</w:t></w:r>")
            return lines + self.set("annex-title", block, text[len(head) :].strip(" 　"), len(head) + 1)
        if self.element == "cover":
            frame = '<w:framePr w:w="9000" w:hSpace="142" w:vSpace="142" w:wrap="around" w:hAnchor="margin" w:y="1"/>'
            return self.set("cover", block, text, properties=frame)
        if self.element == "contents":
            entry = regex.sub(r"\s+(\S+)$", "\t\\1", text)
            return self.set("toc", block, entry)
        if block.kind in ("item", "note", "example", "caption"):
            return self.labelled(block, label, text)
        if regex.fullmatch(r"[A-Z]?\d*(?:\.\d+)*", label) and label:
            return self.clause(block, label, text)
        if label.startswith("["):
            return self.set("entry", block, text)
        return self.set("para", block, text)

    def unnumbered(self, block: Block, text: str) -> str:
        after_cover = "<w:p/>" if self.element == "cover" else ""
        self.element = element_of(text) or "title"
        role = {"contents": "contents", "bibliography": "bibliography", "title": "title"}.get(self.element, "front")
        return after_cover + self.set(role, block, text)

    def clause(self, block: Block, label: str, text: str) -> str:
        self.element = "annex" if label[0].isalpha() else element_of(text) or ("" if "." not in label else self.element)
        depth = label.count(".") + 1
        titled = block.kind == "heading" and bool(text)
        if label[0].isalpha():
            return self.set(f"annex{depth}" if titled else f"annex-untitled{depth}", block, text)
        if not text:
            return self.set(f"term{depth}", block, "")
        if depth == 1:
            return self.set("chapter", block, text)
        return self.set(f"clause{depth}" if titled else f"untitled{depth}", block, text)

    def labelled(self, block: Block, label: str, text: str) -> str:
        number = regex.search(r"\d+|[a-z](?=[)）])", label)
        if block.kind in ("note", "example"):
            if number is None:
                return self.set(block.kind, block, text)
            return self.counted(block.kind + "s", block, text, number.group())
        if block.kind == "caption":
            kind = "table" if label[0] == "表" else "figure"
            if "." in label:
                return self.set(f"annex-{kind}", block, f"{label}　{text}", -len(label) - 1)
            return self.set(kind, block, text)
        if number is None:
            return self.set("dash" if block.level <= 1 else "dot", block, text)
        return self.counted("letter" if number.group().isalpha() else "digit", block, text, number.group())

    def counted(self, role: str, block: Block, text: str, number: str) -> str:
        """Set a paragraph with an automatic number; “1” and “a” start a new count."""
        if number in ("1", "a"):
            self.restarts.append((100 + len(self.restarts), _RESTARTING[role]))
        last = [n for n, abstract in self.restarts if abstract == _RESTARTING[role]][-1]
        return self.set(role, block, text, properties=_numbered(0, last))

    def set(self, role: str, block: Block, text: str, shift: int = 0, *, properties: str = "") -> str:
        """Return a paragraph; `shift` says how much of the block's text is left out in front."""
        start = block.span[0] + shift
        runs: list[str] = []
        plain = ""
        for at, char in enumerate(text):
            if char in (OBJECT, LINE_BREAK, "\t"):
                runs += _text(plain)
                plain = ""
                runs.append(self.special(char, self.anchors.get(start + at)))
            else:
                plain += char
        return self.runs(role, properties, "".join(runs + _text(plain)))

    def special(self, char: str, anchor: Anchor | None) -> str:
        if char == LINE_BREAK:
            return "<w:r><w:br/></w:r>"
        if char == "\t":
            return "<w:r><w:tab/></w:r>"
        if anchor is None or anchor.kind == "picture":
            return _PICTURE
        if anchor.kind == "footnote":
            target = anchor.target if anchor.target in self.footnotes else anchor.target + 1
            number = self.footnotes.index(target) + 1
            return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        return f"<m:oMath><m:r><m:t>{escape(anchor.text)}</m:t></m:r></m:oMath>"

    def runs(self, role: str, properties: str, runs: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{_IDS[role]}"/>{properties}</w:pPr>{runs}</w:p>'

    def table(self, index: int) -> str:
        rows: dict[int, list[str]] = {}
        for cell in self.source.tables[index].cells:
            inside = ""
            for at in cell.blocks:
                block = self.source.blocks[at]
                if block.kind != "label":
                    text = self.source.text[slice(*block.span)]
                    label = regex.sub(r"\s", "", block.label)
                    inside += (
                        self.labelled(block, label, text)
                        if block.kind in ("note", "example")
                        else self.set("cell", block, label + text, -len(label))
                    )
            rows.setdefault(cell.row, []).append(f"<w:tc><w:tcPr/>{inside or '<w:p/>'}</w:tc>")
        edges = "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        made = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows.values())
        grid = "<w:gridCol/>" * max(len(cells) for cells in rows.values())
        look = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"

    def notes(self) -> str:
        return "".join(
            f'<w:footnote w:id="{number}">'
            + self.set("footnote", self.source.blocks[at], self.text(at))
            + "</w:footnote>"
            for number, at in enumerate(self.footnotes, 1)
        )

    def text(self, at: int) -> str:
        return self.source.text[slice(*self.source.blocks[at].span)]


def _text(plain: str) -> list[str]:
    """Return runs of at most seven characters, as an edited document has them."""
    start = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">'
    return [f"{start}{escape(plain[at : at + 7])}</w:t></w:r>" for at in range(0, len(plain), 7)]


_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1800000" cy="900000"/><wp:docPr id="1" name="图"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="图"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId9"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="1800000" cy="900000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xcc" * 16 for _ in range(8))
    head = struct.pack(">IIBBBBB", 16, 8, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _styles() -> str:
    made = ""
    for role, (name, parent, paragraph, run) in _STYLES.items():
        based = f'<w:basedOn w:val="{_IDS[parent]}"/>' if parent else ""
        made += (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{_IDS[role]}"><w:name w:val="{name}"/>{based}'
            f'<w:pPr>{paragraph}</w:pPr><w:rPr>{run}<w:sz w:val="21"/></w:rPr></w:style>'
        )
    return f"{_XML}<w:styles {_NAMESPACES}>{made}</w:styles>"


def _numbering(restarts: list[tuple[int, int]]) -> str:
    abstracts = numbers = ""
    for id_, levels in _LISTS.items():
        made = "".join(
            f'<w:lvl w:ilvl="{position}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>'
            + (f'<w:pStyle w:val="{_IDS[role]}"/>' if role else "")
            + f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
            for position, ((format_, text), role) in enumerate(levels)
        )
        abstracts += (
            f'<w:abstractNum w:abstractNumId="{id_}"><w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
        )
        numbers += f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>'
    for number, abstract in restarts:
        numbers += (
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    return f"{_XML}<w:numbering {_NAMESPACES}>{abstracts}{numbers}</w:numbering>"


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(data: bytes) -> bytes:
    """Return the Word twin of a Markdown draft."""
    setter = _Setter(markdown.read(data))
    body = setter.body()
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1928" w:right="1134" w:bottom="1134" w:left="1418"/>'
    parts = ("document", "styles", "numbering", "footnotes")
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kinds.get(part, part)}+xml"/>' for part in parts
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{part}" Target="{part}.xml"/>'
        for number, part in enumerate(parts[1:], 1)
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        f'<Relationship Id="rId9" Type="{_R}/image" Target="media/image1.png"/></Relationships>',
        "word/document.xml": f"{_XML}<w:document {_NAMESPACES}><w:body>{body}<w:sectPr>{page}</w:sectPr></w:body>"
        "</w:document>",
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(setter.restarts),
        "word/footnotes.xml": f"{_XML}<w:footnotes {_NAMESPACES}>{setter.notes()}</w:footnotes>",
        "word/media/image1.png": _png(),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def main(paths: list[str]) -> None:
    """Write the Word twin of each Markdown file beside it."""
    for path in map(Path, paths):
        path.with_suffix(".docx").write_bytes(docx(path.read_bytes()))


if __name__ == "__main__":
    main(sys.argv[1:])
