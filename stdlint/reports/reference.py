"""Write the rule reference: a page for each family, and an index of all rules and of the provisions of GB/T 1.1—2020.

The provisions stand in `stdlint/provisions/gbt-1.1.toml`: number, subject, why nothing can be checked ("" where
something is), and the other names under which rules cite it (“表3”).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from stdlint.profile import Bound, Use, bounds
from stdlint.reports.explain import markdown
from stdlint.reports.explain.content import Explained
from stdlint.reports.families import FAMILIES, letters
from stdlint.reports.rules import said
from stdlint.reports.text import SEVERITIES
from stdlint.views.kinds import KINDS
from stdlint.views.stage import STAGES

PROVISIONS = Path(__file__).parent.parent / "provisions" / "gbt-1.1.toml"

_FIXES = {"safe": "可自动修复", "unsafe": "建议", None: ""}
_HEAD = """\
# 规则一览 Rule reference

由 `stdlint rules --docs docs` 生成，请勿手工修改。
编号链接到规则的说明：依据、理由、示例、选项、如何不报；`stdlint rule 编号` 也可查看。

Written by `stdlint rules --docs docs`. The ids lead to the clause, reason, examples and options of a rule, which
`stdlint rule ID` prints too, with `--lang en` in English.
“修复”: 可自动修复 = safe fix, 建议 = a suggestion to confirm. “○” = off unless selected.
"""
_PAGE_HEAD = """\
由 `stdlint rules --docs docs` 生成，请勿手工修改。示例中【】标出的文字是要报告的。[全部规则](../rules.md)

Written by `stdlint rules --docs docs`. In the examples, 【】 marks the words that are reported.
[All rules](../rules.md)
"""
_LETTER = re.compile(r" [a-z]\)$")


class Provision(NamedTuple):
    """A provision: number, subject, why nothing can be checked, and the other numbers that mean it."""

    number: str
    subject: str
    why_not: str = ""
    also: tuple[str, ...] = ()


def provisions() -> tuple[str, list[Provision]]:
    """Return the title of the drafting standard and its provisions in order."""
    data = tomllib.loads(PROVISIONS.read_text(encoding="utf-8"))
    rows = [
        Provision(number, subject, *(rest[:1]), *([tuple(rest[1].split("、"))] if rest[1:] else []))
        for number, subject, *rest in data["provisions"]
    ]
    return data["title"], rows


def cited(use: Use, title: str) -> set[str]:
    """Return the numbers of the provisions of a drafting standard that a rule cites."""
    found: set[str] = set()
    for document in use.clause.split("；"):
        if document.startswith(f"{title}, "):
            numbers = document.removeprefix(f"{title}, ").replace("，", "、").split("、")
            found |= {_LETTER.sub("", number.strip()) for number in numbers}
    return found


def pages(rules: Sequence[Explained]) -> dict[str, str]:
    """Return the pages of the reference by path: the index `rules.md`, and a page for each family."""
    ordered = sorted(rules, key=_id)
    made = {"rules.md": index(ordered)}
    for family, members in groupby(ordered, key=_family):
        made[f"rules/{_file(family)}"] = "\n".join(_page(family, list(members)))
    return made


def index(rules: Sequence[Explained]) -> str:
    """Return the rules in a table by family, and the provisions with the rules that check them."""
    ordered = sorted(rules, key=_id)
    return "\n".join([_HEAD, *_families(ordered), *_coverage([rule.uses[0] for rule in ordered])]) + "\n"


def _id(rule: Explained) -> str:
    return rule.check.id


def _family(rule: Explained) -> str:
    return letters(rule.check.id)


def _headed(family: str) -> str:
    """Return “MOD 能愿动词 verbal forms”."""
    return " ".join((family, *FAMILIES.get(family, ()))).rstrip()


def _page(family: str, rules: Sequence[Explained]) -> Iterator[str]:
    yield f"# {_headed(family)}\n"
    yield _PAGE_HEAD
    for rule in rules:
        yield f"- [{rule.check.id}](#{rule.check.id.lower()}) {markdown.escaped(said(rule.uses[0], 'zh'))}"
    yield ""
    for rule in rules:
        yield from markdown.page(rule, lambda id_: _link(id_, "" if letters(id_) == family else _file(id_)))


def _link(id_: str, page: str) -> str:
    return f"[{id_}]({page}#{id_.lower()})"


def _linked(id_: str) -> str:
    return _link(id_, f"rules/{_file(id_)}")


def _file(id_: str) -> str:
    return f"{letters(id_).lower()}.md"


def _families(rules: Sequence[Explained]) -> Iterator[str]:
    for family, members in groupby(rules, key=_family):
        yield f"## {_headed(family)}\n"
        yield "| 编号 | 名称 | 级别 | 内容 | 依据 | 修复 |"
        yield "|---|---|---|---|---|---|"
        for rule in members:
            use = rule.uses[0]
            off = "" if use.default else " ○"
            kinds = "、".join(KINDS[kind].zh for kind in bounds().get(use.check.name, Bound()).kinds)
            what = markdown.escaped(said(use, "zh") + (f"（{kinds}）" if kinds else ""))
            name, clause = f"`{use.check.name}`", markdown.escaped(use.clause)
            yield f"| {_linked(use.check.id)}{off} | {name} | {_level(use)} | {what} | {clause} | {_FIXES[rule.fix]} |"
        yield ""


def _level(use: Use) -> str:
    """Return the severity, with those at the stages that change it."""
    bound = bounds().get(use.check.name, Bound())
    usual = "" if bound.stages else SEVERITIES["zh"][use.severity]
    others = [f"{STAGES[stage][0]} {SEVERITIES['zh'][said]}" for stage, said in bound.severities.items()]
    return "；".join(word for word in (usual, *others) if word)


def _coverage(uses: Sequence[Use]) -> Iterator[str]:
    title, rows = provisions()
    yield f"## {title}：条款与规则 Provisions and rules\n"
    yield "| 条款 | 内容 | 规则 |"
    yield "|---|---|---|"
    for row in rows:
        ids = [use.check.id for use in uses if not cited(use, title).isdisjoint({row.number, *row.also})]
        covered = " ".join(map(_linked, ids)) or f"不核对：{row.why_not}"
        yield f"| {'、'.join((row.number, *row.also))} | {row.subject} | {covered} |"
