"""Name the elements and attributes of WordprocessingML that the reader knows, and read their values."""

from __future__ import annotations

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_T = "{http://purl.oclc.org/ooxml/wordprocessingml/main}t"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

P = W + "p"
PPR = W + "pPr"
R = W + "r"
RPR = W + "rPr"
T = W + "t"
TBL = W + "tbl"
TR = W + "tr"
TC = W + "tc"
SDT = W + "sdt"
SDT_CONTENT = W + "sdtContent"
CUSTOM_XML = W + "customXml"
TXBX = W + "txbxContent"
BODY = W + "body"
FLD_CHAR = W + "fldChar"
ALTERNATE = MC + "AlternateContent"
VAL = W + "val"

OFF = frozenset(("0", "false", "off", "none"))


def on(element: _Element | None, attribute: str = VAL) -> bool | None:
    """Return what a switch such as `w:b` says, or None where there is none."""
    return None if element is None else element.get(attribute) not in OFF


def value(parent: _Element | None, tag: str) -> str | None:
    """Return the `w:val` of the first child of that name, or None."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else child.get(VAL)


def integer(text: str | None) -> int | None:
    """Return the number, or None where there is none or something else."""
    if text is None:
        return None
    try:
        return int(text)
    except ValueError:
        return None
