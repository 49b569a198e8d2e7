"""Read and write files: a format is a module with `read`, `write` and `where`, loaded when a file asks for it."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from stdlint.model import ReadError

ENDINGS = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".dotm": "docx",
    ".md": "markdown",
    ".markdown": "markdown",
    ".xlsx": "xlsx",
}
"""Which format a file name's ending tells."""

TEMPLATES = frozenset((".dotx", ".dotm"))
"""Endings of files that drafts are made from: read if they are named, no drafts themselves."""


WORKBOOKS = frozenset((".xlsx",))
"""Endings of files that go with drafts, as tables of comments do, and are none themselves."""


def reader(filename: str) -> ModuleType:
    """Return the module of the format that `filename` tells, or raise `ReadError`."""
    _, dot, ending = filename.replace("\\", "/").rpartition("/")[2].rpartition(".")
    ending = (dot + ending).casefold()
    if ending not in ENDINGS:
        if ending in (".doc", ".wps", ".dot", ".rtf", ".odt"):
            raise ReadError(
                f"A {ending} file cannot be read; save it as .docx first.", f"不能读取{ending}文件，请先另存为.docx。"
            )
        raise ReadError(
            "This is not a file that stdlint reads: .docx, .docm, .dotx, .dotm, .md or .markdown.",
            "只能检查.docx、.docm、.dotx、.dotm、.md和.markdown文件。",
        )
    return import_module(f"stdlint.formats.{ENDINGS[ending]}")
