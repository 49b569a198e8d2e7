"""Find the bookmarks of a Word file and the text that they hold; the file is unpacked again, and only for who asks.

They are looked up in the bytes: texts are counted up to a bookmark, as the reader counted them.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from stdlint.formats.docx.names import W
from stdlint.formats.docx.package import open_package, part_xml
from stdlint.layout import Name
from stdlint.model import Source

_MARK = re.compile(rb"<w:bookmark(Start|End)( [^<>]*)>")
_ID = re.compile(rb" w:id=\"([^\"]*)\"")
_NAME = re.compile(rb" w:name=\"([^\"]*)\"")
_TEXT = re.compile(rb"<w:t[ />]")
_FALLBACKS = re.compile(rb"<mc:Fallback>.*?</mc:Fallback>|<w:moveFrom .*?</w:moveFrom>", re.DOTALL)


def bookmarks(source: Source) -> list[Name]:
    """Return the bookmarks of the document part in order; one without text in its paragraph has an empty span.

    What is written in an unusual way has none; nor has what only repeats a text box for old versions of Word.
    """
    package = open_package(source.data)
    xml = part_xml(package, package.main) or b""
    if b'xmlns:w="' + W[1:-1].encode() + b'"' not in xml[:65536]:
        return []
    places = Places(source, xml)
    hidden = (
        [match.span() for match in _FALLBACKS.finditer(xml)] if b"<mc:Fallback" in xml or b"<w:moveFrom" in xml else []
    )
    opened: dict[bytes, tuple[str, int, int]] = {}
    found: list[Name] = []
    for match in _MARK.finditer(xml):
        if any(start < match.start() < end for start, end in hidden):
            continue
        key = _ID.search(match[2])
        number = key[1] if key else b""
        ordinal = places.ordinal(match.start())
        if match[1] == b"Start":
            name = _NAME.search(match[2])
            opened[number] = (name[1].decode("utf-8", "replace") if name else "", match.end(), ordinal)
        elif number in opened:
            name_said, at, first = opened.pop(number)
            found.append(Name("bookmark", name_said, places.span(at, first, ordinal)))
    return sorted(found, key=lambda name: name.span)


class Places:
    """Count the texts up to places that come one behind the other, and find them in `Source.text`."""

    def __init__(self, source: Source, xml: bytes) -> None:
        self.xml = xml
        self.at = self.count = 0
        ends = [*source.starts[1:], len(source.text)]
        runs = zip(source.nodes, source.starts, ends, source.parts, strict=True)
        self.runs = sorted((node, start, end) for node, start, end, part in runs if node >= 0 and part == 0)

    def ordinal(self, at: int) -> int:
        """Return how many texts begin in front of that place."""
        self.count += len(_TEXT.findall(self.xml, self.at, at))
        self.at = at
        return self.count

    def span(self, at: int, first: int, last: int) -> tuple[int, int]:
        """Return the span of the texts from one ordinal to another; empty where the paragraph ends before a text."""
        index = bisect_left(self.runs, (first, -1, -1))
        if index >= len(self.runs) or self.runs[index][0] != first:
            return 0, 0
        start = self.runs[index][1]
        following = _TEXT.search(self.xml, at)
        if following is None or self.xml.find(b"</w:p>", at, following.start()) >= 0:
            return 0, 0
        end = self.runs[bisect_left(self.runs, (last, -1, -1)) - 1][2] if last > first else start
        return start, max(start, end)
