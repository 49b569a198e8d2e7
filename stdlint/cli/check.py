"""Check drafts: the command `stdlint check`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stdlint.cli.common import (
    SEVERITIES,
    code_option,
    colour,
    kind_option,
    lang_option,
    pack_option,
    refuse_overwriting,
    say,
    stage_option,
    today_option,
    write,
    write_file,
)

if TYPE_CHECKING:
    from stdlint.result import DocumentReport


@click.command(short_help="检查草案 Check drafts.")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@code_option("--select", "Use only these rules: ids, beginnings of ids, names, ALL. 只用这些规则")
@code_option("--ignore", "Leave these rules out. 不用这些规则")
@code_option("--extend-select", "Add these rules. 另加这些规则")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="Exit 1 if there are findings of this severity or above. 有此级别及以上问题时退出码为 1",
)
@click.option("--exit-zero", is_flag=True, help="The same as --fail-on never.")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the report. 报告格式",
)
@click.option("--output", metavar="FILE", help="Write the report to a file. 把报告写入文件")
@click.option("--statistics", is_flag=True, help="Count the findings by rule. 按规则计数")
@lang_option
@pack_option
@kind_option
@stage_option
@today_option
@click.option("--stdin-filename", metavar="NAME", help="Name of the draft that PATH “-” reads. 标准输入的文件名")
def check(
    paths: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
    extend_select: Sequence[str],
    fail_on: str,
    exit_zero: bool,
    output_format: str,
    output: str | None,
    statistics: bool,
    lang: str | None,
    packs: Sequence[str],
    kind: str,
    stage: str,
    today: datetime | None,
    stdin_filename: str | None,
) -> None:
    """Check drafts and report what a reviewer would mark.

    检查草案。PATH 为文件或文件夹；“-”读标准输入。

    PATH is a file, a folder (searched for *.docx, *.docm, *.md and *.markdown, without what git ignores) or “-” for
    standard input.
    """
    from stdlint.walk import find

    if statistics and output_format != "text":
        raise click.UsageError("--statistics goes with --output-format text; JSON has a summary")
    if stdin_filename is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename goes with the path “-”")
    codes = {"select": select, "ignore": ignore, "extend_select": extend_select}
    asked = {"packs": packs, "lang": lang, "kind": kind, "stage": stage, "today": (today or datetime.now()).date()}
    _refuse_unknown(packs, codes, kind, stage)
    drafts, problems = find(paths)
    refuse_overwriting(output, [draft.path for draft in drafts])
    reports = []
    if len(drafts) > 1:
        gc.enable()
    for draft in drafts:
        report = _read_and_lint(draft.path, stdin_filename, lang, lambda data, name: _lint(data, name, asked, codes))
        if report.role != "draft":
            click.echo(f"{draft.path}: {report.notes[0]}", err=True)
        elif report.is_draft or (draft.certain and not (draft.searched and report.is_other)):
            reports.append(report)
        else:
            said = "This is not a draft; skipped." if lang == "en" else "不是标准草案，已跳过。"
            click.echo(f"{draft.path}: {said}", err=True)
    missing = [(path, english if lang == "en" else chinese) for path, english, chinese in problems]
    say([*missing, *((report.path, message) for report in reports for message in (*report.errors, *report.notes))])
    _print(reports, output_format, output, statistics)
    failed = bool(problems) or any(report.errors for report in reports)
    raise SystemExit(2 if failed else int(not exit_zero and _fails(reports, fail_on)))


def _refuse_unknown(packs: Sequence[str], codes: Mapping[str, Sequence[str]], kind: str, stage: str) -> None:
    """Complain about names that do not exist before any file is read."""
    from stdlint.profile import default_packs, load, refuse_unknown
    from stdlint.views.project import Project

    if packs or any(codes.values()):
        load(packs or default_packs("zh"), **codes)
    refuse_unknown(Project(kind, stage))


def _lint(data: bytes, name: str, asked: Mapping[str, Any], codes: Mapping[str, Sequence[str]]) -> DocumentReport:
    """Lint one file with what the command line asks, and what the settings of its folder say besides."""
    from stdlint import lint
    from stdlint.config import config_for
    from stdlint.profile import UsageError

    config = config_for(name)
    settled = {
        "packs": asked["packs"] or config.packs,
        "select": codes["select"] or config.select,
        "ignore": (*codes["ignore"], *config.ignore),
        "extend_select": (*codes["extend_select"], *config.extend_select),
    }
    try:
        return lint(data, name, **{**asked, **settled}, usual=config.usual)
    except UsageError as error:
        # What the command line asks is known to exist.
        raise UsageError(f"{config.path}: {error}") from None


def _read_and_lint(
    path: str, stdin_filename: str | None, lang: str | None, lint: Callable[[bytes, str], DocumentReport]
) -> DocumentReport:
    """Lint one file; whatever goes wrong becomes an error of its report."""
    from stdlint.model import ReadError, unreadable
    from stdlint.profile import UsageError
    from stdlint.result import DocumentReport

    name = path
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
            name = stdin_filename or ("-.docx" if data.startswith(b"PK") else "-.md")
            report = lint(data, name)
            return report if stdin_filename else _renamed(report, "-")
        return lint(Path(path).read_bytes(), path)
    except ReadError as error:
        message = error.said(lang)
    except OSError as error:
        message = unreadable(error).said(lang)
    except UsageError:
        raise
    except Exception as error:
        message = f"Internal error ({type(error).__name__}: {error}); please report it."
    return DocumentReport(path=stdin_filename or path, errors=(message,))


def _renamed(report: DocumentReport, path: str) -> DocumentReport:
    from dataclasses import replace

    return replace(report, path=path)


def _fails(reports: Iterable[DocumentReport], fail_on: str) -> bool:
    from stdlint.result import count

    if fail_on == "never":
        return False
    counted = count(reports)
    return any(counted[severity] for severity in SEVERITIES[: SEVERITIES.index(fail_on) + 1])


def _print(reports: Sequence[DocumentReport], output_format: str, output: str | None, statistics: bool) -> None:
    """Print the report, or write it to `output` and print one line."""
    from stdlint.reports import text

    if output_format == "json":
        from stdlint.reports import json

        content = json.render(reports)
    else:
        content = text.render(reports, colour=output is None and colour(), statistics=statistics)
    if output is None:
        write(content)
        return
    write_file(output, content)
    write(text.summary(reports) + "\n")
