"""Build small Word files from raw XML, without python-docx, so that tests decide about every element."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def run(text: str, properties: str = "") -> str:
    """Return a run with its run properties."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def runs(text: str, size: int = 2) -> str:
    """Return the text in runs of `size` characters, so that every longer span crosses runs."""
    return "".join(run(text[at : at + size]) for at in range(0, len(text), size))


def para(content: str = "", style: str = "", properties: str = "") -> str:
    """Return a paragraph; `content` without any element becomes one run."""
    name = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    inner = f"<w:pPr>{name}{properties}</w:pPr>" if name or properties else ""
    if content and not content.lstrip().startswith("<"):
        content = run(content)
    return f"<w:p>{inner}{content}</w:p>"


def numbered(num_id: int | str | None, ilvl: int | None = None) -> str:
    """Return a `w:numPr`, with the members that are given."""
    level = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    num = "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    return f"<w:numPr>{level}{num}</w:numPr>"


def style(
    style_id: str,
    name: str | None = None,
    based: str = "",
    properties: str = "",
    runs: str = "",
    kind: str = "paragraph",
) -> str:
    """Return a style; `name` is its id if not given."""
    parent = f"<w:basedOn w:val={quoteattr(based)}/>" if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId={quoteattr(style_id)}><w:name w:val={quoteattr(name or style_id)}/>'
        f"{parent}"
        f"<w:pPr>{properties}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    )


def level(ilvl: int, form: str, text: str, extra: str = "", start: int = 1, style_id: str = "") -> str:
    """Return a level of a list; `extra` stands between number format and text, where the schema wants it."""
    link = f"<w:pStyle w:val={quoteattr(style_id)}/>" if style_id else ""
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{link}{extra}'
        f'<w:suff w:val="space"/><w:lvlText w:val={quoteattr(text)}/></w:lvl>'
    )


def abstract(number: int, *levels: str, extra: str = "") -> str:
    """Return an abstractNum."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{extra}{"".join(levels)}'
        "</w:abstractNum>"
    )


def num(number: int, of: int, *overrides: str) -> str:
    """Return a num."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def table(*rows: Iterable[str]) -> str:
    """Return a table of rows of cells; a cell without element becomes a paragraph."""
    found = ""
    for row in rows:
        cells = "".join(f"<w:tc>{cell if cell.startswith('<') else para(cell)}</w:tc>" for cell in row)
        found += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{found}</w:tbl>"


def field(instruction: str, result: str = "", data: str = "") -> str:
    """Return a complex field; without `result` it has none."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    return (
        f"{begin}<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>{middle}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def part(root: str, content: str, namespace: str = TRANSITIONAL) -> str:
    """Return a part of the document with the namespaces that tests use."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} xmlns:w="{namespace}" xmlns:r="{OFFICE}"'
        f"{NAMESPACES}>{content}</w:{root}>"
    )


def relationships(targets: Mapping[str, str]) -> str:
    """Return a relationship part: target → kind."""
    found = "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}/>'
        for i, (target, kind) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


_CUSTOM = "docProps/custom.xml"


def _properties(said: Mapping[str, str]) -> str:
    """Return the part of the custom properties of a document."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    entries = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(said.items(), 2)
    )
    return f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">{entries}</Properties>'


def build(
    *paragraphs: str,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    headers: Iterable[str] = (),
    footers: Iterable[str] = (),
    namespace: str = TRANSITIONAL,
    main: str = "word/document.xml",
    extra: Mapping[str, str | bytes] | None = None,
    related: Mapping[str, str] | None = None,
    section: str = "",
    properties: Mapping[str, str] | None = None,
) -> bytes:
    """Return a Word file; a paragraph without element becomes a plain one.

    `extra` holds further members, `related` the relationships to them (target → kind), `section` the last sectPr,
    `properties` the custom properties of the document.
    """
    body = "".join(p if p.startswith("<") else para(p) for p in paragraphs)
    folder = main.rpartition("/")[0]
    parts: dict[str, tuple[str, str]] = {}
    for name, root, content in (
        ("styles", "styles", styles),
        ("numbering", "numbering", numbering),
        ("footnotes", "footnotes", footnotes),
        ("endnotes", "endnotes", endnotes),
    ):
        if content:
            parts[f"{name}.xml"] = (name, part(root, content, namespace))
    for kind, root, contents in (("header", "hdr", headers), ("footer", "ftr", footers)):
        for i, content in enumerate(contents, 1):
            parts[f"{kind}{i}.xml"] = (kind, part(root, content, namespace))
    types = "".join(
        f'<Override PartName="/{folder}/{name}" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for name, (kind, _) in parts.items()
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.document.main+xml"/>{types}</Types>',
        "_rels/.rels": relationships({main: "officeDocument"} | ({_CUSTOM: "custom-properties"} if properties else {})),
        main: part("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>", namespace),
        f"{folder}/_rels/{main.rpartition('/')[2]}.rels": relationships(
            {n: kind for n, (kind, _) in parts.items()} | dict(related or {})
        ),
    }
    members.update({f"{folder}/{name}": xml for name, (_, xml) in parts.items()})
    if properties:
        members[_CUSTOM] = _properties(properties)
    members.update(extra or {})
    return zipped(members)
