"""Judge submissions: the command `stdlint gate`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING

import click

from stdlint.cli.common import (
    colour,
    kind_option,
    lang_option,
    refuse_overwriting,
    say,
    stage_option,
    today_option,
    write,
    write_file,
)

if TYPE_CHECKING:
    from stdlint.gate import Verdict
    from stdlint.submission import Submission
    from stdlint.views.project import Project


@click.command(short_help="判定材料能否通过某一阶段 Judge submissions.")
@click.argument("paths", metavar="PATH…", type=click.Path(readable=False), nargs=-1, required=True)
@stage_option
@kind_option
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="What fails a submission. 有此级别及以上问题时不通过",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "junit", "html"]),
    default="text",
    show_default=True,
    help="Form of the verdict. 判定结果的格式",
)
@click.option("--output", metavar="FILE", type=click.Path(), help="Write the verdict to a file. 把判定结果写入文件")
@lang_option
@today_option
def gate(
    paths: Sequence[str],
    stage: str,
    kind: str,
    fail_on: str,
    output_format: str,
    output: str | None,
    lang: str | None,
    today: datetime | None,
) -> None:
    """Judge whether submissions pass the gate of a stage, and say why not.

    判定提交的材料能否通过某一阶段。PATH 为草案文件，或含有草案及其附件（编制说明、征求意见汇总处理表等）的文件夹。

    PATH is a draft, or a folder that holds a draft and its companions. Stages: working-draft, consultation, review,
    approval, published; by default that of the draft. Exit status: 0 all pass, 1 one does not, 2 one cannot be judged.
    """
    from stdlint.gate import judge
    from stdlint.profile import refuse_unknown
    from stdlint.views.project import Project

    demanded = Project(kind, stage)
    refuse_unknown(demanded)
    day = (today or datetime.now()).date()
    problems: list[tuple[str, str]] = []
    verdicts = [
        judge(submission, stage, lang=lang or "zh", fail_on=fail_on, today=day)
        for submission in _submissions(paths, demanded, day, lang or "zh", problems)
    ]
    refuse_overwriting(output, [path for verdict in verdicts for path, _ in verdict.parts])
    say(problems)
    _print(verdicts, output_format, output, lang or "zh")
    unclear = bool(problems) or any(verdict.errors for verdict in verdicts)
    raise SystemExit(2 if unclear else int(not all(verdict.passed for verdict in verdicts)))


def _submissions(
    paths: Sequence[str], demanded: Project, day: date, lang: str, problems: list[tuple[str, str]]
) -> Iterator[Submission]:
    """Yield the submissions of all paths, each path once; what holds none is a problem."""
    from stdlint.config import settings_for
    from stdlint.model import ReadError
    from stdlint.submission import Given, submissions

    given = Given(demanded, day, lambda path: settings_for(path).usual)
    first = {os.path.realpath(path): path for path in reversed(paths)}
    for path in (path for path in paths if first.pop(os.path.realpath(path), None) is not None):
        try:
            yield from submissions(path, given)
        except ReadError as error:
            problems.append((path, error.said(lang)))


def _print(verdicts: Sequence[Verdict], output_format: str, output: str | None, lang: str) -> None:
    from stdlint.reports.gate import text

    if output_format == "text":
        content = text.render(verdicts, colour=output is None and colour(), lang=lang)
    else:
        content = import_module(f"stdlint.reports.gate.{output_format}").render(verdicts)
    if output is None:
        write(content)
        return
    write_file(output, content)
    write(text.summary(verdicts, lang) + "\n")
