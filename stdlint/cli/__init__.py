"""The command line: read files, call a verb, print, exit 0, 1 or 2."""

from __future__ import annotations

import sys
from typing import Any

import click

from stdlint import __version__
from stdlint.cli.baseline import baseline
from stdlint.cli.check import check
from stdlint.cli.checklist import checklist
from stdlint.cli.common import LANG
from stdlint.cli.completion import completion
from stdlint.cli.config import config
from stdlint.cli.gate import gate
from stdlint.cli.outline import outline
from stdlint.cli.rules import rule, rules
from stdlint.complaint import Complaint


class _Commands(click.Group):
    """Commands in the order in which a newcomer meets them; who stops one gets no status that means findings."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Complaint as error:
            click.echo("\n".join(f"stdlint: {line}" for line in error.said(ctx.meta.get(LANG)).splitlines()), err=True)
            ctx.exit(2)
        except KeyboardInterrupt:
            click.echo("stdlint: 已中断。Interrupted.", err=True)
            ctx.exit(2)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 nothing found, 1 findings at or above --fail-on, 2 a file could not be read or wrong usage.",
)
@click.version_option(__version__, message="stdlint %(version)s")
def cli() -> None:
    """Check draft standards in Word and Markdown against GB/T 1.1—2020.

    检查标准草案（Word、Markdown）是否符合 GB/T 1.1—2020。

    \b
    Examples:
      stdlint check draft.docx                     检查一个草案
      stdlint check drafts/                        检查文件夹中的全部草案
      stdlint check draft.md --select MOD,REF100   只用这些规则
      stdlint check draft.docx --output-format html --output report.html
      stdlint check draft.md --fix                 把确定的修正写回草案
      stdlint rule MOD010                          解释一条规则
      stdlint outline draft.docx                   看看 stdlint 读出了什么
    """


for command in (check, gate, rule, rules, outline, baseline, config, checklist, completion):
    cli.add_command(command)


def main() -> None:
    """Run the command line; an error nobody foresaw is told in one sentence."""
    try:
        cli(prog_name="stdlint")
    except Exception as error:
        click.echo(f"stdlint: Internal error ({type(error).__name__}: {error}); please report it.", err=True)
        raise SystemExit(2) from None
    finally:
        if "stdlint.kept" in sys.modules:
            sys.modules["stdlint.kept"].write()
