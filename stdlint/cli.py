"""The command line: read files, call a verb, print, exit 0, 1 or 2."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stdlint import __version__

if TYPE_CHECKING:
    from stdlint.model import ReadError
    from stdlint.profile import Use
    from stdlint.result import DocumentReport

SEVERITIES = ("error", "warning", "info")


class _Commands(click.Group):
    """Commands in the order in which a newcomer meets them."""

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
      stdlint check draft.docx --output-format json --output report.json
      stdlint rule MOD010                          解释一条规则
      stdlint outline draft.docx                   看看 stdlint 读出了什么
    """


def _codes(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    return tuple(code.strip() for one in value for code in one.split(",") if code.strip())


def _code_option(name: str, help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(name, multiple=True, metavar="CODES", callback=_codes, help=help_)


_lang = click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the messages. 消息的语言")
_pack = click.option(
    "--pack", "packs", multiple=True, metavar="NAME", callback=_codes, help="Drafting standard. 规则包"
)


@cli.command(short_help="检查草案 Check drafts.")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@_code_option("--select", "Use only these rules: ids, beginnings of ids, names, ALL. 只用这些规则")
@_code_option("--ignore", "Leave these rules out. 不用这些规则")
@_code_option("--extend-select", "Add these rules. 另加这些规则")
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
@_lang
@_pack
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
    stdin_filename: str | None,
) -> None:
    """Check drafts and report what a reviewer would mark.

    检查草案。PATH 为文件或文件夹；“-”读标准输入。

    PATH is a file, a folder (searched for *.docx, *.docm, *.md and *.markdown, without what git ignores) or “-” for
    standard input.
    """
    from stdlint import lint
    from stdlint.profile import default_packs, load
    from stdlint.walk import find

    if statistics and output_format != "text":
        raise click.UsageError("--statistics goes with --output-format text; JSON has a summary")
    if stdin_filename is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename goes with the path “-”")
    options: dict[str, Any] = {"select": select, "ignore": ignore, "extend_select": extend_select}
    load(packs or default_packs(lang or "zh"), **options)
    drafts, problems = find(paths)
    _refuse_overwriting(output, [draft.path for draft in drafts])
    reports = []
    if len(drafts) > 1:
        gc.enable()
    for draft in drafts:
        report = _read_and_lint(
            draft.path, stdin_filename, lang, lambda data, name: lint(data, name, packs=packs, lang=lang, **options)
        )
        if report.is_draft or (draft.certain and not (draft.searched and report.is_other)):
            reports.append(report)
        else:
            said = "This is not a draft; skipped." if lang == "en" else "不是标准草案，已跳过。"
            click.echo(f"{draft.path}: {said}", err=True)
    missing = [(path, english if lang == "en" else chinese) for path, english, chinese in problems]
    _say([*missing, *((report.path, message) for report in reports for message in (*report.errors, *report.notes))])
    _print(reports, output_format, output, statistics)
    failed = bool(problems) or any(report.errors for report in reports)
    raise SystemExit(2 if failed else int(not exit_zero and _fails(reports, fail_on)))


def _read_and_lint(
    path: str, stdin_filename: str | None, lang: str | None, lint: Callable[[bytes, str], DocumentReport]
) -> DocumentReport:
    """Lint one file; whatever goes wrong becomes an error of its report."""
    from stdlint.model import ReadError
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
        message = _unreadable(error).said(lang)
    except UsageError:
        raise
    except Exception as error:
        message = f"Internal error ({type(error).__name__}: {error}); please report it."
    return DocumentReport(path=stdin_filename or path, errors=(message,))


def _unreadable(error: OSError) -> ReadError:
    from stdlint.model import ReadError

    why = error.strerror or str(error)
    return ReadError(f"The file cannot be read: {why}.", f"文件无法读取（{why}）。")


def _renamed(report: DocumentReport, path: str) -> DocumentReport:
    from dataclasses import replace

    return replace(report, path=path)


def _say(problems: Iterable[tuple[str, str]]) -> None:
    for path, message in problems:
        click.echo(f"{path}: {message}", err=True)


def _fails(reports: Iterable[DocumentReport], fail_on: str) -> bool:
    from stdlint.result import count

    if fail_on == "never":
        return False
    counted = count(reports)
    return any(counted[severity] for severity in SEVERITIES[: SEVERITIES.index(fail_on) + 1])


def _refuse_overwriting(output: str | None, drafts: Sequence[str]) -> None:
    if output is not None and os.path.exists(output):
        for draft in drafts:
            if draft != "-" and os.path.exists(draft) and os.path.samefile(output, draft):
                raise click.UsageError(f"--output {output} is one of the drafts and would be overwritten")


def _print(reports: Sequence[DocumentReport], output_format: str, output: str | None, statistics: bool) -> None:
    """Print the report, or write it to `output` and print one line."""
    from stdlint.reports import text

    if output_format == "json":
        from stdlint.reports import json

        content = json.render(reports)
    else:
        content = text.render(reports, colour=output is None and _colour(), statistics=statistics)
    if output is None:
        _write(content)
        return
    try:
        Path(output).write_bytes(content.encode())
    except OSError as error:
        raise click.UsageError(f"{output} cannot be written: {error.strerror or error}") from None
    _write(text.summary(reports) + "\n")


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write(content: str) -> None:
    """Write UTF-8 to a pipe or file, whatever the locale says; to a terminal what it can show."""
    if sys.stdout.isatty():
        click.echo(content, nl=False)
    else:
        click.echo(content.encode(), nl=False)


@cli.command(short_help="解释一条规则 Explain one rule.")
@click.argument("code", metavar="RULE")
@_lang
@_pack
def rule(code: str, lang: str | None, packs: Sequence[str]) -> None:
    """Explain a rule, given by id (MOD010) or name (must-for-shall): clause, reason, wrong and right example.

    解释一条规则：依据、理由、错误和正确的示例。
    """
    from stdlint.profile import find_rule
    from stdlint.reports import rules

    uses = find_rule(code, packs)
    _write(rules.explain(uses, lang or "zh", _fix_of(uses[0])))


@cli.command(name="rules", short_help="列出全部规则 List all rules.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@_lang
@_pack
def rules_(format_: str, lang: str | None, packs: Sequence[str]) -> None:
    """List all rules.

    列出全部规则。
    """
    from stdlint.profile import rows
    from stdlint.reports import rules

    uses = rows(packs)
    if format_ == "json":
        _write(rules.as_json(uses, [_fix_of(use) for use in uses]))
    elif format_ == "markdown":
        from stdlint.reports import reference

        _write(reference.as_markdown(uses, [_fix_of(use) for use in uses]))
    else:
        _write(rules.as_text(uses, lang or "zh"))


def _fix_of(use: Use) -> str | None:
    """Say what fix the rule offers on its own examples: “safe”, “unsafe” or None."""
    from stdlint import engine
    from stdlint.document import Document
    from stdlint.formats import reader

    read = reader("example.md").read
    for bad, _ in use.check.examples():
        doc = Document(read(bad.replace("⟦", "").replace("⟧", "").encode()))
        found, _ = engine.lint(doc, [use])
        fixes = [one.finding.fix for one in found if one.finding.fix]
        if fixes:
            return "safe" if all(fix.safe for fix in fixes) else "unsafe"
    return None


@cli.command(short_help="显示读出的结构 Show what stdlint understood.")
@click.argument("path")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_lang
def outline(path: str, format_: str, lang: str | None) -> None:
    """Show what stdlint understood of a draft: elements, clauses, terms, references.

    显示 stdlint 读出的要素、章条、术语和引用文件。
    """
    from stdlint import formats
    from stdlint.document import Document
    from stdlint.model import ReadError
    from stdlint.reports import outline as shown

    try:
        doc = Document(formats.reader(path).read(Path(path).read_bytes()))
    except OSError as error:
        raise ReadError(f"{path}: {_unreadable(error).said(lang)}") from None
    except ReadError as error:
        raise ReadError(f"{path}: {error.said(lang)}") from None
    _write(shown.as_json(doc, path) if format_ == "json" else shown.as_text(doc, path, lang or doc.lang))


def main() -> None:
    """Run the command line; an error nobody foresaw is told in one sentence."""
    try:
        cli(prog_name="stdlint")
    except Exception as error:
        from stdlint.model import ReadError
        from stdlint.profile import UsageError

        foreseen = isinstance(error, ReadError | UsageError)
        crash = f"Internal error ({type(error).__name__}: {error}); please report it."
        click.echo(f"stdlint: {error if foreseen else crash}", err=True)
        raise SystemExit(2) from None
    finally:
        if "stdlint.kept" in sys.modules:
            sys.modules["stdlint.kept"].write()
