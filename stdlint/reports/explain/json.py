"""Write rules as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from stdlint import __version__
from stdlint.profile import Bound, bounds
from stdlint.reports.explain.content import Explained

SCHEMA = "stdlint-rules/1"


def render(rules: Sequence[Explained]) -> str:
    """Return rules as one JSON object, by id."""
    listed = [_rule(rule) for rule in sorted(rules, key=lambda rule: rule.check.id)]
    content = {"schema": SCHEMA, "version": __version__, "rules": listed}
    return json.dumps(content, ensure_ascii=False, indent=2, default=list) + "\n"


def _rule(rule: Explained) -> dict[str, Any]:
    use, check = rule.uses[0], rule.check
    bound = bounds().get(check.name, Bound())
    bad, good = (check.examples("zh") or check.examples() or [("", "")])[0]
    return {
        "id": check.id,
        "name": check.name,
        "severity": use.severity,
        "clause": use.clause or None,
        "clauses": list(dict.fromkeys(one.clause for one in rule.uses if one.clause)),
        "basis": use.basis,
        "certainty": use.certainty,
        "default": use.default,
        "kinds": list(bound.kinds),
        "stages": list(bound.stages),
        "severities": dict(bound.severities),
        "langs": list(check.langs),
        "formats": list(check.formats),
        "fix": rule.fix,
        "message": check.message,
        "message_en": check.message_en,
        "options": {**check.options, **use.options},
        "settled": _settled(rule),
        "doc": check.doc,
        "bad": bad,
        "good": good,
        "examples": [{"bad": bad, "good": good} for bad, good in check.examples()],
        "clean": check.traps()[len(check.examples()) :],
        "siblings": [id_ for id_, _ in rule.siblings],
        "hides": list(rule.hides),
        "hidden_by": list(rule.hidden_by),
    }


def _settled(rule: Explained) -> dict[str, Any] | None:
    """Return how the project uses the rule, None where there are no settings."""
    if rule.settled is None:
        return None
    path, use, ignored = rule.settled
    options = {**rule.check.options, **use.options} if use else {}
    return {
        "path": path,
        "enabled": use is not None and not ignored,
        "severity": use.severity if use else None,
        "options": options,
    }
