"""Show what changed in a draft as a unified diff: the lines of Markdown, the paragraphs of Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from stdlint import formats
from stdlint.document import Document
from stdlint.formats.markdown.decode import decode
from stdlint.model import LINE_BREAK, OBJECT

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SHOWN = str.maketrans({LINE_BREAK: "↵", OBJECT: "□", "\n": " "})


def diff(before: bytes, after: bytes, filename: str) -> str:
    """Return a unified diff of two states of a file, empty if nothing that can be shown differs.

    Lines of Markdown keep their ends. In Word a line is a paragraph as it is read, behind its place. Raises ReadError.
    """
    name = filename.replace("\\", "/").removeprefix("./").lstrip("/")
    lines = unified_diff(_lines(before, filename), _lines(after, filename), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(data: bytes, filename: str) -> list[str]:
    source = formats.reader(filename).read(data)
    return _LINE.findall(decode(data)[0]) if source.format == "markdown" else list(_paragraphs(Document(source)))


def _paragraphs(doc: Document) -> Iterator[str]:
    """Return the paragraphs of a draft on one line each, in front their place."""
    label = ""
    for block in doc.blocks:
        said = doc.text[slice(*block.span)].translate(_SHOWN)
        if block.kind == "label":
            label = f"{said} "
            continue
        if said or label:
            element, clause, paragraph = doc.place(block.span[0])
            where = f"{clause or element or '—'} ¶{paragraph}" if paragraph else clause or element or "—"
            yield f"[{where}] {label}{said}\n"
        label = ""
