"""Show reports as JSON, schema “stdlint/1”: a public contract, stable to the byte."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from stdlint import __version__
from stdlint.reports.lines import portable
from stdlint.result import DocumentReport, Dropped, Notice, Place, Result, count

SCHEMA = "stdlint/1"


def render(reports: Sequence[DocumentReport]) -> str:
    """Return the reports as one JSON object; fields that do not apply are null."""
    content = {
        "schema": SCHEMA,
        "version": __version__,
        "documents": [_document(report) for report in reports],
        "summary": count(reports),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _document(report: DocumentReport) -> dict[str, Any]:
    return {
        "path": portable(report.path),
        "format": report.format,
        "title": report.title,
        "number": report.number,
        "packs": list(report.packs),
        "kinds": list(report.kinds),
        "level": report.level,
        "stage": report.stage,
        "findings": [finding(result) for result in report.findings],
        "errors": [{"message": message} for message in report.errors],
        "notes": [{"message": message} for message in report.notes],
        "suppressed": [suppressed(one) for one in report.dropped],
        "notices": [notice(one) for one in report.notices],
        "known": report.known,
    }


def suppressed(one: Dropped) -> dict[str, Any]:
    """Return a finding that was left out, with the reason, None without one."""
    return {**finding(one.result), "reason": one.reason or None}


def notice(one: Notice) -> dict[str, Any]:
    """Return a notice; `path` and `line` are null where it stands in the draft."""
    return {
        "kind": one.kind,
        "message": one.message,
        "place": _place(one.place) if one.place else None,
        "path": portable(one.path) or None,
        "line": one.line or None,
    }


def finding(result: Result) -> dict[str, Any]:
    """Return a finding as it stands in JSON."""
    return {
        "rule": result.rule,
        "name": result.name,
        "severity": result.severity,
        "message": result.message,
        "clause": result.clause,
        "place": _place(result.place),
        "fix": _fix(result),
        "fingerprint": result.fingerprint,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "element": place.element,
        "clause": place.clause,
        "paragraph": place.paragraph,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "offset": place.offset,
        "end_offset": place.end_offset,
        "quote": place.quote,
    }


def _fix(result: Result) -> dict[str, Any] | None:
    if result.fix is None:
        return None
    edits = [{"offset": edit.start, "end_offset": edit.end, "text": edit.text} for edit in result.fix.edits]
    return {"safe": result.fix.safe, "edits": edits}
