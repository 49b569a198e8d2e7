"""Show reports as SARIF 2.1.0, which code scanning of GitHub and many tools read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from stdlint import __version__
from stdlint.profile import Use
from stdlint.reports import rules
from stdlint.reports.explain.content import excerpt
from stdlint.reports.explain.markdown import escaped, fenced
from stdlint.reports.families import family_of
from stdlint.reports.lines import Besides, besides, spot, told
from stdlint.reports.raw import Change, Raw, raw
from stdlint.reports.text import language, place_of
from stdlint.result import DocumentReport, Dropped, Place, Result

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_MOST = 25_000
"""How many results of a run GitHub takes."""

Object = dict[str, Any]


def render(reports: Sequence[DocumentReport]) -> str:
    """Return a log with one run; snippets and fixes are there for Markdown files whose reports hold their document."""
    lang = language(reports)
    listed = _rules(reports, lang)
    index = {rule["id"]: at for at, rule in enumerate(listed)}
    results: list[Object] = []
    left = 0
    for report in reports:
        one_file = list(_results(report, index, _MOST - len(results)))
        results += one_file
        left += len(report.findings) + len(report.dropped) - len(one_file)
    run = {
        "tool": {"driver": {"name": "stdlint", "version": __version__, "language": lang, "rules": listed}},
        "invocations": [_invocation(reports, left, lang)],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules(reports: Iterable[DocumentReport], lang: str) -> list[Object]:
    """Return the rules that ran, each once, and those of which no more is known than a finding tells."""
    listed: dict[str, Object] = {}
    for report in reports:
        for use in report.uses:
            if use.check.id not in listed:
                listed[use.check.id] = _rule(use, lang)
        for result in (*report.findings, *(one.result for one in report.dropped)):
            listed.setdefault(result.rule, {"id": result.rule, "name": result.name})
    return [listed[id_] for id_ in sorted(listed)]


def _rule(use: Use, lang: str) -> Object:
    check = use.check
    short = rules.said(use, lang)
    why = rules.reason(check.doc, lang)
    family = family_of(check.id, lang)
    properties: Object = {"tags": [tag for tag in (family, use.basis, use.certainty) if tag]}
    if use.clause:
        properties["clause"] = use.clause
    return {
        "id": check.id,
        "name": check.name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": why or short},
        "help": _help(use, short, why, lang),
        "defaultConfiguration": {"level": _LEVELS[use.severity]},
        "properties": properties,
    }


def _help(use: Use, short: str, why: str, lang: str) -> Object:
    """Return the requirement with its clause, the reason, a wrong and a right example, as text and as Markdown."""
    wrong, right = ("错误示例", "正确示例") if lang == "zh" else ("Wrong", "Right")
    opening = [f"{short} [{use.clause}]" if use.clause else short, *([why] if why else [])]
    text, markdown = list(opening), [escaped(part) for part in opening]
    examples = use.check.examples(lang) or use.check.examples()
    for head, example in zip((wrong, right), examples[0] if examples else (), strict=False):
        said = excerpt(rules.readable(example, lang), lang)
        text.append(f"{head}\n{said}")
        markdown.append(f"**{head}**\n\n{fenced(said)}")
    return {"text": "\n\n".join(text), "markdown": "\n\n".join(markdown)}


def _results(report: DocumentReport, index: dict[str, int], most: int) -> Iterator[Object]:
    """Yield the findings and, behind them, those left out on purpose, `most` at most."""
    file = raw(report)
    for result in report.findings[:most]:
        yield _result(report, result, index, file)
    for one in report.dropped[: max(0, most - len(report.findings))]:
        yield {**_result(report, one.result, index, file), "suppressions": [_suppression(one)]}


def _result(report: DocumentReport, result: Result, index: dict[str, int], file: Raw | None) -> Object:
    place = result.place
    said = told(result, report.lang)
    location = {"artifactLocation": {"uri": uri(report.path)}, "region": _region(place, file)}
    made: Object = {
        "ruleId": result.rule,
        "ruleIndex": index[result.rule],
        "level": _LEVELS[result.severity],
        "message": {"text": said if place.line is not None else f"{spot(place)}: {said}"},
        "locations": [{"physicalLocation": location, "logicalLocations": [_logical(place)]}],
        "partialFingerprints": {"stdlint/v1": result.fingerprint},
        "properties": {"offset": place.offset, "endOffset": place.end_offset, "quote": place.quote},
    }
    if place.line is None:
        # GitHub works this one out for files of text alone.
        made["partialFingerprints"]["primaryLocationLineHash"] = f"{result.fingerprint}:1"
    change = file.change(result.fix.edits) if file and result.fix else None
    if file and change:
        made["fixes"] = [_fix(report, result, file, change)]
    return made


def _region(place: Place, file: Raw | None) -> Object:
    """Return line and column; a Word file has none, but GitHub shows no result without a line."""
    if place.line is None:
        return {"startLine": 1}
    if file is None:
        end_line, end_column = max((place.line, place.column), (place.end_line, place.end_column))
        return {"startLine": place.line, "startColumn": place.column, "endLine": end_line, "endColumn": end_column}
    start, end = file.span(place)
    return _lines(file, start, end) | {"snippet": {"text": file.text[start:end]}}


def _lines(file: Raw, start: int, end: int) -> Object:
    (line, column), (end_line, end_column) = file.where(start), file.where(end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _logical(place: Place) -> Object:
    said = {"name": place.clause or place.element or "—", "fullyQualifiedName": place_of(place)}
    return {**said, "kind": "clause" if place.clause else "element"}


def _fix(report: DocumentReport, result: Result, file: Raw, change: Change) -> Object:
    replacement = {
        "deletedRegion": _lines(file, change.start, change.end),
        "insertedContent": {"text": change.text},
    }
    return {
        "description": {"text": told(result, report.lang)},
        "artifactChanges": [{"artifactLocation": {"uri": uri(report.path)}, "replacements": [replacement]}],
    }


def _suppression(one: Dropped) -> Object:
    """Return who left a finding out: a comment in the draft, or a file beside it."""
    made: Object = {"kind": "external" if one.by.path else "inSource", "status": "accepted"}
    if one.reason:
        made["justification"] = one.reason
    if one.by.path:
        made["location"] = {"physicalLocation": _physical(one.by.path, one.by.line)}
    return made


def _physical(path: str, line: int) -> Object:
    return {"artifactLocation": {"uri": uri(path)}, **({"region": {"startLine": line}} if line else {})}


def _invocation(reports: Sequence[DocumentReport], left: int, lang: str) -> Object:
    """Return whether all was checked, and what there is to know besides the results."""
    notifications = [_notification(one) for report in reports for one in besides(report)]
    for report in reports:
        notifications += [
            _notification(Besides("info", "not-checked", message, report.path)) for message in report.notes
        ]
    if left:
        cut = f"只列出前 {_MOST} 个结果，另有 {left} 个未列出。"
        english = f"Only the first {_MOST} results are listed; {left} more are not."
        notifications.append({"level": "warning", "message": {"text": cut if lang == "zh" else english}})
    made: Object = {"executionSuccessful": not any(report.errors for report in reports)}
    return {**made, "toolExecutionNotifications": notifications}


def _notification(one: Besides) -> Object:
    return {
        "level": _LEVELS[one.severity],
        "message": {"text": one.message},
        "descriptor": {"id": one.code},
        "locations": [{"physicalLocation": _physical(one.path, one.line)}],
    }


def uri(path: str) -> str:
    """Return a path as a relative URI."""
    return quote(path.replace("\\", "/").removeprefix("./"), safe="/", errors="surrogateescape")
