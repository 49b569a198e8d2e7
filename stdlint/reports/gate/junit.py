"""Show verdicts as JUnit XML: a test suite for each submission, a test case for each item."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from stdlint.gate import Answer, Verdict
from stdlint.reports.gate import words
from stdlint.reports.xml import plain, written


def render(verdicts: Sequence[Verdict]) -> str:
    """Return one XML document."""
    root = etree.Element("testsuites", name="stdlint gate")
    totals = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for verdict in verdicts:
        counted = _suite(root, verdict)
        totals = {name: totals[name] + counted[name] for name in totals}
    for name, number in totals.items():
        root.set(name, str(number))
    return written(root)


def _suite(root: etree._Element, verdict: Verdict) -> dict[str, int]:
    named = " ".join(word for word in (words.name_of(verdict), words.stage_of(verdict)) if word)
    suite = etree.SubElement(root, "testsuite", name=plain(f"{verdict.path} {named}".strip()))
    counted = {
        "tests": len(verdict.answers) + len(verdict.errors),
        "failures": verdict.count("failed"),
        "errors": len(verdict.errors),
        "skipped": verdict.count("unchecked"),
    }
    for name, number in counted.items():
        suite.set(name, str(number))
    for number, message in enumerate(verdict.errors, 1):
        case = etree.SubElement(suite, "testcase", name=f"error {number}", classname=plain(verdict.path))
        etree.SubElement(case, "error", message=plain(message))
    for answer in verdict.answers:
        _case(suite, verdict, answer)
    return counted


def _case(suite: etree._Element, verdict: Verdict, answer: Answer) -> None:
    name = f"{answer.item.id} {words.item_of(answer, verdict.lang)}"
    case = etree.SubElement(suite, "testcase", name=plain(name), classname=plain(verdict.path))
    lines = [_line(verdict, told) for told in words.told(verdict, answer)]
    said = plain("\n".join(lines))
    if answer.outcome == "failed":
        etree.SubElement(case, "failure", message=plain(lines[0])).text = said
    elif answer.outcome == "unchecked":
        etree.SubElement(case, "skipped", message=said)
    elif lines:
        etree.SubElement(case, "system-out").text = said


def _line(verdict: Verdict, told: words.Told) -> str:
    reason = told.reason
    severity = words.severity_of(verdict, reason)
    if reason.result is None:
        return f"{severity} {reason.message} {words.spot_of(verdict, reason)}".rstrip()
    result = reason.result
    also = f" {told.also}" if told.also else ""
    clause = f" [{result.clause}]" if result.clause else ""
    place = words.spot_of(verdict, reason)
    return f"{severity} {result.rule} {reason.message} {place} “{result.place.quote}”{also}{clause}"
