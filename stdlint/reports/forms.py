"""Name the forms of a report, each a module that is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stdlint.result import DocumentReport


class Form(NamedTuple):
    """A form of a report: its module, and whether it shows more where the reports hold their documents."""

    module: str
    keeps: bool = False


FORMS = {
    "text": Form("text"),
    "full": Form("text"),
    "concise": Form("concise"),
    "grouped": Form("grouped"),
    "json": Form("json"),
    "jsonl": Form("jsonl"),
    "sarif": Form("sarif", keeps=True),
    "gitlab": Form("gitlab"),
    "github": Form("github"),
    "rdjsonl": Form("rdjsonl", keeps=True),
    "junit": Form("junit"),
    "checkstyle": Form("checkstyle"),
    "csv": Form("csv"),
    "markdown": Form("markdown"),
    "html": Form("html", keeps=True),
}
"""By name, in the order in which they are listed."""


def render(name: str, reports: Sequence[DocumentReport], **wishes: object) -> str:
    """Return the reports in the form `name`; `wishes` are what its module knows besides, colours for example."""
    module = import_module(f"stdlint.reports.{FORMS[name].module}")
    rendered: str = module.render(reports, **wishes)
    return rendered
