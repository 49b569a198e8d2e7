"""Explain rules or list them all: the commands `stdlint rule` and `stdlint rules`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stdlint.cli.common import code_option, codes, colour, lang_option, pack_option, write, write_file
from stdlint.cli.completion import complete_rules

if TYPE_CHECKING:
    from stdlint.reports.explain.content import Explained

_WIDEST = 100


@click.command(short_help="解释规则 Explain rules.")
@click.argument("rules", metavar="RULE…", nargs=-1, required=True, callback=codes, shell_complete=complete_rules)
@click.option(
    "--output-format",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="Form of the explanation. 格式",
)
@lang_option
@pack_option
def rule(rules: Sequence[str], output_format: str, lang: str | None, packs: Sequence[str]) -> None:
    """Explain rules, given by id (MOD010) or name (must-for-shall): clause, reason, examples, options, what to do.

    解释规则：依据、理由、错误和正确的示例、选项、如何不报。

    The beginning of ids (MOD) lists the rules that begin so. 编号的开头（MOD）列出这一族的规则。
    """
    from stdlint.cli.explaining import Book
    from stdlint.config import settings_for

    book = Book(packs, settings_for("draft.md"))
    meant = [book.meant(code) for code in rules]
    if output_format != "text":
        names = dict.fromkeys(name for group, _ in meant for name in group)
        explained = [book.explained(name) for name in names]
        write(_as_json(explained) if output_format == "json" else _as_markdown(explained))
        return
    write(_as_text([([book.explained(name) for name in group], one) for group, one in meant], lang or "zh"))


def _as_text(groups: Sequence[tuple[Sequence[Explained], bool]], lang: str) -> str:
    """Return the explanations, and of what means several rules a list."""
    from shutil import get_terminal_size

    from stdlint.reports.explain import text

    cells, painted = min(get_terminal_size((_WIDEST, 24)).columns, _WIDEST), colour()
    shown = [
        text.page(group[0], lang, cells=cells, colour=painted) if one else text.family(group, lang)
        for group, one in groups
    ]
    return text.separated(shown, cells=cells, colour=painted)


def _as_json(explained: Sequence[Explained]) -> str:
    from stdlint.reports.explain import json

    return json.render(explained)


def _as_markdown(explained: Sequence[Explained]) -> str:
    from stdlint.reports.explain import markdown

    return markdown.render(explained)


@click.command(name="rules", short_help="列出全部规则 List all rules.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@code_option("--select", "List only these rules. 只列这些规则")
@click.option("--docs", metavar="DIR", help="Write the rule reference to this folder. 写入规则说明")
@lang_option
@pack_option
def rules(format_: str, select: Sequence[str], docs: str | None, lang: str | None, packs: Sequence[str]) -> None:
    """List all rules.

    列出全部规则。
    """
    from stdlint.cli.explaining import Book, every
    from stdlint.config import NONE
    from stdlint.reports import rules as shown

    uses = list(every(packs, select))
    if format_ == "text" and docs is None:
        write(shown.as_text(uses, lang or "zh"))
        return
    book = Book(packs, NONE)
    explained = [book.explained(use.check.name) for use in uses]
    if docs is not None:
        _write_docs(explained, Path(docs))
    elif format_ == "json":
        write(_as_json(explained))
    else:
        from stdlint.reports import reference

        write(reference.index(explained))


def _write_docs(explained: Sequence[Explained], folder: Path) -> None:
    """Write the pages of the rule reference to a folder."""
    from stdlint.reports import reference

    pages = reference.pages(explained)
    for name, content in pages.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise click.UsageError(f"{path} cannot be written: {error.strerror or error}") from None
        write_file(str(path), content)
    write(f"{folder}: {len(pages)} pages\n")
