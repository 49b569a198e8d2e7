"""Show the explanation of rules in Markdown: Chinese, with message and reason in English too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from stdlint.reports.explain.content import Explained, reasons, sections
from stdlint.reports.rules import said

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_ID = re.compile(r"(?<![A-Z])[A-Z]{3}\d{3}(?!\d)")
_FENCE = re.compile(r"`{3,}")


def render(rules: Sequence[Explained]) -> str:
    """Return the explanations, a heading of the second level each."""
    return "\n".join("\n".join(page(rule)) for rule in rules)


def page(rule: Explained, link: Callable[[str], str] = str) -> Iterator[str]:
    """Yield the lines on a rule; its heading is its id, so that its anchor is too. `link` makes a link of an id."""
    check = rule.check
    yield f"## {check.id}\n"
    yield f"`{check.name}`\n"
    for at, section in enumerate(sections(rule, "zh")):
        if section.head:
            yield f"**{escaped(section.head)}**\n"
        sentences = [_linked(escaped(sentence), check.id, link) for sentence in section.sentences]
        if at == 0:
            yield "\n".join(f"- {sentence}" for sentence in sentences) + "\n"
        else:
            yield from (f"{sentence}\n" for sentence in sentences)
        if section.head == "要求":
            yield f"*{escaped(said(rule.uses[0], 'en'))}*\n"
        if section.head == "理由":
            yield from _english(rule)
        if section.shown:
            yield fenced(section.shown)


def _english(rule: Explained) -> Iterator[str]:
    for section in reasons(rule.check, "en"):
        yield from (f"*{escaped(sentence)}*\n" for sentence in section.sentences)


def escaped(text: str) -> str:
    """Return text so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", text)


def fenced(text: str) -> str:
    """Return text as a block of code, with a fence longer than any in it."""
    fence = "`" * max(3, *(len(one) + 1 for one in _FENCE.findall(text)), 3)
    return f"{fence}text\n{text}\n{fence}\n"


def _linked(text: str, own: str, link: Callable[[str], str]) -> str:
    return _ID.sub(lambda found: found[0] if found[0] == own else link(found[0]), text)
