"""Say findings on one line, for every form that gives each of them a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stdlint.reports.text import place_of, remedy
from stdlint.result import DocumentReport, Place, Result

NOT_CHECKED = "not-checked"
"""The code of what could not be read or checked, which is no finding of a rule."""

_HALVES = re.compile("[\ud800-\udfff]")
_UNSHOWN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Besides(NamedTuple):
    """What a report says besides its findings. `severity`: error, info. `line` is 0 where there are no lines."""

    severity: str
    code: str
    message: str
    path: str
    line: int = 0
    place: Place | None = None


def besides(report: DocumentReport) -> Iterator[Besides]:
    """Yield what could not be read or checked, and the notices."""
    for message in report.errors:
        yield Besides("error", NOT_CHECKED, message, report.path)
    for notice in report.notices:
        line = notice.line or (notice.place.line or 0 if notice.place else 0)
        yield Besides("info", notice.kind, notice.message, notice.path or report.path, line, notice.place)


def portable(path: str) -> str:
    """Return a path as machines want it: with slashes, without “./”, without bytes that are no characters."""
    return _HALVES.sub("\ufffd", path.replace("\\", "/")).removeprefix("./")


def harmless(text: str) -> str:
    """Return `text` without what would move or turn it on a screen; ends of lines stay."""
    return _UNSHOWN.sub("\ufffd", text)


def told(result: Result, lang: str) -> str:
    """Return the message, the remedy where it is known, and the clause: “message → fix [clause]”."""
    clause = f" [{result.clause}]" if result.clause else ""
    return f"{result.message}{remedy(result, lang)}{clause}"


def spot(place: Place) -> str:
    """Return clause, paragraph and words: “5.2 ¶3 “必须””."""
    return f"{place_of(place)} “{place.quote}”" if place.quote else place_of(place)


def sentence(result: Result, lang: str) -> str:
    """Return what is wrong; in front of it the place, where no line tells it."""
    said = told(result, lang)
    return said if result.place.line is not None else f"{spot(result.place)}: {said}"
