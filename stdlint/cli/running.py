"""Lint the drafts that paths mean, each as the command line and the settings of its folder ask."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from stdlint.cli.common import (
    code_option,
    kind_option,
    lang_option,
    pack_option,
    stage_option,
    today_option,
)

if TYPE_CHECKING:
    from stdlint.config import Settings
    from stdlint.linting import Demand
    from stdlint.result import DocumentReport
    from stdlint.walk import Found

Meant = Callable[["DocumentReport"], bool]
"""Says whether a report is on a draft that is meant."""

Work = Callable[[str, bytes, str, Meant], "DocumentReport"]
"""Does something with a file: its path, its content, the name by which to lint it."""

_MANY = 5
"""From how many files on a progress bar is worth its line."""


class Asked(NamedTuple):
    """What the command line asks of every file; what it leaves open, the settings of a file say."""

    packs: Sequence[str] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    lang: str | None = None
    kind: str = ""
    stage: str = ""
    today: date | None = None
    stdin_filename: str | None = None
    keep: bool = False
    quiet: bool = False
    verbose: bool = False


class Run(NamedTuple):
    """The reports on the drafts, and (path, sentence) for what could not be read or is no draft."""

    reports: list[DocumentReport]
    problems: list[tuple[str, str]]
    skipped: list[tuple[str, str]]

    @property
    def failed(self) -> bool:
        """Whether anything could not be read or checked."""
        return bool(self.problems) or any(report.errors for report in self.reports)


def lint_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how to lint; they come as the fields of `Asked`."""
    options = (
        code_option("--select", "Use only these rules: ids, beginnings of ids, names, ALL. 只用这些规则"),
        code_option("--ignore", "Leave these rules out. 不用这些规则"),
        code_option("--extend-select", "Add these rules. 另加这些规则"),
        pack_option,
        kind_option,
        stage_option,
        lang_option,
        today_option,
        click.option(
            "--stdin-filename", metavar="NAME", help="Name of the draft that PATH “-” reads. 标准输入的文件名"
        ),
        click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is found. 只输出问题"),
        click.option("--verbose", "-v", is_flag=True, help="Say which settings and rules hold. 说明所用设置和规则"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def asked_of(options: dict[str, Any], keep: bool = False) -> Asked:
    """Take the values of `lint_options` out of the options of a command."""
    if options["quiet"] and options["verbose"]:
        raise click.UsageError("--quiet says less, --verbose says more; give one of the two")
    today: datetime | None = options.pop("today")
    names = [name for name in Asked._fields if name not in ("today", "keep")]
    return Asked(**{name: options.pop(name) for name in names}, today=(today or datetime.now()).date(), keep=keep)


def find(paths: Sequence[str], asked: Asked) -> tuple[list[Found], list[tuple[str, str]]]:
    """Return the drafts that the paths mean, without those that settings exclude, and what is wrong with a path."""
    from stdlint import walk
    from stdlint.config import settings_for

    if asked.stdin_filename is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename goes with the path “-”")
    drafts, problems = walk.find(paths)
    _refuse_unknown(drafts, asked)
    kept = [draft for draft in drafts if draft.path == "-" or not settings_for(draft.path).is_excluded(draft.path)]
    if asked.verbose:
        for draft in drafts:
            if draft not in kept:
                click.echo(f"{draft.path}: {_said(asked, '按设置排除。', 'Excluded by the settings.')}", err=True)
    return kept, [(path, _said(asked, chinese, english)) for path, english, chinese in problems]


def run(paths: Sequence[str], asked: Asked) -> Run:
    """Lint the drafts that the paths mean."""
    drafts, problems = find(paths, asked)
    return lint(drafts, asked)._replace(problems=problems)


def lint(drafts: Sequence[Found], asked: Asked, work: Work | None = None) -> Run:
    """Lint drafts one after the other, with a progress bar on a terminal where there are many.

    `work` does more than to lint them: it is given the path, the content, the name to lint it by, and a test of
    whether a report is on a draft that is meant.
    """
    done = Run([], [], [])
    if len(drafts) > 1:
        gc.enable()
    with _progress(drafts, asked) as watched:
        for draft in watched:
            began = perf_counter()
            is_meant = partial(_is_meant, draft)
            report = _read_and_lint(draft.path, asked, work, is_meant)
            if report.kept and len(drafts) > 1:
                report = _unread(report)
            if report.role != "draft":
                done.skipped.append((draft.path, report.notes[0]))
            elif is_meant(report):
                done.reports.append(report)
                if asked.verbose:
                    _tell(report, perf_counter() - began)
            else:
                done.skipped.append(
                    (draft.path, _said(asked, "不是标准草案，已跳过。", "This is not a draft; skipped."))
                )
    return done


def _unread(report: DocumentReport) -> DocumentReport:
    from stdlint.linting import unread

    return unread(report)


def _is_meant(draft: Found, report: DocumentReport) -> bool:
    """Say whether a report is on a draft: manuals and the files that repositories have besides are left alone."""
    if report.errors and report.format is None:
        return True
    return report.role == "draft" and (report.is_draft or (draft.certain and not (draft.searched and report.is_other)))


@contextmanager
def _progress(drafts: Sequence[Found], asked: Asked) -> Iterator[Sequence[Found]]:
    """Count the drafts off in a bar on standard error, and take the bar away in the end."""
    if len(drafts) < _MANY or asked.quiet or asked.verbose or not sys.stderr.isatty():
        yield drafts
        return
    label = _said(asked, "检查", "Checking")
    with click.progressbar(drafts, label=label, file=sys.stderr, show_pos=True, show_percent=False, width=30) as bar:
        yield bar  # type: ignore[misc]
    click.echo("\x1b[1A\x1b[2K", nl=False, err=True)


def demand_for(settings: Settings, asked: Asked) -> Demand:
    """Return what to ask of a file: what the command line says, else what the settings say."""
    from stdlint.linting import Codes, Demand
    from stdlint.profile import means_rule

    packs = (*(asked.packs or settings.packs), *settings.besides)
    select, ignore, extend = (
        [code for code in codes if means_rule(code, packs)]
        for codes in (asked.select, asked.ignore, asked.extend_select)
    )
    if asked.select and not select:
        ignore = ["ALL"]
    return Demand(
        packs=asked.packs or settings.packs,
        besides=settings.besides,
        codes=Codes(
            select if asked.select else settings.codes.select,
            (*ignore, *settings.codes.ignore),
            (*extend, *settings.codes.extend_select),
        ),
        lang=asked.lang or settings.lang or None,
        kind=asked.kind,
        stage=asked.stage,
        usual=settings.usual,
        today=asked.today,
        clauses=settings.clauses,
        keep=asked.keep,
    )


def demand_of(name: str, asked: Asked) -> Demand:
    """Return what to ask of the file `name`, with the suppressions that stand in a file beside it."""
    from dataclasses import replace

    from stdlint import sidecar
    from stdlint.config import settings_for

    demand = demand_for(settings_for(name), asked)
    beside = sidecar.sidecar_for(name)
    return replace(demand, suppressions=sidecar.read(beside)) if beside else demand


def lint_data(data: bytes, name: str, asked: Asked) -> DocumentReport:
    """Lint the content of one file as its settings and the command line ask."""
    from stdlint.config import settings_for
    from stdlint.linting import lint_file
    from stdlint.profile import UsageError

    demand = demand_of(name, asked)
    try:
        return lint_file(data, name, demand)
    except UsageError as error:
        # What the command line asks is known to exist.
        where = settings_for(name).path
        raise error.at(where) from None


def _read_and_lint(path: str, asked: Asked, work: Work | None, is_meant: Meant) -> DocumentReport:
    """Lint one file; whatever goes wrong with it becomes an error of its report."""
    from stdlint.model import ReadError, unreadable
    from stdlint.profile import UsageError
    from stdlint.result import DocumentReport

    name = path
    try:
        if path == "-":
            if sys.stdin is None:
                raise ReadError("Standard input is closed.", "标准输入已关闭。")
            data = sys.stdin.buffer.read()
            name = asked.stdin_filename or ("-.docx" if data.startswith(b"PK") else "-.md")
        else:
            data = Path(path).read_bytes()
        report = work(path, data, name, is_meant) if work else lint_data(data, name, asked)
        return _renamed(report, "-") if path == "-" and not asked.stdin_filename else report
    except ReadError as error:
        message = error.said(asked.lang)
    except OSError as error:
        message = unreadable(error).said(asked.lang)
    except UsageError:
        raise
    except Exception as error:
        message = f"Internal error ({type(error).__name__}: {error}); please report it."
    return DocumentReport(path=asked.stdin_filename or path, errors=(message,), lang=asked.lang or "zh")


def _renamed(report: DocumentReport, path: str) -> DocumentReport:
    from dataclasses import replace

    return replace(report, path=path)


def _refuse_unknown(drafts: Sequence[Found], asked: Asked) -> None:
    """Complain about names that do not exist in the packs of any draft before the first is read."""
    from stdlint import profile
    from stdlint.config import settings_for
    from stdlint.views.project import Project

    profile.refuse_unknown(Project(asked.kind, asked.stage))
    besides = dict.fromkeys(pack for draft in drafts for pack in settings_for(draft.path).besides)
    packs = (*map(profile.itself, asked.packs), *besides)
    for option, codes in (
        ("--select", asked.select),
        ("--ignore", asked.ignore),
        ("--extend-select", asked.extend_select),
    ):
        profile.refuse_unknown_codes(codes, packs, option)


def _tell(report: DocumentReport, seconds: float) -> None:
    """Say on standard error which settings and rules held for a file, and how long it took."""
    from stdlint.config import settings_for

    settings = settings_for(report.path).path or ("无" if report.lang == "zh" else "none")
    packs = ", ".join(report.packs)
    said = (
        f"设置：{settings}；规则包：{packs}；{len(report.uses)}条规则；{seconds:.2f} s"
        if report.lang == "zh"
        else f"settings: {settings}; packs: {packs}; {len(report.uses)} rules; {seconds:.2f} s"
    )
    click.echo(f"{report.path}: {said}", err=True)


def _said(asked: Asked, chinese: str, english: str) -> str:
    return english if asked.lang == "en" else chinese
