"""Hold what several commands share: options, and how they print and complain."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stdlint.cli.completion import complete_kinds, complete_packs, complete_rules, complete_stages

if TYPE_CHECKING:
    from stdlint.model import Source

SEVERITIES = ("error", "warning", "info")


def codes(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    return tuple(code.strip() for one in value for code in one.split(",") if code.strip())


def code_option(name: str, help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(name, multiple=True, metavar="CODES", callback=codes, shell_complete=complete_rules, help=help_)


def named(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return the name of a stage or of kinds, for which people may give the Chinese word."""
    if value.isascii():
        return value
    from stdlint.views.kinds import KINDS
    from stdlint.views.stage import LABELS, STAGES

    stages = {words[0]: name for name, words in STAGES.items()} | LABELS
    known = stages if param.name == "stage" else {kind.zh: name for name, kind in KINDS.items()}
    words = re.split(r"\s*[,，、]\s*", value.strip())
    return ",".join(known.get(word, word) for word in words)


LANG = "stdlint.lang"
"""Under this name the context of a command knows the language that was asked for."""


def _remember(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    ctx.meta[LANG] = value
    return value


lang_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    is_eager=True,
    callback=_remember,
    help="Language of the messages. 消息的语言",
)
kind_option = click.option(
    "--kind",
    metavar="KIND",
    default="",
    callback=named,
    shell_complete=complete_kinds,
    help="Kind of document, over what the draft tells: guidance … 文件类型",
)
stage_option = click.option(
    "--stage",
    metavar="STAGE",
    default="",
    callback=named,
    shell_complete=complete_stages,
    help="Stage of the draft, over what it tells: consultation … 所处阶段",
)
today_option = click.option(
    "--today",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day for which to judge ages; by default that of the system. 按此日期判断标龄",
)
pack_option = click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="NAME",
    callback=codes,
    shell_complete=complete_packs,
    help="Drafting standard. 规则包",
)


def read_source(path: str, lang: str | None) -> Source:
    """Read a draft. Raises ReadError, with the path in front, for what cannot be read."""
    from stdlint import formats
    from stdlint.model import ReadError, unreadable

    try:
        source: Source = formats.reader(path).read(Path(path).read_bytes())
    except OSError as error:
        raise ReadError(f"{path}: {unreadable(error).said(lang)}") from None
    except ReadError as error:
        raise ReadError(f"{path}: {error.said(lang)}") from None
    return source


def say(problems: Iterable[tuple[str, str]]) -> None:
    from stdlint.reports.text import shown

    for path, message in problems:
        click.echo(f"{shown(path)}: {shown(message)}", err=True)


def refuse_overwriting(output: str | None, files: Sequence[str], what: str = "one of the files to check") -> None:
    """Complain, before anything is done, where the report has no place or would be written over what it is about."""
    if output is None:
        return
    if os.path.isdir(output):
        raise click.UsageError(f"--output {output} cannot be written: it is a folder")
    if not os.path.isdir(os.path.dirname(output) or os.curdir):
        raise click.UsageError(f"--output {output} cannot be written: there is no such folder")
    if os.path.exists(output):
        for file in files:
            if file != "-" and os.path.exists(file) and os.path.samefile(output, file):
                raise click.UsageError(f"--output {output} is {what} and would be overwritten")


def shown_path(path: str) -> str:
    """Return a path as programs name files: relative to the working folder where it lies below, with “/”."""
    if os.path.isabs(path):
        below = os.path.relpath(path) if os.path.splitdrive(path)[0] == os.path.splitdrive(os.getcwd())[0] else path
        path = path if below.startswith(os.pardir) else below
    return os.path.normpath(path).replace(os.sep, "/") if path != "-" else path


def colour() -> bool:
    return _on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(content: bytes | str) -> None:
    """Write UTF-8 to a pipe or file, whatever the locale says; to a terminal what it can show.

    Raises UsageError where there is no room for it; a pipe that nobody reads any more is no error to tell.
    """
    try:
        click.echo(encoded(content) if isinstance(content, str) and not _on_terminal() else content, nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.UsageError(f"standard output cannot be written: {error.strerror or error}") from None


def _on_terminal() -> bool:
    """Say whether people look at standard output, which a program that starts stdlint may have closed."""
    return sys.stdout is not None and sys.stdout.isatty()


def encoded(content: str) -> bytes:
    """Return UTF-8; bytes of file names that are none are told by their numbers, in JSON as an escape."""
    return content.encode(errors="backslashreplace")


def write_file(path: str, content: bytes | str) -> None:
    """Write a file whole or not at all, or say in one sentence why that cannot be done."""
    from stdlint.files import replace

    try:
        replace(path, encoded(content) if isinstance(content, str) else content)
    except OSError as error:
        raise click.UsageError(f"{path} cannot be written: {error.strerror or error}") from None
