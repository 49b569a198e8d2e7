"""Write edits back into a Word file: the texts they touch change, every other byte of content stays."""

from __future__ import annotations

import copy
import io
import zipfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element

from stdlint import patterns
from stdlint.formats.docx.inline import preserved
from stdlint.formats.docx.names import STRICT_T, XML_SPACE, T
from stdlint.formats.docx.package import malformed
from stdlint.model import Edit, ReadError, Source

_FORBIDDEN = patterns.compile(r"[^\t\u0020-\u2027\u2029-\ud7ff\ue000-\ufffb\ufffd\U00010000-\U0010ffff]")
_WHITE = " \t\r\n"

Splice = tuple[int, int, str]
"""Replace the characters from the first to the second offset inside one `w:t`.

(-1, -1, text) puts a paragraph of its own behind the one that holds it.
"""


def write(source: Source, edits: Iterable[Edit]) -> bytes:
    """Return the file with the edits made.

    The first text that an edit touches takes the new characters, and so their formatting; the others lose what it
    covers. Raise ValueError for edits that overlap, cross blocks, touch computed or locked text, or bring characters
    that cannot stand in one.
    """
    ordered = sorted(edits)
    splices: dict[int, dict[int, list[Splice]]] = {}
    last = 0
    for edit in ordered:
        if edit.start < last:
            raise ValueError(f"edits overlap at {edit.start}")
        last = edit.end
        for part, node, splice in _locate(source, edit):
            splices.setdefault(part, {}).setdefault(node, []).append(splice)
    if not splices:
        return source.data
    changed = {source.part_names[part].lower(): nodes for part, nodes in splices.items()}
    return _repack(source.data, changed)


def _locate(source: Source, edit: Edit) -> list[tuple[int, int, Splice]]:
    """Return what an edit does to which texts: (part, node, splice)."""
    start, end, text = edit
    index = bisect_right(source.blocks, start, key=lambda block: block.span[0]) - 1
    if index < 0 or not source.blocks[index].span[0] <= start <= end <= source.blocks[index].span[1]:
        raise ValueError(f"edit {start}–{end} does not stay inside one block")
    behind = text.startswith("\n") and len(text) > 1 and start == end == source.blocks[index].span[1]
    if match := _FORBIDDEN.search(text, 1 if behind else 0):
        raise ValueError(f"edit {start}–{end} brings U+{ord(match.group()):04X}, which cannot stand in a text")
    if behind:
        part, node, _ = _insertion(source, start, text, source.blocks[index].span)
        return [(part, node, (-1, -1, text[1:]))]
    if start == end:
        return [_insertion(source, start, text, source.blocks[index].span)] if text else []
    if not source.editable(start, end):
        raise ValueError(f"edit {start}–{end} touches computed or locked text")
    found: list[tuple[int, int, Splice]] = []
    run = bisect_right(source.starts, start) - 1
    at = start
    while at < end:
        until = min(source.starts[run + 1] if run + 1 < len(source.starts) else end, end)
        offset = source.offsets[run] + at - source.starts[run]
        found.append((source.parts[run], source.nodes[run], (offset, offset + until - at, "" if found else text)))
        at = until
        run += 1
    return found


def _insertion(source: Source, at: int, text: str, span: tuple[int, int]) -> tuple[int, int, Splice]:
    if any(first < at < last for first, last in source.locked):
        raise ValueError(f"edit at {at} touches locked text")
    if at < span[1] and source.editable(at, at + 1):
        part, node, offset = source.origin(at)
        return part, node, (offset, offset, text)
    if at > span[0] and source.editable(at - 1, at):
        part, node, offset = source.origin(at - 1)
        return part, node, (offset + 1, offset + 1, text)
    raise ValueError(f"edit at {at} has no typed text to stand in")


def _repack(data: bytes, changed: dict[str, dict[int, list[Splice]]]) -> bytes:
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            new.comment = old.comment
            for member in old.infolist():
                content = old.read(member)
                nodes = changed.get(member.filename.replace("\\", "/").lstrip("/").lower())
                if nodes is not None:
                    content = _rewrite(content, member.filename, nodes)
                new.writestr(copy.copy(member), content, member.compress_type)
    except (zipfile.BadZipFile, RuntimeError, OSError) as error:
        raise ReadError("The file is damaged: a part of it cannot be unpacked.") from error
    return out.getvalue()


def _rewrite(xml: bytes, name: str, nodes: dict[int, list[Splice]]) -> bytes:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, strip_cdata=False, collect_ids=False
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise malformed(name) from error
    for node, element in enumerate(list(root.iter(T, STRICT_T))):
        if node in nodes:
            _splice(element, [splice for splice in nodes[node] if splice[0] >= 0])
            for splice in nodes[node]:
                if splice[0] < 0:
                    _add_paragraph(element, splice[2])
    tree = root.getroottree()
    alone = tree.docinfo.standalone is not False
    return bytes(etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=alone))


def _add_paragraph(element: _Element, text: str) -> None:
    """Put a paragraph behind the one that holds `element`, in the style that most paragraphs of running text have."""
    paragraph = next(above for above in element.iterancestors() if etree.QName(above).localname == "p")
    space = "{" + (etree.QName(paragraph).namespace or "") + "}"
    made = etree.Element(space + "p")
    styles = Counter(
        style.get(space + "val")
        for other in paragraph.itersiblings()
        if other.tag == space + "p"
        and "".join(map(str, other.itertext())).endswith("。")
        and (style := other.find(f"{space}pPr/{space}pStyle")) is not None
        and other.find(f"{space}pPr/{space}numPr") is None
    )
    if styles:
        properties = etree.SubElement(made, space + "pPr")
        etree.SubElement(properties, space + "pStyle", {space + "val": styles.most_common(1)[0][0] or ""})
    run = etree.SubElement(made, space + "r")
    etree.SubElement(run, space + "t", {XML_SPACE: "preserve"}).text = text
    paragraph.addnext(made)


def _splice(element: _Element, splices: list[Splice]) -> None:
    text = (element.text or "") + "".join(child.tail or "" for child in element)
    shift = 0
    if not preserved(element):
        shift = len(text) - len(text.lstrip(_WHITE))
        text = text.strip(_WHITE)
    for start, end, new in sorted(splices, reverse=True):
        text = text[: start - shift] + new + text[end - shift :]
    for child in list(element):
        element.remove(child)
    element.text = text
    if text != text.strip(_WHITE):
        element.set(XML_SPACE, "preserve")
