"""Fix drafts: the options `--fix`, `--unsafe-fixes` and `--diff` of `stdlint check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from stdlint.cli.running import Asked
    from stdlint.fixing import Fixed
    from stdlint.linting import Demand
    from stdlint.result import DocumentReport, Result

_COLOURS = (("---", "1"), ("+++", "1"), ("@@", "36"), ("-", "31"), ("+", "32"))


def fix_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what to fix; `fixer_of` takes their values."""
    options = (
        click.option("--fix", is_flag=True, help="Write what is certain to be right into the drafts. 修正并写回草案"),
        click.option(
            "--unsafe-fixes",
            is_flag=True,
            help="Make fixes too that may change what the draft says. 连同可能改变原意的修正",
        ),
        click.option(
            "--diff",
            is_flag=True,
            help="Show what --fix would change, write nothing; exit 1 if there is anything. 只显示修正，不写入",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def fixer_of(options: dict[str, Any], asked: Asked) -> Fixer | None:
    """Take the values of `fix_options` out of the options of a command; None if nothing is to be fixed."""
    fix, unsafe, diff = (options.pop(name) for name in ("fix", "unsafe_fixes", "diff"))
    if unsafe and not (fix or diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
    return Fixer(asked, unsafe, shows=diff) if fix or diff else None


class Fixer:
    """Fix the drafts that it is called with, and remember what to tell.

    `shows`: nothing is written, `diff` holds what would be. `output` is the fixed draft of standard input. `narrow`
    leaves out of a report what is not to be fixed.
    """

    def __init__(self, asked: Asked, unsafe: bool, *, shows: bool) -> None:
        self.asked = asked
        self.unsafe = unsafe
        self.shows = shows
        self.diff = ""
        self.output: bytes | None = None
        self.told: list[tuple[str, str]] = []
        self.narrow: Callable[[DocumentReport], DocumentReport] = lambda report: report

    def __call__(self, path: str, data: bytes, name: str, is_meant: Callable[[DocumentReport], bool]) -> DocumentReport:
        """Return the report on what remains in a file; where it is not meant, nothing is fixed."""
        from stdlint.cli.running import demand_of
        from stdlint.fixing import fix

        def chosen(report: DocumentReport) -> Sequence[Result]:
            return self.narrow(report).findings if is_meant(report) else ()

        if path == "-" and not self.shows:
            self.output = data
        demand = demand_of(name, self.asked)
        fixed = fix(data, name, demand, unsafe=self.unsafe, choose=chosen)
        if fixed.data == data:
            self._tell(path, fixed)
            return fixed.report
        return self._settle(path, data, name, fixed, demand)

    def _settle(self, path: str, data: bytes, name: str, fixed: Fixed, demand: Demand) -> DocumentReport:
        """Show the fixed draft or put it where it belongs."""
        if self.shows:
            from stdlint.diff import diff

            self.diff += diff(data, fixed.data, name)
        elif path == "-":
            self.output = fixed.data
        elif problem := _written(path, fixed):
            from dataclasses import replace

            from stdlint.linting import lint_file

            report = lint_file(data, name, demand)
            return replace(report, errors=(*report.errors, problem))
        self._tell(path, fixed)
        return fixed.report

    def _tell(self, path: str, fixed: Fixed) -> None:
        chinese = fixed.report.lang == "zh"
        if fixed.applied:
            number = len(fixed.applied)
            counted = Counter(result.rule for result in fixed.applied).items()
            rules = [rule if times == 1 else f"{rule} ×{times}" for rule, times in sorted(counted)]
            if chinese:
                self.told.append((path, f"{'可修正' if self.shows else '已修正'}{number}处：{'、'.join(rules)}。"))
            else:
                verb, noun = "Would fix" if self.shows else "Fixed", "finding" if number == 1 else "findings"
                self.told.append((path, f"{verb} {number} {noun}: {', '.join(rules)}."))
        if number := len(fixed.withheld):
            self.told.append(
                (path, f"{number}处未修正：所在段落有修订标记，请先接受或拒绝修订。")
                if chinese
                else (path, f"{number} not fixed: accept or reject the tracked changes in these paragraphs first.")
            )


def _written(path: str, fixed: Fixed) -> str:
    """Write a fixed draft in place; return “”, or one sentence on why that cannot be done."""
    from stdlint import files

    try:
        files.replace(path, fixed.data)
    except OSError as error:
        why = error.strerror or str(error)
        if fixed.report.lang == "zh":
            return f"修正后的草案无法写入（{why}），文件保持原样。"
        return f"The fixed draft cannot be written, the file is as it was: {why}."
    return ""


def painted(diff: str) -> str:
    """Return a diff in the colours that terminals give to one."""
    from stdlint.reports.text import Paint

    paint = Paint(True)
    lines = []
    for line in diff.split("\n"):
        code = next((code for sign, code in _COLOURS if line.startswith(sign)), "")
        lines.append(paint(code, line) if code else line)
    return "\n".join(lines)
