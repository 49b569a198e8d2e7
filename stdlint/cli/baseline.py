"""Write down which findings are known: the commands `stdlint baseline …`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from stdlint.cli.common import say, write, write_file
from stdlint.cli.running import asked_of, lint_options

if TYPE_CHECKING:
    from stdlint.baseline import Baseline

_FILENAME = "stdlint-baseline.json"


@click.group(short_help="登记已知问题 Write down known findings.")
def baseline() -> None:
    """Write down the findings of today, so that check tells only what is new.

    登记现有的问题，使 check 只报告新出现的问题。
    """


@baseline.command("write", short_help="写入基线 Write the baseline.")
@click.argument("paths", metavar="PATH…", type=click.Path(readable=False), nargs=-1, required=True)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(),
    default=_FILENAME,
    show_default=True,
    help="The baseline to write. 要写入的基线文件",
)
@lint_options
def write_(paths: Sequence[str], output: str, **options: Any) -> None:
    """Write the findings of drafts to a baseline, for “stdlint check --baseline FILE”.

    检查草案并把查出的问题写入基线。

    What the baseline holds of other files stays while these exist. It quotes the drafts; keep it as confidential as
    they are. If a draft cannot be checked, nothing is written.
    """
    from stdlint.baseline import Baseline, read, render, updated
    from stdlint.cli import running

    asked = asked_of(options)
    if "-" in paths:
        raise click.UsageError("a baseline is of files; “-” has no name that lasts")
    known = read(output) if os.path.exists(output) else Baseline(output)
    done = running.run(paths, asked)
    say([*done.problems, *((report.path, message) for report in done.reports for message in report.errors)])
    if done.failed:
        raise click.UsageError(f"{output} was not written, because not every draft could be checked")
    new = updated(known, done.reports)
    write_file(output, render(new))
    if not asked.quiet:
        english = asked.lang == "en" or (asked.lang is None and all(one.lang == "en" for one in done.reports))
        _say_gone(known, english)
        findings, files = sum(map(len, new.files.values())), len(new.files)
        counted = f"{_many(findings, 'finding')} of {_many(files, 'file')}"
        write(f"{output}: {counted}\n" if english else f"{output}：{files}个文件的{findings}个问题\n")


def _say_gone(known: Baseline, english: bool) -> None:
    """Say which files the old baseline held that are no longer there."""
    for name, entries in known.files.items():
        if not known.exists(name):
            left_out = f"the file is gone; {_many(len(entries), 'known finding')} left out."
            say([(name, left_out if english else f"文件已不存在，不再登记其{len(entries)}个问题。")])


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
