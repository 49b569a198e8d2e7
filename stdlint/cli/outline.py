"""Show what stdlint understood of a draft: the command `stdlint outline`."""

from __future__ import annotations

import click

from stdlint.cli.common import kind_option, lang_option, read_source, stage_option, write


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
    from stdlint.config import settings_for
    from stdlint.document import Document
    from stdlint.profile import refuse_unknown
    from stdlint.reports import outline as shown
    from stdlint.views.project import Project

    stated = Project(kind, stage)
    refuse_unknown(stated)
    doc = Document(read_source(path, lang), name=path, demanded=stated, usual=settings_for(path).usual)
    write(shown.as_json(doc, path) if format_ == "json" else shown.as_text(doc, path, lang or doc.lang))
