"""Hold the words in which verdicts are told, and put reasons into words."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from stdlint import patterns
from stdlint.dossier import DRAFT, ROLES
from stdlint.gate import GROUPS, Answer, Reason, Verdict
from stdlint.reports.facts import understood
from stdlint.reports.text import SEVERITIES, place_of
from stdlint.views.stage import STAGES

OUTCOMES = {
    "passed": ("符合", "in order"),
    "failed": ("不符合", "not in order"),
    "remarked": ("符合，有意见", "in order, with remarks"),
    "unchecked": ("未检查", "not checked"),
}
"""What the outcomes of items are called."""

_HARMFUL = r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""Control characters and marks of direction."""
_UNSHOWN = patterns.compile(rf"(?!\x1b\[[\d;]*m){_HARMFUL}")
_UNPRINTED = patterns.compile(_HARMFUL)

_MOST_PLACES = 6


class Told(NamedTuple):
    """A reason that is told once, with the other places at which it holds in words."""

    reason: Reason
    also: str


def shown(said: str) -> str:
    """Return a line for a terminal without what would move or turn it; its colours stay."""
    return _UNSHOWN.sub("\ufffd", said)


def harmless(said: str) -> str:
    """Return a line without control characters, colours among them, and marks of direction."""
    return _UNPRINTED.sub("\ufffd", said)


def verdict_of(verdict: Verdict) -> str:
    """Return the verdict in a few words."""
    zh = verdict.lang == "zh"
    if verdict.errors:
        return "不能判定" if zh else "cannot be judged"
    failed = verdict.count("failed")
    if not failed:
        remarked = verdict.count("remarked")
        tail = (f"（{remarked}项有意见）" if zh else f" ({remarked} with remarks)") if remarked else ""
        return ("通过" if zh else "passed") + tail
    return f"不通过（{failed}项不符合）" if zh else f"failed ({failed} items not in order)"


def severity_of(verdict: Verdict, reason: Reason) -> str:
    """Return what the severity of a reason is called."""
    return SEVERITIES[verdict.lang][reason.severity]


def stage_of(verdict: Verdict) -> str:
    """Return what the stage is called."""
    names = STAGES.get(verdict.stage)
    return names[verdict.lang != "zh"] if names else ""


def facts_of(verdict: Verdict) -> str:
    """Return kind and level of the draft."""
    draft = verdict.draft
    return understood(draft.kinds, draft.level, None, verdict.lang) if draft else ""


def name_of(verdict: Verdict) -> str:
    """Return number and title of the draft."""
    draft = verdict.draft
    return " ".join(word for word in (draft.number, draft.title) if word) if draft else ""


def choice_of(verdict: Verdict) -> str:
    """Return which of several drafts was judged, “” where there is one."""
    drafts = [path for path, role in verdict.parts if role == DRAFT]
    if verdict.draft is None or len(drafts) < 2:
        return ""
    judged = verdict.draft.path
    others = [file_of(verdict, path) for path in drafts if path != judged]
    if verdict.lang == "zh":
        return f"判定的草案：{file_of(verdict, judged)}（另有：{'、'.join(others)}）"
    return f"Draft judged: {file_of(verdict, judged)} (others: {', '.join(others)})"


def judged(verdict: Verdict, path: str) -> str:
    """Return a remark on the draft that was judged where there are several."""
    if not choice_of(verdict) or verdict.draft is None or path != verdict.draft.path:
        return ""
    return "（本次判定）" if verdict.lang == "zh" else " (judged)"


def file_of(verdict: Verdict, path: str) -> str:
    """Return the path of a file as it stands in the submission."""
    if path == verdict.path or not path:
        return os.path.basename(path)
    return os.path.relpath(path, verdict.path if os.path.isdir(verdict.path) else os.path.dirname(verdict.path) or ".")


def item_of(answer: Answer, lang: str) -> str:
    """Return what an item is called."""
    return answer.item.zh if lang == "zh" else answer.item.en


def role_of(role: str, lang: str) -> str:
    """Return what a file is called."""
    return ROLES[role][lang != "zh"]


def by_group(verdict: Verdict) -> Iterator[tuple[str, list[Answer]]]:
    """Yield the groups of items in order, with what they are called."""
    for group, answers in groupby(verdict.answers, key=lambda answer: answer.item.group):
        yield GROUPS[group][verdict.lang != "zh"], list(answers)


def spot_of(verdict: Verdict, reason: Reason) -> str:
    """Return where a reason stands: the file, if it is not the draft, and the place in it."""
    other = not verdict.draft or reason.path not in ("", verdict.draft.path, verdict.path)
    spot = place_of(reason.result.place) if reason.result else reason.spot
    return " ".join(word for word in (file_of(verdict, reason.path) if other else "", spot) if word)


def told(verdict: Verdict, answer: Answer) -> list[Told]:
    """Return the reasons of an item, gravest first, those of one rule and sentence once."""
    order = {"error": 0, "warning": 1, "info": 2}
    first: dict[tuple[str, str, str], tuple[Reason, list[str]]] = {}
    for reason in sorted(answer.reasons, key=lambda one: order[one.severity]):
        rule = reason.result.rule if reason.result else reason.spot
        _, others = first.setdefault((rule, reason.message, reason.path), (reason, []))
        others.append(spot_of(verdict, reason))
    return [Told(reason, _also(others[1:], verdict.lang)) for reason, others in first.values()]


def _also(spots: Sequence[str], lang: str) -> str:
    """Return “另见5.1 ¶2、6 ¶7”, each place once, the last ones only counted."""
    places = list(dict.fromkeys(spots))
    if not places:
        return ""
    shown, more = places[:_MOST_PLACES], len(places) - _MOST_PLACES
    if lang == "zh":
        return "另见" + "、".join(shown) + (f"等{len(places)}处" if more > 0 else "")
    return "also " + ", ".join(shown) + (f" and {more} more" if more > 0 else "")
