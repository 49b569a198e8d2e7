"""Write the questions of an analysis as a form to fill in: the command `stdlint checklist`."""

from __future__ import annotations

import os

import click

from stdlint.cli.common import lang_option, write, write_file


@click.command(short_help="生成分析检查表 Write a checklist as a form.")
@click.argument("name", metavar="need|feasibility|type", type=click.Choice(["need", "feasibility", "type"]))
@click.option("--title", default="", metavar="TITLE", help="Title of the standard. 标准名称")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["markdown", "docx"]),
    help="Form of the file; by default as its name ends.",
)
@click.option("--output", metavar="FILE", help="Write the form to this file (.md or .docx). 写入文件")
@lang_option
def checklist(name: str, title: str, format_: str | None, output: str | None, lang: str | None) -> None:
    """Write the questions on need, feasibility or type of a standard as a form; `stdlint gate` checks the answers.

    生成需求分析、可行性分析或类型确定的检查表（Markdown 或 Word）。
    填写后放入材料文件夹，由 stdlint gate 检查是否逐题答复。
    """
    from stdlint.checklist import as_docx, as_markdown, read_checklist

    format_ = format_ or ("docx" if (output or "").casefold().endswith(".docx") else "markdown")
    form = read_checklist(name)
    if format_ == "docx" and output is None:
        raise click.UsageError("a Word form is written to a file: --output FILE.docx")
    content = (
        as_docx(form, lang or "zh", title) if format_ == "docx" else as_markdown(form, lang or "zh", title).encode()
    )
    if output is None:
        write(content.decode())
        return
    if os.path.exists(output):
        raise click.UsageError(f"{output} exists; it may hold answers and is not overwritten")
    write_file(output, content)
