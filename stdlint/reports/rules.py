"""Say what rules are about: their messages, reasons and examples in words, and all of them in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from stdlint.profile import Use
from stdlint.reports.families import family_of, letters
from stdlint.reports.text import SEVERITIES

_FIELD = re.compile(r"\{[^{}]*\}")
_WORD_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)
_WORD_MARKUP = re.compile(r"<w:instrText[^>]*>[^<]*</w:instrText>|<[^>]+>")
_COUNTED = {"zh": "（自动编号）", "en": "(numbered by Word) "}
_OFF = {"zh": "默认不启用", "en": "Off unless selected"}


def readable(example: str, lang: str) -> str:
    """Return an example for people: the marked words in 【】, an example in Word's markup as its paragraphs."""
    paragraphs = _WORD_PARAGRAPH.findall(example)
    if paragraphs:
        counted = [_COUNTED[lang] if "<w:numPr>" in one else "" for one in paragraphs]
        example = "\n\n".join(
            before + _WORD_MARKUP.sub("", one) for before, one in zip(counted, paragraphs, strict=True)
        )
    return example.replace("⟦", "【").replace("⟧", "】")


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
    """Return rules, a line each, under the names of their families."""
    ordered = sorted(uses, key=lambda use: use.check.id)
    longest = max((len(use.check.name) for use in ordered), default=0)
    lines: list[str] = []
    for family, members in groupby(ordered, key=lambda use: letters(use.check.id)):
        lines.append(f"{family} {family_of(family, lang)}".rstrip())
        for use in members:
            severity = SEVERITIES[lang][use.severity].ljust(4 if lang == "zh" else 7)
            off = "" if use.default else f" ({_OFF[lang]})"
            clause = f"  [{use.clause}]" if use.clause else ""
            lines.append(f"  {use.check.id}  {use.check.name:<{longest}}  {severity}  {said(use, lang)}{clause}{off}")
        lines.append("")
    lines.append(f"{len(ordered)} 条规则" if lang == "zh" else f"{len(ordered)} rules")
    return "\n".join(lines) + "\n"
