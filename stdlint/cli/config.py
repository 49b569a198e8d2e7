"""Show what is settled, and try the pack of an organisation: the commands `stdlint config show` and `config test`."""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

import click

from stdlint.cli.common import lang_option, read_source, write

if TYPE_CHECKING:
    from stdlint.config import Settings
    from stdlint.document import Document


@click.group(short_help="显示和检验设置 Show and try settings.")
def config() -> None:
    """Show what is settled for a draft, and try the pack of an organisation.

    显示对草案生效的设置，检验机构规则包。
    """


@config.command(short_help="显示生效的设置 Show what holds for a draft.")
@click.argument("path", default=".")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@lang_option
def show(path: str, format_: str, lang: str | None) -> None:
    """Show what holds for a draft or a folder, and where each value comes from.

    显示对草案或文件夹生效的设置，以及每一项来自何处。
    """
    from stdlint import sidecar
    from stdlint.config import settings_for
    from stdlint.config.holding import holding
    from stdlint.reports import settings as shown

    if not os.path.exists(path):
        raise click.UsageError(f"{path}: there is no such file or folder")
    folder = os.path.isdir(path)
    settings = settings_for(os.path.join(path, "draft.md") if folder else path)
    held = holding(settings, None if folder else _document(path, settings, lang))
    files = list(dict.fromkeys([settings.path, *(one.file for one in settings.told)])) if settings.path else []
    beside = "" if folder else str(sidecar.sidecar_for(path) or "")
    excluded = not folder and settings.is_excluded(path)
    if format_ == "json":
        write(shown.as_json(path, files, held, beside, excluded))
    else:
        write(shown.as_text(path, files, held, beside, excluded, lang or settings.lang or "zh"))


def _document(path: str, settings: Settings, lang: str | None) -> Document:
    from stdlint.document import Document

    return Document(read_source(path, lang), name=path, usual=settings.usual)


@config.command(short_help="检验机构规则包 Try the pack of an organisation.")
@click.argument("pack", metavar="PACK")
@lang_option
def test(pack: str, lang: str | None) -> None:
    """List the rules of a pack, a TOML file or an installed one, and try the examples in it.

    列出规则包中的规则，检验其中的示例。示例不成立时退出码为 1。

    Exit status: 0 all examples hold, 1 one does not, 2 the pack is wrong.
    """
    from stdlint import examples, profile

    whole = profile.itself(pack)
    english = (lang or whole.lang) == "en"
    failed = False
    for use, count, failures in examples.tried(whole):
        outcome = f"{count} examples" if english else f"{count}个示例"
        message = (use.check.message_en if english else use.check.message).format_map(defaultdict(lambda: "…"))
        write(f"{use.check.id} {use.check.name} ({use.severity}) {message} [{outcome}]\n")
        for failure in failures:
            write(f"    {failure[english]}\n")
            failed = True
    raise SystemExit(int(failed))
