"""Show reports as a Code Quality report of GitLab."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from stdlint.reports.lines import besides, portable, sentence
from stdlint.result import DocumentReport

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(reports: Sequence[DocumentReport]) -> str:
    """Return an array of issues, whose fingerprints differ: GitLab drops one that it has seen.

    A Word file has no lines; its findings stand at line 1, with clause and words in the description.
    """
    seen: Counter[str] = Counter()
    issues = [issue for report in reports for issue in _issues(report, seen)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issues(report: DocumentReport, seen: Counter[str]) -> list[dict[str, Any]]:
    found = [
        _issue(
            f"{result.rule} {sentence(result, report.lang)}",
            result.rule,
            _SEVERITIES[result.severity],
            report.path,
            result.place.line,
            _unique(report.path, result.fingerprint, seen),
        )
        for result in report.findings
    ]
    told = [
        _issue(
            one.message,
            one.code,
            "critical" if one.severity == "error" else "info",
            one.path,
            one.line,
            _unique(one.path, f"{one.code}\0{one.message}", seen),
        )
        for one in besides(report)
    ]
    return found + told


def _issue(said: str, rule: str, severity: str, path: str, line: int | None, fingerprint: str) -> dict[str, Any]:
    return {
        "description": said,
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": portable(path), "lines": {"begin": line or 1}},
    }


def _unique(path: str, content: str, seen: Counter[str]) -> str:
    """Return a fingerprint that no other issue of the report has."""
    whole = f"{portable(path)}\0{content}"
    seen[whole] += 1
    return sha256(f"{whole}\0{seen[whole]}".encode()).hexdigest()
