"""Show rules: one explained, or all of them listed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from stdlint import __version__
from stdlint.profile import Bound, Use, bounds
from stdlint.reports.text import SEVERITIES
from stdlint.views.kinds import KINDS
from stdlint.views.stage import STAGES

SCHEMA = "stdlint-rules/1"
_FIELD = re.compile(r"\{[^{}]*\}")
_WORD_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)
_WORD_MARKUP = re.compile(r"<w:instrText[^>]*>[^<]*</w:instrText>|<[^>]+>")
_COUNTED = {"zh": "（自动编号）", "en": "(numbered by Word) "}
_BASES = {
    "zh": {"requirement": "要求", "recommendation": "推荐", "statement": "陈述", "convention": "惯例"},
    "en": {name: name for name in ("requirement", "recommendation", "statement", "convention")},
}
_HEADS = {
    "zh": {
        "bad": "错误示例",
        "good": "正确示例",
        "fix": "修复",
        "options": "选项",
        "off": "默认不启用",
        "kinds": "文件类型",
        "stages": "级别随阶段",
        "only": "所处阶段",
    },
    "en": {
        "bad": "Wrong",
        "good": "Right",
        "fix": "Fix",
        "options": "Options",
        "off": "Off unless selected",
        "kinds": "Kinds",
        "stages": "Severity by stage",
        "only": "Stages",
    },
}
_FIXES = {
    "zh": {"safe": "可自动修复", "unsafe": "给出建议，须人工确认"},
    "en": {"safe": "safe: can be applied unasked", "unsafe": "unsafe: a suggestion to confirm"},
}


def explain(uses: Sequence[Use], lang: str, fix: str | None) -> str:
    """Return the page on one rule: basis in each drafting standard, requirement, reason, wrong and right example."""
    return "\n".join(_page(uses, lang, fix)) + "\n"


def _page(uses: Sequence[Use], lang: str, fix: str | None) -> Iterator[str]:
    use, heads = uses[0], _HEADS[lang]
    check = use.check
    yield f"{check.id}  {check.name}"
    facts: dict[tuple[str, str], str] = {}
    for one in uses:
        facts.setdefault((one.clause, one.lang), _facts(one, lang))
    yield from facts.values()
    yield from _bounds(check.name, lang)
    yield ""
    yield said(use, lang)
    yield ""
    yield reason(check.doc, lang)
    bad, good = (check.examples(lang) or check.examples())[0]
    for head, example in (("bad", bad), ("good", good)):
        yield ""
        yield heads[head]
        yield from (f"    {line}".rstrip() for line in readable(example, lang).splitlines())
    if fix:
        yield ""
        yield f"{heads['fix']}: {_FIXES[lang][fix]}"
    if check.options:
        yield ""
        yield heads["options"]
        for name, usual in check.options.items():
            yield f"    {name} = {use.options.get(name, usual)!r}"


def _bounds(name: str, lang: str) -> Iterator[str]:
    """Yield a line for the kinds and one for the stages to which a rule is bound, with its severity at each."""
    bound = bounds().get(name, Bound())
    at, comma, colon = (1, ", ", ": ") if lang == "en" else (0, "、", "：")
    if bound.kinds:
        named = [KINDS[kind].en if lang == "en" else KINDS[kind].zh for kind in bound.kinds]
        yield f"{_HEADS[lang]['kinds']}{colon}{comma.join(named)}"
    if bound.severities:
        told = comma.join(
            f"{STAGES[stage][at]} {SEVERITIES[lang][severity]}" for stage, severity in bound.severities.items()
        )
        yield f"{_HEADS[lang]['only' if bound.stages else 'stages']}{colon}{told}"


def readable(example: str, lang: str) -> str:
    """Return an example for people: the marked words in 【】, an example in Word's markup as its paragraphs."""
    paragraphs = _WORD_PARAGRAPH.findall(example)
    if paragraphs:
        counted = [_COUNTED[lang] if "<w:numPr>" in one else "" for one in paragraphs]
        example = "\n\n".join(
            before + _WORD_MARKUP.sub("", one) for before, one in zip(counted, paragraphs, strict=True)
        )
    return example.replace("⟦", "【").replace("⟧", "】")


def _facts(use: Use, lang: str) -> str:
    """Return how serious a rule is and which provision demands it."""
    off = "" if use.default else _HEADS[lang]["off"]
    return " · ".join(
        fact for fact in (SEVERITIES[lang][use.severity], _BASES[lang][use.basis], use.clause, off) if fact
    )


def reason(doc: str, lang: str) -> str:
    """Return the paragraphs of a docstring in one language; a Chinese one has its lines joined again."""
    paragraphs = doc.split("\n\n")
    chinese = [paragraph for paragraph in paragraphs if paragraph.endswith("。")]
    if lang == "zh" and chinese:
        return "\n\n".join(paragraph.replace("\n", "") for paragraph in chinese)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph not in chinese)


def said(use: Use, lang: str) -> str:
    """Return the message of a rule with “…” for what a finding fills in."""
    return _FIELD.sub("…", use.check.message if lang == "zh" else use.check.message_en)


def as_text(uses: Sequence[Use], lang: str) -> str:
    """Return all rules, a line each, by family."""
    ordered = sorted(uses, key=lambda use: use.check.id)
    longest = max((len(use.check.name) for use in ordered), default=0)
    lines: list[str] = []
    for _, family in groupby(ordered, key=lambda use: use.check.id[:3]):
        for use in family:
            severity = SEVERITIES[lang][use.severity].ljust(4 if lang == "zh" else 7)
            off = "" if use.default else f" ({_HEADS[lang]['off']})"
            clause = f"  [{use.clause}]" if use.clause else ""
            lines.append(f"{use.check.id}  {use.check.name:<{longest}}  {severity}  {said(use, lang)}{clause}{off}")
        lines.append("")
    lines.append(f"{len(ordered)} 条规则" if lang == "zh" else f"{len(ordered)} rules")
    return "\n".join(lines) + "\n"


def as_json(uses: Sequence[Use], fixes: Sequence[str | None]) -> str:
    """Return all rules as one JSON object; `fixes` says for each which fix it offers."""
    rules = [
        {
            "id": use.check.id,
            "name": use.check.name,
            "severity": use.severity,
            "clause": use.clause or None,
            "basis": use.basis,
            "certainty": use.certainty,
            "default": use.default,
            "kinds": list(bounds().get(use.check.name, Bound()).kinds),
            "stages": list(bounds().get(use.check.name, Bound()).stages),
            "severities": dict(bounds().get(use.check.name, Bound()).severities),
            "langs": list(use.check.langs),
            "formats": list(use.check.formats),
            "fix": fix,
            "message": use.check.message,
            "message_en": use.check.message_en,
            "options": {**use.check.options, **use.options},
            "doc": use.check.doc,
            "bad": bad,
            "good": good,
        }
        for use, fix in sorted(zip(uses, fixes, strict=True), key=lambda pair: pair[0].check.id)
        for bad, good in (use.check.examples("zh") or [("", "")])[:1]
    ]
    content = {"schema": SCHEMA, "version": __version__, "rules": rules}
    return json.dumps(content, ensure_ascii=False, indent=2, default=list) + "\n"
