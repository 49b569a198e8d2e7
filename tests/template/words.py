"""Write runs, fields, paragraphs and tables in raw WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

from stdlint.model import LINE_BREAK, OBJECT, Anchor
from tests.template.draft import Draft, Piece
from tests.template.formula import omml

BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
CENTRE = '<w:jc w:val="center"/>'
PAGE = "<w:pageBreakBefore/>"
_RAISED = '<w:vertAlign w:val="superscript"/>'
_HINT = '<w:rFonts w:hint="eastAsia"/>'


def run(text: str, properties: str = _HINT) -> str:
    """Return one run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def runs(text: str, properties: str = _HINT) -> str:
    """Return runs of at most seven characters, as an edited document has them."""
    return "".join(run(text[at : at + 7], properties) for at in range(0, len(text), 7))


def field(instruction: str, result: str, data: str = "") -> str:
    """Return a complex field; `result` are its runs, `data` is what its beginning holds."""
    middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    return begin(instruction, data) + middle + END


def begin(instruction: str, data: str = "") -> str:
    """Return the beginning of a field, its instruction cut into pieces as Word does."""
    pieces = [instruction[at : at + 6] for at in range(0, len(instruction), 6)]
    said = "".join(f'<w:r><w:instrText xml:space="preserve">{escape(piece)}</w:instrText></w:r>' for piece in pieces)
    return f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>{said}'


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'


def level(level: int) -> str:
    """Return a `w:numPr` of which the style it is based on names the list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/></w:numPr>'


def outline(level: int) -> str:
    """Return the outline level of a style."""
    return f'<w:outlineLvl w:val="{level}"/>'


def numbered(number: int | str, level: int | None = None) -> str:
    """Return a `w:numPr`."""
    ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{ilvl}<w:numId w:val="{number}"/></w:numPr>'


def bookmarked(name: str, number: int, content: str) -> str:
    """Return runs inside a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def style(id_: str, name: str, parent: str = "", paragraph: str = "", runs: str = "", custom: bool = True) -> str:
    """Return a paragraph style."""
    based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
    own = ' w:customStyle="1"' if custom else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{id_}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    )


def abstract(number: int, *levels: tuple[str, str, str]) -> str:
    """Return an abstractNum of levels (number format, text, id of the style that it is tied to)."""
    made = "".join(
        f'<w:lvl w:ilvl="{position}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{id_}"/>' if id_ else "")
        + f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for position, (form, text, id_) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'


def num(number: int, of: int, restart: bool = False) -> str:
    """Return a num, starting again at 1 if asked to."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


def content(draft: Draft, piece: Piece, properties: str = _HINT) -> str:
    """Return the runs of a piece, its objects in their places."""
    made = plain = ""
    for at, char in enumerate(piece.text):
        if char in (OBJECT, LINE_BREAK, "\t"):
            made += runs(plain, properties)
            plain = ""
            made += _special(draft, char, piece.objects.get(at))
        elif piece.role == "cell" and char in "abc" and _marks(piece.text, at):
            made += runs(plain, properties) + run(char, _RAISED)
            plain = ""
        else:
            plain += char
    return made + runs(plain, properties)


def _marks(text: str, at: int) -> bool:
    """Say whether a letter of a cell is the mark of a footnote of the table."""
    first = at == 0 and text[1:2] == " "
    return first or (at == len(text) - 1 and at > 0 and text[at - 1].isdigit())


def _special(draft: Draft, char: str, anchor: Anchor | None) -> str:
    if char == LINE_BREAK:
        return BREAK
    if char == "\t":
        return TAB
    if anchor is None or anchor.kind == "picture":
        return PICTURE
    if anchor.kind == "footnote":
        number = draft.footnote(anchor)
        return f'<w:r><w:rPr>{_RAISED}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
    return omml(anchor.text)


def grid(piece: Piece, cell: Callable[[Piece], str]) -> str:
    """Return a table; `cell` sets the paragraphs of a cell, and a row that has too few cells spans the table."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    width = max(len(cells) for cells in piece.rows)
    made = ""
    for cells in piece.rows:
        wide = f'<w:gridSpan w:val="{width}"/>' if len(cells) == 1 < width else ""
        inner = [f"<w:tc><w:tcPr>{wide}</w:tcPr>{''.join(map(cell, c)) or '<w:p/>'}</w:tc>" for c in cells]
        made += f"<w:tr>{''.join(inner)}</w:tr>"
    look = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{'<w:gridCol/>' * width}</w:tblGrid>{made}</w:tbl>"


PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1800000" cy="900000"/><wp:docPr id="1" name="图"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="图"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId9"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="1800000" cy="900000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
