"""Pack the parts of a Word file."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KINDS = {"document": "document.main"}
_ROOTS = {"header": "hdr", "footer": "ftr"}


def pack(body: str, styles: str, numbering: str = "", notes: str = "", header: str = "", footer: str = "") -> bytes:
    """Return a Word file; header and footer have the relationship ids rId7 and rId8, the picture rId9."""
    contents = {
        "document": f"<w:body>{body}</w:body>",
        "styles": styles,
        "numbering": numbering,
        "footnotes": _SEPARATORS + notes if notes else "",
        "header": header,
        "footer": footer,
    }
    parts = [part for part, content in contents.items() if content]
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{_KINDS.get(part, part)}+xml"/>' for part in parts
    )
    ids = {"header": 7, "footer": 8}
    relations = "".join(
        f'<Relationship Id="rId{ids.get(part, number)}" Type="{_R}/{part}" Target="{part}.xml"/>'
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
        **{f"word/{part}.xml": _part(_ROOTS.get(part, part), contents[part]) for part in parts},
        "word/media/image1.png": _png(),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _part(root: str, content: str) -> str:
    return f"{_XML}<w:{root} {_NAMESPACES}>{content}</w:{root}>"


_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xcc" * 16 for _ in range(8))
    head = struct.pack(">IIBBBBB", 16, 8, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
