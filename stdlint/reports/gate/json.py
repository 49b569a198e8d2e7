"""Show verdicts as JSON, schema “stdlint-gate/1”."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from stdlint import __version__
from stdlint.gate import Answer, Reason, Verdict
from stdlint.reports.json import finding

SCHEMA = "stdlint-gate/1"


def render(verdicts: Sequence[Verdict]) -> str:
    """Return the verdicts as one JSON object; fields that do not apply are null."""
    content = {
        "schema": SCHEMA,
        "version": __version__,
        "submissions": [_verdict(verdict) for verdict in verdicts],
        "summary": {
            "passed": sum(verdict.passed for verdict in verdicts),
            "failed": sum(not verdict.passed and not verdict.errors for verdict in verdicts),
            "unclear": sum(bool(verdict.errors) for verdict in verdicts),
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _verdict(verdict: Verdict) -> dict[str, Any]:
    draft = verdict.draft
    return {
        "path": verdict.path,
        "stage": verdict.stage or None,
        "passed": verdict.passed,
        "number": draft.number if draft else None,
        "title": draft.title if draft else None,
        "kinds": list(draft.kinds) if draft else [],
        "level": draft.level if draft else None,
        "draft": draft.path if draft else None,
        "files": [{"path": path, "role": role} for path, role in verdict.parts],
        "items": [_answer(answer, verdict.lang) for answer in verdict.answers],
        "errors": [{"message": message} for message in verdict.errors],
        "notes": [{"message": message} for message in verdict.notes],
    }


def _answer(answer: Answer, lang: str) -> dict[str, Any]:
    return {
        "id": answer.item.id,
        "name": answer.item.zh if lang == "zh" else answer.item.en,
        "group": answer.item.group,
        "outcome": answer.outcome,
        "reasons": [_reason(reason) for reason in answer.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "severity": reason.severity,
        "message": reason.message,
        "path": reason.path or None,
        "spot": reason.spot or None,
        "finding": finding(reason.result) if reason.result else None,
    }
