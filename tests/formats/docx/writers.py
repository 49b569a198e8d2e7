"""Write one draft as people without a template do: each writer is a way of typing it that real files show."""

from __future__ import annotations

import re
from collections.abc import Callable

from stdlint.model import OBJECT
from tests.template import words
from tests.template.draft import Draft, Piece, cover_lines
from tests.template.package import pack
from tests.template.words import BREAK, CENTRE, PICTURE, TAB, numbered, run

_BOLD = "<w:b/>"
_BULLETS = {"dash": "——", "dot": "·"}
_LISTED = ("letter", "digit", "dash", "dot")
_TEXT_RUN = re.compile(r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?(<w:t[ >][^<]*</w:t>)</w:r>")
_PARAGRAPH = re.compile(r"<w:p>(?:(?!<w:p>).)*?</w:p>")
_OPENING = re.compile(r"(<w:p>(?:<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?)(?=<w:r>)")


def para(inner: str, properties: str = "", style: str = "") -> str:
    """Return a paragraph."""
    named = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:p>{f'<w:pPr>{named}</w:pPr>' if named else ''}{inner}</w:p>"


def table(*rows: list[str]) -> str:
    """Return a table without borders; a cell is its paragraphs."""
    made = "".join(f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>"


def box(inner: str) -> str:
    """Return a run with a text box, as Word writes it twice."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


class Writer:
    """Type every number, with Word's own headings; `group` may set several pieces at once."""

    gap = "　"
    numbering = ""
    styles = ""
    heading_properties = staticmethod(lambda level: "")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.pieces = [piece for piece in draft.pieces if piece.role != "cover"]

    def docx(self) -> bytes:
        """Return the draft as a Word file."""
        cover = self.cover(cover_lines([piece for piece in self.draft.pieces if piece.role == "cover"]))
        made, at = "", 0
        while at < len(self.pieces):
            last = self.group(at)
            made += self.several(self.pieces[at:last]) if last > at else self.piece(self.pieces[at])
            at = max(last, at + 1)
        styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' + "".join(
            words.style(
                f"{level}",
                f"heading {level}",
                "a",
                f'{self.heading_properties(level)}<w:outlineLvl w:val="{level - 1}"/>',
                _BOLD,
                custom=False,
            )
            for level in range(1, 10)
        )
        notes = "".join(
            f'<w:footnote w:id="{number}">{para(run(" ") + self.words(piece))}</w:footnote>'
            for number, piece in enumerate(self.draft.footnotes, 1)
        )
        page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        return pack(self.finish(cover + made) + page, styles + self.styles, self.numbering, notes=notes)

    def group(self, at: int) -> int:
        """Return where a group of pieces that begins here ends, or `at`."""
        return at

    def several(self, pieces: list[Piece]) -> str:
        """Set a group."""
        return "".join(map(self.piece, pieces))

    def run_of(self, at: int, *roles: str) -> int:
        """Return where a run of pieces of these roles ends."""
        while at < len(self.pieces) and self.pieces[at].role in roles:
            at += 1
        return at

    def finish(self, body: str) -> str:
        """Change the whole body."""
        return body

    def words(self, piece: Piece, properties: str = "") -> str:
        """Return the runs of a piece."""
        return words.content(self.draft, piece, _BOLD if piece.bold else properties)

    def cover(self, lines: list[tuple[str, str]]) -> str:
        """Set the cover."""
        return "".join(para(run(line), "" if name in ("ics", "ccs") else CENTRE) for name, line in lines)

    def piece(self, piece: Piece) -> str:
        """Set a piece by its role."""
        role = piece.role
        if role == "grid":
            return words.grid(piece, self.cell)
        if role == "toc":
            return para(run(piece.text) + TAB + run(piece.extra))
        if role in ("chapter", "clause"):
            return self.heading(piece.depth, self.number(piece) + self.words(piece, _BOLD), piece)
        if role in ("contents", "title"):
            return para(run(piece.text, _BOLD), CENTRE)
        if role in ("front", "bibliography", "index"):
            return self.heading(1, run(piece.text), piece)
        if role in ("table", "figure"):
            return self.caption(piece)
        method: Callable[[Piece], str] = getattr(self, role, self.plain)
        return method(piece)

    def cell(self, piece: Piece) -> str:
        """Set a paragraph of a table."""
        return self.piece(piece) if piece.role != "cell" else para(self.words(piece), CENTRE)

    def label(self, piece: Piece) -> str:
        """Return the number of a piece."""
        return piece.label

    def number(self, piece: Piece) -> str:
        """Return the runs of the number of a heading."""
        return run(self.label(piece) + self.gap, _BOLD)

    def heading(self, level: int, inner: str, piece: Piece) -> str:
        """Set a heading."""
        return para(inner, "", f"{level}" if level < 4 else "")

    def term(self, piece: Piece) -> str:
        """Set the number and the term of an entry."""
        return self.heading(piece.depth, run(self.label(piece), _BOLD), piece) + para(self.words(piece, _BOLD))

    def annex(self, piece: Piece) -> str:
        """Set the heading of an annex."""
        return self.heading(1, run(f"{piece.label}（{piece.extra}）　{piece.text}"), piece)

    def caption(self, piece: Piece) -> str:
        """Set a caption."""
        return para(run(self.label(piece) + self.gap, _BOLD) + self.words(piece, _BOLD), CENTRE)

    def formula(self, piece: Piece) -> str:
        """Set a formula."""
        return para(self.words(piece) + (TAB + run(f"（{piece.extra}）") if piece.extra else ""), CENTRE)

    def plain(self, piece: Piece) -> str:
        """Set a paragraph with its label, if it has one."""
        return para(self.said(piece))

    def said(self, piece: Piece) -> str:
        """Return the runs of a paragraph with its typed label."""
        marker = _BULLETS.get(piece.role) or (piece.label and self.label(piece))
        blank = " " if piece.role in ("letter", "digit", "reference", "untitled") else ""
        return (run(marker + blank) if marker else "") + self.words(piece)


def _levels(*texts: str, styles: tuple[str, ...] = ()) -> tuple[tuple[str, str, str], ...]:
    return tuple(("decimal", text, styles[at] if styles else "") for at, text in enumerate(texts))


class Automatic(Writer):
    """Let Word count everything: headings 1 to 6, annexes on 7 to 9, items, notes, references, captions by SEQ."""

    numbering = (
        words.abstract(1, *_levels("%1", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4", styles=("1", "2", "3", "4")))
        + words.abstract(2, ("upperLetter", "附录 %1", "7"), *_levels("%1.%2", "%1.%2.%3", styles=("8", "9")))
        + words.abstract(3, ("lowerLetter", "%1)", ""), ("decimal", "%2)", ""), ("bullet", "·", ""))
        + words.abstract(4, ("bullet", "——", ""), ("bullet", "·", ""))
        + words.abstract(5, ("decimal", "[%1]", ""))
        + words.abstract(6, ("decimal", "注%1：", ""))
        + "".join(words.num(number, number) for number in (1, 2, 4, 5))
        + "".join(words.num(number, 3, True) for number in range(10, 20))
        + "".join(words.num(number, 6, True) for number in range(20, 30))
    )
    styles = words.style("caption", "caption", "a")
    lists = notes = 0

    @staticmethod
    def heading_properties(level: int) -> str:
        """Tie the headings to their lists."""
        return numbered(2, level - 7) if level > 6 else numbered(1, level - 1)

    def heading(self, level: int, inner: str, piece: Piece) -> str:
        """Set a heading, without a number where the draft has none or the introduction its own."""
        if piece.element == "annex":
            return para(inner, "", f"{6 + level}")
        off = numbered(0) if piece.role not in ("chapter", "clause", "term") or piece.element == "introduction" else ""
        return para(inner, off, f"{level}")

    def number(self, piece: Piece) -> str:
        """Type only the numbers of the introduction."""
        return super().number(piece) if piece.element == "introduction" else ""

    def term(self, piece: Piece) -> str:
        """Set the term behind a line break, so that its number stands alone."""
        return self.heading(piece.depth, BREAK + self.words(piece), piece)

    def untitled(self, piece: Piece) -> str:
        """Number a text without title like a heading."""
        return self.heading(piece.depth, self.words(piece), piece._replace(role="clause"))

    def annex(self, piece: Piece) -> str:
        """Set status and title behind line breaks."""
        return para(BREAK + run(f"（{piece.extra}）") + BREAK + run(piece.text), CENTRE, "7")

    def caption(self, piece: Piece) -> str:
        """Count with a field."""
        sign, letter, number = re.findall(r"([表图])([A-Z]\.)?(\d+)", piece.label)[0]
        counted = words.field(f" SEQ {sign} \\* ARABIC ", run(number))
        return para(run(f"{sign} {letter}") + counted + run(" ") + self.words(piece), CENTRE, "caption")

    def plain(self, piece: Piece) -> str:
        """Number items, notes and references."""
        role = piece.role
        self.lists += role == "letter" and piece.digits == "a"
        self.notes += role == "note" and piece.digits == "1"
        lists = {
            "letter": (10 + self.lists, 0),
            "digit": (10 + self.lists, 1),
            "dash": (4, 0),
            "dot": (4, 1),
            "reference": (5, 0),
        }
        if role == "note" and piece.digits:
            return para(self.words(piece), numbered(20 + self.notes, 0))
        return para(self.words(piece), numbered(*lists[role])) if role in lists else super().plain(piece)


class ListButton(Writer):
    """Number the chapters with Word's list button, “1.”, and make nothing bold."""

    numbering = words.abstract(1, *_levels("%1.")) + words.num(1, 1)
    gap = " "

    def heading(self, level: int, inner: str, piece: Piece) -> str:
        """Number chapters only."""
        inner = inner.replace(_BOLD, "")
        return para(inner, numbered(1, 0) if piece.role == "chapter" and piece.depth == 1 else "")

    def number(self, piece: Piece) -> str:
        """Type the other numbers."""
        return "" if piece.role == "chapter" and piece.depth == 1 else super().number(piece)


class Glued(Writer):
    """Leave no blank behind any number; headings are only bold."""

    gap = ""

    def heading(self, level: int, inner: str, piece: Piece) -> str:
        """Set a heading without style."""
        return para(inner)

    def untitled(self, piece: Piece) -> str:
        """Glue the text to its number."""
        return para(run(piece.label) + self.words(piece))


class FullWidth(Writer):
    """Type numbers in full-width digits, with full-width dots and letters."""

    def label(self, piece: Piece) -> str:
        """Return the wide number; markers of items and notes stay as they are."""
        wide = piece.role in ("chapter", "clause", "term", "untitled", "table", "figure")
        return piece.label.translate({code: code + 0xFEE0 for code in b"0123456789."}) if wide else piece.label


class SoftBreaks(Writer):
    """Press Shift+Enter where others begin a paragraph."""

    def group(self, at: int) -> int:
        """Group items, notes, pictures with their captions, captions with units."""
        piece = self.pieces[at]
        if piece.role in _LISTED:
            return self.run_of(at, *_LISTED)
        if piece.role == "note":
            return self.run_of(at, "note")
        if piece.role == "table" and self.pieces[at + 1].role == "unit":
            return at + 2
        below = self.pieces[at + 1].role if at + 1 < len(self.pieces) else ""
        text = piece.role == "clause" and below == "para"
        return at + 2 if text or (piece.text == OBJECT and below == "figure") else at

    def several(self, pieces: list[Piece]) -> str:
        """Set a group in one paragraph."""
        said = [
            run(f"{piece.label}　") + self.words(piece)
            if piece.role in ("table", "figure", "clause")
            else self.said(piece)
            for piece in pieces
        ]
        return para(BREAK.join(said))

    def term(self, piece: Piece) -> str:
        """Set the number above its term."""
        return para(run(piece.label) + BREAK + run(piece.text, _BOLD))

    def annex(self, piece: Piece) -> str:
        """Set three lines."""
        return para(run(piece.label) + BREAK + run(f"（{piece.extra}）") + BREAK + run(piece.text), CENTRE)

    def piece(self, piece: Piece) -> str:
        """Set the notes below a table in one paragraph."""
        if piece.role != "grid":
            return super().piece(piece)
        width = max(map(len, piece.rows))
        last = [inside for cells in piece.rows if len(cells) < width for cell in cells for inside in cell]
        rows = tuple(cells for cells in piece.rows if len(cells) == width)
        made = words.grid(piece._replace(rows=rows), self.cell)
        wide = f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>'
        below = f"<w:tr><w:tc>{wide}{para(BREAK.join(map(self.said, last)))}</w:tc></w:tr>" if last else ""
        return made.replace("</w:tbl>", f"{below}</w:tbl>")

    def finish(self, body: str) -> str:
        """End paragraphs with a break as well."""
        return body.replace("</w:r></w:p>", f"</w:r>{BREAK}</w:p>")


class LayoutTables(Writer):
    """Arrange the cover, term entries, formulas and figures in tables; set captions in their tables."""

    def cover(self, lines: list[tuple[str, str]]) -> str:
        """Set the lines of the cover in cells."""
        return table(*([para(run(line))] for _, line in lines)) + para("")

    def group(self, at: int) -> int:
        """Group a term with its entry, a picture or a table with its caption, the lines below 式中."""
        piece = self.pieces[at]
        if piece.role == "term":
            return self.run_of(at + 1, "para", "note", "example", "formula")
        if piece.role == "para" and piece.text == OBJECT:
            return next(i for i in range(at, len(self.pieces)) if self.pieces[i].role == "figure") + 1
        return self.run_of(at, "table", "unit") + 1 if piece.role == "table" else at

    def several(self, pieces: list[Piece]) -> str:
        """Set a group in a table."""
        first = pieces[0]
        if first.role == "term":
            inner = para(run(first.text, _BOLD)) + "".join(map(self.piece, pieces[1:]))
            return table([para(run(first.label)), inner]) + para("")
        if first.role == "table":
            above = "".join(map(self.piece, pieces[:-1]))
            width = max(map(len, pieces[-1].rows))
            row = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>{above}</w:tc></w:tr>'
            return self.piece(pieces[-1]).replace("<w:tr>", row + "<w:tr>", 1)
        return table(*([self.piece(piece)] for piece in pieces)) + para("")

    def formula(self, piece: Piece) -> str:
        """Set the number in a cell at the right."""
        if not piece.extra:
            return super().formula(piece)
        return table([para(""), para(self.words(piece), CENTRE), para(run(f"（{piece.extra}）"))]) + para("")


class OneCell(Writer):
    """Set the whole draft in one cell."""

    def finish(self, body: str) -> str:
        """Wrap the body."""
        return table([body]) + para("")


class Boxes(Writer):
    """Set the cover and every figure in text boxes; number “第1章”; style the front matter as titles."""

    def cover(self, lines: list[tuple[str, str]]) -> str:
        """Set each line in a box."""
        return para("".join(box(para(run(line))) for _, line in lines))

    def label(self, piece: Piece) -> str:
        """Return “第1章”."""
        return f"第{piece.label}章" if piece.role == "chapter" and piece.element != "annex" else piece.label

    def caption(self, piece: Piece) -> str:
        """Set the captions of figures in boxes."""
        return para(box(super().caption(piece))) if piece.label[0] == "图" else super().caption(piece)


class ThreeLines(Writer):
    """Set annexes in three lines, numbers above titles, the cover as headings, formulas as pictures."""

    def cover(self, lines: list[tuple[str, str]]) -> str:
        """Style level and title of the draft as headings."""
        return "".join(para(run(line), CENTRE, "1" if name in ("level", "title") else "") for name, line in lines)

    def heading(self, level: int, inner: str, piece: Piece) -> str:
        """Set the number in a paragraph of its own."""
        if piece.role not in ("chapter", "clause"):
            return super().heading(level, inner, piece)
        return para(run(piece.label, _BOLD)) + para(self.words(piece, _BOLD))

    def annex(self, piece: Piece) -> str:
        """Set three lines."""
        lines = (f"附 录 {piece.label[-1]}", f"{piece.extra}附录", piece.text)
        return "".join(para(run(line), CENTRE) for line in lines)

    def formula(self, piece: Piece) -> str:
        """Set a picture with the number of the formula."""
        return para(PICTURE + TAB + run(f"（{piece.extra}）")) if piece.extra else super().formula(piece)


class Revised(Writer):
    """Track changes all over the draft: with all of them accepted it is the draft."""

    def finish(self, body: str) -> str:
        """Insert every other run behind a deleted one, and put deleted paragraphs in between."""
        who = 'w:id="1" w:author="甲"'
        count = 0

        def changed(match: re.Match[str]) -> str:
            nonlocal count
            count += 1
            if count % 2:
                return f'<w:commentRangeStart w:id="1"/>{match[0]}<w:commentRangeEnd w:id="1"/>'
            gone = f"<w:del {who}><w:r><w:delText>8.9 旧文应必须</w:delText></w:r></w:del>"
            return f"{gone}<w:ins {who}>{match[0]}</w:ins>"

        def between(match: re.Match[str]) -> str:
            mark = f"<w:pPr><w:rPr><w:del {who}/></w:rPr></w:pPr>"
            gone = f"<w:p>{mark}<w:del {who}><w:r><w:delText>6.9 旧的要求应</w:delText></w:r></w:del></w:p>"
            return gone + match[0]

        return _PARAGRAPH.sub(between, _TEXT_RUN.sub(changed, body))


class Wrapped(Writer):
    """Wrap every run and paragraph in what other programs leave: controls, tags, links, bookmarks, alternatives."""

    def finish(self, body: str) -> str:
        """Wrap."""
        alternative = (
            r'<w:r>\1<mc:AlternateContent><mc:Choice Requires="wps">\2</mc:Choice><mc:Fallback>\2</mc:Fallback>'
            "</mc:AlternateContent></w:r>"
        )
        inner = f'<w:hyperlink w:anchor="_Toc1"><w:smartTag w:element="x">{alternative}</w:smartTag></w:hyperlink>'
        body = _TEXT_RUN.sub(f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>", body)
        mark = '<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:bookmarkEnd w:id="1"/>'
        control = f"<w:sdt><w:sdtPr/><w:sdtContent>{mark}\\g<0></w:sdtContent></w:sdt>"
        return f'<w:customXml w:element="x">{_PARAGRAPH.sub(control, body)}</w:customXml>'


class Blanks(Writer):
    """Begin paragraphs with wide blanks and signs that nobody sees, end them with tabs, never break at a blank."""

    gap = " "

    def finish(self, body: str) -> str:
        """Add the blanks."""
        body = _TEXT_RUN.sub(lambda match: match[0].replace("> ", ">\u00a0").replace(" <", "\u202f<"), body)
        body = _OPENING.sub(lambda match: match[1] + run("\ufeff　　\u200b"), body)
        return body.replace("</w:r></w:p>", f"</w:r>{TAB}</w:p>")


WRITERS = {
    writer.__name__: writer
    for writer in (
        *(Writer, Automatic, ListButton, Glued, FullWidth, SoftBreaks, LayoutTables),
        *(OneCell, Boxes, ThreeLines, Revised, Wrapped, Blanks),
    )
}
