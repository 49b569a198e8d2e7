"""Find the superscripts and subscripts of a Word file; the file is unpacked again, and only for who asks.

They are looked up in the bytes, and their texts counted as the reader counted them. What a character style raises is
not found.
"""

from __future__ import annotations

import re

from stdlint.formats.docx.package import open_package, part_xml
from stdlint.model import Source, Span

_ALIGNED = re.compile(rb'<w:vertAlign w:val="su(?:per|b)script" ?/>')
_TEXT = re.compile(rb"<w:t[ />]")


def raised(source: Source) -> list[Span]:
    """Return the spans of what is set high or low, in order; a part written in an unusual way has none."""
    package = open_package(source.data)
    nodes = {(part, node) for part, name in enumerate(source.part_names) for node in _nodes(part_xml(package, name))}
    if not nodes:
        return []
    ends = [*source.starts[1:], len(source.text)]
    runs = zip(source.parts, source.nodes, source.starts, ends, strict=True)
    return sorted((start, end) for part, node, start, end in runs if (part, node) in nodes)


def _nodes(xml: bytes | None) -> list[int]:
    """Return the ordinals of the texts of a part that stand in raised runs."""
    found: list[int] = []
    count = at = 0
    for match in _ALIGNED.finditer(xml or b""):
        assert xml is not None
        properties = xml.find(b"</w:rPr>", match.end())
        end = xml.find(b"</w:r>", match.end())
        if properties < 0 or end < properties or xml.startswith(b"</w:pPr>", properties + len(b"</w:rPr>")):
            continue
        count += len(_TEXT.findall(xml, at, match.end()))
        at = match.end()
        found += range(count, count + len(_TEXT.findall(xml, properties, end)))
    return found
