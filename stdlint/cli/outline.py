"""Show what stdlint understood of a draft: the command `stdlint outline`."""

from __future__ import annotations

from pathlib import Path

import click

from stdlint.cli.common import kind_option, lang_option, stage_option, write


@click.command(short_help="显示读出的结构 Show what stdlint understood.")
@click.argument("path")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@lang_option
@kind_option
@stage_option
def outline(path: str, format_: str, lang: str | None, kind: str, stage: str) -> None:
    """Show what stdlint understood of a draft: elements, clauses, terms, references.

    显示 stdlint 读出的要素、章条、术语和引用文件。
    """
    from stdlint import formats
    from stdlint.config import settings_for
    from stdlint.document import Document
    from stdlint.model import ReadError, unreadable
    from stdlint.profile import refuse_unknown
    from stdlint.reports import outline as shown
    from stdlint.views.project import Project

    refuse_unknown(Project(kind, stage))

    try:
        source = formats.reader(path).read(Path(path).read_bytes())
    except OSError as error:
        raise ReadError(f"{path}: {unreadable(error).said(lang)}") from None
    except ReadError as error:
        raise ReadError(f"{path}: {error.said(lang)}") from None
    doc = Document(source, name=path, demanded=Project(kind, stage), usual=settings_for(path).usual)
    write(shown.as_json(doc, path) if format_ == "json" else shown.as_text(doc, path, lang or doc.lang))
