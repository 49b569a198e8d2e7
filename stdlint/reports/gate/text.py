"""Show verdicts as text: first the verdict, then the items that are not in order, with their reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdlint.gate import Answer, Verdict
from stdlint.reports.gate import words
from stdlint.reports.text import COLOURS, Paint, shown_words

_SIGNS = {"passed": "✓", "failed": "✗", "remarked": "!", "unchecked": "–"}
_COLOURS = {"passed": "32", "failed": "31", "remarked": "33", "unchecked": "2"}
_LONGEST = 12
"""The most reasons that are told of one item."""


def render(verdicts: Sequence[Verdict], *, colour: bool = False, lang: str = "") -> str:
    """Return the verdicts, and one line that counts them."""
    paint = Paint(colour)
    lines = [words.shown(line) for verdict in verdicts for line in _verdict(verdict, paint)]
    return "\n".join([*lines, summary(verdicts, lang)]) + "\n"


def summary(verdicts: Sequence[Verdict], lang: str = "") -> str:
    """Return one line: how many submissions, and how many of them pass; by default in the language of the first."""
    lang = lang or (verdicts[0].lang if verdicts else "zh")
    passed = sum(verdict.passed for verdict in verdicts)
    unclear = sum(bool(verdict.errors) for verdict in verdicts)
    failed = len(verdicts) - passed - unclear
    if lang == "zh":
        parts = [f"{passed} 份通过", f"{failed} 份不通过", *([f"{unclear} 份不能判定"] if unclear else [])]
        return f"判定了 {len(verdicts)} 份材料：{'，'.join(parts)}"
    parts = [f"{passed} passed", f"{failed} failed", *([f"{unclear} could not be judged"] if unclear else [])]
    return f"{len(verdicts)} submission{'s' * (len(verdicts) != 1)} judged: {', '.join(parts)}"


def _verdict(verdict: Verdict, paint: Paint) -> Iterator[str]:
    zh = verdict.lang == "zh"
    yield f"{paint('1;4', verdict.path)}  {words.name_of(verdict)}".rstrip()
    facts = " · ".join(word for word in (words.stage_of(verdict), words.facts_of(verdict)) if word)
    if facts:
        yield paint("2", f"  {facts}")
    colour = "32" if verdict.passed else "31"
    yield f"  {'结论：' if zh else 'Verdict: '}{paint(f'1;{colour}', words.verdict_of(verdict))}"
    yield from (f"  {said}" for said in (*filter(None, [words.choice_of(verdict)]), *verdict.errors, *verdict.notes))
    for group, answers in words.by_group(verdict):
        yield ""
        yield f"  {paint('1', group)}"
        for answer in answers:
            yield from _answer(verdict, answer, paint)
    yield ""


def _answer(verdict: Verdict, answer: Answer, paint: Paint) -> Iterator[str]:
    files = [path for path, role in verdict.parts if role == answer.item.role]
    shown = "、".join(words.file_of(verdict, path) for path in files)
    sign = paint(_COLOURS[answer.outcome], _SIGNS[answer.outcome])
    yield f"    {sign} {answer.item.id:<4} {words.item_of(answer, verdict.lang)}{'  ' + shown if shown else ''}"
    reasons = words.told(verdict, answer)
    for told in reasons[:_LONGEST]:
        yield f"          {_reason(verdict, told, paint)}"
    if (more := len(reasons) - _LONGEST) > 0:
        yield f"          {f'……还有{more}条' if verdict.lang == 'zh' else f'… and {more} more'}"


def _reason(verdict: Verdict, told: words.Told, paint: Paint) -> str:
    reason = told.reason
    severity = words.severity_of(verdict, reason)
    colour = COLOURS[reason.severity]
    result = reason.result
    if result is None:
        spot = words.spot_of(verdict, reason)
        return f"{paint(colour, severity)}  {reason.message}{paint('2', f'  {spot}') if spot else ''}"
    also = paint("2", f"  {told.also}") if told.also else ""
    clause = paint("2", f"  [{result.clause}]") if result.clause else ""
    where = f"{words.spot_of(verdict, reason)}  {shown_words(result.place, paint)}"
    return f"{paint(colour, severity)}  {paint('1', result.rule)}  {result.message}  {where}{also}{clause}"
