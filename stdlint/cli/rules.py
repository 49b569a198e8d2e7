"""Explain one rule or list them all: the commands `stdlint rule` and `stdlint rules`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from stdlint.cli.common import lang_option, pack_option, write

if TYPE_CHECKING:
    from stdlint.profile import Use


@click.command(short_help="解释一条规则 Explain one rule.")
@click.argument("code", metavar="RULE")
@lang_option
@pack_option
def rule(code: str, lang: str | None, packs: Sequence[str]) -> None:
    """Explain a rule, given by id (MOD010) or name (must-for-shall): clause, reason, wrong and right example.

    解释一条规则：依据、理由、错误和正确的示例。
    """
    from stdlint.profile import find_rule
    from stdlint.reports import rules as shown

    uses = find_rule(code, packs)
    write(shown.explain(uses, lang or "zh", _fix_of(uses[0])))


@click.command(name="rules", short_help="列出全部规则 List all rules.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@lang_option
@pack_option
def rules(format_: str, lang: str | None, packs: Sequence[str]) -> None:
    """List all rules.

    列出全部规则。
    """
    from stdlint.profile import rows
    from stdlint.reports import rules as shown

    uses = rows(packs)
    if format_ == "json":
        write(shown.as_json(uses, [_fix_of(use) for use in uses]))
    elif format_ == "markdown":
        from stdlint.reports import reference

        write(reference.as_markdown(uses, [_fix_of(use) for use in uses]))
    else:
        write(shown.as_text(uses, lang or "zh"))


def _fix_of(use: Use) -> str | None:
    """Say what fix the rule offers on its own examples: “safe”, “unsafe” or None."""
    from stdlint import engine
    from stdlint.document import Document
    from stdlint.formats import reader

    read = reader("example.md").read
    for bad, _ in use.check.examples():
        beside = {name: Document(read(text.encode())) for name, text in use.check.beside.items()}
        doc = Document(read(bad.replace("⟦", "").replace("⟧", "").encode()), beside=beside)
        found, _ = engine.lint(doc, [use])
        fixes = [one.finding.fix for one in found if one.finding.fix]
        if fixes:
            return "safe" if all(fix.safe for fix in fixes) else "unsafe"
    return None
