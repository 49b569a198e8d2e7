"""Show the explanation of rules on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdlint.reports.explain.content import Explained, sections
from stdlint.reports.explain.wrap import wrapped
from stdlint.reports.rules import as_text
from stdlint.reports.text import Paint

_SHOWN = "    "


def page(rule: Explained, lang: str, *, cells: int = 100, colour: bool = False) -> str:
    """Return the explanation of a rule in lines of at most `cells`."""
    return "".join(f"{line}\n" for line in _page(rule, lang, cells, Paint(colour)))


def separated(pages: Sequence[str], *, cells: int = 100, colour: bool = False) -> str:
    """Return several pages with a line between them."""
    line = Paint(colour)("2", "-" * cells)
    return f"\n{line}\n\n".join(pages)


def family(rules: Sequence[Explained], lang: str) -> str:
    """Return the rules of a family, a line each, and how to see more of one."""
    uses = [rule.uses[0] for rule in rules]
    more = "逐条说明" if lang == "zh" else "For more of one:"
    return f"{as_text(uses, lang)}{more}{'：' if lang == 'zh' else ' '}stdlint rule {rules[0].check.id}\n"


def _page(rule: Explained, lang: str, cells: int, paint: Paint) -> Iterator[str]:
    check = rule.check
    yield paint("1", f"{check.id}  {check.name}")
    for at, section in enumerate(sections(rule, lang)):
        if section.head:
            yield ""
            yield paint("1;4", section.head)
        for sentence in section.sentences:
            yield from wrapped(sentence, cells, "" if at == 0 else "  ")
        for line in section.shown.splitlines():
            yield from [_SHOWN + line] if section.whole else _example_line(line, cells, paint)


def _example_line(line: str, cells: int, paint: Paint) -> Iterator[str]:
    """Yield a line of an example, broken unless it is a row of a table, with the marked words in colour."""
    lines = [_SHOWN + line] if line.startswith("|") else wrapped(line, cells, _SHOWN)
    for one in lines:
        marked = one.replace("【", "\x1b[31m【").replace("】", "】\x1b[0m") if paint.colour else one
        yield marked.rstrip()
