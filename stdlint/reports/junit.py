"""Show reports as JUnit XML: a test suite for each file, a failed test case for each finding."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from stdlint.reports.lines import besides, portable, spot, told
from stdlint.reports.text import place_of
from stdlint.reports.xml import plain, written
from stdlint.result import DocumentReport, Result


def render(reports: Sequence[DocumentReport]) -> str:
    """Return one XML document; a file without findings has one test case that passes."""
    root = etree.Element("testsuites", name="stdlint")
    totals = {"tests": 0, "failures": 0, "errors": 0}
    for report in reports:
        counted = _suite(root, report)
        totals = {name: totals[name] + counted[name] for name in totals}
    for name, number in totals.items():
        root.set(name, str(number))
    return written(root)


def _suite(root: etree._Element, report: DocumentReport) -> dict[str, int]:
    path = plain(portable(report.path))
    suite = etree.SubElement(root, "testsuite", name=path)
    failures, errors = len(report.findings), len(report.errors)
    counted = {"tests": failures + errors or 1, "failures": failures, "errors": errors}
    for name, number in counted.items():
        suite.set(name, str(number))
    for number, message in enumerate(report.errors, 1):
        case = etree.SubElement(suite, "testcase", name=f"error {number}", classname=path)
        etree.SubElement(case, "error", message=plain(message), type="not-checked")
    for result in report.findings:
        _case(suite, path, result, report.lang)
    if not failures and not errors:
        etree.SubElement(suite, "testcase", name="stdlint", classname=path)
    notices = [f"{one.path}:{one.line}: {one.message}" for one in besides(report) if one.severity != "error"]
    if notices:
        etree.SubElement(suite, "system-out").text = plain("\n".join(notices))
    return counted


def _case(suite: etree._Element, path: str, result: Result, lang: str) -> None:
    place = result.place
    line = "" if place.line is None else f"{place.line}:{place.column} "
    case = etree.SubElement(suite, "testcase", name=plain(f"{result.rule} {line}{place_of(place)}"), classname=path)
    failure = etree.SubElement(case, "failure", message=plain(result.message), type=result.severity)
    failure.text = plain(f"{path}: {line}{spot(place)}: {result.rule} {told(result, lang)} ({result.name})")
