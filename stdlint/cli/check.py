"""Check drafts: the command `stdlint check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from stdlint.cli.common import SEVERITIES, colour, refuse_overwriting, say, shown_path, write, write_file
from stdlint.cli.fixing import fix_options, fixer_of
from stdlint.cli.narrowing import Narrowing
from stdlint.cli.running import Asked, Run, asked_of, find, lint, lint_options
from stdlint.reports.forms import FORMS

if TYPE_CHECKING:
    from stdlint.cli.fixing import Fixer
    from stdlint.result import DocumentReport

_FOR_PEOPLE = ("text", "full", "concise", "grouped")


@click.command(short_help="检查草案 Check drafts.")
@click.argument("paths", metavar="PATH…", type=click.Path(readable=False), nargs=-1, required=True)
@lint_options
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    help="Exit 1 if there are findings of this severity or above (default: error). 有此级别及以上问题时退出码为 1",
)
@click.option("--exit-zero", is_flag=True, help="The same as --fail-on never.")
@fix_options
@click.option(
    "--output-format",
    type=click.Choice(list(FORMS)),
    default="text",
    show_default=True,
    help="Form of the report. 报告格式",
)
@click.option("--output", metavar="FILE", type=click.Path(), help="Write the report to a file. 把报告写入文件")
@click.option("--statistics", is_flag=True, help="Count the findings by rule. 按规则计数")
@click.option("--show-source", is_flag=True, help="Show the whole paragraph or line. 显示问题所在的整段或整行")
@click.option("--show-suppressed", is_flag=True, help="List what is suppressed, and why. 列出已注明忽略的问题及理由")
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(),
    help="Tell only what this baseline does not know. 只报告基线之外的问题",
)
@click.option(
    "--diff-from",
    metavar="GITREF",
    help="Tell only what changes since a commit, branch or tag bring; “main...” is where this branch left main. "
    "只报告此后改动引起的问题",
)
@click.option("--changed-only", is_flag=True, help="The same as --diff-from HEAD. 只报告尚未提交的改动引起的问题")
def check(paths: Sequence[str], **options: Any) -> None:
    """Check drafts and report what a reviewer would mark.

    检查草案。PATH 为文件或文件夹；“-”读标准输入。

    PATH is a file, a folder (searched for *.docx, *.docm, *.md and *.markdown, without what git ignores) or “-” for
    standard input.
    """
    form, output = options["output_format"], options["output"]
    _refuse_together(options, paths)
    asked = asked_of(options, keep=FORMS[form].keeps or options["show_source"])
    fixer = fixer_of(options, asked)
    narrowing = Narrowing(asked, options["baseline"], "HEAD" if options["changed_only"] else options["diff_from"])
    drafts, problems = find(paths, asked)
    refuse_overwriting(output, [draft.path for draft in drafts])
    refuse_overwriting(output, [options["baseline"] or "-"], "the baseline")
    changed = narrowing.changed(drafts)
    done = lint(changed, asked, narrowing.work(fixer))
    done = done._replace(problems=problems, reports=narrowing.narrow(done.reports))
    _complain(done, fixer, asked)
    if not asked.quiet:
        narrowing.tell(len(drafts) - len(changed))
    if fixer and fixer.output is not None:
        _print_draft(fixer.output, done.reports, options, asked)
    elif fixer and fixer.shows:
        _print_diff(fixer, output)
    else:
        _print(done.reports, options, asked)
    raise SystemExit(_status(done, fixer, "never" if options["exit_zero"] else options["fail_on"]))


def _refuse_together(options: dict[str, Any], paths: Sequence[str]) -> None:
    form = options["output_format"]
    wishes = ("statistics", "show_source", "show_suppressed")
    shown = [f"--{name.replace('_', '-')}" for name in wishes if options[name]]
    if shown and form not in ("text", "full"):
        raise click.UsageError(f"{shown[0]} goes with --output-format text")
    if options["diff"] and (shown or form != "text"):
        raise click.UsageError(f"--diff shows a diff, no report; leave {shown[0] if shown else '--output-format'} out")
    if options["fix"] and "-" in paths and not options["diff"]:
        if set(paths) != {"-"}:
            raise click.UsageError("--fix writes the draft of “-” to standard output; fix files in a run of their own")
        if options["output"] is None and (shown or form != "text"):
            raise click.UsageError("--fix writes the draft of “-” to standard output; name an --output for the report")
    if options["changed_only"] and options["diff_from"]:
        raise click.UsageError("--changed-only is --diff-from HEAD; give one of the two")


def _complain(done: Run, fixer: Fixer | None, asked: Asked) -> None:
    """Say on standard error what could not be read, what was skipped, what was fixed."""
    notes = [] if asked.quiet else [(report.path, note) for report in done.reports for note in report.notes]
    errors = [(report.path, error) for report in done.reports for error in report.errors]
    say([*done.problems, *errors, *([] if asked.quiet else done.skipped), *notes])
    if fixer and not asked.quiet:
        say(fixer.told)


def _status(done: Run, fixer: Fixer | None, fail_on: str | None) -> int:
    if done.failed:
        return 2
    if fixer and fixer.shows:
        return int(bool(fixer.diff) and fail_on != "never")
    return int(any(_fails(report, fail_on) for report in done.reports))


def _fails(report: DocumentReport, fail_on: str | None) -> bool:
    """Say whether a report holds what fails a run: what is asked for, else what the settings of the file say."""
    from stdlint.config import settings_for

    level = fail_on or settings_for(report.path).fail_on or "error"
    return level != "never" and any(
        result.severity in SEVERITIES[: SEVERITIES.index(level) + 1] for result in report.findings
    )


def _print_draft(draft: bytes, reports: Sequence[DocumentReport], options: dict[str, Any], asked: Asked) -> None:
    """Print the fixed draft of standard input; the report goes to its file, the counts to standard error."""
    from stdlint.reports import text

    if options["output"] is not None:
        write_file(options["output"], _content(reports, options, asked))
    if not asked.quiet:
        click.echo(text.summary(reports), err=True)
    write(draft)


def _print_diff(fixer: Fixer, output: str | None) -> None:
    from stdlint.cli.fixing import painted

    if output is None:
        write(painted(fixer.diff) if colour() else fixer.diff)
    else:
        write_file(output, fixer.diff)


def _print(reports: Sequence[DocumentReport], options: dict[str, Any], asked: Asked) -> None:
    """Print the report, or write it to a file and print one line."""
    from stdlint.reports import text

    content = _content(reports, options, asked)
    if options["output"] is None:
        write(content)
        return
    write_file(options["output"], content)
    if not asked.quiet:
        write(text.summary(reports) + "\n")


def _content(reports: Sequence[DocumentReport], options: dict[str, Any], asked: Asked) -> str:
    from stdlint.reports import forms, text

    form = options["output_format"]
    if form not in _FOR_PEOPLE:
        lang = {"lang": asked.lang or text.language(reports)} if form == "html" else {}
        return forms.render(form, list(_named(reports)), **lang)
    wishes = {"colour": options["output"] is None and colour()}
    if form in ("text", "full"):
        wishes["statistics"] = options["statistics"]
        wishes |= {"source": options["show_source"], "suppressed": options["show_suppressed"]}
    content = forms.render(form, reports, **wishes)
    return content.removesuffix(text.summary(reports) + "\n") if asked.quiet else content


def _named(reports: Iterable[DocumentReport]) -> Iterator[DocumentReport]:
    """Yield the reports with their paths as programs name files: relative to the working folder, with “/”."""
    for report in reports:
        notices = [one._replace(path=shown_path(one.path)) if one.path else one for one in report.notices]
        dropped = [
            one._replace(by=one.by._replace(path=shown_path(one.by.path))) if one.by.path else one
            for one in report.dropped
        ]
        yield replace(report, path=shown_path(report.path), notices=tuple(notices), dropped=tuple(dropped))
