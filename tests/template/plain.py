"""Set a draft as authors without a template do: every number typed, headings in Word's own styles or only bold.

Odd chapters use Heading 1 to 3, even ones bold paragraphs; the separator behind a number is two blanks, a wide blank or
a tab. The contents are plain lines. The heading of an annex is three lines.
"""

from __future__ import annotations

from tests.template import words
from tests.template.draft import Draft, Piece, cover_lines
from tests.template.package import pack
from tests.template.words import CENTRE, PAGE, TAB, run, runs

_BOLD = "<w:b/>"
_GAPS = ("  ", "　", "\t")


class _Setter:
    """Set one draft; `chapter` is the number of the clause that is open."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.chapter = 0
        self.lines = 0

    def body(self) -> str:
        """Return the paragraphs and tables."""
        cover = [piece for piece in self.draft.pieces if piece.role == "cover"]
        made = "".join(self.cover(name, line) for name, line in cover_lines(cover))
        made += "".join(self.piece(piece) for piece in self.draft.pieces if piece.role != "cover")
        return made + _para("", '<w:pBdr><w:bottom w:val="single" w:sz="12"/></w:pBdr>' + CENTRE)

    def cover(self, name: str, line: str) -> str:
        if name in ("ics", "ccs"):
            return _para(run(line))
        large = '<w:b/><w:sz w:val="44"/>' if name in ("level", "title") else _BOLD
        return _para(runs(line, large), CENTRE)

    def piece(self, piece: Piece) -> str:
        role = piece.role
        if role == "grid":
            return words.grid(piece, self.cell)
        if role == "toc":
            return _para(runs(piece.text) + TAB + run(piece.extra))
        if role == "annex":
            return self.annex(piece)
        if role == "term":
            return self.headed(piece._replace(text="")) + _para(words.content(self.draft, piece, _BOLD))
        if role in ("chapter", "clause"):
            return self.headed(piece)
        if role in ("table", "figure"):
            return _para(runs(f"{piece.label}  ", _BOLD) + words.content(self.draft, piece, _BOLD), CENTRE)
        if role == "formula":
            number = TAB + run(f"（{piece.extra}）") if piece.extra else ""
            return _para(self.words(piece) + number, CENTRE)
        if role in ("front", "contents", "title", "bibliography", "index"):
            text = f"{piece.text[0]}    {piece.text[-1]}" if role != "title" and len(piece.text) < 4 else piece.text
            break_ = PAGE if role != "title" else ""
            return _para(runs(text, _BOLD), break_ + CENTRE)
        if role == "untitled":
            return _para(run(piece.label + _GAPS[self.lines % 3]) + self.words(piece))
        if role in ("letter", "digit", "reference"):
            return _para(run(f"{piece.label} ") + self.words(piece))
        if role in ("note", "example"):
            return _para(run(piece.label) + self.words(piece))
        if role in ("dash", "dot"):
            return _para(run("——" if role == "dash" else "·") + self.words(piece))
        return _para(self.words(piece))

    def headed(self, piece: Piece) -> str:
        """Set a heading in one of the two ways, a tab or blanks behind its number."""
        self.lines += 1
        if piece.role == "chapter":
            self.chapter = int(piece.label)
        gap = _GAPS[self.lines % 3] if piece.text else ""
        number = run(piece.label, _BOLD) + (TAB if gap == "\t" else run(gap, _BOLD))
        styled = self.chapter % 2 == 1 and piece.depth < 4
        return _para(number + words.content(self.draft, piece, _BOLD), style=f"{piece.depth}" if styled else "")

    def annex(self, piece: Piece) -> str:
        status = f"（{piece.extra}）"
        lines = (piece.label, status, piece.text)
        return _para(run(lines[0], _BOLD), PAGE + CENTRE) + "".join(
            _para(run(line, _BOLD), CENTRE) for line in lines[1:]
        )

    def cell(self, piece: Piece) -> str:
        return self.piece(piece) if piece.role != "cell" else _para(self.words(piece), CENTRE)

    def words(self, piece: Piece) -> str:
        return words.content(self.draft, piece, _BOLD) if piece.bold else words.content(self.draft, piece)

    def notes(self) -> str:
        mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>' + run(" ")
        return "".join(
            f'<w:footnote w:id="{number}">{_para(mark + self.words(piece))}</w:footnote>'
            for number, piece in enumerate(self.draft.footnotes, 1)
        )


def _para(inner: str, properties: str = "", style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def docx(draft: Draft) -> bytes:
    """Return a draft as a Word file."""
    setter = _Setter(draft)
    margins = '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/>'
    page = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{margins}</w:sectPr>'
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' + "".join(
        words.style(f"{level}", f"heading {level}", "a", f'<w:outlineLvl w:val="{level - 1}"/>', _BOLD, custom=False)
        for level in (1, 2, 3)
    )
    return pack(setter.body() + page, styles, notes=setter.notes())
