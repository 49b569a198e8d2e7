"""Hold what several commands share: options, and how they print and complain."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    pass

SEVERITIES = ("error", "warning", "info")


def codes(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    return tuple(code.strip() for one in value for code in one.split(",") if code.strip())


def code_option(name: str, help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(name, multiple=True, metavar="CODES", callback=codes, help=help_)


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


lang_option = click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the messages. 消息的语言")
kind_option = click.option(
    "--kind",
    metavar="KIND",
    default="",
    callback=named,
    help="Kind of document, over what the draft tells: guidance … 文件类型",
)
stage_option = click.option(
    "--stage",
    metavar="STAGE",
    default="",
    callback=named,
    help="Stage of the draft, over what it tells: consultation … 所处阶段",
)
today_option = click.option(
    "--today",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day for which to judge ages; by default that of the system. 按此日期判断标龄",
)
pack_option = click.option(
    "--pack", "packs", multiple=True, metavar="NAME", callback=codes, help="Drafting standard. 规则包"
)


def say(problems: Iterable[tuple[str, str]]) -> None:
    for path, message in problems:
        click.echo(f"{path}: {message}", err=True)


def refuse_overwriting(output: str | None, drafts: Sequence[str]) -> None:
    """Complain where the report would be written over one of the files that it is about."""
    if output is not None and os.path.exists(output):
        for draft in drafts:
            if draft != "-" and os.path.exists(draft) and os.path.samefile(output, draft):
                raise click.UsageError(f"--output {output} is one of the files to check and would be overwritten")


def colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(content: str) -> None:
    """Write UTF-8 to a pipe or file, whatever the locale says; to a terminal what it can show."""
    if sys.stdout.isatty():
        click.echo(content, nl=False)
    else:
        click.echo(encoded(content), nl=False)


def encoded(content: str) -> bytes:
    """Return UTF-8; bytes of file names that are none are told by their numbers, in JSON as an escape."""
    return content.encode(errors="backslashreplace")


def write_file(path: str, content: bytes | str) -> None:
    """Write a file, or say in one sentence why that cannot be done."""
    try:
        Path(path).write_bytes(encoded(content) if isinstance(content, str) else content)
    except OSError as error:
        raise click.UsageError(f"{path} cannot be written: {error.strerror or error}") from None
