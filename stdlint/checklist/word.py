"""Write a checklist as a form in Word: boxes to click, room for words, the heads of tables repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from stdlint.checklist.markdown import FIELDS, columns
from stdlint.checklist.questions import Checklist, Group, Question, clause
from stdlint.model import CHECKLIST
from stdlint.profile import UsageError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_WIDTHS = (1.3, 6.3, 3.9, 5.3)
_FIELD_WIDTHS = (2.6, 6.6, 2.2, 5.4)
_GREY = "595959"
_SMALL = 9.0
_SHADE = "EDEDED"

_BOX = """\
<w:sdt {names}><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>
<w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>
<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox></w:sdtPr>
<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"/>
<w:sz w:val="{size}"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"""
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_PROPERTIES = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">\
<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{entry}">\
<vt:lpwstr>{name}</vt:lpwstr></property></Properties>"""


def as_docx(checklist: Checklist, lang: str, title: str = "") -> bytes:
    """Return the form in one language; `title` is the title of the standard. Raise UsageError without python-docx."""
    from io import BytesIO

    try:
        import docx
        from docx.shared import Pt
    except ImportError:
        raise UsageError(
            "a checklist in Word needs python-docx: install it with “pip install 'stdlint[docx]'”, "
            "or write the checklist in Markdown"
        ) from None
    lang = "en" if lang == "en" else "zh"
    document = docx.Document()
    _set_page(document, lang)
    _set_styles(document)
    _set_properties(document, checklist, lang)
    document.add_paragraph(checklist.said(lang), "Title")
    document.add_paragraph(checklist.preface(lang)).paragraph_format.space_after = Pt(8)
    _fields(document, lang, title)
    for number, group in enumerate(checklist.groups, 1):
        _group(document, group, number, lang)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: Document, lang: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.1)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    words = ("Page ", " of ", "") if lang == "en" else ("第", "页　共", "页")
    for word, field in zip(words, ("PAGE", "NUMPAGES", ""), strict=True):
        _write(foot, word, size=_SMALL)
        if field:
            look = f'<w:rPr><w:sz w:val="{_SMALL * 2:.0f}"/></w:rPr>'
            simple = f'<w:fldSimple {_NAMES} w:instr="{field}"><w:r>{look}<w:t>1</w:t></w:r></w:fldSimple>'
            foot._p.append(parse_xml(simple))


def _set_styles(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, latin, chinese, size, before, after in (
        ("Normal", "Times New Roman", "宋体", 10.5, 0, 3),
        ("Title", "Arial", "黑体", 18, 0, 12),
        ("Heading 1", "Arial", "黑体", 12, 12, 6),
    ):
        style: Any = document.styles[name]
        style.font.name, style.font.size, style.font.bold = latin, Pt(size), False
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), chinese)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        for border in style.element.xpath("w:pPr/w:pBdr"):
            border.getparent().remove(border)
    title: Any = document.styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:eastAsia"), "zh-CN")


def _set_properties(document: Document, checklist: Checklist, lang: str) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    core = document.core_properties
    core.title, core.author, core.comments = checklist.said(lang), "", ""
    core.language = "en" if lang == "en" else "zh-CN"
    package = document.part.package
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    content = _PROPERTIES.format(entry=CHECKLIST, name=checklist.name).encode()
    own = Part(PackURI("/docProps/custom.xml"), kind, content, package)
    package.relate_to(own, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties")


def _fields(document: Document, lang: str, title: str) -> None:
    name, author, date = FIELDS[lang]
    table = _table(document, 2, _FIELD_WIDTHS)
    table.cell(0, 1).merge(table.cell(0, 3))
    for row, column, text in ((0, 0, name), (1, 0, author), (1, 2, date)):
        _write(table.cell(row, column).paragraphs[0], text)
        _shade(table.cell(row, column))
    _write(table.cell(0, 1).paragraphs[0], title)


def _group(document: Document, group: Group, number: int, lang: str) -> None:
    from docx.oxml import parse_xml

    opening, closing = (" (", ")") if lang == "en" else ("（", "）")
    document.add_heading(f"{number}　{group.said(lang)}{opening}{clause(group.clause, lang)}{closing}", 1)
    table = _table(document, 1 + len(group.questions), _WIDTHS)
    for cell, text in zip(table.rows[0].cells, columns(group, lang), strict=True):
        name, bracket, choices = text.partition(opening)
        _write(cell.paragraphs[0], name, chinese="黑体")
        _write(cell.paragraphs[0], bracket + choices, size=_SMALL)
        _shade(cell)
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {_NAMES}/>"))
    for row, question in zip(table.rows[1:], group.questions, strict=True):
        _question(row.cells, question, lang)


def _question(cells: Sequence[_Cell], question: Question, lang: str) -> None:
    number, asked, answer, words = cells
    _write(number.paragraphs[0], question.id)
    _write(asked.paragraphs[0], question.said(lang))
    if question.kind == "choice":
        for one in question.choices:
            line = f"{one.title_en}: {one.when_en}" if lang == "en" else f"{one.title}：{one.when}"
            _write(asked.add_paragraph(), line, size=_SMALL)
    clauses = "Clause " if lang == "en" else "条号："
    _write(asked.add_paragraph(), clauses + question.basis(lang), size=_SMALL, colour=_GREY)
    if question.kind == "text":
        answer.merge(words)
        return
    line = answer.paragraphs[0]
    for index, choice in enumerate(question.choices):
        if index and question.kind == "choice":
            line = answer.add_paragraph()
        gap = " " if index and question.kind == "yes-no" else ""
        _write(line, gap)
        _box(line)
        _write(line, choice.title_en if lang == "en" else choice.title)


def _table(document: Document, rows: int, widths: Sequence[float]) -> Table:
    from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
    from docx.oxml import parse_xml
    from docx.shared import Cm, Pt

    table: Table = document.add_table(rows, len(widths), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {_NAMES}/>"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
            cell.paragraphs[0].paragraph_format.space_before = Pt(3)
    return table


def _shade(cell: _Cell) -> None:
    from docx.oxml import parse_xml

    shade = parse_xml(f'<w:shd {_NAMES} w:val="clear" w:color="auto" w:fill="{_SHADE}"/>')
    for alignment in cell._tc.xpath("w:tcPr/w:vAlign"):
        alignment.addprevious(shade)


def _box(line: Paragraph) -> None:
    from docx.oxml import parse_xml

    line._p.append(parse_xml(_BOX.format(names=_NAMES, size=21)))


def _write(line: Paragraph, text: str, *, size: float = 10.5, colour: str = "", chinese: str = "") -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    if not text:
        return
    run = line.add_run(text)
    run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if chinese:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), chinese)
