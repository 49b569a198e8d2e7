"""Show reports as a comment on a pull request, in Markdown as GitHub, GitLab and Gitee show it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stdlint.reports.lines import besides, portable, told
from stdlint.reports.text import COLOURS, SEVERITIES, language, place_of, shown, summary
from stdlint.result import DocumentReport, Place, Result, count

MARKER = "<!-- stdlint -->"
"""By this line a bot finds its comment again, to put a new one in its place."""

LONGEST = 65_536
"""How many characters a comment on GitHub may have."""

_OPEN = 20
"""How many findings of a file are shown unfolded."""

_RESERVE = 400
_RANK = {severity: at for at, severity in enumerate(COLOURS)}
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGNS = re.compile(
    r"(?P<called>[@#!$%~&^](?=\w)|:(?=//)|:(?=[\w+-]+:)|(?<=\bGH)-(?=\d)|(?<=\bwww)\.)|[&<>\\`*_\[\]#|~$]",
    re.IGNORECASE,
)
_APART = "<!-- -->"
"""What parts a sign from the name or number behind it, so that nobody is called and nothing is linked."""

_WORDS = {
    "zh": {
        "title": "标准草案检查",
        "severity": "级别",
        "number": "数量",
        "place": "位置",
        "rule": "规则",
        "finding": "问题",
        "words": "原文",
        "more": "另有 {} 个问题",
        "cut": "报告太长，其余 {} 个问题从略；请在本地运行 stdlint check 查看全部问题。",
        "error": "未能检查",
        "info": "说明",
    },
    "en": {
        "title": "Draft standards checked",
        "severity": "Severity",
        "number": "Number",
        "place": "Place",
        "rule": "Rule",
        "finding": "Finding",
        "words": "Words",
        "more": "{} more",
        "cut": "The report is too long; {} more findings are left out. Run stdlint check to see all of them.",
        "error": "Not checked",
        "info": "Notice",
    },
}


class _Part(NamedTuple):
    """Lines that belong together; of `rows`, a finding each, some may be left out."""

    head: list[str]
    rows: Sequence[str] = ()
    tail: Sequence[str] = ()


def render(reports: Sequence[DocumentReport]) -> str:
    """Return the comment: the counts, then for each file its findings, the most serious first."""
    lang = language(reports)
    words = _WORDS[lang]
    head = [MARKER, f"## {words['title']}", "", escaped(summary(reports)), ""]
    counted = {severity: number for severity, number in count(reports).items() if number}
    if counted:
        head += _head(words["severity"], words["number"])
        head += [_row((SEVERITIES[lang][severity], str(number))) for severity, number in counted.items()]
        head.append("")
    return _fitted(head, [part for report in reports for part in _document(report)], words["cut"])


def _fitted(head: list[str], parts: Iterable[_Part], cut: str) -> str:
    """Join what fits into a comment, and say how many findings are left out."""
    lines = list(head)
    room = LONGEST - _RESERVE - _size(head)
    left = 0
    full = False
    for part in parts:
        room -= _size([*part.head, *part.tail])
        fitting = 0 if full else _fitting(part.rows, room)
        full = full or fitting < len(part.rows) or room < 0
        left += len(part.rows) - fitting
        room -= _size(part.rows[:fitting])
        if room >= 0 and (fitting or not (full or part.rows)):
            lines += [*part.head, *part.rows[:fitting], *part.tail]
    if full:
        lines.append(cut.format(left))
    return "\n".join(lines).rstrip("\n") + "\n"


def _fitting(rows: Sequence[str], room: int) -> int:
    """Return how many of the rows fit."""
    for at, row in enumerate(rows):
        room -= _size([row])
        if room < 0:
            return at
    return len(rows)


def _size(lines: Iterable[str]) -> int:
    """Return the length of lines as those count who take a character beyond the Basic Multilingual Plane for two."""
    return sum(len(line.encode("utf-16-le")) // 2 + 1 for line in lines)


def _document(report: DocumentReport) -> Iterator[_Part]:
    """Yield the heading with what there is to know, the first findings, and the folded rest."""
    words = _WORDS[report.lang]
    head = [f"### {escaped(portable(report.path))}", ""]
    for one in besides(report):
        where = _where(one.line, one.place, one.path if one.path != report.path else "")
        head.append(f"- **{words[one.severity]}** {escaped(f'{where} {one.message}')}")
    if len(head) > 2:
        head.append("")
    results = sorted(report.findings, key=lambda result: _RANK[result.severity])
    table = _head(*(words[name] for name in ("severity", "place", "rule", "finding", "words")))
    rows = [_finding(result, report.lang) for result in results]
    if rows:
        yield _Part([*head, *table], rows[:_OPEN], [""])
    elif len(head) > 2:
        yield _Part(head)
    if len(rows) > _OPEN:
        title = words["more"].format(len(rows) - _OPEN)
        opening = ["<details>", f"<summary>{title}</summary>", ""]
        yield _Part([*opening, *table], rows[_OPEN:], ["", "</details>", ""])


def _finding(result: Result, lang: str) -> str:
    place = result.place
    rule = f"{result.rule} {result.name}"
    said = (_where(place.line, place), rule, told(result, lang), place.quote)
    return _row((SEVERITIES[lang][result.severity], *map(escaped, said)))


def _head(*names: str) -> list[str]:
    return [_row(names), _row(["---"] * len(names))]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _where(line: int | None, place: Place | None, path: str = "") -> str:
    """Return the file if it is another one, the line where there is one, the clause and paragraph."""
    file = portable(path)
    spot = f"{file}:{line}" if file and line else f"L{line}" if line else file
    return " ".join(filter(None, (spot, place_of(place) if place else "")))


def escaped(text: str) -> str:
    """Return `text` so that Markdown shows it on one line as it is, calls nobody and links nothing."""
    return _SIGNS.sub(_escaped, shown(" ".join(text.split())))


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    said = _ENTITIES.get(sign, f"\\{sign}")
    return said + _APART if found["called"] else said
