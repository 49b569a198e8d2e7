"""Show reports as Checkstyle XML."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from stdlint.reports.lines import besides, portable, sentence
from stdlint.reports.xml import plain, written
from stdlint.result import DocumentReport


def render(reports: Sequence[DocumentReport]) -> str:
    """Return one XML document; findings in a Word file name no line, but clause and words."""
    root = etree.Element("checkstyle", version="4.3")
    for report in reports:
        files = {report.path: etree.SubElement(root, "file", name=plain(portable(report.path)))}
        for result in report.findings:
            error = etree.SubElement(files[report.path], "error")
            if result.place.line is not None:
                error.set("line", str(result.place.line))
                error.set("column", str(result.place.column))
            error.set("severity", result.severity)
            error.set("message", plain(sentence(result, report.lang)))
            error.set("source", f"stdlint.{plain(result.rule)}")
        for one in besides(report):
            if one.path not in files:
                files[one.path] = etree.SubElement(root, "file", name=plain(portable(one.path)))
            error = etree.SubElement(files[one.path], "error")
            if one.line:
                error.set("line", str(one.line))
            error.set("severity", one.severity)
            error.set("message", plain(one.message))
            error.set("source", f"stdlint.{one.code}")
    return written(root)
