"""Show reports as commands of a GitHub workflow, which become annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdlint.reports.lines import besides, harmless, portable, spot, told
from stdlint.reports.text import place_of
from stdlint.result import DocumentReport, Result

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(reports: Sequence[DocumentReport]) -> str:
    """Return a command per line; those on a Word file name no line, but clause and words."""
    return "".join(f"{line}\n" for report in reports for line in _commands(report))


def _commands(report: DocumentReport) -> Iterator[str]:
    for result in report.findings:
        yield _finding(report, result)
    for one in besides(report):
        where = {"file": portable(one.path), **({"line": one.line} if one.line else {}), "title": one.code}
        yield _command(_COMMANDS[one.severity], where, one.message)


def _finding(report: DocumentReport, result: Result) -> str:
    place, message = result.place, told(result, report.lang)
    where: dict[str, object] = {"file": portable(report.path)}
    title = f"{result.rule} {result.name}"
    if place.line is None:
        title, message = f"{title} ({place_of(place)})", f"{spot(place)}: {message}"
    else:
        where |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:
            where |= {"col": place.column, "endColumn": place.end_column}
    return _command(_COMMANDS[result.severity], {**where, "title": title}, message)


def _command(name: str, properties: dict[str, object], message: str) -> str:
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
